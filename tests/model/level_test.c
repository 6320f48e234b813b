/* level_test.c: codes, labels, kinds and sorted sets. */
#include "tests/expect.h"

#include "base/attr.h"
#include "model/kind.h"
#include "model/level.h"
#include "model/numbers.h"

TEST(codes_are_read_back)
{
	enum level level;
	enum role role;
	enum plan plan;
	enum state place;

	for (int i = 0; i < LEVELS; i++) {
		assert_true(level_from_code(level_code((enum level)i), &level));
		assert_int_equal(level, i);
		assert_true(level_parse(level_label((enum level)i), &level));
		assert_int_equal(level, i);
	}
	for (int i = 0; i < ROLES; i++) {
		assert_true(role_from_code(role_code((enum role)i), &role));
		assert_int_equal(role, i);
		assert_true(role_parse(role_label((enum role)i), &role));
		assert_int_equal(role, i);
	}
	for (int i = 0; i < PLANS; i++) {
		assert_true(plan_from_code(plan_code((enum plan)i), &plan));
		assert_int_equal(plan, i);
	}
	for (int i = 0; i < STATES; i++) {
		assert_true(state_from_code(state_code((enum state)i), &place));
		assert_int_equal(place, i);
	}
}

TEST(people_may_write_levels_in_any_form)
{
	static const char *const forms[] = { "can_edit", "can-edit", "Can Edit",
		"CAN_EDIT", "can edit" };
	enum level level;
	enum builtin builtin;
	enum role role;

	for (size_t i = 0; i < COUNT_OF(forms); i++) {
		assert_true(level_parse(forms[i], &level));
		assert_int_equal(level, LEVEL_CAN_EDIT);
	}
	assert_true(role_parse("Author", &role));	/* D28 */
	assert_int_equal(role, ROLE_EDITOR);
	assert_true(builtin_parse("Workspace guests", &builtin));
	assert_int_equal(builtin, BUILTIN_GUESTS);
	assert_false(level_parse("can_edi", &level));
	assert_true(level_parse(" can_edit\xc2\xa0", &level));
	assert_int_equal(level, LEVEL_CAN_EDIT);
	assert_false(level_parse("", &level));
	assert_false(role_parse("anonymous", &role));
}

TEST(stores_hold_codes_only)
{
	enum level level;
	enum role role;

	assert_false(level_from_code("Can Edit", &level));
	assert_false(level_from_code("can-edit", &level));
	assert_false(role_from_code("author", &role));
	assert_false(role_from_code("Admin", &role));
}

TEST(labels_are_those_of_the_pages)
{
	assert_string_equal(level_label(LEVEL_NONE), "No access");
	assert_string_equal(level_label(LEVEL_APP_ONLY), "App Only");
	assert_string_equal(role_code(ROLE_ANONYMOUS), "anonymous");
	assert_string_equal(builtin_code(BUILTIN_GUESTS), "workspace_guests");
	assert_string_equal(builtin_label(BUILTIN_PUBLIC), "Public");
}

TEST(secret_names_obey_the_rule)
{
	static const char *const good[] = { "STRIPE_KEY", "_", "a1", "Hex_x",
		"falsehood",
		"a234567890123456789012345678901234567890123456789012345678901234" };
	static const char *const bad[] = { "", "1a", "a-b", "a b", "hex_user",
		"None", "lambda", "\xc3\xa9t\xc3\xa9",
		"a2345678901234567890123456789012345678901234567890123456789012345" };

	size_t kind;

	assert_true(kind_find("secret", &kind));
	for (size_t i = 0; i < COUNT_OF(good); i++)
		assert_null(kind_at(kind)->name_fault(good[i]));
	for (size_t i = 0; i < COUNT_OF(bad); i++)
		assert_non_null(kind_at(kind)->name_fault(bad[i]));
}

TEST(every_kind_is_registered_and_whole)
{
	static const char *const nouns[] = { "connection", "secret", "package",
					     "files" };
	size_t kind;

	assert_int_equal(kind_count(), COUNT_OF(nouns));
	for (size_t i = 0; i < COUNT_OF(nouns); i++) {
		assert_true(kind_find(nouns[i], &kind));
		assert_int_equal(kind, i);
		assert_true(kind_find(kind_at(i)->code, &kind));
		assert_int_equal(kind, i);
		assert_true(kind_at(i)->plan >= PLAN_PROFESSIONAL);
		assert_non_null(kind_at(i)->home);
	}
	assert_false(kind_find("dashboard", &kind));
}

TEST(sets_of_numbers_stay_sorted)
{
	struct numbers set = { 0 };

	assert_true(numbers_add(&set, 7));
	assert_true(numbers_add(&set, 3));
	assert_true(numbers_add(&set, 5));
	assert_false(numbers_add(&set, 5));
	assert_int_equal(set.n, 3);
	assert_int_equal(set.v[0], 3);
	assert_int_equal(set.v[2], 7);
	assert_true(numbers_remove(&set, 3));
	assert_false(numbers_remove(&set, 3));
	assert_true(numbers_has(&set, 7));
	assert_false(numbers_has(&set, 6));
	numbers_append(&set, 7);
	numbers_append(&set, 1);
	numbers_append(&set, 7);
	numbers_settle(&set);
	assert_int_equal(set.n, 3);
	assert_int_equal(set.v[0], 1);
	assert_int_equal(set.v[1], 5);
	assert_int_equal(set.v[2], 7);
	free(set.v);
}

TEST(what_is_borrowed_is_copied_when_it_grows)
{
	uint32_t lent[] = { 2, 5, 9, 77 };
	struct numbers set = { .v = lent, .n = 3 };

	assert_true(numbers_has(&set, 5));
	assert_true(numbers_add(&set, 7));
	assert_int_equal(set.n, 4);
	assert_true(set.v[2] == 7 && set.v[3] == 9);
	assert_true(lent[2] == 9 && lent[3] == 77);
	numbers_release(&set);
	assert_int_equal(set.n, 0);
}

TEST(what_is_borrowed_is_never_freed)
{
	uint32_t lent[] = { 2, 5 };
	struct numbers set = { .v = lent, .n = 2 };

	assert_true(numbers_remove(&set, 2));
	assert_true(numbers_remove(&set, 5));
	assert_true(numbers_add(&set, 4));
	assert_true(set.n == 1 && set.v[0] == 4 && set.v != lent);
	numbers_release(&set);
	set = (struct numbers){ .v = lent, .n = 2 };
	numbers_release(&set);
}

RUN(CASE(codes_are_read_back), CASE(people_may_write_levels_in_any_form),
    CASE(stores_hold_codes_only), CASE(labels_are_those_of_the_pages),
    CASE(secret_names_obey_the_rule), CASE(every_kind_is_registered_and_whole),
    CASE(sets_of_numbers_stay_sorted),
    CASE(what_is_borrowed_is_copied_when_it_grows),
    CASE(what_is_borrowed_is_never_freed))
