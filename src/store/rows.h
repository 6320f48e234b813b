/* rows.h: one thing of the facts as one row.  Its columns: what no edit sets, then its
 * fields (edit_field.h), each last one of a stamp with that. */
#ifndef STORE_ROWS_H
#define STORE_ROWS_H

#include "base/buf.h"
#include "model/edit_field.h"
#include "store/store_priv.h"

/* to_read: without what follows from the other columns. */
void row_columns(struct buf *out, enum whose whose, bool to_read);
/* The stamp that stands behind the field, or NULL. */
const struct field_stamp *row_stamp(const struct edit_field *field);
sqlite3_stmt *row_insert(struct store *store, enum whose whose, struct error *err)
	MUST_CHECK;
/* key: the row's number, or 0 for the next one. */
bool row_put(struct store *store, sqlite3_stmt *stmt, enum whose whose,
	     const struct facts *facts, uint32_t number, int64_t key,
	     struct error *err) MUST_CHECK;
bool row_add(struct store *store, enum whose whose, const struct facts *facts,
	     uint32_t number, struct error *err) MUST_CHECK;
bool row_workspace(struct store *store, const struct facts *facts,
		   struct error *err) MUST_CHECK;

#endif
