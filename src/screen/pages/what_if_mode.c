/* what_if_mode.c: what-if: the steps tried, whom they move, apply and drop. */
#include "screen/pages/what_if_mode.h"

#include <stdio.h>
#include <stdlib.h>

#include "action/run/run.h"
#include "action/run/what_if.h"
#include "screen/dialog/drafts.h"
#include "screen/frame/bars.h"
#include "screen/frame/chrome.h"
#include "screen/frame/keymap.h"
#include "screen/frame/question.h"
#include "screen/frame/request.h"
#include "screen/preview/abreast.h"
#include "screen/preview/change_news.h"

enum zone { STEPS, PEOPLE, APPLY, DROP, ZONES };

struct what_if_page {
	struct page page;
	struct screen *screen;
	struct lines steps;
	struct consequence consequence;	/* against what is saved */
	enum zone zone;
};

static const char *plural(size_t n)
{
	return n == 1 ? "" : "s";
}

/* "Dana Ilves would be Viewer." */
static void say_step(const struct app *app, size_t i, struct buf *out)
{
	struct what_if_step step = what_if_step(app, i);

	buf_adds(out, step.message ? step.message :
		 what_if_command(app, step.first)->action->summary);
}

static bool is_irreversible(const struct app *app)
{
	size_t i;

	for (i = 0; i < what_if_count(app); i++)
		if (what_if_command(app, i)->action->flags &
		    ACTION_IRREVERSIBLE)
			return true;
	return false;
}

static void add_step(struct what_if_page *self, size_t i)
{
	char label[24];
	struct buf text;

	buf_init(&text, 8192);
	snprintf(label, sizeof(label), "%zu", i + 1);
	say_step(self->screen->app, i, &text);
	(void)lines_pair(&self->steps, 4, label, "%s", buf_text(&text));
	buf_release(&text);
}

static void fill_people(struct what_if_page *self)
{
	const struct preview *preview = what_if_changes(self->screen->app);
	struct result result;

	result_init(&result);
	if (preview) {
		result.preview = *preview;	/* is not ours to release */
		consequence_fill(&self->consequence, self->screen,
				 "If you apply it", &result);
	} else {
		consequence_say(&self->consequence, "Nobody's level changes", "");
	}
}

static void fill(struct what_if_page *self)
{
	struct screen *screen = self->screen;
	size_t n = what_if_steps(screen->app), i;

	lines_clear(&self->steps);
	for (i = 0; i < n; i++)
		add_step(self, i);
	if (!n)
		(void)lines_add(&self->steps, "Nothing tried yet. Esc goes back "
				"to the lists; every verb there is only tried, "
				"and shown here.");
	if (screen->fallen[0])
		lines_pair(&self->steps, 4, "!", "fell away, because somebody "
			   "else saved: %s", screen->fallen)->style = STYLE_RED;
	fill_people(self);
}

/* ---- apply and drop ------------------------------------------------------------ */

static void apply(struct screen *screen)
{
	struct result result;
	struct error err;

	error_clear(&err);
	if (what_if_commit(screen->app, &result, &err)) {
		screen->fallen[0] = '\0';
		pages_to_base(screen->pages);
		change_news_saved(screen, &result, "What was tried is saved.");
	} else {
		screen_aged(screen);
		request_toast(screen, "Not applied: ", &err);
	}
	result_release(&result);
}

static void drop(struct screen *screen)
{
	what_if_drop(screen->app);
	screen->fallen[0] = '\0';
	pages_to_base(screen->pages);
	screen_aged(screen);
	pages_toast(screen->pages, "What-if is over; nothing was saved.");
}

/* The consequence is on the screen: a question more only where no undo helps. */
static void ask_apply(struct what_if_page *self)
{
	size_t n = what_if_steps(self->screen->app);
	char text[160];

	if (!n) {
		pages_toast(self->screen->pages, "There is nothing to apply.");
		return;
	}
	if (!is_irreversible(self->screen->app)) {
		apply(self->screen);	/* frees self */
		return;
	}
	snprintf(text, sizeof(text), "%zu step%s will be saved as one change. "
		 "Not all of it can be undone.", n, plural(n));
	ask_go(self->screen, &(struct ask){
		 .title = "Apply what was tried?", .text = text,
		 .yes = "apply", .type = "apply", .run = apply });
}

