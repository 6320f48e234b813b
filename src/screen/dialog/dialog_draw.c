/* dialog_draw.c: the frame, the form, the buttons, and what comes of it: beside them
 * from two panes up, else below the form. */
#include "screen/dialog/dialog_priv.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "screen/frame/chrome.h"
#include "screen/panel/evidence.h"
#include "screen/preview/abreast.h"

enum {
	LOW = 20,		/* below it no line is given away */
	TITLE_AROUND = 7, BUTTON_GAP = 3,	/* cells */
	FORM_LEAST = 2,		/* rows */
	USUAL = 6,		/* rows of consequence kept free: nothing jumps */
	EVIDENCE_LEAST = 4, OVER_LEAST = 5	/* rows */
};

/* Where the parts stand. */
struct places {
	struct area box, form, consequence;
	bool beside;
};

static const char *help_text(const struct dialog_page *page)
{
	const struct field *field = form_focused(&page->form);

	return field && *field->help ? field->help : page->action->help ?
		page->action->help : page->action->summary;
}

static const char *asking_text(const struct dialog_page *page, char *out, size_t size)
{
	static const struct { enum command command; const char *does; } ways[] = {
		{ CMD_TAKE_STORED, "takes what is stored" },
		{ CMD_KEEP_MINE, "keeps yours" }, { CMD_SHOW_BOTH, "shows both" }
	};
	size_t i, n;

	n = (size_t)snprintf(out, size, "%s", page->stale[0] ? page->stale :
			     "What you changed was changed by somebody else, too.");
	for (i = 0; i < COUNT_OF(ways) && n < size; i++)
		if (command_key_name(ways[i].command))
			n += (size_t)snprintf(out + n, size - n, " %s %s,",
					      command_key_name(ways[i].command),
					      ways[i].does);
	if (n < size)
		snprintf(out + n, size - n, " Esc goes on by hand.");
	return out;
}

/* Of what stands over the form for now; 0: nothing does. */
static int over_rows(const struct dialog_page *page, int cols)
{
	char text[DIALOG_LINE + 160];

	if (!page->helping && !page->asking)
		return 0;
	return cells_most(OVER_LEAST, 1 + canvas_wrap_rows(cols, page->helping ?
		help_text(page) : asking_text(page, text, sizeof(text))));
}

/* What the consequence may take of them below the form: why it is closed, and whom a
 * deed takes from, come before the form where there is little room. */
static int below_most(const struct dialog_page *page, int rows, bool low)
{
	if (low && (page->readonly || page->deed))
		return rows - FORM_LEAST;
	if (page->at == ON_CONSEQUENCE || page->deed)
		return rows * 2 / 3;
	return page->consequence.n_ways ? rows / 2 : rows / 3;
}

/* Below the form the consequence gets what it wishes up to a third, more where the
 * form leaves it. */
static void plan_below(struct dialog_page *page, const struct area *area,
		       bool low, struct places *out)
{
	int inner = area->cols - 2 * ABREAST_PAD, rows = area->rows - 3;
	int form = form_rows(&page->form, inner);
	int wish = page->consequence.idle && !page->marked ? rows :	/* the panel stays */
		cells_most(consequence_rows(&page->consequence, area->cols - 2),
			   USUAL);
	int below = cells_least(wish, cells_most(2, below_most(page, rows, low)));

	form = cells_least(form, rows - below);
	below = cells_least(wish, rows - form);
	out->box = (struct area){ area->row, area->col, form + below + 3,
				  area->cols };
	out->form = (struct area){ area->row + 1, area->col + ABREAST_PAD, form, inner };
	out->consequence = (struct area){ area->row + 1 + form, area->col + 1,
					  below, area->cols - 2 };
}

/* Texts are typed, or something is searched for by its name alone. */
static bool wants_room(const struct form *form)
{
	const struct field *v = form->v;
	size_t i;

	for (i = 0; i < form->n; i++)
		if (v[i].type == FIELD_TEXT ||
		    (v[i].type == FIELD_ADD && !v[i].n_choices))
			return true;
	return false;
}

