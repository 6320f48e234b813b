/* asked.h: what a form knows of an action before anything is typed: which actions it
 * is about, the present values of their parameters, why one cannot be had, and what
 * stands beside them.  The functions that answer stand with the verbs (param.now,
 * param.greyed, param.heed, form.show). */
#ifndef ACTION_CORE_ASKED_H
#define ACTION_CORE_ASKED_H

#include "action/core/action.h"
#include "action/core/plan.h"

/* About what it is asked. */
struct asked {
	struct app *app;
	uint32_t number;	/* of the project, person or group; NOBODY: of none */
	bool builtin;		/* a built-in group: the number is its bit */
	struct arena *arena;	/* of what is answered */
	struct error *refusal;	/* filled where something is closed; or NULL */
};

const struct seen *asked_seen(const struct asked *asked);
/* For may.h. */
struct edit_plan asked_plan(const struct asked *asked);
/* One value (more) of now. */
void asked_value(const struct asked *asked, struct arg *out, const char *value);
/* The present values of the parameter, by param.field or param.now, into emptied *out.
 * False: nobody says. */
bool asked_now(const struct asked *asked, const struct param *param,
	       struct arg *out);
bool asked_tells_now(const struct param *param);
/* A refusal, said of the thing itself: "needs Full Access".  NULL where it is none
 * (ok).  The whole of it is kept in asked->refusal. */
const char *asked_why(const struct asked *asked, bool ok, const struct error *err);
/* What it wants, in few words: the thing's name and what one has stay away. */
const char *asked_short(const struct error *err, struct arena *arena);

/* Is the action closed to the one who looks, whatever would be chosen?  Its
 * parameters say so. */
bool asked_closed(const struct action *action, const struct asked *asked);

/* The action in whose form this one is asked: itself, but for settings of its noun. */
const struct action *asked_lead(const struct action *action);
/* The actions of that form, in the order in which they run.  Returns how many. */
size_t asked_actions(const struct action *lead,
		     const struct action *out[FORM_ACTIONS]);

/* ---- what stands beside the parameters ------------------------------------------------ */

enum { SHOWN_HEADS = 3 };

struct shown {
	const char *head[SHOWN_HEADS];	/* lines above */
	size_t n_heads;
	struct { const char *label, *text, *note, *help; } fixed;	/* a value */
	const char *label, *help;	/* of the rows */
	struct shown_row {
		const char *id, *text, *detail;
		const char *why;	/* it cannot be changed */
	} *row;
	size_t n_rows, cap_rows;
	const char *closed;		/* why nothing can be changed, or NULL */
	uint32_t way;			/* ... the key that leads out of it, 0: none */
	const char *way_verb;		/* to this one of the same noun */
};

void shown_head(struct shown *out, const char *text);
void shown_row(const struct asked *asked, struct shown *out, const char *id,
	       const char *text, const char *detail, const char *why);

#endif
