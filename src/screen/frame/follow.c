/* follow.c: see follow.h. */
#include "screen/frame/follow.h"
#include "screen/frame/keymap.h"

void follow_line(struct screen *screen, const struct lines *lines)
{
	const struct line *line = lines_current(lines);

	if (!line)
		screen_refuse(screen, "This line leads nowhere.");
	else if (line->spot)
		screen->go = (struct go){ .kind = GO_SPOT, .spot = *line->spot };
	else
		screen->go = (struct go){ .kind = GO_ROW, .thing = line->link };
}

void follow_other(struct screen *screen, const struct lines *lines)
{
	const struct line *line = lines_current(lines);

	if (line && line->other)
		screen->go = (struct go){ .kind = GO_SPOT, .spot = *line->other };
	else
		screen_refuse(screen, "%s goes from a line with a group to its members.",
			      key_said(CMD_OTHER));
}
