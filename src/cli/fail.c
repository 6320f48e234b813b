/* fail.c: what went wrong, in one line. */
#include "cli/fail.h"

#include <stdio.h>

#include "base/text.h"

enum { LINE_LIMIT = 16 * 1024 };

static void put(struct buf *line)
{
	fwrite(buf_text(line), 1, line->len, stderr);
	buf_release(line);
}

static void or_null(struct json *json, const char *key, const char *text)
{
	jsonw_kstring(json, key, *text ? text : NULL);
}

static void as_json(const struct error *err)
{
	struct buf line;
	struct json json;

	buf_init(&line, LINE_LIMIT);
	jsonw_init(&json, &line, 0);
	jsonw_object(&json);
	jsonw_key(&json, "error");
	jsonw_object(&json);
	jsonw_kstring(&json, "kind", error_kind_name(err->kind));
	or_null(&json, "code", err->code);
	or_null(&json, "field", err->field);
	jsonw_kstring(&json, "text", err->text);
	or_null(&json, "needs", err->needs);
	or_null(&json, "remedy", err->remedy);
	jsonw_object_end(&json);
	jsonw_object_end(&json);
	buf_addc(&line, '\n');
	put(&line);
}

int fail(const struct error *err, enum format format, bool colour)
{
	struct buf line;

	fflush(stdout);
	if (format == FORMAT_JSON) {
		as_json(err);
		return error_exit_status(err->kind);
	}
	buf_init(&line, LINE_LIMIT);
	buf_adds(&line, colour ? "\033[31mgatehouse:\033[m " : "gatehouse: ");
	text_safe(&line, err->text);
	if (*err->remedy) {
		buf_adds(&line, " (");
		text_safe(&line, err->remedy);
		buf_addc(&line, ')');
	}
	buf_addc(&line, '\n');
	put(&line);
	return error_exit_status(err->kind);
}

void fail_warning(const struct warning *warning, bool colour)
{
	struct buf line;

	buf_init(&line, 8 * LINE_LIMIT);
	buf_adds(&line, colour ? "\033[33mwarning:\033[m " : "warning: ");
	text_safe(&line, warning->text);
	buf_addc(&line, '\n');
	put(&line);
}
