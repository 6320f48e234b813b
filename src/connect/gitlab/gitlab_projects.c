/* gitlab_projects.c: the projects of the group (gitlab.h). */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "connect/gitlab/gitlab.h"
#include "connect/letter.h"
#include "connect/report.h"

enum { PATH_MOST = 1024, SEARCH_LEAST = 3, MANY = 500 };

bool gitlab_is_below(const char *path, const char *group)
{
	size_t n = strlen(group);

	return strncasecmp(path, group, n) == 0 && path[n] == '/';
}

struct visit {
	struct gitlab *gitlab;
	gitlab_take *take;
	void *ctx;
	bool enough;
};

static bool page(void *ctx, const json_t *body, const char **next, struct net_fault *fault)
{
	struct visit *visit = ctx;
	const struct gitlab *gitlab = visit->gitlab;
	const char *path;
	size_t i;

	(void)next;
	if (!json_is_array(body))
		return api_wrong(fault, "not-this-api", "no list of projects came");
	for (i = 0; i < json_array_size(body) && !visit->enough; i++) {
		path = api_text(json_array_get(body, i), "path_with_namespace", API_END);
		if (gitlab_is_below(path, gitlab->group) ||
		    (*gitlab->account_login &&
		     gitlab_is_below(path, gitlab->account_login)))
			visit->enough = !visit->take(visit->ctx, json_array_get(body, i));
	}
	return !visit->enough;
}

bool gitlab_each(struct gitlab *gitlab, const char *more, gitlab_take *take, void *ctx,
		 struct net_fault *fault)
{
	struct visit visit = { .gitlab = gitlab, .take = take, .ctx = ctx };
	char path[PATH_MOST];

	/* Reporter (20) is who may read code.  By key, because counted pages end at 50,000
	 * (CONNECTORS 1.3). */
	snprintf(path, sizeof(path), "/projects?membership=true&min_access_level=20&"
		 "pagination=keyset&order_by=id&sort=asc&per_page=100%.512s", more);
	return api_pages(&gitlab->api, path, page, &visit, fault);
}

/* ---- the step ----------------------------------------------------------------------------- */

/* A check is no list: it is through where there are many. */
static bool count(void *ctx, const json_t *project)
{
	(void)project;
	return ++*(size_t *)ctx < MANY;
}

bool gitlab_count(struct gitlab *gitlab, struct net_fault *fault)
{
	struct net_fault warn = { .reason = NULL };
	char text[GITLAB_TEXT];
	size_t n = 0;

	report_begin("repositories");
	if (!gitlab_each(gitlab, "&simple=true", count, &n, fault))
		return false;
	if (n) {
		snprintf(text, sizeof(text), "%zu %s%s", n, n == MANY ? "or more " : "",
			 n == 1 ? "repository" : "repositories");
		report_ok(text);
		return true;
	}
	snprintf(warn.detail, sizeof(warn.detail), "no repository of %.80s can be read",
		 gitlab->account_login);
	snprintf(warn.fix, sizeof(warn.fix), "An owner of %.80s makes %.80s a member, as "
		 "Reporter or more: Manage > Members.", gitlab->account_login, gitlab->login);
	report_fault("warn", &warn);
	return true;
}

/* ---- the job --------------------------------------------------------------------------------- */

struct listing { const char *filter; size_t n; };

static bool list_one(void *ctx, const json_t *project)
{
	struct listing *listing = ctx;
	const char *name = api_text(project, "path_with_namespace", API_END);
	const char *branch = api_text(project, "default_branch", API_END);
	const char *seen = api_text(project, "visibility", API_END);
	char id[GITLAB_ID];

	if (!strcasestr(name, listing->filter))
		return true;
	report_row("id", api_id(project, "id", id), "name", name, "default_branch",
		   *branch ? branch : NULL, "private", strcmp(seen, "public") == 0 ?
		   REPORT_FALSE : REPORT_TRUE, REPORT_END);
	listing->n++;
	return true;
}

bool gitlab_list(struct gitlab *gitlab, struct net_fault *fault)
{
	struct listing listing = { .filter = letter_ask("filter") };
	const char *last = strrchr(listing.filter, '/');
	char text[GITLAB_TEXT];
	struct buf more;
	bool good;

	last = last ? last + 1 : listing.filter;
	buf_init(&more, PATH_MOST / 2);
	/* Shorter ones are searched for as whole names there. */
	if (strlen(last) >= SEARCH_LEAST) {
		buf_adds(&more, "&search_namespaces=true&search=");
		api_escape(&more, last);
	}
	report_begin("list");
	good = gitlab_each(gitlab, more.overflow ? "" : buf_text(&more), list_one, &listing,
			   fault);
	buf_release(&more);
	if (!good)
		return false;
	snprintf(text, sizeof(text), "%zu of %.80s", listing.n, gitlab->group);
	report_ok(text);
	return true;
}
