/* share_marked.c: the marked projects shared together: who gets which level on all of
 * them, the grants that they have with their common level or "different", and a row
 * for each project with what comes of it. */
#include <stdlib.h>
#include <string.h>

#include "access/rights.h"
#include "action/judge/may.h"
#include "base/mem.h"
#include "screen/dialog/marked.h"
#include "screen/dialog/picker.h"
#include "screen/dialog/read_only.h"
#include "screen/dialog/roles.h"
#include "screen/frame/chrome.h"

enum {
	ADD_AS = LEVEL_CAN_VIEW - 1,
	OPEN = LEVELS - 1,		/* levels of a grant: App Only .. Full Access */
	WEB = LEVEL_CAN_VIEW + 1	/* of the web: No access .. Can View (D24) */
};

struct share_marked {
	struct picker picker;		/* first; of whom to add */
	const char *levels[OPEN + 1];	/* ... and different */
	const char *links[LEVELS + 1];
	const char *web[WEB + 1];
	const char *editors[3];
};

static const struct fact_project *project_at(const struct dialog_page *page,
					     size_t i)
{
	return seen_project(dialog_seen(page), thing_number(page->screen->app,
			    &page->marked->v[i]));
}

/* ---- loading -------------------------------------------------------------------- */

static void pick(void *ctx, const char *id)
{
	struct dialog_page *page = ((struct picker *)ctx)->page;
	struct field *field = form_field(&page->form, "grants");
	int level = form_field(&page->form, "add")->choice;
	struct form_row *row = form_row(field, id);
	struct thing thing;

	if (!finder_thing(id, &thing))
		return;
	if (!row) {
		row = form_row_add(&page->form, field, id,
				   thing_name(page->screen->app, &thing), false,
				   level);
		row->added = true;
		row->detail = thing.kind == THING_GROUP ? "group" : "";
	}
	row->removed = false;
	row->choice = level;
	field->cursor = (size_t)(row - field->rows);	/* in sight */
	dialog_touched(page);
}

static void add_search(struct dialog_page *page, struct form *form)
{
	struct field *field = form_add(form, FIELD_ADD, "add",
				       "Add people or groups");
	struct share_marked *self = page->ctx;

	field->choices = self->levels;
	field->n_choices = field->n_open = OPEN;
	field->choice = field->base_choice = ADD_AS;
	field->find = picker_find;
	field->pick = pick;
	field->ctx = &self->picker;
	field->help = "Type a part of a name or address; Enter adds who is found, to "
		"all marked projects. With nothing typed, Left and Right choose the "
		"level.";
}

/* The level that the grantee has there; NONE: no grant.  Owners need none. */
static enum level level_of(const struct fact_project *project, bool group,
			   uint32_t who)
{
	uint32_t i;

	if (!group && project->owner == who)
		return LEVEL_FULL_ACCESS;
	for (i = 0; i < project->n_grants; i++)
		if (project->grants[i].group == group &&
		    project->grants[i].who == who)
			return (enum level)project->grants[i].level;
	return LEVEL_NONE;
}

/* A row for who is granted something on any of them, once. */
static void add_grant(struct dialog_page *page, struct form *form,
		      struct field *field, bool group, uint32_t who)
{
	struct app *app = page->screen->app;
	struct thing thing = thing_of(app, group ? THING_GROUP : THING_USER, who);
	struct arena arena = { 0 };
	const char *id = finder_id(&thing, &arena);
	size_t i, n = 0;
	enum level one, level = LEVEL_NONE;
	bool differ = false;
	struct form_row *row;

	if (form_row(field, id)) {
		arena_release(&arena);
		return;
	}
	for (i = 0; i < page->marked->n; i++) {
		one = level_of(project_at(page, i), group, who);
		differ = differ || (i && one != level);
		level = one;
		n += level_opens(one);
	}
	row = form_row_add(form, field, id, thing_name(app, &thing), false,
			   differ ? OPEN : (int)level - 1);
	row->detail = form_printf(form, "%s%s", group ? "group, " : "",
		n == page->marked->n ? "on all" :
		form_printf(form, "on %zu of %zu", n, page->marked->n));
	arena_release(&arena);
}

