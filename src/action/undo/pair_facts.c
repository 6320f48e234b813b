/* pair_facts.c: see pair_facts.h. */
#include "action/undo/pair_facts.h"

#include <stdlib.h>
#include <string.h>

#include "base/json_write.h"
#include "base/mem.h"
#include "base/text.h"

enum { ID_LIMIT = 8192 };

/* ---- what comes in --------------------------------------------------------------------- */

static bool same(const char *a, const char *b)
{
	return a && b && strcmp(a, b) == 0;
}

/* An owner is only pointed at: nothing of it decides about somebody else. */
static uint32_t bring_user(struct pair_facts *self, const char *id)
{
	uint32_t here = facts_user(&self->facts, id), n = facts_user(self->now, id);
	const struct fact_user *user;

	if (here != NOBODY || !id)
		return here;
	if (n == NOBODY)
		return facts_add_user(&self->facts, id, id, "", ROLE_VIEWER);
	user = &self->now->users[n];
	here = facts_add_user(&self->facts, id, user->email, user->name, user->role);
	self->facts.users[here].active = user->active;
	return here;
}

static void grants_of(struct pair_facts *self, uint32_t project, const char *group)
{
	uint32_t from = facts_project(self->now, self->project_id);
	const struct fact_grant *grant;

	grant = from == NOBODY ? NULL : facts_grant(self->now, from, true,
						    facts_group(self->now, group));
	if (grant && project != NOBODY)
		facts_set_grant(&self->facts, project, true,
				facts_group(&self->facts, group), grant->level);
}

/* With what ties it to what is here. */
static uint32_t bring_group(struct pair_facts *self, const char *id)
{
	struct facts *facts = &self->facts;
	uint32_t here = facts_group(facts, id), n = facts_group(self->now, id), a;
	const struct fact_group *group;

	if (here != NOBODY || n == NOBODY)
		return here;
	group = &self->now->groups[n];
	here = facts_add_group(facts, id, group->name);
	if (self->user_id && facts_user(facts, self->user_id) != NOBODY &&
	    numbers_has(&group->members, facts_user(self->now, self->user_id)))
		facts_set_member(facts, here, facts_user(facts, self->user_id), true);
	grants_of(self, facts_project(facts, self->project_id), id);
	for (a = 0; a < facts->n_assets; a++)
		if (!facts->assets[a].gone &&
		    numbers_has(&group->assets,
				facts_asset(self->now, facts->assets[a].id)))
			facts_set_access(facts, a, here, true);
	return here;
}

static uint32_t bring_asset(struct pair_facts *self, const char *id)
{
	struct facts *facts = &self->facts;
	uint32_t here = facts_asset(facts, id), n = facts_asset(self->now, id), i, g;
	const struct fact_asset *asset;

	if (here != NOBODY || n == NOBODY)
		return here;
	asset = &self->now->assets[n];
	here = facts_add_asset(facts, id, asset->kind, asset->name);
	facts->assets[here].builtin = asset->builtin;
	for (i = 0; i < asset->groups.n; i++) {
		if (self->now->groups[asset->groups.v[i]].gone)
			continue;
		g = bring_group(self, self->now->groups[asset->groups.v[i]].id);
		facts_set_access(facts, here, g, true);
	}
	if (facts_project(facts, self->project_id) != NOBODY &&
	    numbers_has(&asset->projects, facts_project(self->now, self->project_id)))
		facts_set_import(facts, facts_project(facts, self->project_id), here,
				 true);
	return here;
}

static void bring_the_two(struct pair_facts *self, uint32_t user, uint32_t project)
{
	const struct fact_project *from = &self->now->projects[project];
	const struct facts *now = self->now;
	struct fact_project *to;
	uint32_t u, p, i;

	u = self->user_id ? bring_user(self, self->user_id) : NOBODY;
	p = facts_add_project(&self->facts, from->id, from->title,
			      bring_user(self, now->users[from->owner].id));
	to = &self->facts.projects[p];
	to->state = from->state;
	to->editors_may_share = from->editors_may_share;
	to->workspace = from->workspace;
	to->public_web = from->public_web;
	for (i = 0; i < from->n_grants; i++)
		if (from->grants[i].group &&
		    !now->groups[from->grants[i].who].gone)
			(void)bring_group(self, now->groups[from->grants[i].who].id);
		else if (!from->grants[i].group && from->grants[i].who == user)
			facts_set_grant(&self->facts, p, false, u,
					from->grants[i].level);
	for (i = 0; u != NOBODY && i < now->users[user].groups.n; i++)
		if (!now->groups[now->users[user].groups.v[i]].gone)
			(void)bring_group(self, now->groups[
					  now->users[user].groups.v[i]].id);
	for (i = 0; i < from->assets.n; i++)
		if (!now->assets[from->assets.v[i]].gone)
			(void)bring_asset(self, now->assets[from->assets.v[i]].id);
}

