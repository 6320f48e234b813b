/* clicks.c: see clicks.h. */
#include "screen/frame/clicks.h"

#include <stdio.h>

#include "screen/frame/keys.h"

void clicks_add(struct clicks *clicks, int row, int col, int cols, const char *key)
{
	struct key meant;
	struct click *click;

	if (clicks->n == CLICKS || !key_from_name(key, &meant))
		return;
	click = &clicks->v[clicks->n++];
	*click = (struct click){ row, col, cols, "" };
	snprintf(click->key, sizeof(click->key), "%s", key);
}

/* key_said(), which is above this file. */
static const char *key_or(enum command command, const char *name)
{
	const char *key = command_key_name(command);

	return key ? key : name;
}

/* Press here, release there: text was to be selected. */
static void watch_drag(struct pages *pages, struct clicks *clicks,
		       const struct key *mouse)
{
	if (mouse->button != 0)
		return;
	if (mouse->release && clicks->down &&
	    (clicks->row != mouse->row || clicks->col != mouse->col))
		pages_toast(pages, "Selecting text? Hold Shift (Option on a Mac), "
			    "or %s gives the mouse to the terminal; %s shows bare "
			    "text.", key_or(CMD_MOUSE, ":mouse"), key_or(CMD_PLAIN, ":bare-text"));
	clicks->down = !mouse->release;
	clicks->row = mouse->row;
	clicks->col = mouse->col;
}

bool clicks_click(struct clicks *clicks, struct pages *pages,
		  const struct key *mouse, struct key *key)
{
	size_t i;

	watch_drag(pages, clicks, mouse);
	/* The second press of two was not meant for what the first one opened. */
	if (!pages->n || pages->stack[pages->n - 1]->ops->overlay ||
	    mouse->button != 0 || mouse->release || mouse->twice)
		return false;
	for (i = 0; i < clicks->n; i++)
		if (mouse->row == clicks->v[i].row &&
		    mouse->col >= clicks->v[i].col &&
		    mouse->col < clicks->v[i].col + clicks->v[i].cols)
			return key_from_name(clicks->v[i].key, key);
	return false;
}
