/* request.c: from words to an action, and from a result to text. */
#include "screen/frame/request.h"

#include <string.h>

#include "action/core/split_words.h"
#include "action/run/allowed.h"
#include "action/run/run.h"
#include "base/mem.h"
#include "base/text.h"
#include "screen/frame/advice.h"

void request_release(struct request *request)
{
	arena_release(&request->arena);
	*request = (struct request){ .n = 0 };
}

bool request_split(struct request *request, const char *text, struct error *err)
{
	return split_words(text, &request->arena, request->word, REQUEST_WORDS,
			   &request->n, err);
}

void request_words(struct request *request, const char *const *words, size_t n)
{
	size_t i;

	for (i = 0; i < n && words[i] && request->n < REQUEST_WORDS; i++)
		request->word[request->n++] =
			arena_strdup(&request->arena, words[i]);
}

void request_go(struct screen *screen, const char *const *words, size_t n)
{
	struct request *request = mem_alloc(sizeof(*request));

	request_words(request, words, n);
	screen->go = (struct go){ .kind = GO_REQUEST, .request = request };
}

bool request_parse(struct request *request, struct screen *screen,
		   struct error *err)
{
	error_clear(err);
	if (!args_parse((int)request->n, request->word, &request->arena,
			&request->action, &request->args, &request->opts, err))
		return false;
	if (!request->action)
		return error_set(err, ERROR_INVALID, NULL, "no such command");
	return action_allowed(screen->app, request->action, err);
}

void request_line(const struct request *request, struct buf *out)
{
	size_t i;

	for (i = 0; i < request->n; i++) {
		const char *word = request->word[i];
		const char *quote = strchr(word, '"') ? "'" : "\"";
		bool quoted = !*word || strpbrk(word, " \t'\"");

		buf_printf(out, "%s%s%s%s", i ? " " : "", quoted ? quote : "",
			   word, quoted ? quote : "");
	}
}

static void add_rows(const struct result *result, struct buf *out)
{
	size_t width[RESULT_COLUMNS] = { 0 }, row, c, n;
	const char *text;
	struct buf safe;

	buf_init(&safe, 4096);
	for (row = 0; row <= result->n_rows; row++)
		for (c = 0; c < result->n_columns; c++) {
			text = row ? result->cells[(row - 1) * result->n_columns
						   + c] : result->heading[c];
			buf_reset(&safe);
			text_safe(&safe, text ? text : "-");
			n = text_width(buf_text(&safe));
			width[c] = n > width[c] ? n : width[c];
		}
	for (row = 0; row <= result->n_rows; row++) {
		for (c = 0; c < result->n_columns; c++) {
			text = row ? result->cells[(row - 1) * result->n_columns
						   + c] : result->heading[c];
			if (c + 1 < result->n_columns) {
				text_fit(out, text ? text : "-", width[c]);
				buf_adds(out, "  ");
			} else {
				text_safe(out, text ? text : "-");
				buf_addc(out, '\n');
			}
		}
	}
	buf_release(&safe);
}

void request_text(const struct result *result, struct buf *out)
{
	size_t i;

	if (result->text.len)
		buf_adds(out, buf_text(&result->text));
	else if (result->n_columns)
		add_rows(result, out);
	if (result->message)
		buf_printf(out, "%s\n", result->message);
	for (i = 0; i < result->n_warnings; i++)
		buf_printf(out, "Warning: %s\n", result->warnings[i].text);
	if (!out->len && result->json.len)
		buf_adds(out, buf_text(&result->json));
	if (!out->len)
		buf_adds(out, "Nothing to show.\n");
}

void request_error(const struct error *err, struct buf *out)
{
	advice_error(err, out);
	if (err->remedy[0]) {
		struct buf way;

		buf_init(&way, 4096);
		advice_words(err->remedy, &way);
		if (way.len)
			buf_printf(out, "%s%s", out->len && out->data[out->len - 1] ==
				   '?' ? " " : ". ", buf_text(&way));
		buf_release(&way);
	}
}

void request_toast(struct screen *screen, const char *before,
		   const struct error *err)
{
	struct buf text;

	buf_init(&text, TOAST_ROOM);
	request_error(err, &text);
	pages_toast(screen->pages, "%s%s", before, buf_text(&text));
	buf_release(&text);
}
