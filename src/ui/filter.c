/* filter.c: see filter.h. */
#include "ui/filter.h"

#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"

enum { CELL_LIMIT = 1 << 16 };	/* bytes of a cell that are looked at */

static unsigned char lower(unsigned char c)
{
	return c >= 'A' && c <= 'Z' ? c | 0x20 : c;
}

/* The letters before a colon may name a column. */
static size_t column_length(const char *s)
{
	size_t n = 0;

	while ((s[n] >= 'a' && s[n] <= 'z') || s[n] == '_' || s[n] == '-')
		n++;
	return n;
}

static void add_bounded(char *to, size_t size, const char *from, size_t n)
{
	if (n >= size)
		n = text_valid(from, size - 1);
	memcpy(to, from, n);
	to[n] = '\0';
}

/* Up to a blank, or to the closing quote; returns the rest. */
static const char *take_word(struct filter_term *term, const char *s)
{
	char quote = *s == '"' ? *s++ : ' ';
	size_t n = strcspn(s, quote == '"' ? "\"" : " \t\r\n");

	add_bounded(term->word, sizeof(term->word), s, n);
	s += n;
	return quote == '"' && *s ? s + 1 : s;
}

/* Smart case: a capital in the word asks for exactly this one.  The word is kept as
 * it is compared: folded, or composed. */
static void smart_case(struct filter_term *term)
{
	struct buf word;
	const char *text;

	term->exact_case = text_has_capital(term->word);
	if (text_is_ascii(term->word))
		return;
	buf_init(&word, CELL_LIMIT);
	if (term->exact_case)
		text_compose(&word, term->word);
	else
		text_fold(&word, term->word);
	text = buf_text(&word);
	add_bounded(term->word, sizeof(term->word), text, strlen(text));
	buf_release(&word);
}

void filter_parse(struct filter *filter, const char *text)
{
	filter->n = 0;
	for (;;) {
		struct filter_term *term = &filter->term[filter->n];
		size_t n;

		text += strspn(text, " \t\r\n");
		if (!*text || filter->n == FILTER_TERMS)
			return;
		memset(term, 0, sizeof(*term));
		for (; *text == '!' || *text == '%'; text++) {
			term->not |= *text == '!';
			term->fuzzy |= *text == '%';
		}
		n = column_length(text);
		if (n > 0 && text[n] == ':' && n < sizeof(term->column)) {
			memcpy(term->column, text, n);
			text += n + 1;
		}
		text = take_word(term, text);
		if (!term->word[0])
			continue;	/* `!` or `role:` still being typed */
		smart_case(term);
		filter->n++;
	}
}

bool filter_empty(const struct filter *filter)
{
	return filter->n == 0;
}

/* `word` is folded; text is ASCII. */
static bool contains_ascii(const char *text, const char *word)
{
	unsigned char first = (unsigned char)word[0];
	size_t i;

	for (; *text; text++) {
		if (lower((unsigned char)*text) != first)
			continue;
		for (i = 1; word[i]; i++)
			if (lower((unsigned char)text[i]) !=
			    (unsigned char)word[i])
				break;
		if (!word[i])
			return true;
	}
	return false;
}

/* All characters in their order, others between them. */
static bool contains_fuzzy(const char *text, const char *word)
{
	for (; *word && *text; text++)
		if (*text == *word)
			word++;
	return !*word;
}

/* Does the word occur in the text, both in the same form? */
static bool occurs(const struct filter_term *term, const char *text)
{
	return term->fuzzy ? contains_fuzzy(text, term->word) :
		strstr(text, term->word) != NULL;
}

static bool cell_matches(const struct filter_term *term, const char *cell)
{
	struct buf form;
	bool hit;

	if (text_is_ascii(cell) && (term->exact_case || !term->fuzzy))
		return term->exact_case ? occurs(term, cell) :
			contains_ascii(cell, term->word);
	buf_init(&form, CELL_LIMIT);
	if (term->exact_case)
		text_compose(&form, cell);
	else
		text_fold(&form, cell);
	hit = occurs(term, buf_text(&form));
	buf_release(&form);
	return hit;
}

bool filter_has_column(const struct filter_term *term, const char *column)
{
	return term->column[0] &&
	       strncmp(column, term->column, strlen(term->column)) == 0;
}

bool filter_has_digit(const struct filter_term *term)
{
	return term->word[strcspn(term->word, "0123456789")] != '\0';
}

/* What the terms are asked of. */
struct cells {
	const char *const *columns;
	size_t n;
	filter_cell *cell;
	void *ctx;
};

static bool looks(const struct cells *cells, size_t i,
		  const struct filter_term *term)
{
	const char *text = cells->cell(cells->ctx, i, term);

	return text && cell_matches(term, text);
}

static bool term_matches(const struct filter_term *term, const struct cells *cells)
{
	struct filter_term whole;
	bool known = false;
	size_t i;

	for (i = 0; i < cells->n; i++) {
		bool named = filter_has_column(term, cells->columns[i]);

		known |= named;
		if ((named || !term->column[0]) && looks(cells, i, term))
			return true;
	}
	if (known || !term->column[0])
		return false;
	/* No such column: then it is a word with a colon in it. */
	whole = *term;
	whole.column[0] = '\0';
	snprintf(whole.word, sizeof(whole.word), "%s:%.90s", term->column,
		 term->word);
	for (i = 0; i < cells->n; i++)
		if (looks(cells, i, &whole))
			return true;
	return false;
}

bool filter_asks(const struct filter *filter, const char *const *columns, size_t n,
		 filter_cell *cell, void *ctx)
{
	const struct cells cells = { columns, n, cell, ctx };
	size_t i;

	for (i = 0; i < filter->n; i++)
		if (term_matches(&filter->term[i], &cells) == filter->term[i].not)
			return false;
	return true;
}

static const char *given(void *ctx, size_t column, const struct filter_term *term)
{
	(void)term;
	return ((const char *const *)ctx)[column];
}

bool filter_match(const struct filter *filter, const char *const *columns,
		  const char *const *cells, size_t n)
{
	return filter_asks(filter, columns, n, given, (void *)(uintptr_t)cells);
}

/* Whatever passes `now` passed `before`: each old term stands, perhaps longer. */
bool filter_narrows(const struct filter *now, const struct filter *before)
{
	size_t i;

	if (now->n < before->n)
		return false;
	for (i = 0; i < before->n; i++) {
		const struct filter_term *a = &before->term[i];
		const struct filter_term *b = &now->term[i];

		if (a->not != b->not || a->fuzzy != b->fuzzy ||
		    (a->exact_case && !b->exact_case) ||
		    strcmp(a->column, b->column) != 0)
			return false;
		if (strcmp(a->word, b->word) == 0 &&
		    a->exact_case == b->exact_case)
			continue;
		if (a->not || a->exact_case != b->exact_case ||
		    strncmp(a->word, b->word, strlen(a->word)) != 0)
			return false;
	}
	return true;
}
