/* evidence.c: see evidence.h. */
#include "screen/panel/evidence.h"

#include <stdlib.h>

#include "access/words.h"
#include "base/mem.h"

enum {
	THREE_FROM = 101,	/* cells: a pane for what is said */
	SAID_COLS = 40,
	SAID_FROM = 18		/* rows */
};

/* Of its row in focus. */
static const char *says(struct panel *panel)
{
	const struct seen *seen = app_seen(panel->screen->app);
	struct arena *arena = screen_scratch(panel->screen);
	struct answer answer;
	uint32_t user, project;

	panel_ready(panel);
	if (panel->refused || !panel_has_rows(panel) ||
	    !panel_pair(panel, &user, &project))
		return "";
	access_decide(seen_judged(seen), user, project, arena, &answer);
	return access_sentence(seen, &answer, arena);
}

static void draw_said(struct panel *panel, struct canvas *canvas,
		      const struct area *area, struct panel_places *places)
{
	const char *sentence = says(panel);
	struct area said = *area;

	if (area->cols >= THREE_FROM) {
		places->rows.cols = places->title.cols = area->cols - SAID_COLS - 1;
		said.col += places->rows.cols + 2;
		said.cols -= places->rows.cols + 2;
		canvas_vline(canvas, area->row, said.col - 1, area->rows);
	} else if (area->rows >= SAID_FROM && *sentence) {
		said.rows = canvas_wrap_rows(said.cols - 3, sentence);
		said.row += area->rows - said.rows;
		places->rows.rows -= said.rows + 1;
		canvas_hline(canvas, said.row - 1, said.col, said.cols);
	} else {
		return;
	}
	canvas_wrap(canvas, said.row, said.col + 2, said.rows, said.cols - 3, 0,
		    sentence);
}

void evidence_draw(struct panel **panel, struct screen *screen,
		   const struct thing *subject, struct canvas *canvas,
		   const struct area *area, bool beside, bool keys)
{
	struct panel_places places = { .title = *area, .rows = *area,
				       .rule = !beside };

	if (!*panel) {
		*panel = mem_alloc(sizeof(**panel));
		panel_init(*panel, screen);
		panel_follow(*panel, subject);
	}
	places.title.rows = 1;
	places.rows.row++;
	places.rows.rows--;
	places.rows.cols -= !beside;	/* a margin to the frame */
	if (beside)
		draw_said(*panel, canvas, area, &places);
	panel_draw(*panel, canvas, &places, keys ? PANEL_ROWS : PANEL_NONE, false);
}

void evidence_free(struct panel *panel)
{
	if (panel)
		panel_release(panel);
	free(panel);
}
