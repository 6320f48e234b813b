/* view.c: a tab's list: loading, focus, filter line, empty states. */
#include "screen/tabs/view.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/glyph.h"
#include "base/mem.h"
#include "base/text.h"
#include "model/kind.h"
#include "screen/frame/verb.h"
#include "screen/tabs/asset_cells.h"
#include "screen/tabs/first_steps.h"
#include "screen/tabs/foot.h"

enum { PATH_LIMIT = 1024, HEADER_GAPS = 3 };

static size_t source_rows(void *ctx)
{
	const struct view *view = ctx;

	return view->rows.n;
}

static uint64_t source_id(void *ctx, size_t row)
{
	const struct view *view = ctx;

	return thing_hash_of(view->screen->app, view->rows.v[row].kind,
			     view->rows.v[row].n);
}

/* What a filter or an order could not know yet will be looked at again. */
static void note_missing(struct view *view, unsigned long missed)
{
	if (view->drawing || view->screen->counting.missed == missed)
		return;
	view->partial = true;
	view->stops = view->screen->counting.stops;
}

static void source_cell(void *ctx, size_t row, size_t column, struct buf *out,
			unsigned *style)
{
	struct view *view = ctx;
	unsigned long missed = view->screen->counting.missed;

	view->screen->cell_cols = view->list.column_width[column];
	if (view->spec->assets)
		asset_cell(view->screen, view->rows.v[row].n,
			   view->spec->assets[column], out, style);
	else
		view->spec->cell(view->screen, &view->rows.v[row], column, out,
				 style);
	note_missing(view, missed);
}

static bool number_of(struct view *view, size_t row, size_t column, int64_t *out)
{
	const struct tab_view *spec = view->spec;

	if (spec->assets)
		return asset_number(view->screen, view->rows.v[row].n,
				    spec->assets[column], out);
	return spec->number &&
		spec->number(view->screen, &view->rows.v[row], column, out);
}

/* Is the column ordered by numbers?  They are made once: some judge everybody. */
static bool in_numbers(struct view *view, size_t column)
{
	unsigned long missed = view->screen->counting.missed;
	int64_t number;
	size_t i;

	if (view->numbered == column + 1)
		return true;
	if (!view->rows.n || !number_of(view, 0, column, &number))
		return false;
	free(view->numbers);
	view->numbers = mem_alloc(view->rows.n * sizeof(*view->numbers));
	for (i = 0; i < view->rows.n; i++)
		(void)number_of(view, i, column, &view->numbers[i]);
	view->numbered = column + 1;
	view->guessed = view->screen->counting.missed != missed;
	note_missing(view, missed);
	return true;
}

static bool source_number(void *ctx, size_t row, size_t column, int64_t *out)
{
	struct view *view = ctx;

	if (row == 0 && view->guessed)
		view->numbered = 0;
	if (!in_numbers(view, column))
		return false;
	*out = view->numbers[row];
	return true;
}

static bool source_markable(void *ctx, size_t row)
{
	enum thing_kind kind = ((const struct view *)ctx)->rows.v[row].kind;

	return kind == THING_PROJECT || kind == THING_USER ||
		kind == THING_GROUP || kind == THING_ASSET;
}

void view_init(struct view *view, struct screen *screen, const struct tab *tab,
	       const struct tab_view *spec)
{
	struct list_source source = {
		.ctx = view, .rows = source_rows, .id = source_id,
		.cell = source_cell, .number = source_number,
		.markable = source_markable, .named = spec->named
	};

	*view = (struct view){ .screen = screen, .tab = tab, .spec = spec };
	list_init(&view->list, &source, spec->columns, spec->n_columns);
	view->list.ends = true;
	view->list.natural = true;
	if (!spec->unsorted)
		list_sort(&view->list, 0);
}

void view_release(struct view *view)
{
	if (view->screen && view->screen->pages)
		work_drop(&view->screen->pages->work, &view->filtering);
	list_release(&view->list);
	free(view->rows.v);
	free(view->numbers);
}