static void add_grants(struct dialog_page *page, struct form *form)
{
	struct field *field = form_add(form, FIELD_ROWS, "grants", "");
	const struct seen *seen = dialog_seen(page);
	const struct fact_project *project;
	uint32_t k;
	size_t i;

	field->choices = ((struct share_marked *)page->ctx)->levels;
	field->n_choices = OPEN + 1;
	field->n_open = OPEN;
	field->removable = field->searchable = true;
	field->struck = "taken away";
	field->help = "Left and Right give one level on all marked projects, Del "
		"takes the grant away from all of them. What says \"different\" "
		"stays as it is.";
	for (i = 0; i < page->marked->n; i++) {
		project = project_at(page, i);
		for (k = 0; k < project->n_grants; k++)
			if (project->grants[k].group ?
			    sees_group(seen, project->grants[k].who) :
			    sees_user(seen, project->grants[k].who))
				add_grant(page, form, field,
					  project->grants[k].group,
					  project->grants[k].who);
	}
	field->searchable = field->n_rows > 8;
	field->hidden = !field->n_rows;
}

/* The value that all have, or the last choice. */
static int common(const struct dialog_page *page, int different,
		  int (*value)(const struct fact_project *project))
{
	int first = value(project_at(page, 0));
	size_t i;

	for (i = 1; i < page->marked->n; i++)
		if (value(project_at(page, i)) != first)
			return different;
	return first < different ? first : different;
}

static int is_workspace(const struct fact_project *project)
{
	return (int)project->workspace;
}

static int is_web(const struct fact_project *project)
{
	return (int)project->public_web;
}

static int is_editors(const struct fact_project *project)
{
	return project->editors_may_share;
}

/* "different" is there to come back to, where it is what is stored. */
static void add_choice(struct dialog_page *page, struct form *form,
		       const char *name, const char *label,
		       const char *const *labels, int different,
		       int (*value)(const struct fact_project *project))
{
	int now = common(page, different, value);
	struct field *field = form_add_choice(form, name, label, labels,
					      different + 1, now);

	field->n_open = now == different ? 0 : different;
}

static enum level own_level(const struct dialog_page *page, uint32_t project)
{
	const struct app *app = page->screen->app;
	struct arena arena = { 0 };
	struct answer me;
	enum level level = LEVEL_NONE;

	if (app_subject(app) == NOBODY)
		return level;
	access_decide(seen_judged(app_seen(app)), app_subject(app), project,
		      &arena, &me);
	level = right_shares_up_to(seen_judged(app_seen(app)), &me);
	arena_release(&arena);
	return level;
}

/* An Admin who lacks the level may take it. */
static bool lacks_level(const struct dialog_page *page, const struct thing *thing)
{
	uint32_t n = thing_number(page->screen->app, thing);

	return app_is_admin(page->screen->app) && n != NOBODY &&
		seen_project(dialog_seen(page), n)->state == STATE_ACTIVE &&
		!level_is_full(own_level(page, n));
}

static void add_take(struct dialog_page *page, struct form *form)
{
	struct field *field = form_add_check(form, "take",
			"Take Full Access first where you lack it", false);
	size_t i, n = 0;

	for (i = 0; i < page->marked->n; i++)
		n += lacks_level(page, &page->marked->v[i]);
	field->hidden = !n;
	field->note = form_printf(form, "on %zu of them; audited", n);
	field->help = "Sharing needs Can Edit, and no more than one's own level can "
		"be given. An Admin may take Full Access; the history says so.";
}

static void make(struct dialog_page *page)
{
	struct share_marked *self = mem_alloc(sizeof(*self));
	int i;

	for (i = 0; i < LEVELS; i++)
		self->links[i] = level_label((enum level)i);
	memcpy(self->levels, self->links + 1, OPEN * sizeof(*self->levels));
	memcpy(self->web, self->links, WEB * sizeof(*self->web));
	self->links[LEVELS] = self->levels[OPEN] = self->web[WEB] =
		self->editors[2] = marked_different;
	self->editors[0] = "no";
	self->editors[1] = "yes";
	picker_init(&self->picker, page, FIND_USERS | FIND_GROUPS, "grants",
		    "is on the list");
	self->picker.finder.greyed = NULL;	/* a level for all may be given again */
	page->ctx = self;
}

static const char *detail(struct dialog_page *page, struct form *form,
			  const struct thing *thing)
{
	const struct fact_project *project = seen_project(dialog_seen(page),
		thing_number(page->screen->app, thing));

	return project->owner == NOBODY ? "" : form_printf(form, "owner %s",
		seen_user_label(dialog_seen(page), project->owner));
}

