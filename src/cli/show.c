/* show.c: rows and documents as text, JSON or CSV. */
#include "cli/show.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "action/core/result_table.h"
#include "action/judge/changes.h"
#include "action/judge/verdict.h"
#include "base/csv.h"
#include "base/text.h"

enum { OUTPUT_LIMIT = 1 << 30, CHUNK = 1 << 20 };

bool show_colour(const struct options *opts, int fd)
{
	const char *no_color = getenv("NO_COLOR");
	const char *term = getenv("TERM");

	return isatty(fd) && !opts->no_color && !(no_color && *no_color) &&
		term && strcmp(term, "dumb") != 0;
}

static size_t terminal_cells(void)
{
	struct winsize size;

	if (!isatty(STDOUT_FILENO))
		return 0;
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col)
		return size.ws_col;
	return 80;
}

/* An answer that was cut would be a shorter one. */
bool show_text(const struct buf *text, bool *silent)
{
	errno = 0;
	*silent = false;
	if (text->overflow)
		return false;
	if (fwrite(buf_text(text), 1, text->len, stdout) == text->len &&
	    fflush(stdout) == 0)
		return true;
	*silent = errno == EPIPE;
	return false;
}

/* A cell as a value of JSON. */
static void cell_json(struct json *json, enum cell_type type, const char *text)
{
	if (!text)
		jsonw_null(json);
	else if (type == CELL_TEXT || type == CELL_CODE)
		jsonw_string(json, text);
	else
		jsonw_raw(json, text);
}

static bool rows_json(const struct result *result, bool *silent)
{
	struct buf out;
	struct json json;
	bool good = true;
	size_t row, i;

	buf_init(&out, OUTPUT_LIMIT);
	jsonw_begin(&json, &out);
	jsonw_karray(&json, "rows");
	for (row = 0; row < result->n_rows && good; row++) {
		jsonw_object(&json);
		for (i = 0; i < result->n_columns; i++) {
			jsonw_key(&json, result->column[i]);
			cell_json(&json, result->type[i], result->cells[
				  row * result->n_columns + i]);
		}
		jsonw_object_end(&json);
		if (out.len > CHUNK) {
			good = show_text(&out, silent);
			buf_reset(&out);
		}
	}
	jsonw_array_end(&json);
	jsonw_kbool(&json, "complete", !result->more);
	jsonw_object_end(&json);
	buf_addc(&out, '\n');
	good = good && show_text(&out, silent);
	buf_release(&out);
	return good;
}

static bool rows_csv(const struct result *result, bool *silent)
{
	struct buf out, safe;
	bool good = true;
	size_t row, i;

	buf_init(&out, OUTPUT_LIMIT);
	buf_init(&safe, OUTPUT_LIMIT);
	for (i = 0; i < result->n_columns; i++)
		csv_put(&out, result->column[i], i == 0, false);
	buf_addc(&out, '\n');
	for (row = 0; row < result->n_rows && good; row++) {
		for (i = 0; i < result->n_columns; i++) {
			const char *text = result->cells[
				row * result->n_columns + i];

			buf_reset(&safe);
			text_safe(&safe, text ? text : "");
			csv_put(&out, buf_text(&safe), i == 0,
				result->type[i] == CELL_TEXT);
		}
		buf_addc(&out, '\n');
		if (out.len > CHUNK) {
			good = show_text(&out, silent);
			buf_reset(&out);
		}
	}
	good = good && show_text(&out, silent);
	buf_release(&out);
	buf_release(&safe);
	return good;
}

static void message_line(const char *message, struct buf *out)
{
	if (!message || !*message)
		return;
	text_safe(out, message);
	buf_addc(out, '\n');
}

static bool as_text(const struct result *result, const struct options *opts,
		    bool dry_run, bool *silent)
{
	struct arena arena = { 0 };
	struct buf out;
	bool good;

	buf_init(&out, OUTPUT_LIMIT);
	if (result->text.len)
		buf_adds(&out, buf_text(&result->text));
	else if (result->n_columns)
		result_table(result, show_colour(opts, STDOUT_FILENO),
			     terminal_cells(), &out);
	message_line(result->message, &out);
	if (result->check_text.len)
		buf_adds(&out, buf_text(&result->check_text));
	if (dry_run && result->has_preview)
		buf_adds(&out, buf_text(&result->changes));
	if (result->has_preview && dry_run)
		message_line(arena_printf(&arena, "%s.", verdict_line("If done", 0,
				&result->preview, &result->moved, &arena)), &out);
	else if (result->has_preview &&
		 verdict_any(&result->preview, &result->moved))
		message_line(arena_printf(&arena, "%s.", verdict_text(
				&result->preview, &result->moved, &arena)), &out);
	if (dry_run)
		buf_adds(&out, "Nothing was changed.\n");
	good = show_text(&out, silent);
	buf_release(&out);
	arena_release(&arena);
	return good;
}

/* The preview, and what was done. */
static bool deed_json(const struct result *result, bool dry_run, bool *silent)
{
	struct buf out;
	bool good;

	buf_init(&out, OUTPUT_LIMIT);
	changes_document(&out, result, !dry_run);
	buf_addc(&out, '\n');
	good = show_text(&out, silent);
	buf_release(&out);
	return good;
}

static bool document(const struct buf *text, bool *silent)
{
	struct buf line;
	bool good = show_text(text, silent);

	buf_init(&line, 8);
	buf_addc(&line, '\n');
	if (good && text->data[text->len - 1] != '\n')
		good = show_text(&line, silent);
	buf_release(&line);
	return good;
}

bool show_result(const struct result *result, const struct options *opts,
		 bool dry_run, bool *silent)
{
	*silent = false;
	if (result->told)
		return true;
	if (result->json.overflow || result->csv.overflow ||
	    result->text.overflow || result->changes.overflow)
		return false;
	switch (opts->format) {
	case FORMAT_JSON:
		if (result->json.len)
			return document(&result->json, silent);
		if (result->n_columns)
			return rows_json(result, silent);
		return deed_json(result, dry_run, silent);
	case FORMAT_CSV:
		if (result->csv.len)
			return document(&result->csv, silent);
		if (result->n_columns)
			return rows_csv(result, silent);
		if (result->has_preview || result->has_plan)
			return show_text(&result->changes, silent);
		return as_text(result, opts, dry_run, silent);
	default:
		return as_text(result, opts, dry_run, silent);
	}
}