void view_stale(struct view *view)
{
	view->loaded = false;
}

static void load(struct view *view)
{
	view->rows.n = 0;
	if (view->spec->assets)
		rows_assets(view->screen, &view->rows, view->tab->path);
	else
		view->spec->load(view->screen, &view->rows);
	view->loaded = true;
	list_forget(&view->list);
}

/* The same columns in other widths. */
static void choose_columns(struct view *view)
{
	const struct tab_view *spec = view->spec;

	view->list.columns = spec->wide && view->screen->pages &&
		view->screen->pages->cols >= WIDE_FROM ? spec->wide :
		spec->columns;
}

void view_ready(struct view *view)
{
	unsigned long told = view->screen->counting.told;

	choose_columns(view);
	if (view->stops != view->screen->counting.stops)
		view->partial = false;		/* it stays so until it is asked anew */
	if (view->loaded && (!view->partial || view->told == told))
		return;
	if (!view->loaded)
		load(view);
	view->numbered = 0;
	view->partial = false;
	view->told = told;
	list_refresh(&view->list);
}

struct thing view_focus(struct view *view)
{
	size_t row;

	view_ready(view);
	if (!list_current(&view->list, &row))
		return (struct thing){ .kind = THING_NONE };
	return thing_of(view->screen->app, view->rows.v[row].kind,
			view->rows.v[row].n);
}

bool view_holds(struct view *view, const struct thing *thing)
{
	uint32_t n = thing_number(view->screen->app, thing);
	size_t i;

	view_ready(view);
	for (i = 0; i < view->rows.n; i++)
		if (view->rows.v[i].kind == thing->kind &&
		    view->rows.v[i].n == n)
			return true;
	return false;
}

size_t view_marked(struct view *view, struct thing *out, bool *hidden,
		   size_t most)
{
	size_t i, n = 0;
	bool *seen;

	view_ready(view);
	list_whole(&view->list);
	seen = mem_alloc(view->rows.n + 1);
	for (i = 0; i < view->list.n_shown; i++)
		seen[view->list.shown[i]] = true;
	for (i = 0; i < view->rows.n && n < most; i++) {
		if (!list_is_marked(&view->list, i))
			continue;
		if (hidden)
			hidden[n] = !seen[i];
		out[n++] = thing_of(view->screen->app, view->rows.v[i].kind,
				    view->rows.v[i].n);
	}
	free(seen);
	return n;
}

/* Rows that are no headings. */
static void count_rows(struct view *view, size_t *shown, size_t *total)
{
	size_t i;

	view_ready(view);
	*shown = *total = 0;
	for (i = 0; i < view->rows.n; i++)
		*total += view->rows.v[i].kind != THING_HEADING;
	for (i = 0; i < view->list.n_shown; i++)
		*shown += view->rows.v[view->list.shown[i]].kind !=
			THING_HEADING;
}

/* What is made here needs a plan that this workspace has not. */
static bool wanted_plan(const struct view *view, enum plan *wanted)
{
	enum plan plan = seen_workspace(app_seen(view->screen->app)).plan;
	size_t kind;

	for (kind = 0; kind < kind_count(); kind++) {
		*wanted = kind_at(kind)->plan;
		if (strcmp(kind_at(kind)->home, view->tab->path) == 0 &&
		    plan < *wanted)
			return true;
	}
	return false;
}

/* "Needs the plan Professional; this workspace has Community." or "". */
static void plan_gate(const struct view *view, char *out, size_t size)
{
	enum plan plan = seen_workspace(app_seen(view->screen->app)).plan, wanted;

	out[0] = '\0';
	if (wanted_plan(view, &wanted))
		snprintf(out, size, "Needs the plan %s; this workspace has %s.",
			 plan_label(wanted), plan_label(plan));
}

/* Where we are, and on which plan: "Settings > Secrets . Team"; with the workspace in
 * front: "Acme . Team > Settings > Secrets". */
