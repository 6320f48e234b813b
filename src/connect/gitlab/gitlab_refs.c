/* gitlab_refs.c: branches and tags of a project, and what one of them stands for
 * (gitlab.h). */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "connect/git_proof.h"
#include "connect/git_say.h"
#include "connect/gitlab/gitlab.h"
#include "connect/letter.h"
#include "connect/report.h"

enum { PATH_MOST = 2048, SHORT_LEAST = 4 };

static const char right[] = "the scope read_repository";

/* "/projects/acme%2Fml-utils/repository/branches/feature%2Fx" */
static void path_of(struct buf *path, const struct gitlab *gitlab, const char *before,
		    const char *name)
{
	buf_init(path, PATH_MOST);
	buf_printf(path, "/projects/%s%s", gitlab->project, before);
	api_escape(path, name);
}

static bool name_project(struct gitlab *gitlab, struct net_fault *fault)
{
	const char *name = letter_ask("repository");
	struct buf part;
	bool good;

	buf_init(&part, sizeof(gitlab->project) - 1);
	api_escape(&part, name);
	good = *name && !part.overflow && strlen(name) < sizeof(gitlab->project_name);
	if (good) {
		memcpy(gitlab->project, buf_text(&part), part.len + 1);
		snprintf(gitlab->project_name, sizeof(gitlab->project_name), "%s", name);
	}
	buf_release(&part);
	return good ? true : api_wrong(fault, "config", "%.160s is no repository", name);
}

static struct git_proof git_of(struct gitlab *gitlab)
{
	return (struct git_proof){ .http = gitlab->web.http,
		.repository = gitlab->project_name, .user = "oauth2",
		.password = buf_text(&gitlab->token), .right = right };
}

/* ---- the job refs ------------------------------------------------------------------------ */

struct listing { const char *kind, *filter; size_t n; };

static bool page(void *ctx, const json_t *body, const char **next, struct net_fault *fault)
{
	struct listing *listing = ctx;
	const char *name;
	size_t i;

	(void)next;
	if (!json_is_array(body))
		return api_wrong(fault, "not-this-api", "no list of branches or tags came");
	for (i = 0; i < json_array_size(body); i++) {
		name = api_text(json_array_get(body, i), "name", API_END);
		if (!*name || !strcasestr(name, listing->filter))
			continue;
		report_row("kind", listing->kind, "name", name, "commit",
			   api_text(json_array_get(body, i), "commit", "id", API_END), REPORT_END);
		listing->n++;
	}
	return true;
}

static bool list_kind(struct gitlab *gitlab, const char *kind, const char *before,
		      size_t *n, struct net_fault *fault)
{
	struct listing listing = { .kind = kind, .filter = letter_ask("filter") };
	struct buf path;
	bool good;

	if (*letter_ask("kind") && strcmp(letter_ask("kind"), kind) != 0)
		return true;
	path_of(&path, gitlab, before, "");
	buf_adds(&path, "?per_page=100");
	if (*listing.filter) {
		buf_adds(&path, "&search=");
		api_escape(&path, listing.filter);
	}
	good = path.overflow ? api_wrong(fault, "config", "the filter is too long") :
		api_pages(&gitlab->api, buf_text(&path), page, &listing, fault);
	buf_release(&path);
	*n += listing.n;
	return good;
}

bool gitlab_list_refs(struct gitlab *gitlab, struct net_fault *fault)
{
	char text[GITLAB_TEXT];
	struct git_proof git;
	size_t n = 0;

	report_begin("list");
	if (!name_project(gitlab, fault))
		return false;
	if (!list_kind(gitlab, "branch", "/repository/branches", &n, fault) ||
	    !list_kind(gitlab, "tag", "/repository/tags", &n, fault)) {
		git = git_of(gitlab);
		git.kind = letter_ask("kind");
		return !n && git_instead(fault) &&
			git_list(&git, letter_ask("filter"), fault);
	}
	snprintf(text, sizeof(text), "%zu of %.150s", n, gitlab->project_name);
	report_ok(text);
	return true;
}

/* ---- the step repository ------------------------------------------------------------------- */

/* Where a project that moved is: by number, on this server. */
static bool moved(struct gitlab *gitlab, const struct api_answer *answer)
{
	static const char before[] = "/api/v4/projects/";
	const char *to = http_header(&answer->http, "location"), *id;
	char target[GITLAB_PATH];

	if (answer->http.status / 100 != 3 || !to)
		return false;
	if (*to == '/')			/* of this origin by its nature */
		snprintf(target, sizeof(target), "%s", to);
	else if (!http_same_origin(gitlab->api.http, to, target, sizeof(target)))
		return false;
	id = target + strlen(before);
	if (strncmp(target, before, strlen(before)) != 0 || !*id ||
	    strspn(id, "0123456789") != strcspn(id, "?"))
		return false;
	snprintf(gitlab->project, sizeof(gitlab->project), "%.*s", (int)strcspn(id, "?"), id);
	return true;
}

static bool ask_project(struct gitlab *gitlab, struct api_answer *answer,
			struct net_fault *fault)
{
	struct buf path;
	bool good;

