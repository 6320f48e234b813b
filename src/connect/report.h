/* report.h: what a courier says, line by line, on its standard output
 * (model/check/check.h reads it). */
#ifndef CONNECT_REPORT_H
#define CONNECT_REPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "net/net_fault.h"

void report_plan(const char *const *steps, size_t n);
void report_begin(const char *step);
/* The step under way went well; detail may be "". */
void report_ok(const char *detail);
/* ... or so: "warn", "fail", "skip". */
void report_fault(const char *status, const struct net_fault *fault);
void report_server(const char *text);
void report_identity(const char *text);
void report_expires(const char *when);		/* of the credential; RFC 3339 */
/* A line of a list: keys and values, REPORT_END ends them; a value NULL is null, and
 * REPORT_TRUE, REPORT_FALSE are what they say. */
extern const char REPORT_TRUE[], REPORT_FALSE[];
#define REPORT_END ((const char *)0)
void report_row(const char *key, ...);
void report_ref(const char *kind, const char *name, const char *commit);
/* What somebody enters where (RFC 8628), and for how many seconds that is good. */
void report_device(const char *user_code, const char *address, int64_t expires_in);
/* What the other side said of itself and is to be kept: a field ("account_id"); and a
 * credential that it gave ("token"), which goes into the vault. */
void report_fact(const char *field, const char *value);
void report_secret(const char *field, const char *value);
void report_done(void);

#endif
