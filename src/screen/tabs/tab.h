/* tab.h: a tab: its name and its lists.  One file in tabs/ each; the registry is
 * made from local.mk, in the order in which they stand there. */
#ifndef SCREEN_TABS_TAB_H
#define SCREEN_TABS_TAB_H

#include "screen/frame/screen.h"
#include "screen/frame/thing.h"
#include "ui/list.h"

enum { TAB_VIEWS = 2, COUNTED_LATER = -1, WIDE_FROM = 100 };

struct row {
	enum thing_kind kind;
	uint32_t n;		/* number in the facts; a tab's own for SETTING
				 * and HEADING */
};

struct rows { struct row *v; size_t n, cap; };

/* What Enter follows on a cell. */
enum cell_link { LINK_NONE, LINK_PAGE, LINK_OWNER, LINK_ACCESS, LINK_USAGE };

/* What a cell shows of an asset.  Who sees it by its name only sees the first four. */
enum asset_cell {
	ASSET_NAME, ASSET_TYPE, ASSET_DEFAULT,
	ASSET_VALUE,		/* of a secret: stars */
	ASSET_OF_ADMINS,
	ASSET_GROUPS = ASSET_OF_ADMINS, ASSET_USAGE, ASSET_STATUS,
	ASSET_DETAIL,		/* what it is in a word, see struct asset_kind */
	ASSET_AUTH,		/* the same, or "-" */
	ASSET_SEEN_BY,		/* how many see a secret's value */
	ASSET_REFRESHED, ASSET_UPDATED, ASSET_BY, ASSET_CREATED, ASSET_CREATED_BY
};

/* An order with a name of its own. */
struct tab_sort { const char *words; size_t column; bool falling; };

/* A list of a tab. */
struct tab_view {
	const char *title;	/* "Users"; in the filter line and the palette */
	const char *one;	/* "user": what a row is */
	const struct list_column *columns;
	size_t n_columns;
	unsigned of_admins, of_people;	/* bits of columns that only Admins, or only
					 * who sees the people, have; beside those
					 * of ASSET_OF_ADMINS */
	const struct list_column *wide;	/* instead, on WIDE_FROM columns and more;
					 * or NULL */
	const struct tab_sort *sorts;	/* beside those by a column; or NULL */
	size_t n_sorts;
	bool unsorted;		/* starts in the order of load() */
	bool aside;		/* the tab's key leads to its other list, o to this */
	bool named;		/* load() is in the order of the first column */
	bool carded;		/* the card of a row says all that the row does */
	int most;		/* percent of the width beside a panel, where that is more
				 * than other lists get; or 0 */
	/* All rows are assets of the kinds whose home is the tab's path, with these
	 * cells; NULL: load and cell say what there is. */
	const enum asset_cell *assets;
	void (*load)(struct screen *screen, struct rows *out);
	/* out is empty; raw text (the canvas makes it safe). */
	void (*cell)(struct screen *screen, const struct row *row,
		     size_t column, struct buf *out, unsigned *style);
	/* What orders the rows where text will not do; false: this column is ordered
	 * as text.  Asked once for each row, until the facts change or more is counted
	 * (COUNTED_LATER until then).  May be NULL. */
	bool (*number)(struct screen *screen, const struct row *row,
		       size_t column, int64_t *out);
	/* As list_source has it.  May be NULL. */
	bool (*ranks)(struct screen *screen, const struct rows *rows, size_t column,
		      struct rank *out);
	const char *empty;	/* that there is nothing, */
	const char *unseen;	/* to who does not see all: that nothing is to be seen; NULL:
				 * the same */
	const char *first;	/* and what makes the first one, and what then; for those
				 * who may */
	const char *create;	/* "project create": the action of n; or NULL */
	/* ... where it depends on the row; NULL: none here.  May be NULL. */
	const char *(*create_of)(struct screen *screen,
				 const struct thing *focus);
	/* What changes a row that is no thing (a setting); NULL: nothing does, and *why
	 * may say why not.  May be NULL. */
	const char *(*change_of)(struct screen *screen,
				 const struct thing *focus, const char **why);
	/* A line of what stands below the list, the most important first, into emptied
	 * *out; false: no more.  May be NULL. */
	bool (*foot)(struct screen *screen, int line, struct buf *out);
	enum cell_link links[LIST_COLUMNS];	/* of columns that are links */
};

struct tab {
	const char *name;	/* "projects" */
	const char *title;	/* "Projects" */
	const char *brief;	/* for 80 columns */
	const char *path;	/* "Settings > Data sources" (A23, A48) */
	const struct tab_view *views[TAB_VIEWS];
};

const struct tab *const *tabs(size_t *n);

void rows_add(struct rows *rows, enum thing_kind kind, uint32_t n);
/* All assets the subject may see whose kind's home is `home`. */
void rows_assets(struct screen *screen, struct rows *rows, const char *home);

void cell_time(int64_t time, struct buf *out);

#endif
