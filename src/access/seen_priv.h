/* seen_priv.h: what seen.c and seen_label.c share. */
#ifndef ACCESS_SEEN_PRIV_H
#define ACCESS_SEEN_PRIV_H

#include "access/seen.h"

/* The names of one sort, folded and hashed, and the labels made so far.  They outlive
 * what moves no name, as the many edits do that are only tried. */
struct seen_names {
	uint64_t named;		/* of these facts, */
	uint64_t changes;	/* where what is seen is not all: of these */
	struct arena arena;
	uint64_t *slots;	/* 0: free; bit 0: more than one has it */
	uint64_t mask;
	const char **labels;	/* by number */
};

/* Of the facts as of `changes`.  Pointers are NULL until somebody asks. */
struct seen_lists {
	uint64_t changes;
	struct verdict *levels;			/* the subject's, per project */
	const struct fact_asset **assets;	/* by name only */
	const struct fact_project **projects;	/* without what is hidden */
	struct seen_names names[OF_OWN];	/* of each sort (whose.h) */
	struct arena arena;
};

/* The lists, emptied when the facts moved under them. */
struct seen_lists *seen_lists_now(const struct seen *seen);

#endif
