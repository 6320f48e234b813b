/* roles.c: see roles.h. */
#include "screen/dialog/roles.h"

#include "action/judge/people.h"

const char roles_help[] =
	"Admin: manages the workspace and uses all assets, whoever they are "
	"shared with. Manager: as an Editor. Editor: may hold whatever is "
	"granted, and uses the assets shared with them. Explorer and Viewer: at "
	"most Can View, whatever is granted. Guest: may hold what is granted "
	"directly or through a group; what the workspace shares does not reach "
	"Guests.";

static const enum role order[] = {
	ROLE_GUEST, ROLE_VIEWER, ROLE_EXPLORER, ROLE_EDITOR, ROLE_MANAGER,
	ROLE_ADMIN
};

static int offer(struct roles *roles, enum role role)
{
	roles->labels[roles->n] = role_label(role);
	roles->means[roles->n] = role_meaning(role);
	roles->role[roles->n] = role;
	roles->shut[roles->n] = NULL;
	return roles->n++;
}

void roles_offer(struct roles *roles, const struct seen *seen)
{
	size_t i;

	roles->n = 0;
	for (i = 0; i < COUNT_OF(order); i++)
		if (people_has_role(seen, order[i]))
			roles->shut[offer(roles, order[i])] =
				people_role_gate(seen, order[i]);
}

int roles_place(struct roles *roles, enum role role)
{
	int i;

	for (i = 0; i < roles->n; i++)
		if (roles->role[i] == role)
			return i;
	return offer(roles, role);
}

const char *role_meaning(enum role role)
{
	switch (role) {
	case ROLE_ADMIN:
		return "manages the workspace, uses all assets";
	case ROLE_MANAGER:
		return "as an Editor";
	case ROLE_EDITOR:
		return "may hold whatever is granted";
	case ROLE_EXPLORER:
	case ROLE_VIEWER:
		return "at most Can View, whatever is granted";
	case ROLE_GUEST:
		return "not reached by what the workspace shares";
	default:
		return "";
	}
}

const char *level_meaning(enum level level)
{
	switch (level) {
	case LEVEL_APP_ONLY:
		return "opens the published app";
	case LEVEL_CAN_VIEW:
		return "sees app and Logic, comments";
	case LEVEL_CAN_EDIT:
		return "edits, runs, publishes, imports assets, shares";
	case LEVEL_FULL_ACCESS:
		return "all that, renames, deletes, says who may share";
	default:
		return "";
	}
}

const char *plan_meaning(enum plan plan)
{
	switch (plan) {
	case PLAN_COMMUNITY:
		return "5 projects, nothing shared by the workspace";
	case PLAN_PROFESSIONAL:
		return "and shared connections, secrets, files";
	case PLAN_TEAM:
		return "and Git packages, API tokens, Explorers";
	case PLAN_ENTERPRISE:
		return "and GitHub Enterprise Server, OAuth";
	default:
		return "";
	}
}
