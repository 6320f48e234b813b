/* sign_aws_test.c: requests are signed as botocore signs them: sign_aws.jsonl beside this
 * file, or what the environment names (SIGN_VECTORS), made by tests/services/
 * sign_vectors.py; and what cannot be signed is refused. */
#include "tests/expect.h"

#include <jansson.h>

#include "base/attr.h"
#include "net/sign_aws.h"

enum { LINE = 1 << 16, LEAST = 40 };

static const char *text(const json_t *row, const char *name)
{
	const char *value = json_string_value(json_object_get(row, name));

	if (!value)
		fail_msg("%s is missing", name);
	return value;
}

static void target_of(const json_t *row, struct buf *out)
{
	const json_t *query = json_object_get(row, "query");
	struct aws_pair pairs[16];
	size_t i, n = json_array_size(query);

	assert_true(n <= COUNT_OF(pairs));
	for (i = 0; i < n; i++)
		pairs[i] = (struct aws_pair){
			json_string_value(json_array_get(json_array_get(query, i), 0)),
			json_string_value(json_array_get(json_array_get(query, i), 1)) };
	aws_path(out, text(row, "path"), strlen(text(row, "path")));
	aws_query(out, pairs, n);
}

static void one(const json_t *row)
{
	const struct aws_keys keys = { text(row, "id"), text(row, "secret"),
				       text(row, "token") };
	const json_t *list = json_object_get(row, "headers");
	const char *headers[AWS_HEADERS + 1] = { NULL };
	struct aws_request request = {
		.service = text(row, "service"), .region = text(row, "region"),
		.method = text(row, "method"), .host = text(row, "host"),
		.headers = headers, .body = text(row, "body"),
		.n_body = strlen(text(row, "body")),
		.now = json_integer_value(json_object_get(row, "now")) };
	struct aws_signed with;
	struct buf target;
	size_t i;

	buf_init(&target, LINE);
	target_of(row, &target);
	request.target = buf_text(&target);
	for (i = 0; i < json_array_size(list); i++)
		headers[i] = json_string_value(json_array_get(list, i));
	assert_string_equal(request.target, text(row, "target"));
	assert_true(aws_sign(&keys, &request, &with));
	assert_string_equal(buf_text(&with.authorization), text(row, "authorization"));
	aws_signed_wipe(&with);
	buf_release(&target);
}

TEST(signed_as_botocore_signs)
{
	const char *source = getenv("srcdir_abs"), *given = getenv("SIGN_VECTORS");
	static char line[LINE];
	char path[4096];
	json_t *row;
	size_t n = 0;
	FILE *file;

	snprintf(path, sizeof(path), "%s/tests/net/sign_aws.jsonl", source ? source : ".");
	file = fopen(given ? given : path, "r");
	if (!file)
		fail_msg("%s cannot be read", given ? given : path);
	for (; fgets(line, sizeof(line), file); n++) {
		row = json_loads(line, 0, NULL);
		if (!row)
			fail_msg("line %zu is no JSON", n + 1);
		one(row);
		json_decref(row);
	}
	fclose(file);
	if (n < LEAST)
		fail_msg("only %zu requests", n);
	print_message("# %zu requests\n", n);
}

static bool signs(const char *const *headers)
{
	const struct aws_keys keys = { "AKIDEXAMPLE1", "secret", NULL };
	const struct aws_request request = {
		.service = "s3", .region = "eu-west-3", .method = "GET", .host = "h",
		.target = "/", .headers = headers };
	struct aws_signed with;
	bool good = aws_sign(&keys, &request, &with);

	aws_signed_wipe(&with);
	return good;
}

TEST(what_cannot_be_signed_is_refused)
{
	static const char *const bad[][3] = {
		{ "X-A: 1\r\nX-B: 2" }, { "X-A: 1\nX-B: 2" }, { "no colon" }, { ": nameless" },
		{ "X-A: 1", "x-a: 2" }, { "HOST: other" }, { "x-amz-date: 20200101T000000Z" } };
	static const char *const many[] = { "A: 1", "B: 1", "C: 1", "D: 1", "E: 1", "F: 1",
		"G: 1", "I: 1", "J: 1", "K: 1", "L: 1", "M: 1", "N: 1", NULL };
	static const char *const good[] = { "X-A: 1", "X-Ab: 2", NULL };
	size_t i;

	assert_true(signs(good));
	assert_true(signs(NULL));
	assert_false(signs(many));
	for (i = 0; i < COUNT_OF(bad); i++)
		if (signs(bad[i]))
			fail_msg("\"%s\" is signed", bad[i][0]);
}

TEST(another_secret_signs_otherwise)
{
	const struct aws_keys keys[2] = { { "AKIDEXAMPLE1", "secret", NULL },
					  { "AKIDEXAMPLE1", "secreT", NULL } };
	const struct aws_request request = { .service = "s3", .region = "eu-west-3",
		.method = "GET", .host = "h", .target = "/" };
	struct aws_signed with[2];
	size_t i;

	for (i = 0; i < 2; i++)
		assert_true(aws_sign(&keys[i], &request, &with[i]));
	assert_string_not_equal(buf_text(&with[0].authorization),
				buf_text(&with[1].authorization));
	for (i = 0; i < 2; i++)
		aws_signed_wipe(&with[i]);
}

RUN(CASE(signed_as_botocore_signs), CASE(what_cannot_be_signed_is_refused),
    CASE(another_secret_signs_otherwise))
