/* access_answer.c: grant what somebody asks for, grant less, or decline with a reason
 * (D32).  The grant is `project share`'s, with its rules, or a way of `access fixes`; a
 * role is given as `user role` does; one event with the answer. */
#include <string.h>

#include "access/preview.h"
#include "access/rights.h"
#include "access/words.h"
#include "action/core/plan.h"
#include "action/core/word_list.h"
#include "action/judge/may.h"
#include "action/asking/requests.h"
#include "action/run/fix_list.h"
#include "action/run/run_plan.h"

enum {
	WAYS_NAMED = 2,
	STEPS = 2400000		/* that finding them for a refusal is worth */
};

static bool is_open(struct edit_plan *plan, const struct access_request *one,
		    struct error *err)
{
	static const char *const said[] = {
		[ACCESS_REQUEST_GRANTED] = "granted", [ACCESS_REQUEST_LESS] = "granted in part",
		[ACCESS_REQUEST_DECLINED] = "declined",
		[ACCESS_REQUEST_REACHED] = "settled: it was reached another way",
		[ACCESS_REQUEST_CLOSED] = "closed: the person or the project is out of use",
	};

	if (one->state == ACCESS_REQUEST_OPEN)
		return true;
	error_set(err, ERROR_CONFLICT, "STALE", "this request is %s%s%s already",
		  said[one->state], one->by == NOBODY ? "" : " by ",
		  one->by == NOBODY ? "" : plan_word(plan, OF_USER, one->by));
	return error_remedy(err, "gatehouse access requests shows what is open");
}

static bool is_mine(struct edit_plan *plan, const struct access_request *one,
		    struct error *err)
{
	error_set(err, ERROR_DENIED, "OWN_REQUEST", "your own request is for others to "
		  "answer");
	if (app_is_admin(plan->app) && one->project != NOBODY)
		return error_remedy(err, "an Admin may take Full Access: gatehouse project "
				    "take-access %s",
				    plan->app->facts.projects[one->project].id);
	return error_remedy(err, one->of_role ? "an Admin answers it" :
			    "whoever shares the project answers it");
}

static bool good_reason(const char *text, bool needed, struct error *err)
{
	if (needed && !(text && text[strspn(text, " ")])) {
		error_set(err, ERROR_INVALID, "REASON_NEEDED", "whoever asked is told why");
		error_field(err, "message");
		return error_remedy(err, "give a reason: --message TEXT");
	}
	return request_message_good(text, err);
}

/* ---- the grant ------------------------------------------------------------------------ */

static bool level_of(struct edit_plan *plan, const struct access_request *one,
		     const char *text, enum level *out, struct error *err)
{
	struct answer now;

	if (strcmp(text, "grant") == 0) {
		*out = one->level;
		return true;
	}
	access_decide(&plan->app->facts, one->user, one->project, plan->arena, &now);
	if (level_parse(text, out) && *out <= one->level && *out > now.effective)
		return true;
	error_set(err, ERROR_INVALID, NULL, "%s was asked for, and %s is there now",
		  level_label(one->level), level_label(now.effective));
	error_field(err, "answer");
	return error_remedy(err, "answer grant, decline, or a level between the two");
}

/* Granting once more what holds nothing up would change nothing. */
static bool would_help(struct edit_plan *plan, const struct access_request *one,
		       enum level level, struct error *err)
{
	const struct facts *facts = &plan->app->facts;
	const struct fact_grant *grant = facts_grant(facts, one->project, false, one->user);
	const char *who = plan_word(plan, OF_USER, one->user);
	struct answer now;

	if (facts->projects[one->project].owner != one->user &&
	    (!grant || grant->level < level))
		return true;
	access_decide(facts, one->user, one->project, plan->arena, &now);
	return error_set(err, ERROR_CONFLICT, "NO_EFFECT", "%s is granted that already, and "
			 "held at %s (%s)", who, level_label(now.effective),
			 access_why(app_seen(plan->app), &now, plan->arena));
}

/* As part of this plan, and nothing of it ends the request before its answer does. */
static bool as_part(struct edit_plan *plan, struct batch *batch, struct error *err)
{
	const struct action *action = plan->action;
	const struct args *args = plan->args;
	bool good;

	plan->action = batch->v[0].action;
	plan->args = &batch->v[0].args;
	good = plan->action->plan(plan, err);
	plan->action = action;
	plan->args = args;
	batch_release(batch);
	return good;
}

static bool share(struct edit_plan *plan, const struct access_request *one,
		  enum level level, struct error *err)
{
	struct batch batch;

