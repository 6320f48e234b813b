/* facts_follow.c: facts kept current by the events, see image.h. */
#include "store/image/image.h"

#include <stdlib.h>

#include "base/mem.h"
#include "model/edit_past.h"
#ifdef IMAGE_CHECK
#include <stdio.h>

#include "model/image/facts_differ.h"
#endif
#include "store/load.h"

/* Beyond so many, reading all anew is as quick. */
enum { FOLLOW_MOST = 500 };

struct following {
	struct facts *facts;
	struct edit *edits;		/* of one event, applied */
	size_t n, cap;
	bool lost;
};

static void put(void *ctx, struct edit edit)
{
	struct following *self = ctx;

	self->edits = mem_grow(self->edits, self->n, &self->cap,
			       sizeof(*self->edits));
	edit_apply(self->facts, &edit);
	self->edits[self->n++] = edit;
}

/* An event that could not be done then cannot have been done. */
static void lost(void *ctx, const struct past_link *link)
{
	struct following *self = ctx;

	(void)link;
	self->lost = true;
}

static bool follow_edits(struct following *self, const struct past *past,
			 struct arena *arena)
{
	struct past_turn turn = { .facts = self->facts, .arena = arena,
		.past = past, .put = put, .lost = lost, .ctx = self };

	for (size_t i = 0; i < past->n; i++) {
		const struct past_edit *one = &past->edits[i];

		if (one->kind == EDIT_KINDS ||
		    past_state(self->facts, one, false, arena) != PAST_STANDS)
			return false;
		past_turn(&turn, one);
	}
	return !self->lost;
}

static bool follow_event(struct facts *facts, const struct event *event)
{
	struct following self = { .facts = facts };
	struct arena arena = { .head = NULL };
	struct past past;
	bool good = past_read(event->edits, &arena, &past) &&
		!past_backup(&past);

	if (good) {
		past.time = event->time;
		past.actor = event->actor;
		good = follow_edits(&self, &past, &arena);
	}
	if (good)
		edit_stamp(facts, self.edits, self.n, event->time, event->actor);
	facts->revision = event->seq;
	free(self.edits);
	arena_release(&arena);
	return good;
}

bool facts_follow(struct store *store, struct facts *facts, int most)
{
	struct error ignored;
	sqlite3_stmt *stmt = sql_prepare(store, &ignored, "SELECT " EVENT_COLUMNS
		" FROM events WHERE seq > ?1 ORDER BY seq");
	struct event event;
	int more = -1, n = 0;

	if (stmt && sqlite3_bind_int64(stmt, 1, facts->revision) == SQLITE_OK)
		more = 1;
	while (more > 0 && (more = sql_next(store, &ignored, stmt)) > 0)
		if (++n > most ||
		    !event_row(store, &ignored, stmt, NULL, &event) ||
		    event.seq != facts->revision + 1 ||
		    !follow_event(facts, &event))
			more = -1;
	sqlite3_finalize(stmt);
	return more == 0;
}

/* Built with IMAGE_CHECK, each opening holds what it has against the tables. */
static void check(struct store *store, const struct facts *facts)
{
#ifdef IMAGE_CHECK
	struct arena arena = { .head = NULL };
	struct facts tables;
	struct error err;
	const char *differs;

	facts_init(&tables);
	if (store_load(store, &tables, &err)) {
		differs = facts_differ(&tables, facts, &arena);
		if (!differs)
			differs = facts_differ(facts, &tables, &arena);
		if (differs) {
			fprintf(stderr, "image: %s\n", differs);
			abort();
		}
	}
	facts_release(&tables);
	arena_release(&arena);
#else
	(void)store;
	(void)facts;
#endif
}

bool store_facts(struct store *store, struct facts *facts, struct error *err)
{
	struct image_stamp stamp = image_stamp(store);
	bool began, good = true;

	if (!store_moment(store, &began, err))
		return false;
	if (image_read(store, facts) && facts_follow(store, facts, FOLLOW_MOST)) {
		good = load_ended(store, err);
	} else {
		facts_release(facts);
		facts_init(facts);
		good = store_load(store, facts, err);
		if (good && image_pays(facts))
			image_put(store, facts, &stamp);
	}
	if (good)
		check(store, facts);
	store_moment_end(store, began);
	return good;
}

/* A demo's events are taken back when it is put back. */
bool store_follow(struct store *store, struct facts *facts)
{
	struct error ignored;
	int64_t newest;
	bool began, good;

	if (store->demo || !store_moment(store, &began, &ignored))
		return false;
	good = store_revision(store, &newest, &ignored) &&
		newest > facts->revision && facts_follow(store, facts, FOLLOW_MOST) &&
		facts->revision == newest && load_ended(store, &ignored);
	if (good)
		check(store, facts);
	store_moment_end(store, began);
	return good;
}
