/* api_fault.c: what a service refuses, as a reason (api.h). */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "connect/api.h"
#include "connect/letter.h"

enum { WHOLE = 4096, MESSAGE_MOST = 180, ONE_HOUR = 3600, SECONDARY = 60 };

bool api_wrong(struct net_fault *fault, const char *reason, const char *format, ...)
{
	va_list list;

	fault->reason = reason;
	va_start(list, format);
	vsnprintf(fault->detail, sizeof(fault->detail), format, list);
	va_end(list);
	return false;
}

void api_name_request(const struct api_answer *answer, struct net_fault *fault)
{
	const char *id = http_header(&answer->http, "x-github-request-id");
	size_t n = strlen(fault->detail);

	if (!id)
		id = http_header(&answer->http, "x-request-id");
	if (id && *id && n + 20 < sizeof(fault->detail))
		snprintf(fault->detail + n, sizeof(fault->detail) - n, "%srequest %.60s",
			 n ? "; " : "", id);
}

/* ---- messages --------------------------------------------------------------------- */

/* So much of it, and no secret that is cut. */
static void say(const char *text, size_t n, struct net_fault *fault)
{
	char whole[WHOLE];

	snprintf(whole, sizeof(whole), "%.*s", (int)(n < WHOLE ? n : WHOLE), text);
	letter_hide(whole);
	snprintf(fault->detail, sizeof(fault->detail), "%.*s", MESSAGE_MOST, whole);
}

/* {"message":"..."}, {"message":{"field":["..."]}}, {"error":{"message":"..."}},
 * {"error":"...","error_description":"..."} */
static void message_of(const json_t *body, struct net_fault *fault)
{
	const json_t *message = json_object_get(body, "message");
	const char *text = api_text(body, "message", API_END), *code = api_text(body, "error",
									     API_END);
	char *all = NULL;

	if (!*text)
		text = api_text(body, "error", "message", API_END);
	if (!*text)
		text = api_text(body, "error_description", API_END);
	if (!*text && json_is_object(message))
		text = all = json_dumps(message, JSON_COMPACT);
	if (*code)
		snprintf(fault->native, sizeof(fault->native), "%s", code);
	text = text && *text ? text : code;
	say(text, strlen(text), fault);
	free(all);
}

/* The first line of a text that is none of HTML. */
static void first_line(const struct api_answer *answer, struct net_fault *fault)
{
	const char *text = buf_text(&answer->http.body);

	if (strchr(text, '<'))
		return;
	say(text, strcspn(text, "\r\n"), fault);
}

/* ---- limits ----------------------------------------------------------------------- */

static int64_t digits(const char *text)
{
	char *end;
	long long n = text && *text >= '0' && *text <= '9' ? strtoll(text, &end, 10) : -1;

	return n >= 0 && !*end ? n : -1;
}

void api_rate_limited(const struct api_answer *answer, struct net_fault *fault)
{
	const char *reset = http_header(&answer->http, "x-ratelimit-reset");
	int64_t now = (int64_t)time(NULL), wait, at;
	char until[40];
	struct tm tm;
	time_t t;

	fault->reason = "rate-limited";
	wait = digits(http_header(&answer->http, "retry-after"));
	at = digits(reset ? reset : http_header(&answer->http, "ratelimit-reset"));
	/* Their clock tells when; a reset may be an hour and more away, not a week. */
	if (wait < 0 && at > now + answer->http.skew)
		wait = at - now - answer->http.skew;
	if (wait < 0 || wait > 168 * ONE_HOUR)
		wait = SECONDARY;
	t = (time_t)(now + wait);
	if (!gmtime_r(&t, &tm) || !strftime(until, sizeof(until), "%Y-%m-%d %H:%M:%S UTC", &tm))
		return;
	snprintf(fault->fix, sizeof(fault->fix), "Wait until %s (%lld s), then try again. If it "
		 "comes back, see what else uses the same credential.", until,
		 (long long)wait);
}

static bool is_used_up(const struct http_answer *answer)
{
	const char *left = http_header(answer, "x-ratelimit-remaining");

	return http_header(answer, "retry-after") || (left && strcmp(left, "0") == 0);
}

/* ---- what it means ------------------------------------------------------------------ */

static const char *of_bad_request(const struct api_answer *answer)
{
	const char *text = buf_text(&answer->http.body);

	/* nginx says so with 400 to who has no certificate */
	return strstr(text, "SSL certificate was sent") || strstr(text, "SSL certificate error")
		? "tls-client-cert" : "protocol";
}

static const char *reason_of(const struct api_answer *answer)
{
	int status = answer->http.status;
	bool empty = !answer->http.body.len;

	switch (status) {
	case 400:
		return of_bad_request(answer);
	case 401:
		return "auth-bad";
	case 403:
		return is_used_up(&answer->http) ? "rate-limited" : "forbidden";
	case 404:
	case 410:
		return answer->body || empty ? "not-found" : "not-this-api";
	case 407:
		return "proxy";
	case 429:
		return "rate-limited";
	default:
		return status / 100 == 3 ? "redirected" : status / 100 == 5 ?
			"server-error" : "protocol";
	}
}

static void redirected(const struct api_answer *answer, struct net_fault *fault)
{
	const char *to = http_header(&answer->http, "location");

	if (to && *to)
		snprintf(fault->detail, sizeof(fault->detail), "to %.200s", to);
}

/* Tokens hold for a time, signed ones for minutes: a clock that is wrong looks like a
 * token that is. */
static void by_the_clock(const struct http_answer *answer, struct net_fault *fault)
{
	long long skew = (long long)answer->skew;

	if (!answer->dated || (skew <= API_SKEW && skew >= -API_SKEW) ||
	    (strcmp(fault->reason, "auth-bad") != 0 &&
	     strcmp(fault->reason, "auth-expired") != 0 &&
	     strcmp(fault->reason, "clock-skew") != 0))
		return;
	(void)api_wrong(fault, "clock-skew", "the clock here is %lld s %s that of the server",
			skew < 0 ? -skew : skew, skew < 0 ? "ahead of" : "behind");
	fault->fix[0] = '\0';
}

void api_refusal(const struct api *api, const struct api_answer *answer,
		 struct net_fault *fault)
{
	*fault = (struct net_fault){ .reason = reason_of(answer),
				     .http = answer->http.status };
	if (answer->body)
		message_of(answer->body, fault);
	else
		first_line(answer, fault);
	if (strcmp(fault->reason, "redirected") == 0)
		redirected(answer, fault);
	if (strcmp(fault->reason, "rate-limited") == 0)
		api_rate_limited(answer, fault);
	if (api->explain)
		api->explain(answer, fault);
	by_the_clock(&answer->http, fault);
	api_name_request(answer, fault);
}
