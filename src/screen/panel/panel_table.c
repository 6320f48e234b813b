/* panel_table.c: the rows of the panel as a table: added, counted, put in order. */
#include "screen/panel/panel_priv.h"

#include <stdlib.h>

#include "base/mem.h"

void panel_empty(struct panel *panel)
{
	panel->n = panel->n_all = panel->reached = panel->downgraded = 0;
	panel->changed = panel->up = panel->down = panel->elsewhere = 0;
	panel->refused = NULL;
}

void panel_add(struct panel *panel, enum thing_kind kind,
	       const struct panel_row *row)
{
	panel->rows = mem_grow(panel->rows, panel->n_all, &panel->cap,
			       sizeof(*panel->rows));
	panel->rows[panel->n_all] = *row;
	panel->rows[panel->n_all++].id = thing_hash_of(panel->screen->app, kind,
						       row->who);
}

void panel_count(struct panel *panel)
{
	size_t i;

	for (i = 0; i < panel->n_all; i++) {
		const struct panel_row *row = &panel->rows[i];

		if (row->who == ANYONE)
			continue;
		panel->reached += row->effective > 0;
		panel->downgraded += row->effective < row->granted;
	}
}

static int rank_of(const struct panel_row *row)
{
	return row->changed ? 0 : row->effective < row->granted ? 1 : 2;
}

/* Each in the order it came, but for who was asked for. */
static size_t sort_rank(const struct panel *panel, int rank, struct panel_row *out)
{
	size_t i, n = 0;
	int pass;

	for (pass = 0; pass < 2; pass++)
		for (i = 0; i < panel->n_all; i++)
			if (rank_of(&panel->rows[i]) == rank &&
			    (panel->rows[i].who == panel->alone) == (pass == 0))
				out[n++] = panel->rows[i];
	return n;
}

void panel_arrange(struct panel *panel)
{
	struct panel_row *sorted = mem_array(panel->n_all + 1, sizeof(*sorted));
	size_t n = 0, upto[3];
	int rank;

	for (rank = 0; rank < 3; rank++)
		upto[rank] = n += sort_rank(panel, rank, sorted + n);
	free(panel->rows);
	panel->rows = sorted;
	panel->cap = panel->n_all + 1;
	list_forget(&panel->list);
	panel_line_up(panel, upto[0], upto[1],
		      upto[panel->only_changed ? 0 : panel->only_down ? 1 : 2]);
}
