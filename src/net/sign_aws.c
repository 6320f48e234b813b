/* sign_aws.c: see sign_aws.h.  The steps are those of "Create a signed AWS API request",
 * AWS General Reference. */
#include "net/sign_aws.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include "base/attr.h"
#include "base/mem.h"
#include "net/http.h"

enum { HASH = 32, HEX = 2 * HASH + 1, STAMP = 17, DAY = 8, ROOM = 64 << 10 };

/* ---- paths and queries ------------------------------------------------------------ */

void aws_path(struct buf *out, const char *key, size_t n)
{
	buf_addc(out, '/');
	http_escape(out, key, n, false);
}

struct escaped { struct buf name, value; };

static int by_name(const void *a, const void *b)
{
	const struct escaped *one = a, *two = b;
	int order = strcmp(buf_text(&one->name), buf_text(&two->name));

	return order ? order : strcmp(buf_text(&one->value), buf_text(&two->value));
}

void aws_query(struct buf *out, const struct aws_pair *pairs, size_t n)
{
	struct escaped *all = mem_alloc((n + 1) * sizeof(*all));
	size_t i;

	for (i = 0; i < n; i++) {
		buf_init(&all[i].name, ROOM);
		buf_init(&all[i].value, ROOM);
		http_escape(&all[i].name, pairs[i].name, strlen(pairs[i].name), true);
		if (pairs[i].value)
			http_escape(&all[i].value, pairs[i].value,
				    strlen(pairs[i].value), true);
	}
	qsort(all, n, sizeof(*all), by_name);
	for (i = 0; i < n; i++) {
		buf_printf(out, "%c%s=%s", i ? '&' : '?', buf_text(&all[i].name),
			   buf_text(&all[i].value));
		out->overflow |= all[i].name.overflow || all[i].value.overflow;
		buf_release(&all[i].name);
		buf_release(&all[i].value);
	}
	free(all);
}

/* ---- the canonical request --------------------------------------------------------- */

static void to_hex(const unsigned char hash[HASH], char out[HEX])
{
	size_t i;

	for (i = 0; i < HASH; i++)
		snprintf(out + 2 * i, 3, "%02x", hash[i]);
}

static bool sha256(const void *bytes, size_t n, char out[HEX])
{
	unsigned char hash[HASH];
	unsigned len = 0;

	if (!EVP_Digest(n ? bytes : "", n, hash, &len, EVP_sha256(), NULL) || len != HASH)
		return false;
	to_hex(hash, out);
	return true;
}

static bool hmac(const void *key, size_t n, const char *text, unsigned char out[HASH])
{
	unsigned len = 0;

	return HMAC(EVP_sha256(), key, (int)n, (const unsigned char *)text, strlen(text),
		    out, &len) && len == HASH;
}

static size_t name_length(const char *header)
{
	return strcspn(header, ":");
}

static int by_header(const void *a, const void *b)
{
	const char *one = *(const char *const *)a, *two = *(const char *const *)b;
	size_t n = name_length(one), m = name_length(two);
	int order = strncasecmp(one, two, n < m ? n : m);

	return order ? order : n < m ? -1 : n > m;
}

static void add_lower(struct buf *out, const char *text, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		buf_addc(out, (char)(text[i] >= 'A' && text[i] <= 'Z' ? text[i] | 0x20 :
				     text[i]));
}

/* Without blanks at its ends, and one for several. */
static void add_value(struct buf *out, const char *value)
{
	bool any = false;
	size_t n;

	for (value += strspn(value, " \t"); *value; value += strspn(value, " \t")) {
		if (any)
			buf_addc(out, ' ');
		n = strcspn(value, " \t");
		buf_add(out, value, n);
		value += n;
		any = true;
	}
}

/* The headers in order; their names, with a ; between. */
static bool add_headers(struct buf *out, const char **all, size_t n, struct buf *names)
{
	size_t i, length;

	qsort(all, n, sizeof(*all), by_header);
	for (i = 0; i < n; i++) {
		length = name_length(all[i]);
		if (!length || !all[i][length] || strpbrk(all[i], "\r\n") ||
		    (i && by_header(&all[i - 1], &all[i]) == 0))
			return false;
		add_lower(out, all[i], length);
		buf_addc(out, ':');
		add_value(out, all[i] + length + 1);
		buf_addc(out, '\n');
		if (i)
			buf_addc(names, ';');
		add_lower(names, all[i], length);
	}
	return true;
}

/* S3 takes the path as it is sent; all others escape it once more. */
static void add_target(struct buf *out, const struct aws_request *request)
{
	size_t path = strcspn(request->target, "?");
	const char *query = request->target + path;

	if (strcmp(request->service, "s3") == 0)
		buf_add(out, request->target, path);
	else
		http_escape(out, request->target, path, false);
	buf_printf(out, "\n%s\n", *query ? query + 1 : "");
}