/* As it stands in the text of an event: a name in quotes. */
static char *said(const char *id)
{
	struct json json;
	struct buf text;
	char *out;

	buf_init(&text, ID_LIMIT);
	jsonw_init(&json, &text, 0);
	jsonw_string(&json, id);
	out = mem_strdup(buf_text(&text));
	buf_release(&text);
	return out;
}

void pair_facts_init(struct pair_facts *self, const struct facts *now, uint32_t user,
		     uint32_t project)
{
	struct facts *facts = &self->facts;

	*self = (struct pair_facts){ .now = now };
	facts_init(facts);
	facts->plan = now->plan;
	facts->share_to_web = now->share_to_web;
	facts->api_access = now->api_access;
	facts->show_secret_values = now->show_secret_values;
	facts->token_max_days = now->token_max_days;
	self->user_id = user == ANYONE ? NULL : now->users[user].id;
	self->project_id = now->projects[project].id;
	self->user_said = self->user_id ? said(self->user_id) : NULL;
	self->project_said = said(self->project_id);
	bring_the_two(self, user, project);
}

void pair_facts_release(struct pair_facts *self)
{
	facts_release(&self->facts);
	free(self->edits);
	free(self->user_said);
	free(self->project_said);
	*self = (struct pair_facts){ .n = 0 };
}

/* ---- which edits ------------------------------------------------------------------------ */

/* Those that are about nobody else's person or project, by how their names begin. */
static bool is_of_others(const char *name)
{
	static const char *const begins[] = { "member\"", "grant_user\"",
		"grant_group\"", "import\"", "project_", "user_", "own_",
		"provider_", "token_", "workspace_" };

	for (size_t i = 0; i < COUNT_OF(begins); i++)
		if (strncmp(name, begins[i], strlen(begins[i])) == 0)
			return true;
	return false;
}

bool pair_facts_meets(const struct pair_facts *self, const char *edits)
{
	static const char mark[] = "\"edit\":\"";
	const char *at;

	if ((self->user_said && strstr(edits, self->user_said)) ||
	    strstr(edits, self->project_said))
		return true;
	for (at = strstr(edits, mark); at; at = strstr(at, mark)) {
		at += sizeof(mark) - 1;
		if (!is_of_others(at))
			return true;
	}
	return false;
}

static bool of_project(const struct pair_facts *self, const struct past_edit *one)
{
	if (!same(one->project, self->project_id))
		return false;
	switch (one->kind) {
	case EDIT_GRANT_USER:
		return same(one->user, self->user_id);
	case EDIT_PROJECT_DESCRIPTION:
	case EDIT_PROJECT_STATUS:
	case EDIT_PROJECT_CATEGORIES:
		return false;
	default:
		return past_edit_row(one)->whose != OF_OWN;
	}
}

bool pair_facts_concerns(const struct pair_facts *self, const struct past_edit *one)
{
	switch (one->kind) {
	case EDIT_USER_ADD:
	case EDIT_USER_DELETE:
	case EDIT_USER_NAME:
	case EDIT_USER_ROLE:
	case EDIT_USER_ACTIVE:
	case EDIT_MEMBER:
		return same(one->user, self->user_id);
	case EDIT_GROUP_ADD:
		return facts_group(&self->facts, one->group) != NOBODY;
	case EDIT_ASSET_ADD:
		return facts_asset(&self->facts, one->asset) != NOBODY;
	case EDIT_PLAN:
	case EDIT_SETTING:
	case EDIT_GROUP_NAME:
	case EDIT_GROUP_DELETE:
	case EDIT_ASSET_NAME:
	case EDIT_ASSET_BUILTIN:
	case EDIT_ASSET_DELETE:
	case EDIT_ASSET_GROUP:
		return true;
	default:
		return of_project(self, one);
	}
}

