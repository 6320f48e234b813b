/* zone_names.h: the names of the time zones. */
#ifndef MODEL_ZONE_NAMES_H
#define MODEL_ZONE_NAMES_H

#include <stdbool.h>

/* "UTC", "Europe/Berlin", "US/Eastern": is there one of this name, so written? */
bool zone_known(const char *name);

#endif
