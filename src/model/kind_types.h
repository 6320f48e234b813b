/* kind_types.h: the types of data connections, which fill a file; and the values
 * that commands offer, which are the kinds' own. */
#ifndef MODEL_KIND_TYPES_H
#define MODEL_KIND_TYPES_H

#include "model/kind.h"

extern const struct kind_type connection_types[];

/* NULL-ended. */
extern const char *const connection_type_codes[];
extern const char *const file_type_codes[];
extern const char *const package_ref_kinds[];

#endif
