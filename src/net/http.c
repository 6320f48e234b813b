/* http.c: see http.h. */
#include "net/http.h"

#include <errno.h>
#include <fcntl.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "base/attr.h"
#include "base/mem.h"
#include "net/dial.h"
#include "net/http_priv.h"

enum {
	CONNECT_MS = 5000, SLOW_BYTES = 10, SLOW_SECONDS = 10,
	CA_MOST = 256 << 10, URL_MOST = 16 << 10, AGAIN = 2, AGAIN_MS = 100
};

/* ---- open ----------------------------------------------------------------------- */

static bool has_certificate(const struct http *http)
{
	BIO *bio = BIO_new_mem_buf(http->ca, (int)http->n_ca);
	X509 *one = bio ? PEM_read_bio_X509_AUX(bio, NULL, NULL, NULL) : NULL;
	bool good = one != NULL;

	X509_free(one);
	BIO_free(bio);
	ERR_clear_error();
	return good;
}

static bool read_ca(struct http *http, const char *path, struct net_fault *fault)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	ssize_t got = 0;

	http->ca = mem_alloc(CA_MOST);
	while (fd >= 0 && http->n_ca < CA_MOST &&
	       (got = read(fd, http->ca + http->n_ca, CA_MOST - http->n_ca)) > 0)
		http->n_ca += (size_t)got;
	if (fd >= 0)
		close(fd);
	if (fd >= 0 && got == 0 && http->n_ca && has_certificate(http))
		return true;
	fault->reason = "config";
	snprintf(fault->detail, sizeof(fault->detail), fd >= 0 && got == 0 ?
		 "there is no certificate in PEM in the CA file: %.160s" :
		 "the CA file cannot be read: %.160s", path);
	return false;
}

/* Variables that libcurl or OpenSSL obey whatever they are told: where keys of TLS go. */
static bool set_up_once(void)
{
	static bool ready;

	if (ready)
		return true;
	unsetenv("SSLKEYLOGFILE");
	ready = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
	return ready;
}

static void no_server(const char *origin, struct net_fault *fault)
{
	fault->reason = "config";
	/* A password may stand before an @. */
	snprintf(fault->detail, sizeof(fault->detail), "%.160s is not the address of a server: "
		 "https://HOST, without a path", strchr(origin, '@') ? "this" : origin);
}

/* The name stays that of the origin, in what is asked and in the certificate. */
static bool set_way(struct http *http, const char *port)
{
	char way[32];

	if (!port)
		return true;
	snprintf(way, sizeof(way), "::127.0.0.1:%.8s", port);
	http->way = curl_slist_append(NULL, way);
	return http->way != NULL;
}

struct http *http_new(const struct http_site *site, struct net_fault *fault)
{
	struct http *http;
	char target[8];

	*fault = (struct net_fault){ .reason = NULL };
	if (!set_up_once()) {
		fault->reason = "internal";
		return NULL;
	}
	http = mem_alloc(sizeof(*http));
	http->until = site->until;
	http->easy = curl_easy_init();
	if (!http_origin_of(site->origin, http->origin, &http->plain, target,
			    sizeof(target)) || strcmp(target, "/") != 0)
		no_server(site->origin, fault);
	else if (!http->easy || !set_way(http, site->through))
		fault->reason = "internal";
	if (!fault->reason && (!site->ca_file || !*site->ca_file ||
			       read_ca(http, site->ca_file, fault)))
		return http;
	http_free(http);
	return NULL;
}

void http_free(struct http *http)
{
	if (!http)
		return;
	curl_easy_cleanup(http->easy);
	curl_slist_free_all(http->way);
	free(http->ca);
	free(http);
}

const char *http_origin(const struct http *http)
{
	return http->origin;
}

const char *http_peer(const struct http *http)
{
	return http->peer;
}

/* ---- where it may go --------------------------------------------------------------- */

/* Not to the link alone (metadata of a cloud), and http only to this machine. */
static curl_socket_t open_socket(void *ctx, curlsocktype purpose,
				 struct curl_sockaddr *address)
{
	struct http *http = ctx;
	const struct sockaddr_in *four = (const void *)&address->addr;
	const struct sockaddr_in6 *six = (const void *)&address->addr;
	bool here = address->family == AF_INET ?
		ntohl(four->sin_addr.s_addr) >> 24 == 127 :
		address->family == AF_INET6 && IN6_IS_ADDR_LOOPBACK(&six->sin6_addr);

