/* menu_items.c: what stands in a thing's menu, in which order. */
#include "screen/console/menu.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "screen/frame/keys.h"
#include "screen/frame/verb.h"

/* Verbs that are called otherwise than by their own word, and all by place. */
static const struct { const char *noun, *verb, *label; int order; } known[] = {
	{ NULL, "share", "Share", 10 },
	{ "access", "project", "Who can do what", 41 },
	{ "access", "user", "What this person can do", 41 },
	{ "access", "asset", "Who has access", 41 },
	{ NULL, "access", "Groups with access", 10 },
	{ NULL, "share-workspace", "Share with workspace", 11 },
	{ NULL, "share-web", "Share to web", 12 },
	{ NULL, "unshare", "Take a grant away", 13 },
	{ NULL, "editors-may-share", "Editors may share", 14 },
	{ NULL, "edit", "Edit", 20 },
	{ NULL, "rename", "Rename", 21 },
	{ "project", "set", "Describe", 22 },
	{ NULL, "role", "Change role", 22 },
	{ "group", "add", "Add people", 23 },
	{ "group", "remove", "Take people out", 24 },
	{ NULL, "set-default", "Set as default", 30 },
	{ NULL, "clear-default", "Clear default", 31 },
	{ NULL, "usage", "Usage", 40 },
	{ NULL, "import", "Import asset", 50 },
	{ "project", "remove", "Remove asset", 51 },
	{ NULL, "duplicate", "Duplicate", 60 },
	{ NULL, "transfer", "Transfer ownership", 61 },
	{ NULL, "take-access", "Take Full Access", 62 },
	{ NULL, "archive", "Archive", 70 },
	{ NULL, "unarchive", "Unarchive", 71 },
	{ NULL, "restore", "Restore from trash", 72 },
	{ NULL, "reactivate", "Reactivate", 80 },
	{ NULL, "deactivate", "Deactivate", 81 },
	{ NULL, "delete", "Delete", 90 },
	{ NULL, "purge", "Delete for good", 91 },
};

enum { ORDER_OPEN = 0, ORDER_OTHER = 55 };

static size_t known_at(const struct action *action)
{
	size_t i;

	for (i = 0; i < COUNT_OF(known); i++)
		if (strcmp(known[i].verb, action->verb) == 0 &&
		    (!known[i].noun || (action->noun &&
		     strcmp(known[i].noun, action->noun) == 0)))
			break;
	return i;
}

int menu_order(const struct action *action)
{
	size_t i = known_at(action);

	return i < COUNT_OF(known) ? known[i].order : ORDER_OTHER;
}

/* "Groups with access": a word or two. */
static const char *menu_label(const struct action *action, struct arena *arena)
{
	size_t i = known_at(action);
	char *label, *s;

	if (i < COUNT_OF(known))
		return known[i].label;
	label = arena_strdup(arena, action->verb);
	label[0] = (char)toupper((unsigned char)label[0]);
	for (s = label; *s; s++)
		if (*s == '-')
			*s = ' ';
	return label;
}

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

size_t menu_items(struct screen *screen, const struct thing *thing, bool many,
		  struct arena *arena, struct item out[MENU_ITEMS])
{
	const struct action *const *all;
	struct item *item;
	size_t i, n = 0, count;

	if (thing->kind != THING_PROJECT && thing->kind != THING_USER &&
	    thing->kind != THING_GROUP && thing->kind != THING_ASSET &&
	    thing->kind != THING_BUILTIN && thing->kind != THING_PROVIDER)
		return 0;
	if (thing_number(screen->app, thing) == ANYONE)
		return 0;
	put(out, &n, ITEM_OPEN, "Open", "Enter")->order = ORDER_OPEN;
	all = actions(&count);
	for (i = 0; i < count && n < MENU_ITEMS; i++) {
		if (!fits(screen, all[i], thing))
			continue;
		item = put(out, &n, ITEM_ACTION, menu_label(all[i], arena),
			   all[i]->key);
		item->action = all[i];
		item->order = menu_order(all[i]);
		menu_reason(screen, thing, many, arena, item);
		if (strcmp(all[i]->verb, "usage") == 0) {
			item->kind = ITEM_USAGE;
			item->key = binding_of(CMD_USAGE)->keys[0];
		}
	}
	qsort(out, n, sizeof(*out), by_order);
	return n;
}
