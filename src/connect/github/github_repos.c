/* github_repos.c: the step and the job of the account's repositories (github.h). */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "connect/github/github.h"
#include "connect/letter.h"
#include "connect/report.h"

enum { MANY = 500 };

/* ---- the step --------------------------------------------------------------------------- */

/* A check is no list: it is through where there are many. */
static bool count(void *ctx, const json_t *repository)
{
	(void)repository;
	return ++*(size_t *)ctx < MANY;
}

bool github_count(struct github *github, struct net_fault *fault)
{
	struct net_fault warn = { .reason = NULL };
	char text[GITHUB_TEXT];
	size_t n = 0;

	report_begin("repositories");
	if (!github->token.len) {
		snprintf(warn.detail, sizeof(warn.detail), "not looked at: nobody has authorized "
			 "the app yet");
		snprintf(warn.fix, sizeof(warn.fix), "Authorize it: sign in with a code. The "
			 "app's owner ticks Enable Device Flow on its page first.");
		report_fault("warn", &warn);
		return true;
	}
	if (!github_each(github, count, &n, fault))
		return false;
	if (n) {
		snprintf(text, sizeof(text), "%zu %s%s", n, n == MANY ? "or more " : "",
			 n == 1 ? "repository" : "repositories");
		report_ok(text);
		return true;
	}
	snprintf(warn.detail, sizeof(warn.detail), "no repository of %.60s can be seen",
		 github->account);
	snprintf(warn.fix, sizeof(warn.fix), "An administrator of the repositories gives "
		 "access: to %.60s as a reader, or to the app under its installation on "
		 "%.60s.", *github->login ? github->login : "who signs in", github->account);
	report_fault("warn", &warn);
	return true;
}

/* ---- the job ----------------------------------------------------------------------------- */

struct listing { const char *filter; size_t n; };

static bool list_one(void *ctx, const json_t *repository)
{
	struct listing *listing = ctx;
	const char *name = api_text(repository, "full_name", API_END), *branch;
	char id[GITHUB_ID];

	if (!*name || !strcasestr(name, listing->filter))
		return true;
	branch = api_text(repository, "default_branch", API_END);
	report_row("id", api_id(repository, "id", id), "name", name, "default_branch",
		   *branch ? branch : NULL, "private",
		   json_is_true(json_object_get(repository, "private")) ? REPORT_TRUE :
		   REPORT_FALSE, REPORT_END);
	listing->n++;
	return true;
}

static bool list(struct github *github, struct net_fault *fault)
{
	struct listing listing = { .filter = letter_ask("filter") };
	char text[GITHUB_TEXT];

	report_begin("list");
	if (!github_each(github, list_one, &listing, fault))
		return false;
	snprintf(text, sizeof(text), "%zu of %.60s", listing.n, github->account);
	report_ok(text);
	return true;
}

bool github_repos(bool enterprise, struct net_fault *fault)
{
	static const char *const plan[] = { "connect", "auth", "list" };
	struct github github;
	bool good;

	report_plan(plan, COUNT_OF(plan));
	good = github_open(&github, enterprise, fault) && github_connect(&github, fault) &&
		github_enter(&github, fault) && list(&github, fault);
	github_close(&github);
	return good;
}
