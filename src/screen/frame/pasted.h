/* pasted.h: e-mail addresses in what was typed or pasted on the screen. */
#ifndef SCREEN_FRAME_PASTED_H
#define SCREEN_FRAME_PASTED_H

#include "model/mails.h"

/* The terminal's paste ends here (key.h): the last address may be cut. */
enum { MAILS_MOST = 60000 };

/* mails_read, but of MAILS_MOST bytes or more the last one is left out. */
struct mail *mails_split(struct arena *arena, const char *text, size_t *n);

#endif
