/* github_refs.c: branches and tags of a repository, and what one of them stands for
 * (github.h). */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "connect/git_proof.h"
#include "connect/git_say.h"
#include "connect/github/github.h"
#include "connect/letter.h"
#include "connect/report.h"

enum { PATH_MOST = 1024, COMMIT_MOST = 65, SHORT_LEAST = 4 };

/* "/repos/acme/ml-utils" and what is behind it; a name's slashes stay. */
static void path_of(struct buf *path, const char *before, const char *name)
{
	buf_init(path, PATH_MOST);
	buf_adds(path, "/repos/");
	api_escape_path(path, letter_ask("repository"), false);
	buf_adds(path, before);
	api_escape_path(path, name, false);
}

/* No part of it is ".." or empty: it stands in addresses that a token is sent to. */
static bool is_repository(struct net_fault *fault)
{
	const char *name = letter_ask("repository");

	return git_may_be_named(name) ? true :
		api_wrong(fault, "config", "%.160s is no repository of an account", name);
}

static struct git_proof git_of(struct github *github, const char *kind, const char *name)
{
	return (struct git_proof){ .http = github->web.http,
		.repository = letter_ask("repository"), .user = "x-access-token",
		.password = buf_text(&github->token), .kind = kind, .name = name, .commit = "",
		.was = letter_ask("was"),
		.right = github->installed ? "the permission Contents: read" :
			"the scope repo, or the permission Contents: read" };
}

/* ---- the job refs ---------------------------------------------------------------------- */

struct listing { const char *kind, *filter; size_t n; };

static bool page(void *ctx, const json_t *body, const char **next, struct net_fault *fault)
{
	struct listing *listing = ctx;
	const char *name, *commit;
	size_t i;

	(void)next;
	if (!json_is_array(body))
		return api_wrong(fault, "not-this-api", "no list of branches or tags came");
	for (i = 0; i < json_array_size(body); i++) {
		name = api_text(json_array_get(body, i), "name", API_END);
		commit = api_text(json_array_get(body, i), "commit", "sha", API_END);
		if (!*name || !strcasestr(name, listing->filter))
			continue;
		report_row("kind", listing->kind, "name", name, "commit", commit, REPORT_END);
		listing->n++;
	}
	return true;
}

static bool list_kind(struct github *github, const char *kind, const char *before,
		      size_t *n, struct net_fault *fault)
{
	struct listing listing = { .kind = kind, .filter = letter_ask("filter") };
	const char *wanted = letter_ask("kind");
	struct buf path;
	bool good;

	if (*wanted && strcmp(wanted, kind) != 0)
		return true;
	path_of(&path, before, "");
	buf_adds(&path, "?per_page=100");
	good = api_pages(&github->api, buf_text(&path), page, &listing, fault);
	buf_release(&path);
	*n += listing.n;
	return good;
}

static bool list(struct github *github, struct net_fault *fault)
{
	struct git_proof git;
	char text[GITHUB_TEXT];
	size_t n = 0;

	report_begin("list");
	if (!is_repository(fault))
		return false;
	if (!list_kind(github, "branch", "/branches", &n, fault) ||
	    !list_kind(github, "tag", "/tags", &n, fault)) {
		git = git_of(github, letter_ask("kind"), "");
		return !n && git_instead(fault) && git_list(&git, letter_ask("filter"), fault);
	}
	snprintf(text, sizeof(text), "%zu in %.150s", n, letter_ask("repository"));
	report_ok(text);
	return true;
}

bool github_refs(bool enterprise, struct net_fault *fault)
{
	static const char *const plan[] = { "connect", "auth", "list" };
	struct github github;
	bool good;

	report_plan(plan, COUNT_OF(plan));
	good = github_open(&github, enterprise, fault) && github_connect(&github, fault) &&
		github_enter(&github, fault) && list(&github, fault);
	github_close(&github);
	return good;
}

/* ---- the step repository ------------------------------------------------------------------ */

/* A repository that was renamed or moved answers with where it is, by its number: asked
 * there, on the same host, it says its name of now. */
static void name_of_now(struct github *github, const struct api_answer *answer,
			struct net_fault *fault)
{
	const char *to = http_header(&answer->http, "location");
	char target[HTTP_VALUE];
	struct api_answer moved;
	struct net_fault ignored;
	size_t base = strlen(github->api.base);

	fault->reason = "not-found";
	(void)api_wrong(fault, "not-found", "it was renamed or moved");
	snprintf(fault->fix, sizeof(fault->fix), "Choose the repository again in the package.");
	if (!to || !http_same_origin(github->api.http, to, target, sizeof(target)) ||
	    strncmp(target, github->api.base, base) != 0)
		return;
	if (api_get(&github->api, target + base, &moved, &ignored) &&
	    *api_text(moved.body, "full_name", API_END)) {
		(void)api_wrong(fault, "not-found", "it was renamed or moved: it is %.150s now",
				api_text(moved.body, "full_name", API_END));
		snprintf(fault->fix, sizeof(fault->fix), "Choose %.200s in the package.",
			 api_text(moved.body, "full_name", API_END));
	}
	api_release(&moved);
}

