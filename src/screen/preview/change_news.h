/* change_news.h: what this console changed, said in one line and kept as a list. */
#ifndef SCREEN_PREVIEW_CHANGE_NEWS_H
#define SCREEN_PREVIEW_CHANGE_NEWS_H

#include "action/core/result.h"
#include "screen/frame/screen.h"

/* A write went through (into the store, or into what-if): says what it did and whom it
 * moved, keeps the list for `v`, and ages the screen.  fallback: where the result has
 * no message. */
void change_news_saved(struct screen *screen, const struct result *result,
		       const char *fallback);
void change_news_release(struct screen *screen);

#endif
