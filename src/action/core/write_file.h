/* write_file.h: a new file with these bytes, whole or not at all. */
#ifndef ACTION_CORE_WRITE_FILE_H
#define ACTION_CORE_WRITE_FILE_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/error.h"

enum write_over {
	WRITE_NEW,		/* a file that is there is kept */
	WRITE_AGAIN,		/* replace what begins with the same two lines: an
				 * earlier export */
	WRITE_OWN		/* replace any: our own state files */
};

/* Mode 0600; written beside and renamed.  Only a plain file of one name and of
 * our own is ever replaced, and never a store or what stands beside one
 * (-wal, -shm, -journal, .lock), nor are such names made: else ERROR_CONFLICT
 * FILE_EXISTS or FILE_NOT_OURS. */
bool write_file(const char *path, const struct buf *data, enum write_over over,
		struct error *err) MUST_CHECK;

/* The same in two steps: the bytes into a file beside it, whose name *beside (empty before)
 * then is; and that into its place, which fails only where the name was taken meanwhile. */
bool write_file_beside(const char *path, const struct buf *data, enum write_over over,
		       struct buf *beside, struct error *err) MUST_CHECK;
bool write_file_place(const char *beside, const char *path, enum write_over over,
		      struct error *err) MUST_CHECK;

/* Would that file be written, as far as it is seen from what is there now?  The same
 * errors, and FILE where its folder takes none; nothing is made. */
bool write_file_may(const char *path, const struct buf *data, enum write_over over,
		    struct error *err) MUST_CHECK;
/* The same of a new file, whatever will be in it. */
bool write_file_new(const char *path, struct error *err) MUST_CHECK;

#endif
