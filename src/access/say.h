/* say.h: how sentences, fixes and JSON name things. */
#ifndef ACCESS_SAY_H
#define ACCESS_SAY_H

#include "access/access.h"

/* Whom the asset is shared with: custom groups by name, then built-in ones.
 * Returns how many names. */
uint32_t say_shared_with(const struct facts *facts, uint32_t asset,
			 struct arena *arena, const char ***out);
const char *say_article(enum role role);	/* "a", "an" */

#endif
