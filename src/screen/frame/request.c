/* request.c: from words to an action, and from a result to text. */
#include "screen/frame/request.h"

#include <ctype.h>
#include <string.h>

#include "action/core/result_table.h"
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

/* A message may have lines of its own. */
static void fold_lines(const char *text, size_t cells, struct buf *out)
{
	struct arena arena = { 0 };
	char *line = arena_strdup(&arena, text), *rest = line;

	while ((line = strsep(&rest, "\n")))
		if (*line)
			result_fold(line, 0, cells, out);
		else if (rest)
			buf_addc(out, '\n');
	arena_release(&arena);
}

void request_text(const struct result *result, size_t cells, struct buf *out)
{
	size_t i;

	if (result->text.len)
		buf_adds(out, buf_text(&result->text));
	else if (result->n_columns)
		result_table_whole(result, cells, out);
	if (result->message)
		fold_lines(result->message, cells, out);
	for (i = 0; i < result->n_warnings; i++) {
		buf_adds(out, "Warning: ");
		result_fold(result->warnings[i].text, strlen("Warning: "), cells, out);
	}
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
		if (way.len && out->len)	/* a sentence of its own */
			way.data[0] = (char)toupper((unsigned char)way.data[0]);
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
