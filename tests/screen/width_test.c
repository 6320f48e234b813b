/* width_test.c: from 40 to 200 columns nothing is lost (SCREENS 2): what a tab shows of
 * the row in focus it shows in one column more, too, the columns of a list only grow
 * within one, two and three panes, and no pane is empty. */
#include "tests/expect.h"
#include "tests/ui/seen.h"

#include "action/run/app_open.h"
#include "action/scenario/demo.h"
#include "base/text.h"
#include "screen/console/carry_out.h"
#include "screen/console/desk_priv.h"

enum { FROM = 40, TO = 200, TWO = 100, THREE = 160, ROWS = 40, FACTS = 24 };

static struct app app;
static struct pages pages;
static struct screen screen;
static struct canvas canvas;
static struct buf seen_now;		/* the screen, and what wraps over its lines */

static void draw(int cols)
{
	canvas_release(&canvas);
	canvas_init(&canvas, ROWS, cols);
	pages_draw(&pages, &canvas);
	while (work_on(&pages.work))
		work_slice(&pages.work, 50);
	pages_draw(&pages, &canvas);
	buf_reset(&seen_now);
	canvas_dump(&canvas, &seen_now);
	if (screen.desk->places.foot.rows)
		buf_adds(&seen_now, buf_text(&screen.desk->foot));
}

static void press(uint32_t code)
{
	struct key key = { .code = code };

	pages_key(&pages, &key);
}

static struct list *tab_list(void)
{
	return &desk_view(screen.desk)->list;
}

/* "3/10" is what "3 of 10" is. */
static void cell(size_t row, size_t c, struct buf *out)
{
	const struct list *list = tab_list();
	unsigned style = 0;
	struct buf raw;
	const char *text;

	buf_init(&raw, 4096);
	list->source.cell(list->source.ctx, row, c, &raw, &style);
	text = buf_text(&raw);
	if (strcmp(list->columns[c].name, "can-edit") == 0)
		while (*text && (*text < '0' || *text > '9'))
			text++;		/* the bar, or the word for its state */
	text += strspn(text, " ");
	buf_reset(out);
	buf_adds(out, text);
	buf_release(&raw);
}

static bool is_shown(const char *fact)
{
	struct buf other;
	const char *of = strstr(fact, " of ");
	bool found = strstr(buf_text(&seen_now), fact) != NULL;

	if (found || !of)
		return found;
	buf_init(&other, 4096);
	buf_printf(&other, "%.*s/%s", (int)(of - fact), fact, of + 4);
	found = strstr(buf_text(&seen_now), buf_text(&other)) != NULL;
	buf_release(&other);
	return found;
}

/* What is shown whole of the row in focus. */
static size_t facts_of_focus(char facts[FACTS][256])
{
	struct list *list = tab_list();
	struct buf text;
	size_t row, c, n = 0;

	if (!list_current(list, &row))
		return 0;
	buf_init(&text, 255);
	for (c = 0; c < list_columns(list) && n < FACTS; c++) {
		cell(row, c, &text);
		if (text.len && buf_text(&text)[0] != '*' &&	/* stars say nothing */
		    is_shown(buf_text(&text)))
			snprintf(facts[n++], 256, "%s", buf_text(&text));
	}
	buf_release(&text);
	return n;
}

static bool same_panes(int a, int b)
{
	return (a < TWO) == (b < TWO) && (a < THREE) == (b < THREE);
}

static void walk(void)
{
	int width[LIST_COLUMNS] = { 0 }, cols;
	char facts[FACTS][256];
	size_t n = 0, i;

	for (cols = FROM; cols <= TO; cols++) {
		draw(cols);
		for (i = 0; i < n; i++)
			if (!is_shown(facts[i]))
				fail_msg("%d columns lose '%s':\n%s", cols,
					 facts[i], buf_text(&seen_now));
		n = facts_of_focus(facts);
		for (i = 0; i < tab_list()->n_columns; i++) {
			if (cols > FROM && same_panes(cols - 1, cols) &&
			    tab_list()->column_width[i] < width[i])
				fail_msg("%d columns: %s shrinks", cols,
					 tab_list()->columns[i].name);
			width[i] = tab_list()->column_width[i];
		}
	}
}

