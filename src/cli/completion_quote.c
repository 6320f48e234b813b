/* completion_quote.c: the words of a half typed line, and words put back into it,
 * see completion_priv.h.  Only read, never run. */
#include <stdbool.h>
#include <string.h>

#include "cli/completion_priv.h"

enum { WORD_LIMIT = 1 << 16 };

struct scan {
	const char *at, *end, *tail;	/* tail: where it begins */
	struct buf word;
	bool any;			/* a word has begun, perhaps as "" */
	enum quoted quoted;
	size_t kept;			/* of the word at the tail */
	enum quoted quoted_there;
	bool reached;
};

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

/* One character of the line. */
static void step(struct scan *scan)
{
	char c = *scan->at++;

	scan->any = true;
	if (scan->quoted == QUOTED_SINGLE) {
		if (c == '\'')
			scan->quoted = QUOTED_NOT;
		else
			buf_addc(&scan->word, c);
	} else if (c == '"') {
		scan->quoted = scan->quoted == QUOTED_DOUBLE ? QUOTED_NOT :
			QUOTED_DOUBLE;
	} else if (c == '\'' && scan->quoted == QUOTED_NOT) {
		scan->quoted = QUOTED_SINGLE;
	} else if (c != '\\') {
		buf_addc(&scan->word, c);
	} else if (scan->at < scan->end) {
		if (scan->quoted == QUOTED_DOUBLE && !strchr("$`\"\\", *scan->at))
			buf_addc(&scan->word, c);
		buf_addc(&scan->word, *scan->at++);
	}
}

static void note_tail(struct scan *scan)
{
	if (scan->reached || scan->at < scan->tail)
		return;
	scan->reached = true;
	scan->kept = scan->word.len;
	scan->quoted_there = scan->quoted;
}

/* The next word into scan->word; false at the end, where the last one is "". */
static bool next_word(struct scan *scan)
{
	buf_reset(&scan->word);
	scan->any = false;
	scan->reached = false;
	while (scan->at < scan->end && is_blank(*scan->at))
		scan->at++;
	if (scan->tail < scan->at)
		scan->tail = scan->at;
	for (;;) {
		note_tail(scan);
		if (scan->at == scan->end ||
		    (scan->quoted == QUOTED_NOT && is_blank(*scan->at)))
			return scan->any;
		step(scan);
	}
}

static const char *text_of(struct scan *scan, struct arena *arena)
{
	return arena_strndup(arena, scan->word.len ? scan->word.data : "",
			     scan->word.len);
}

void half_line_read(struct half_line *line, struct arena *arena,
		    const char *text, const char *tail)
{
	size_t n = strlen(text), at = strlen(tail);
	struct scan scan = { .at = text, .end = text + n };

	scan.tail = at <= n && strcmp(text + n - at, tail) == 0 ?
		text + n - at : text;
	buf_init(&scan.word, WORD_LIMIT);
	line->word = arena_array(arena, n + 2, sizeof(*line->word));
	line->n = 0;
	while (next_word(&scan)) {
		line->word[line->n++] = text_of(&scan, arena);
		if (scan.at == scan.end)
			break;
	}
	if (!line->n || !scan.any)	/* a new word begins here */
		line->word[line->n++] = "";
	line->kept = arena_strndup(arena, line->word[line->n - 1],
				   scan.any ? scan.kept : 0);
	line->quoted = scan.quoted_there;
	buf_release(&scan.word);
}

static bool is_plain(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
		(c >= '0' && c <= '9') || (c & 0x80) ||
		strchr("_-./@:%+,", c);
}

void half_line_quote(struct buf *out, const char *word, enum quoted quoted)
{
	for (; *word; word++) {
		if (quoted == QUOTED_SINGLE) {
			buf_adds(out, *word == '\'' ? "'\\'" : "");
			buf_addc(out, *word);
		} else if (quoted == QUOTED_DOUBLE && *word == '!') {
			buf_adds(out, "\"\\!\"");	/* no history */
		} else {
			if (quoted == QUOTED_DOUBLE ?
			    strchr("$`\"\\", *word) != NULL : !is_plain(*word))
				buf_addc(out, '\\');
			buf_addc(out, *word);
		}
	}
}
