/* token_register.c: note an API token that was made in Hex. */
#include "action/asset/asset_values.h"
#include "action/asset/token_write.h"
#include "action/core/action.h"
#include "action/core/asked.h"
#include "action/judge/providers.h"

static const char *const kinds[] = { "personal", "workspace", NULL };

static void kind_now(const struct asked *asked, struct arg *out)
{
	asked_value(asked, out, kinds[0]);
}

static void end_now(const struct asked *asked, struct arg *out)
{
	asked_value(asked, out, arena_printf(asked->arena, "%d days", token_days_of(
		    seen_workspace(asked_seen(asked)).token_max_days)));
}

/* The plan, or a switch, has not what tokens are for. */
static void show(const struct asked *asked, struct shown *out)
{
	struct edit_plan plan = asked_plan(asked);
	struct error err;

	error_clear(&err);
	if (!may_have_tokens(&plan, &err))
		out->closed = arena_strdup(asked->arena, err.text);
}

const struct action action_token_register = {
	.noun = "token", .verb = "register",
	.summary = "Register an API token",
	.help = "For Admins, from the Team plan up. The token is made in Hex, which shows "
		"it once; here stands what it is called, how it begins and ends, what "
		"it may do and until when, so that nobody is surprised by its end. Its "
		"value is kept only where it is given: in the vault (--ask value).",
	.example = "token register \"Nightly run\" --type personal --last-four 9f3c "
		"--owner ravi@acme.example --expires 30",
	.synonyms = "new create add make api key expiry",
	.key = "n",
	.params = {
		{ .name = "name", .label = "Name", .type = PARAM_NAME,
		  .required = true, .help = "what it is called in Hex",
		  .missing = "the token has no name yet" },
		{ .name = "type", .label = "Kind", .type = PARAM_CHOICE,
		  .choices = kinds, .option = true, .required = true,
		  .now = kind_now, .fresh = true,
		  .help = "personal (hxtp_) or workspace (hxtw_)",
		  .more = "A personal token can do what its owner can and begins with "
			"hxtp_. A workspace token can do what its scopes say and "
			"begins with hxtw_; only Admins make those." },
		{ .name = "last-four", .label = "Last four", .type = PARAM_TEXT,
		  .option = true, .required = true,
		  .help = "its last four characters, never the whole token",
		  .missing = "its last four characters tell it from others" },
		{ .name = "owner", .label = "Owner", .type = PARAM_USER,
		  .option = true, .help = "whose it is; Editor or above",
		  .more = "Whose it is. Personal tokens are of Editors and above, and "
			"stop when the person is deactivated." },
		{ .name = "expires", .label = "Expires", .type = PARAM_TEXT,
		  .option = true, .required = true, .now = end_now, .fresh = true,
		  .help = "7, 30, 60, 90 or 120 days from now, a date, or never",
		  .more = "7, 30, 60, 90 or 120 days from now, or the date that Hex "
			"shows, as 2030-01-31. Only a workspace token may never "
			"end. Personal tokens end within the longest life that the "
			"workspace allows." },
		{ .name = "scope", .label = "Scopes", .type = PARAM_CHOICE,
		  .choices = token_scopes, .option = true, .many = true,
		  .help = "what a workspace token may do (repeatable)",
		  .more = "What a workspace token may do: an Admin's power, limited to "
			"this. A personal token has none." },
		PARAM_VALUE_FD, PARAM_ASK_VALUE, PARAM_VALUE_PASSPHRASE,
	},
	.form = { .title = "Register an API token", .save = "Register",
		  .made = TENSE("Registered", "Would register") " the token",
		  .show = show },
	.flags = ACTION_WRITES | ACTION_ADMIN,
	.plan = token_register_plan,
};
