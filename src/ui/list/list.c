/* list.c: what is shown and where the cursor is; drawing is in list_draw.c, sorting
 * in list_sort.c. */
#include "ui/list.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/mem.h"
#include "ui/list/list_priv.h"
#include "ui/walk.h"

enum { WHEEL_ROWS = 3 };

void list_init(struct list *list, const struct list_source *source,
	       const struct list_column *columns, size_t n_columns)
{
	size_t c;

	assert(n_columns > 0 && n_columns <= LIST_COLUMNS);
	memset(list, 0, sizeof(*list));
	list->source = *source;
	list->columns = columns;
	list->n_columns = n_columns;
	for (c = list_columns(list); c < n_columns; c++)
		list->hidden[c] = true;
}

void list_release(struct list *list)
{
	free(list->shown);
	free(list->order);
	free(list->marks);
	memset(list, 0, sizeof(*list));
}

static void anchor(struct list *list)
{
	if (list->cursor >= list->n_shown)
		return;
	list->cursor_row = list->shown[list->cursor];
	list->cursor_id = list->source.id(list->source.ctx, list->cursor_row);
	list->anchored = true;
}

static size_t find_row(const struct list *list, uint32_t row)
{
	size_t i = 0;

	while (i < list->n_shown && list->shown[i] != row)
		i++;
	return i;
}

/* Its place among the shown, or n_shown. */
static size_t find_id(const struct list *list, uint64_t id)
{
	size_t i;

	if (list->anchored && list->cursor_row < list->total &&
	    list->source.id(list->source.ctx, list->cursor_row) == id)
		return find_row(list, list->cursor_row);

	for (i = 0; i < list->n_shown; i++)
		if (list->source.id(list->source.ctx, list->shown[i]) == id)
			break;
	return i;
}

static void clamp_cursor(struct list *list)
{
	if (list->cursor >= list->n_shown)
		list->cursor = list->n_shown ? list->n_shown - 1 : 0;
}

static void set_cursor(struct list *list, size_t cursor)
{
	list->cursor = cursor;
	clamp_cursor(list);
	anchor(list);
}

/* To the row with the cursor's id; if it is gone, what took its place. */
static void find_cursor(struct list *list)
{
	size_t at;

	if (list->anchored) {
		at = find_id(list, list->cursor_id);
		if (at < list->n_shown)
			list->cursor = at;
	}
	clamp_cursor(list);
	anchor(list);
}

bool list_is_left(const struct list *list)
{
	return list->rest.at < list->rest.n;
}

