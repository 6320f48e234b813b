/* play_caption.c: what a played scenario says below the list, and what refused a step:
 * see desk_play.h. */
#include "screen/console/desk_play.h"

#include <stdio.h>
#include <string.h>

#include "action/scenario/play.h"
#include "base/text.h"
#include "screen/frame/advice.h"
#include "screen/frame/verb.h"

enum {
	LINES_LEAST = 2, LINES_MOST = 8,
	LIST_ROWS = 5, REFUSED_ROWS = 6,	/* left to the list above a strip */
	RULE_ENDS = 10,
	PEOPLE_ROWS = 6		/* of the strip, beside its explanation */
};

/* ---- words -------------------------------------------------------------------------- */

/* What is done with it, as one change: ", and: Add people to a group" */
static void further(const struct scenario_step *step, struct buf *out)
{
	struct options opts = { .format = FORMAT_TEXT };
	const struct action *action;
	struct arena arena = { 0 };
	struct error ignored;
	struct args args;
	size_t i;

	for (i = 0; i < step->n_more; i++) {
		if (!args_parse(step->more[i].n, step->more[i].word, &arena, &action, &args,
				&opts, &ignored))
			continue;
		buf_adds(out, i ? "; " : ", and: ");
		verb_title(action, NULL, out);
	}
	arena_release(&arena);
}

/* "Cleo does: Share Reverse logistics with people and groups" */
static void deed(struct screen *screen, struct buf *out)
{
	const struct seen *seen = app_seen(screen->app);
	struct play_about about = play_about(screen->app, play_last(screen->app));
	struct thing on = desk_play_thing(screen->app, &about.on);
	struct buf bare, named;

	if (!about.action)
		return;
	if (sees_user(seen, about.actor)) {
		const char *who = seen_user_name(seen, about.actor);

		buf_printf(out, "%.*s does: ", (int)strcspn(who, " "), who);
	}
	buf_init(&bare, TOAST_ROOM);
	buf_init(&named, TOAST_ROOM);
	verb_title(about.action, NULL, &bare);
	if (on.kind != THING_NONE)
		verb_title(about.action, thing_name(screen->app, &on), &named);
	if (!named.len || strncmp(buf_text(&named), buf_text(&bare), bare.len) == 0)
		buf_printf(out, "%s%s%s", buf_text(&bare), named.len ? ": " : "",
			   named.len ? thing_name(screen->app, &on) : "");
	else
		buf_adds(out, buf_text(&named));
	further(play_last(screen->app)->step, out);
	buf_release(&bare);
	buf_release(&named);
}

static const char *said(const struct app *app)
{
	const struct play_done *done = play_last(app);

	if (!done)
		return "Right does the next step, Left takes it back. Esc leaves the "
			"scenario; the demo stays.";
	return done->step->say ? done->step->say : "";
}

/* One thought: what is wrong, not the ways round it. */
static void refusal_words(const struct app *app, struct buf *out)
{
	advice_error(&play_last(app)->err, out);
	if (out->len && out->data[0] >= 'a' && out->data[0] <= 'z')
		out->data[0] = (char)(out->data[0] - 'a' + 'A');
}

/* ---- the caption -------------------------------------------------------------------- */

/* As many as the longest step needs: nothing moves from step to step. */
static int lines_of(const struct app *app, int cols)
{
	int most = LINES_LEAST, rows;
	size_t i;

	for (i = 0; i < play_steps(app); i++) {
		const char *say = play_step(app, i)->say;

		rows = say ? canvas_wrap_rows(cols, say) : 0;
		most = rows > most ? rows : most;
	}
	return most < LINES_MOST ? most : LINES_MOST;
}

