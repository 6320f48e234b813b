/* panel_priv.h: what the files of the panel ask of each other. */
#ifndef SCREEN_PANEL_PANEL_PRIV_H
#define SCREEN_PANEL_PANEL_PRIV_H

#include "screen/panel/panel.h"

/* panel_rows.c */
void panel_load(struct panel *panel);
/* Keep what was there as what to compare with. */
void panel_keep(struct panel *panel);

/* panel_table.c */
/* No rows, no counts, and no refusal: that was said of another subject. */
void panel_empty(struct panel *panel);
/* Changed, downgraded, others; how many of them are shown. */
void panel_arrange(struct panel *panel);
/* Who is reached, who downgraded, what moved. */
void panel_count(struct panel *panel);

/* panel_row.c */
void panel_room(struct panel *panel, size_t n);	/* for so many rows, of none */
void panel_add(struct panel *panel, uint32_t who, unsigned granted, unsigned effective);
/* The row of all with this number; all of it, its id, its effective level. */
struct panel_row panel_row(const struct panel *panel, size_t row);
uint64_t panel_row_id(const struct panel *panel, size_t row);
uint8_t panel_level(const struct panel *panel, size_t row);
bool panel_is_held(const struct panel *panel, size_t row);
bool panel_attends(const struct panel *panel, size_t row);	/* moved, or held */
enum panel_rank { PANEL_MOVED, PANEL_DOWN, PANEL_PLAIN, PANEL_RANKS };
enum panel_rank panel_rank(const struct panel *panel, uint32_t who);

/* panel_state.c */
/* panel->now: nobody has anything; of people or projects. */
void panel_state_begin(struct panel *panel, enum thing_kind kind, bool caps);
void panel_state_copy(struct panel_state *to, const struct panel_state *from);
void panel_state_drop(struct panel_state *state);
/* panel->was: what the rows of now had then; a row that was not there had nothing. */
void panel_state_compare(struct panel *panel, const struct panel_state *base);

/* panel_why.c */
/* Of a row of an asset project is NOBODY. */
void panel_pair_of(const struct panel *panel, const struct panel_row *row,
		   uint32_t *user, uint32_t *project);
/* Why a row (of all) is what it is. */
void panel_why(struct panel *panel, size_t row, struct buf *out);
void panel_asset_why(struct panel *panel, const struct panel_row *row, struct buf *out);

/* panel_lines.c */
enum { PANEL_HELD = LEVELS + 1 };	/* the line of those held; else 1 + level */
/* Owners and the web visitor are singled out, and whatever moved or is held. */
struct panel_single {
	const struct seen *seen;	/* where the subject is a person */
	uint32_t subject, owner;	/* owner: of a project; or NOBODY */
};
struct panel_single panel_single(const struct panel *panel);
bool panel_stands_alone(const struct panel *panel, const struct panel_single *single,
			size_t row);
bool panel_is_open(const struct panel *panel, uint8_t fold);
/* Are rows that need no attention to stand as one line? */
bool panel_folds(const struct panel *panel);
/* The lines, where the first rows moved, those up to `held` are held, and no others than
 * the first `all` are wanted. */
void panel_line_up(struct panel *panel, size_t changed, size_t held, size_t all);

/* panel_fold.c */
/* "24 can view", and "workspace". */
void panel_fold_name(const struct panel *panel, const struct panel_line *line,
		     struct buf *out);
void panel_fold_text(struct panel *panel, const struct panel_line *line,
		     struct buf *out);
void panel_fold_lines(struct panel *panel, const struct panel_line *line,
		      struct lines *out);

/* panel_tally.c: as far as it is counted: the panel is loaded again when there is more.
 * now: all of it. */
const struct panel_tally *panel_tally(struct panel *panel, uint32_t asset, bool now);
void panel_tally_drop(struct panel *panel);	/* other facts, another subject */

/* panel_asset.c */
const struct list_column *panel_asset_columns(struct screen *screen,
					      const struct thing *asset,
					      size_t *n);
void panel_asset_load(struct panel *panel, uint32_t asset);
void panel_asset_cell(struct panel *panel, const struct panel_row *row, size_t column,
		      struct buf *out, unsigned *style);
/* NOBODY if no project that is there imports it. */
uint32_t panel_asset_project(struct panel *panel, uint32_t user);

#endif
