/* bitbucket_lists.c: the repositories of the workspace, and branches and tags of one of them
 * (bitbucket.h).  Never over all workspaces: those addresses went (CHANGE-2770). */
#include <stdio.h>
#include <string.h>

#include "connect/git_proof.h"
#include "connect/bitbucket/bitbucket.h"
#include "connect/letter.h"
#include "connect/report.h"

enum { PATH_MOST = 2048, MANY = 500 };

/* ---- pages ---------------------------------------------------------------------------------- */

/* False: it is enough. */
typedef bool take_one(void *ctx, const json_t *one);

struct visit { take_one *take; void *ctx; };

static bool page(void *ctx, const json_t *body, const char **next, struct net_fault *fault)
{
	const json_t *values = json_object_get(body, "values");
	const struct visit *visit = ctx;
	size_t i;

	if (!json_is_array(values))
		return api_wrong(fault, "not-this-api", "no list came");
	for (i = 0; i < json_array_size(values); i++)
		if (!visit->take(visit->ctx, json_array_get(values, i)))
			return false;
	*next = api_text(body, "next", API_END);
	return true;
}

static bool each_repository(struct bitbucket *bitbucket, take_one *take, void *ctx,
			    struct net_fault *fault)
{
	struct visit visit = { .take = take, .ctx = ctx };
	struct buf path;
	bool good;

	buf_init(&path, PATH_MOST);
	buf_adds(&path, "/repositories/");
	api_escape(&path, *bitbucket->account_login ? bitbucket->account_login :
		   bitbucket->workspace);
	/* An access token is nobody, and has no role. */
	buf_printf(&path, "?%spagelen=100&fields=next,values.uuid,values.full_name,"
		   "values.mainbranch.name,values.is_private",
		   bitbucket->way == BY_ACCESS_TOKEN ? "" : "role=member&");
	good = api_pages(&bitbucket->api, buf_text(&path), page, &visit, fault);
	buf_release(&path);
	return good;
}

/* ---- the step repositories ------------------------------------------------------------------- */

/* A check is no list: it is through where there are many. */
static bool count(void *ctx, const json_t *one)
{
	*(size_t *)ctx += *api_text(one, "full_name", API_END) != '\0';
	return *(size_t *)ctx < MANY;
}

bool bitbucket_count(struct bitbucket *bitbucket, struct net_fault *fault)
{
	struct net_fault warn = { .reason = NULL };
	char text[BITBUCKET_TEXT];
	size_t n = 0;

	report_begin("repositories");
	if (!each_repository(bitbucket, count, &n, fault))
		return false;
	if (n) {
		snprintf(text, sizeof(text), "%zu %s%s", n, n == MANY ? "or more " : "",
			 n == 1 ? "repository" : "repositories");
		report_ok(text);
		return true;
	}
	snprintf(warn.detail, sizeof(warn.detail), "no repository of %.80s can be read",
		 bitbucket->account_login);
	snprintf(warn.fix, sizeof(warn.fix), "An administrator of the repositories gives %.80s "
		 "access to read: Repository settings > Repository permissions.",
		 bitbucket->login);
	report_fault("warn", &warn);
	return true;
}

/* ---- the job repos ------------------------------------------------------------------------------ */

struct listing { const char *kind, *filter; size_t n; };

static bool list_one(void *ctx, const json_t *one)
{
	struct listing *listing = ctx;
	const char *name = api_text(one, "full_name", API_END);
	const char *branch = api_text(one, "mainbranch", "name", API_END);

	if (!*name || !strcasestr(name, listing->filter))
		return true;
	report_row("id", api_text(one, "uuid", API_END), "name", name, "default_branch",
		   *branch ? branch : NULL, "private",
		   json_is_false(json_object_get(one, "is_private")) ? REPORT_FALSE :
		   REPORT_TRUE, REPORT_END);
	listing->n++;
	return true;
}

bool bitbucket_list(struct bitbucket *bitbucket, struct net_fault *fault)
{
	struct listing listing = { .filter = letter_ask("filter") };
	char text[BITBUCKET_TEXT];

	report_begin("list");
	if (!each_repository(bitbucket, list_one, &listing, fault))
		return false;
	snprintf(text, sizeof(text), "%zu of %.80s", listing.n, bitbucket->workspace);
	report_ok(text);
	return true;
}

/* ---- the job refs -------------------------------------------------------------------------------- */

static bool list_ref(void *ctx, const json_t *one)
{
	struct listing *listing = ctx;
	const char *name = api_text(one, "name", API_END);

	if (!*name || !strcasestr(name, listing->filter))
		return true;
	report_row("kind", listing->kind, "name", name, "commit",
		   api_text(one, "target", "hash", API_END), REPORT_END);
	listing->n++;
	return true;
}

/* &q=name ~ "fea", its quotes and backslashes as text of such a query has them. */
static void add_filter(struct buf *path, const char *filter)
{
	char one[3] = "";

	if (!*filter)
		return;
	buf_adds(path, "&q=name%20~%20%22");
	for (; *filter; filter++) {
		snprintf(one, sizeof(one), "%s%c", strchr("\"\\", *filter) ? "\\" : "",
			 *filter);
		api_escape(path, one);
	}
	buf_adds(path, "%22");
}

static bool list_kind(struct bitbucket *bitbucket, const char *kind, const char *behind,
		      size_t *n, struct net_fault *fault)
{
	struct listing listing = { .kind = kind, .filter = letter_ask("filter") };
	struct visit visit = { .take = list_ref, .ctx = &listing };
	struct buf path;
	bool good;

	if (*letter_ask("kind") && strcmp(letter_ask("kind"), kind) != 0)
		return true;
	good = bitbucket_path(&path, behind, fault);
	buf_adds(&path, "?pagelen=100&fields=next,values.name,values.target.hash");
	add_filter(&path, listing.filter);
	if (good)
		good = path.overflow ?
			api_wrong(fault, "config", "the filter is too long") :
			api_pages(&bitbucket->api, buf_text(&path), page, &visit, fault);
	buf_release(&path);
	*n += listing.n;
	return good;
}

bool bitbucket_list_refs(struct bitbucket *bitbucket, struct net_fault *fault)
{
	struct git_proof git = { .http = bitbucket->web.http, .user = bitbucket->user,
		.password = bitbucket->password, .repository = letter_ask("repository"),
		.kind = letter_ask("kind"), .right = bitbucket_right };
	char text[BITBUCKET_TEXT];
	size_t n = 0;

	report_begin("list");
	if (!list_kind(bitbucket, "branch", "/refs/branches", &n, fault) ||
	    !list_kind(bitbucket, "tag", "/refs/tags", &n, fault))
		return !n && git_instead(fault) &&
			git_list(&git, letter_ask("filter"), fault);
	snprintf(text, sizeof(text), "%zu of %.150s", n, letter_ask("repository"));
	report_ok(text);
	return true;
}
