/* preview.h: the consequence of edits pair by pair: counted, looked at, and listed only
 * as far as it is shown.  What is kept of a pair that is not listed are some bytes. */
#ifndef ACCESS_PREVIEW_H
#define ACCESS_PREVIEW_H

#include "access/access.h"
#include "model/edit.h"

#define PREVIEW_ALL UINT32_MAX

/* How long somebody who waits is to wait: steps are pairs that are looked at. */
struct patience {
	size_t left;
	bool (*wanted)(void *ctx);	/* between steps: he wants to go on; or NULL */
	void *ctx;
	bool over;			/* given up: what was found is not all */
};
/* Take so many steps; false: they are not to be taken.  NULL: patience without end. */
bool patience_takes(struct patience *patience, size_t steps);

struct preview_pass {
	uint32_t most;			/* changes to list; PREVIEW_ALL */
	/* May this pair be counted and listed?  Asked as the facts stand before and
	 * after; one yes will do.  NULL: every pair. */
	bool (*sees)(void *ctx, uint32_t user, uint32_t project);
	/* Every change, by project, then user; seen or not: told while the facts are as
	 * after the edits, and then as before them.  Levels and limits only, which
	 * last for the call.  May be NULL. */
	void (*each_after)(void *ctx, const struct change *change, bool seen);
	void (*each_before)(void *ctx, const struct change *change, bool seen);
	void *ctx;
	struct patience *patience;	/* NULL: without end */
};

/* The facts are as before on return; where the patience is over *out is not all. */
void preview_pass(struct facts *facts, struct edit *edits, size_t n,
		  const struct preview_pass *pass, struct arena *arena,
		  struct preview *out);

/* Counting alone: what `out` (zeroed) says grows by one change; they come by project,
 * then user.  tally_init: n_users, those that the edits make too. */
struct tally {
	uint8_t *ways;			/* by user: bits of the ways it was counted in */
	uint32_t n_users, last[WAYS + 1];
};
void tally_init(struct tally *tally, uint32_t n_users);
void tally_add(struct tally *tally, const struct change *change,
	       struct preview *out);
void tally_release(struct tally *tally);

struct moves {
	uint64_t up, down;		/* pairs whose effective level moves; the web
					 * visitor is nobody's pair */
	uint32_t people_up, people_down;	/* whose pairs they are, each once */
	/* Of one person, who is none of those; 0 is the first user: NOBODY for none. */
	uint32_t of;
	uint32_t of_up, of_down;	/* ... projects of theirs that move; in up, down, too */
};

/* Counts pairs one by one, as moves does; moves_end() when all came. */
struct moves_count {
	struct moves *moves;
	uint8_t *ways;			/* by user: was counted up, down */
	uint32_t n_users;
};
void moves_begin(struct moves_count *count, struct moves *moves, uint32_t of,
		 uint32_t n_users);
void moves_add(struct moves_count *count, uint32_t user, unsigned before,
	       unsigned after);
void moves_end(struct moves_count *count);

/* The up and down of access_preview, without the list; of: struct moves. */
void preview_count(struct facts *facts, struct edit *edits, size_t n,
		   uint32_t of, struct moves *out);

/* The same as preview_count; where patience->over, *out says nothing. */
void preview_count_within(struct facts *facts, struct edit *edits, size_t n,
			  uint32_t of, struct patience *patience, struct moves *out);

#endif
