/* leaving_priv.h: the parts of what somebody leaves that its files share. */
#ifndef ACTION_WORKSPACE_LEAVING_PRIV_H
#define ACTION_WORKSPACE_LEAVING_PRIV_H

#include "action/workspace/leaving.h"

/* leaving_put.c: one row more: id and name are copied, the rest is to live in the arena. */
void leaving_add(struct leaving *self, struct plan_row row);
/* "Amir Haddad <amir@acme.example>"; a project as a sentence names it. */
const char *leaving_person(struct leaving *self, uint32_t user);
const char *leaving_title(struct leaving *self, uint32_t project);
/* Their own grant on the project, now. */
enum level leaving_direct(const struct leaving *self, uint32_t project);

/* leaving_theirs.c: the rows of what is theirs, now. */
void leaving_theirs(struct leaving *self);
/* leaving_moved.c: keep what is now; and the rows of what moved since: how many of them,
 * the first, are to stand in front. */
void leaving_note(struct leaving *self);
size_t leaving_moved(struct leaving *self);

#endif
