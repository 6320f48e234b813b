/* ask_answer.h: the answer to a question in words (access/ask/ask_read.h): by the engine
 * and in the sentences of access explain, project, user and asset, for the present
 * subject: who may not ask those is told so here, too. */
#ifndef ACTION_ASK_ASK_ANSWER_H
#define ACTION_ASK_ASK_ANSWER_H

#include "access/ask/ask_read.h"
#include "action/run/fix_list.h"

enum { ASK_LINES = 8 };

/* What shows all of it: the whole reasoning, or the panel of a thing. */
enum ask_opens { ASK_OPENS_NOTHING, ASK_OPENS_WHY, ASK_OPENS_PROJECT, ASK_OPENS_USER,
		 ASK_OPENS_GROUP, ASK_OPENS_ASSET };

struct ask_answer {
	struct arena arena;
	const char *line[ASK_LINES];	/* the first is the answer */
	size_t n;
	enum ask_opens opens;
	uint32_t user, thing;		/* thing: of ASK_OPENS_* */
	struct answer of;		/* of the engine, where it is about a pair; */
	bool improvable;		/* then more than it has may be wanted: */
	enum level want;		/* what fixes would lead to */
	struct arena found_in;
	struct fix_list fixes;		/* after ask_answer_fixes() */
};

/* Fills *out; false: the subject may not ask that, or something lacks, as *err says.
 * ask_answer_release() in any case. */
bool ask_answer(struct app *app, const struct ask *ask, const char *text,
		struct ask_answer *out, struct error *err) MUST_CHECK;
/* The ways to what was asked for, where it is not so: of a pair.  Looks at what each
 * of them moves; false: the patience was at an end, nothing is filled in. */
bool ask_answer_fixes(struct app *app, struct ask_answer *out,
		      struct patience *patience) MUST_CHECK;
void ask_answer_release(struct ask_answer *out);

/* "I do not know "frobnicate"", "who?": why it cannot be answered as it stands. */
const char *ask_lack_text(const struct ask *ask, const char *text,
			  struct arena *arena);

#endif