static void ask_drop(struct screen *screen)
{
	size_t n = what_if_steps(screen->app);
	char text[128];

	if (!n) {
		drop(screen);
		return;
	}
	snprintf(text, sizeof(text), "%zu step%s that %s only tried will be "
		 "gone.", n, plural(n), n == 1 ? "was" : "were");
	ask_go(screen, &(struct ask){
		 .title = "Drop what was tried?", .text = text, .yes = "drop",
		 .run = drop });
}

static void quit(struct screen *screen)
{
	screen->pages->quit = true;
}

/* Steps are never saved; drafts of a store that stays are there the next time. */
void what_if_mode_quit(struct screen *screen)
{
	size_t steps = what_if_steps(screen->app), drafts = drafts_lost(screen);
	struct buf text;

	if (!steps && !drafts) {
		quit(screen);
		return;
	}
	buf_init(&text, 400);
	if (steps)
		buf_printf(&text, "%zu step%s of what-if will be gone: nothing of "
			   "it is saved. %s shows and applies them.", steps,
			   plural(steps), key_said(CMD_WHATIF));
	if (drafts)
		buf_printf(&text, "%s%zu draft%s of this demo will be gone. %s goes "
			   "on with the newest.", steps ? " " : "", drafts,
			   plural(drafts), key_said(CMD_DRAFT));
	ask_go(screen, &(struct ask){
		 .title = steps && drafts ? "Leave with what-if and a draft open?" :
			 steps ? "Leave with what-if open?" :
			 "Leave with a draft open?",
		 .text = buf_text(&text), .yes = "leave", .run = quit });
	buf_release(&text);
}

/* ---- the page ------------------------------------------------------------------ */

static void draw_buttons(struct what_if_page *self, struct canvas *canvas, int row,
			 int col, int cols)
{
	const char *drop = command_key_name(CMD_DROP);
	const struct { const char *word, *key; enum zone zone; } buttons[] = {
		{ "Apply", "  F8", APPLY }, { drop ? "Drop  " : "Drop", drop ? drop : "", DROP }
	};
	int end = col + cols;
	size_t i;

	for (i = 0; i < COUNT_OF(buttons); i++) {
		bool here = self->zone == buttons[i].zone;

		if (here)
			canvas_cursor(canvas, row, col);
		col += canvas_printf(canvas, row, col, end - col,
				     STYLE_BOLD | (here ? STYLE_REVERSE : 0), "[ %s%s ]",
				     buttons[i].word, buttons[i].key) + 2;
	}
}

/* In the list's place, and beside it whom they move. */
static void draw_beside(struct what_if_page *self, struct canvas *canvas,
			const struct area *area, const char *title)
{
	struct abreast at;
	struct area steps;

	abreast_place(area, abreast_cols(area->cols, true),
		     lines_rows(&self->steps, abreast_cols(area->cols, true) -
				ABREAST_PAD) + 2, &at);
	canvas_box(canvas, at.box.row, at.box.col, at.box.rows, at.box.cols, title);
	canvas_right(canvas, at.box.row, at.box.col + at.box.cols - 2,
		     at.box.cols - 4, STYLE_BOLD, " nothing is saved ");
	steps = (struct area){ at.inside.row, at.box.col, at.inside.rows - 2,
			       at.box.cols - ABREAST_PAD };
	lines_draw(&self->steps, canvas, &steps, self->zone == STEPS);
	draw_buttons(self, canvas, at.inside.row + at.inside.rows - 1,
		     at.inside.col, at.inside.cols);
	abreast_draw(&self->consequence, canvas, &at.consequence, "",
		    "against what is saved");
}

