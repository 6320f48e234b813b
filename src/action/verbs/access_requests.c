/* access_requests.c: who asks for access, as far as it is the subject's to answer, and
 * what the subject asked for. */
#include "access/request_seen.h"
#include "action/core/action.h"
#include "base/clock.h"

struct list {
	const struct seen *seen;
	struct result *out;
	size_t open, mine;
};

static const char *when(int64_t time, struct arena *arena)
{
	char text[CLOCK_TEXT];

	if (!time)
		return NULL;
	clock_rfc3339(time, text);
	return arena_strdup(arena, text);
}

/* NULL where it may not be told. */
static const char *or_null(const char *text)
{
	return *text ? text : NULL;
}

static void row(struct list *list, const struct access_request *one, bool own)
{
	const struct seen *seen = list->seen;
	const struct fact_user *user = seen_user(seen, one->user);
	const struct fact_project *project = seen_project(seen, one->project);
	bool titled = sees_project(seen, one->project) != SIGHT_NOTHING;
	bool ended = one->state != ACCESS_REQUEST_OPEN;
	struct answer now = { .effective = one->now };

	if (!ended && one->user != NOBODY && one->project != NOBODY)
		access_decide(seen_judged(seen), one->user, one->project,
			      &list->out->arena, &now);
	result_cells(list->out, one->id, or_null(user->id), or_null(user->email),
		     titled ? project->id : NULL, titled ? project->title : NULL,
		     level_code(one->level), level_code(now.effective),
		     one->message, when(one->at, &list->out->arena),
		     access_request_state_code(one->state),
		     one->given == LEVEL_NONE ? NULL : level_code(one->given),
		     ended ? one->reason : NULL,
		     one->by == NOBODY ? NULL : or_null(seen_user(seen, one->by)->email),
		     when(one->ended, &list->out->arena));
	list->open += !own && !ended;
	list->mine += own && !ended;
}

static void columns(struct result *out)
{
	result_columns(out, 14, "id", "ID", CELL_CODE, "user", "USER", CELL_CODE,
		       "email", "WHO", CELL_CODE, "project", "PROJECT ID", CELL_CODE,
		       "title", "PROJECT", CELL_TEXT, "level", "ASKS FOR", CELL_CODE,
		       "now", "HAS", CELL_CODE, "message", "MESSAGE", CELL_TEXT,
		       "at", "ASKED", CELL_CODE, "state", "STATE", CELL_CODE,
		       "given", "GIVEN", CELL_CODE, "reason", "REASON", CELL_TEXT,
		       "by", "BY", CELL_CODE, "ended", "ENDED", CELL_CODE);
}

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	struct list list = { .seen = app_seen(app), .out = out };
	struct request_seen *all;
	size_t n, i;

	(void)self;
	(void)args;
	(void)err;
	columns(out);
	all = requests_seen(list.seen, &out->arena, &n);
	for (i = 0; i < n; i++)
		row(&list, &all[i].one, all[i].own);
	if (list.open || list.mine)
		out->message = arena_printf(&out->arena, "%zu to answer, %zu of your own "
					    "open.", list.open, list.mine);
	else
		out->message = "Nobody waits for an answer.";
	return true;
}

const struct action action_access_requests = {
	.noun = "access", .verb = "requests", .key = "W",
	.summary = "List who asks for access",
	.help = "The open requests that one could grant, the oldest first; then one's own, "
		"open, and the last that ended of each project, with the reason that was "
		"given. State: open, granted, less, declined, reached (the level came "
		"another way) or closed (the project or the person is out of use).",
	.example = "access requests --format json",
	.synonyms = "ask asked pending inbox waiting approve",
	.flags = ACTION_ROWS,
	.run = run,
};
