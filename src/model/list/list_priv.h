/* list_priv.h: what the parts of the reader of lists share. */
#ifndef MODEL_LIST_LIST_PRIV_H
#define MODEL_LIST_LIST_PRIV_H

#include "base/csv.h"
#include "model/list/list.h"

/* list_decode.c: the bytes as UTF-8, with line ends of LF or CRLF, into list->text. */
bool list_decode(struct list *list, const char *data, size_t n, struct error *err)
	MUST_CHECK;

/* list_header.c: which field has a column of this name; rank: the smaller the more it
 * is meant.  False: none. */
bool list_header_field(const char *header, enum list_field *field, size_t *rank);
/* Fill column[] by the names in header[]. */
void list_header_find(struct list *list);
bool list_header_wishes(struct list *list, const struct list_wish *wishes, size_t n,
			struct error *err) MUST_CHECK;

/* The text from its start, read in a row; file may be NULL (there is nothing).  To be
 * ended either way. */
struct list_reading { FILE *file; struct csv csv; };
void list_begin(const struct list *list, struct list_reading *reading);
/* As csv_next; lines without any text are passed. */
int list_next(struct list_reading *reading, struct error *err) MUST_CHECK;
void list_end(struct list_reading *reading);

/* The name of the file, safe and short. */
const char *list_called(const struct list *list, struct buf *out);

#endif
