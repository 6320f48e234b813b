/* read_file.h: a whole file in memory, up to a limit. */
#ifndef ACTION_CORE_READ_FILE_H
#define ACTION_CORE_READ_FILE_H

#include "base/buf.h"
#include "base/error.h"

/* Of a plain file, or a pipe that was handed over (base/open_file.h); at most 1 GiB.
 * data is initialised here; release it after success only. */
bool slurp(const char *path, struct buf *data, struct error *err) MUST_CHECK;

#endif
