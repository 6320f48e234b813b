/* people_shown.h: people as forms show them: who is in a group (param.now and form.show
 * of the verbs that change one), who may own a project (param.greyed and param.heed). */
#ifndef ACTION_JUDGE_PEOPLE_SHOWN_H
#define ACTION_JUDGE_PEOPLE_SHOWN_H

#include "action/core/asked.h"

/* About a group: who is in it. */
void group_people_now(const struct asked *asked, struct arg *out);
/* About a person: the groups that the person is in. */
void group_groups_now(const struct asked *asked, struct arg *out);
/* Where it is used; of a built-in one who is in it by the role, which is all that
 * there is to see. */
void group_show(const struct asked *asked, struct shown *out);

/* Why this person cannot own the project, in few words ("has no access to Vault"), or
 * NULL: it can be. */
const char *owner_greyed(const struct asked *asked, uint32_t project, uint32_t user);
/* A Guest is heeded. */
const char *owner_heed(const struct asked *asked, const char *user);

#endif
