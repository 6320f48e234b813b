/* keys.c: which key does what in the console (SCREENS 5). */
#include "screen/frame/keys.h"

#include <stdio.h>
#include <string.h>

#include "base/attr.h"
#include "base/text.h"

static const struct binding usual[] = {
	{ CMD_OPEN, { "Enter" }, "open",
	  "Open the focused thing, or follow the focused line" },
	{ CMD_BACK, { "Backspace" }, "back", "Come back from where you jumped" },
	{ CMD_NEXT_ZONE, { "Tab" }, "panel",
	  "Go on: list, panel, explanation" },
	{ CMD_PREV_ZONE, { "Shift-Tab" }, NULL, "Go back a zone" },
	{ CMD_FILTER, { "/" }, "filter",
	  "Filter the list: words, !not, column:word, %fuzzy; the history also by: "
	  "verb: thing: since: until:" },
	{ CMD_SORT, { "s" }, "sort", "Sort by a column; again reverses" },
	{ CMD_OTHER, { "o" }, "other list",
	  "The other list of this tab (users, groups)" },
	{ CMD_PANEL, { "p" }, "panel", "Panel: shown, full screen, off" },
	{ CMD_PIN, { "P" }, "pin",
	  "Pin the panel to this project, user or asset; it shows what changed since" },
	{ CMD_WHY, { "w" }, "why",
	  "Why: the whole explanation of the person in the panel" },
	{ CMD_FIX, { "f" }, "fix",
	  "Fix: then its number; you see what it does before you say yes" },
	{ CMD_DOWNGRADED, { "D" }, "held",
	  "Panel: only those held (downgraded) below what they were granted" },
	{ CMD_FULL_LIST, { "v" }, "all changes",
	  "Everybody whom the last change, or what-if, moves" },
	{ CMD_WHATIF, { "t" }, "what-if",
	  "What-if: changes are only tried; again lists, applies or drops them" },
	{ CMD_UNDO, { "u" }, "undo", "Undo; in what-if take the last step back" },
	{ CMD_REDO, { "U" }, "redo", "Redo what the last undo took back" },
	{ CMD_HISTORY, { "h" }, "history",
	  "History: all events; there one is undone, or what it left is shown" },
	{ CMD_VAULT, { "K" }, NULL,
	  "Vault: its values, who can open them, who did, and who holds its keys" },
	{ CMD_FAILED, { "B" }, "failed checks",
	  "Broken: checks that failed since yesterday, and whom that hits" },
	{ CMD_DRAFT, { "e" }, NULL,
	  "Go on with the newest draft, where e edits nothing" },
	{ CMD_DRAFTS, { NULL }, NULL,
	  "Drafts: what was typed into dialogs and not saved" },
	{ CMD_MESSAGES, { NULL }, NULL,
	  "Messages: what was said on the message line in this session" },
	{ CMD_THEME, { NULL }, NULL,
	  "Theme: the colours of the screen (dark, light, high contrast, mono)" },
	{ CMD_MENU, { "." }, "more",
	  "Menu of all that can be done with the focused thing" },
	{ CMD_NEW, { "n" }, "new", "New: one more of what the list shows" },
	{ CMD_USAGE, { "l" }, "usage",
	  "Usage: the projects that import the focused asset" },
	{ CMD_MARK, { "Space" }, "mark",
	  "Mark the row, or take the mark away; verbs then apply to the marked" },
	{ CMD_MARK_ALL, { "*" }, NULL, "Mark those shown that are not marked, "
	  "and the other way round" },
	{ CMD_MARK_MORE, { "+" }, NULL, "Mark what a filter's words match" },
	{ CMD_MARK_LESS, { "-" }, NULL, "Unmark what a filter's words match" },
	{ CMD_COLUMNS, { "O" }, "columns", "Columns...: which ones the list shows" },
	{ CMD_COPY, { "c" }, "copy",
	  "Copy the focused row or text to the terminal's clipboard (OSC 52)" },
	{ CMD_PLAIN, { "C" }, "bare",
	  "Bare text of the page, for the terminal's own selection" },
	{ CMD_CLEAR, { "Y" }, NULL,
	  "Clear the clipboard of the secret value that was copied" },
	{ CMD_MOUSE, { "m" }, "mouse",
	  "Mouse on or off; off, the terminal selects text by itself" },
	{ CMD_ACT_AS, { "A" }, "act as",
	  "Act as...; again: yourself again" },
	{ CMD_COMPARE, { "=" }, "compare",
	  "Compare the two people that are marked, project by project" },
	{ CMD_FINDINGS, { "!" }, "findings",
	  "Findings: what in the workspace wants a look, and what to do" },
	{ CMD_REQUESTS, { "W" }, "who asks",
	  "Who asks for more access, and what you asked for; Enter answers" },
	{ CMD_PALETTE, { ":", "Ctrl-P" }, "all actions",
	  "Everything gatehouse can do, by words or as a command" },
	{ CMD_HELP, { "?", "F1" }, "keys",
	  "Keys, and what can be done with the focused thing" },
	{ CMD_TAB + 0, { "1", "F2" }, NULL, NULL },
	{ CMD_TAB + 1, { "2", "F3" }, NULL, NULL },
	{ CMD_TAB + 2, { "3", "F4" }, NULL, NULL },
	{ CMD_TAB + 3, { "4", "F5" }, NULL, NULL },
	{ CMD_TAB + 4, { "5", "F6" }, NULL, NULL },
	{ CMD_TAB + 5, { "6" }, NULL, NULL },
	{ CMD_TAB + 6, { "7" }, NULL, NULL },
	{ CMD_RELOAD, { "r" }, "reload", "Look at the store again" },
	{ CMD_REPAINT, { "Ctrl-L" }, NULL, "Draw the whole screen again" },
	{ CMD_SUSPEND, { "Ctrl-Z" }, NULL, "Leave to the shell; fg comes back" },
	{ CMD_ESC, { "Esc", "Ctrl-G", "Ctrl-C" }, "back",
	  "Close one layer, clear the filter; never quits" },
	{ CMD_QUIT, { "q", "F10" }, "quit",
	  "Close one layer; on the lists: quit" },
	{ CMD_SHARE, { "S" }, "share",
	  "Share a project; Groups with access of an asset" },
	{ CMD_EDIT, { "e" }, "edit", "Edit, or rename, the focused thing" },
	{ CMD_DELETE, { "d" }, "delete", "Delete, deactivate, disconnect or revoke it" },
	{ CMD_CHECK, { "T" }, "check", "Check a connection; on the page of a check: again" },
	{ CMD_REVEAL, { "x" }, "reveal", "Reveal a secret value for a moment" },
	{ CMD_TAKE_VALUE, { "y" }, "copy value", "Copy a secret value without showing it" },
	{ CMD_IMPORT, { "i" }, "import", "Import an asset into the project" },
	{ CMD_BROWSE, { "b" }, "browse", "Look into a Git provider or a file integration" },
	{ CMD_SET_DEFAULT, { "D" }, "default", "Make it the default data connection" },
	{ CMD_TAKE_ACCESS, { "F" }, "take access", "Take Full Access to the project (audited)" },
	{ CMD_CANCEL, { "x" }, "cancel",
	  "A check, a count, or signing in, under way: cancel it" },
	{ CMD_SIGN_IN, { "s" }, "sign in", "A check that asks for a sign-in: sign in" },
	{ CMD_COPY_CODE, { "y" }, "copy the code", "Signing in: copy the code" },
	{ CMD_AS_OF, { "a" }, "as of then",
	  "History, past: the workspace as this event left it" },
	{ CMD_GIVE_LEFT, { "<" }, NULL, "Compare: give the left one what the right one has" },
	{ CMD_GIVE_RIGHT, { ">" }, NULL, "Compare: give the right one what the left one has" },
	{ CMD_GIVE_ROLE, { "R" }, "and the role",
	  "Compare: the right one is given the role, too" },
	{ CMD_YES, { "y" }, "yes", "A question, or what takes something away: yes" },
	{ CMD_NO, { "n" }, "no", "A question: no" },
	{ CMD_LEAVE_OUT, { "o" }, "leave out",
	  "Several at once: leave out those that are stopped" },
	{ CMD_ASK_MORE, { "n" }, "ask for more",
	  "Why, one's own page, and a form that is only read: ask for more access" },
	{ CMD_REACTIVATE, { "R" }, "reactivate", "A deactivated person: reactivate" },
	{ CMD_GROUPS, { "g" }, "groups", "Default data connection: its Groups with access" },
	{ CMD_TAKE_STORED, { "r" }, "take stored", "Changed meanwhile: take what is stored" },
	{ CMD_KEEP_MINE, { "o" }, "keep mine", "Changed meanwhile: keep mine" },
	{ CMD_SHOW_BOTH, { "d" }, "show both", "Changed meanwhile: show both" },
	{ CMD_DROP, { "d" }, "drop", "What-if: drop all that was tried" },
	{ CMD_SHOW_ALL, { "a" }, "all", "Columns: show all of them" },
};

