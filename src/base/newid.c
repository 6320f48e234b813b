/* newid.c: see newid.h. */
#include "base/newid.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include <sodium.h>

void newid(char out[NEWID_TEXT], const char *prefix)
{
	/* 32 letters and digits; i, l, o, u are left out */
	static const char digit[] = "0123456789abcdefghjkmnpqrstvwxyz";
	unsigned char byte[10];
	size_t n = strlen(prefix), i;

	assert(n + 1 + sizeof(byte) < NEWID_TEXT);
	/* cheap once it was called, and safe from any thread */
	if (sodium_init() < 0)
		abort();
	randombytes_buf(byte, sizeof(byte));
	memcpy(out, prefix, n);
	out[n++] = '-';
	for (i = 0; i < sizeof(byte); i++)
		out[n++] = digit[byte[i] & 31];
	out[n] = '\0';
}
