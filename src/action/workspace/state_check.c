/* state_check.c: see state_check.h. */
#include "action/workspace/state_check.h"

#include <string.h>

#include "action/vault/vault_door.h"
#include "action/workspace/facts_diff.h"
#include "model/image/facts_differ.h"
#include "store/checkpoints.h"
#include "store/image/signed_state.h"
#include "store/store.h"

enum { MOST = 20, LINES_LIMIT = 1 << 16 };

static void add(struct state_check *out, const char *row)
{
	if (out->n_rows < MOST)
		out->rows[out->n_rows++] = row;
	out->all_rows++;
}

static const char *signer(const struct app *app, const char *who)
{
	uint32_t user = facts_user(&app->facts, who);

	return user == NOBODY ? who : app->facts.users[user].email;
}

/* Line by line, as an import would tell of it: from what should be to what is. */
static void name_rows(const struct facts *should, const struct facts *is,
		      struct arena *arena, struct state_check *out)
{
	struct facts_diff diff;
	struct buf text;
	char *at, *end;

	facts_diff_new(should, is, &diff);
	buf_init(&text, LINES_LIMIT);
	facts_diff_lines(&diff, MOST, "", &text);
	at = arena_strdup(arena, buf_text(&text));
	for (; (end = strchr(at, '\n')) && out->n_rows < diff.n_rows; at = end + 1) {
		*end = '\0';
		add(out, at);
	}
	if (diff.n_rows > out->all_rows)
		out->all_rows = diff.n_rows;
	buf_release(&text);
	facts_diff_release(&diff);
}

/* How many of the newest events no key signed, nor one after them. */
static int64_t loose(struct app *app, const struct signed_state *state)
{
	int64_t from, to;

	if (state->newest == state->revision)
		return 0;
	checkpoint_signed_span(app->store, &from, &to);
	return state->newest - (to > state->revision ? to : state->revision);
}

static void compare(struct app *app, const struct signed_state *state,
		    const struct facts *tables, struct arena *arena,
		    struct state_check *out)
{
	const char *differs = facts_differ(&state->facts, tables, arena);
	long long since = (long long)(state->newest - state->revision);

	if (!differs)
		differs = facts_differ(tables, &state->facts, arena);
	if (differs)
		name_rows(&state->facts, tables, arena, out);
	if (differs && !out->n_rows)
		add(out, differs);
	for (size_t i = 0; i < state->n_rows; i++)
		add(out, state->rows[i]);
	out->good = out->all_rows == 0;
	out->fresh = out->good && !since;
	out->loose = loose(app, state);
	out->said = arena_printf(arena, out->good ? "the tables hold what %s signed at "
		"revision %lld, and what the %lld events since made of it%s" :
		"the tables hold other rows than what %s signed at revision %lld and the "
		"%lld events since made%s: somebody wrote to the file by hand",
		signer(app, state->who), (long long)state->revision, since, !out->loose ? "" :
		arena_printf(arena, " (no key of the vault signed the last %lld)",
			     (long long)out->loose));
}

static bool look(struct app *app, struct arena *arena, struct state_check *out,
		 struct error *err)
{
	struct signed_state state;
	struct facts tables;
	bool good = store_signed_state(app->store, arena, &state, err);

	facts_init(&tables);
	out->rows = arena_array(arena, MOST, sizeof(*out->rows));
	out->said = state.said;
	out->good = state.found == STATE_NONE || state.found == STATE_OTHER;
	if (good && state.found == STATE_THERE) {
		good = store_load(app->store, &tables, err);
		if (good)
			compare(app, &state, &tables, arena, out);
	}
	facts_release(&tables);
	state_release(&state);
	return good;
}

bool state_check(struct app *app, struct arena *arena, struct state_check *out,
		 struct error *err)
{
	bool began, good;

	memset(out, 0, sizeof(*out));
	if (!store_moment(app->store, &began, err))
		return false;
	good = look(app, arena, out, err);
	store_moment_end(app->store, began);
	return good;
}

bool state_check_rows(struct app *app, struct result *out, struct error *err)
{
	struct state_check check;

	if (!state_check(app, &out->arena, &check, err))
		return false;
	result_cells(out, "state", check.good ? "true" : "false", check.said);
	for (size_t i = 0; i < check.n_rows; i++)
		result_cells(out, "by hand", "false", check.rows[i]);
	if (check.all_rows > check.n_rows)
		result_cells(out, "by hand", "false", arena_printf(&out->arena,
			"and %zu more", check.all_rows - check.n_rows));
	out->failed = out->failed || !check.good;
	return true;
}

/* Not signed, and why. */
static void say_unsigned(struct result *out, const char *why)
{
	out->failed = true;
	out->message = arena_printf(&out->arena, "%s%sBut %s.  It is not signed; audit verify "
		"names all, audit checkpoint --accept signs it as it is.",
		out->message ? out->message : "", out->message ? "  " : "", why);
}

/* Nobody can tell whether they are what the log says they are. */
static void say_loose(struct result *out, int64_t n)
{
	out->message = arena_printf(&out->arena, "%s%s%s", out->message ?
		out->message : "", out->message ? "  " : "", n == 1 ? "The last change was "
		"made without the vault open, so that no key signed it: audit list shows it." :
		arena_printf(&out->arena, "The last %lld changes were made without the vault "
			"open, so that no key signed them: audit list shows them.",
			(long long)n));
}

bool state_check_sign(struct app *app, bool accept, struct result *out, struct error *err)
{
	struct finding points = { .good = true };
	struct state_check check;

	if (!accept && !store_verify_checkpoints(app->store, NULL, &out->arena, &points, err))
		return false;
	if (!state_check(app, &out->arena, &check, err))
		return false;
	if ((check.good && points.good) || accept) {
		vault_door_passed(app);		/* else it looks itself */
		if (!accept && check.loose)
			say_loose(out, check.loose);
		return check.fresh || store_state_sign(app->store, err);
	}
	if (!points.good)
		say_unsigned(out, points.detail);
	if (check.good)
		return true;
	say_unsigned(out, check.said);
	for (size_t i = 0; i < check.n_rows; i++)
		out->message = arena_printf(&out->arena, "%s\nBy hand: %s", out->message,
					    check.rows[i]);
	return true;
}
