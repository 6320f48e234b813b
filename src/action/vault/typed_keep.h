/* typed_keep.h: a secret value that was typed into a form is taken into locked memory;
 * commands name it. */
#ifndef ACTION_VAULT_TYPED_KEEP_H
#define ACTION_VAULT_TYPED_KEEP_H

#include <stdbool.h>
#include <stddef.h>

struct app;

/* source stands for it in a command ("password=form password"), until it is sealed; what
 * stood there before is wiped.  False: it is empty or too long.  The text stays the
 * caller's, to be wiped. */
bool vault_typed_keep(struct app *app, const char *source, const char *text, size_t n);
/* All are wiped. */
void vault_typed_wipe(struct app *app);

#endif
