/* vault_watch.h: the vault does not stay open by itself: locked after five minutes
 * without a key, before one suspends the console, and with it.  And a value that was
 * copied is not forgotten in the clipboard. */
#ifndef SCREEN_CONSOLE_VAULT_WATCH_H
#define SCREEN_CONSOLE_VAULT_WATCH_H

#include "screen/frame/screen.h"

/* For pages: wake, aside. */
void vault_watch_wake(struct pages *pages);
void vault_watch_aside(struct pages *pages);
/* Y: what was copied of a secret leaves the clipboard. */
void vault_watch_clear(struct screen *screen);
/* A key was pressed. */
void vault_watch_key(struct screen *screen);

#endif
