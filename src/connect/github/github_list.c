/* github_list.c: the repositories of the account, from where this credential sees them
 * (github.h). */
#include <stdio.h>
#include <string.h>

#include "connect/github/github.h"

enum { PATH_MOST = 128 };

struct visit {
	struct github *github;
	github_take *take;
	void *ctx;
	bool enough;
};

static bool is_of_account(const struct github *github, const json_t *repository)
{
	const json_t *owner = json_object_get(repository, "owner");
	const char *id = *github->account_id ? github->account_id : github->known_id;
	char his[GITHUB_ID];

	(void)api_id(owner, "id", his);
	return *id && *his ? strcmp(id, his) == 0 :
		github_is(api_text(owner, "login", API_END), github->account);
}

static bool page(void *ctx, const json_t *body, const char **next, struct net_fault *fault)
{
	struct visit *visit = ctx;
	const json_t *list = json_is_array(body) ? body :
		json_object_get(body, "repositories"), *one;
	size_t i;

	(void)next;
	if (!json_is_array(list))
		return api_wrong(fault, "not-this-api", "no list of repositories came");
	for (i = 0; i < json_array_size(list) && !visit->enough; i++) {
		one = json_array_get(list, i);
		if (is_of_account(visit->github, one))
			visit->enough = !visit->take(visit->ctx, one);
	}
	return !visit->enough;
}

bool github_each(struct github *github, github_take *take, void *ctx,
		 struct net_fault *fault)
{
	struct visit visit = { .github = github, .take = take, .ctx = ctx };
	char path[PATH_MOST];

	if (github->installed)
		snprintf(path, sizeof(path), "/installation/repositories?per_page=100");
	else if (github->of_user_app && *github->installation)
		snprintf(path, sizeof(path), "/user/installations/%s/repositories?per_page=100",
			 github->installation);
	else
		snprintf(path, sizeof(path), "/user/repos?affiliation=owner,collaborator,"
			 "organization_member&per_page=100");
	return api_pages(&github->api, path, page, &visit, fault);
}