	batch_init(&batch);
	batch_pairs(&batch, "project", "share",
		    "project", plan->app->facts.projects[one->project].id,
		    "user", plan->app->facts.users[one->user].id,
		    "level", level_code(level), BATCH_END);
	return as_part(plan, &batch, err);
}

static bool grant(struct edit_plan *plan, struct access_request *one, enum level level,
		  struct error *err)
{
	if (!may_while_active(plan, one->project, "sharing", err) ||
	    !may_set_share(plan, one->project, LEVEL_NONE, level, err) ||
	    !would_help(plan, one, level, err) || !share(plan, one, level, err))
		return false;
	one->given = level;
	request_end(plan, one, level < one->level ? ACCESS_REQUEST_LESS :
		    ACCESS_REQUEST_GRANTED);
	return true;
}

/* ---- other ways to it ------------------------------------------------------------------ */


static bool look_at_ways(const struct edit_plan *plan, const struct access_request *one,
			 struct error *err)
{
	const struct facts *facts = &plan->app->facts;

	if (!app_reads_all(plan->app))	/* about others it is for Admins */
		return error_remedy(err, "answer it in the console, which shows the ways");
	return error_remedy(err, "look at the ways: gatehouse access fixes %s %s --level %s",
			    facts->users[one->user].id, facts->projects[one->project].id,
			    level_code(one->level));
}

/* Instead of where the grant's own refusal leads to: another answer. */
static bool name_ways(struct edit_plan *plan, const struct access_request *one,
		      struct error *err)
{
	struct patience patience = { .left = STEPS };
	const char *out = "", *next;
	struct fix_list list;
	struct answer now;
	size_t i;

	if (plan->quiet)		/* whoever looks has them */
		return false;
	run_revert(plan);
	access_decide(&plan->app->facts, one->user, one->project, plan->arena, &now);
	fix_list_within(plan->app, &now, one->level, NULL, &patience, plan->arena, &list);
	if (patience.over)
		return look_at_ways(plan, one, err);
	for (i = 0; i < list.runnable && i < WAYS_NAMED; i++) {
		next = arena_printf(plan->arena, "%s%sgatehouse access answer %s grant "
				    "--way %s (%s)", out, i ? "; or " : "run: ", one->id,
				    list.v[i].key, list.v[i].text);
		if (strlen(next) < sizeof(err->remedy))
			out = next;
	}
	return *out ? error_remedy(err, "%s", out) : !*err->remedy && list.n ?
		error_remedy(err, "%s", list.v[0].text) : false;
}

static bool by_way(struct edit_plan *plan, struct access_request *one, const char *key,
		   struct error *err)
{
	struct fix_offer way;
	struct answer now;
	struct batch batch;
	bool ok;

	access_decide(&plan->app->facts, one->user, one->project, plan->arena, &now);
	if (!fix_by_key(plan->app, &now, one->level, key, plan->arena, &way)) {
		error_set(err, ERROR_CONFLICT, "STALE", "this way is not offered, or no longer");
		error_field(err, "way");
		return look_at_ways(plan, one, err);
	}
	one->given = one->level;
	request_end(plan, one, ACCESS_REQUEST_GRANTED);	/* before it is reached */
	batch_init(&batch);
	ok = fix_batch(&way, &batch, err) && run_inside(plan, &batch, err);
	batch_release(&batch);
	if (ok)
		plan_message(plan, TENSE("Granted", "Would grant") " what %s asked for, %s "
			     "on %s: %s", plan_word(plan, OF_USER, one->user),
			     level_label(one->level),
			     plan_word(plan, OF_PROJECT, one->project), plan->message);
	return ok;
}

/* ---- a role ---------------------------------------------------------------------------- */

static bool role_of(const struct facts *facts, const struct access_request *one,
		    const char *text, enum role *out, struct error *err)
{
	enum role now = facts->users[one->user].role;

	*out = one->role;
	if (strcmp(text, "grant") == 0)
		return true;
	if (role_parse(text, out) && !role_above(*out, one->role) && role_above(*out, now))
		return true;
	error_set(err, ERROR_INVALID, NULL, "the role %s was asked for, and %s is there now",
		  role_label(one->role), role_label(now));
	error_field(err, "answer");
	return error_remedy(err, "answer grant, decline, or a role between the two");
}

