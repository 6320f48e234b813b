/* athena.c: Amazon Athena by the keys of an IAM user: its workgroup is looked at, and one
 * constant line is run, whose result Athena itself leaves where the connection says. */
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include "base/attr.h"
#include "base/json_write.h"
#include "connect/api.h"
#include "connect/connector.h"
#include "connect/letter.h"
#include "connect/report.h"
#include "connect/warehouse.h"
#include "model/value_type.h"
#include "net/sign_aws.h"

enum { REGION = 64, TARGET = 80, TEXT = 512, BODY_MOST = 8192, ID = 80, STATE = 32,
       RUNS = 500 /* ms */ };

static const char statement[] = "SELECT 1 /* gatehouse-probe */";
static const char body_type[] = "application/x-amz-json-1.1";
static const char type_header[] = "Content-Type: application/x-amz-json-1.1";
static const char usual_catalog[] = "AwsDataCatalog";

struct athena {
	struct api api;
	struct aws_keys keys;
	char region[REGION];
	const char *workgroup, *catalog;
	int64_t until;			/* of the next ask; 0: as warehouse_ask() has it */
};

/* ---- what is refused ------------------------------------------------------------------- */

static const struct warehouse_code codes[] = {
	{ "UnrecognizedClientException", "auth-bad", "Check the access key ID: AWS knows none "
	  "such, or it was made inactive." },
	{ "InvalidClientTokenId", "auth-bad", "Check the access key ID: AWS knows none such." },
	{ "InvalidSignatureException", "auth-bad", "Enter the secret access key again, whole." },
	{ "ExpiredTokenException", "auth-expired", NULL },
	{ "AccessDeniedException", "forbidden", "Have a policy of the key's user allow athena:"
	  "GetWorkGroup, StartQueryExecution, GetQueryExecution and StopQueryExecution on the "
	  "workgroup." },
	{ "ThrottlingException", "rate-limited", NULL },
	{ "TooManyRequestsException", "rate-limited", NULL },
	{ "InternalServerException", "server-error", NULL },
	{ "InternalFailure", "server-error", NULL },
	{ "ServiceUnavailableException", "server-error", NULL },
	{ "ResourceNotFoundException", "not-found", NULL },
	{ "OptInRequired", "suspended", "Have Athena turned on for the account." },
	{ "SubscriptionRequiredException", "suspended", "Have Athena turned on for the account." },
	{ "UnknownOperationException", "not-this-api", NULL },
	{ "InvalidRequestException", "config", NULL },
	{ "MetadataException", "server-error", NULL },
};

/* What is told by words alone, where the code is that of anything. */
static const struct { const char *words, *reason, *fix; } told[] = {
	{ "valid region", "wrong-region", "Check the host: its region is not the one asked." },
	{ "Signature expired", "clock-skew", "" }, { "not yet current", "clock-skew", "" },
	{ "WorkGroup is not found", "not-found", "Check the workgroup, and that it is of this "
	  "region and account." },
	{ "same region", "wrong-region", "The bucket of the S3 output path must be in the "
	  "region of Athena's host." },
	{ "output bucket", "not-found", "Check the bucket of the S3 output path, and have a "
	  "policy allow s3:GetBucketLocation on it." },
	{ "writing output", "forbidden", "Have a policy allow s3:PutObject, s3:GetObject and "
	  "s3:GetBucketLocation on the bucket of the S3 output path." },
	{ "Access denied", "forbidden", "Have a policy allow s3:PutObject, s3:GetObject and "
	  "s3:GetBucketLocation on the bucket of the S3 output path." },
	{ "not found", "not-found", NULL }, { "does not exist", "not-found", NULL },
};

static void by_words(const char *message, struct net_fault *fault)
{
	size_t i;

	for (i = 0; i < COUNT_OF(told); i++)
		if (strcasestr(message, told[i].words))
			break;
	if (i == COUNT_OF(told))
		return;
	fault->reason = told[i].reason;
	if (told[i].fix)
		snprintf(fault->fix, sizeof(fault->fix), "%s", told[i].fix);
}

/* {"__type":"com.amazonaws...#AccessDeniedException","Message":"..."} */
static void explain(const struct api_answer *answer, struct net_fault *fault)
{
	const char *type = api_text(answer->body, "__type", API_END);
	const char *message = api_text(answer->body, "message", API_END);

	type = strrchr(type, '#') ? strrchr(type, '#') + 1 : type;
	if (!*message)
		message = api_text(answer->body, "Message", API_END);
	if (*message)
		warehouse_say(message, fault);
	(void)warehouse_means(codes, COUNT_OF(codes), type, fault);
	if (strcmp(type, "InvalidRequestException") == 0 ||
	    strcmp(type, "InvalidSignatureException") == 0)
		by_words(message, fault);
}

