/* secret_seen.h: who can see the value of a secret: everybody with effective Can
 * Edit or more on a project that has it (A13, A15, D19b). */
#ifndef ACTION_ASSET_SECRET_SEEN_H
#define ACTION_ASSET_SECRET_SEEN_H

#include "action/core/action.h"
#include "base/json_write.h"

/* Member "visible_to_you": is the subject no Admin, and among them?  And "seen_by": a project each, with its people; of the projects that the subject
 * may ask about. */
void secret_seen_json(struct json *json, const struct app *app,
		      const struct numbers *projects, struct arena *arena);
/* Rows "seen by" of a result of fields and values. */
void secret_seen_rows(struct result *out, const struct app *app,
		      const struct numbers *projects);

#endif
