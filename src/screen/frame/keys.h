/* keys.h: the one table of keys: dispatch, hints and help are made from it. */
#ifndef SCREEN_FRAME_KEYS_H
#define SCREEN_FRAME_KEYS_H

#include <stddef.h>

#include "base/buf.h"
#include "ui/key.h"

enum command {
	CMD_NONE,
	CMD_OPEN, CMD_BACK, CMD_NEXT_ZONE, CMD_PREV_ZONE,
	CMD_FILTER, CMD_SORT, CMD_OTHER,
	CMD_PANEL, CMD_PIN, CMD_WHY, CMD_FIX, CMD_DOWNGRADED,
	CMD_FULL_LIST, CMD_WHATIF, CMD_UNDO, CMD_DRAFT, CMD_REDO, CMD_HISTORY,
	CMD_VAULT, CMD_DRAFTS, CMD_MESSAGES, CMD_THEME,	/* have no key */
	CMD_MENU, CMD_NEW, CMD_USAGE, CMD_MARK, CMD_MARK_ALL, CMD_MARK_MORE,
	CMD_MARK_LESS, CMD_COLUMNS, CMD_COPY, CMD_PLAIN, CMD_CLEAR, CMD_MOUSE,
	CMD_FAILED, CMD_ACT_AS, CMD_COMPARE, CMD_FINDINGS, CMD_REQUESTS, CMD_PALETTE, CMD_HELP, CMD_RELOAD, CMD_REPAINT, CMD_SUSPEND,
	CMD_ESC, CMD_QUIT,
	CMD_TAB,		/* CMD_TAB + n: tab n, from 0 */
	COMMANDS = CMD_TAB + 9
};

enum { KEY_NAME = 16, KEYS_MOST = 3 };

struct binding {
	enum command command;
	const char *keys[KEYS_MOST + 1];	/* names; the first is the one shown; NULL: none */
	const char *hint;	/* a word or two for the bottom line */
	const char *help;	/* one line */
};

/* As the key map has them (keymap.h). */
const struct binding *bindings(size_t *n);
/* As they are without one. */
const struct binding *usual_of(enum command command);
void keys_usual(void);
void keys_unbind(enum command command);
/* One key more, copied.  False: it has KEYS_MOST. */
bool keys_bind(enum command command, const char *name);
/* What this file has, a line each, by keymap_list(). */
void keys_list(struct buf *out);
/* Keys that only one page has, beside those of the table. */
struct page_key { const char *keys, *help; };
const struct page_key *page_keys(size_t *n);
const struct binding *binding_of(enum command command);
enum command keys_command(const struct key *key);
/* It opens over whatever page has the keys, or opens nothing: the page stays.  Other
 * commands are about the lists below, and close it. */
bool command_over(enum command command);
/* The key called so; false: there is none. */
bool key_from_name(const char *name, struct key *out);
/* What a key is called: "z", "F7", "Ctrl-T"; false: it has no name here (arrows). */
bool key_name(const struct key *key, char out[KEY_NAME]);
/* Is this key the one called so ("S", "Ctrl-P", "F8", "Enter")? */
bool key_is(const struct key *key, const char *name);

#endif
