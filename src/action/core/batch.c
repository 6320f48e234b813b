/* batch.c: collecting the commands of a batch; run.c runs them. */
#include "action/core/batch.h"

#include <assert.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

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

static void append(struct batch *batch, const struct batch_command *command)
{
	batch->v = mem_grow(batch->v, batch->n, &batch->cap,
			    sizeof(*batch->v));
	batch->v[batch->n++] = *command;
}

bool batch_add(struct batch *batch, const char *const *words, size_t n,
	       struct error *err)
{
	struct batch_command command = { .n = n };
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

static void copy_args(struct batch *batch, struct args *args)
{
	size_t i, v;

	for (i = 0; i < ACTION_PARAMS; i++) {
		struct arg *arg = &args->of[i];
		const char **copy = arena_array(&batch->arena, arg->n + 1,
						sizeof(*copy));

		for (v = 0; v < arg->n; v++)
			copy[v] = arg->v[v] ?
				arena_strdup(&batch->arena, arg->v[v]) : NULL;
		arg->v = copy;
	}
}

/* "user", "edit", "u-vic", "--name", "Victor" */
static void make_words(struct batch *batch, struct batch_command *command)
{
	const struct action *action = command->action;
	const struct param *param = action->params;
	const char **word;
	size_t i, v, n = 2;

	for (i = 0; i < ACTION_PARAMS; i++)
		n += 2 * command->args.of[i].n;
	word = arena_array(&batch->arena, n + 1, sizeof(*word));
	command->n = 0;
	if (action->noun)
		word[command->n++] = action->noun;
	word[command->n++] = action->verb;
	for (i = 0; i < ACTION_PARAMS && param[i].name; i++)
		for (v = 0; v < command->args.of[i].n; v++) {
			if (param[i].option)
				word[command->n++] = arena_printf(
					&batch->arena, "--%s", param[i].name);
			if (param[i].type != PARAM_FLAG)
				word[command->n++] = command->args.of[i].v[v];
		}
	command->word = word;
}

void batch_copy(struct batch *batch, const struct batch_command *commands, size_t n)
{
	struct batch_command command;
	size_t i;

	for (i = 0; i < n; i++) {
		command = commands[i];
		copy_args(batch, &command.args);
		make_words(batch, &command);
		append(batch, &command);
	}
}

/* One value more; its list is copied when it is full: to a power of two. */
static void args_add(struct arena *arena, struct args *args, size_t place,
		     const char *value)
{
	struct arg *arg = &args->of[place];
	const char **more;

	if ((arg->n & (arg->n - 1)) == 0) {
		more = arena_array(arena, arg->n ? 2 * arg->n : 1,
				   sizeof(*more));
		if (arg->n)
			memcpy(more, arg->v, arg->n * sizeof(*more));
		arg->v = more;
	}
	arg->v[arg->n++] = arena_strdup(arena, value);
}

static size_t param_place(const struct action *action, const char *name)
{
	size_t i = 0;

	while (i < ACTION_PARAMS && action->params[i].name &&
	       strcmp(action->params[i].name, name) != 0)
		i++;
	assert(i < ACTION_PARAMS && action->params[i].name);
	return i;
}

void batch_pairs(struct batch *batch, const char *noun, const char *verb, ...)
{
	struct batch_command command = { .action = action_find(noun, verb) };
	const char *name, *value;
	va_list list;
	size_t i;

	assert(command.action && (command.action->flags & ACTION_WRITES));
	va_start(list, verb);
	while ((name = va_arg(list, const char *))) {
		value = va_arg(list, const char *);
		if (value)
			args_add(&batch->arena, &command.args, param_place(
				 command.action, name), value);
	}
	va_end(list);
	for (i = 0; i < ACTION_PARAMS; i++)
		if (!command.args.of[i].v)
			command.args.of[i].v = arena_array(&batch->arena, 1,
							   sizeof(char *));
	make_words(batch, &command);
	append(batch, &command);
}
