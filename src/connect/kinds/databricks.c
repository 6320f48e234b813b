/* databricks.c: Databricks by an access token: what its SQL warehouse is doing, and, where it
 * runs anyhow, one constant line (SQL Statement Execution API).  One that is stopped is not
 * started: that costs. */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/attr.h"
#include "base/json_write.h"
#include "connect/api.h"
#include "connect/connector.h"
#include "connect/letter.h"
#include "connect/report.h"
#include "connect/warehouse.h"
#include "model/value_type.h"

enum { HOST = 256, NAME = 256, PATH = 512, TEXT = 512, BODY_MOST = 8192, ID = 80,
       STARTS = 1000 /* ms */, RUNS = 500 /* ms */, WAITS = 5000 /* ms */ };

static const char statement[] = "SELECT current_user(), current_catalog(), current_schema() "
	"/* gatehouse-probe */";
static const char of_warehouses[] = "/api/2.0/sql/warehouses/";
static const char of_clusters[] = "/api/2.0/clusters/get?cluster_id=";
static const char of_statements[] = "/api/2.0/sql/statements";

struct databricks {
	struct api api;
	char host[HOST], port[8], catalog[NAME], schema[NAME];
	char id[ID];			/* of the warehouse, or of the cluster */
	bool cluster;
	char path[PATH];		/* where it is asked for */
};

/* ---- what is refused ------------------------------------------------------------------- */

static const char new_token[] = "Make a new access token in Databricks (Settings, Developer, "
	"Access tokens), and enter it.";

static const struct warehouse_code codes[] = {
	{ "PERMISSION_DENIED", "forbidden", "Have Can use on the warehouse (Can attach to on a "
	  "cluster) given to who owns the token." },
	{ "INSUFFICIENT_PERMISSIONS", "forbidden", "Have USE CATALOG and USE SCHEMA granted to "
	  "who owns the token." },
	{ "UNAUTHENTICATED", "auth-bad", new_token },
	{ "CUSTOMER_UNAUTHORIZED", "auth-bad", new_token },
	{ "RESOURCE_DOES_NOT_EXIST", "not-found", "Check httpPath in the JDBC URL: what it names "
	  "was deleted, or is of another workspace." },
	{ "INVALID_PARAMETER_VALUE", "not-found", "Check httpPath in the JDBC URL." },
	{ "CATALOG_NOT_FOUND", "not-found", "Check ConnCatalog in the JDBC URL." },
	{ "NO_SUCH_CATALOG_EXCEPTION", "not-found", "Check ConnCatalog in the JDBC URL." },
	{ "SCHEMA_NOT_FOUND", "not-found", "Check the schema in the JDBC URL (ConnSchema, or "
	  "what stands behind the host)." },
	{ "REQUEST_LIMIT_EXCEEDED", "rate-limited", NULL },
	{ "RESOURCE_EXHAUSTED", "rate-limited", NULL },
	{ "TEMPORARILY_UNAVAILABLE", "server-error", NULL },
	{ "INTERNAL_ERROR", "server-error", NULL },
	{ "FEATURE_DISABLED", "forbidden", "Have SQL warehouses turned on in the workspace." },
};

/* "[SCHEMA_NOT_FOUND] The schema ...": the class of an error of SQL. */
static void class_of(const char *message, char out[ID])
{
	const char *from = strchr(message, '[');
	size_t n = from ? strspn(from + 1, "ABCDEFGHIJKLMNOPQRSTUVWXYZ_") : 0;

	snprintf(out, ID, "%.*s", from && from[n + 1] == ']' ? (int)n : 0, from ? from + 1 : "");
}

static bool means(const char *code, const char *message, struct net_fault *fault)
{
	char class[ID];

	class_of(message, class);
	return warehouse_means(codes, COUNT_OF(codes), *class ? class : code, fault);
}

/* A token that is none comes back as 403, too. */
static void explain(const struct api_answer *answer, struct net_fault *fault)
{
	const char *message = api_text(answer->body, "message", API_END);

	(void)means(api_text(answer->body, "error_code", API_END), message, fault);
	if (strstr(message, "IP ACL") || strstr(message, "Source IP address")) {
		fault->reason = "forbidden";
		snprintf(fault->fix, sizeof(fault->fix), "Have this machine's address let into "
			 "the IP access list of the workspace.");
	} else if (strcasestr(message, "token") && strcasestr(message, "expired")) {
		fault->reason = "auth-expired";
		snprintf(fault->fix, sizeof(fault->fix), "%s", new_token);
	} else if (strcasestr(message, "invalid access token") ||
		   strcmp(fault->reason, "auth-bad") == 0) {
		fault->reason = "auth-bad";
		snprintf(fault->fix, sizeof(fault->fix), "%s", new_token);
	}
}

