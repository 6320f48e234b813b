/* device_flow.c: see device_flow.h. */
#include "connect/device_flow.h"

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "connect/letter.h"
#include "connect/report.h"
#include "net/dial.h"

enum {
	FORM_MOST = 8192, TOKEN_MOST = 8192, CODE_MOST = 40, ADDRESS_MOST = 300,
	THOUSAND = 1000, MILLION = 1000000, EXPIRES = 900, EXPIRES_MOST = 3600,
	SECONDS_MOST = 10 * 366 * 24 * 3600, INTERVAL = 5, INTERVAL_MOST = 60, SLOWER = 5, SLOW_DOWNS = 2, LEAST_MS = 50,
	/* Clocks of virtual machines run fast: a fifth more than is said, and two
	 * fifths after the first complaint, as GitHub's own program waits. */
	FACTOR = 12, FACTOR_SLOW = 14, TENTH = 10
};

static const char grant_type[] = "urn:ietf:params:oauth:grant-type:device_code";

/* ---- answers --------------------------------------------------------------------- */

static int hex(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 :
		c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* A value of a form, in place. */
static void unescape(char *text)
{
	char *to = text;

	for (; *text; text++) {
		if (*text == '%' && hex(text[1]) >= 0 && hex(text[2]) >= 0) {
			*to++ = (char)(hex(text[1]) << 4 | hex(text[2]));
			text += 2;
		} else {
			*to++ = *text == '+' ? ' ' : *text;
		}
	}
	*to = '\0';
}

/* Servers that do not look at Accept answer with a form (CONNECTORS 1.1). */
static json_t *read_form(const char *body)
{
	json_t *object = json_object();
	char *copy = strdup(body), *rest = copy, *pair, *value;
	json_t *text;
	bool good = object && copy && strchr(body, '=') && !strpbrk(body, "<> \r\n{");

	while (good && (pair = strsep(&rest, "&")) != NULL) {
		value = strchr(pair, '=');
		good = value != NULL;
		if (!good)
			break;
		*value++ = '\0';
		unescape(value);
		text = json_string(value);
		good = !json_object_get(object, pair) &&
			json_object_set_new(object, pair, text) == 0;
	}
	if (copy)
		explicit_bzero(copy, strlen(body));
	free(copy);
	if (good)
		return object;
	json_decref(object);
	return NULL;
}

/* Seconds; numbers are text in a form.  No more than one can go on reckoning with. */
static int64_t number(const json_t *answer, const char *name, int64_t otherwise)
{
	const char *text = api_text(answer, name, API_END);
	int64_t n = api_number(answer, name);
	char *end;

	if (*text >= '0' && *text <= '9') {
		n = strtoll(text, &end, 10);
		n = *end ? -1 : n;
	}
	return n < 0 ? otherwise : n > SECONDS_MOST ? SECONDS_MOST : n;
}

/* An answer with a status of 2xx or 4xx, whose words are to be read; else *fault. */
static bool post(struct api *web, const char *path, const struct buf *form,
		 struct api_answer *answer, struct net_fault *fault)
{
	const struct api_ask ask = { .path = path, .body = buf_text(form), .bare = true,
				     .text = true, .refused = true };
	const struct buf *body = &answer->http.body;

	if (!api_ask(web, &ask, answer, fault))
		return false;
	if (!answer->body)
		answer->body = json_loadb(buf_text(body), body->len,
					  JSON_REJECT_DUPLICATES, NULL);
	if (!answer->body)
		answer->body = read_form(buf_text(body));
	if (json_is_object(answer->body) && answer->http.status != 429)
		return true;
	api_refusal(web, answer, fault);
	if (answer->http.status / 100 == 2)
		(void)api_wrong(fault, *buf_text(body) == '{' ? "protocol" : "not-this-api",
				"neither JSON nor a form came");
	return false;
}

/* ---- what an error means ----------------------------------------------------------- */

static const struct { const char *error, *reason; } errors[] = {
	{ "expired_token", "code-expired" }, { "incorrect_device_code", "code-expired" },
	{ "invalid_grant", "code-expired" }, { "access_denied", "denied-by-user" },
	{ "device_flow_disabled", "forbidden" }, { "unauthorized_client", "forbidden" },
	{ "unsupported_grant_type", "forbidden" }, { "Not Found", "not-found" },
	{ "incorrect_client_credentials", "auth-bad" }, { "invalid_client", "auth-bad" },
	{ "bad_refresh_token", "auth-expired" } };

/* *fault by the word of the error; "": by the status. */
static bool refused(const struct api *web, const struct device_flow *flow,
		    const struct api_answer *answer, struct net_fault *fault)
{
	const char *error = api_text(answer->body, "error", API_END);
	size_t i;

	api_refusal(web, answer, fault);
	for (i = 0; i < COUNT_OF(errors); i++)
		if (strcmp(errors[i].error, error) == 0)
			fault->reason = errors[i].reason;
	if (!*error && answer->http.status / 100 == 2)
		(void)api_wrong(fault, "protocol", "neither a code nor an error came");
	if (strcmp(fault->reason, "forbidden") == 0 || strcmp(fault->reason, "auth-bad") == 0
	    || strcmp(fault->reason, "not-found") == 0)
		snprintf(fault->fix, sizeof(fault->fix), "%s", flow->otherwise);
	return false;
}

/* ---- the code ---------------------------------------------------------------------- */

struct waiting {
	char code[512];			/* of this device: secret */
	int64_t until, interval;	/* dial_now(); seconds */
};

/* What is shown to people and entered by them: no trick in it. */
static bool is_fit(const char *user_code, const char *address)
{
	return *user_code && strlen(user_code) < CODE_MOST && text_is_ascii(user_code) &&
		!text_has_control(user_code) && strlen(address) < ADDRESS_MOST &&
		text_is_ascii(address) && !text_has_control(address) &&
		!strpbrk(address, " \"<>") && http_leads(address);
}

static bool read_code(const struct api_answer *answer, struct waiting *waiting,
		      struct net_fault *fault)
{
	const char *code = api_text(answer->body, "device_code", API_END);
	const char *user_code = api_text(answer->body, "user_code", API_END);
	const char *address = api_text(answer->body, "verification_uri", API_END);
	int64_t expires = number(answer->body, "expires_in", EXPIRES);

	if (!*code || strlen(code) >= sizeof(waiting->code) || !is_fit(user_code, address))
		return api_wrong(fault, "protocol", "the code, or where it is to be entered, "
				 "cannot be used");
	snprintf(waiting->code, sizeof(waiting->code), "%s", code);
	if (expires > EXPIRES_MOST)
		expires = EXPIRES_MOST;
	waiting->interval = number(answer->body, "interval", INTERVAL);
	waiting->until = dial_now() + expires * THOUSAND;
	report_ok("");
	report_device(user_code, address, expires);
	return true;
}

static bool ask_code(struct api *web, const struct device_flow *flow,
		     struct waiting *waiting, struct net_fault *fault)
{
	struct api_answer answer;
	struct buf form;
	bool good;

	buf_init(&form, FORM_MOST);
	api_form(&form, "client_id", flow->client_id);
	if (*flow->scope)
		api_form(&form, "scope", flow->scope);
	good = post(web, flow->codes, &form, &answer, fault);
	if (good)
		good = answer.http.status / 100 == 2 &&
			*api_text(answer.body, "device_code", API_END) ?
			read_code(&answer, waiting, fault) :
			refused(web, flow, &answer, fault);
	api_release(&answer);
	buf_release(&form);
	return good;
}

/* ---- the wait ----------------------------------------------------------------------- */

static void read_grant(const json_t *answer, struct device_grant *grant)
{
	buf_adds(&grant->token, api_text(answer, "access_token", API_END));
	buf_adds(&grant->refresh, api_text(answer, "refresh_token", API_END));
	grant->expires_in = number(answer, "expires_in", -1);
}

static void wait_a_while(const struct waiting *waiting, int slow_downs)
{
	int64_t interval = waiting->interval > INTERVAL_MOST ? INTERVAL_MOST :
		waiting->interval;
	int64_t ms = interval * THOUSAND * (slow_downs ? FACTOR_SLOW : FACTOR) / TENTH;
	int64_t left = waiting->until - dial_now();

	if (ms < LEAST_MS)
		ms = LEAST_MS;
	if (ms > left)
		ms = left;
	if (ms > dial_left(letter_until()))
		ms = dial_left(letter_until());
	if (ms > 0)
		(void)poll(NULL, 0, (int)ms);
}

enum polled { POLL_AGAIN, POLL_GOOD, POLL_OVER };

static enum polled judge(struct api *web, const struct device_flow *flow,
			 const struct api_answer *answer, struct waiting *waiting,
			 struct device_grant *grant, int *slow_downs, struct net_fault *fault)
{
	const char *error = api_text(answer->body, "error", API_END);

	if (strcmp(error, "authorization_pending") == 0)
		return POLL_AGAIN;
	if (strcmp(error, "slow_down") == 0) {
		waiting->interval = number(answer->body, "interval",
					   waiting->interval + SLOWER);
		if (++*slow_downs <= SLOW_DOWNS)
			return POLL_AGAIN;
		(void)api_wrong(fault, "clock-skew", "told %d times to slow down, although "
				"it waited longer than was asked", *slow_downs);
		snprintf(fault->fix, sizeof(fault->fix), "The clock of this machine runs too "
			 "fast, as those of virtual machines may: let its administrator "
			 "mend that, then start again.");
		return POLL_OVER;
	}
	if (!*error && *api_text(answer->body, "access_token", API_END)) {
		read_grant(answer->body, grant);
		if (!grant->token.overflow && !grant->refresh.overflow)
			return POLL_GOOD;
		(void)api_wrong(fault, "protocol", "the token is too long");
		return POLL_OVER;
	}
	(void)refused(web, flow, answer, fault);
	return POLL_OVER;
}

/* A poll that was lost on the way, or a service that is away for a moment, is no end. */
static bool is_lost(const struct net_fault *fault)
{
	static const char *const lost[] = { "timeout", "reset", "refused", "dns",
					    "server-error", "rate-limited" };
	size_t i;

	for (i = 0; i < COUNT_OF(lost); i++)
		if (strcmp(fault->reason, lost[i]) == 0)
			return true;
	/* cut within the answer */
	return !fault->http && strcmp(fault->reason, "protocol") == 0;
}

static bool await(struct api *web, const struct device_flow *flow,
		  struct waiting *waiting, struct device_grant *grant,
		  struct net_fault *fault)
{
	enum polled polled = POLL_AGAIN;
	struct api_answer answer;
	int slow_downs = 0;
	struct buf form;

	buf_init(&form, FORM_MOST);
	api_form(&form, "client_id", flow->client_id);
	api_form(&form, "device_code", waiting->code);
	api_form(&form, "grant_type", grant_type);
	while (polled == POLL_AGAIN) {
		wait_a_while(waiting, slow_downs);
		if (dial_now() >= waiting->until || !dial_left(letter_until()))
			break;
		if (post(web, flow->tokens, &form, &answer, fault))
			polled = judge(web, flow, &answer, waiting, grant, &slow_downs,
				       fault);
		else if (!is_lost(fault))
			polled = POLL_OVER;
		api_release(&answer);
	}
	buf_wipe(&form);
	if (polled == POLL_AGAIN)
		return api_wrong(fault, "code-expired", "nobody entered the code in time");
	return polled == POLL_GOOD;
}

/* ---- all of it ----------------------------------------------------------------------- */

static void begin(struct device_grant *grant)
{
	memset(grant, 0, sizeof(*grant));
	buf_init(&grant->token, TOKEN_MOST);
	buf_init(&grant->refresh, TOKEN_MOST);
	grant->expires_in = -1;
}

bool device_sign_in(struct api *web, const struct device_flow *flow,
		    struct device_grant *grant, struct net_fault *fault)
{
	struct waiting waiting = { .interval = INTERVAL };
	bool good;

	begin(grant);
	report_begin("code");
	if (!*flow->client_id) {
		snprintf(fault->fix, sizeof(fault->fix), "%s", flow->otherwise);
		return api_wrong(fault, "config", "the client ID of an app is wanted: whose "
				 "app asks");
	}
	good = ask_code(web, flow, &waiting, fault);
	if (good) {
		report_begin("wait");
		good = await(web, flow, &waiting, grant, fault);
	}
	explicit_bzero(waiting.code, sizeof(waiting.code));
	if (!good)
		return false;
	/* Before anything is done with it: it may come only once. */
	device_report(grant);
	report_ok("");
	return true;
}

bool device_refresh(struct api *web, const struct device_flow *flow, const char *refresh,
		    struct device_grant *grant, struct net_fault *fault)
{
	struct api_answer answer;
	struct buf form;
	bool good;

	begin(grant);
	buf_init(&form, FORM_MOST);
	api_form(&form, "client_id", flow->client_id);
	api_form(&form, "refresh_token", refresh);
	api_form(&form, "grant_type", "refresh_token");
	good = post(web, flow->tokens, &form, &answer, fault);
	if (good && *api_text(answer.body, "access_token", API_END))
		read_grant(answer.body, grant);
	else if (good && !refused(web, flow, &answer, fault) &&
		 strcmp(fault->reason, "code-expired") == 0)
		fault->reason = "auth-expired";
	good = good && grant->token.len && !grant->token.overflow && !grant->refresh.overflow;
	api_release(&answer);
	buf_wipe(&form);
	if (good)
		device_report(grant);
	return good;
}

void device_report(const struct device_grant *grant)
{
	char when[CLOCK_TEXT];

	letter_lent(buf_text(&grant->token));
	report_secret("token", buf_text(&grant->token));
	if (grant->refresh.len) {
		letter_lent(buf_text(&grant->refresh));
		report_secret("refresh_token", buf_text(&grant->refresh));
	}
	/* Where it is renewed by itself, its end is nobody's concern. */
	if (grant->expires_in <= 0 || grant->refresh.len)
		return;
	clock_rfc3339(clock_now() + grant->expires_in * MILLION, when);
	report_expires(when);
}

void device_grant_release(struct device_grant *grant)
{
	buf_wipe(&grant->token);
	buf_wipe(&grant->refresh);
}
