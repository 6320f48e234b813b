/* projects.c: the projects, with whom they are shared and how many of those who
 * were granted editing can edit (F-8). */
#include "screen/tabs/tab.h"

#include <string.h>

enum { TITLE, OWNER, SHARED, ASSETS, EDITORS, FLAGS, IMPORTS };

static const struct list_column columns[] = {
	[TITLE] = { "PROJECT", "title", 16, 20, 0, false, false },
	[OWNER] = { "OWNER", "owner", 6, 7, 2, false, true },
	[SHARED] = { "SHARED WITH", "shared", 10, 0, 3, false, true },
	[ASSETS] = { "ASSETS", "assets", 6, 6, 1, true, true, true },
	[EDITORS] = { "EDITORS", "editors", 7, 8, 0, false, false, true },
	[FLAGS] = { "STATE", "state", 8, 11, 4, false, false },
	[IMPORTS] = { "", "imports", 0, 0, 0, false, false },
};

static void load(struct screen *screen, struct rows *out)
{
	size_t i;

	screen_order(screen);
	for (i = 0; i < screen->n_titles; i++)
		rows_add(out, THING_PROJECT, screen->titles[i]);
}

static const char *join(uint32_t *n)
{
	return (*n)++ ? ", " : "";
}

/* "2 groups, bob, ws, web: App Only": the one there is by name, more by count. */
static void shared_cell(const struct seen *seen,
			const struct fact_project *project, struct buf *out)
{
	uint32_t i, people = 0, groups = 0, user = 0, group = 0, n = 0;
	const char *mail;

	for (i = 0; i < project->n_grants; i++) {
		const struct fact_grant *grant = &project->grants[i];

		if (grant->group && sees_group(seen, grant->who)) {
			groups++;
			group = grant->who;
		} else if (!grant->group && grant->who != project->owner &&
			   sees_user(seen, grant->who)) {
			people++;
			user = grant->who;
		}
	}
	if (groups == 1)
		buf_printf(out, "%s%s", join(&n), seen_group_label(seen, group));
	else if (groups)
		buf_printf(out, "%s%u groups", join(&n), groups);
	mail = seen_user(seen, user)->email;
	if (people == 1)
		buf_printf(out, "%s%.*s", join(&n), (int)strcspn(mail, "@"), mail);
	else if (people)
		buf_printf(out, "%s%u people", join(&n), people);
	if (project->workspace)
		buf_printf(out, "%sws", join(&n));
	if (project->public_web)
		buf_printf(out, "%sweb", join(&n));
	if (!n && seen->people)
		buf_adds(out, "nobody");
}

static uint32_t imports(const struct seen *seen, uint32_t project)
{
	const struct numbers *assets = &seen_project(seen, project)->assets;
	uint32_t i, n = 0;

	for (i = 0; i < assets->n; i++)
		n += sees_asset(seen, assets->v[i]) != SIGHT_NOTHING;
	return n;
}

/* "7", "1 of 5"; whoever sees nobody else is told nothing. */
static void editors_cell(struct screen *screen, uint32_t project,
			 struct buf *out, unsigned *style)
{
	const struct counts *counts;

	if (!app_seen(screen->app)->people)
		return;
	counts = counts_soon(&screen->counting, project);
	if (!counts)
		return;
	if (counts->hold_edit == counts->given_edit)
		buf_printf(out, "%u", counts->given_edit);
	else
		buf_printf(out, "%u of %u", counts->hold_edit,
			   counts->given_edit);
	if (counts->given_edit && !counts->hold_edit)
		*style |= STYLE_RED;
}

static void flags_cell(const struct fact_project *project, struct buf *out)
{
	uint32_t n = 0;

	if (project->state != STATE_ACTIVE) {
		buf_printf(out, "%s%s", join(&n), state_code(project->state));
	}
	if (project->status[0])
		buf_printf(out, "%s%s", join(&n), project->status);
	if (!project->editors_may_share)
		buf_printf(out, "%seditors can't share", join(&n));
	if (project->public_web)
		buf_printf(out, "%sweb %s", join(&n),
			   level_label((enum level)project->public_web));
	if (project->categories[0])
		buf_printf(out, "%s%s", join(&n), project->categories);
}

/* imports:snowflake: by the names that may be seen. */
static void imports_cell(struct screen *screen, uint32_t number, struct buf *out)
{
	const struct seen *seen = app_seen(screen->app);
	const struct fact_project *project = seen_project(seen, number);
	const struct fact_asset *asset;
	uint32_t i, n = 0;

	for (i = 0; sees_project(seen, number) == SIGHT_ALL &&
	     i < project->assets.n; i++) {
		asset = seen_asset(seen, project->assets.v[i]);
		if (*asset->id && !asset->gone)
			buf_printf(out, "%s%s", join(&n),
				   seen_asset_label(seen, project->assets.v[i]));
	}
}

/* At App Only: title and state. */
static void name_cell(const struct seen *seen, uint32_t number, size_t column,
		      struct buf *out)
{
	const struct fact_project *project = seen_project(seen, number);

	if (column == TITLE)
		buf_adds(out, seen_project_label(seen, number));
	if (column != FLAGS || project->state == STATE_ACTIVE)
		return;
	buf_adds(out, state_code(project->state));
}

static void cell(struct screen *screen, const struct row *row, size_t column,
		 struct buf *out, unsigned *style)
{
	const struct seen *seen = app_seen(screen->app);
	const struct fact_project *project = seen_project(seen, row->n);
	const char *mail;

	if (sees_project(seen, row->n) != SIGHT_ALL) {
		name_cell(seen, row->n, column, out);
		return;
	}
	switch (column) {
	case TITLE:
		buf_adds(out, seen_project_label(seen, row->n));
		break;
	case OWNER:
		mail = project->owner == NOBODY ? "-" :
			!sees_user(seen, project->owner) ? "somebody" :
			seen_user(seen, project->owner)->email;
		buf_add(out, mail, strcspn(mail, "@"));
		break;
	case SHARED:
		shared_cell(seen, project, out);
		break;
	case ASSETS:
		buf_printf(out, "%u", imports(seen, row->n));
		break;
	case EDITORS:
		editors_cell(screen, row->n, out, style);
		break;
	case IMPORTS:
		imports_cell(screen, row->n, out);
		break;
	default:
		flags_cell(project, out);
		break;
	}
}

static bool number(struct screen *screen, const struct row *row, size_t column,
		   int64_t *out)
{
	const struct counts *counts;

	if (column == ASSETS) {
		*out = imports(app_seen(screen->app), row->n);
	} else if (column == EDITORS) {
		counts = counts_soon(&screen->counting, row->n);
		*out = counts ? (int64_t)counts->hold_edit : COUNTED_LATER;
	} else {
		return false;
	}
	return true;
}

static const struct tab_view view = {
	.title = "Projects",
	.one = "project",
	.columns = columns,
	.n_columns = COUNT_OF(columns),
	.named = true,
	.load = load,
	.cell = cell,
	.number = number,
	.empty = "No projects yet.",
	.first = "n creates the first one. Then i brings a data connection into "
		"it, and S shares it.",
	.create = "project create",
	.links = { [OWNER] = LINK_OWNER, [SHARED] = LINK_ACCESS,
		   [ASSETS] = LINK_PAGE },
};

const struct tab tab_projects = {
	.name = "projects",
	.title = "Projects",
	.brief = "Projects",
	.path = "Projects",
	.views = { &view },
};
