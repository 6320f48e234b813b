/* s3_call.c: see s3_call.h. */
#include "connect/s3/s3_call.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/attr.h"
#include "connect/letter.h"
#include "model/value_type.h"
#include "model/value_web.h"

enum { TARGET = 12 << 10 };

/* Of regions and what AWS calls the part of its world that they are in (botocore's
 * endpoints.json); the last one is all others. */
static const struct world { const char *region, *partition, *domain; } worlds[] = {
	{ "cn-", "aws-cn", "amazonaws.com.cn" },
	{ "us-gov-", "aws-us-gov", "amazonaws.com" },
	{ "us-iso-", "aws-iso", "c2s.ic.gov" },
	{ "us-isob-", "aws-iso-b", "sc2s.sgov.gov" },
	{ "", "aws", "amazonaws.com" } };

static const struct world *world_of(const char *region)
{
	const struct world *world = worlds;

	while (strncmp(region, world->region, strlen(world->region)) != 0)
		world++;
	return world;
}

static bool bad(struct net_fault *fault, const char *field, const char *why)
{
	*fault = (struct net_fault){ .reason = "config" };
	snprintf(fault->detail, sizeof(fault->detail), "%s: %s", field, why);
	return false;
}

/* Names stand in addresses and policies: nothing else may. */
static bool fields_good(const struct s3 *s3, struct net_fault *fault)
{
	const char *why;

	if ((why = value_bucket.fault(s3->bucket)))
		return bad(fault, "bucket", why);
	if ((why = value_region.fault(s3->region)))
		return bad(fault, "region", why);
	if (!*s3->keys.id || strpbrk(s3->keys.id, "\r\n \t/,="))
		return bad(fault, "access key ID", *s3->keys.id ?
			   "it has no blanks and no / , =" : "it is missing");
	if (!s3->keys.secret || !*s3->keys.secret)
		return bad(fault, "secret access key", "it is missing");
	if (s3->keys.token && strpbrk(s3->keys.token, "\r\n"))
		return bad(fault, "session token", "it is more than one line");
	return true;
}

void s3_address(const char *bucket, const char *region, const char *endpoint, bool path_style,
		char origin[S3_HOST], bool *in_path, const char **partition)
{
	const struct world *world = world_of(region);

	*partition = world->partition;
	*in_path = path_style || *endpoint || strchr(bucket, '.');
	if (*endpoint)
		snprintf(origin, S3_HOST, "%s", endpoint);
	else if (*in_path)
		snprintf(origin, S3_HOST, "https://s3.%s.%s", region, world->domain);
	else
		snprintf(origin, S3_HOST, "https://%s.s3.%s.%s", bucket, region, world->domain);
}

bool s3_open(struct s3 *s3, struct net_fault *fault)
{
	const char *endpoint = letter_field("endpoint"), *why;
	char origin[S3_HOST];
	const struct http_site site = { .origin = origin, .ca_file = letter_field("ca_file"),
					.until = letter_until() };

	*s3 = (struct s3){ .bucket = letter_field("bucket"),
			   .region = letter_field("region"),
			   .keys = { letter_field("access_key_id"),
				     letter_secret("secret_access_key"),
				     letter_secret("session_token") } };
	if (!fields_good(s3, fault))
		return false;
	if (*endpoint && (why = value_endpoint.fault(endpoint)))
		return bad(fault, "endpoint", why);
	s3_address(s3->bucket, s3->region, endpoint,
		   strcmp(letter_field("path_style"), "true") == 0, origin, &s3->in_path,
		   &s3->partition);
	if (!(s3->http = http_new(&site, fault)))
		return false;
	snprintf(s3->host, sizeof(s3->host), "%s", strstr(http_origin(s3->http), "://") + 3);
	return true;
}

void s3_close(struct s3 *s3)
{
	http_free(s3->http);
	s3->http = NULL;
}

void s3_arn(const struct s3 *s3, const char *key, struct buf *out)
{
	buf_printf(out, "arn:%s:s3:::%s%s%s", s3->partition, s3->bucket, key ? "/" : "",
		   key ? key : "");
}

static void target_of(const struct s3 *s3, const struct s3_ask *ask, struct buf *out)
{
	if (s3->in_path)
		aws_path(out, s3->bucket, strlen(s3->bucket));
	if (ask->key)
		aws_path(out, ask->key, strlen(ask->key));
	else if (!s3->in_path)
		buf_addc(out, '/');
	aws_query(out, ask->pairs, ask->n_pairs);
}

static bool any_byte(void *ctx, const struct buf *body)
{
	(void)ctx;
	return body->len > 0;
}

bool s3_ask(struct s3 *s3, const struct s3_ask *ask, struct http_answer *answer,
	    struct net_fault *fault)
{
	const char *more[] = { ask->range, NULL };
	struct http_ask http = { .method = ask->method, .body = ask->body,
				 .n_body = ask->n_body, .headers = more,
				 .enough = ask->one_byte ? any_byte : NULL };
	struct aws_request request = { .service = "s3", .region = s3->region,
		.method = ask->method, .host = s3->host, .headers = more,
		.body = ask->body, .n_body = ask->n_body, .now = (int64_t)time(NULL) };
	struct aws_signed with;
	struct buf target;
	bool good = true;

	memset(&with, 0, sizeof(with));
	memset(answer, 0, sizeof(*answer));
	buf_init(&target, TARGET);
	target_of(s3, ask, &target);
	http.target = request.target = buf_text(&target);
	if (!ask->nameless) {
		good = aws_sign(&s3->keys, &request, &with) && !target.overflow;
		http.headers = with.headers;
		http.authorization = buf_text(&with.authorization);
	}
	if (good)
		good = http_ask(s3->http, &http, answer, fault);
	else
		good = bad(fault, "request", "it cannot be signed");
	aws_signed_wipe(&with);
	buf_release(&target);
	return good;
}
