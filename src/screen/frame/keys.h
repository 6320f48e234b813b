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
	CMD_OWN,		/* from here on: of actions, and of some pages only */
	CMD_SHARE = CMD_OWN, CMD_EDIT, CMD_DELETE, CMD_CHECK, CMD_REVEAL, CMD_TAKE_VALUE,
	CMD_IMPORT, CMD_BROWSE, CMD_SET_DEFAULT, CMD_TAKE_ACCESS,
	CMD_CANCEL, CMD_SIGN_IN, CMD_COPY_CODE, CMD_AS_OF, CMD_GIVE_LEFT, CMD_GIVE_RIGHT,
	CMD_GIVE_ROLE, CMD_YES, CMD_NO, CMD_LEAVE_OUT, CMD_ASK_MORE, CMD_REACTIVATE, CMD_GROUPS,
	CMD_TAKE_STORED, CMD_KEEP_MINE, CMD_SHOW_BOTH, CMD_DROP, CMD_SHOW_ALL,
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

/* As the key map has them (keymap.h): the console's, on every page. */
const struct binding *bindings(size_t *n);
/* Those of actions on things, and of some pages and dialogs only. */
const struct binding *own_bindings(size_t *n);
/* Where some of them have their keys. */
struct key_place {
	const char *name;	/* "on lists": ends "z is the key of undo ..." */
	enum command own[12];	/* CMD_NONE after the last */
	enum command also[14];	/* of the console, that work there; none: all but those
				 * that only lists have a use for */
};
const struct key_place *key_places(size_t *n);
/* The console's command has its key on such a page, too. */
bool key_place_has(const struct key_place *place, enum command command);
/* As they are without one. */
const struct binding *usual_of(enum command command);
void keys_usual(void);
void keys_unbind(enum command command);
/* One key more, copied.  False: it has KEYS_MOST. */
bool keys_bind(enum command command, const char *name);
/* What this file has, a line each, by keymap_list(). */
void keys_list(struct buf *out);
/* Keys that no key map moves. */
struct fixed_key { const char *keys, *help; };
const struct fixed_key *fixed_keys(size_t *n);
const struct binding *binding_of(enum command command);
/* The key that is shown of it; NULL: it has none now. */
const char *command_key_name(enum command command);
/* "y  " before the word on a button; "": it has none now.  Lives until the next call. */
const char *command_key_before(enum command command);
/* CMD_NONE, or the console's command. */
enum command keys_command(const struct key *key);
/* Is it one of its keys now? */
bool key_does(const struct key *key, enum command command);
/* Of the actions whose usual key is this one; NULL: CMD_NONE. */
enum command command_of_usual(const char *name);
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
