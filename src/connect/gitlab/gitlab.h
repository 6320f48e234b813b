/* gitlab.h: GitLab (CONNECTORS 1.3): what the files of its kind share.  A token that
 * somebody made, or one of a device code, which is renewed by its refresh token. */
#ifndef CONNECT_GITLAB_GITLAB_H
#define CONNECT_GITLAB_GITLAB_H

#include "connect/api.h"

enum { GITLAB_NAME = 256, GITLAB_ID = 24, GITLAB_PATH = 1024, GITLAB_TEXT = 256 };

struct gitlab {
	struct api api;			/* gitlab.com/api/v4 */
	struct api web;			/* gitlab.com: signing in, and Git */
	bool device;			/* the token is one of a device code */
	const char *group;		/* whose projects are meant: a group, or a person */
	const char *known_id;		/* ... by number, as it was; "" */
	struct buf token;		/* in use; for Git as well */
	char login[GITLAB_NAME], id[GITLAB_ID];		/* as whom */
	char account_login[GITLAB_NAME], account_id[GITLAB_ID];
	/* The project of the letter: as a part of a path ("acme%2Fml-utils", "42"), and as
	 * it is called now. */
	char project[GITLAB_PATH], project_name[GITLAB_NAME];
};

/* ---- steps: each begins itself, and says its ok or its warning; false: *fault ------- */

/* `auth` (gitlab_auth.c): as whom; the token's scopes and its end.  quiet: no warning of
 * its end, which the check of the provider has. */
bool gitlab_auth(struct gitlab *gitlab, bool quiet, struct net_fault *fault) MUST_CHECK;
/* `account` (gitlab_account.c): the one that is meant, by its number, as facts. */
bool gitlab_account(struct gitlab *gitlab, struct net_fault *fault) MUST_CHECK;
/* `repositories`, and the rows of the job repos (gitlab_projects.c). */
bool gitlab_count(struct gitlab *gitlab, struct net_fault *fault) MUST_CHECK;
bool gitlab_list(struct gitlab *gitlab, struct net_fault *fault) MUST_CHECK;
/* The rows of the job refs; the steps `repository`, `ref`, `git` (gitlab_refs.c). */
bool gitlab_list_refs(struct gitlab *gitlab, struct net_fault *fault) MUST_CHECK;
bool gitlab_package(struct gitlab *gitlab, struct net_fault *fault) MUST_CHECK;

/* ---- within steps -------------------------------------------------------------------- */

/* The token from now on. */
void gitlab_use(struct gitlab *gitlab, const char *token);
/* What the token is: scopes and end; false: *fault.  soon: a warning of its end, or "". */
bool gitlab_token(struct gitlab *gitlab, struct net_fault *soon,
		  struct net_fault *fault) MUST_CHECK;
/* Who that is: login and id; false: *fault. */
bool gitlab_who(struct gitlab *gitlab, struct net_fault *fault) MUST_CHECK;

/* Projects below the group, as GitLab has them, until take says false.  more: of the
 * query ("&search=ml"), or "". */
typedef bool gitlab_take(void *ctx, const json_t *project);
bool gitlab_each(struct gitlab *gitlab, const char *more, gitlab_take *take, void *ctx,
		 struct net_fault *fault) MUST_CHECK;
/* Is "acme/ml-utils" of the group "acme"?  Without regard to case. */
bool gitlab_is_below(const char *path, const char *group);

/* What refusals mean; for api.explain (gitlab_fault.c). */
api_explain gitlab_explain;
/* How a token is made that suffices; for a fix. */
extern const char gitlab_new_token[];

#endif
