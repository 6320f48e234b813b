/* confirm.h: what a write would do, before it is done: y does it. */
#ifndef SCREEN_PAGES_CONFIRM_H
#define SCREEN_PAGES_CONFIRM_H

#include "screen/frame/request.h"

/* Preview and show.  Fails, with the reason, when the action refuses. */
bool confirm_push(struct screen *screen, const struct request *request,
		  struct error *err) MUST_CHECK;

#endif
