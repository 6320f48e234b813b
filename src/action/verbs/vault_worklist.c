/* vault_worklist.c: what is to be changed since somebody's key was revoked. */
#include "action/vault/vault_people.h"
#include "action/workspace/leavers.h"

static bool run(const struct action *self, struct app *app, const struct args *args,
		struct result *out, struct error *err)
{
	const char *user = arg_text(self, args, "user"), *who = NULL;
	uint32_t n;

	if (user && !app_find_user(app, user, &n, err))
		return false;
	if (user)
		who = vault_user_id(app, n);
	return leavers_rows(app, who, arg_text(self, args, "open") != NULL, out, err);
}

const struct action action_vault_worklist = {
	.noun = "vault", .verb = "worklist",
	.summary = "List what is to be changed since a key was revoked",
	.help = "Every value that somebody could open whose key of the vault was revoked: "
		"what that person revealed or copied, and what is not changed yet where it "
		"is used.  A new value ticks it off by itself, vault done by hand.",
	.example = "vault worklist --open",
	.synonyms = "leaver rotate secrets offboarding todo changed upstream",
	.params = {
		{ .name = "user", .label = "Person", .type = PARAM_USER, .option = true,
		  .help = "only what this person could open" },
		{ .name = "open", .label = "Still to do", .type = PARAM_FLAG, .option = true,
		  .help = "only what is not changed yet" },
	},
	.flags = ACTION_ADMIN | ACTION_ROWS,
	.run = run,
};
