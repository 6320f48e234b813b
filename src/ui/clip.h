/* clip.h: text into the clipboard of the person's own terminal, by OSC 52: works over
 * ssh, and nobody answers whether it arrived. */
#ifndef UI_CLIP_H
#define UI_CLIP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

enum { CLIP_MAX = 74994 };	/* bytes: 100,000 as base64, what xterm takes */

enum clip_through { CLIP_DIRECT, CLIP_TMUX, CLIP_SCREEN };

/* What stands between us and the terminal, by TMUX and STY. */
enum clip_through clip_through(void);
/* The bytes to send; inside screen in DCS pieces of 76 bytes. */
void clip_sequence(struct buf *out, const char *text, size_t n,
		   enum clip_through through);
/* False: too long, or the line is lost. */
bool clip_copy(const char *text, size_t n);

#endif
