/* github_install.c: the installations of an app: one for each account that let it in; the
 * one of the account that is meant is chosen (github.h). */
#include <stdio.h>
#include <string.h>

#include "connect/github/github.h"

enum { NAMES_MOST = 200, PATH_MOST = 128 };

struct search {
	struct github *github;
	json_t *found;			/* owned */
	char names[NAMES_MOST];		/* of all: "acme, umbrella" */
	size_t n;
};

/* By number, which stays when an account is renamed; by name where it is not known. */
static bool is_meant(const struct github *github, const json_t *account)
{
	char id[GITHUB_ID];

	(void)api_id(account, "id", id);
	return *github->known_id && *id && strcmp(github->known_id, id) == 0;
}

static void look_at(struct search *search, json_t *one)
{
	const json_t *account = json_object_get(one, "account");
	const char *login = api_text(account, "login", API_END);
	bool named = github_is(login, search->github->account);
	size_t used = strlen(search->names);

	if (*login && used + 3 < NAMES_MOST)
		snprintf(search->names + used, NAMES_MOST - used, "%s%s", used ? ", " : "",
			 login);
	search->n++;
	if ((named && !search->found) || is_meant(search->github, account)) {
		json_decref(search->found);
		search->found = json_incref(one);
	}
}

static bool page(void *ctx, const json_t *body, const char **next, struct net_fault *fault)
{
	const json_t *list = json_is_array(body) ? body :
		json_object_get(body, "installations");
	size_t i;

	(void)next;
	if (!json_is_array(list))
		return api_wrong(fault, "not-this-api", "no list of installations came");
	for (i = 0; i < json_array_size(list); i++)
		look_at(ctx, json_array_get(list, i));
	return true;
}

static bool none(const struct search *search, struct net_fault *fault)
{
	const char *account = search->github->account;

	snprintf(fault->fix, sizeof(fault->fix), "An owner of %.60s installs the app there, on "
		 "the repositories that become packages%s.", account, search->n ?
		 "; or choose one of the accounts that have it" : "");
	return api_wrong(fault, "not-found", search->n ? "the app is not installed on %.60s, "
			 "but on %.120s" : "the app is not installed on %.60s%.0s", account,
			 search->names);
}

/* Is the one that was found let in, and may it read? */
static bool is_good(const struct search *search, struct net_fault *fault)
{
	const json_t *permissions = json_object_get(search->found, "permissions");
	const char *contents = api_text(permissions, "contents", API_END);
	const char *account = search->github->account;
	const char *when = api_text(search->found, "suspended_at", API_END);

	if (*when) {
		snprintf(fault->fix, sizeof(fault->fix), "An owner of %.60s lets the app in "
			 "again: Settings > GitHub Apps > Configure > Unsuspend.", account);
		return api_wrong(fault, "suspended", "%.60s has suspended the app, on %.20s",
				 account, when);
	}
	if (!json_is_object(permissions) || *contents)
		return true;
	snprintf(fault->fix, sizeof(fault->fix), "The app's owner adds the permission Contents: "
		 "read-only on its page; then an owner of %.60s approves it.", account);
	return api_wrong(fault, "scope-missing", "the app lacks the permission contents=read");
}

static bool find(struct github *github, const char *path, struct net_fault *fault)
{
	struct search search = { .github = github };
	bool good = api_pages(&github->api, path, page, &search, fault);

	good = good && (search.found || none(&search, fault)) && is_good(&search, fault) &&
		github_take_account(github, json_object_get(search.found, "account"), fault);
	if (good)
		(void)api_id(search.found, "id", github->installation);
	if (good && !*github->installation)
		good = api_wrong(fault, "not-this-api", "the installation has no number");
	json_decref(search.found);
	return good;
}

static bool take_token(struct github *github, struct net_fault *fault)
{
	char path[PATH_MOST];
	const struct api_ask ask = { .path = path, .body = "{}",
				     .body_type = "application/json" };
	struct api_answer answer;
	const char *token;
	bool good;

	snprintf(path, sizeof(path), "/app/installations/%s/access_tokens",
		 github->installation);
	good = api_ask(&github->api, &ask, &answer, fault);
	token = api_text(answer.body, "token", API_END);
	if (good && !*token)
		good = api_wrong(fault, "not-this-api", "no token came for the installation");
	if (good) {
		buf_reset(&github->token);
		buf_adds(&github->token, token);
		api_bearer(&github->api, token);
		github->installed = true;
	}
	api_release(&answer);
	return good;
}

bool github_install(struct github *github, struct net_fault *fault)
{
	return find(github, "/app/installations?per_page=100", fault) &&
		take_token(github, fault);
}

bool github_user_install(struct github *github, struct net_fault *fault)
{
	return find(github, "/user/installations?per_page=100", fault);
}