static const struct key_place places[] = {
	{ "on lists", { CMD_SHARE, CMD_EDIT, CMD_DELETE, CMD_CHECK, CMD_REVEAL,
	  CMD_TAKE_VALUE, CMD_IMPORT, CMD_BROWSE, CMD_SET_DEFAULT, CMD_TAKE_ACCESS,
	  CMD_CANCEL }, { CMD_NONE } },
	{ "in checks and sign-ins", { CMD_CHECK, CMD_CANCEL, CMD_SIGN_IN, CMD_COPY_CODE },
	  { CMD_NONE } },
	{ "in the history", { CMD_AS_OF }, { CMD_OPEN, CMD_BACK, CMD_FILTER, CMD_UNDO,
	  CMD_REDO, CMD_HISTORY, CMD_COPY, CMD_PLAIN, CMD_RELOAD, CMD_WHY, CMD_PALETTE,
	  CMD_HELP, CMD_QUIT } },
	{ "in compare", { CMD_GIVE_LEFT, CMD_GIVE_RIGHT, CMD_GIVE_ROLE }, { CMD_OPEN,
	  CMD_BACK, CMD_FILTER, CMD_DOWNGRADED, CMD_UNDO, CMD_REDO, CMD_HISTORY, CMD_COPY,
	  CMD_COMPARE, CMD_RELOAD, CMD_PALETTE, CMD_HELP, CMD_QUIT } },
	{ "in why and on pages of things", { CMD_ASK_MORE, CMD_SHARE, CMD_EDIT, CMD_DELETE,
	  CMD_CHECK, CMD_REVEAL, CMD_TAKE_VALUE }, { CMD_NONE } },
	{ "in questions", { CMD_YES, CMD_NO, CMD_LEAVE_OUT }, { CMD_FULL_LIST, CMD_QUIT } },
	{ "in dialogs", { CMD_YES, CMD_LEAVE_OUT, CMD_TAKE_ACCESS, CMD_ASK_MORE,
	  CMD_REACTIVATE, CMD_GROUPS }, { CMD_FULL_LIST, CMD_FIX, CMD_HELP, CMD_QUIT } },
	{ "where something changed meanwhile", { CMD_TAKE_STORED, CMD_KEEP_MINE,
	  CMD_SHOW_BOTH }, { CMD_QUIT } },
	{ "in what-if", { CMD_DROP }, { CMD_OPEN, CMD_BACK, CMD_FILTER, CMD_FULL_LIST,
	  CMD_WHATIF, CMD_UNDO, CMD_HELP, CMD_QUIT } },
	{ "in columns", { CMD_SHOW_ALL }, { CMD_BACK, CMD_SORT, CMD_MARK, CMD_COLUMNS,
	  CMD_QUIT } },
};

