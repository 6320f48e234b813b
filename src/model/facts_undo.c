/* facts_undo.c: take back additions, hide what is deleted, see facts_priv.h. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "model/facts_priv.h"
#include "model/kind.h"

static void drop_user(struct facts *facts)
{
	struct fact_user *user = &facts->users[facts->n_users - 1];

	assert(user->groups.n == 0 && user->projects.n == 0);
	facts_forget_email(facts, facts->n_users - 1);
	strmap_remove(&facts->user_ids, user->id);
	free(user->groups.v);
	free(user->projects.v);
	facts->n_users--;
}

static void drop_group(struct facts *facts)
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

static void drop_asset(struct facts *facts)
{
	struct fact_asset *asset = &facts->assets[facts->n_assets - 1];

	assert(!asset->gone && asset->groups.n == 0 && asset->projects.n == 0);
	strmap_remove(&facts->asset_ids, asset->id);
	free(asset->groups.v);
	free(asset->projects.v);
	facts->n_assets--;
}

static void drop_project(struct facts *facts)
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

void facts_drop(struct facts *facts, enum whose whose)
{
	switch (whose) {
	case OF_USER:
		drop_user(facts);
		break;
	case OF_GROUP:
		drop_group(facts);
		break;
	case OF_ASSET:
		drop_asset(facts);
		break;
	default:
		drop_project(facts);
	}
}

void facts_hide(struct facts *facts, enum whose whose, uint32_t n, bool gone)
{
	struct strmap *ids = whose_ids(facts, whose);
	bool *flag = whose_gone(facts, whose, n);

	assert(*flag != gone);
	*flag = gone;
	if (gone)
		strmap_remove(ids, whose_id(facts, whose, n));
	else
		strmap_set(ids, whose_id(facts, whose, n), n);
	if (whose == OF_USER && gone)
		facts_forget_email(facts, n);
	else if (whose == OF_USER)
		facts_recall_email(facts, n);
}

const char *facts_asset_status(const struct fact_asset *asset)
{
	bool untyped = kind_has_types(kind_at(asset->kind)) &&
		!*asset->type;
	bool empty = !*asset->config || strcmp(asset->config, "{}") == 0;

	return untyped || empty ? "draft" : "untested";
}
