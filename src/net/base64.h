/* base64.h: bytes as text (RFC 4648). */
#ifndef NET_BASE64_H
#define NET_BASE64_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/* url: with - and _, and without padding (section 5). */
void base64_add(struct buf *out, const void *bytes, size_t n, bool url);

#endif