	(void)purpose;
	http->looked_up = true;
	http->barred = dial_is_of_the_link(&address->addr) || (http->plain && !here);
	return http->barred ? CURL_SOCKET_BAD :
		socket(address->family, address->socktype | SOCK_CLOEXEC,
		       address->protocol);
}

/* ---- ask ------------------------------------------------------------------------- */

static CURLcode watch(CURL *easy, void *context, void *ctx)
{
	struct http *http = ctx;

	(void)easy;
	tls_why_watch(context, &http->why);
	return CURLE_OK;
}

/* What holds for every transfer.  False: libcurl does not know it. */
static bool set_network(struct http *http, int left)
{
	CURL *easy = http->easy;
	struct curl_blob ca = { http->ca, http->n_ca, CURL_BLOB_NOCOPY };

	return curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L) == CURLE_OK &&
		curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L) == CURLE_OK &&
		curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS,
				 (long)(left < CONNECT_MS ? left : CONNECT_MS)) == CURLE_OK &&
		curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, (long)left) == CURLE_OK &&
		curl_easy_setopt(easy, CURLOPT_LOW_SPEED_LIMIT, (long)SLOW_BYTES) ==
			CURLE_OK &&
		curl_easy_setopt(easy, CURLOPT_LOW_SPEED_TIME, (long)SLOW_SECONDS) ==
			CURLE_OK &&
		curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L) == CURLE_OK &&
		curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR,
				 http->plain ? "http" : "https") == CURLE_OK &&
		curl_easy_setopt(easy, CURLOPT_PROXY, "") == CURLE_OK &&
		curl_easy_setopt(easy, CURLOPT_CONNECT_TO, http->way) == CURLE_OK &&
		curl_easy_setopt(easy, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED) ==
			CURLE_OK &&
		curl_easy_setopt(easy, CURLOPT_UNRESTRICTED_AUTH, 0L) == CURLE_OK &&
		curl_easy_setopt(easy, CURLOPT_SSLVERSION,
				 (long)CURL_SSLVERSION_TLSv1_2) == CURLE_OK &&
		curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L) == CURLE_OK &&
		curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L) == CURLE_OK &&
		curl_easy_setopt(easy, CURLOPT_SSL_CTX_FUNCTION, watch) == CURLE_OK &&
		curl_easy_setopt(easy, CURLOPT_SSL_CTX_DATA, http) == CURLE_OK &&
		curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, open_socket) ==
			CURLE_OK &&
		curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, http) == CURLE_OK &&
		(!http->ca || curl_easy_setopt(easy, CURLOPT_CAINFO_BLOB, &ca) == CURLE_OK);
}

/* It only reads, so that it may be asked twice (RFC 9110 9.2.2). */
static bool reads(const struct http_ask *ask)
{
	return ask->method ? strcmp(ask->method, "GET") == 0 ||
		strcmp(ask->method, "HEAD") == 0 : !ask->body;
}

/* It has a body, if an empty one: its length is said. */
static bool sends(const struct http_ask *ask)
{
	return ask->body || (ask->method && (strcmp(ask->method, "POST") == 0 ||
					     strcmp(ask->method, "PUT") == 0 ||
					     strcmp(ask->method, "PATCH") == 0));
}

static bool set_what(struct http *http, struct http_flow *flow, const char *url,
		     struct curl_slist *headers)
{
	const struct http_ask *ask = flow->ask;
	CURL *easy = http->easy;
	bool head = ask->method && strcmp(ask->method, "HEAD") == 0;

