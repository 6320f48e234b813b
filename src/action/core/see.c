/* see.c: the present subject's sight of the facts. */
#include <stdlib.h>

#include "action/core/app.h"

const struct seen *app_seen(const struct app *app)
{
	struct seen *seen = app->seen;
	uint32_t subject = app_subject(app);
	bool all = app_reads_all(app);

	if (seen->lists && seen->subject == subject && seen->all == all &&
	    !seen_stale(seen))
		return seen;
	seen_release(seen);
	seen_init(seen, &app->facts, subject, all);
	return seen;
}
