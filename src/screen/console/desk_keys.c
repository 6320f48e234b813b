/* desk_keys.c: what each key does on the desk. */
#include "screen/console/desk_priv.h"

#include <string.h>

#include "screen/console/desk_play.h"
#include "screen/frame/as_of_mode.h"
#include "screen/frame/verb.h"
#include "screen/panel/fix_choice.h"

static struct list *zone_list(struct desk *desk)
{
	return desk->zone == ZONE_LIST ? &desk_view(desk)->list :
		&desk->panel.list;
}

/* imports:sno and Tab; false where there is nothing to add. */
static bool complete(struct desk *desk)
{
	struct buf line;
	bool more;

	buf_init(&line, INPUT_MAX - 1);
	more = list_complete(zone_list(desk), desk_input(desk)->text, &line) &&
		!line.overflow;
	if (more)
		input_set(desk_input(desk), buf_text(&line));
	buf_release(&line);
	return more;
}

static bool typing_key(struct desk *desk, const struct key *key)
{
	if (keys_command(key) == CMD_ESC) {
		desk->typing = false;
		desk_clear_filter(desk);
	} else if (key->code == KEY_TAB && complete(desk)) {
		desk_apply_filter(desk);
	} else if (key->code == KEY_ENTER || key->code == KEY_TAB) {
		desk->typing = false;
	} else if (key->code == KEY_UP || key->code == KEY_DOWN ||
		   key->code == KEY_PGUP || key->code == KEY_PGDN) {
		(void)list_key(zone_list(desk), key);
	} else if (key->code == KEY_BACKSPACE && !desk_input(desk)->n) {
		desk->typing = false;
	} else if (input_key(desk_input(desk), key)) {
		desk_apply_filter(desk);
	}
	return true;
}

static bool zone_key(struct desk *desk, const struct key *key)
{
	struct detail *detail;

	if (desk->zone == ZONE_LIST)
		return list_key(&desk_view(desk)->list, key);
	if (!panel_has_rows(&desk->panel))
		return lines_key(&desk->panel.card, key);
	if (desk->zone == ZONE_PANEL)
		return list_key(&desk->panel.list, key);
	detail = panel_detail(&desk->panel);
	return detail && lines_key(&detail->lines, key);
}

/* Up and Down leave at the ends; Left and Right where no cell is left. */
static bool desk_step(struct desk *desk, const struct key *key)
{
	if ((key->code == KEY_UP || key->code == KEY_DOWN) &&
	    desk_arrow(desk, key))
		return true;
	return zone_key(desk, key) || desk_arrow(desk, key);
}

/* The key of an action on groups, where a built-in one is in focus. */
static const struct action *builtin_verb(const struct thing *focus,
					 const struct key *key)
{
	const struct action *const *all;
	size_t n, i;

	all = actions(&n);
	for (i = 0; i < n && focus->kind == THING_BUILTIN; i++)
		if (verb_has_key(all[i], key) && all[i]->on &&
		    strcmp(all[i]->on, "group") == 0)
			return all[i];
	return NULL;
}

/* The keys of verbs go before the console's. */
static bool verb_key(struct desk *desk, const struct key *key)
{
	struct go go = { .kind = GO_VERB, .thing = desk_focus(desk) };

	go.action = verb_of_key(desk->screen->app, &go.thing, key);
	if (!go.action) {
		go.kind = GO_VERB_ON;
		go.action = builtin_verb(&go.thing, key);
	}
	if (go.action)
		desk->screen->go = go;
	return go.action != NULL;
}

static bool any_key(struct desk *desk, const struct key *key)
{
	struct pages *pages = desk->screen->pages;
	enum command command = keys_command(key);

	if (key->code == KEY_MOUSE)
		return desk_mouse(desk, key);
	if (desk->typing)
		return typing_key(desk, key);
	if (desk->fixing) {
		desk->fixing = false;
		pages->toast[0] = '\0';
		if (key->code >= '1' && key->code <= '9') {
			fix_choice_take(desk->screen,
					panel_detail(&desk->panel),
					(int)(key->code - '0'));
			return true;
		}
		if (command == CMD_ESC)
			return true;
	}
	if (key->code == KEY_PASTE) {
		desk_start_filter(desk);
		return typing_key(desk, key);
	}
	if (desk_play_key(desk, key) || as_of_mode_key(desk->screen, key))
		return true;
	if (key_does(key, CMD_CANCEL) && work_stop(&pages->work)) {
		pages_toast(pages, "Stopped: order and filter are of what was "
			    "counted until now.");
		return true;
	}
	if (verb_key(desk, key))
		return true;
	if (command == CMD_NONE) {
		if (!desk_step(desk, key))
			screen_unknown(desk->screen, key);
		return true;
	}
	if (!desk_command(desk, command))
		desk->screen->go = (struct go){ .kind = GO_COMMAND,
						.command = command };
	return true;
}

/* What was refused of one thing is not said beside the next. */
bool desk_key(struct page *page, struct pages *pages, const struct key *key)
{
	struct desk *desk = (struct desk *)page;
	bool used = any_key(desk, key);
	struct thing focus = desk_focus(desk);

	pages->dirty = true;
	screen_focused(desk->screen, &focus);
	return used;
}