/* In the list's place, and the panel stays. */
static void plan_beside(struct dialog_page *page, const struct area *area,
			struct places *out)
{
	int cols = abreast_cols(area->cols, page->marked || wants_room(&page->form));
	int inner = cols - 2 * ABREAST_PAD;
	struct abreast at;

	abreast_place(area, cols, cells_most(form_rows(&page->form, inner) + 2,
					    over_rows(page, inner) + 1), &at);
	out->beside = true;
	out->box = at.box;
	out->form = at.inside;
	out->form.rows--;		/* the buttons */
	out->consequence = at.consequence;
}

/* The title gives way to the word, and says so. */
static void draw_box(const struct dialog_page *page, struct canvas *canvas,
		     const struct area *box)
{
	const char *word = page->readonly ? " read only " :
		form_changed(&page->form) ? " unsaved " : "";
	int row = box->row, col = box->col, cols = box->cols;
	struct buf title;

	buf_init(&title, 4 * DIALOG_LINE);
	text_cut_told(&title, page->title, (size_t)cells_most(8, cols -
		      TITLE_AROUND - (int)text_width(word)));
	canvas_box(canvas, row, col, box->rows, cols, buf_text(&title));
	buf_release(&title);
	if (*word)
		canvas_right(canvas, row, col + cols - 2, cols - 4, STYLE_BOLD,
			     word);
}

static void draw_buttons(struct dialog_page *page, struct canvas *canvas,
			 int row, int col, int cols)
{
	char save[64];
	const char *cancel = page->readonly ? "[ Close  Esc ]" :
		"[ Back  Esc ]", *word = page->save ? page->save : "Save";
	int n_save, n_cancel = (int)text_width(cancel), at;

	if (page->deed)
		snprintf(save, sizeof(save), "[ y  %s ]", word);
	else
		snprintf(save, sizeof(save), "[ %s  F8 ]", word);
	n_save = page->readonly ? 0 : (int)text_width(save) + BUTTON_GAP;
	at = col + cells_most(0, (cols - n_save - n_cancel) / 2);
	canvas_fill(canvas, row, col, 1, cols, 0);
	page->buttons.row = row;
	page->buttons.save = page->deed ? at + n_cancel + BUTTON_GAP : at;
	page->buttons.save_cols = n_save;
	page->buttons.cancel = page->deed ? at : at + n_save;
	page->buttons.cancel_cols = n_cancel;
	if (n_save)
		canvas_text(canvas, row, page->buttons.save, cols, page->at ==
			    ON_SAVE ? STYLE_BOLD | STYLE_REVERSE : STYLE_BOLD,
			    save);
	canvas_text(canvas, row, page->buttons.cancel, cols, page->at == ON_CANCEL ?
		    STYLE_BOLD | STYLE_REVERSE : page->deed ? STYLE_BOLD : 0,
		    cancel);
	if (page->at == ON_SAVE || page->at == ON_CANCEL)
		canvas_cursor(canvas, row, 2 + (page->at == ON_SAVE ?
			      page->buttons.save : page->buttons.cancel));
}

static void draw_help(struct dialog_page *page, struct canvas *canvas,
		      const struct area *area)
{
	const struct field *field = form_focused(&page->form);
	char title[DIALOG_LINE + 8];
	const char *help = help_text(page);
	int rows;

	snprintf(title, sizeof(title), "Help: %s", field ? field->label :
		 page->title);
	canvas_fill(canvas, area->row, area->col, area->rows, area->cols, 0);
	chrome_rule(canvas, area->row, area->col, area->cols, title, "any key",
		    STYLE_BOLD);
	rows = cells_least(canvas_wrap_rows(area->cols - 4, help), area->rows - 1);
	(void)canvas_wrap(canvas, area->row + 1, area->col + 2, rows,
			  area->cols - 4, 0, help);
	(void)canvas_wrap(canvas, area->row + 1 + rows, area->col + 2,
			  area->rows - 1 - rows, area->cols - 4, STYLE_BOLD,
			  "Tab, Down next  Enter opens, adds, presses  Space ticks  "
			  "Del takes away  F5 as stored  F9 everybody  F8 saves  "
			  "Esc keeps a draft");
}

