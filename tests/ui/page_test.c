/* page_test.c: who is drawn, who is asked, who is freed. */
#include "tests/expect.h"

#include "ui/page.h"

struct probe {
	struct page page;
	char name;
	bool uses;		/* the key */
	bool pops;		/* itself, on a key */
};

static char log_[64];

static void note(char c)
{
	size_t n = strlen(log_);

	if (n + 1 < sizeof(log_)) {
		log_[n] = c;
		log_[n + 1] = '\0';
	}
}

static void draw(struct page *page, struct canvas *canvas)
{
	char text[2] = { ((struct probe *)page)->name, '\0' };

	note(text[0]);
	canvas_text(canvas, 0, 0, 1, 0, text);
}

static bool key(struct page *page, struct pages *pages, const struct key *k)
{
	struct probe *probe = (struct probe *)page;
	bool uses = probe->uses;

	(void)k;
	note(probe->name);
	if (probe->pops)
		pages_pop(pages);
	return uses;
}

static void changed(struct page *page)
{
	note(((struct probe *)page)->name);
}

static void release(struct page *page)
{
	note('-');
	note(((struct probe *)page)->name);
	free(page);
}

static const struct page_ops full = { false, draw, key, changed, release, NULL };
static const struct page_ops over = { true, draw, key, NULL, release, NULL };

static struct pages pages;
static const struct key any = { .code = 'x' };

static struct probe *push(const struct page_ops *ops, char name, bool uses)
{
	struct probe *probe = calloc(1, sizeof(*probe));

	assert_non_null(probe);
	probe->page.ops = ops;
	probe->name = name;
	probe->uses = uses;
	pages_push(&pages, &probe->page);
	return probe;
}

FIXTURE(setup)
{
	memset(&pages, 0, sizeof(pages));
	log_[0] = '\0';
	return 0;
}

FIXTURE(teardown)
{
	pages_release(&pages);
	return 0;
}

TEST(overlays_are_drawn_over_the_page_below)
{
	struct canvas canvas;

	push(&full, 'a', true);
	push(&full, 'b', true);
	push(&over, 'c', true);
	push(&over, 'd', true);
	canvas_init(&canvas, 1, 1);
	pages_draw(&pages, &canvas);
	assert_string_equal(log_, "bcd");
	assert_int_equal(canvas.cell[0].point[0], 'd');
	assert_false(pages.dirty);
	canvas_release(&canvas);
}

TEST(a_key_falls_through_but_not_through_an_overlay)
{
	push(&full, 'a', true);
	push(&full, 'b', false);
	pages_key(&pages, &any);
	assert_string_equal(log_, "ba");
	log_[0] = '\0';
	push(&over, 'c', false);
	pages_key(&pages, &any);
	assert_string_equal(log_, "c");
	assert_true(pages.dirty);
}

TEST(a_page_may_leave_while_it_handles_a_key)
{
	push(&full, 'a', true);
	push(&over, 'b', false)->pops = true;
	pages_key(&pages, &any);
	assert_string_equal(log_, "b-b");
	assert_int_equal(pages.n, 1);
	pages.stack[0]->ops = &full;
	((struct probe *)pages.stack[0])->pops = true;
	pages_key(&pages, &any);
	assert_int_equal(pages.n, 0);
	pages_key(&pages, &any);	/* nobody there */
	pages_pop(&pages);
}

static void after(struct pages *of)
{
	assert_ptr_equal(of, &pages);
	note('!');
}

TEST(what_comes_after_a_key_comes_once_and_last)
{
	pages.after = after;
	push(&full, 'a', true);
	push(&full, 'b', false);
	pages_key(&pages, &any);
	assert_string_equal(log_, "ba!");
	log_[0] = '\0';
	push(&over, 'c', false)->pops = true;
	pages_key(&pages, &any);
	assert_string_equal(log_, "c-c!");
	log_[0] = '\0';
	pages_pop(&pages);
	((struct probe *)pages.stack[0])->pops = true;
	pages_key(&pages, &any);	/* nobody is left to go anywhere */
	assert_string_equal(log_, "-ba-a");
}

TEST(all_hear_of_changes)
{
	push(&full, 'a', true);
	push(&over, 'b', true);		/* has no ear */
	push(&full, 'c', true);
	pages.dirty = false;
	pages_changed(&pages);
	assert_string_equal(log_, "ac");
	assert_true(pages.dirty);
}

TEST(a_full_stack_forgets_the_lowest_but_the_base)
{
	int i;

	for (i = 0; i < PAGES_MAX; i++)
		push(&full, (char)('a' + i), true);
	push(&full, 'z', true);
	assert_string_equal(log_, "-b");
	assert_int_equal(pages.n, PAGES_MAX);
	assert_int_equal(((struct probe *)pages.stack[0])->name, 'a');
	assert_int_equal(((struct probe *)pages.stack[PAGES_MAX - 1])->name, 'z');
}

TEST(a_toast_is_bounded)
{
	char text[1000];

	memset(text, 'x', sizeof(text) - 1);
	text[sizeof(text) - 1] = '\0';
	pages_toast(&pages, "%s", text);
	assert_int_equal(strlen(pages.toast), TOAST_MAX - 1);
	pages_toast(&pages, "Saved: %d.", 3);
	assert_string_equal(pages.toast, "Saved: 3.");
	assert_true(pages.dirty);
}

#define C(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
RUN(C(overlays_are_drawn_over_the_page_below),
    C(a_key_falls_through_but_not_through_an_overlay),
    C(a_page_may_leave_while_it_handles_a_key),
    C(what_comes_after_a_key_comes_once_and_last), C(all_hear_of_changes),
    C(a_full_stack_forgets_the_lowest_but_the_base), C(a_toast_is_bounded))
