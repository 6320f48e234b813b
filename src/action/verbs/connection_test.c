/* connection_test.c: is the server reached, does it let the connection in, can it be
 * read? (INTERFACES 6) */
#include "action/check/check_which.h"
#include "action/check/checking_tell.h"
#include "action/vault/vault_input.h"

static bool run(const struct action *self, struct app *app, const struct args *args,
		struct result *out, struct error *err)
{
	struct check_wish wish = { .app = app, .action = self, .args = args,
				   .arena = &out->arena };
	struct checking checking;
	bool done;

	if (!check_which(&wish, err) || !check_may(&wish, err))
		return false;
	if (app->opts && app->opts->dry_run) {
		out->message = arena_printf(&out->arena, "Would test %zu connection%s.",
					    wish.n, wish.n == 1 ? "" : "s");
		return true;
	}
	if (checking_needs_vault(app, wish.subjects, wish.n) &&
	    !vault_opened(app, self, args, err))
		return false;
	done = checking_begin(&checking, app, wish.subjects, wish.n, wish.ms, err);
	while (done && !checking_over(&checking))
		if (!checking_step(&checking))
			checking_wait(&checking);
	done = done && checking_keep(&checking, err);
	if (done)
		checking_tell(&checking, wish.was_good, wish.all, out);
	checking_release(&checking);
	return done;
}

const struct action action_connection_test = {
	.noun = "connection", .verb = "test",
	.summary = "Test",
	.help = "Looks the host up or goes through its SSH server, connects, sees how TLS "
		"ends, signs in and reads one constant line: step by step, with what is wrong, why, and what to do. "
		"Nothing is written there, and no event here; the last result is kept. "
		"Checked are Postgres, Redshift, MySQL and MariaDB with a password or a client "
		"certificate; the others are passed over (no-driver). The exit status is 7 where one "
		"failed; with --all 1 where one failed that was good at its last check.",
	.example = "connection test \"Orders replica\" --timeout 10",
	.synonyms = "check try verify reach",
	.key = "T",
	.on = "connection",
	.params = {
		{ .name = "connection", .label = "Connection",
		  .type = PARAM_ASSET, .help = "shared data connections",
		  .many = true },
		CHECK_PARAMS,
	},
	.flags = ACTION_CHECK | ACTION_ADMIN | ACTION_ROWS,
	.run = run,
};
