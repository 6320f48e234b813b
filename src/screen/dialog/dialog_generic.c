/* dialog_generic.c: a form made from the parameters of an action, or of the settings
 * of its noun. */
#include "screen/dialog/asking.h"

#include <stdio.h>
#include <string.h>

#include "screen/dialog/marked.h"
#include "screen/dialog/read_only.h"
#include "screen/frame/verb.h"

enum { SHOWN_MANY = 50 };

bool dialog_generic_asks(const struct action *action,
			 const struct thing *subject)
{
	/* That one is asked by its name, and for nothing else (confirm.c). */
	bool for_good = (action->flags & ACTION_IRREVERSIBLE) &&
		subject->kind != THING_NONE;
	size_t i;

	for (i = 0; i < ACTION_PARAMS && action->params[i].name; i++)
		if (asking_is_asked(action, i, subject) &&
		    (action->params[i].required || !for_good))
			return true;
	return false;
}

bool dialog_generic_asks_many(const struct action *action,
			      const struct thing *subject)
{
	const struct action *lead = asked_lead(action), *all[FORM_ACTIONS];
	size_t n = asked_actions(lead, all), a, i;

	for (a = 0; a < n; a++)
		for (i = 0; i < ACTION_PARAMS && all[a]->params[i].name; i++)
			if (asking_is_asked(all[a], i, subject) &&
			    asking_many_asks(&all[a]->params[i]) &&
			    (n > 1 || lead->form.many || all[a]->params[i].required))
				return true;
	return false;
}

/* ---- the form ------------------------------------------------------------------- */

static void set_title(struct dialog_page *page, const struct action *lead)
{
	bool builtin = page->subject.kind == THING_BUILTIN;
	struct buf title;

	buf_init(&title, DIALOG_LINE);
	verb_title(lead, page->subject.kind == THING_NONE ? NULL :
		   thing_name(page->screen->app, &page->subject), &title);
	dialog_title(page, "%s%s", buf_text(&title), builtin ? " (built in)" : "");
	buf_release(&title);
}

static void show_above(struct form *form, const struct shown *shown)
{
	struct field *field;
	size_t i;

	for (i = 0; i < shown->n_heads; i++)
		form_head(form, "%s", shown->head[i]);
	if (!shown->fixed.label)
		return;
	field = form_add_text(form, "shown", shown->fixed.label,
			      shown->fixed.text);
	field->fixed = true;
	field->note = shown->fixed.note;
	field->help = shown->fixed.help;
}

static void show_below(struct form *form, const struct shown *shown)
{
	struct field *field;
	size_t i;

	if (!shown->n_rows)
		return;
	field = form_add(form, FIELD_ROWS, "shown.rows", shown->label);
	field->searchable = true;
	field->help = shown->help ? shown->help : "";
	for (i = 0; i < shown->n_rows; i++) {
		struct form_row *row = form_row_add(form, field, shown->row[i].id,
						    shown->row[i].text, false,
						    FORM_NONE);

		row->detail = shown->row[i].detail;
		row->fixed = shown->row[i].why;
	}
}

/* Why the subject of the form may only be looked at, or NULL. */
static const char *closed(struct dialog_page *page, struct form *form)
{
	const struct asking *asking = page->ctx;
	const char *needs = asking->lead->form.needs, *why;
	struct answer me;
	size_t i;

	for (i = 0; i < asking->n; i++)
		if (!asking->fields[i].closed)
			return NULL;
	if (!asking->n || !needs || page->subject.kind != THING_PROJECT)
		return NULL;
	return read_only_answer(page, form, thing_number(page->screen->app,
				&page->subject), "does it", &me, &why) ?
		read_only_lacks(page, form, &me, needs) : why;
}

/* The cursor to what was asked for. */
static void first_focus(struct dialog_page *page, struct form *form)
{
	const struct action *action = page->action;
	struct asking *asking = page->ctx;
	struct asking_field *field;
	size_t i;

	for (i = 0; i < ACTION_PARAMS && action->params[i].name; i++) {
		field = asking_field(asking, action->params[i].name);
		if (!field || field->closed ||
		    !asking_is_asked(action, i, &page->subject))
			continue;
		if (!action->params[i].out || !form_focus(form, field->rows))
			(void)form_focus(form, field->param->name);
		return;
	}
}

/* "Edit 5 users", "Import into 3 projects". */
static void set_title_many(struct dialog_page *page, const struct action *lead)
{
	static const struct { const char *verb, *words; } more[] = {
		{ "import", "Import into" }, { "remove", "Remove from" }
	};
	const char *verb = lead->form.actions[0] ? "edit" : lead->verb;
	struct arena arena = { 0 };
	char words[40];
	size_t i;

	snprintf(words, sizeof(words), "%c%s", verb[0] - 'a' + 'A', verb + 1);
	for (i = 0; i < COUNT_OF(more); i++)
		if (strcmp(more[i].verb, verb) == 0)
			snprintf(words, sizeof(words), "%s", more[i].words);
	dialog_title(page, "%s %s", words, marked_count(page, &arena));
	arena_release(&arena);
}

