/* vault_unlock.c: open the vault with one's passphrase. */
#include "action/vault/vault_input.h"
#include "action/vault/vault_session.h"
#include "action/workspace/demo_vault.h"
#include "action/workspace/state_check.h"

static bool run(const struct action *self, struct app *app, const struct args *args,
		struct result *out, struct error *err)
{
	if (app->acting_as != NOBODY) {
		error_set(err, ERROR_DENIED, "ACTING_AS",
			  "the vault is never opened as somebody else");
		return error_remedy(err, "act as yourself");
	}
	if (!demo_vault(app, out, err) || !vault_opened_anyway(app, self, args, err))
		return false;
	out->message = arena_printf(&out->arena, "The vault opens with your passphrase "
				    "(epoch %lld).%s", (long long)app->vault->now->epoch,
				    app->keys_swap ? " This system does not keep its keys out "
				    "of swap." : "");
	return state_check_sign(app, false, out, err);
}

const struct action action_vault_unlock = {
	.noun = "vault", .verb = "unlock",
	.summary = "Open the vault with your passphrase",
	.help = "A command line opens it for one command alone, so that this says whether "
		"the passphrase opens it and every signature holds.  It also holds the "
		"tables against what an Admin has signed last and the events since, names "
		"what somebody wrote into the file by hand (exit status 1), and else signs "
		"what they hold now.",
	.example = "vault unlock",
	.synonyms = "open passphrase",
	.params = { PARAM_PASSPHRASE_FD("descriptor from which the passphrase is read") },
	.flags = ACTION_ADMIN | ACTION_VAULT,
	.run = run,
};
