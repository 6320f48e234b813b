/* share.c: who has what on a project: people, groups, the workspace, the web. */
#include "screen/dialog/read_only.h"
#include "screen/dialog/roles.h"
#include "screen/dialogs/share_priv.h"

#include <stdlib.h>
#include <string.h>

#include "access/rights.h"
#include "base/clock.h"
#include "base/mem.h"
#include "screen/frame/chrome.h"

enum { ADD_AS = LEVEL_CAN_VIEW - 1 };

#define LEVELS_SAY \
	"App Only: opens the published app.\n" \
	"Can View: also sees Logic and comments; no run, no edit.\n" \
	"Can Edit: also edits, runs, publishes, imports assets, shares.\n" \
	"Full Access: also renames, deletes and says who may share."

/* ---- loading -------------------------------------------------------------------- */

static void pick(void *ctx, const char *id)
{
	struct dialog_page *page = ((struct picker *)ctx)->page;
	struct field *field = form_field(&page->form, "grants");
	int level = form_field(&page->form, "add")->choice;
	struct form_row *row = form_row(field, id);
	struct app *app = page->screen->app;
	struct thing thing;

	if (!finder_thing(id, &thing))
		return;
	if (!row) {
		row = form_row_add(&page->form, field, id,
				   thing_name(app, &thing), false, level);
		row->added = true;
		row->detail = thing.kind == THING_GROUP ? "group" : "";
	}
	row->removed = false;
	row->choice = level;
	field->cursor = (size_t)(row - field->rows);	/* in sight */
	dialog_touched(page);
}

static struct form_row *add_grant(struct dialog_page *page, struct form *form,
				  struct field *field, enum thing_kind kind,
				  uint32_t who, enum level level)
{
	struct app *app = page->screen->app;
	struct thing thing = thing_of(app, kind, who);
	struct arena arena = { 0 };
	struct form_row *row;

	row = form_row_add(form, field, finder_id(&thing, &arena),
			   thing_name(app, &thing), false, (int)level - 1);
	arena_release(&arena);
	row->detail = kind == THING_GROUP ? form_printf(form, "group of %u",
			seen_count_members(app_seen(app), who)) :
		role_label(seen_user(app_seen(app), who)->role);
	return row;
}

/* Where nothing can be changed the dialog has said why, once. */
static const char *fixed_because(const struct dialog_page *page, const char *why)
{
	return page->readonly ? "" : why;
}

static void add_grants(struct dialog_page *page, struct form *form,
		       const struct fact_project *project, enum level own)
{
	struct field *field = form_add(form, FIELD_ROWS, "grants", "WHO");
	const struct seen *seen = dialog_seen(page);
	struct share *self = page->ctx;
	struct form_row *row;
	uint32_t i;

	field->choices = self->levels;
	field->n_choices = LEVELS - 1;
	field->means = self->means + 1;
	field->past = "above your own level";
	field->text_least = 12;		/* of the lines under them, too */
	field->choice_head = "LEVEL";
	field->note_head = "HOLD IT";
	field->removable = true;
	field->searchable = project->n_grants > 8;
	field->help = "Left and Right change the level, Del takes the grant "
		"away. Hold it: how many of them end at this level, nobody "
		"holds them below.\n" LEVELS_SAY;
	if (project->owner != NOBODY) {
		row = add_grant(page, form, field, THING_USER, project->owner,
				LEVEL_FULL_ACCESS);
		if (!sees_user(seen, project->owner))
			row->text = form_printf(form, "%s", seen_user_label(seen,
						project->owner));
		row->detail = "";
		row->fixed = fixed_because(page, "transfer changes the owner");
	}
	for (i = 0; i < project->n_grants; i++) {
		const struct fact_grant *grant = &project->grants[i];

		if (grant->group ? !sees_group(seen, grant->who) :
		    !sees_user(seen, grant->who) ||
		    grant->who == project->owner)
			continue;
		row = add_grant(page, form, field, grant->group ? THING_GROUP :
				THING_USER, grant->who,
				(enum level)grant->level);
		if ((enum level)grant->level > own)
			row->fixed = fixed_because(page, "needs Full Access");
	}
	if (!seen->people)
		form_head(form, "Which other people and groups it is shared with "
			  "is not shown to you.");
}

