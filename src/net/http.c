/* http.c: see http.h. */
#include "net/http.h"

#include <errno.h>
#include <fcntl.h>
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
	HEADERS_MOST = 256 << 10, CA_MOST = 256 << 10, AGAIN = 2, AGAIN_MS = 100
};

/* ---- open ----------------------------------------------------------------------- */

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
	if (fd >= 0 && got == 0 && http->n_ca)
		return true;
	fault->reason = "config";
	snprintf(fault->detail, sizeof(fault->detail), "the CA file cannot be read: %.160s",
		 path);
	return false;
}

struct http *http_new(const struct http_site *site, struct net_fault *fault)
{
	static bool ready;
	struct http *http;
	char target[8];

	*fault = (struct net_fault){ .reason = NULL };
	if (!ready && curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) {
		fault->reason = "internal";
		return NULL;
	}
	ready = true;
	http = mem_alloc(sizeof(*http));
	http->until = site->until;
	http->easy = curl_easy_init();
	if (!http_origin_of(site->origin, http->origin, &http->plain, target,
			    sizeof(target)) || strcmp(target, "/") != 0) {
		fault->reason = "config";
		snprintf(fault->detail, sizeof(fault->detail), "%.160s is not the address of "
			 "a server: https://HOST, without a path", site->origin);
	} else if (!http->easy) {
		fault->reason = "internal";
	}
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

/* ---- what comes ------------------------------------------------------------------ */

static size_t take_body(char *bytes, size_t size, size_t n, void *ctx)
{
	struct http_flow *flow = ctx;
	struct buf *body = &flow->answer->body;

	(void)size;
	buf_add(body, bytes, n);
	flow->over = body->overflow;
	flow->enough = !flow->over && flow->ask->enough &&
		flow->ask->enough(flow->ask->ctx, body);
	return flow->over || flow->enough ? CURL_WRITEFUNC_ERROR : n;
}

static const char *const kept[] = {
	"content-range", "content-type", "date", "etag",
	"github-authentication-token-expiration", "link", "location",
	"ratelimit-reset", "retry-after", "server", "www-authenticate",
	"x-accepted-github-permissions", "x-accepted-oauth-scopes",
	"x-amz-bucket-region", "x-amz-request-id", "x-clickhouse-exception-code",
	"x-credential-type", "x-github-enterprise-version", "x-github-request-id",
	"x-github-sso", "x-oauth-scopes", "x-ratelimit-remaining",
	"x-ratelimit-reset", "x-request-id" };

static void keep(struct http_answer *answer, const char *name, const char *value, size_t n)
{
	size_t i;

	for (i = 0; i < answer->n_kept; i++)
		if (strcmp(answer->kept[i].name, name) == 0)
			break;
	if (i == HTTP_KEPT)
		return;
	if (i == answer->n_kept)
		answer->n_kept++;
	snprintf(answer->kept[i].name, sizeof(answer->kept[i].name), "%s", name);
	snprintf(answer->kept[i].value, sizeof(answer->kept[i].value), "%.*s",
		 n < HTTP_VALUE ? (int)n : HTTP_VALUE - 1, value);
}

static size_t take_header(char *line, size_t size, size_t n, void *ctx)
{
	struct http_flow *flow = ctx;
	const char *value = memchr(line, ':', n);
	size_t name = value ? (size_t)(value - line) : 0, left, i;

	(void)size;
	flow->headers += n;
	flow->over = flow->headers > HEADERS_MOST;
	if (flow->over)
		return CURL_WRITEFUNC_ERROR;
	if (n > 5 && strncasecmp(line, "HTTP/", 5) == 0)
		flow->answer->n_kept = 0;	/* of an answer before: 100, 103 */
	for (i = 0; value && i < COUNT_OF(kept); i++) {
		if (strlen(kept[i]) != name || strncasecmp(line, kept[i], name) != 0)
			continue;
		for (value++, left = n - name - 1; left && (*value == ' ' || *value == '\t');
		     left--)
			value++;
		while (left && strchr("\r\n \t", value[left - 1]))
			left--;
		keep(flow->answer, kept[i], value, left);
		break;
	}
	return n;
}

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
	http->barred = dial_is_of_the_link(&address->addr) || (http->plain && !here);
	return http->barred ? CURL_SOCKET_BAD :
		socket(address->family, address->socktype | SOCK_CLOEXEC,
		       address->protocol);
}

/* ---- ask ------------------------------------------------------------------------- */

