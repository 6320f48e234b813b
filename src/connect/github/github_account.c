/* github_account.c: the step `account`: the one that is meant, by its number, which stays
 * when it is renamed (A24, CONNECTORS 1.1). */
#include <stdio.h>
#include <string.h>

#include "connect/github/github.h"
#include "connect/report.h"

enum { PATH_MOST = 512 };

/* What a path says of an account.  False: *fault; not-found says that nothing did. */
static bool ask(struct github *github, const char *before, const char *name,
		struct net_fault *fault)
{
	struct api_answer answer;
	struct buf path;
	bool good;

	buf_init(&path, PATH_MOST);
	buf_adds(&path, before);
	api_escape_path(&path, name, true);
	good = api_get(&github->api, buf_text(&path), &answer, fault) &&
		github_take_account(github, answer.body, fault);
	api_release(&answer);
	buf_release(&path);
	return good;
}

static bool take_owner(void *ctx, const json_t *repository)
{
	struct github *github = ctx;
	const json_t *owner = json_object_get(repository, "owner");
	struct net_fault ignored;

	if (github_is(api_text(owner, "login", API_END), github->account))
		return !github_take_account(github, owner, &ignored);
	return true;
}

/* By name as an organization, as a person; by the number it had; by what it owns. */
static bool look_up(struct github *github, struct net_fault *fault)
{
	static const char *const paths[] = { "/orgs/", "/users/" };
	struct net_fault first = { .reason = NULL }, last;
	size_t i;

	for (i = 0; i < COUNT_OF(paths); i++) {
		if (ask(github, paths[i], github->account, fault))
			return true;
		if (!first.reason)
			first = *fault;
		if (strcmp(fault->reason, "not-found") != 0)
			return false;
	}
	if (*github->known_id && ask(github, "/user/", github->known_id, fault))
		return true;
	if (*github->known_id && strcmp(fault->reason, "not-found") != 0)
		return false;
	if (github->api.authorization.len && github_each(github, take_owner, github, &last) &&
	    *github->account_id)
		return true;
	*fault = first;
	snprintf(fault->detail, sizeof(fault->detail), "nobody and no organization is called "
		 "%.60s there", github->account);
	return false;
}

static void say(const struct github *github)
{
	struct net_fault warn = { .reason = NULL };
	char text[GITHUB_TEXT];

	report_fact("account_id", github->account_id);
	report_fact("account_login", github->account_login);
	snprintf(text, sizeof(text), "%s, number %s", github->account_login,
		 github->account_id);
	if (github_is(github->account_login, github->account)) {
		report_ok(text);
		return;
	}
	snprintf(warn.detail, sizeof(warn.detail), "%.60s was renamed: it is %.60s now, and the "
		 "same account", github->account, github->account_login);
	snprintf(warn.fix, sizeof(warn.fix), "It works. Enter the new name, and see the packages: "
		 "their repositories may have the old one.");
	report_fault("warn", &warn);
}

/* Of an app's user: where nothing is said of installations, it is a token of an older
 * kind after all. */
static bool by_user_app(struct github *github, bool *found, struct net_fault *fault)
{
	*found = github_user_install(github, fault);
	if (*found || (fault->http != 403 && fault->http != 404) ||
	    strcmp(fault->reason, "rate-limited") == 0)
		return *found;
	github->of_user_app = false;
	return true;
}

/* Without anybody signed in: what is open to all, or nothing. */
static bool by_nobody(struct github *github, struct net_fault *fault)
{
	struct net_fault warn = { .reason = NULL };

	if (look_up(github, fault)) {
		say(github);
		return true;
	}
	if (fault->http != 401 && fault->http != 403)
		return false;
	warn.http = fault->http;
	snprintf(warn.detail, sizeof(warn.detail), "not looked at: the server tells nothing "
		 "without a sign-in");
	snprintf(warn.fix, sizeof(warn.fix), "Authorize the app: sign in with a code.");
	report_fault("warn", &warn);
	return true;
}

bool github_account(struct github *github, struct net_fault *fault)
{
	bool found = false;

	if (!github->token.len && strcmp(github->auth, "client") == 0)
		return by_nobody(github, fault);
	if (strcmp(github->auth, "app") == 0) {
		if (!github_install(github, fault))
			return false;
		found = true;
	} else if (github->of_user_app && !by_user_app(github, &found, fault)) {
		return false;
	}
	if (!found && github_is(github->login, github->account) && *github->id) {
		snprintf(github->account_id, sizeof(github->account_id), "%s", github->id);
		snprintf(github->account_login, sizeof(github->account_login), "%s",
			 github->login);
		found = !*github->known_id || strcmp(github->known_id, github->id) == 0;
	}
	if (!found && !look_up(github, fault))
		return false;
	say(github);
	return true;
}