static bool see_repository(struct github *github, struct net_fault *fault)
{
	struct api_answer answer;
	char text[GITHUB_TEXT];
	struct buf path;
	bool good;

	report_begin("repository");
	if (!is_repository(fault))
		return false;
	path_of(&path, "", "");
	good = api_get(&github->api, buf_text(&path), &answer, fault);
	if (!good && fault->reason && strcmp(fault->reason, "redirected") == 0)
		name_of_now(github, &answer, fault);
	if (!good && fault->reason && strcmp(fault->reason, "not-found") == 0 &&
	    fault->http == 404)
		snprintf(fault->fix, sizeof(fault->fix), "Check the name. GitHub says the same of "
			 "what one may not see: then an administrator of the repository "
			 "%.100s gives %.60s access.", letter_ask("repository"),
			 *github->login ? github->login : "the app");
	if (good) {
		snprintf(text, sizeof(text), "%.120s, %s", api_text(answer.body, "full_name",
								    API_END),
			 json_is_true(json_object_get(answer.body, "private")) ? "private" :
			 "public");
		report_ok(text);
	}
	api_release(&answer);
	buf_release(&path);
	return good;
}

/* ---- the step ref --------------------------------------------------------------------------- */

static bool is_hex(const char *text)
{
	size_t n = strspn(text, "0123456789abcdefABCDEF");

	return !text[n] && n >= SHORT_LEAST && n < COMMIT_MOST;
}

static bool no_ref(const char *kind, const char *name, struct net_fault *fault)
{
	snprintf(fault->fix, sizeof(fault->fix), "Choose one that is there, in the package; or "
		 "an administrator of the repository %.100s makes it again.",
		 letter_ask("repository"));
	return api_wrong(fault, "ref-not-found", "there is no %s %.150s", kind, name);
}

/* The answer's text is the whole id (media type sha). */
static bool take_commit(const struct api_answer *answer, const char *kind, const char *name,
			char commit[COMMIT_MOST], struct net_fault *fault)
{
	const char *text = buf_text(&answer->http.body);
	size_t n = strlen(text);

	while (n && strchr("\r\n ", text[n - 1]))
		n--;
	if (n >= COMMIT_MOST || (n != 40 && n != 64) || strspn(text, "0123456789abcdef") < n)
		return api_wrong(fault, "not-this-api", "no commit came, but %.60s", text);
	snprintf(commit, COMMIT_MOST, "%.*s", (int)n, text);
	/* A branch may be called as a commit begins. */
	if (strcmp(kind, "commit") == 0 && strncasecmp(commit, name, strlen(name)) != 0)
		return no_ref(kind, name, fault);
	return true;
}

/* No branch or tag may be confused with the other: each is asked for by its whole name. */
static bool ask_commit(struct github *github, const char *kind, const char *name,
		       char commit[COMMIT_MOST], struct net_fault *fault)
{
	const char *before = strcmp(kind, "branch") == 0 ? "/commits/heads/" :
		strcmp(kind, "tag") == 0 ? "/commits/tags/" : "/commits/";
	struct api_ask ask = { .accept = "application/vnd.github.sha", .text = true };
	struct api_answer answer;
	struct buf path;
	bool good;

	if (!git_may_be_named(name) || (strcmp(kind, "commit") == 0 && !is_hex(name)))
		return no_ref(kind, name, fault);
	path_of(&path, before, name);
	ask.path = buf_text(&path);
	good = path.overflow ? api_wrong(fault, "config", "the name is too long") :
		api_ask(&github->api, &ask, &answer, fault);
	if (good)
		good = take_commit(&answer, kind, name, commit, fault);
	else if (fault->http == 404 || fault->http == 409 || fault->http == 422)
		(void)no_ref(kind, name, fault);	/* the repository is there */
	if (!path.overflow)
		api_release(&answer);
	buf_release(&path);
	return good;
}

/* ---- the job resolve --------------------------------------------------------------------------- */

/* Where the API is away for a while, Git itself is asked. */
static bool look_up(struct github *github, struct net_fault *fault)
{
	const char *kind = letter_ask("kind"), *name = letter_ask("ref");
	char commit[COMMIT_MOST] = "";
	struct git_proof git;

	if (!*kind)
		kind = "branch";
	if (!see_repository(github, fault) && !git_warn_instead(fault))
		return false;
	report_begin("ref");
	if (ask_commit(github, kind, name, commit, fault))
		git_ref_report(letter_ask("repository"), kind, name, commit,
			       letter_ask("was"));
	else if (!git_warn_instead(fault))
		return false;
	git = git_of(github, kind, strcmp(kind, "commit") == 0 && *commit ? commit : name);
	git.commit = commit;
	return git_proof(&git, fault);
}

bool github_resolve(bool enterprise, struct net_fault *fault)
{
	static const char *const plan[] = { "connect", "auth", "repository", "ref", "git" };
	struct github github;
	bool good;

	report_plan(plan, COUNT_OF(plan));
	good = github_open(&github, enterprise, fault) && github_connect(&github, fault) &&
		github_enter(&github, fault) && look_up(&github, fault);
	github_close(&github);
	return good;
}
