/* facts_diff.c: workspaces compared thing by thing, by their ids; ties between
 * things are in diff_ties.c, levels in diff_pairs.c. */
#include "action/workspace/diff_priv.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/config.h"
#include "model/kind.h"
#include "model/whose.h"

/* ---- things of both sides ------------------------------------------------------ */

static int by_id(const void *a, const void *b)
{
	const struct diff_thing *x = a, *y = b;

	return strcmp(x->id, y->id);
}

static void pair_up(struct facts_diff *diff, enum whose whose,
		    struct diff_things *out)
{
	const struct facts *before = diff->before, *after = diff->after;
	uint32_t n = whose_n(before, whose), m = whose_n(after, whose), i;
	const char *id;

	out->v = arena_array(&diff->arena, (size_t)n + m + 1, sizeof(*out->v));
	for (i = 0; i < n; i++) {
		id = whose_id(before, whose, i);
		if (!*whose_gone(before, whose, i))
			out->v[out->n++] = (struct diff_thing){
				id, i, whose_find(after, whose, id) };
	}
	for (i = 0; i < m; i++) {
		id = whose_id(after, whose, i);
		if (!*whose_gone(after, whose, i) &&
		    whose_find(before, whose, id) == NOBODY)
			out->v[out->n++] = (struct diff_thing){ id, NOBODY, i };
	}
	if (out->n > 1)
		qsort(out->v, out->n, sizeof(*out->v), by_id);
}

/* ---- the workspace -------------------------------------------------------------- */

static void setting(struct facts_diff *diff, const char *field,
		    const char *before, const char *after)
{
	struct diff_thing thing = { .id = field };

	if (!diff_field(diff, DIFF_SETTINGS, &thing, diff->after->name, field,
			before, after))
		return;
	if (!before)
		diff->rows[diff->n_rows - 1].how = DIFF_ADD;
	else if (!after)
		diff->rows[diff->n_rows - 1].how = DIFF_REMOVE;
	diff->count[DIFF_SETTINGS][diff->rows[diff->n_rows - 1].how]++;
}

static void settings(struct facts_diff *diff)
{
	const struct facts *a = diff->before, *b = diff->after;
	struct arena *arena = &diff->arena;

	setting(diff, "name", diff_text(a->name), diff_text(b->name));
	setting(diff, "plan", plan_code(a->plan), plan_code(b->plan));
	setting(diff, "share_to_web", diff_flag(a->share_to_web),
		diff_flag(b->share_to_web));
	setting(diff, "api_access", diff_flag(a->api_access), diff_flag(b->api_access));
	if (a->token_max_days != b->token_max_days)
		setting(diff, "token_max_days",
			arena_printf(arena, "%d", a->token_max_days),
			arena_printf(arena, "%d", b->token_max_days));
	setting(diff, "show_secret_values", diff_flag(a->show_secret_values),
		diff_flag(b->show_secret_values));
	setting(diff, "ssh_public_key", diff_text(a->ssh_public_key),
		diff_text(b->ssh_public_key));
}

static const char *default_id(const struct facts *facts)
{
	uint32_t asset = facts->default_asset;

	return asset == NOBODY || facts->assets[asset].gone ? NULL :
		facts->assets[asset].id;
}

/* ---- users and groups ----------------------------------------------------------- */

static const char *user_says(struct facts_diff *diff,
			     const struct fact_user *user)
{
	return arena_printf(&diff->arena, "%s%s", role_code(user->role),
			    user->active ? "" : ", deactivated");
}

static void user_fields(struct facts_diff *diff, const struct diff_thing *thing)
{
	const struct fact_user *a = &diff->before->users[thing->before];
	const struct fact_user *b = &diff->after->users[thing->after];
	const char *name = facts_user_name(diff->after, thing->after);
	size_t rows = diff->n_rows;

	(void)diff_field(diff, DIFF_USERS, thing, name, "email", a->email,
			 b->email);
	(void)diff_field(diff, DIFF_USERS, thing, name, "name",
			 diff_text(a->name), diff_text(b->name));
	(void)diff_field(diff, DIFF_USERS, thing, name, "role",
			 role_code(a->role), role_code(b->role));
	(void)diff_field(diff, DIFF_USERS, thing, name, "active",
			 diff_flag(a->active), diff_flag(b->active));
	(void)diff_field(diff, DIFF_USERS, thing, name, "unix_login",
			 diff_text(a->login), diff_text(b->login));
	diff_time(diff, DIFF_USERS, thing, name, "last_login", a->last_login,
	      b->last_login);
	diff_changed(diff, DIFF_USERS, rows);
}