/* What stands below for each of them, under one heading. */
static void show_many(struct dialog_page *page, struct form *form)
{
	const struct asking *asking = page->ctx;
	const struct marked *marked = page->marked;
	struct shown all = { .n_heads = 0 };
	struct asked asked = asking_asked(page, &form->arena);
	size_t i, k;

	for (i = 0; i < marked->n && marked->n <= SHOWN_MANY; i++) {
		struct shown one = { .n_heads = 0 };

		asked.number = thing_number(page->screen->app, &marked->v[i]);
		asking->lead->form.show(&asked, &one);
		all.label = one.label ? one.label : all.label;
		all.help = one.help ? one.help : all.help;
		for (k = 0; k < one.n_rows && !one.closed; k++)
			shown_row(&asked, &all, form_printf(form, "%zu.%s", i, one.row[k].id),
				  form_printf(form, "%s: %s", thing_name(page->screen->app,
					      &marked->v[i]), one.row[k].text),
				  one.row[k].detail, one.row[k].why);
	}
	show_below(form, &all);
	if (marked->n > SHOWN_MANY)
		form_head(form, "What else they leave is in their reports, and in the event.");
}

static bool load_many(struct dialog_page *page, struct form *form,
		      struct error *err)
{
	struct asking *asking;
	size_t i;

	if (!marked_ready(page, err))
		return false;
	if (!page->ctx)
		page->ctx = asking_new(page);
	asking = page->ctx;
	page->save = asking->lead->form.save;
	page->deed = asking->lead->form.deed;
	set_title_many(page, asking->lead);
	for (i = 0; i < asking->n; i++)
		asking_add(&asking->fields[i], form);
	marked_rows(page, form, asking_many_detail);
	if (asking->lead->form.show)
		show_many(page, form);
	if (page->deed)
		form_head(form, "%s", verb_way_back(page->screen->app));
	if (!asking->opened)
		first_focus(page, form);
	asking->opened = true;
	return true;
}

/* The one of its actions that would do it to the subject by a file; NULL: none. */
static const struct action *takes_file(const struct dialog_page *page)
{
	const struct asking *asking = page->ctx;
	size_t a, i;

	for (a = 0; a < asking->n_actions; a++) {
		const struct action *action = asking->actions[a];

		if (!(action->flags & ACTION_FILES) ||
		    asking_place(action, &page->subject) != 0)
			continue;
		for (i = 0; i < ACTION_PARAMS && action->params[i].name; i++)
			if (strcmp(action->params[i].name, "file") == 0)
				return action;
	}
	return NULL;
}

static bool load(struct dialog_page *page, struct form *form, struct error *err)
{
	struct shown shown = { .n_heads = 0 };
	struct asking *asking;
	struct asked asked;
	uint32_t number;
	size_t i;

	if (page->marked)
		return load_many(page, form, err);
	if (page->subject.kind != THING_NONE &&
	    !dialog_subject(page, &number, err))
		return false;
	if (!page->ctx)
		page->ctx = asking_new(page);
	asking = page->ctx;
	page->save = asking->lead->form.save;
	page->deed = asking->lead->form.deed;
	set_title(page, asking->lead);
	asked = asking_asked(page, &form->arena);
	if (asking->lead->form.show)
		asking->lead->form.show(&asked, &shown);
	asking->way_out = shown.way ? action_find(asking->lead->noun,
						  shown.way_verb) : NULL;
	page->way_key = asking->way_out ? command_key_name(CMD_REACTIVATE) : NULL;
	page->way_word = shown.way_verb;
	show_above(form, &shown);
	for (i = 0; i < asking->n; i++)
		asking_add(&asking->fields[i], form);
	if (takes_file(page))
		form_add(form, FIELD_BUTTON, "from-file", "Add people from a file")->help =
			"A CSV file that a directory or a spreadsheet wrote.";
	show_below(form, &shown);
	if (page->deed && !shown.closed)
		form_head(form, "%s", verb_way_back(page->screen->app));
	page->readonly = shown.closed ? shown.closed : closed(page, form);
	if (!asking->opened)
		first_focus(page, form);
	asking->opened = true;
	return true;
}

static void notes(struct dialog_page *page, struct form *form)
{
	struct asking *asking = page->ctx;
	size_t i;

	for (i = 0; i < asking->n; i++)
		asking_notes(&asking->fields[i], form);
	if (page->marked)
		marked_notes(page, form);
}

static bool commands(struct dialog_page *page, struct form *form,
		     struct batch *batch, struct error *err)
{
	return (page->marked ? asking_many_commands : asking_commands)(page,
				form, batch, err);
}

static void tell(struct dialog_page *page)
{
	if (page->marked)
		marked_tell(page);
}

static void pressed(struct dialog_page *page, const char *button)
{
	struct error err;

	error_clear(&err);
	if (page->marked)
		marked_pressed(page, button);
	else if (strcmp(button, "from-file") == 0 &&
		 !dialog_push_file(page->screen, takes_file(page), &page->subject, &err))
		pages_toast(page->screen->pages, "%s", err.text);
}

/* Out of what can only be looked at. */
static bool key(struct dialog_page *page, const struct key *key)
{
	const struct asking *asking = page->ctx;
	struct go go = { .kind = GO_VERB_ON, .thing = page->subject,
			 .action = asking->way_out };
	struct screen *screen = page->screen;

	if (page->marked)
		return marked_key(page, key);
	if (!page->readonly || !go.action || !key_does(key, CMD_REACTIVATE))
		return read_only_key(page, key);
	dialog_close(page);
	screen->go = go;
	return true;
}

static void release(struct dialog_page *page)
{
	asking_free(page->ctx);
}

const struct dialog dialog_generic = {
	.load = load, .commands = commands, .notes = notes, .tell = tell,
	.pressed = pressed, .key = key, .release = release
};
