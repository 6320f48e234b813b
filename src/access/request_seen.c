/* request_seen.c: see request_seen.h. */
#include "access/request_seen.h"

#include <stdlib.h>

#include "access/rights.h"
#include "model/whose.h"

/* One's own is not one's own to answer, an Admin's neither. */
static enum request_sight sight(const struct seen *seen, uint32_t n, struct arena *arena)
{
	const struct facts *facts = seen_judged(seen);
	struct access_request one;
	struct answer me;

	if (!access_request_read(facts, n, arena, &one))
		return REQUEST_HIDDEN;
	if (one.user != NOBODY && one.user == seen->subject)
		return REQUEST_OWN;
	if (seen->all)
		return REQUEST_TO_ANSWER;
	if (seen->subject == NOBODY || one.user == NOBODY || one.project == NOBODY ||
	    !sees_user(seen, one.user))
		return REQUEST_HIDDEN;
	access_decide(facts, seen->subject, one.project, arena, &me);
	return right_shares_up_to(facts, &me) >= one.level ? REQUEST_TO_ANSWER :
		REQUEST_HIDDEN;
}

enum request_sight request_sight(const struct seen *seen, uint32_t request)
{
	struct arena arena = { 0 };
	enum request_sight found = sight(seen, request, &arena);

	arena_release(&arena);
	return found;
}

const char *request_id(const struct seen *seen, uint32_t request)
{
	const struct facts *facts = seen_judged(seen);

	return request < facts->n_requests &&
		request_sight(seen, request) != REQUEST_HIDDEN ?
		facts->requests[request].id : "";
}

uint32_t request_find(const struct seen *seen, const char *id)
{
	uint32_t n = whose_find(seen_judged(seen), OF_REQUEST, id);

	return n != NOBODY && *request_id(seen, n) ? n : NOBODY;
}

uint32_t request_count_open(const struct seen *seen)
{
	const struct facts *facts = seen_judged(seen);
	uint32_t n = 0, i;

	for (i = 0; i < facts->n_requests; i++)
		n += access_request_is_open(facts, i) &&
			request_sight(seen, i) == REQUEST_TO_ANSWER;
	return n;
}

static int by_turn(const void *a, const void *b)
{
	const struct request_seen *x = a, *y = b;

	if (x->own != y->own)
		return x->own ? 1 : -1;
	if (x->one.at != y->one.at)
		return x->one.at < y->one.at ? -1 : 1;
	return x->one.n < y->one.n ? -1 : x->one.n > y->one.n;
}

struct request_seen *requests_seen(const struct seen *seen, struct arena *arena,
				   size_t *n)
{
	const struct facts *facts = seen_judged(seen);
	struct request_seen *all = arena_array(arena, facts->n_requests + 1u, sizeof(*all));
	enum request_sight how;

	*n = 0;
	for (uint32_t i = 0; i < facts->n_requests; i++) {
		how = request_sight(seen, i);
		if (how == REQUEST_HIDDEN ||
		    (how == REQUEST_TO_ANSWER && !access_request_is_open(facts, i)) ||
		    !access_request_read(facts, i, arena, &all[*n].one))
			continue;
		all[(*n)++].own = how == REQUEST_OWN;
	}
	qsort(all, *n, sizeof(*all), by_turn);
	return all;
}
