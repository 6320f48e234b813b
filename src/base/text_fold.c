/* text_fold.c: one form for what is the same text: NFC for what is stored, full
 * case folding and NFKC for what is compared (see text.h; D33). */
#include "base/text.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/attr.h"
#include "base/mem.h"
#include "base/text_priv.h"

enum { POINTS = 192, FOLDED_LIMIT = 1 << 16,
       SHARP_S = 0xdf };	/* its capital is not everybody's yet */

enum { COMPOSED = UTF8PROC_STABLE | UTF8PROC_COMPOSE,
       FOLDED = COMPOSED | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD };

/* Invalid bytes as U+FFFD: then utf8proc has nothing to refuse. */
static void add_valid(struct buf *out, const char *src)
{
	size_t n = strlen(src), at = 0, good;

	while (at < n) {
		good = text_valid(src + at, n - at);
		buf_add(out, src + at, good);
		at += good;
		if (at < n) {
			buf_adds(out, "\xef\xbf\xbd");
			at++;
		}
	}
}

/* Append src by utf8proc's options.  Its memory is ours: it has no way to fail. */
static void map_text(struct buf *out, const char *src, unsigned options)
{
	utf8proc_int32_t few[POINTS], *points = few;
	struct buf valid;
	utf8proc_ssize_t n, bytes;
	const utf8proc_uint8_t *text;

	buf_init(&valid, SIZE_MAX / 2);
	if (text_valid(src, strlen(src)) != strlen(src)) {
		add_valid(&valid, src);
		src = buf_text(&valid);
	}
	text = (const utf8proc_uint8_t *)src;
	n = utf8proc_decompose(text, (utf8proc_ssize_t)strlen(src), points,
			       POINTS, options);
	if (n >= POINTS) {	/* and one for the NUL */
		points = mem_array((size_t)n + 1, sizeof(*points));
		n = utf8proc_decompose(text, (utf8proc_ssize_t)strlen(src),
				       points, n + 1, options);
	}
	bytes = n < 0 ? n : utf8proc_reencode(points, n, options);
	if (bytes > 0)
		buf_add(out, points, (size_t)bytes);
	else if (bytes < 0)
		buf_adds(out, src);
	if (points != few)
		free(points);
	buf_release(&valid);
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

void text_fold(struct buf *out, const char *src)
{
	char bytes[64];
	size_t n;

	struct buf composed;

	if (!text_is_ascii(src)) {
		/* marks in their order first: folding makes a letter of one */
		buf_init(&composed, SIZE_MAX / 2);
		map_text(&composed, src, COMPOSED);
		map_text(out, buf_text(&composed), FOLDED);
		buf_release(&composed);
		return;
	}
	while (*src) {
		for (n = 0; n < sizeof(bytes) && *src; src++)
			bytes[n++] = lower(*src);
		buf_add(out, bytes, n);
	}
}

void text_upper(struct buf *out, const char *src)
{
	size_t n = strlen(src), at = 0, used;
	char bytes[4];
	uint32_t point;
	bool valid;

	for (; at < n; at += used) {
		used = text_decode(src + at, n - at, &point, &valid);
		if (valid && point != SHARP_S)
			point = (uint32_t)utf8proc_toupper((utf8proc_int32_t)point);
		buf_add(out, bytes, text_encode(point, bytes));
	}
}

static int compare_folded(const char *a, const char *b)
{
	struct buf x, y;
	int order;

	buf_init(&x, FOLDED_LIMIT);
	buf_init(&y, FOLDED_LIMIT);
	text_fold(&x, a);
	text_fold(&y, b);
	order = x.overflow || y.overflow ? strcmp(a, b) :
		strcmp(buf_text(&x), buf_text(&y));
	buf_release(&x);
	buf_release(&y);
	return (order > 0) - (order < 0);
}

int text_casecmp(const char *a, const char *b)
{
	const char *p = a, *q = b;

	while (*p && lower(*p) == lower(*q) && !(*p & 0x80))
		p++, q++;
	/* a mark that follows belongs to the letter before it */
	if ((*p & 0x80) || (*q & 0x80) || (*p && p[1] & 0x80) ||
	    (*q && q[1] & 0x80))
		return compare_folded(a, b);
	return ((unsigned char)lower(*p) > (unsigned char)lower(*q)) -
	       ((unsigned char)lower(*p) < (unsigned char)lower(*q));
}

bool text_has_hidden(const char *src)
{
	size_t n = strlen(src), at = 0;
	uint32_t point;
	bool valid;

	while (at < n) {
		at += text_decode(src + at, n - at, &point, &valid);
		if (text_point_control(point) || text_point_hidden(point))
			return true;
	}
	return false;
}

void text_compose(struct buf *out, const char *src)
{
	if (text_is_ascii(src))
		buf_adds(out, src);
	else
		map_text(out, src, COMPOSED);
}

bool text_has_capital(const char *src)
{
	size_t n = strlen(src), at = 0;
	uint32_t point;
	utf8proc_category_t category;
	bool valid;

	while (at < n) {
		at += text_decode(src + at, n - at, &point, &valid);
		category = utf8proc_category((utf8proc_int32_t)point);
		if (category == UTF8PROC_CATEGORY_LU ||
		    category == UTF8PROC_CATEGORY_LT)
			return true;
	}
	return false;
}

uint32_t text_point_lower(uint32_t point)
{
	return (uint32_t)utf8proc_tolower((utf8proc_int32_t)point);
}

/* ---- blanks at the ends ------------------------------------------------------------ */

bool text_point_blank(uint32_t point)
{
	return (point >= 0x09 && point <= 0x0d) || point == 0x20 ||
		point == 0x85 || point == 0xa0 || point == 0x1680 ||
		(point >= 0x2000 && point <= 0x200a) || point == 0x2028 ||
		point == 0x2029 || point == 0x202f || point == 0x205f ||
		point == 0x3000;
}

/* What may stand unseen at the ends of a word.  Directions, selectors and tags do
 * something to what is beside them: they stay, and are shown. */
static bool is_edge(uint32_t point)
{
	return text_point_blank(point) || point == 0x180e ||
		(point >= 0x200b && point <= 0x200d) || point == 0x2060 ||
		point == 0xfeff;
}

/* src[*from .. *to) is what is left. */
static void edges(const char *src, size_t *from, size_t *to)
{
	size_t n = strlen(src), at = 0, used;
	uint32_t point;
	bool valid, begun = false;

	*from = *to = n;
	for (; at < n; at += used) {
		used = text_decode(src + at, n - at, &point, &valid);
		if (valid && is_edge(point))
			continue;
		if (!begun)
			*from = at;
		begun = true;
		*to = at + used;
	}
}

const char *text_tidy(const char *src, struct arena *arena)
{
	size_t from, to, n = strlen(src);
	struct buf composed;
	const char *cut;

	if (text_is_ascii(src) && (!n || (src[0] > ' ' && src[n - 1] > ' ')))
		return src;		/* nearly all of it, at start-up */
	edges(src, &from, &to);
	if (text_is_ascii(src))
		return to - from == n ? src :
			arena_strndup(arena, src + from, to - from);
	cut = arena_strndup(arena, src + from, to - from);
	buf_init(&composed, SIZE_MAX / 2);
	map_text(&composed, cut, COMPOSED);
	if (strcmp(buf_text(&composed), src) != 0)
		src = arena_strdup(arena, buf_text(&composed));
	buf_release(&composed);
	return src;
}

static uint64_t add_byte(uint64_t hash, unsigned char byte)
{
	return (hash ^ byte) * 1099511628211u;
}

/* Without memory where all is ASCII. */
uint64_t text_fold_hash(const char *src)
{
	const uint64_t start = 14695981039346656037u;
	uint64_t hash = start;
	struct buf folded;
	const char *s;

	for (s = src; *s && !(*s & 0x80); s++)
		hash = add_byte(hash, (unsigned char)(*s >= 'A' && *s <= 'Z' ?
						      *s | 0x20 : *s));
	if (*s) {
		buf_init(&folded, FOLDED_LIMIT);
		text_fold(&folded, src);
		hash = start;
		for (s = buf_text(&folded); *s; s++)
			hash = add_byte(hash, (unsigned char)*s);
		buf_release(&folded);
	}
	hash ^= hash >> 33;
	hash *= 0xff51afd7ed558ccdu;
	hash ^= hash >> 33;
	return (hash | 2u) & ~(uint64_t)1;
}
