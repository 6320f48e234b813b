/* say.h: how sentences, fixes and JSON name things. */
#ifndef ACCESS_SAY_H
#define ACCESS_SAY_H

#include "access/seen.h"

/* Whom the asset is shared with: custom groups by name, then built-in ones.
 * Returns how many names; for those who see all of the asset. */
uint32_t say_shared_with(const struct seen *seen, uint32_t asset,
			 struct arena *arena, const char ***out);
const char *say_article(enum role role);	/* "a", "an" */

#endif
