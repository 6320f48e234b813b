/* key_code.c: what the sequences of terminals mean. */
#include <string.h>

#include "base/attr.h"
#include "ui/key_priv.h"

enum { PARAMS = 6, PARAM_MAX = 0x10ffff };

struct params {
	char prefix;		/* ? > < = or 0 */
	uint32_t value[PARAMS];
	uint32_t event;		/* after the colon of the modifiers: 3 release */
	size_t n;
};

static struct params parse(const char *s)
{
	struct params p = { 0 };
	size_t sub = 0;

	if (*s && strchr("?><=", *s))
		p.prefix = *s++;
	if (*s)
		p.n = 1;
	for (; *s; s++) {
		if (*s == ';') {
			if (p.n == PARAMS)
				break;
			p.n++;
			sub = 0;
		} else if (*s == ':') {
			sub++;
		} else if (*s >= '0' && *s <= '9') {
			uint32_t *to = sub == 0 ? &p.value[p.n - 1] : &p.event;

			if (sub == 0 || (sub == 1 && p.n == 2))
				*to = *to * 10 + (uint32_t)(*s - '0');
			if (*to > PARAM_MAX)
				*to = PARAM_MAX;
		}
	}
	return p;
}

/* 1 + bits: 1 Shift, 2 Alt, 4 Ctrl; Meta (8 and 32) counts as Alt. */
static unsigned modifiers(const struct params *p)
{
	uint32_t bits = p->n >= 2 && p->value[1] ? p->value[1] - 1 : 0;

	return (bits & 1 ? KEY_SHIFT : 0u) | (bits & 42 ? KEY_ALT : 0u) |
	       (bits & 4 ? KEY_CTRL : 0u);
}

static bool set(struct key *key, uint32_t code, unsigned mods)
{
	key->code = code;
	key->mods = mods;
	return code != KEY_NONE;
}

/* Sent as a number: CSI-u and modifyOtherKeys. */
static bool numbered(uint32_t code, unsigned mods, struct key *key)
{
	switch (code) {
	case 27: return set(key, KEY_ESC, mods);
	case 13: return set(key, KEY_ENTER, mods);
	case 127: case 8: return set(key, KEY_BACKSPACE, mods);
	case 9:
		if (mods & KEY_SHIFT)
			return set(key, KEY_BACKTAB, mods & ~(unsigned)KEY_SHIFT);
		return set(key, KEY_TAB, mods);
	default: break;
	}
	/* below a blank, C1 and the private keys of kitty: nothing of ours */
	if (code < 0x20 || (code >= 0x7f && code < 0xa0) ||
	    (code >= 0xd800 && code < 0xf900) || code >= PARAM_MAX)
		return false;
	if (mods & KEY_CTRL && code >= 'A' && code <= 'Z')
		code |= 0x20;
	else if (mods == KEY_SHIFT && code >= 'a' && code <= 'z')
		code &= ~0x20u;
	return set(key, code, mods & ~(unsigned)KEY_SHIFT);
}

static bool tilde(const struct params *p, unsigned mods, struct key *key)
{
	static const uint32_t code[] = {
		[1] = KEY_HOME, [2] = KEY_INSERT, [3] = KEY_DELETE,
		[4] = KEY_END, [5] = KEY_PGUP, [6] = KEY_PGDN,
		[7] = KEY_HOME, [8] = KEY_END,
		[11] = KEY_F1, [12] = KEY_F2, [13] = KEY_F3, [14] = KEY_F4,
		[15] = KEY_F5, [17] = KEY_F6, [18] = KEY_F7, [19] = KEY_F8,
		[20] = KEY_F9, [21] = KEY_F10, [23] = KEY_F11, [24] = KEY_F12
	};
	uint32_t number = p->value[0];

	if (number == 27 && p->n >= 3)
		return numbered(p->value[2], mods, key);
	if (number == 200)
		key->code = KEY_PASTE;
	if (number >= COUNT_OF(code) || code[number] == 0)
		return false;
	return set(key, code[number], mods);
}

/* ESC [ < button ; column ; row M or m (release) */
static bool mouse(const struct params *p, bool release, struct key *key)
{
	uint32_t bits = p->value[0];

	if (p->n < 3 || bits & 32 || p->value[1] == 0 || p->value[2] == 0)
		return false;		/* motion, or nonsense */
	key->button = (int)(bits & ~28u);
	key->col = (int)p->value[1] - 1;
	key->row = (int)p->value[2] - 1;
	key->release = release;
	return set(key, KEY_MOUSE, (bits & 4 ? KEY_SHIFT : 0u) |
		   (bits & 8 ? KEY_ALT : 0u) | (bits & 16 ? KEY_CTRL : 0u));
}

static uint32_t letter(unsigned char final)
{
	switch (final) {
	case 'A': return KEY_UP;
	case 'B': return KEY_DOWN;
	case 'C': return KEY_RIGHT;
	case 'D': return KEY_LEFT;
	case 'F': return KEY_END;
	case 'H': return KEY_HOME;
	case 'P': return KEY_F1;
	case 'Q': return KEY_F2;
	case 'R': return KEY_F3;
	case 'S': return KEY_F4;
	default: return KEY_NONE;
	}
}

bool key_csi(const char *params, unsigned char final, struct key *key)
{
	struct params p = parse(params);
	unsigned mods = modifiers(&p);

	if (p.prefix == '<' && (final == 'M' || final == 'm'))
		return mouse(&p, final == 'm', key);
	if (p.prefix || p.event == 3)
		return false;		/* a reply; a key let go */
	switch (final) {
	case '~': return tilde(&p, mods, key);
	case '^': return tilde(&p, KEY_CTRL, key);	/* rxvt */
	case '$': return tilde(&p, KEY_SHIFT, key);
	case '@': return tilde(&p, KEY_CTRL | KEY_SHIFT, key);
	case 'u': return numbered(p.value[0], mods, key);
	case 'Z': return set(key, KEY_BACKTAB, mods & ~(unsigned)KEY_SHIFT);
	case 'a': case 'b': case 'c': case 'd':		/* rxvt */
		return p.n == 0 && set(key, letter(final & 0xdf), KEY_SHIFT);
	case 'R':			/* or where the cursor is */
		if (p.n >= 2)
			return false;
		break;
	default: break;
	}
	return set(key, letter(final), mods);
}

bool key_ss3(unsigned char final, struct key *key)
{
	if (final == 'M')
		return set(key, KEY_ENTER, 0);
	if (final >= 'a' && final <= 'd')		/* rxvt */
		return set(key, letter(final & 0xdf), KEY_CTRL);
	if (final >= 'j' && final <= 'y')		/* the keypad */
		return set(key, (uint32_t)"*+,-./0123456789"[final - 'j'], 0);
	if (final == 'X')
		return set(key, '=', 0);
	return set(key, letter(final), 0);
}
