/* buf.h: a growing string that must be given a limit.  Past the limit it
 * stops growing and says so (overflow), which the caller checks once. */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdbool.h>
#include <stddef.h>

#include "base/attr.h"

struct buf {
	char *data;		/* NUL-terminated once anything was added */
	size_t len, cap, limit;
	bool overflow;
};

void buf_init(struct buf *buf, size_t limit);
void buf_release(struct buf *buf);
void buf_wipe(struct buf *buf);		/* and its bytes, first: a secret was in it */
void buf_reset(struct buf *buf);		/* empty, memory kept */
void buf_add(struct buf *buf, const void *data, size_t n);
void buf_adds(struct buf *buf, const char *text);
void buf_addc(struct buf *buf, char c);
void buf_pad(struct buf *buf, char c, size_t n);
void buf_printf(struct buf *buf, const char *fmt, ...) PRINTF_LIKE(2, 3);
const char *buf_text(const struct buf *buf);	/* never NULL */

#endif
