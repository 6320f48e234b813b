/* leaving.c: see leaving.h. */
#include "action/workspace/leaving.h"

#include <stdlib.h>
#include <string.h>

#include "access/edit_granted.h"
#include "access/rights.h"
#include "action/core/word_list.h"
#include "action/vault/vault_readers.h"
#include "base/clock.h"
#include "base/mem.h"
#include "base/text.h"
#include "model/token.h"

static const struct facts *facts_of(const struct leaving *self)
{
	return &self->app->facts;
}

static const char *kept(struct leaving *self, const char *text)
{
	return text ? arena_strdup(self->arena, text) : NULL;
}

static void add(struct leaving *self, struct plan_row row)
{
	row.id = kept(self, row.id);
	row.name = kept(self, row.name);
	self->rows = mem_grow(self->rows, self->n, &self->cap, sizeof(*self->rows));
	self->rows[self->n++] = row;
}

static const char *person(struct leaving *self, uint32_t user)
{
	const struct fact_user *one = &facts_of(self)->users[user];
	const char *email = word_cut(self->arena, one->email);

	return *one->name ? arena_printf(self->arena, "%s <%s>",
					 word_cut(self->arena, one->name), email) : email;
}

static const char *title(struct leaving *self, uint32_t project)
{
	return word_project(self->arena, app_seen(self->app), project);
}

/* ---- what is theirs --------------------------------------------------------------------- */

static void add_owned(struct leaving *self, uint32_t p)
{
	const struct fact_project *project = &facts_of(self)->projects[p];
	const char *who = facts_of(self)->users[self->user].id;
	uint32_t heir = self->heir[p];

	if (heir == NOBODY)
		add(self, (struct plan_row){ .what = "project", .change = "keep",
			.id = project->id, .name = project->title, .field = "owner",
			.before = kept(self, who), .after = kept(self, who),
			.told = arena_printf(self->arena, "%s stays with %s",
					     title(self, p), person(self, self->user)) });
	else
		add(self, (struct plan_row){ .what = "project", .change = "transfer",
			.id = project->id, .name = project->title, .field = "owner",
			.before = kept(self, who),
			.after = kept(self, facts_of(self)->users[heir].id),
			.told = arena_printf(self->arena, "%s to %s", title(self, p),
					     person(self, heir)) });
}

static void add_granted(struct leaving *self, uint32_t p)
{
	const struct fact_project *project = &facts_of(self)->projects[p];
	uint32_t i;

	for (i = 0; i < project->n_grants; i++)
		if (!project->grants[i].group && project->grants[i].who == self->user)
			add(self, (struct plan_row){ .what = "grant", .change = "keep",
				.id = project->id, .name = project->title,
				.field = "level",
				.after = level_code((enum level)project->grants[i].level),
				.told = arena_printf(self->arena, "%s: %s", title(self, p),
					level_label((enum level)
						    project->grants[i].level)) });
}

static void add_projects(struct leaving *self)
{
	const struct facts *facts = facts_of(self);
	struct verdict *v = mem_array(facts->n_projects + 1u, sizeof(*v));
	uint32_t p;

	access_of_user(facts, self->user, v);
	self->edited = mem_array(facts->n_projects + 1u, sizeof(*self->edited));
	for (p = 0; p < facts->n_projects; p++)
		self->edited[p] = !facts->projects[p].gone &&
			level_edits((enum level)v[p].effective);
	free(v);
	for (p = 0; p < facts->n_projects; p++)
		if (!facts->projects[p].gone && facts->projects[p].owner == self->user)
			add_owned(self, p);
	for (p = 0; p < facts->n_projects; p++)
		if (!facts->projects[p].gone)
			add_granted(self, p);
}

static void add_groups(struct leaving *self)
{
	const struct facts *facts = facts_of(self);
	const struct numbers *groups = &facts->users[self->user].groups;
	uint32_t i;

	for (i = 0; i < groups->n; i++)
		if (!facts->groups[groups->v[i]].gone)
			add(self, (struct plan_row){ .what = "group", .change = "keep",
				.id = facts->groups[groups->v[i]].id,
				.name = facts->groups[groups->v[i]].name,
				.field = "member", .after = "member",
				.told = word_group(self->arena, app_seen(self->app),
						   groups->v[i]) });
}

