/* question.h: a question over what is on the screen, answered by y; where more than a
 * key is wanted, by a word to type. */
#ifndef SCREEN_FRAME_QUESTION_H
#define SCREEN_FRAME_QUESTION_H

#include "screen/frame/screen.h"

struct ask {
	const char *title;	/* "Drop what was tried?" */
	const char *text;	/* what comes of it */
	const char *yes;	/* what y does: "drop all 3 steps" */
	const char *type;	/* this word instead of y; NULL: y will do */
	/* After the question has gone from the screen. */
	void (*run)(struct screen *screen);
};

/* The handler's answer, like all that is called so: the question. */
void ask_go(struct screen *screen, const struct ask *ask);

#endif
