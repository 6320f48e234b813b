/* scenario_expect.c: what a step expects, compared with what came. */
#include <string.h>

#include "access/words.h"
#include "action/core/word_list.h"
#include "action/scenario/json_read.h"
#include "action/scenario/scenario.h"

static bool has(const char *const *list, size_t n, const char *text)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (strcmp(list[i], text) == 0)
			return true;
	return false;
}

static size_t count(const char *const *list, size_t n, const char *text)
{
	size_t i, found = 0;

	for (i = 0; i < n; i++)
		found += strcmp(list[i], text) == 0;
	return found;
}

static const char *joined(const char *const *list, size_t n,
			  struct arena *arena)
{
	const char *text = "";
	size_t i;

	for (i = 0; i < n; i++)
		text = arena_printf(arena, "%s%s%s", text, i ? " " : "", list[i]);
	return n ? text : "none";
}

/* Exactly these codes.  A code named once stands for any number of its kind,
 * named twice for two. */
static bool same_codes(const struct names *want, const char *const *got,
		       size_t n)
{
	const char *const *wanted = (const char *const *)want->v;
	size_t i, times;

	for (i = 0; i < n; i++)
		if (!has(wanted, want->n, got[i]))
			return false;
	for (i = 0; i < want->n; i++) {
		times = count(wanted, want->n, want->v[i]);
		if (times > 1 ? count(got, n, want->v[i]) != times :
		    !has(got, n, want->v[i]))
			return false;
	}
	return true;
}

static const char *compare_codes(const char *what, const struct names *want,
				 const char *const *got, size_t n,
				 struct arena *arena)
{
	if (!want->given || same_codes(want, got, n))
		return NULL;
	return arena_printf(arena, "%s: expected %s, got %s", what,
			    joined((const char *const *)want->v, want->n, arena),
			    joined(got, n, arena));
}

/* ---- access ---------------------------------------------------------------- */

static bool find_pair(struct app *app, const struct expect_access *want,
		      uint32_t *user, uint32_t *project, struct error *err)
{
	uint32_t as = app->acting_as;
	bool ok;

	app->acting_as = NOBODY;	/* the demo's Admin sees all */
	ok = app_find_project(app, want->project, project, err);
	if (ok && strcmp(want->user, "anonymous") == 0)
		*user = ANYONE;
	else if (ok)
		ok = app_find_user(app, want->user, user, err);
	app->acting_as = as;
	return ok;
}

static const char *compare_can(const struct expect_can *want, size_t n,
			       unsigned can, struct arena *arena)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (want[i].holds != (bool)(can >> want[i].can & 1u))
			return arena_printf(arena, "%s: expected %s",
					    can_code(want[i].can),
					    want[i].holds ? "true" : "false");
	return NULL;
}

static const char *compare_level(const char *what, enum level want,
				 enum level got, struct arena *arena)
{
	if (want == LEVELS || want == got)
		return NULL;
	return arena_printf(arena, "%s: expected %s, got %s", what,
			    level_code(want), level_code(got));
}

static const char *compare_answer(const struct expect_access *want,
				  const struct answer *got, struct arena *arena)
{
	const char **codes = arena_array(arena, got->n_limits + 1u,
					 sizeof(*codes));
	const char *failure;
	uint32_t i;

	for (i = 0; i < got->n_limits; i++)
		codes[i] = reason_code(got->limits[i].code);
	failure = compare_level("granted", want->granted, got->granted, arena);
	if (!failure)
		failure = compare_level("effective", want->effective,
					got->effective, arena);
	if (!failure)
		failure = compare_codes("limits", &want->limits, codes,
					got->n_limits, arena);
	if (!failure)
		failure = compare_can(want->can, want->n_can, got->can, arena);
	return failure;
}

static const char *compare_access(struct app *app,
				  const struct expect_access *want,
				  struct arena *arena)
{
	struct answer answer;
	struct error err;
	const char *failure;
	uint32_t user, project;

