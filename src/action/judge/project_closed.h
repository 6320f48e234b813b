/* project_closed.h: param.greyed of verbs on projects: why the project is closed to
 * the one who looks, before anything is chosen.  For forms and menus alike. */
#ifndef ACTION_JUDGE_PROJECT_CLOSED_H
#define ACTION_JUDGE_PROJECT_CLOSED_H

#include "action/core/asked.h"

/* At least a share may be taken away. */
const char *project_closed_sharing(const struct asked *asked, const char *value);
const char *project_closed_describing(const struct asked *asked, const char *value);
/* Status and categories. */
const char *project_closed_labels(const struct asked *asked, const char *value);
const char *project_closed_editing(const struct asked *asked, const char *value);
const char *project_closed_full(const struct asked *asked, const char *value);
const char *project_closed_managing(const struct asked *asked, const char *value);

#endif
