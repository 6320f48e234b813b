/* left_by.c: see left_by.h. */
#include "action/workspace/left_by.h"

#include <string.h>

#include "action/undo/as_of_facts.h"
#include "model/edit_past.h"

/* Who took each project over by the event. */
static uint32_t *heirs_of(const struct facts *facts, const struct past *past,
			  struct arena *arena)
{
	uint32_t *heirs = arena_array(arena, facts->n_projects + 1u, sizeof(*heirs)), p;
	size_t i;

	for (p = 0; p < facts->n_projects; p++)
		heirs[p] = NOBODY;
	for (i = 0; i < past->n; i++) {
		const struct past_edit *one = &past->edits[i];

		if (one->kind != EDIT_PROJECT_OWNER || !one->project || !one->after_text)
			continue;
		p = facts_project(facts, one->project);
		if (p != NOBODY)
			heirs[p] = facts_user(facts, one->after_text);
	}
	return heirs;
}

static bool as_of(struct app *app, int64_t revision, struct arena *arena)
{
	struct error err;

	error_clear(&err);
	return as_of_begin(app, arena_printf(arena, "%lld", (long long)revision), &err);
}

/* What one person left behind by it, told from the states before and after it; false:
 * they cannot be told. */
static bool one_left(struct app *app, const struct event *event, const struct past *past,
		    const char *id, struct arena *arena, const struct plan_row **rows,
		    size_t *n)
{
	struct leaving leaving = { .app = app, .arena = arena, .until = event->time,
				   .whole = true };

	if (!as_of(app, event->seq - 1, arena))
		return false;
	leaving.user = facts_user(&app->facts, id);
	if (leaving.user == NOBODY)
		return false;
	leaving.heir = heirs_of(&app->facts, past, arena);
	leaving_before(&leaving);
	if (as_of(app, event->seq, arena)) {
		*rows = leaving_after(&leaving, n);
		return true;
	}
	leaving_drop(&leaving);
	return false;
}

struct left left_by(struct app *app, const struct event *event, struct arena *arena)
{
	struct left left = { NULL, 0 };
	const struct plan_row *rows;
	struct plan_row *all;
	struct past past;
	size_t i, n;

	if (as_of_on(app) || !event->edits || !past_read(event->edits, arena, &past))
		return left;
	for (i = 0; i < past.n; i++) {
		const struct past_edit *one = &past.edits[i];

		if (one->kind != EDIT_USER_ACTIVE || one->after || !one->user ||
		    !one_left(app, event, &past, one->user, arena, &rows, &n))
			continue;
		all = arena_array(arena, left.n + n + 1, sizeof(*all));
		if (left.n)
			memcpy(all, left.rows, left.n * sizeof(*all));
		if (n)
			memcpy(all + left.n, rows, n * sizeof(*all));
		left = (struct left){ all, left.n + n };
	}
	as_of_end(app);
	return left;
}

struct left left_by_number(struct app *app, int64_t seq, struct arena *arena)
{
	struct event event;
	struct error err;

	error_clear(&err);
	if (!app->store || !store_event(app->store, seq, arena, &event, &err))
		return (struct left){ NULL, 0 };
	return left_by(app, &event, arena);
}
