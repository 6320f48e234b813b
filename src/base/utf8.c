/* utf8.c: code points to bytes and back, strictly (see text.h). */
#include "base/text.h"

#include <string.h>

enum { REPLACEMENT = 0xfffd };

static bool is_tail(unsigned char c)
{
	return (c & 0xc0) == 0x80;
}

static size_t invalid(uint32_t *point, bool *valid)
{
	*point = REPLACEMENT;
	*valid = false;
	return 1;
}

size_t text_decode(const char *s, size_t n, uint32_t *point, bool *valid)
{
	/* the smallest value that needs so many bytes: below it is overlong */
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	const unsigned char *u = (const unsigned char *)s;
	size_t len, i;
	uint32_t p;

	*valid = true;
	if (u[0] < 0x80) {
		*point = u[0];
		return 1;
	}
	if (u[0] < 0xc2 || u[0] > 0xf4)
		return invalid(point, valid);
	len = u[0] < 0xe0 ? 2 : u[0] < 0xf0 ? 3 : 4;
	if (n < len)
		return invalid(point, valid);
	p = u[0] & (0x7fu >> len);
	for (i = 1; i < len; i++) {
		if (!is_tail(u[i]))
			return invalid(point, valid);
		p = p << 6 | (u[i] & 0x3fu);
	}
	if (p < least[len] || p > 0x10ffff || (p >= 0xd800 && p <= 0xdfff))
		return invalid(point, valid);
	*point = p;
	return len;
}

size_t text_encode(uint32_t point, char out[4])
{
	size_t len, i;

	if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff))
		point = REPLACEMENT;
	if (point < 0x80) {
		out[0] = (char)point;
		return 1;
	}
	len = point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
	for (i = len - 1; i > 0; i--) {
		out[i] = (char)(0x80 | (point & 0x3f));
		point >>= 6;
	}
	out[0] = (char)((0xf00u >> len & 0xf0u) | point);
	return len;
}

/* Bytes of plain ASCII at the start, a word at a time. */
static size_t ascii_run(const char *s, size_t n)
{
	size_t i = 0;
	uint64_t word;

	while (n - i >= sizeof(word)) {
		memcpy(&word, s + i, sizeof(word));
		if (word & UINT64_C(0x8080808080808080))
			break;
		i += sizeof(word);
	}
	while (i < n && !((unsigned char)s[i] & 0x80))
		i++;
	return i;
}

bool text_is_ascii(const char *s)
{
	size_t n = strlen(s);

	return ascii_run(s, n) == n;
}

size_t text_valid(const char *s, size_t n)
{
	size_t at = 0, used;
	uint32_t point;
	bool valid;

	for (;;) {
		at += ascii_run(s + at, n - at);
		if (at == n)
			return n;
		used = text_decode(s + at, n - at, &point, &valid);
		if (!valid)
			return at;
		at += used;
	}
}

size_t text_points(const char *s)
{
	size_t n = strlen(s), at = 0, points = 0;
	uint32_t point;
	bool valid;

	while (at < n) {
		at += text_decode(s + at, n - at, &point, &valid);
		points++;
	}
	return points;
}
