/* grant_since.c: see grant_since.h. */
#include "action/undo/grant_since.h"

#include <stdlib.h>
#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "model/edit_past.h"
#include "store/store.h"

enum { PAGE = 512, KEY = 600 };

/* What stands: a letter, and the ids of its ends (no id holds U+0001: what is typed or
 * read has none). */
static const char *key(char sort, const char *a, const char *b, char out[KEY])
{
	snprintf(out, KEY, "%c%s\x01%s", sort, a, b ? b : "");
	return out;
}

/* From the newest on: the first to come counts. */
static void note(struct since_log *log, const struct grant_since *since, char sort,
		 const char *a, const char *b)
{
	char text[KEY];
	uint32_t was;

	if (!a || strmap_get(&log->at, key(sort, a, b, text), &was))
		return;
	log->v = mem_grow(log->v, log->n, &log->cap, sizeof(*log->v));
	log->v[log->n] = *since;
	strmap_set(&log->at, arena_strdup(&log->arena, text), (uint32_t)log->n++);
}

static void take(struct since_log *log, const struct grant_since *since,
		 const struct past_edit *one)
{
	switch (one->kind) {
	case EDIT_GRANT_USER:
		note(log, since, 'u', one->project, one->user);
		break;
	case EDIT_GRANT_GROUP:
		note(log, since, 'g', one->project, one->group);
		break;
	case EDIT_MEMBER:
		note(log, since, 'm', one->group, one->user);
		break;
	case EDIT_PROJECT_WORKSPACE:
		note(log, since, 'w', one->project, NULL);
		break;
	case EDIT_PROJECT_PUBLIC:
		note(log, since, 'p', one->project, NULL);
		break;
	case EDIT_PROJECT_OWNER:
		note(log, since, 'o', one->project, NULL);
		break;
	case EDIT_PROJECT_ADD:
	case EDIT_GROUP_ADD:
		note(log, since, 'a', one->project ? one->project : one->group, NULL);
		break;
	default:
		break;
	}
}

/* True: nothing before it counts. */
static bool take_event(struct since_log *log, const struct event *event,
		       struct arena *arena)
{
	struct grant_since since = { event->seq, event->time, NULL, true };
	bool whole = event->seq == 1;
	struct past past;
	size_t i;

	since.by = arena_strdup(&log->arena, event->actor);
	log->base = since;
	log->base.exact = false;
	if (!past_read(event->edits, arena, &past))
		return whole;
	whole = whole || past_backup(&past);
	for (i = 0; i < past.n && !whole; i++) {
		whole = past.edits[i].kind == EDIT_KINDS;
		take(log, &since, &past.edits[i]);
	}
	return whole;
}

bool since_load(const struct app *app, struct since_log *out, struct error *err)
{
	struct arena arena = { 0 };
	struct event *events;
	int64_t before = 0;
	bool more = true, good = true, done = false;
	size_t n, i;

	memset(out, 0, sizeof(*out));
	while (good && more && !done) {
		arena_release(&arena);
		good = store_events(app->store, before, PAGE, &arena, &events, &n, &more,
				    err);
		for (i = 0; good && i < n && !done; i++) {
			before = events[i].seq;
			done = take_event(out, &events[i], &arena);
		}
	}
	arena_release(&arena);
	return good;
}

void since_release(struct since_log *log)
{
	strmap_release(&log->at);
	free(log->v);
	arena_release(&log->arena);
}

/* made: what it cannot be older than. */
static struct grant_since find(const struct since_log *log, char sort, const char *a,
			       const char *b, const char *made)
{
	char text[KEY];
	uint32_t at;

	if (strmap_get(&log->at, key(sort, a, b, text), &at) ||
	    strmap_get(&log->at, key('a', made, NULL, text), &at))
		return log->v[at];
	return log->base;
}

struct grant_since since_of(const struct since_log *log, const struct seen *seen,
			    const struct source *source, uint32_t project,
			    uint32_t user)
{
	const char *id = seen_project(seen, project)->id, *group;
	const char *who = user == NOBODY ? "" : seen_user(seen, user)->id;
	struct grant_since grant, member;

	switch (source->via) {
	case VIA_WORKSPACE:
		return find(log, 'w', id, NULL, id);
	case VIA_PUBLIC:
		return find(log, 'p', id, NULL, id);
	case VIA_DIRECT:
		return source->owner ? find(log, 'o', id, NULL, id) :
			find(log, 'u', id, who, id);
	case VIA_GROUP:
		break;
	}
	group = seen_group(seen, source->group)->id;
	grant = find(log, 'g', id, group, id);
	if (user == NOBODY)
		return grant;
	member = find(log, 'm', group, who, group);
	return member.seq > grant.seq ? member : grant;
}