static void draw_lines(struct screen *screen, struct canvas *canvas, int row,
		       int rows, bool refusal)
{
	const struct play_done *done = play_last(screen->app);
	int cols = canvas->cols - 2, used;
	struct buf text;

	used = canvas_wrap(canvas, row, 1, rows, cols, STYLE_BOLD,
			   said(screen->app));
	if (!done || used >= rows)
		return;
	buf_init(&text, TOAST_ROOM);
	if (done->failure)
		buf_printf(&text, "Not as the scenario expects: %s", done->failure);
	else if (refusal && done->status)
		refusal_words(screen->app, &text);
	canvas_wrap(canvas, row + used, 1, rows - used, cols, STYLE_RED,
		    buf_text(&text));
	buf_release(&text);
}

void desk_play_caption(struct screen *screen, struct canvas *canvas,
		       struct area *area, bool refusal)
{
	int lines, bottom;
	const char *right;
	struct buf left;

	if (!desk_play_on(screen))
		return;
	lines = lines_of(screen->app, canvas->cols - 2) + refusal;
	bottom = area->row + area->rows;
	if (!chrome_low(canvas) && !screen->pages->toast[0])
		bottom++;		/* the message line is free */
	lines = cells_least(lines, canvas->rows / 3);
	area->rows = bottom - lines - 1 - area->row;
	buf_init(&left, TOAST_ROOM);
	deed(screen, &left);
	right = left.len ? play_title(screen->app) : "";
	if (!left.len)
		buf_adds(&left, play_title(screen->app));
	if ((int)(text_width(buf_text(&left)) + text_width(right)) + RULE_ENDS >
	    canvas->cols)
		right = "";		/* it was said at the beginning */
	chrome_rule(canvas, bottom - lines - 1, 0, canvas->cols, buf_text(&left),
		    right, STYLE_BOLD);
	buf_release(&left);
	draw_lines(screen, canvas, bottom - lines, lines, refusal);
}

int desk_play_strip(const struct screen *screen, int rows, int *detail)
{
	const struct play_done *done;

	if (!desk_play_on(screen) || screen->app->acting_as != NOBODY)
		return 0;
	done = play_last(screen->app);
	rows -= done && done->status ? REFUSED_ROWS : LIST_ROWS;
	*detail = rows - PEOPLE_ROWS;
	return rows > 2 * PEOPLE_ROWS ? rows : 0;
}

/* ---- refused ------------------------------------------------------------------------ */

bool desk_play_refusal(struct screen *screen, struct canvas *canvas,
		       const struct area *area)
{
	const struct play_done *done;
	struct buf text;

	if (!desk_play_on(screen))
		return false;
	done = play_last(screen->app);
	if (!done || !done->status)
		return false;
	buf_init(&text, TOAST_ROOM);
	deed(screen, &text);
	canvas_box(canvas, area->row, area->col, area->rows, area->cols,
		   buf_text(&text));
	buf_reset(&text);
	refusal_words(screen->app, &text);
	canvas_lead(canvas, area->row + 1, area->col + 2,
		    canvas_text(canvas, area->row + 1, area->col + 2,
				area->cols - 4, STYLE_BOLD, "! Refused. Nothing "
				"is changed."), STYLE_RED);
	canvas_wrap(canvas, area->row + 2, area->col + 2, area->rows - 3,
		    area->cols - 4, 0, buf_text(&text));
	buf_release(&text);
	canvas_cursor(canvas, area->row + 1, area->col + 2);
	return true;
}

/* ---- hints -------------------------------------------------------------------------- */

size_t desk_play_hints(const struct screen *screen, struct hint *hints)
{
	size_t n = 0;

	if (!desk_play_on(screen))
		return 0;
	if (play_at(screen->app) < play_steps(screen->app))
		hints[n++] = (struct hint){ "Right", "next step" };
	if (play_at(screen->app))
		hints[n++] = (struct hint){ "Left", "back" };
	hints[n++] = (struct hint){ "Esc", "leave" };
	if (play_at(screen->app))
		hints[n++] = (struct hint){ "Home", "first" };
	if (play_at(screen->app) < play_steps(screen->app))
		hints[n++] = (struct hint){ "End", "last" };
	return n;
}
