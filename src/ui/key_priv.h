/* key_priv.h: what a finished sequence means (key_code.c), asked by key.c. */
#ifndef UI_KEY_PRIV_H
#define UI_KEY_PRIV_H

#include "ui/key.h"

/* ESC [ params final.  True if it is a key; KEY_PASTE (and false) for the mark
 * that begins a paste; replies and unknown ones give false. */
bool key_csi(const char *params, unsigned char final, struct key *key);
/* ESC O final */
bool key_ss3(unsigned char final, struct key *key);

#endif