static void draw_asking(struct dialog_page *page, struct canvas *canvas,
			const struct area *area)
{
	char text[DIALOG_LINE + 160];

	canvas_fill(canvas, area->row, area->col, area->rows, area->cols, 0);
	chrome_rule(canvas, area->row, area->col, area->cols,
		    "Changed meanwhile: whose version?", "", STYLE_BOLD |
		    STYLE_RED);
	(void)canvas_wrap(canvas, area->row + 1, area->col + 2, area->rows - 1,
			  area->cols - 4, STYLE_BOLD, asking_text(page, text,
								  sizeof(text)));
	canvas_cursor(canvas, area->row + 1, area->col + 2);
}

/* What the focused field takes, where the dialog says nothing else. */
static const struct hint *field_hints(const struct dialog_page *page)
{
	static const struct hint choice[] = { { "Enter", "choose" },
					      { NULL, NULL } };
	static const struct hint add[] = { { "Enter", "choose" },
					   { NULL, NULL } };
	static const struct hint rows[] = { { "Del", "take away" },
		{ "/", "find in the rows" }, { NULL, NULL } };
	const struct field *field = form_focused(&page->form);

	if (page->at != ON_FORM)
		return NULL;
	if (page->dialog->hints || !field)
		return page->dialog->hints;
	return field->type == FIELD_CHOICE ? choice :
		field->type == FIELD_ADD ? add :
		field->type == FIELD_ROWS ? rows + !field->removable : NULL;
}

/* Is its letter text, where the keys are, or has it none? */
static bool takes(const struct dialog_page *page, enum command command)
{
	const char *name = command_key_name(command);
	struct key key;

	return !name || (page->at == ON_FORM && key_from_name(name, &key) && !key.mods &&
			 key.code < KEY_NONE && form_takes(&page->form, key.code));
}

/* The key by which one gets to everybody. */
static const char *list_key_name(const struct dialog_page *page)
{
	return takes(page, CMD_FULL_LIST) ? "F9" : command_key_name(CMD_FULL_LIST);
}

static void draw_hints(const struct dialog_page *page, struct canvas *canvas)
{
	const struct hint asking[] = {
		chrome_hint(CMD_TAKE_STORED), chrome_hint(CMD_KEEP_MINE),
		chrome_hint(CMD_SHOW_BOTH), { "Esc", "by hand" }, HINTS_KEPT,
		{ NULL, NULL }
	};
	static const struct hint choosing[] = {
		{ "Enter", "take it" }, { "letters", "find" },
		{ "F8", "take and save" }, { "Esc", "as it was" },
		{ NULL, NULL }
	};
	struct hint hints[20] = {
		{ "Tab", "next" }, { page->deed ? command_key_name(CMD_YES) : "F8", page->save ?
			page->save : "save" }, { "Esc", form_changed(&page->form) ?
				"keeps a draft" : "back" },
	};
	const struct hint *more = field_hints(page);
	size_t n = 3;

	if (page->readonly) {
		n = 0;
		if (page->way_key)
			hints[n++] = (struct hint){ page->way_key, page->way_word };
		hints[n++] = (struct hint){ "Esc", "close" };
		hints[n++] = (struct hint){ "Tab", "next" };
	}
	if (page->consequence.list)
		hints[n++] = (struct hint){ list_key_name(page), "everybody" };
	if (page->at == ON_CONSEQUENCE)
		hints[n++] = (struct hint){ "Enter", page->consequence.zone ==
			CONSEQUENCE_WAYS ? "take it" : "why" };
	else if (page->consequence.n_ways && !takes(page, CMD_FIX))
		hints[n++] = chrome_key(CMD_FIX, "ways");
	for (; more && more->key && !page->readonly && n < COUNT_OF(hints) - 4; more++)
		hints[n++] = strcmp(more->key, usual_of(CMD_GROUPS)->keys[0]) == 0 ?
			chrome_key(CMD_GROUPS, more->word) : *more;
	if (form_changed(&page->form))
		hints[n++] = (struct hint){ "F5", "as stored" };
	hints[n++] = HINTS_KEPT;
	hints[n++] = (struct hint){ "F1", "help" };
	hints[n] = (struct hint){ NULL, NULL };
	chrome_hints(page->screen, canvas, page->asking ? asking :
		     form_choosing(&page->form) ? choosing : hints);
}