/* The web takes no more than Can View: more is not offered (D24). */
static void add_links(struct dialog_page *page, struct form *form,
		      const struct fact_project *project)
{
	struct share *self = page->ctx;
	struct field *field;

	field = form_add_choice(form, "workspace", "Workspace", self->links,
				LEVELS, project->workspace);
	field->means = self->means;
	field->past = "above your own level";
	field->under = "grants";
	field->help = "What everybody in the workspace has, but for Guests: "
		"share with a Guest, or a group that has the Guest.\n"
		LEVELS_SAY;
	field = form_add_choice(form, "web", "Anyone (web)", self->links,
				LEVEL_CAN_VIEW + 1, project->public_web);
	field->means = self->means;
	field->under = "grants";
	field->help = "What anyone with the link has, without an account. App "
		"Only: the published app. Can View: also Logic, without "
		"running, editing or commenting.";
	field = form_add_check(form, "editors",
			       "People with Can Edit may share",
			       project->editors_may_share);
	field->help = "Off: people with Can Edit see who has access and change "
		"nothing. Only somebody with Full Access may switch it.";
}

static void make(struct dialog_page *page)
{
	struct share *self = mem_alloc(sizeof(*self));
	int i;

	for (i = 0; i < LEVELS; i++) {
		self->links[i] = level_label((enum level)i);
		self->means[i] = level_meaning((enum level)i);
	}
	memcpy(self->levels, self->links + 1, sizeof(self->levels));
	picker_init(&self->picker, page, FIND_USERS | FIND_GROUPS, "grants",
		    "is on the list");
	page->ctx = self;
}

/* The subject's own level, and why it may only look (NULL: it may share). */
static const char *may_not(struct dialog_page *page, struct form *form,
			   uint32_t number, enum level *own)
{
	const struct fact_project *project =
		seen_project(dialog_seen(page), number);
	struct answer me;
	const char *why;

	*own = LEVEL_NONE;
	if (!read_only_answer(page, form, number, "shares it", &me, &why))
		return why;
	*own = right_shares_up_to(seen_judged(dialog_seen(page)), &me);
	if (level_opens(*own))
		return NULL;
	*own = me.effective;
	return read_only_lacks(page, form, &me, level_edits(me.effective) &&
			 !project->editors_may_share ?
			 "people with Can Edit may not share it" :
			 "sharing needs Can Edit");
}

/* Nobody is added by who may only look, or while the project is put away. */
static void add_search(struct dialog_page *page, struct form *form, bool hidden)
{
	struct field *field = form_add(form, FIELD_ADD, "add",
				       "Add");

	field->hidden = hidden;
	field->choices = ((struct share *)page->ctx)->levels;
	field->n_choices = LEVELS - 1;
	field->means = ((struct share *)page->ctx)->means + 1;
	field->past = "above your own level";
	field->choice = field->base_choice = ADD_AS;
	field->find = picker_find;
	field->pick = pick;
	field->ctx = &((struct share *)page->ctx)->picker;
	field->help = "Type a part of a name or address; Enter adds who is "
		"found. With nothing typed, Left and Right choose the level.\n"
		LEVELS_SAY;
}

/* Where the action is about one of the fields, the cursor goes there. */
static void focus(const struct dialog_page *page, struct form *form)
{
	static const char *const fields[][2] = {
		{ "share-workspace", "workspace" }, { "share-web", "web" },
		{ "editors-may-share", "editors" }, { "unshare", "grants" },
	};
	size_t i;

	for (i = 0; i < COUNT_OF(fields); i++)
		if (strcmp(page->action->verb, fields[i][0]) == 0)
			(void)form_focus(form, fields[i][1]);
}

static bool load(struct dialog_page *page, struct form *form, struct error *err)
{
	const struct fact_project *project;
	uint32_t number;
	enum level own;

	if (!dialog_subject(page, &number, err))
		return false;
	if (!page->ctx)
		make(page);
	project = seen_project(dialog_seen(page), number);
	dialog_title(page, "Share %s",
		     seen_project_label(dialog_seen(page), number));
	page->readonly = may_not(page, form, number, &own);
	add_search(page, form, page->readonly ||
		   project->state != STATE_ACTIVE);
	add_grants(page, form, project, own);
	share_rows_add(form);
	add_links(page, form, project);
	form_field(form, "editors")->fixed = !level_is_full(own);
	form_field(form, "web")->fixed =
		!seen_workspace(dialog_seen(page)).share_to_web &&
		!project->public_web;
	focus(page, form);
	return true;
}

/* ---- saving --------------------------------------------------------------------- */

static const char *code_of(int choice)
{
	return level_code((enum level)(choice + 1));
}

static void one_grant(struct dialog_page *page, const struct form_row *row,
		      struct batch *batch)
{
	const char *who = row->id[0] == 'g' ? "group" : "user";
	const char *project = page->subject.id, *id = row->id + 2;

	if (row->fixed || !row_changed(row))
		return;
	if (row->removed) {
		if (!row->added)
			batch_pairs(batch, "project", "unshare", "project",
				    project, who, id, BATCH_END);
		return;
	}
	batch_pairs(batch, "project", "share", "project", project, who, id,
		    "level", code_of(row->choice), BATCH_END);
}