/* ---- the JDBC URL ---------------------------------------------------------------------- */

/* "...;httpPath=/sql/1.0/warehouses/1a2b;...": names in any case. */
static void property(const char *url, const char *name, char *out, size_t size)
{
	const char *at = url;
	size_t n = strlen(name);

	*out = '\0';
	while ((at = strchr(at, ';')) != NULL) {
		at++;
		if (strncasecmp(at, name, n) != 0 || at[n] != '=')
			continue;
		snprintf(out, size, "%.*s", (int)strcspn(at + n + 1, ";"), at + n + 1);
		return;
	}
}

/* Cut, it would name another one. */
static bool wished(const char *url, const char *name, char out[NAME], struct net_fault *fault)
{
	char whole[NAME + 1];

	property(url, name, whole, sizeof(whole));
	if (strlen(whole) == NAME)
		return api_wrong(fault, "config", "%s in the JDBC URL is too long", name);
	memcpy(out, whole, strlen(whole) + 1);
	return true;
}

static bool read_path(struct databricks *databricks, const char *http_path,
		      struct net_fault *fault)
{
	static const char of_cluster[] = "sql/protocolv1/o/";
	const char *path = http_path + (*http_path == '/'), *id = strrchr(path, '/');

	databricks->cluster = strncmp(path, of_cluster, strlen(of_cluster)) == 0;
	if (!*path)
		return api_wrong(fault, "config", "the JDBC URL has no httpPath, which names the "
				 "warehouse");
	if (!id || !id[1] || strlen(id + 1) >= ID || id[1 + strspn(id + 1, "0123456789-abcdefghij"
			"klmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")] ||
	    (!databricks->cluster && strncmp(path, "sql/1.0/warehouses/", 19) != 0 &&
	     strncmp(path, "sql/1.0/endpoints/", 18) != 0))
		return api_wrong(fault, "config", "httpPath in the JDBC URL is that of no "
				 "warehouse and of no cluster: %.100s", http_path);
	snprintf(databricks->id, sizeof(databricks->id), "%s", id + 1);
	snprintf(databricks->path, sizeof(databricks->path), "%s%s", databricks->cluster ?
		 of_clusters : of_warehouses, databricks->id);
	return true;
}

static bool read_url(struct databricks *databricks, struct net_fault *fault)
{
	const char *url = letter_field("jdbc_url"), *at = strstr(url, "://");
	char http_path[NAME];
	size_t n;

	memset(databricks, 0, sizeof(*databricks));
	if (!at)
		return api_wrong(fault, "config", "the JDBC URL is %s", *url ? "none" : "missing");
	if (value_jdbc_holds_secret(url))
		return api_wrong(fault, "config", "the JDBC URL holds a password or token, which everybody "
				 "reads who sees it: take it out, have it revoked, and enter a "
				 "new one as the access token");
	at += 3;
	n = strcspn(at, ":/;");
	snprintf(databricks->host, HOST, "%.*s", (int)n, at);
	snprintf(databricks->port, sizeof(databricks->port), "%.*s", at[n] == ':' ?
		 (int)strcspn(at + n + 1, "/;") : 3, at[n] == ':' ? at + n + 1 : "443");
	at += n + strcspn(at + n, "/;");
	if (!wished(url, "ConnCatalog", databricks->catalog, fault) ||
	    !wished(url, "ConnSchema", databricks->schema, fault) ||
	    !wished(url, "httpPath", http_path, fault))
		return false;
	if (n >= HOST || strcspn(at, ";") > NAME)
		return api_wrong(fault, "config", "the %s in the JDBC URL is too long", n >= HOST ?
				 "host" : "schema");
	if (*at == '/' && !*databricks->schema)
		snprintf(databricks->schema, NAME, "%.*s", (int)strcspn(at + 1, ";"), at + 1);
	return read_path(databricks, http_path, fault);
}

/* ---- steps ----------------------------------------------------------------------------- */

static bool is_databricks(const struct api_answer *answer)
{
	return json_object_get(answer->body, "error_code") || answer->http.status == 401;
}

