/* dialog_draw.c: the frame, the form, what comes of it, the buttons. */
#include "screen/dialog/dialog_priv.h"

#include <stdio.h>

#include "base/text.h"
#include "screen/frame/chrome.h"

enum {
	WIDE = 104,		/* a dialog is no wider */
	PAD = 2,		/* frame and a blank */
	LOW = 20,		/* below it no line is given away */
	USUAL = 6		/* rows of consequence kept free: nothing jumps */
};

struct plan_of_rows { int form, consequence; };

/* The consequence gets what it wishes up to a third, more where the form leaves
 * it. */
static struct plan_of_rows share_rows(struct dialog_page *page, int rows,
				      int cols)
{
	struct plan_of_rows out;
	int form = form_rows(&page->form, cols);
	int wish = cells_most(consequence_rows(&page->consequence, cols), USUAL);

	out.consequence = cells_least(wish, cells_most(2, rows / 3));
	out.form = cells_least(form, rows - out.consequence);
	out.consequence = cells_least(wish, rows - out.form);
	return out;
}

static void draw_title(const struct dialog_page *page, struct canvas *canvas,
		       int row, int col, int cols)
{
	const char *word = page->readonly ? " read only " :
		form_changed(&page->form) ? " unsaved " : "";

	if (*word)
		canvas_right(canvas, row, col + cols - 2, cols - 4, STYLE_BOLD,
			     word);
}

static void draw_buttons(struct dialog_page *page, struct canvas *canvas,
			 int row, int col, int cols)
{
	char save[64];
	const char *cancel = page->readonly ? "[ Close  Esc ]" :
		"[ Cancel  Esc ]";
	int n_save, n_cancel = (int)text_width(cancel), at;

	snprintf(save, sizeof(save), "[ %s  F8 ]", page->save ? page->save : "Save");
	n_save = page->readonly ? 0 : (int)text_width(save) + 3;
	at = col + cells_most(0, (cols - n_save - n_cancel) / 2);
	page->buttons.row = row;
	page->buttons.save = at;
	page->buttons.save_cols = n_save;
	page->buttons.cancel = at + n_save;
	page->buttons.cancel_cols = n_cancel;
	if (n_save)
		canvas_text(canvas, row, at, cols, page->at == ON_SAVE ?
			    STYLE_BOLD | STYLE_REVERSE : STYLE_BOLD, save);
	canvas_text(canvas, row, at + n_save, cols, page->at == ON_CANCEL ?
		    STYLE_BOLD | STYLE_REVERSE : 0, cancel);
	if (page->at != ON_FORM)
		canvas_cursor(canvas, row, 2 + (page->at == ON_SAVE ? at :
						at + n_save));
}

static void draw_help(struct dialog_page *page, struct canvas *canvas,
		      const struct area *area)
{
	const struct field *field = form_focused(&page->form);
	char title[DIALOG_LINE + 8];

	snprintf(title, sizeof(title), "Help: %s", field ? field->label :
		 page->title);
	canvas_fill(canvas, area->row, area->col, area->rows, area->cols, 0);
	chrome_rule(canvas, area->row, area->col, area->cols, title, "any key",
		    STYLE_BOLD);
	(void)canvas_wrap(canvas, area->row + 1, area->col + 2, area->rows - 1,
			  area->cols - 4, 0, field && *field->help ?
			  field->help : page->action->help ?
			  page->action->help : page->action->summary);
}

static void draw_asking(struct dialog_page *page, struct canvas *canvas,
			const struct area *area)
{
	char text[DIALOG_LINE + 160];

	snprintf(text, sizeof(text), "%s r takes what is stored, o keeps yours, "
		 "d shows both, Esc goes on by hand.", page->stale[0] ?
		 page->stale : "What you changed was changed by somebody else, "
		 "too.");
	canvas_fill(canvas, area->row, area->col, area->rows, area->cols, 0);
	chrome_rule(canvas, area->row, area->col, area->cols,
		    "Changed meanwhile: whose version?", "", STYLE_BOLD |
		    STYLE_RED);
	(void)canvas_wrap(canvas, area->row + 1, area->col + 2, area->rows - 1,
			  area->cols - 4, STYLE_BOLD, text);
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

	if (page->dialog->hints || !field || page->at != ON_FORM)
		return page->dialog->hints;
	return field->type == FIELD_CHOICE ? choice :
		field->type == FIELD_ADD ? add :
		field->type == FIELD_ROWS ? rows + !field->removable : NULL;
}

static void draw_hints(const struct dialog_page *page, struct canvas *canvas)
{
	static const struct hint asking[] = {
		{ "r", "take stored" }, { "o", "keep mine" },
		{ "d", "show both" }, { "Esc", "by hand" }, HINTS_KEPT,
		{ NULL, NULL }
	};
	static const struct hint choosing[] = {
		{ "Enter", "take it" }, { "letters", "find" },
		{ "F8", "take and save" }, { "Esc", "as it was" },
		{ NULL, NULL }
	};
	struct hint hints[20] = {
		{ "Tab", "next" }, { "F8", page->save ?
			page->save : "save" }, { "Esc", "back" },
	};
	const struct hint *more = field_hints(page);
	size_t n = 3;

	if (page->readonly)
		hints[1] = (struct hint){ "Esc", "close" }, n = 2;
	if (page->consequence.list)
		hints[n++] = (struct hint){ form_takes(&page->form, 'v') ? "F9" :
			"v", "all changes" };
	for (; more && more->key && !page->readonly && n < COUNT_OF(hints) - 4; more++)
		hints[n++] = *more;
	if (form_changed(&page->form))
		hints[n++] = (struct hint){ "F5", "as stored" };
	hints[n++] = HINTS_KEPT;
	hints[n++] = (struct hint){ "F1", "help" };
	hints[n] = (struct hint){ NULL, NULL };
	chrome_hints(page->screen, canvas, page->asking ? asking :
		     form_choosing(&page->form) ? choosing : hints);
}

void dialog_draw(struct page *base, struct canvas *canvas)
{
	struct dialog_page *page = (struct dialog_page *)base;
	bool low = canvas->rows < LOW;
	int cols = canvas->cols <= 100 ? canvas->cols : cells_least(WIDE,
							     canvas->cols - 4);
	int col = (canvas->cols - cols) / 2, inner = cols - 2 * PAD;
	int top = low ? 0 : 1, room = canvas->rows - (low ? 1 : 3);
	struct plan_of_rows plan;
	struct area area;

	if (canvas->cols < CHROME_COLS || canvas->rows < CHROME_ROWS)
		return;		/* what lies below says so */
	dialog_look(page);
	plan = share_rows(page, room - 3, inner);
	canvas_box(canvas, top, col, plan.form + plan.consequence + 3, cols,
		   page->title);
	draw_title(page, canvas, top, col, cols);
	form_draw(&page->form, canvas, top + 1, col + PAD, plan.form, inner);
	area = (struct area){ top + 1 + plan.form, col + 1, plan.consequence,
			      cols - 2 };
	consequence_draw(&page->consequence, canvas, &area,
			 form_takes(&page->form, 'v') ? "F9" : "v");
	draw_buttons(page, canvas, area.row + area.rows, col + PAD, inner);
	if (page->helping || page->asking) {
		area.rows = cells_most(area.rows, cells_least(5, room - 3));
		area.row = top + plan.form + plan.consequence + 1 - area.rows;
		if (page->helping)
			draw_help(page, canvas, &area);
		else
			draw_asking(page, canvas, &area);
	}
	if (!low || !page->screen->pages->toast[0])
		draw_hints(page, canvas);
	form_draw_open(&page->form, canvas);
}
