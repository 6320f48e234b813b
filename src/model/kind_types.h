/* kind_types.h: the types of data connections, which fill a file; what checks others. */
#ifndef MODEL_KIND_TYPES_H
#define MODEL_KIND_TYPES_H

#include "model/kind.h"

#define COURIER_WEB "gatehouse-courier"	/* what answers over HTTPS */

extern const struct kind_type connection_types[];

#endif
