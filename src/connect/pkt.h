/* pkt.h: the lines of Git's protocol (gitprotocol-common): four hexadecimal digits say how
 * long each is.  Read strictly, as they come from whom nobody knows. */
#ifndef CONNECT_PKT_H
#define CONNECT_PKT_H

#include <stddef.h>

#include "base/attr.h"
#include "base/buf.h"

enum pkt {
	PKT_LINE,		/* a line, without the LF at its end */
	PKT_FLUSH, PKT_DELIM,	/* 0000, 0001 */
	PKT_END,		/* nothing is left */
	PKT_MORE,		/* the rest of a line has not come (yet) */
	PKT_BAD			/* what no line begins with */
};

enum { PKT_MOST = 65520 };	/* of a line, with its length */

struct pkt_in {
	const char *at;
	size_t left;
};

enum pkt pkt_next(struct pkt_in *in, const char **line, size_t *n) MUST_CHECK;
/* Is it this text; does it begin so? */
bool pkt_is(const char *line, size_t n, const char *text);
bool pkt_begins(const char *line, size_t n, const char *text);

/* A line with an LF; text that is too long for one overflows the buf. */
void pkt_add(struct buf *out, const char *fmt, ...) PRINTF_LIKE(2, 3);
void pkt_add_delim(struct buf *out);
void pkt_add_flush(struct buf *out);

#endif
