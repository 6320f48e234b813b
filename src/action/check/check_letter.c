/* check_letter.c: see check_letter.h. */
#include "action/check/check_letter.h"

#include <stdlib.h>
#include <string.h>

#include "action/vault/vault_values.h"
#include "base/json_write.h"
#include "model/check/check_reason.h"
#include "model/config.h"
#include "model/kind_types.h"
#include "model/value_web.h"
#include "post/post.h"

static const char sign_in[] = "sign_in";

/* ---- who does it ------------------------------------------------------------------ */

static const char *over(struct check *check, enum check_status status, const char *reason,
			const char *detail, struct arena *arena)
{
	check_only(check, "config", status, reason, detail, arena);
	return NULL;
}

static const char *value_of(const struct kind_state *state, const char *field)
{
	return kind_field(state->kind, field) ? kind_value(state, field) : NULL;
}

/* What the couriers of this version do not do. */
static const char *not_yet(const struct kind_state *state)
{
	const char *auth = value_of(state, "auth");

	if (auth && strcmp(auth, "iam_role") == 0)
		return "signing in with an IAM role cannot be checked from here";
	return NULL;
}

/* The label of a field that a draft does not have yet, secrets apart; NULL: it has all. */
static const char *unfilled(const struct kind_state *state)
{
	const struct kind_need *need = state->type->needs;
	const struct kind_field *field;
	const char *value;

	for (; need->field; need++) {
		field = kind_field(state->kind, need->field);
		value = kind_value(state, need->field);
		if (need->required && !field->secret && kind_needs(state, need) &&
		    (!value || !*value))
			return field->label;
	}
	return NULL;
}

/* Nothing to be asked yet; what lacks: NULL: all of it. */
static const char *draft(const struct check_task *task, const char *lacks,
			 struct check *check, struct arena *arena)
{
	const char *detail = lacks ? arena_printf(arena, "%s is missing", lacks) : "";

	if (task->all)
		return over(check, CHECK_SKIP, NULL, arena_printf(arena,
			    "draft: not checked%s%s", lacks ? "; " : "", detail), arena);
	return over(check, CHECK_FAIL, "config", arena_printf(arena, "it is a draft%s%s",
		    lacks ? ": " : "", detail), arena);
}

/* Without a client secret the token is all there is to sign in with. */
static bool is_the_sign_in(const struct kind_need *need)
{
	return need->given && strcmp(need->field, "token") == 0 &&
		strcmp(need->when, "device") == 0;
}

/* A secret field that must have a value and has none; NULL: there is none such.  What a
 * sign-in gives is no field to fill in. */
static const struct kind_need *without_value(const struct app *app,
					     const struct kind_state *state,
					     const struct check_about *asked)
{
	const struct kind_need *need = state->type->needs;

	for (; need->field; need++)
		if (kind_field(state->kind, need->field)->secret &&
		    (need->required || is_the_sign_in(need)) && kind_needs(state, need) &&
		    !app_value(app, asked->code, "", asked->id, need->field))
			return need;
	return NULL;
}

/* A database may let somebody in without a password; the web does not. */
static bool has_values(const struct app *app, const struct kind_state *state,
		       const struct check_about *asked, struct check *check,
		       struct arena *arena)
{
	const struct kind_need *need = strcmp(state->type->courier, COURIER_WEB) != 0 ? NULL :
		without_value(app, state, asked);

	if (!need)
		return true;
	(void)over(check, CHECK_FAIL, "config", need->given ? "nobody has signed in yet" :
		   arena_printf(arena, "no value yet: %s", kind_field(state->kind,
			   need->field)->label), arena);
	if (need->given)
		check->steps[0].fix = arena_printf(arena, "Sign in: gatehouse provider "
			"sign-in %.100s", asked->id);
	return false;
}

const char *check_courier(const struct app *app, const struct check_task *task,
			  struct check *check, struct arena *arena)
{
	struct check_subject from = check_asked(app, task->subject);
	struct check_about asked;
	struct kind_state state;
	const char *why;

