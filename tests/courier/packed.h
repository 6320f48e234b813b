/* packed.h: Git's lines as they are written in tests: "[version 2\n[ls-refs\n]0000": each
 * [ begins one, which ends before the next [, or at a ]; what stands outside stays. */
#ifndef TESTS_COURIER_PACKED_H
#define TESTS_COURIER_PACKED_H

#include <stdio.h>
#include <string.h>

enum { PACKED = 4096 };

struct packed { char bytes[PACKED]; size_t n; };

static inline struct packed packed(const char *text, size_t n)
{
	struct packed out = { .n = 0 };
	const char *end = text + n, *at;
	char head[8];

	while (text < end) {
		if (*text != '[') {
			out.bytes[out.n++] = *text++;
			continue;
		}
		for (at = ++text; at < end && *at != '[' && *at != ']'; at++)
			;
		snprintf(head, sizeof(head), "%04x", (unsigned)(at - text + 4));
		memcpy(out.bytes + out.n, head, 4);
		memcpy(out.bytes + out.n + 4, text, (size_t)(at - text));
		out.n += (size_t)(at - text) + 4;
		text = at + (at < end && *at == ']');
	}
	return out;
}

#endif
