/* csv_test.c: RFC 4180 in and out, and where a fault is said to be. */
#include "tests/expect.h"

#include "base/csv.h"
#include "base/mem.h"

static FILE *file_of(const char *data, size_t n)
{
	FILE *file = tmpfile();

	assert_non_null(file);
	assert_int_equal(fwrite(data, 1, n, file), n);
	rewind(file);
	return file;
}

/* The records as "a|b/c|d/", or "!text" at a fault. */
static void expect_read(const char *data, size_t n, const char *want)
{
	FILE *file = file_of(data, n);
	struct csv csv;
	struct error err;
	struct buf got;
	size_t i;
	int more;

	buf_init(&got, 4096);
	csv_init(&csv, file, "users.csv");
	error_clear(&err);
	while ((more = csv_next(&csv, &err)) > 0) {
		for (i = 0; i < csv.n; i++) {
			if (i)
				buf_addc(&got, '|');
			buf_adds(&got, csv_field(&csv, i));
		}
		buf_addc(&got, '/');
		assert_string_equal(csv_field(&csv, csv.n), "");
	}
	if (more < 0) {
		buf_printf(&got, "!%s", err.text);
		assert_int_equal(err.kind, ERROR_INVALID);
		assert_true(err.remedy[0] != '\0');
		assert_true(err.field[0] != '\0');
	}
	assert_string_equal(buf_text(&got), want);
	csv_release(&csv);
	buf_release(&got);
	fclose(file);
}

#define READ(data, want) expect_read(data, sizeof(data) - 1, want)

TEST(plain_records)
{
	READ("", "");
	READ("a,b\nc,d\n", "a|b/c|d/");
	READ("a,b\r\nc,d\r\n", "a|b/c|d/");
	READ("a,b", "a|b/");
	READ("a,\n,b\n,\n", "a|/|b/|/");
	READ("a b , c\n", "a b | c/");
	READ("\xef\xbb\xbfid,name\nu,\xc3\xa9\n", "id|name/u|\xc3\xa9/");
	READ("\xef\xbb\xbf", "");
	READ("a\xef\xbb\xbf\n", "a\xef\xbb\xbf/");
}

TEST(blank_lines_are_skipped)
{
	READ("\n\na\n\r\n\nb\n\n", "a/b/");
	READ("\"\"\n", "/");
}

TEST(quoted_fields)
{
	READ("\"a,b\",\"c\"\n", "a,b|c/");
	READ("\"say \"\"so\"\"\"\n", "say \"so\"/");
	READ("\"two\nlines\",x\r\n", "two\nlines|x/");
	READ("\"two\r\nlines\"\n", "two\r\nlines/");
	READ("a,\"\"", "a|/");
	READ("\"\"\"\"", "\"/");
}

TEST(faults_name_file_and_line)
{
	READ("a\nb,\"open\nand\non", "a/!users.csv:2: a quote is never closed");
	READ("a\n\n\"b\"c\n", "a/!users.csv:3: text after a closing quote");
	READ("\"b\"\rc\n", "!users.csv:1: text after a closing quote");
	READ("\"x\ny\" z\n", "!users.csv:2: text after a closing quote");
	READ("a\nb\"c\n", "a/!users.csv:2: a quote inside a field");
	READ("a\nb\0c\n", "a/!users.csv:2: a NUL byte");
	READ("a\n\"b\0\"\n", "a/!users.csv:2: a NUL byte");
	READ("a\nb,\xff\n", "a/!users.csv:2: not valid UTF-8");
	READ("\"\n\n\"\n\xc0\x80\n", "\n\n/!users.csv:4: not valid UTF-8");
	READ("a\xc3", "!users.csv:1: not valid UTF-8");
}

TEST(the_record_limit_holds)
{
	size_t limit = 1024 * 1024, n = limit + 2;
	char *data = mem_alloc(n);
	struct csv csv;
	struct error err;
	FILE *file;

	memset(data, 'x', n);
	data[limit] = '\n';
	file = file_of(data, n);
	csv_init(&csv, file, "big.csv");
	assert_int_equal(csv_next(&csv, &err), 1);
	assert_int_equal(strlen(csv_field(&csv, 0)), limit);
	csv_release(&csv);
	fclose(file);

	data[limit] = 'x';
	file = file_of(data, n);
	csv_init(&csv, file, "big.csv");
	assert_int_equal(csv_next(&csv, &err), -1);
	assert_string_equal(err.text, "big.csv:1: a record of more than 1 MiB");
	csv_release(&csv);
	fclose(file);
	free(data);
}

