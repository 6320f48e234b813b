/* panel.c: the live panel: subject, cells, what is in focus. */
#include "screen/panel/panel.h"

#include <stdlib.h>
#include <string.h>

#include "access/words.h"
#include "base/glyph.h"
#include "base/mem.h"
#include "screen/panel/card.h"

enum { WHO, ROLE, GRANTED, EFFECTIVE, WHY, COLUMNS };

static const struct list_column of_project[COLUMNS] = {
	[WHO] = { "USER", "user", 12, 15, 0, false, false, false },
	[ROLE] = { "ROLE", "role", 8, 8, 1, false, false, false },
	[GRANTED] = { "GRANTED", "granted", 11, 11, 0, false, false, false },
	[EFFECTIVE] = { "  EFFECTIVE", "eff", 13, 13, 0, false, false, false },
	[WHY] = { "WHY", "why", 10, 0, 0, false, false, false },
};

/* With rows that changed: what it was and what it is. */
static const struct list_column of_change[COLUMNS] = {
	[WHO] = { "USER", "user", 12, 15, 0, false, false, false },
	[ROLE] = { "ROLE", "role", 8, 8, 2, false, false, false },
	[GRANTED] = { "GRANTED", "granted", 11, 11, 1, false, false, false },
	[EFFECTIVE] = { "  EFFECTIVE", "eff", 26, 26, 0, false, false, false },
	[WHY] = { "WHY", "why", 8, 0, 0, false, false, false },
};

static const struct list_column of_user_change[COLUMNS] = {
	[WHO] = { "PROJECT", "project", 12, 18, 0, false, false, false },
	[ROLE] = { "STATE", "state", 8, 8, 2, false, false, false },
	[GRANTED] = { "GRANTED", "granted", 11, 11, 1, false, false, false },
	[EFFECTIVE] = { "  EFFECTIVE", "eff", 26, 26, 0, false, false, false },
	[WHY] = { "WHY", "why", 8, 0, 0, false, false, false },
};

static const struct list_column of_user[COLUMNS] = {
	[WHO] = { "PROJECT", "project", 14, 18, 0, false, false, false },
	[ROLE] = { "STATE", "state", 8, 8, 1, false, false, false },
	[GRANTED] = { "GRANTED", "granted", 11, 11, 0, false, false, false },
	[EFFECTIVE] = { "  EFFECTIVE", "eff", 13, 13, 0, false, false, false },
	[WHY] = { "WHY", "why", 10, 0, 0, false, false, false },
};

static size_t source_rows(void *ctx)
{
	return ((const struct panel *)ctx)->n;
}

static uint64_t source_id(void *ctx, size_t row)
{
	return ((const struct panel *)ctx)->rows[row].id;
}

static void pair_of(const struct panel *panel, size_t row, uint32_t *user,
		    uint32_t *project)
{
	uint32_t n = thing_number(panel->screen->app, &panel->subject);
	uint32_t who = panel->rows[row].who;

	*user = panel->subject.kind == THING_PROJECT ? who : n;
	*project = panel->subject.kind == THING_PROJECT ? n : who;
	if (panel->subject.kind == THING_ASSET) {
		*user = who;
		*project = NOBODY;
	}
}

static void why_cell(struct panel *panel, size_t row, struct buf *out)
{
	const struct panel_row *r = &panel->rows[row];
	struct arena arena = { 0 };
	struct answer answer;
	uint32_t user, project;

	pair_of(panel, row, &user, &project);
	access_decide(seen_judged(app_seen(panel->screen->app)), user, project, &arena,
		      &answer);
	if (r->changed && r->was == r->effective)
		buf_printf(out, "granted %s -> %s; ",
			   level_label((enum level)r->was_granted),
			   level_label((enum level)r->granted));
	buf_adds(out, access_why(app_seen(panel->screen->app), &answer, &arena));
	arena_release(&arena);
}

static void who_cell(struct panel *panel, size_t row, size_t column,
		     struct buf *out)
{
	const struct seen *seen = app_seen(panel->screen->app);
	uint32_t who = panel->rows[row].who;

	if (panel->subject.kind == THING_USER)
		buf_adds(out, column == WHO ? seen_project_label(seen, who) :
			 state_code(seen_project(seen, who)->state));
	else if (who == ANYONE)
		buf_adds(out, column == WHO ? "anyone (web)" : "-");
	else
		buf_adds(out, column == WHO ? seen_user_label(seen, who) :
			 role_label(seen_user(seen, who)->role));
}

static void source_cell(void *ctx, size_t row, size_t column, struct buf *out,
			unsigned *style)
{
	struct panel *panel = ctx;
	const struct panel_row *r = &panel->rows[row];
	bool down = r->effective < r->granted;

	if (r->changed)
		*style |= STYLE_BOLD;
	if (panel->subject.kind == THING_ASSET) {
		panel_asset_cell(panel, row, column, out, style);
		return;
	}
	switch (column) {
	case WHO:
	case ROLE:
		who_cell(panel, row, column, out);
		break;
	case GRANTED:
		buf_adds(out, r->granted ? level_label((enum level)r->granted) :
			 "-");
		break;
	case EFFECTIVE:
		buf_printf(out, "%s ", down ? glyph(GLYPH_HELD) : " ");
		if (r->changed && r->was != r->effective)
			buf_printf(out, "%s -> ",
				   level_label((enum level)r->was));
		buf_adds(out, level_label((enum level)r->effective));
		if (down || (r->changed && r->effective < r->was))
			*style |= STYLE_RED;
		break;
	default:
		why_cell(panel, row, out);
		break;
	}
}

