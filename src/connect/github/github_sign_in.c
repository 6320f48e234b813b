/* github_sign_in.c: a device code (github.h, device_flow.h). */
#include <stdio.h>
#include <string.h>

#include "connect/device_flow.h"
#include "connect/github/github.h"
#include "connect/letter.h"
#include "connect/report.h"

static bool as_whom(struct github *github, const struct device_grant *grant,
		    struct net_fault *fault)
{
	const char *token = buf_text(&grant->token);
	struct api_answer answer;
	char more[GITHUB_TEXT];
	bool good;

	buf_reset(&github->token);
	buf_adds(&github->token, token);
	api_bearer(&github->api, token);
	github->of_user_app = strncmp(token, "ghu_", 4) == 0;
	github->auth = "device";
	good = api_get(&github->api, "/user", &answer, fault);
	if (good) {
		snprintf(github->login, sizeof(github->login), "%s",
			 api_text(answer.body, "login", API_END));
		(void)api_id(answer.body, "id", github->id);
		report_identity(github->login);
		good = github_scopes(&answer, token, more, fault);
	}
	api_release(&answer);
	return good;
}

bool github_sign_in(bool enterprise, struct net_fault *fault)
{
	static const char *const plan[] = { "connect", "code", "wait", "account" };
	struct device_flow flow = { .codes = "/login/device/code",
		.tokens = "/login/oauth/access_token", .scope = "repo read:org",
		.otherwise = "On the page of the app its owner ticks Enable Device Flow, and "
			"its Client ID stands there: enter that. Or sign in with a token." };
	struct device_grant grant = { .expires_in = -1 };
	struct github github;
	bool good;

	report_plan(plan, COUNT_OF(plan));
	flow.client_id = letter_field("client_id");
	/* An app has permissions of its own, and its ids begin so. */
	if (strncmp(flow.client_id, "Iv", 2) == 0)
		flow.scope = "";
	good = github_open(&github, enterprise, fault) && github_connect(&github, fault) &&
		device_sign_in(&github.web, &flow, &grant, fault);
	if (good) {
		report_begin("account");
		good = as_whom(&github, &grant, fault) && github_account(&github, fault);
	}
	device_grant_release(&grant);
	github_close(&github);
	return good;
}
