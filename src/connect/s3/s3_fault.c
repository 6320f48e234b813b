/* s3_fault.c: see s3_call.h. */
#include "connect/s3/s3_call.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include "base/attr.h"
#include "model/value_type.h"

enum { SKEW = 60 /* seconds */, SAID = 150, TOLD = 16 };

/* Who can mend it, and how, is said by the ... */
enum mends { GENERAL, KEY_ID, SECRET, TOKEN, POLICY, CLOCK, ACCOUNT, BUCKET, REGION };

static const struct meaning { const char *code, *reason; enum mends mends; } meanings[] = {
	{ "InvalidAccessKeyId", "auth-bad", KEY_ID },
	{ "SignatureDoesNotMatch", "auth-bad", SECRET },
	{ "AuthorizationHeaderMalformed", "wrong-region", REGION },
	{ "IllegalLocationConstraintException", "wrong-region", REGION },
	{ "PermanentRedirect", "wrong-region", REGION },
	{ "InvalidRegion", "wrong-region", REGION },
	{ "TemporaryRedirect", "redirected", GENERAL },
	{ "Redirect", "redirected", GENERAL },
	{ "ExpiredToken", "auth-expired", TOKEN },
	{ "TokenRefreshRequired", "auth-expired", TOKEN },
	{ "RequestExpired", "auth-expired", TOKEN },
	{ "InvalidToken", "auth-bad", TOKEN },
	{ "MissingSecurityHeader", "auth-bad", TOKEN },
	{ "RequestTimeTooSkewed", "clock-skew", CLOCK },
	{ "AccessDenied", "forbidden", POLICY },
	{ "KMS.DisabledException", "forbidden", POLICY },
	{ "KMS.NotFoundException", "not-found", POLICY },
	{ "KMS.InvalidStateException", "forbidden", POLICY },
	{ "AllAccessDisabled", "suspended", ACCOUNT },
	{ "AccountProblem", "suspended", ACCOUNT },
	{ "NotSignedUp", "suspended", ACCOUNT },
	{ "InvalidPayer", "suspended", ACCOUNT },
	{ "UserSuspended", "suspended", ACCOUNT },
	{ "NoSuchBucket", "not-found", BUCKET },
	{ "NoSuchKey", "not-found", GENERAL },
	{ "InvalidBucketName", "config", BUCKET },
	{ "SlowDown", "rate-limited", GENERAL },
	{ "Throttling", "rate-limited", GENERAL },
	{ "ThrottlingException", "rate-limited", GENERAL },
	{ "RequestLimitExceeded", "rate-limited", GENERAL },
	{ "TooManyRequests", "rate-limited", GENERAL },
	{ "InternalError", "server-error", GENERAL },
	{ "ServiceUnavailable", "server-error", GENERAL },
	{ "RequestTimeout", "timeout", GENERAL },
	{ "MethodNotAllowed", "not-this-api", GENERAL },
	{ "NotImplemented", "not-this-api", GENERAL } };

static struct meaning by_status(int status)
{
	return (struct meaning){ NULL, status == 401 ? "auth-bad" : status == 403 ? "forbidden" :
		status == 404 ? "not-found" : status == 429 ? "rate-limited" :
		status >= 500 ? "server-error" : status >= 300 && status < 400 ? "redirected" :
		"protocol", GENERAL };
}

static struct meaning meaning_of(const struct s3_error *error, int status)
{
	size_t i;

	for (i = 0; i < COUNT_OF(meanings); i++)
		if (strcmp(meanings[i].code, error->code) == 0)
			return meanings[i];
	return by_status(status);
}

/* ---- regions ------------------------------------------------------------------------ */

static bool is_region(const char *text)
{
	return *text && !value_region.fault(text);
}

/* "eu-west-3" of "acme-lake.s3.eu-west-3.amazonaws.com", or of "s3-eu-west-3". */
static bool within_host(const char *host, char out[S3_WORD])
{
	char copy[S3_WORD], *rest = NULL, *label;

	snprintf(copy, sizeof(copy), "%s", host);
	for (label = strtok_r(copy, ".", &rest); label; label = strtok_r(NULL, ".", &rest)) {
		if (strncmp(label, "s3-", 3) == 0)
			label += 3;
		if (!is_region(label))
			continue;
		snprintf(out, S3_WORD, "%s", label);
		return true;
	}
	return false;
}

const char *s3_region_named(const struct http_answer *answer, char out[S3_WORD])
{
	const char *header = http_header(answer, "x-amz-bucket-region");
	struct s3_error error;

	out[0] = '\0';
	if (header && is_region(header))
		snprintf(out, S3_WORD, "%.40s", header);
	else if (s3_xml_error(buf_text(&answer->body), answer->body.len, &error)) {
		if (is_region(error.region))
			snprintf(out, S3_WORD, "%.40s", error.region);
		else if (!within_host(error.endpoint, out))
			out[0] = '\0';
	}
	return out;
}

