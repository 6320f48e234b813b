/* list_complete.c: Tab in the filter line: the name of a column, or what stands in
 * one (see list.h). */
#include <string.h>

#include "base/text.h"
#include "ui/list/list_priv.h"

/* What all that fits begins with. */
struct common {
	struct buf text;
	size_t n;		/* different ones */
};

static void meet(struct common *common, const char *text, size_t n)
{
	const char *was = buf_text(&common->text);
	size_t same = 0, fits;

	if (!common->n) {
		buf_add(&common->text, text, n);
		common->n = 1;
		return;
	}
	while (same < n && was[same] == text[same] && was[same])
		same++;
	if (same == n && !was[same])
		return;
	common->n++;
	fits = text_valid(was, same);
	common->text.len = fits;
	common->text.data[fits] = '\0';
}

static bool begins(const char *text, size_t n, const char *start)
{
	struct arena arena = { 0 };
	struct buf a, b;
	bool yes;

	buf_init(&a, LIST_CELL_LIMIT);
	buf_init(&b, LIST_CELL_LIMIT);
	text_fold(&a, arena_strndup(&arena, text, n));
	text_fold(&b, start);
	yes = strncmp(buf_text(&a), buf_text(&b), b.len) == 0;
	buf_release(&a);
	buf_release(&b);
	arena_release(&arena);
	return yes;
}

/* Where the last term of the line begins, behind its ! and %. */
static const char *last_term(const char *typed)
{
	const char *term = typed;
	bool quoted = false;

	for (; *typed; typed++)
		if (*typed == '"')
			quoted = !quoted;
		else if (*typed == ' ' && !quoted)
			term = typed + 1;
	return term + strspn(term, "!%");
}

static bool complete_column(const struct list *list, const char *typed,
			    const char *term, struct buf *out)
{
	struct common common = { .n = 0 };
	size_t c;
	bool more;

	buf_init(&common.text, LIST_CELL_LIMIT);
	for (c = 0; *term && c < list->n_columns; c++)
		if (begins(list->columns[c].name, strlen(list->columns[c].name),
			   term))
			meet(&common, list->columns[c].name,
			     strlen(list->columns[c].name));
	more = common.n == 1 || common.text.len > strlen(term);
	if (common.n && more) {
		buf_add(out, typed, (size_t)(term - typed));
		buf_printf(out, "%s%s", buf_text(&common.text),
			   common.n == 1 ? ":" : "");
	}
	buf_release(&common.text);
	return common.n && more;
}

/* The cells of a column, parted at their commas. */
static void meet_cells(const struct list *list, size_t column,
		       const char *start, struct common *common)
{
	size_t row, n = list->source.rows(list->source.ctx), len;
	unsigned style = 0;
	const char *at;
	struct buf cell;

	buf_init(&cell, LIST_CELL_LIMIT);
	for (row = 0; row < n; row++) {
		buf_reset(&cell);
		list->source.cell(list->source.ctx, row, column, &cell, &style);
		for (at = buf_text(&cell); *at; at += len) {
			at += strspn(at, ", ");
			len = strcspn(at, ",");
			if (len && !memchr(at, '"', len) &&
			    begins(at, len, start))
				meet(common, at, len);
		}
	}
	buf_release(&cell);
}

static bool complete_value(const struct list *list, const char *typed,
			   size_t column, const char *value, struct buf *out)
{
	const char *start = value + (*value == '"');
	struct common common = { .n = 0 };
	const char *text;
	bool more, quote;

	buf_init(&common.text, LIST_CELL_LIMIT);
	meet_cells(list, column, start, &common);
	text = buf_text(&common.text);
	quote = *value == '"' || strchr(text, ' ');
	more = common.n && common.text.len > strlen(start);
	if (more) {
		buf_add(out, typed, (size_t)(value - typed));
		buf_printf(out, "%s%s%s", quote ? "\"" : "", text,
			   quote && common.n == 1 ? "\"" : "");
	}
	buf_release(&common.text);
	return more;
}

bool list_complete(const struct list *list, const char *typed, struct buf *out)
{
	const char *term = last_term(typed), *colon = strchr(term, ':');
	size_t c;

	if (!colon)
		return complete_column(list, typed, term, out);
	for (c = 0; c < list->n_columns; c++)
		if (colon > term && strncmp(list->columns[c].name, term,
					    (size_t)(colon - term)) == 0)
			return complete_value(list, typed, c, colon + 1, out);
	return false;
}
