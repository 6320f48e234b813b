/* bitbucket_account.c: the steps `auth` and `account`: as whom, and the workspace by its
 * uuid, which stays when it is renamed (bitbucket.h). */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "connect/bitbucket/bitbucket.h"
#include "connect/letter.h"
#include "connect/report.h"

enum { PATH_MOST = 512 };

static void say_password(const struct bitbucket *bitbucket)
{
	struct net_fault warn = { .reason = NULL };

	(void)bitbucket_removed(&warn);
	warn.reason = NULL;
	snprintf(warn.detail, sizeof(warn.detail), "%.80s; app passwords end, and were to have "
		 "ended on 2026-07-28", bitbucket->login);
	report_fault("warn", &warn);
}

bool bitbucket_auth(struct bitbucket *bitbucket, struct net_fault *fault)
{
	static const char *const names[] = { "nickname", "username", "display_name", "uuid" };
	struct api_answer answer;
	size_t i;
	bool good;

	report_begin("auth");
	good = api_get(&bitbucket->api, "/user", &answer, fault);
	for (i = 0; good && i < COUNT_OF(names) && !*bitbucket->login; i++)
		snprintf(bitbucket->login, sizeof(bitbucket->login), "%s",
			 api_text(answer.body, names[i], API_END));
	if (good && !*bitbucket->login)
		good = api_wrong(fault, "not-this-api", "the answer names nobody");
	/* It is of no person, and may not ask who it is. */
	if (!good && bitbucket->way == BY_ACCESS_TOKEN && fault->http == 403 &&
	    strcmp(fault->reason, "scope-missing") == 0) {
		snprintf(bitbucket->login, sizeof(bitbucket->login), "an access token");
		*fault = (struct net_fault){ .reason = NULL };
		good = true;
	}
	api_release(&answer);
	if (!good)
		return false;
	report_identity(bitbucket->login);
	if (bitbucket->way == BY_APP_PASSWORD)
		say_password(bitbucket);
	else
		report_ok(bitbucket->login);
	return true;
}

/* ---- the workspace ------------------------------------------------------------------------ */

static bool take(struct bitbucket *bitbucket, const json_t *from)
{
	snprintf(bitbucket->account_id, sizeof(bitbucket->account_id), "%s",
		 api_text(from, "uuid", API_END));
	snprintf(bitbucket->account_login, sizeof(bitbucket->account_login), "%s",
		 api_text(from, "slug", API_END));
	return *bitbucket->account_id && *bitbucket->account_login;
}

static bool ask(struct bitbucket *bitbucket, const char *name, struct net_fault *fault)
{
	struct api_answer answer;
	struct buf path;
	bool good;

	buf_init(&path, PATH_MOST);
	buf_adds(&path, "/workspaces/");
	api_escape(&path, name);
	good = api_get(&bitbucket->api, buf_text(&path), &answer, fault);
	if (good && !take(bitbucket, answer.body))
		good = api_wrong(fault, "not-this-api", "the workspace has no uuid");
	api_release(&answer);
	buf_release(&path);
	return good;
}

/* By what it owns: an access token may read no more than that. */
static bool ask_repositories(struct bitbucket *bitbucket, struct net_fault *fault)
{
	struct api_answer answer;
	struct buf path;
	bool good;

	buf_init(&path, PATH_MOST);
	buf_adds(&path, "/repositories/");
	api_escape(&path, bitbucket->workspace);
	buf_adds(&path, "?pagelen=1");
	good = api_get(&bitbucket->api, buf_text(&path), &answer, fault) &&
		take(bitbucket, json_object_get(json_array_get(json_object_get(
			answer.body, "values"), 0), "workspace"));
	api_release(&answer);
	buf_release(&path);
	return good;
}

static bool look_up(struct bitbucket *bitbucket, struct net_fault *fault)
{
	struct net_fault other = { .reason = NULL };

	if (ask(bitbucket, bitbucket->workspace, fault))
		return true;
	if (fault->http == 403 && bitbucket->way == BY_ACCESS_TOKEN &&
	    ask_repositories(bitbucket, &other))
		return true;
	if (fault->http != 404)
		return false;
	if (*bitbucket->known_id && ask(bitbucket, bitbucket->known_id, &other))
		return true;
	if (strcmp(fault->reason, "not-found") == 0)
		snprintf(fault->fix, sizeof(fault->fix), "The workspace ID is what stands behind "
			 "bitbucket.org/ in the address. If %.80s is right, an administrator of "
			 "that workspace makes %.80s a member.", bitbucket->workspace,
			 bitbucket->login);
	return false;
}

static void say(const struct bitbucket *bitbucket)
{
	struct net_fault warn = { .reason = NULL };

	report_fact("account_id", bitbucket->account_id);
	report_fact("account_login", bitbucket->account_login);
	if (strcasecmp(bitbucket->account_login, bitbucket->workspace) == 0 ||
	    strcasecmp(bitbucket->account_id, bitbucket->workspace) == 0) {
		report_ok(bitbucket->account_login);
		return;
	}
	snprintf(warn.detail, sizeof(warn.detail), "%.80s was renamed: it is %.80s now, and the "
		 "same workspace", bitbucket->workspace, bitbucket->account_login);
	snprintf(warn.fix, sizeof(warn.fix), "It works. Enter the new ID, and see the packages: "
		 "their repositories may have the old one.");
	report_fault("warn", &warn);
}

bool bitbucket_account(struct bitbucket *bitbucket, struct net_fault *fault)
{
	report_begin("account");
	if (!look_up(bitbucket, fault))
		return false;
	if (*bitbucket->known_id && strcmp(bitbucket->known_id, bitbucket->account_id) != 0) {
		snprintf(fault->fix, sizeof(fault->fix), "The name %.80s is another workspace's "
			 "now. If that is meant, disconnect the provider and connect it anew.",
			 bitbucket->account_login);
		return api_wrong(fault, "wrong-account", "%.60s is %.60s now, and was %.60s",
				 bitbucket->account_login, bitbucket->account_id,
				 bitbucket->known_id);
	}
	*fault = (struct net_fault){ .reason = NULL };
	say(bitbucket);
	return true;
}
