/* judge.c: see judge.h. */
#include "action/judge/judge.h"

#include <string.h>

#include "access/request_seen.h"
#include "action/core/word_list.h"
#include "action/judge/asset_name.h"
#include "action/judge/asset_wish.h"
#include "action/judge/files.h"
#include "action/judge/may.h"
#include "action/judge/may_workspace.h"
#include "action/judge/providers.h"
#include "model/asked/level_request.h"
#include "model/edit_field.h"
#include "model/kind.h"

struct judge {
	struct edit_plan *plan;
	size_t first;
	const struct judge_span *spans;
	size_t n_spans;
};

static const struct facts *facts_of(const struct judge *judge)
{
	return &judge->plan->app->facts;
}

/* ---- the workspace, people, groups, assets ---------------------------------------- */

static bool may_user(struct edit_plan *plan, const struct edit *edit,
		     struct error *err)
{
	switch (edit->kind) {
	case EDIT_USER_ADD:
		return may_give_role(plan, (enum role)edit->value, err) &&
			may_have_email(plan, edit->text2, (enum role)edit->value,
				       err);
	case EDIT_USER_LOGIN:
		return !edit->text ||
			may_have_login(plan, edit->user, edit->text, err);
	case EDIT_USER_ROLE:
		return may_give_role(plan, (enum role)edit->value, err) &&
			(edit->value == ROLE_ADMIN ||
			 may_lose_admin(plan, edit->user, err));
	case EDIT_USER_ACTIVE:
		return edit->value || may_lose_admin(plan, edit->user, err);
	case EDIT_USER_DELETE:
		return may_lose_admin(plan, edit->user, err);
	default:
		return true;
	}
}

static bool may_asset(struct edit_plan *plan, const struct edit *edit,
		      struct error *err)
{
	const struct fact_asset *asset = edit->kind == EDIT_ASSET_ADD ? NULL :
		&plan->app->facts.assets[edit->asset];
	uint32_t kind = asset ? asset->kind : (uint32_t)edit->value;

	if (edit->kind == EDIT_ASSET_DELETE)
		return true;		/* on every plan (D15) */
	if (!may_have_kind(plan, kind, err))
		return false;
	switch (edit->kind) {
	case EDIT_ASSET_ADD:
		return asset_name_free(plan, kind, NOBODY, edit->text2, err) &&
			asset_plan_good(plan, kind, "{}", edit->text4 ?
					edit->text4 : "{}", err);
	case EDIT_ASSET_NAME:
		return asset_name_free(plan, kind, edit->asset, edit->text, err);
	case EDIT_ASSET_CONFIG:
		return asset_plan_good(plan, kind, asset->config, edit->text,
				       err);
	case EDIT_ASSET_STATUS:
		return strcmp(edit->text, "draft") != 0 ||
			may_be_draft(plan, edit->asset, err);
	default:
		return true;
	}
}

static bool may_by_admins(struct edit_plan *plan, const struct edit *edit,
			  struct error *err)
{
	if (!may_administer(plan, err))
		return false;
	if (edit->kind == EDIT_SETTING)
		return may_switch(plan, edit->text, edit->value, err);
	if (edit->kind == EDIT_DEFAULT_ASSET)
		return may_be_default(plan, edit->asset, err);
	if (edit_row(edit)->whose == OF_ASSET)
		return may_asset(plan, edit, err);
	if (whose_record(edit_row(edit)->whose))
		return may_record(plan, edit, err);
	return may_user(plan, edit, err);
}

/* ---- projects --------------------------------------------------------------------- */

/* Off-boarding (row 23): in one event an Admin takes the account away, or gives it
 * back, and hands over what the person owns. */
