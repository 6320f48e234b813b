/* github_open.c: where it is, and who answers there (github.h). */
#include "connect/github/github.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "connect/letter.h"
#include "connect/report.h"

enum { TOKEN_MOST = 8192 };

/* The version of the API is told from 3.9 on; older servers do not know it. */
static const char *const dated[] = { "X-GitHub-Api-Version: 2022-11-28", NULL };

bool github_is(const char *one, const char *other)
{
	return *one && strcasecmp(one, other) == 0;
}

bool github_open(struct github *github, bool enterprise, struct net_fault *fault)
{
	const char *url = letter_field("url");
	bool good;

	memset(github, 0, sizeof(*github));
	buf_init(&github->token, TOKEN_MOST);
	github->enterprise = enterprise;
	github->auth = letter_field("auth");
	if (!*github->auth)
		github->auth = enterprise ? "client" : letter_secret("private_key") ? "app" :
			"token";
	github->account = letter_field(enterprise ? "organization" : "account");
	github->known_id = letter_field("account_id");
	good = api_open(&github->api, enterprise ? url : "https://api.github.com", fault) &&
		api_open(&github->web, enterprise ? url : "https://github.com", fault);
	github->api.explain = github->web.explain = github_explain;
	github->api.accept = "application/vnd.github+json";
	if (enterprise)
		snprintf(github->api.base, sizeof(github->api.base), "/api/v3");
	else
		github->api.headers = dated;
	if (!good || *github->account)
		return good;
	return api_wrong(fault, "config", "%s is wanted: whose repositories are meant",
			 enterprise ? "the organization" : "the account");
}

void github_close(struct github *github)
{
	api_close(&github->api);
	api_close(&github->web);
	buf_wipe(&github->token);
}

/* "3.14.2", of a header or of the answer to /meta. */
static void take_version(struct github *github, const struct api_answer *answer)
{
	const char *version = http_header(&answer->http, "x-github-enterprise-version");
	char text[GITHUB_TEXT];
	int major = 0, minor = 0;
	char *end;

	if (!version || !*version)
		version = api_text(answer->body, "installed_version", API_END);
	if (!*version)
		return;
	snprintf(github->version, sizeof(github->version), "%s", version);
	snprintf(text, sizeof(text), "GitHub Enterprise Server %s", github->version);
	report_server(text);
	major = (int)strtol(version, &end, 10);
	if (*end == '.')
		minor = (int)strtol(end + 1, NULL, 10);
	if (major > 3 || (major == 3 && minor >= 9))
		github->api.headers = dated;
}

static void say_connected(const struct github *github)
{
	char text[GITHUB_TEXT];

	snprintf(text, sizeof(text), "%s%s", http_peer(github->api.http),
		 *letter_field("endpoint") ? ", a test endpoint" : "");
	report_ok(text);
}

bool github_connect(struct github *github, struct net_fault *fault)
{
	struct api_answer answer;
	bool good;

	report_begin("connect");
	/* Neither is counted, nor wants a credential. */
	good = api_hello(&github->api, github->enterprise ? "/meta" : "/rate_limit", &answer,
			 fault);
	if (good && github->enterprise)
		take_version(github, &answer);
	/* Of a server in private mode nothing but 401 is heard. */
	if (good && github->enterprise && !*github->version && answer.http.status != 401 &&
	    answer.http.status != 403 && answer.http.status != 429) {
		good = api_wrong(fault, "not-this-api", "it does not say that it is GitHub "
				 "Enterprise Server");
		fault->http = answer.http.status;
	}
	api_release(&answer);
	if (good)
		say_connected(github);
	return good;
}

bool github_take_account(struct github *github, const json_t *account,
			 struct net_fault *fault)
{
	const char *login = api_text(account, "login", API_END);

	(void)api_id(account, "id", github->account_id);
	snprintf(github->account_login, sizeof(github->account_login), "%s", login);
	if (!*github->account_id || !*login)
		return api_wrong(fault, "not-this-api", "the account has no number");
	if (!*github->known_id || strcmp(github->known_id, github->account_id) == 0)
		return true;
	snprintf(fault->fix, sizeof(fault->fix), "Whoever has the name %.60s now is somebody "
		 "else. If that is meant, disconnect the provider and connect it anew.",
		 login);
	return api_wrong(fault, "wrong-account", "%.60s is number %s now, and was %.20s", login,
			 github->account_id, github->known_id);
}
