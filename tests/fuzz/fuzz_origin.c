/* fuzz_origin.c: addresses from the network: what is taken has one form, in which it is
 * taken again as the same; only what begins as we do is of our origin; and what is
 * escaped comes back. */
#include "tests/fuzz/fuzz.h"

#include <strings.h>

#include "net/http_priv.h"

enum { TARGET = 8192 };

static bool is_printable(const char *text, const char *but)
{
	for (; *text; text++)
		if (*text <= ' ' || *text >= 0x7f || strchr(but, *text))
			return false;
	return true;
}

static void one_address(const char *text)
{
	static const struct http ours = { .origin = "https://api.example" };
	char origin[ORIGIN_MOST], other[ORIGIN_MOST], target[TARGET], again[TARGET],
		whole[ORIGIN_MOST + TARGET];
	size_t usual = strlen(ours.origin), n;
	bool plain, plain_again;

	if (!http_origin_of(text, origin, &plain, target, sizeof(target))) {
		HOLDS(!http_same_origin(&ours, text, again, sizeof(again)));
		return;
	}
	n = strlen(plain ? "http://" : "https://");
	HOLDS(strncmp(origin, plain ? "http://" : "https://", n) == 0 && origin[n]);
	HOLDS(is_printable(origin, "@\\#%?ABCDEFGHIJKLMNOPQRSTUVWXYZ"));
	HOLDS(!strchr(origin + n, '/'));
	HOLDS(*target == '/' && is_printable(target, "\\#"));
	HOLDS(!plain || strncmp(origin + n, "127.", 4) == 0 || strncmp(origin + n, "[::1]", 5) == 0 ||
	      strncmp(origin + n, "localhost", 9) == 0);
	snprintf(whole, sizeof(whole), "%s%s", origin, target);
	HOLDS(http_origin_of(whole, other, &plain_again, again, sizeof(again)));
	HOLDS(strcmp(origin, other) == 0 && strcmp(target, again) == 0 && plain == plain_again);
	if (http_same_origin(&ours, text, again, sizeof(again))) {
		HOLDS(strncasecmp(text, ours.origin, usual) == 0);
		HOLDS(strcmp(origin, ours.origin) == 0 && strcmp(target, again) == 0);
		HOLDS(!text[usual] || strchr("/?:", text[usual]));
	}
}

static void one_escape(const uint8_t *data, size_t n, bool slashes)
{
	char *back = malloc(n + 1);
	size_t used = 0;
	const char *at;
	struct buf out;

	HOLDS(back);
	buf_init(&out, 3 * n + 1);
	http_escape(&out, (const char *)data, n, slashes);
	HOLDS(!out.overflow && is_printable(buf_text(&out), slashes ? "/?#&+ \\\"'" :
					    "?#&+ \\\"'"));
	for (at = buf_text(&out); *at; at++) {
		HOLDS(used < n);
		if (*at == '%') {
			const char hex[3] = { at[1], at[2], '\0' };

			back[used++] = (char)strtoul(hex, NULL, 16);
			at += 2;
		} else {
			back[used++] = *at;
		}
	}
	HOLDS(used == n && memcmp(back, data, n) == 0);
	buf_release(&out);
	free(back);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	char *text = fuzz_string(data, n);

	one_address(text);
	one_escape(data, n, true);
	one_escape(data, n, false);
	free(text);
	return 0;
}
