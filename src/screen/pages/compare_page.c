/* compare_page.c: see compare_page.h. */
#include "screen/pages/compare_page.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "action/core/word_list.h"
#include "action/review/compare.h"
#include "base/glyph.h"
#include "base/text.h"
#include "screen/frame/bars.h"
#include "screen/frame/chrome.h"
#include "screen/frame/copy.h"
#include "screen/frame/filter_line.h"
#include "screen/pages/versus_page.h"

enum { PROJECT, FIRST, SECOND, WHY, COLUMNS };
enum { HINTS = 10, COUNT = 16, SIDE = 13, HEAD_FROM = 9 /* rows that leave room for it */,
       HEAD_LINES = 3, NAME = 96, TEXT_LIMIT = 1 << 24 };

struct compare_page {
	struct page page;
	struct screen *screen;
	struct thing who[2];
	uint32_t users[2];		/* NOBODY: gone */
	char name[2][NAME], word[2][NAME + 16];	/* word: of the hints */
	bool roles;			/* they have not the same one */
	struct arena arena;
	uint32_t *projects, n;
	bool all;			/* those where they do not differ, too */
	const char *head[HEAD_LINES];	/* roles, groups; NULL: no more */
	struct list_column columns[COLUMNS];
	struct list list;
	struct filter_line filter;
};

bool compare_page_is(const struct request *request)
{
	const struct action *action = request->action;

	return action == action_find("access", "compare") &&
		!arg_count(action, &request->args, "copy");
}

/* ---- the rows ------------------------------------------------------------------------ */

static size_t rows(void *ctx)
{
	return ((struct compare_page *)ctx)->n;
}

static uint64_t row_id(void *ctx, size_t row)
{
	const struct compare_page *self = ctx;

	return thing_hash_of(self->screen->app, THING_PROJECT, self->projects[row]);
}

static void level_cell(const struct answer *a, struct buf *out, unsigned *style)
{
	if (a->effective == a->granted) {
		buf_adds(out, level_label(a->effective));
		return;
	}
	buf_printf(out, "%s %s %s", level_brief(a->granted), glyph(GLYPH_HELD),
		   level_brief(a->effective));
	*style |= STYLE_RED | STYLE_BOLD;
}

static void cell(void *ctx, size_t row, size_t column, struct buf *out,
		 unsigned *style)
{
	const struct compare_page *self = ctx;
	const struct seen *seen = app_seen(self->screen->app);
	struct arena arena = { 0 };
	struct compared one;

	if (column == PROJECT) {
		buf_adds(out, seen_project_label(seen, self->projects[row]));
		return;
	}
	compare_project(seen, self->users, self->projects[row], &arena, &one);
	if (column == WHY)
		buf_adds(out, compare_why(seen, &one, &arena));
	else
		level_cell(&one.of[column - FIRST], out, style);
	arena_release(&arena);
}

static bool number(void *ctx, size_t row, size_t column, int64_t *out)
{
	const struct compare_page *self = ctx;
	struct arena arena = { 0 };
	struct compared one;

	if (column != FIRST && column != SECOND)
		return false;
	compare_project(app_seen(self->screen->app), self->users, self->projects[row],
			&arena, &one);
	*out = one.of[column - FIRST].effective;
	arena_release(&arena);
	return true;
}

/* ---- what stands over them ------------------------------------------------------------- */

static const char *only_in(struct compare_page *self, int side)
{
	const struct seen *seen = app_seen(self->screen->app);
	uint32_t n, i, *groups = compare_groups(seen, self->users, side, &self->arena, &n);
	struct words names;

	if (!n)
		return NULL;
	words_init(&names, SIZE_MAX);
	for (i = 0; i < n; i++)
		words_add(&names, word_group(&self->arena, seen, groups[i]));
	return arena_printf(&self->arena, "Only %s is in %s.", self->name[side],
			    words_done(&names, &self->arena));
}

static void fill_head(struct compare_page *self)
{
	const struct seen *seen = app_seen(self->screen->app);
	const struct fact_user *one = seen_user(seen, self->users[0]);
	const struct fact_user *two = seen_user(seen, self->users[1]);
	const char *text;
	size_t n = 0;
	int side;

	memset(self->head, 0, sizeof(self->head));
	self->roles = one->role != two->role;
	self->head[n++] = arena_printf(&self->arena, one->role == two->role ?
		"Both are %s%s." : "%s is %s, %s is %s.", one->role == two->role ?
		role_label(one->role) : self->name[0], one->role == two->role ?
		"" : role_label(one->role), self->name[1], role_label(two->role));
	for (side = 0; side < 2; side++) {
		text = only_in(self, side);
		if (text)
			self->head[n++] = text;
	}
}

