/* bigquery.c: BigQuery by a key of a service account (RFC 7523): its token, a query that is
 * only planned (dryRun: nothing is read, nothing is billed), a look at the datasets. */
#include <jansson.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/attr.h"
#include "base/json_write.h"
#include "connect/api.h"
#include "connect/connector.h"
#include "connect/letter.h"
#include "connect/report.h"
#include "connect/warehouse.h"
#include "net/jwt.h"

enum { PATH_MOST = 512, BODY_MOST = 16384, LIVES = 600, BEFORE = 30 };

static const char tokens[] = "https://oauth2.googleapis.com";
static const char queries[] = "https://bigquery.googleapis.com";

struct bigquery {
	struct api token, api;
	json_t *account;
	const char *email, *key, *token_uri, *token_path;
	struct buf project;		/* as a part of a path */
};

/* ---- what is refused ------------------------------------------------------------------- */

static const struct warehouse_code codes[] = {
	{ "accessDenied", "forbidden", "Give the service account the roles BigQuery Job User in "
	  "the project and BigQuery Data Viewer on what it is to read." },
	{ "notFound", "not-found", "Check the project ID: the ID, not the name or the number." },
	{ "rateLimitExceeded", "rate-limited", NULL }, { "quotaExceeded", "rate-limited", NULL },
	{ "jobRateLimitExceeded", "rate-limited", NULL },
	{ "billingNotEnabled", "forbidden", "Have billing turned on for the project." },
	{ "billingTierLimitExceeded", "forbidden", "Have billing turned on for the project." },
	{ "accessNotConfigured", "forbidden", "Have the BigQuery API turned on in the project." },
	{ "authError", "auth-bad", NULL }, { "required", "auth-bad", NULL },
	{ "backendError", "server-error", NULL }, { "internalError", "server-error", NULL },
};

static void explain(const struct api_answer *answer, struct net_fault *fault)
{
	const json_t *list = json_object_get(json_object_get(answer->body, "error"), "errors");
	(void)warehouse_means(codes, COUNT_OF(codes), api_text(json_array_get(list, 0),
			      "reason", API_END), fault);
}

static void explain_token(const struct api_answer *answer, struct net_fault *fault)
{
	const char *code = api_text(answer->body, "error", API_END);

	if (strcmp(code, "invalid_grant") != 0 && strcmp(code, "invalid_client") != 0)
		return;
	fault->reason = strstr(fault->detail, "short-lived token") ? "clock-skew" : "auth-bad";
	snprintf(fault->fix, sizeof(fault->fix), "Make a new key for the service account in "
		 "Google Cloud (IAM, Service accounts, Keys), and enter its JSON: this one was "
		 "deleted, or the account was deleted or disabled.");
}

/* ---- the account ----------------------------------------------------------------------- */

/* An assertion is sent to Google, or to this machine's test endpoint; a file that names
 * another place is refused. */
static bool is_to(struct bigquery *bigquery, const char *origin)
{
	size_t n = strlen(origin);

	bigquery->token_path = bigquery->token_uri + n;
	return strncmp(bigquery->token_uri, origin, n) == 0 && *bigquery->token_path == '/';
}

static bool read_account(struct bigquery *bigquery, struct net_fault *fault)
{
	const char *text = letter_secret("service_account"), *universe;

	bigquery->account = text ? json_loads(text, JSON_REJECT_DUPLICATES, NULL) : NULL;
	if (!json_is_object(bigquery->account))
		return api_wrong(fault, "config", "the service account's key is no JSON: the "
				 "whole file is wanted, as Google Cloud gave it");
	if (strcmp(api_text(bigquery->account, "type", API_END), "service_account") != 0)
		return api_wrong(fault, "config", "the JSON is no key of a service account: its "
				 "type is %.60s", *api_text(bigquery->account, "type", API_END) ?
				 api_text(bigquery->account, "type", API_END) : "missing");
	bigquery->email = api_text(bigquery->account, "client_email", API_END);
	bigquery->key = api_text(bigquery->account, "private_key", API_END);
	bigquery->token_uri = api_text(bigquery->account, "token_uri", API_END);
	universe = api_text(bigquery->account, "universe_domain", API_END);
	if (!*bigquery->email || !*bigquery->key || !*bigquery->token_uri)
		return api_wrong(fault, "config", "the service account's key lacks %s",
				 !*bigquery->email ? "client_email" : !*bigquery->key ?
				 "private_key" : "token_uri");
	letter_lent(bigquery->key);
	if (*universe && strcmp(universe, "googleapis.com") != 0)
		return api_wrong(fault, "config", "the key is of another cloud than Google's "
				 "public one: %.100s", universe);
	return true;
}

static bool open_it(struct bigquery *bigquery, struct net_fault *fault)
{
	memset(bigquery, 0, sizeof(*bigquery));
	buf_init(&bigquery->project, PATH_MOST);
	api_escape_path(&bigquery->project, letter_field("project_id"), false);
	if (!*letter_field("project_id"))
		return api_wrong(fault, "config", "the project ID is missing");
	if (!read_account(bigquery, fault) || !api_open(&bigquery->token, tokens, fault) ||
	    !api_open(&bigquery->api, queries, fault))
		return false;
	bigquery->token.explain = explain_token;
	bigquery->api.explain = explain;
	return is_to(bigquery, http_origin(bigquery->token.http)) ? true :
		api_wrong(fault, "config", "the key wants to be shown to %.120s, which is not "
			  "%.60s: it was shown to nobody", bigquery->token_uri,
			  http_origin(bigquery->token.http));
}

