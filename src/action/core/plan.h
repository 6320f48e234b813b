/* plan.h: what a write wants to do, before it is done.  A plan resolves the
 * names, asks the rules and lists edits; action_run previews and commits them. */
#ifndef ACTION_CORE_PLAN_H
#define ACTION_CORE_PLAN_H

#include "action/core/app.h"
#include "action/core/plan_row.h"
#include "action/core/result.h"
#include "action/core/tense.h"
#include "model/edit.h"
#include "model/edit_past.h"
#include "model/whose.h"

struct action;
struct args;

/* Who may not be given what (lacking.h): ways out are found for it once the plan has
 * failed (fix_list.h). */
struct blocked {
	uint32_t user, project;		/* the first of the people */
	enum level level;
	bool owning;			/* it is about ownership */
	bool first;			/* nothing was planned before it */
};

enum { PLAN_HASH = 33 };

/* A secret value that the commit seals (run_values.h). */
struct plan_value {
	const char *kind;		/* code of an asset's kind, or "provider" */
	const char *project;		/* id of the one whose own it is, or "" */
	const char *thing, *field;	/* id, name of the field */
	const char *origin;		/* config_origin */
	const char *source;		/* where it comes from: "3", "ask", ... */
	const char *ends;		/* how it must end, or NULL */
	/* For the event, once it is sealed: keyed hashes of the value before ("": there
	 * was none; "unreadable") and after, and of which epoch the key is. */
	char before[PLAN_HASH], after[PLAN_HASH];
	int64_t epoch;
};

struct patience;
struct batch_command;
struct file_faults;

struct edit_plan {
	struct app *app;
	const struct action *action;
	const struct args *args;
	struct arena *arena;		/* the result's */
	struct edit *edits;		/* already applied to app->facts */
	size_t n, cap;
	struct warning *warnings;
	size_t n_warnings, cap_warnings;
	const char *message;		/* in both tenses (tense.h) */
	const char *urgent;		/* of it: what one line must hold, or NULL */
	const char *targets;		/* text ids for the audit event */
	const char *confirm;		/* the name to be typed first, or NULL */
	const char *question;		/* what the yes is about; or NULL */
	bool ask;			/* wants a yes beyond the action's flag */
	bool irreversible;		/* one of the commands is */
	struct patience *patience;	/* of who waits for what it moves; or NULL */
	bool quiet;			/* only judged: warnings are not looked for */
	bool asks_held;			/* warn of whom it holds (downgrade.h) ... */
	size_t held_at;			/* ... before this warning */
	struct blocked *blocked;	/* by the last error ASSET_MISSING, or NULL */
	struct past_mark *marks;	/* events it takes back or does again */
	size_t n_marks, cap_marks;
	struct plan_value *values;
	size_t n_values, cap_values;
	struct plan_row *rows;		/* of all its commands */
	size_t n_rows, cap_rows;
	bool untold;			/* nobody reads them: what tells much leaves it */
	struct plan_report *reports;	/* of several commands: one each */
	size_t n_reports, cap_reports;
	const struct file_faults *faults;	/* of a file that it read, or NULL */
	uint64_t shown;			/* a number for what stands there; 0: none was read */
	bool ask_there;			/* wants a yes of who sits at a terminal */
	/* Commands that would do the same without the file that was read: for who records.
	 * None: there is no file, or there are none such. */
	const struct batch_command *instead;
	size_t n_instead;
	bool began;			/* it is told to the eyes with which it began: */
	const char *read_before;	/* app.reads_then of before */
};

static inline bool plan_is_empty(const struct edit_plan *plan)
{
	return plan->n == 0 && plan->n_values == 0;
}

/* Add an edit and apply it to the facts (action_run takes it back if anything
 * fails).  Edits that change nothing are dropped. */
void plan_edit(struct edit_plan *plan, struct edit edit);
/* Between these two the facts are as before the edits from `first` on. */
void plan_aside(const struct edit_plan *plan, size_t first);
void plan_back(const struct edit_plan *plan, size_t first);
/* Never in what-if or as somebody else. */
bool plan_value(struct edit_plan *plan, struct plan_value value, struct error *err)
	MUST_CHECK;
void plan_warn(struct edit_plan *plan, const char *code, const char *fmt, ...)
	PRINTF_LIKE(3, 4);
/* TENSE("Deleted", "Would delete"). */
void plan_message(struct edit_plan *plan, const char *fmt, ...) PRINTF_LIKE(2, 3);
/* A project put into a state; said of it, in both tenses: "is active." */
void plan_state(struct edit_plan *plan, uint32_t project, enum state state, const char *said);
/* The thing's name as a message may quote it (word_list.h). */
const char *plan_word(const struct edit_plan *plan, enum whose whose, uint32_t number);
/* The project's title, which was told before, as a message may quote it. */
const char *plan_title(const struct edit_plan *plan, uint32_t project);
void plan_target(struct edit_plan *plan, const char *id);
/* So many rows more (plan.rows); what they point to lives in the arena. */
void plan_tell(struct edit_plan *plan, const struct plan_row *rows, size_t n);
/* Of the last n rows.  False: another command of the plan writes to the file. */
bool plan_report(struct edit_plan *plan, struct plan_report report, size_t n,
		 struct error *err) MUST_CHECK;
/* The event will say that it takes this one back, or does it again. */
void plan_mark(struct edit_plan *plan, bool redo, int64_t event, size_t edits);
/* Nothing undoes it: whoever sits at a terminal types this name first.  Of several
 * commands the first one's holds. */
void plan_confirm(struct edit_plan *plan, const char *name);

/* Guards: true, or *err filled (denied with code, needs, remedy). */
bool plan_needs_admin(struct edit_plan *plan, struct error *err) MUST_CHECK;
bool plan_needs_plan(struct edit_plan *plan, enum plan least, const char *what,
		     struct error *err) MUST_CHECK;
/* Arguments by name, resolved among what the subject may see. */
bool plan_project(struct edit_plan *plan, const char *name, uint32_t *out,
		  struct error *err) MUST_CHECK;
bool plan_user_at(struct edit_plan *plan, const char *name, size_t i, uint32_t *out,
		  struct error *err) MUST_CHECK;
bool plan_group_at(struct edit_plan *plan, const char *name, size_t i, uint32_t *out,
		   struct error *err) MUST_CHECK;
bool plan_asset_at(struct edit_plan *plan, const char *name, size_t i, uint32_t *out,
		   struct error *err) MUST_CHECK;
/* OF_PROVIDER, OF_TOKEN. */
bool plan_record(struct edit_plan *plan, enum whose whose, const char *name,
		 uint32_t *out, struct error *err) MUST_CHECK;
const char *plan_text(const struct edit_plan *plan, const char *name);
size_t plan_count(const struct edit_plan *plan, const char *name);

#endif
