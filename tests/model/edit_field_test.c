/* edit_field_test.c: every kind of edit has its row, and a row reads what it writes. */
#include "tests/expect.h"

#include "model/edit_past.h"

TEST(every_kind_has_a_row_of_its_own)
{
	for (int kind = 0; kind < EDIT_KINDS; kind++) {
		const struct edit_field *field =
			edit_field((enum edit_kind)kind, "api_access");

		assert_int_equal(field->kind, kind);
		assert_int_equal(edit_kind_find(field->name), kind);
		assert_true(*field->said && field->shape != EDITS_UNKNOWN);
		assert_true(field->whose != OF_NOTHING);
		if (field->shape == EDITS_FIELD || field->shape == EDITS_TIE)
			assert_non_null(field->column);
		if (field->shape == EDITS_TIE || field->holds == HOLDS_THING)
			assert_true(field->other != OF_NOTHING);
	}
	assert_int_equal(edit_field(EDIT_KINDS, NULL)->shape, EDITS_UNKNOWN);
	assert_int_equal(edit_kind_find("later"), EDIT_KINDS);
	assert_int_equal(edit_kind_find(""), EDIT_KINDS);
	assert_null(edit_field(EDIT_SETTING, "colour")->column);
	assert_null(edit_field(EDIT_SETTING, NULL)->column);
}

TEST(no_two_fields_share_a_kind_or_a_name)
{
	for (enum whose whose = OF_WORKSPACE; whose <= OF_OWN; whose++) {
		const struct edit_field *field = NULL;

		while ((field = edit_field_next(whose, field))) {
			assert_ptr_equal(edit_field(field->kind, field->column),
					 field);
			assert_int_equal(edit_kind_find(field->name),
					 field->kind);
		}
	}
}

/* Each by itself: what one writes no other one reads. */
TEST(a_field_reads_what_it_writes)
{
	for (enum whose whose = OF_USER; whose <= OF_OWN; whose++) {
		struct past_thing thing = { .n_links = 0 }, other = thing;
		const struct edit_field *field = NULL;
		int i = 0;

		while ((field = edit_field_next(whose, field))) {
			if (field_is_text(field))
				field_set_text(field, &thing.was, field->name);
			else
				field_set_value(field, &thing.was, ++i % 2);
		}
		for (i = 0; (field = edit_field_next(whose, field));) {
			if (field_is_text(field)) {
				assert_string_equal(field_text(field, &thing.was),
						    field->name);
				assert_string_equal(field->may_be_null ? "" :
					field_text(field, &other.was), "");
			} else {
				assert_int_equal(field_value(field, &thing.was),
						 ++i % 2);
			}
		}
	}
}

TEST(an_addition_and_a_deletion_of_each_sort)
{
	for (enum whose whose = OF_USER; whose <= OF_OWN; whose++) {
		enum edit_kind adds = edit_kind_of(EDITS_ADD, whose);
		enum edit_kind deletes = edit_kind_of(EDITS_DELETE, whose);

		assert_int_equal(edit_field(adds, NULL)->whose, whose);
		assert_int_equal(edit_field(deletes, NULL)->whose, whose);
		/* A request is of a project, too. */
		assert_int_equal(edit_of_project(adds), whose >= OF_REQUEST);
	}
}

RUN(CASE(every_kind_has_a_row_of_its_own), CASE(a_field_reads_what_it_writes),
    CASE(no_two_fields_share_a_kind_or_a_name),
    CASE(an_addition_and_a_deletion_of_each_sort))
