/* loop.h: wait, handle, draw.  There is one loop and it never nests. */
#ifndef UI_LOOP_H
#define UI_LOOP_H

#include "ui/page.h"

struct loop_watch {		/* one more descriptor to wait for; fd -1: none */
	int fd;
	void (*ready)(struct pages *pages, void *ctx);
	/* Asked at each key when fd is -1 (no inotify), and every 2 s. */
	void (*poll)(struct pages *pages, void *ctx);
	void *ctx;
};

enum loop_end { LOOP_QUIT, LOOP_SIGNAL, LOOP_LOST };

/* For the test driver, in band: OSC 7777 ; bytes consumed ; frame ST after each frame
 * that is settled (no key waits, no work is left), or after each frame. */
enum loop_marks { LOOP_NO_MARKS, LOOP_SETTLED, LOOP_FRAMES };

/* Milliseconds that only go forward. */
int64_t loop_now(void);

/* Run until no page is left, a signal ends it or the line is lost. */
enum loop_end loop_run(struct pages *pages, const struct loop_watch *watch,
		       enum loop_marks marks);

#endif
