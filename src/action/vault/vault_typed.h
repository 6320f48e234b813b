/* vault_typed.h: secret values on their way in: read once, before anything is planned
 * for good, and kept in locked memory until they are sealed. */
#ifndef ACTION_VAULT_VAULT_TYPED_H
#define ACTION_VAULT_VAULT_TYPED_H

#include "action/core/app.h"
#include "action/vault/typed_keep.h"
#include "vault/locked_text.h"

/* By its source: "3", a descriptor; else it is asked for as this.  Once: the next time
 * it is there.  ERROR_INVALID: cannot be read, empty, too long, nobody to ask. */
bool vault_typed_read(struct app *app, const char *source, const char *what,
		struct error *err) MUST_CHECK;
/* NULL: it was not read. */
const struct locked_text *vault_typed_find(const struct app *app, const char *source);

#endif
