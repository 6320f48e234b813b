/* may.c: who may do what to a project (DOMAIN 4.1 step 5 and 6). */
#include "action/judge/may.h"

#include "access/rights.h"
#include "access/words.h"
#include "action/core/action.h"
#include "action/core/word_list.h"
#include "action/judge/asset_name.h"
#include "action/judge/lacking.h"
#include "action/judge/may_workspace.h"
#include "base/clock.h"
#include "base/text.h"
#include "model/kind.h"

enum { COMMUNITY_PROJECTS = 5 };

static const int64_t days_30 = 30LL * 24 * 3600 * 1000000;

void may_answer(struct edit_plan *plan, uint32_t project, struct answer *out)
{
	uint32_t subject = app_subject(plan->app);

	if (subject != NOBODY) {
		access_decide(&plan->app->facts, subject, project, plan->arena, out);
		return;
	}
	*out = (struct answer){
		.user = NOBODY, .project = project, .role = ROLE_ADMIN,
		.reason = REASON_NOT_SHARED,
	};
}

static bool is_managed_by(const struct facts *facts, uint32_t project,
			  uint32_t user)
{
	const struct fact_user *u = &facts->users[user];
	struct arena arena = { 0 };
	struct answer answer;

	if (u->gone || !u->active)
		return false;
	access_decide(facts, user, project, &arena, &answer);
	arena_release(&arena);
	return answer.manages == LEVEL_FULL_ACCESS;
}

/* Somebody of those whom this grant reaches. */
static bool is_managed_through(const struct facts *facts, uint32_t project,
			       const struct fact_grant *grant)
{
	const struct fact_group *group;
	uint32_t i;

	if (!level_is_full((enum level)grant->level))
		return false;
	if (!grant->group)
		return is_managed_by(facts, project, grant->who);
	group = &facts->groups[grant->who];
	for (i = 0; !group->gone && i < group->members.n; i++)
		if (is_managed_by(facts, project, group->members.v[i]))
			return true;
	return false;
}

bool may_be_taken_over(const struct app *app, uint32_t project)
{
	const struct facts *facts = &app->facts;
	const struct fact_project *p = &facts->projects[project];
	uint32_t i;

	if (p->state == STATE_ACTIVE)
		return false;
	if (p->owner == NOBODY || facts->users[p->owner].gone ||
	    !facts->users[p->owner].active)
		return true;
	if (is_managed_by(facts, project, p->owner))
		return false;
	for (i = 0; i < p->n_grants; i++)
		if (is_managed_through(facts, project, &p->grants[i]))
			return false;
	for (i = 0; level_is_full((enum level)p->workspace) &&
	     i < facts->n_users; i++)
		if (is_managed_by(facts, project, i))
			return false;
	return true;
}

/* ... by a request (D32), of people of the workspace, where nothing is closed. */
static const char *may_ask(struct edit_plan *plan, uint32_t project, enum level least)
{
	const struct seen *seen = app_seen(plan->app);
	const struct fact_project *p = seen_project(seen, project);

	if (app_subject(plan->app) == NOBODY || p->state != STATE_ACTIVE ||
	    sees_project(seen, project) == SIGHT_NOTHING)
		return "";
	return arena_printf(plan->arena, ", or send a request: gatehouse access request "
			    "%s %s", word_cut(plan->arena, p->id), level_code(least));
}

/* The way to more on this project, for whoever sits here. */
static void fix_for_level(struct edit_plan *plan, uint32_t project, enum level least,
			  struct error *err)
{
	const struct seen *seen = app_seen(plan->app);
	const struct fact_project *p = seen_project(seen, project);
	uint32_t subject = app_subject(plan->app), owner = p->owner;

	if (subject != NOBODY && app_is_admin(plan->app) &&
	    (p->state == STATE_ACTIVE || may_be_taken_over(plan->app, project))) {
		error_remedy(err, "%s (audited): "
			     "gatehouse project take-access %s",
			     p->state == STATE_ACTIVE ? "take Full Access" :
			     "take it over", word_cut(plan->arena, p->id));
		return;
	}
	if (owner == subject || !sees_user(seen, owner) ||
	    !seen_user(seen, owner)->active)
		error_remedy(err, "ask somebody who has it, or an Admin%s",
			     may_ask(plan, project, least));
	else
		error_remedy(err, "ask %s, the owner%s",
			     word_user(plan->arena, seen, owner),
			     may_ask(plan, project, least));
}

static bool level_needed(struct edit_plan *plan, const struct answer *me,
			 enum level least, const char *what, struct error *err)
{
	const char *why = "";

