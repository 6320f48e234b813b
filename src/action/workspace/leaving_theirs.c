/* leaving_theirs.c: what somebody leaves: what they own, hold, saw and asked for. */
#include "action/workspace/leaving_priv.h"

#include <string.h>

#include "action/core/word_list.h"
#include "action/vault/vault_readers.h"
#include "base/clock.h"
#include "base/text.h"
#include "model/asked/level_request.h"
#include "model/token.h"

static const struct facts *facts_of(const struct leaving *self)
{
	return &self->app->facts;
}

static const char *kept(struct leaving *self, const char *text)
{
	return arena_strdup(self->arena, text);
}

/* ---- what is theirs --------------------------------------------------------------------- */

static void add_owned(struct leaving *self, uint32_t p)
{
	const struct fact_project *project = &facts_of(self)->projects[p];
	const char *who = facts_of(self)->users[self->user].id;
	uint32_t heir = self->heir[p];

	if (heir == NOBODY)
		leaving_add(self, (struct plan_row){ .what = "project", .change = "keep",
			.id = project->id, .name = project->title, .field = "owner",
			.before = kept(self, who), .after = kept(self, who),
			.told = arena_printf(self->arena, "%s stays with %s",
					     leaving_title(self, p), leaving_person(self, self->user)) });
	else
		leaving_add(self, (struct plan_row){ .what = "project", .change = "transfer",
			.id = project->id, .name = project->title, .field = "owner",
			.before = kept(self, who),
			.after = kept(self, facts_of(self)->users[heir].id),
			.told = arena_printf(self->arena, "%s to %s", leaving_title(self, p),
					     leaving_person(self, heir)) });
}

static void add_granted(struct leaving *self, uint32_t p)
{
	const struct fact_project *project = &facts_of(self)->projects[p];
	enum level level = leaving_direct(self, p);

	if (level != LEVEL_NONE)
		leaving_add(self, (struct plan_row){ .what = "grant", .change = "keep",
			.id = project->id, .name = project->title, .field = "level",
			.before = level_code(level), .after = level_code(level),
			.told = arena_printf(self->arena, "%s: %s", leaving_title(self, p),
					     level_label(level)) });
}

static void add_projects(struct leaving *self)
{
	const struct facts *facts = facts_of(self);
	uint32_t p;

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
			leaving_add(self, (struct plan_row){ .what = "group", .change = "keep",
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
		leaving_add(self, (struct plan_row){ .what = "token",
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
	leaving_add(self, (struct plan_row){ .what = "value", .change = anew ? "renewed" : "renew",
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

/* ---- what else they hold ------------------------------------------------------------------ */

/* What opens the vault is ended by itself: by no deactivation. */
static void add_key(struct leaving *self)
{
	const struct app *app = self->app;
	const char *who = facts_of(self)->users[self->user].id;
	size_t i = 0;

	while (i < app->n_holders && strcmp(app->holders[i], who) != 0)
		i++;
	if (i < app->n_holders)
		leaving_add(self, (struct plan_row){ .what = "key", .change = "revoke",
			.id = who, .field = "vault",
			.after = arena_printf(self->arena, "%zu", app->n_values),
			.told = arena_printf(self->arena, "opens the vault, with %zu "
					     "value%s: vault admin-revoke ends it",
					     app->n_values, app->n_values == 1 ? "" : "s") });
}

/* What they asked for ends with the account (requests_settle); and what an heir asked
 * for and has by it. */
static void add_request(struct leaving *self, uint32_t n)
{
	struct access_request one;
	bool own;

	if (!access_request_is_open(facts_of(self), n) ||
	    !access_request_read(facts_of(self), n, self->arena, &one) ||
	    one.user == NOBODY || one.project == NOBODY)
		return;
	own = one.user == self->user;
	if (!own && (facts_of(self)->projects[one.project].owner != self->user ||
		     self->heir[one.project] != one.user ||
		     (facts_of(self)->projects[one.project].state != STATE_ACTIVE &&
		      one.level > LEVEL_CAN_VIEW)))	/* it only reads (D3) */
		return;
	leaving_add(self, (struct plan_row){ .what = "request",
		.change = own ? "end" : "reached", .id = one.id,
		.name = facts_of(self)->projects[one.project].title,
		.field = kept(self, facts_of(self)->users[one.user].id),
		.before = access_request_state_code(ACCESS_REQUEST_OPEN),
		.after = access_request_state_code(own ? ACCESS_REQUEST_CLOSED :
						   ACCESS_REQUEST_REACHED),
		.told = arena_printf(self->arena, "%s on %s, asked for by %s: %s",
			level_label(one.level), leaving_title(self, one.project),
			leaving_person(self, one.user),
			own ? "ends with the account" : "reached as the owner") });
}

static void add_requests(struct leaving *self)
{
	uint32_t n;

	for (n = 0; n < facts_of(self)->n_requests; n++)
		add_request(self, n);
}

void leaving_theirs(struct leaving *self)
{
	add_projects(self);
	add_seen(self);
	add_key(self);
	add_tokens(self);
	add_groups(self);
	add_requests(self);
}