/* Of every third row. */
static void walk_rows(void)
{
	size_t i, n;

	draw(FROM);
	n = tab_list()->n_shown;
	press(KEY_HOME);
	for (i = 0; i < n; i++) {
		if (i % 3 == 0)
			walk();
		press(KEY_DOWN);
	}
}

static int set_up(void **state)
{
	struct error err;

	(void)state;
	error_clear(&err);
	text_init();
	text_set_ascii(false);
	app_init(&app, NULL);
	if (!demo_open(&app, NULL, NULL, &err))
		return -1;
	buf_init(&seen_now, 1 << 20);
	screen_init(&screen, &app, &pages);
	pages.after = carry_out;
	desk_push(&screen);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	pages_release(&pages);
	screen_release(&screen);
	buf_release(&seen_now);
	canvas_release(&canvas);
	demo_discard(&app);
	app_release(&app);
	return 0;
}

TEST(data_sources_lose_nothing)
{
	press('1');
	walk_rows();
}

TEST(secrets_lose_nothing)
{
	press('2');
	walk_rows();
}

TEST(integrations_lose_nothing)
{
	press('3');
	walk_rows();
}

TEST(users_and_groups_lose_nothing)
{
	press('4');
	walk_rows();
	press('o');
	walk_rows();
	press('o');
}

TEST(projects_lose_nothing)
{
	press('5');
	walk_rows();
}

/* Other rows, too, but for whom they are shared with and their state, which then stands
 * in CAN EDIT. */
TEST(other_projects_lose_their_sharing_at_most)
{
	struct list *list = tab_list();
	bool whole[64][LIST_COLUMNS] = { { false } }, now;
	struct buf text;
	int cols;
	size_t i, c;

	buf_init(&text, 4096);
	press('5');
	press(KEY_HOME);
	for (cols = FROM; cols <= TO; cols++) {
		draw(cols);
		for (i = 0; i < list->n_shown; i++)
			for (c = 0; c < list_columns(list); c++) {
				unsigned style = 0;

				buf_reset(&text);
				list->source.cell(list->source.ctx, list->shown[i],
						  c, &text, &style);
				now = (int)text_width(buf_text(&text)) <=
					list->column_width[c];
				if (whole[i][c] && !now && (cols != TWO ||
				    strcmp(list->columns[c].name, "owner") == 0 ||
				    strcmp(list->columns[c].name, "can-edit") == 0 ||
				    c == 0))
					fail_msg("%d columns: row %zu loses %s", cols,
						 i, buf_text(&text));
				whole[i][c] = now && text.len;
			}
	}
	draw(120);
	assert_non_null(strstr(buf_text(&seen_now), "archived 0/4"));
	assert_non_null(strstr(buf_text(&seen_now), "in trash 0/4"));
	buf_release(&text);
}

static bool is_blank(const struct area *area)
{
	int row, col;

	for (row = area->row; row < area->row + area->rows; row++)
		for (col = area->col; col < area->col + area->cols; col++)
			if (canvas.cell[row * canvas.cols + col].point[0] > ' ')
				return false;
	return true;
}

/* No word is cut in the titles of list and panel, and the third pane says something. */
static void no_pane_is_empty(int cols)
{
	const struct panel_places *places = &screen.desk->places;
	int col;

	draw(cols);
	for (col = 0; col < cols; col++)
		if (canvas.cell[2 * cols + col].point[0] == 0x2026)
			fail_msg("%d columns: a title is cut\n%s", cols,
				 buf_text(&seen_now));
	if (places->detail.col > places->rows.col && is_blank(&places->detail))
		fail_msg("%d columns: the third pane is empty\n%s", cols,
			 buf_text(&seen_now));
}

TEST(the_third_pane_always_says_something)
{
	static const int widths[] = { 80, 120, 160, 176, 200 };
	const char *tab;
	size_t i, w;

	for (tab = "12345"; *tab; tab++) {
		press((unsigned char)*tab);
		press(KEY_HOME);
		draw(THREE);
		for (i = 0; i < tab_list()->n_shown; i++) {
			for (w = 0; w < COUNT_OF(widths); w++)
				no_pane_is_empty(widths[w]);
			press(KEY_DOWN);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(data_sources_lose_nothing), CASE(secrets_lose_nothing),
		CASE(integrations_lose_nothing),
		CASE(users_and_groups_lose_nothing), CASE(projects_lose_nothing),
		CASE(other_projects_lose_their_sharing_at_most),
		CASE(the_third_pane_always_says_something),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