	if (from.n == NOBODY)
		return over(check, CHECK_FAIL, "config", "its Git provider is disconnected",
			    arena);
	asked = check_about(app, from);
	state = check_state(app, from, arena);
	if (!state.type)
		return draft(task, NULL, check, arena);
	if (!state.type->courier)
		return over(check, CHECK_SKIP, "no-driver", arena_printf(arena,
			    "this version does not check %s", state.type->label), arena);
	why = not_yet(&state);
	if (why)
		return over(check, CHECK_SKIP, "no-driver", why, arena);
	why = check_about(app, task->subject).draft ? unfilled(&state) : NULL;
	if (why)
		return draft(task, why, check, arena);
	if (!post_has(state.type->courier))
		return over(check, CHECK_SKIP, "no-driver", arena_printf(arena,
			    "%s is not there%s%s%s", state.type->courier,
			    state.type->package ? ": it is built where " : "",
			    state.type->package ? state.type->package : "",
			    state.type->package ? " is installed" : ""), arena);
	if ((!task->job || strcmp(task->job, sign_in) != 0) &&
	    !has_values(app, &state, &asked, check, arena))
		return NULL;
	return state.type->courier;
}

static bool is_needed(const struct kind_state *state, const struct kind_field *field)
{
	return field->secret && kind_need(state, field->name);
}

bool check_needs_vault(const struct app *app, struct check_subject subject)
{
	struct check_subject from = check_asked(app, subject);
	const struct kind_field *field;
	struct arena arena = { 0 };
	struct check_about asked;
	struct kind_state state;
	bool needs = false;

	if (from.n == NOBODY)
		return false;
	asked = check_about(app, from);
	state = check_state(app, from, &arena);
	for (field = state.kind->fields; field->name && !needs; field++)
		needs = is_needed(&state, field) &&
			app_value(app, asked.code, "", asked.id, field->name);
	arena_release(&arena);
	return needs;
}

/* ---- the letter --------------------------------------------------------------------- */

struct letter {
	struct app *app;
	const struct check_task *task;
	struct check_about asked;
	struct kind_state state;
	const struct vault_rows *rows;
	struct json json;
	const char *name;		/* of the secret that is written */
};

static bool take_value(void *ctx, const char *value, size_t n)
{
	struct letter *letter = ctx;

	(void)n;
	jsonw_kstring(&letter->json, letter->name, value);
	return true;
}

static void fields(struct letter *letter)
{
	const struct kind_field *field = letter->state.kind->fields;
	const char *value;

	jsonw_kobject(&letter->json, "fields");
	for (; field->name; field++) {
		value = field->secret || field->aside ? NULL :
			kind_value(&letter->state, field->name);
		if (value && *value)
			jsonw_kstring(&letter->json, field->name, value);
	}
	jsonw_object_end(&letter->json);
}

static bool secrets(struct letter *letter, struct error *err)
{
	const struct kind_state *state = &letter->state;
	const struct kind_field *field = state->kind->fields;
	const struct value_to to = { field, state->type->code, state->config };
	const struct vault_value_row *row;

	for (; letter->rows && field->name; field++) {
		row = is_needed(state, field) ? vault_value_find(letter->rows,
			letter->asked.code, "", letter->asked.id, field->name) : NULL;
		letter->name = field->name;
		if (!row)
			continue;
		if (!letter->app->vault)
			return error_set(err, ERROR_LOCKED, "VAULT_LOCKED",
					 "the vault was locked meanwhile");
		if (!vault_value_use(letter->app, letter->rows, row, &to, take_value,
				     letter, err))
			return false;
	}
	return true;
}

/* Where the keys of this Unix user are, and the servers it knows. */
static void ssh_folder(struct letter *letter)
{
	const char *through = value_of(&letter->state, "connect_via_ssh");
	const char *home = getenv("HOME");

	if (through && strcmp(through, "true") == 0 && home && *home == '/')
		jsonw_kstring(&letter->json, "ssh_folder", arena_printf(
			letter->state.arena, "%s/.ssh", home));
}

