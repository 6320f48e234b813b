/* kind_said.h: what a kind of asset says beside its fields: what nobody has checked,
 * what comes with an import, what is asked about before it is taken. */
#ifndef MODEL_KIND_SAID_H
#define MODEL_KIND_SAID_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

#define KIND_FROM "from"		/* id of the integration a file comes from */

struct kind_said {
	bool files;			/* a project has files of it: own things whose
					 * field KIND_FROM says of which */
	const char *making;		/* title of the form: "Add a package" */
	/* What only the network tells: "whether the repository is there". */
	const char *unverified;
	/* Where one is imported, or about to be: "installed at each start ..." */
	const char *importing;
	const char *who;		/* who may import it, and what then */
	/* What is good and yet hardly meant: a question; NULL: nothing.  doubted: the
	 * fields that it is about, NULL-ended. */
	const char *(*doubt)(const char *config, struct arena *arena);
	const char *const *doubted;
	/* What must be allowed on the other side, of a type as its fields stand: the
	 * i-th line of a list; NULL: no more. */
	const char *(*step)(const char *type, const char *config, size_t i,
			    struct arena *arena);
	const char *steps;		/* the heading of that list */
	const char *steps_before;	/* it stands before this field; NULL: behind all */
};

#endif