/* rest: without the grants that the rules stop. */
static bool collect(struct dialog_page *page, struct form *form, bool rest,
		    struct batch *batch, struct error *err)
{
	const struct field *grants = form_field(form, "grants");
	const struct field *workspace = form_field(form, "workspace");
	const struct field *web = form_field(form, "web");
	const struct field *editors = form_field(form, "editors");
	const char *project = page->subject.id;
	size_t i;

	if (!share_rows_commands(form, batch, err))
		return false;
	for (i = 0; i < grants->n_rows; i++)
		if (!rest || !share_stops_row(page->ctx, grants->rows[i].id))
			one_grant(page, &grants->rows[i], batch);
	if (field_changed(workspace))
		batch_pairs(batch, "project", "share-workspace", "project",
			    project, "level", level_code((enum level)
				workspace->choice), BATCH_END);
	if (field_changed(web))
		batch_pairs(batch, "project", "share-web", "project", project,
			    "level", level_code((enum level)web->choice), BATCH_END);
	if (field_changed(editors))
		batch_pairs(batch, "project", "editors-may-share", "project",
			    project, "on", editors->on ? "on" : "off", BATCH_END);
	return true;
}

static bool commands(struct dialog_page *page, struct form *form,
		     struct batch *batch, struct error *err)
{
	return collect(page, form, false, batch, err);
}

/* Where a grant is stopped: by what, the ways round it, and what the others do. */
static void tell(struct dialog_page *page)
{
	struct batch rest;
	struct error err;

	if (page->readonly || page->good || !page->blocked)
		return;
	error_clear(&err);
	batch_init(&rest);
	if (collect(page, &page->form, true, &rest, &err))
		share_stops_tell(page, &rest);
	batch_release(&rest);
}

/* ---- what is said beside the fields ------------------------------------------------- */

static const char *switched(struct dialog_page *page,
			    const struct fact_project *project)
{
	const struct seen *seen = dialog_seen(page);
	const struct facts *facts = seen_judged(seen);
	uint32_t who = facts_user_by_email(facts, project->share_switched_by);
	char when[CLOCK_TEXT];

	if (!*project->share_switched_by)
		return "";
	clock_local(project->share_switched, when);
	return arena_printf(&page->notes, "by %s, %s", who == NOBODY &&
			    seen->people ? project->share_switched_by :
			    seen_user_label(seen, who), when);
}

static const char *web_note(struct dialog_page *page,
			    const struct fact_project *project)
{
	if (!seen_workspace(dialog_seen(page)).share_to_web)
		return "off for the workspace: nobody comes in";
	return project->state == STATE_TRASHED ? "suspended in the trash" : "";
}

/* What is offered follows the subject's own level (D6). */
static void limit(struct form *form, enum level own)
{
	form_field(form, "add")->n_open = (int)own;
	form_field(form, "grants")->n_open = (int)own;
	form_field(form, "workspace")->n_open = (int)own + 1;
}

static void notes(struct dialog_page *page, struct form *form)
{
	const struct fact_project *project;
	struct field *add = form_field(form, "add");
	uint32_t number;
	struct error err;
	enum level own;
	bool was_hidden;

	share_rows_hide(page, form);
	form_field(form, "editors")->note = form_field(form, "web")->note = "";
	form_field(form, "workspace")->note = "";
	if (!dialog_subject(page, &number, &err))
		return;
	project = seen_project(dialog_seen(page), number);
	(void)may_not(page, form, number, &own);
	limit(form, own);
	was_hidden = add->hidden;
	add->hidden = page->readonly ||
		project->state != STATE_ACTIVE;
	if (was_hidden && !add->hidden)		/* Full Access was taken */
		(void)form_focus(form, "add");
	form_field(form, "editors")->note = switched(page, project);
	form_field(form, "web")->note = web_note(page, project);
	share_rows_look(page, form, number);
}

static void way(struct dialog_page *page, size_t number)
{
	share_stops_pick(page, number - 1);
}

static void release(struct dialog_page *page)
{
	struct share *self = page->ctx;

	if (self)
		picker_release(&self->picker);
	free(self);
}

static const struct hint hints[] = {
	{ "Enter", "choose level" }, { "Del", "take away" }, { NULL, NULL }
};

const struct dialog dialog_share = {
	.actions = { "project share", "project share-workspace",
		     "project share-web", "project unshare",
		     "project editors-may-share", NULL },
	.load = load, .commands = commands, .notes = notes,
	.tell = tell, .way = way, .key = read_only_key, .release = release,
	.hints = hints
};
