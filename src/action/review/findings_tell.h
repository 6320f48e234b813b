/* findings_tell.h: the findings as rows, JSON and CSV. */
#ifndef ACTION_REVIEW_FINDINGS_TELL_H
#define ACTION_REVIEW_FINDINGS_TELL_H

#include "action/core/result.h"
#include "action/review/findings.h"

/* since: as findings_find; out->failed where something is new since then. */
bool findings_tell(struct app *app, const char *since, struct result *out,
		   struct error *err) MUST_CHECK;

#endif
