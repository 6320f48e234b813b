/* look_page.h: what a Git provider or a bucket has, walked through: repositories, their
 * branches and tags, folders and files, of which one imports. */
#ifndef SCREEN_PAGES_LOOK_PAGE_H
#define SCREEN_PAGES_LOOK_PAGE_H

#include "screen/frame/request.h"

/* "provider repos", "provider refs", "files browse", for who may; others are answered by
 * the action itself. */
bool look_page_is(const struct app *app, const struct action *action);
/* The request is taken. */
bool look_page_push(struct screen *screen, struct request *request,
		    struct error *err) MUST_CHECK;

#endif