void panel_init(struct panel *panel, struct screen *screen)
{
	struct list_source source = {
		.ctx = panel, .rows = source_rows, .id = source_id,
		.cell = source_cell
	};

	*panel = (struct panel){ .screen = screen };
	list_init(&panel->list, &source, of_project, COLUMNS);
}

void panel_release(struct panel *panel)
{
	list_release(&panel->list);
	lines_release(&panel->card);
	detail_release(&panel->detail);
	panel_tally_drop(panel);
	free(panel->rows);
	free(panel->before.v);
	free(panel->saved.v);
}

bool panel_has_rows(const struct panel *panel)
{
	switch (panel->subject.kind) {
	case THING_PROJECT:
		return true;
	case THING_USER:
		return strcmp(panel->subject.id, "anonymous") != 0;
	case THING_ASSET:
		return app_reads_all(panel->screen->app);
	default:
		return false;
	}
}

static void columns_for(struct panel *panel)
{
	bool changed = panel->up || panel->down;

	panel->list.n_columns = COLUMNS;
	if (panel->subject.kind == THING_ASSET)
		panel->list.columns = panel_asset_columns(panel->screen,
			&panel->subject, changed, &panel->list.n_columns);
	else if (panel->subject.kind == THING_USER)
		panel->list.columns = changed ? of_user_change : of_user;
	else
		panel->list.columns = changed ? of_change : of_project;
	if (panel->list.sort >= panel->list.n_columns)
		panel->list.sorted = false;
}

void panel_first(struct panel *panel)
{
	panel->list.cursor = 0;
	panel->list.anchored = false;
	panel->list.top = 0;
}

void panel_follow(struct panel *panel, const struct thing *thing)
{
	if (panel->pinned || thing_same(&panel->subject, thing))
		return;
	panel->subject = *thing;
	panel->loaded = false;
	panel_tally_drop(panel);
	panel->before.known = false;
	panel->card.cursor = 0;
	panel->card.top = 0;
	panel_first(panel);
}

static bool is_whole(const struct panel *panel)
{
	return panel->subject.kind != THING_ASSET || panel->tally.known;
}

void panel_pin(struct panel *panel)
{
	panel_ready(panel);
	panel->pinned = !panel->pinned;
	panel->before.known = false;
	if (panel->pinned && !is_whole(panel)) {	/* compared with is all of it */
		(void)panel_tally(panel, panel->tally.asset, true);
		panel->loaded = false;
		panel_ready(panel);
	}
	if (panel->pinned)
		panel_keep(panel);
	panel->loaded = false;
}

void panel_aged(struct panel *panel)
{
	detail_stale(&panel->detail);
	if (panel->loaded && panel_has_rows(panel) && !panel->pinned &&
	    is_whole(panel))
		panel_keep(panel);
	panel_tally_drop(panel);
	panel->loaded = false;
}

void panel_ready(struct panel *panel)
{
	if (panel->loaded)
		return;
	panel->loaded = true;
	detail_stale(&panel->detail);
	if (!panel_has_rows(panel)) {
		panel_empty(panel);
		card_make(&panel->card, panel->screen, &panel->subject);
	} else {
		panel_load(panel);
		columns_for(panel);
	}
	list_refresh(&panel->list);
}

/* The word `changed` is the panel's own; the others are the list's. */
void panel_filter(struct panel *panel, const char *text)
{
	bool changed = false;
	struct buf rest;
	size_t n;

	panel_ready(panel);	/* the rows may still be of another thing */
	buf_init(&rest, INPUT_MAX);
	for (; *text; text += n + strspn(text + n, " ")) {
		n = strcspn(text, " ");
		if (n == 7 && memcmp(text, "changed", n) == 0)
			changed = true;
		else
			buf_printf(&rest, "%.*s ", (int)n, text);
	}
	if (changed != panel->only_changed) {
		panel->only_changed = changed;
		panel_arrange(panel);
	}
	list_filter(&panel->list, buf_text(&rest));
	buf_release(&rest);
}

void panel_only_down(struct panel *panel)
{
	panel->only_down = !panel->only_down;
	panel->loaded = false;
}

bool panel_pair(struct panel *panel, uint32_t *user, uint32_t *project)
{
	size_t row;

	panel_ready(panel);
	if (!panel_has_rows(panel) || !list_current(&panel->list, &row))
		return false;
	pair_of(panel, row, user, project);
	if (panel->subject.kind == THING_ASSET)
		*project = panel_asset_project(panel, *user);
	return *project != NOBODY;
}

struct detail *panel_detail(struct panel *panel)
{
	uint32_t user, project;
	size_t row;

	if (panel->subject.kind == THING_ASSET) {
		panel_ready(panel);
		if (!panel_has_rows(panel) || !list_current(&panel->list, &row))
			return NULL;
		detail_make_asset(&panel->detail, panel->screen,
				  panel->rows[row].who,
				  thing_number(panel->screen->app,
					       &panel->subject));
		return &panel->detail;
	}
	if (!panel_pair(panel, &user, &project))
		return NULL;
	detail_make(&panel->detail, panel->screen, user, project);
	return &panel->detail;
}

struct thing panel_focus(struct panel *panel)
{
	uint32_t user, project;
	size_t row;

	panel_ready(panel);
	if (!panel_has_rows(panel) || !list_current(&panel->list, &row))
		return panel->subject;
	pair_of(panel, row, &user, &project);
	return panel->subject.kind == THING_USER ?
		thing_of(panel->screen->app, THING_PROJECT, project) :
		thing_of(panel->screen->app, THING_USER, user);
}
