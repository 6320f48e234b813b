/* preview.h: only how many pairs the edits move. */
#ifndef ACCESS_PREVIEW_H
#define ACCESS_PREVIEW_H

#include "access/access.h"
#include "model/edit.h"

struct moves {
	uint64_t up, down;		/* pairs whose effective level moves; the web
					 * visitor is nobody's pair */
};

/* The up and down of access_preview, without the list. */
void preview_count(struct facts *facts, struct edit *edits, size_t n,
		   struct moves *out);

#endif
