/* share.c: who has what on a project: people, groups, the workspace, the web. */
#include "screen/dialog.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "screen/chrome.h"

extern const struct dialog dialog_share;

struct share {
	struct finder finder;
	const char *levels[LEVELS - 1];		/* App Only .. Full Access */
	const char *links[LEVELS];		/* No access .. */
};

enum { ADD_AS = LEVEL_CAN_VIEW - 1 };

/* ---- loading -------------------------------------------------------------------- */

static void find(void *ctx, const char *text, struct form_found *out)
{
	struct dialog_page *page = ctx;

	finder_search(&((struct share *)page->ctx)->finder, text, out);
}

static const char *greyed(void *ctx, const struct thing *thing)
{
	struct dialog_page *page = ctx;
	struct arena arena = { 0 };
	const struct form_row *row = form_row(form_field(&page->form, "grants"),
					      finder_id(thing, &arena));

	arena_release(&arena);
	return row && !row->removed ? "is on the list" : NULL;
}

static void pick(void *ctx, const char *id)
{
	struct dialog_page *page = ctx;
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
			app->facts.groups[who].members.n) :
		role_label(app->facts.users[who].role);
	return row;
}

static void add_grants(struct dialog_page *page, struct form *form,
		       const struct fact_project *project)
{
	struct field *field = form_add(form, FIELD_ROWS, "grants", "");
	const struct facts *facts = dialog_facts(page);
	struct share *self = page->ctx;
	struct form_row *row;
	uint32_t i;

	field->choices = self->levels;
	field->n_choices = LEVELS - 1;
	field->removable = true;
	field->searchable = project->n_grants > 8;
	field->help = "Left and Right change the level, Del takes the grant "
		"away. At the right end: what comes of it.";
	if (project->owner != NOBODY) {
		row = add_grant(page, form, field, THING_USER, project->owner,
				LEVEL_FULL_ACCESS);
		row->detail = "Owner";
		row->fixed = "the owner has Full Access; project transfer "
			"changes the owner";
	}
	for (i = 0; i < project->n_grants; i++) {
		const struct fact_grant *grant = &project->grants[i];

		if (grant->group ? facts->groups[grant->who].gone :
		    facts->users[grant->who].gone ||
		    grant->who == project->owner)
			continue;
		(void)add_grant(page, form, field, grant->group ? THING_GROUP :
				THING_USER, grant->who,
				(enum level)grant->level);
	}
}

static void add_links(struct dialog_page *page, struct form *form,
		      const struct fact_project *project)
{
	struct share *self = page->ctx;
	struct field *field;

	field = form_add_choice(form, "workspace", "Workspace", self->links,
				LEVELS, project->workspace);
	field->note = "Guests are not included";
	field->help = "What everybody in the workspace has, but for Guests.";
	field = form_add_choice(form, "web", "Web", self->links, LEVELS,
				project->public_web);
	field->note = dialog_facts(page)->share_to_web ?
		"anybody with the link" :
		"switched off for the workspace: nobody comes in";
	field->help = "What anybody with the link has, without an account: "
		"App Only or Can View.";
	field = form_add_check(form, "editors",
			       "People with Can Edit may share",
			       project->editors_may_share);
	if (*project->share_switched_by)
		field->note = form_printf(form, "set by %s",
					  project->share_switched_by);
	field->help = "Off: only people with Full Access may share.";
}

static void make(struct dialog_page *page)
{
	struct share *self = mem_alloc(sizeof(*self));
	int i;

	for (i = 0; i < LEVELS; i++)
		self->links[i] = level_label((enum level)i);
	memcpy(self->levels, self->links + 1, sizeof(self->levels));
	self->finder = (struct finder){ .screen = page->screen,
		.what = FIND_USERS | FIND_GROUPS, .greyed = greyed,
		.ctx = page };
	page->ctx = self;
}

/* Why the subject may only look, or NULL. */
static const char *may_not(struct dialog_page *page, struct form *form,
			   uint32_t project)
{
	const struct app *app = page->screen->app;
	uint32_t subject = app_subject(app);
	struct arena arena = { 0 };
	struct answer answer;
	const char *title = app->facts.projects[project].title;

	if (subject == NOBODY)
		return "The operator belongs to no project; a person with "
			"Full Access shares it.";
	access_decide(&app->facts, subject, project, &arena, &answer);
	arena_release(&arena);
	if (answer.can & 1u << CAN_SHARE)
		return NULL;
	if (app_is_admin(app))
		return form_printf(form, "You have %s on %s. F takes Full "
				   "Access (audited).",
				   level_label(answer.effective), title);
	return form_printf(form, "You have %s on %s, which does not let you "
			   "share it. Ask its owner.",
			   level_label(answer.effective), title);
}

