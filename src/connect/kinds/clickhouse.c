/* clickhouse.c: ClickHouse by its HTTP interface: one constant line is read, in the
 * database of the connection. */
#include <stdio.h>
#include <string.h>

#include "base/attr.h"
#include "connect/api.h"
#include "connect/connector.h"
#include "connect/letter.h"
#include "connect/report.h"
#include "connect/warehouse.h"

enum { PATH_MOST = 1024, TEXT = 512, NATIVE = 16 };

static const char statement[] = "SELECT version(), currentDatabase(), toString(count()) FROM "
	"system.databases WHERE name = currentDatabase() /* gatehouse-probe */";

/* Whom a profile holds to reading may change no setting, not even to what it is (164), and a
 * profile may have constraints of its own (452). */
static const char limited[] = "&readonly=1&max_execution_time=10";

static const struct warehouse_code codes[] = {
	{ "192", "auth-bad", NULL }, { "193", "auth-bad", NULL },
	{ "194", "auth-bad", NULL }, { "516", "auth-bad", NULL },
	{ "195", "forbidden", "Have the address of this machine added to those that the user "
	  "may come from (networks, or HOST of the user)." },
	{ "81", "not-found", NULL },
	{ "291", "forbidden", "Have the user granted SELECT on the database." },
	{ "497", "forbidden", "Have the user granted SELECT on the database." },
	{ "164", "forbidden", "Have the user's profile let it read." },
	{ "452", "forbidden", "Have the constraints of the user's profile let it read." },
	{ "201", "rate-limited", NULL }, { "202", "rate-limited", NULL },
	{ "159", "timeout", NULL },
	{ "62", "not-this-api", NULL }, { "46", "not-this-api", NULL },
	{ "241", "server-error", NULL }, { "209", "server-error", NULL },
};

/* "Code: 193, e.displayText() = DB::Exception: Wrong password for user x, e.what() = ..."
 * (18), "Code: 516. DB::Exception: x: Authentication failed: ... (version 24.3)": what is
 * said of it. */
static void trim(char *text)
{
	static const char before[] = "DB::Exception: ";
	const char *at = strstr(text, before);
	char *end;

	if (at)
		memmove(text, at + strlen(before), strlen(at + strlen(before)) + 1);
	end = strstr(text, ", e.what()");
	end = end ? end : strstr(text, " (version ");
	if (end)
		*end = '\0';
}

/* By the header of newer ones, or at the beginning of the text. */
static void code_of(const struct api_answer *answer, char out[NATIVE])
{
	static const char before[] = "Code: ";
	const char *code = http_header(&answer->http, "x-clickhouse-exception-code");

	if (!code && strncmp(buf_text(&answer->http.body), before, strlen(before)) == 0)
		code = buf_text(&answer->http.body) + strlen(before);
	snprintf(out, NATIVE, "%.*s", code ? (int)strspn(code, "0123456789") : 0,
		 code ? code : "");
}

static void explain(const struct api_answer *answer, struct net_fault *fault)
{
	char code[NATIVE];

	code_of(answer, code);
	trim(fault->detail);
	(void)warehouse_means(codes, COUNT_OF(codes), code, fault);
}

/* ---- steps ----------------------------------------------------------------------------- */

static bool is_clickhouse(const struct api_answer *answer)
{
	const char *text = buf_text(&answer->http.body);

	return answer->http.status == 200 &&
		(strcmp(text, "Ok.") == 0 || strcmp(text, "Ok.\n") == 0);
}

/* Every answer to a query has one of these, also a refusal, from 18.16 on; /ping has none. */
static bool signs_itself(const struct api_answer *answer)
{
	return http_header(&answer->http, "x-clickhouse-server-display-name") ||
		http_header(&answer->http, "x-clickhouse-exception-code");
}

/* The form has the port of ClickHouse's own protocol, as Hex wants it; that of HTTP is
 * the usual one then. */
static const char *port_of_http(void)
{
	const char *port = letter_field("port");

	return strcmp(port, "9440") == 0 ? "8443" : strcmp(port, "9000") == 0 ? "8123" : port;
}

/* It may be that HTTP is elsewhere: what says nothing of the port has a fix of its own. */
static bool is_of_port(const struct net_fault *fault)
{
	static const char *const reasons[] = { "refused", "timeout", "reset", "not-tls",
		"not-this-api", "protocol" };
	size_t i;

	for (i = 0; i < COUNT_OF(reasons); i++)
		if (strcmp(fault->reason, reasons[i]) == 0)
			return true;
	return false;
}

