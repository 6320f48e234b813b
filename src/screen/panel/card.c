/* card.c: the choice of card, and the workspace's own. */
#include "screen/panel/card.h"

#include <stdio.h>

#include "model/kind.h"

enum { LABEL = 12 };

static void card_workspace(struct lines *lines, struct screen *screen)
{
	const struct seen *seen = app_seen(screen->app);
	uint32_t n = seen_count_records(seen, OF_PROVIDER);
	char connected[40] = "";

	(void)lines_pair(lines, LABEL, "Workspace", "%s", seen_workspace(seen).name);
	(void)lines_pair(lines, LABEL, "Plan", "%s", plan_label(seen_workspace(seen).plan));
	(void)lines_pair(lines, LABEL, "Web sharing", "%s",
			 seen_workspace(seen).share_to_web ? "on" : "off");
	(void)lines_pair(lines, LABEL, "API access", "%s",
			 seen_workspace(seen).api_access ? "on" : "off");
	card_tokens(lines, screen);
	if (seen->all)
		snprintf(connected, sizeof(connected), "%u provider%s connected; ", n,
			 n == 1 ? "" : "s");
	(void)lines_pair(lines, LABEL, "Git", "%sGitHub, "
			 "GitLab and Bitbucket in the cloud from Team, GitHub "
			 "Enterprise Server from Enterprise; only Admins connect "
			 "them, and a repository admin must approve", connected);
	(void)lines_pair(lines, LABEL, "Packages", "are installed when a "
			 "project's kernel starts, which may slow it");
	(void)lines_pair(lines, LABEL, "Files", "users with access can import "
			 "them; writing back is off unless switched on");
}

void card_make(struct lines *lines, struct screen *screen,
	       const struct thing *thing)
{
	uint32_t n = thing_number(screen->app, thing);

	lines_clear(lines);
	if (thing->kind == THING_NONE) {
		(void)lines_add(lines, "Nothing is selected.");
		return;
	}
	if (n == NOBODY || (n == ANYONE && thing->kind == THING_USER)) {
		(void)lines_add(lines, n == NOBODY ?
				"It is no longer there." :
				"Anyone with the link: sees what the link gives.");
		return;
	}
	switch (thing->kind) {
	case THING_PROJECT:
		card_project(lines, screen, n);
		break;
	case THING_USER:
		card_user(lines, screen, n);
		break;
	case THING_GROUP:
		card_group(lines, screen, n);
		break;
	case THING_BUILTIN:
		card_builtin(lines, screen, (enum builtin)n);
		break;
	case THING_ASSET:
		card_asset(lines, screen, n);
		break;
	case THING_PROVIDER:
		card_provider(lines, screen, n);
		break;
	case THING_TOKEN:
		card_token(lines, screen, n);
		break;
	case THING_HEADING:
		if (n && kind_field_of(kind_at(n - 1), &value_provider))
			card_providers(lines, screen);
		else
			card_workspace(lines, screen);
		break;
	default:
		card_workspace(lines, screen);
		break;
	}
}

void card_page(struct lines *lines, struct screen *screen,
	       const struct thing *thing)
{
	uint32_t n = thing_number(screen->app, thing);

	card_make(lines, screen, thing);
	if (thing->kind == THING_ASSET && n != NOBODY &&
	    sees_asset(app_seen(screen->app), n) == SIGHT_ALL)
		card_set(lines, screen, n);
}