void s3_wrong_region(const char *region, struct net_fault *fault)
{
	fault->reason = "wrong-region";
	snprintf(fault->fix, sizeof(fault->fix), "Set the region to %.40s.", region);
}

/* ---- who can mend it ----------------------------------------------------------------- */

static const char *time_text(int64_t when, char out[32])
{
	time_t at = (time_t)when;
	struct tm tm;

	if (!gmtime_r(&at, &tm) || !strftime(out, 32, "%Y-%m-%d %H:%M:%S UTC", &tm))
		snprintf(out, 32, "unknown");
	return out;
}

static void clocks(const struct http_answer *answer, struct net_fault *fault)
{
	int64_t now = (int64_t)time(NULL);
	char here[32], there[32];

	fault->reason = "clock-skew";
	if (!answer->dated) {
		snprintf(fault->fix, sizeof(fault->fix), "Here it is %s; the server does not say "
			 "its time. Have the administrator of this machine set its clock.",
			 time_text(now, here));
		return;
	}
	snprintf(fault->fix, sizeof(fault->fix), "Here it is %s, at the server %s: %lld seconds "
		 "%s. Have the administrator of this machine set its clock, or whoever runs "
		 "the server set that one.", time_text(now, here),
		 time_text(now + answer->skew, there), (long long)llabs(answer->skew),
		 answer->skew < 0 ? "behind" : "ahead");
}

