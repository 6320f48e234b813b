/* keycount.h: a script of keys that reads as what a person does: what stands on the
 * screen, the key it names, the text that is typed.  Keys are counted, text is not. */
#ifndef TESTS_TTY_KEYCOUNT_H
#define TESTS_TTY_KEYCOUNT_H

#include "tests/tty/pty.h"

void keycount_begin(struct pty *pty);
/* Must be on the screen, though it may be wrapped there. */
void says(const char *text);
/* One key: "n", "<Tab>". */
void press(const char *key);
/* Text into a field: not counted. */
void type(const char *text);
/* Prints "# keys: NAME N" and returns N. */
int keycount_end(const char *name);

#endif
