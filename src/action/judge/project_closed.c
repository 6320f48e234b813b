/* project_closed.c: see project_closed.h. */
#include "action/judge/project_closed.h"

#include "action/judge/may.h"

enum right { SHARING, DESCRIBING, LABELS, EDITING, FULL, MANAGING };

static bool holds(struct edit_plan *plan, uint32_t project, enum right right,
		  struct error *err)
{
	switch (right) {
	case SHARING:
		return may_set_share(plan, project, LEVEL_NONE, LEVEL_NONE, err);
	case DESCRIBING:
		return may_describe(plan, project, err);
	case LABELS:
		return may_describe(plan, project, err) &&
			may_label(plan, project, NULL, err);
	case EDITING:
		return may_with_level(plan, project, LEVEL_CAN_EDIT, "changing",
				      err);
	case FULL:
		return may_with_level(plan, project, LEVEL_FULL_ACCESS,
				      "changing", err);
	default:
		return may_manage(plan, project, "managing", err);
	}
}

/* Of a value nothing is said: the plan judges it. */
static const char *closed(const struct asked *asked, const char *value,
			  enum right right)
{
	struct edit_plan plan = asked_plan(asked);
	struct error err;

	return value ? NULL : asked_why(asked, holds(&plan, asked->number, right,
						     &err), &err);
}

const char *project_closed_sharing(const struct asked *asked, const char *value)
{
	return closed(asked, value, SHARING);
}

const char *project_closed_describing(const struct asked *asked, const char *value)
{
	return closed(asked, value, DESCRIBING);
}

const char *project_closed_labels(const struct asked *asked, const char *value)
{
	return closed(asked, value, LABELS);
}

const char *project_closed_editing(const struct asked *asked, const char *value)
{
	return closed(asked, value, EDITING);
}

const char *project_closed_full(const struct asked *asked, const char *value)
{
	return closed(asked, value, FULL);
}

const char *project_closed_managing(const struct asked *asked, const char *value)
{
	return closed(asked, value, MANAGING);
}
