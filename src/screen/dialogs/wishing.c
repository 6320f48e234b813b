/* wishing.c: one asks for more than one has (D32): a level on the project, or a role.
 * What one has is not offered, nor less. */
#include "screen/dialog/numbered.h"

#include <stdlib.h>

#include "access/rights.h"
#include "action/judge/people.h"
#include "action/run/run.h"
#include "base/glyph.h"
#include "base/mem.h"
#include "model/asked/level_request.h"
#include "screen/dialog/roles.h"
#include "screen/frame/keymap.h"

/* By the place of the row: were it granted, one would be held.  By what, the preview says.
 * Until the facts move. */
struct wishes {
	bool held[NUMBERED_MOST];
};

static bool is_role(const char *code)
{
	enum role role;

	return role_parse(code, &role);
}

static void pairs_of(struct dialog_page *page, const char *code, const char *message,
		     struct batch *batch)
{
	bool role = is_role(code);

	batch_pairs(batch, "access", "request", "project", role ? NULL : page->subject.id,
		    "level", role ? NULL : code, "role", role ? code : NULL,
		    "message", message, BATCH_END);
}

/* Refused, as where it is asked for already; or with a warning. */
static void add_wish(struct dialog_page *page, struct form *form, const char *code,
		     const char *text, const char *means)
{
	struct wishes *self = page->ctx;
	size_t at = form_field(form, "wish")->n_rows, edits;
	struct form_row *row = numbered_row(form, "wish", code, text);
	struct result result;
	struct batch batch;
	struct error err;

	row->detail = means;
	error_clear(&err);
	batch_init(&batch);
	pairs_of(page, code, NULL, &batch);
	if (!batch_check(page->screen->app, &batch, &edits, &result, &err))
		row->fixed = form_printf(form, "%s", err.text);
	else
		self->held[at] = result.n_warnings > 0;
	result_release(&result);
	batch_release(&batch);
}

/* The one it is about, as far as one sees it; NOBODY: of none. */
static uint32_t project_of(const struct dialog_page *page)
{
	return page->subject.kind == THING_PROJECT ?
		thing_number(page->screen->app, &page->subject) : NOBODY;
}

/* What one asked for there, NOBODY: as a role, and is not answered; or NULL. */
static const char *waits(const struct dialog_page *page, uint32_t project,
			 struct arena *arena)
{
	const struct facts *facts = seen_judged(dialog_seen(page));
	struct access_request one;
	uint32_t n = access_request_of(facts, app_subject(page->screen->app), project, false);

	return n == NOBODY || !access_request_read(facts, n, arena, &one) ? NULL :
		one.of_role ? role_label(one.role) : level_label(one.level);
}

static void add_levels(struct dialog_page *page, struct form *form, uint32_t project,
		       enum level now)
{
	for (int level = (int)now + 1; !waits(page, project, &form->arena) &&
	     level < LEVELS; level++)
		add_wish(page, form, level_code((enum level)level),
			 level_label((enum level)level), level_meaning((enum level)level));
}

/* From the one above one's own: those that the workspace has (D10). */
static void add_roles(struct dialog_page *page, struct form *form, enum role mine)
{
	const struct seen *seen = dialog_seen(page);

	for (int role = (int)mine - 1; !waits(page, NOBODY, &form->arena) && role >= 0;
	     role--)
		if (people_has_role(seen, (enum role)role))
			add_wish(page, form, role_code((enum role)role),
				 form_printf(form, "the role %s", role_label((enum role)role)),
				 role_meaning((enum role)role));
}

/* What waits already is not asked for again. */
static void head_open(const struct dialog_page *page, struct form *form, uint32_t project)
{
	const char *level = project == NOBODY ? NULL : waits(page, project, &form->arena);
	const char *role = waits(page, NOBODY, &form->arena);

	if (level)
		form_head(form, "You asked for %s here; it waits for an answer.", level);
	if (role)
		form_head(form, "You asked for the role %s; it waits for an answer.", role);
}

