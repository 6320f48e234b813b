/* vault_sheet.h: back into the vault with the recovery key, which stands on a sheet of
 * paper: what recover does, and what a drill does with a copy. */
#ifndef ACTION_WORKSPACE_VAULT_SHEET_H
#define ACTION_WORKSPACE_VAULT_SHEET_H

#include "action/workspace/vault_change.h"

struct vault_sheet {
	struct vault_session session;	/* the recovery key's */
	struct identity *identity;	/* the new one of whoever recovers */
	const char *holder, *whose;	/* id; roster_whose */
	struct buf kept;		/* the new seed under a passphrase */
	size_t resealed;
};

/* Ask for the recovery key ("recovery-fd"), and open the present epoch with it. */
bool vault_sheet_open(const struct action *action, struct app *app, const struct args *args,
		      struct vault_rows *rows, struct vault_sheet *at,
		      struct error *err) MUST_CHECK;
/* The deed of a change whose ctx is the sheet: the old key of the same person ends, the
 * new one is signed by the recovery key, and a new epoch records both. */
bool vault_sheet_deed(struct vault_change *change, struct error *err) MUST_CHECK;
void vault_sheet_release(struct vault_sheet *at);

#define PARAM_RECOVERY_FD \
	{ .name = "recovery-fd", .label = "Recovery key from", \
	  .help = "descriptor from which the recovery key is read", \
	  .type = PARAM_FD, .option = true, .typed = true }

#endif
