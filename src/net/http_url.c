/* http_url.c: origins and targets of URLs (http.h), by libcurl's own reader, so that
 * what is compared is what would be asked. */
#include <stdio.h>
#include <string.h>
#include <strings.h>

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
	return strncmp(host, "127.", 4) == 0 || strcasecmp(host, "localhost") == 0 ||
		strcmp(host, "[::1]") == 0;
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
	    has(url, CURLUPART_FRAGMENT) || !target_of(url, target, size))
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
	CURLU *url = strncasecmp(text, "http", 4) == 0 ? curl_url() : NULL;
	bool good = url && curl_url_set(url, CURLUPART_URL, text, CURLU_DISALLOW_USER |
					CURLU_PATH_AS_IS) == CURLUE_OK &&
		read_url(url, origin, plain, target, size);

	curl_url_cleanup(url);
	return good;
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
