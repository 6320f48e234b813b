/* gitlab.c: GitLab, gitlab.com only (A21): its jobs. */
#include "connect/gitlab/gitlab.h"

#include <stdio.h>
#include <string.h>

#include "connect/connector.h"
#include "connect/device_flow.h"
#include "connect/letter.h"
#include "connect/report.h"

enum { TOKEN_MOST = 8192 };

static bool open_it(struct gitlab *gitlab, struct net_fault *fault)
{
	static const char usual[] = "https://gitlab.com";

	memset(gitlab, 0, sizeof(*gitlab));
	buf_init(&gitlab->token, TOKEN_MOST);
	gitlab->device = strcmp(letter_field("auth"), "device") == 0;
	gitlab->group = letter_field("group");
	gitlab->known_id = letter_field("account_id");
	if (!api_open(&gitlab->api, usual, fault) || !api_open(&gitlab->web, usual, fault))
		return false;
	gitlab->api.explain = gitlab->web.explain = gitlab_explain;
	snprintf(gitlab->api.base, sizeof(gitlab->api.base), "/api/v4");
	return *gitlab->group ? true :
		api_wrong(fault, "config", "the GitLab account is wanted: whose repositories "
			  "are meant");
}

static void close_it(struct gitlab *gitlab)
{
	api_close(&gitlab->api);
	api_close(&gitlab->web);
	buf_wipe(&gitlab->token);
}

/* `connect`: what answers JSON there, though it be a refusal, is an API. */
static bool connect_to(struct gitlab *gitlab, struct net_fault *fault)
{
	char text[GITLAB_TEXT];
	struct api_answer answer;
	bool good;

	report_begin("connect");
	good = api_hello(&gitlab->api, "/version", &answer, fault);
	if (good && !answer.body && answer.http.status != 429) {
		good = api_wrong(fault, "not-this-api", "it does not answer as GitLab's API");
		fault->http = answer.http.status;
	}
	api_release(&answer);
	if (!good)
		return false;
	snprintf(text, sizeof(text), "%s%s", http_peer(gitlab->api.http),
		 *letter_field("endpoint") ? ", a test endpoint" : "");
	report_ok(text);
	return true;
}

/* Which one answers: told to who is signed in alone, and of no consequence. */
static void say_version(struct gitlab *gitlab)
{
	struct net_fault ignored = { .reason = NULL };
	char text[GITLAB_TEXT];
	struct api_answer answer;

	if (api_get(&gitlab->api, "/version", &answer, &ignored) &&
	    *api_text(answer.body, "version", API_END)) {
		snprintf(text, sizeof(text), "GitLab %.60s", api_text(answer.body, "version",
								      API_END));
		report_server(text);
	}
	api_release(&answer);
}

static bool verify(struct net_fault *fault)
{
	static const char *const plan[] = { "connect", "auth", "account", "repositories" };
	struct gitlab gitlab;
	bool good;

	report_plan(plan, COUNT_OF(plan));
	good = open_it(&gitlab, fault) && connect_to(&gitlab, fault) &&
		gitlab_auth(&gitlab, false, fault);
	if (good)
		say_version(&gitlab);
	good = good && gitlab_account(&gitlab, fault) && gitlab_count(&gitlab, fault);
	close_it(&gitlab);
	return good;
}

/* One that cannot do it yet (before 17.2) does not know the address. */
static void explain_old(struct net_fault *fault)
{
	if (fault->http != 404)
		return;
	(void)api_wrong(fault, "not-found", "this GitLab has no sign-in by code; it came with "
			"17.2");
	snprintf(fault->fix, sizeof(fault->fix), "Sign in with a token instead. %s",
		 gitlab_new_token);
}

static bool as_whom(struct gitlab *gitlab, const struct device_grant *grant,
		    struct net_fault *fault)
{
	struct net_fault soon = { .reason = NULL };

	report_begin("account");
	gitlab->device = true;
	gitlab_use(gitlab, buf_text(&grant->token));
	return gitlab_token(gitlab, &soon, fault) && gitlab_who(gitlab, fault) &&
		gitlab_account(gitlab, fault);
}

static bool sign_in(struct net_fault *fault)
{
	static const char *const plan[] = { "connect", "code", "wait", "account" };
	struct device_flow flow = { .codes = "/oauth/authorize_device",
		.tokens = "/oauth/token", .scope = "read_api read_repository",
		.otherwise = "An owner of the group makes an application (Settings > "
			"Applications, not confidential, scopes read_api and "
			"read_repository), and its Application ID is the client ID. Or sign in "
			"with a token." };
	struct device_grant grant = { .expires_in = -1 };
	struct gitlab gitlab;
	bool good;

	report_plan(plan, COUNT_OF(plan));
	flow.client_id = letter_field("client_id");
	good = open_it(&gitlab, fault) && connect_to(&gitlab, fault);
	if (good && !device_sign_in(&gitlab.web, &flow, &grant, fault)) {
		explain_old(fault);
		good = false;
	}
	good = good && as_whom(&gitlab, &grant, fault);
	device_grant_release(&grant);
	close_it(&gitlab);
	return good;
}

typedef bool rest(struct gitlab *gitlab, struct net_fault *fault);

static bool enter_and(rest *then, struct net_fault *fault)
{
	struct gitlab gitlab;
	bool good = open_it(&gitlab, fault) && connect_to(&gitlab, fault) &&
		gitlab_auth(&gitlab, true, fault) && then(&gitlab, fault);

	close_it(&gitlab);
	return good;
}

static bool list(rest *then, struct net_fault *fault)
{
	static const char *const plan[] = { "connect", "auth", "list" };

	report_plan(plan, COUNT_OF(plan));
	return enter_and(then, fault);
}

static bool repos(struct net_fault *fault)
{
	return list(gitlab_list, fault);
}

static bool refs(struct net_fault *fault)
{
	return list(gitlab_list_refs, fault);
}

static bool resolve(struct net_fault *fault)
{
	static const char *const plan[] = { "connect", "auth", "repository", "ref", "git" };

	report_plan(plan, COUNT_OF(plan));
	return enter_and(gitlab_package, fault);
}

const struct connector connector_gitlab = {
	.type = "gitlab", .verify = verify, .sign_in = sign_in, .repos = repos, .refs = refs,
	.resolve = resolve,
};