	path_of(&path, gitlab, "", "");
	good = api_get(&gitlab->api, buf_text(&path), answer, fault);
	buf_release(&path);
	return good;
}

static void say_project(struct gitlab *gitlab, const json_t *project, bool renamed)
{
	const char *name = api_text(project, "path_with_namespace", API_END);
	struct net_fault warn = { .reason = NULL };
	char text[GITLAB_TEXT];

	if (*name)
		snprintf(gitlab->project_name, sizeof(gitlab->project_name), "%s", name);
	if (renamed) {
		snprintf(warn.detail, sizeof(warn.detail), "it moved: it is %.180s now",
			 gitlab->project_name);
		snprintf(warn.fix, sizeof(warn.fix), "It works until somebody takes the old "
			 "name. Choose %.180s in the package.", gitlab->project_name);
		report_fault("warn", &warn);
		return;
	}
	snprintf(text, sizeof(text), "%.180s%s%.20s", gitlab->project_name,
		 *api_text(project, "visibility", API_END) ? ", " : "",
		 api_text(project, "visibility", API_END));
	report_ok(text);
}

static bool see_project(struct gitlab *gitlab, struct net_fault *fault)
{
	struct api_answer answer;
	bool good, renamed = false;

	report_begin("repository");
	if (!name_project(gitlab, fault))
		return false;
	good = ask_project(gitlab, &answer, fault);
	if (!good && moved(gitlab, &answer)) {
		renamed = true;
		api_release(&answer);
		*fault = (struct net_fault){ .reason = NULL };
		good = ask_project(gitlab, &answer, fault);	/* once */
	}
	if (good)
		say_project(gitlab, answer.body, renamed);
	else if (fault->http == 404 && strcmp(fault->reason, "not-found") == 0)
		snprintf(fault->fix, sizeof(fault->fix), "Check the name. GitLab says the same of "
			 "what one may not see: then a maintainer of %.150s makes %.80s a "
			 "member, as Reporter or more.", gitlab->project_name, gitlab->login);
	api_release(&answer);
	return good;
}

/* ---- the step ref ---------------------------------------------------------------------------- */

static bool no_ref(const struct gitlab *gitlab, const char *kind, const char *name,
		   struct net_fault *fault)
{
	snprintf(fault->fix, sizeof(fault->fix), "Choose one that is there, in the package; or "
		 "a maintainer of %.150s makes it again.", gitlab->project_name);
	return api_wrong(fault, "ref-not-found", "there is no %s %.150s", kind, name);
}

static bool is_hex(const char *text)
{
	size_t n = strspn(text, "0123456789abcdefABCDEF");

	return !text[n] && n >= SHORT_LEAST && n < GIT_ID;
}

/* Each kind by an address of its own: a branch and a tag may have one name. */
static bool ask_commit(struct gitlab *gitlab, const char *kind, const char *name,
		       char commit[GIT_ID], struct net_fault *fault)
{
	bool whole = strcmp(kind, "commit") == 0, good;
	const char *before = whole ? "/repository/commits/" :
		strcmp(kind, "tag") == 0 ? "/repository/tags/" : "/repository/branches/", *id;
	struct api_answer answer = { .body = NULL };
	struct buf path;

	if (!git_may_be_named(name) || (whole && !is_hex(name)))
		return no_ref(gitlab, kind, name, fault);
	path_of(&path, gitlab, before, name);
	good = path.overflow ? api_wrong(fault, "config", "the name is too long") :
		api_get(&gitlab->api, buf_text(&path), &answer, fault);
	if (good) {
		id = whole ? api_text(answer.body, "id", API_END) :
			api_text(answer.body, "commit", "id", API_END);
		if (!git_is_id(id))
			good = api_wrong(fault, "not-this-api", "no commit came");
		else if (whole && strncasecmp(id, name, strlen(name)) != 0)
			good = no_ref(gitlab, kind, name, fault);
		else
			snprintf(commit, GIT_ID, "%s", id);
	} else if (fault->http == 404) {
		good = no_ref(gitlab, kind, name, fault);	/* the project is there */
	}
	api_release(&answer);
	buf_release(&path);
	return good;
}

/* ---- the job resolve --------------------------------------------------------------------------- */

bool gitlab_package(struct gitlab *gitlab, struct net_fault *fault)
{
	const char *kind = letter_ask("kind"), *name = letter_ask("ref");
	char commit[GIT_ID] = "";
	struct git_proof git;

	if (!*kind)
		kind = "branch";
	if (!see_project(gitlab, fault) && !git_warn_instead(fault))
		return false;
	report_begin("ref");
	if (ask_commit(gitlab, kind, name, commit, fault))
		git_ref_report(gitlab->project_name, kind, name, commit, letter_ask("was"));
	else if (!git_warn_instead(fault))
		return false;
	git = git_of(gitlab);
	git.kind = kind;
	git.name = strcmp(kind, "commit") == 0 && *commit ? commit : name;
	git.commit = commit;
	git.was = letter_ask("was");
	return git_proof(&git, fault);
}
