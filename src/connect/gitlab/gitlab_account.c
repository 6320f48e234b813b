/* gitlab_account.c: the step `account`: the group or the person that is meant, by number,
 * which stays when it is renamed (A32; gitlab.h). */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "connect/gitlab/gitlab.h"
#include "connect/report.h"

enum { PATH_MOST = 1024 };

static bool take(struct gitlab *gitlab, const json_t *from, const char *name)
{
	const char *login = api_text(from, name, API_END);
	char id[GITLAB_ID];

	if (!*login || !*api_id(from, "id", id))
		return false;
	snprintf(gitlab->account_login, sizeof(gitlab->account_login), "%s", login);
	memcpy(gitlab->account_id, id, sizeof(id));
	return true;
}

/* False: *fault where it is not that nobody is there. */
static bool ask_group(struct gitlab *gitlab, const char *name, struct net_fault *fault)
{
	struct api_answer answer;
	struct buf path;
	bool good;

	buf_init(&path, PATH_MOST);
	buf_adds(&path, "/groups/");
	api_escape(&path, name);
	buf_adds(&path, "?with_projects=false");
	good = api_get(&gitlab->api, buf_text(&path), &answer, fault);
	if (good && !take(gitlab, answer.body, "full_path") &&
	    !take(gitlab, answer.body, "path"))
		good = api_wrong(fault, "not-this-api", "the group has no number");
	api_release(&answer);
	buf_release(&path);
	return good;
}

static bool ask_person(struct gitlab *gitlab, struct net_fault *fault)
{
	struct api_answer answer;
	const json_t *one;
	struct buf path;
	bool good;

	buf_init(&path, PATH_MOST);
	buf_adds(&path, "/users?username=");
	api_escape(&path, gitlab->group);
	good = api_get(&gitlab->api, buf_text(&path), &answer, fault);
	one = good ? json_array_get(answer.body, 0) : NULL;
	if (good && (strcasecmp(api_text(one, "username", API_END), gitlab->group) != 0 ||
		     !take(gitlab, one, "username"))) {
		good = api_wrong(fault, "not-found", "nobody of that name");
		fault->http = 404;
	}
	api_release(&answer);
	buf_release(&path);
	return good;
}

/* By what it owns: who may read a project need not see its group. */
static bool take_owner(void *ctx, const json_t *project)
{
	struct gitlab *gitlab = ctx;
	const json_t *space = json_object_get(project, "namespace");

	if (strcmp(api_text(space, "kind", API_END), "group") == 0 &&
	    strcasecmp(api_text(space, "full_path", API_END), gitlab->group) == 0)
		(void)take(gitlab, space, "full_path");
	if (!*gitlab->account_login)
		snprintf(gitlab->account_login, sizeof(gitlab->account_login), "%s",
			 gitlab->group);
	return !*gitlab->account_id;
}

static bool look_up(struct gitlab *gitlab, struct net_fault *fault)
{
	struct net_fault other = { .reason = NULL };

	if (strcasecmp(gitlab->group, gitlab->login) == 0) {
		memcpy(gitlab->account_login, gitlab->login, sizeof(gitlab->login));
		memcpy(gitlab->account_id, gitlab->id, sizeof(gitlab->id));
		return true;
	}
	if (ask_group(gitlab, gitlab->group, fault))
		return true;
	if (fault->http != 404)
		return false;
	if (!strchr(gitlab->group, '/') && ask_person(gitlab, &other))
		return true;
	if (*gitlab->known_id && ask_group(gitlab, gitlab->known_id, &other))
		return true;
	if (gitlab_each(gitlab, "&simple=true", take_owner, gitlab, &other) &&
	    *gitlab->account_login)
		return true;
	(void)api_wrong(fault, "not-found", "%.80s sees no group and nobody called %.80s",
			gitlab->login, gitlab->group);
	snprintf(fault->fix, sizeof(fault->fix), "Check the name. GitLab says the same of what "
		 "one may not see: then an owner of %.80s makes %.80s a member, as Reporter or "
		 "more.", gitlab->group, gitlab->login);
	return false;
}

static void say(const struct gitlab *gitlab)
{
	struct net_fault warn = { .reason = NULL };
	char text[GITLAB_TEXT];

	if (*gitlab->account_id)
		report_fact("account_id", gitlab->account_id);
	report_fact("account_login", gitlab->account_login);
	snprintf(text, sizeof(text), "%.150s%s%s", gitlab->account_login,
		 *gitlab->account_id ? ", number " : "", gitlab->account_id);
	if (strcasecmp(gitlab->account_login, gitlab->group) == 0) {
		report_ok(text);
		return;
	}
	snprintf(warn.detail, sizeof(warn.detail), "%.80s was renamed: it is %.80s now, and the "
		 "same account", gitlab->group, gitlab->account_login);
	snprintf(warn.fix, sizeof(warn.fix), "It works. Enter the new name, and see the packages: "
		 "their repositories may have the old one.");
	report_fault("warn", &warn);
}

bool gitlab_account(struct gitlab *gitlab, struct net_fault *fault)
{
	report_begin("account");
	if (!look_up(gitlab, fault))
		return false;
	if (*gitlab->known_id && *gitlab->account_id &&
	    strcmp(gitlab->known_id, gitlab->account_id) != 0) {
		snprintf(fault->fix, sizeof(fault->fix), "Whoever has the name %.80s now is "
			 "somebody else. If that is meant, disconnect the provider and connect "
			 "it anew.", gitlab->account_login);
		return api_wrong(fault, "wrong-account", "%.80s is number %s now, and was %.20s",
				 gitlab->account_login, gitlab->account_id,
				 gitlab->known_id);
	}
	say(gitlab);
	return true;
}
