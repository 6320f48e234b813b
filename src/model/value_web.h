/* value_web.h: types of values that name something outside: servers, repositories,
 * accounts of Git providers.  Each says what is wrong with a text and what would be right. */
#ifndef MODEL_VALUE_WEB_H
#define MODEL_VALUE_WEB_H

#include "model/value_type.h"

extern const struct value_type
	value_server,		/* "https://git.acme.example", of a server */
	value_test_endpoint,	/* "http://127.0.0.1:8080", "https://localhost:8443": an
				 * origin on this machine, and no other */
	value_endpoint,		/* the same, and "https://minio.acme.example:9000" */
	value_git_account,	/* of GitHub: a user or an organization */
	value_group_path,	/* of GitLab: "acme/data" */
	value_slug,		/* an identifier without blanks */
	value_digits,		/* "12345" */
	value_email,
	value_repository;	/* "acme/ml-utils"; an address of one is read */

/* "git.acme.example" of "https://git.acme.example/x", in lower case; NULL: there is
 * none in it. */
const char *web_host(const char *url, struct arena *arena);

/* Is that of this machine?  Then it stands in for a real server, in tests. */
bool web_is_here(const char *origin);

#endif
