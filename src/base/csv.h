/* csv.h: RFC 4180, read as a stream, written field by field. */
#ifndef BASE_CSV_H
#define BASE_CSV_H

#include <stdbool.h>
#include <stdio.h>

#include "base/buf.h"
#include "base/error.h"

struct csv {
	FILE *file;
	const char *name;	/* for errors */
	long line;		/* line on which the current record began */
	long next_line;
	struct buf text;	/* the record's fields, NUL-separated */
	size_t *offset, n, cap;	/* n: fields in this record */
	char *chunk;		/* read ahead of the records */
	size_t at, got;
	bool started;
	char separator;		/* of fields; csv_init: a comma */
};

void csv_init(struct csv *csv, FILE *file, const char *name);
void csv_release(struct csv *csv);	/* does not close the file */

/* Read the next record.  1: a record; 0: end of file; -1: *err names file and
 * line (open quote, text after a quote, a quote inside a field that is not
 * quoted, NUL byte, invalid UTF-8, a record over 1 MiB).  A UTF-8 byte order
 * mark at the start is skipped; CRLF and LF end a record; a blank line is
 * skipped. */
int csv_next(struct csv *csv, struct error *err) MUST_CHECK;
/* Valid until the next csv_next; "" past the last field. */
const char *csv_field(const struct csv *csv, size_t i);

/* Append a field, quoted where needed.  guard: put ' before text that starts
 * with = + - @ or TAB (reports, never the CSV folder). */
void csv_put(struct buf *out, const char *text, bool first, bool guard);

#endif