/* What a package was before, where it is the same one still. */
static const char *was(struct letter *letter, const char *repository, const char *kind,
		       const char *ref)
{
	const struct check_note *note = check_last(letter->app, letter->task->subject);
	struct check before = { .id = NULL };
	const struct check_ref *then = &before.ref;

	return note && check_parse(&before, note->answer, letter->state.arena) &&
		then->was && then->repository && strcmp(then->kind, kind) == 0 &&
		strcmp(then->name, ref) == 0 && strcmp(then->repository, repository) == 0 ?
		then->was : "";
}

static void ask_package(struct letter *letter)
{
	struct kind_state own = check_state(letter->app, letter->task->subject,
					    letter->state.arena);
	const char *repository = kind_value(&own, "repository");
	const char *kind = kind_value(&own, "ref_kind"), *ref = kind_value(&own, "ref");

	repository = repository ? repository : "";
	kind = kind ? kind : "branch";
	ref = ref ? ref : "";
	jsonw_kstring(&letter->json, "repository", repository);
	jsonw_kstring(&letter->json, "kind", kind);
	jsonw_kstring(&letter->json, "ref", ref);
	jsonw_kstring(&letter->json, "was", was(letter, repository, kind, ref));
}

static void job(struct letter *letter)
{
	const struct check_task *task = letter->task;
	bool package = !task->job && task->subject.whose == OF_ASSET &&
		check_asked(letter->app, task->subject).whose == OF_PROVIDER;
	size_t i;

	jsonw_kstring(&letter->json, "job", task->job ? task->job :
		      package ? "resolve" : "verify");
	jsonw_kobject(&letter->json, "ask");
	if (package)
		ask_package(letter);
	for (i = 0; task->ask[i][0]; i++)
		jsonw_kstring(&letter->json, task->ask[i][0], task->ask[i][1]);
	jsonw_object_end(&letter->json);
}

static bool write_letter(struct letter *letter, int64_t timeout, struct buf *out,
			 struct error *err)
{
	bool good;

	jsonw_begin(&letter->json, out);
	jsonw_kstring(&letter->json, "type", letter->state.type->code);
	jsonw_kint(&letter->json, "timeout_ms", timeout);
	job(letter);
	fields(letter);
	ssh_folder(letter);
	jsonw_kobject(&letter->json, "secrets");
	good = secrets(letter, err);
	jsonw_object_end(&letter->json);
	jsonw_object_end(&letter->json);
	return good && (!out->overflow || error_set(err, ERROR_INVALID, "TOO_LONG",
						    "its fields are too long"));
}

struct post *check_start(struct app *app, const struct check_task *task,
			 const char *courier, const struct vault_rows *rows,
			 int64_t timeout, struct check *check, struct arena *arena)
{
	struct check_subject from = check_asked(app, task->subject);
	struct letter letter = { .app = app, .task = task, .rows = rows };
	struct post *post = NULL;
	struct error err;
	struct buf text;

	if (from.n == NOBODY) {
		(void)over(check, CHECK_FAIL, "config", "its Git provider is disconnected",
			   arena);
		return NULL;
	}
	letter.asked = check_about(app, from);
	letter.state = check_state(app, from, arena);
	error_clear(&err);
	buf_init(&text, POST_LETTER);
	buf_pad(&text, ' ', POST_LETTER - 1);	/* it never moves: no copy stays behind */
	buf_reset(&text);
	if (write_letter(&letter, timeout, &text, &err))
		post = post_start(courier, buf_text(&text), text.len, timeout, &err);
	buf_wipe(&text);
	if (!post) {
		check_only(check, "config", CHECK_FAIL, err.kind == ERROR_NETWORK ?
			   "internal" : "config", err.text, arena);
		if (err.remedy[0])
			check->steps[0].fix = arena_strdup(arena, err.remedy);
	}
	return post;
}
