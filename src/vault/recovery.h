/* recovery.h: the recovery key: an identity that nobody holds but a sheet of paper.  Its
 * seed is shown once, as 56 letters and digits in groups of four, with a checksum that
 * finds a slip of the pen. */
#ifndef VAULT_RECOVERY_H
#define VAULT_RECOVERY_H

#include "base/error.h"
#include "vault/identity.h"

enum { RECOVERY_TEXT = 72 };	/* with dashes and NUL */

/* text: locked memory of RECOVERY_TEXT bytes. */
void recovery_text(const struct identity *identity, char *text);
/* Dashes, blanks and small letters are as good; O is 0, I and L are 1.  NULL:
 * ERROR_INVALID RECOVERY_KEY says which group is wrong or how many letters are missing. */
struct identity *recovery_read(const char *text, size_t n, struct error *err) MUST_CHECK;

#endif