	if (me->effective < me->granted)
		why = arena_printf(plan->arena, ": of the %s that was granted, "
				   "that is what is left (%s)",
				   level_label(me->granted),
				   access_why(app_seen(plan->app), me, plan->arena));
	error_set(err, ERROR_DENIED, "LEVEL_NEEDED", "%s %s needs %s; you have %s%s",
		  what, plan_word(plan, OF_PROJECT, me->project),
		  level_label(least), level_label(me->effective), why);
	error_needs(err, "%s", level_code(least));
	fix_for_level(plan, me->project, least, err);
	return false;
}

static bool read_only(struct edit_plan *plan, uint32_t project, const char *what,
		      struct error *err)
{
	const struct fact_project *p = &plan->app->facts.projects[project];
	bool trashed = p->state == STATE_TRASHED;

	error_set(err, ERROR_DENIED, "STATE_READ_ONLY",
		  "%s %s is not possible while it is %s", what,
		  plan_title(plan, project),
		  trashed ? "in the trash" : "archived");
	error_needs(err, "an active project");
	error_remedy(err, "first: gatehouse project %s %s",
		     trashed ? "restore" : "unarchive",
		     word_cut(plan->arena, p->id));
	return false;
}

static bool is_active(const struct edit_plan *plan, uint32_t project)
{
	return plan->app->facts.projects[project].state == STATE_ACTIVE;
}

bool may_while_active(struct edit_plan *plan, uint32_t project, const char *what,
		      struct error *err)
{
	return is_active(plan, project) || read_only(plan, project, what, err);
}

bool may_with_level(struct edit_plan *plan, uint32_t project, enum level least,
		    const char *what, struct error *err)
{
	struct answer me;

	may_answer(plan, project, &me);
	if (me.effective >= least)
		return true;
	if (!is_active(plan, project) && me.manages >= least)
		return read_only(plan, project, what, err);
	return level_needed(plan, &me, least, what, err);
}

bool may_manage(struct edit_plan *plan, uint32_t project, const char *what,
		struct error *err)
{
	struct answer me;

	may_answer(plan, project, &me);
	if (me.manages == LEVEL_FULL_ACCESS)
		return true;
	return level_needed(plan, &me, LEVEL_FULL_ACCESS, what, err);
}

static bool above_mine(struct edit_plan *plan, const struct answer *me, enum level other,
		      const char *deed, struct error *err)
{
	error_set(err, ERROR_DENIED, "LEVEL_NEEDED",
		  "with %s on %s you cannot %s %s", level_label(me->effective),
		  plan_word(plan, OF_PROJECT, me->project), deed,
		  level_label(other));
	error_needs(err, "%s", level_code(other));
	fix_for_level(plan, me->project, other, err);
	return false;
}

bool may_set_share(struct edit_plan *plan, uint32_t project, enum level before,
		   enum level after, struct error *err)
{
	struct answer me;

	may_answer(plan, project, &me);
	if (!is_active(plan, project)) {
		if (after > before && me.manages >= LEVEL_CAN_EDIT)
			return read_only(plan, project, "sharing", err);
		if (me.manages < LEVEL_FULL_ACCESS)
			return level_needed(plan, &me, LEVEL_FULL_ACCESS,
					    "managing", err);
		return true;
	}
	if (me.effective < LEVEL_CAN_EDIT)
		return level_needed(plan, &me, LEVEL_CAN_EDIT, "sharing", err);
	if (me.effective == LEVEL_CAN_EDIT &&
	    !plan->app->facts.projects[project].editors_may_share) {
		error_set(err, ERROR_DENIED, "SHARING_DISABLED_FOR_EDITORS",
			  "people with Can Edit may not share %s",
			  plan_word(plan, OF_PROJECT, project));
		error_needs(err, "full_access");
		fix_for_level(plan, project, LEVEL_FULL_ACCESS, err);
		return false;
	}
	if (after > me.effective)
		return above_mine(plan, &me, after, "grant", err);
	if (before > me.effective)
		return above_mine(plan, &me, before, "change or remove", err);
	return true;
}

bool may_name_person(struct edit_plan *plan, uint32_t project, const char *name,
		     size_t i, uint32_t *out, struct error *err)
{
	const struct facts *facts = &plan->app->facts;
	const char *text = arg_at(plan->action, plan->args, name, i);
	struct answer me;

	if (plan_user_at(plan, name, i, out, err))
		return true;
	if (!text || (err && err->kind != ERROR_NOT_FOUND) ||
	    app_seen(plan->app)->people)
		return false;
	may_answer(plan, project, &me);
	if (!level_opens(right_shares_up_to(facts, &me)))
		return false;
	*out = facts_user_by_email(facts, text);
	if (*out == NOBODY || facts->users[*out].gone)
		return false;
	error_clear(err);
	return true;
}

