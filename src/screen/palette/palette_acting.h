/* palette_acting.h: acting as somebody, in the palette. */
#ifndef SCREEN_PALETTE_PALETTE_ACTING_H
#define SCREEN_PALETTE_PALETTE_ACTING_H

#include "screen/palette/palette_priv.h"

enum { PALETTE_ACT_MOST = 8 };

/* "Act as Bob Stein": the people that the typed words call, where that is asked; one
 * entry with the reason where one may not. */
void palette_act_as(struct palette *palette);
/* Of the entry of a key: that of acting says what it does now, or why it does not. */
void palette_judge_key(struct palette *palette, struct entry *entry);

#endif