static void draw_below(struct what_if_page *self, struct canvas *canvas,
		       struct area area, const char *title)
{
	struct area steps = { area.row + 1, 0, 0, area.cols };
	const char *all = binding_of(CMD_FULL_LIST)->keys[0];

	chrome_rule(canvas, area.row, 0, area.cols, title, "nothing is saved",
		    STYLE_BOLD | (self->zone == STEPS ? STYLE_UNDERLINE : 0));
	steps.rows = cells_least(lines_rows(&self->steps, area.cols),
				 (area.rows - 3) / 2);
	lines_draw(&self->steps, canvas, &steps, self->zone == STEPS);
	area.rows -= steps.rows + 2;
	area.row += steps.rows + 1;
	consequence_draw(&self->consequence, canvas, &area, all ? all : "F9");
	draw_buttons(self, canvas, area.row + area.rows, 2, area.cols - 2);
}

static void draw(struct page *page, struct canvas *canvas)
{
	const struct hint hints[] = {
		{ "F8", "apply" }, chrome_hint(CMD_DROP), chrome_key(CMD_UNDO, "take back"),
		{ "Esc", "go on trying" }, { "Tab", "on" },
		{ "Enter", "why" }, chrome_key(CMD_FULL_LIST, "everybody"),
		chrome_key(CMD_FILTER, "filter"),
		{ NULL, NULL }
	}, on_button[] = {
		{ "Enter", "press" }, { "Tab", "on" },
		{ "Esc", "go on trying" }, { NULL, NULL }
	};
	struct what_if_page *self = (struct what_if_page *)page;
	size_t n = what_if_steps(self->screen->app);
	char title[80];
	struct area area;

	if (!chrome_draw(self->screen, canvas, self->zone >= APPLY ? on_button :
			 hints, &area))
		return;
	snprintf(title, sizeof(title), "What-if: %zu step%s", n, plural(n));
	self->consequence.zone = self->zone == PEOPLE && !bars_on(self->screen) ?
		CONSEQUENCE_ROWS : CONSEQUENCE_AWAY;
	if (abreast_fits(canvas))
		draw_beside(self, canvas, &area, title);
	else
		draw_below(self, canvas, area, title);
}

static void move(struct what_if_page *self, int by)
{
	self->zone = (enum zone)(((int)self->zone + ZONES + by) % ZONES);
}

/* Nothing is left to walk on in that direction. */
static bool ends(const struct what_if_page *self, int by)
{
	const struct list *rows = &self->consequence.rows;

	if (self->zone == STEPS)
		return lines_ends(&self->steps, by);
	if (!self->consequence.n)
		return true;
	return by < 0 ? rows->cursor == 0 : rows->cursor + 1 >= rows->n_shown;
}

/* Up and Down where the zone has nothing left to walk on: to the next one. */
static bool leave(struct what_if_page *self, const struct key *key)
{
	int by = key->code == KEY_UP ? -1 : key->code == KEY_DOWN ? 1 : 0;

	if (!by || self->zone >= APPLY || key->mods || !ends(self, by))
		return false;
	if (by < 0 && self->zone == STEPS)
		return bars_enter(self->screen, BARS_TOP);
	move(self, by);
	return true;
}

static void open_why(struct what_if_page *self)
{
	const struct consequence_row *row = consequence_focus(&self->consequence);

	if (row && row->change)
		self->screen->go = (struct go){ .kind = GO_WHY,
			.user = row->change->user,
			.project = row->change->project };
}

/* All of them, to be searched and sorted. */
static void full_list(struct what_if_page *self, bool filter)
{
	const struct preview *preview = what_if_changes(self->screen->app);

	if (!preview || !preview->n) {
		pages_toast(self->screen->pages, "Nobody's level changes by it.");
		return;
	}
	screen_go_changes(self->screen, "What-if against what is saved", preview,
			  NULL);
	self->screen->go.filter = filter;
}

static bool people_key(struct what_if_page *self, const struct key *key)
{
	enum command command = keys_command(key);

	if (command == CMD_OPEN || command == CMD_WHY)
		open_why(self);
	else
		return consequence_key(&self->consequence, key);
	return true;
}