bool may_touch_owner(struct edit_plan *plan, uint32_t project, uint32_t user,
		     enum level after, struct error *err)
{
	const struct facts *facts = &plan->app->facts;
	const struct fact_project *p = &facts->projects[project];

	if (p->owner != user || after == LEVEL_FULL_ACCESS)
		return true;
	error_set(err, ERROR_CONFLICT, "OWNER",
		  "%s owns %s and keeps Full Access until ownership is "
		  "transferred", plan_word(plan, OF_USER, user),
		  plan_title(plan, project));
	error_remedy(err, "first: gatehouse project transfer %s USER",
		     word_cut(plan->arena, p->id));
	return false;
}

bool may_own(struct edit_plan *plan, uint32_t project, uint32_t user,
	     struct error *err)
{
	const struct facts *facts = &plan->app->facts;
	const struct fact_user *u = &facts->users[user];
	const char *name = plan_word(plan, OF_USER, user);
	struct bar bar = { REASON_AS_GRANTED, NOBODY };
	struct lacking lacking;

	if (!right_to_own(facts, project, user, &bar) &&
	    bar.code == REASON_DEACTIVATED) {
		error_set(err, ERROR_CONFLICT, "DEACTIVATED",
			  "%s is deactivated and cannot become an owner", name);
		return error_remedy(err, "choose somebody active, or first: "
				    "gatehouse user reactivate %s", u->email);
	}
	if (bar.code == REASON_ROLE_CAP_VIEWER ||
	    bar.code == REASON_ROLE_CAP_EXPLORER) {
		error_set(err, ERROR_CONFLICT, reason_code(bar.code),
			  "an owner must be able to hold Full Access; the role "
			  "of %s is %s", name, role_label(u->role));
		error_needs(err, "Admin, Manager, Editor or Guest");
		return error_remedy(err, "choose somebody else, or have an Admin "
				    "change the role");
	}
	if (role_is_guest(u->role))
		plan->ask = true;
	lacking_init(&lacking, plan, project, LEVEL_FULL_ACCESS);
	lacking.owning = true;
	lacking_check(&lacking, user);
	return lacking_done(&lacking, err);
}

bool may_hold_more_projects(struct edit_plan *plan, struct error *err)
{
	const struct facts *facts = &plan->app->facts;
	uint32_t i, n = 0;

	if (facts->plan != PLAN_COMMUNITY)
		return true;
	for (i = 0; i < facts->n_projects; i++)
		if (!facts->projects[i].gone &&
		    facts->projects[i].state != STATE_TRASHED)
			n++;
	if (n < COMMUNITY_PROJECTS)
		return true;
	error_set(err, ERROR_DENIED, "PLAN_LOCKED",
		  "the Community plan holds %d projects; more need Professional",
		  COMMUNITY_PROJECTS);
	error_needs(err, "%s", plan_code(PLAN_PROFESSIONAL));
	return error_remedy(err, "delete a project, or move to the "
			    "Professional plan");
}

bool may_web(struct edit_plan *plan, enum level before, enum level after,
	     struct error *err)
{
	if (after > LEVEL_CAN_VIEW) {
		error_set(err, ERROR_INVALID, "PUBLIC_LEVEL_INVALID",
			  "a public link cannot give %s", level_label(after));
		error_field(err, "level");
		return error_remedy(err, "a link is app_only, can_view or none");
	}
	if (plan->app->facts.share_to_web || after <= before)
		return true;
	error_set(err, ERROR_DENIED, "PUBLIC_SWITCH_OFF",
		  "sharing to the web is switched off for this workspace");
	error_needs(err, "the workspace setting share_to_web");
	return error_remedy(err, app_is_admin(plan->app) ?
			    "first: gatehouse workspace set share_to_web on" :
			    "ask an Admin to switch share_to_web on");
}

