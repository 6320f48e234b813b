/* palette_acting.h: people as whom one may act, as entries; and the key for it. */
#ifndef SCREEN_PALETTE_PALETTE_ACTING_H
#define SCREEN_PALETTE_PALETTE_ACTING_H

#include "screen/palette/palette_priv.h"

enum { PALETTE_ACT_MOST = 8 };

/* Those that what is typed asks for, where it asks to act as somebody. */
void palette_act_as(struct palette *palette);
/* Is the key greyed, and why? */
void palette_judge_key(const struct palette *palette, struct entry *entry);

#endif
