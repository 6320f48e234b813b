/* github_auth.c: the step `auth`: as whom one is there (github.h). */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/clock.h"
#include "connect/device_flow.h"
#include "connect/github/github.h"
#include "connect/letter.h"
#include "connect/report.h"
#include "net/jwt.h"

enum { DAY = 24 * 3600, SOON = 14 /* days */, MILLION = 1000000, STAMP = 19 };

/* ---- a token -------------------------------------------------------------------------- */

static void use(struct github *github, const char *token)
{
	buf_wipe(&github->token);
	buf_init(&github->token, JWT_MOST);
	buf_adds(&github->token, token);
	api_bearer(&github->api, token);
	github->of_user_app = strncmp(token, "ghu_", 4) == 0;
}

/* "2026-12-05 01:02:03 UTC", or with an offset, "+0100". */
static bool read_end(const char *text, int64_t *at)
{
	char stamp[40];
	size_t n = text ? strlen(text) : 0;

	if (n < STAMP + 1 || n >= sizeof(stamp) - 2)
		return false;
	snprintf(stamp, sizeof(stamp), "%.10sT%.8s", text, text + 11);
	if (text[STAMP] == ' ' && strchr("+-", text[STAMP + 1]) && n == STAMP + 6)
		snprintf(stamp + STAMP, sizeof(stamp) - STAMP, "%.3s:%.2s", text + STAMP + 1,
			 text + STAMP + 4);
	else
		snprintf(stamp + STAMP, sizeof(stamp) - STAMP, "Z");
	return clock_parse(stamp, at);
}

/* ok; or a warning: it ends soon, or may do more than is needed. */
static void say_token(const struct github *github, const struct api_answer *answer,
		      const char *more)
{
	const char *scopes = http_header(&answer->http, "x-oauth-scopes");
	struct net_fault warn = { .reason = NULL };
	char when[CLOCK_TEXT], text[GITHUB_TEXT];
	int64_t at = 0, days;
	bool ends = read_end(http_header(&answer->http,
					 "github-authentication-token-expiration"), &at);

	if (ends) {
		clock_rfc3339(at, when);
		report_expires(when);
	}
	days = (at - clock_now()) / MILLION / DAY;
	if (ends && days < SOON) {
		snprintf(warn.detail, sizeof(warn.detail), "the token ends in %lld days, on "
			 "%.10s", (long long)days, when);
		snprintf(warn.fix, sizeof(warn.fix), "Whoever made it makes a new one before "
			 "%.10s; enter that.", when);
	} else if (*more) {
		snprintf(warn.detail, sizeof(warn.detail), "the token may do more than is "
			 "needed: %.180s", more);
		snprintf(warn.fix, sizeof(warn.fix), "It works. Safer is one that only reads: "
			 "a fine-grained token with the permission Contents: read.");
	}
	if (*warn.detail) {
		report_fault("warn", &warn);
		return;
	}
	snprintf(text, sizeof(text), "%.100s%s%.120s", github->login, scopes && *scopes ?
		 ", scopes " : "", scopes ? scopes : "");
	report_ok(text);
}

static bool who(struct github *github, struct api_answer *answer, struct net_fault *fault)
{
	bool good = api_get(&github->api, "/user", answer, fault);

	if (good && !*api_text(answer->body, "login", API_END))
		return api_wrong(fault, "not-this-api", "the answer names nobody");
	if (!good)
		return false;
	snprintf(github->login, sizeof(github->login), "%s", api_text(answer->body, "login",
								      API_END));
	(void)api_id(answer->body, "id", github->id);
	return true;
}

/* Tokens of apps hold for some hours; the refresh token gives the next. */
static bool renew(struct github *github, struct net_fault *fault)
{
	const struct device_flow flow = { .tokens = "/login/oauth/access_token",
		.client_id = letter_field("client_id"), .scope = "", .otherwise = "" };
	const char *refresh = letter_secret("refresh_token");
	struct device_grant grant;
	struct net_fault later;
	bool good;

	if (!refresh || strcmp(fault->reason, "auth-bad") != 0)
		return false;
	good = device_refresh(&github->web, &flow, refresh, &grant, &later);
	if (good) {
		use(github, buf_text(&grant.token));
	} else {
		*fault = later;
		snprintf(fault->fix, sizeof(fault->fix), "Sign in again.");
	}
	device_grant_release(&grant);
	return good;
}

static bool by_token(struct github *github, struct net_fault *fault)
{
	const char *token = letter_secret("token");
	struct api_answer answer;
	char more[GITHUB_TEXT];
	bool good;

	if (!token || !*token) {
		snprintf(fault->fix, sizeof(fault->fix), "%s", strcmp(github->auth, "device") ==
			 0 ? "Sign in: nobody has entered a code yet." : "Enter the token.");
		return api_wrong(fault, strcmp(github->auth, "device") == 0 ? "pending-user" :
				 "config", "there is no token");
	}
	use(github, token);
	good = who(github, &answer, fault);
	if (!good && renew(github, fault)) {
		api_release(&answer);
		*fault = (struct net_fault){ .reason = NULL };
		good = who(github, &answer, fault);
	}
	if (!good && strcmp(fault->reason, "auth-bad") == 0 &&
	    strcmp(github->auth, "token") != 0)
		snprintf(fault->fix, sizeof(fault->fix), "The sign-in was revoked, or has ended: "
			 "sign in again.");
	if (good) {
		report_identity(github->login);
		good = github_scopes(&answer, buf_text(&github->token), more, fault);
	}
	if (good)
		say_token(github, &answer, more);
	api_release(&answer);
	return good;
}

/* ---- an app --------------------------------------------------------------------------- */

static bool by_app(struct github *github, struct net_fault *fault)
{
	const char *key = letter_secret("private_key"), *app = letter_field("app_id");
	struct api_answer answer;
	struct buf jwt;
	bool good;

	if (!*app)
		app = letter_field("client_id");
	if (!key || !*key || !*app)
		return api_wrong(fault, "config", "%s is wanted", *app ?
				 "the app's private key" : "the App ID");
	buf_init(&jwt, JWT_MOST);
	good = jwt_app(&jwt, key, app, (int64_t)time(NULL), fault);
	if (good)
		api_bearer(&github->api, buf_text(&jwt));
	buf_wipe(&jwt);
	if (!good)
		return false;
	good = api_get(&github->api, "/app", &answer, fault);
	if (good) {
		snprintf(github->login, sizeof(github->login), "%s", api_text(answer.body,
									      "slug", API_END));
		(void)api_id(answer.body, "id", github->id);
		report_identity(github->login);
		report_ok(api_text(answer.body, "name", API_END));
	}
	api_release(&answer);
	return good;
}

/* ---- all ------------------------------------------------------------------------------- */

bool github_auth(struct github *github, struct net_fault *fault)
{
	const char *token = letter_secret("token");

	report_begin("auth");
	if (strcmp(github->auth, "app") == 0)
		return by_app(github, fault);
	if (strcmp(github->auth, "client") != 0)
		return by_token(github, fault);
	if (!github_client(github, fault))
		return false;
	if (token && *token)
		return by_token(github, fault);
	report_ok("the client ID and the secret belong together");
	return true;
}

bool github_enter(struct github *github, struct net_fault *fault)
{
	if (strcmp(github->auth, "client") == 0)
		github->auth = "token";		/* the pair alone lists nothing */
	if (!github_auth(github, fault))
		return false;
	if (strcmp(github->auth, "app") == 0)
		return github_install(github, fault);
	return !github->of_user_app || github_user_install(github, fault);
}
