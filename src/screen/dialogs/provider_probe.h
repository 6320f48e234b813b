/* provider_probe.h: step 1 of a GitHub Enterprise Server: is it there, and what is it?
 * Asked when one goes on, in the background; the next page comes with its answer. */
#ifndef SCREEN_DIALOGS_PROVIDER_PROBE_H
#define SCREEN_DIALOGS_PROVIDER_PROBE_H

#include "action/check/probe.h"
#include "screen/dialog/dialog.h"

struct provider_probe {
	struct dialog_page *page;
	void (*turn)(struct dialog_page *page);	/* to the next page */
	struct probe probe;
	struct ear ear;
	struct arena arena;		/* of config and said */
	const char *config;		/* asked about; NULL: nothing yet */
	const char *said;		/* for the form; "" */
	bool under_way, good;
};

/* Next was pressed with these fields: true: go on at once. */
bool provider_probe_next(struct provider_probe *probe, const char *type,
			 const char *config);
void provider_probe_release(struct provider_probe *probe);

#endif
