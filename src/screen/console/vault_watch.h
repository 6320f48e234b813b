/* vault_watch.h: the vault does not stay open by itself: locked after five minutes
 * without a key, before one suspends the console, and with it.  And a value that was
 * copied is not forgotten in the clipboard: it goes from there when the vault is locked,
 * and when the console ends. */
#ifndef SCREEN_CONSOLE_VAULT_WATCH_H
#define SCREEN_CONSOLE_VAULT_WATCH_H

#include "screen/frame/screen.h"

/* For pages: wake, aside. */
void vault_watch_wake(struct pages *pages);
void vault_watch_aside(struct pages *pages);
/* Y: what was copied of a secret leaves the clipboard. */
void vault_watch_clear(struct screen *screen);
/* The console ends, while its terminal is still there. */
void vault_watch_end(struct screen *screen);
/* A key was pressed. */
void vault_watch_key(struct screen *screen);

#endif
