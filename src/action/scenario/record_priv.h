/* record_priv.h: a recording under way. */
#ifndef ACTION_SCENARIO_RECORD_PRIV_H
#define ACTION_SCENARIO_RECORD_PRIV_H

#include "action/core/witness.h"
#include "action/core/write_file.h"
#include "action/scenario/scenario.h"

struct recorded_event { int64_t here, there; };

struct recorder {
	struct witness witness;		/* first: it is one */
	struct app copy;		/* the workspace with the steps so far */
	struct arena arena;
	const char *path;
	struct buf text;		/* of the file, but for its end */
	enum write_over over;
	int64_t began;			/* here: the last event before it */
	int64_t revision;		/* here, that is known of */
	/* Events of here, and what they are in the copy and whenever it is repeated. */
	struct recorded_event *events;
	size_t n_events, cap_events;

	/* The deed under way. */
	struct arena deed;
	struct scenario_step step;
	const char *unfit;		/* why it is no step, or NULL */
	bool values;			/* secret values are left out */
	const char *refused;		/* words of the last step, which was refused */
};

/* record_words.c: the commands as a step, by who does it. */
void record_words(struct recorder *self, struct app *app, const struct batch *batch);
/* Once it is done: commands that do the same without a file, if there are such. */
void record_instead(struct recorder *self, struct app *app, const struct result *result);
/* How a project, or a person, is called in the file; whoever looks. */
const char *record_project(const struct recorder *self, const struct app *app, uint32_t n);
/* One more word for the first command; it is there once. */
void record_option(struct recorder *self, const char *word);
/* What undo or redo is about, once it is known: an event of here.  False: it is none of
 * those that were recorded. */
bool record_event(const struct recorder *self, int64_t here, int64_t *there);
/* ... and why. */
const char *record_no_event(const struct recorder *self, int64_t here);

/* record_write.c: the file.  record_may_stand: could one of this workspace (as it is named
 * in it) be written there? */
bool record_may_stand(const char *file, const char *workspace, enum write_over over,
		      struct error *err) MUST_CHECK;
void record_head(struct recorder *self, const char *title, const char *workspace,
		 const char *say);
void record_step(struct recorder *self, const struct scenario_step *step);
void record_note(struct recorder *self, const char *fmt, ...) PRINTF_LIKE(2, 3);
bool record_flush(struct recorder *self, struct error *err);

/* record_try.c: the step on the copy.  Done: it goes, and what it expects is what holds;
 * else it is noted. */
void record_done(struct recorder *self, struct app *app, const struct result *result);
void record_refused(struct recorder *self, const struct error *err);

#endif
