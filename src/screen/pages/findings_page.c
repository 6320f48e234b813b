/* findings_page.c: see findings_page.h. */
#include "screen/pages/findings_page.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "action/review/findings.h"
#include "base/mem.h"
#include "screen/frame/bars.h"
#include "screen/frame/chrome.h"
#include "screen/frame/copy.h"
#include "screen/frame/filter_line.h"
#include "screen/frame/verb.h"
#include "screen/panel/spots.h"

enum { KIND, FOUND, THING };
enum { HINTS = 8, COUNT = 16, TEXT_LIMIT = 1 << 24 };

struct findings_page {
	struct page page;
	struct screen *screen;
	struct findings found;
	char since[80];			/* only what is new since then; "": all */
	size_t *at;			/* of the rows, in found.v */
	size_t n;
	struct list list;
	struct filter_line filter;
	char refused[1200];
	char word[48];			/* of f, for the hints */
};

static const struct list_column columns[] = {
	{ .title = "FINDING", .name = "finding", .min = 11, .want = 16 },
	{ .title = "WHAT", .name = "what", .min = 20, .want = 0 },
	/* Asked for by name alone. */
	{ .title = "THING", .name = "thing", .want = 1 },
};

bool findings_page_is(const struct request *request)
{
	const struct action *action = request->action;

	return action == action_find("access", "report") &&
		arg_count(action, &request->args, "findings") &&
		!arg_count(action, &request->args, "by");
}

/* ---- the rows ------------------------------------------------------------------------ */

static size_t rows(void *ctx)
{
	return ((struct findings_page *)ctx)->n;
}

static const struct noted *noted_at(const struct findings_page *self, size_t row)
{
	return &self->found.v[self->at[row]];
}

static uint64_t row_id(void *ctx, size_t row)
{
	const char *id = noted_at(ctx, row)->id;
	uint64_t hash = 14695981039346656037u;

	for (; *id; id++)
		hash = (hash ^ (unsigned char)*id) * 1099511628211u;
	return hash;
}

static void cell(void *ctx, size_t row, size_t column, struct buf *out,
		 unsigned *style)
{
	const struct noted *one = noted_at(ctx, row);

	(void)style;
	if (column == KIND)
		buf_adds(out, finding_label(one->kind));
	else if (column == FOUND)
		buf_adds(out, one->sentence);
	else
		buf_printf(out, "%s %s %s", one->thing, one->name,
			   finding_code(one->kind));
}

static bool number(void *ctx, size_t row, size_t column, int64_t *out)
{
	*out = noted_at(ctx, row)->kind;
	return column == KIND;
}

/* With the rules of --since; false: what was then cannot be told. */
static bool fill(struct findings_page *self, struct error *err)
{
	size_t i;
	bool good;

	error_clear(err);
	findings_release(&self->found);
	self->refused[0] = '\0';
	good = findings_find(self->screen->app, self->since[0] ? self->since : NULL,
			     &self->found, err);
	if (!good) {
		self->found.n = 0;
		snprintf(self->refused, sizeof(self->refused), err->remedy[0] ? "%s (%s)" :
			 "%s", err->text, err->remedy);
	}
	free(self->at);
	self->at = mem_array(self->found.n + 1, sizeof(*self->at));
	for (i = self->n = 0; i < self->found.n; i++)
		if (!self->since[0] || self->found.v[i].fresh)
			self->at[self->n++] = i;
	list_refresh(&self->list);
	return good;
}

/* ---- where a row leads --------------------------------------------------------------- */

static struct thing thing(const struct findings_page *self, const struct noted *one)
{
	static const enum thing_kind kinds[] = {
		[OF_USER] = THING_USER, [OF_GROUP] = THING_GROUP,
		[OF_ASSET] = THING_ASSET, [OF_PROVIDER] = THING_PROVIDER,
		[OF_TOKEN] = THING_TOKEN, [OF_PROJECT] = THING_PROJECT,
	};

	if (one->whose == OF_WORKSPACE)
		return (struct thing){ .kind = THING_NONE };
	return thing_of(self->screen->app, kinds[one->whose], one->number);
}

