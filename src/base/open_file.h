/* open_file.h: a file to read that somebody names, or may have put there: to open it does
 * not wait, and what has no end is not begun. */
#ifndef BASE_OPEN_FILE_H
#define BASE_OPEN_FILE_H

#include "base/attr.h"

/* A descriptor of a plain file, or of a pipe that was handed over as one (/dev/stdin,
 * /dev/fd/3); else -1, errno, and in *why what is wrong (not to be freed).  No FIFO, no
 * device, no folder.  flags: O_NOFOLLOW, or 0. */
int open_file(const char *path, int flags, const char **why) MUST_CHECK;

#endif
