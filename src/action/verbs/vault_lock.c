/* vault_lock.c: forget the keys. */
#include "action/core/action.h"
#include "action/vault/vault_session.h"

static bool run(const struct action *self, struct app *app, const struct args *args,
		struct result *out, struct error *err)
{
	bool was = app->vault != NULL;

	(void)self;
	(void)args;
	(void)err;
	vault_lock(app);
	out->message = was ? "The vault is locked, its keys are wiped." :
		"The vault was locked already.";
	return true;
}

const struct action action_vault_lock = {
	.noun = "vault", .verb = "lock",
	.summary = "Lock the vault: wipe its keys here",
	.help = "A command line forgets them by itself when it ends.",
	.example = "vault lock",
	.synonyms = "close forget",
	.run = run,
};
