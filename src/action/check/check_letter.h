/* check_letter.h: what a courier is told of an asset: its fields and, out of the vault,
 * the secret ones that it needs.  They are wiped when the letter is gone. */
#ifndef ACTION_CHECK_CHECK_LETTER_H
#define ACTION_CHECK_CHECK_LETTER_H

#include "action/core/app.h"
#include "model/check/check.h"
#include "store/vault_rows.h"

struct post;

/* The program that checks it; NULL: none does, or it is a draft: then the check is over
 * and says why. */
const char *check_courier(const struct app *app, uint32_t asset, struct check *check,
			  struct arena *arena);
/* Has it values that the check would need? */
bool check_needs_vault(const struct app *app, uint32_t asset);
/* Start it with its letter.  rows: of the vault, which is open, or NULL.  NULL: the
 * check is over and says why. */
struct post *check_start(struct app *app, uint32_t asset, const char *courier,
			 const struct vault_rows *rows, int64_t timeout,
			 struct check *check, struct arena *arena);

#endif
