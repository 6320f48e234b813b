/* view.c: a tab's list: loading, focus, empty states. */
#include "screen/tabs/view.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/glyph.h"
#include "base/mem.h"
#include "base/text.h"
#include "screen/frame/keymap.h"
#include "screen/frame/verb.h"
#include "screen/tabs/asset_cells.h"
#include "screen/tabs/first_steps.h"
#include "screen/tabs/foot.h"

enum { CELL_LIMIT = 4096 };

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

/* Where no column has room to say so: the sign stays where the name is cut. */
static void mark_default(const struct view *view, size_t row, struct buf *out)
{
	const struct screen *screen = view->screen;
	struct buf name;

	if (!view->drawing || screen->default_apart || !*buf_text(out) ||
	    seen_workspace(app_seen(screen->app)).default_asset != view->rows.v[row].n)
		return;
	buf_init(&name, CELL_LIMIT);
	buf_adds(&name, buf_text(out));
	buf_reset(out);
	text_cut(out, buf_text(&name), (size_t)cells_most(1, screen->cell_cols - 2));
	buf_printf(out, " %s", glyph(GLYPH_DEFAULT));
	buf_release(&name);
}

static void source_cell(void *ctx, size_t row, size_t column, struct buf *out,
			unsigned *style)
{
	struct view *view = ctx;
	unsigned long missed = view->screen->counting.missed;

	view->screen->cell_cols = view->list.column_width[column];
	if (view->spec->assets) {
		asset_cell(view->screen, view->rows.v[row].n,
			   view->spec->assets[column], out, style);
		if (view->spec->assets[column] == ASSET_NAME)
			mark_default(view, row, out);
	} else {
		view->spec->cell(view->screen, &view->rows.v[row], column, out,
				 style);
	}
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

static bool source_ranks(void *ctx, size_t column, struct rank *out)
{
	const struct view *view = ctx;

	return view->spec->ranks &&
		view->spec->ranks(view->screen, &view->rows, column, out);
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
		.ranks = source_ranks, .markable = source_markable, .named = spec->named
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

/* It could only be empty. */
static bool is_withheld(const struct view *view, size_t c)
{
	const struct tab_view *spec = view->spec;
	bool of_admins = spec->of_admins & 1u << c ||
		(spec->assets && spec->assets[c] >= ASSET_OF_ADMINS);

	return (of_admins && !app_seen(view->screen->app)->all) ||
		(spec->of_people & 1u << c && !app_seen(view->screen->app)->people);
}

/* The same columns in other widths. */
static void choose_columns(struct view *view)
{
	const struct tab_view *spec = view->spec;
	size_t c;

	view->list.columns = spec->wide && view->screen->pages &&
		view->screen->pages->cols >= WIDE_FROM ? spec->wide :
		spec->columns;
	for (c = 1; c < spec->n_columns; c++)
		view->list.withheld[c] = is_withheld(view, c);
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

size_t view_marked_two(struct view *view, struct thing out[2])
{
	size_t i, n = 0, turn, first = 0;
	struct thing one;

	view_ready(view);
	list_whole(&view->list);
	for (i = 0; i < view->rows.n && n < 3; i++) {
		turn = list_mark_turn(&view->list, i);
		if (!turn || n++ >= 2)
			continue;
		one = thing_of(view->screen->app, view->rows.v[i].kind, view->rows.v[i].n);
		if (n == 2 && turn < first) {
			out[1] = out[0];
			out[0] = one;
		} else {
			out[n - 1] = one;
			first = turn;
		}
	}
	return n;
}

/* "Needs the plan Professional; this workspace has Community." or "". */
static void plan_gate(const struct view *view, char *out, size_t size)
{
	enum plan plan = seen_workspace(app_seen(view->screen->app)).plan, wanted;

	out[0] = '\0';
	if (view_wants_plan(view, &wanted))
		snprintf(out, size, "Needs the plan %s; this workspace has %s.",
			 plan_label(wanted), plan_label(plan));
}

/* In the place of the rows; how many it takes, with the one above. */
static int draw_nothing(struct view *view, struct canvas *canvas,
			const struct area *area, bool focused)
{
	char text[512], gate[160];
	struct buf first;
	struct error err;
	bool may = view->spec->create && verb_may_create(view->screen->app,
					verb_called(view->spec->create), &err);
	size_t shown, total;

	view_count(view, &shown, &total);
	plan_gate(view, gate, sizeof(gate));
	if (list_is_left(&view->list))
		snprintf(text, sizeof(text), "counting...");
	else if (view->filter.n)
		snprintf(text, sizeof(text), "No match for \"%.80s\". "
			 "Esc clears, Backspace edits.", view->filter.text);
	else {
		buf_init(&first, sizeof(text));
		if (may && view->spec->first)
			keys_said(&first, view->spec->first);
		snprintf(text, sizeof(text), "%s%s%s%s%s", gate, gate[0] ? " " :
			 "", app_seen(view->screen->app)->all ||
			 !view->spec->unseen ? view->spec->empty :
			 view->spec->unseen, first.len ? " " : "",
			 buf_text(&first));
		buf_release(&first);
	}
	canvas_wrap(canvas, area->row + 2, area->col + 2, area->rows - 2,
		    area->cols - 4, 0, text);
	if (focused)
		canvas_cursor(canvas, area->row + 2, area->col + 2);
	return 1 + canvas_wrap_rows(area->cols - 4, text);
}

/* It has a column of its own? */
static bool is_apart(const struct list *list, const char *name)
{
	size_t c;

	for (c = 0; c < list->n_columns; c++)
		if (strcmp(list->columns[c].name, name) == 0)
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
	int cols, head;

	view_ready(view);
	view->screen->state_apart = view->screen->default_apart = false;
	view->drawing = true;
	cols = list_natural(&view->list, rows - 2, most);
	view->drawing = false;
	view->screen->state_apart = is_apart(&view->list, "state");
	view->screen->default_apart = is_apart(&view->list, "default");
	head = view_head_cols(view);
	head = head < most ? head : most;
	return cols > head ? cols : head;
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
	view_head_draw(view, canvas, &all, typing);
	draw_next(view, canvas, area, nothing);
}
