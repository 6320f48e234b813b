/* http_take.c: an answer as it comes: its head, of which some lines are kept, and its
 * decoded body, each up to a limit (http.h). */
#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/attr.h"
#include "net/http_priv.h"

enum { HEADERS_MOST = 256 << 10 };

static const char *const kept[] = {
	"content-range", "content-type", "date", "etag",
	"github-authentication-token-expiration", "link", "location",
	"ratelimit-reset", "retry-after", "server", "www-authenticate",
	"x-accepted-github-permissions", "x-accepted-oauth-scopes",
	"x-amz-bucket-region", "x-amz-request-id", "x-clickhouse-exception-code",
	"x-clickhouse-server-display-name",
	"x-credential-type", "x-github-enterprise-version", "x-github-request-id",
	"x-github-sso", "x-oauth-scopes", "x-ratelimit-remaining",
	"x-ratelimit-reset", "x-request-id" };

/* The last one counts.  What is longer than there is room for, or has a NUL, is not cut:
 * half an address is another one. */
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
		 n < HTTP_VALUE && !memchr(value, 0, n) ? (int)n : 0, value);
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static bool is_called(const char *name, const char *line, size_t n)
{
	return strlen(name) == n && strncasecmp(line, name, n) == 0;
}

static void take_field(struct http_flow *flow, const char *line, size_t n)
{
	const char *value = memchr(line, ':', n);
	size_t name = value ? (size_t)(value - line) : 0, left, i;

	if (value && (is_called("content-length", line, name) ||
		      is_called("transfer-encoding", line, name)))
		flow->framed = true;
	for (i = 0; value && i < COUNT_OF(kept); i++) {
		if (!is_called(kept[i], line, name))
			continue;
		for (value++, left = n - name - 1; left && is_blank(*value); left--)
			value++;
		while (left && is_blank(value[left - 1]))
			left--;
		keep(flow->answer, kept[i], value, left);
		break;
	}
}

/* "HTTP/1.1 200 OK": three digits, and nothing that could be more of them. */
static bool begin(struct http_flow *flow, const char *line, size_t n)
{
	const char *at = memchr(line, ' ', n), *end = line + n;
	size_t i;

	for (i = 1; at && i <= 3; i++)
		if (end - at <= (ptrdiff_t)i || !isdigit((unsigned char)at[i]))
			return false;
	if (!at || at[1] == '0' || (end - at > 4 && !is_blank(at[4])))
		return false;
	flow->answer->n_kept = 0;	/* of an answer before: 100, 103 */
	flow->open = true;
	flow->framed = false;
	flow->interim = at[1] == '1';
	return true;
}

size_t http_take_header(char *line, size_t size, size_t n, void *ctx)
{
	struct http_flow *flow = ctx;
	bool status = n > 5 && strncasecmp(line, "HTTP/", 5) == 0;

	(void)size;
	flow->headers += n;
	flow->over = flow->over || flow->headers > HEADERS_MOST;
	if (flow->over)
		return CURL_WRITEFUNC_ERROR;
	if (flow->whole)
		return n;		/* behind the body: nobody asked for it */
	if (!flow->open && status)
		return begin(flow, line, n) ? n : CURL_WRITEFUNC_ERROR;
	if (flow->open && n && (*line == '\r' || *line == '\n')) {
		flow->open = false;
		flow->whole = !flow->interim;
	} else if (flow->open) {
		take_field(flow, line, n);
	}
	return n;
}

size_t http_take_body(char *bytes, size_t size, size_t n, void *ctx)
{
	struct http_flow *flow = ctx;
	struct buf *body = &flow->answer->body;

	(void)size;
	buf_add(body, bytes, n);
	flow->over = flow->over || body->overflow;
	flow->enough = !flow->over && flow->ask->enough &&
		flow->ask->enough(flow->ask->ctx, body);
	return flow->over || flow->enough ? CURL_WRITEFUNC_ERROR : n;
}
