/* batch.h: commands run as one: planned one on top of the other, previewed
 * together, written in one transaction as one event, undone in one step.  A
 * dialog's Save, a bulk verb over marked rows, a fix of several steps and the
 * what-if are batches; a single command is a batch of one. */
#ifndef ACTION_CORE_BATCH_H
#define ACTION_CORE_BATCH_H

#include "action/core/action.h"

struct batch_command {
	const struct action *action;
	struct args args;
	const char *const *word;	/* as on the command line */
	size_t n;
};

struct batch {
	struct arena arena;		/* owns the words */
	struct batch_command *v;
	size_t n, cap;
	const char *verb;		/* of the event; NULL: the first command's */
	const char *summary;		/* NULL: the messages, joined */
	const size_t *steps;		/* commands that belong together: where each
					 * of n_steps ends; NULL: each for itself */
	size_t n_steps;
	int64_t revision;		/* of the facts it was made from: another one
					 * is STALE; 0: any will do */
	size_t failed;			/* after a failure: which command; n: none */
};

void batch_init(struct batch *batch);
void batch_release(struct batch *batch);

/* Add a command by its words ("project", "share", ...), which are copied; it must
 * be a write.  Errors as args_parse. */
bool batch_add(struct batch *batch, const char *const *words, size_t n,
	       struct error *err) MUST_CHECK;
/* What ends the arguments below: a pointer also where NULL is a plain 0. */
#define BATCH_END ((const char *)NULL)
/* A command by the names of its parameters and their values, all copied: name,
 * value, name, value, ..., BATCH_END.  A value NULL is left out; a name that comes again
 * gives one more value; a flag is on with any value.  Names are asserted; what is
 * said is judged when it is planned. */
void batch_pairs(struct batch *batch, const char *noun, const char *verb, ...);
/* A copy of commands, which need no words: they are made from the arguments. */
void batch_copy(struct batch *batch, const struct batch_command *commands, size_t n);

#endif
