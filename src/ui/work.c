/* work.c: see work.h. */
#include "ui/work.h"

#include <stdio.h>
#include <time.h>

enum { TOLD_EVERY = 250 };	/* ms between two pictures of what is known */

static int64_t now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static struct job **place_of(struct work *work, const struct job *job)
{
	struct job **at = &work->first;

	while (*at && *at != job)
		at = &(*at)->next;
	return at;
}

void work_start(struct work *work, struct job *job)
{
	struct job **at = place_of(work, job);

	if (*at)
		return;
	if (!work->first)
		work->told = now_ms();
	job->stopped = false;
	job->next = NULL;
	*at = job;
}

void work_drop(struct work *work, struct job *job)
{
	struct job **at = place_of(work, job);

	if (*at)
		*at = job->next;
}

bool work_stop(struct work *work)
{
	struct job **at = &work->first, *job;
	bool any = false;

	while ((job = *at)) {
		if (job->quiet) {
			at = &job->next;
			continue;
		}
		*at = job->next;
		job->stopped = any = true;
		job->told(job->ctx, true);
	}
	return any;
}

static struct job *next_ready(const struct work *work)
{
	struct job *job = work->first;

	while (job && job->ready && !job->ready(job->ctx))
		job = job->next;
	return job;
}

bool work_on(const struct work *work)
{
	return next_ready(work) != NULL;
}

bool work_wanted(void *work)
{
	const struct work *self = work;

	return self->key_waits && self->key_waits();
}

/* It may be started anew by what it tells: not touched after. */
static void ended(struct work *work, struct job *job)
{
	work_drop(work, job);
	job->told(job->ctx, true);
}

void work_slice(struct work *work, int ms)
{
	int64_t now = now_ms(), end = now + ms;
	struct job *job;

	while ((job = next_ready(work)) && now < end && !work_wanted(work)) {
		if (!job->step(job->ctx)) {
			ended(work, job);
			return;		/* to be shown before the next one */
		}
		now = now_ms();
	}
	if (job && now - work->told >= TOLD_EVERY) {
		work->told = now;
		job->told(job->ctx, false);
	}
}

void work_words(const struct work *work, char *out, size_t size)
{
	size_t done = 0, total = 0;
	const struct job *job;
	bool any = false;

	for (job = work->first; job; job = job->next) {
		if (job->quiet)
			continue;
		any = true;
		done += job->done;
		total += job->total;
	}
	out[0] = '\0';
	if (any)
		snprintf(out, size, "counting... %zu %%",
			 total ? done * 100 / total : 0);
}
