/* project_share.c: grant a level on a project to people and groups. */
#include <stdlib.h>

#include "action/core/action.h"
#include "action/core/word_list.h"
#include "action/judge/downgrade.h"
#include "action/judge/lacking.h"
#include "action/judge/may.h"
#include "action/judge/no_effect.h"
#include "action/judge/project_closed.h"
#include "base/mem.h"

enum { MEMBERS_ASKED = 2000 };

struct share {
	struct edit_plan *plan;
	uint32_t project;
	enum level level;
	struct edit *edits;
	size_t n, cap;
	struct words names;
	struct lacking lacking;
};

static enum level granted_now(const struct share *share, bool group, uint32_t who)
{
	const struct fact_grant *grant;

	grant = facts_grant(&share->plan->app->facts, share->project, group, who);
	return grant ? (enum level)grant->level : LEVEL_NONE;
}

static void add(struct share *share, bool group, uint32_t who)
{
	struct edit edit = edit_of(group ? EDIT_GRANT_GROUP : EDIT_GRANT_USER);

	edit.project = share->project;
	*(group ? &edit.group : &edit.user) = who;
	edit.value = (int)share->level;
	share->edits = mem_grow(share->edits, share->n, &share->cap,
				sizeof(*share->edits));
	share->edits[share->n++] = edit;
}

static bool share_user(struct share *share, uint32_t user, const char *text,
		       struct error *err)
{
	const struct facts *facts = &share->plan->app->facts;
	bool owner = facts->projects[share->project].owner == user;
	enum level before = owner ? LEVEL_FULL_ACCESS :
			    granted_now(share, false, user);

	words_add(&share->names, sees_user(app_seen(share->plan->app), user) ?
		  word_user(share->plan->arena, app_seen(share->plan->app),
			    user) : word_cut(share->plan->arena, text));
	if (!may_set_share(share->plan, share->project, before, share->level,
			   err))
		return false;
	if (owner)
		return may_touch_owner(share->plan, share->project, user,
				       share->level, err);
	if (share->level > before && share->level >= LEVEL_CAN_EDIT)
		lacking_check(&share->lacking, user);
	add(share, false, user);
	return true;
}

static bool share_group(struct share *share, uint32_t group, struct error *err)
{
	words_add(&share->names, word_group(share->plan->arena,
					    app_seen(share->plan->app), group));
	if (!may_set_share(share->plan, share->project,
			   granted_now(share, true, group), share->level, err))
		return false;
	add(share, true, group);
	return true;
}

static bool collect(struct share *share, struct error *err)
{
	struct edit_plan *plan = share->plan;
	uint32_t who;
	size_t i;

	for (i = 0; i < plan_count(plan, "user"); i++)
		if (!may_name_person(plan, share->project, "user", i, &who,
				     err) ||
		    !share_user(share, who, arg_at(plan->action, plan->args,
						   "user", i), err))
			return false;
	for (i = 0; i < plan_count(plan, "group"); i++)
		if (!plan_group_at(plan, "group", i, &who, err) ||
		    !share_group(share, who, err))
			return false;
	return true;
}

static bool user_held(const struct share *share, uint32_t user)
{
	struct arena arena = { 0 };
	struct answer answer;

	access_decide(&share->plan->app->facts, user, share->project, &arena, &answer);
	arena_release(&arena);
	return answer.active && answer.effective < share->level;
}

/* Does anybody end below what is granted here?  Of very large groups that is taken for
 * granted: then no more is said of anybody than the grant. */
static bool any_held(const struct share *share)
{
	const struct facts *facts = &share->plan->app->facts;
	size_t i, k;

	for (i = 0; i < share->n; i++) {
		const struct edit *edit = &share->edits[i];
		const struct numbers *members;

		if (edit->kind == EDIT_GRANT_USER) {
			if (user_held(share, edit->user))
				return true;
			continue;
		}
		members = &facts->groups[edit->group].members;
		for (k = 0; k < members->n; k++)
			if (k == MEMBERS_ASKED || user_held(share, members->v[k]))
				return true;
	}
	return false;
}

/* "can edit" is said where that is so. */
static void say(struct share *share)
{
	struct edit_plan *plan = share->plan;
	const char *project = plan_word(plan, OF_PROJECT, share->project);
	bool several = share->names.n > 1;
	const char *who = words_done(&share->names, plan->arena);

	if (plan->quiet)
		return;
	if (any_held(share) ||
	    plan->app->facts.projects[share->project].state != STATE_ACTIVE)
		plan_message(plan, "%s " TENSE("%s been", "would be")
			     " granted %s on %s.", who,
			     several ? "have" : "has", level_label(share->level),
			     project);
	else if (several && share->level == LEVEL_FULL_ACCESS)
		plan_message(plan, "%s " TENSE("have", "would have")
			     " Full Access to %s.", who, project);
	else
		plan_message(plan, "%s %s %s.", who,
			     word_level_deed(share->level), project);
}

static bool plan_share(struct edit_plan *plan, struct error *err)
{
	struct share share = { .plan = plan };
	bool ok;

	if (!plan_project(plan, "project", &share.project, err))
		return false;
	if (!plan_count(plan, "user") && !plan_count(plan, "group")) {
		error_set(err, ERROR_INVALID, NULL, "share with whom?");
		return error_remedy(err, "name people with --user, groups with "
				    "--group (the workspace: project "
				    "share-workspace)");
	}
	if (!level_parse(plan_text(plan, "level"), &share.level) ||
	    share.level == LEVEL_NONE) {
		error_set(err, ERROR_INVALID, NULL, "a grant is one of app_only, "
			  "can_view, can_edit, full_access");
		error_field(err, "level");
		return error_remedy(err, "to take a grant away: project unshare");
	}
	words_init(&share.names, 5);
	lacking_init(&share.lacking, plan, share.project, share.level);
	ok = collect(&share, err);
	if (ok) {
		ok = lacking_done(&share.lacking, err);
	} else {
		buf_release(&share.lacking.text);
	}
	if (ok) {
		downgrade_edits(plan, share.edits, share.n);
		no_effect_warn(plan);
	}
	say(&share);
	plan_target(plan, plan->app->facts.projects[share.project].id);
	free(share.edits);
	return ok;
}

const struct action action_project_share = {
	.noun = "project", .verb = "share",
	.summary = "Share a project with people and groups",
	.help = "Grants each of them the level. Can Edit or Full Access for a "
		"person who lacks an asset that the project imports is refused; "
		"for a group it is done after a warning that names everybody who "
		"will be held at Can View. Nobody may grant more than they have.",
	.example = "project share \"Revenue model\" --group Finance --level can_edit",
	.synonyms = "grant invite permission access level give add people",
	.key = "S",
	.on = "project",
	.params = {
		PARAM_THE_PROJECT("the project to share"),
		{ .name = "user", .label = "People", .type = PARAM_USER,
		  .help = "a person (repeatable)", .option = true, .many = true,
		  .greyed = project_closed_sharing },
		{ .name = "group", .label = "Groups", .type = PARAM_GROUP,
		  .help = "a group (repeatable)", .option = true, .many = true },
		{ .name = "level", .label = "Level", .type = PARAM_LEVEL,
		  .help = "app_only, can_view, can_edit or full_access",
		  .option = true, .required = true },
	},
	.flags = ACTION_WRITES,
	.plan = plan_share,
};