static void show(struct dialog_page *page, struct form *form, uint32_t me,
		 uint32_t project)
{
	const struct seen *seen = dialog_seen(page);
	enum role mine = seen_user(seen, me)->role;
	struct answer now = { .effective = LEVEL_NONE };
	struct field *field;

	if (project != NOBODY)
		access_decide(seen_judged(seen), me, project, &form->arena, &now);
	form_head(form, "You are %s%s%s%s%s.", role_label(mine), project == NOBODY ? "" :
		  ", and have ", project == NOBODY ? "" : level_label(now.effective),
		  project == NOBODY ? "" : " on ", project == NOBODY ? "" :
		  seen_project_label(seen, project));
	head_open(page, form, project);
	field = numbered_add(form, "wish", "ASK FOR");
	field->help = form_printf(form, "Space or a number chooses. Whoever could grant a level "
		"on the project sees that, and every Admin; a role is for Admins to give. They see "
		"your message, and you see their answer under %s.", key_said(CMD_REQUESTS));
	if (project != NOBODY)
		add_levels(page, form, project, now.effective);
	add_roles(page, form, mine);
	form_field(form, "wish")->hidden = !form_field(form, "wish")->n_rows;
	if (form_field(form, "wish")->hidden)
		page->readonly = (project != NOBODY && waits(page, project, &form->arena)) ||
			waits(page, NOBODY, &form->arena) ?
			form_printf(form, "What you asked for waits for an answer; %s shows it.",
				    key_said(CMD_REQUESTS)) :
			"There is no more to ask for.";
	field = form_add_text(form, "message", "Message", "");
	field->help = "Why, in at most 150 characters.";
	field->hidden = page->readonly != NULL;
}

static bool load(struct dialog_page *page, struct form *form, struct error *err)
{
	uint32_t me = app_subject(page->screen->app), project = project_of(page);

	if (page->subject.kind == THING_PROJECT && project == NOBODY) {
		error_set(err, ERROR_NOT_FOUND, NULL, "it is no longer there: somebody "
			  "deleted it meanwhile");
		return error_remedy(err, "history shows who");
	}
	if (me == NOBODY) {
		error_set(err, ERROR_DENIED, "NOT_LINKED", "only people of the workspace ask "
			  "for access, and this login is none of them");
		return error_remedy(err, "an Admin links it");
	}
	if (!page->ctx)
		page->ctx = mem_alloc(sizeof(struct wishes));
	*(struct wishes *)page->ctx = (struct wishes){ .held = { false } };
	if (project == NOBODY)
		dialog_title(page, "Ask for a role");
	else
		dialog_title(page, "Ask for access to %s",
			     seen_project_label(dialog_seen(page), project));
	show(page, form, me, project);
	numbered_focus(form, "wish");
	return true;
}

static bool commands(struct dialog_page *page, struct form *form, struct batch *batch,
		     struct error *err)
{
	const struct form_row *row = numbered_chosen(form, "wish");
	const char *message = form_field(form, "message")->input.text;

	if (!row && *message) {
		error_set(err, ERROR_INVALID, NULL, "what is asked for, is not chosen yet");
		error_field(err, "wish");
		return error_remedy(err, "choose one above the message");
	}
	if (row)
		pairs_of(page, row->id, *message ? message : NULL, batch);
	return true;
}

static void notes(struct dialog_page *page, struct form *form)
{
	const struct wishes *self = page->ctx;
	struct field *field = form_field(form, "wish");
	size_t i;

	for (i = 0; i < field->n_rows && i < NUMBERED_MOST; i++)
		if (self->held[i])
			dialog_note(page, &field->rows[i], STYLE_RED | STYLE_BOLD,
				    "held %s", glyph(GLYPH_HELD));
}

static bool key(struct dialog_page *page, const struct key *key)
{
	return numbered_key(page, "wish", key);
}

static void release(struct dialog_page *page)
{
	free(page->ctx);
}

const struct dialog dialog_wishing = {
	.actions = { "access request", NULL }, .load = load, .commands = commands,
	.notes = notes, .key = key, .release = release, .hints = numbered_hints,
	.save = "Send", .alone = true
};
