/* web_told.c: see web_told.h. */
#include "tests/courier/web_told.h"

#include "tests/courier/told.h"
#include "tests/expect.h"

const char *web_told(struct web *web, const char *letter, const struct web_answer *answers,
		     size_t n)
{
	*web = (struct web){ .answers = answers, .n = n };
	web_start(web);
	return told(letter, web->origin);
}

void web_told_end(struct web *web, const char *said)
{
	assert_null(strstr(said, "canary"));
	assert_null(strstr(said, "Y2FuYXJ5"));
	web_stop(web);
}

void web_told_lost(struct web *web, const char *letter, const struct web_answer *answers,
		   size_t n, const char *step)
{
	const char *said = web_told(web, letter, answers, n);

	told_step(said, step, "fail", "timeout", "the statement could not be cancelled, and may "
		  "still run there", NULL);
	web_told_end(web, said);
}
