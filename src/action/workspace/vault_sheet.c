/* vault_sheet.c: see vault_sheet.h. */
#include "action/workspace/vault_sheet.h"

#include <string.h>

#include "action/vault/vault_input.h"
#include "vault/recovery.h"

bool vault_sheet_deed(struct vault_change *change, struct error *err)
{
	struct vault_sheet *at = change->ctx;
	const struct vault_key_row *was = roster_of(&change->rows, at->holder);
	const struct vault_key_row *sheet = roster_row(&change->rows, at->session.key);
	struct vault_key_row row;

	if (!roster_check(&change->rows, err))
		return false;
	if (!sheet || sheet->until ||
	    strcmp(roster_whose(&change->rows, at->holder, &change->out->arena),
		   at->whose) != 0)
		return error_set(err, ERROR_CONFLICT, "STALE",
				 "the recovery key is another by now");
	vault_key_row(&row, vault_next_key(&change->rows), at->holder, at->identity,
		      &at->kept, change->revision);
	return vault_session_open(&at->session, &change->rows, sheet, err) &&
		(!was || vault_end_key(change, was, err)) &&
		vault_sign_key(change, &at->session, &row, err) &&
		vault_new_epoch(change, &at->session, &at->resealed, err);
}

/* The keys of the sheet of paper, and what they open. */
bool vault_sheet_open(const struct action *self, struct app *app, const struct args *args,
		      struct vault_rows *rows, struct vault_sheet *at, struct error *err)
{
	const struct vault_key_row *row = roster_recovery(rows);
	struct locked_text sheet;
	struct identity_public is;
	bool done;

	if (!roster_check(rows, err))
		return false;
	if (!row)
		return error_set(err, ERROR_NOT_FOUND, "NO_RECOVERY",
				 "this vault has no recovery key");
	locked_text_init(&sheet, PASSPHRASE_MOST);
	done = vault_input(app, self, args, "recovery-fd", "The recovery key", false, &sheet,
			   err);
	at->session.identity = done ? recovery_read(sheet.at, sheet.n, err) : NULL;
	locked_text_release(&sheet);
	if (!at->session.identity)
		return false;
	is = roster_public(row);
	if (memcmp(&is, identity_public(at->session.identity), sizeof(is)) != 0) {
		error_set(err, ERROR_DENIED, "RECOVERY_KEY",
			  "this is no recovery key of this vault, or one that has ended");
		return error_remedy(err, "look for the newest sheet");
	}
	return vault_session_open(&at->session, rows, row, err);
}

void vault_sheet_release(struct vault_sheet *at)
{
	buf_release(&at->kept);
	identity_free(at->identity);
	vault_session_empty(&at->session);
}