static bool give_role(struct edit_plan *plan, struct access_request *one,
		      const char *text, struct error *err)
{
	const struct facts *facts = &plan->app->facts;
	struct batch batch;
	enum role role;

	if (!role_of(facts, one, text, &role, err))
		return false;
	if (plan_text(plan, "way")) {
		error_set(err, ERROR_INVALID, NULL, "there is one way to a role");
		return error_field(err, "way");
	}
	batch_init(&batch);
	batch_pairs(&batch, "user", "role", "user", facts->users[one->user].id,
		    "role", role_code(role), BATCH_END);
	if (!as_part(plan, &batch, err))
		return false;
	one->got = role;
	request_end(plan, one, role_above(one->role, role) ? ACCESS_REQUEST_LESS :
		    ACCESS_REQUEST_GRANTED);
	return true;
}

static bool give(struct edit_plan *plan, struct access_request *one, const char *text,
		 struct error *err)
{
	const char *way = plan_text(plan, "way");
	enum level level;

	if (one->user == NOBODY || (one->project == NOBODY && !one->of_role))
		return error_set(err, ERROR_CONFLICT, "STALE", "whoever asked, or the "
				 "project, is gone");
	if (one->of_role)
		return give_role(plan, one, text, err);
	if (!level_of(plan, one, text, &level, err))
		return false;
	if (way && level == one->level)
		return by_way(plan, one, way, err);
	if (way) {
		error_set(err, ERROR_INVALID, NULL, "a way gives what was asked for, %s",
			  level_label(one->level));
		error_field(err, "way");
		return error_remedy(err, "answer grant");
	}
	return grant(plan, one, level, err) || name_ways(plan, one, err);
}

static void decline(struct edit_plan *plan, const struct access_request *one)
{
	request_end(plan, one, ACCESS_REQUEST_DECLINED);
	if (one->of_role)
		plan_message(plan, TENSE("Declined", "Would decline") " what %s asked for: "
			     "the role %s.", plan_word(plan, OF_USER, one->user),
			     role_label(one->role));
	else
		plan_message(plan, TENSE("Declined", "Would decline") " what %s asked for: "
			     "%s on %s.", plan_word(plan, OF_USER, one->user),
			     level_label(one->level),
			     plan_word(plan, OF_PROJECT, one->project));
	if (one->project != NOBODY)
		plan_target(plan, plan->app->facts.projects[one->project].id);
}

static bool plan_answer(struct edit_plan *plan, struct error *err)
{
	const char *text = plan_text(plan, "answer");
	struct access_request one;
	bool own, declines = strcmp(text, "decline") == 0;

	if (!request_of_plan(plan, &one, &own, err))
		return false;
	if (own)
		return is_mine(plan, &one, err);
	if (!is_open(plan, &one, err) ||
	    !good_reason(plan_text(plan, "message"), declines, err))
		return false;
	one.reason = plan_text(plan, "message") ? plan_text(plan, "message") : "";
	one.by = app_subject(plan->app);
	if (declines && plan_text(plan, "way")) {
		error_set(err, ERROR_INVALID, NULL, "nothing is given by a way where one "
			  "declines");
		return error_field(err, "way");
	}
	if (!declines)
		return give(plan, &one, text, err);
	decline(plan, &one);
	return true;
}

const struct action action_access_answer = {
	.noun = "access", .verb = "answer",
	.summary = "Answer a request for access",
	.help = "By whoever could grant the level; of a role, by an Admin. Grant is what "
		"project share or user role does, with its preview and its refusals; --way KEY gives it by another way, one that "
		"access fixes lists for the person, the project and the level, as a role "
		"or a group; a lower level or role grants less; decline wants a reason. Answer and "
		"grant are one event, and undone together: then the request is open again.",
	.example = "access answer rq-4f1c can_view --message \"viewing is enough for this\"",
	.synonyms = "grant approve accept decline reject deny request",
	.form = { .title = "Answer", .save = "Answer" },
	.params = {
		{ .name = "request", .label = "Request", .type = PARAM_TEXT,
		  .help = "its id, as access requests lists it; or PERSON/PROJECT, PERSON/role",
		  .required = true },
		{ .name = "answer", .label = "Answer", .type = PARAM_TEXT,
		  .help = "grant, a lower level or role, or decline", .required = true },
		{ .name = "message", .label = "Reason", .type = PARAM_TEXT,
		  .help = "told to whoever asked, in at most 150 characters; declining "
			  "wants one", .option = true },
		{ .name = "way", .label = "Way", .type = PARAM_TEXT,
		  .help = "with grant: the key of the fix that gives it", .option = true },
	},
	.flags = ACTION_WRITES,
	.plan = plan_answer,
};
