/* fix_list.h: ways for a person to reach a level on a project, made for a reader:
 * the subject of the app.  What the reader may do is a fix: its commands are planned,
 * as that reader, before it is offered, and run as one (access fixes --apply KEY).
 * What the reader may not do is worded as whom to ask, if there is somebody who may. */
#ifndef ACTION_RUN_FIX_LIST_H
#define ACTION_RUN_FIX_LIST_H

#include "access/fixes.h"
#include "action/core/batch.h"
#include "base/json_write.h"

struct fix_step {
	const char *word[FIX_WORDS];	/* "group", "add", "g-data", "u-bob", NULL */
};

enum { FIX_STEPS = FIX_EDITS + 1 };

struct fix_offer {
	const char *key;		/* of its commands; NULL: to be asked for */
	const char *ask;		/* "Maya Lindqvist, the owner"; NULL: run it */
	const char *text;		/* "add Bob Stein to Data Team" */
	const char *brief;		/* "add to Data Team" */
	struct fix_step steps[FIX_STEPS];
	size_t n_steps;			/* 0: to be asked for */
	struct limit *lifts;		/* where too little is granted, first the
					 * reason why */
	uint32_t n_lifts;
	uint64_t also_up, also_down;	/* other pairs of a person and a project that move */
	/* The same as people but for the one it is for, and that one's other projects. */
	uint32_t people_up, people_down, own_up, own_down;
	const char *who;		/* it is for */
	bool untold;			/* how many is not for the reader: both are 0 */
	bool unimports;			/* cells that use the asset break */
};

struct fix_list {
	uint32_t user, project;
	enum level want;
	struct fix_offer *v;		/* runnable ones first, see by_rank */
	size_t n, runnable;
};

struct patience;

/* want NONE: what is granted where a limit binds, else nothing is looked for.
 * grant: this direct grant of the user is wanted beside and comes last, whoever makes
 * it; it is no step of the fixes; NULL: none. */
void fix_list_find(struct app *app, const struct answer *answer,
		   enum level want, const struct edit *grant,
		   struct arena *arena, struct fix_list *out);
/* The same as long as there is patience (access/preview.h); where it is over, *out is
 * not whole, and not to be shown. */
void fix_list_within(struct app *app, const struct answer *answer,
		     enum level want, const struct edit *grant,
		     struct patience *patience, struct arena *arena,
		     struct fix_list *out);
/* Of those to want that may be run the one with this key, whom it moves uncounted: to run
 * it.  False: it is not among them. */
bool fix_by_key(struct app *app, const struct answer *answer, enum level want,
		const char *key, struct arena *arena, struct fix_offer *out);
/* What access fixes looks for without --level: what is granted where it is held
 * down, else Can Edit, then Full Access. */
enum level fix_wanted(const struct answer *answer);

/* The array "fixes". */
void fix_list_json(struct json *json, const struct facts *facts,
		   const struct fix_list *list);
/* The array of a near miss: a group with a grant that the person is not in. */
void fix_near_json(struct json *json, const struct facts *facts,
		   const struct source *near, uint32_t n);
/* The words of the one command that does it: that of its only step, else
 * access fixes USER PROJECT --level L --apply KEY.  NULL-ended; n may be NULL. */
const char *const *fix_words(const struct facts *facts,
			     const struct fix_list *list,
			     const struct fix_offer *fix, bool by_key,
			     struct arena *arena, size_t *n);
/* "gatehouse group add g-data u-bob", quoted for a shell; "" to be asked for. */
const char *fix_command(const struct facts *facts, const struct fix_list *list,
			const struct fix_offer *fix, struct arena *arena);
/* "1 other loses, 2 gain; Bob Stein also gains on 3 other projects"; "others may move
 * too" where that is not told; "" for none. */
const char *fix_side_effects(const struct fix_offer *fix, struct arena *arena);

/* Its commands, in the batch. */
bool fix_batch(const struct fix_offer *fix, struct batch *batch,
	       struct error *err) MUST_CHECK;

/* ---- fix_try.c: one way, judged -------------------------------------------------- */

struct fix_try {
	struct app *app;
	const struct answer *answer;	/* as it is now */
	enum level want;
	const struct edit *grant;	/* as above */
	const struct edit *edits;	/* the way */
	uint32_t n_edits;
	bool take;			/* Full Access is taken first */
	bool blind;			/* text: access is given, somehow */
	bool brief;			/* text: without person and project */
	bool only_may;			/* whom it moves is not asked */
	const char *only;		/* no other than with this key is planned; or NULL */
	struct patience *patience;	/* or NULL */
	struct arena *arena;
};

/* Plan it as the present subject: true where every command may be run and the level is
 * reached; *out is filled but for its rank. */
bool fix_try(const struct fix_try *try, struct fix_offer *out) MUST_CHECK;
/* What it lifts and whom else it moves, whoever does it. */
void fix_try_counts(const struct fix_try *try, struct fix_offer *out);
/* Its text: "take Full Access (audited), then add ..."; what un-importing costs. */
const char *fix_text(const struct fix_try *try);

#endif
