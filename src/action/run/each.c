/* each.c: see each.h. */
#include "action/run/each.h"

#include <stdlib.h>
#include <string.h>

#include "action/run/run.h"
#include "base/mem.h"

enum { SAID = 4 };		/* more commands than these are said by the first */

void each_release(struct each *each)
{
	size_t i;

	for (i = 0; i < each->n; i++)
		batch_release(&each->v[i].batch);
	free(each->v);
	batch_release(&each->batch);
	arena_release(&each->arena);
	*each = (struct each){ .n = 0 };
}

void each_begin(struct each *each, size_t n)
{
	each_release(each);
	each->v = mem_array(n + 1, sizeof(*each->v));
	each->n = n;
	error_clear(&each->error);
}

static void settle(struct each *each, struct each_one *one,
		   enum each_outcome outcome, const char *text)
{
	one->outcome = outcome;
	one->text = arena_strdup(&each->arena, text);
	one->done = "";
	each->count[outcome]++;
}

void each_stop(struct each *each, size_t i, const struct error *err)
{
	each->v[i].stuck = true;
	each->v[i].text = arena_strdup(&each->arena, err->text);
}

static void try_one(struct each *each, struct each_one *one, struct app *app)
{
	struct result result;
	struct error err;
	size_t edits;

	error_clear(&err);
	if (one->stuck) {
		settle(each, one, EACH_BLOCKED, one->text);
		return;
	}
	if (!batch_check(app, &one->batch, &edits, &result, &err)) {
		settle(each, one, EACH_BLOCKED, err.text);
	} else {
		settle(each, one, edits ? EACH_CHANGES : EACH_SAME,
		       result.message ? result.message : "");
		if (result.done)
			one->done = arena_strdup(&each->arena, result.done);
	}
	result_release(&result);
}

/* Those that change something; of[i]: whose the i-th command is. */
static struct each_one **collect(struct each *each)
{
	struct each_one **of = NULL;
	size_t i, k, n = 0, cap = 0;
	int last;

	batch_release(&each->batch);
	for (last = 0; last < 2; last++)
		for (i = 0; i < each->n; i++) {
			struct each_one *one = &each->v[i];

			if (one->outcome != EACH_CHANGES ||
			    one->last != (last == 1))
				continue;
			batch_copy(&each->batch, one->batch.v, one->batch.n);
			for (k = 0; k < one->batch.n; k++) {
				of = mem_grow(of, n, &cap, sizeof(*of));
				of[n++] = one;
			}
		}
	return of;
}

/* "Bob Stein is deactivated. And 4 more.": for the event. */
static void summarize(struct each *each)
{
	const char *first = NULL;
	size_t i;

	for (i = 0; i < each->n && !first; i++)
		if (each->v[i].outcome == EACH_CHANGES)
			first = each->v[i].done;
	each->batch.summary = each->batch.n < SAID || !first ? NULL :
		arena_printf(&each->batch.arena, "%s And %zu more.", first,
			     each->count[EACH_CHANGES] - 1);
}

void each_try(struct each *each, struct app *app)
{
	struct each_one **of, *one;
	struct result result;
	struct error *err = &each->error;
	size_t i, edits;
	bool done, known;

	memset(each->count, 0, sizeof(each->count));
	for (i = 0; i < each->n; i++)
		try_one(each, &each->v[i], app);
	do {
		of = collect(each);
		error_clear(err);
		done = batch_check(app, &each->batch, &edits, &result, err);
		result_release(&result);
		known = !done && each->batch.failed < each->batch.n;
		if (known) {
			one = of[each->batch.failed];
			each->count[EACH_CHANGES]--;
			settle(each, one, EACH_BLOCKED, err->text);
		}
		free(of);
	} while (known);
	each->refused = !done;
	summarize(each);
}