static bool connect_to(struct databricks *databricks, struct net_fault *fault)
{
	const struct warehouse_place place = { .name = "Databricks", .host = databricks->host,
		.port = databricks->port, .hello = { .path = databricks->path },
		.knows = is_databricks };
	const char *token = letter_secret("access_token");

	if (!token || !*token)
		return api_wrong(fault, "config", "the access token is missing");
	if (!warehouse_connect(&databricks->api, &place, fault))
		return false;
	databricks->api.explain = explain;
	api_bearer(&databricks->api, token);
	report_server("Databricks");
	return true;
}

/* What it is doing now; STARTING is waited for as long as there is time. */
static bool look(struct databricks *databricks, char state[NAME], struct net_fault *fault)
{
	const struct api_ask ask = { .path = databricks->path };
	const char *name = databricks->cluster ? "cluster_name" : "name";
	struct api_answer answer;
	char text[TEXT];
	bool good, starts, first = true;

	do {
		good = warehouse_ask(&databricks->api, &ask, &answer, fault);
		snprintf(state, NAME, "%.60s", api_text(answer.body, "state", API_END));
		snprintf(text, sizeof(text), "%s %.120s is %s", databricks->cluster ? "cluster" :
			 "warehouse", api_text(answer.body, name, API_END), state);
		if (good && !*state)
			good = warehouse_not_this(&answer, "Databricks", fault);
		api_release(&answer);
		starts = good && (strcmp(state, "STARTING") == 0 ||
				  strcmp(state, "PENDING") == 0);
		if (good && first)
			report_ok(text);
		if (good && first)
			report_begin("read");
		first = false;
	} while (starts && warehouse_wait(STARTS));
	return good;
}

/* Warehouses STOP, clusters TERMINATE. */
static bool is_stopped(const char *state)
{
	return strcmp(state, "STOPPED") == 0 || strcmp(state, "STOPPING") == 0 ||
		strcmp(state, "TERMINATED") == 0 || strcmp(state, "TERMINATING") == 0;
}

/* What is not asked, as it does not run: it is no fault of the connection. */
static bool not_running(const struct databricks *databricks, const char *state,
			struct net_fault *fault)
{
	const char *what = databricks->cluster ? "cluster" : "warehouse";

	*fault = (struct net_fault){ .reason = NULL };
	snprintf(fault->native, sizeof(fault->native), "%.31s", state);
	if (strncmp(state, "DELET", 5) == 0) {
		(void)api_wrong(fault, "not-found", "the %s was deleted", what);
		snprintf(fault->fix, sizeof(fault->fix), "Enter the JDBC URL of one that is there.");
		return false;
	}
	if (strcmp(state, "RUNNING") == 0)
		snprintf(fault->detail, sizeof(fault->detail), "nothing was asked: a cluster takes "
			 "no statement over HTTPS");
	else if (strcmp(state, "STARTING") == 0 || strcmp(state, "PENDING") == 0)
		snprintf(fault->detail, sizeof(fault->detail), "the %s is starting still: nothing "
			 "was asked", what);
	else if (!is_stopped(state))
		snprintf(fault->detail, sizeof(fault->detail), "the %s is %.60s: nothing was asked",
			 what, state);
	else
		snprintf(fault->detail, sizeof(fault->detail), "the %s is stopped: nothing was "
			 "asked%s", what, databricks->cluster ? "; a cluster takes no statement over "
			 "HTTPS" : ", as that starts it, which costs");
	report_fault("warn", fault);
	return true;
}

static void add_wish(struct json *json, const char *key, const char *value)
{
	if (*value)
		jsonw_kstring(json, key, value);
}

static bool post(struct databricks *databricks, struct api_answer *answer,
		 struct net_fault *fault)
{
	struct api_ask ask = { .path = of_statements, .body_type = "application/json" };
	struct json json;
	struct buf body;
	bool good;

	buf_init(&body, BODY_MOST);
	jsonw_begin(&json, &body);
	jsonw_kstring(&json, "statement", statement);
	jsonw_kstring(&json, "warehouse_id", databricks->id);
	add_wish(&json, "catalog", databricks->catalog);
	add_wish(&json, "schema", databricks->schema);
	jsonw_kstring(&json, "wait_timeout", "5s");	/* the least but none */
	/* Where that is all the time that is left, nobody will be there to end it. */
	jsonw_kstring(&json, "on_wait_timeout", warehouse_left() < WAITS ? "CANCEL" : "CONTINUE");
	jsonw_kstring(&json, "disposition", "INLINE");
	jsonw_kstring(&json, "format", "JSON_ARRAY");
	jsonw_kint(&json, "row_limit", 1);
	jsonw_object_end(&json);
	ask.body = buf_text(&body);
	memset(answer, 0, sizeof(*answer));
	good = body.overflow ? api_wrong(fault, "config", "catalog and schema of the JDBC URL are too "
					 "long") :
		warehouse_begin(&databricks->api, &ask, answer, fault);
	buf_release(&body);
	return good;
}

