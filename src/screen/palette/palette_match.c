/* palette_match.c: see palette_match.h. */
#include "screen/palette/palette_match.h"

#include <string.h>

#include "base/attr.h"
#include "base/text.h"

enum { LINE_LIMIT = 8192, SET_LEAST = 3 };

/* Words of one meaning: who types one finds what is called by another.  The first
 * words of a set are found by typing any of it, too. */
static const char *const sets[] = {
	"share grant give invite permit permission permissions access allow let",
	"remove delete revoke take drop unshare withdraw rid destroy trash erase",
	"who permission permissions access effective rights",
	"held downgraded downgrade limited restricted reduced",
	"person people user users member members colleague account",
	"new create add make",
	"show see view look display list",
	"edit change modify update set",
	"secret secrets password key token credential variable",
	"connection source sources database warehouse",
	"undo revert take rollback",
	"history audit log events journal changes",
	"quit exit leave",
	"keys help shortcuts",
	"why explain reason reasons fix fixes",
	"what-if try simulate preview dry-run",
	"transfer owner ownership own",
	"unarchive restore bring recover",
	"archive freeze retire",
	"rename title name call",
	"duplicate copy clone",
	"export download write csv json save",
	"import upload load",
	"web public internet link anyone",
	"workspace everybody everyone all organization company",
	"deactivate remove offboard leave disable suspend",
	"reactivate enable activate",
	"package packages repository library",
	"files bucket storage drive",
	"panel pane sidebar", "filter search find", "sort order",
};

/* Does the word stand in the list, or, where it may, begin one that does? */
static bool in_set(const char *set, const char *word, size_t len, bool begins)
{
	const char *s = set;
	size_t n;

	for (; *s; s += n + (s[n] == ' ')) {
		n = strcspn(s, " ");
		if ((n == len || (begins && n > len && len >= SET_LEAST)) &&
		    strncmp(s, word, len) == 0)
			return true;
	}
	return false;
}

static unsigned sets_of(const char *word, bool begins)
{
	unsigned bits = 0;
	size_t i, len = strlen(word);

	for (i = 0; i < COUNT_OF(sets); i++)
		if (in_set(sets[i], word, len, begins))
			bits |= 1u << i;
	return bits;
}

/* ---- what is typed ----------------------------------------------------------------- */

/* The end of the word at s; a word in quotes begins behind them. */
static size_t word_len(const char **s, bool *quoted)
{
	const char *end;

	*quoted = **s == '"' || **s == '\'';
	if (!*quoted)
		return strcspn(*s, " \t");
	end = strchr(*s + 1, **s);
	(*s)++;
	return end ? (size_t)(end - *s) : strlen(*s);
}

void typed_read(struct typed *typed, const char *line)
{
	size_t at[TYPED_WORDS] = { 0 }, len, i;
	struct buf folded;
	const char *s;
	bool quoted;

	*typed = (struct typed){ .n = 0 };
	buf_init(&typed->text, LINE_LIMIT);
	buf_init(&folded, LINE_LIMIT);
	text_fold(&folded, line);
	for (s = buf_text(&folded); *s && typed->n < TYPED_WORDS; s += len) {
		s += strspn(s, " \t");
		if (!*s)
			break;
		len = word_len(&s, &quoted);
		if (len) {
			at[typed->n] = typed->text.len;
			typed->quoted[typed->n++] = quoted;
			buf_add(&typed->text, s, len);
			buf_addc(&typed->text, '\0');
		}
		s += quoted && s[len];
	}
	buf_release(&folded);
	for (i = 0; i < typed->n; i++) {
		typed->word[i] = typed->text.data + at[i];
		typed->sets[i] = typed->quoted[i] ? 0 :
			sets_of(typed->word[i], true);
	}
}

void typed_release(struct typed *typed)
{
	buf_release(&typed->text);
}

bool typed_words(const struct typed *typed, unsigned bits, struct buf *out)
{
	size_t i;

	for (i = 0; i < typed->n; i++)
		if (bits & 1u << i)
			buf_printf(out, "%s%s", out->len ? " " : "",
				   typed->word[i]);
	return out->len > 0;
}

/* ---- how it fits ------------------------------------------------------------------- */

static bool in_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c & 0x80;
}

static enum fit begins_word(const char *text, const char *word)
{
	size_t len = strlen(word);
	const char *s = text;
	enum fit fit = FIT_NONE;

	for (; (s = strstr(s, word)); s += len ? len : 1)
		if (s == text || !in_word(s[-1]) || !in_word(*word)) {
			if (!in_word(s[len]))
				return FIT_WHOLE;
			fit = FIT_WORDS;
		}
	return fit;
}

/* A word of the text is in one of these sets. */
static bool means(const char *text, unsigned bits)
{
	const char *s = text;
	size_t n, i;

	for (; bits && *s; s += n) {
		while (*s && !in_word(*s))
			s++;
		for (n = 0; in_word(s[n]) || (n && s[n] == '-' && s[n + 1]); )
			n++;
		for (i = 0; n && i < COUNT_OF(sets); i++)
			if (bits & 1u << i && in_set(sets[i], s, n, false))
				return true;
	}
	return false;
}

static enum fit word_fit(const struct typed *typed, size_t i, const char *title,
			 const char *more)
{
	const char *word = typed->word[i];
	enum fit fit = begins_word(title, word);

	if (fit != FIT_NONE)
		return fit;
	if (begins_word(more, word) != FIT_NONE)
		return FIT_SYNONYM;
	if (means(title, typed->sets[i]))
		return FIT_MEANING;
	if (strstr(title, word) || strstr(more, word))
		return FIT_WITHIN;
	return FIT_NONE;
}

/* The words one after another, as the text begins. */
static bool begins_all(const struct typed *typed, const char *title)
{
	size_t i, len;

	for (i = 0; i < typed->n; i++) {
		len = strlen(typed->word[i]);
		if (strncmp(title, typed->word[i], len) != 0)
			return false;
		title += len;
		if (i + 1 < typed->n && *title++ != ' ')
			return false;
	}
	return true;
}

enum fit typed_fit(const struct typed *typed, const char *title,
		   const char *more, unsigned *rest)
{
	struct buf name, hay;
	enum fit worst = typed->n ? FIT_WHOLE : FIT_WORDS, fit;
	size_t i;

	buf_init(&name, LINE_LIMIT);
	buf_init(&hay, LINE_LIMIT);
	text_fold(&name, title);
	text_fold(&hay, more);
	if (rest)
		*rest = 0;
	for (i = 0; i < typed->n; i++) {
		fit = word_fit(typed, i, buf_text(&name), buf_text(&hay));
		if (fit > FIT_MEANING && rest)
			*rest |= 1u << i;
		if (fit > worst)
			worst = fit;
	}
	if (typed->n && begins_all(typed, buf_text(&name)))
		worst = FIT_PREFIX;
	else if (typed->n && worst <= FIT_WORDS &&
		 strncmp(buf_text(&name), typed->word[0],
			 strlen(typed->word[0])) == 0)
		worst = FIT_FIRST;
	buf_release(&name);
	buf_release(&hay);
	return worst;
}
