/* audit_verify.c: is the chain of events whole, and do the checkpoints say so? */
#include "action/core/action.h"
#include "action/vault/vault_session.h"
#include "action/workspace/state_check.h"
#include "store/checkpoints.h"

static void row(struct result *out, const char *what, bool good, const char *detail)
{
	result_cells(out, what, good ? "true" : "false", detail);
	out->failed = out->failed || !good;
}

/* What signatures are held against: keys that are none of an Admin's would make any. */
static bool check_keys(struct app *app, struct result *out, struct error *err)
{
	struct vault_rows rows;
	struct error said;

	if (!store_vault(app->store, &out->arena, &rows, err))
		return false;
	if (!rows.id)
		return true;
	if (roster_check(&rows, &said))
		row(out, "keys", true, arena_printf(&out->arena, "all %zu keys of the vault "
			"are signed by one who held one, or wait to be", rows.n_keys));
	else
		row(out, "keys", false, arena_strdup(&out->arena, said.text));
	return true;
}

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	struct finding chain, points;

	if (!store_verify_chain(app->store, &out->arena, &chain, err) ||
	    !store_verify_checkpoints(app->store, arg_text(self, args, "checkpoint"),
				      &out->arena, &points, err))
		return false;
	result_columns(out, 3, "check", "CHECK", CELL_CODE,
		       "good", "GOOD", CELL_BOOL,
		       "detail", "DETAIL", CELL_TEXT);
	row(out, chain.what, chain.good, chain.detail);
	row(out, points.what, points.good, points.detail);
	return check_keys(app, out, err) && state_check_rows(app, out, err);
}

const struct action action_audit_verify = {
	.noun = "audit", .verb = "verify",
	.summary = "Check the chain of events against its checkpoints",
	.help = "Each event carries the hash of the one before, and after each change a "
		"line in the file of checkpoints and in syslog says how far the chain had "
		"come; signed, where the vault was open.  What the tables hold is compared with "
		"what an Admin signed in opening the vault.  Needs no key.  FILE may be a copy "
		"kept elsewhere, or a log that has such lines.  The exit status is 1 where "
		"something does not hold: the detail names the line and the revision.",
	.example = "audit verify --checkpoint /var/log/auth.log",
	.synonyms = "check chain hash signature tamper",
	.params = {
		{ .name = "checkpoint", .label = "Checkpoints", .type = PARAM_FILE,
		  .help = "file of checkpoints; else where they go", .option = true },
	},
	.flags = ACTION_ADMIN | ACTION_ROWS | ACTION_FILES,
	.run = run,
};
