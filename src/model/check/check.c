/* check.c: see check.h. */
#include "model/check/check.h"

#include <string.h>

#include "base/attr.h"
#include "model/check/check_reason.h"

static const char *const codes[] = {
	[CHECK_OK] = "ok", [CHECK_WARN] = "warn", [CHECK_FAIL] = "fail",
	[CHECK_SKIP] = "skip"
};

const char *check_status_code(enum check_status status)
{
	return codes[status];
}

bool check_status_find(const char *code, enum check_status *out)
{
	size_t i;

	for (i = 0; i < COUNT_OF(codes); i++)
		if (strcmp(codes[i], code) == 0) {
			*out = (enum check_status)i;
			return true;
		}
	return false;
}

struct check_step *check_step(struct check *check, const char *name,
			      struct arena *arena)
{
	struct check_step *step;
	size_t i;

	for (i = 0; i < check->n_steps; i++)
		if (strcmp(check->steps[i].step, name) == 0)
			return &check->steps[i];
	if (check->n_steps == CHECK_STEPS)
		return NULL;
	step = &check->steps[check->n_steps++];
	*step = (struct check_step){ .step = arena_strdup(arena, name),
				     .status = CHECK_SKIP };
	return step;
}

void check_only(struct check *check, const char *name, enum check_status status,
		const char *reason, const char *detail, struct arena *arena)
{
	struct check_step *step = check_step(check, name, arena);

	if (step) {
		step->begun = step->ended = true;
		step->status = status;
		step->reason = reason;
		step->detail = detail ? arena_strdup(arena, detail) : NULL;
	}
	check->done = true;
	check_judge(check);
}

void check_judge(struct check *check)
{
	struct check_step *step = check->steps, *end = step + check->n_steps;

	check->status = CHECK_SKIP;
	check->reason = NULL;
	for (; step < end; step++) {
		if (!step->ended)
			step->status = CHECK_SKIP;
		if (step->status == CHECK_SKIP ? check->status == CHECK_SKIP && step->reason &&
		    !check->reason : check->status == CHECK_SKIP ||
		    step->status > check->status) {
			check->status = step->status;
			check->reason = step->reason;
		}
	}
}

void check_end(struct check *check, const char *reason, struct arena *arena)
{
	struct check_step *step = NULL;
	size_t i;

	for (i = 0; !check->done && i < check->n_steps && !step; i++)
		if (check->steps[i].begun && !check->steps[i].ended)
			step = &check->steps[i];
	for (i = 0; !check->done && i < check->n_steps && !step; i++)
		if (!check->steps[i].ended)
			step = &check->steps[i];
	if (!check->done && !step)
		step = check_step(check, "config", arena);
	if (step) {
		step->ended = true;
		step->status = CHECK_FAIL;
		step->reason = check_reason_known(reason);
	}
	check->done = true;
	check_judge(check);
}
