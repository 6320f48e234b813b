/* console_harm_test.c: names that mean harm (control sequences, bidi, no width, wide,
 * long) are shown as what they are and never reach the terminal raw. */
#include "tests/tty/console.h"

#include <locale.h>
#include <wchar.h>

/* As JSON text. */
static const char *const harm[] = {
	"\\u001b]0;PWNED\\u0007title", "\\u001b[31;7mRED\\u001b[0m",
	"\\u009b2Jc1 \\u0085 \\u0090q\\u009c", "\\u202eevil\\u202c \\u2066x\\u2069",
	"zero\\u200bwidth\\u200d\\ufeff\\u2060", "tab\\there\\nline\\rret\\u007f",
	"\xe6\xbc\xa2\xe5\xad\x97\xe3\x81\xae\xe5\x90\x8d\xe5\x89\x8d",
	"e\\u0301\\u0302\\u0303\\u0304 stacked", "%s%n%d {}$(x)`y`",
	"\\u200e\\u200f\\u061c marks", "\xf0\x9f\x91\xa9\\u200d\xf0\x9f\x92\xbb job",
	"\\u001bPq\\u001b\\\\dcs \\u001b[?1049l", "\\u0008\\u0008\\u000ebs",
	"\\u2028line\\u2029para"
};
static const char *const kind[] = {
	"data_connection", "secret", "git_package", "file_integration"
};
enum { HARMS = sizeof(harm) / sizeof(harm[0]) };

static void put_long(FILE *out)
{
	int i;

	for (i = 0; i < 100; i++)
		fputs("\xe6\xbc\xa2W", out);	/* 200 characters, 300 cells */
}

static void write_harm(const char *path)
{
	FILE *out = fopen(path, "w");
	int i;

	assert_non_null(out);
	fprintf(out, "{\"format\":\"gatehouse-workspace\",\"version\":1,"
		"\"workspace\":{\"name\":\"%s\"},\"users\":[", harm[0]);
	for (i = 0; i < HARMS; i++)
		fprintf(out, "%s{\"id\":\"u%d\",\"email\":\"m%d@h.example\","
			"\"name\":\"%s\",\"role\":\"%s\"}", i ? "," : "", i, i,
			harm[i], i ? i % 2 ? "viewer" : "editor" : "admin");
	fprintf(out, "],\"groups\":[{\"id\":\"glong\",\"name\":\"");
	put_long(out);
	fprintf(out, "\",\"members\":[\"u1\",\"u2\"]}");
	for (i = 0; i < HARMS; i++)
		fprintf(out, ",{\"id\":\"g%d\",\"name\":\"G %s\",\"members\":"
			"[\"u1\",\"u3\"]}", i, harm[i]);
	fprintf(out, "],\"assets\":[{\"id\":\"along\",\"kind\":"
		"\"data_connection\",\"name\":\"");
	put_long(out);
	fprintf(out, "\",\"access\":[\"glong\"]}");
	for (i = 0; i < HARMS; i++)	/* but secrets, whose names are plain */
		fprintf(out, ",{\"id\":\"a%d\",\"kind\":\"%s\",\"name\":\"A %s\","
			"\"access\":[\"g%d\"]}", i, kind[i % 3 ? 1 + i % 3 : 0],
			harm[i], i);
	fprintf(out, "],\"projects\":[{\"id\":\"plong\",\"title\":\"");
	put_long(out);
	fprintf(out, "\",\"owner\":\"u1\",\"assets\":[\"along\"],\"grants\":"
		"[{\"group\":\"g1\",\"level\":\"can_edit\"}]}");
	for (i = 0; i < HARMS; i++)
		fprintf(out, ",{\"id\":\"p%d\",\"title\":\"P %s\",\"owner\":"
			"\"u%d\",\"assets\":[\"a%d\",\"along\"],\"grants\":"
			"[{\"group\":\"g%d\",\"level\":\"can_edit\"}]}", i,
			harm[i], i, i, (i + 1) % HARMS);
	fprintf(out, "]}");
	assert_int_equal(fclose(out), 0);
}

