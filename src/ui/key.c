/* key.c: the decoder as a state machine over bytes; see key.h. */
#include "ui/key.h"

#include <string.h>

#include "base/text.h"
#include "ui/key_priv.h"

enum state {
	GROUND,
	ESC,			/* an Esc: alone, or the begin of a sequence */
	LATE,			/* Esc was taken for a key; `[` may still follow */
	CSI, CSI_LINUX,		/* ESC [; ESC [ [ as the Linux console says F1 */
	SS3,			/* ESC O */
	STRING, STRING_ESC,	/* OSC, DCS, APC, PM, SOS: replies, swallowed */
	OLD_MOUSE,		/* ESC [ M and three bytes, swallowed */
	UTF8,
	PASTE			/* more: bytes of the end mark seen so far */
};

enum { STRING_MAX = 4096, ESC_BYTE = 0x1b, DEL_BYTE = 0x7f };

static const unsigned char paste_end[] = "\033[201~";

void key_init(struct key_decoder *decoder)
{
	decoder->state = GROUND;
	decoder->n = decoder->n_paste = 0;
	decoder->point = 0;
	decoder->more = 0;
}

static bool give(struct key *key, uint32_t code, unsigned mods)
{
	memset(key, 0, sizeof(*key));
	key->code = code;
	key->mods = mods;
	return true;
}

/* The text of a paste without its controls and what is not UTF-8, in place; ends of
 * lines, CR as terminals send them, are line feeds, tabs are blanks. */
static bool give_paste(struct key_decoder *decoder, struct key *key)
{
	char *text = decoder->paste;
	size_t n = decoder->n_paste, at = 0, len = 0, used;
	uint32_t point;
	bool valid;

	while (at < n) {
		used = text_decode(text + at, n - at, &point, &valid);
		if (valid && point >= 0x20 && (point < 0x7f || point >= 0xa0)) {
			memmove(text + len, text + at, used);
			len += used;
		} else if (point == '\t') {	/* parts words */
			text[len++] = ' ';
		} else if (point == '\n' || point == '\r') {
			at += point == '\r' && at + 1 < n && text[at + 1] == '\n';
			text[len++] = '\n';
		}
		at += used;
	}
	text[len] = '\0';
	decoder->state = GROUND;
	give(key, KEY_PASTE, 0);
	key->text = text;
	return true;
}

void key_forget_paste(struct key_decoder *decoder)
{
	explicit_bzero(decoder->paste, decoder->n_paste);
	decoder->n_paste = 0;
}

static void paste_add(struct key_decoder *decoder, const unsigned char *bytes,
		      size_t n)
{
	size_t room = sizeof(decoder->paste) - 1 - decoder->n_paste;

	if (n > room)
		n = room;
	memcpy(decoder->paste + decoder->n_paste, bytes, n);
	decoder->n_paste += n;
}

/* Only the whole end mark ends a paste; half of one was pasted. */
static bool in_paste(struct key_decoder *decoder, unsigned char byte,
		     struct key *key)
{
	if (byte == paste_end[decoder->more]) {
		decoder->more++;
		if (paste_end[decoder->more] != '\0')
			return false;
		return give_paste(decoder, key);
	}
	paste_add(decoder, paste_end, (size_t)decoder->more);
	decoder->more = byte == ESC_BYTE;
	if (!decoder->more)
		paste_add(decoder, &byte, 1);
	return false;
}

static bool control(unsigned char byte, unsigned mods, struct key *key)
{
	switch (byte) {
	case '\r': case '\n':
		return give(key, KEY_ENTER, mods);
	case '\t':
		return give(key, KEY_TAB, mods);
	case 8: case DEL_BYTE:
		return give(key, KEY_BACKSPACE, mods);
	case 0:
		return give(key, ' ', mods | KEY_CTRL);
	default:
		return give(key, byte < 27 ? byte + 'a' - 1u : byte + 0x40u,
			    mods | KEY_CTRL);
	}
}

/* A byte that begins something.  seq[0] keeps the Alt of a long character. */
static bool ground(struct key_decoder *decoder, unsigned char byte,
		   unsigned mods, struct key *key)
{
	decoder->state = GROUND;
	if (byte == ESC_BYTE) {
		decoder->state = ESC;
		return false;
	}
	if (byte < 0x20 || byte == DEL_BYTE)
		return control(byte, mods, key);
	if (byte < 0x80)
		return give(key, byte, mods);
	if (byte < 0xc2 || byte > 0xf4)
		return give(key, 0xfffd, 0);
	decoder->state = UTF8;
	decoder->seq[0] = byte;
	decoder->n = 1;
	decoder->more = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
	decoder->point = mods;
	return false;
}

static bool utf8(struct key_decoder *decoder, unsigned char byte,
		 struct key *key)
{
	uint32_t point;
	bool valid;

	if ((byte & 0xc0) != 0x80)	/* a torn one is dropped */
		return ground(decoder, byte, 0, key);
	decoder->seq[decoder->n++] = byte;
	if (--decoder->more > 0)
		return false;
	decoder->state = GROUND;
	text_decode((const char *)decoder->seq, decoder->n, &point, &valid);
	if (point < 0xa0)		/* C1 in UTF-8 is no character either */
		return false;
	return give(key, point, decoder->point);
}

