/* pair_priv.h: the page of the past, and its list: from now back, each row what stood
 * from one change to the next. */
#ifndef SCREEN_PAST_PAIR_PRIV_H
#define SCREEN_PAST_PAIR_PRIV_H

#include "screen/frame/lines.h"
#include "screen/past/pair_walk.h"
#include "ui/list.h"

enum pair_to { PAIR_ONE_BACK = -1, PAIR_TO_END = -2 };

struct pair_page {
	struct page page;
	struct screen *screen;
	struct thing user, project;
	struct pair_walk walk;
	bool begun;
	int64_t event;			/* to be gone (back) to when it is known, or one of
					 * enum pair_to; 0: none */
	struct list list;
	struct lines lines;		/* of the row in focus */
	int cols;			/* for them, and for what stands beside them */
	size_t at;			/* it */
	bool reading;			/* the keys are the lines' */
};

/* The list's source and columns; it looks at self->walk, which need not be begun. */
void pair_list_init(struct pair_page *self);
size_t pair_list_n(const struct pair_page *self);
/* The row in focus; 0: now. */
size_t pair_list_at(const struct pair_page *self);
/* What made it so; NULL: not known so far. */
const struct pair_change *pair_list_event(const struct pair_page *self, size_t row);
/* Of list_goto(). */
uint64_t pair_list_id(const struct pair_page *self, size_t row);
/* Of the last row, beyond which nothing is known. */
const char *pair_list_beginning(const struct pair_page *self);
/* Is that what the history says?  Else it is still looked for, or cannot be read. */
bool pair_list_tells(const struct pair_page *self);

#endif
