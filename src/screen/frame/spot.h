/* spot.h: where something is set: a line of a dialog. */
#ifndef SCREEN_FRAME_SPOT_H
#define SCREEN_FRAME_SPOT_H

#include "screen/frame/thing.h"

struct action;

struct spot {
	struct thing thing;		/* the subject of the dialog */
	const struct action *action;	/* that opens it; NULL: the row of the thing */
	const char *field;		/* of the form; static; NULL: its first */
	char row[THING_ID + 4];		/* of a field of rows, as finder.h has it; "" */
};

#endif
