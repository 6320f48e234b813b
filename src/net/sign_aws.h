/* sign_aws.h: Signature Version 4 of AWS, and the one form of paths and queries that is
 * signed: what is sent and what is signed are the same text.  For S3, and for services
 * that take JSON by POST (Athena: X-Amz-Target).  Equal to botocore's SigV4Auth and
 * S3SigV4Auth (tests/services/sign.sh). */
#ifndef NET_SIGN_AWS_H
#define NET_SIGN_AWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/buf.h"

struct aws_keys {
	const char *id, *secret;
	const char *token;		/* of temporary keys; NULL, "": none */
};

struct aws_request {
	const char *service;		/* "s3", "athena" */
	const char *region;		/* "eu-west-3" */
	const char *method;		/* "GET" */
	const char *host;		/* as it is sent: "127.0.0.1:8080" */
	const char *target;		/* by aws_path() and aws_query() */
	/* More of what is sent, and is signed with it: "Range: bytes=0-0"; a NULL ends
	 * them; or NULL.  No name twice, neither Host nor those that are added here. */
	const char *const *headers;
	const void *body;
	size_t n_body;
	int64_t now;			/* seconds of UTC */
};

enum { AWS_HEADERS = 12 };

struct aws_signed {
	struct buf authorization;	/* the value of that header */
	/* All others that are to be sent, as http_ask.headers; a NULL ends them. */
	const char *headers[AWS_HEADERS + 1];
	struct buf added[3];		/* those of them that are of this signature */
};

/* "/a%20b" of "a b": behind a slash, each byte but A-Z a-z 0-9 - . _ ~ / as %XX. */
void aws_path(struct buf *out, const char *key, size_t n);

struct aws_pair { const char *name, *value; };	/* value NULL: "name=" */

/* "?a=b&c=": escaped, and in the order of names and then of values; nothing for none. */
void aws_query(struct buf *out, const struct aws_pair *pairs, size_t n);

/* False: a header that cannot be, too many of them, or too long a request.  *out is the
 * caller's: aws_signed_wipe() it, also then.  The headers of the request live on in it. */
bool aws_sign(const struct aws_keys *keys, const struct aws_request *request,
	      struct aws_signed *out) MUST_CHECK;
void aws_signed_wipe(struct aws_signed *out);

#endif