/* The ARN of a key of KMS in what was said; "": none. */
static void kms_key(const char *message, char out[S3_WORD])
{
	static const char good[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
		"0123456789:-/_";
	const char *at = strstr(message, "arn:aws"), *key;
	size_t n;

	out[0] = '\0';
	for (; at; at = strstr(at + 1, "arn:aws")) {
		n = strspn(at, good);
		key = strstr(at, ":kms:");
		if (key && key < at + n && n < S3_WORD) {
			snprintf(out, S3_WORD, "%.*s", (int)n, at);
			return;
		}
	}
}

static bool is_of_kms(const struct s3_error *error)
{
	return strncmp(error->code, "KMS.", 4) == 0 || strcasestr(error->message, "kms:") ||
		strcasestr(error->message, "KMS key") ||
		strcasestr(error->message, "KMS managed key");
}

static void statement(const char *action, const char *resource, struct buf *out)
{
	buf_printf(out, "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
		   "\"Action\":\"%s\",\"Resource\":\"%s\"}]}", action, resource);
}

/* Whose policy, and the statement that it lacks. */
static void policy(const struct s3 *s3, const struct s3_ask *ask, const struct s3_error *error,
		   struct net_fault *fault)
{
	bool kms = is_of_kms(error), put = strcmp(ask->method, "PUT") == 0;
	char key[S3_WORD];
	struct buf arn, fix;

	buf_init(&arn, 512);
	buf_init(&fix, NET_FIX - 1);
	kms_key(error->message, key);
	s3_arn(s3, ask->key ? "*" : NULL, &arn);
	if (strcasestr(error->message, "explicit deny"))
		buf_printf(&fix, "A policy denies it in so many words, which no other can allow: "
			   "ask the administrator of the AWS account to take that Deny of %s "
			   "away. ", kms ? put ? "kms:GenerateDataKey" : "kms:Decrypt" :
			   ask->action);
	else
		buf_printf(&fix, "Ask the administrator of the AWS account to add this to the "
			   "policies of the IAM user of access key %.40s%s: ", s3->keys.id,
			   kms ? ", and to let the user use the KMS key" : "");
	if (!strcasestr(error->message, "explicit deny"))
		statement(kms ? put ? "kms:GenerateDataKey" : "kms:Decrypt" : ask->action,
			  !kms ? buf_text(&arn) : *key ? key : "ARN of the KMS key", &fix);
	if (put)
		buf_adds(&fix, " Or turn writeback off.");
	snprintf(fault->fix, sizeof(fault->fix), "%s", buf_text(&fix));
	buf_release(&arn);
	buf_release(&fix);
}

static void say_fix(const struct s3 *s3, const struct s3_ask *ask, enum mends mends,
		    const struct s3_error *error, const struct http_answer *answer,
		    struct net_fault *fault)
{
	const char *id = s3->keys.id;
	char region[S3_WORD];

	switch (mends) {
	case KEY_ID:
		snprintf(fault->fix, sizeof(fault->fix), "Enter the access key ID again: AWS "
			 "knows no %.40s. If it was deleted, have the administrator of the AWS "
			 "account make a new pair for the IAM user.", id);
		break;
	case SECRET:
		snprintf(fault->fix, sizeof(fault->fix), "Enter the secret access key of %.40s "
			 "again: it is not the one that belongs to it. If it is, something "
			 "between changes the requests, as a proxy.", id);
		break;
	case TOKEN:
		snprintf(fault->fix, sizeof(fault->fix), "Get new temporary keys and enter all "
			 "three: access key ID, secret access key and session token; or use "
			 "the keys of an IAM user, which have no token.");
		break;
	case POLICY:
		if (ask->action)
			policy(s3, ask, error, fault);
		break;
	case CLOCK:
		clocks(answer, fault);
		break;
	case ACCOUNT:
		snprintf(fault->fix, sizeof(fault->fix), "Ask the owner of the AWS account that "
			 "has the bucket %.63s: AWS has closed or restricted it.", s3->bucket);
		break;
	case BUCKET:
		snprintf(fault->fix, sizeof(fault->fix), "Check the name of the bucket, %.63s, "
			 "with the administrator of the AWS account: there is none of that name.",
			 s3->bucket);
		break;
	case REGION:
		s3_wrong_region(s3_region_named(answer, region), fault);
		break;
	case GENERAL:
		break;
	}
}

/* ---- what came ---------------------------------------------------------------------- */

/* What the server says; not where it gives a secret back. */
static void say_detail(const struct s3 *s3, const struct s3_error *error,
		       struct net_fault *fault)
{
	const char *const secrets[] = { s3->keys.secret, s3->keys.token };
	char some[TOLD + 1], said[SAID + 1];
	bool quiet = false;
	size_t i;

	for (i = 0; i < COUNT_OF(secrets); i++) {
		snprintf(some, sizeof(some), "%s", secrets[i] ? secrets[i] : "");
		quiet |= *some && (strstr(error->message, some) || strstr(error->code, some) ||
				   strstr(error->request, some));
	}
	if (quiet) {
		fault->native[0] = '\0';
		snprintf(fault->detail, sizeof(fault->detail), "what it says has a secret in "
			 "it, and is not shown");
		return;
	}
	for (i = strnlen(error->message, SAID); i && error->message[i] &&
	     ((unsigned char)error->message[i] & 0xc0) == 0x80; i--)
		;
	snprintf(said, sizeof(said), "%.*s", (int)i, error->message);
	snprintf(fault->native, sizeof(fault->native), "%.31s", error->code);
	snprintf(fault->detail, sizeof(fault->detail), "%s%s%.60s%s", said,
		 *error->request ? " (request " : "", error->request,
		 *error->request ? ")" : "");
}

/* No error of S3: a page of somebody else's, or nothing. */
static void no_error(const struct http_answer *answer, struct net_fault *fault)
{
	const char *to = http_header(answer, "location");
	const char *body = buf_text(&answer->body);

	fault->reason = by_status(answer->status).reason;
	if (answer->status >= 300 && answer->status < 400) {
		snprintf(fault->detail, sizeof(fault->detail), "to %.200s", to ? to : "nowhere");
		return;
	}
	if (answer->status == 407) {
		fault->reason = "proxy";
	} else if (answer->status == 400 && strcasestr(body, "SSL certificate")) {
		fault->reason = "tls-client-cert";	/* nginx */
	} else if (answer->body.len && answer->status < 500 && answer->status != 429) {
		fault->reason = "not-this-api";
		snprintf(fault->detail, sizeof(fault->detail), "no answer of S3: %.100s",
			 http_header(answer, "content-type") ?
			 http_header(answer, "content-type") : "of no type");
	}
}

void s3_fault(const struct s3 *s3, const struct s3_ask *ask, const struct http_answer *answer,
	      struct net_fault *fault)
{
	struct s3_error error;
	struct meaning meaning;
	char region[S3_WORD];

	*fault = (struct net_fault){ .reason = "internal", .http = answer->status };
	if (!s3_xml_error(buf_text(&answer->body), answer->body.len, &error)) {
		no_error(answer, fault);
		return;
	}
	meaning = meaning_of(&error, answer->status);
	say_detail(s3, &error, fault);
	/* The scope of a key that is malformed; not of a region. */
	if (meaning.mends == REGION && (!*s3_region_named(answer, region) ||
				       strcmp(region, s3->region) == 0))
		meaning = strcmp(error.code, "AuthorizationHeaderMalformed") == 0 ?
			(struct meaning){ NULL, "auth-bad", KEY_ID } :
			(struct meaning){ NULL, "wrong-region", GENERAL };
	if (answer->dated && llabs(answer->skew) > SKEW &&
	    strcmp(meaning.reason, "auth-bad") == 0)
		meaning.mends = CLOCK;
	fault->reason = meaning.reason;
	say_fix(s3, ask, meaning.mends, &error, answer, fault);
}

bool s3_is_good(const struct http_answer *answer)
{
	return answer->status >= 200 && answer->status < 300;
}

bool s3_not_a_list(const struct http_answer *answer, const char *why, struct net_fault *fault)
{
	const char *type = http_header(answer, "content-type");

	*fault = (struct net_fault){ .reason = *why ? "protocol" : "not-this-api",
				     .http = answer->status };
	snprintf(fault->detail, sizeof(fault->detail), "no list of a bucket: %.150s", *why ? why :
		 type ? type : "of no type");
	return false;
}