/* ---- back ------------------------------------------------------------------------------- */

static bool adds(const struct past_edit *one)
{
	return past_edit_row(one)->shape == EDITS_ADD;
}

static bool is_whole(const struct past_edit *one)
{
	return adds(one) || past_edit_row(one)->shape == EDITS_DELETE;
}

static void bring(struct pair_facts *self, enum whose whose, const char *id)
{
	if (whose == OF_GROUP)
		(void)bring_group(self, id);
	else if (whose == OF_ASSET)
		(void)bring_asset(self, id);
}

/* All that it names, but what it deletes: that comes by being taken back. */
static void bring_named(struct pair_facts *self, const struct past_edit *one)
{
	const struct edit_field *field = past_edit_row(one);
	const struct past_link *link;

	if (!is_whole(one)) {
		bring(self, OF_GROUP, one->group);
		bring(self, OF_ASSET, one->asset);
	}
	if (one->kind == EDIT_PROJECT_OWNER) {
		(void)bring_user(self, one->before_text);
		(void)bring_user(self, one->after_text);
	}
	if (one->kind == EDIT_PROJECT_DELETE)
		(void)bring_user(self, one->thing.owner);
	for (size_t i = 0; i < one->thing.n_links; i++) {
		link = &one->thing.links[i];
		bring(self, past_other(link, field->whose), link->id);
	}
}

static void put(void *ctx, struct edit edit)
{
	struct pair_facts *self = ctx;
	enum whose whose = edit_row(&edit)->whose;
	bool adding = edit_row(&edit)->shape == EDITS_ADD;
	struct pair_edit *one;

	if (whose == OF_OWN || !edit_changes(&self->facts, &edit))
		return;
	self->edits = mem_grow(self->edits, self->n, &self->cap, sizeof(*self->edits));
	one = &self->edits[self->n];
	one->edit = edit;
	one->inverse = adding;
	edit_apply(&self->facts, &one->edit);
	if (adding)
		one->edit = edit_for(edit_kind_of(EDITS_DELETE, whose), whose,
				     edit_number(&one->edit, whose));
	self->at = ++self->n;
}

/* Of a whole thing little is here: that it is there, or not, has to do. */
static bool stands(struct pair_facts *self, const struct past_edit *one,
		   struct arena *arena)
{
	enum whose whose = past_edit_row(one)->whose;

	if (is_whole(one))
		return (whose_find(&self->facts, whose, past_id(one, whose)) !=
			NOBODY) == adds(one);
	return past_state(&self->facts, one, true, arena) == PAST_STANDS;
}

bool pair_facts_back(struct pair_facts *self, const struct past *past,
		     const struct past_edit *one, struct arena *arena)
{
	struct past_turn back = { .facts = &self->facts, .arena = arena, .past = past,
				  .back = true, .put = put, .ctx = self };

	pair_facts_go(self, self->n);
	bring_named(self, one);
	if (!stands(self, one, arena))
		return false;
	past_turn(&back, one);
	return true;
}

static void turn(struct pair_facts *self, struct pair_edit *one, bool apply)
{
	if (apply)
		edit_apply(&self->facts, &one->edit);
	else
		edit_revert(&self->facts, &one->edit);
}

void pair_facts_go(struct pair_facts *self, size_t n)
{
	struct pair_edit *one;

	while (self->at > n) {
		one = &self->edits[--self->at];
		turn(self, one, one->inverse);
	}
	while (self->at < n) {
		one = &self->edits[self->at++];
		turn(self, one, !one->inverse);
	}
}

void pair_facts_forget(struct pair_facts *self, size_t n)
{
	pair_facts_go(self, n);
	self->n = n;
}

bool pair_facts_there(const struct pair_facts *self, uint32_t *user, uint32_t *project)
{
	*user = self->user_id ? facts_user(&self->facts, self->user_id) : ANYONE;
	*project = facts_project(&self->facts, self->project_id);
	return *user != NOBODY && *project != NOBODY;
}
