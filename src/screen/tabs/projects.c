/* projects.c: the projects, with whom they are shared and how many of those who
 * were granted editing can edit (F-8). */
#include "screen/tabs/tab.h"

#include <stdio.h>
#include <string.h>

#include "base/glyph.h"

enum { TITLE, OWNER, SHARED, EDITORS, FLAGS, ASSETS, IMPORTS, HELD };

/* CAN EDIT is a bar and "3/10", or "3 of 10". */
enum { BAR = 10, BAR_SHORT = 6, BAR_LONG_FROM = 176, NUMBERS_MOST = 10, TEXT_COLS = 8,
       WIDE_COLS = BAR_SHORT + 6 };

#define COLUMNS(can_edit, least) { \
	[TITLE] = { "PROJECT", "title", 16, 20, 0, false, false, false }, \
	[OWNER] = { "OWNER", "owner", 5, 7, 0, false, true, false }, \
	[SHARED] = { "SHARED WITH", "shared", 10, 0, 3, false, true, false }, \
	[EDITORS] = { "CAN EDIT", "can-edit", (least), (can_edit), 0, false, \
		      false, true }, \
	[FLAGS] = { "STATE", "state", 8, 0, 4, false, false, false }, \
	[ASSETS] = { "ASSETS", "assets", 6, 0, 5, true, true, true }, \
	[IMPORTS] = { "", "imports", 0, 0, 0, false, false, false }, \
	[HELD] = { "", "held", 0, 0, 0, false, false, false }, \
}

static const struct list_column columns[] = COLUMNS(TEXT_COLS, TEXT_COLS);
static const struct list_column wide[] = COLUMNS(WIDE_COLS, WIDE_COLS);

static void load(struct screen *screen, struct rows *out)
{
	size_t i;

	screen_order(screen);
	for (i = 0; i < screen->n_titles; i++)
		rows_add(out, THING_PROJECT, screen->titles[i]);
}

/* The next of some.  For each project of a filter or an order: not by a format. */
static void join(struct buf *out, uint32_t *n, const char *text, size_t len)
{
	if ((*n)++)
		buf_adds(out, ", ");
	buf_add(out, text, len);
}

static void join_text(struct buf *out, uint32_t *n, const char *text)
{
	join(out, n, text, strlen(text));
}

