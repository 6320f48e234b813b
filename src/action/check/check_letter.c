/* check_letter.c: see check_letter.h. */
#include "action/check/check_letter.h"

#include <stdlib.h>
#include <string.h>

#include "action/vault/vault_values.h"
#include "base/json_write.h"
#include "model/check/check_reason.h"
#include "model/config.h"
#include "model/kind.h"
#include "post/post.h"

static struct kind_state state_of(const struct fact_asset *asset, struct arena *arena)
{
	const struct asset_kind *kind = kind_at(asset->kind);

	return (struct kind_state){ .kind = kind, .type = kind_type(kind, asset->type),
				    .config = asset->config, .arena = arena };
}

static const char *no_driver(struct check *check, const char *detail, struct arena *arena)
{
	check_only(check, "config", CHECK_SKIP, "no-driver", detail, arena);
	return NULL;
}

/* What the couriers of this version do not do. */
static const char *not_yet(const struct kind_state *state)
{
	const char *auth = kind_value(state, "auth");

	if (auth && strcmp(auth, "iam_role") == 0)
		return "signing in with an IAM role is not verified yet";
	return NULL;
}

const char *check_courier(const struct app *app, uint32_t a, struct check *check,
			  struct arena *arena)
{
	const struct fact_asset *asset = seen_asset(app_seen(app), a);
	struct kind_state state = state_of(asset, arena);
	const char *why = state.type ? not_yet(&state) : NULL;

	if (strcmp(asset->status, "draft") == 0 || !state.type) {
		check_only(check, "config", CHECK_FAIL, "config", "it is a draft", arena);
		return NULL;
	}
	if (!state.type->courier)
		return no_driver(check, arena_printf(arena, "%s is not verified yet",
						     state.type->label), arena);
	if (why)
		return no_driver(check, why, arena);
	if (!post_has(state.type->courier))
		return no_driver(check, arena_printf(arena, "%s is not there: it is built "
				 "where %s is installed", state.type->courier,
				 state.type->package), arena);
	return state.type->courier;
}

static bool is_needed(const struct kind_state *state, const struct kind_field *field)
{
	return field->secret && kind_need(state, field->name);
}

bool check_needs_vault(const struct app *app, uint32_t a)
{
	const struct fact_asset *asset = seen_asset(app_seen(app), a);
	const struct kind_field *field = kind_at(asset->kind)->fields;
	struct arena arena = { 0 };
	struct kind_state state = state_of(asset, &arena);
	bool needs = false;

	for (; field->name && !needs; field++)
		needs = is_needed(&state, field) &&
			app_value(app, state.kind->code, "", asset->id, field->name);
	arena_release(&arena);
	return needs;
}

struct letter_writing { struct json *json; const char *name; };

static bool take_value(void *ctx, const char *value, size_t n)
{
	struct letter_writing *at = ctx;

	(void)n;
	jsonw_kstring(at->json, at->name, value);
	return true;
}

static bool secrets(struct app *app, const struct kind_state *state, const char *id,
		    const struct vault_rows *rows, struct json *json, struct error *err)
{
	const struct kind_field *field = state->kind->fields;
	const char *origin = config_origin(field, state->type->code, state->config,
					   state->arena);
	const struct vault_value_row *row;
	struct letter_writing at = { json, NULL };

	for (; rows && field->name; field++) {
		row = is_needed(state, field) ? vault_value_find(rows, state->kind->code, "",
			id, field->name) : NULL;
		at.name = field->name;
		if (!row)
			continue;
		if (!app->vault)
			return error_set(err, ERROR_LOCKED, "VAULT_LOCKED",
					 "the vault was locked meanwhile");
		if (!vault_value_use(app, rows, row, origin, take_value, &at, err))
			return false;
	}
	return true;
}

/* Where the keys of this Unix user are, and the servers it knows. */
static void ssh_folder(const struct kind_state *state, struct json *json)
{
	const char *through = kind_value(state, "connect_via_ssh");
	const char *home = getenv("HOME");

	if (through && strcmp(through, "true") == 0 && home && *home == '/')
		jsonw_kstring(json, "ssh_folder", arena_printf(state->arena, "%s/.ssh",
							       home));
}

static bool write_letter(struct app *app, const struct kind_state *state, const char *id,
			 const struct vault_rows *rows, int64_t timeout, struct buf *out,
			 struct error *err)
{
	const struct kind_field *field = state->kind->fields;
	const char *value;
	struct json json;
	bool good;

	jsonw_begin(&json, out);
	jsonw_kstring(&json, "type", state->type->code);
	jsonw_kint(&json, "timeout_ms", timeout);
	jsonw_kobject(&json, "fields");
	for (; field->name; field++) {
		value = field->secret || field->aside ? NULL : kind_value(state, field->name);
		if (value && *value)
			jsonw_kstring(&json, field->name, value);
	}
	jsonw_object_end(&json);
	ssh_folder(state, &json);
	jsonw_kobject(&json, "secrets");
	good = secrets(app, state, id, rows, &json, err);
	jsonw_object_end(&json);
	jsonw_object_end(&json);
	return good && (!out->overflow || error_set(err, ERROR_INVALID, "TOO_LONG",
						    "its fields are too long"));
}

struct post *check_start(struct app *app, uint32_t a, const char *courier,
			 const struct vault_rows *rows, int64_t timeout,
			 struct check *check, struct arena *arena)
{
	const struct fact_asset *asset = seen_asset(app_seen(app), a);
	struct kind_state state = state_of(asset, arena);
	struct post *post = NULL;
	struct error err;
	struct buf letter;

	error_clear(&err);
	buf_init(&letter, POST_LETTER);
	buf_pad(&letter, ' ', POST_LETTER - 1);	/* it never moves: no copy stays behind */
	buf_reset(&letter);
	if (write_letter(app, &state, asset->id, rows, timeout, &letter, &err))
		post = post_start(courier, buf_text(&letter), letter.len, timeout, &err);
	buf_wipe(&letter);
	if (!post) {
		check_only(check, "config", CHECK_FAIL, err.kind == ERROR_NETWORK ?
			   "internal" : "config", err.text, arena);
		if (err.remedy[0])
			check->steps[0].fix = arena_strdup(arena, err.remedy);
	}
	return post;
}
