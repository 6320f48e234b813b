/* provider_sign_in.c: sign in at a Git provider with a code (A23, A30, A31). */
#include <stdlib.h>

#include "action/check/check_which.h"
#include "action/check/saved_check.h"
#include "action/check/signing.h"
#include "action/core/plan.h"
#include "action/core/word_list.h"
#include "action/vault/vault_input.h"

static bool seconds(const struct action *self, const struct args *args, int64_t *ms,
		    struct error *err)
{
	const char *text = arg_text(self, args, "timeout");
	long n = text ? strtol(text, NULL, 10) : SIGNING_SECONDS;

	*ms = (int64_t)n * 1000;
	if (n >= 1 && n <= SIGNING_MOST)
		return true;
	error_set(err, ERROR_INVALID, "BAD_VALUE", "a sign-in waits 1 to %d seconds",
		  SIGNING_MOST);
	return error_field(err, "timeout");
}

static bool signs_in_so(struct app *app, struct check_subject provider,
			struct result *out, struct error *err)
{
	const struct check_about about = check_about(app, provider);
	const char *name = word_cut(&out->arena, about.name), *why;
	bool is = signing_is(app, provider, &why);

	if (is && !why)
		return true;
	error_set(err, ERROR_CONFLICT, is ? "FIELD_MISSING" : "NO_SIGN_IN", is ?
		  "%s: %s is missing, through which one signs in" :
		  "%s signs in with what is in the vault, not with a code", name, why);
	return is ? error_remedy(err, "gatehouse provider edit %.100s --field client_id=ID",
				 about.id) :
		error_remedy(err, "gatehouse provider edit %.100s --auth device, where it "
			     "has that", about.id);
}

static bool run(const struct action *self, struct app *app, const struct args *args,
		struct result *out, struct error *err)
{
	struct check_subject provider = { OF_PROVIDER, NOBODY };
	struct edit_plan plan = { .app = app, .action = self, .args = args,
				  .arena = &out->arena };
	int64_t ms;

	if (!app_find_record(app, OF_PROVIDER, arg_text(self, args, "provider"),
			     &provider.n, err) ||
	    !plan_needs_plan(&plan, PLAN_TEAM, "Git providers", err) ||
	    !seconds(self, args, &ms, err) ||
	    !signs_in_so(app, provider, out, err) || !check_may_now(app, true, err))
		return false;
	if (app->opts && app->opts->dry_run) {
		out->message = "Would ask for a code to sign in with.";
		return true;
	}
	if (!vault_opened(app, self, args, err) || !signing_run(app, provider, ms, false, err))
		return false;
	out->message = arena_printf(&out->arena, "Signed in at %s; what was given is in the "
		"vault.", word_cut(&out->arena, check_about(app, provider).name));
	return saved_check_now(app, OF_PROVIDER, provider.n,
			       (int64_t)CHECKING_SECONDS * 1000, out, err);
}

const struct action action_provider_sign_in = {
	.noun = "provider", .verb = "sign-in",
	.summary = "Sign in at a Git provider with a code",
	.help = "Shows a code and an address, and waits until somebody has entered the code "
		"there, in a browser anywhere; x or ^C gives up. In JSON the first line is "
		"{\"user_code\",\"verification_uri\",\"expires_in\"}. The token that "
		"is given goes into the vault, with an event. For providers that sign in "
		"with a device code, and GitHub Enterprise Server.",
	.example = "provider sign-in pr-github",
	.synonyms = "device code login oauth authorize token",
	.on = "provider",
	.params = {
		PARAM_THE_PROVIDER("id or name"),
		{ .name = "timeout", .label = "Timeout", .type = PARAM_NUMBER,
		  .option = true, .help = "seconds until it is given up; 900 where it is "
		  "not said" },
		PARAM_PASSPHRASE_FD("descriptor from which your passphrase is read"),
	},
	.flags = ACTION_ADMIN | ACTION_VAULT | ACTION_ASKS,
	.run = run,
};
