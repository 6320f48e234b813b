/* checking_recall.c: checks as they were kept, jobs as they ended. */
#include <string.h>

#include "action/check/check_hits.h"
#include "action/check/checking.h"
#include "action/core/word_list.h"
#include "model/check/check_reason.h"

static bool recall(const struct app *app, struct check_subject subject, int64_t since,
		   struct check *check, struct arena *arena)
{
	const struct check_note *note = check_last(app, subject);
	const struct check_about about = check_about(app, subject);

	*check = (struct check){ .id = about.id, .name = about.name, .kind = about.kind,
				 .type = about.type };
	if (!note || strcmp(note->status, "fail") != 0 ||
	    !check_parse(check, note->answer, arena) ||
	    (check->since ? check->since : check->checked) < since)
		return false;
	check_hits(app, subject, check);
	return true;
}

void checking_recall(struct checking *checking, struct app *app,
		     const struct check_subject *subjects, size_t n, int64_t since)
{
	size_t i;

	*checking = (struct checking){ .app = app, .fd = -1 };
	checking->v = arena_array(&checking->arena, n + 1, sizeof(*checking->v));
	for (i = 0; i < n; i++) {
		struct checking_one *one = &checking->v[checking->n];

		one->task.subject = subjects[i];
		checking->n += recall(app, subjects[i], since, &one->check,
				      &checking->arena);
	}
	checking->ended = checking->n;
}

bool checking_good(const struct checking *checking, const char *else_, struct error *err)
{
	const struct check *check = &checking->v[0].check;
	const struct check_reason *reason = check_reason_find(check->reason);
	const struct check_step *step = check->steps;
	struct arena arena = { 0 };

	if (check->status == CHECK_OK || check->status == CHECK_WARN)
		return true;
	while (step < check->steps + check->n_steps - 1 && step->status != check->status)
		step++;
	error_set(err, ERROR_NETWORK, reason ? reason->id : "internal", "%s: %s%s%.200s",
		  word_cut(&arena, check->name), reason ? reason->what : else_,
		  step->detail ? ": " : "", step->detail ? step->detail : "");
	arena_release(&arena);
	return error_remedy(err, "%.300s", step->fix ? step->fix : "try again");
}
