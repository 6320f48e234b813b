/* secret_copy.c: the value of a secret into the clipboard of one's own terminal, without
 * showing it: to Admins, after the event of it, and named for what it is (SECURITY 4). */
#include "action/vault/vault_input.h"
#include "action/workspace/opened_value.h"

static bool ready(const struct app *app, const char *name, struct error *err)
{
	const struct secret_face *face = app->opts ? app->opts->secrets : NULL;

	if (!face || !face->copy) {
		error_set(err, ERROR_INVALID, "NO_CLIPBOARD", "a value is copied in the "
			  "console: a command line has no clipboard");
		return error_remedy(err, "gatehouse secret reveal %s shows it", name);
	}
	if (face->copy_known || app->opts->yes)
		return true;
	return error_set(err, ERROR_INVALID, "YES_NEEDED", "The value of %s goes into %s. "
			 "Copy it? This is asked once in a session.", name,
			 face->copies_to);
}

static bool hand(const struct secret_face *face, const char *name, const char *value,
		 size_t n)
{
	return face->copy(face->ctx, name, value, n);
}

static bool run(const struct action *self, struct app *app, const struct args *args,
		struct result *out, struct error *err)
{
	struct opened_value how = { .deed = "Copied", .ready = ready, .hand = hand };

	return opened_value(self, app, args, &how, out, err);
}

const struct action action_secret_copy = {
	.noun = "secret", .verb = "copy",
	.summary = "Copy the value of a secret without showing it",
	.help = "In the console, for Admins who hold a key of the vault: the value goes to "
		"the clipboard of your terminal by OSC 52, which the terminal, and whatever "
		"stands between it and here, can read; an event says so before.  After 30 "
		"seconds the console offers to clear it.",
	.example = "secret copy STRIPE_KEY",
	.synonyms = "clipboard value paste yank",
	.on = "secret",
	.key = "y",
	.params = { PARAMS_OPENED_VALUE },
	.flags = ACTION_VAULT,
	.run = run,
};
