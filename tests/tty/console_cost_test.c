/* console_cost_test.c: what a key costs in bytes, writes and frames, and that
 * nothing costs anything while nobody does a thing. */
#include "base/attr.h"
#include "tests/tty/console.h"

static const struct pty_options small = { .rows = 24, .cols = 80 };
static const struct pty_options counted = { .rows = 24, .cols = 80,
	.count_writes = true };

/* The dearest of this key, pressed so many times, in bytes. */
static size_t dearest(struct pty *pty, const char *key, int times)
{
	size_t before, most = 0;
	int i;

	for (i = 0; i < times; i++) {
		before = pty_bytes(pty);
		keys(pty, key);
		if (pty_bytes(pty) - before > most)
			most = pty_bytes(pty) - before;
	}
	return most;
}

static void is_one_write(struct pty *pty, const char *bytes)
{
	assert_int_equal(pty_count_writes(pty, bytes, strlen(bytes)), 1);
}

TEST(an_arrow_without_the_panel)
{
	struct pty *pty = open_demo(&counted);

	keys(pty, "pp");
	shows_not(pty, " held ");
	assert_in_range(dearest(pty, "<Down>", 12), 10, 200);
	assert_in_range(dearest(pty, "<Up>", 12), 10, 200);
	is_one_write(pty, "\033[B");
	keys(pty, "4");
	assert_in_range(dearest(pty, "<Down>", 12), 10, 200);
	is_one_write(pty, "\033[B");
	leave(pty);
}

TEST(an_arrow_with_the_panel)
{
	struct pty *pty = open_demo(&counted);

	shows(pty, "7 held");
	assert_in_range(dearest(pty, "<Down>", 11), 10, 800);
	assert_in_range(dearest(pty, "<Up>", 11), 10, 800);
	is_one_write(pty, "\033[B");
	keys(pty, "4");
	assert_in_range(dearest(pty, "<Down>", 11), 10, 800);
	is_one_write(pty, "\033[B");
	leave(pty);
}

/* Twelve of them, the panel beside the list: the dearest, and the mean. */
TEST(an_arrow_where_all_panes_stand)
{
	static const struct { int cols, rows; size_t worst, mean; } sizes[] = {
		{ 80, 24, 800, 600 }, { 120, 40, 2600, 1900 },
		{ 160, 50, 4200, 3000 }
	};
	static const char *const tabs[] = { "5", "4", "1" };
	struct pty_options options;
	struct pty *pty;
	size_t i, t, n, before, cost, sum;

	for (i = 0; i < COUNT_OF(sizes); i++) {
		options = (struct pty_options){ .rows = sizes[i].rows,
						.cols = sizes[i].cols };
		pty = open_demo(&options);
		for (t = 0; t < COUNT_OF(tabs); t++) {
			keys(pty, tabs[t]);
			for (sum = n = 0; n < 12; n++) {
				before = pty_bytes(pty);
				keys(pty, "<Down>");
				cost = pty_bytes(pty) - before;
				sum += cost;
				if (cost > sizes[i].worst)
					fail_msg("tab %s at %d columns: %zu bytes",
						 tabs[t], sizes[i].cols, cost);
			}
			if (sum / 12 > sizes[i].mean)
				fail_msg("tab %s at %d columns: %zu bytes in the "
					 "mean", tabs[t], sizes[i].cols, sum / 12);
		}
		leave(pty);
	}
}

/* A whole screen, too. */
TEST(every_frame_is_one_write)
{
	static const char *const key[] = {
		"1", "2", "3", "4", "5", "p", "p", "p", ":", "\033", "w", "w",
		"\014", "/", "r", "\r", "\033"
	};
	struct pty *pty = open_demo(&counted);
	unsigned long frames;
	size_t i;

	for (i = 0; i < sizeof(key) / sizeof(key[0]); i++) {
		frames = pty_frames(pty);
		is_one_write(pty, key[i]);
		assert_int_equal(pty_frames(pty) - frames, 1);
	}
	leave(pty);
}

TEST(a_burst_of_keys)
{
	struct pty *pty = open_demo(&small);
	unsigned long frames;
	size_t bytes;

	keys(pty, "4");
	frames = pty_frames(pty);
	bytes = pty_bytes(pty);
	pty_send(pty, "jjjjjjjjjjjjjjjjjjjjjjjjjjjjjj", 30);
	assert_in_range(pty_frames(pty) - frames, 1, 2);
	cursor_on(pty, "▌ Ravi Menon");	/* the 31st of 40 */
	keys(pty, "ppg");
	frames = pty_frames(pty);
	bytes = pty_bytes(pty);
	pty_send(pty, "jjjjjjjjjjkkkkkkkkkkjjjjjjjjjj", 30);
	assert_in_range(pty_frames(pty) - frames, 1, 2);
	assert_in_range(pty_bytes(pty) - bytes, 10, 1000);
	cursor_on(pty, "▌ Fiona Nair");
	is_fresh(pty);
	leave(pty);
}

/* No bytes, and it does not even wake up. */
TEST(idle_costs_nothing)
{
	static const char *const at[] = { "", "4", ":", "<Esc>w" };
	struct pty *pty = open_demo(&small);
	size_t bytes, i;
	long waked;

	for (i = 0; i < sizeof(at) / sizeof(at[0]); i++) {
		keys(pty, at[i]);
		pty_listen(pty, 50);	/* it goes to sleep */
		bytes = pty_bytes(pty);
		waked = pty_status(pty, "voluntary_ctxt_switches");
		assert_true(waked > 0);
		pty_listen(pty, 300);
		assert_int_equal(pty_bytes(pty), bytes);
		assert_int_equal(pty_status(pty, "voluntary_ctxt_switches"),
				 waked);
	}
	leave(pty);
}

TEST(it_is_small)
{
	struct pty *pty = open_demo(&small);

	keys(pty, "1234w<Esc>:<Esc>5");
#ifndef __SANITIZE_ADDRESS__
	/* what is its own: shared libraries are not counted */
	assert_in_range(pty_status(pty, "RssAnon"), 1, 8 * 1024);
#endif
	leave(pty);
}

RUN(CASE(an_arrow_without_the_panel), CASE(an_arrow_with_the_panel),
    CASE(an_arrow_where_all_panes_stand), CASE(every_frame_is_one_write), CASE(a_burst_of_keys),
    CASE(idle_costs_nothing), CASE(it_is_small))
