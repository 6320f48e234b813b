/* echo_courier.c: a courier as all others are (connect/connector.h), of a service that
 * repeats what it is told: it asks a server three times, twice with its token, and says
 * what it got; and what a courier sees of the world. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include "connect/connector.h"
#include "connect/letter.h"
#include "connect/report.h"
#include "net/http.h"

extern char **environ;

/* A step: what is asked, and the answer's words as its detail, as a careless service
 * would. */
static bool step(struct http *http, const char *name, const char *target,
		 const char *authorization, struct net_fault *fault)
{
	const struct http_ask ask = { .target = target, .authorization = authorization };
	struct http_answer answer;
	const char *location;
	bool good;

	report_begin(name);
	good = http_ask(http, &ask, &answer, fault);
	location = good ? http_header(&answer, "location") : NULL;
	if (good && answer.status != 200) {
		fault->reason = location ? "redirected" : "auth-bad";
		fault->http = answer.status;
		snprintf(fault->detail, sizeof(fault->detail), "%s %.200s",
			 location ? location : "", buf_text(&answer.body));
		snprintf(fault->fix, sizeof(fault->fix), "%.1000s", buf_text(&answer.body));
		good = false;
	}
	if (good)
		report_ok(buf_text(&answer.body));
	http_answer_release(&answer);
	return good;
}

static bool verify(struct net_fault *fault)
{
	static const char *const plan[] = { "connect", "auth", "list" };
	const struct http_site site = { .origin = letter_field("endpoint"),
		.until = letter_until() };
	struct http *http;
	char bearer[512];
	bool good;

	report_plan(plan, 3);
	http = http_new(&site, fault);
	snprintf(bearer, sizeof(bearer), "Bearer %s", letter_secret("token"));
	good = http && step(http, "connect", "/hello", NULL, fault) &&
		step(http, "auth", "/user", bearer, fault) &&
		step(http, "list", "/list", bearer, fault);
	http_free(http);
	return good;
}

/* A row with a text of so many letters, and one more. */
static bool say_long(size_t n)
{
	static char text[32768];

	memset(text, 'z', n < sizeof(text) ? n : sizeof(text) - 1);
	report_begin("list");
	report_row("key", text, REPORT_END);
	report_row("key", "short", REPORT_END);
	report_ok("");
	return true;
}

/* What it sees: each variable of the environment, and its limits. */
static bool browse(struct net_fault *fault)
{
	static const struct { const char *name; __rlimit_resource_t what; } limits[] = {
		{ "core", RLIMIT_CORE }, { "files", RLIMIT_NOFILE }, { "cpu", RLIMIT_CPU },
		{ "size", RLIMIT_FSIZE } };
	struct rlimit limit;
	char text[32];
	size_t i;

	(void)fault;
	if (strncmp(letter_field("endpoint"), "long ", 5) == 0)
		return say_long(strtoul(letter_field("endpoint") + 5, NULL, 10));
	for (i = 0; environ && environ[i]; i++)
		report_row("variable", environ[i], REPORT_END);
	for (i = 0; i < sizeof(limits) / sizeof(*limits); i++) {
		limit.rlim_max = RLIM_INFINITY;
		(void)getrlimit(limits[i].what, &limit);
		snprintf(text, sizeof(text), "%lu", (unsigned long)limit.rlim_max);
		report_row(limits[i].name, text, REPORT_END);
	}
	snprintf(text, sizeof(text), "%d", prctl(PR_GET_DUMPABLE));
	report_row("dumpable", text, REPORT_END);
	snprintf(text, sizeof(text), "%d", prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0));
	report_row("no_new_privs", text, REPORT_END);
	return true;
}

static const struct connector echo = { .type = "echo", .verify = verify, .browse = browse };

const struct connector *const *connectors(size_t *n)
{
	static const struct connector *const all[] = { &echo };

	*n = 1;
	return all;
}

int main(void)
{
	return connector_run();
}
