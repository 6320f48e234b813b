/* app_seen.c: the present subject's sight of the facts, and how it is called. */
#include "action/core/app.h"
#include "base/text.h"

const struct seen *app_seen(const struct app *app)
{
	struct seen *seen = app->seen;
	uint32_t subject = app_subject(app);
	bool all = app_reads_all(app);

	if (seen->lists && seen->subject == subject && seen->all == all) {
		if (seen_stale(seen))
			seen_renew(seen);
		return seen;
	}
	seen_release(seen);
	seen_init(seen, &app->facts, subject, all);
	return seen;
}

const char *app_actor_label(struct app *app, struct arena *arena)
{
	const char *dot = text_ascii() ? "-" : "\302\267";
	uint32_t subject = app_subject(app);
	const struct fact_user *user;

	if (subject == NOBODY)
		return arena_printf(arena, "%s %s %s", app->login, dot,
				    app->actor_kind == ACTOR_OPERATOR ?
				    "operator" : "not linked, read only");
	user = &app->facts.users[subject];
	if (app->acting_as == NOBODY)
		return arena_printf(arena, "%s %s %s",
				    seen_user_label(app_seen(app), subject), dot,
				    role_label(user->role));
	return arena_printf(arena, "as %s %s %s%s",
			    seen_user_label(app_seen(app), subject), dot,
			    role_label(user->role),
			    app->demo ? "" : ", read only");
}