static int64_t now_us(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

/* Look at the candidates that are left, about so long, and keep those that pass.  The
 * cursor stays on its row, or goes to the next that passes. */
static void look_on(struct list *list, int64_t us)
{
	int64_t end = us == LOOK_WHOLE ? 0 : now_us() + us;
	bool all = filter_empty(&list->filter);
	struct list_rest *rest = &list->rest;
	size_t kept = list->n_shown;
	struct wanted wanted;
	uint32_t row;

	wanted_init(&wanted, list);
	for (; rest->at < rest->n; rest->at++) {
		if (end && rest->at % LOOK_STEP == 0 && now_us() >= end)
			break;
		row = rest->from ? rest->from[rest->at] : (uint32_t)rest->at;
		if (rest->had && row == rest->old)
			list->cursor = kept;
		if (all || wanted_match(&wanted, &list->filter, row))
			list->shown[kept++] = row;
	}
	list->n_shown = kept;
	wanted_release(&wanted);
	list_marks_count(list);
}

/* Of n candidates (NULL: 0, 1, 2, ...). */
static void look(struct list *list, const uint32_t *candidate, size_t n, int64_t us)
{
	bool waits = list_is_left(list) && list->rest.had;	/* to be found still */
	bool had = waits || list->cursor < list->n_shown;

	list->rest = (struct list_rest){ .from = candidate, .n = n, .had = had,
		.empty = list->n_shown == 0,
		.old = waits ? list->rest.old :
			had ? list->shown[list->cursor] : 0 };
	list->n_shown = 0;
	look_on(list, us);
}

static void look_at_all(struct list *list, int64_t us)
{
	look(list, list->order, list->total, us);
}

/* As far as is known: where the cursor belongs is said by its id until all are looked
 * at. */
static bool settle(struct list *list)
{
	if (list_is_left(list)) {
		clamp_cursor(list);
		return true;
	}
	if (list->rest.empty)
		find_cursor(list);
	set_cursor(list, list->cursor);
	return false;
}

static bool refresh(struct list *list, int64_t us)
{
	size_t cursor = list->cursor;

	list->total = list->source.rows(list->source.ctx);
	assert(list->total <= UINT32_MAX);
	if (list->total > list->cap_shown) {
		list->cap_shown = list->total;
		list->shown = mem_resize(list->shown, list->cap_shown,
					 sizeof(*list->shown));
	}
	list->looked = true;
	list->n_shown = 0;	/* row numbers of before mean nothing now */
	list->rest.n = 0;
	list_order(list);
	list_marks_settle(list);
	look_at_all(list, us);
	list->cursor = cursor;
	return settle(list);
}

void list_refresh(struct list *list)
{
	(void)refresh(list, LOOK_WHOLE);
}

bool list_refresh_some(struct list *list)
{
	return refresh(list, LOOK_FIRST);
}

static bool is_stale(const struct list *list)
{
	return !list->looked ||
	       list->source.rows(list->source.ctx) != list->total;
}

bool list_filter(struct list *list, const char *text)
{
	struct filter before = list->filter;
	bool left = list_is_left(list);

	filter_parse(&list->filter, text);
	if (is_stale(list))
		return list_refresh_some(list);
	/* typing on: what failed before fails still */
	if (!left && filter_narrows(&list->filter, &before))
		look(list, list->shown, list->n_shown, LOOK_FIRST);
	else
		look_at_all(list, LOOK_FIRST);
	return settle(list);
}

bool list_go_on(struct list *list)
{
	if (!list_is_left(list))
		return false;
	look_on(list, LOOK_MORE);
	return settle(list);
}

void list_whole(struct list *list)
{
	while (list_go_on(list))
		;
}

void list_filter_whole(struct list *list, const char *text)
{
	(void)list_filter(list, text);
	list_whole(list);
}

void list_sort(struct list *list, size_t column)
{
	if (column >= list->n_columns)
		return;
	list->descending = list->sorted && list->sort == column &&
			   !list->descending;
	list->sort = column;
	list->sorted = true;
	list_refresh(list);
}

size_t list_columns(const struct list *list)
{
	size_t n = list->n_columns;

	while (n > 0 && !list->columns[n - 1].min)
		n--;
	return n;
}

void list_hide(struct list *list, size_t column, bool hide)
{
	if (column > 0 && column < list_columns(list) && column < LIST_COLUMNS)
		list->hidden[column] = hide;
}

bool list_lacks(const struct list *list, size_t column)
{
	return list->hidden[column] || list->withheld[column];
}

static bool is_stop(const struct list *list, size_t c)
{
	if (c == list->n_columns)
		return list->ends && (!list->page_rows || list->end_at >= 0);
	return (c == 0 || list->columns[c].link) && !list_lacks(list, c) &&
	       (!list->page_rows || list->column_width[c] > 0);
}

static size_t next_link(const struct list *list, size_t from, int by)
{
	size_t c = from;

	while (c + (size_t)by <= list->n_columns) {	/* -1 wraps: ends too */
		c += (size_t)by;
		if (is_stop(list, c))
			return c;
	}
	return from;
}

static bool go_sideways(struct list *list, int by)
{
	size_t to = next_link(list, list->focus_column, by);

	if (to == list->focus_column)
		return false;
	list->focus_column = to;
	return true;
}

static bool move_by(struct list *list, long by)
{
	size_t n = (size_t)(by < 0 ? -by : by);

	if (by < 0)
		set_cursor(list, n < list->cursor ? list->cursor - n : 0);
	else
		set_cursor(list, list->cursor + n);
	return true;
}

static bool click(struct list *list, const struct key *key)
{
	int row = key->row - list->origin_row, col = key->col - list->origin_col;
	size_t c, column = 0, at;

	if (row < (list->bare ? 0 : -1) || row >= list->page_rows || col < 0 ||
	    col >= list->area_cols)
		return false;
	if (walk_wheel(key))
		return move_by(list, walk_wheel(key) * WHEEL_ROWS);
	if (key->button != 0 || key->release)
		return false;
	for (c = 0; c < list->n_columns; c++)
		if (list->column_width[c] > 0 && col >= list->column_at[c])
			column = c;
	if (row < 0) {
		list_sort(list, column);
		return true;
	}
	at = list->wrapped ? list->row_at[row] : list->top + (size_t)row;
	if (at >= list->n_shown)
		return false;
	set_cursor(list, at);
	if (list->ends && list->end_at >= 0 && col >= list->end_at)
		list->focus_column = list->n_columns;
	else
		list->focus_column = list->columns[column].link ? column : 0;
	return true;
}

bool list_key(struct list *list, const struct key *key)
{
	long by = walk_key(key, list->page_rows > 1 ? list->page_rows - 1 : 1);

	if (!list->looked)
		list_refresh(list);
	list->rest.had = false;		/* it is where the key says */
	if (key->code == KEY_MOUSE)
		return click(list, key);
	if (by)
		return move_by(list, by);
	if (key->mods || (key->code != KEY_LEFT && key->code != KEY_RIGHT))
		return false;
	return go_sideways(list, key->code == KEY_LEFT ? -1 : 1);
}

bool list_goto(struct list *list, uint64_t id)
{
	size_t at;

	if (!list->looked)
		list_refresh(list);
	list_whole(list);
	at = find_id(list, id);
	if (at == list->n_shown)
		return false;
	set_cursor(list, at);
	return true;
}

bool list_current(const struct list *list, size_t *row)
{
	if (list->cursor >= list->n_shown)
		return false;
	*row = list->shown[list->cursor];
	return true;
}

void list_mark(struct list *list)
{
	size_t row;

	if (!list_current(list, &row))
		return;
	list_marks_turn(list, row);
	(void)move_by(list, 1);
}
