/* text_alike.c: what looks the same to a person (see text.h; SECURITY 3). */
#include "base/text.h"

#include <string.h>

#include "base/attr.h"
#include "base/text_priv.h"

enum { FOLDED_LIMIT = 1 << 16 };

/* Small letters of other scripts that are drawn as a Latin one (from the
 * confusables of UTS #39, those that a keyboard gives). */
static const struct { uint16_t point; char like; } alike[] = {
	{ 0x0131, 'i' }, { 0x0251, 'a' }, { 0x0261, 'g' }, { 0x026a, 'i' },
	{ 0x028b, 'v' }, { 0x03b1, 'a' }, { 0x03b3, 'y' }, { 0x03b5, 'e' },
	{ 0x03b7, 'n' }, { 0x03b9, 'i' }, { 0x03ba, 'k' }, { 0x03bd, 'v' },
	{ 0x03bf, 'o' }, { 0x03c1, 'p' }, { 0x03c3, 'o' }, { 0x03c4, 't' },
	{ 0x03c5, 'u' }, { 0x03c7, 'x' }, { 0x03c9, 'w' }, { 0x0430, 'a' },
	{ 0x0432, 'b' }, { 0x0433, 'r' }, { 0x0435, 'e' }, { 0x043a, 'k' },
	{ 0x043c, 'm' }, { 0x043d, 'h' }, { 0x043e, 'o' }, { 0x043f, 'n' },
	{ 0x0440, 'p' }, { 0x0441, 'c' }, { 0x0442, 't' }, { 0x0443, 'y' },
	{ 0x0445, 'x' }, { 0x044c, 'b' }, { 0x0455, 's' }, { 0x0456, 'i' },
	{ 0x0458, 'j' }, { 0x0475, 'v' }, { 0x04af, 'y' }, { 0x04bb, 'h' },
	{ 0x04cf, 'l' }, { 0x0501, 'd' }, { 0x051b, 'q' }, { 0x051d, 'w' },
	{ 0x0561, 'w' }, { 0x0563, 'q' }, { 0x0566, 'q' }, { 0x0570, 'h' },
	{ 0x0578, 'n' }, { 0x057d, 'u' }, { 0x0581, 'g' }, { 0x0585, 'o' },
	{ 0x0587, 'l' }, { 0x05d5, 'l' }, { 0x05d8, 'v' }, { 0x05e1, 'o' },
	{ 0x0665, 'o' }, { 0x0966, 'o' }, { 0x10e7, 'y' }, { 0x1d04, 'c' },
	{ 0x1d0f, 'o' }, { 0x1d20, 'v' }, { 0x1d21, 'w' }, { 0x1d22, 'z' },
};

static char like(uint32_t point)
{
	size_t i;

	for (i = 0; i < COUNT_OF(alike) && alike[i].point <= point; i++)
		if (alike[i].point == point)
			return alike[i].like;
	return 0;
}

void text_skeleton(struct buf *out, const char *src)
{
	struct buf folded;
	const char *text;
	size_t n, at = 0, used;
	uint32_t point;
	bool valid;
	char latin;

	buf_init(&folded, FOLDED_LIMIT);
	text_fold(&folded, src);
	text = buf_text(&folded);
	n = strlen(text);
	for (; at < n; at += used) {
		used = text_decode(text + at, n - at, &point, &valid);
		latin = like(point);
		if (latin)
			buf_addc(out, latin);
		else if (!text_point_hidden(point))
			buf_add(out, text + at, used);
	}
	buf_release(&folded);
}
