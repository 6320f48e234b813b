/* check_hits.h: who is hit where an asset does not work. */
#ifndef ACTION_CHECK_CHECK_HITS_H
#define ACTION_CHECK_CHECK_HITS_H

#include "action/core/app.h"
#include "model/check/check.h"

/* The projects that import it, and the active people who may open one of them: as many
 * as the subject sees. */
void check_hits(const struct app *app, uint32_t asset, struct check *check);

#endif