/* The seams of the read buffer must not show, whatever stands on them. */
TEST(seams_do_not_show)
{
	static const char tail[] = "\"a\"\"\xc3\xa9\r\nb\",c\r\n";
	size_t seam = 64 * 1024, n = sizeof(tail) - 1, shift;
	char *data = mem_alloc(seam + n);
	struct csv csv;
	struct error err;
	FILE *file;

	for (shift = 0; shift <= n; shift++) {
		memset(data, '\n', seam);
		memcpy(data + seam - shift, tail, n);
		file = file_of(data, seam - shift + n);
		csv_init(&csv, file, "x");
		assert_int_equal(csv_next(&csv, &err), 1);
		assert_int_equal(csv.n, 2);
		assert_string_equal(csv_field(&csv, 0), "a\"\xc3\xa9\r\nb");
		assert_string_equal(csv_field(&csv, 1), "c");
		assert_int_equal(csv.line, seam - shift + 1);
		assert_int_equal(csv_next(&csv, &err), 0);
		csv_release(&csv);
		fclose(file);
	}
	free(data);
}

TEST(lines_are_those_where_records_begin)
{
	static const char data[] = "a\n\n\"b\nb\"\nc\n";
	static const long want[] = { 1, 3, 5 };
	FILE *file = file_of(data, sizeof(data) - 1);
	struct csv csv;
	struct error err;
	size_t i;

	csv_init(&csv, file, "x");
	for (i = 0; i < 3; i++) {
		assert_int_equal(csv_next(&csv, &err), 1);
		assert_int_equal(csv.line, want[i]);
	}
	assert_int_equal(csv_next(&csv, &err), 0);
	assert_int_equal(csv_next(&csv, &err), 0);
	csv_release(&csv);
	fclose(file);
}

TEST(a_folder_is_not_a_file)
{
	FILE *file = fopen("/", "r");
	struct csv csv;
	struct error err;

	assert_non_null(file);
	csv_init(&csv, file, "bad\x1bname");
	assert_int_equal(csv_next(&csv, &err), -1);
	assert_non_null(strstr(err.text, "bad\\x1bname:1: cannot read"));
	csv_release(&csv);
	fclose(file);
}

static void expect_put(const char *text, bool first, bool guard,
		       const char *want)
{
	struct buf out;

	buf_init(&out, 256);
	csv_put(&out, text, first, guard);
	assert_string_equal(buf_text(&out), want);
	buf_release(&out);
}

TEST(fields_are_quoted_where_needed)
{
	expect_put("a", true, false, "a");
	expect_put("a", false, false, ",a");
	expect_put("", false, false, ",");
	expect_put("", true, false, "\"\"");
	expect_put("a,b", false, false, ",\"a,b\"");
	expect_put("say \"so\"", true, false, "\"say \"\"so\"\"\"");
	expect_put("\"", true, false, "\"\"\"\"");
	expect_put("two\nlines", true, false, "\"two\nlines\"");
	expect_put(" a", true, false, "\" a\"");
}

TEST(the_guard_disarms_formulas)
{
	expect_put("=1+1", true, true, "'=1+1");
	expect_put("+1", true, true, "'+1");
	expect_put("-1", true, true, "'-1");
	expect_put("@x", false, true, ",'@x");
	expect_put("\tx", true, true, "'\tx");
	expect_put("=a,\"b\"", true, true, "\"'=a,\"\"b\"\"\"");
	expect_put("a=1", true, true, "a=1");
	expect_put("", false, true, ",");
	expect_put("=1+1", true, false, "=1+1");
}

TEST(what_is_written_reads_back)
{
	static const char *const field[] = {
		"", "a", "a,b", "\"", "\"\"x", "\n", "\r", "x\r\n", " ", "'",
		"\xe4\xbd\xa0", "=1", "tab\t",
	};
	size_t n = sizeof(field) / sizeof(field[0]), i, j;
	struct buf out;
	struct csv csv;
	struct error err;
	FILE *file;

	buf_init(&out, 8192);
	for (i = 0; i < n; i++) {
		for (j = 0; j < n; j++)
			csv_put(&out, field[(i + j) % n], j == 0, false);
		buf_addc(&out, '\n');
		csv_put(&out, field[i], true, false);
		buf_addc(&out, '\n');
	}
	file = file_of(out.data, out.len);
	csv_init(&csv, file, "x");
	for (i = 0; i < n; i++) {
		assert_int_equal(csv_next(&csv, &err), 1);
		assert_int_equal(csv.n, n);
		for (j = 0; j < n; j++)
			assert_string_equal(csv_field(&csv, j),
					    field[(i + j) % n]);
		assert_int_equal(csv_next(&csv, &err), 1);
		assert_int_equal(csv.n, 1);
		assert_string_equal(csv_field(&csv, 0), field[i]);
	}
	assert_int_equal(csv_next(&csv, &err), 0);
	csv_release(&csv);
	buf_release(&out);
	fclose(file);
}

RUN(CASE(plain_records),
    CASE(blank_lines_are_skipped),
    CASE(quoted_fields),
    CASE(faults_name_file_and_line),
    CASE(the_record_limit_holds),
    CASE(seams_do_not_show),
    CASE(lines_are_those_where_records_begin),
    CASE(a_folder_is_not_a_file),
    CASE(fields_are_quoted_where_needed),
    CASE(the_guard_disarms_formulas),
    CASE(what_is_written_reads_back))
