/* changes.h: a preview as text, JSON and CSV (INTERFACES 3), written while it is found:
 * what is listed as text are its first changes, JSON and CSV hold all of them. */
#ifndef ACTION_JUDGE_CHANGES_H
#define ACTION_JUDGE_CHANGES_H

#include "action/core/action.h"
#include "base/json_write.h"

enum { CHANGES_LISTED = 40 };	/* of many, where few are wanted */

struct changes {
	struct buf *out;
	const struct options *opts;
	bool planned;		/* nothing is made yet: what the edits make has no id */
	uint32_t made;		/* projects from here on are made by the edits */
	struct json json;
};

/* How many changes are to be listed for changes_end. */
uint32_t changes_listed(const struct options *opts);
/* opts->drain, if any, takes what was written so far in a dry run. */
void changes_begin(struct changes *self, struct buf *out,
		   const struct options *opts, uint32_t made);
/* The next change, as the facts stand that name all of it. */
void changes_add(struct changes *self, const struct seen *seen,
		 const struct change *change, struct arena *arena);
/* JSON: one object.  Text: a line each.  CSV: with a header. */
void changes_end(struct changes *self, const struct seen *seen,
		 const struct preview *preview, const struct moved *moved,
		 struct arena *arena);

/* What a write answers as JSON: that object, with message, event (where it is done) and
 * warnings beside; the rest of it, where its beginning was drained. */
void changes_document(struct buf *out, const struct result *result, bool done);

/* One limit of an answer; asset: what is lacking, or NULL; without id and name where it
 * may not be seen. */
void changes_limit(struct json *json, const struct limit *limit,
		   const struct fact_asset *asset);

#endif
