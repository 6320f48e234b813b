/* panel_state_test.c: what people had is found again where their numbers are others'. */
#include "tests/expect.h"

#include <stdlib.h>

#include "base/mem.h"
#include "screen/panel/panel_priv.h"

enum { VISITOR = 99 };

/* People by their ids, and what each has; the visitor's is the last. */
static struct panel_state state_of(uint32_t n, const uint64_t *ids, const uint8_t *levels,
				   const uint32_t *caps)
{
	struct panel_state state = { .known = true };

	state.ids = mem_alloc(sizeof(*state.ids) + (n + 1u) * sizeof(state.ids->v[0]));
	state.ids->refs = 1;
	state.ids->n = n;
	state.ids->kind = THING_USER;
	memcpy(state.ids->v, ids, n * sizeof(*ids));
	state.ids->v[n] = VISITOR;
	state.levels = mem_alloc(n + 1u);
	memcpy(state.levels, levels, n + 1u);
	state.caps = mem_array(n + 1u, sizeof(*state.caps));
	memcpy(state.caps, caps, (n + 1u) * sizeof(*caps));
	return state;
}

static void release(struct panel *panel)
{
	panel_state_drop(&panel->now);
	panel_state_drop(&panel->was);
	panel_state_drop(&panel->before);
	free(panel->who);
}

static void row(const struct panel *panel, size_t i, unsigned was, unsigned was_caps,
		bool changed)
{
	struct panel_row row = panel_row(panel, i);

	assert_int_equal(row.was, was);
	assert_int_equal(row.was_caps, was_caps);
	assert_int_equal(row.changed, changed);
}

static void with_rows(struct panel *panel)
{
	uint32_t i;

	panel_room(panel, panel->now.ids->n + 1u);
	for (i = 0; i < panel->now.ids->n; i++)
		panel->who[panel->n_all++] = i;
	panel->who[panel->n_all++] = ANYONE;
}

TEST(people_are_found_by_their_ids)
{
	/* 20 and 10 changed places, 30 moved up, 40 went, 50 came, 60 stays. */
	static const uint64_t then[] = { 20, 10, 40, 30, 60 };
	static const uint8_t had[] = { 0x22, 0x33, 0x44, 0x42, 0x11, 0x12 };
	static const uint32_t had_caps[] = { 1, 2, 3, 4, 5, 0 };
	static const uint64_t now[] = { 10, 20, 30, 50, 60, 70 };
	static const uint8_t has[] = { 0x33, 0x44, 0x42, 0x11, 0x11, 0, 0x12 };
	static const uint32_t has_caps[] = { 2, 1, 4, 0, 6, 0, 0 };
	struct panel panel = { .alone = NOBODY };

	panel.before = state_of(5, then, had, had_caps);
	panel.now = state_of(6, now, has, has_caps);
	with_rows(&panel);
	panel_state_compare(&panel, &panel.before);
	row(&panel, 0, 3, 2, false);
	row(&panel, 1, 2, 1, true);
	row(&panel, 2, 2, 4, false);
	row(&panel, 3, 0, 0, true);
	row(&panel, 4, 1, 5, true);
	row(&panel, 5, 0, 0, false);
	row(&panel, 6, 2, 0, false);
	panel_count(&panel);
	assert_int_equal(panel.changed, 3);
	assert_int_equal(panel.up, 2);		/* 20, and 50 who came */
	assert_int_equal(panel.down, 1);	/* 60 is held in one more */
	release(&panel);
}

TEST(of_the_same_names_numbers_are_enough)
{
	static const uint64_t ids[] = { 10, 20 };
	static const uint8_t had[] = { 0x33, 0x44, 0 }, has[] = { 0x32, 0x44, 0 };
	static const uint32_t none[3];
	struct panel panel = { .alone = NOBODY };

	panel.now = state_of(2, ids, had, none);
	panel_state_copy(&panel.before, &panel.now);
	assert_ptr_equal(panel.before.ids, panel.now.ids);
	memcpy(panel.now.levels, has, sizeof(has));
	with_rows(&panel);
	panel_state_compare(&panel, &panel.before);
	row(&panel, 0, 3, 0, true);
	row(&panel, 1, 4, 0, false);
	row(&panel, 2, 0, 0, false);
	panel_count(&panel);
	assert_int_equal(panel.down, 1);
	assert_int_equal(panel.downgraded, 1);
	assert_int_equal(panel.reached, 2);
	release(&panel);
}

RUN(CASE(people_are_found_by_their_ids), CASE(of_the_same_names_numbers_are_enough))
