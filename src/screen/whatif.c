/* whatif.c: what-if: the steps tried, whom they move, apply and drop. */
#include "screen/whatif.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "screen/question.h"
#include "screen/chrome.h"
#include "screen/movelist.h"
#include "screen/request.h"

struct whatif {
	struct page page;
	struct screen *screen;
	struct lines steps;
	struct movelist moves;
	bool at_steps;		/* the focus: steps, or who moves */
};

static const char *plural(size_t n)
{
	return n == 1 ? "" : "s";
}

static void fill(struct whatif *self)
{
	struct screen *screen = self->screen;
	size_t n = whatif_steps(screen), i;
	char label[24];
	struct buf text;

	lines_clear(&self->steps);
	buf_init(&text, 8192);
	for (i = 0; i < n; i++) {
		buf_reset(&text);
		whatif_step(screen, i, &text);
		snprintf(label, sizeof(label), "%zu", i + 1);
		(void)lines_pair(&self->steps, 4, label, "%s", buf_text(&text));
	}
	buf_release(&text);
	if (!n)
		(void)lines_add(&self->steps, "Nothing tried yet. Esc goes back "
				"to the lists; every verb there is only tried, "
				"and shown here.");
	if (screen->fallen[0])
		lines_pair(&self->steps, 4, "!", "fell away, because somebody "
			   "else saved: %s", screen->fallen)->style = STYLE_RED;
	if (whatif_changes(screen))
		movelist_fill(&self->moves, whatif_changes(screen));
}

/* ---- apply and drop ------------------------------------------------------------ */

static void to_the_desk(struct pages *pages)
{
	while (pages->n > 1)
		pages_pop(pages);
}

static void apply(struct screen *screen)
{
	struct result result;
	struct error err;
	struct buf text;

	error_clear(&err);
	if (whatif_commit(screen, &result, &err)) {
		screen->fallen[0] = '\0';
		to_the_desk(screen->pages);
		screen_saved(screen, &result, "What was tried is saved.");
	} else {
		buf_init(&text, TOAST_MAX);
		buf_adds(&text, "Not applied: ");
		request_error(&err, &text);
		screen_aged(screen);
		pages_toast(screen->pages, "%s", buf_text(&text));
		buf_release(&text);
	}
	result_release(&result);
}

static void drop(struct screen *screen)
{
	whatif_drop(screen);
	screen->fallen[0] = '\0';
	to_the_desk(screen->pages);
	screen_aged(screen);
	pages_toast(screen->pages, "What-if is over; nothing was saved.");
}

static void ask_apply(struct whatif *self)
{
	size_t n = whatif_steps(self->screen);
	bool forever = whatif_irreversible(self->screen);
	struct buf text;

	if (!n) {
		pages_toast(self->screen->pages, "There is nothing to apply.");
		return;
	}
	buf_init(&text, 1024);
	buf_printf(&text, "%zu step%s will be saved as one change: ", n,
		   plural(n));
	movelist_totals(&self->moves, &text);
	buf_adds(&text, forever ? ". A step of them cannot be undone." :
		 ". One undo takes all of it back.");
	ask_push(self->screen, &(struct ask){
		 .title = "Apply what was tried?", .text = buf_text(&text),
		 .yes = "apply", .type = forever ? "apply" : NULL,
		 .run = apply });
	buf_release(&text);
}

static void ask_drop(struct screen *screen)
{
	size_t n = whatif_steps(screen);
	char text[128];

	if (!n) {
		drop(screen);
		return;
	}
	snprintf(text, sizeof(text), "%zu step%s that %s only tried will be "
		 "gone.", n, plural(n), n == 1 ? "was" : "were");
	ask_push(screen, &(struct ask){
		 .title = "Drop what was tried?", .text = text, .yes = "drop",
		 .run = drop });
}

static void quit(struct screen *screen)
{
	screen->pages->quit = true;
}

void whatif_quit(struct screen *screen)
{
	size_t n = whatif_steps(screen);
	char text[160];

	if (!n) {
		quit(screen);
		return;
	}
	snprintf(text, sizeof(text), "%zu step%s of what-if will be gone: "
		 "nothing of it is saved. t shows and applies them.", n,
		 plural(n));
	ask_push(screen, &(struct ask){
		 .title = "Leave with what-if open?", .text = text,
		 .yes = "leave", .run = quit });
}

/* ---- the page ------------------------------------------------------------------ */