static bool hands_over(const struct judge *judge, const struct edit *edit)
{
	const struct edit_plan *plan = judge->plan;
	uint32_t user = edit->user;
	size_t i;

	if (!app_is_admin(plan->app) ||
	    (edit->kind != EDIT_PROJECT_OWNER && edit->kind != EDIT_GRANT_USER))
		return false;
	for (i = judge->first; i < plan->n; i++)
		if (plan->edits[i].kind == EDIT_USER_ACTIVE &&
		    (plan->edits[i].user == user ||
		     (edit->kind == EDIT_PROJECT_OWNER &&
		      plan->edits[i].user ==
		      facts_of(judge)->projects[edit->project].owner)))
			break;
	if (i == plan->n)
		return false;
	for (i = judge->first; i < plan->n; i++)
		if (plan->edits[i].kind == EDIT_PROJECT_OWNER &&
		    plan->edits[i].project == edit->project)
			return true;
	return false;
}

/* Row 40: an Admin takes Full Access, or takes over what nobody can bring back. */
static bool takes_access(const struct judge *judge, const struct edit *edit)
{
	const struct edit_plan *plan = judge->plan;
	uint32_t subject = app_subject(plan->app);
	size_t i;

	if (subject == NOBODY || !app_is_admin(plan->app))
		return false;
	if (edit->kind == EDIT_GRANT_USER && edit->user == subject &&
	    facts_of(judge)->projects[edit->project].state == STATE_ACTIVE)
		return edit->value == LEVEL_FULL_ACCESS;
	for (i = judge->first; i < plan->n; i++)
		if (plan->edits[i].kind == EDIT_PROJECT_OWNER &&
		    plan->edits[i].project == edit->project &&
		    plan->edits[i].user == subject)
			return may_be_taken_over(plan->app, edit->project);
	return false;
}

static enum level direct(const struct facts *facts, uint32_t project,
			 uint32_t user)
{
	const struct fact_grant *grant;

	if (project >= facts->n_projects || facts->projects[project].gone)
		return LEVEL_NONE;
	if (facts->projects[project].owner == user)
		return LEVEL_FULL_ACCESS;
	grant = facts_grant(facts, project, false, user);
	return grant ? (enum level)grant->level : LEVEL_NONE;
}

static bool may_grant(const struct judge *judge, const struct edit *edit,
		      struct error *err)
{
	struct edit_plan *plan = judge->plan;
	const struct facts *facts = facts_of(judge);
	enum level after = (enum level)edit->value;
	const struct fact_grant *grant;

	if (edit->kind == EDIT_GRANT_GROUP) {
		grant = facts_grant(facts, edit->project, true, edit->group);
		return may_set_share(plan, edit->project, grant ?
				     (enum level)grant->level : LEVEL_NONE,
				     after, err);
	}
	if (takes_access(judge, edit) || hands_over(judge, edit))
		return true;
	return may_set_share(plan, edit->project,
			     direct(facts, edit->project, edit->user), after,
			     err) &&
		may_touch_owner(plan, edit->project, edit->user, after, err);
}

/* A group's grant that comes back with the group: not onto what is put aside. */
static bool may_come_back(struct edit_plan *plan, const struct edit *edit,
			  struct error *err)
{
	return may_administer(plan, err) && (edit->kind != EDIT_GRANT_GROUP ||
		may_while_active(plan, edit->project, "sharing", err));
}

static bool may_public(struct edit_plan *plan, const struct edit *edit,
		       struct error *err)
{
	enum level now = (enum level)
		plan->app->facts.projects[edit->project].public_web;
	enum level then = (enum level)edit->value;

	return may_set_share(plan, edit->project, now, then, err) &&
		may_web(plan, now, then, err);
}

static bool may_workspace(struct edit_plan *plan, const struct edit *edit,
			  struct error *err)
{
	enum level now = (enum level)
		plan->app->facts.projects[edit->project].workspace;

	return may_set_share(plan, edit->project, now, (enum level)edit->value,
			     err);
}

static bool may_state(struct edit_plan *plan, const struct edit *edit,
		      struct error *err)
{
	enum state now = plan->app->facts.projects[edit->project].state;

	return may_manage(plan, edit->project, "changing the state of", err) &&
		(now != STATE_TRASHED || edit->value == STATE_TRASHED ||
		 may_restore(plan, edit->project, err));
}

static bool may_owner(const struct judge *judge, const struct edit *edit,
		      struct error *err)
{
	struct edit_plan *plan = judge->plan;