/* Of the zone with the focus; true if used. */
static bool zone_key(struct what_if_page *self, const struct key *key)
{
	if (self->zone == PEOPLE)
		return people_key(self, key);
	if (self->zone == STEPS)
		return lines_key(&self->steps, key);
	if (key->code == KEY_LEFT || key->code == KEY_UP)
		move(self, key->code == KEY_UP ? -(int)(self->zone - PEOPLE) :
		     -1);
	else if (key->code == KEY_RIGHT)
		move(self, 1);
	else if (key->code == KEY_DOWN)
		(void)bars_enter(self->screen, BARS_BOTTOM);
	else if (key->code == KEY_ENTER && self->zone == APPLY)
		ask_apply(self);
	else if (key->code == KEY_ENTER)
		ask_drop(self->screen);
	else
		return false;
	return true;
}

static void mouse(struct what_if_page *self, const struct key *key)
{
	if (consequence_key(&self->consequence, key)) {
		if (self->consequence.zone != CONSEQUENCE_AWAY)
			self->zone = PEOPLE;
	} else {
		(void)lines_key(&self->steps, key);
	}
}

static bool key(struct page *page, struct pages *pages, const struct key *key)
{
	struct what_if_page *self = (struct what_if_page *)page;
	enum command command = keys_command(key);

	if (key_is(key, "F8"))
		ask_apply(self);
	else if (command == CMD_NEXT_ZONE || command == CMD_PREV_ZONE)
		move(self, command == CMD_NEXT_ZONE ? 1 : -1);
	else if (command == CMD_FILTER || command == CMD_FULL_LIST ||
		 key->code == KEY_F9)
		full_list(self, command == CMD_FILTER);
	else if (key->code == KEY_MOUSE)
		mouse(self, key);
	else if (leave(self, key) || zone_key(self, key))
		;
	else if (key_does(key, CMD_DROP))
		ask_drop(self->screen);
	else if (command == CMD_UNDO)
		what_if_mode_undo(self->screen);
	else if (command == CMD_ESC || command == CMD_QUIT ||
		 command == CMD_BACK || command == CMD_WHATIF)
		pages_pop(pages);
	else
		screen_unknown(self->screen, key);
	return true;
}

static void changed(struct page *page)
{
	fill((struct what_if_page *)page);
}

static void release(struct page *page)
{
	struct what_if_page *self = (struct what_if_page *)page;

	lines_release(&self->steps);
	consequence_release(&self->consequence);
	free(self);
}

static const struct page_ops ops = {
	.draw = draw, .key = key, .changed = changed, .free = release
};

void what_if_mode_start(struct screen *screen)
{
	what_if_begin(screen->app);
	screen->fallen[0] = '\0';
	screen_aged(screen);
	pages_toast(screen->pages, "What-if: changes are only tried now. "
		    "%s takes one back, %s applies or drops all.",
		    key_said(CMD_UNDO), key_said(CMD_WHATIF));
}

void what_if_mode_push(struct screen *screen)
{
	struct what_if_page *self = page_new(sizeof(*self), &ops);

	self->screen = screen;
	self->zone = PEOPLE;
	fill(self);
	pages_push(screen->pages, &self->page);
}

void what_if_mode_undo(struct screen *screen)
{
	size_t n = what_if_steps(screen->app);
	struct buf text;

	if (!screen->app->what_if) {	/* as any write: shown first */
		request_go(screen, (const char *const []){ "undo" }, 1);
		return;
	}
	if (!n) {
		pages_toast(screen->pages, "No step to take back.");
		return;
	}
	buf_init(&text, TOAST_ROOM);
	say_step(screen->app, n - 1, &text);
	(void)what_if_undo(screen->app);
	screen_aged(screen);
	pages_toast(screen->pages, "What-if: %zu step%s left; taken back: %s",
		    n - 1, plural(n - 1), buf_text(&text));
	buf_release(&text);
}