/* Nothing is changed: who can do what stays to be seen. */
static bool draw_evidence(struct dialog_page *page, struct canvas *canvas,
			  const struct area *area, bool beside)
{
	struct area rest = *area;

	if (page->subject.kind == THING_NONE || page->marked || rest.rows < EVIDENCE_LEAST ||
	    !(page->consequence.idle || (beside && page->readonly)))
		return false;
	if (page->readonly) {
		rest.rows = cells_least(area->rows / 3, lines_rows(
				&page->consequence.lines, area->cols));
		lines_draw(&page->consequence.lines, canvas, &rest, false);
		rest.row += rest.rows;
		rest.rows = area->rows - rest.rows;
	}
	evidence_draw(&page->evidence, page->screen, &page->consequence.about, canvas,
		      &rest, beside, page->at == ON_CONSEQUENCE);
	return true;
}

/* "Revenue model . if you save" */
static void draw_beside(struct dialog_page *page, struct canvas *canvas,
			const struct area *area)
{
	const struct thing *about = &page->consequence.about;
	const char *name = about->kind == THING_NONE || page->marked ? "" :
		thing_name(page->screen->app, about);

	canvas_vline(canvas, area->row, area->col - 1, area->rows);
	if (!draw_evidence(page, canvas, area, true))
		abreast_draw(&page->consequence, canvas, area, name,
			    page->readonly ? "as it is" :
			    page->screen->app->what_if ? page->save ?
			    "if you try it" : "if you save (what-if)" :
			    page->save ? "if you do it" : "if you save");
}

/* Over the form, and no further: what stands beside it is not covered. */
static void draw_over(struct dialog_page *page, struct canvas *canvas,
		      const struct places *plan)
{
	struct area area = { .col = plan->box.col + 1, .cols = plan->box.cols - 2 };

	if (!page->helping && !page->asking)
		return;
	area.rows = cells_least(over_rows(page, plan->form.cols),
				plan->box.rows - 3);
	area.row = plan->box.row + plan->box.rows - 2 - area.rows;
	if (page->helping)
		draw_help(page, canvas, &area);
	else
		draw_asking(page, canvas, &area);
}

void dialog_draw(struct page *base, struct canvas *canvas)
{
	struct dialog_page *page = (struct dialog_page *)base;
	bool low = canvas->rows < LOW;
	int top = 1;
	struct area area = { top, 0, canvas->rows - top - (low ? 1 : 2),
			     canvas->cols };
	struct places plan = { .beside = false };

	if (canvas->cols < CHROME_COLS || canvas->rows < CHROME_ROWS)
		return;		/* what lies below says so */
	dialog_look_some(page);
	if (abreast_fits(canvas))
		plan_beside(page, &area, &plan);
	else
		plan_below(page, &area, low, &plan);
	canvas_fill(canvas, area.row, 0, area.rows, area.cols, 0);
	draw_box(page, canvas, &plan.box);
	page->form.away = page->at != ON_FORM;
	page->form.past = (page->at == ON_SAVE || page->at == ON_CANCEL) &&
		(page->walked || !page->deed);	/* a deed begins there */
	form_draw(&page->form, canvas, plan.form.row, plan.form.col,
		  plan.form.rows, plan.form.cols);
	page->unseen = false;
	if (plan.beside) {
		draw_beside(page, canvas, &plan.consequence);
	} else {
		canvas_hline(canvas, plan.consequence.row, plan.box.col,
			     plan.box.cols);
		if (!draw_evidence(page, canvas, &plan.consequence, false))
			consequence_draw(&page->consequence, canvas,
					 &plan.consequence,
				 list_key_name(page));
	}
	draw_buttons(page, canvas, plan.box.row + plan.box.rows - 2,
		     plan.form.col, plan.form.cols);
	draw_over(page, canvas, &plan);
	if (!low || !page->screen->pages->toast[0])
		draw_hints(page, canvas);
	form_draw_open(&page->form, canvas);
}