	if (!find_pair(app, want, &user, &project, &err))
		return arena_strdup(arena, err.text);
	access_decide(&app->facts, user, project, arena, &answer);
	failure = compare_answer(want, &answer, arena);
	return failure ? arena_printf(arena, "%s on %s: %s", want->user,
				      want->project, failure) : NULL;
}

/* D18: who has no access to the default has none. */
static const char *compare_default(struct app *app,
				   const struct expect_default *want,
				   struct arena *arena)
{
	const char *none = "none", *got = none;
	const char *wanted = want->connection ? want->connection : none;
	uint32_t as = app->acting_as, user, asset = app->facts.default_asset;
	struct error err;
	bool found;

	app->acting_as = NOBODY;
	found = app_find_user(app, want->user, &user, &err);
	app->acting_as = as;
	if (!found)
		return arena_strdup(arena, err.text);
	if (asset != NOBODY && access_asset(&app->facts, user, asset))
		got = app->facts.assets[asset].id;
	return strcmp(got, wanted) == 0 ? NULL :
		arena_printf(arena, "default of %s: expected %s, got %s",
			     want->user, wanted, got);
}

/* ---- what the step answered ------------------------------------------------ */

/* Members that speak of other things than those listed. */
static bool aside(const char *key)
{
	static const char *const all[] = {
		"sources", "blocked", "limits", "fixes", "near_misses",
		"shared_with", "default_connection", "before_limits",
		"after_limits"
	};

	return has(all, COUNT_OF(all), key);
}

static bool in_json(const json_t *value, const char *id)
{
	const char *key;
	json_t *one;
	size_t i;

	if (json_is_string(value))
		return strcmp(json_string_value(value), id) == 0;
	json_array_foreach(value, i, one)
		if (in_json(one, id))
			return true;
	if (!json_is_object(value))
		return false;
	for (void *at = json_object_iter((json_t *)(uintptr_t)value); at;
	     at = json_object_iter_next((json_t *)(uintptr_t)value, at)) {
		key = json_object_iter_key(at);
		if (!aside(key) && in_json(json_object_iter_value(at), id))
			return true;
	}
	return false;
}

static bool is_listed(const struct result *result, const json_t *document,
		      const char *id)
{
	size_t i;

	if (document && in_json(document, id))
		return true;
	for (i = 0; i < result->n_rows * result->n_columns; i++)
		if (result->cells[i] && strcmp(result->cells[i], id) == 0)
			return true;
	return false;
}

static const char *compare_listed(const struct expect *want,
				  const struct result *result,
				  const json_t *document, struct arena *arena)
{
	size_t i;

	for (i = 0; i < want->listed.n; i++)
		if (!is_listed(result, document, want->listed.v[i]))
			return arena_printf(arena, "listed: %s is not",
					    want->listed.v[i]);
	for (i = 0; i < want->not_listed.n; i++)
		if (is_listed(result, document, want->not_listed.v[i]))
			return arena_printf(arena, "not_listed: %s is listed",
					    want->not_listed.v[i]);
	return NULL;
}

/* The first object that holds limits and can: the user that the step asked
 * about. */
static const json_t *find_answer(const json_t *value)
{
	const json_t *found = NULL;
	json_t *one;
	size_t i;

	if (json_is_object(value) && json_object_get(value, "limits") &&
	    json_object_get(value, "can"))
		return value;
	json_array_foreach(value, i, one)
		if ((found = find_answer(one)))
			return found;
	for (void *at = json_object_iter((json_t *)(uintptr_t)value); at;
	     at = json_object_iter_next((json_t *)(uintptr_t)value, at))
		if ((found = find_answer(json_object_iter_value(at))))
			return found;
	return NULL;
}

