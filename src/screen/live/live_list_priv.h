/* live_list_priv.h: what the files of the live list share. */
#ifndef SCREEN_LIVE_LIVE_LIST_PRIV_H
#define SCREEN_LIVE_LIVE_LIST_PRIV_H

#include "screen/frame/lines.h"
#include "screen/live/live_list.h"
#include "ui/input.h"

struct live_list {
	struct page page;		/* first */
	struct screen *screen;
	struct arena arena;		/* of the wish's texts */
	struct live_wish wish;
	char id[THING_ID];		/* of the subject: numbers move */
	const char *prefix;		/* of files: the folder that is shown */
	struct listing listing;
	bool listed;			/* there is one to be released */
	bool under_way;
	bool is_test;			/* a stand-in on this machine is asked */
	int64_t began;			/* by loop_now() */
	struct ear ear;
	struct error why;		/* not all of it is there; code "": it is */
	struct lines told;		/* ... in words */
	struct input input;		/* the filter */
	size_t *found, n_found, cap_found;	/* rows of the listing that pass it */
	size_t looked;			/* rows that were looked at */
	size_t at, top;			/* of found */
	int rows;			/* of the last drawing */
};

/* live_rows.c: which rows pass the filter; those that came since the last time. */
void live_rows_look(struct live_list *self);
void live_rows_anew(struct live_list *self);	/* all: the filter is another */
void live_rows_release(struct live_list *self);
/* A cell of the n-th row that passes; "" where nothing is said. */
const char *live_rows_cell(const struct live_list *self, size_t n, const char *key);
bool live_rows_folder(const struct live_list *self, size_t n);
/* What it is called below the folder that is shown. */
const char *live_rows_name(const struct live_list *self, size_t n);

/* live_list_draw.c */
void live_list_draw(struct page *page, struct canvas *canvas);

#endif
