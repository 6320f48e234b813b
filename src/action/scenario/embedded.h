/* embedded.h: the files that are built in: the demo workspace and the scenarios. */
#ifndef ACTION_SCENARIO_EMBEDDED_H
#define ACTION_SCENARIO_EMBEDDED_H

#include <stddef.h>

/* "demo.json", then the scenarios. */
size_t embedded_count(void);
const char *embedded_name(size_t i);
/* Text of a built-in file, NUL-ended; NULL if there is none of that name. */
const char *embedded_text(const char *name);

#endif