static bool load(struct dialog_page *page, struct form *form, struct error *err)
{
	struct share_marked *self;
	struct arena arena = { 0 };

	if (!marked_ready(page, err))
		return false;
	if (!page->ctx)
		make(page);
	self = page->ctx;
	dialog_title(page, "Share %s", marked_count(page, &arena));
	arena_release(&arena);
	add_search(page, form);
	add_take(page, form);
	add_grants(page, form);
	add_choice(page, form, "workspace", "Workspace", self->links, LEVELS,
		   is_workspace);
	add_choice(page, form, "web", "Anyone (web)", self->web, WEB, is_web);
	add_choice(page, form, "editors", "Editors may share",
		   self->editors, 2, is_editors);
	marked_rows(page, form, detail);
	return true;
}

/* ---- saving --------------------------------------------------------------------- */

static void one_grant(const struct dialog_page *page, const struct form_row *row,
		      const struct thing *project, struct batch *batch)
{
	const struct app *app = page->screen->app;
	const struct fact_project *now = seen_project(dialog_seen(page),
		thing_number(app, project));
	bool group = row->id[0] == 'g';
	const char *who = group ? "group" : "user";
	struct thing thing;
	enum level has;

	if (!row_changed(row) || !finder_thing(row->id, &thing) ||
	    thing_number(app, &thing) == NOBODY)
		return;
	if (!group && now->owner == thing_number(app, &thing))
		return;			/* has all there is */
	has = level_of(now, group, thing_number(app, &thing));
	if (row->removed && level_opens(has))
		batch_pairs(batch, "project", "unshare", "project", project->id,
			    who, thing.id, BATCH_END);
	else if (!row->removed && row->choice < OPEN)
		batch_pairs(batch, "project", "share", "project", project->id,
			    who, thing.id, "level", level_code((enum level)
			    (row->choice + 1)), BATCH_END);
}

static void one_link(const struct form *form, const char *field, int different,
		     const char *verb, const struct thing *project,
		     struct batch *batch)
{
	const struct field *choice = form_field(form, field);

	if (field_changed(choice) && choice->choice != different)
		batch_pairs(batch, "project", verb, "project", project->id,
			    "level", level_code((enum level)choice->choice),
			    BATCH_END);
}

static bool say(struct dialog_page *page, struct form *form,
		const struct thing *thing, struct batch *batch, struct error *err)
{
	const struct field *grants = form_field(form, "grants");
	const struct field *editors = form_field(form, "editors");
	size_t i;

	(void)err;
	for (i = 0; i < grants->n_rows; i++)
		one_grant(page, &grants->rows[i], thing, batch);
	one_link(form, "workspace", LEVELS, "share-workspace", thing, batch);
	one_link(form, "web", WEB, "share-web", thing, batch);
	if (field_changed(editors) && editors->choice < 2)
		batch_pairs(batch, "project", "editors-may-share", "project",
			    thing->id, "on", editors->choice ? "on" : "off",
			    BATCH_END);
	return true;
}

/* Full Access first, where that is wanted and lacking. */
static bool say_with_access(struct dialog_page *page, struct form *form,
			    const struct thing *thing, struct batch *batch,
			    struct error *err)
{
	struct batch rest;
	bool done;

	batch_init(&rest);
	done = say(page, form, thing, &rest, err);
	if (rest.n && form_field(form, "take")->on && lacks_level(page, thing))
		batch_pairs(batch, "project", "take-access", "project", thing->id,
			    BATCH_END);
	batch_copy(batch, rest.v, rest.n);
	batch_release(&rest);
	return done;
}

static bool commands(struct dialog_page *page, struct form *form,
		     struct batch *batch, struct error *err)
{
	(void)err;
	marked_commands(page, form, batch, say_with_access);
	return true;
}

/* ---- what is said beside -------------------------------------------------------------- */

static void notes(struct dialog_page *page, struct form *form)
{
	struct field *grants = form_field(form, "grants");
	struct field *add = form_field(form, "add");

	add->note = level_meaning((enum level)(add->choice + 1));
	grants->hidden = !grants->n_rows;
	marked_notes(page, form);
}

static void release(struct dialog_page *page)
{
	struct share_marked *self = page->ctx;

	if (self)
		picker_release(&self->picker);
	free(self);
}

static const struct hint hints[] = {
	{ "Left/Right", "level" }, { "Del", "take away" }, { NULL, NULL }
};

const struct dialog dialog_share_marked = {
	.actions = { "project share", "project share-workspace",
		     "project share-web", "project unshare",
		     "project editors-may-share", NULL },
	.load = load, .commands = commands, .notes = notes, .tell = marked_tell,
	.pressed = marked_pressed, .key = marked_key, .release = release,
	.hints = hints, .many = true
};
