/* pkt.c: see pkt.h. */
#include "connect/pkt.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { HEAD = 4, LINE = 1024 };

static int digit(char c)
{
	return c >= '0' && c <= '9' ? c - '0' :
		c >= 'a' && c <= 'f' ? c - 'a' + 10 :
		c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

enum pkt pkt_next(struct pkt_in *in, const char **line, size_t *n)
{
	size_t size = 0, i;

	*line = "";
	*n = 0;
	if (!in->left)
		return PKT_END;
	for (i = 0; i < HEAD && i < in->left; i++) {
		if (digit(in->at[i]) < 0)
			return PKT_BAD;
		size = size * 16 + (size_t)digit(in->at[i]);
	}
	if (i < HEAD)
		return PKT_MORE;
	/* 0002 ends answers of another carrier, 0003 is none, 0004 is an empty line. */
	if (size == 2 || size == 3 || size > PKT_MOST)
		return PKT_BAD;
	if (size > in->left)
		return PKT_MORE;
	*line = in->at + HEAD;
	in->at += size < HEAD ? HEAD : size;
	in->left -= size < HEAD ? HEAD : size;
	if (size < HEAD)
		return size ? PKT_DELIM : PKT_FLUSH;
	*n = size - HEAD;
	if (*n && (*line)[*n - 1] == '\n')
		--*n;
	return PKT_LINE;
}

bool pkt_is(const char *line, size_t n, const char *text)
{
	return n == strlen(text) && memcmp(line, text, n) == 0;
}

bool pkt_begins(const char *line, size_t n, const char *text)
{
	return n >= strlen(text) && memcmp(line, text, strlen(text)) == 0;
}

void pkt_add(struct buf *out, const char *fmt, ...)
{
	char text[LINE];
	va_list list;
	int n;

	va_start(list, fmt);
	n = vsnprintf(text, sizeof(text), fmt, list);
	va_end(list);
	if (n < 0 || n >= LINE)
		out->overflow = true;
	else
		buf_printf(out, "%04x%s\n", (unsigned)(HEAD + n + 1), text);
}

void pkt_add_delim(struct buf *out)
{
	buf_adds(out, "0001");
}

void pkt_add_flush(struct buf *out)
{
	buf_adds(out, "0000");
}
