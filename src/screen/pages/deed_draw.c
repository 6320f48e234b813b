/* deed_draw.c: the frame of a deed, its foot, and where the parts stand. */
#include <stdio.h>

#include "base/text.h"
#include "screen/frame/chrome.h"
#include "screen/pages/deed.h"
#include "screen/panel/evidence.h"
#include "screen/preview/abreast.h"

enum {
	LOW = 20,		/* rows of the screen: below it no line is given away */
	INPUT_LEAST = 16,	/* cells */
	BUTTON_GAP = 3, ROWS_KEPT = 5, ROWS_LOW = 3, WORDS_LEAST = 1
};

/* ---- the foot ------------------------------------------------------------------------ */

static void ask_text(const struct deed *deed, int cols, char *out, size_t size)
{
	snprintf(out, size, "Type %s%s:", deed->name, cols < 60 ? "" :
		 " to go on");
}

/* The name and where it is typed, on one row if both fit. */
static int name_rows(const struct deed *deed, int cols, bool low)
{
	char ask[300];

	if (!*deed->name)
		return 0;
	ask_text(deed, cols, ask, sizeof(ask));
	return low || (int)text_width(ask) + INPUT_LEAST <= cols ? 1 :
		1 + canvas_wrap_rows(cols, ask);
}

static void draw_name(struct deed *deed, struct canvas *canvas,
		      const struct area *at, int rows)
{
	int col = at->col, row = at->row, room = at->cols - 2;
	char ask[300];

	ask_text(deed, at->cols, ask, sizeof(ask));
	if (rows > 1) {
		row += canvas_wrap(canvas, row, col, rows - 1, at->cols,
				   STYLE_BOLD, ask);
	} else {
		room = cells_least((int)text_width(ask), at->cols - INPUT_LEAST);
		canvas_text(canvas, row, col, room, STYLE_BOLD, ask);
		col += room + 1;
		room = cells_most(4, at->cols - room - 3);
	}
	canvas_text(canvas, row, col, 1, STYLE_BOLD, "[");
	canvas_text(canvas, row, col + room + 1, 1, STYLE_BOLD, "]");
	input_draw(&deed->typed, canvas, row, col + 1, room,
		   deed->at == DEED_NAME);
}

static void draw_button(struct canvas *canvas, int row, int col,
			const char *text, bool on, bool awake)
{
	canvas_text(canvas, row, col, (int)text_width(text), on ? STYLE_BOLD |
		    STYLE_REVERSE : awake ? STYLE_BOLD : 0, text);
	if (on)
		canvas_cursor(canvas, row, col + 2);
}

static void draw_buttons(struct deed *deed, struct canvas *canvas,
			 const struct area *at)
{
	char no[40], yes[120] = "";
	int n, n_yes, col;

	snprintf(no, sizeof(no), "[ %s  Esc ]", deed->no);
	if (*deed->yes)
		snprintf(yes, sizeof(yes), "[ %s ]%s", deed->yes,
			 *deed->name && !deed_ready(deed) ?
			 " (wakes when it is typed)" : "");
	n = (int)text_width(no);
	n_yes = (int)text_width(yes);
	if (n + BUTTON_GAP + n_yes > at->cols) {
		snprintf(yes, sizeof(yes), "[ %s ]", deed->yes);
		n_yes = (int)text_width(yes);
	}
	col = at->col + cells_most(0, (at->cols - n -
				       (n_yes ? BUTTON_GAP + n_yes : 0)) / 2);
	deed->cancel.row = deed->go.row = at->row;
	deed->cancel.col = col;
	deed->cancel.cols = n;
	deed->go.col = col + n + BUTTON_GAP;
	deed->go.cols = n_yes;
	draw_button(canvas, at->row, col, no, deed->at == DEED_NO, true);
	if (n_yes)
		draw_button(canvas, at->row, deed->go.col, yes,
			    deed->at == DEED_YES, deed_ready(deed));
}

/* Rows of what stands below: the way back, the name, the buttons. */
static int foot_rows(const struct deed *deed, int cols, bool low)
{
	return (*deed->way_back && !low ? canvas_wrap_rows(cols,
							   deed->way_back) : 0) +
		name_rows(deed, cols, low) + 1;
}

static void draw_foot(struct deed *deed, struct canvas *canvas,
		      struct area at, bool low)
{
	int rows;

	if (*deed->way_back && !low) {
		rows = canvas_wrap(canvas, at.row, at.col, at.rows - 1, at.cols,
				   *deed->mark ? STYLE_RED | STYLE_BOLD : 0,
				   deed->way_back);
		at.row += rows;
		at.rows -= rows;
	}
	if (*deed->name) {
		rows = name_rows(deed, at.cols, low);
		draw_name(deed, canvas, &at, rows);
		at.row += rows;
	}
	draw_buttons(deed, canvas, &at);
}

/* ---- the parts ------------------------------------------------------------------------- */

static void draw_words(struct deed *deed, struct canvas *canvas,
		       const struct area *at)
{
	struct lines *words = &deed->consequence.words;

	words->drawn = (struct area){ at->row, at->col, 0, at->cols };
	if (at->rows > 0)
		lines_draw(words, canvas, at, false);
}

static bool has_evidence(const struct deed *deed)
{
	const struct consequence *consequence = &deed->consequence;

	return !consequence->n && !consequence->lines.n &&
		deed->subject.kind != THING_NONE;
}

/* Where all that can be said is said in words, nothing more stands below them. */
static int below_rows(struct deed *deed, int cols)
{
	struct consequence *consequence = &deed->consequence;

	return !*deed->yes && !consequence->n && !consequence->lines.n ? 0 :
		consequence_rows(consequence, cols);
}