static struct binding table[COUNT_OF(usual)];	/* as the key map has it */
static char names[COUNT_OF(usual)][KEYS_MOST][KEY_NAME];
static bool filled;

static struct binding *now(void)
{
	if (!filled)
		memcpy(table, usual, sizeof(table));
	filled = true;
	return table;
}

void keys_usual(void)
{
	filled = false;
}

static struct binding *of(enum command command)
{
	struct binding *one = now();

	while (one->command != command)
		one++;
	return one;
}

void keys_unbind(enum command command)
{
	memset(of(command)->keys, 0, sizeof(table->keys));
}

bool keys_bind(enum command command, const char *name)
{
	struct binding *one = of(command);
	char *kept;
	size_t n = 0;

	while (n < KEYS_MOST && one->keys[n])
		n++;
	if (n == KEYS_MOST)
		return false;
	kept = names[one - table][n];
	snprintf(kept, KEY_NAME, "%s", name);
	one->keys[n] = kept;
	return true;
}

const struct binding *usual_of(enum command command)
{
	return &usual[of(command) - table];
}

static const struct { const char *name; uint32_t code; unsigned mods; } named[] = {
	{ "Enter", KEY_ENTER, 0 }, { "Esc", KEY_ESC, 0 }, { "Tab", KEY_TAB, 0 },
	{ "Shift-Tab", KEY_BACKTAB, 0 }, { "Backspace", KEY_BACKSPACE, 0 },
	{ "Del", KEY_DELETE, 0 }, { "Space", ' ', 0 },
	{ "F1", KEY_F1, 0 }, { "F2", KEY_F2, 0 }, { "F3", KEY_F3, 0 },
	{ "F4", KEY_F4, 0 }, { "F5", KEY_F5, 0 }, { "F6", KEY_F6, 0 },
	{ "F7", KEY_F7, 0 }, { "F8", KEY_F8, 0 }, { "F9", KEY_F9, 0 },
	{ "F10", KEY_F10, 0 }, { "F11", KEY_F11, 0 }, { "F12", KEY_F12, 0 },
};