static bool connect_to(struct api *api, struct net_fault *fault)
{
	const struct warehouse_place place = { .name = "ClickHouse",
		.host = letter_field("host"), .port = port_of_http(),
		.hello = { .path = "/ping", .text = true }, .knows = is_clickhouse,
		.may_be_plain = true,
		.proof = { .path = "/?query=SELECT%201", .text = true },
		.proves = signs_itself };

	if (warehouse_connect(api, &place, fault)) {
		api->explain = explain;
		api_basic(api, letter_field("username"), letter_secret("password") ?
			  letter_secret("password") : "");
		return true;
	}
	if (place.port != letter_field("port") && is_of_port(fault))
		snprintf(fault->fix, sizeof(fault->fix), "The check speaks HTTP: where the port "
			 "is %.8s, that of ClickHouse's own protocol, it goes to %s. If HTTP is "
			 "elsewhere there, enter its port for the check.",
			 letter_field("port"), place.port);
	else if (strcmp(fault->reason, "not-this-api") == 0)
		snprintf(fault->fix, sizeof(fault->fix), "Enter the port of ClickHouse's HTTP "
			 "interface: 8443 is usual.");
	return false;
}

static bool post(struct api *api, const char *settings, struct api_answer *answer,
		 struct net_fault *fault)
{
	struct api_ask ask = { .body = statement, .body_type = "text/plain" };
	struct buf path;
	bool good;

	memset(answer, 0, sizeof(*answer));
	buf_init(&path, PATH_MOST);
	buf_printf(&path, "/?default_format=JSONCompact%s", settings);
	if (*letter_field("database")) {
		buf_adds(&path, "&database=");
		api_escape(&path, letter_field("database"));
	}
	ask.path = buf_text(&path);
	good = path.overflow ? api_wrong(fault, "config", "the database's name is too long") :
		warehouse_begin(api, &ask, answer, fault);
	buf_release(&path);
	return good;
}

static bool read_row(const struct api_answer *answer, struct net_fault *fault)
{
	const json_t *row = json_array_get(json_object_get(answer->body, "data"), 0);
	const char *version = json_string_value(json_array_get(row, 0));
	const char *database = json_string_value(json_array_get(row, 1));
	const char *seen = json_string_value(json_array_get(row, 2));
	bool named = *letter_field("database");
	char text[TEXT];

	if (!version || !database || !seen)
		return warehouse_not_this(answer, "ClickHouse", fault);
	report_identity(letter_field("username"));
	snprintf(text, sizeof(text), "ClickHouse %.60s", version);
	report_server(text);
	if (strcmp(seen, "0") != 0) {
		snprintf(text, sizeof(text), "database %.120s", database);
		report_ok(text);
		return true;
	}
	(void)api_wrong(fault, "forbidden", "the user may see nothing of the database %.120s",
			database);
	snprintf(fault->fix, sizeof(fault->fix), "Have the user granted SELECT on it.");
	if (named)
		return false;
	fault->reason = NULL;
	snprintf(fault->fix, sizeof(fault->fix), "Enter the database that queries start in.");
	report_fault("warn", fault);
	return true;
}

/* Was it known who asks, whatever was wrong then? */
static bool was_let_in(const struct net_fault *fault)
{
	return *fault->native && strcmp(fault->reason, "auth-bad") != 0 &&
		strcmp(fault->native, "195") != 0;
}

static bool enter(struct api *api, struct net_fault *fault)
{
	struct api_answer answer;
	bool good;

	report_begin("auth");
	good = post(api, limited, &answer, fault);
	if (!good && (strcmp(fault->native, "164") == 0 || strcmp(fault->native, "452") == 0)) {
		api_release(&answer);
		good = post(api, "", &answer, fault);
	}
	if (good || was_let_in(fault)) {
		report_ok("");
		report_begin("read");
	}
	good = good && read_row(&answer, fault);
	api_release(&answer);
	return good;
}

static bool verify(struct net_fault *fault)
{
	static const char *const plan[] = { "connect", "auth", "read" };
	struct api api;
	bool good;

	warehouse_plan(plan, COUNT_OF(plan));
	good = connect_to(&api, fault) && enter(&api, fault);
	warehouse_close(&api);
	return good;
}

const struct connector connector_clickhouse = { .type = "clickhouse", .verify = verify };
