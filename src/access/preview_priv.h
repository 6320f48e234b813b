/* preview_priv.h: edits on facts that are flipped back and forth. */
#ifndef ACCESS_PREVIEW_PRIV_H
#define ACCESS_PREVIEW_PRIV_H

#include "access/preview.h"
#include "access/touch.h"

struct flip {
	struct facts *facts;
	struct edit *edits;
	size_t n;
	uint32_t n_users, n_projects;	/* before the edits */
	struct touched touched;		/* touch_release */
	struct moves_count *moves;	/* only count; NULL: list */
	struct patience *patience;	/* or NULL */
};

void flip_forth(struct flip *flip);
void flip_back(struct flip *flip);
/* touched.pairs: every pair that may change, sorted, each once; with `moves` whole rows
 * are counted there instead. */
void flip_find(struct flip *flip);

#endif