static bool after_esc(struct key_decoder *decoder, unsigned char byte,
		      struct key *key)
{
	decoder->n = 0;
	switch (byte) {
	case ESC_BYTE:			/* the first was a key */
		return give(key, KEY_ESC, 0);
	case '[':
		decoder->state = CSI;
		return false;
	case 'O':
		decoder->state = SS3;
		return false;
	case ']': case 'P': case '_': case '^': case 'X':
		decoder->state = STRING;
		decoder->seq[0] = byte;
		return false;
	default:
		return ground(decoder, byte, KEY_ALT, key);
	}
}

static bool in_string(struct key_decoder *decoder, unsigned char byte,
		      struct key *key)
{
	if (decoder->state == STRING_ESC) {
		if (byte == '\\') {
			decoder->state = GROUND;
			return false;
		}
		return after_esc(decoder, byte, key);
	}
	decoder->n++;
	if (byte == ESC_BYTE) {
		decoder->state = STRING_ESC;
	} else if (byte == 7 || decoder->n > STRING_MAX) {
		decoder->state = GROUND;
	} else if (byte < 8 || (byte > 13 && byte < 0x20)) {
		return ground(decoder, byte, 0, key);
	}
	return false;
}

/* ESC [ with a control inside was not one: take the control as a key. */
static bool in_csi(struct key_decoder *decoder, unsigned char byte,
		   struct key *key)
{
	bool rxvt = byte == '$' && decoder->n > 0 && decoder->seq[0] != '?';

	if (byte < 0x20)
		return ground(decoder, byte, 0, key);
	if (byte >= DEL_BYTE) {
		decoder->state = GROUND;
		return false;
	}
	if (byte == '[' && decoder->n == 0) {
		decoder->state = CSI_LINUX;
		return false;
	}
	if (byte == 'M' && decoder->n == 0) {
		decoder->state = OLD_MOUSE;
		decoder->more = 3;
		return false;
	}
	if (byte < 0x40 && !rxvt) {
		if (decoder->n < sizeof(decoder->seq) - 1)
			decoder->seq[decoder->n++] = byte;
		return false;
	}
	decoder->state = GROUND;
	decoder->seq[decoder->n] = '\0';
	if (key_csi((const char *)decoder->seq, byte, key) &&
	    key->code != KEY_PASTE)
		return true;
	if (key->code == KEY_PASTE) {
		decoder->state = PASTE;
		decoder->n_paste = 0;
		decoder->more = 0;
	}
	return false;
}

bool key_feed(struct key_decoder *decoder, unsigned char byte, struct key *key)
{
	give(key, KEY_NONE, 0);
	switch (decoder->state) {
	case ESC:
		return after_esc(decoder, byte, key);
	case LATE:
		if (byte == '[')
			return after_esc(decoder, byte, key);
		return ground(decoder, byte, 0, key);
	case CSI:
		return in_csi(decoder, byte, key);
	case CSI_LINUX:
		decoder->state = GROUND;
		return byte >= 'A' && byte <= 'E' &&
		       give(key, KEY_F1 + (uint32_t)(byte - 'A'), 0);
	case SS3:
		if (byte < 0x20)
			return ground(decoder, byte, 0, key);
		decoder->state = GROUND;
		return key_ss3(byte, key);
	case STRING: case STRING_ESC:
		return in_string(decoder, byte, key);
	case OLD_MOUSE:
		if (--decoder->more == 0)
			decoder->state = GROUND;
		return false;
	case UTF8:
		return utf8(decoder, byte, key);
	case PASTE:
		return in_paste(decoder, byte, key);
	default:
		return ground(decoder, byte, 0, key);
	}
}

bool key_pending(const struct key_decoder *decoder)
{
	return decoder->state == ESC || decoder->state == SS3 ||
	       decoder->state == STRING_ESC ||
	       (decoder->state == STRING && decoder->n == 0);
}

bool key_is_ground(const struct key_decoder *decoder)
{
	return decoder->state == GROUND || decoder->state == LATE;
}

/* Silence: the Esc was a key, or it was Alt with O, ], P, _, ^ or X.  After a
 * lone Esc a `[` still begins a sequence: on a slow line Esc and the rest of an
 * arrow come apart, and no key of ours is `[`. */
bool key_timeout(struct key_decoder *decoder, struct key *key)
{
	int state = decoder->state;

	give(key, KEY_NONE, 0);
	if (!key_pending(decoder))
		return false;
	decoder->state = state == ESC ? LATE : GROUND;
	if (state == ESC || state == STRING_ESC)
		return give(key, KEY_ESC, 0);
	return give(key, state == SS3 ? 'O' : decoder->seq[0], KEY_ALT);
}

/* The mark at `at`, if one stands there: 'b' begin, 'e' end, else 0. */
static char mark_at(const unsigned char *bytes, size_t n, size_t at)
{
	const size_t len = sizeof(paste_end) - 1;

	if (n - at < len || bytes[at] != ESC_BYTE)
		return 0;
	if (memcmp(bytes + at, paste_end, len) == 0)
		return 'e';
	return memcmp(bytes + at, "\033[200~", len) == 0 ? 'b' : 0;
}

size_t key_join_paste(unsigned char *bytes, size_t n)
{
	const size_t len = sizeof(paste_end) - 1;
	size_t at = n, to = n;
	char next = 0, mark;

	/* Backwards: an end mark is false if the mark after it is one too. */
	while (at-- > 0) {
		mark = mark_at(bytes, n, at);
		if (mark == 'e' && next == 'e') {
			memmove(bytes + at, bytes + at + len, to - at - len);
			to -= len;
		} else if (mark) {
			next = mark;
		}
	}
	return to;
}