static void draw_buttons(struct canvas *canvas, int row, bool any)
{
	int col = 2;

	col += canvas_text(canvas, row, col, canvas->cols - col, any ?
			   STYLE_BOLD : 0, "[ Apply  F8 ]") + 2;
	canvas_text(canvas, row, col, canvas->cols - col, STYLE_BOLD,
		    "[ Drop  d ]");
}

static void draw(struct page *page, struct pages *pages, struct canvas *canvas)
{
	static const struct hint hints[] = {
		{ "F8", "apply" }, { "d", "drop" }, { "u", "take back" },
		{ "Esc", "go on trying" }, { "Tab", "steps, people" },
		{ "Enter", "why" }, { "/", "filter" }, { NULL, NULL }
	};
	struct whatif *self = (struct whatif *)page;
	size_t n = whatif_steps(self->screen);
	struct area area, steps;
	struct buf totals;
	char title[80];
	int want;

	(void)pages;
	if (!chrome_draw(self->screen, canvas, hints, &area))
		return;
	snprintf(title, sizeof(title), "What-if: %zu step%s", n, plural(n));
	chrome_rule(canvas, area.row, 0, area.cols, title, "nothing is saved",
		    STYLE_BOLD | (self->at_steps ? STYLE_UNDERLINE : 0));
	want = lines_rows(&self->steps, area.cols);
	steps = (struct area){ area.row + 1, 0, want, area.cols };
	if (want > (area.rows - 3) / 2)
		steps.rows = (area.rows - 3) / 2;
	lines_draw(&self->steps, canvas, &steps, self->at_steps);
	area.rows -= steps.rows + 3;
	area.row += steps.rows + 2;
	buf_init(&totals, 200);
	movelist_totals(&self->moves, &totals);
	chrome_rule(canvas, area.row - 1, 0, area.cols,
		    "Against what is saved", buf_text(&totals), STYLE_BOLD |
		    (self->at_steps ? 0 : STYLE_UNDERLINE));
	buf_release(&totals);
	movelist_draw(&self->moves, canvas, &area, !self->at_steps);
	draw_buttons(canvas, area.row + area.rows, n > 0);
}

static bool key(struct page *page, struct pages *pages, const struct key *key)
{
	struct whatif *self = (struct whatif *)page;
	enum command command = keys_command(key);

	if (command == CMD_REPAINT || command == CMD_SUSPEND)
		return false;
	if (key_is(key, "F8")) {
		ask_apply(self);
	} else if (key->code == KEY_TAB || key->code == KEY_BACKTAB) {
		self->moves.typing = false;
		self->at_steps = !self->at_steps;
	} else if (!self->at_steps && movelist_key(&self->moves, key)) {
		;
	} else if (self->at_steps && lines_key(&self->steps, key)) {
		;
	} else if (key_is(key, "d")) {
		ask_drop(self->screen);
	} else if (command == CMD_UNDO) {
		(void)whatif_undo(self->screen);
	} else if (command == CMD_ESC || command == CMD_QUIT ||
		   command == CMD_BACK || command == CMD_WHATIF) {
		pages_pop(pages);
	}
	return true;
}

static void changed(struct page *page, struct pages *pages)
{
	(void)pages;
	fill((struct whatif *)page);
}

static void release(struct page *page)
{
	struct whatif *self = (struct whatif *)page;

	lines_release(&self->steps);
	movelist_release(&self->moves);
	free(self);
}

static const struct page_ops ops = {
	.draw = draw, .key = key, .changed = changed, .free = release
};

void whatif_start(struct screen *screen)
{
	struct whatif *self;

	if (!screen->app->overlay) {
		whatif_begin(screen);
		screen->fallen[0] = '\0';
		pages_toast(screen->pages, "What-if: every change is only tried "
			    "now. u takes a step back, t shows all and applies "
			    "or drops it.");
		return;
	}
	self = mem_alloc(sizeof(*self));
	self->page.ops = &ops;
	self->screen = screen;
	movelist_init(&self->moves, screen);
	fill(self);
	pages_push(screen->pages, &self->page);
}

bool whatif_undo(struct screen *screen)
{
	size_t n = whatif_steps(screen);
	struct buf text;

	if (!screen->app->overlay)
		return false;
	if (!n) {
		pages_toast(screen->pages, "No step to take back.");
		return true;
	}
	buf_init(&text, TOAST_MAX);
	whatif_step(screen, n - 1, &text);
	(void)whatif_take_back(screen);
	screen_aged(screen);
	pages_toast(screen->pages, "What-if: took back %s. %zu step%s left.",
		    buf_text(&text), n - 1, plural(n - 1));
	buf_release(&text);
	return true;
}
