/* request_seen.h: who sees that somebody asks for more access (D32): that person, and
 * whoever could grant it. */
#ifndef ACCESS_REQUEST_SEEN_H
#define ACCESS_REQUEST_SEEN_H

#include "access/seen.h"
#include "model/asked/level_request.h"

enum request_sight {
	REQUEST_HIDDEN,
	REQUEST_OWN,			/* the subject asks */
	REQUEST_TO_ANSWER		/* shares the project up to the level that is asked
					 * for, and sees the person; or sees all, as who
					 * answers for a role does */
};
enum request_sight request_sight(const struct seen *seen, uint32_t request);
/* By its id, as far as it is seen; NOBODY.  Its id; "" where it is not seen. */
uint32_t request_find(const struct seen *seen, const char *id);
const char *request_id(const struct seen *seen, uint32_t request);
/* How many open ones wait for an answer of the subject. */
uint32_t request_count_open(const struct seen *seen);

/* What waits for the subject, the oldest first; then what the subject asked for, and
 * what came of it. */
struct request_seen {
	struct access_request one;
	bool own;
};
struct request_seen *requests_seen(const struct seen *seen, struct arena *arena,
				   size_t *n);

#endif