/* ---- asking ---------------------------------------------------------------------------- */

/* Signed anew each time; what is sent and signed is the same text. */
static bool ask(struct athena *athena, const char *action, const char *body,
		struct api_answer *answer, struct net_fault *fault)
{
	char target[TARGET];
	const char *const signed_too[] = { type_header, target, NULL };
	const struct api_ask what = { .path = "/", .body = body, .body_type = body_type,
				      .until = athena->until };
	const struct aws_request request = { .service = "athena", .region = athena->region,
		.method = "POST", .host = strstr(http_origin(athena->api.http), "://") + 3,
		.target = "/", .headers = signed_too, .body = body, .n_body = strlen(body),
		.now = (int64_t)time(NULL) };
	struct aws_signed with;
	const char *headers[AWS_HEADERS + 1] = { NULL };
	size_t i, n = 0;
	bool good;

	memset(answer, 0, sizeof(*answer));
	snprintf(target, sizeof(target), "X-Amz-Target: AmazonAthena.%s", action);
	good = aws_sign(&athena->keys, &request, &with);
	for (i = 0; good && with.headers[i]; i++)
		if (with.headers[i] != type_header)	/* it comes with the body */
			headers[n++] = with.headers[i];
	athena->api.headers = headers;
	if (good) {
		api_authorize(&athena->api, buf_text(&with.authorization));
		good = strcmp(action, "StartQueryExecution") == 0 ?
			warehouse_begin(&athena->api, &what, answer, fault) :
			warehouse_ask(&athena->api, &what, answer, fault);
	} else {
		good = api_wrong(fault, "config", "the keys cannot sign a request");
	}
	athena->api.headers = NULL;
	aws_signed_wipe(&with);
	return good;
}

static bool fits(const struct buf *body, struct net_fault *fault)
{
	return !body->overflow ||
		api_wrong(fault, "config", "workgroup, catalog and S3 output path are too long");
}

/* With an object of one text. */
static bool ask_about(struct athena *athena, const char *action, const char *key,
		      const char *value, struct api_answer *answer, struct net_fault *fault)
{
	struct json json;
	struct buf body;
	bool good;

	buf_init(&body, BODY_MOST);
	jsonw_begin(&json, &body);
	jsonw_kstring(&json, key, value);
	jsonw_object_end(&json);
	memset(answer, 0, sizeof(*answer));
	good = fits(&body, fault) && ask(athena, action, buf_text(&body), answer, fault);
	buf_release(&body);
	return good;
}

/* ---- fields ---------------------------------------------------------------------------- */

/* "eu-central-1" of "athena.eu-central-1.amazonaws.com", and of endpoints of a network of
 * one's own. */
static bool region_of(const char *host, char out[REGION])
{
	size_t n;

	for (; *host; host += n + (host[n] == '.')) {
		n = strcspn(host, ".");
		snprintf(out, REGION, "%.*s", (int)(n < REGION ? n : 0), host);
		if (*out && !value_region.fault(out))
			return true;
	}
	return false;
}

static bool read_fields(struct athena *athena, struct net_fault *fault)
{
	memset(athena, 0, sizeof(*athena));
	athena->keys = (struct aws_keys){ letter_field("access_key_id"),
					  letter_secret("secret_access_key"), NULL };
	athena->workgroup = *letter_field("workgroup") ? letter_field("workgroup") : "primary";
	athena->catalog = *letter_field("catalog") ? letter_field("catalog") : usual_catalog;
	if (!region_of(letter_field("host"), athena->region))
		return api_wrong(fault, "config", "the host names no region: it is athena.REGION."
				 "amazonaws.com");
	if (!*athena->keys.id || strpbrk(athena->keys.id, "\r\n \t/,="))
		return api_wrong(fault, "config", "the access key ID %s", *athena->keys.id ?
				 "has no blanks and no / , =" : "is missing");
	if (!athena->keys.secret || !*athena->keys.secret)
		return api_wrong(fault, "config", "the secret access key is missing");
	return true;
}

/* ---- steps ----------------------------------------------------------------------------- */

