/* gitlab_auth.c: the step `auth`: as whom, with which scopes, for how long (gitlab.h). */
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "connect/device_flow.h"
#include "connect/gitlab/gitlab.h"
#include "connect/letter.h"
#include "connect/report.h"

enum { DAY = 24 * 3600, SOON = 14 /* days */, MILLION = 1000000, TOKEN_MOST = 8192 };

void gitlab_use(struct gitlab *gitlab, const char *token)
{
	buf_wipe(&gitlab->token);
	buf_init(&gitlab->token, TOKEN_MOST);
	buf_pad(&gitlab->token, ' ', strlen(token) < TOKEN_MOST ? strlen(token) : 0);
	buf_reset(&gitlab->token);
	buf_adds(&gitlab->token, token);
	api_bearer(&gitlab->api, token);
	api_bearer(&gitlab->web, token);
}

/* ---- scopes ---------------------------------------------------------------------------- */

/* ["read_api","read_repository"], or in one text. */
static void join(const json_t *scopes, char all[GITLAB_TEXT])
{
	size_t i, used = 1;

	snprintf(all, GITLAB_TEXT, " %s", json_is_string(scopes) ?
		 json_string_value(scopes) : "");
	for (i = 0; i < json_array_size(scopes) && used < GITLAB_TEXT - 1; i++) {
		snprintf(all + used, GITLAB_TEXT - used, "%s ",
			 json_string_value(json_array_get(scopes, i)) ?
			 json_string_value(json_array_get(scopes, i)) : "");
		used = strlen(all);
	}
	if (used < GITLAB_TEXT - 1 && all[strlen(all) - 1] != ' ')
		memcpy(all + strlen(all), " ", 2);
}

static bool has(const char *all, const char *scope)
{
	size_t n = strlen(scope);
	const char *at;

	for (at = all; (at = strstr(at, scope)) != NULL; at += n)
		if (at > all && at[-1] == ' ' && at[n] == ' ')
			return true;
	return false;
}

static bool judge_scopes(const char *all, struct net_fault *fault)
{
	bool reads = has(all, "api") || has(all, "read_api");
	bool fetches = has(all, "api") || has(all, "read_repository") ||
		has(all, "write_repository");

	if (reads && fetches)
		return true;
	(void)api_wrong(fault, "scope-missing", "the token lacks %s; it has%.160s",
			reads ? "read_repository" : fetches ? "read_api" :
			"read_api and read_repository", *all && all[1] ? all : " none");
	snprintf(fault->fix, sizeof(fault->fix), "The rights of a token cannot be changed: it "
		 "takes a new one. %s", gitlab_new_token);
	return false;
}

/* ---- its end ------------------------------------------------------------------------------ */

/* expires_at is a day, the token's first without it. */
static void judge_end(const char *day, struct net_fault *soon)
{
	char when[CLOCK_TEXT];
	int64_t at, days;

	if (!*day || !clock_parse(day, &at))
		return;
	clock_rfc3339(at, when);
	report_expires(when);
	days = (at - clock_now()) / MILLION / DAY;
	if (days >= SOON)
		return;
	if (days < 1)
		snprintf(soon->detail, sizeof(soon->detail), "the token ends within a day, on "
			 "%.10s", when);
	else
		snprintf(soon->detail, sizeof(soon->detail), "the token ends in %lld %s, on "
			 "%.10s", (long long)days, days == 1 ? "day" : "days", when);
	snprintf(soon->fix, sizeof(soon->fix), "Have the next one made before %.10s. %s", when,
		 gitlab_new_token);
}

static void judge_more(const char *all, struct net_fault *soon)
{
	if (!*soon->detail && has(all, "api")) {
		snprintf(soon->detail, sizeof(soon->detail), "the token may change all that its "
			 "account may: it has the scope api");
		snprintf(soon->fix, sizeof(soon->fix), "It works. Safer is one that only reads. "
			 "%s", gitlab_new_token);
	}
}

/* ---- the token ------------------------------------------------------------------------------ */

