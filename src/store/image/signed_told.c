/* signed_told.c: what the events since a signing tell of sealed values.  A value is given,
 * or sealed anew, by somebody who has the vault open, and so signs the line of the
 * checkpoints about it: an event that no such line covers was written by hand. */
#include "store/image/signed_priv.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/edit_past.h"
#include "store/checkpoints.h"

const char *state_value_name(struct arena *arena, const char *field, const char *kind,
			     const char *thing, const char *project)
{
	return arena_printf(arena, "%s of %s %s%s%s", field, kind, thing,
			    *project ? " in " : "", project);
}

static bool reseals(const char *verb)
{
	return strcmp(verb, "vault rotate") == 0 || strcmp(verb, "vault recover") == 0 ||
		strcmp(verb, "vault admin-revoke") == 0;
}

static void take(struct state_told *told, const struct event *event, bool covered,
		 struct arena *arena)
{
	struct past past = { .n_values = 0 };
	struct told_value *one;

	if (reseals(event->verb)) {
		told->resealed++;
		if (!covered)
			told->reseal_uncovered = event->seq;
	}
	if (!past_read(event->edits, arena, &past))
		return;
	for (size_t i = 0; i < past.n_values; i++) {
		told->v = mem_grow(told->v, told->n, &told->cap, sizeof(*told->v));
		one = &told->v[told->n++];
		one->name = state_value_name(arena, past.values[i].field,
			past.values[i].kind, past.values[i].thing, past.values[i].project);
		one->uncovered = covered ? 0 : event->seq;
	}
}

void state_told_read(struct store *store, int64_t revision, struct arena *arena,
		     struct state_told *told)
{
	struct error ignored;
	sqlite3_stmt *stmt = sql_prepare(store, &ignored, "SELECT " EVENT_COLUMNS " FROM "
		"events WHERE seq > ?1 AND (verb LIKE 'vault %' OR "
		"instr(edits, '\"edit\":\"value\"') > 0) ORDER BY seq");
	struct event event;
	int64_t from = -1, to = 0;
	int more = -1;

	memset(told, 0, sizeof(*told));
	if (stmt && sqlite3_bind_int64(stmt, 1, revision) == SQLITE_OK)
		more = 1;
	while (more > 0 && (more = sql_next(store, &ignored, stmt)) > 0) {
		if (!event_row(store, &ignored, stmt, arena, &event))
			break;
		if (from < 0)
			checkpoint_signed_span(store, &from, &to);
		take(told, &event, event.seq <= to || event.seq < from, arena);
	}
	sqlite3_finalize(stmt);
}

const struct told_value *state_told_of(const struct state_told *told, const char *name)
{
	for (size_t i = told->n; i-- > 0;)
		if (strcmp(told->v[i].name, name) == 0)
			return &told->v[i];
	return NULL;
}
