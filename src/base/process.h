/* process.h: what others of the system get from this process: no core, no memory, no
 * open file, and nothing of an environment that is not for it. */
#ifndef BASE_PROCESS_H
#define BASE_PROCESS_H

#include <stdbool.h>

#include "base/attr.h"

/* First thing in main: no core files, closed to ptrace and /proc/PID/mem of the same
 * user, new files for their owner only, descriptors 0 to 2 never a file that is opened
 * later, no inherited descriptor above them but those that a word names by number (a
 * word of digits, or what follows '=' or '/': --passphrase-fd 3, /dev/fd/63), and of the
 * environment what the program or what it starts reads (process_keeps); the rest is
 * overwritten.  Where lines with words of their own may follow (plain mode, a batch) all
 * descriptors stay, for no program started. */
void process_harden(int argc, char **argv);
/* Is this "NAME=VALUE" one of the variables that are left? */
bool process_keeps(const char *variable) MUST_CHECK;

#endif
