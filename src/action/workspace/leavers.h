/* leavers.h: the work that a revoked key leaves behind: every value that it opened is to
 * be changed where it is used, and is ticked off. */
#ifndef ACTION_WORKSPACE_LEAVERS_H
#define ACTION_WORKSPACE_LEAVERS_H

#include "action/workspace/vault_change.h"

/* Within the change that revokes the key: one line a value, as things are now.  *n: how
 * many; *opened: how many of them that person revealed or copied. */
bool leavers_note(struct vault_change *change, const struct vault_key_row *key, size_t *n,
		  size_t *opened, struct error *err) MUST_CHECK;
/* "STRIPE_KEY, HRIS_TOKEN and 2 more": what this person (id) revealed or copied and is
 * still so; "": nothing, or no key. */
const char *leavers_opened(struct app *app, const char *who, struct arena *arena);
/* The list as rows: of everybody, or of one (id; NULL). open: only what is to be done. */
bool leavers_rows(struct app *app, const char *who, bool open, struct result *out,
		  struct error *err) MUST_CHECK;

#endif
