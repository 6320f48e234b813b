/* http_basic.c: the value of Authorization for a name and a password (RFC 7617). */
#include <openssl/evp.h>
#include <string.h>

#include "net/http.h"

enum { PAIR = 3072 };

bool http_basic(struct buf *out, const char *user, const char *password)
{
	unsigned char coded[PAIR / 3 * 4 + 1];
	struct buf pair;
	bool good;

	buf_init(&pair, PAIR);
	buf_pad(&pair, ' ', PAIR);	/* it never moves */
	buf_reset(&pair);
	buf_printf(&pair, "%s:%s", user, password);
	good = !pair.overflow && !strchr(user, ':');
	if (good) {
		EVP_EncodeBlock(coded, (const unsigned char *)buf_text(&pair),
				(int)pair.len);
		buf_printf(out, "Basic %s", (const char *)coded);
		explicit_bzero(coded, sizeof(coded));
	}
	buf_wipe(&pair);
	return good && !out->overflow;
}
