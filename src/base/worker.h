/* worker.h: something long on a thread of its own, while this one goes on: a function of
 * memory that nobody else touches meanwhile.  Nothing of the workspace is, so that jobs
 * of steps (ui/work.h) are for that. */
#ifndef BASE_WORKER_H
#define BASE_WORKER_H

#include <stdbool.h>

#include "base/attr.h"

struct worker;

/* Call work(ctx) on a thread, which gets no signals, and done() after it, on that thread,
 * which may be NULL.  release(ctx): by worker_drop, once work has ended.  NULL: there is
 * no thread to be had; nothing was called. */
struct worker *worker_start(void (*work)(void *ctx), void (*done)(void),
			    void (*release)(void *ctx), void *ctx) MUST_CHECK;
/* Has work returned?  What it wrote may be read then. */
bool worker_ended(struct worker *worker);
/* It is not wanted any more: ctx is released now, or by the thread when it ends.  Does
 * not wait.  NULL is nothing. */
void worker_drop(struct worker *worker);
/* Within work: call it while no other thread is in here; waits for its turn. */
void worker_alone(void (*call)(void *ctx), void *ctx);

#endif
