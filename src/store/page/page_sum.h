/* page_sum.h: a sum at the end of each page of a store's file, so that a page which is not
 * as it was written (a bit that a disk turned, a write that went elsewhere) is a named
 * refusal and never another answer.  SQLite itself looks only at how pages hang together.
 * Against who can write the file it is no help, nor meant to be.  Stores made by earlier
 * versions have no room for sums and are read as before. */
#ifndef STORE_PAGE_SUM_H
#define STORE_PAGE_SUM_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/attr.h"

enum { PAGE_SUM = 8, PAGE_SIZE = 4096 };	/* bytes */

/* Name of the file system that keeps them, above the one that SQLite has by default; NULL:
 * it cannot be had. */
const char *page_sum_vfs(void) MUST_CHECK;
/* For a file that is still empty: its pages get sums. */
bool page_sum_begin(sqlite3 *db) MUST_CHECK;
/* Have its pages sums? */
bool page_sum_there(sqlite3 *db) MUST_CHECK;
/* Put the sum of page `number` (from 1 on) where it belongs. */
void page_sum_set(uint8_t page[PAGE_SIZE], uint32_t number);

#endif