static const struct noted *current(const struct findings_page *self)
{
	size_t row;

	return list_current(&self->list, &row) ? noted_at(self, row) : NULL;
}

/* What f does with the thing; NULL: its ways stand on the why page, or one goes there and
 * looks.  *of: the thing; kind THING_NONE: it is yet to be chosen. */
static const struct action *deed(const struct findings_page *self, struct thing *of)
{
	const struct noted *one = current(self);
	const struct action *action;

	if (!one || one->who != NOBODY || one->n_words < 3)
		return NULL;
	*of = strcmp(one->word[2], one->thing) == 0 ? thing(self, one) :
		(struct thing){ .kind = THING_NONE };
	action = action_find(one->word[0], one->word[1]);
	return action && action->flags & (ACTION_WRITES | ACTION_CHECK) ? action : NULL;
}

/* A group's grant has a line of its own in the share dialog. */
static const struct spot *line_of(const struct findings_page *self, const struct noted *one,
				  struct arena *arena)
{
	struct thing group = { .kind = THING_GROUP };

	if (one->kind != FIND_GRANT_ALWAYS_HELD || one->n_words < 5 ||
	    strcmp(one->word[3], "--group") != 0)
		return NULL;
	snprintf(group.id, sizeof(group.id), "%s", one->word[4]);
	return spot_of_grant(self->screen->app, one->number, &group, arena);
}

static void go_why(struct findings_page *self, const struct noted *one, bool fix)
{
	self->screen->go = (struct go){ .kind = GO_WHY, .user = one->who,
					.project = one->number, .fix = fix };
}

static void do_row(struct findings_page *self);

static void open_row(struct findings_page *self)
{
	const struct noted *one = current(self);

	if (!one)
		return;
	if (one->who != NOBODY)
		go_why(self, one, false);
	else if (one->whose == OF_WORKSPACE)	/* nothing less: what is to be done */
		do_row(self);
	else
		self->screen->go = (struct go){ .kind = GO_ROW,
						.thing = thing(self, one) };
}

static void do_row(struct findings_page *self)
{
	const struct noted *one = current(self);
	const struct action *action;
	struct arena arena = { 0 };
	const struct spot *spot;
	struct thing of;

	if (!one)
		return;
	action = deed(self, &of);
	spot = line_of(self, one, &arena);
	if (one->who != NOBODY)
		go_why(self, one, true);
	else if (spot)
		self->screen->go = (struct go){ .kind = GO_SPOT, .spot = *spot };
	else if (action)
		self->screen->go = (struct go){ .kind = GO_VERB_ON, .action = action,
						.thing = of };
	else if (one->whose != OF_WORKSPACE)
		open_row(self);
	arena_release(&arena);
}

/* From when on is asked for in the palette, which says what is wrong with it. */
static void ask_since(struct findings_page *self)
{
	struct error err;

	if (self->since[0]) {
		self->since[0] = '\0';
		(void)fill(self, &err);
		return;
	}
	self->screen->go = (struct go){ .kind = GO_PALETTE,
					.text = "access report --findings --since " };
}

/* ---- drawing ------------------------------------------------------------------------- */

static void fill_hints(struct findings_page *self, struct hint hints[HINTS])
{
	const struct noted *one = current(self);
	struct thing of;
	const struct action *action = deed(self, &of);
	struct arena arena = { 0 };
	size_t n = 0;

	if (one && one->whose != OF_WORKSPACE)
		hints[n++] = (struct hint){ "Enter", one->who != NOBODY ? "why" :
					    "go there" };
	if (one && one->who != NOBODY)
		hints[n++] = chrome_key(CMD_FIX, "fixes");
	if (action) {
		snprintf(self->word, sizeof(self->word), "%s",
			 verb_label(action, &arena));
		hints[n++] = chrome_key(CMD_FIX, self->word);
	}
	hints[n++] = (struct hint){ "Esc", "back" };
	hints[n++] = chrome_key(CMD_NEW, self->since[0] ? "all of them" : "new since...");
	hints[n++] = chrome_hint(CMD_FILTER);
	hints[n++] = chrome_hint(CMD_COPY);
	hints[n] = (struct hint){ NULL, NULL };
	arena_release(&arena);
}

