/* grant_since.h: since when a grant stands, and by whom: what the log tells. */
#ifndef ACTION_UNDO_GRANT_SINCE_H
#define ACTION_UNDO_GRANT_SINCE_H

#include "action/core/app.h"
#include "base/strmap.h"

struct grant_since {
	int64_t seq, time;		/* of the event */
	const char *by;			/* who did it, as recorded */
	bool exact;			/* else: then, or earlier: the workspace was made
					 * or replaced as a whole by that event */
};

struct since_log {
	struct arena arena;
	struct strmap at;		/* of what -> v */
	struct grant_since *v;
	size_t n, cap;
	struct grant_since base;
};

/* Reads all events once. */
bool since_load(const struct app *app, struct since_log *out, struct error *err) MUST_CHECK;
void since_release(struct since_log *log);
/* Of the source of a level that somebody (NOBODY: everybody) has on a project.  Through
 * a group: since both the grant and the membership stand. */
struct grant_since since_of(const struct since_log *log, const struct seen *seen,
			    const struct source *source, uint32_t project,
			    uint32_t user);

#endif
