/* ladder_lines.c: see ladder_lines.h. */
#include "screen/panel/ladder_lines.h"

#include "access/ladder.h"
#include "screen/panel/spots.h"

enum { TRACK_LIMIT = 4096 };

/* Where it is set, and for a group also who is in it. */
static void lead(struct lines *lines, struct line *line, const struct rung *rung,
		 const struct answer *a, const struct app *app)
{
	line->spot = spot_of_rung(app, a, rung, &lines->arena);
	line->link = line->spot->thing;
	if (rung->home == HOME_GROUP && rung->kind != RUNG_NEAR)
		line->other = spot_of_member(app, rung->number, a->user, &lines->arena);
}

static struct line *rung_line(struct lines *lines, const struct ladder_form *form,
			      const struct rung *rung)
{
	struct line *line = lines_pair(lines, form->name, rung->name, "%s", rung->note);
	struct buf track;

	buf_init(&track, TRACK_LIMIT);
	ladder_track(form, rung, &track, &line->middle_plain);
	line->middle = arena_strdup(&lines->arena, buf_text(&track));
	buf_release(&track);
	line->middle_cols = form->track;
	if (rung->kind == RUNG_LIMIT)
		line->middle_style = STYLE_RED | STYLE_BOLD;
	else if (rung->kind == RUNG_END)
		line->label_style = line->middle_style = STYLE_BOLD;
	return line;
}

static void head_line(struct lines *lines, const struct ladder_form *form)
{
	struct line *line = lines_pair(lines, form->name, "", "%s", "");
	struct buf head;

	buf_init(&head, TRACK_LIMIT);
	ladder_head(form, &head);
	line->middle = arena_strdup(&lines->arena, buf_text(&head));
	line->middle_cols = form->track;
	buf_release(&head);
}

void ladder_lines(struct lines *lines, const struct seen *seen, const struct answer *a,
		  int cols, const struct app *app)
{
	struct arena arena = { 0 };
	struct ladder_form form;
	struct ladder ladder;
	struct line *line;
	uint32_t i;

	ladder_make(seen, a, &arena, &ladder);
	form = ladder_fit(&ladder, cols - LINES_MARK - 1);
	if (form.level)
		head_line(lines, &form);
	for (i = 0; i < ladder.n; i++) {
		line = rung_line(lines, &form, &ladder.v[i]);
		if (app)
			lead(lines, line, &ladder.v[i], a, app);
	}
	arena_release(&arena);
}
