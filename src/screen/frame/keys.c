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
	  "History: all events; u there undoes one, a shows what it left" },
	{ CMD_VAULT, { "K" }, NULL,
	  "Vault: its values, who can open them, who did, and who holds its keys" },
	{ CMD_FAILED, { "B" }, "failed checks",
	  "Broken: checks that failed since yesterday, and whom that hits; T checks again" },
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

static const struct page_key own[] = {
	{ "< >", "Compare: give the left, the right one what the other has" },
	{ "R", "Compare: the right one is given the role, too" },
	{ "Left Right", "Why and its past, and the workspace as of then: back in time and on" },
	{ "a", "History, past: the workspace as this event left it" },
	{ "x", "A check, or signing in, under way: cancel it" },
	{ "s", "A check that asks for a sign-in: sign in" },
	{ "y n", "A question: yes, no" },
	{ "r o d", "Changed meanwhile: take what is stored, keep mine, show both" },
};

const struct page_key *page_keys(size_t *n)
{
	*n = COUNT_OF(own);
	return own;
}

const struct binding *bindings(size_t *n)
{
	*n = COUNT_OF(table);
	return now();
}

void keys_list(struct buf *out)
{
	const struct binding *one = now();
	char keys[64];
	size_t i;

	buf_adds(out, "\nKeys of the console, on every page that has no other use for "
		 "them:\n\n");
	for (; one < table + COUNT_OF(table); one++) {
		if (!one->keys[0])
			continue;
		snprintf(keys, sizeof(keys), "%s%s%s%s%s", one->keys[0],
			 one->keys[1] ? ", " : "", one->keys[1] ? one->keys[1] : "",
			 one->keys[1] && one->keys[2] ? ", " : "",
			 one->keys[1] && one->keys[2] ? one->keys[2] : "");
		if (one->command >= CMD_TAB)
			buf_printf(out, "  %-20s  Tab %d\n", keys,
				   (int)(one->command - CMD_TAB) + 1);
		else
			buf_printf(out, "  %-20s  %s\n", keys, one->help);
	}
	buf_adds(out, "\nKeys of one page:\n\n");
	for (i = 0; i < COUNT_OF(own); i++)
		buf_printf(out, "  %-20s  %s\n", own[i].keys, own[i].help);
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

enum command keys_command(const struct key *key)
{
	const struct binding *all = now();
	size_t i, k;

	for (i = 0; i < COUNT_OF(table); i++)
		for (k = 0; k < COUNT_OF(all[i].keys) && all[i].keys[k]; k++)
			if (key_is(key, all[i].keys[k]))
				return all[i].command;
	return CMD_NONE;
}
