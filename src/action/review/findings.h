/* findings.h: what in the workspace wants a look, each with a sentence and what to do:
 * the command line lists it, a page of the console leads to each. */
#ifndef ACTION_REVIEW_FINDINGS_H
#define ACTION_REVIEW_FINDINGS_H

#include "action/core/app.h"

enum finding_kind {		/* in the order in which they are listed */
	FIND_NO_ADMIN, FIND_SINGLE_ADMIN,
	FIND_PROJECT_ON_WEB, FIND_ASSET_OPEN_TO_PUBLIC,
	FIND_NO_EFFECTIVE_EDITOR, FIND_OWNER_DEACTIVATED, FIND_OWNER_HELD,
	FIND_GRANT_ALWAYS_HELD, FIND_GROUP_WITHOUT_EFFECT,
	FIND_LOOK_ALIKE, FIND_SAME_NAME,
	FIND_CHECK_FAILED, FIND_KINDS
};
const char *finding_code(enum finding_kind kind);	/* "SAME_NAME" */
const char *finding_label(enum finding_kind kind);	/* "same name": a column's word */

enum { FINDING_WORDS = 8 };

struct noted {
	enum finding_kind kind;
	enum whose whose;		/* OF_WORKSPACE: of nothing less */
	uint32_t number;		/* in the facts of now */
	uint32_t who;			/* of a direct grant, else NOBODY */
	const char *id;			/* "PROJECT_ON_WEB:p-rev": the same at any revision */
	const char *thing;		/* its id, or "" */
	const char *name;		/* as it is told apart; raw */
	const char *sentence;		/* safe, with a full stop */
	/* What to do: the words of a command; what is yet to be said in capitals. */
	const char *word[FINDING_WORDS];
	size_t n_words;
	bool fresh;			/* it was not there at the revision before */
};

struct findings {
	struct arena arena;
	struct noted *v;
	size_t n, cap, n_fresh;
	bool compared;
	int64_t since;			/* the revision before; compared only ... */
	const char *since_label;	/* "#41, Wed 25 Nov 14:02" */
};

/* For whoever reads everything (answers_needs_admin).  since: a revision or a time
 * (as_of_begin) with which it is compared; NULL: with none.  The facts are as before on
 * return.  Release it whatever it returns. */
bool findings_find(struct app *app, const char *since, struct findings *out,
		   struct error *err) MUST_CHECK;
void findings_release(struct findings *findings);
/* The command as a line, quoted where needed. */
const char *finding_command(const struct noted *finding, struct arena *arena);

#endif
