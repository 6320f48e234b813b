/* warehouse.c: see warehouse.h. */
#include "connect/warehouse.h"

#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/attr.h"
#include "connect/letter.h"
#include "connect/report.h"
#include "connect/tunnel.h"
#include "net/dial.h"

enum { ORIGIN = 400, TEXT = 256, SAID = 180, WHOLE = 4096, TO_END = 1500 /* ms */, ASKS = 300 /* ms, at the least */, STEPS = 8 };

static struct tunnel tunnel = { .from = -1 };

/* ---- what is refused ------------------------------------------------------------------- */

bool warehouse_means(const struct warehouse_code *codes, size_t n, const char *code,
		     struct net_fault *fault)
{
	size_t i;

	if (!*code)
		return false;
	snprintf(fault->native, sizeof(fault->native), "%.31s", code);
	for (i = 0; i < n; i++) {
		if (strcmp(codes[i].code, code) != 0)
			continue;
		fault->reason = codes[i].reason;
		if (codes[i].fix)
			snprintf(fault->fix, sizeof(fault->fix), "%s", codes[i].fix);
		return true;
	}
	return false;
}

void warehouse_say(const char *text, struct net_fault *fault)
{
	char whole[WHOLE];

	snprintf(whole, sizeof(whole), "%.*s", (int)strcspn(text, "\r\n"), text);
	letter_hide(whole);
	snprintf(fault->detail, sizeof(fault->detail), "%.*s", SAID, whole);
}

bool warehouse_not_this(const struct api_answer *answer, const char *name,
			struct net_fault *fault)
{
	fault->http = answer->http.status;
	return api_wrong(fault, "not-this-api", "it does not answer as %s", name);
}

/* ---- who is there ---------------------------------------------------------------------- */

bool warehouse_hello(struct api *api, const char *name, const struct api_ask *ask,
		     warehouse_knows *knows, struct net_fault *fault)
{
	struct api_ask bounded = *ask;
	struct api_answer answer;
	bool good;

	bounded.most = ask->most ? ask->most : WAREHOUSE_BODY;
	good = api_greet(api, &bounded, &answer, fault);
	if (good && answer.http.status == 429) {
		api_refusal(api, &answer, fault);
		good = false;
	} else if (good && !(knows ? knows(&answer) : answer.body != NULL)) {
		good = warehouse_not_this(&answer, name, fault);
	}
	api_release(&answer);
	return good;
}

bool warehouse_is_plain(const struct api *api)
{
	return !*letter_field("endpoint") && strncmp(http_origin(api->http), "https:", 6) != 0;
}

void warehouse_connected(const struct api *api)
{
	struct net_fault plain = { .reason = NULL };
	char text[TEXT];

	snprintf(text, sizeof(text), "%s%s", http_peer(api->http),
		 *letter_field("endpoint") ? ", a test endpoint" : "");
	if (!warehouse_is_plain(api)) {
		report_ok(text);
		return;
	}
	snprintf(plain.detail, sizeof(plain.detail), tunnel.pid > 0 ? "%.120s: nothing is "
		 "encrypted but by SSH, as it is the SSH server itself" : "%.120s: nothing is "
		 "encrypted, as it is this machine; from elsewhere HTTPS is needed", text);
	report_fault("warn", &plain);
}

static bool is_here(const char *host)
{
	return strcasecmp(host, "localhost") == 0 ||
		(dial_is_address(host) && dial_is_loopback(host));
}

static bool open_by(struct api *api, const char *scheme, const struct warehouse_place *place,
		    struct net_fault *fault)
{
	bool six = strchr(place->host, ':') && *place->host != '[';
	char origin[ORIGIN];

	snprintf(origin, sizeof(origin), "%s://%s%.260s%s:%.8s", scheme, six ? "[" : "",
		 place->host, six ? "]" : "", place->port);
	if (!api_open_through(api, origin, tunnel.pid > 0 ? tunnel.port : NULL, fault))
		return false;
	api->headers = place->headers;
	return true;
}


/* ---- through an SSH server --------------------------------------------------------------- */