bool may_restore(struct edit_plan *plan, uint32_t project, struct error *err)
{
	const struct fact_project *p = &plan->app->facts.projects[project];
	const char *title = plan_word(plan, OF_PROJECT, project);

	if (p->state != STATE_TRASHED) {
		error_set(err, ERROR_CONFLICT, "NOT_TRASHED",
			  "%s is not in the trash", title);
		return error_remedy(err, p->state == STATE_ARCHIVED ?
				    "it is archived: gatehouse project unarchive "
				    "%s" : "nothing is to be done: %s is active",
				    p->id);
	}
	if (p->trashed && clock_now() - p->trashed > days_30) {
		error_set(err, ERROR_CONFLICT, "TRASH_EXPIRED", "%s has been in "
			  "the trash for more than 30 days", title);
		return error_remedy(err, "it can only be deleted for good: "
				    "gatehouse project delete %s", p->id);
	}
	return may_hold_more_projects(plan, err);
}

bool may_import(struct edit_plan *plan, uint32_t project, uint32_t asset,
		struct error *err)
{
	const struct facts *facts = &plan->app->facts;
	const struct fact_asset *a = &facts->assets[asset];

	if (!may_have_kind(plan, a->kind, err))
		return false;
	if (!access_asset(facts, app_subject(plan->app), asset)) {
		error_set(err, ERROR_DENIED, "ASSET_MISSING",
			  "you have no access to what is to be imported");
		error_needs(err, "access to the asset");
		return error_remedy(err, "ask an Admin");
	}
	if (!kind_at(a->kind)->secret_name ||
	    own_name_free(plan, project, a->kind, NOBODY, a->name, err))
		return true;
	error_set(err, ERROR_CONFLICT, "NAME_TAKEN",
		  "%s has a secret of its own called %s",
		  plan_word(plan, OF_PROJECT, project),
		  plan_word(plan, OF_ASSET, asset));
	return error_remedy(err, "rename or delete the project's own secret "
			    "first");
}

bool may_lose_admin(struct edit_plan *plan, uint32_t user, struct error *err)
{
	const struct facts *facts = &plan->app->facts;
	const struct fact_user *u = &facts->users[user];

	if (u->role != ROLE_ADMIN || !u->active || facts_active_admins(facts) > 1)
		return true;
	error_set(err, ERROR_CONFLICT, "LAST_ADMIN",
		  "%s is the last active Admin",
		  plan_word(plan, OF_USER, user));
	return error_remedy(err, "make somebody else Admin first: "
			    "gatehouse user role USER admin");
}

/* ---- roles ---------------------------------------------------------------------- */

static bool needs_role(enum role has, enum role role, const char *what,
		       struct error *err)
{
	error_set(err, ERROR_DENIED, "ROLE_NEEDED", "%s needs the role %s; you are "
		  "%s", what, role_label(role), role_label(has));
	error_needs(err, "%s", role_code(role));
	return error_remedy(err, "ask an Admin for the role %s",
			    role_label(role));
}

static bool governs(enum role role)
{
	return role == ROLE_ADMIN || role == ROLE_MANAGER;
}

bool may_describe(struct edit_plan *plan, uint32_t project, struct error *err)
{
	struct answer me;

	may_answer(plan, project, &me);
	return may_with_level(plan, project, governs(me.role) ? LEVEL_CAN_VIEW :
			      LEVEL_CAN_EDIT, "describing", err) &&
		may_while_active(plan, project, "describing", err);
}

bool may_label(struct edit_plan *plan, uint32_t project, const char *status,
	       struct error *err)
{
	struct answer me;

	may_answer(plan, project, &me);
	if (!governs(me.role) && me.role != ROLE_EDITOR)
		return needs_role(me.role, ROLE_EDITOR,
				  "setting status and categories", err);
	if (!status || text_casecmp(status, "Certified") != 0)
		return true;
	if (!governs(me.role))
		return needs_role(me.role, ROLE_MANAGER, "an endorsed status",
				  err);
	return plan_needs_plan(plan, PLAN_TEAM, "Endorsed statuses", err);
}

bool may_make_projects(struct edit_plan *plan, const char *what,
		       struct error *err)
{
	uint32_t subject = app_subject(plan->app);
	enum role role = subject == NOBODY ? ROLE_VIEWER :
		plan->app->facts.users[subject].role;

	return governs(role) || role == ROLE_EDITOR ||
		needs_role(role, ROLE_EDITOR, what, err);
}

/* Guests may edit, but make none. */
bool may_make_own(struct edit_plan *plan, struct error *err)
{
	uint32_t subject = app_subject(plan->app);

	return subject == NOBODY ||
		plan->app->facts.users[subject].role != ROLE_GUEST ||
		needs_role(ROLE_GUEST, ROLE_EDITOR, "adding connections and "
			   "secrets to a project", err);
}
