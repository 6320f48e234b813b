/* kind_verbs.h: the verbs that every kind of asset has, made from what the kind says
 * of itself (model/kind.h): list, show, usage, access, create, edit, delete. */
#ifndef ACTION_ASSET_KIND_VERBS_H
#define ACTION_ASSET_KIND_VERBS_H

#include "action/core/action.h"

/* For the registry: the actions that are a file each, and in their order those of the
 * kinds among them.  NULL stands between the two parts of the files, of which the
 * first takes the kinds' reading verbs and the second the writing ones.  Made once,
 * at the first call (by the main thread). */
const struct action *const *kind_verbs_among(const struct action *const *files,
					     size_t n_files, size_t *n);

#endif
