/* keymap.h: the key map, a file "keys" in the config folder, written by hand: lines
 * "COMMAND KEY [KEY...]" give a command these keys in the place of its usual ones,
 * "COMMAND none" takes them away, "#" begins a comment (SCREENS 5).  Keys of actions on
 * things, of one page and of dialogs are commands there, too; two may share a key where no
 * page has both.  fixed_keys() stay as they are. */
#ifndef SCREEN_FRAME_KEYMAP_H
#define SCREEN_FRAME_KEYMAP_H

#include "action/core/action.h"
#include "screen/frame/screen.h"

/* What a command is called there; NULL: its keys stay. */
const char *keymap_name(enum command command);
/* Its key as a sentence names it: the one it has now, ":name" where it has none. */
const char *key_said(enum command command);
/* A text that the program itself has, with each "{name}" said so. */
void keys_said(struct buf *out, const char *text);
/* The table of keys.h as the text has it, from the usual one on.  A line, or a key of it,
 * that cannot be taken is left out and told in faults, a line each, with its number, the
 * value and the way out.  Returns how many lines were told. */
int keymap_take(const char *text, struct buf *faults);
/* The file, for a console: its faults are among what was said, and the last word counts
 * them. */
void keymap_load(struct screen *screen);
/* For a terminal without the console: the keys as they are with the file, what the
 * commands are called in it, and its faults. */
void keymap_list(struct buf *out);
/* ... and the key of an action with it; "": none. */
const char *keymap_key(const struct action *action);

#endif