static bool is_athena(const struct api_answer *answer)
{
	return *api_text(answer->body, "__type", API_END) ||
		(answer->http.status == 403 &&
		 (*api_text(answer->body, "message", API_END) ||
		  *api_text(answer->body, "Message", API_END)));
}

static bool connect_to(struct athena *athena, struct net_fault *fault)
{
	static const char *const headers[] = { "X-Amz-Target: AmazonAthena.GetWorkGroup", NULL };
	const struct warehouse_place place = { .name = "Athena", .host = letter_field("host"),
		.port = letter_field("port"), .headers = headers, .knows = is_athena,
		.hello = { .path = "/", .body = "{\"WorkGroup\":\"primary\"}",
			   .body_type = body_type } };

	if (!warehouse_connect(&athena->api, &place, fault))
		return false;
	athena->api.explain = explain;
	report_server("Athena");
	return true;
}

/* Were the keys good, whatever was wrong then? */
static bool was_let_in(const struct net_fault *fault)
{
	return *fault->native && strcmp(fault->reason, "auth-bad") != 0 &&
		strcmp(fault->reason, "auth-expired") != 0 &&
		strcmp(fault->reason, "clock-skew") != 0 &&
		strcmp(fault->reason, "wrong-region") != 0 &&
		strcmp(fault->reason, "rate-limited") != 0 &&
		strcmp(fault->reason, "server-error") != 0;
}

/* s3://acme/out and s3://acme/out/ are one. */
static bool is_same_place(const char *a, const char *b)
{
	size_t n = strlen(a), m = strlen(b);

	n -= n && a[n - 1] == '/';
	m -= m && b[m - 1] == '/';
	return n == m && memcmp(a, b, n) == 0;
}

static bool look(const struct api_answer *answer, struct net_fault *fault)
{
	const json_t *group = json_object_get(answer->body, "WorkGroup");
	const json_t *config = json_object_get(group, "Configuration");
	const char *engine = api_text(config, "EngineVersion", "EffectiveEngineVersion", API_END);
	const char *output = api_text(config, "ResultConfiguration", "OutputLocation", API_END);
	bool enforced = json_is_true(json_object_get(config, "EnforceWorkGroupConfiguration"));
	char text[TEXT];

	if (!*api_text(group, "Name", API_END))
		return warehouse_not_this(answer, "Athena", fault);
	if (strcmp(api_text(group, "State", API_END), "DISABLED") == 0) {
		(void)api_wrong(fault, "suspended", "the workgroup is disabled");
		snprintf(fault->fix, sizeof(fault->fix), "Have the workgroup enabled in Athena, or "
			 "enter another one.");
		return false;
	}
	if (*engine)
		report_server(engine);
	if (!enforced || !*output || is_same_place(output, letter_field("output_path"))) {
		report_ok("");
		return true;
	}
	*fault = (struct net_fault){ .reason = NULL };
	snprintf(text, sizeof(text), "the workgroup leaves results in %.140s, whatever the S3 "
		 "output path is", output);
	snprintf(fault->detail, sizeof(fault->detail), "%.250s", text);
	report_fault("warn", fault);
	return true;
}

/* That it may not be looked at is no fault: queries need not. */
static bool look_at_workgroup(struct athena *athena, struct net_fault *fault)
{
	struct api_answer answer;
	bool good, denied;

	report_begin("auth");
	good = ask_about(athena, "GetWorkGroup", "WorkGroup", athena->workgroup, &answer, fault);
	denied = !good && strcmp(fault->native, "AccessDeniedException") == 0;
	if (good || was_let_in(fault)) {
		report_identity(athena->keys.id);
		report_ok("");
		report_begin("workgroup");
	}
	if (denied) {
		fault->reason = NULL;
		report_fault("warn", fault);
	}
	good = denied || (good && look(&answer, fault));
	api_release(&answer);
	return good;
}

static bool look_at_catalog(struct athena *athena, struct net_fault *fault)
{
	struct api_answer answer;
	bool good;

	if (strcmp(athena->catalog, usual_catalog) == 0)
		return true;
	report_begin("catalog");
	good = ask_about(athena, "GetDataCatalog", "Name", athena->catalog, &answer, fault);
	api_release(&answer);
	if (good) {
		report_ok("");
	} else if (strcmp(fault->native, "AccessDeniedException") == 0) {
		fault->reason = NULL;
		snprintf(fault->fix, sizeof(fault->fix), "Have a policy allow athena:"
			 "GetDataCatalog on it.");
		report_fault("warn", fault);
		good = true;
	} else if (strcmp(fault->reason, "not-found") == 0) {
		snprintf(fault->fix, sizeof(fault->fix), "Check the catalog: Athena lists them "
			 "under Data sources and catalogs.");
	}
	return good;
}