static bool ask_token(struct gitlab *gitlab, struct api_answer *answer,
		      struct net_fault *fault)
{
	if (gitlab->device)
		return api_get(&gitlab->web, "/oauth/token/info", answer, fault);
	if (api_get(&gitlab->api, "/personal_access_tokens/self", answer, fault))
		return true;
	/* Of another kind than those that people make. */
	if (fault->http != 400 && fault->http != 404)
		return false;
	api_release(answer);
	return api_get(&gitlab->web, "/oauth/token/info", answer, fault);
}

bool gitlab_token(struct gitlab *gitlab, struct net_fault *soon, struct net_fault *fault)
{
	struct api_answer answer;
	char all[GITLAB_TEXT];
	const json_t *scopes;
	bool good = ask_token(gitlab, &answer, fault);

	if (good) {
		scopes = json_object_get(answer.body, "scopes");
		if (!scopes)
			scopes = json_object_get(answer.body, "scope");
		join(scopes, all);
		good = scopes ? judge_scopes(all, fault) :
			api_wrong(fault, "not-this-api", "the answer names no scopes");
	}
	if (good) {
		judge_end(api_text(answer.body, "expires_at", API_END), soon);
		judge_more(all, soon);
	}
	api_release(&answer);
	return good;
}

bool gitlab_who(struct gitlab *gitlab, struct net_fault *fault)
{
	struct api_answer answer;
	const char *state;
	bool good = api_get(&gitlab->api, "/user", &answer, fault);

	if (good) {
		snprintf(gitlab->login, sizeof(gitlab->login), "%s",
			 api_text(answer.body, "username", API_END));
		(void)api_id(answer.body, "id", gitlab->id);
		state = api_text(answer.body, "state", API_END);
		if (!*gitlab->login || !*gitlab->id)
			good = api_wrong(fault, "not-this-api", "the answer names nobody");
		else if (*state && strcmp(state, "active") != 0)
			good = api_wrong(fault, "suspended", "the account %.80s is %.40s",
					 gitlab->login, state);
		else
			report_identity(gitlab->login);
	}
	api_release(&answer);
	return good;
}

/* Tokens of a code hold for two hours.  The next is said before it is used, because the
 * one before holds no more (CONNECTORS 1.3). */
static bool renew(struct gitlab *gitlab, struct net_fault *fault)
{
	const struct device_flow flow = { .tokens = "/oauth/token",
		.client_id = letter_field("client_id"), .scope = "", .otherwise = "" };
	const char *refresh = letter_secret("refresh_token");
	struct net_fault later = { .reason = NULL };
	struct device_grant grant;
	bool good;

	if (!gitlab->device || !refresh || !*refresh || fault->http != 401)
		return false;
	good = device_refresh(&gitlab->web, &flow, refresh, &grant, &later);
	if (good) {
		gitlab_use(gitlab, buf_text(&grant.token));
	} else {
		*fault = later;
		snprintf(fault->fix, sizeof(fault->fix), "Sign in again.");
	}
	device_grant_release(&grant);
	return good;
}

bool gitlab_auth(struct gitlab *gitlab, bool quiet, struct net_fault *fault)
{
	struct net_fault soon = { .reason = NULL };
	const char *token = letter_secret("token");
	bool good;

	report_begin("auth");
	if (!token || !*token) {
		snprintf(fault->fix, sizeof(fault->fix), "%s", gitlab->device ?
			 "Sign in: nobody has entered a code yet." : gitlab_new_token);
		return api_wrong(fault, gitlab->device ? "pending-user" : "config",
				 "there is no token");
	}
	gitlab_use(gitlab, token);
	good = gitlab_token(gitlab, &soon, fault);
	if (!good && renew(gitlab, fault)) {
		*fault = (struct net_fault){ .reason = NULL };
		good = gitlab_token(gitlab, &soon, fault);
	}
	if (!good || !gitlab_who(gitlab, fault))
		return false;
	if (*soon.detail && !quiet)
		report_fault("warn", &soon);
	else
		report_ok(gitlab->login);
	return true;
}
