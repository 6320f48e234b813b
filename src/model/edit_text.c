/* edit_text.c: edits that set a text. */
#include <assert.h>
#include <string.h>

#include "model/edit_priv.h"
#include "model/facts_priv.h"

static const char **user_place(struct fact_user *user, const struct edit *edit)
{
	return edit->kind == EDIT_USER_NAME ? &user->name : &user->login;
}

static const char **asset_place(struct fact_asset *asset,
				const struct edit *edit)
{
	switch (edit->kind) {
	case EDIT_ASSET_NAME:
		return &asset->name;
	case EDIT_ASSET_TYPE:
		return &asset->type;
	case EDIT_ASSET_CONFIG:
		return &asset->config;
	case EDIT_ASSET_DESCRIPTION:
		return &asset->description;
	default:
		assert(edit->kind == EDIT_ASSET_STATUS);
		return &asset->status;
	}
}

static const char **project_place(struct fact_project *project,
				  const struct edit *edit)
{
	switch (edit->kind) {
	case EDIT_PROJECT_TITLE:
		return &project->title;
	case EDIT_PROJECT_DESCRIPTION:
		return &project->description;
	case EDIT_PROJECT_STATUS:
		return &project->status;
	default:
		assert(edit->kind == EDIT_PROJECT_CATEGORIES);
		return &project->categories;
	}
}

static const char **text_place(struct facts *facts, const struct edit *edit)
{
	switch (edit->kind) {
	case EDIT_WORKSPACE_NAME:
		return &facts->name;
	case EDIT_USER_NAME:
	case EDIT_USER_LOGIN:
		return user_place(&facts->users[edit->user], edit);
	case EDIT_GROUP_NAME:
		return &facts->groups[edit->group].name;
	case EDIT_ASSET_NAME:
	case EDIT_ASSET_TYPE:
	case EDIT_ASSET_CONFIG:
	case EDIT_ASSET_DESCRIPTION:
	case EDIT_ASSET_STATUS:
		return asset_place(&facts->assets[edit->asset], edit);
	default:
		return project_place(&facts->projects[edit->project], edit);
	}
}

void edit_text_set(struct facts *facts, struct edit *edit)
{
	const char **place = text_place(facts, edit);

	edit->old_text = *place;
	*place = edit->text ? arena_strdup(&facts->text, edit->text) : NULL;
}

void edit_text_unset(struct facts *facts, const struct edit *edit)
{
	*text_place(facts, edit) = edit->old_text;
}

static bool same_text(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

bool edit_text_changes(const struct facts *facts, const struct edit *edit)
{
	struct fact_user user;
	struct fact_asset asset;
	struct fact_project project;

	switch (edit->kind) {
	case EDIT_WORKSPACE_NAME:
		return !same_text(facts->name, edit->text);
	case EDIT_GROUP_NAME:
		return !same_text(facts->groups[edit->group].name, edit->text);
	case EDIT_USER_NAME:
	case EDIT_USER_LOGIN:
		user = facts->users[edit->user];
		return !same_text(*user_place(&user, edit), edit->text);
	case EDIT_ASSET_NAME:
	case EDIT_ASSET_TYPE:
	case EDIT_ASSET_CONFIG:
	case EDIT_ASSET_DESCRIPTION:
	case EDIT_ASSET_STATUS:
		asset = facts->assets[edit->asset];
		return !same_text(*asset_place(&asset, edit), edit->text);
	default:
		project = facts->projects[edit->project];
		return !same_text(*project_place(&project, edit), edit->text);
	}
}
