/* fuzz_key.c: bytes from a terminal: keys of known kinds, a paste without controls, and
 * always a way back to between keys. */
#include "tests/fuzz/fuzz.h"

#include "base/text.h"
#include "ui/key.h"

static void is_known(const struct key *key)
{
	const char *s;

	HOLDS(key->code <= KEY_MOUSE);
	HOLDS(key->code > 0x10ffff || key->code < 0xd800 || key->code > 0xdfff);
	HOLDS(!(key->mods & ~(unsigned)(KEY_CTRL | KEY_ALT | KEY_SHIFT)));
	if (key->code != KEY_PASTE)
		return;
	HOLDS(key->text);
	HOLDS(text_valid(key->text, strlen(key->text)) == strlen(key->text));
	for (s = key->text; *s; s++)
		HOLDS((unsigned char)*s >= 0x20 || *s == '\n');
	HOLDS(strchr(key->text, 0x7f) == NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static struct key_decoder decoder;
	unsigned char *joined = malloc(n + 1);
	struct key key;
	size_t i, left;

	HOLDS(joined);
	memcpy(joined, data, n);
	left = key_join_paste(joined, n);
	HOLDS(left <= n);
	free(joined);
	key_init(&decoder);
	for (i = 0; i < n; i++) {
		memset(&key, 0, sizeof(key));
		if (key_feed(&decoder, data[i], &key))
			is_known(&key);
		if (data[i] == 0x19 && key_pending(&decoder)) {
			memset(&key, 0, sizeof(key));
			if (key_timeout(&decoder, &key))
				is_known(&key);
		}
	}
	/* The end of a paste, of a string, of a sequence: then it is between keys. */
	for (i = 0; i < 8; i++)
		key_feed(&decoder, (unsigned char)"\033\\\033[201~"[i], &key);
	for (i = 0; i < 4; i++)
		key_feed(&decoder, 3, &key);
	HOLDS(key_is_ground(&decoder));
	return 0;
}
