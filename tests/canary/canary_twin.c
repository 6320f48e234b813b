/* canary_twin.c: the same workspace but for what one user may not see. */
#include "tests/canary/canary.h"

const char *const twin_words[TWINS] = { "renamed", "one more of it",
	"shared otherwise", "more events" };

/* But for the first Admin's address: "workspace show" says who sits there. */
static void rename_hidden(struct world *w, int user)
{
	int i;

	for (i = 0; i < w->n_birds; i++)
		if (!oracle_sees(w, user, i, false) && i != w->users[0].email)
			bird_rename(w, i);
	/* who had one name still have */
	for (i = 0; i < w->n_birds; i++)
		if (w->birds[i].same >= 0 && !oracle_sees(w, user, i, false))
			memcpy(w->birds[w->birds[i].same].text,
			       w->birds[i].text, sizeof(w->birds[i].text));
}

/* One user, group, asset, project, own thing more, where that is hidden. */
static void one_more(struct world *w, int user)
{
	bool people = w->users[user].active && w->users[user].role != ROLE_GUEST;
	struct w_project *project;
	int i;

	if (!people && w->n_users < USERS) {
		w->users[w->n_users].active = true;
		w->n_users++;
	}
	if (!people && w->n_groups < GROUPS) {
		for (i = 0; i < w->n_users; i++)
			w->groups[w->n_groups].members[i] = i != user && i % 3;
		w->n_groups++;
	}
	for (i = 0; i < w->n_projects; i++) {
		project = &w->projects[i];
		if (project->n_own < OWNS &&
		    oracle_granted(w, user, i) < LEVEL_CAN_EDIT)
			project->n_own++;
	}
	if (w->users[user].active && w->users[user].role == ROLE_ADMIN)
		return;
	memset(w->assets[w->n_assets].groups, 0, sizeof(w->assets[0].groups));
	w->assets[w->n_assets].workspace = w->assets[w->n_assets].guests =
		w->assets[w->n_assets].open = false;
	w->n_assets++;
	project = &w->projects[w->n_projects++];
	project->owner = user == 0 ? 1 : 0;
	memset(project->users, 0, sizeof(project->users));
	memset(project->groups, 0, sizeof(project->groups));
	project->workspace = project->web = LEVEL_NONE;
	project->imports[w->n_assets - 1] = true;
}

/* Where one has no more than App Only (title and state): other grants, another
 * owner, other imports. */
static void share_otherwise(struct world *w, int user)
{
	struct w_project *project;
	int i, k;

	if (w->users[user].active && w->users[user].role == ROLE_ADMIN)
		return;
	for (i = 0; i < w->n_projects; i++) {
		project = &w->projects[i];
		if (oracle_granted(w, user, i) > LEVEL_APP_ONLY)
			continue;
		for (k = 2; k < w->n_users; k++)
			if (k != user && k != project->owner && k != 7 && k != 8)
				project->users[k] = (enum level)
					((project->users[k] + 2) % LEVELS);
		for (k = 1; k < w->n_groups; k++)
			if (!w->groups[k].members[user])
				project->groups[k] = (enum level)
					((project->groups[k] + 1) % LEVELS);
		project->editors = !project->editors;
		/* the others have a past that must stay as it is */
		if (i != 3 && i != 4 && i < 7)
			continue;
		for (k = 0; k < w->n_assets; k++)
			project->imports[k] = !project->imports[k];
		if (project->users[0] == LEVEL_NONE && user != 0)
			project->owner = 0;
	}
}

void twin_make(struct world *twin, const struct world *w, int user,
	       enum twin way)
{
	memcpy(twin, w, sizeof(*twin));
	if (way == TWIN_RENAMED)
		rename_hidden(twin, user);
	else if (way == TWIN_MORE)
		one_more(twin, user);
	else if (way == TWIN_SHARED)
		share_otherwise(twin, user);
}
