/* name_index_test.c: names by what is typed. */
#include "access/ask/name_index.h"
#include "tests/expect.h"

#include <stdio.h>
#include <string.h>

static struct facts facts;
static struct name_index names;

static void fill(void)
{
	facts_init(&facts);
	(void)facts_add_user(&facts, "u-bob", "bob@acme.example", "Bob Stein", ROLE_EDITOR);
	(void)facts_add_user(&facts, "u-bb", "bobby@acme.example", "Bobby Tables",
			     ROLE_VIEWER);
	(void)facts_add_user(&facts, "u-x", "zo@acme.example", "", ROLE_VIEWER);
	(void)facts_add_project(&facts, "p-rev", "Revenue model", 0);
	(void)facts_add_project(&facts, "p-old", "Old revenue", 0);
	(void)facts_add_project(&facts, "p-prev", "Prevention", 0);
	(void)facts_add_group(&facts, "g-data", "Data Team");
	(void)facts_add_asset(&facts, "a-key", 1, "STRIPE_KEY");
}

static void build(size_t most)
{
	struct seen seen = seen_everything(&facts);
	int times = 1;

	for (; !name_index_build(&names, &seen, most); times++)
		assert_in_range(times, 1, 100);
}

static void drop(void)
{
	name_index_release(&names);
	facts_release(&facts);
}

/* "Revenue model, Old revenue": what is found, in its order. */
static void finds(const char *typed, const char *want)
{
	struct name_hit hit[8];
	char got[400] = "";
	size_t n = name_find(&names, NAMES_ALL, typed, hit, 8), i, at = 0;

	for (i = 0; i < n && i < 8; i++)
		at += (size_t)snprintf(got + at, sizeof(got) - at, "%s%s",
				       i ? ", " : "", hit[i].folded);
	assert_string_equal(got, want);
}

TEST(better_fits_come_first)
{
	fill();
	build(1000);
	finds("rev", "revenue model, old revenue");
	finds("revenue", "revenue model, old revenue");
	finds("model rev", "revenue model");
	finds("bob", "bob stein, bobby tables");
	finds("BOB", "bob stein, bobby tables");
	finds("b", "bob stein, bobby tables");
	finds("bs", "bob stein");
	finds("stripe key", "stripe_key");
	finds("stripe_k", "stripe_key");
	finds("bobby@acme.example", "bobby tables");
	finds("p-old", "old revenue");
	finds("zo", "zo@acme.example");
	finds("data team", "data team");
	finds("data bob", "");
	finds("", "");
	finds("acme", "zo@acme.example");	/* who has no name */
	drop();
}

TEST(parts_make_the_same_index)
{
	size_t most;

	for (most = 1; most < 12; most++) {
		fill();
		build(most);
		finds("bob", "bob stein, bobby tables");
		finds("rev", "revenue model, old revenue");
		drop();
	}
}

TEST(what_is_within_is_asked_for)
{
	struct name_hit hit[4];

	fill();
	build(1000);
	assert_int_equal(name_find_within(&names, NAMES_ALL, "vent", hit, 4), 1);
	assert_string_equal(hit[0].folded, "prevention");
	assert_int_equal(hit[0].rank, NAME_WITHIN);
	/* those that begin so are not told twice */
	assert_int_equal(name_find_within(&names, NAMES_ALL, "rev", hit, 4), 1);
	assert_int_equal(name_find_within(&names, 1 << NAME_USER, "vent", hit, 4), 0);
	drop();
}

/* The best few, and how many there are. */
TEST(many_are_counted)
{
	struct name_hit hit[3];
	char id[16], name[32];
	int i;

	facts_init(&facts);
	for (i = 0; i < 30000; i++) {
		snprintf(id, sizeof(id), "u-%d", i);
		snprintf(name, sizeof(name), "Person %05d", 29999 - i);
		(void)facts_add_user(&facts, id, id, name, ROLE_EDITOR);
	}
	build(SIZE_MAX / 16);
	assert_int_equal(name_find(&names, NAMES_ALL, "pers 00042", hit, 3), 1);
	assert_int_equal(hit[0].n, 29999 - 42);
	assert_int_equal(name_find(&names, NAMES_ALL, "person 0004", hit, 3), 10);
	assert_string_equal(hit[2].folded, "person 00042");
	assert_int_equal(name_find(&names, NAMES_ALL, "person", hit, 3), NAME_COUNTED);
	drop();
}

TEST(an_empty_workspace)
{
	facts_init(&facts);
	build(1);
	finds("bob", "");
	drop();
}

RUN(CASE(better_fits_come_first), CASE(parts_make_the_same_index),
    CASE(what_is_within_is_asked_for), CASE(many_are_counted), CASE(an_empty_workspace))
