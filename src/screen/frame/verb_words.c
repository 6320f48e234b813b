/* verb_words.c: what verbs are called in menus, and their order there. */
#include "screen/frame/verb.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "screen/frame/keymap.h"

/* Verbs that are called otherwise than by their own word, and all by place. */
static const struct { const char *noun, *verb, *label; int order; } known[] = {
	{ NULL, "share", "Share", 10 },
	{ "access", "project", "Who can do what", 41 },
	{ "access", "user", "What this person can do", 41 },
	{ "access", "asset", "Who has access", 41 },
	{ "access", "request", "Ask for access", 15 },
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
	{ NULL, "test", "Test", 32 },
	{ NULL, "refresh-schema", "Refresh schema", 33 },
	{ NULL, "usage", "Usage", 40 },
	{ NULL, "reveal", "Reveal the value", 42 },
	{ NULL, "copy", "Copy the value", 43 },
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

enum { ORDER_OTHER = 55 };

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

int verb_order(const struct action *action)
{
	size_t i = known_at(action);

	return i < COUNT_OF(known) ? known[i].order : ORDER_OTHER;
}

const char *verb_label(const struct action *action, struct arena *arena)
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

const char *verb_way_back(const struct app *app)
{
	static char text[80];

	snprintf(text, sizeof(text), "Undo: %s (now) or %s history (later).",
		 key_said(CMD_UNDO), key_said(CMD_HISTORY));
	return app->what_if ? "What-if: nothing will be saved before you apply it." : text;
}
