/* clip.c: see clip.h. */
#include "ui/clip.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "ui/term.h"

static const char secret_buffer[] = "gatehouse-secret";

enum { PIECE = 76, SEQUENCE_LIMIT = 512 * 1024 };

enum clip_way clip_through(void)
{
	const char *tmux = getenv("TMUX"), *sty = getenv("STY");

	if (tmux && *tmux)
		return CLIP_TMUX;
	return sty && *sty ? CLIP_SCREEN : CLIP_DIRECT;
}

static void base64(struct buf *out, const char *text, size_t n)
{
	static const char digit[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
		"abcdefghijklmnopqrstuvwxyz0123456789+/";
	char four[4];
	size_t i, k;

	for (i = 0; i < n; i += 3) {
		uint32_t bits = 0;

		for (k = 0; k < 3; k++)
			bits = bits << 8 | (i + k < n ?
					    (unsigned char)text[i + k] : 0u);
		for (k = 0; k < 4; k++)
			four[k] = i + k > n ? '=' :
				digit[bits >> (18 - 6 * k) & 63];
		buf_add(out, four, sizeof(four));
	}
}

void clip_sequence(struct buf *out, const char *text, size_t n,
		   enum clip_way through)
{
	struct buf whole;
	size_t at, piece;

	buf_init(&whole, SEQUENCE_LIMIT);
	buf_pad(&whole, '\0', 2 * n + PIECE);
	buf_reset(&whole);
	buf_adds(&whole, "\033]52;c;");
	base64(&whole, text, n);
	buf_addc(&whole, '\a');
	if (through != CLIP_SCREEN)
		buf_add(out, whole.data, whole.len);
	for (at = 0; through == CLIP_SCREEN && at < whole.len; at += piece) {
		piece = whole.len - at < PIECE ? whole.len - at : PIECE;
		buf_adds(out, "\033P");
		buf_add(out, whole.data + at, piece);
		buf_adds(out, "\033\\");
	}
	buf_wipe(&whole);
}

static enum clip_way send(const char *text, size_t n, enum clip_way through)
{
	struct buf bytes;
	bool sent;

	buf_init(&bytes, SEQUENCE_LIMIT);
	buf_pad(&bytes, '\0', 2 * n + PIECE);	/* no copy left where it grows */
	buf_reset(&bytes);
	clip_sequence(&bytes, text, n, through);
	sent = !bytes.overflow && term_send(buf_text(&bytes), bytes.len);
	buf_wipe(&bytes);
	return sent ? through : CLIP_LOST;
}

static enum clip_way copy(const char *text, size_t n, const char *buffer)
{
	enum clip_way through = clip_through();

	if (n > CLIP_MAX)
		return CLIP_TOO_LONG;
	if (through == CLIP_TMUX && clip_tmux(text, n, buffer))
		return CLIP_TMUX;
	return send(text, n, through == CLIP_TMUX ? CLIP_DIRECT : through);
}

enum clip_way clip_copy(const char *text, size_t n)
{
	return copy(text, n, NULL);
}

enum clip_way clip_secret(const char *text, size_t n)
{
	return copy(text, n, secret_buffer);
}

enum clip_way clip_clear(void)
{
	enum clip_way through = clip_through();

	if (through == CLIP_TMUX && clip_tmux(" ", 1, secret_buffer) &&
	    clip_tmux_forget(secret_buffer))
		return CLIP_TMUX;
	return send("", 0, through == CLIP_TMUX ? CLIP_DIRECT : through);
}
