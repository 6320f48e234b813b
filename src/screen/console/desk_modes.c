/* desk_modes.c: the keys of what-if and undo, of drafts, and of whom a change
 * moved. */
#include "screen/console/desk_priv.h"

#include <string.h>

#include "screen/dialog/dialog.h"
#include "screen/frame/as_of_mode.h"
#include "screen/frame/keys.h"
#include "screen/pages/history_page.h"
#include "screen/pages/what_if_mode.h"

/* In what-if a step is taken back for good: it is done again by hand. */
static void redo(struct screen *screen)
{
	if (screen->app->what_if)
		pages_toast(screen->pages, "What-if does not redo: try it again.");
	else
		history_run(screen, "redo", NULL);
}

bool desk_mode(struct desk *desk, enum command command)
{
	struct screen *screen = desk->screen;

	switch (command) {
	case CMD_WHATIF:
		if (!as_of_mode_refuses(screen))
			what_if_mode_start(screen);
		return true;
	case CMD_FULL_LIST:
		screen_all_changes(screen);
		return true;
	case CMD_UNDO:
		what_if_mode_undo(screen);
		return true;
	case CMD_REDO:
		redo(screen);
		return true;
	case CMD_HISTORY:
		history_push(screen);
		return true;
	case CMD_DRAFT:
		drafts_resume(screen);
		return true;
	case CMD_DRAFTS:
		drafts_list(screen);
		return true;
	default:
		return false;
	}
}

bool desk_builtin_key(struct desk *desk, const struct thing *focus,
		      const struct key *key)
{
	struct screen *screen = desk->screen;
	const struct action *const *all;
	struct error err;
	size_t n, i;

	all = actions(&n);
	for (i = 0; i < n && focus->kind == THING_BUILTIN; i++) {
		if (!all[i]->key || !key_is(key, all[i]->key) || !all[i]->on ||
		    strcmp(all[i]->on, "group") != 0)
			continue;
		error_clear(&err);
		if (!dialog_start(screen, all[i], focus, &err))
			desk_refuse(desk, "%s", err.text);
		return true;
	}
	return false;
}

size_t desk_moved_rows(struct desk *desk)
{
	if (desk->panel.size == PANEL_OFF && !desk->panel.pinned)
		return 0;
	desk_sync(desk);
	panel_ready(&desk->panel);
	return desk->panel.changed;
}
