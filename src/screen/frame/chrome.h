/* chrome.h: what stands around every full page: the tab bar on top, the message
 * line and the hints at the bottom. */
#ifndef SCREEN_FRAME_CHROME_H
#define SCREEN_FRAME_CHROME_H

#include "screen/frame/keys.h"
#include "screen/frame/lines.h"
#include "screen/frame/screen.h"

enum { CHROME_COLS = 40, CHROME_ROWS = 10 };
/* Of a message that has no room: so many cells stay in sight of so many columns, beside
 * the word that :messages has all of it. */
int chrome_message_cols(int cols);

/* A hint that is no binding of the table. */
struct hint { const char *key, *word; };
/* What follows it among hints stands at the end of the line, instead of "? keys", and
 * is never cut; its words shrink to their last one where room is short. */
#define HINTS_KEPT ((struct hint){ "", "" })

/* Draw it; the room left goes to *content.  hints: best first, ends with key
 * NULL; cut to what fits before those that are kept; NULL: chrome_bottom draws
 * them later.  False, with one clear line drawn, where the screen is too small for
 * anything. */
bool chrome_draw(struct screen *screen, struct canvas *canvas,
		 const struct hint *hints, struct area *content);
/* The same with a title on a rule above the content, and words at its right end. */
bool chrome_page(struct screen *screen, struct canvas *canvas,
		 const struct hint *hints, const char *title, const char *right,
		 struct area *content);
/* Only the hints, over what stands there: for pages that lie over others. */
void chrome_hints(struct screen *screen, struct canvas *canvas,
		  const struct hint *hints);
/* Not under a page that lies over this one: the line is that page's. */
void chrome_bottom(struct screen *screen, struct canvas *canvas,
		   const struct hint *hints);
/* More of them where the message line is, if it says nothing and has a line of its
 * own.  They are cut like the others. */
void chrome_quiet(struct screen *screen, struct canvas *canvas,
		  const struct hint *hints);
/* Merged bottom lines: the message hides the hints. */
bool chrome_low(const struct canvas *canvas);
/* With the key that the key map gives it, and its word, or another one; where it has no
 * key the place shows nothing. */
struct hint chrome_hint(enum command command);
struct hint chrome_key(enum command command, const char *word);
/* What is the key then. */
extern const char chrome_no_key[];
/* A rule across the area with a title on it, and words at its right end. */
void chrome_rule(struct canvas *canvas, int row, int col, int cols,
		 const char *title, const char *right, unsigned style);

#endif
