/* json_write_test.c: shape, commas, indentation, and what is escaped. */
#include "tests/expect.h"

#include "base/json_write.h"

static struct buf out;

FIXTURE(start)
{
	buf_init(&out, 4096);
	return 0;
}

FIXTURE(stop)
{
	buf_release(&out);
	return 0;
}

static void quotes_as(const char *text, const char *want)
{
	struct json json;

	buf_reset(&out);
	jsonw_init(&json, &out, 0);
	jsonw_string(&json, text);
	assert_string_equal(buf_text(&out), want);
}

static void write_sample(struct json *json)
{
	jsonw_object(json);
	jsonw_kstring(json, "name", "Maya");
	jsonw_kint(json, "n", INT64_MIN);
	jsonw_kbool(json, "on", true);
	jsonw_key(json, "none");
	jsonw_null(json);
	jsonw_key(json, "list");
	jsonw_array(json);
	jsonw_int(json, 1);
	jsonw_object(json);
	jsonw_object_end(json);
	jsonw_array(json);
	jsonw_array_end(json);
	jsonw_bool(json, false);
	jsonw_raw(json, "[1,2]");
	jsonw_array_end(json);
	jsonw_kstring(json, "gone", NULL);
	jsonw_object_end(json);
}

TEST(one_line)
{
	struct json json;

	jsonw_init(&json, &out, 0);
	write_sample(&json);
	assert_string_equal(buf_text(&out),
		"{\"name\":\"Maya\",\"n\":-9223372036854775808,\"on\":true,"
		"\"none\":null,\"list\":[1,{},[],false,[1,2]],\"gone\":null}");
	assert_int_equal(json.depth, 0);
}

TEST(indented)
{
	struct json json;

	jsonw_init(&json, &out, 1);
	write_sample(&json);
	assert_string_equal(buf_text(&out),
		"{\n \"name\": \"Maya\",\n \"n\": -9223372036854775808,\n"
		" \"on\": true,\n \"none\": null,\n \"list\": [\n  1,\n  {},\n"
		"  [],\n  false,\n  [1,2]\n ],\n \"gone\": null\n}");
}

TEST(arrays_of_objects)
{
	struct json json;
	int i;

	jsonw_init(&json, &out, 0);
	jsonw_array(&json);
	for (i = 0; i < 2; i++) {
		jsonw_object(&json);
		jsonw_kint(&json, "i", i);
		jsonw_object_end(&json);
	}
	jsonw_array_end(&json);
	assert_string_equal(buf_text(&out), "[{\"i\":0},{\"i\":1}]");
}

TEST(quotes_and_controls)
{
	quotes_as("", "\"\"");
	quotes_as("say \"so\" \\", "\"say \\\"so\\\" \\\\\"");
	quotes_as("\b\f\n\r\t", "\"\\b\\f\\n\\r\\t\"");
	quotes_as("\x01\x1b\x7f", "\"\\u0001\\u001b\\u007f\"");
	quotes_as("\xc2\x9b", "\"\\u009b\"");
}

TEST(hidden_characters)
{
	quotes_as("a\xe2\x80\xae" "b", "\"a\\u202eb\"");
	quotes_as("\xe2\x80\x8b\xef\xbb\xbf\xc2\xad",
		  "\"\\u200b\\ufeff\\u00ad\"");
	quotes_as("\xe2\x80\xa8", "\"\\u2028\"");
	quotes_as("\xf3\xa0\x81\x81", "\"\\udb40\\udc41\"");
}

TEST(other_text_stays_and_bad_bytes_are_replaced)
{
	quotes_as("caf\xc3\xa9 \xe4\xbd\xa0 \xf0\x9f\x98\x80",
		  "\"caf\xc3\xa9 \xe4\xbd\xa0 \xf0\x9f\x98\x80\"");
	quotes_as("a\xff", "\"a\\ufffd\"");
	quotes_as("\xed\xa0\x80", "\"\\ufffd\\ufffd\\ufffd\"");
	quotes_as("\xc0\x80", "\"\\ufffd\\ufffd\"");
}

TEST(keys_are_escaped_too)
{
	struct json json;

	jsonw_init(&json, &out, 0);
	jsonw_object(&json);
	jsonw_kint(&json, "a\"\n", 1);
	jsonw_object_end(&json);
	assert_string_equal(buf_text(&out), "{\"a\\\"\\n\":1}");
}

TEST(the_limit_is_told)
{
	struct buf small;
	struct json json;

	buf_init(&small, 8);
	jsonw_init(&json, &small, 0);
	jsonw_string(&json, "123456");
	assert_false(small.overflow);
	jsonw_string(&json, "7");
	assert_true(small.overflow);
	buf_release(&small);
}

#define FRESH(name) cmocka_unit_test_setup_teardown(name, start, stop)

RUN(FRESH(one_line),
    FRESH(indented),
    FRESH(arrays_of_objects),
    FRESH(quotes_and_controls),
    FRESH(hidden_characters),
    FRESH(other_text_stays_and_bad_bytes_are_replaced),
    FRESH(keys_are_escaped_too),
    FRESH(the_limit_is_told))
