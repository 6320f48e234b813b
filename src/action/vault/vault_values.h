/* vault_values.h: sealed values of the store: found, opened, put.  A plain value exists
 * inside `use` alone. */
#ifndef ACTION_VAULT_VAULT_VALUES_H
#define ACTION_VAULT_VAULT_VALUES_H

#include "action/core/app.h"
#include "action/core/plan.h"
#include "action/core/value_goes.h"
#include "action/vault/vault_session.h"
#include "base/json_write.h"
#include "vault/locked_text.h"

/* NULL: it has none. */
const struct vault_value_row *vault_value_find(const struct vault_rows *rows,
	const char *kind, const char *project, const char *thing, const char *field);
/* The vault is open (vault_session_follow); within a change.  by, time: who sets it.
 * Whoever left and could open the one before cannot use it any more: ticked off.  The
 * hashes of *value are filled in. */
bool vault_value_put(struct app *app, const struct vault_rows *rows,
		     struct plan_value *value, const struct locked_text *text,
		     const char *by, int64_t time, struct error *err) MUST_CHECK;
/* What the event keeps of it: {"edit":"value",...}. */
void vault_value_json(struct json *json, const struct plan_value *value);
/* to: where the fields lead now; ERROR_CONFLICT VAULT_ORIGIN where the value was given
 * for another place, or another way there. */
bool vault_value_use(struct app *app, const struct vault_rows *rows,
		     const struct vault_value_row *row, const struct value_to *to,
		     bool (*use)(void *ctx, const char *value, size_t n), void *ctx,
		     struct error *err) MUST_CHECK;
/* app->values as the store has them now. */
bool vault_values_note(struct app *app, struct error *err) MUST_CHECK;

#endif
