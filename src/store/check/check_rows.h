/* check_rows.h: the last check of each thing (0010_checks.sql). */
#ifndef STORE_CHECK_CHECK_ROWS_H
#define STORE_CHECK_CHECK_ROWS_H

#include "store/store.h"

struct check_row {
	const char *kind, *thing;	/* code of an asset's kind, or "provider"; id */
	int64_t checked, fields;	/* fields: a number for how it was set then */
	const char *status, *answer;	/* answer: JSON of model/check/check.h */
};

/* All of them, in the arena, by kind and thing. */
bool store_checks(struct store *store, struct arena *arena, struct check_row **out,
		  size_t *n, struct error *err) MUST_CHECK;
/* Each in the place of the one before; a transaction of its own, without an event.  What
 * is not there any more is passed over. */
bool store_checks_put(struct store *store, const struct check_row *rows, size_t n,
		      struct error *err) MUST_CHECK;

#endif
