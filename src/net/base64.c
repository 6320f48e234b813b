/* base64.c: see base64.h. */
#include "net/base64.h"

#include <stdint.h>

static const char common[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	"0123456789";

static char sign(uint32_t six, bool url)
{
	return six < 62 ? common[six] : six == 62 ? (url ? '-' : '+') : (url ? '_' : '/');
}

void base64_add(struct buf *out, const void *bytes, size_t n, bool url)
{
	const unsigned char *at = bytes;
	size_t i, k, left;
	uint32_t three;

	for (i = 0; i < n; i += 3) {
		left = n - i < 3 ? n - i : 3;
		for (three = 0, k = 0; k < 3; k++)
			three = three << 8 | (k < left ? at[i + k] : 0U);
		for (k = 0; k <= left; k++)
			buf_addc(out, sign(three >> (18 - 6 * k) & 63, url));
		if (!url)
			buf_pad(out, '=', 3 - left);
	}
}
