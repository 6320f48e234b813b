/* mails.c: see mails.h. */
#include "model/mails.h"

#include <stdbool.h>
#include <string.h>

#include "base/text.h"

static const char blanks[] = " \t\r\n";

struct mails { struct arena *arena; struct mail *v; size_t n; };

/* Without blanks and quotes around it, in the form that is stored. */
static const char *trimmed(struct arena *arena, const char *text, size_t n)
{
	static const char around[] = " \t\r\n\"'";

	while (n && strchr(around, text[0])) {
		text++;
		n--;
	}
	while (n && strchr(around, text[n - 1]))
		n--;
	return text_tidy(arena_strndup(arena, text, n), arena);
}

static void take(struct mails *mails, const char *email, const char *name)
{
	size_t i;

	if (!*email)
		return;
	for (i = 0; i < mails->n; i++)
		if (text_casecmp(mails->v[i].email, email) == 0)
			return;
	mails->v[mails->n].email = email;
	mails->v[mails->n++].name = name;
}

/* Words of which each is an address. */
static void take_words(struct mails *mails, const char *text, size_t n)
{
	const char *end = text + n;
	size_t len;

	while (text < end) {
		text += strspn(text, blanks);
		len = strcspn(text, blanks);
		if (text >= end)
			break;
		if (len > (size_t)(end - text))
			len = (size_t)(end - text);
		take(mails, trimmed(mails->arena, text, len), "");
		text += len;
	}
}

/* What stands between two separators; as long as there are names with <> in it. */
static void take_part(struct mails *mails, const char *text, size_t n)
{
	const char *open, *close, *end = text + n;

	while ((open = memchr(text, '<', (size_t)(end - text)))) {
		close = memchr(open, '>', (size_t)(end - open));
		if (!close)
			break;
		take(mails, trimmed(mails->arena, open + 1,
				    (size_t)(close - open - 1)),
		     trimmed(mails->arena, text, (size_t)(open - text)));
		text = close + 1;
	}
	take_words(mails, text, (size_t)(end - text));
}

static size_t quoted_length(const char *text)
{
	bool quoted = false;
	size_t n;

	for (n = 0; text[n]; n++) {
		if (text[n] == '"')
			quoted = !quoted && strchr(text + n + 1, '"');
		else if (text[n] == '\n' ||
			 (!quoted && (text[n] == ',' || text[n] == ';')))
			break;
	}
	return n;
}

/* The end of the part.  A quoted name may hold a comma, and so may one without
 * quotes: Lind, Eva <eva@acme.example>. */
static size_t part_length(const char *text)
{
	size_t n = quoted_length(text), more;

	if (text[n] != ',' || !text[strspn(text, " ,")] ||
	    memchr(text, '@', n) || memchr(text, '<', n) ||
	    n == strspn(text, blanks))
		return n;
	more = quoted_length(text + n + 1);
	return memchr(text + n + 1, '<', more) &&
		memchr(text + n + 1, '@', more) ? n + 1 + more : n;
}

/* One kind of blank and one kind of line end. */
static const char *plain_blanks(struct arena *arena, const char *text)
{
	size_t n = strlen(text), at = 0, used;
	struct buf plain;
	const char *kept;
	uint32_t point;
	bool valid;

	buf_init(&plain, n);
	for (; at < n; at += used) {
		used = text_decode(text + at, n - at, &point, &valid);
		if (point == 0x85 || point == 0x2028 || point == 0x2029)
			buf_addc(&plain, '\n');
		else if (point >= 0x80 && text_point_blank(point))
			buf_addc(&plain, ' ');
		else
			buf_add(&plain, text + at, used);
	}
	kept = arena_strdup(arena, buf_text(&plain));
	buf_release(&plain);
	return kept;
}

struct mail *mails_read(struct arena *arena, const char *text, size_t *n)
{
	struct mails mails = { .arena = arena };
	size_t len;

	text = plain_blanks(arena, text);
	mails.v = arena_array(arena, strlen(text) / 2 + 1, sizeof(*mails.v));
	while (*text) {
		len = part_length(text);
		take_part(&mails, text, len);
		text += len;
		text += *text != '\0';
	}
	*n = mails.n;
	return mails.v;
}
