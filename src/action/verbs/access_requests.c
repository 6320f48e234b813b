/* access_requests.c: who asks for access, as far as it is the subject's to answer, and
 * what the subject asked for. */
#include "access/request_seen.h"
#include "action/asking/answered.h"
#include "action/core/action.h"
#include "action/judge/answers.h"
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

/* As code or label: what is asked for, there now, given. */
struct told { const char *level, *role, *now, *given; };

static void tell(const struct list *list, const struct access_request *one, bool labels,
		 struct told *out)
{
	const struct seen *seen = list->seen;
	struct answer now = { .effective = one->now };
	enum role role = one->had;

	*out = (struct told){ .level = NULL };
	if (one->of_role) {
		if (one->user != NOBODY)
			role = seen_user(seen, one->user)->role;
		out->role = labels ? role_label(one->role) : role_code(one->role);
		out->now = labels ? role_label(role) : role_code(role);
		out->given = one->got == ROLES ? NULL : labels ? role_label(one->got) :
			role_code(one->got);
		return;
	}
	if (one->user != NOBODY && one->project != NOBODY)
		access_decide(seen_judged(seen), one->user, one->project,
			      &list->out->arena, &now);
	out->level = labels ? level_label(one->level) : level_code(one->level);
	out->now = labels ? level_label(now.effective) : level_code(now.effective);
	out->given = one->given == LEVEL_NONE ? NULL : labels ? level_label(one->given) :
		level_code(one->given);
}

static void columns(struct result *out)
{
	result_columns(out, 15, "id", "ID", CELL_CODE, "user", "USER", CELL_CODE,
		       "email", "WHO", CELL_CODE, "project", "PROJECT ID", CELL_CODE,
		       "title", "PROJECT", CELL_TEXT, "level", "ASKS FOR", CELL_CODE,
		       "role", "ROLE", CELL_CODE,
		       "now", "HAS", CELL_CODE, "message", "MESSAGE", CELL_TEXT,
		       "at", "ASKED", CELL_CODE, "state", "STATE", CELL_CODE,
		       "given", "GIVEN", CELL_CODE, "reason", "REASON", CELL_TEXT,
		       "by", "BY", CELL_CODE, "ended", "ENDED", CELL_CODE);
}

static void row(struct list *list, const struct access_request *one)
{
	const struct seen *seen = list->seen;
	const struct fact_user *user = seen_user(seen, one->user);
	const struct fact_project *project = seen_project(seen, one->project);
	bool titled = sees_project(seen, one->project) != SIGHT_NOTHING;
	bool ended = one->state != ACCESS_REQUEST_OPEN;
	struct told told;

	tell(list, one, false, &told);
	result_cells(list->out, one->id, or_null(user->id), or_null(user->email),
		     titled ? project->id : NULL, titled ? project->title : NULL,
		     told.level, told.role, told.now, one->message,
		     when(one->at, &list->out->arena), access_request_state_code(one->state),
		     told.given, ended ? one->reason : NULL,
		     one->by == NOBODY ? NULL : or_null(seen_user(seen, one->by)->email),
		     when(one->ended, &list->out->arena));
}

/* ---- for people ------------------------------------------------------------------------ */

static void columns_told(struct result *out)
{
	result_columns(out, 11, "id", "ID", CELL_CODE, "email", "WHO", CELL_CODE,
		       "asks", "ASKS FOR", CELL_TEXT, "title", "PROJECT", CELL_TEXT,
		       "now", "HAS", CELL_TEXT, "state", "STATE", CELL_TEXT,
		       "given", "GIVEN", CELL_TEXT, "by", "BY", CELL_CODE,
		       "reason", "REASON", CELL_TEXT, "message", "MESSAGE", CELL_TEXT,
		       "at", "ASKED", CELL_CODE);
}

static void row_told(struct list *list, const struct access_request *one, bool fresh)
{
	const struct seen *seen = list->seen;
	struct arena *arena = &list->out->arena;
	const char *state = access_request_state_code(one->state);
	struct told told;

	tell(list, one, true, &told);
	result_cells(list->out, one->id, or_null(seen_user(seen, one->user)->email),
		     told.role ? arena_printf(arena, "role %s", told.role) : told.level,
		     sees_project(seen, one->project) == SIGHT_NOTHING ? NULL :
		     seen_project(seen, one->project)->title, told.now,
		     fresh ? arena_printf(arena, "%s, new", state) : state, told.given,
		     one->by == NOBODY ? NULL : or_null(seen_user(seen, one->by)->email),
		     one->reason, one->message, when(one->at, arena));
}

static void summary(const struct list *list, size_t answered)
{
	struct arena *arena = &list->out->arena;

	if (!list->open && !list->mine && !answered) {
		list->out->message = "Nobody waits for an answer.";
		return;
	}
	list->out->message = arena_printf(arena, "%zu to answer, %zu of your own open%s.",
		list->open, list->mine, answered ? arena_printf(arena, ", %zu answered "
		"since you looked", answered) : "");
}

/* ---- all of it -------------------------------------------------------------------------- */

/* What is read as a table is looked at; what a program reads is not. */
static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	bool people = answers_format(app) == FORMAT_TEXT, fresh;
	struct list list = { .seen = app_seen(app), .out = out };
	struct answered answered = { .loaded = false };
	struct request_seen *all;
	size_t n, i, news = 0;

	(void)self;
	(void)args;
	(void)err;
	(people ? columns_told : columns)(out);
	all = requests_seen(list.seen, &out->arena, &n);
	for (i = 0; i < n; i++) {
		list.open += !all[i].own;
		list.mine += all[i].own && all[i].one.state == ACCESS_REQUEST_OPEN;
		fresh = all[i].own && answered_is_new(&answered, &all[i].one);
		news += fresh;
		if (people)
			row_told(&list, &all[i].one, fresh);
		else
			row(&list, &all[i].one);
		if (people && fresh)
			answered_mark(&answered, app, &all[i].one);
	}
	answered_release(&answered);
	summary(&list, news);
	return true;
}

const struct action action_access_requests = {
	.noun = "access", .verb = "requests", .key = "W",
	.summary = "List who asks for access",
	.help = "The open requests that one could grant, the oldest first; then one's own, "
		"open, and the last that ended of each project and for a role, with the "
		"reason that was given. State: open, granted, less, declined, reached (it "
		"came another way) or closed (the project or the person is out of use); an "
		"answer that one had not looked at is new, and no longer when it was listed "
		"as text. In JSON and CSV level, or for a role role, is what is asked for, "
		"the other null; now, what one has, and given are a level or a role, as asked for.",
	.example = "access requests --format json",
	.synonyms = "ask asked pending inbox waiting approve",
	.flags = ACTION_ROWS,
	.run = run,
};
