/* typed_keep.h: a secret value that was typed into a form is taken into locked memory;
 * commands name it. */
#ifndef ACTION_VAULT_TYPED_KEEP_H
#define ACTION_VAULT_TYPED_KEEP_H

#include <stddef.h>

struct app;

/* What stands for it in a command (value-fd), until it is sealed or the vault locked;
 * NULL: it is empty or too long.  The text stays the caller's, to be wiped. */
const char *vault_typed_keep(struct app *app, const char *text, size_t n);
/* All are wiped. */
void vault_typed_wipe(struct app *app);

#endif
