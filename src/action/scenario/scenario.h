/* scenario.h: scenario files (INTERFACES 5): demos and assertions are one
 * thing.  Reading checks the form strictly; a step is run through args_parse
 * and action_run like a command line, and its expectations are compared. */
#ifndef ACTION_SCENARIO_SCENARIO_H
#define ACTION_SCENARIO_SCENARIO_H

#include "action/core/action.h"

struct names { const char **v; size_t n; bool given; };

struct expect_can { enum can can; bool holds; };

/* Expectations on one pair; levels are LEVELS where not given. */
struct expect_access {
	const char *user, *project;	/* as typed; user "anonymous": the web */
	enum level granted, effective;
	struct names limits;
	struct expect_can *can;
	size_t n_can;
};

/* With which data connection this person's new SQL cells start; NULL: with none. */
struct expect_default { const char *user, *connection; };

struct expect {
	int exit;			/* -1: not given */
	const char *code;		/* NULL: not given */
	struct names warns, listed, not_listed, limits;
	struct expect_can *can;
	size_t n_can;
	struct expect_access *access;
	size_t n_access;
	struct expect_default *defaults;
	size_t n_defaults;
};

/* How a step says that it stands for something that was not recorded (record.h). */
#define SCENARIO_NOT_RECORDED "NOT RECORDED: "

struct scenario_command { const char **word; int n; };

struct scenario_step {
	const char *say, *as;		/* may be NULL */
	const char **words;		/* of "do"; n_words 0: none */
	int n_words;
	/* "and": what is done with it, as one change; each writes. */
	struct scenario_command *more;
	size_t n_more;
	bool lesson;			/* without it another expectation fails */
	struct expect expect;
};

struct scenario {
	const char *name;		/* file or built-in name, for messages */
	const char *title;
	const char *workspace;		/* NULL: the demo; else a path */
	struct scenario_step *steps;
	size_t n;
};

/* scenario_load.c: a built-in name ("practice-sensitive"), a word of one alone
 * ("sensitive"), or a path.  Lives in the arena.  Else ERROR_NOT_FOUND (or
 * NAME_AMBIGUOUS), whose remedy says what there is. */
bool scenario_load(const char *name, struct arena *arena,
		   struct scenario *out, struct error *err) MUST_CHECK;
/* The names of those that are built in; NULL: there are no more. */
const char *scenario_named(size_t i, struct arena *arena);
/* From text; folder: where a workspace path starts. */
bool scenario_read(const char *name, const char *folder, const char *text,
		   size_t n, struct arena *arena, struct scenario *out,
		   struct error *err) MUST_CHECK;

/* What became of a step. */
struct scenario_outcome {
	int status;			/* exit status; 0 without a "do" */
	bool good;			/* every expectation held */
	const char *failure;		/* which did not; NULL where good */
	const char *said;		/* the message or error; "" if none */
	struct error err;		/* where status is not 0: what refused it */
	struct result result;		/* release with result_release */
};

/* Run one step on an open demo store.  The facts of the app are current
 * afterwards.  Texts live in the arena. */
void scenario_step_run(struct app *app, const struct scenario_step *step,
		       struct arena *arena, struct scenario_outcome *out);

/* Why there is nothing to check in a step: it only says something, or that something was
 * not recorded; NULL: it is checked. */
const char *scenario_skipped(const struct scenario_step *step);

/* Compare only (scenario_expect.c): NULL if all held, else what did not. */
const char *scenario_compare(struct app *app, const struct expect *expect,
			     const struct scenario_outcome *outcome,
			     const char *code, struct arena *arena);

/* "project share p-rev --user ..." with quotes where wanted; several: with "and". */
const char *scenario_words(const struct scenario_step *step,
			   struct arena *arena);

/* tell.c: its title, and what is said, done and answered step by step.  *failed: an
 * expectation did not hold.  False: it could not be set up. */
bool scenario_tell(const struct scenario *scenario, struct buf *out, bool *failed,
		   struct error *err) MUST_CHECK;

/* scenario_through.c: all steps on a private temporary store that is removed afterwards; seen is
 * called after each.  False: it could not be set up. */
bool scenario_through(const struct scenario *scenario,
		      void (*seen)(void *ctx, const struct scenario_step *step,
				   size_t number,
				   const struct scenario_outcome *),
		      void *ctx, struct error *err) MUST_CHECK;

#endif
