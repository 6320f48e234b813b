/* canary_oracle.c: what one may see, judged from the pages alone (DOMAIN 4.1, 6,
 * D1, INTERFACES 2 and 3). */
#include "tests/canary/canary.h"

static enum level best(enum level a, enum level b)
{
	return a > b ? a : b;
}

enum level oracle_granted(const struct world *w, int user, int project)
{
	const struct w_project *p = &w->projects[project];
	const struct w_user *u = &w->users[user];
	enum level level = LEVEL_NONE;
	int i;

	if (w->web && p->state != 2)
		level = p->web;
	if (!u->active)
		return level;
	if (p->owner == user)
		return LEVEL_FULL_ACCESS;
	level = best(level, p->users[user]);
	for (i = 0; i < w->n_groups; i++)
		if (w->groups[i].members[user])
			level = best(level, p->groups[i]);
	return u->role == ROLE_GUEST ? level : best(level, p->workspace);
}

bool oracle_access(const struct world *w, int user, int asset)
{
	const struct w_asset *a = &w->assets[asset];
	const struct w_user *u = &w->users[user];
	int i;

	if (a->open || (u->active && u->role == ROLE_ADMIN))
		return true;
	if (u->active && u->role != ROLE_GUEST && a->workspace)
		return true;
	if (u->role == ROLE_GUEST && a->guests)
		return true;
	for (i = 0; i < w->n_groups; i++)
		if (a->groups[i] && w->groups[i].members[user])
			return true;
	return false;
}

/* Held by this asset in this project, or would be by others as well. */
static bool holds(const struct world *w, int user, int project, int asset)
{
	const struct w_user *u = &w->users[user];

	return u->active && u->role != ROLE_ADMIN &&
		w->projects[project].imports[asset] &&
		oracle_granted(w, user, project) >= LEVEL_CAN_EDIT &&
		!oracle_access(w, user, asset);
}

/* Before the state of the project counts (DOMAIN 4.1 step 5). */
static enum level managed(const struct world *w, int user, int project)
{
	enum level level = oracle_granted(w, user, project);
	enum role role = w->users[user].role;
	int i;

	if (level <= LEVEL_CAN_VIEW)
		return level;
	if (role == ROLE_VIEWER || role == ROLE_EXPLORER)
		return LEVEL_CAN_VIEW;
	for (i = 0; i < w->n_assets; i++)
		if (holds(w, user, project, i))
			return LEVEL_CAN_VIEW;
	return level;
}

enum level oracle_effective(const struct world *w, int user, int project)
{
	enum level level = managed(w, user, project);

	if (w->projects[project].state != 0 && level > LEVEL_CAN_VIEW)
		return LEVEL_CAN_VIEW;
	return level;
}

static bool is_admin(const struct w_user *user)
{
	return user->active && user->role == ROLE_ADMIN;
}

static bool sees_people(const struct w_user *user)
{
	return user->active && user->role != ROLE_GUEST;
}

/* With access; or its name where it holds oneself. */
static bool sees_asset(const struct world *w, int user, int asset)
{
	int i;

	if (oracle_access(w, user, asset))
		return true;
	for (i = 0; i < w->n_projects; i++)
		if (holds(w, user, i, asset))
			return true;
	return false;
}

static bool sees(const struct world *w, int user, const struct bird *bird,
		 bool log)
{
	const struct w_user *u = &w->users[user];
	bool admin = is_admin(u);

	switch (bird->kind) {
	case BIRD_WORKSPACE:
		return true;
	case BIRD_USER:
		return bird->of == user || sees_people(u);
	case BIRD_GROUP:
		return sees_people(u);
	case BIRD_ASSET:
		return admin || sees_asset(w, user, bird->of);
	case BIRD_FIELD:
	case BIRD_PROVIDER:
		return admin;
	case BIRD_TITLE:
		return admin || oracle_effective(w, user, bird->of) >=
			LEVEL_APP_ONLY;
	case BIRD_ABOUT:
		return admin || oracle_effective(w, user, bird->of) >=
			LEVEL_CAN_VIEW;
	case BIRD_OWN:
	case BIRD_OWN_FIELD:
		return (admin && log) ||
			managed(w, user, bird->of) >= LEVEL_CAN_EDIT;
	case BIRD_GONE:
		return admin || bird->who == user;
	}
	return false;
}

bool oracle_sees(const struct world *w, int user, int bird, bool log)
{
	const struct bird *one = &w->birds[bird];

	return sees(w, user, one, log) ||
		(one->same >= 0 && sees(w, user, &w->birds[one->same], log));
}

const char *role_word(const struct world *w, int user)
{
	static char text[40];

	snprintf(text, sizeof(text), "%s%s", role_code(w->users[user].role),
		 w->users[user].active ? "" : "(off)");
	return text;
}
