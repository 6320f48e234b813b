/* text_order.c: the order in which lists are shown (see text.h). */
#include "base/text.h"

#include <string.h>

#include "base/text_priv.h"

/* The next folded code point, 0 at the end. */
static uint32_t next_folded(const char **s)
{
	uint32_t point = (unsigned char)**s;
	bool valid;

	if (point < 0x80) {		/* nearly all of it, at start-up */
		*s += point != 0;
		return point >= 'A' && point <= 'Z' ? point | 0x20 : point;
	}
	*s += text_decode(*s, strnlen(*s, 4), &point, &valid);
	return text_point_lower(point);
}

static bool is_digit(const char *s)
{
	return *s >= '0' && *s <= '9';
}

/* Skip a run of digits; *from is its first that is not a leading zero. */
static size_t number(const char **s, const char **from)
{
	while (**s == '0')
		++*s;
	*from = *s;
	while (is_digit(*s))
		++*s;
	return (size_t)(*s - *from);
}

int text_natcmp(const char *a, const char *b)
{
	const char *a_from, *b_from;
	size_t a_len, b_len;
	uint32_t x, y;
	int order;

	for (;;) {
		while (*a == *b && *a && !(*a & 0x80) && !is_digit(a))
			a++, b++;	/* what both begin with */
		if (is_digit(a) && is_digit(b)) {
			a_len = number(&a, &a_from);
			b_len = number(&b, &b_from);
			if (a_len != b_len)
				return a_len > b_len ? 1 : -1;
			order = memcmp(a_from, b_from, a_len);
			if (order)
				return order > 0 ? 1 : -1;
			continue;
		}
		x = next_folded(&a);
		y = next_folded(&b);
		if (x != y)
			return x > y ? 1 : -1;
		if (!x)
			return 0;
	}
}
