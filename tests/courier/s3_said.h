/* s3_said.h: the courier asked about a bucket, and what it says of it. */
#ifndef TESTS_COURIER_S3_SAID_H
#define TESTS_COURIER_S3_SAID_H

#include <jansson.h>

#include "tests/courier/web.h"

#define SECRET "c4nary/secret+key/4711"
#define TOKEN "c4nary+session/token/0815=="
#define XML "Content-Type: application/xml\r\n"
#define LIST "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ListBucketResult " \
	"xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>acme-lake</Name>" \
	"<EncodingType>url</EncodingType><IsTruncated>false</IsTruncated>"
#define OBJECT(key) "<Contents><Key>" key "</Key><LastModified>2026-11-28T18:00:00.000Z" \
	"</LastModified><ETag>&quot;x&quot;</ETag><Size>12</Size><StorageClass>STANDARD" \
	"</StorageClass></Contents>"
#define FOLDER(key) "<CommonPrefixes><Prefix>" key "</Prefix></CommonPrefixes>"
#define END "</ListBucketResult>"
#define ERROR(code, message, more) "<?xml version=\"1.0\"?><Error><Code>" code "</Code>" \
	"<Message>" message "</Message>" more "<RequestId>4442587FB7D0A2F9</RequestId></Error>"
#define HERE "x-amz-bucket-region: eu-west-3\r\nServer: AmazonS3\r\n"

#define SERVE(answers) said_serve(answers, COUNT_OF(answers))

/* more: further fields, "" or ",\"writeback\":\"true\""; secrets: the same.  All its lines;
 * no secret of ours is in them. */
json_t *said(const char *origin, const char *job, const char *more, const char *secrets);
/* The same as text, until the next one. */
const char *said_text(void);
/* What a step says of itself: "" where it says nothing. */
const char *said_of(const json_t *all, const char *step, const char *what);
long said_status(const json_t *all, const char *step);
void said_ends(const json_t *all, const char *step, const char *status, const char *reason);
void said_has(const json_t *all, const char *step, const char *what, const char *text);
struct web said_serve(const struct web_answer *answers, size_t n);

#endif
