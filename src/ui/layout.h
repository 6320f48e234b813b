/* layout.h: letters of other keyboard layouts, and the key of the US layout that stands
 * in their place: Russian, Ukrainian, Greek, Hebrew, Arabic, and the digits of Arabic and
 * Persian ones.  A sign that such a layout shares with ASCII ("." on the Russian key of
 * "/") cannot be told from the one that was meant, and is none of them. */
#ifndef UI_LAYOUT_H
#define UI_LAYOUT_H

#include <stdint.h>

/* The ASCII character of the key; 0: the code point is of no layout known here. */
uint32_t layout_place(uint32_t code);

#endif
