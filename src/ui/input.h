/* input.h: a line of text being typed, or several lines. */
#ifndef UI_INPUT_H
#define UI_INPUT_H

#include "ui/canvas.h"
#include "ui/key.h"

enum { INPUT_MAX = 1024 };

struct input {
	char text[INPUT_MAX];
	size_t n, at;		/* bytes; at is on a character border */
	bool secret;		/* drawn as eight stars */
	bool lines;		/* several: Enter begins the next, Up and Down go
				 * between them; Enter on a last empty one is not used */
};

void input_set(struct input *input, const char *text);
/* Characters, paste, arrows, Home/End, Backspace/Del, Ctrl-A E U K W.
 * True if used. */
bool input_key(struct input *input, const struct key *key);
/* The lines there are, and which one the cursor is on. */
size_t input_lines(const struct input *input, size_t *at);
/* The cursor is on a last line that is empty: Enter goes on. */
bool input_at_end(const struct input *input);
/* One of the lines (empty: there is none), as an input of its own; its cursor is this
 * one's, if that is there. */
void input_take_line(const struct input *input, size_t line, struct input *out);
/* One line.  Draws and, if focused, puts the cursor; scrolled with < and > at the ends. */
void input_draw(const struct input *input, struct canvas *canvas, int row,
		int col, int width, bool focused);

#endif
