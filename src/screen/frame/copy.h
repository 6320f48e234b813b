/* copy.h: text for elsewhere: into the clipboard of the person's terminal, or bare on
 * the screen for the terminal's own selection; and the mouse given back to it. */
#ifndef SCREEN_FRAME_COPY_H
#define SCREEN_FRAME_COPY_H

#include "screen/frame/keys.h"
#include "screen/frame/lines.h"
#include "screen/frame/screen.h"

/* Send it, and say what went: "the row of Revenue model". */
void copy_text(struct screen *screen, const char *what, const char *text);
/* The page of bare text; the mouse is the terminal's until a key returns. */
void plain_text_go(struct screen *screen, const char *text);
/* The lines of a text, which is cut into them; free them. */
const char **text_lines(char *text, size_t *n);
/* Give the mouse away, or take it (m). */
void mouse_toggle(struct screen *screen);

/* CMD_COPY, CMD_PLAIN, CMD_MOUSE for a page of lines; false: none of these. */
bool copy_command(struct screen *screen, enum command command, const char *what,
		  const struct lines *lines);
/* Lines as text, a line each, labels before their text. */
void lines_text(const struct lines *lines, struct buf *out);

#endif
