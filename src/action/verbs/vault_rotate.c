/* vault_rotate.c: a new epoch for the same holders; a new recovery key. */
#include "action/vault/vault_input.h"
#include "action/workspace/vault_change.h"
#include "vault/locked.h"
#include "vault/recovery.h"

struct rotate {
	struct identity *recovery;	/* the new one, or NULL: as it was */
	size_t resealed;
};

static bool exchange(struct vault_change *change, const struct identity *recovery,
		     struct error *err)
{
	const struct vault_key_row *was = roster_recovery(&change->rows);
	struct vault_key_row row;

	if (was && !vault_end_key(change, was, err))
		return false;
	vault_key_row(&row, vault_next_key(&change->rows), VAULT_RECOVERY, recovery, NULL,
		      change->revision);
	return vault_sign_key(change, change->app->vault, &row, err);
}

static bool deed(struct vault_change *change, struct error *err)
{
	struct rotate *rotate = change->ctx;

	return (!rotate->recovery || exchange(change, rotate->recovery, err)) &&
		vault_new_epoch(change, change->app->vault, &rotate->resealed, err);
}

/* Shown before it counts, as at first. */
static bool show(struct app *app, const struct identity *recovery, struct error *err)
{
	char *text = locked_new(RECOVERY_TEXT);
	bool shown;

	recovery_text(recovery, text);
	shown = vault_show(app, "recovery_key", "The new recovery key, shown only now; the "
			   "old one ends", text, err);
	locked_free(text);
	return shown;
}

static bool run(const struct action *self, struct app *app, const struct args *args,
		struct result *out, struct error *err)
{
	struct rotate rotate = { .recovery = NULL };
	struct vault_change change = { .app = app, .action = self, .out = out,
				       .ctx = &rotate,
				       .summary = "Began a new epoch of the vault" };
	size_t n;
	bool done;

	if (!vault_may(app, self, err) || !vault_opened(app, self, args, err))
		return false;
	if (arg_text(self, args, "new-recovery")) {
		rotate.recovery = identity_new();
		change.summary = "Began a new epoch of the vault, with a new recovery key";
	}
	done = (!rotate.recovery || show(app, rotate.recovery, err)) &&
		vault_change(&change, false, deed, err);
	identity_free(rotate.recovery);
	n = rotate.resealed;
	if (done)
		out->message = arena_printf(&out->arena, "Began epoch %lld; %zu value%s "
			"sealed anew.", (long long)app->vault->now->epoch, n,
			n == 1 ? " is" : "s are");
	return done;
}

const struct action action_vault_rotate = {
	.noun = "vault", .verb = "rotate",
	.summary = "Begin a new epoch: a new key, every value sealed anew",
	.help = "For all who hold a key now.  To take the vault away from somebody, see "
		"vault admin-revoke.",
	.example = "vault rotate",
	.synonyms = "epoch rekey reseal",
	.params = {
		PARAM_PASSPHRASE_FD("descriptor from which your passphrase is read"),
		{ .name = "new-recovery", .label = "New recovery key",
		  .help = "make a new recovery key, shown once; the old one ends",
		  .type = PARAM_FLAG, .option = true },
	},
	.flags = ACTION_ADMIN | ACTION_VAULT,
	.run = run,
};
