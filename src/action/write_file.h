/* write_file.h: a new file with these bytes, whole or not at all. */
#ifndef ACTION_WRITE_FILE_H
#define ACTION_WRITE_FILE_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/error.h"

/* Mode 0600; written beside and renamed.  A file that is there is kept
 * (ERROR_CONFLICT) unless `over`. */
bool write_file(const char *path, const struct buf *data, bool over,
		struct error *err) MUST_CHECK;

#endif
