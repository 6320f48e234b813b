/* letter.h: what a courier is to do, from its standard input:
 *   {"type":"postgres","timeout_ms":30000,"fields":{"host":"db"},
 *    "secrets":{"password":"..."}} */
#ifndef CONNECT_LETTER_H
#define CONNECT_LETTER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/attr.h"

/* False: it is none, or too long.  The answers below live as long as the process. */
bool letter_read(void) MUST_CHECK;
const char *letter_type(void);
int64_t letter_timeout(void);			/* milliseconds */
const char *letter_field(const char *name);	/* "" where it is not there */
const char *letter_secret(const char *name);	/* NULL where it is not there */

#endif
