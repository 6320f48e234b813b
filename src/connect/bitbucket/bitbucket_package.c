/* bitbucket_package.c: what a branch, a tag or a commit of a repository stands for, and that
 * it can be fetched (bitbucket.h). */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "connect/git_proof.h"
#include "connect/git_say.h"
#include "connect/bitbucket/bitbucket.h"
#include "connect/letter.h"
#include "connect/report.h"

enum { SHORT_LEAST = 4 };

static bool see_repository(struct bitbucket *bitbucket, struct net_fault *fault)
{
	struct api_answer answer = { .body = NULL };
	char text[BITBUCKET_TEXT];
	struct buf path;
	bool good;

	report_begin("repository");
	good = bitbucket_path(&path, "", fault) &&
		api_get(&bitbucket->api, buf_text(&path), &answer, fault);
	if (good) {
		snprintf(text, sizeof(text), "%.180s, %s", api_text(answer.body, "full_name",
								    API_END),
			 json_is_false(json_object_get(answer.body, "is_private")) ?
			 "public" : "private");
		report_ok(text);
	} else if (fault->http == 404 && strcmp(fault->reason, "not-found") == 0) {
		snprintf(fault->fix, sizeof(fault->fix), "Check the name. Bitbucket says the same "
			 "of what one may not see: then an administrator of %.150s gives %.80s "
			 "access to read.", letter_ask("repository"), bitbucket->login);
	}
	api_release(&answer);
	buf_release(&path);
	return good;
}

static bool no_ref(const char *kind, const char *name, struct net_fault *fault)
{
	snprintf(fault->fix, sizeof(fault->fix), "Choose one that is there, in the package; or an "
		 "administrator of %.150s makes it again.", letter_ask("repository"));
	return api_wrong(fault, "ref-not-found", "there is no %s %.150s", kind, name);
}

static bool is_hex(const char *text)
{
	size_t n = strspn(text, "0123456789abcdefABCDEF");

	return !text[n] && n >= SHORT_LEAST && n < GIT_ID;
}

static bool ask_commit(struct bitbucket *bitbucket, const char *kind, const char *name,
		       char commit[GIT_ID], struct net_fault *fault)
{
	bool whole = strcmp(kind, "commit") == 0, good;
	struct api_answer answer = { .body = NULL };
	const char *hash;
	struct buf path;

	if (!git_may_be_named(name) || (whole && !is_hex(name)))
		return no_ref(kind, name, fault);
	good = bitbucket_path(&path, whole ? "/commit/" : strcmp(kind, "tag") == 0 ?
			      "/refs/tags/" : "/refs/branches/", fault);
	api_escape_path(&path, name, false);
	if (good)
		good = path.overflow ? api_wrong(fault, "config", "the name is too long") :
			api_get(&bitbucket->api, buf_text(&path), &answer, fault);
	if (good) {
		hash = whole ? api_text(answer.body, "hash", API_END) :
			api_text(answer.body, "target", "hash", API_END);
		if (!git_is_id(hash))
			good = api_wrong(fault, "not-this-api", "no commit came");
		else if (whole && strncasecmp(hash, name, strlen(name)) != 0)
			good = no_ref(kind, name, fault);
		else
			snprintf(commit, GIT_ID, "%s", hash);
	} else if (fault->http == 404) {
		good = no_ref(kind, name, fault);	/* the repository is there */
	}
	api_release(&answer);
	buf_release(&path);
	return good;
}

bool bitbucket_package(struct bitbucket *bitbucket, struct net_fault *fault)
{
	const char *kind = letter_ask("kind"), *name = letter_ask("ref");
	char commit[GIT_ID] = "";
	struct git_proof git = { .http = bitbucket->web.http, .user = bitbucket->user,
		.password = bitbucket->password, .repository = letter_ask("repository"),
		.commit = commit, .was = letter_ask("was"), .right = bitbucket_right };

	if (!*kind)
		kind = "branch";
	if (!see_repository(bitbucket, fault) && !git_warn_instead(fault))
		return false;
	report_begin("ref");
	if (ask_commit(bitbucket, kind, name, commit, fault))
		git_ref_report(git.repository, kind, name, commit, git.was);
	else if (!git_warn_instead(fault))
		return false;
	git.kind = kind;
	git.name = strcmp(kind, "commit") == 0 && *commit ? commit : name;
	if (git_proof(&git, fault))
		return true;
	if (strcmp(fault->reason, "auth-removed-type") == 0)
		return bitbucket_removed(fault);	/* Git says so with 410 */
	return false;
}
