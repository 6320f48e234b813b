/* plain.h: plain mode, for screen readers and terminals without cursor
 * addressing: a prompt that takes the command line's verbs, and no more. */
#ifndef CLI_PLAIN_H
#define CLI_PLAIN_H

#include <stddef.h>

struct app;

/* Reads lines until the end of input, q or quit.  command does one line's words
 * and prints; its status is said where it is not 0.  Returns 0. */
int plain_run(struct app *app, int (*command)(void *ctx, int n,
					      const char *const *words), void *ctx);

#endif
