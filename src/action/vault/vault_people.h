/* vault_people.h: people who hold keys of the vault, by the workspace of now. */
#ifndef ACTION_VAULT_VAULT_PEOPLE_H
#define ACTION_VAULT_VAULT_PEOPLE_H

#include "action/core/app.h"
#include "action/vault/vault_roster.h"

/* Of an active Admin only: ERROR_CONFLICT ROLE_NEEDED. */
bool vault_may_hold(const struct app *app, uint32_t user, struct error *err) MUST_CHECK;
/* E-mail of whose the key is, "recovery key", or "somebody who is gone". */
const char *vault_name(const struct app *app, const char *who);
/* What is to be said of a key that holds: its holder is no active Admin any more; or
 * "". */
const char *vault_note(const struct app *app, const struct vault_key_row *row);
uint32_t vault_user(const struct app *app, const char *who);	/* or NOBODY */
const char *vault_user_id(const struct app *app, uint32_t user);
const char *vault_email(const struct app *app, uint32_t user);

#endif
