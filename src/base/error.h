/* error.h: an error is a value: what failed, where, and the way out. */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include <stdbool.h>

#include "base/attr.h"

/* The kind chooses the exit status (INTERFACES: 0 done, 1 .. 8, 70). */
enum error_kind {
	ERROR_NONE,
	ERROR_CHECK,		/* 1: a check or an expectation did not hold */
	ERROR_INVALID,		/* 2: wrong usage or invalid input */
	ERROR_DENIED,		/* 3 */
	ERROR_NOT_FOUND,	/* 4 */
	ERROR_CONFLICT,		/* 5: changed meanwhile, or would break a rule */
	ERROR_LOCKED,		/* 6: the vault is locked */
	ERROR_NETWORK,		/* 7 */
	ERROR_STORE,		/* 8: busy, damaged, foreign, newer */
	ERROR_BUG		/* 70 */
};

struct error {
	enum error_kind kind;
	char code[40];		/* "LEVEL_NEEDED"; "" when there is none */
	char field[96];		/* field, line or path at fault; "" if none */
	char text[640];		/* one line, no function names */
	char needs[96];		/* what would have been enough */
	char remedy[400];	/* the way out; "" if none */
};

/* Fill *err (code may be NULL) and return false, so that a guard is one line.
 * A NULL err is allowed.  Overwrites what stood there. */
bool error_set(struct error *err, enum error_kind kind, const char *code,
	       const char *fmt, ...) PRINTF_LIKE(4, 5);

/* Add to an error that is set; both return false. */
bool error_field(struct error *err, const char *fmt, ...) PRINTF_LIKE(2, 3);
bool error_needs(struct error *err, const char *fmt, ...) PRINTF_LIKE(2, 3);
bool error_remedy(struct error *err, const char *fmt, ...) PRINTF_LIKE(2, 3);

void error_clear(struct error *err);

int error_exit_status(enum error_kind kind);
const char *error_kind_name(enum error_kind kind);	/* "denied" */

#endif
