/* requests.c: see requests.h. */
#include "action/asking/requests.h"

#include <string.h>

#include "access/request_seen.h"
#include "access/rights.h"
#include "action/core/action.h"
#include "action/core/word_list.h"
#include "action/judge/may.h"
#include "base/clock.h"
#include "base/newid.h"
#include "base/text.h"

static struct edit edit_of_request(enum edit_kind kind,
				   const struct access_request *request)
{
	struct edit edit = edit_for(kind, OF_REQUEST, request->n);

	edit.user = request->user;
	edit.project = request->project;
	return edit;
}

/* By its id; or whose it is and of what, PERSON/PROJECT or PERSON/role, of which one is
 * open at a time: so that a scenario can name it. */
static uint32_t request_said(const struct edit_plan *plan, const char *text)
{
	const struct app *app = plan->app;
	uint32_t n = whose_find(&app->facts, OF_REQUEST, text), user, project;
	const char *mark = strchr(text, '/');
	struct error ignored;

	if (n != NOBODY || !mark ||
	    !app_find_user(app, arena_strndup(plan->arena, text, (size_t)(mark - text)),
			   &user, &ignored))
		return n;
	if (strcmp(mark + 1, "role") == 0)
		return access_request_of(&app->facts, user, NOBODY, false);
	if (!app_find_project(app, mark + 1, &project, &ignored))
		return n;
	return access_request_of(&app->facts, user, project, false);
}

bool request_of_plan(struct edit_plan *plan, struct access_request *out, bool *own,
		     struct error *err)
{
	const char *text = plan_text(plan, "request");
	uint32_t n = request_said(plan, text);
	enum request_sight sight = n == NOBODY ? REQUEST_HIDDEN :
		request_sight(app_seen(plan->app), n);

	*own = sight == REQUEST_OWN;
	if (sight != REQUEST_HIDDEN &&
	    access_request_read(&plan->app->facts, n, plan->arena, out))
		return true;
	error_set(err, ERROR_NOT_FOUND, "NOT_FOUND", "there is no request \"%s\"",
		  word_cut(plan->arena, text));
	error_field(err, "request");
	return error_remedy(err, "gatehouse access requests shows what there is");
}

bool request_message_good(const char *text, struct error *err)
{
	if (!text || text_points(text) <= ACCESS_REQUEST_MESSAGE)
		return true;
	error_set(err, ERROR_INVALID, "TOO_LONG", "the message has %zu characters, at most "
		  "%d are sent", text_points(text), ACCESS_REQUEST_MESSAGE);
	error_field(err, "message");
	return error_remedy(err, "say it shorter");
}

void request_add(struct edit_plan *plan, const struct access_request *request)
{
	const struct facts *facts = &plan->app->facts;
	struct access_request old = *request;
	struct edit edit;
	char id[NEWID_TEXT];

	old.n = access_request_of(facts, request->user, request->project, true);
	if (old.n != NOBODY)
		plan_edit(plan, edit_of_request(EDIT_REQUEST_DELETE, &old));
	edit = edit_of(EDIT_REQUEST_ADD);
	edit.user = request->user;
	edit.project = request->project;
	newid(id, "rq");
	edit.text = arena_strdup(plan->arena, id);
	edit.text2 = request->message;
	edit.text3 = access_request_state_code(ACCESS_REQUEST_OPEN);
	edit.text4 = access_request_config(facts, request, plan->arena);
	plan_edit(plan, edit);
	plan_target(plan, edit.text);
}

void request_end(struct edit_plan *plan, const struct access_request *request,
		 enum access_request_state state)
{
	struct access_request ended = *request;
	struct edit edit = edit_of_request(EDIT_REQUEST_TYPE, request);

	ended.ended = clock_now();
	edit.text = access_request_state_code(state);
	plan_edit(plan, edit);
	edit = edit_of_request(EDIT_REQUEST_CONFIG, request);
	edit.text = access_request_config(&plan->app->facts, &ended, plan->arena);
	plan_edit(plan, edit);
	plan_target(plan, request->id);
}

/* ---- what ends by itself ------------------------------------------------------------ */

static bool out_of_use(const struct facts *facts, const struct access_request *one)
{
	return !facts->users[one->user].active ||
		(!one->of_role && facts->projects[one->project].state == STATE_TRASHED);
}

static bool reached(const struct facts *facts, const struct access_request *one,
		    struct arena *arena)
{
	struct answer answer;

	if (one->of_role)
		return !role_above(one->role, facts->users[one->user].role);
	access_decide(facts, one->user, one->project, arena, &answer);
	return answer.effective >= one->level;
}

static void settle(struct edit_plan *plan, uint32_t n, struct arena *arena)
{
	const struct facts *facts = &plan->app->facts;
	struct access_request one;

	if (!access_request_read(facts, n, arena, &one))
		return;
	if (one.user == NOBODY || (one.project == NOBODY && !one.of_role))
		plan_edit(plan, edit_of_request(EDIT_REQUEST_DELETE, &one));
	else if (one.state != ACCESS_REQUEST_OPEN)
		return;
	else if (out_of_use(facts, &one))
		request_end(plan, &one, ACCESS_REQUEST_CLOSED);
	else if (reached(facts, &one, arena))
		request_end(plan, &one, ACCESS_REQUEST_REACHED);
}

/* Ended ones only go where somebody or something is deleted. */
static bool deletes_any(const struct edit_plan *plan)
{
	size_t i = 0;

	while (i < plan->n && plan->edits[i].kind != EDIT_PROJECT_DELETE &&
	       plan->edits[i].kind != EDIT_USER_DELETE)
		i++;
	return i < plan->n;
}

void requests_settle(struct edit_plan *plan)
{
	const struct facts *facts = &plan->app->facts;
	bool all = deletes_any(plan);
	struct arena arena = { 0 };

	for (uint32_t i = 0; plan->n > 0 && i < facts->n_requests; i++)
		if (all || access_request_is_open(facts, i))
			settle(plan, i, &arena);
	arena_release(&arena);
}

/* ---- where everything is replaced ------------------------------------------------------ */

static uint32_t same_user(const struct facts *before, uint32_t user,
			  const struct facts *after)
{
	return user == NOBODY ? NOBODY : facts_user(after, before->users[user].id);
}

static void carry(const struct facts *before, struct access_request *one,
		  struct facts *after, struct arena *arena)
{
	bool open = one->state == ACCESS_REQUEST_OPEN;

	one->user = same_user(before, one->user, after);
	one->by = same_user(before, one->by, after);
	one->project = one->project == NOBODY ? NOBODY :
		facts_project(after, before->projects[one->project].id);
	if (one->user == NOBODY || (one->project == NOBODY && !one->of_role))
		return;
	if (open && out_of_use(after, one))
		one->state = ACCESS_REQUEST_CLOSED;
	else if (open && reached(after, one, arena))
		one->state = ACCESS_REQUEST_REACHED;
	if (open && one->state != ACCESS_REQUEST_OPEN)
		one->ended = clock_now();
	(void)facts_add_record(after, OF_REQUEST, &(struct fact_record){
		.id = one->id, .name = one->message,
		.type = access_request_state_code(one->state),
		.config = access_request_config(after, one, arena) });
}

void requests_carry(const struct facts *before, struct facts *after)
{
	struct arena arena = { 0 };
	struct access_request one;

	for (uint32_t i = 0; i < before->n_requests; i++)
		if (access_request_read(before, i, &arena, &one))
			carry(before, &one, after, &arena);
	arena_release(&arena);
}
