/* nearest.h: which word may have been meant. */
#ifndef BASE_NEAREST_H
#define BASE_NEAREST_H

#include <stddef.h>

/* The word of the list nearest to `word` (case, dashes and slips of the finger
 * count little); NULL if none is near. */
const char *nearest(const char *word, const char *const *list, size_t n);

#endif
