/* bitbucket_letter.c: how the letter says to sign in, and where its repository is
 * (bitbucket.h). */
#include <string.h>

#include "connect/bitbucket/bitbucket.h"
#include "connect/git_say.h"
#include "connect/letter.h"

enum { PATH_MOST = 2048 };

enum bitbucket_way bitbucket_way(void)
{
	const char *auth = letter_field("auth"), *token = letter_secret("api_token");

	if (*auth ? strcmp(auth, "app_password") == 0 : !token)
		return BY_APP_PASSWORD;
	/* Those of a workspace, a project or a repository begin so. */
	return token && strncmp(token, "ATCTT", 5) == 0 ? BY_ACCESS_TOKEN : BY_API_TOKEN;
}

bool bitbucket_path(struct buf *path, const char *behind, struct net_fault *fault)
{
	const char *name = letter_ask("repository"), *slash = strchr(name, '/');
	bool good = slash && !strchr(slash + 1, '/') && git_may_be_named(name);

	buf_init(path, PATH_MOST);
	buf_adds(path, "/repositories/");
	api_escape_path(path, name, false);
	buf_adds(path, behind);
	return good ? true : api_wrong(fault, "config", "%.160s is no repository of a workspace",
				       name);
}
