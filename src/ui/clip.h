/* clip.h: text into the clipboard of the person's own terminal, by OSC 52: works over
 * ssh, and nobody answers whether it arrived.  tmux takes OSC 52 from itself only, and
 * is asked to send it. */
#ifndef UI_CLIP_H
#define UI_CLIP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

enum { CLIP_MAX = 74994 };	/* bytes: 100,000 as base64, what xterm takes */

enum clip_way {
	CLIP_DIRECT,
	CLIP_TMUX,
	CLIP_SCREEN,		/* in DCS pieces of 76 bytes */
	CLIP_TOO_LONG, CLIP_LOST	/* it could not be sent */
};

/* What stands between us and the terminal, by TMUX and STY. */
enum clip_way clip_through(void);
/* The bytes to send. */
void clip_sequence(struct buf *out, const char *text, size_t n,
		   enum clip_way through);
/* The way it went. */
enum clip_way clip_copy(const char *text, size_t n);
/* A secret: the same, and nothing of it is left here; tmux keeps it in a buffer of that
 * name, which clip_clear finds again. */
enum clip_way clip_secret(const char *text, size_t n);
/* Nothing is in the clipboard then, as far as a terminal does what it is told; through
 * tmux it is one blank, and the buffer goes. */
enum clip_way clip_clear(void);
/* clip_tmux.c: have tmux load a buffer, called so where that is not NULL, and pass it
 * on; false: it did not. */
bool clip_tmux(const char *text, size_t n, const char *buffer);
/* The buffer called so goes. */
bool clip_tmux_forget(const char *buffer);

#endif
