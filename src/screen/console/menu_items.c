/* menu_items.c: what stands in a thing's menu, in which order. */
#include "screen/console/menu.h"

#include <stdlib.h>
#include <string.h>

#include "action/core/asked.h"
#include "action/run/look_as.h"
#include "model/kind.h"
#include "model/kind_said.h"
#include "model/provider.h"
#include "screen/console/desk.h"
#include "screen/frame/keys.h"
#include "screen/frame/verb.h"

enum { ORDER_OPEN = 0, ORDER_ACT_AS = 45 };

static struct item *put(struct item *out, size_t *n, enum item_kind kind,
			const char *label, const char *key)
{
	struct item *item = &out[(*n)++];

	*item = (struct item){ .kind = kind, .label = label,
			       .key = key ? key : "" };
	return item;
}

static int by_order(const void *a, const void *b)
{
	const struct item *x = a, *y = b;

	return x->order != y->order ? (x->order > y->order) -
		(x->order < y->order) : strcmp(x->label, y->label);
}

/* Clear default stands with the default connection, though it names none. */
static bool fits(struct screen *screen, const struct action *action,
		 const struct thing *thing)
{
	if (strcmp(action->verb, "show") == 0)
		return false;		/* that is Open */
	if (strcmp(action->verb, "clear-default") == 0)
		return strcmp(thing_noun(screen->app, thing), action->noun) == 0;
	return verb_fits(screen->app, action, thing);
}

static void refuse_new(struct screen *screen, struct item *item,
		       struct arena *arena)
{
	struct error err;

	if (verb_may_create(screen->app, item->action, &err))
		return;
	item->why = asked_short(&err, arena);
	item->whole = arena_strdup(arena, err.text);
}

/* Of a row that is no thing: what changes it, and what makes one more of its block. */
static size_t row_items(struct screen *screen, const struct thing *thing,
			struct arena *arena, struct item out[MENU_ITEMS])
{
	const struct tab_view *spec = desk_view(screen->desk)->spec;
	const struct action *create = desk_creates(screen->desk);
	const char *new_key = command_key_name(CMD_NEW), *why = NULL;
	const char *change = spec->change_of ?
		spec->change_of(screen, thing, &why) : NULL;
	const struct kind_said *said;
	struct item *item;
	size_t n = 0;

	if (change) {
		item = put(out, &n, ITEM_ACTION, strstr(change, "connect") ? "Connect" :
			   "Change the settings", "Enter");
		item->action = verb_called(change);
		menu_reason(screen, &(struct thing){ .kind = THING_NONE }, false,
			    arena, item);
	}
	if (create) {
		said = kind_at(create->kind)->said;
		item = put(out, &n, ITEM_ACTION, said && said->making ? said->making :
			   arena_printf(arena, "New %s", kind_at(create->kind)->label),
			   new_key ? new_key : "");
		item->action = create;
		refuse_new(screen, item, arena);
	}
	return n;
}

/* Before what ends with a person: the console becomes theirs. */
static void add_act_as(struct screen *screen, const struct thing *thing, bool many,
		       struct arena *arena, struct item *out, size_t *n)
{
	struct item *item = put(out, n, ITEM_ACT_AS, "Act as", NULL);
	struct error err;

	error_clear(&err);
	item->order = ORDER_ACT_AS;
	if (many) {
		item->why = item->whole = "one person at a time";
	} else if (!look_as_offered(screen->app, thing_number(screen->app, thing),
				    &err)) {
		item->why = asked_short(&err, arena);
		item->whole = arena_strdup(arena, err.text);
	}
}

/* There S asks for access. */
static void asks_by_its_key(struct screen *screen, const struct thing *thing,
			    struct item *item)
{
	const struct action *share = action_find("project", "share");

	if (!verb_asks_first(screen->app, thing))
		return;
	if (item->action == share)
		item->key = "";
	else if (item->action == action_find("access", "request"))
		item->key = verb_key_name(share);
}

size_t menu_items(struct screen *screen, const struct thing *thing, bool many,
		  struct arena *arena, struct item out[MENU_ITEMS])
{
	const struct action *const *all;
	struct item *item;
	size_t i, n = 0, count;

	if (thing->kind == THING_SETTING || thing->kind == THING_HEADING)
		return row_items(screen, thing, arena, out);
	if (thing->kind != THING_PROJECT && thing->kind != THING_USER &&
	    thing->kind != THING_GROUP && thing->kind != THING_ASSET &&
	    thing->kind != THING_BUILTIN && thing->kind != THING_PROVIDER &&
	    thing->kind != THING_TOKEN)
		return 0;
	if (thing_number(screen->app, thing) == ANYONE)
		return 0;
	put(out, &n, ITEM_OPEN, "Open", "Enter")->order = ORDER_OPEN;
	if (thing->kind == THING_USER)
		add_act_as(screen, thing, many, arena, out, &n);
	all = actions(&count);
	for (i = 0; i < count && n < MENU_ITEMS; i++) {
		if (!fits(screen, all[i], thing))
			continue;
		item = put(out, &n, ITEM_ACTION, verb_label(all[i], arena),
			   verb_key_name(all[i]));
		item->action = all[i];
		item->order = verb_order(all[i]);
		asks_by_its_key(screen, thing, item);
		menu_reason(screen, thing, many, arena, item);
		if (strcmp(all[i]->verb, "usage") == 0) {
			item->kind = ITEM_USAGE;
			item->key = command_key_name(CMD_USAGE);
			item->key = item->key ? item->key : "";
		}
	}
	qsort(out, n, sizeof(*out), by_order);
	return n;
}

/* The rows of Integrations that are no records of the store. */
const char *menu_title(const struct screen *screen, const struct thing *thing)
{
	const char *name = thing_name(screen->app, thing), *sign;
	uint32_t n = thing_number(screen->app, thing);
	size_t offers;

	if (thing->kind == THING_SETTING && n >= SETTING_OFFER && n != NOBODY)
		return provider_types(&offers)[n - SETTING_OFFER].label;
	if (thing->kind == THING_HEADING && n > 0 && n != NOBODY) {
		sign = strrchr(kind_at(n - 1)->home, '>');
		return sign ? sign + 2 : kind_at(n - 1)->home;
	}
	return *name || (thing->kind != THING_SETTING &&
			 thing->kind != THING_HEADING) ? name : "Hex API";
}
