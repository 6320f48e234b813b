/* work.h: what takes longer than a key may: jobs, done in small steps while no key
 * waits.  The loop does a slice of some milliseconds when there is nothing to read, and
 * looks again; with no job it sleeps as if there were no such thing.
 *
 * Steps and not threads: a job reads the same facts that a key may change a moment
 * later.  Between two steps nobody else runs, so there is nothing to lock, to copy or
 * to throw away half done; and the longest wait of a key is one slice. */
#ifndef UI_WORK_H
#define UI_WORK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The owner fills it in and keeps it as long as it is at work. */
struct job {
	/* One step, well below a slice; false: nothing is left to do. */
	bool (*step)(void *ctx);
	/* More is known now, several times a second; last: all, or, where it was
	 * stopped, all that will be.  Wants a new frame, if that shows it. */
	void (*told)(void *ctx, bool last);
	void *ctx;
	/* Is there something to do?  NULL: always.  What waits, for a thread, costs
	 * nothing: who ends the waiting wakes the loop (term_wake). */
	bool (*ready)(void *ctx);
	size_t done, total;	/* for the words; kept by the owner */
	bool stopped;		/* by work_stop: step is not called any more */
	bool quiet;		/* says in its own place that it is at work; x is not
				 * for it */
	struct job *next;	/* work.c's own */
};

struct work {
	struct job *first;
	int64_t told;		/* ms: when something was told last */
	bool (*key_waits)(void);	/* of the loop; NULL: none does */
};

/* Nothing where it is at work already. */
void work_start(struct work *work, struct job *job);
/* Forget it, if it is at work; it is told nothing. */
void work_drop(struct work *work, struct job *job);
/* Is there a job at which something can be done? */
bool work_on(const struct work *work);
/* Is there one at all, also one that waits? */
static inline bool work_left(const struct work *work)
{
	return work->first != NULL;
}
/* A step that may be long asks this, and where a key waits leaves off, to begin again. */
bool work_wanted(void *work);
/* x: all jobs but quiet ones end here, each is told so.  False: there was none. */
bool work_stop(struct work *work);
/* About as long as this. */
void work_slice(struct work *work, int ms);
/* "counting... 42 %", "" where nothing is at work. */
void work_words(const struct work *work, char *out, size_t size);

#endif
