/* input.h: a line of text being typed. */
#ifndef UI_INPUT_H
#define UI_INPUT_H

#include "ui/canvas.h"
#include "ui/key.h"

enum { INPUT_MAX = 1024 };

struct input {
	char text[INPUT_MAX];
	size_t n, at;		/* bytes; at is on a character border */
	bool secret;		/* drawn as eight stars */
};

void input_set(struct input *input, const char *text);
/* Characters, paste, arrows, Home/End, Backspace/Del, Ctrl-A E U K W.
 * True if used. */
bool input_key(struct input *input, const struct key *key);
/* Draws and, if focused, puts the cursor; scrolled with < and > at the ends. */
void input_draw(const struct input *input, struct canvas *canvas, int row,
		int col, int width, bool focused);

#endif
