/* bitbucket.c: Bitbucket Cloud, bitbucket.org only (A21, A33, A34): its jobs. */
#include "connect/bitbucket/bitbucket.h"

#include <stdio.h>
#include <string.h>

#include "connect/connector.h"
#include "connect/letter.h"
#include "connect/report.h"

/* An API token in the place of an app password goes nowhere. */
static bool is_in_place(const char *password, struct net_fault *fault)
{
	if (strncmp(password, "ATATT", 5) != 0 && strncmp(password, "ATCTT", 5) != 0)
		return true;
	snprintf(fault->fix, sizeof(fault->fix), "Choose API token under Sign in with, and enter "
		 "it there with the e-mail of the account that made it.");
	return api_wrong(fault, "config", "this is an API token, not an app password");
}

static bool take_credential(struct bitbucket *bitbucket, struct net_fault *fault)
{
	const char *user = letter_field("username"), *email = letter_field("email");

	bitbucket->password = letter_secret(bitbucket->way == BY_APP_PASSWORD ?
					    "app_password" : "api_token");
	if (!bitbucket->password || !*bitbucket->password)
		return api_wrong(fault, "config", "there is no %s", bitbucket->way ==
				 BY_APP_PASSWORD ? "app password" : "API token");
	if (bitbucket->way == BY_ACCESS_TOKEN) {
		bitbucket->user = "x-token-auth";
		api_bearer(&bitbucket->api, bitbucket->password);
		return true;
	}
	if (bitbucket->way == BY_APP_PASSWORD && !is_in_place(bitbucket->password, fault))
		return false;
	bitbucket->user = bitbucket->way == BY_APP_PASSWORD ? user :
		"x-bitbucket-api-token-auth";
	if (bitbucket->way == BY_API_TOKEN)
		user = email;
	if (!*user || strchr(user, ':'))
		return api_wrong(fault, "config", "the %s is wanted", bitbucket->way ==
				 BY_APP_PASSWORD ? "username" : "e-mail");
	api_basic(&bitbucket->api, user, bitbucket->password);
	return true;
}

static bool open_it(struct bitbucket *bitbucket, struct net_fault *fault)
{
	memset(bitbucket, 0, sizeof(*bitbucket));
	bitbucket->way = bitbucket_way();
	bitbucket->workspace = letter_field("workspace_id");
	bitbucket->known_id = letter_field("account_id");
	if (!api_open(&bitbucket->api, "https://api.bitbucket.org", fault) ||
	    !api_open(&bitbucket->web, "https://bitbucket.org", fault))
		return false;
	bitbucket->api.explain = bitbucket_explain;
	snprintf(bitbucket->api.base, sizeof(bitbucket->api.base), "/2.0");
	if (!*bitbucket->workspace)
		return api_wrong(fault, "config", "the workspace ID is wanted");
	return take_credential(bitbucket, fault);
}

static void close_it(struct bitbucket *bitbucket)
{
	api_close(&bitbucket->api);
	api_close(&bitbucket->web);
}

/* `connect`: a refusal in JSON, or in no words at all, is Bitbucket's. */
static bool connect_to(struct bitbucket *bitbucket, struct net_fault *fault)
{
	char text[BITBUCKET_TEXT];
	struct api_answer answer;
	bool good;

	report_begin("connect");
	good = api_hello(&bitbucket->api, "/user", &answer, fault);
	if (good && !answer.body && answer.http.body.len && answer.http.status != 429) {
		good = api_wrong(fault, "not-this-api", "it does not answer as Bitbucket's API");
		fault->http = answer.http.status;
	}
	api_release(&answer);
	if (!good)
		return false;
	snprintf(text, sizeof(text), "%s%s", http_peer(bitbucket->api.http),
		 *letter_field("endpoint") ? ", a test endpoint" : "");
	report_ok(text);
	return true;
}

typedef bool rest(struct bitbucket *bitbucket, struct net_fault *fault);

static bool enter_and(rest *then, struct net_fault *fault)
{
	struct bitbucket bitbucket;
	bool good = open_it(&bitbucket, fault) && connect_to(&bitbucket, fault) &&
		bitbucket_auth(&bitbucket, fault) && then(&bitbucket, fault);

	close_it(&bitbucket);
	return good;
}

static bool see(struct bitbucket *bitbucket, struct net_fault *fault)
{
	return bitbucket_account(bitbucket, fault) && bitbucket_count(bitbucket, fault);
}

static bool verify(struct net_fault *fault)
{
	static const char *const plan[] = { "connect", "auth", "account", "repositories" };

	report_plan(plan, COUNT_OF(plan));
	return enter_and(see, fault);
}

static bool list(rest *then, struct net_fault *fault)
{
	static const char *const plan[] = { "connect", "auth", "list" };

	report_plan(plan, COUNT_OF(plan));
	return enter_and(then, fault);
}

static bool repos(struct net_fault *fault)
{
	return list(bitbucket_list, fault);
}

static bool refs(struct net_fault *fault)
{
	return list(bitbucket_list_refs, fault);
}

static bool resolve(struct net_fault *fault)
{
	static const char *const plan[] = { "connect", "auth", "repository", "ref", "git" };

	report_plan(plan, COUNT_OF(plan));
	return enter_and(bitbucket_package, fault);
}

const struct connector connector_bitbucket = {
	.type = "bitbucket", .verify = verify, .repos = repos, .refs = refs, .resolve = resolve,
};
