/* json_read.h: jansson, for reading.  Four of its names are those of
 * base/json_write.h: they are put aside here, so that both can be included. */
#ifndef ACTION_SCENARIO_JSON_READ_H
#define ACTION_SCENARIO_JSON_READ_H

#define json_object jansson_object
#define json_array jansson_array
#define json_string jansson_string
#define json_null jansson_null
#include <jansson.h>
#undef json_object
#undef json_array
#undef json_string
#undef json_null

#endif