static bool canonical(const struct aws_request *request, const struct aws_signed *with,
		      const char *payload, struct buf *out, struct buf *names)
{
	const char *all[AWS_HEADERS + 1];
	struct buf host;
	bool good;
	size_t n;

	buf_init(&host, ROOM);
	buf_printf(&host, "host:%s", request->host);
	for (n = 0; with->headers[n]; n++)
		all[n] = with->headers[n];
	all[n++] = buf_text(&host);
	buf_printf(out, "%s\n", request->method);
	add_target(out, request);
	good = add_headers(out, all, n, names);
	buf_printf(out, "\n%s\n%s", buf_text(names), payload);
	buf_release(&host);
	return good && !out->overflow && !names->overflow;
}

/* ---- the signature ------------------------------------------------------------------ */

/* The key of that day, region and service. */
static bool derive(const struct aws_keys *keys, const struct aws_request *request,
		   const char *day, unsigned char out[HASH])
{
	unsigned char one[HASH], two[HASH];
	struct buf first;
	bool good;

	buf_init(&first, ROOM);
	buf_pad(&first, ' ', strlen(keys->secret) + 5);	/* it never moves */
	buf_reset(&first);
	buf_printf(&first, "AWS4%s", keys->secret);
	good = !first.overflow && hmac(buf_text(&first), first.len, day, one) &&
		hmac(one, HASH, request->region, two) &&
		hmac(two, HASH, request->service, one) &&
		hmac(one, HASH, "aws4_request", out);
	buf_wipe(&first);
	explicit_bzero(one, sizeof(one));
	explicit_bzero(two, sizeof(two));
	return good;
}

static bool sign(const struct aws_keys *keys, const struct aws_request *request,
		 const char *stamp, const char *text, char out[HEX])
{
	unsigned char key[HASH], hash[HASH];
	char day[DAY + 1], digest[HEX];
	struct buf whole;
	bool good;

	snprintf(day, sizeof(day), "%.8s", stamp);
	buf_init(&whole, ROOM);
	good = sha256(text, strlen(text), digest) && derive(keys, request, day, key);
	if (good) {
		buf_printf(&whole, "AWS4-HMAC-SHA256\n%s\n%s/%s/%s/aws4_request\n%s", stamp,
			   day, request->region, request->service, digest);
		good = !whole.overflow && hmac(key, HASH, buf_text(&whole), hash);
	}
	if (good)
		to_hex(hash, out);
	explicit_bzero(key, sizeof(key));
	buf_release(&whole);
	return good;
}

static bool add(struct aws_signed *out, size_t *n, struct buf *line, const char *name,
		const char *value)
{
	if (*n == AWS_HEADERS)
		return false;
	buf_pad(line, ' ', strlen(name) + strlen(value) + 2);	/* it never moves */
	buf_reset(line);
	buf_printf(line, "%s: %s", name, value);
	out->headers[(*n)++] = buf_text(line);
	return !line->overflow;
}

/* What is sent beside Authorization. */
static bool gather(const struct aws_keys *keys, const struct aws_request *request,
		   const char *stamp, const char *payload, struct aws_signed *out)
{
	size_t n = 0;

	for (; request->headers && request->headers[n]; n++) {
		if (n == AWS_HEADERS)
			return false;
		out->headers[n] = request->headers[n];
	}
	return add(out, &n, &out->added[0], "X-Amz-Date", stamp) &&
		(strcmp(request->service, "s3") != 0 ||
		 add(out, &n, &out->added[1], "X-Amz-Content-SHA256", payload)) &&
		(!keys->token || !*keys->token ||
		 add(out, &n, &out->added[2], "X-Amz-Security-Token", keys->token));
}

bool aws_sign(const struct aws_keys *keys, const struct aws_request *request,
	      struct aws_signed *out)
{
	char stamp[STAMP], payload[HEX], signature[HEX];
	time_t now = (time_t)request->now;
	struct buf text, names;
	struct tm tm;
	bool good;
	size_t i;

	memset(out, 0, sizeof(*out));
	buf_init(&out->authorization, ROOM);
	for (i = 0; i < COUNT_OF(out->added); i++)
		buf_init(&out->added[i], ROOM);
	buf_init(&text, ROOM);
	buf_pad(&text, ' ', ROOM - 1);	/* it never moves */
	buf_reset(&text);
	buf_init(&names, ROOM);
	good = gmtime_r(&now, &tm) && strftime(stamp, sizeof(stamp), "%Y%m%dT%H%M%SZ", &tm) &&
		sha256(request->body, request->n_body, payload) &&
		gather(keys, request, stamp, payload, out) &&
		canonical(request, out, payload, &text, &names) &&
		sign(keys, request, stamp, buf_text(&text), signature);
	if (good)
		buf_printf(&out->authorization, "AWS4-HMAC-SHA256 Credential=%s/%.8s/%s/%s/"
			   "aws4_request, SignedHeaders=%s, Signature=%s", keys->id, stamp,
			   request->region, request->service, buf_text(&names), signature);
	buf_wipe(&text);		/* the session token stands in it */
	buf_release(&names);
	return good && !out->authorization.overflow;
}

void aws_signed_wipe(struct aws_signed *out)
{
	size_t i;

	buf_wipe(&out->authorization);
	for (i = 0; i < COUNT_OF(out->added); i++)
		buf_wipe(&out->added[i]);
}
