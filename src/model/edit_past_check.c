/* edit_past_check.c: is an edit that was read back whole?  What was damaged, or is of
 * another version, is never turned. */
#include <string.h>

#include "base/attr.h"
#include "model/edit_past_priv.h"

static bool is_setting(const char *name)
{
	static const char *const names[] = { "share_to_web", "api_access",
		"show_secret_values", "token_max_days" };

	for (size_t i = 0; name && i < COUNT_OF(names); i++)
		if (strcmp(name, names[i]) == 0)
			return true;
	return false;
}

/* The things that an edit of this kind speaks of are named. */
static bool names_all(const struct past_edit *one)
{
	switch (one->kind) {
	case EDIT_WORKSPACE_NAME:
	case EDIT_PLAN:
	case EDIT_DEFAULT_ASSET:
		return true;
	case EDIT_SETTING:
		return is_setting(one->setting);
	case EDIT_MEMBER:
		return one->group && one->user;
	case EDIT_ASSET_GROUP:
		return one->asset && one->group;
	case EDIT_GRANT_USER:
		return one->project && one->user;
	case EDIT_GRANT_GROUP:
		return one->project && one->group;
	case EDIT_IMPORT:
		return one->project && one->asset;
	default:
		break;
	}
	if (one->kind >= EDIT_OWN_ADD)
		return one->project && one->own;
	if (one->kind >= EDIT_PROJECT_ADD)
		return one->project != NULL;
	if (one->kind >= EDIT_ASSET_ADD)
		return one->asset != NULL;
	return one->kind >= EDIT_GROUP_ADD ? one->group != NULL :
		one->user != NULL;
}

/* Texts that may not be missing are there. */
static bool says_all(const struct past_edit *one)
{
	switch (one->kind) {
	case EDIT_WORKSPACE_NAME: case EDIT_USER_NAME: case EDIT_GROUP_NAME:
	case EDIT_ASSET_NAME: case EDIT_ASSET_TYPE: case EDIT_ASSET_CONFIG:
	case EDIT_ASSET_DESCRIPTION: case EDIT_ASSET_STATUS:
	case EDIT_PROJECT_TITLE: case EDIT_PROJECT_DESCRIPTION:
	case EDIT_PROJECT_STATUS: case EDIT_PROJECT_CATEGORIES:
	case EDIT_PROJECT_OWNER:
		return one->before_text && one->after_text;
	default:
		return true;
	}
}

/* D24 */
static bool is_public_good(const struct past_edit *one)
{
	if (one->kind == EDIT_PROJECT_PUBLIC)
		return one->before <= LEVEL_CAN_VIEW &&
			one->after <= LEVEL_CAN_VIEW;
	return one->thing.public_web <= LEVEL_CAN_VIEW;
}

bool past_is_whole(const struct past_edit *one)
{
	return names_all(one) && says_all(one) && is_public_good(one);
}
