/* check_which.h: what a verb that checks is about: the things that are named, or --all
 * that are shared of its noun's kind; and whether it may be asked now. */
#ifndef ACTION_CHECK_CHECK_WHICH_H
#define ACTION_CHECK_CHECK_WHICH_H

#include "action/check/checking.h"
#include "action/core/action.h"

struct check_wish {
	struct app *app;
	const struct action *action;	/* its first parameter names the things */
	const struct args *args;
	struct arena *arena;
	/* Filled in: */
	struct check_subject *subjects;
	bool *was_good;			/* its last check did not fail */
	size_t n;
	bool all;
	bool failed;			/* only what is kept is asked for */
	int64_t ms;			/* each may take */
};

bool check_which(struct check_wish *wish, struct error *err) MUST_CHECK;
/* The argument --timeout alone, into ms. */
bool check_seconds(struct check_wish *wish, struct error *err) MUST_CHECK;
/* Not in what-if, which is not so; and no credential is used as somebody else. */
bool check_may(const struct check_wish *wish, struct error *err) MUST_CHECK;

/* ... for these, which need the vault or not. */
bool check_may_now(const struct app *app, bool vault, struct error *err) MUST_CHECK;

#define PARAM_CHECK_TIMEOUT \
	{ .name = "timeout", .label = "Timeout", .type = PARAM_NUMBER, \
	  .option = true, .typed = true, .help = "seconds until a check is given up; 30 " \
	  "where it is not said" }
/* The parameters, behind the one of the things. */
#define CHECK_PARAMS \
	{ .name = "all", .label = "All", .type = PARAM_FLAG, .option = true, \
	  .help = "all that are in the workspace" }, \
	{ .name = "failed", .label = "Failed", .type = PARAM_FLAG, .option = true, \
	  .typed = true, .help = "ask nobody: list what failed at its last check, and " \
	  "since when" }, \
	{ .name = "since", .label = "Since", .type = PARAM_TEXT, .option = true, \
	  .typed = true, .help = "with --failed: only what failed after this time first: " \
	  "yesterday, 36h, 7d, or RFC 3339" }, \
	{ .name = "timeout", .label = "Timeout", .type = PARAM_NUMBER, \
	  .option = true, .help = "seconds until one is given up; 30 where it is " \
	  "not said" }, \
	PARAM_PASSPHRASE_FD("descriptor from which your passphrase is read")

#endif
