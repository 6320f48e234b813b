/* http_basic.c: the value of Authorization for a name and a password (RFC 7617). */
#include <string.h>

#include "net/base64.h"
#include "net/http.h"

enum { PAIR = 3072, VALUE = PAIR / 3 * 4 + 8 };

bool http_basic(struct buf *out, const char *user, const char *password)
{
	struct buf pair;
	bool good;

	/* Neither moves while it grows, and leaves nothing behind. */
	buf_init(out, VALUE);
	buf_pad(out, ' ', VALUE);
	buf_reset(out);
	buf_init(&pair, PAIR);
	buf_pad(&pair, ' ', PAIR);
	buf_reset(&pair);
	buf_printf(&pair, "%s:%s", user, password);
	good = !pair.overflow && !strchr(user, ':');
	if (good) {
		buf_adds(out, "Basic ");
		base64_add(out, buf_text(&pair), pair.len, false);
	}
	buf_wipe(&pair);
	return good;
}