static void make_path(struct view *view, struct buf *path, struct buf *whole)
{
	const struct seen *seen = app_seen(view->screen->app);
	const char *plan = plan_label(seen_workspace(seen).plan);
	char needs[64] = "";
	enum plan wanted;

	glyph_path(path, view->tab->path);
	if (view->tab->views[1] && strcmp(view->spec->title, view->tab->title) != 0)
		buf_printf(path, " %s %s", glyph(GLYPH_PATH), view->spec->title);
	if (wanted_plan(view, &wanted))
		snprintf(needs, sizeof(needs), " %s needs %s",
			 glyph(GLYPH_BETWEEN), plan_label(wanted));
	buf_printf(whole, "%.160s %s %s %s %s%s", seen_workspace(seen).name,
		   glyph(GLYPH_BETWEEN), plan, glyph(GLYPH_PATH), buf_text(path),
		   needs);
	if (!view->screen->plan_on_top)
		buf_printf(path, " %s %s", glyph(GLYPH_BETWEEN), plan);
	buf_adds(path, needs);
}

static const char *after(const char *path, const char *sign)
{
	const char *at = strstr(path, sign);

	return at ? at + strlen(sign) + 1 : NULL;
}

/* As much of where we are as has room: its end says the most, the plan stays. */
static const char *fitting(const char *whole, const char *path, int room)
{
	const char *shorter;

	if ((int)text_width(whole) <= room)
		return whole;
	while ((int)text_width(path) > room &&
	       ((shorter = after(path, glyph(GLYPH_PATH))) ||
		(shorter = after(path, glyph(GLYPH_BETWEEN)))))
		path = shorter;
	return path;
}

/* "3 marked, 1 marked row hidden   ": marks on rows that the filter leaves out. */
static void say_marks(const struct list *list, bool wide, char *out, size_t size)
{
	size_t hidden = list->n_marks - list->marks_shown;

	if (!hidden)
		snprintf(out, size, "%zu marked   ", list->n_marks);
	else if (wide)
		snprintf(out, size, "%zu marked, %zu marked row%s hidden   ",
			 list->n_marks, hidden, hidden == 1 ? "" : "s");
	else
		snprintf(out, size, "%zu marked, %zu hidden   ", list->n_marks,
			 hidden);
}

/* What the header does when it is pressed: the path filters, its right end sorts. */
static void add_clicks(struct view *view, const struct area *area, int path,
		       const char *sort)
{
	struct clicks *clicks = &view->screen->clicks;
	int cells = sort ? (int)text_width(sort) : 0;

	clicks_add(clicks, area->row, area->col + 1, path, "/");
	if (sort)
		clicks_add(clicks, area->row, area->col + area->cols - 1 - cells,
			   cells, "s");
}

static void draw_filter_line(struct view *view, struct canvas *canvas,
			     const struct area *area, bool typing)
{
	const struct list *list = &view->list;
	char right[300], sort[80] = "", marks[80] = "", work[40] = "";
	struct pages *pages = view->screen->pages;
	struct buf path, whole;
	size_t shown, total;
	int room;

	buf_init(&path, PATH_LIMIT);
	buf_init(&whole, PATH_LIMIT);
	make_path(view, &path, &whole);
	count_rows(view, &shown, &total);
	work_words(&pages->work, work, sizeof(work));
	if (list->sorted)
		snprintf(sort, sizeof(sort), "   sort %s %s",
			 list->columns[list->sort].name,
			 glyph(list->descending ? GLYPH_FALLING : GLYPH_RISING));
	if (list->n_marks)
		say_marks(list, area->cols >= 60, marks, sizeof(marks));
	snprintf(right, sizeof(right), "%s%s%s%zu%s of %zu", work, *work ?
		 "   x stops   " : "", marks, shown, list_is_left(list) ? "+" : "",
		 total);
	room = area->cols - (int)text_width(right) - HEADER_GAPS;
	if (!*work && list->n_marks == list->marks_shown &&
	    (int)(text_width(sort) + text_width(buf_text(&path))) <= room) {
		room -= (int)text_width(sort);
		snprintf(right + strlen(right), sizeof(right) - strlen(right), "%s",
			 sort);
	}
	canvas_right(canvas, area->row, area->col + area->cols - 1, area->cols,
		     0, right);
	if (typing || view->filter.n) {
		canvas_text(canvas, area->row, area->col + 1, 1, STYLE_BOLD, "/");
		input_draw(&view->filter, canvas, area->row, area->col + 3,
			   room > 40 ? 40 : room - 2, typing);
	} else {
		add_clicks(view, area, canvas_text(canvas, area->row,
			   area->col + 1, room, 0, fitting(buf_text(&whole),
			   buf_text(&path), room)),
			   strstr(right, "sort"));
	}
	buf_release(&path);
	buf_release(&whole);
}