	return (takes_access(judge, edit) || hands_over(judge, edit) ||
		may_manage(plan, edit->project, "transferring", err)) &&
		(edit->user == NOBODY ||
		 may_own(plan, edit->project, edit->user, err));
}

/* It is its maker's, who can make one. */
static bool may_add(struct edit_plan *plan, const struct edit *edit,
		    struct error *err)
{
	if (!may_make_projects(plan, "making projects", err) ||
	    !may_hold_more_projects(plan, err))
		return false;
	if (edit->user == app_subject(plan->app))
		return true;
	error_set(err, ERROR_DENIED, "LEVEL_NEEDED", "%s can be made again only "
		  "by whoever made it", word_cut(plan->arena, edit->text2));
	error_needs(err, "full_access");
	return error_remedy(err, "make a new one: gatehouse project create");
}

static bool may_label_it(struct edit_plan *plan, const struct edit *edit,
			 struct error *err)
{
	return may_describe(plan, edit->project, err) &&
		may_label(plan, edit->project,
			  edit->kind == EDIT_PROJECT_STATUS ? edit->text : NULL,
			  err);
}

/* What a project has of its own. */
static bool may_change_own(struct edit_plan *plan, const struct edit *edit,
			   struct error *err)
{
	const struct facts *facts = &plan->app->facts;
	uint32_t at = facts_own(facts, edit->project, edit->text), kind;

	if (!may_with_level(plan, edit->project, LEVEL_CAN_EDIT, "editing", err))
		return false;
	kind = at == NOBODY ? (uint32_t)edit->value :
		facts->projects[edit->project].own[at].kind;
	if (kind_has_files(kind_at(kind)))
		return edit->kind != EDIT_OWN_ADD ||
			may_have_file(plan, edit->project, edit->text2, edit->text4, err);
	if (edit->kind == EDIT_OWN_ADD)
		return may_make_own(plan, err) &&
			own_name_free(plan, edit->project, kind, NOBODY,
				      edit->text2, err) &&
			asset_plan_good(plan, kind, "{}", edit->text4 ?
					edit->text4 : "{}", err);
	return edit->kind != EDIT_OWN_NAME || at == NOBODY ||
		own_name_free(plan, edit->project, kind, at, edit->text2, err);
}

/* ---- undo of requests for access --------------------------------------------------------------------------- */

static bool by_whom(struct edit_plan *plan, const struct edit *edit, struct error *err)
{
	if (edit->user != NOBODY && edit->user == app_subject(plan->app))
		return true;
	error_set(err, ERROR_DENIED, "NOT_YOURS", "what somebody asked for is taken back, "
		  "or asked again, only by whoever asked");
	return error_remedy(err, "answer it: gatehouse access requests");
}

static bool answered(const char *state)
{
	return strcmp(state, access_request_state_code(ACCESS_REQUEST_OPEN)) != 0 &&
		strcmp(state, access_request_state_code(ACCESS_REQUEST_REACHED)) != 0 &&
		strcmp(state, access_request_state_code(ACCESS_REQUEST_CLOSED)) != 0;
}

/* What ended by itself is open again, and ends, with the change that ended it. */
static bool may_request_edit(struct edit_plan *plan, const struct edit *edit,
			     struct error *err)
{
	const struct facts *facts = &plan->app->facts;

	if (edit_row(edit)->shape != EDITS_FIELD)
		return by_whom(plan, edit, err);
	if (edit->kind != EDIT_REQUEST_TYPE || app_is_admin(plan->app) ||
	    (!answered(edit->text) && !answered(facts->requests[edit->request].type)) ||
	    request_sight(app_seen(plan->app), edit->request) == REQUEST_TO_ANSWER)
		return true;
	if (edit->project == NOBODY)		/* of a role, or of what is gone */
		return plan_needs_admin(plan, err);
	return may_with_level(plan, edit->project, LEVEL_FULL_ACCESS, "answering for",
			      err);
}

/* ---- of a project ---------------------------------------------------------------------- */

static bool may_project(const struct judge *judge, const struct edit *edit,
			struct error *err)
{
	struct edit_plan *plan = judge->plan;

