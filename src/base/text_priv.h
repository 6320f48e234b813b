/* text_priv.h: what the files of text.h know of single characters. */
#ifndef BASE_TEXT_PRIV_H
#define BASE_TEXT_PRIV_H

#include <stdbool.h>
#include <stdint.h>

/* C0, C1 and DEL. */
bool text_point_control(uint32_t point);
/* Bidi controls, zero-width, tags, variation selectors, line separators and
 * what else has no ink: the same on every machine, whatever its locale. */
bool text_point_hidden(uint32_t point);
/* One to one, in no locale. */
uint32_t text_point_lower(uint32_t point);

#endif
