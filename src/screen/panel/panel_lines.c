/* panel_lines.c: the lines of the panel: rows that need attention stand alone, the others
 * as one line for each level.  Where there is hardly any room those held fold, too. */
#include "base/mem.h"
#include "screen/panel/panel_priv.h"

enum { LOW_ROOM = 8, BELOW_HELD = 2 };	/* lines; kept for what comes after those held */

bool panel_folds(const struct panel *panel)
{
	return !panel->unfolded && !panel->only_down && !panel->only_changed &&
		!panel->list.sorted && filter_empty(&panel->list.filter);
}

bool panel_stands_alone(const struct panel *panel, uint32_t subject,
			 const struct panel_row *row)
{
	const struct seen *seen = app_seen(panel->screen->app);

	if (row->changed || row->effective < row->granted || row->who == ANYONE ||
	    row->who == panel->alone)
		return true;
	if (panel->subject.kind == THING_PROJECT)
		return seen_project(seen, subject)->owner == row->who;
	return panel->subject.kind == THING_USER &&
		seen_project(seen, row->who)->owner == subject;
}

static void put(struct panel *panel, size_t row, uint8_t fold, size_t n)
{
	panel->lines = mem_grow(panel->lines, panel->n, &panel->cap_lines,
				sizeof(*panel->lines));
	panel->lines[panel->n++] = (struct panel_line){
		.row = (uint32_t)row, .n = (uint32_t)n, .fold = fold };
}

bool panel_is_open(const struct panel *panel, uint8_t fold)
{
	return panel->open & 1u << fold;
}

/* Those held, from..to, of which a low panel shows the first. */
static void put_held(struct panel *panel, size_t from, size_t to)
{
	size_t room = panel->room, shown = to, i;

	if (room && room < LOW_ROOM && to >= room)
		shown = from + (room > from + BELOW_HELD ? room - from - BELOW_HELD : 1);
	if (shown + 1 >= to)
		shown = to;
	for (i = from; i < shown; i++)
		put(panel, i, 0, 0);
	if (shown < to)
		put(panel, shown, PANEL_HELD, to - shown);
	for (; i < to && panel_is_open(panel, PANEL_HELD); i++)
		put(panel, i, 0, 0);
}

/* Whoever is the only one of a level needs no line to open. */
static void put_level(struct panel *panel, uint32_t subject, size_t from, int level)
{
	uint8_t fold = (uint8_t)(level + 1);
	size_t i, n = 0, first = 0;

	for (i = panel->n_all; i-- > from;)
		if (panel->rows[i].effective == level &&
		    !panel_stands_alone(panel, subject, &panel->rows[i])) {
			first = i;
			n++;
		}
	if (n > 1)
		put(panel, first, fold, n);
	for (i = first; n && i < panel->n_all && (n == 1 || panel_is_open(panel, fold)); i++)
		if (panel->rows[i].effective == level &&
		    !panel_stands_alone(panel, subject, &panel->rows[i]))
			put(panel, i, 0, 0);
}

void panel_line_up(struct panel *panel, size_t changed, size_t held, size_t all)
{
	uint32_t subject = thing_number(panel->screen->app, &panel->subject);
	bool folds = panel_folds(panel);
	size_t i;
	int level;

	panel->n = 0;
	panel->folded = folds;
	for (i = 0; i < (folds ? changed : all); i++)
		put(panel, i, 0, 0);
	if (!folds)
		return;
	put_held(panel, changed, held);
	for (i = held; i < all; i++)
		if (panel_stands_alone(panel, subject, &panel->rows[i]))
			put(panel, i, 0, 0);
	for (level = LEVELS - 1; level >= 0; level--)
		put_level(panel, subject, held, level);
}
