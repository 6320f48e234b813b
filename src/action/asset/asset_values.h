/* asset_values.h: secret fields of an asset as arguments: --value-fd FIELD=N, a
 * descriptor, and --ask FIELD, at the terminal. */
#ifndef ACTION_ASSET_ASSET_VALUES_H
#define ACTION_ASSET_ASSET_VALUES_H

#include "action/core/plan.h"
#include "model/kind.h"

/* Whose values they are. */
struct asset_values {
	const struct asset_kind *kind;
	const char *code;		/* of the kind; "provider" */
	const char *type, *config;
	const char *project, *thing;	/* ids; project "" unless own */
	const char *ends;		/* how each value must end, or NULL */
};

/* How many are given. */
size_t asset_values_given(const struct edit_plan *plan);
/* Is this field given a value? */
bool asset_value_given(const struct edit_plan *plan, const struct asset_kind *kind,
		       const char *field);
/* Each is a secret field that is asked for as things stand: they become values of the
 * plan, and its message tells of them.  Warns of those that are kept and were given for
 * another host, or another way there (VAULT_ORIGIN). */
bool asset_values_take(struct edit_plan *plan, const struct asset_values *values,
		       struct error *err) MUST_CHECK;
/* Warns of those that are required and have no value. */
void asset_values_warn(struct edit_plan *plan, const struct asset_values *values);

#define PARAM_VALUE_FD \
	{ .name = "value-fd", .label = "Value from", .type = PARAM_FD, .option = true, \
	  .many = true, .typed = true, .help = "descriptor from which a secret field is " \
	  "read: password=3, or 3 where there is one alone (repeatable)" }
#define PARAM_ASK_VALUE \
	{ .name = "ask", .label = "Ask for", .type = PARAM_TEXT, .option = true, \
	  .many = true, .typed = true, .help = "a secret field to be asked for at the " \
	  "terminal, as password (repeatable)" }
#define PARAM_VALUE_PASSPHRASE \
	{ .name = "passphrase-fd", .label = "Passphrase from", .type = PARAM_FD, \
	  .option = true, .typed = true, \
	  .help = "descriptor from which your passphrase of the vault is read" }

#endif