static const struct fixed_key fixed[] = {
	{ "Enter", "Open, take, press, save a line" },
	{ "Esc F10", "Close one layer; F10 on the lists: quit" },
	{ "Tab Shift-Tab", "Next field or part, and back" },
	{ "Up Down j k", "A row" },
	{ "PgUp PgDn", "A page" },
	{ "Home End g G", "The first, the last" },
	{ "Left Right", "Why and its past, and the workspace as of then: back in time and on" },
	{ "Space / Del", "A form: tick or mark, find in its rows, take a row away" },
	{ "1-9", "Tabs; a way or a fix by its number" },
	{ "F1 F5 F8 F9", "A form: help, as stored, save, everybody" },
};

const struct fixed_key *fixed_keys(size_t *n)
{
	*n = COUNT_OF(fixed);
	return fixed;
}

const struct key_place *key_places(size_t *n)
{
	*n = COUNT_OF(places);
	return places;
}

/* What a list alone does: a page of its own has no use for it. */
static bool is_of_lists(enum command command)
{
	switch (command) {
	case CMD_SORT: case CMD_PANEL: case CMD_PIN: case CMD_NEW: case CMD_USAGE:
	case CMD_MARK: case CMD_MARK_ALL: case CMD_MARK_MORE: case CMD_MARK_LESS:
	case CMD_COLUMNS: case CMD_DRAFT:
		return true;
	default:
		return false;
	}
}

bool key_place_has(const struct key_place *place, enum command command)
{
	const enum command *also = place->also;

	if (!*also)
		return place == places || !is_of_lists(command);
	while (*also && *also != command)
		also++;
	return *also == command || command >= CMD_TAB;
}

static bool is_own(enum command command)
{
	return command >= CMD_OWN && command < CMD_TAB;
}

static size_t n_console(void)
{
	size_t n = 0;

	while (!is_own(usual[n].command))
		n++;
	return n;
}

const struct binding *bindings(size_t *n)
{
	*n = n_console();
	return now();
}

const struct binding *own_bindings(size_t *n)
{
	*n = COUNT_OF(table) - n_console();
	return now() + n_console();
}

static void put_keys(struct buf *out, const struct binding *one)
{
	char keys[64];

	if (!one->keys[0])
		return;
	snprintf(keys, sizeof(keys), "%s%s%s%s%s", one->keys[0],
		 one->keys[1] ? ", " : "", one->keys[1] ? one->keys[1] : "",
		 one->keys[1] && one->keys[2] ? ", " : "",
		 one->keys[1] && one->keys[2] ? one->keys[2] : "");
	if (one->command >= CMD_TAB)
		buf_printf(out, "  %-20s  Tab %d\n", keys, (int)(one->command - CMD_TAB) + 1);
	else
		buf_printf(out, "  %-20s  %s\n", keys, one->help);
}

void keys_list(struct buf *out)
{
	const struct binding *one = now();
	const enum command *own;
	size_t i;

	buf_adds(out, "\nKeys of the console, on every page that has no other use for "
		 "them:\n\n");
	for (; !is_own(one->command); one++)
		put_keys(out, one);
	for (i = 0; i < COUNT_OF(places); i++) {
		buf_printf(out, "\nKeys %s:\n\n", places[i].name);
		for (own = places[i].own; *own; own++)
			put_keys(out, binding_of(*own));
	}
	buf_adds(out, "\nFixed keys, which no key map moves:\n\n");
	for (i = 0; i < COUNT_OF(fixed); i++)
		buf_printf(out, "  %-20s  %s\n", fixed[i].keys, fixed[i].help);
}

