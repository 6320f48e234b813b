/* report.h: what a courier says, line by line, on its standard output
 * (model/check/check.h reads it). */
#ifndef CONNECT_REPORT_H
#define CONNECT_REPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "net/net_fault.h"

void report_plan(const char *const *steps, size_t n);
void report_begin(const char *step);
/* The step under way went well; detail may be "". */
void report_ok(const char *detail);
/* ... or so: "warn", "fail", "skip". */
void report_fault(const char *status, const struct net_fault *fault);
void report_server(const char *text);
void report_identity(const char *text);
void report_done(void);

#endif
