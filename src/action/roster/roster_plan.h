/* roster_plan.h: what becomes of the people of a list (INTERFACES 4.1). */
#ifndef ACTION_ROSTER_ROSTER_PLAN_H
#define ACTION_ROSTER_ROSTER_PLAN_H

#include "action/core/word_list.h"
#include "action/roster/roster_file.h"

/* The plans of `user add --file` and `group add --file`.  Who is there already is said and
 * skipped; that all of them are is no error.  What is wrong with the file is in
 * plan->faults, and nothing is planned then. */
bool roster_plan_people(struct edit_plan *plan, struct error *err) MUST_CHECK;
bool roster_plan_members(struct edit_plan *plan, struct error *err) MUST_CHECK;

/* ---- what both share ------------------------------------------------------------ */

struct roster_job {
	struct edit_plan *plan;
	struct roster list;
	struct roster_row *rows;
	size_t n;
	struct file_faults *faults;	/* in the plan's arena */
	struct plan_row *told;
	size_t n_told, cap_told;
	size_t added, skipped;
	struct words names, passed;	/* who is added, who is skipped */
	/* Suspended there: new, active here, deactivated here. */
	struct words left, here, both;
	struct words first;		/* the first of those here, for the answer */
	size_t n_left, n_here, n_both;
	struct words guests;		/* Guests for being guests there */
	size_t n_guests;
	struct words by_login;		/* added, by the address of their login */
	size_t n_by_login;
};

/* Open the file and read its people, faults or none; to be ended also where it fails. */
bool roster_job_begin(struct roster_job *job, struct edit_plan *plan, struct error *err)
	MUST_CHECK;
/* Is all well so far?  Else *err is the first fault. */
bool roster_job_good(struct roster_job *job, struct error *err) MUST_CHECK;
void roster_job_row(struct roster_job *job, struct plan_row row);
/* Said and skipped. */
void roster_job_skip(struct roster_job *job, const struct roster_row *row, uint32_t user,
		   const char *why);
/* Is the person suspended there?  Then said and left alone, here (user) or not (NOBODY). */
bool roster_job_suspended(struct roster_job *job, const struct roster_row *row,
			  uint32_t user);
/* Warn of people: who is suspended there (first who is active here), who is a guest, who is
 * nobody.  Before all other warnings.  Returns with what the answer begins: who is
 * suspended there and active here, and a blank; "": nobody. */
const char *roster_job_say_people(struct roster_job *job);
/* Warn of the file: columns, a line, who is there already.  uses: the fields that the verb
 * takes, as bits. */
void roster_job_say(struct roster_job *job, unsigned uses);
void roster_job_end(struct roster_job *job);

#endif
