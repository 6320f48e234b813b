/* facts_undo.c: take back additions, hide what is deleted, see facts_priv.h. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "model/facts_priv.h"
#include "model/kind.h"

void facts_drop_user(struct facts *facts)
{
	struct fact_user *user = &facts->users[facts->n_users - 1];

	assert(user->groups.n == 0 && user->projects.n == 0);
	facts_forget_email(facts, facts->n_users - 1);
	strmap_remove(&facts->user_ids, user->id);
	free(user->groups.v);
	free(user->projects.v);
	facts->n_users--;
}

void facts_drop_group(struct facts *facts)
{
	struct fact_group *group = &facts->groups[facts->n_groups - 1];

	assert(!group->gone && group->members.n == 0);
	assert(group->projects.n == 0 && group->assets.n == 0);
	strmap_remove(&facts->group_ids, group->id);
	free(group->members.v);
	free(group->projects.v);
	free(group->assets.v);
	facts->n_groups--;
}

void facts_drop_asset(struct facts *facts)
{
	struct fact_asset *asset = &facts->assets[facts->n_assets - 1];

	assert(!asset->gone && asset->groups.n == 0 && asset->projects.n == 0);
	strmap_remove(&facts->asset_ids, asset->id);
	free(asset->groups.v);
	free(asset->projects.v);
	facts->n_assets--;
}

void facts_drop_project(struct facts *facts)
{
	uint32_t number = facts->n_projects - 1;
	struct fact_project *project = &facts->projects[number];

	assert(!project->gone && project->n_grants == 0);
	assert(project->assets.n == 0);
	numbers_remove(&facts->users[project->owner].projects, number);
	strmap_remove(&facts->project_ids, project->id);
	free(project->grants);
	free(project->assets.v);
	free(project->own);
	facts->n_projects--;
}

static void hide(struct strmap *map, const char *id, uint32_t number, bool gone)
{
	if (gone)
		strmap_remove(map, id);
	else
		strmap_set(map, id, number);
}

void facts_hide_user(struct facts *facts, uint32_t user, bool gone)
{
	assert(facts->users[user].gone != gone);
	facts->users[user].gone = gone;
	hide(&facts->user_ids, facts->users[user].id, user, gone);
	if (gone)
		facts_forget_email(facts, user);
	else
		facts_recall_email(facts, user);
}

void facts_hide_group(struct facts *facts, uint32_t group, bool gone)
{
	assert(facts->groups[group].gone != gone);
	facts->groups[group].gone = gone;
	hide(&facts->group_ids, facts->groups[group].id, group, gone);
}

void facts_hide_asset(struct facts *facts, uint32_t asset, bool gone)
{
	assert(facts->assets[asset].gone != gone);
	facts->assets[asset].gone = gone;
	hide(&facts->asset_ids, facts->assets[asset].id, asset, gone);
}

void facts_hide_project(struct facts *facts, uint32_t project, bool gone)
{
	assert(facts->projects[project].gone != gone);
	facts->projects[project].gone = gone;
	hide(&facts->project_ids, facts->projects[project].id, project, gone);
}

const char *facts_asset_status(const struct fact_asset *asset)
{
	bool untyped = kind_at(asset->kind)->types && !*asset->type;
	bool empty = !*asset->config || strcmp(asset->config, "{}") == 0;

	return untyped || empty ? "draft" : "untested";
}
