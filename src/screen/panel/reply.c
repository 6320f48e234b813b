/* reply.c: see reply.h. */
#include "screen/panel/reply.h"

#include <stdio.h>

#include "action/run/explain.h"
#include "screen/frame/copy.h"
#include "screen/frame/keymap.h"

static uint32_t number(const struct app *app, enum thing_kind kind, const char *id)
{
	struct thing thing = { .kind = kind };

	snprintf(thing.id, sizeof(thing.id), "%s", id);
	return thing_number(app, &thing);
}

void reply_copy(struct screen *screen, const struct detail *detail)
{
	struct app *app = screen->app;
	uint32_t user = number(app, THING_USER, detail->user);
	uint32_t project = number(app, THING_PROJECT, detail->project);
	struct arena arena = { 0 };
	struct answer answer;

	if (user == NOBODY || project == NOBODY) {
		screen_refuse(screen, "It is no longer there.");
		return;
	}
	if (detail->waits) {
		screen_refuse(screen, "The fixes are being counted: %s again in a "
			      "moment.", key_said(CMD_COPY));
		return;
	}
	access_decide(seen_judged(app_seen(app)), user, project, &arena, &answer);
	copy_text(screen, "the answer",
		  explain_reply(app, &answer, &detail->fixes, &arena));
	arena_release(&arena);
}