/* "Marketing, Product, sara, ws, web": what is shared most widely stands last. */
static void shared_cell(const struct seen *seen,
			const struct fact_project *project, struct buf *out)
{
	uint32_t i, n = 0;
	const char *mail;

	for (i = 0; i < project->n_grants; i++) {
		const struct fact_grant *grant = &project->grants[i];

		if (grant->group && sees_group(seen, grant->who))
			join_text(out, &n, seen_group_label(seen, grant->who));
	}
	for (i = 0; i < project->n_grants; i++) {
		const struct fact_grant *grant = &project->grants[i];

		if (grant->group || grant->who == project->owner ||
		    !sees_user(seen, grant->who))
			continue;
		mail = seen_user(seen, grant->who)->email;
		join(out, &n, mail, strcspn(mail, "@"));
	}
	if (project->workspace)
		join_text(out, &n, "ws");
	if (project->public_web)
		join_text(out, &n, "web");
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

/* Thousands are rounded where the whole number has no room: "35k". */
static void short_number(uint32_t n, bool brief, char *out, size_t size)
{
	if (!brief || n < 1000)
		snprintf(out, size, "%u", n);
	else if (n < 10000)
		snprintf(out, size, "%u.%uk", n / 1000, n % 1000 / 100);
	else
		snprintf(out, size, "%uk", n / 1000);
}

/* "3/10", "3 of 10", "6" where nobody is held. */
static void proportion(const struct counts *counts, const char *of, size_t most,
		       char *out, size_t size)
{
	char hold[16], given[16];
	int brief;

	for (brief = 0; brief < 2; brief++) {
		short_number(counts->hold_edit, brief, hold, sizeof(hold));
		short_number(counts->given_edit, brief, given, sizeof(given));
		if (counts->hold_edit == counts->given_edit)
			snprintf(out, size, "%s", given);
		else
			snprintf(out, size, "%s%s%s", hold, of, given);
		if (strlen(out) <= most)
			break;
	}
}

/* Neither full where somebody is held nor empty where somebody can. */
static void bar(const struct counts *counts, unsigned cells, struct buf *out)
{
	uint64_t hold = counts->hold_edit, given = counts->given_edit;
	unsigned full = given ? (unsigned)((2 * cells * hold + given - 1) /
					   (2 * given)) : 0, i;

	if (full == cells && hold < given)
		full--;
	if (full == 0 && hold)
		full++;
	for (i = 0; i < cells; i++)
		buf_adds(out, glyph(i < full ? GLYPH_BAR : GLYPH_BAR_REST));
}

static const char *put_away(const struct fact_project *project)
{
	return project->state == STATE_TRASHED ? "in trash" : "archived";
}

/* Of a project that is put away the bar would say nothing: nobody can edit it. */
static void wide_cell(const struct screen *screen, const struct fact_project *project,
		      const struct counts *counts, struct buf *out)
{
	int cells = screen->pages->cols < BAR_LONG_FROM ? BAR_SHORT : BAR;
	int cols = screen->cell_cols ? screen->cell_cols : BAR + 2 + NUMBERS_MOST;
	int most = cols - 3 < NUMBERS_MOST ? cols - 3 : NUMBERS_MOST;
	char text[32];

	proportion(counts, "/", (size_t)most, text, sizeof(text));
	if (cells > cols - 2 - (int)strlen(text))
		cells = cols - 2 - (int)strlen(text);
	if (project->state != STATE_ACTIVE)
		buf_printf(out, "%-*s %s", cells + 1, put_away(project), text);
	else
		bar(counts, cells > 1 ? (unsigned)cells : 1, out);
	if (project->state == STATE_ACTIVE)
		buf_printf(out, "  %s", text);
}

/* Whoever sees nobody else is told nothing. */
static void editors_cell(struct screen *screen, uint32_t number, struct buf *out,
			 unsigned *style)
{
	const struct seen *seen = app_seen(screen->app);
	const struct fact_project *project = seen_project(seen, number);
	const struct counts *counts;
	char text[32];

	if (!seen->people)
		return;
	counts = counts_soon(&screen->counting, number);
	if (!counts)
		return;
	if (counts->given_edit && !counts->hold_edit)
		*style |= STYLE_RED;
	if (screen->pages->cols >= WIDE_FROM) {
		wide_cell(screen, project, counts, out);
		return;
	}
	proportion(counts, " of ", TEXT_COLS, text, sizeof(text));
	buf_adds(out, project->state != STATE_ACTIVE && !screen->state_apart ?
		 put_away(project) : text);
}

static void flags_cell(const struct fact_project *project, struct buf *out)
{
	uint32_t n = 0;

	if (project->state != STATE_ACTIVE)
		join_text(out, &n, state_code(project->state));
	if (project->status[0])
		join_text(out, &n, project->status);
	if (!project->editors_may_share)
		join_text(out, &n, "editors can't share");
	if (project->public_web) {
		join_text(out, &n, "web ");
		buf_adds(out, level_label((enum level)project->public_web));
	}
	if (project->categories[0])
		join_text(out, &n, project->categories);
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
			join_text(out, &n,
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
	const struct counts *counts;
	const char *mail;
	uint32_t n;

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
		n = imports(seen, row->n);
		if (n || seen->all)	/* others may be there */
			buf_printf(out, "%u", n);
		break;
	case EDITORS:
		editors_cell(screen, row->n, out, style);
		break;
	case IMPORTS:
		imports_cell(screen, row->n, out);
		break;
	case HELD:
		counts = counts_soon(&screen->counting, row->n);
		if (counts && seen->people)
			buf_printf(out, "%u", counts->given_edit -
				   counts->hold_edit);
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
	} else if (column == EDITORS || column == HELD) {
		counts = counts_soon(&screen->counting, row->n);
		*out = !counts ? COUNTED_LATER : column == HELD ?
			(int64_t)counts->given_edit - counts->hold_edit :
			(int64_t)counts->hold_edit << 32 | counts->given_edit;
	} else {
		return false;
	}
	return true;
}

/* Where the workspace hurts, at a glance. */
static const struct tab_sort sorts[] = { { "most held", HELD, true } };

static const struct tab_view view = {
	.title = "Projects",
	.one = "project",
	.columns = columns,
	.wide = wide,
	.n_columns = COUNT_OF(columns),
	.of_people = 1u << EDITORS | 1u << HELD,
	.sorts = sorts,
	.n_sorts = COUNT_OF(sorts),
	.named = true,
	.load = load,
	.cell = cell,
	.number = number,
	.empty = "No projects yet.",
	.unseen = "No projects to see.",
	.first = "{new} creates the first one. Then {import} brings a data connection into "
		"it, and {share} shares it.",
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
