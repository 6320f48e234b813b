/* view_test.c: what orders a list is asked once for each row, not for each comparison:
 * some of it judges everybody. */
#include "screen/tabs/view.h"
#include "tests/expect.h"

enum { ROWS = 500 };

static size_t asked;

static void load(struct screen *screen, struct rows *out)
{
	uint32_t i;

	(void)screen;
	for (i = 0; i < ROWS; i++)
		rows_add(out, THING_SETTING, i);
}

static void cell(struct screen *screen, const struct row *row, size_t column,
		 struct buf *out, unsigned *style)
{
	(void)screen;
	(void)column;
	(void)style;
	buf_printf(out, "row %u", row->n);
}

static bool number(struct screen *screen, const struct row *row, size_t column,
		   int64_t *out)
{
	(void)screen;
	asked += column == 1;
	*out = row->n * 7919 % ROWS;
	return column == 1;
}

static const struct list_column columns[] = {
	{ "NAME", "name", 10, 0, 0, false, false, false },
	{ "COUNT", "count", 5, 5, 0, true, false, false },
};
static const struct tab_view spec = {
	.title = "Rows", .one = "row", .columns = columns, .n_columns = 2,
	.load = load, .cell = cell, .number = number
};
static const struct tab tab = { .name = "rows", .views = { &spec } };

TEST(what_orders_is_asked_once_a_row)
{
	struct screen screen = { 0 };
	struct view view;
	size_t i;

	asked = 0;
	view_init(&view, &screen, &tab, &spec);
	view_ready(&view);
	list_sort(&view.list, 1);
	list_refresh(&view.list);
	assert_true(asked >= ROWS && asked <= 2 * ROWS);
	for (i = 0; i < ROWS; i++)
		assert_int_equal(view.rows.v[view.list.shown[i]].n * 7919 % ROWS,
				 i);
	asked = 0;
	list_refresh(&view.list);
	assert_int_equal(asked, 0);
	view_stale(&view);		/* the facts changed */
	view_ready(&view);
	assert_true(asked >= ROWS);
	view_release(&view);
}

RUN(CASE(what_orders_is_asked_once_a_row))
