/* github.h: GitHub and GitHub Enterprise Server (CONNECTORS 1.1, 1.2): what their kinds
 * share.  Three ways in: a token that somebody made, a token of a device code, an app
 * that signs with its key and is installed on the account. */
#ifndef CONNECT_GITHUB_GITHUB_H
#define CONNECT_GITHUB_GITHUB_H

#include "connect/api.h"

enum { GITHUB_NAME = 112, GITHUB_ID = 24, GITHUB_TEXT = 256 };

struct github {
	struct api api;			/* api.github.com, or HOST/api/v3 */
	struct api web;			/* where people sign in, and Git is */
	bool enterprise;
	const char *auth;		/* "token", "device", "app", "client" */
	const char *account;		/* whose repositories are meant */
	const char *known_id;		/* ... by number, as it was; "" */
	bool installed;			/* the token is one of an installation of an app */
	bool of_user_app;		/* ... of a user by an app, which is installed, too */
	char version[GITHUB_ID];	/* of Enterprise Server; "" */
	char login[GITHUB_NAME];	/* as whom: "octocat", or the app's name */
	char id[GITHUB_ID];		/* of who that is */
	char account_id[GITHUB_ID], account_login[GITHUB_NAME];	/* once they are found */
	char installation[GITHUB_ID];	/* by number */
	struct buf token;		/* in use; for Git as well */
};

/* By the letter.  False: *fault.  github_close() it in either case. */
bool github_open(struct github *github, bool enterprise, struct net_fault *fault) MUST_CHECK;
void github_close(struct github *github);		/* wiped */
/* Logins, which are without regard to case. */
bool github_is(const char *one, const char *other);

/* Takes an account's number and name from the JSON of it.  False: wrong-account. */
bool github_take_account(struct github *github, const json_t *account,
			 struct net_fault *fault) MUST_CHECK;

/* ---- steps: each begins itself, and says its ok or its warning; false: *fault ------- */

/* `connect`: who is there, before anybody is told a credential. */
bool github_connect(struct github *github, struct net_fault *fault) MUST_CHECK;
/* `auth` (github_auth.c): as whom; the token's scopes and its end. */
bool github_auth(struct github *github, struct net_fault *fault) MUST_CHECK;
/* ... and what reading needs beside: of an app its installation. */
bool github_enter(struct github *github, struct net_fault *fault) MUST_CHECK;
/* `account` (github_account.c), begun before: the one that is meant, by its number, as
 * facts. */
bool github_account(struct github *github, struct net_fault *fault) MUST_CHECK;
/* `repositories` (github_repos.c): are there any of the account to be seen? */
bool github_count(struct github *github, struct net_fault *fault) MUST_CHECK;

/* ---- within steps -------------------------------------------------------------------- */

/* An app's installation on the account, and a token of it (github_install.c). */
bool github_install(struct github *github, struct net_fault *fault) MUST_CHECK;
/* The same among those that a user's token reaches; it stays in use. */
bool github_user_install(struct github *github, struct net_fault *fault) MUST_CHECK;
/* A client's id and secret, with no user (github_client.c): how a code that is none is
 * refused tells whether they are right. */
bool github_client(struct github *github, struct net_fault *fault) MUST_CHECK;
/* Repositories of the account, handed over until take says false (github_list.c). */
typedef bool github_take(void *ctx, const json_t *repository);
bool github_each(struct github *github, github_take *take, void *ctx,
		 struct net_fault *fault) MUST_CHECK;

/* ---- jobs: as connector.h ---------------------------------------------------------------- */

bool github_verify(bool enterprise, struct net_fault *fault) MUST_CHECK;
bool github_repos(bool enterprise, struct net_fault *fault) MUST_CHECK;
bool github_refs(bool enterprise, struct net_fault *fault) MUST_CHECK;
bool github_resolve(bool enterprise, struct net_fault *fault) MUST_CHECK;
bool github_sign_in(bool enterprise, struct net_fault *fault) MUST_CHECK;

/* ---- github_fault.c -------------------------------------------------------------------- */

/* What refusals mean; for api.explain. */
api_explain github_explain;
/* A classic token has scopes, and they are told: *fault names what it lacks; more: what
 * it may do beyond need ("admin:org, delete_repo"), or "". */
bool github_scopes(const struct api_answer *answer, const char *token,
		   char more[GITHUB_TEXT], struct net_fault *fault) MUST_CHECK;

#endif
