/* text_page.h: text on the whole screen, nothing around it that would be in the way
 * of copying. */
#ifndef SCREEN_FRAME_TEXT_PAGE_H
#define SCREEN_FRAME_TEXT_PAGE_H

#include "screen/frame/screen.h"

void text_page_go(struct screen *screen, const char *title, const char *text);
/* Sentences: what is longer than a row goes on in the next one. */
void text_page_prose(struct screen *screen, const char *title, const char *text);

#endif
