/* text.c: cells, and the one door from foreign text to a terminal. */
#include "base/text.h"

#include <langinfo.h>
#include <locale.h>
#include <string.h>
#include <wchar.h>

#include "base/attr.h"
#include "base/text_priv.h"

enum { REPLACEMENT = 0xfffd, ELLIPSIS = 0x2026 };

static bool ascii_only;

/* One character of foreign text as it may be shown. */
struct shown {
	char bytes[12];		/* "\U000e0041" is the longest: 10 */
	size_t len;
	size_t cells;
};

void text_set_ascii(bool on)
{
	ascii_only = on;
}

bool text_ascii(void)
{
	return ascii_only;
}

void text_init(void)
{
	static const char *const fallback[] = { "C.UTF-8", "C.utf8", "en_US.UTF-8" };
	size_t i;

	setlocale(LC_ALL, "");
	/* printf("%f") goes into JSON and CSV: no decimal comma there */
	setlocale(LC_NUMERIC, "C");
	if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0)
		return;
	text_set_ascii(true);
	for (i = 0; i < COUNT_OF(fallback); i++)
		if (setlocale(LC_CTYPE, fallback[i]))
			return;
}

bool text_point_control(uint32_t point)
{
	return point < 0x20 || (point >= 0x7f && point < 0xa0);
}

bool text_point_hidden(uint32_t point)
{
	static const struct { uint32_t first, last; } range[] = {
		{ 0x00ad, 0x00ad },	/* soft hyphen */
		{ 0x034f, 0x034f },	/* grapheme joiner */
		{ 0x061c, 0x061c },	/* Arabic letter mark */
		{ 0x115f, 0x1160 },	/* Hangul fillers */
		{ 0x17b4, 0x17b5 },	/* Khmer inherent vowels */
		{ 0x180b, 0x180f },	/* Mongolian selectors */
		{ 0x200b, 0x200f },	/* zero width, LRM, RLM */
		{ 0x2028, 0x202e },	/* separators, bidi embedding */
		{ 0x2060, 0x206f },	/* joiner, bidi isolates, deprecated */
		{ 0x3164, 0x3164 },	/* Hangul filler */
		{ 0xfe00, 0xfe0f },	/* variation selectors */
		{ 0xfeff, 0xfeff },	/* byte order mark */
		{ 0xffa0, 0xffa0 },	/* Hangul filler, half width */
		{ 0xfff0, 0xfffb },	/* annotations */
		{ 0x1bca0, 0x1bca3 },	/* shorthand controls */
		{ 0x1d173, 0x1d17a },	/* musical controls */
		{ 0xe0000, 0xe0fff },	/* tags, more selectors */
	};
	size_t i;

	for (i = 0; i < COUNT_OF(range) && range[i].first <= point; i++)
		if (point <= range[i].last)
			return true;
	return false;
}

int text_point_width(uint32_t point)
{
	int width;

	if (point >= 0x20 && point < 0x7f)
		return 1;
	if (text_point_control(point) || point > 0x10ffff)
		return -1;
	if (point == REPLACEMENT || point == ELLIPSIS)
		return 1;	/* ours, in every locale */
	width = wcwidth((wchar_t)point);
	return width > 2 ? 2 : width;
}

/* The next character of s[0 .. n), n > 0: raw as it stands there. */
static size_t next_width(const char *s, size_t n, size_t *cells)
{
	uint32_t point;
	bool valid;
	size_t used = text_decode(s, n, &point, &valid);
	int width = text_point_width(point);

	*cells = width < 0 ? 1 : (size_t)width;
	return used;
}

size_t text_width(const char *s)
{
	size_t n = strlen(s), at = 0, width = 0, cells;

	while (at < n) {
		at += next_width(s + at, n - at, &cells);
		width += cells;
	}
	return width;
}

/* The digits by hand: snprintf would be the slowest part of a frame. */
static void escape(struct shown *to, char letter, size_t digits, uint32_t point)
{
	size_t i;

	to->bytes[0] = '\\';
	to->bytes[1] = letter;
	for (i = digits; i > 0; i--) {
		to->bytes[1 + i] = "0123456789abcdef"[point & 0xf];
		point >>= 4;
	}
	to->len = to->cells = digits + 2;
}

/* The next character of s[0 .. n), n > 0, as it may be shown. */
static size_t next_shown(const char *s, size_t n, struct shown *to)
{
	uint32_t point;
	bool valid;
	size_t used = text_decode(s, n, &point, &valid);
	int width;

	if (text_point_control(point)) {
		escape(to, 'x', 2, point);
	} else if (text_point_hidden(point)) {
		if (point > 0xffff)
			escape(to, 'U', 8, point);
		else
			escape(to, 'u', 4, point);
	} else {
		width = text_point_width(point);
		if (width < 0) {
			point = REPLACEMENT;
			width = 1;
		}
		to->len = text_encode(point, to->bytes);
		to->cells = (size_t)width;
	}
	return used;
}

