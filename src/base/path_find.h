/* path_find.h: the files and folders that a path begun leads to: what is offered while
 * one types it. */
#ifndef BASE_PATH_FIND_H
#define BASE_PATH_FIND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

struct path_hit {
	const char *path;	/* as it would be typed; of a folder with a / at its end */
	const char *name;	/* its last part */
	bool folder;
	int64_t size;		/* bytes, of a file */
};

/* "~/x" is the home folder's x. */
const char *path_expand(const char *typed, struct arena *arena);
/* What begins so, in folder where it is relative ("" or "/x/"): tables (.csv, .tsv, .txt)
 * first, then folders, then other files, each by name; names that begin with a dot only
 * where one was typed.  Returns how many of them are in v (at most `most`); *all: how
 * many there are.  In the arena. */
size_t path_find(const char *folder, const char *typed, struct path_hit *v, size_t most,
		 size_t *all, struct arena *arena);

#endif
