/* worker.c: see worker.h. */
#include "base/worker.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>

#include "base/mem.h"

struct worker {
	pthread_mutex_t lock;
	void (*work)(void *ctx);
	void (*done)(void);
	void (*release)(void *ctx);
	void *ctx;
	bool ended, dropped;	/* under the lock */
};

static void end(struct worker *worker)
{
	pthread_mutex_destroy(&worker->lock);
	worker->release(worker->ctx);
	free(worker);
}

static void *run(void *at)
{
	struct worker *worker = at;
	void (*done)(void) = worker->done;
	bool dropped;

	worker->work(worker->ctx);
	pthread_mutex_lock(&worker->lock);
	worker->ended = true;
	dropped = worker->dropped;
	pthread_mutex_unlock(&worker->lock);
	if (dropped)
		end(worker);
	else if (done)
		done();		/* the worker may be gone by now */
	return NULL;
}

/* Signals are for the thread that waits for them. */
static bool start(struct worker *worker)
{
	sigset_t all, before;
	pthread_attr_t attr;
	pthread_t thread;
	bool started;

	if (pthread_attr_init(&attr) != 0)
		return false;
	pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_DETACHED);
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	started = pthread_create(&thread, &attr, run, worker) == 0;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	pthread_attr_destroy(&attr);
	return started;
}

struct worker *worker_start(void (*work)(void *ctx), void (*done)(void),
			    void (*release)(void *ctx), void *ctx)
{
	struct worker *worker = mem_alloc(sizeof(*worker));

	pthread_mutex_init(&worker->lock, NULL);
	worker->work = work;
	worker->done = done;
	worker->release = release;
	worker->ctx = ctx;
	if (start(worker))
		return worker;
	pthread_mutex_destroy(&worker->lock);
	free(worker);
	return NULL;
}

bool worker_ended(struct worker *worker)
{
	bool ended;

	pthread_mutex_lock(&worker->lock);
	ended = worker->ended;
	pthread_mutex_unlock(&worker->lock);
	return ended;
}

void worker_drop(struct worker *worker)
{
	bool ended;

	if (!worker)
		return;
	pthread_mutex_lock(&worker->lock);
	worker->dropped = true;
	ended = worker->ended;
	pthread_mutex_unlock(&worker->lock);
	if (ended)
		end(worker);
}

void worker_alone(void (*call)(void *ctx), void *ctx)
{
	static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

	pthread_mutex_lock(&turn);
	call(ctx);
	pthread_mutex_unlock(&turn);
}