static bool start(struct athena *athena, char id[ID], struct net_fault *fault)
{
	struct api_answer answer;
	struct json json;
	struct buf body;
	bool good;

	buf_init(&body, BODY_MOST);
	jsonw_begin(&json, &body);
	jsonw_kstring(&json, "QueryString", statement);
	jsonw_kstring(&json, "WorkGroup", athena->workgroup);
	jsonw_kobject(&json, "QueryExecutionContext");
	jsonw_kstring(&json, "Catalog", athena->catalog);
	jsonw_object_end(&json);
	jsonw_kobject(&json, "ResultConfiguration");
	jsonw_kstring(&json, "OutputLocation", letter_field("output_path"));
	jsonw_object_end(&json);
	jsonw_object_end(&json);
	memset(&answer, 0, sizeof(answer));
	good = fits(&body, fault) &&
		ask(athena, "StartQueryExecution", buf_text(&body), &answer, fault);
	snprintf(id, ID, "%.79s", api_text(answer.body, "QueryExecutionId", API_END));
	if (good && (!*id || id[strspn(id, "0123456789abcdefABCDEF-")]))
		good = warehouse_not_this(&answer, "Athena", fault);
	api_release(&answer);
	buf_release(&body);
	return good;
}

static bool stop(struct athena *athena, const char *id, const char *what,
		 struct net_fault *fault)
{
	struct api_answer answer;
	struct net_fault why;

	athena->until = letter_until();
	warehouse_tell_end(ask_about(athena, "StopQueryExecution", "QueryExecutionId", id, &answer,
				     &why), what, fault);
	api_release(&answer);
	return false;
}

static bool is_under_way(const char *state)
{
	return strcmp(state, "QUEUED") == 0 || strcmp(state, "RUNNING") == 0;
}

static bool ended(const struct api_answer *answer, const char *state, struct net_fault *fault)
{
	const char *why = api_text(answer->body, "QueryExecution", "Status", "StateChangeReason",
				   API_END);

	if (!*state)
		return warehouse_not_this(answer, "Athena", fault);
	if (strcmp(state, "SUCCEEDED") == 0)
		return true;
	*fault = (struct net_fault){ .http = answer->http.status, .reason =
		strcmp(state, "CANCELLED") == 0 ? "timeout" : "server-error" };
	warehouse_say(*why ? why : state, fault);
	by_words(why, fault);
	return false;
}

static bool run(struct athena *athena, struct net_fault *fault)
{
	struct api_answer answer;
	char id[ID], state[STATE] = "QUEUED";
	bool good = true;

	report_begin("read");
	if (!start(athena, id, fault))
		return false;
	while (is_under_way(state)) {
		if (!warehouse_wait(RUNS)) {
			(void)api_wrong(fault, "timeout", "the query was still %s",
					strcmp(state, "QUEUED") == 0 ? "waiting in the queue" :
					"running");
			return stop(athena, id, "it", fault);
		}
		good = ask_about(athena, "GetQueryExecution", "QueryExecutionId", id, &answer,
				 fault);
		if (good)
			snprintf(state, sizeof(state), "%.31s", api_text(answer.body,
				 "QueryExecution", "Status", "State", API_END));
		if (good && !is_under_way(state))
			good = ended(&answer, state, fault);
		api_release(&answer);
		/* What fails on the way may run on there. */
		if (!good && (is_under_way(state) || !*state))
			return stop(athena, id, "the query", fault);
	}
	if (good)
		report_ok("its result, of a few bytes, stays where results go");
	return good;
}

static bool verify(struct net_fault *fault)
{
	static const char *const plan[] = { "connect", "auth", "workgroup", "catalog", "read" };
	static const char *const usual[] = { "connect", "auth", "workgroup", "read" };
	struct athena athena;
	bool good;

	if (*letter_field("catalog") && strcmp(letter_field("catalog"), usual_catalog) != 0)
		warehouse_plan(plan, COUNT_OF(plan));
	else
		warehouse_plan(usual, COUNT_OF(usual));
	good = read_fields(&athena, fault) && connect_to(&athena, fault) &&
		look_at_workgroup(&athena, fault) && look_at_catalog(&athena, fault) &&
		run(&athena, fault);
	warehouse_close(&athena.api);
	return good;
}

const struct connector connector_athena = { .type = "athena", .verify = verify };