	return curl_easy_setopt(easy, CURLOPT_URL, url) == CURLE_OK &&
		curl_easy_setopt(easy, CURLOPT_PATH_AS_IS, 1L) == CURLE_OK &&
		curl_easy_setopt(easy, CURLOPT_DISALLOW_USERNAME_IN_URL, 1L) == CURLE_OK &&
		/* On a connection that was used libcurl itself would ask once more. */
		curl_easy_setopt(easy, CURLOPT_FRESH_CONNECT, reads(ask) ? 0L : 1L) ==
			CURLE_OK &&
		curl_easy_setopt(easy, CURLOPT_HTTP_VERSION,
				 (long)CURL_HTTP_VERSION_1_1) == CURLE_OK &&
		curl_easy_setopt(easy, CURLOPT_HTTP09_ALLOWED, 0L) == CURLE_OK &&
		curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "") == CURLE_OK &&
		curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers) == CURLE_OK &&
		curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, http->said) == CURLE_OK &&
		curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, http_take_body) == CURLE_OK &&
		curl_easy_setopt(easy, CURLOPT_WRITEDATA, flow) == CURLE_OK &&
		curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, http_take_header) == CURLE_OK &&
		curl_easy_setopt(easy, CURLOPT_HEADERDATA, flow) == CURLE_OK &&
		(!head || curl_easy_setopt(easy, CURLOPT_NOBODY, 1L) == CURLE_OK) &&
		(!sends(ask) || (curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE,
						  (long)ask->n_body) == CURLE_OK &&
				 curl_easy_setopt(easy, CURLOPT_POSTFIELDS, ask->body ?
						  ask->body : "") == CURLE_OK)) &&
		(!ask->method || head || curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST,
							  ask->method) == CURLE_OK);
}

static bool add_header(struct curl_slist **headers, const char *name, const char *value)
{
	struct curl_slist *more;
	struct buf line;

	if (!value)
		return true;
	buf_init(&line, 64 << 10);
	buf_pad(&line, ' ', strlen(name) + strlen(value) + 2);	/* it never moves */
	buf_reset(&line);
	buf_printf(&line, "%s: %s", name, value);
	more = line.overflow || strpbrk(value, "\r\n") ? NULL :
		curl_slist_append(*headers, buf_text(&line));
	buf_wipe(&line);
	if (more)
		*headers = more;
	return more != NULL;
}

static bool all_headers(const struct http_ask *ask, struct curl_slist **headers)
{
	struct curl_slist *more;
	size_t i;

	for (i = 0; ask->headers && ask->headers[i]; i++) {
		more = strpbrk(ask->headers[i], "\r\n") ? NULL :
			curl_slist_append(*headers, ask->headers[i]);
		if (!more)
			return false;
		*headers = more;
	}
	return add_header(headers, "User-Agent", "gatehouse") &&
		add_header(headers, "Authorization", ask->authorization) &&
		/* libcurl names a type of its own else. */
		(!sends(ask) || (add_header(headers, "Content-Type", ask->body_type ?
					    ask->body_type : "") &&
				 add_header(headers, "Expect", "")));
}

static void note(struct http *http, struct http_answer *answer)
{
	const char *date = http_header(answer, "date");
	time_t theirs = date ? curl_getdate(date, NULL) : -1;
	char *ip = NULL;
	long port = 0, status = 0;

	(void)curl_easy_getinfo(http->easy, CURLINFO_RESPONSE_CODE, &status);
	(void)curl_easy_getinfo(http->easy, CURLINFO_PRIMARY_IP, &ip);
	(void)curl_easy_getinfo(http->easy, CURLINFO_PRIMARY_PORT, &port);
	answer->status = (int)status;
	answer->dated = theirs != -1;
	answer->skew = answer->dated ? (int64_t)theirs - (int64_t)time(NULL) : 0;
	http->peer[0] = '\0';
	if (http->way)
		snprintf(http->peer, sizeof(http->peer), "%.79s", strstr(http->origin, "://") + 3);
	else if (ip && *ip)
		snprintf(http->peer, sizeof(http->peer), strchr(ip, ':') ? "[%s]:%ld" :
			 "%s:%ld", ip, port);
}

/* A body without a length ends where TLS says so, and not where the line is cut (RFC 9112
 * 9.8); libcurl 7.88 does not tell them apart. */
static bool is_cut(const struct http *http, const struct http_flow *flow)
{
	int status = flow->answer->status;

	return !http->plain && !http->why.closed && !flow->framed && status != 204 &&
		status != 304 && !(flow->ask->method && strcmp(flow->ask->method, "HEAD") == 0);
}

/* A web server takes the handshake without a client certificate, too, and answers with
 * a page of its own. */
static bool wants_certificate(const struct http *http, const struct http_answer *answer,
			      struct net_fault *fault)
{
	const char *type = http_header(answer, "content-type");

