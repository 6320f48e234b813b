/* keys.c: which key does what in the console (SCREENS 5). */
#include "screen/frame/keys.h"

#include <stdio.h>
#include <string.h>

#include "action/core/action.h"

static const struct binding table[] = {
	{ CMD_OPEN, { "Enter" }, "open",
	  "Open the focused thing, or follow the focused line" },
	{ CMD_BACK, { "Backspace" }, "back", "Come back from where you jumped" },
	{ CMD_NEXT_ZONE, { "Tab" }, "panel",
	  "Go on: list, panel, explanation" },
	{ CMD_PREV_ZONE, { "Shift-Tab" }, NULL, "Go back a zone" },
	{ CMD_FILTER, { "/" }, "filter",
	  "Filter the list: words, !not, column:word, %fuzzy" },
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
	{ CMD_DRAFT, { "e" }, NULL,
	  "Go on with the newest draft, where e edits nothing" },
	{ CMD_DRAFTS, { NULL }, NULL,
	  "Drafts: what was typed into dialogs and not saved" },
	{ CMD_MENU, { "." }, "menu",
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
	{ CMD_BARE, { "C" }, "bare",
	  "Bare text of the page, for the terminal's own selection" },
	{ CMD_MOUSE, { "m" }, "mouse",
	  "Mouse on or off; off, the terminal selects text by itself" },
	{ CMD_PALETTE, { ":", "Ctrl-P" }, "palette",
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

static const struct { const char *keys, *help; } moves[] = {
	{ "Up Down j k", "Move" },
	{ "PgUp PgDn", "Move by a page" },
	{ "Home End g G", "First and last row" },
};

static const struct { const char *name; uint32_t code; unsigned mods; } named[] = {
	{ "Enter", KEY_ENTER, 0 }, { "Esc", KEY_ESC, 0 }, { "Tab", KEY_TAB, 0 },
	{ "Shift-Tab", KEY_BACKTAB, 0 }, { "Backspace", KEY_BACKSPACE, 0 },
	{ "Del", KEY_DELETE, 0 }, { "Space", ' ', 0 },
	{ "F1", KEY_F1, 0 }, { "F2", KEY_F2, 0 }, { "F3", KEY_F3, 0 },
	{ "F4", KEY_F4, 0 }, { "F5", KEY_F5, 0 }, { "F6", KEY_F6, 0 },
	{ "F7", KEY_F7, 0 }, { "F8", KEY_F8, 0 }, { "F9", KEY_F9, 0 },
	{ "F10", KEY_F10, 0 }, { "F11", KEY_F11, 0 }, { "F12", KEY_F12, 0 },
};

const struct binding *bindings(size_t *n)
{
	*n = COUNT_OF(table);
	return table;
}

const struct binding *binding_of(enum command command)
{
	size_t i;

	for (i = 0; i < COUNT_OF(table); i++)
		if (table[i].command == command)
			return &table[i];
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

enum command keys_command(const struct key *key)
{
	size_t i, k;

	for (i = 0; i < COUNT_OF(table); i++)
		for (k = 0; k < COUNT_OF(table[i].keys) && table[i].keys[k]; k++)
			if (key_is(key, table[i].keys[k]))
				return table[i].command;
	return CMD_NONE;
}

static void print_row(struct buf *out, const char *keys, const char *help)
{
	size_t n = strlen(keys);

	buf_printf(out, "  %s", keys);
	buf_pad(out, ' ', n < 20 ? 20 - n : 1);
	buf_printf(out, "%s\n", help);
}

static void print_binding(struct buf *out, const struct binding *binding)
{
	char keys[64] = "", help[64];
	size_t k, n = 0;

	for (k = 0; k < COUNT_OF(binding->keys) && binding->keys[k]; k++) {
		size_t len = strlen(binding->keys[k]);

		if (n + len + 2 > sizeof(keys))
			break;
		if (n)
			keys[n++] = ' ';
		memcpy(keys + n, binding->keys[k], len + 1);
		n += len;
	}
	if (binding->help) {
		print_row(out, n ? keys : "(in the palette)", binding->help);
		return;
	}
	snprintf(help, sizeof(help), "Tab %d",
		 (int)binding->command - CMD_TAB + 1);
	print_row(out, keys, help);
}

/* Does a word of one list stand in the other? */
static bool overlap(const char *a, const char *b)
{
	size_t n, m;
	const char *w, *v;

	for (w = a; w && *w; w += n + strspn(w + n, " ,")) {
		n = strcspn(w, " ,");
		for (v = b; v && *v; v += m + strspn(v + m, " ,")) {
			m = strcspn(v, " ,");
			if (n == m && strncmp(w, v, n) == 0)
				return true;
		}
	}
	return false;
}

/* Two actions with one key on one thing.  (An action's key goes before the
 * console's on the things it applies to.) */
static size_t print_conflicts(struct buf *out)
{
	const struct action *const *all;
	size_t n, i, j, found = 0;

	all = actions(&n);
	for (i = 0; i < n; i++)
		for (j = i + 1; all[i]->key && j < n; j++) {
			if (!all[j]->key ||
			    strcmp(all[i]->key, all[j]->key) != 0 ||
			    !overlap(all[i]->on, all[j]->on))
				continue;
			buf_printf(out, "  %s is both \"%s\" and \"%s\"\n",
				   all[i]->key, all[i]->summary,
				   all[j]->summary);
			found++;
		}
	return found;
}

static void print_actions(struct buf *out)
{
	const struct action *const *all;
	char help[256];
	size_t n, i;

	all = actions(&n);
	for (i = 0; i < n; i++)
		if (all[i]->key) {
			snprintf(help, sizeof(help), all[i]->on ?
				 "%s (on: %s)" : "%s (on the list of: %s)",
				 all[i]->summary, all[i]->on ? all[i]->on :
				 all[i]->noun);
			print_row(out, all[i]->key, help);
		}
}

void keys_print(struct buf *out)
{
	size_t i;

	buf_adds(out, "Moving\n");
	for (i = 0; i < COUNT_OF(moves); i++)
		print_row(out, moves[i].keys, moves[i].help);
	buf_adds(out, "Console\n");
	for (i = 0; i < COUNT_OF(table); i++)
		print_binding(out, &table[i]);
	buf_adds(out, "On the focused thing, before all others\n");
	print_actions(out);
	buf_adds(out, "Conflicts\n");
	if (print_conflicts(out) == 0)
		buf_adds(out, "  none\n");
}
