/* error_test.c: kinds, exit statuses, the parts of an error. */
#include "tests/expect.h"

#include "base/error.h"

TEST(statuses_are_those_of_the_interface)
{
	assert_int_equal(error_exit_status(ERROR_NONE), 0);
	assert_int_equal(error_exit_status(ERROR_CHECK), 1);
	assert_int_equal(error_exit_status(ERROR_INVALID), 2);
	assert_int_equal(error_exit_status(ERROR_DENIED), 3);
	assert_int_equal(error_exit_status(ERROR_NOT_FOUND), 4);
	assert_int_equal(error_exit_status(ERROR_CONFLICT), 5);
	assert_int_equal(error_exit_status(ERROR_LOCKED), 6);
	assert_int_equal(error_exit_status(ERROR_NETWORK), 7);
	assert_int_equal(error_exit_status(ERROR_STORE), 8);
	assert_int_equal(error_exit_status(ERROR_BUG), 70);
}

TEST(setting_replaces_all_parts)
{
	struct error err;

	assert_false(error_set(&err, ERROR_DENIED, "ROLE_NEEDED", "no %d", 1));
	error_remedy(&err, "ask an Admin");
	assert_string_equal(err.text, "no 1");
	assert_string_equal(err.code, "ROLE_NEEDED");
	assert_string_equal(err.remedy, "ask an Admin");
	error_set(&err, ERROR_INVALID, NULL, "other");
	assert_string_equal(err.code, "");
	assert_string_equal(err.remedy, "");
	assert_false(error_set(NULL, ERROR_INVALID, NULL, "nobody listens"));
}

RUN(CASE(statuses_are_those_of_the_interface),
    CASE(setting_replaces_all_parts))
