/* result_table.h: the rows of a result as text for people: aligned by cells, labels
 * instead of codes, columns without a word left out. */
#ifndef ACTION_CORE_RESULT_TABLE_H
#define ACTION_CORE_RESULT_TABLE_H

#include "action/core/result.h"

/* Appended to *out.  cells: of a line, for which free text is cut; 0: as wide as it is. */
void result_table(const struct result *result, bool colour, size_t cells, struct buf *out);
/* Nothing is cut: where a line is wider, its last column goes on below itself; where the
 * others alone are wider, a line stays as it is. */
void result_table_whole(const struct result *result, size_t cells, struct buf *out);
/* Safe text broken between words, its lines but the first after so many blanks. */
void result_fold(const char *text, size_t indent, size_t cells, struct buf *out);

#endif
