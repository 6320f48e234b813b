/* verb_reason.c: why a verb cannot be done to a thing now: what its own plan says
 * where it needs nothing but the thing, else whether the right is there that it asks
 * for first. */
#include "screen/frame/verb_reason.h"

#include <string.h>

#include "action/core/asked.h"
#include "action/judge/may.h"
#include "action/run/allowed.h"
#include "action/run/run.h"
#include "screen/frame/advice.h"

static void refuse(struct refusal *out, const struct error *err,
		   struct arena *arena)
{
	struct buf way;

	out->why = asked_short(err, arena);
	buf_init(&way, 4096);
	advice_words(err->remedy, &way);
	out->whole = arena_printf(arena, "%s%s%s", err->text,
				  way.len ? ". Way out: " : "", buf_text(&way));
	buf_release(&way);
}

/* Does it need nothing but the thing itself, or not even that? */
static bool is_whole(const struct action *action)
{
	size_t i;

	for (i = 0; i < ACTION_PARAMS && action->params[i].name; i++)
		if (action->params[i].required && i > 0)
			return false;
	return true;
}

static void try_it(struct screen *screen, const struct action *action,
		   const struct thing *thing, struct arena *arena,
		   struct refusal *out)
{
	const char *id = thing->id;
	struct args args = { 0 };
	struct result result;
	struct error err;
	size_t edits;

	if (action->params[0].required) {
		args.of[0].v = &id;
		args.of[0].n = 1;
	}
	error_clear(&err);
	if (!action_check(screen->app, action, &args, &edits, &result, &err)) {
		if (err.kind != ERROR_INVALID)	/* else: "what else?" */
			refuse(out, &err, arena);
	} else if (!edits) {
		out->why = "it is so already";
		out->whole = arena_strdup(arena, result.message);
	}
	result_release(&result);
}

/* Clear default stands with every connection, though it names none. */
static bool not_default(struct screen *screen, const struct action *action,
			const struct thing *thing, struct refusal *out)
{
	if (strcmp(action->verb, "clear-default") != 0 ||
	    seen_workspace(app_seen(screen->app)).default_asset ==
	    thing_number(screen->app, thing))
		return false;
	out->why = out->whole = "it is not the default";
	return true;
}

static void ask(struct screen *screen, const struct action *action,
		const struct thing *thing, struct arena *arena,
		struct refusal *out)
{
	struct error err;
	struct asked asked = { .app = screen->app, .arena = arena,
		.number = thing_number(screen->app, thing), .refusal = &err };

	if (asked.number == NOBODY || not_default(screen, action, thing, out))
		return;
	error_clear(&err);
	if (thing->kind == THING_PROJECT && asked_closed(action, &asked))
		refuse(out, &err, arena);
	else if (is_whole(action))
		try_it(screen, action, thing, arena, out);
}

/* What may be asked about it is what the panel shows. */
static void look(struct screen *screen, const struct action *action,
		 const struct thing *thing, struct arena *arena,
		 struct refusal *out)
{
	uint32_t n = thing_number(screen->app, thing);
	bool user = thing->kind == THING_USER;

	if (n == NOBODY || !action->noun ||
	    strcmp(action->noun, "access") != 0 ||
	    (!user && thing->kind != THING_PROJECT))
		return;
	out->whole = screen_may_ask(screen, user ? n : NOBODY,
				     user ? NOBODY : n);
	if (!out->whole)
		return;
	out->why = user ? arena_printf(arena, "needs the role %s",
					role_label(ROLE_ADMIN)) :
		arena_printf(arena, "needs %s", level_label(LEVEL_CAN_VIEW));
}

void verb_reason(struct screen *screen, const struct action *action,
		 const struct thing *thing, struct arena *arena,
		 struct refusal *out)
{
	struct error err;

	*out = (struct refusal){ .why = NULL };
	error_clear(&err);
	if (!action_allowed(screen->app, action, &err)) {
		refuse(out, &err, arena);
		out->anywhere = true;
	} else if ((action->flags & ACTION_VAULT) && !app_is_admin(screen->app)) {
		error_set(&err, ERROR_DENIED, "ROLE_NEEDED",
			  "values are opened here for Admins only");
		error_needs(&err, "Admin");
		refuse(out, &err, arena);
	} else if (action->flags & ACTION_WRITES) {
		ask(screen, action, thing, arena, out);
	} else {
		look(screen, action, thing, arena, out);
	}
}
