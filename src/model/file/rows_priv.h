/* rows_priv.h: relations as they stand in files: many at once, sorted at the end. */
#ifndef MODEL_FILE_ROWS_PRIV_H
#define MODEL_FILE_ROWS_PRIV_H

#include "base/attr.h"
#include "model/facts.h"

/* Grants as they stand in the file, before they are sorted into the facts. */
struct grant_rows {
	struct grant_row {
		uint32_t project, who;
		bool group;
		uint8_t level;
		long at;		/* line or index */
	} *v;
	size_t n, cap;
};

void grant_rows_add(struct grant_rows *rows, struct grant_row row);
/* Sort them; then each row that names a grantee once more, after the last (NULL:
 * from the start). */
void grant_rows_sort(struct grant_rows *rows);
const struct grant_row *grant_rows_twice(const struct grant_rows *rows,
					 const struct grant_row *last)
	MUST_CHECK;
/* Put them, sorted and without doubles, into the facts and forget them.  A
 * project's rows come all at once. */
void grant_rows_settle(struct grant_rows *rows, struct facts *facts);
void grant_rows_release(struct grant_rows *rows);

/* Append to both lists of a relation; settle_relations sorts them all. */
void append_both(struct numbers *a, uint32_t in_a, struct numbers *b,
		 uint32_t in_b);
void settle_relations(struct facts *facts);

#endif
