/* s3_call.h: one bucket of S3, asked as the letter says: where it is, who asks, what came
 * back and what it means. */
#ifndef CONNECT_S3_S3_CALL_H
#define CONNECT_S3_S3_CALL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/attr.h"
#include "connect/s3/s3_xml.h"
#include "net/http.h"
#include "net/sign_aws.h"

enum { S3_HOST = 320 };

struct s3 {
	struct http *http;
	const char *bucket, *region;
	struct aws_keys keys;
	const char *partition;		/* of ARNs: "aws", "aws-cn" */
	char host[S3_HOST];		/* as it is signed: "b.s3.eu-west-3.amazonaws.com" */
	bool in_path;			/* the bucket is named in the path */
};

/* NULL action: nothing of IAM's is asked for. */
struct s3_ask {
	const char *action;		/* "s3:GetObject": what it takes, for faults */
	const char *method;
	const char *key;		/* NULL: the bucket */
	const struct aws_pair *pairs;
	size_t n_pairs;
	const char *range;		/* "Range: bytes=0-0"; NULL: all */
	const void *body;
	size_t n_body;
	bool nameless;			/* without keys, unsigned */
	bool one_byte;			/* that is enough of the answer */
};

/* Where a bucket is asked for: in its own host, or in the path where its name has a dot
 * (Amazon's certificates are for one label), where there is an endpoint, or path_style.
 * *partition: of ARNs. */
void s3_address(const char *bucket, const char *region, const char *endpoint, bool path_style,
		char origin[S3_HOST], bool *in_path, const char **partition);
/* By the letter's fields: false: *fault (config). */
bool s3_open(struct s3 *s3, struct net_fault *fault) MUST_CHECK;
void s3_close(struct s3 *s3);
/* It answered, with whatever status; false: *fault.  http_answer_release() the answer in
 * either case. */
bool s3_ask(struct s3 *s3, const struct s3_ask *ask, struct http_answer *answer,
	    struct net_fault *fault) MUST_CHECK;
/* "arn:aws:s3:::acme-lake", with "/KEY" where a key is given. */
void s3_arn(const struct s3 *s3, const char *key, struct buf *out);

/* s3_fault.c: what an answer that is not good means: reason, status, code, what it says
 * and who can mend it (AWS: "Error responses", API Reference of Amazon S3). */
void s3_fault(const struct s3 *s3, const struct s3_ask *ask, const struct http_answer *answer,
	      struct net_fault *fault);
/* A region that the answer names, and which is one; "": none.  In out. */
const char *s3_region_named(const struct http_answer *answer, char out[S3_WORD]);
void s3_wrong_region(const char *region, struct net_fault *fault);
bool s3_is_good(const struct http_answer *answer);
/* What a good answer is that is no list; why: of s3_xml_list.  Always false. */
bool s3_not_a_list(const struct http_answer *answer, const char *why, struct net_fault *fault);

/* s3_browse.c: what is right below a prefix, reported from the step connect on, which has
 * begun; at most 10,000 rows, and it is said where there are more.  False: *fault. */
bool s3_browse(struct s3 *s3, const char *prefix, struct net_fault *fault) MUST_CHECK;

#endif
