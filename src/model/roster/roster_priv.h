/* roster_priv.h: what the parts of the reader of lists share. */
#ifndef MODEL_ROSTER_ROSTER_PRIV_H
#define MODEL_ROSTER_ROSTER_PRIV_H

#include "base/csv.h"
#include "model/roster/roster.h"

/* roster_decode.c: the bytes as UTF-8, with line ends of LF or CRLF, into list->text. */
bool roster_decode(struct roster *list, const char *data, size_t n, struct error *err)
	MUST_CHECK;

/* roster_header.c: which field has a column of this name; rank: the smaller the more it
 * is meant.  False: none. */
bool roster_header_field(const char *header, enum roster_field *field, size_t *rank);
/* Fill column[] by the names in header[]. */
void roster_header_find(struct roster *list);
bool roster_header_wishes(struct roster *list, const struct roster_wish *wishes, size_t n,
			struct error *err) MUST_CHECK;

/* roster_reading.c: the text from its start, read in a row; file may be NULL (there is nothing).  To be
 * ended either way. */
struct roster_reading { FILE *file; struct csv csv; };
void roster_begin(const struct roster *list, struct roster_reading *reading);
/* As csv_next; lines without any text are passed. */
int roster_next(struct roster_reading *reading, struct error *err) MUST_CHECK;
void roster_end(struct roster_reading *reading);

/* The name of the file, safe and short. */
const char *roster_called(const struct roster *list, struct buf *out);

#endif
