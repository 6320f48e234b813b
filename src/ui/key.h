/* key.h: bytes from a terminal -> keys.  Own decoder (CSI, SS3, CSI-u, SGR mouse,
 * bracketed paste, UTF-8); swallows replies of the terminal. */
#ifndef UI_KEY_H
#define UI_KEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum key_code {			/* above Unicode */
	KEY_NONE = 0x110000, KEY_ENTER, KEY_ESC, KEY_TAB, KEY_BACKTAB,
	KEY_BACKSPACE, KEY_DELETE, KEY_INSERT, KEY_UP, KEY_DOWN, KEY_LEFT,
	KEY_RIGHT, KEY_HOME, KEY_END, KEY_PGUP, KEY_PGDN,
	KEY_F1, KEY_F2, KEY_F3, KEY_F4, KEY_F5, KEY_F6, KEY_F7, KEY_F8, KEY_F9,
	KEY_F10, KEY_F11, KEY_F12,
	KEY_PASTE,		/* text: what was pasted; of controls only \n */
	KEY_MOUSE		/* button, row, col */
};
enum key_mod { KEY_CTRL = 1, KEY_ALT = 2, KEY_SHIFT = 4 };

struct key {
	uint32_t code;		/* code point or enum key_code; Ctrl-A is 'a' + KEY_CTRL */
	unsigned mods;
	const char *text;	/* KEY_PASTE; valid until the next feed */
	int button, row, col;	/* KEY_MOUSE: 0 left 1 middle 2 right, 64 65 wheel */
	bool release;
	bool twice;		/* KEY_MOUSE: once more at the place of the last
				 * press, soon after it: as Enter (set by the loop) */
};

struct key_decoder {
	int state;
	unsigned char seq[64];
	size_t n;
	char paste[65536];
	size_t n_paste;
	uint32_t point;
	int more;
};

void key_init(struct key_decoder *decoder);
/* One byte; true if *key is complete.  While key_pending, an Esc has arrived that
 * may begin a sequence: after 25 ms call key_timeout. */
bool key_feed(struct key_decoder *decoder, unsigned char byte, struct key *key);
bool key_pending(const struct key_decoder *decoder);
bool key_timeout(struct key_decoder *decoder, struct key *key);
/* The text of the last KEY_PASTE is done with: wiped. */
void key_forget_paste(struct key_decoder *decoder);
bool key_is_ground(const struct key_decoder *decoder);	/* between keys */
/* What was read at once: cut out end marks of a paste that are followed by another
 * one (text that was made to look like the end of its own paste).  Returns the
 * bytes that are left. */
size_t key_join_paste(unsigned char *bytes, size_t n);

#endif
