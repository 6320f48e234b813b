/* fail.c: what went wrong, in one line. */
#include "cli/fail.h"

#include <stdio.h>

#include "base/json_write.h"
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

static void members(struct json *json, const struct error *err)
{
	jsonw_kstring(json, "kind", error_kind_name(err->kind));
	or_null(json, "code", err->code);
	or_null(json, "field", err->field);
	jsonw_kstring(json, "text", err->text);
	or_null(json, "needs", err->needs);
	or_null(json, "remedy", err->remedy);
}

/* n errors of `all`; one alone stands for itself. */
static void as_json(const struct error *v, size_t n, size_t all)
{
	struct buf line;
	struct json json;

	buf_init(&line, (n + 1) * LINE_LIMIT);
	jsonw_begin(&json, &line);
	jsonw_kobject(&json, "error");
	members(&json, v);
	if (all > 1) {
		jsonw_karray(&json, "errors");
		for (size_t i = 0; i < n; i++) {
			jsonw_object(&json);
			members(&json, &v[i]);
			jsonw_object_end(&json);
		}
		jsonw_array_end(&json);
		jsonw_kint(&json, "more", (int64_t)(all - n));
	}
	jsonw_object_end(&json);
	jsonw_object_end(&json);
	buf_addc(&line, '\n');
	put(&line);
}

static void as_text(const struct error *err, bool colour)
{
	struct buf line;

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
}

int fail(const struct error *err, enum format format, bool colour)
{
	return fail_file(err, 1, 1, format, colour);
}

int fail_file(const struct error *faults, size_t n, size_t all,
	      enum format format, bool colour)
{
	fflush(stdout);
	if (format == FORMAT_JSON) {
		as_json(faults, n, all);
		return error_exit_status(faults->kind);
	}
	for (size_t i = 0; i < n; i++)
		as_text(&faults[i], colour);
	if (all > n)
		fprintf(stderr, "gatehouse: and %zu more\n", all - n);
	return error_exit_status(faults->kind);
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
