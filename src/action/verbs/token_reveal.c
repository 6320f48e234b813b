/* token_reveal.c: show the value of an API token: as that of a secret. */
#include "action/asset/token_write.h"
#include "action/vault/vault_input.h"
#include "action/workspace/opened_value.h"

static bool run(const struct action *self, struct app *app, const struct args *args,
		struct result *out, struct error *err)
{
	struct opened_value how = { .deed = "Revealed", .ready = opened_value_eyes,
				    .hand = opened_value_show };

	out->told = true;
	return opened_value(self, app, args, &how, out, err);
}

const struct action action_token_reveal = {
	.noun = "token", .verb = "reveal",
	.summary = "Show the value of an API token",
	.help = "For Admins who hold a key of the vault, of a token that was registered with "
		"its value; an event says so before it is shown.  Into a pipe or a file only "
		"with --yes.",
	.example = "token reveal tk-nightly",
	.synonyms = "value show api key open",
	.on = "token",
	.key = "x",
	.params = {
		PARAM_THE_TOKEN("id or name"),
		PARAM_PASSPHRASE_FD("descriptor from which your passphrase is read"),
	},
	.flags = ACTION_ADMIN | ACTION_VAULT,
	.run = run,
};
