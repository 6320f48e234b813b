/* bitbucket.h: Bitbucket Cloud (CONNECTORS 1.4): what the files of its kind share.  An API
 * token with the e-mail of who made it; an access token of a workspace or a repository,
 * which names nobody; and app passwords, which are no longer taken and explained. */
#ifndef CONNECT_BITBUCKET_BITBUCKET_H
#define CONNECT_BITBUCKET_BITBUCKET_H

#include "connect/api.h"

enum { BITBUCKET_NAME = 160, BITBUCKET_TEXT = 256 };

enum bitbucket_way { BY_APP_PASSWORD, BY_API_TOKEN, BY_ACCESS_TOKEN };

struct bitbucket {
	struct api api;			/* api.bitbucket.org/2.0 */
	struct api web;			/* bitbucket.org: Git */
	enum bitbucket_way way;
	const char *workspace;		/* whose repositories are meant: its id, a word */
	const char *known_id;		/* ... its uuid, as it was; "" */
	const char *user, *password;	/* as Git takes them */
	char login[BITBUCKET_NAME];	/* as whom */
	char account_id[BITBUCKET_NAME], account_login[BITBUCKET_NAME];
};

/* The way of the letter. */
enum bitbucket_way bitbucket_way(void);

/* ---- steps: each begins itself, and says its ok or its warning; false: *fault ------- */

/* `auth`, `account` (bitbucket_account.c). */
bool bitbucket_auth(struct bitbucket *bitbucket, struct net_fault *fault) MUST_CHECK;
bool bitbucket_account(struct bitbucket *bitbucket, struct net_fault *fault) MUST_CHECK;
/* `repositories`, and the rows of the jobs repos and refs (bitbucket_lists.c). */
bool bitbucket_count(struct bitbucket *bitbucket, struct net_fault *fault) MUST_CHECK;
bool bitbucket_list(struct bitbucket *bitbucket, struct net_fault *fault) MUST_CHECK;
bool bitbucket_list_refs(struct bitbucket *bitbucket, struct net_fault *fault) MUST_CHECK;
/* `repository`, `ref`, `git` (bitbucket_package.c). */
bool bitbucket_package(struct bitbucket *bitbucket, struct net_fault *fault) MUST_CHECK;

/* "/repositories/acme/ml-utils" and what is behind it.  False: config: the letter's
 * repository is none.  buf_release() it in either case. */
bool bitbucket_path(struct buf *path, const char *behind, struct net_fault *fault) MUST_CHECK;

/* What refusals mean; for api.explain (bitbucket_fault.c). */
api_explain bitbucket_explain;
/* That app passwords are gone: since when, where it is said, what to make instead. */
bool bitbucket_removed(struct net_fault *fault);
/* What Git asks of a credential; for struct git_proof. */
extern const char bitbucket_right[];

#endif
