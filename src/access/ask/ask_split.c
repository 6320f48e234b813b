/* ask_split.c: a question into words. */
#include "access/ask/ask_priv.h"

#include <string.h>
#include <strings.h>

#include "base/attr.h"
#include "base/text.h"

enum { TEXT_LIMIT = 8192, WORD_LIMIT = 512 };

/* What is no part of a word at its ends. */
static const char around[] = "?!.,:;()[]\"'`";

/* Curly quotes are as straight ones, and as long as they were. */
static size_t quote_at(const char *s)
{
	return strncmp(s, "\u2019", 3) == 0 || strncmp(s, "\u2018", 3) == 0 ? 3 :
		*s == '\'';
}

static void put(struct ask_tokens *out, const char *word, size_t n, size_t at,
		size_t len, bool quoted)
{
	struct ask_token *token;
	struct buf raw;

	if (!n || out->n == ASK_TOKENS)
		return;
	buf_init(&raw, WORD_LIMIT);
	buf_add(&raw, word, n);
	token = &out->v[out->n++];
	*token = (struct ask_token){ .at = at, .len = len, .quoted = quoted,
		.value = (int)out->text.len };
	text_fold(&out->text, buf_text(&raw));
	buf_addc(&out->text, '\0');
	buf_release(&raw);
}

static bool ends_in(const char *word, size_t n, const char *tail)
{
	size_t len = strlen(tail);

	return n > len && strncasecmp(word + n - len, tail, len) == 0;
}

/* "can't" is can and not, "bob's" is Bob, "who's" is who is. */
static void put_word(struct ask_tokens *out, const char *text, size_t at,
		     size_t len)
{
	const char *s = text + at, *quote = NULL;
	size_t n = len, i, wide = 0;

	for (i = 0; i < len; i++)
		if ((wide = quote_at(s + i))) {
			quote = s + i;
			break;
		}
	if (!quote) {
		put(out, s, n, at, len, false);
		return;
	}
	n = (size_t)(quote - s);
	if (s[n + wide] == 't' && ends_in(s, n, "n")) {
		if (n == 3 && strncasecmp(s, "can", 3) == 0)
			n = 4;		/* can't */
		if (n == 3 && strncasecmp(s, "won", 3) == 0)
			put(out, "will", 4, at, len, false);
		else
			put(out, s, n - 1, at, len, false);
		put(out, "not", 3, at, len, false);
		return;
	}
	put(out, s, n, at, len, false);
}

/* Without the apostrophe: cant, dont, isnt. */
static bool put_bare(struct ask_tokens *out, const char *text, size_t at,
		     size_t len)
{
	static const char *const bare[] = { "cant", "dont", "doesnt", "isnt", "arent",
		"couldnt", "wasnt", "hasnt", "havent", "didnt", "cannot" };
	size_t i, n;

	for (i = 0; i < COUNT_OF(bare); i++) {
		n = strlen(bare[i]);
		if (len != n || strncasecmp(text + at, bare[i], n) != 0)
			continue;
		put(out, text + at, i && strcmp(bare[i], "cannot") ? n - 2 : 3, at,
		    len, false);
		put(out, "not", 3, at, len, false);
		return true;
	}
	return false;
}

/* A word in quotes is a name. */
static size_t quoted_len(const char *s)
{
	const char *end = *s == '"' ? strchr(s + 1, '"') : NULL;

	return end ? (size_t)(end - s) + 1 : 0;
}

void ask_split(const char *text, struct ask_tokens *out)
{
	size_t at = 0, len, end;

	*out = (struct ask_tokens){ .n = 0 };
	buf_init(&out->text, TEXT_LIMIT);
	while (text[at]) {
		len = quoted_len(text + at);
		if (len) {
			put(out, text + at + 1, len - 2, at, len, true);
			at += len;
			continue;
		}
		if (strchr(" \t\n", text[at]) || strchr(around, text[at])) {
			at++;
			continue;
		}
		len = strcspn(text + at, " \t\n\"");
		end = at + len;
		while (len && strchr(around, text[at + len - 1]))
			len--;
		if (!put_bare(out, text, at, len))
			put_word(out, text, at, len);
		at = end;
	}
	for (len = 0; len < out->n; len++)	/* the text moves no more */
		out->v[len].text = out->text.data + out->v[len].value;
	if (out->n)
		out->v[out->n - 1].open = out->v[out->n - 1].at +
			out->v[out->n - 1].len == strlen(text);
}

void ask_tokens_release(struct ask_tokens *tokens)
{
	buf_release(&tokens->text);
}
