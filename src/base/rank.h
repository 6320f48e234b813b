/* rank.h: many rows put in order at once, stable, in time that grows with their
 * number alone: by numbers, or by texts as text_natcmp() orders them. */
#ifndef BASE_RANK_H
#define BASE_RANK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

/* The texts of the rows 0, 1, 2, ..., as they are compared. */
struct rank {
	struct buf keys;
	size_t *end;		/* of each key */
	size_t n, cap;
};

void rank_init(struct rank *rank);
void rank_release(struct rank *rank);
void rank_add(struct rank *rank, const char *text);
/* What tells it from a text that is equal: bytes, compared as such. */
void rank_tie(struct rank *rank, const char *bytes);

/* A row that is made of parts, of which each has a place (rank_places): 0 parts. */
void rank_row(struct rank *rank);
void rank_part(struct rank *rank, uint32_t place);	/* of the last row, one more */

/* Of each row how many come before it; of what is equal the same. */
void rank_places(const struct rank *rank, uint32_t *place);
/* Put the n row numbers of `order` in the order of their texts; equal ones stay as
 * they stand.  Each is below rank->n. */
void rank_texts(const struct rank *rank, uint32_t *order, size_t n, bool falling);
/* The same by number[row]. */
void rank_numbers(const int64_t *number, uint32_t *order, size_t n, bool falling);

#endif
