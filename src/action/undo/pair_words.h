/* pair_words.h: the past of a person and a project in words. */
#ifndef ACTION_UNDO_PAIR_WORDS_H
#define ACTION_UNDO_PAIR_WORDS_H

#include "access/seen.h"
#include "action/undo/pair_change.h"
#include "action/undo/pair_facts.h"

/* "Wed 25 Nov 2026 14:02", local. */
const char *pair_time(int64_t time, struct arena *arena);
/* What an edit made of it: "Snowflake prod is no longer shared with Workspace". */
const char *pair_did(struct arena *arena, const struct seen *seen,
		     const struct past_edit *one);
/* What the change made of the person, and by what (change->words, of pair_did). */
const char *pair_moved(struct arena *arena, const struct seen *seen,
		       const struct pair_facts *around,
		       const struct pair_change *change);
/* By name where the address is somebody's who is seen; else as it stands. */
const char *pair_who(const struct seen *seen, const char *email, struct arena *arena);
/* Who did it: "Maya Lindqvist as Ravi Menon"; acting_as may be NULL. */
const char *pair_signed(const struct seen *seen, const char *actor, const char *acting_as,
			struct arena *arena);
/* Of the event beyond which nothing is known: "the workspace was made". */
const char *pair_beginning(enum pair_end where);
const char *pair_since(struct arena *arena, const struct pair_change *since);
const char *pair_at_least(struct arena *arena, const struct pair_change *last,
			  enum pair_end where);

#endif
