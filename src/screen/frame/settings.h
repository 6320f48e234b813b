/* settings.h: what somebody chose for oneself, in $XDG_CONFIG_HOME/gatehouse/settings
 * (else ~/.config/gatehouse/settings): a word and its value a line, # begins a remark.
 *	theme dark
 */
#ifndef SCREEN_FRAME_SETTINGS_H
#define SCREEN_FRAME_SETTINGS_H

#include <stdbool.h>

#include "screen/frame/screen.h"

/* Take them up as the console starts.  What is not understood is said on the message
 * line, with its line; the rest holds. */
void settings_load(struct screen *screen);
/* The theme called so from now on; false: this terminal cannot show it. */
bool settings_try_theme(const char *name);
/* ... and from one session to the next (not from a demo).  Says what it did. */
void settings_keep_theme(struct screen *screen, const char *name);
/* The one that was chosen last. */
const char *settings_theme(const struct screen *screen);

#endif
