/* panel_table.c: the rows of the panel as a table: counted, put in order. */
#include "screen/panel/panel_priv.h"

#include <stdlib.h>

#include "base/mem.h"

void panel_empty(struct panel *panel)
{
	panel->n = panel->n_all = panel->reached = panel->downgraded = 0;
	panel->changed = panel->up = panel->down = panel->elsewhere = 0;
	panel->refused = NULL;
	panel_state_drop(&panel->was);
}

static void count_changed(struct panel *panel, size_t i)
{
	struct panel_row row = panel_row(panel, i);

	panel->changed += row.changed;
	panel->up += row.effective > row.was ||
		(row.effective == row.was && row.caps < row.was_caps);
	panel->down += row.effective < row.was ||
		(row.effective == row.was && row.caps > row.was_caps);
}

void panel_count(struct panel *panel)
{
	size_t i;

	for (i = 0; i < panel->n_all; i++) {
		enum panel_rank rank = panel_rank(panel, panel->who[i]);

		if (rank == PANEL_MOVED)
			count_changed(panel, i);
		if (panel->who[i] == ANYONE)
			continue;
		panel->reached += panel_level(panel, i) > 0;
		panel->downgraded += panel_is_held(panel, i);
	}
}

/* Each in the order it came, but for who was asked for. */
void panel_arrange(struct panel *panel)
{
	uint32_t *sorted = mem_array(panel->n_all + 1, sizeof(*sorted)), who;
	size_t upto[PANEL_RANKS] = { 0 }, at[PANEL_RANKS + 1] = { 0 }, i;
	bool alone = false;

	for (i = 0; i < panel->n_all; i++) {
		upto[panel_rank(panel, panel->who[i])]++;
		alone = alone || panel->who[i] == panel->alone;
	}
	for (i = 0; i < PANEL_RANKS; i++)
		at[i + 1] = upto[i] += at[i];
	if (alone)
		sorted[at[panel_rank(panel, panel->alone)]++] = panel->alone;
	for (i = 0; i < panel->n_all; i++) {
		who = panel->who[i];
		if (who != panel->alone)
			sorted[at[panel_rank(panel, who)]++] = who;
	}
	free(panel->who);
	panel->who = sorted;
	panel->cap = panel->n_all + 1;
	list_forget(&panel->list);
	panel_line_up(panel, upto[PANEL_MOVED], upto[PANEL_DOWN],
		      upto[panel->only_changed ? PANEL_MOVED :
			   panel->only_down ? PANEL_DOWN : PANEL_PLAIN]);
}
