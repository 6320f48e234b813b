/* csv.c: see csv.h. */
#include "base/csv.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"

enum { CHUNK = 64 * 1024, RECORD_LIMIT = 1024 * 1024, NAME_CELLS = 60 };

void csv_init(struct csv *csv, FILE *file, const char *name)
{
	memset(csv, 0, sizeof(*csv));
	csv->file = file;
	csv->name = name;
	csv->next_line = 1;
	csv->separator = ',';
	csv->chunk = mem_alloc(CHUNK);
	buf_init(&csv->text, RECORD_LIMIT);
}

void csv_release(struct csv *csv)
{
	buf_release(&csv->text);
	free(csv->offset);
	free(csv->chunk);
	memset(csv, 0, sizeof(*csv));
}

static int fail(const struct csv *csv, struct error *err, long line,
		const char *what, const char *remedy)
{
	struct buf name;

	buf_init(&name, 4096);
	text_cut(&name, csv->name, NAME_CELLS);
	error_set(err, ERROR_INVALID, NULL, "%s:%ld: %s", buf_text(&name), line,
		  what);
	error_field(err, "line %ld", line);
	error_remedy(err, "%s", remedy);
	buf_release(&name);
	return -1;
}

static bool fill(struct csv *csv)
{
	csv->at = 0;
	csv->got = fread(csv->chunk, 1, CHUNK, csv->file);
	return csv->got > 0;
}

/* The next byte without taking it, or EOF. */
static int peek(struct csv *csv)
{
	if (csv->at == csv->got && !fill(csv))
		return EOF;
	return (unsigned char)csv->chunk[csv->at];
}

static bool is_plain(char c, char separator)
{
	return c != separator && c != '\n' && c != '\r' && c != '"' && c != '\0';
}

/* Take what needs no look, as far as the chunk goes. */
static void take_plain(struct csv *csv)
{
	size_t from = csv->at, at = from;

	while (at < csv->got && is_plain(csv->chunk[at], csv->separator))
		at++;
	buf_add(&csv->text, csv->chunk + from, at - from);
	csv->at = at;
}

static void take_in_quotes(struct csv *csv)
{
	size_t from = csv->at, at = from;

	for (; at < csv->got; at++) {
		char c = csv->chunk[at];

		if (c == '"' || c == '\0')
			break;
		if (c == '\n')
			csv->next_line++;
	}
	buf_add(&csv->text, csv->chunk + from, at - from);
	csv->at = at;
}

static int fail_nul(const struct csv *csv, struct error *err)
{
	return fail(csv, err, csv->next_line, "a NUL byte",
		    "save the file as CSV text in UTF-8");
}

static int fail_long(const struct csv *csv, struct error *err)
{
	return fail(csv, err, csv->line, "a record of more than 1 MiB",
		    "look for a quote that is not closed");
}

/* The opening quote was taken.  Stops before what ends the field. */
static int quoted(struct csv *csv, struct error *err)
{
	long opened = csv->next_line;

	while (!csv->text.overflow) {
		take_in_quotes(csv);
		switch (peek(csv)) {
		case EOF:
			if (ferror(csv->file))
				return 1;	/* told by csv_next */
			return fail(csv, err, opened, "a quote is never closed",
				    "close it, and write a quote within a "
				    "field twice");
		case '\0':
			return fail_nul(csv, err);
		case '"':
			csv->at++;
			if (peek(csv) != '"')
				return 1;
			csv->at++;
			buf_addc(&csv->text, '"');
			break;
		default:		/* the chunk ended, here is the next */
			break;
		}
	}
	return fail_long(csv, err);
}

static void begin_field(struct csv *csv)
{
	csv->offset = mem_grow(csv->offset, csv->n, &csv->cap,
			       sizeof(*csv->offset));
	csv->offset[csv->n++] = csv->text.len;
}

/* One field with the comma or line end behind it.  1: more fields follow;
 * 0: the record is complete; -1: *err. */
