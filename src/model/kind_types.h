/* kind_types.h: the types of data connections, which fill a file. */
#ifndef MODEL_KIND_TYPES_H
#define MODEL_KIND_TYPES_H

#include "model/kind.h"

extern const struct kind_type connection_types[];

#endif