	if (edit_row(edit)->whose == OF_REQUEST)
		return may_request_edit(plan, edit, err);
	switch (edit->kind) {
	case EDIT_PROJECT_ADD:
		return may_add(plan, edit, err);
	case EDIT_PROJECT_DELETE:
		return may_manage(plan, edit->project, "deleting", err);
	case EDIT_PROJECT_TITLE:
		return may_manage(plan, edit->project, "renaming", err);
	case EDIT_PROJECT_STATUS:
	case EDIT_PROJECT_CATEGORIES:
		return may_label_it(plan, edit, err);
	case EDIT_PROJECT_STATE:
		return may_state(plan, edit, err);
	case EDIT_PROJECT_OWNER:
		return may_owner(judge, edit, err);
	case EDIT_PROJECT_EDITORS:
		return may_with_level(plan, edit->project, LEVEL_FULL_ACCESS,
				      "saying who may share", err);
	case EDIT_PROJECT_WORKSPACE:
		return may_workspace(plan, edit, err);
	case EDIT_PROJECT_PUBLIC:
		return may_public(plan, edit, err);
	case EDIT_GRANT_USER:
	case EDIT_GRANT_GROUP:
		return may_grant(judge, edit, err);
	case EDIT_IMPORT:
		return may_with_level(plan, edit->project, LEVEL_CAN_EDIT,
				      "importing into", err) &&
			(!edit->value || may_import(plan, edit->project,
						    edit->asset, err));
	default:
		return edit_row(edit)->whose == OF_OWN ?
			may_change_own(plan, edit, err) :
			may_describe(plan, edit->project, err);
	}
}

/* ---- one after the other ---------------------------------------------------------- */

/* What it is about is in the facts as they stand; what it adds need not be. */
static bool can_be_asked(const struct facts *facts, const struct edit *edit)
{
	const struct edit_field *field = edit_row(edit);
	uint32_t n;

	for (enum whose whose = OF_USER; whose <= OF_PROJECT; whose++) {
		n = edit_number(edit, whose);
		if (n == NOBODY || (field->shape == EDITS_ADD &&
				    field->whose == whose))
			continue;
		if (n >= whose_n(facts, whose) || *whose_gone(facts, whose, n))
			return false;
	}
	return true;
}

static bool may_edit(const struct judge *judge, size_t i, struct error *err)
{
	const struct edit *edit = &judge->plan->edits[i];
	size_t s;

	for (s = 0; s < judge->n_spans; s++)
		if (i >= judge->spans[s].from && i < judge->spans[s].to)
			return may_come_back(judge->plan, edit, err);
	if (edit_of_project(edit->kind))
		return may_project(judge, edit, err);
	return may_by_admins(judge->plan, edit, err);
}

/* Those not allowed before all of them are asked for in their turn.  The facts are as
 * after all of them on return. */
static bool in_turn(const struct judge *judge, const unsigned char *allowed,
		    struct error *err)
{
	struct edit_plan *plan = judge->plan;
	bool good = true;
	size_t i;

	for (i = judge->first; i < plan->n; i++) {
		if (good && !allowed[i - judge->first])
			good = can_be_asked(facts_of(judge), &plan->edits[i]) ?
				may_edit(judge, i, err) :
				error_set(err, ERROR_CONFLICT, "STALE",
					  "what it is about is gone");
		edit_apply(&plan->app->facts, &plan->edits[i]);
	}
	return good;
}

bool judge_edits(struct edit_plan *plan, size_t first,
		 const struct judge_span *spans, size_t n_spans,
		 struct error *err)
{
	const struct judge judge = { .plan = plan, .first = first,
				     .spans = spans, .n_spans = n_spans };
	unsigned char *allowed = arena_alloc(plan->arena, plan->n - first + 1);
	struct error ignored;
	size_t i;

	plan_aside(plan, first);
	for (i = first; i < plan->n; i++) {
		error_clear(&ignored);
		allowed[i - first] = can_be_asked(&plan->app->facts,
						  &plan->edits[i]) &&
			may_edit(&judge, i, &ignored);
	}
	return in_turn(&judge, allowed, err) &&
		judge_end(plan, first, NULL, 0, err);
}
