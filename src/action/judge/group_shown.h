/* group_shown.h: a group as its form shows it: param.now and form.show of the verbs
 * that change one. */
#ifndef ACTION_JUDGE_GROUP_SHOWN_H
#define ACTION_JUDGE_GROUP_SHOWN_H

#include "action/core/asked.h"

/* About a group: who is in it. */
void group_people_now(const struct asked *asked, struct arg *out);
/* About a person: the groups that the person is in. */
void group_groups_now(const struct asked *asked, struct arg *out);
/* Where it is used; of a built-in one who is in it by the role, which is all that
 * there is to see. */
void group_show(const struct asked *asked, struct shown *out);

#endif