static const char *state_of(const struct api_answer *answer)
{
	return api_text(answer->body, "status", "state", API_END);
}

static bool is_under_way(const struct api_answer *answer)
{
	return strcmp(state_of(answer), "PENDING") == 0 ||
		strcmp(state_of(answer), "RUNNING") == 0;
}

/* It is asked for until it is through, and cancelled where that is too long. */
static bool wait_for(struct databricks *databricks, struct api_answer *answer,
		     struct net_fault *fault)
{
	char id[ID], path[PATH];
	const struct api_ask cancel = { .method = "POST", .path = path, .text = true };
	const struct api_ask ask = { .path = path };
	bool good = true, late = false;

	snprintf(id, sizeof(id), "%s", api_text(answer->body, "statement_id", API_END));
	if (is_under_way(answer) && (!*id || id[strspn(id, "0123456789abcdef-")])) {
		(void)api_wrong(fault, "protocol", "a statement without an id");
		warehouse_tell_end(false, "it", fault);
		return false;
	}
	snprintf(path, sizeof(path), "%s/%s", of_statements, id);
	while (good && is_under_way(answer)) {
		api_release(answer);
		late = !warehouse_wait(RUNS);
		good = late ? api_wrong(fault, "timeout", "the statement was still waiting") :
			warehouse_ask(&databricks->api, &ask, answer, fault);
	}
	if (good)
		return true;
	/* What fails on the way may run on there. */
	snprintf(path, sizeof(path), "%s/%s/cancel", of_statements, id);
	warehouse_cancel(&databricks->api, &cancel, late ? "it" : "the statement", fault);
	return false;
}

static bool failed(const struct api_answer *answer, struct net_fault *fault)
{
	const char *message = api_text(answer->body, "status", "error", "message", API_END);
	const char *code = api_text(answer->body, "status", "error", "error_code", API_END);

	*fault = (struct net_fault){ .http = answer->http.status };
	warehouse_say(message, fault);
	if (!means(code, message, fault))
		fault->reason = strcmp(state_of(answer), "FAILED") != 0 ? "timeout" :
			"server-error";
	return false;
}

static bool read_row(const struct api_answer *answer, struct net_fault *fault)
{
	const json_t *row = json_array_get(json_object_get(json_object_get(answer->body,
		"result"), "data_array"), 0);
	const char *user = json_string_value(json_array_get(row, 0));
	const char *catalog = json_string_value(json_array_get(row, 1));
	const char *schema = json_string_value(json_array_get(row, 2));
	char text[TEXT];

	if (!*state_of(answer))
		return warehouse_not_this(answer, "Databricks", fault);
	if (strcmp(state_of(answer), "SUCCEEDED") != 0)
		return failed(answer, fault);
	if (!user)
		return warehouse_not_this(answer, "Databricks", fault);
	report_identity(user);
	snprintf(text, sizeof(text), "catalog %.100s, schema %.100s", catalog ? catalog : "",
		 schema ? schema : "");
	report_ok(text);
	return true;
}

static bool enter(struct databricks *databricks, struct net_fault *fault)
{
	struct api_answer answer;
	char state[NAME];
	bool good;

	report_begin("auth");
	if (!look(databricks, state, fault))
		return false;
	if (databricks->cluster || strcmp(state, "RUNNING") != 0)
		return not_running(databricks, state, fault);
	good = post(databricks, &answer, fault) && wait_for(databricks, &answer, fault) &&
		read_row(&answer, fault);
	api_release(&answer);
	return good;
}

static bool verify(struct net_fault *fault)
{
	static const char *const plan[] = { "connect", "auth", "read" };
	struct databricks databricks;
	bool good;

	if (warehouse_passed_over(warehouse_oauth()))
		return true;
	warehouse_plan(plan, COUNT_OF(plan));
	good = read_url(&databricks, fault) && connect_to(&databricks, fault) &&
		enter(&databricks, fault);
	warehouse_close(&databricks.api);
	return good;
}

const struct connector connector_databricks = { .type = "databricks", .verify = verify };
