/* demo_vault.h: the vault of the demo: made where it is first wanted, with a value for each
 * shared secret, and a passphrase that the prompt says (SECURITY 4). */
#ifndef ACTION_WORKSPACE_DEMO_VAULT_H
#define ACTION_WORKSPACE_DEMO_VAULT_H

#include "action/core/action.h"

/* In a demo whose Admin is the one of the built-in workspace and that has no vault yet;
 * else nothing.  Costs no key of a passphrase: that one was made before. */
bool demo_vault(struct app *app, struct result *out, struct error *err) MUST_CHECK;

#endif
