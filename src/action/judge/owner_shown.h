/* owner_shown.h: who may own a project, as forms say it: param.greyed and param.heed of
 * verbs that make somebody the owner. */
#ifndef ACTION_JUDGE_OWNER_SHOWN_H
#define ACTION_JUDGE_OWNER_SHOWN_H

#include "action/core/asked.h"

/* Why this person cannot own the project, in few words ("has no access to Vault"), or
 * NULL: it can be. */
const char *owner_greyed(const struct asked *asked, uint32_t project, uint32_t user);
/* A Guest is heeded. */
const char *owner_heed(const struct asked *asked, const char *user);

#endif
