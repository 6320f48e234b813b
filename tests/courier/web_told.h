/* web_told.h: a letter told to the courier about a web server that answers as a table says. */
#ifndef TESTS_COURIER_WEB_TOLD_H
#define TESTS_COURIER_WEB_TOLD_H

#include "tests/courier/web.h"

/* Starts *web with these answers; each @ of the letter is its origin.  What the courier says,
 * as told() has it. */
const char *web_told(struct web *web, const char *letter, const struct web_answer *answers,
		     size_t n);
/* Nothing that was said has "canary" in it, which all secrets of the letters have, nor that
 * as Basic; the server ends. */
void web_told_end(struct web *web, const char *said);
/* A POST to which no answer comes, and the step that says so: of what cannot be cancelled. */
void web_told_lost(struct web *web, const char *letter, const struct web_answer *answers,
		   size_t n, const char *step);

#endif
