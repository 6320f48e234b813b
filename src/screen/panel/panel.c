/* panel.c: the live panel: subject, cells, what is in focus. */
#include "screen/panel/panel_priv.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "access/words.h"
#include "base/glyph.h"
#include "base/mem.h"
#include "screen/panel/card.h"

enum { WHO, ROLE, GRANTED, EFFECTIVE, WHY, COLUMNS };
enum { WITH_ROLE_FROM = 78 };	/* cells: below, reasons would push it in and out */

/* The reason has the room first; the levels are the short words. */
#define COLUMNS_OF(title, name, side, side_name) { \
	[WHO] = { (title), (name), 15, 18, 0, false, false, false }, \
	[ROLE] = { (side), (side_name), 8, 0, 1, false, false, false }, \
	[GRANTED] = { "GRANTED", "granted", 7, 7, 0, false, false, false }, \
	[EFFECTIVE] = { "  NOW", "eff", 6, 14, 0, false, false, false }, \
	[WHY] = { "WHY", "why", 8, 0, 0, false, false, false }, \
}

static const struct list_column of_project[COLUMNS] =
	COLUMNS_OF("USER", "user", "ROLE", "role");
static const struct list_column of_user[COLUMNS] =
	COLUMNS_OF("PROJECT", "project", "STATE", "state");

/* Lines are made anew where an order or a filter wants all rows, or does no more. */
static size_t source_rows(void *ctx)
{
	struct panel *panel = ctx;

	if (panel->loaded && panel_folds(panel) != panel->folded)
		panel_arrange(panel);
	return panel->n;
}

static bool is_fold(void *ctx, size_t line)
{
	return ((const struct panel *)ctx)->lines[line].fold > 0;
}

static struct panel_row row_of(const struct panel *panel, size_t line)
{
	return panel_row(panel, panel->lines[line].row);
}

static uint64_t source_id(void *ctx, size_t line)
{
	const struct panel *panel = ctx;

	return is_fold(ctx, line) ? panel->lines[line].fold :
		panel_row_id(panel, panel->lines[line].row);
}

static void who_cell(struct panel *panel, const struct panel_row *row, size_t column,
		     struct buf *out)
{
	const struct seen *seen = app_seen(panel->screen->app);
	uint32_t who = row->who;

	if (panel->subject.kind == THING_USER)
		buf_adds(out, column == WHO ? seen_project_label(seen, who) :
			 state_code(seen_project(seen, who)->state));
	else if (who == ANYONE)
		buf_adds(out, column == WHO ? "anyone (web)" : "-");
	else
		buf_adds(out, column == WHO ? seen_user_label(seen, who) :
			 role_label(seen_user(seen, who)->role));
}

static void fold_cell(struct panel *panel, size_t line, size_t column,
		      struct buf *out)
{
	if (column == WHO)
		panel_fold_name(panel, &panel->lines[line], out);
	else if (column == 1)
		panel_fold_text(panel, &panel->lines[line], out);
}

static void source_cell(void *ctx, size_t line, size_t column, struct buf *out,
			unsigned *style)
{
	struct panel *panel = ctx;
	const struct panel_row made = row_of(panel, line), *r = &made;
	bool down = r->effective < r->granted;

	if (is_fold(ctx, line)) {
		fold_cell(panel, line, column, out);
		return;
	}
	if (r->changed)
		*style |= STYLE_BOLD;
	if (panel->subject.kind == THING_ASSET) {
		panel_asset_cell(panel, r, column, out, style);
		return;
	}
	switch (column) {
	case WHO:
	case ROLE:
		who_cell(panel, r, column, out);
		break;
	case GRANTED:
		buf_adds(out, r->granted ? level_brief((enum level)r->granted) :
			 "-");
		break;
	case EFFECTIVE:
		buf_printf(out, "%s ", down ? glyph(GLYPH_HELD) : " ");
		if (r->changed && r->was != r->effective)
			buf_printf(out, "%s -> ",
				   level_brief((enum level)r->was));
		buf_adds(out, level_brief((enum level)r->effective));
		if (down || (r->changed && r->effective < r->was))
			*style |= STYLE_RED;
		break;
	default:
		panel_why(panel, panel->lines[line].row, out);
		break;
	}
}

void panel_init(struct panel *panel, struct screen *screen)
{
	struct list_source source = {
		.ctx = panel, .rows = source_rows, .id = source_id,
		.cell = source_cell
	};

	*panel = (struct panel){ .screen = screen, .alone = NOBODY };
	list_init(&panel->list, &source, of_project, COLUMNS);
	panel->list.natural = true;
	panel->list.wraps = true;
	panel->list.spans = is_fold;
}

void panel_release(struct panel *panel)
{
	if (panel->screen && panel->screen->pages)
		work_drop(&panel->screen->pages->work, &panel->filtering);
	list_release(&panel->list);
	lines_release(&panel->card);
	detail_release(&panel->detail);
	panel_tally_drop(panel);
	free(panel->who);
	free(panel->values);
	free(panel->lines);
	panel_state_drop(&panel->now);
	panel_state_drop(&panel->was);
	panel_state_drop(&panel->before);
	panel_state_drop(&panel->saved);
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
	panel->list.n_columns = COLUMNS;
	if (panel->subject.kind == THING_ASSET)
		panel->list.columns = panel_asset_columns(panel->screen,
			&panel->subject, &panel->list.n_columns);
	else if (panel->subject.kind == THING_USER)
		panel->list.columns = of_user;
	else
		panel->list.columns = of_project;
	list_forget(&panel->list);
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
	panel->open = 0;
	panel->alone = NOBODY;
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
	if (panel->then)
		panel->before.known = panel->then = false;
	else if (panel->loaded && panel_has_rows(panel) && !panel->pinned &&
	    is_whole(panel))
		panel_keep(panel);
	panel_tally_drop(panel);
	panel->loaded = false;
}