/* In the place of the rows; how many it takes, with the one above. */
static int draw_nothing(struct view *view, struct canvas *canvas,
			const struct area *area, bool focused)
{
	char text[512], gate[160];
	struct error err;
	bool may = view->spec->create && verb_may_create(view->screen->app,
					verb_called(view->spec->create), &err);
	size_t shown, total;

	count_rows(view, &shown, &total);
	plan_gate(view, gate, sizeof(gate));
	if (list_is_left(&view->list))
		snprintf(text, sizeof(text), "counting...");
	else if (view->filter.n)
		snprintf(text, sizeof(text), "No match for \"%.80s\". "
			 "Esc clears, Backspace edits.", view->filter.text);
	else
		snprintf(text, sizeof(text), "%s%s%s%s%s", gate, gate[0] ? " " :
			 "", view->spec->empty, may && view->spec->first ? " " :
			 "", may && view->spec->first ? view->spec->first : "");
	canvas_wrap(canvas, area->row + 2, area->col + 2, area->rows - 2,
		    area->cols - 4, 0, text);
	if (focused)
		canvas_cursor(canvas, area->row + 2, area->col + 2);
	return 1 + canvas_wrap_rows(area->cols - 4, text);
}

/* The state has a column of its own? */
static bool state_apart(const struct list *list)
{
	size_t c;

	for (c = 0; c < list->n_columns; c++)
		if (strcmp(list->columns[c].name, "state") == 0)
			return list->column_width[c] > 0;
	return false;
}

/* At the bottom, where the rows of a young workspace leave room. */
static void draw_next(struct view *view, struct canvas *canvas,
		      const struct area *area, int nothing)
{
	int used = 2 + (view->list.n_shown ? (int)view->list.n_shown : nothing);
	struct buf text;
	int rows;

	buf_init(&text, 400);
	if (used < area->rows && !view->filter.n &&
	    first_steps(view->screen, view->spec->one, &text)) {
		rows = canvas_wrap_rows(area->cols - 3, buf_text(&text));
		if (used + rows <= area->rows)
			canvas_wrap(canvas, area->row + area->rows - rows,
				    area->col + 2, rows, area->cols - 3,
				    STYLE_BOLD, buf_text(&text));
	}
	buf_release(&text);
}

int view_natural(struct view *view, int rows, int most)
{
	int cols;

	view_ready(view);
	view->screen->state_apart = false;
	view->drawing = true;
	cols = list_natural(&view->list, rows - 2, most);
	view->drawing = false;
	view->screen->state_apart = state_apart(&view->list);
	return cols;
}

void view_draw(struct view *view, struct canvas *canvas,
	       const struct area *area, bool focused, bool typing)
{
	const struct area all = *area, body = foot_draw(view->screen, view->spec, canvas,
						       area);

	int nothing = 0;

	area = &body;
	(void)view_natural(view, area->rows, area->cols);
	view->drawing = true;
	list_draw(&view->list, canvas, area->row + 1, area->col, area->rows - 1,
		  area->cols, focused && !typing);
	view->drawing = false;
	if (!view->list.n_shown)
		nothing = draw_nothing(view, canvas, &(struct area){ area->row + 1,
			area->col, area->rows - 1, area->cols },
			focused && !typing);
	draw_filter_line(view, canvas, &all, typing);
	draw_next(view, canvas, area, nothing);
}
