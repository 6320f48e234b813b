/* canary_eye.h: the console looked at, key by key. */
#ifndef TESTS_CANARY_EYE_H
#define TESTS_CANARY_EYE_H

#include "tests/canary/canary.h"
#include "tests/tty/console.h"

enum { EYE_PATH = 600, EYE_TYPED = 3000 };

struct eye {
	struct walk walk;
	struct pty *pty;
	struct world *w;
	struct dice_cup dice;	/* which ways, which rows */
	char path[EYE_PATH], typed[EYE_TYPED];
	const char *place;
	bool anew;		/* a console of its own for each way to look */
	const char *store, *how;
	/* each screen, after each key */
	void (*see)(struct eye *eye, const char *screen);
	void *ctx;
};

/* The console on this store, as this user; see: NULL looks for canaries.  how: "--as",
 * "login", or "A": one begins as oneself, looks about, and changes over. */
void eye_open(struct eye *eye, struct world *w, int actor, const char *store,
	      const char *how);
void eye_close(struct eye *eye);
/* Every list, so many rows, about so many of the ways to look at a row; nothing
 * says yes to a change. */
void eye_rows(struct eye *eye, unsigned long rows, unsigned long ways);
/* Actions by name, and command lines by lot, in the palette. */
void eye_palette(struct eye *eye, unsigned long ways);

#endif
