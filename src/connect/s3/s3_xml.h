/* s3_xml.h: what S3 says in XML: an error, or a page of a list ("ListObjectsV2", API
 * Reference of Amazon S3).  Foreign text: no DOCTYPE and so no entities of its own, no
 * more than so deep and so many; what is cut of it is whole characters, control
 * characters are left as they are. */
#ifndef CONNECT_S3_S3_XML_H
#define CONNECT_S3_S3_XML_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/attr.h"

enum { S3_CODE = 64, S3_MESSAGE = 512, S3_WORD = 160, S3_TOKEN = 2048, S3_KEY = 3072 };

struct s3_error {
	char code[S3_CODE], message[S3_MESSAGE];
	char region[S3_WORD], endpoint[S3_WORD];	/* "" where it says none */
	char request[S3_WORD];				/* RequestId */
};

struct s3_entry {
	const char *key;		/* a folder's ends in "/" */
	bool folder;
	const char *size;		/* decimal digits, or NULL */
	const char *modified;		/* RFC 3339, or NULL */
};

struct s3_page {
	struct s3_entry *entries;	/* in the order of their keys */
	size_t n, cap;
	bool truncated;
	char token[S3_TOKEN];		/* of the next page; "" */
	struct arena arena;
};

/* False: it is no error of S3. */
bool s3_xml_error(const char *xml, size_t n, struct s3_error *out) MUST_CHECK;
/* False: it is no list; *why says more ("" if it is another document).  In either case:
 * s3_page_release(). */
bool s3_xml_list(const char *xml, size_t n, struct s3_page *out, const char **why)
	MUST_CHECK;
void s3_page_release(struct s3_page *page);

#endif
