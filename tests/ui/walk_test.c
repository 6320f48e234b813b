/* walk_test.c: how far keys and wheel go, and which rows are in sight. */
#include "tests/expect.h"

#include "ui/walk.h"

TEST(keys_walk_lines_pages_and_to_the_ends)
{
	static const struct { uint32_t code; long by; } want[] = {
		{ KEY_UP, -1 }, { 'k', -1 }, { KEY_DOWN, 1 }, { 'j', 1 },
		{ KEY_PGUP, -9 }, { KEY_PGDN, 9 }, { KEY_HOME, -WALK_END },
		{ 'g', -WALK_END }, { KEY_END, WALK_END }, { 'G', WALK_END },
		{ KEY_LEFT, 0 }, { 'K', 0 }, { KEY_ENTER, 0 }
	};
	size_t i;

	for (i = 0; i < sizeof(want) / sizeof(want[0]); i++) {
		struct key key = { .code = want[i].code };

		assert_int_equal(walk_key(&key, 9), want[i].by);
		key.mods = KEY_CTRL;
		assert_int_equal(walk_key(&key, 9), 0);
	}
}

TEST(the_wheel_goes_up_and_down)
{
	struct key key = { .code = KEY_MOUSE, .button = 64 };

	assert_int_equal(walk_wheel(&key), -1);
	key.button = 65;
	assert_int_equal(walk_wheel(&key), 1);
	key.button = 0;
	assert_int_equal(walk_wheel(&key), 0);
}

/* Every place of every small list: in sight, no blank rows, not moved without need. */
TEST(the_cursor_is_in_sight)
{
	size_t n, room, top, at, now;

	for (n = 1; n < 8; n++)
		for (room = 1; room < 9; room++)
			for (top = 0; top < 9; top++)
				for (at = 0; at < n; at++) {
					now = walk_top(top, at, room, n);
					assert_true(now <= at && at < now + room);
					assert_true(now == 0 || now + room <= n);
					if (top <= at && at < top + room &&
					    (top == 0 || top + room <= n))
						assert_int_equal(now, top);
				}
	assert_int_equal(walk_top(3, 0, 5, 0), 0);
	assert_int_equal(walk_top(2, 4, 0, 9), 2);
}

RUN(CASE(keys_walk_lines_pages_and_to_the_ends), CASE(the_wheel_goes_up_and_down),
    CASE(the_cursor_is_in_sight))
