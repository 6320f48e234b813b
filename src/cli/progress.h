/* progress.h: how far a slow verb is, on standard error. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <stddef.h>

/* "project 40 of 900" on a line that is written over, where there are many; done ==
 * all takes it away.  For a terminal alone. */
void progress_show(const char *what, size_t done, size_t all);

#endif