const struct binding *binding_of(enum command command)
{
	const struct binding *all = now();
	size_t i;

	for (i = 0; i < COUNT_OF(table); i++)
		if (all[i].command == command)
			return &all[i];
	return NULL;
}

bool key_is(const struct key *key, const char *name)
{
	unsigned mods = key->mods & (KEY_CTRL | KEY_ALT);
	size_t i;

	for (i = 0; i < COUNT_OF(named); i++)
		if (strcmp(named[i].name, name) == 0)
			return key->code == named[i].code && !mods;
	if (strncmp(name, "Ctrl-", 5) == 0)
		return mods == KEY_CTRL && name[5] && !name[6] &&
		       (key->code | 0x20) == ((uint32_t)name[5] | 0x20);
	return !mods && name[0] && !name[1] &&
	       key->code == (unsigned char)name[0];
}

bool key_from_name(const char *name, struct key *out)
{
	size_t i;

	*out = (struct key){ .code = KEY_NONE };
	for (i = 0; i < COUNT_OF(named); i++)
		if (strcmp(named[i].name, name) == 0) {
			out->code = named[i].code;
			out->mods = named[i].mods;
			return true;
		}
	if (strncmp(name, "Ctrl-", 5) == 0 && name[5] && !name[6]) {
		out->code = (uint32_t)name[5] | 0x20;
		out->mods = KEY_CTRL;
		return true;
	}
	out->code = (unsigned char)name[0];
	return name[0] && !name[1];
}

bool key_name(const struct key *key, char out[KEY_NAME])
{
	size_t i;

	if (key->mods & KEY_CTRL) {
		snprintf(out, KEY_NAME, "Ctrl-%c", (int)key->code & ~0x20);
		return key->code > ' ' && key->code < 0x7f;
	}
	for (i = 0; i < COUNT_OF(named); i++)
		if (named[i].code == key->code && !key->mods) {
			snprintf(out, KEY_NAME, "%s", named[i].name);
			return true;
		}
	if (key->mods & KEY_ALT || key->code < ' ' || key->code >= KEY_NONE)
		return false;
	out[text_encode(key->code, out)] = '\0';
	return true;
}

bool command_over(enum command command)
{
	switch (command) {
	case CMD_WHATIF: case CMD_UNDO: case CMD_REDO: case CMD_HISTORY:
	case CMD_VAULT: case CMD_DRAFTS: case CMD_FAILED: case CMD_MESSAGES: case CMD_THEME: case CMD_ACT_AS:
	case CMD_FINDINGS: case CMD_REQUESTS:
	case CMD_CLEAR: case CMD_MOUSE: case CMD_RELOAD: case CMD_REPAINT: case CMD_SUSPEND:
		return true;
	default:
		return false;
	}
}

static bool has_key(const struct binding *one, const struct key *key)
{
	size_t k;

	for (k = 0; k < COUNT_OF(one->keys) && one->keys[k]; k++)
		if (key_is(key, one->keys[k]))
			return true;
	return false;
}

enum command keys_command(const struct key *key)
{
	const struct binding *all = now();
	size_t i, n = n_console();

	for (i = 0; i < n; i++)
		if (has_key(&all[i], key))
			return all[i].command;
	return CMD_NONE;
}

bool key_does(const struct key *key, enum command command)
{
	return has_key(binding_of(command), key);
}

const char *command_key_name(enum command command)
{
	return binding_of(command)->keys[0];
}

const char *command_key_before(enum command command)
{
	static char text[KEY_NAME + 2];
	const char *name = command_key_name(command);

	snprintf(text, sizeof(text), name ? "%s  " : "%s", name ? name : "");
	return text;
}

enum command command_of_usual(const char *name)
{
	const enum command *own = places->own;

	for (; name && *own; own++)
		if (*own != CMD_CANCEL && strcmp(usual_of(*own)->keys[0], name) == 0)
			return *own;
	if (name && strcmp(name, usual_of(CMD_NEW)->keys[0]) == 0)
		return CMD_NEW;
	if (name && strcmp(name, usual_of(CMD_REQUESTS)->keys[0]) == 0)
		return CMD_REQUESTS;
	return CMD_NONE;
}
