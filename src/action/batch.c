/* batch.c: collecting the commands of a batch; run.c runs them. */
#include "action/batch.h"

#include <stdarg.h>
#include <stdlib.h>

#include "base/mem.h"

enum { BATCH_WORDS = 64 };

void batch_init(struct batch *batch)
{
	*batch = (struct batch){ .n = 0 };
}

void batch_release(struct batch *batch)
{
	arena_release(&batch->arena);
	free(batch->v);
	*batch = (struct batch){ .n = 0 };
}

void batch_clear(struct batch *batch)
{
	batch->n = 0;
	batch->failed = 0;
	batch->verb = batch->summary = NULL;
	arena_release(&batch->arena);
}

static void append(struct batch *batch, const struct command *command)
{
	batch->v = mem_grow(batch->v, batch->n, &batch->cap,
			    sizeof(*batch->v));
	batch->v[batch->n++] = *command;
}

bool batch_add(struct batch *batch, const char *const *words, size_t n,
	       struct error *err)
{
	struct command command = { .n = n };
	struct options opts = { 0 };
	const char **copy = arena_array(&batch->arena, n + 1, sizeof(*copy));
	size_t i;

	for (i = 0; i < n; i++)
		copy[i] = arena_strdup(&batch->arena, words[i]);
	command.word = copy;
	if (!args_parse((int)n, copy, &batch->arena, &command.action,
			&command.args, &opts, err))
		return false;
	if (!command.action || !(command.action->flags & ACTION_WRITES)) {
		error_set(err, ERROR_INVALID, "NO_WRITE",
			  "this is no command that changes something");
		return error_remedy(err, "run it by itself");
	}
	append(batch, &command);
	return true;
}

bool batch_addv(struct batch *batch, struct error *err, ...)
{
	const char *word[BATCH_WORDS];
	va_list list;
	size_t n = 0;

	va_start(list, err);
	while (n < BATCH_WORDS && (word[n] = va_arg(list, const char *)))
		n++;
	va_end(list);
	return batch_add(batch, word, n, err);
}

void batch_join(struct batch *batch, const struct batch *more)
{
	struct error err;
	size_t i;

	for (i = 0; i < more->n; i++)
		if (!batch_add(batch, more->v[i].word, more->v[i].n, &err))
			break;	/* it was parsed before: cannot be */
}
