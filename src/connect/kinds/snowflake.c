/* snowflake.c: Snowflake by a key pair (SQL API v2): one constant line is read in the role
 * and warehouse of the connection. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>

#include "base/attr.h"
#include "base/json_write.h"
#include "connect/api.h"
#include "connect/connector.h"
#include "connect/letter.h"
#include "connect/report.h"
#include "connect/warehouse.h"
#include "net/jwt.h"

enum { HOST = 320, NAME = 256, TEXT = 512, BODY_MOST = 8192, LIVES = 600, BEFORE = 30,
       RUNNING = 202, HANDLE = 64, POLL = 500 /* ms */ };

static const char statement[] = "SELECT CURRENT_USER(), CURRENT_VERSION(), CURRENT_WAREHOUSE()";
static const char *const headers[] = {
	"X-Snowflake-Authorization-Token-Type: KEYPAIR_JWT", NULL };

static const struct warehouse_code codes[] = {
	{ "390144", "auth-bad", NULL },
	{ "390318", "auth-expired", NULL },
	{ "390422", "forbidden", "Let this machine's address into the network policy there." },
	{ "390420", "forbidden", "Let this machine's address into the network policy there." },
	{ "390189", "forbidden", "Have the role granted to the user; capital and small letters "
	  "count." },
	{ "390201", "not-found", "Check the warehouse, and that the role may use it." },
	{ "002043", "not-found", "Check warehouse, database, schema and role, and that the role "
	  "may use them: Snowflake says the same in both cases." },
	{ "002003", "not-found", "Check database and schema, and that the role may use them." },
	{ "003001", "forbidden", NULL },
	{ "000606", "config", "Enter a warehouse." },
	{ "391903", "internal", NULL },
};

/* "JWT token is invalid. [uuid]": what the admins there find it by. */
static void say_where(struct net_fault *fault)
{
	const char *from = strrchr(fault->detail, '['), *to = from ? strchr(from, ']') : NULL;

	snprintf(fault->fix, sizeof(fault->fix), "Check the user, and that the key's public half "
		 "is the RSA_PUBLIC_KEY of that user. ");
	if (to && to - from < HANDLE)
		snprintf(fault->fix + strlen(fault->fix), TEXT, "An administrator there learns "
			 "more by: SELECT SYSTEM$GET_LOGIN_FAILURE_DETAILS('%.*s')",
			 (int)(to - from - 1), from + 1);
}

static void explain(const struct api_answer *answer, struct net_fault *fault)
{
	(void)warehouse_means(codes, COUNT_OF(codes), api_text(answer->body, "code", API_END),
			      fault);
	if (strcmp(fault->reason, "auth-bad") == 0)
		say_where(fault);
}

/* ---- who asks -------------------------------------------------------------------------- */

/* Upper case; of an account without its region ("xy12345.eu-central-1.aws"). */
static void upper(const char *text, const char *end, char out[NAME])
{
	size_t i, n = strcspn(text, end);

	for (i = 0; i < n && i + 1 < NAME; i++)
		out[i] = (char)toupper((unsigned char)text[i]);
	out[i] = '\0';
}

static bool claim(struct buf *out, struct net_fault *fault)
{
	const char *key = letter_secret("private_key"), *lock = letter_secret("passphrase");
	char account[NAME], user[NAME], name[2 * NAME], issuer[2 * NAME + 100];
	int64_t now = (int64_t)time(NULL);
	struct buf claims, print;
	struct json json;
	bool good;

	if (!key || !*key || !*letter_field("username"))
		return api_wrong(fault, "config", "%s is missing", key && *key ? "the username" :
				 "the private key");
	upper(letter_field("account"), ".", account);
	upper(letter_field("username"), "", user);
	snprintf(name, sizeof(name), "%s.%s", account, user);
	buf_init(&claims, JWT_MOST);
	buf_init(&print, NAME);
	good = jwt_print(&print, key, lock, fault);
	jsonw_begin(&json, &claims);
	snprintf(issuer, sizeof(issuer), "%s.%.80s", name, buf_text(&print));
	jsonw_kstring(&json, "iss", issuer);
	jsonw_kstring(&json, "sub", name);
	jsonw_kint(&json, "iat", now - BEFORE);
	jsonw_kint(&json, "exp", now + LIVES);
	jsonw_object_end(&json);
	good = good && jwt_sign_locked(out, key, lock, buf_text(&claims), fault);
	buf_release(&claims);
	buf_release(&print);
	return good;
}

