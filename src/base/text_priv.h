/* text_priv.h: which characters text.c and json_write.c do not show as they are. */
#ifndef BASE_TEXT_PRIV_H
#define BASE_TEXT_PRIV_H

#include <stdbool.h>
#include <stdint.h>

/* C0, C1 and DEL. */
bool text_point_control(uint32_t point);
/* Bidi controls, zero-width, tags, variation selectors, line separators and
 * what else has no ink: the same on every machine, whatever its locale. */
bool text_point_hidden(uint32_t point);

#endif
