/* level.c: codes and labels of the closed lists, see level.h. */
#include "model/level.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

#include "base/text.h"

struct word {
	int value;
	const char *code, *label;
};

static const struct word levels[] = {
	{ LEVEL_NONE, "none", "No access" },
	{ LEVEL_APP_ONLY, "app_only", "App Only" },
	{ LEVEL_CAN_VIEW, "can_view", "Can View" },
	{ LEVEL_CAN_EDIT, "can_edit", "Can Edit" },
	{ LEVEL_FULL_ACCESS, "full_access", "Full Access" },
	{ 0, NULL, NULL }
};

static const struct word roles[] = {
	{ ROLE_ADMIN, "admin", "Admin" },
	{ ROLE_MANAGER, "manager", "Manager" },
	{ ROLE_EDITOR, "editor", "Editor" },
	{ ROLE_EXPLORER, "explorer", "Explorer" },
	{ ROLE_VIEWER, "viewer", "Viewer" },
	{ ROLE_GUEST, "guest", "Guest" },
	{ 0, NULL, NULL }
};

static const struct word plans[] = {
	{ PLAN_COMMUNITY, "community", "Community" },
	{ PLAN_PROFESSIONAL, "professional", "Professional" },
	{ PLAN_TEAM, "team", "Team" },
	{ PLAN_ENTERPRISE, "enterprise", "Enterprise" },
	{ 0, NULL, NULL }
};

static const struct word states[] = {
	{ STATE_ACTIVE, "active", "Active" },
	{ STATE_ARCHIVED, "archived", "Archived" },
	{ STATE_TRASHED, "trashed", "Trashed" },
	{ 0, NULL, NULL }
};

static const struct word builtins[] = {
	{ BUILTIN_WORKSPACE, "workspace", "Workspace" },
	{ BUILTIN_GUESTS, "workspace_guests", "Workspace guests" },
	{ BUILTIN_PUBLIC, "public", "Public" },
	{ 0, NULL, NULL }
};

static const struct word *by_value(const struct word *list, int value)
{
	for (; list->code; list++)
		if (list->value == value)
			return list;
	assert(false && "a value of the list");
	return NULL;
}

/* "Can Edit", can-edit and CAN_EDIT are all can_edit. */
static char plain(char c)
{
	if (c >= 'A' && c <= 'Z')
		return (char)(c - 'A' + 'a');
	return c == '-' || c == ' ' ? '_' : c;
}

static bool same_words(const char *a, const char *b)
{
	for (; *a && *b; a++, b++)
		if (plain(*a) != plain(*b))
			return false;
	return *a == *b;
}

static const struct word *by_text(const struct word *list, const char *text)
{
	struct arena arena = { 0 };
	const char *tidy = text_tidy(text, &arena);
	const struct word *found = NULL;

	for (; list->code && !found; list++)
		if (same_words(tidy, list->code) || same_words(tidy, list->label))
			found = list;
	arena_release(&arena);
	return found;
}

static const struct word *by_code(const struct word *list, const char *text)
{
	for (; list->code; list++)
		if (strcmp(text, list->code) == 0)
			return list;
	return NULL;
}

const char *level_code(enum level level)
{
	return by_value(levels, (int)level)->code;
}

const char *level_brief(enum level level)
{
	static const char *const words[LEVELS] = { "None", "App", "View", "Edit",
						   "Full" };

	assert(level < LEVELS);
	return words[level];
}

const char *level_label(enum level level)
{
	return by_value(levels, (int)level)->label;
}

const char *role_code(enum role role)
{
	return role == ROLE_ANONYMOUS ? "anonymous" :
		by_value(roles, (int)role)->code;
}

const char *role_label(enum role role)
{
	return role == ROLE_ANONYMOUS ? "Anonymous" :
		by_value(roles, (int)role)->label;
}

const char *plan_code(enum plan plan)
{
	return by_value(plans, (int)plan)->code;
}

const char *plan_label(enum plan plan)
{
	return by_value(plans, (int)plan)->label;
}

const char *state_code(enum state state)
{
	return by_value(states, (int)state)->code;
}

const enum builtin builtin_all[BUILTINS] = {
	BUILTIN_WORKSPACE, BUILTIN_GUESTS, BUILTIN_PUBLIC
};

const char *builtin_code(enum builtin one)
{
	return by_value(builtins, (int)one)->code;
}

const char *builtin_label(enum builtin one)
{
	return by_value(builtins, (int)one)->label;
}

bool level_parse(const char *text, enum level *out)
{
	const struct word *word = by_text(levels, text);

	if (word)
		*out = (enum level)word->value;
	return word != NULL;
}

bool role_parse(const char *text, enum role *out)
{
	static const struct word author[] = {	/* D28 */
		{ ROLE_EDITOR, "author", "Author" }, { 0, NULL, NULL }
	};
	const struct word *word = by_text(roles, text);

	if (!word)
		word = by_text(author, text);
	if (word)
		*out = (enum role)word->value;
	return word != NULL;
}

bool plan_parse(const char *text, enum plan *out)
{
	const struct word *word = by_text(plans, text);

	if (word)
		*out = (enum plan)word->value;
	return word != NULL;
}

bool state_parse(const char *text, enum state *out)
{
	const struct word *word = by_text(states, text);

	if (word)
		*out = (enum state)word->value;
	return word != NULL;
}

bool builtin_parse(const char *text, enum builtin *out)
{
	const struct word *word = by_text(builtins, text);

	if (word)
		*out = (enum builtin)word->value;
	return word != NULL;
}

bool level_from_code(const char *text, enum level *out)
{
	const struct word *word = by_code(levels, text);

	if (word)
		*out = (enum level)word->value;
	return word != NULL;
}

bool role_from_code(const char *text, enum role *out)
{
	const struct word *word = by_code(roles, text);

	if (word)
		*out = (enum role)word->value;
	return word != NULL;
}

bool plan_from_code(const char *text, enum plan *out)
{
	const struct word *word = by_code(plans, text);

	if (word)
		*out = (enum plan)word->value;
	return word != NULL;
}

bool state_from_code(const char *text, enum state *out)
{
	const struct word *word = by_code(states, text);

	if (word)
		*out = (enum state)word->value;
	return word != NULL;
}
