/* check_verb.c: see check_verb.h. */
#include "action/check/check_verb.h"

#include <stdlib.h>
#include <string.h>

#include "action/check/check_which.h"
#include "action/check/checking_tell.h"
#include "action/vault/vault_input.h"
#include "base/clock.h"

enum { HOUR = 3600, DAY = 24 * HOUR, MOST = 10000 };

static bool would(const struct check_wish *wish, struct result *out)
{
	out->message = arena_printf(&out->arena, "Would %s %zu %s%s.", wish->action->verb,
				    wish->n, wish->action->params[0].name,
				    wish->n == 1 ? "" : "s");
	return true;
}

static bool wait_and_keep(struct checking *checking, struct error *err)
{
	while (!checking_over(checking))
		if (!checking_step(checking))
			checking_wait(checking);
	return checking_keep(checking, err);
}

/* ---- what is kept ------------------------------------------------------------------- */

/* "yesterday", "36h", "7d", or a time: of then, in microseconds. */
static bool since(const struct check_wish *wish, int64_t *out, struct error *err)
{
	const char *text = arg_text(wish->action, wish->args, "since");
	char *end;
	long n;

	*out = 0;
	if (!text || clock_parse(text, out))
		return true;
	n = strtol(strcmp(text, "yesterday") == 0 ? "1d" : text, &end, 10);
	if (n >= 1 && n <= MOST && (strcmp(end, "h") == 0 || strcmp(end, "d") == 0)) {
		*out = clock_now() - (int64_t)n * (*end == 'h' ? HOUR : DAY) * 1000000;
		return true;
	}
	error_set(err, ERROR_INVALID, "BAD_VALUE", "%.60s is no time", text);
	error_field(err, "since");
	return error_remedy(err, "for example yesterday, 36h, 7d, or 2026-11-28T18:00:00Z");
}

static bool tell_kept(struct check_wish *wish, struct result *out, struct error *err)
{
	struct checking kept;
	int64_t from;

	if (!since(wish, &from, err))
		return false;
	checking_recall(&kept, wish->app, wish->subjects, wish->n, from);
	checking_tell(&kept, wish->was_good, false, out);
	if (!kept.n)
		out->message = from ? "Nothing failed since then that does still." :
			"Nothing failed at its last check.";
	out->failed = out->unreached = false;
	checking_release(&kept);
	return true;
}

/* ---- the verb ------------------------------------------------------------------------- */

bool check_verb_run(const struct action *self, struct app *app, const struct args *args,
		    struct result *out, struct error *err)
{
	struct check_wish wish = { .app = app, .action = self, .args = args,
				   .arena = &out->arena };
	struct checking checking;
	bool done;

	if (!check_which(&wish, err))
		return false;
	if (wish.failed)
		return tell_kept(&wish, out, err);
	if (!check_may(&wish, err))
		return false;
	if (app->opts && app->opts->dry_run)
		return would(&wish, out);
	if (checking_needs_vault(app, wish.subjects, wish.n) &&
	    !vault_opened(app, self, args, err))
		return false;
	done = checking_begin(&checking, app, wish.subjects, wish.n, wish.all, wish.ms,
			      err) && wait_and_keep(&checking, err);
	if (done)
		checking_tell(&checking, wish.was_good, wish.all, out);
	checking_release(&checking);
	return done;
}