/* Bytes at the start that need no look: printable ASCII, at most max. */
static size_t plain_run(const char *s, size_t max)
{
	size_t i = 0;

	while (i < max && s[i] >= 0x20 && s[i] < 0x7f)
		i++;
	return i;
}

void text_safe(struct buf *out, const char *src)
{
	size_t n = strlen(src), at = 0, run;
	struct shown shown;

	while (at < n) {
		run = plain_run(src + at, n - at);
		buf_add(out, src + at, run);
		at += run;
		if (at == n)
			break;
		at += next_shown(src + at, n - at, &shown);
		buf_add(out, shown.bytes, shown.len);
	}
}

bool text_is_safe(const char *src)
{
	size_t n = strlen(src), at = 0, used;
	struct shown shown;

	for (;;) {
		at += plain_run(src + at, n - at);
		if (at == n)
			return true;
		used = next_shown(src + at, n - at, &shown);
		if (used != shown.len || memcmp(shown.bytes, src + at, used))
			return false;
		at += used;
	}
}

/* One '?' a cell, so that columns stay where text_width says; marks that take
 * no cell have nothing to stand on. */
static void to_ascii(struct shown *shown)
{
	if (!((unsigned char)shown->bytes[0] & 0x80))
		return;
	memset(shown->bytes, '?', shown->cells);
	shown->len = shown->cells;
}

static void truncate_to(struct buf *out, size_t len)
{
	if (!out->data || out->len <= len)
		return;
	out->len = len;
	out->data[len] = '\0';
}

/* Append at most `cells` cells of src and return how many it took. */
static size_t cut(struct buf *out, const char *src, size_t cells)
{
	const char *dots = ascii_only ? "~" : "\xe2\x80\xa6";
	size_t dot_cells = 1;
	size_t n = strlen(src), at = 0, used = 0;
	size_t mark = out->len, mark_used = 0;	/* where the dots would go */
	struct shown shown;

	if (dot_cells > cells) {
		dots += dot_cells - cells;
		dot_cells = cells;
	}
	if (cells == 0)
		return 0;
	while (at < n) {
		at += next_shown(src + at, n - at, &shown);
		if (ascii_only)
			to_ascii(&shown);
		if (used + shown.cells > cells) {
			truncate_to(out, mark);
			buf_adds(out, dots);
			return mark_used + dot_cells;
		}
		buf_add(out, shown.bytes, shown.len);
		used += shown.cells;
		if (used <= cells - dot_cells) {
			mark = out->len;
			mark_used = used;
		}
	}
	return used;
}

void text_cut(struct buf *out, const char *src, size_t cells)
{
	(void)cut(out, src, cells);
}

/* The "(word)" at the end, or NULL. */
static const char *told_at(const char *text)
{
	const char *open = strrchr(text, '(');
	size_t n = open ? strlen(open) : 0;

	return n > 2 && open > text + 1 && open[-1] == ' ' &&
	       open[n - 1] == ')' && !strchr(open, ' ') ? open : NULL;
}

void text_cut_told(struct buf *out, const char *src, size_t cells)
{
	struct buf all, name;
	const char *told;
	size_t width;

	buf_init(&all, SIZE_MAX / 2);
	buf_init(&name, SIZE_MAX / 2);
	text_safe(&all, src);
	told = text_width(buf_text(&all)) > cells ? told_at(buf_text(&all)) : NULL;
	width = told ? text_width(told) : 0;
	if (told && width + 4 < cells) {
		buf_add(&name, buf_text(&all), (size_t)(told - buf_text(&all)) - 1);
		text_cut(out, buf_text(&name), cells - width - 1);
		buf_addc(out, ' ');
		buf_adds(out, told);
	} else if (told) {
		buf_add(&name, told + 1, strlen(told) - 2);
		text_cut(out, buf_text(&name), cells);
	} else {
		text_cut(out, src, cells);
	}
	buf_release(&name);
	buf_release(&all);
}

void text_fit(struct buf *out, const char *src, size_t cells)
{
	size_t used = cut(out, src, cells);

	buf_pad(out, ' ', cells - used);
}

bool text_has_control(const char *src)
{
	size_t n = strlen(src), at = 0;
	uint32_t point;
	bool valid;

	while (at < n) {
		at += plain_run(src + at, n - at);
		if (at == n)
			break;
		/* a stray byte 80-9F is a C1 control to an 8-bit terminal */
		if ((unsigned char)src[at] >= 0x80 &&
		    (unsigned char)src[at] < 0xa0)
			return true;
		at += text_decode(src + at, n - at, &point, &valid);
		if (text_point_control(point))
			return true;
	}
	return false;
}