static void users(struct facts_diff *diff)
{
	for (uint32_t i = 0; i < diff->users.n; i++) {
		const struct diff_thing *one = &diff->users.v[i];
		bool gone = one->after == NOBODY;
		const struct facts *side = gone ? diff->before : diff->after;
		uint32_t number = gone ? one->before : one->after;

		if (one->before != NOBODY &&
		    diff->before->users[one->before].active) {
			diff->people++;
			diff->people_gone += gone;
		}
		if (diff_both(one))
			user_fields(diff, one);
		else
			diff_one_sided(diff, DIFF_USERS, one,
				  facts_user_name(side, number),
				  user_says(diff, &side->users[number]));
	}
}

static void groups(struct facts_diff *diff)
{
	for (uint32_t i = 0; i < diff->groups.n; i++) {
		const struct diff_thing *one = &diff->groups.v[i];
		const char *a = one->before == NOBODY ? NULL :
			diff->before->groups[one->before].name;
		const char *b = one->after == NOBODY ? NULL :
			diff->after->groups[one->after].name;

		if (!a || !b)
			diff_one_sided(diff, DIFF_GROUPS, one, a ? a : b, NULL);
		else
			diff->count[DIFF_GROUPS][DIFF_CHANGE] +=
				diff_field(diff, DIFF_GROUPS, one, b, "name", a,
					   b);
	}
}

/* ---- providers, tokens and assets -------------------------------------------------------- */

static void record_fields(struct facts_diff *diff, enum diff_kind kind,
			  const struct diff_thing *thing,
			  const struct fact_record *a, const struct fact_record *b)
{
	size_t rows = diff->n_rows;

	(void)diff_field(diff, kind, thing, b->name, "type", a->type, b->type);
	(void)diff_field(diff, kind, thing, b->name, "name", diff_text(a->name),
			 diff_text(b->name));
	(void)diff_field(diff, kind, thing, b->name, "config", a->config,
			 b->config);
	diff_changed(diff, kind, rows);
}

/* Git providers, or API tokens. */
static void records(struct facts_diff *diff, enum whose whose, enum diff_kind kind)
{
	struct diff_things things = { 0 };

	pair_up(diff, whose, &things);
	for (uint32_t i = 0; i < things.n; i++) {
		const struct diff_thing *one = &things.v[i];
		const struct fact_record *a = one->before == NOBODY ? NULL :
			whose_thing(diff->before, whose, one->before);
		const struct fact_record *b = one->after == NOBODY ? NULL :
			whose_thing(diff->after, whose, one->after);

		if (a && b)
			record_fields(diff, kind, one, a, b);
		else if (a || b)
			diff_one_sided(diff, kind, one, a ? a->name : b->name,
				       a ? a->type : b->type);
	}
}

/* Each field by its name; what has none in the kind, as a whole. */
static void config_fields(struct facts_diff *diff,
			  const struct diff_thing *thing, const char *name,
			  const struct asset_kind *kind, const char *a,
			  const char *b)
{
	const struct kind_field *field = kind->fields;
	size_t rows = diff->n_rows;

	if (strcmp(a, b) == 0)
		return;
	for (; field && field->name; field++)
		if (!field->secret)
			(void)diff_field(diff, DIFF_ASSETS, thing, name,
				field->name,
				config_get(a, field->name, &diff->arena),
				config_get(b, field->name, &diff->arena));
	if (diff->n_rows == rows)
		(void)diff_field(diff, DIFF_ASSETS, thing, name, "config", a, b);
}