static void add_tokens(struct leaving *self)
{
	const struct facts *facts = facts_of(self);
	const struct fact_user *user = &facts->users[self->user];
	const struct fact_record *token;
	const char *owner;
	uint32_t i;
	bool own;

	for (i = 0; i < facts->n_tokens; i++) {
		token = &facts->tokens[i];
		owner = token->gone ? "" : token_get(token, "owner", self->arena);
		if (!*owner || (strcmp(owner, user->id) != 0 &&
				text_casecmp(owner, user->email) != 0) ||
		    *token_get(token, "revoked", self->arena))
			continue;
		own = strcmp(token->type, "personal") == 0;
		add(self, (struct plan_row){ .what = "token",
			.change = own ? "end" : "revoke",
			.id = token->id, .name = token->name, .field = "owner",
			.after = kept(self, token->type),
			.told = arena_printf(self->arena, "%s (%s, ...%s): %s",
				word_cut(self->arena, token->name), token->type,
				token_get(token, "last_four", self->arena),
				own ? "ends with the account" : "revoke it in Hex") });
	}
}

/* ---- what they saw ------------------------------------------------------------------------ */

static const char *day_of(struct leaving *self, int64_t time)
{
	char text[CLOCK_TEXT];

	clock_rfc3339(time, text);
	text[10] = '\0';
	return arena_strdup(self->arena, text);
}

/* A value is another one since: nothing is to be done about it, which is said only of
 * what was not yet so at the event. */
static void add_value(struct leaving *self, const struct vault_value_row *value, size_t seen,
		      int64_t last)
{
	bool anew = value->set_at > last;

	if (anew && (!self->until || value->set_at <= self->until))
		return;
	add(self, (struct plan_row){ .what = "value", .change = anew ? "renewed" : "renew",
		.id = value->thing, .name = vault_value_name(self->app, value),
		.field = kept(self, value->field),
		.after = arena_printf(self->arena, "%zu", seen),
		.told = arena_printf(self->arena, "%s (%s), seen %zu time%s, last %s: %s",
			word_cut(self->arena, vault_value_name(self->app, value)),
			vault_value_label(value), seen, seen == 1 ? "" : "s",
			day_of(self, last), anew ? arena_printf(self->arena,
			"another value since %s", day_of(self, value->set_at)) :
			"change it where it is used") });
}

static void add_seen(struct leaving *self)
{
	const char *email = facts_of(self)->users[self->user].email;
	struct vault_history history;
	struct error err;
	size_t i, k, n;
	int64_t last;

	error_clear(&err);
	if (!self->app->store || !self->app->n_values ||
	    !vault_history(self->app, self->arena, &history, &err))
		return;
	for (i = 0; i < history.rows.n_values; i++) {
		const struct vault_value_row *value = &history.rows.values[i];

		for (k = n = 0, last = 0; k < history.n_uses; k++) {
			const struct vault_use_row *use = &history.uses[k];

			if (strcmp(use->thing, value->thing) != 0 ||
			    strcmp(use->actor, email) != 0 ||
			    (self->until && use->time > self->until))
				continue;
			n++;
			last = use->time;
		}
		if (n)
			add_value(self, value, n, last);
	}
}

void leaving_before(struct leaving *self)
{
	self->rows = NULL;
	self->n = self->cap = 0;
	add_projects(self);
	add_seen(self);
	add_tokens(self);
	add_groups(self);
}

/* ---- after it -------------------------------------------------------------------------------- */

static bool anybody(void *ctx, uint32_t user)
{
	(void)ctx;
	(void)user;
	return true;
}

void leaving_drop(struct leaving *self)
{
	free(self->rows);
	free(self->edited);
}

const struct plan_row *leaving_after(struct leaving *self, size_t *n)
{
	const struct facts *facts = facts_of(self);
	struct plan_row *all;
	size_t before = self->n;
	uint32_t p;

	for (p = 0; p < facts->n_projects; p++)
		if (self->edited[p] && facts->projects[p].state == STATE_ACTIVE &&
		    !editors_any(facts, p, anybody, NULL))
			add(self, (struct plan_row){ .what = "project",
				.change = "no_editor", .id = facts->projects[p].id,
				.name = facts->projects[p].title,
				.told = arena_printf(self->arena, "%s: nobody can edit it "
						     "any more", title(self, p)) });
	*n = self->n;
	all = arena_array(self->arena, self->n + 1, sizeof(*all));
	if (self->n > before)
		memcpy(all, self->rows + before, (self->n - before) * sizeof(*all));
	if (before)
		memcpy(all + (self->n - before), self->rows, before * sizeof(*all));
	leaving_drop(self);
	return all;
}
