/* judge.h: a list of edits judged by the rules, wherever it comes from (D30): undo and
 * redo edit by edit, with the guards of the verbs that make the same change; several
 * commands run as one (a batch, what-if) also by where they end. */
#ifndef ACTION_JUDGE_JUDGE_H
#define ACTION_JUDGE_JUDGE_H

#include "action/core/plan.h"

/* Edits that bring back a deleted group with what it had, as places in plan->edits:
 * they need the right over groups, not the level on each project. */
struct judge_span { size_t from, to; };

/* plan->edits from `first` on, which are applied and stay so: may the subject do each
 * of them, on the facts as they were before all of them or as they are when its turn
 * comes?  Then judge_end. */
bool judge_edits(struct edit_plan *plan, size_t first,
		 const struct judge_span *spans, size_t n_spans,
		 struct error *err) MUST_CHECK;

/* D4 by the end: nobody but an Admin holds, of these edits, a new or raised direct
 * grant of Can Edit or more, or ownership, and lacks an asset that the project
 * imports.  ends: where each of n commands ends in plan->edits, to name the steps
 * that do it together; NULL: none are named. */
bool judge_end(struct edit_plan *plan, size_t first, const size_t *ends, size_t n,
	       struct error *err) MUST_CHECK;

#endif
