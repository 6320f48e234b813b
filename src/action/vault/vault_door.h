/* vault_door.h: what all go through who opened the vault to use it: the tables hold what
 * an Admin has signed last, and what the events since made of it (signed_state.h).  Where
 * somebody wrote to the file by hand, rights and places of values among it, no value
 * goes out or in. */
#ifndef ACTION_VAULT_VAULT_DOOR_H
#define ACTION_VAULT_VAULT_DOOR_H

#include "action/core/app.h"

/* Once for each opening; the vault stays open.  ERROR_STORE STATE_BY_HAND: the first rows
 * are named; audit verify names all.  STATE_UNSIGNED: since, the whole was replaced by
 * somebody who did not have the vault open.  STATE_UNTOLD: nothing is signed, nor are there lines
 * from its beginning on. */
bool vault_door(struct app *app, struct error *err) MUST_CHECK;
/* Somebody else has compared them, or an Admin has taken them as they are. */
void vault_door_passed(struct app *app);

#endif