static void fill(struct compare_page *self)
{
	struct app *app = self->screen->app;
	const char *name;
	int side;

	arena_release(&self->arena);
	self->n = 0;
	for (side = 0; side < 2; side++) {
		self->users[side] = thing_number(app, &self->who[side]);
		if (self->users[side] == NOBODY) {
			list_refresh(&self->list);
			return;
		}
		name = compare_name(app_seen(app), self->users[side],
				    screen_scratch(self->screen));
		snprintf(self->name[side], NAME, "%s", name);
		snprintf(self->word[side], sizeof(self->word[side]), "same for %s", name);
	}
	self->projects = compare_projects(app_seen(app), self->users, self->all,
					  &self->arena, &self->n);
	fill_head(self);
	list_refresh(&self->list);
}

static bool is_there(const struct compare_page *self)
{
	return self->users[0] != NOBODY && self->users[1] != NOBODY;
}

/* ---- drawing --------------------------------------------------------------------------- */

static void fill_hints(const struct compare_page *self, struct hint hints[HINTS])
{
	const struct hint esc = { "Esc", "back" };
	size_t row, n = 0;

	if (is_there(self) && list_current(&self->list, &row))
		hints[n++] = (struct hint){ "Enter", "ladders" };
	if (is_there(self)) {
		hints[n++] = chrome_key(CMD_GIVE_RIGHT, self->word[1]);
		hints[n++] = chrome_key(CMD_GIVE_LEFT, self->word[0]);
		hints[n++] = esc;
		if (self->roles)
			hints[n++] = chrome_hint(CMD_GIVE_ROLE);
		hints[n++] = chrome_key(CMD_DOWNGRADED, self->all ? "only where they differ" :
					    "all projects");
		hints[n++] = chrome_hint(CMD_FILTER);
	} else {
		hints[n++] = esc;
	}
	hints[n] = (struct hint){ NULL, NULL };
}

/* As far as there are rows for it beside the list. */
static void draw_head(const struct compare_page *self, struct canvas *canvas,
		      struct area *area)
{
	struct lines lines = { 0 };
	struct area at = *area;
	size_t i;

	for (i = 0; i < HEAD_LINES && self->head[i]; i++)
		(void)lines_add(&lines, "%s", self->head[i]);
	at.rows = cells_least(lines_rows(&lines, at.cols), area->rows - HEAD_FROM);
	if (at.rows > 0) {
		lines_draw(&lines, canvas, &at, false);
		area->row += at.rows;
		area->rows -= at.rows;
	}
	lines_release(&lines);
}

static const char *nothing(const struct compare_page *self)
{
	return !is_there(self) ? "One of the two is no longer there." :
		self->filter.input.n ? "No match. Esc clears." :
		"On every project they have the same.";
}

static void draw_why(struct compare_page *self, struct canvas *canvas, struct area *area)
{
	struct buf why;
	unsigned style = 0;
	size_t row;

	if (!list_current(&self->list, &row))
		return;
	buf_init(&why, 1 << 16);
	cell(self, row, WHY, &why, &style);
	lines_foot(canvas, buf_text(&why), area);
	buf_release(&why);
}

static void draw(struct page *page, struct canvas *canvas)
{
	struct compare_page *self = (struct compare_page *)page;
	struct hint hints[HINTS];
	struct area area;
	char title[2 * NAME + 32], right[48];

	fill_hints(self, hints);
	snprintf(title, sizeof(title), "Compare %s %s and %s", glyph(GLYPH_BETWEEN),
		 self->name[0], self->name[1]);
	snprintf(right, sizeof(right), "%u project%s%s", self->n,
		 self->n == 1 ? "" : "s", self->all ? "" : self->n == 1 ? " differs" :
		 " differ");
	if (!chrome_page(self->screen, canvas, hints, title, right, &area))
		return;
	if (is_there(self))
		draw_head(self, canvas, &area);
	filter_line_draw(&self->filter, &self->list, canvas, &area,
			 area.cols - COUNT - 5, area.cols - COUNT, self->n, true);
	draw_why(self, canvas, &area);
	list_draw(&self->list, canvas, area.row, 0, area.rows, area.cols,
		  !self->filter.typing && !bars_on(self->screen));
	if (self->list.n_shown || area.rows < 2)
		return;
	canvas_text(canvas, area.row + 1, 2, area.cols - 3, 0, nothing(self));
	if (!self->filter.typing)
		canvas_cursor(canvas, area.row + 1, 2);
}

/* ---- keys -------------------------------------------------------------------------------- */

/* What cannot be given is named before the yes, and left out. */
static void copy_to(struct compare_page *self, int side, bool role)
{
	if (is_there(self))
		request_go(self->screen, (const char *const []){ "access", "copy",
			   self->who[!side].id, self->who[side].id, "--skip", "--role" },
			   role ? 6 : 5);
}