static void close_it(struct bigquery *bigquery)
{
	api_close(&bigquery->token);
	api_close(&bigquery->api);
	json_decref(bigquery->account);
	buf_release(&bigquery->project);
}

/* ---- steps ----------------------------------------------------------------------------- */

static bool path_of(const struct bigquery *bigquery, const char *rest, char path[PATH_MOST],
		    struct net_fault *fault)
{
	return snprintf(path, PATH_MOST, "/bigquery/v2/projects/%s%s",
			buf_text(&bigquery->project), rest) < PATH_MOST ||
		api_wrong(fault, "config", "the project ID is too long");
}

static bool connect_to(struct bigquery *bigquery, struct net_fault *fault)
{
	char path[PATH_MOST];
	const struct api_ask ask = { .path = path };

	if (!path_of(bigquery, "/datasets", path, fault) ||
	    !warehouse_hello(&bigquery->api, "BigQuery", &ask, NULL, fault))
		return false;
	warehouse_connected(&bigquery->api);
	report_server("BigQuery");
	return true;
}

static bool claim(const struct bigquery *bigquery, struct buf *out, struct net_fault *fault)
{
	int64_t now = (int64_t)time(NULL);
	struct json json;
	struct buf claims;
	bool good;

	buf_init(&claims, JWT_MOST);
	jsonw_begin(&json, &claims);
	jsonw_kstring(&json, "iss", bigquery->email);
	jsonw_kstring(&json, "scope", "https://www.googleapis.com/auth/bigquery");
	jsonw_kstring(&json, "aud", bigquery->token_uri);
	jsonw_kint(&json, "iat", now - BEFORE);
	jsonw_kint(&json, "exp", now + LIVES);
	jsonw_object_end(&json);
	good = jwt_sign(out, bigquery->key, buf_text(&claims), fault);
	buf_release(&claims);
	return good;
}

/* A claim of who one is, for a token of an hour. */
static bool sign_in(struct bigquery *bigquery, struct net_fault *fault)
{
	struct api_ask ask = { .path = bigquery->token_path };
	struct api_answer answer;
	struct buf claimed, form;
	const char *token;
	bool good;

	report_begin("auth");
	buf_init(&claimed, BODY_MOST);
	buf_init(&form, BODY_MOST);
	good = claim(bigquery, &claimed, fault);
	if (good) {
		letter_lent(buf_text(&claimed));
		api_form(&form, "grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer");
		api_form(&form, "assertion", buf_text(&claimed));
		ask.body = buf_text(&form);
		good = api_ask(&bigquery->token, &ask, &answer, fault);
		token = api_text(answer.body, "access_token", API_END);
		if (good && !*token)
			good = api_wrong(fault, "protocol", "no token came");
		if (good)
			api_bearer(&bigquery->api, token);
		api_release(&answer);
	}
	buf_wipe(&claimed);
	buf_wipe(&form);
	if (!good)
		return false;
	report_identity(bigquery->email);
	report_ok("");
	return true;
}

static bool plan_query(struct bigquery *bigquery, struct net_fault *fault)
{
	static const char body[] = "{\"query\":\"SELECT 1\",\"useLegacySql\":false,"
		"\"dryRun\":true,\"labels\":{\"source\":\"gatehouse-probe\"}}";
	char path[PATH_MOST];
	const struct api_ask ask = { .path = path, .body = body,
				     .body_type = "application/json" };
	struct api_answer answer;
	bool good;

	report_begin("read");
	if (!path_of(bigquery, "/queries", path, fault))
		return false;
	good = api_ask(&bigquery->api, &ask, &answer, fault);
	if (good && strcmp(api_text(answer.body, "kind", API_END), "bigquery#queryResponse") != 0)
		good = warehouse_not_this(&answer, "BigQuery", fault);
	api_release(&answer);
	if (good)
		report_ok("a query was planned, none was run");
	return good;
}

/* Of no consequence for queries: said, and no more. */
static void look_at_datasets(struct bigquery *bigquery)
{
	struct net_fault fault = { .reason = NULL };
	char path[PATH_MOST];
	struct api_answer answer;

	report_begin("datasets");
	if (!path_of(bigquery, "/datasets?maxResults=1", path, &fault)) {
		report_fault("warn", &fault);
		return;
	}
	if (!api_get(&bigquery->api, path, &answer, &fault)) {
		report_fault("warn", &fault);
	} else if (!json_array_size(json_object_get(answer.body, "datasets"))) {
		snprintf(fault.detail, sizeof(fault.detail), "the account sees no dataset in "
			 "this project");
		report_fault("warn", &fault);
	} else {
		report_ok("");
	}
	api_release(&answer);
}

static bool verify(struct net_fault *fault)
{
	static const char *const plan[] = { "connect", "auth", "read", "datasets" };
	struct bigquery bigquery;
	bool good;

	if (warehouse_passed_over(warehouse_oauth()))
		return true;
	report_plan(plan, COUNT_OF(plan));
	report_begin("connect");
	good = open_it(&bigquery, fault) && connect_to(&bigquery, fault) &&
		sign_in(&bigquery, fault) && plan_query(&bigquery, fault);
	if (good)
		look_at_datasets(&bigquery);
	close_it(&bigquery);
	return good;
}

const struct connector connector_bigquery = { .type = "bigquery", .verify = verify };
