/* letter.h: what a courier is to do, from its standard input:
 *   {"type":"postgres","timeout_ms":30000,"fields":{"host":"db"},
 *    "secrets":{"password":"..."},"ssh_folder":"/home/x/.ssh"}
 * and, where it is not to verify, the job and what it is about:
 *   "job":"refs","ask":{"repository":"acme/ml-utils","kind":"branch"} */
#ifndef CONNECT_LETTER_H
#define CONNECT_LETTER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/attr.h"

/* False: it is none, or too long.  The answers below live as long as the process. */
bool letter_read(void) MUST_CHECK;
const char *letter_type(void);
const char *letter_job(void);			/* "verify" where it is not said */
int64_t letter_timeout(void);			/* milliseconds */
/* When to be through, as dial_now(), a little before who sent it ends this. */
int64_t letter_until(void);
const char *letter_field(const char *name);	/* "" where it is not there */
const char *letter_ask(const char *name);	/* "" where it is not there */
const char *letter_ssh_folder(void);		/* keys and known_hosts; "": none is known */
/* What was said by others is repeated without the letter's secrets, and those that came
 * since, plain or in base64: "***" for each, also where the text ends within one. */
void letter_hide(char *text);
/* A credential that was given on the way, or the form of one in which it is sent. */
void letter_lent(const char *secret);
const char *letter_secret(const char *name);	/* NULL where it is not there */

#endif
