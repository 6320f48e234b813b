/* menu_items.c: what stands in a thing's menu, and why some of it is greyed. */
#include "screen/menu.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "screen/bulk.h"
#include "screen/keys.h"
#include "screen/palette.h"

/* Verbs that are called otherwise than by their own word, and all by place. */
static const struct { const char *noun, *verb, *label; int order; } known[] = {
	{ NULL, "share", "Share", 10 },
	{ "access", "project", "Who can do what", 41 },
	{ "access", "user", "What this person can do", 41 },
	{ "access", "asset", "Who may use it", 41 },
	{ NULL, "access", "Groups with access", 10 },
	{ NULL, "share-workspace", "Share with workspace", 11 },
	{ NULL, "share-web", "Share to web", 12 },
	{ NULL, "unshare", "Take a grant away", 13 },
	{ NULL, "editors-may-share", "Editors may share", 14 },
	{ NULL, "edit", "Edit", 20 },
	{ NULL, "rename", "Rename", 21 },
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

const char *menu_label(const struct action *action, struct arena *arena)
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

/* Does it need nothing but the thing itself? */
static bool is_whole(const struct action *action)
{
	size_t i, n = 0;

	for (i = 0; i < ACTION_PARAMS && action->params[i].name; i++)
		n += action->params[i].required;
	return n == 1 && action->params[0].required;
}

/* What the verb itself says, had it nothing but the thing. */
static const char *asked(struct screen *screen, const struct action *action,
			 const struct thing *thing, struct arena *arena)
{
	const char *id = thing->id;
	struct args args = { 0 };
	struct result result;
	const char *why = NULL;
	struct error err;

	args.of[0].v = &id;
	args.of[0].n = 1;
	error_clear(&err);
	if (!action_preview(screen->app, action, &args, &result, &err) &&
	    (err.kind != ERROR_INVALID || !action->params[1].name))
		why = arena_strdup(arena, err.text);	/* not: "which group?" */
	else if (result.message &&
		 strncmp(result.message, "Nothing had to change", 21) == 0)
		why = "it is so already";
	result_release(&result);
	return why;
}

/* Project verbs that ask for more: at least Can Edit, but for a copy and for what
 * Admins take. */
static const char *held_back(struct screen *screen, const struct action *action,
			     const struct thing *thing, struct arena *arena)
{
	uint32_t subject = app_subject(screen->app);
	uint32_t project = thing_number(screen->app, thing);
	struct answer answer;

	if (thing->kind != THING_PROJECT || subject == NOBODY ||
	    project == NOBODY || strcmp(action->verb, "duplicate") == 0 ||
	    screen->app->facts.projects[project].state != STATE_ACTIVE)
		return NULL;
	access_decide(&screen->app->facts, subject, project, arena, &answer);
	if (answer.effective >= LEVEL_CAN_EDIT)
		return NULL;
	return arena_printf(arena, "needs Can Edit, you have %s",
			    level_label(answer.effective));
}

static const char *reason(struct screen *screen, const struct action *action,
			  const struct thing *thing, bool many,
			  struct arena *arena)
{
	struct error err;

	error_clear(&err);
	if (!action_allowed(screen->app, action, &err))
		return arena_printf(arena, "%s%s%s", err.text,
				    err.needs[0] ? "; needs " : "", err.needs);
	if (!(action->flags & ACTION_WRITES))
		return NULL;
	if (many)		/* what each comes to is shown before it is saved */
		return bulk_fits(action) ? NULL : "one thing at a time";
	if (is_whole(action))
		return asked(screen, action, thing, arena);
	return held_back(screen, action, thing, arena);
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
		return strcmp(thing_noun(screen->app, thing), "connection") == 0;
	return palette_applies(screen, action, thing);
}

static const char *clear_reason(struct screen *screen, const struct thing *thing)
{
	uint32_t n = thing_number(screen->app, thing);

	return screen->app->facts.default_asset == n ? NULL :
		"it is not the default";
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
	put(out, &n, ITEM_OPEN, "Open", "Enter")->order = ORDER_OPEN;
	all = actions(&count);
	for (i = 0; i < count && n < MENU_ITEMS; i++) {
		if (!fits(screen, all[i], thing))
			continue;
		item = put(out, &n, ITEM_ACTION, menu_label(all[i], arena),
			   all[i]->key);
		item->action = all[i];
		item->order = menu_order(all[i]);
		item->why = reason(screen, all[i], thing, many, arena);
		if (strcmp(all[i]->verb, "usage") == 0) {
			item->kind = ITEM_USAGE;
			item->key = binding_of(CMD_USAGE)->keys[0];
		} else if (strcmp(all[i]->verb, "clear-default") == 0 &&
			   !item->why) {
			item->why = clear_reason(screen, thing);
		}
	}
	qsort(out, n, sizeof(*out), by_order);
	return n;
}
