/* post.h: starts a courier, hands it its letter, reads its lines; to cancel it is to
 * kill it.  A courier is a program of ours that stands beside this one, or among the
 * installed (libexec).  It gets a cleared environment and the letter on its standard
 * input: secrets are no arguments.  It ends itself when this process does. */
#ifndef POST_POST_H
#define POST_POST_H

#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

enum { POST_LETTER = 128 * 1024, POST_LINE = 16 * 1024, POST_ALL = 8 << 20 };

struct post;

enum post_news {
	POST_WAITS,	/* no whole line is there yet: wait for post_fd() */
	POST_LINE_READ,	/* *line, *n: without its end, good until the next call */
	POST_ENDED,	/* that was all */
	POST_BROKE	/* it died, or said too much */
};

/* Is there a program of that name?  folder(NULL): the usual places again. */
bool post_has(const char *program);
/* Look in this folder alone (tests). */
void post_folder(const char *folder);

/* deadline: in milliseconds from now, after which post_late() is true.  The letter's
 * bytes are the caller's to wipe.  NULL, ERROR_NETWORK: it could not be started. */
struct post *post_start(const char *program, const char *letter, size_t n,
			int64_t deadline, struct error *err) MUST_CHECK;
int post_pid(const struct post *post);
int post_fd(const struct post *post);		/* readable when there is news */
enum post_news post_read(struct post *post, const char **line, size_t *n);
/* Milliseconds left, 0: none. */
int64_t post_left(const struct post *post);
/* At once, whatever it is doing, with all that it started; NULL is nothing. */
void post_free(struct post *post);

#endif
