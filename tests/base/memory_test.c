/* memory_test.c: buf, arena, growing arrays and the map from text to number. */
#include "tests/expect.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/mem.h"
#include "base/strmap.h"

TEST(buf_grows_and_stays_a_string)
{
	struct buf buf;
	int i;

	buf_init(&buf, 10000);
	assert_string_equal(buf_text(&buf), "");
	for (i = 0; i < 1000; i++)
		buf_printf(&buf, "%d,", i % 10);
	assert_int_equal(buf.len, 2000);
	assert_int_equal(strlen(buf_text(&buf)), 2000);
	assert_false(buf.overflow);
	buf_reset(&buf);
	assert_string_equal(buf_text(&buf), "");
	buf_adds(&buf, "ab");
	buf_addc(&buf, 'c');
	buf_pad(&buf, '-', 3);
	buf_add(&buf, "x\0y", 3);
	assert_int_equal(buf.len, 9);
	assert_memory_equal(buf_text(&buf), "abc---x\0y", 10);
	buf_release(&buf);
}

TEST(buf_holds_its_limit_and_says_so)
{
	struct buf buf;

	buf_init(&buf, 5);
	buf_adds(&buf, "12345");
	assert_false(buf.overflow);
	buf_addc(&buf, '6');
	assert_true(buf.overflow);
	assert_string_equal(buf_text(&buf), "12345");
	buf_reset(&buf);
	assert_false(buf.overflow);
	buf_printf(&buf, "%s", "123456");
	assert_true(buf.overflow);
	assert_string_equal(buf_text(&buf), "");
	buf_addc(&buf, 'x');		/* once over, nothing more comes */
	assert_string_equal(buf_text(&buf), "");
	buf_release(&buf);
}

TEST(arena_gives_zeroed_memory_of_its_own)
{
	struct arena arena = { 0 };
	unsigned char *piece[200];
	size_t i, j;

	for (i = 0; i < 200; i++) {
		piece[i] = arena_alloc(&arena, i * 37 + 1);
		assert_int_equal((uintptr_t)piece[i] % sizeof(void *), 0);
		for (j = 0; j < i * 37 + 1; j++)
			assert_int_equal(piece[i][j], 0);
		memset(piece[i], (int)i, i * 37 + 1);
	}
	for (i = 0; i < 200; i++)
		for (j = 0; j < i * 37 + 1; j++)
			assert_int_equal(piece[i][j], i);
	arena_release(&arena);
	assert_int_equal(arena.used, 0);
	arena_release(&arena);
}

TEST(arena_copies_text)
{
	struct arena arena = { 0 };
	char source[] = "Revenue model";
	char *whole = arena_strdup(&arena, source);
	char *part = arena_strndup(&arena, source, 7);
	char *made = arena_printf(&arena, "%s/%d", source, 7);
	int *array = arena_array(&arena, 1000, sizeof(*array));

	memset(source, 'x', sizeof(source) - 1);
	assert_string_equal(whole, "Revenue model");
	assert_string_equal(part, "Revenue");
	assert_string_equal(made, "Revenue model/7");
	assert_int_equal(array[999], 0);
	arena_release(&arena);
	whole = arena_strdup(&arena, "again");
	assert_string_equal(whole, "again");
	arena_release(&arena);
}

TEST(arrays_grow_by_one)
{
	size_t cap = 0, n;
	int *array = NULL;

	for (n = 0; n < 100; n++) {
		array = mem_grow(array, n, &cap, sizeof(*array));
		assert_true(cap > n);
		array[n] = (int)n;
	}
	for (n = 0; n < 100; n++)
		assert_int_equal(array[n], n);
	free(array);
}

TEST(an_empty_map_has_nothing)
{
	struct strmap map = { 0 };
	uint32_t value = 7;

	assert_false(strmap_get(&map, "x", &value));
	strmap_remove(&map, "x");
	assert_int_equal(value, 7);
	strmap_release(&map);
}

TEST(add_keeps_set_replaces)
{
	struct strmap map = { 0 };
	uint32_t value = 0;

	assert_true(strmap_add(&map, "a", 1, &value));
	assert_int_equal(value, 0);
	assert_false(strmap_add(&map, "a", 2, &value));
	assert_int_equal(value, 1);
	assert_false(strmap_add(&map, "a", 2, NULL));
	strmap_set(&map, "a", 3);
	strmap_set(&map, "", 4);
	assert_int_equal(map.n, 2);
	assert_true(strmap_get(&map, "a", &value));
	assert_int_equal(value, 3);
	assert_true(strmap_get(&map, "", &value));
	assert_int_equal(value, 4);
	assert_true(strmap_get(&map, "a", NULL));
	strmap_remove(&map, "a");
	assert_false(strmap_get(&map, "a", &value));
	assert_int_equal(map.n, 1);
	strmap_release(&map);
	assert_int_equal(map.n, 0);
}

enum { KEYS = 3000 };

/* Against a plain array, with keys that differ in their first bytes, their
 * last ones, and their length; slots are pulled back at every removal. */
TEST(the_map_agrees_with_an_array)
{
	static char key[KEYS][32];
	static int64_t model[KEYS];	/* -1: not there */
	struct strmap map = { 0 };
	uint64_t seed = 7;
	uint32_t value;
	size_t i, k, there = 0;

	for (i = 0; i < KEYS; i++) {
		snprintf(key[i], sizeof(key[i]), i % 3 == 0 ? "u-%zu" :
			 i % 3 == 1 ? "%zu-long-common-tail" : "common-head-%05zu",
			 i);
		model[i] = -1;
	}
	for (i = 0; i < 60000; i++) {
		seed = seed * UINT64_C(6364136223846793005) + 1442695;
		k = (size_t)(seed >> 33) % KEYS;
		if (seed >> 63) {
			there += model[k] < 0;
			model[k] = (int64_t)i;
			strmap_set(&map, key[k], (uint32_t)i);
		} else {
			there -= model[k] >= 0;
			model[k] = -1;
			strmap_remove(&map, key[k]);
		}
		assert_int_equal(map.n, there);
	}
	for (k = 0; k < KEYS; k++) {
		assert_int_equal(strmap_get(&map, key[k], &value), model[k] >= 0);
		if (model[k] >= 0)
			assert_int_equal(value, model[k]);
	}
	assert_true(there > KEYS / 4);
	strmap_release(&map);
}

/* Long runs would make a million users a matter of minutes. */
TEST(runs_stay_short)
{
	static char key[20000][16];
	struct strmap map = { 0 };
	size_t i, run = 0, longest = 0;

	for (i = 0; i < 20000; i++) {
		snprintf(key[i], sizeof(key[i]), "u-%zu", i);
		assert_true(strmap_add(&map, key[i], (uint32_t)i, NULL));
	}
	for (i = 0; i < map.cap; i++) {
		run = map.slot[i].key ? run + 1 : 0;
		longest = run > longest ? run : longest;
	}
	assert_true(longest < 200);
	strmap_release(&map);
}

RUN(CASE(buf_grows_and_stays_a_string),
    CASE(buf_holds_its_limit_and_says_so),
    CASE(arena_gives_zeroed_memory_of_its_own),
    CASE(arena_copies_text),
    CASE(arrays_grow_by_one),
    CASE(an_empty_map_has_nothing),
    CASE(add_keeps_set_replaces),
    CASE(the_map_agrees_with_an_array),
    CASE(runs_stay_short))
