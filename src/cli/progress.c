/* progress.c: see progress.h. */
#include "cli/progress.h"

#include <stdio.h>

enum { MANY = 100 };	/* also how often it is written */

void progress_show(const char *what, size_t done, size_t all)
{
	if (all < MANY || (done > 0 && done * MANY / all ==
			   (done - 1) * MANY / all))
		return;
	if (done < all)
		fprintf(stderr, "\r%s %zu of %zu", what, done, all);
	else
		fputs("\r\033[K", stderr);
	fflush(stderr);
}