static const char *nothing(const struct findings_page *self)
{
	return self->refused[0] ? "What is new cannot be told." :
		self->filter.input.n ? "No match. Esc clears." :
		self->since[0] ? "Nothing is new since then." : "Nothing wants a look.";
}

static void draw(struct page *page, struct canvas *canvas)
{
	struct findings_page *self = (struct findings_page *)page;
	struct hint hints[HINTS];
	struct area area;
	char right[64], title[160];

	fill_hints(self, hints);
	snprintf(title, sizeof(title), "%s%s", self->since[0] ? "Findings new since " :
		 "Findings", !self->since[0] ? "" : self->found.since_label ?
		 self->found.since_label : self->since);
	if (self->since[0])
		snprintf(right, sizeof(right), "%zu of %zu", self->n, self->found.n);
	else
		snprintf(right, sizeof(right), "%zu finding%s", self->found.n,
			 self->found.n == 1 ? "" : "s");
	if (!chrome_page(self->screen, canvas, hints, title, right, &area))
		return;
	filter_line_draw(&self->filter, &self->list, canvas, &area,
			 area.cols - COUNT - 5, area.cols - COUNT, self->n, true);
	if (self->refused[0] || current(self))
		lines_foot(canvas, self->refused[0] ? self->refused : current(self)->sentence,
			   &area);
	list_draw(&self->list, canvas, area.row, 0, area.rows, area.cols,
		  !self->filter.typing && !bars_on(self->screen));
	if (self->list.n_shown || area.rows < 2)
		return;
	canvas_text(canvas, area.row + 1, 2, area.cols - 3, 0, nothing(self));
	if (!self->filter.typing)
		canvas_cursor(canvas, area.row + 1, 2);
}

/* ---- keys ---------------------------------------------------------------------------- */

static void copy_row(struct findings_page *self)
{
	const struct noted *one = current(self);

	if (one)
		copy_text(self->screen, "the finding", one->sentence);
}

static bool command_key(struct findings_page *self, struct pages *pages,
			enum command command)
{
	switch (command) {
	case CMD_OPEN:
		open_row(self);
		return true;
	case CMD_FIX:
		do_row(self);
		return true;
	case CMD_NEW:
		ask_since(self);
		return true;
	case CMD_COPY:
		copy_row(self);
		return true;
	case CMD_ESC: case CMD_QUIT: case CMD_BACK: case CMD_FINDINGS:
		pages_pop(pages);
		return true;
	case CMD_PALETTE: case CMD_HELP:
		self->screen->go = (struct go){ .kind = command == CMD_HELP ?
						GO_HELP : GO_PALETTE };
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
	struct findings_page *self = (struct findings_page *)page;
	enum command command = keys_command(key);

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
	if (!command_key(self, pages, command) && !list_key(&self->list, key))
		screen_unknown(self->screen, key);
	return true;
}

static void changed(struct page *page)
{
	struct error err;

	(void)fill((struct findings_page *)page, &err);	/* the page says it */
}

static void release(struct page *page)
{
	struct findings_page *self = (struct findings_page *)page;

	list_release(&self->list);
	findings_release(&self->found);
	free(self->at);
	free(self);
}

static const struct page_ops ops = {
	.draw = draw, .key = key, .changed = changed, .free = release
};

bool findings_page_go(struct screen *screen, const struct request *request,
		      struct error *err)
{
	struct findings_page *self = page_new(sizeof(*self), &ops);
	struct list_source source = { .ctx = self, .rows = rows, .id = row_id,
				      .cell = cell, .number = number };
	const char *since = arg_text(request->action, &request->args, "since");

	self->screen = screen;
	snprintf(self->since, sizeof(self->since), "%s", since ? since : "");
	list_init(&self->list, &source, columns, COUNT_OF(columns));
	if (!fill(self, err)) {
		release(&self->page);
		return false;
	}
	screen_go_page(screen, &self->page);
	return true;
}