static unsigned read_can(const json_t *list)
{
	unsigned bits = 0;
	json_t *one;
	enum can can;
	size_t i;

	json_array_foreach(list, i, one)
		if (json_is_string(one) && can_find(json_string_value(one), &can))
			bits |= 1u << can;
	return bits;
}

/* limits and can of the step itself: of the first pair named in "access", else
 * of the person that the step answered about. */
static const char *compare_step(struct app *app, const struct expect *want,
				const json_t *document, struct arena *arena)
{
	struct expect_access pair = { .granted = LEVELS, .effective = LEVELS };
	const json_t *answer, *list;
	const char **codes, *failure;
	json_t *one;
	size_t i;

	if (!want->limits.given && !want->n_can)
		return NULL;
	pair.limits = want->limits;
	pair.can = want->can;
	pair.n_can = want->n_can;
	if (want->n_access) {
		pair.user = want->access[0].user;
		pair.project = want->access[0].project;
		return compare_access(app, &pair, arena);
	}
	answer = find_answer(document);
	if (!answer)
		return "the step answered about nobody's limits";
	list = json_object_get(answer, "limits");
	codes = arena_array(arena, json_array_size(list) + 1, sizeof(*codes));
	json_array_foreach(list, i, one) {
		codes[i] = json_string_value(json_object_get(one, "code"));
		codes[i] = codes[i] ? arena_strdup(arena, codes[i]) : "";
	}
	failure = compare_codes("limits", &want->limits, codes,
				json_array_size(list), arena);
	return failure ? failure :
	       compare_can(want->can, want->n_can,
			   read_can(json_object_get(answer, "can")), arena);
}

static const char *compare_warns(const struct names *want,
				 const struct result *result,
				 struct arena *arena)
{
	const char **got = arena_array(arena, result->n_warnings + 1,
				       sizeof(*got));
	size_t i;

	for (i = 0; i < result->n_warnings; i++)
		got[i] = result->warnings[i].code;
	for (i = 0; i < want->n; i++)
		if (!has(got, result->n_warnings, want->v[i]))
			return compare_codes("warns", want, got,
					     result->n_warnings, arena);
	return want->given && !want->n && result->n_warnings ?
	       compare_codes("warns", want, got, result->n_warnings, arena) :
	       NULL;
}

static const char *compare_status(const struct expect *want,
				  const struct scenario_outcome *got,
				  const char *code, struct arena *arena)
{
	const char *wanted;
	bool good;

	if (want->exit >= 0) {
		good = got->status == want->exit;
		wanted = arena_printf(arena, "%d", want->exit);
	} else {
		good = want->code ? got->status != 0 : got->status == 0;
		wanted = want->code ? "a failure" : "0";
	}
	if (!good)
		return arena_printf(arena, "exit: expected %s, got %d%s%s", wanted,
				    got->status, *got->said ? ": " : "",
				    got->said);
	if (want->code && strcmp(want->code, code) != 0)
		return arena_printf(arena, "code: expected %s, got %s",
				    want->code, *code ? code : "none");
	return NULL;
}

const char *scenario_compare(struct app *app, const struct expect *expect,
			     const struct scenario_outcome *outcome,
			     const char *code, struct arena *arena)
{
	const struct result *result = &outcome->result;
	json_t *document = NULL;
	const char *failure;
	size_t i;

	if (result->json.len)
		document = json_loadb(result->json.data, result->json.len,
				      JSON_DECODE_ANY, NULL);
	failure = compare_status(expect, outcome, code, arena);
	if (!failure)
		failure = compare_warns(&expect->warns, result, arena);
	if (!failure)
		failure = compare_listed(expect, result, document, arena);
	if (!failure)
		failure = compare_step(app, expect, document, arena);
	for (i = 0; i < expect->n_access && !failure; i++)
		failure = compare_access(app, &expect->access[i], arena);
	for (i = 0; i < expect->n_defaults && !failure; i++)
		failure = compare_default(app, &expect->defaults[i], arena);
	json_decref(document);
	return failure;
}