static int field(struct csv *csv, struct error *err)
{
	bool closed = false;

	begin_field(csv);
	if (peek(csv) == '"') {
		csv->at++;
		if (quoted(csv, err) < 0)
			return -1;
		closed = true;
	}
	while (!csv->text.overflow) {
		if (peek(csv) == csv->separator) {
			csv->at++;
			buf_addc(&csv->text, '\0');
			return 1;
		}
		switch (peek(csv)) {
		case EOF:
			return 0;
		case '\0':
			return fail_nul(csv, err);
		case '\n':
			csv->at++;
			csv->next_line++;
			return 0;
		case '\r':
			csv->at++;
			if (peek(csv) == '\n')
				continue;
			if (!closed) {
				buf_addc(&csv->text, '\r');
				continue;
			}
			break;
		case '"':
			return fail(csv, err, csv->next_line,
				    "a quote inside a field",
				    "quote the whole field and write the quote "
				    "twice: \"say \"\"so\"\"\"");
		default:
			break;
		}
		if (closed)
			return fail(csv, err, csv->next_line,
				    "text after a closing quote",
				    csv->separator == ',' ?
				    "write a quote within a field twice, and "
				    "a comma between fields" :
				    "write a quote within a field twice, and "
				    "what parts fields after it");
		take_plain(csv);
	}
	return fail_long(csv, err);
}

static void skip_mark(struct csv *csv)
{
	if (csv->started)
		return;
	csv->started = true;
	if (fill(csv) && csv->got >= 3 &&
	    memcmp(csv->chunk, "\xef\xbb\xbf", 3) == 0)
		csv->at = 3;
}

/* Past blank lines, LF or CRLF; false at the end of the file. */
static bool skip_blank(struct csv *csv)
{
	int c = peek(csv);

	for (; c == '\n' || c == '\r'; c = peek(csv)) {
		csv->at++;
		if (c == '\n')
			csv->next_line++;
	}
	return c != EOF;
}

static int fail_read(const struct csv *csv, struct error *err, int code)
{
	char what[160];

	snprintf(what, sizeof(what), "cannot read on: %s", strerror(code));
	return fail(csv, err, csv->next_line, what,
		    "check that it is a file and that you may read it");
}

/* 1: the record is good. */
static int check_record(const struct csv *csv, struct error *err)
{
	if (csv->text.overflow)
		return fail_long(csv, err);
	if (text_valid(buf_text(&csv->text), csv->text.len) != csv->text.len)
		return fail(csv, err, csv->line, "not valid UTF-8",
			    "save the file in UTF-8");
	return 1;
}

int csv_next(struct csv *csv, struct error *err)
{
	int more = 1;
	bool any;

	assert(csv->chunk);
	errno = 0;
	csv->n = 0;
	buf_reset(&csv->text);
	skip_mark(csv);
	any = skip_blank(csv);
	csv->line = csv->next_line;
	while (any && more > 0)
		more = field(csv, err);
	if (ferror(csv->file))
		return fail_read(csv, err, errno);
	if (more < 0)
		return -1;
	return any ? check_record(csv, err) : 0;
}

const char *csv_field(const struct csv *csv, size_t i)
{
	return i < csv->n ? buf_text(&csv->text) + csv->offset[i] : "";
}

void csv_put(struct buf *out, const char *text, bool first, bool guard)
{
	bool risky = guard && *text && strchr("=+-@\t", *text);
	size_t n = strlen(text);
	const char *quote;
	/* a line of one empty field would be a blank line, which is skipped */
	bool wants = n == 0 ? first : text[strcspn(text, ",\"\r\n")] != '\0' ||
		text[0] == ' ' || text[n - 1] == ' ';

	if (!first)
		buf_addc(out, ',');
	if (wants)
		buf_addc(out, '"');
	if (risky)
		buf_addc(out, '\'');
	while (*(quote = text + strcspn(text, "\""))) {
		buf_add(out, text, (size_t)(quote - text) + 1);
		buf_addc(out, '"');
		text = quote + 1;
	}
	buf_adds(out, text);
	if (wants)
		buf_addc(out, '"');
}