/* What may be on the line: ASCII but for most of C0, and characters that are
 * neither C1, bidi nor without width. */
static void is_harmless(struct pty *pty)
{
	size_t n, i;
	const unsigned char *s =
		(const unsigned char *)pty_stream(pty, &n);
	uint32_t point;

	assert_null(strstr((const char *)s, "PWNED\007"));
	assert_null(strstr((const char *)s, "\033]0;PWNED"));
	assert_null(strstr((const char *)s, "\033[31;7mRED"));
	assert_null(strstr((const char *)s, "\033Pq"));
	for (i = 0; i < n; i++) {
		if (s[i] < 0x20)	/* what curses and we ourselves send */
			assert_non_null(memchr("\033\r\n\b\016\017\t", s[i], 7));
		assert_int_not_equal(s[i], 0x7f);
		point = 0;
		if ((s[i] & 0xe0) == 0xc0 && i + 1 < n)
			point = (s[i] & 0x1fu) << 6 | (s[i + 1] & 0x3fu);
		else if ((s[i] & 0xf0) == 0xe0 && i + 2 < n)
			point = (s[i] & 0xfu) << 12 | (s[i + 1] & 0x3fu) << 6 |
				(s[i + 2] & 0x3fu);
		if (!point)
			continue;
		assert_false(point >= 0x80 && point < 0xa0);
		assert_false(point >= 0x200b && point <= 0x200f);
		assert_false(point >= 0x2028 && point <= 0x202e);
		assert_false(point >= 0x2060 && point <= 0x206f);
		assert_false(point == 0x61c || point == 0xfeff);
	}
}

/* Cells before the first border between panes, or -1. */
static int border_at(const char *row)
{
	const char *at = strstr(row, "\xe2\x94\x82");
	wchar_t wide[512];
	char copy[2048];
	size_t n;

	if (!at)
		return -1;
	snprintf(copy, sizeof(copy), "%.*s", (int)(at - row), row);
	n = mbstowcs(wide, copy, 511);
	assert_true(n < 511);
	return wcswidth(wide, n);
}

static void is_straight(struct pty *pty)
{
	int row, at = border_at(pty_row(pty, 1)), here;

	assert_true(at > 0);
	for (row = 2; row < pty_rows(pty) - 2; row++) {
		here = border_at(pty_row(pty, row));
		if (here >= 0)
			assert_int_equal(here, at);
	}
}

TEST(names_that_mean_harm_do_none)
{
	static const char *const tab[] = { "5", "1", "2", "3", "4", "o" };
	const struct pty_options large = { .rows = 40, .cols = 120 };
	struct pty *pty;
	size_t i;
	int k;

	assert_non_null(setlocale(LC_ALL, "C.UTF-8"));
	write_harm(in_room("harm.json"));
	pty = open_store(&large, import_store("harm", in_room("harm.json")));
	for (i = 0; i < sizeof(tab) / sizeof(tab[0]); i++) {
		keys(pty, tab[i]);
		is_straight(pty);
		for (k = 0; k < HARMS + 2; k++) {
			keys(pty, "<Down>");
			is_straight(pty);
			keys(pty, "<Enter><C-g>");	/* its page */
			if (k % 4 == 0)
				keys(pty, "wf1<C-g><C-g>:<C-g>?<C-g>");
		}
		is_fresh(pty);
	}
	keys(pty, "5<Resize:80x24>");
	is_fresh(pty);
	keys(pty, "<Resize:40x10>");
	is_fresh(pty);
	keys(pty, ":job<C-g>:漢<C-g>");
	is_harmless(pty);
	/* seen, as what it is */
	keys(pty, "<Resize:120x40>4o4");
	leave(pty);
}

RUN(CASE(names_that_mean_harm_do_none))