bool http_set_network(struct http *http)
{
	CURL *easy = http->easy;
	int left = dial_left(http->until);
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
		curl_easy_setopt(easy, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED) ==
			CURLE_OK &&
		curl_easy_setopt(easy, CURLOPT_UNRESTRICTED_AUTH, 0L) == CURLE_OK &&
		curl_easy_setopt(easy, CURLOPT_SSLVERSION,
				 (long)CURL_SSLVERSION_TLSv1_2) == CURLE_OK &&
		curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L) == CURLE_OK &&
		curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L) == CURLE_OK &&
		curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, open_socket) ==
			CURLE_OK &&
		curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, http) == CURLE_OK &&
		(!http->ca || curl_easy_setopt(easy, CURLOPT_CAINFO_BLOB, &ca) == CURLE_OK);
}

static bool set_what(struct http *http, struct http_flow *flow, const char *url,
		     struct curl_slist *headers)
{
	const struct http_ask *ask = flow->ask;
	CURL *easy = http->easy;
	bool head = ask->method && strcmp(ask->method, "HEAD") == 0;

	return curl_easy_setopt(easy, CURLOPT_URL, url) == CURLE_OK &&
		curl_easy_setopt(easy, CURLOPT_PATH_AS_IS, 1L) == CURLE_OK &&
		curl_easy_setopt(easy, CURLOPT_HTTP_VERSION,
				 (long)CURL_HTTP_VERSION_1_1) == CURLE_OK &&
		curl_easy_setopt(easy, CURLOPT_HTTP09_ALLOWED, 0L) == CURLE_OK &&
		curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "") == CURLE_OK &&
		curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers) == CURLE_OK &&
		curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, http->said) == CURLE_OK &&
		curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take_body) == CURLE_OK &&
		curl_easy_setopt(easy, CURLOPT_WRITEDATA, flow) == CURLE_OK &&
		curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, take_header) == CURLE_OK &&
		curl_easy_setopt(easy, CURLOPT_HEADERDATA, flow) == CURLE_OK &&
		(!head || curl_easy_setopt(easy, CURLOPT_NOBODY, 1L) == CURLE_OK) &&
		(!ask->body || (curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE,
						 (long)ask->n_body) == CURLE_OK &&
				curl_easy_setopt(easy, CURLOPT_POSTFIELDS, ask->body) ==
					CURLE_OK)) &&
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
		add_header(headers, "Content-Type", ask->body_type) &&
		(!ask->body || add_header(headers, "Expect", ""));
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
	snprintf(http->peer, sizeof(http->peer), ip && strchr(ip, ':') ? "[%s]:%ld" :
		 "%s:%ld", ip ? ip : "", port);
}

static bool once(struct http *http, const struct http_ask *ask, const char *url,
		 struct curl_slist *headers, struct http_answer *answer,
		 struct net_fault *fault)
{
	struct http_flow flow = { .ask = ask, .answer = answer };
	CURLcode code = CURLE_FAILED_INIT;

	buf_init(&answer->body, ask->most ? ask->most : HTTP_BODY);
	buf_adds(&answer->body, "");
	http->said[0] = '\0';
	http->barred = false;
	curl_easy_reset(http->easy);
	if (http_set_network(http) && set_what(http, &flow, url, headers))
		code = dial_left(http->until) ? curl_easy_perform(http->easy) :
			CURLE_OPERATION_TIMEDOUT;
	note(http, answer);
	if (code == CURLE_OK || flow.enough)
		return true;
	http_fault(http, code, &flow, fault);
	return false;
}

/* Was the service away for a moment?  Then a GET may be asked again. */
static bool again(const struct http_ask *ask, bool answered, const struct http_answer *answer,
		  const struct net_fault *fault)
{
	if (ask->body || (ask->method && strcmp(ask->method, "GET") != 0 &&
			  strcmp(ask->method, "HEAD") != 0))
		return false;
	if (answered)
		return (answer->status == 502 || answer->status == 503 ||
			answer->status == 504) && !http_header(answer, "retry-after");
	return strcmp(fault->reason, "reset") == 0 && !answer->body.len && !answer->status;
}

static void pause_a_little(const struct http *http, int tries)
{
	unsigned char chance = 0;
	int ms = AGAIN_MS << tries, left = dial_left(http->until);

	if (getrandom(&chance, sizeof(chance), 0) == sizeof(chance))
		ms += chance;
	(void)poll(NULL, 0, ms < left ? ms : left);
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
	buf_init(&url, 16 << 10);
	buf_printf(&url, "%s%s", http->origin, ask->target);
	good = !url.overflow && all_headers(ask, &headers);
	if (!good)
		fault->reason = "config";
	for (i = 0; good; i++) {
		good = once(http, ask, buf_text(&url), headers, answer, fault);
		if (i == AGAIN || !again(ask, good, answer, fault))
			break;
		http_answer_release(answer);
		memset(answer, 0, sizeof(*answer));
		pause_a_little(http, i);
		good = true;
	}
	curl_slist_free_all(headers);
	buf_release(&url);
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