static bool load(struct dialog_page *page, struct form *form, struct error *err)
{
	const struct fact_project *project;
	struct field *field;
	uint32_t number;

	if (!dialog_subject(page, &number, err))
		return false;
	if (!page->ctx)
		make(page);
	project = &dialog_facts(page)->projects[number];
	dialog_title(page, "Share: %s", project->title);
	field = form_add(form, FIELD_ADD, "add", "Add people or groups");
	field->choices = ((struct share *)page->ctx)->levels;
	field->n_choices = LEVELS - 1;
	field->choice = field->base_choice = ADD_AS;
	field->find = find;
	field->pick = pick;
	field->ctx = page;
	field->help = "Type a part of a name; Enter adds who is found. With "
		"nothing typed, Left and Right choose the level.";
	add_grants(page, form, project);
	add_links(page, form, project);
	page->readonly = may_not(page, form, number);
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
				    project, who, id, NULL);
		return;
	}
	batch_pairs(batch, "project", "share", "project", project, who, id,
		    "level", code_of(row->choice), NULL);
}

static bool commands(struct dialog_page *page, struct form *form,
		     struct batch *batch, struct error *err)
{
	const struct field *grants = form_field(form, "grants");
	const struct field *workspace = form_field(form, "workspace");
	const struct field *web = form_field(form, "web");
	const struct field *editors = form_field(form, "editors");
	const char *project = page->subject.id;
	size_t i;

	(void)err;
	for (i = 0; i < grants->n_rows; i++)
		one_grant(page, &grants->rows[i], batch);
	if (field_changed(workspace))
		batch_pairs(batch, "project", "share-workspace", "project",
			    project, "level", level_code((enum level)
				workspace->choice), NULL);
	if (field_changed(web))
		batch_pairs(batch, "project", "share-web", "project", project,
			    "level", level_code((enum level)web->choice), NULL);
	if (field_changed(editors))
		batch_pairs(batch, "project", "editors-may-share", "project",
			    project, "on", editors->on ? "on" : "off", NULL);
	return true;
}

/* ---- what comes of each grant ------------------------------------------------------- */

/* Verdicts of everybody on the project as they would be. */
static const struct verdict *verdicts_after(struct dialog_page *page,
					    uint32_t project)
{
	const struct facts *facts = dialog_facts(page);
	const struct preview *preview = &page->preview.preview;
	struct verdict *v = screen_verdicts(page->screen, facts->n_users);
	uint32_t i;

	access_of_project(facts, project, v);
	for (i = 0; i < preview->n; i++) {
		const struct change *change = &preview->changes[i];

		if (change->project != project || change->user == ANYONE)
			continue;
		v[change->user].effective = (uint8_t)change->after.effective;
		v[change->user].granted = (uint8_t)change->after.granted;
	}
	return v;
}

static void note_user(struct dialog_page *page, struct form_row *row,
		      const struct verdict *v)
{
	if ((int)v->effective < row->choice + 1)
		dialog_note(page, row, STYLE_MAGENTA, "effective: %s",
			    level_label((enum level)v->effective));
}

static void note_group(struct dialog_page *page, struct form_row *row,
		       uint32_t group, const struct verdict *v)
{
	const struct facts *facts = dialog_facts(page);
	const struct numbers *members = &facts->groups[group].members;
	uint32_t i, reach = 0, n = 0, held = NOBODY;

	for (i = 0; i < members->n; i++) {
		uint32_t user = members->v[i];

		if (facts->users[user].gone || !facts->users[user].active)
			continue;
		n++;
		if ((int)v[user].effective >= row->choice + 1)
			reach++;
		else if (held == NOBODY)
			held = user;
	}
	if (held != NOBODY)
		dialog_note(page, row, STYLE_MAGENTA,
			    "%u of %u hold it; not %s%s", reach, n,
			    facts_user_name(facts, held),
			    n - reach > 1 ? ", .." : "");
}

static void notes(struct dialog_page *page, struct form *form)
{
	struct field *grants = form_field(form, "grants");
	const struct verdict *v;
	uint32_t project, number;
	struct thing thing;
	struct error err;
	size_t i;

	if (!dialog_subject(page, &project, &err))
		return;
	v = verdicts_after(page, project);
	for (i = 0; i < grants->n_rows; i++) {
		struct form_row *row = &grants->rows[i];

		if (row->removed || !finder_thing(row->id, &thing))
			continue;
		number = thing_number(page->screen->app, &thing);
		if (number == NOBODY)
			continue;
		if (thing.kind == THING_USER)
			note_user(page, row, &v[number]);
		else
			note_group(page, row, number, v);
	}
}

static bool key(struct dialog_page *page, const struct key *key)
{
	struct screen *screen = page->screen;
	struct thing subject = page->subject;

	if (!page->readonly || key->code != 'F' || !app_is_admin(screen->app))
		return false;
	dialog_over(page, "project", "take-access", &subject);
	return true;
}

static void release(struct dialog_page *page)
{
	struct share *self = page->ctx;

	if (self)
		finder_release(&self->finder);
	free(self);
}

static const struct hint hints[] = {
	{ "Left/Right", "level" }, { "Del", "take away" }, { NULL, NULL }
};

const struct dialog dialog_share = {
	.actions = { "project share", "project share-workspace",
		     "project share-web", "project unshare",
		     "project editors-may-share", NULL },
	.load = load, .commands = commands, .notes = notes, .key = key,
	.release = release, .hints = hints
};