static bool open_it(struct api *api, struct net_fault *fault)
{
	const char *account = letter_field("account");
	char usual[HOST];
	struct buf claimed;
	size_t i;
	bool good;

	memset(api, 0, sizeof(*api));
	snprintf(usual, sizeof(usual), "https://%.240s.snowflakecomputing.com", account);
	for (i = 0; usual[i]; i++)
		usual[i] = usual[i] == '_' ? '-' : usual[i];	/* so it is in addresses */
	if (!*account || account[strspn(account, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuv"
					"wxyz0123456789-_.")])
		return api_wrong(fault, "config", "the account identifier is %s", *account ?
				 "none: it has letters, digits, - _ and ." : "missing");
	buf_init(&claimed, BODY_MOST);
	good = claim(&claimed, fault) && api_open(api, usual, fault);
	if (good) {
		api->headers = headers;
		api->explain = explain;
		api_bearer(api, buf_text(&claimed));
	}
	buf_wipe(&claimed);
	return good;
}

/* ---- steps ----------------------------------------------------------------------------- */

static bool no_account(struct net_fault *fault)
{
	fault->reason = "wrong-account";
	snprintf(fault->fix, sizeof(fault->fix), "Check the account identifier: what stands "
		 "before .snowflakecomputing.com where you sign in.");
	return false;
}

static bool connect_to(struct api *api, struct net_fault *fault)
{
	struct api_answer answer;
	bool good = api_hello(api, "/api/v2/statements", &answer, fault);

	if (!good && strcmp(fault->reason, "dns") == 0) {
		(void)no_account(fault);
	} else if (good && answer.http.status == 404 && !answer.body) {
		(void)api_wrong(fault, "wrong-account", "there is no such account");
		fault->http = 404;
		good = no_account(fault);
	} else if (good && !answer.body) {
		good = warehouse_not_this(&answer, "Snowflake", fault);
	}
	api_release(&answer);
	if (good)
		warehouse_connected(api);
	return good;
}

static void add_wish(struct json *json, const char *name)
{
	if (*letter_field(name))
		jsonw_kstring(json, name, letter_field(name));
}

static bool path_of(char path[NAME])
{
	unsigned char c[16];

	if (getrandom(c, sizeof(c), 0) != sizeof(c))
		return false;
	snprintf(path, NAME, "/api/v2/statements?requestId=%02x%02x%02x%02x-%02x%02x-4%x%02x-a%x%02x-"
		 "%02x%02x%02x%02x%02x%02x", c[0], c[1], c[2], c[3], c[4], c[5], c[6] & 15, c[7],
		 c[8] & 15, c[9], c[10], c[11], c[12], c[13], c[14], c[15]);
	return true;
}

/* The statement itself ended so (422), or by its own time (408). */
static bool has_failed(const struct net_fault *fault)
{
	return fault->http == 422 || fault->http == 408;
}

