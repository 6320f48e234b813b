/* http_url.c: origins and targets of URLs (http.h), by libcurl's own reader, so that
 * what is compared is what would be asked. */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/attr.h"
#include "net/dial.h"
#include "net/http_priv.h"

static bool part(CURLU *url, CURLUPart what, unsigned flags, char *out, size_t size)
{
	char *text = NULL;
	bool good = curl_url_get(url, what, &text, flags) == CURLUE_OK &&
		(size_t)snprintf(out, size, "%s", text) < size;

	curl_free(text);
	return good;
}

static bool has(CURLU *url, CURLUPart what)
{
	char *text = NULL;
	bool there = curl_url_get(url, what, &text, 0) == CURLUE_OK;

	curl_free(text);
	return there;
}

static bool target_of(CURLU *url, char *target, size_t size)
{
	char query[HTTP_VALUE];
	size_t n;

	if (!part(url, CURLUPART_PATH, 0, target, size))
		return false;
	if (!has(url, CURLUPART_QUERY))
		return true;
	n = strlen(target);
	return part(url, CURLUPART_QUERY, 0, query, sizeof(query)) &&
		(size_t)snprintf(target + n, size - n, "?%s", query) < size - n;
}

static bool is_loopback(const char *host)
{
	return (dial_is_address(host) && dial_is_loopback(host)) ||
		strcasecmp(host, "localhost") == 0 || strcmp(host, "[::1]") == 0;
}

/* What readers of URLs take one way or the other is none here: more or less than two
 * slashes, backslashes, users, escapes and zones in the host, letters that only look like
 * others (a name in another script is written as xn--...). */
static bool is_plain(const char *text)
{
	static const char *const schemes[] = { "https://", "http://" };
	const char *at;
	size_t i, n = 0;

	for (i = 0; i < COUNT_OF(schemes) && !n; i++)
		if (strncasecmp(text, schemes[i], strlen(schemes[i])) == 0)
			n = strlen(schemes[i]);
	for (at = text; *at > ' ' && *at < 0x7f && *at != '\\' && *at != '#'; at++)
		;
	if (!n || *at)
		return false;
	i = strcspn(text + n, "/?");
	return i && !memchr(text + n, '@', i) && !memchr(text + n, '%', i);
}

static bool read_url(CURLU *url, char origin[ORIGIN_MOST], bool *plain, char *target,
		     size_t size)
{
	char scheme[16], host[256], port[8];
	bool usual;
	size_t i;

	if (!part(url, CURLUPART_SCHEME, 0, scheme, sizeof(scheme)) ||
	    !part(url, CURLUPART_HOST, 0, host, sizeof(host)) || !*host ||
	    !part(url, CURLUPART_PORT, CURLU_DEFAULT_PORT, port, sizeof(port)) ||
	    strcmp(port, "0") == 0 || !target_of(url, target, size))
		return false;
	for (i = 0; host[i]; i++)
		if (host[i] >= 'A' && host[i] <= 'Z')
			host[i] = (char)(host[i] | 0x20);
	*plain = strcasecmp(scheme, "http") == 0;
	if ((*plain && !is_loopback(host)) ||
	    (!*plain && strcasecmp(scheme, "https") != 0))
		return false;
	usual = strcmp(port, *plain ? "80" : "443") == 0;
	return snprintf(origin, ORIGIN_MOST, "%s://%s%s%s", *plain ? "http" : "https", host,
			usual ? "" : ":", usual ? "" : port) < ORIGIN_MOST;
}

bool http_origin_of(const char *text, char origin[ORIGIN_MOST], bool *plain,
		    char *target, size_t size)
{
	CURLU *url = is_plain(text) ? curl_url() : NULL;
	bool good = url && curl_url_set(url, CURLUPART_URL, text, CURLU_DISALLOW_USER |
					CURLU_PATH_AS_IS) == CURLUE_OK &&
		read_url(url, origin, plain, target, size);

	curl_url_cleanup(url);
	return good;
}

bool http_leads(const char *url)
{
	char origin[ORIGIN_MOST], target[HTTP_VALUE];
	bool plain;

	return http_origin_of(url, origin, &plain, target, sizeof(target));
}

bool http_same_origin(const struct http *http, const char *url, char *target, size_t size)
{
	char origin[ORIGIN_MOST];
	bool plain;

	return http_origin_of(url, origin, &plain, target, size) &&
		strcmp(origin, http->origin) == 0;
}

void http_escape(struct buf *out, const char *text, size_t n, bool slashes)
{
	static const char good[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
		"0123456789-._~";
	size_t i;

	for (i = 0; i < n; i++)
		if ((text[i] && strchr(good, text[i])) || (text[i] == '/' && !slashes))
			buf_addc(out, text[i]);
		else
			buf_printf(out, "%%%02X", (unsigned char)text[i]);
}
