/* theme.h: what colours a screen is drawn in.  A theme is a file of data/themes: its
 * name is its own name, its lines are
 *	about  what it is, in a few words
 *	ground 234		the colours are numbers of xterm's 256, 16 .. 255,
 *	text   253		whose values are the same in every terminal; red (1)
 *	held   210		may stand without a ground, in the terminal's own
 *	focus  234 on 153	instead of reverse
 *	mono			no colour
 * A ground of its own needs text, held and focus, each at least THEME_CONTRAST to 1
 * on what it stands on (SCREENS 4.1; WCAG 2.1, relative luminance). */
#ifndef UI_THEME_H
#define UI_THEME_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

#define THEME_CONTRAST 4.5

enum { THEME_OWN = -1 };	/* the terminal's */

struct theme {
	char name[24], about[64];
	short ground, text, held, focus_text, focus_ground;	/* or THEME_OWN */
	bool mono;
};

/* Those that are built in, by name. */
size_t theme_count(void);
const struct theme *theme_at(size_t i);
/* The one called so, else NULL.  "auto" is light or dark by COLORFGBG (its last number
 * is the ground: 7 and 15 are light), default where that says nothing. */
const struct theme *theme_find(const char *name);
/* ERROR_INVALID names the line; *out is whole only where this is true. */
bool theme_read(const char *name, const char *text, struct theme *out,
		struct error *err) MUST_CHECK;

/* Red, green and blue of one of xterm's 256, each 0 .. 255. */
void theme_rgb(short colour, unsigned char rgb[3]);
/* 1 .. 21 of two colours, whichever way round. */
double theme_contrast(const unsigned char one[3], const unsigned char other[3]);

#endif