static bool is_through(void)
{
	return strcmp(letter_field("connect_via_ssh"), "true") == 0;
}

void warehouse_plan(const char *const *steps, size_t n)
{
	const char *all[STEPS] = { "tunnel" };
	size_t i;

	n = n < STEPS ? n : STEPS - 1;
	for (i = 0; i < n; i++)
		all[i + 1] = steps[i];
	report_plan(is_through() ? all : all + 1, is_through() ? i + 1 : i);
	report_begin(is_through() ? all[0] : all[1]);
}

static bool make_tunnel(const struct warehouse_place *place, struct net_fault *fault)
{
	const char *port = letter_field("ssh_port");
	const struct tunnel_wish wish = {
		.program = SSH_PROGRAM, .folder = letter_ssh_folder(),
		.host = letter_field("ssh_host"), .port = *port ? port : "22",
		.user = letter_field("ssh_username"), .to_host = place->host,
		.to_port = place->port, .until = letter_until() };
	char about[NET_TEXT];

	if (!tunnel_open(&wish, &tunnel, fault))
		return false;
	snprintf(about, sizeof(about), "%.60s@%.120s:%.8s", wish.user, wish.host, wish.port);
	report_ok(about);
	report_begin("connect");
	return true;
}

void warehouse_close(struct api *api)
{
	api_close(api);
	tunnel_close(&tunnel);
}

/* ---- by HTTPS, or by HTTP here ----------------------------------------------------------- */

static bool by_https(struct api *api, const struct warehouse_place *place,
		     struct net_fault *fault)
{
	return open_by(api, "https", place, fault) &&
		warehouse_hello(api, place->name, &place->hello, place->knows, fault);
}

/* A ca_file says that TLS is meant, and so do these ports. */
static bool means_tls(const struct warehouse_place *place)
{
	static const char *const ports[] = { "443", "8443", "9440" };
	size_t i;

	for (i = 0; i < COUNT_OF(ports); i++)
		if (strcmp(place->port, ports[i]) == 0)
			return true;
	return *letter_field("ca_file") != '\0';
}

static bool prove(struct api *api, const struct warehouse_place *place,
		  struct net_fault *fault)
{
	struct api_ask ask = place->proof;
	struct api_answer answer;
	bool good;

	ask.most = WAREHOUSE_BODY;
	good = api_greet(api, &ask, &answer, fault) || fault->http;
	if (good && !place->proves(&answer))
		good = warehouse_not_this(&answer, place->name, fault);
	api_release(&answer);
	return good;
}

static bool greet_plain(struct api *api, const struct warehouse_place *place,
			struct net_fault *fault)
{
	struct api_ask ask = place->hello;
	struct api_answer answer;
	bool good;

	if (!open_by(api, "http", place, fault))
		return false;
	ask.most = WAREHOUSE_BODY;
	good = api_greet(api, &ask, &answer, fault);
	if (good && (answer.http.status != 200 || !place->knows(&answer)))
		good = warehouse_not_this(&answer, place->name, fault);
	api_release(&answer);
	return good && (!place->proof.path || prove(api, place, fault));
}

/* Cut is whoever sent TLS to a server of HTTP that did not read it to its end. */
static bool by_http(struct api *api, const struct warehouse_place *place,
		    struct net_fault *fault)
{
	bool cut = strcmp(fault->reason, "reset") == 0;
	struct net_fault plain;

	if (!place->may_be_plain || !is_here(place->host) || means_tls(place) ||
	    (!cut && strcmp(fault->reason, "not-tls") != 0))
		return false;
	api_close(api);
	if (greet_plain(api, place, &plain))
		return true;
	if (!cut)
		*fault = plain;
	return false;
}

static void say_no_tls(const struct warehouse_place *place, struct net_fault *fault)
{
	const char *why = !place->may_be_plain ? "in the clear nobody is told a credential" :
		is_here(place->host) && means_tls(place) ? "plain HTTP is not spoken where a CA "
		"file is entered, nor at 443, 8443 and 9440, as anybody of that machine may answer "
		"there while it is down" : "by plain HTTP everybody on the way reads the password, "
		"so that it is spoken on this machine alone";

	snprintf(fault->fix, sizeof(fault->fix), "Enter the port where it speaks HTTPS (443 and "
		 "8443 are usual), or have that set up there: %s.", why);
}