static void asset_fields(struct facts_diff *diff,
			 const struct diff_thing *thing)
{
	const struct fact_asset *a = &diff->before->assets[thing->before];
	const struct fact_asset *b = &diff->after->assets[thing->after];
	const struct asset_kind *kind = kind_at(b->kind);
	size_t rows = diff->n_rows;

	(void)diff_field(diff, DIFF_ASSETS, thing, b->name, "kind",
			 kind_at(a->kind)->code, kind->code);
	(void)diff_field(diff, DIFF_ASSETS, thing, b->name, "name", a->name,
			 b->name);
	(void)diff_field(diff, DIFF_ASSETS, thing, b->name, "type",
			 diff_text(a->type), diff_text(b->type));
	config_fields(diff, thing, b->name, kind, a->config, b->config);
	(void)diff_field(diff, DIFF_ASSETS, thing, b->name, "description",
			 diff_text(a->description), diff_text(b->description));
	(void)diff_field(diff, DIFF_ASSETS, thing, b->name, "status", a->status,
			 b->status);
	diff_time(diff, DIFF_ASSETS, thing, b->name, "updated_at", a->updated,
	      b->updated);
	(void)diff_field(diff, DIFF_ASSETS, thing, b->name, "updated_by",
			 diff_text(a->updated_by), diff_text(b->updated_by));
	diff_time(diff, DIFF_ASSETS, thing, b->name, "refreshed_at", a->refreshed,
	      b->refreshed);
	diff_time(diff, DIFF_ASSETS, thing, b->name, "created_at", a->created,
		  b->created);
	(void)diff_field(diff, DIFF_ASSETS, thing, b->name, "created_by",
			 diff_text(a->created_by), diff_text(b->created_by));
	diff_time(diff, DIFF_ASSETS, thing, b->name, "refresh_asked_at",
		  a->refresh_asked, b->refresh_asked);
	(void)diff_field(diff, DIFF_ASSETS, thing, b->name, "refresh_asked_by",
			 diff_text(a->refresh_asked_by),
			 diff_text(b->refresh_asked_by));
	diff_changed(diff, DIFF_ASSETS, rows);
}

static void assets(struct facts_diff *diff)
{
	for (uint32_t i = 0; i < diff->assets.n; i++) {
		const struct diff_thing *one = &diff->assets.v[i];
		const struct fact_asset *asset = one->after == NOBODY ?
			&diff->before->assets[one->before] :
			&diff->after->assets[one->after];

		if (diff_both(one))
			asset_fields(diff, one);
		else
			diff_one_sided(diff, DIFF_ASSETS, one, asset->name,
				  arena_printf(&diff->arena, "%s%s%s",
					       kind_at(asset->kind)->code,
					       *asset->type ? ", " : "",
					       asset->type));
	}
}

/* ---- all of it -------------------------------------------------------------------- */

void facts_diff_new(const struct facts *before, const struct facts *after,
		    struct facts_diff *out)
{
	memset(out, 0, sizeof(*out));
	out->before = before;
	out->after = after;
	out->complete = true;
	pair_up(out, OF_USER, &out->users);
	pair_up(out, OF_GROUP, &out->groups);
	pair_up(out, OF_ASSET, &out->assets);
	pair_up(out, OF_PROJECT, &out->projects);
	settings(out);
	users(out);
	groups(out);
	diff_members(out);
	records(out, OF_PROVIDER, DIFF_PROVIDERS);
	records(out, OF_TOKEN, DIFF_TOKENS);
	assets(out);
	diff_access(out);
	setting(out, "default_connection", default_id(before),
		default_id(after));
	diff_projects(out);
	diff_grants(out);
	diff_imports(out);
	diff_own(out);
}

void facts_diff(const struct facts *before, const struct facts *after,
		struct facts_diff *out)
{
	facts_diff_new(before, after, out);
	diff_pairs(out);
}

void facts_diff_release(struct facts_diff *diff)
{
	free(diff->rows);
	free(diff->pairs);
	arena_release(&diff->arena);
}

bool facts_diff_any(const struct facts_diff *diff)
{
	return diff->n_rows > 0;
}