/* It takes its time: asked again until it is through, and ended where that is too long. */
static bool wait_for(struct api *api, struct api_answer *answer, struct net_fault *fault)
{
	char handle[HANDLE], path[NAME];
	const struct api_ask cancel = { .method = "POST", .path = path, .body = "{}",
					.body_type = "application/json" };
	const struct api_ask ask = { .path = path };
	bool good = true, late = false;

	snprintf(handle, sizeof(handle), "%s", api_text(answer->body, "statementHandle",
							API_END));
	if (!*handle || handle[strspn(handle, "0123456789abcdef-")]) {
		(void)api_wrong(fault, "protocol", "a statement without a handle");
		warehouse_tell_end(false, "it", fault);
		return false;
	}
	snprintf(path, sizeof(path), "/api/v2/statements/%s", handle);
	while (good && answer->http.status == RUNNING) {
		late = !warehouse_wait(POLL);
		api_release(answer);
		good = late ? api_wrong(fault, "timeout", "the statement was still waiting") :
			warehouse_ask(api, &ask, answer, fault);
	}
	if (good || has_failed(fault))
		return good;
	/* What fails on the way may run on there. */
	snprintf(path, sizeof(path), "/api/v2/statements/%s/cancel", handle);
	warehouse_cancel(api, &cancel, late ? "it" : "the statement", fault);
	return false;
}

static bool post(struct api *api, struct api_answer *answer, struct net_fault *fault)
{
	char path[NAME];
	struct api_ask ask = { .path = path, .body_type = "application/json" };
	struct json json;
	struct buf body;
	bool good;

	memset(answer, 0, sizeof(*answer));
	if (!path_of(path))
		return api_wrong(fault, "internal", "there is no chance");
	buf_init(&body, BODY_MOST);
	jsonw_begin(&json, &body);
	jsonw_kstring(&json, "statement", statement);
	jsonw_kint(&json, "timeout", 20);
	add_wish(&json, "role");
	add_wish(&json, "warehouse");
	add_wish(&json, "database");
	add_wish(&json, "schema");
	jsonw_kobject(&json, "parameters");
	jsonw_kstring(&json, "QUERY_TAG", "gatehouse-probe");
	jsonw_object_end(&json);
	jsonw_object_end(&json);
	ask.body = buf_text(&body);
	good = body.overflow ? api_wrong(fault, "config", "role, warehouse, database and schema are "
					 "too long") : warehouse_begin(api, &ask, answer, fault);
	buf_release(&body);
	return good && (answer->http.status != RUNNING || wait_for(api, answer, fault));
}

static bool read_row(const struct api_answer *answer, struct net_fault *fault)
{
	const json_t *row = json_array_get(json_object_get(answer->body, "data"), 0);
	const char *user = json_string_value(json_array_get(row, 0));
	const char *version = json_string_value(json_array_get(row, 1));
	struct net_fault none = { .reason = NULL };
	char text[TEXT];

	if (!user)
		return warehouse_not_this(answer, "Snowflake", fault);
	report_identity(user);
	snprintf(text, sizeof(text), "Snowflake %.60s", version ? version : "");
	report_server(text);
	if (json_string_value(json_array_get(row, 2))) {
		report_ok("");
		return true;
	}
	snprintf(none.detail, sizeof(none.detail), "there is no warehouse: queries will fail");
	report_fault("warn", &none);
	return true;
}

static bool enter(struct api *api, struct net_fault *fault)
{
	struct api_answer answer;
	bool good;

	report_begin("auth");
	good = post(api, &answer, fault);
	if (good || fault->http == 422 || fault->http == 400 || fault->http == 408 ||
	    strcmp(fault->reason, "timeout") == 0) {
		report_ok("");		/* who asks was known */
		report_begin("read");
	}
	good = good && read_row(&answer, fault);
	api_release(&answer);
	return good;
}

static const char *not_from_here(void)
{
	return warehouse_oauth() ? warehouse_oauth() : *letter_field("proxy") ? "through a proxy it cannot be checked from here" : NULL;
}

static bool verify(struct net_fault *fault)
{
	static const char *const plan[] = { "connect", "auth", "read" };
	struct api api;
	bool good;

	if (warehouse_passed_over(not_from_here()))
		return true;
	report_plan(plan, COUNT_OF(plan));
	report_begin("connect");
	good = open_it(&api, fault) && connect_to(&api, fault) && enter(&api, fault);
	api_close(&api);
	return good;
}

const struct connector connector_snowflake = { .type = "snowflake", .verify = verify };