static void open_row(struct compare_page *self)
{
	size_t row;

	if (list_current(&self->list, &row))
		versus_page_go(self->screen, self->users, self->projects[row]);
}

static void copy_page(struct compare_page *self)
{
	struct buf text;
	size_t i;

	buf_init(&text, TEXT_LIMIT);
	for (i = 0; i < HEAD_LINES && self->head[i]; i++)
		buf_printf(&text, "%s\n", self->head[i]);
	list_text(&self->list, &text);
	copy_text(self->screen, "the comparison", buf_text(&text));
	buf_release(&text);
}

static bool command_key(struct compare_page *self, struct pages *pages,
			enum command command)
{
	switch (command) {
	case CMD_OPEN:
		open_row(self);
		return true;
	case CMD_COPY:
		copy_page(self);
		return true;
	case CMD_DOWNGRADED:
		self->all = !self->all;
		fill(self);
		return true;
	case CMD_ESC: case CMD_QUIT: case CMD_BACK: case CMD_COMPARE:
		pages_pop(pages);
		return true;
	case CMD_PALETTE: case CMD_HELP:
		self->screen->go = (struct go){ .kind = command == CMD_HELP ?
			GO_HELP : GO_PALETTE, .thing = self->who[1] };
		return true;
	case CMD_RELOAD:
		(void)screen_reload(self->screen, false);
		return true;
	case CMD_UNDO: case CMD_REDO: case CMD_HISTORY:
		self->screen->go = (struct go){ .kind = GO_COMMAND,
						.command = command };
		return true;
	default:
		return false;
	}
}

static bool key(struct page *page, struct pages *pages, const struct key *key)
{
	struct compare_page *self = (struct compare_page *)page;

	pages->dirty = true;
	if (filter_line_key(&self->filter, &self->list, key)) {
		list_filter_whole(&self->list, self->filter.input.text);
		return true;
	}
	if (bars_leave_list(self->screen, &self->list, key))
		return true;
	if (key->code == KEY_MOUSE && list_key(&self->list, key)) {
		if (key->twice)
			open_row(self);
		return true;
	}
	if (key_does(key, CMD_GIVE_RIGHT) || key_does(key, CMD_GIVE_LEFT))
		copy_to(self, key_does(key, CMD_GIVE_RIGHT), false);
	else if (key_does(key, CMD_GIVE_ROLE) && self->roles)
		copy_to(self, 1, true);
	else if (!command_key(self, pages, keys_command(key)) &&
		 !list_key(&self->list, key))
		screen_unknown(self->screen, key);
	return true;
}

static void changed(struct page *page)
{
	fill((struct compare_page *)page);
}

static void release(struct page *page)
{
	struct compare_page *self = (struct compare_page *)page;

	list_release(&self->list);
	arena_release(&self->arena);
	free(self);
}

static const struct page_ops ops = {
	.draw = draw, .key = key, .changed = changed, .free = release
};

static void set_columns(struct compare_page *self)
{
	self->columns[PROJECT] = (struct list_column){
		.title = "PROJECT", .name = "project", .min = 10, .want = 24 };
	self->columns[FIRST] = (struct list_column){
		.title = self->name[0], .name = "first", .min = 11, .want = SIDE };
	self->columns[SECOND] = (struct list_column){
		.title = self->name[1], .name = "second", .min = 11, .want = SIDE };
	self->columns[WHY] = (struct list_column){
		.title = "WHY", .name = "why", .min = 12, .want = 0, .drop = 1 };
}

bool compare_page_go(struct screen *screen, const struct request *request,
		     struct error *err)
{
	const struct action *action = request->action;
	struct compare_page *self;
	uint32_t users[2];

	if (!app_find_user(screen->app, arg_text(action, &request->args, "first"),
			   &users[0], err) ||
	    !app_find_user(screen->app, arg_text(action, &request->args, "second"),
			   &users[1], err))
		return false;
	if (users[0] == users[1])
		return error_set(err, ERROR_INVALID, "BAD_VALUE",
				 "that is one person twice");
	self = page_new(sizeof(*self), &ops);
	self->screen = screen;
	self->all = arg_count(action, &request->args, "all");
	for (int side = 0; side < 2; side++)
		self->who[side] = thing_of(screen->app, THING_USER, users[side]);
	set_columns(self);
	list_init(&self->list, &(struct list_source){ .ctx = self, .rows = rows,
		  .id = row_id, .cell = cell, .number = number }, self->columns, COLUMNS);
	fill(self);
	screen_go_page(screen, &self->page);
	return true;
}