	if (!http->why.asked || answer->status != 400 || !type ||
	    strncasecmp(type, "text/html", 9) != 0)
		return false;
	fault->reason = "tls-client-cert";
	fault->http = answer->status;
	snprintf(fault->detail, sizeof(fault->detail), "the server asked for a client "
		 "certificate in the handshake, and answers 400 to who has none");
	return true;
}

static int left_of(const struct http *http, const struct http_ask *ask)
{
	return dial_left(ask->until && ask->until < http->until ? ask->until : http->until);
}

static bool once(struct http *http, const struct http_ask *ask, const char *url,
		 struct curl_slist *headers, struct http_answer *answer,
		 struct net_fault *fault)
{
	int left = left_of(http, ask);
	struct http_flow flow = { .ask = ask, .answer = answer };
	CURLcode code = CURLE_FAILED_INIT;

	buf_init(&answer->body, ask->most ? ask->most : HTTP_BODY);
	buf_adds(&answer->body, "");
	http->said[0] = '\0';
	http->barred = false;
	*fault = (struct net_fault){ .reason = NULL };
	curl_easy_reset(http->easy);
	if (set_network(http, left) && set_what(http, &flow, url, headers))
		code = left ? curl_easy_perform(http->easy) :
			CURLE_OPERATION_TIMEDOUT;
	note(http, answer);
	flow.whole = flow.whole && !is_cut(http, &flow);
	if ((code == CURLE_OK && flow.whole && !wants_certificate(http, answer, fault)) ||
	    flow.enough)
		return true;
	if (!fault->reason)
		http_fault(http, code, &flow, fault);
	return false;
}

/* Was the service away for a moment?  Then a GET may be asked again. */
static bool again(const struct http_ask *ask, bool answered, const struct http_answer *answer,
		  const struct net_fault *fault)
{
	if (!reads(ask))
		return false;
	if (answered)
		return (answer->status == 502 || answer->status == 503 ||
			answer->status == 504) && !http_header(answer, "retry-after");
	return strcmp(fault->reason, "reset") == 0 && !answer->body.len && !answer->status;
}

static void pause_a_little(int tries, int left)
{
	unsigned char chance = 0;
	int ms = AGAIN_MS << tries;

	if (getrandom(&chance, sizeof(chance), 0) == sizeof(chance))
		ms += chance;
	(void)poll(NULL, 0, ms < left ? ms : left);
}

static void free_headers(struct curl_slist *headers)
{
	struct curl_slist *one;

	for (one = headers; one; one = one->next)
		explicit_bzero(one->data, strlen(one->data));
	curl_slist_free_all(headers);
}

/* A path of this origin: what begins with another sign would be more of the host. */
static bool is_target(const char *target)
{
	const char *at = target;

	while (*at > ' ' && *at < 0x7f && *at != '#')
		at++;
	return *target == '/' && !*at;
}

bool http_ask(struct http *http, const struct http_ask *ask, struct http_answer *answer,
	      struct net_fault *fault)
{
	struct curl_slist *headers = NULL;
	struct buf url;
	bool good;
	int i;

	*fault = (struct net_fault){ .reason = NULL };
	memset(answer, 0, sizeof(*answer));
	buf_init(&url, URL_MOST);
	buf_printf(&url, "%s%s", http->origin, ask->target);
	good = is_target(ask->target) && !url.overflow && all_headers(ask, &headers);
	if (!good) {
		fault->reason = "config";
		snprintf(fault->detail, sizeof(fault->detail), "what was to be asked is too "
			 "long, or has a line break or a blank where none may be");
	}
	for (i = 0; good; i++) {
		good = once(http, ask, buf_text(&url), headers, answer, fault);
		if (i == AGAIN || !again(ask, good, answer, fault))
			break;
		http_answer_release(answer);
		memset(answer, 0, sizeof(*answer));
		pause_a_little(i, left_of(http, ask));
		good = true;
	}
	free_headers(headers);
	buf_wipe(&url);
	return good;
}

const char *http_header(const struct http_answer *answer, const char *name)
{
	size_t i;

	for (i = 0; i < answer->n_kept; i++)
		if (strcasecmp(answer->kept[i].name, name) == 0)
			return answer->kept[i].value;
	return NULL;
}

void http_answer_release(struct http_answer *answer)
{
	buf_wipe(&answer->body);
}