static bool filter_on(void *ctx)
{
	struct panel *panel = ctx;

	return list_go_on(&panel->list);
}

static void filter_told(void *ctx, bool last)
{
	struct panel *panel = ctx;

	(void)last;
	panel->screen->pages->dirty = true;
}

/* left: of the rows only the first ones were looked at. */
static void go_on(struct panel *panel, bool left)
{
	struct pages *pages = panel->screen->pages;

	if (!left)
		return;
	if (!pages) {
		list_whole(&panel->list);
		return;
	}
	panel->filtering = (struct job){ .step = filter_on, .told = filter_told,
		.ctx = panel, .quiet = true, .next = panel->filtering.next };
	work_start(&pages->work, &panel->filtering);
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
	go_on(panel, list_refresh_some(&panel->list));
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
	go_on(panel, list_filter(&panel->list, buf_text(&rest)));
	buf_release(&rest);
}

void panel_only_down(struct panel *panel)
{
	panel->only_down = !panel->only_down;
	panel->loaded = false;
}

bool panel_pair(struct panel *panel, uint32_t *user, uint32_t *project)
{
	struct panel_row found;
	size_t row;

	panel_ready(panel);
	if (!panel_has_rows(panel) || !list_current(&panel->list, &row) ||
	    is_fold(panel, row))
		return false;
	found = row_of(panel, row);
	panel_pair_of(panel, &found, user, project);
	if (panel->subject.kind == THING_ASSET)
		*project = panel_asset_project(panel, *user);
	return *project != NOBODY;
}

static void make_fold(struct panel *panel, const struct panel_line *line)
{
	struct detail *detail = &panel->detail;
	char name[24];

	snprintf(name, sizeof(name), "%u of %u", line->fold, line->n);
	if (!detail_begin(detail, name, panel->subject.id))
		return;
	detail->fixes = (struct fix_list){ .n = 0 };
	panel_fold_lines(panel, line, &detail->lines);
	detail->made = true;
}

struct detail *panel_detail(struct panel *panel)
{
	uint32_t user, project;
	size_t row;

	panel_ready(panel);
	if (!panel_has_rows(panel) || !list_current(&panel->list, &row))
		return NULL;
	if (is_fold(panel, row))
		make_fold(panel, &panel->lines[row]);
	else if (panel->subject.kind == THING_ASSET)
		detail_make_asset(&panel->detail, panel->screen,
				  row_of(panel, row).who,
				  thing_number(panel->screen->app,
					       &panel->subject));
	else if (panel_pair(panel, &user, &project))
		detail_make(&panel->detail, panel->screen, user, project);
	else
		return NULL;
	return &panel->detail;
}

void panel_fit(struct panel *panel, int lines, int cols)
{
	size_t room = lines > 0 ? (size_t)lines : 0;

	panel->list.hidden[ROLE] = cols < WITH_ROLE_FROM &&
		panel->subject.kind != THING_ASSET;

	if (room == panel->room)
		return;
	panel->room = room;
	if (!panel->loaded || !panel_has_rows(panel) || !panel->folded)
		return;
	panel_arrange(panel);
	list_refresh(&panel->list);
}

int panel_detail_rows(struct panel *panel, int cols)
{
	struct detail *detail;

	detail_fit(&panel->detail, cols, 0, false);
	detail = panel_detail(panel);
	return detail ? lines_rows(&detail->lines, cols) : 0;
}

struct thing panel_focus(struct panel *panel)
{
	uint32_t user, project;
	struct panel_row found;
	size_t row;

	panel_ready(panel);
	if (!panel_has_rows(panel) || !list_current(&panel->list, &row) ||
	    is_fold(panel, row))
		return panel->subject;
	found = row_of(panel, row);
	panel_pair_of(panel, &found, &user, &project);
	return panel->subject.kind == THING_USER ?
		thing_of(panel->screen->app, THING_PROJECT, project) :
		thing_of(panel->screen->app, THING_USER, user);
}

bool panel_goto(struct panel *panel, enum thing_kind kind, uint32_t who)
{
	panel_ready(panel);
	if (!panel_has_rows(panel))
		return false;
	panel->alone = who;
	panel_arrange(panel);
	list_refresh(&panel->list);
	return list_goto(&panel->list, thing_hash_of(panel->screen->app, kind, who));
}

bool panel_on_fold(const struct panel *panel)
{
	size_t row;

	return panel_has_rows(panel) && list_current(&panel->list, &row) &&
		panel->lines[row].fold;
}

bool panel_open(struct panel *panel)
{
	size_t row;

	if (!panel_on_fold(panel) || !list_current(&panel->list, &row))
		return false;
	panel->open ^= 1u << panel->lines[row].fold;
	panel_arrange(panel);
	list_refresh(&panel->list);
	return true;
}

bool panel_open_all(struct panel *panel)
{
	size_t i, row, folds = 0;
	uint64_t first = 0;

	panel_ready(panel);
	for (i = 0; i < panel->n; i++)
		folds += panel->lines[i].fold && !panel_is_open(panel, panel->lines[i].fold);
	if (!panel_has_rows(panel) || panel->changed || panel->elsewhere ||
	    (!panel->unfolded && !folds))
		return false;
	if (list_current(&panel->list, &row))
		first = panel_row_id(panel, panel->lines[row].row);
	panel->unfolded = !panel->unfolded;
	panel_arrange(panel);
	list_refresh(&panel->list);
	(void)list_goto(&panel->list, first);
	return true;
}