bool warehouse_connect(struct api *api, const struct warehouse_place *place,
		       struct net_fault *fault)
{
	memset(api, 0, sizeof(*api));
	if (!*place->host || !*place->port)
		return api_wrong(fault, "config", "%s is missing", *place->host ? "the port" :
				 "the host");
	if (is_through() && !make_tunnel(place, fault))
		return false;
	if (by_https(api, place, fault) || by_http(api, place, fault)) {
		*fault = (struct net_fault){ .reason = NULL };
		warehouse_connected(api);
		return true;
	}
	/* ssh takes each connection: whether it got on shows at the first words. */
	if (tunnel.pid > 0 && tunnel_refused(&tunnel, fault)) {
		fault->fix[0] = '\0';
		return false;
	}
	if (strcmp(fault->reason, "not-tls") == 0)
		say_no_tls(place, fault);
	return false;
}

/* ---- asking ---------------------------------------------------------------------------- */

/* Where there is little time at all, less of it is for the end. */
static int64_t to_end(void)
{
	return letter_timeout() / 3 < TO_END ? letter_timeout() / 3 : TO_END;
}

bool warehouse_ask(struct api *api, const struct api_ask *ask, struct api_answer *answer,
		   struct net_fault *fault)
{
	struct api_ask bounded = *ask;

	bounded.most = ask->most ? ask->most : WAREHOUSE_BODY;
	bounded.until = ask->until ? ask->until : letter_until() - to_end();
	return api_ask(api, &bounded, answer, fault);
}

int warehouse_left(void)
{
	return dial_left(letter_until() - to_end());
}

void warehouse_tell_end(bool cancelled, const char *what, struct net_fault *fault)
{
	char said[TEXT];
	size_t n = strlen(fault->detail), room;

	snprintf(said, sizeof(said), "%s%s %s", n ? "; " : "", what, cancelled ? "was cancelled" :
		 "could not be cancelled, and may still run there");
	room = sizeof(fault->detail) - 1 - strlen(said);	/* more is the other side's words */
	n = n < room ? n : room;
	snprintf(fault->detail + n, sizeof(fault->detail) - n, "%s", said);
}

/* Was it sent, and no answer to it came, or that of a gateway that had passed it on? */
static bool is_lost(const struct net_fault *fault)
{
	return strcmp(fault->reason, "timeout") == 0 || strcmp(fault->reason, "reset") == 0 ||
		fault->http == 502 || fault->http == 504;
}

bool warehouse_begin(struct api *api, const struct api_ask *ask, struct api_answer *answer,
		     struct net_fault *fault)
{
	if (warehouse_ask(api, ask, answer, fault))
		return true;
	if (is_lost(fault))
		warehouse_tell_end(false, "the statement", fault);
	return false;
}

void warehouse_cancel(struct api *api, const struct api_ask *ask, const char *what,
		      struct net_fault *fault)
{
	struct api_ask last = *ask;
	struct api_answer answer;
	struct net_fault why;

	last.until = letter_until();
	warehouse_tell_end(warehouse_ask(api, &last, &answer, &why), what, fault);
	api_release(&answer);
}

bool warehouse_wait(int ms)
{
	if (warehouse_left() < ms + ASKS)
		return false;
	(void)poll(NULL, 0, ms);
	return true;
}

/* ---- what is not checked --------------------------------------------------------------- */

bool warehouse_passed_over(const char *why)
{
	struct net_fault fault = { .reason = "no-driver" };

	if (!why)
		return false;
	snprintf(fault.detail, sizeof(fault.detail), "%s", why);
	report_begin("config");
	report_fault("skip", &fault);
	return true;
}

const char *warehouse_oauth(void)
{
	return strcmp(letter_field("auth"), "oauth") == 0 ? "with OAuth each person signs in "
		"alone, in a browser: that cannot be checked from here" : NULL;
}