static void draw_beside(struct deed *deed, struct canvas *canvas,
			const struct area *area)
{
	struct screen *screen = deed->screen;
	const char *name = deed->subject.kind == THING_NONE ? "" :
		thing_name(screen->app, &deed->subject);

	canvas_vline(canvas, area->row, area->col - 1, area->rows);
	if (has_evidence(deed))
		evidence_draw(&deed->evidence, screen, &deed->subject, canvas,
			      area, true, false);
	else if (below_rows(deed, area->cols))
		abreast_draw(&deed->consequence, canvas, area, name, deed->doing);
}

static bool loses(const struct consequence *consequence)
{
	return consequence->n && consequence->v[0].mark <= CONSEQUENCE_LOSES;
}

/* The key by which one gets to everybody. */
static const char *list_key_name(const struct deed *deed)
{
	const char *name = deed->at == DEED_NAME ? NULL : command_key_name(CMD_FULL_LIST);

	return name ? name : "F9";
}

/* The words get what they need, as long as those who lose are seen; where there is
 * little room they stand below them. */
static void draw_below(struct deed *deed, struct canvas *canvas,
		       const struct abreast *at, int foot, bool low)
{
	struct consequence *consequence = &deed->consequence;
	struct area words = { at->inside.row, at->box.col,
			      at->inside.rows - foot, at->box.cols - 2 };
	struct area rows = { words.row, at->box.col + 1, words.rows, words.cols };
	int wish = lines_rows(&consequence->words, words.cols);
	int needs = below_rows(deed, rows.cols);

	if (low && loses(consequence)) {
		words.rows = cells_least(wish, cells_most(WORDS_LEAST,
							  words.rows - needs));
		rows.rows -= words.rows;
		words.row += rows.rows;
	} else {
		words.rows = cells_least(wish, cells_most(words.rows - needs,
			words.rows - cells_least(needs, low ? ROWS_LOW : ROWS_KEPT)));
		rows.row += words.rows;
		rows.rows -= words.rows;
	}
	draw_words(deed, canvas, &words);
	if (consequence_ruled(consequence, &rows))
		canvas_hline(canvas, rows.row, at->box.col, at->box.cols);
	consequence_draw(consequence, canvas, &rows, list_key_name(deed));
}

static void draw_hints(const struct deed *deed, struct canvas *canvas,
		       const struct hint *more)
{
	struct hint hints[10];
	size_t n = 0;

	while (more->key)
		hints[n++] = *more++;
	hints[n++] = (struct hint){ "Esc", "back, nothing changes" };
	hints[n++] = (struct hint){ "Tab", "next" };
	if (deed->consequence.list)
		hints[n++] = (struct hint){ list_key_name(deed), "everybody" };
	if (deed->at == DEED_ROWS)
		hints[n++] = (struct hint){ "Enter", "why" };
	hints[n++] = (struct hint){ "arrows", "read on" };
	hints[n++] = HINTS_KEPT;
	hints[n] = (struct hint){ NULL, NULL };
	chrome_hints(deed->screen, canvas, hints);
}

static struct abreast plan(struct deed *deed, const struct canvas *canvas,
			  const struct area *area, bool low)
{
	struct consequence *consequence = &deed->consequence;
	int cols = abreast_cols(area->cols, true), inner;
	struct abreast at;

	if (abreast_fits(canvas)) {
		inner = cols - 2 * ABREAST_PAD;
		abreast_place(area, cols, lines_rows(&consequence->words, cols - 2) +
			     foot_rows(deed, inner, low) + 1, &at);
	} else {
		inner = area->cols - 2 * ABREAST_PAD;
		abreast_whole(area, lines_rows(&consequence->words, area->cols - 2) +
			     below_rows(deed, area->cols - 2) +
			     foot_rows(deed, inner, low), &at);
	}
	return at;
}

/* The title gives way to the mark, and says so. */
static void draw_box(const struct deed *deed, struct canvas *canvas,
		     const struct area *box)
{
	int mark = (int)text_width(deed->mark);
	struct buf title;

	buf_init(&title, 4096);
	text_cut_told(&title, deed->title,
		      (size_t)cells_most(8, box->cols - 8 - mark));
	canvas_box(canvas, box->row, box->col, box->rows, box->cols,
		   buf_text(&title));
	buf_release(&title);
	if (mark)
		canvas_right(canvas, box->row, box->col + box->cols - 2,
			     box->cols - 4, STYLE_RED | STYLE_BOLD, deed->mark);
}

void deed_draw(struct deed *deed, struct canvas *canvas, const struct hint *hints)
{
	bool low = canvas->rows < LOW;
	struct area area = { 1, 0, canvas->rows - 1 - (low ? 1 : 2), canvas->cols };
	struct area foot, words;
	struct abreast at;
	int rows;

	if (canvas->cols < CHROME_COLS || canvas->rows < CHROME_ROWS)
		return;		/* what lies below says so */
	at = plan(deed, canvas, &area, low);
	rows = foot_rows(deed, at.inside.cols, low);
	canvas_fill(canvas, area.row, 0, area.rows, area.cols, 0);
	draw_box(deed, canvas, &at.box);
	if (at.on) {
		words = (struct area){ at.inside.row, at.box.col,
				       at.inside.rows - rows, at.box.cols - 2 };
		draw_words(deed, canvas, &words);
		draw_beside(deed, canvas, &at.consequence);
	} else {
		draw_below(deed, canvas, &at, rows, low);
	}
	foot = (struct area){ at.inside.row + at.inside.rows - rows, at.inside.col,
			      rows, at.inside.cols };
	draw_foot(deed, canvas, foot, low);
	if (!low || !deed->screen->pages->toast[0])
		draw_hints(deed, canvas, hints);
}
