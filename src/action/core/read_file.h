/* read_file.h: a whole file in memory, up to a limit. */
#ifndef ACTION_CORE_READ_FILE_H
#define ACTION_CORE_READ_FILE_H

#include "base/buf.h"
#include "base/error.h"

/* data is initialised here; release it after success only. */
bool slurp(const char *path, struct buf *data, struct error *err) MUST_CHECK;

#endif
