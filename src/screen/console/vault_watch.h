/* vault_watch.h: the vault does not stay open by itself: locked after five minutes
 * without a key, before one suspends the console, and with it. */
#ifndef SCREEN_CONSOLE_VAULT_WATCH_H
#define SCREEN_CONSOLE_VAULT_WATCH_H

#include "screen/frame/screen.h"

/* For pages: wake, aside. */
void vault_watch_wake(struct pages *pages);
void vault_watch_aside(struct pages *pages);
/* A key was pressed. */
void vault_watch_key(struct screen *screen);

#endif
