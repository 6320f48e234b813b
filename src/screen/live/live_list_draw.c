/* live_list_draw.c: a live list on the screen. */
#include "screen/live/live_list_priv.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "screen/frame/chrome.h"
#include "ui/loop.h"

enum { RIGHT = 64, FIND = 6, GAP = 2, SIZE = 9, WHEN = 16, KIND = 6, COMMIT = 9, BRANCH = 16,
       PRIVATE = 8, NARROW = 60, SECOND = 1000, KILO = 1024, TEXT_LIMIT = 8192 };

/* "412 B", "3.1 kB", "2.0 GB", of digits. */
static void add_size(const char *digits, struct buf *out)
{
	static const char *const units[] = { "B", "kB", "MB", "GB", "TB" };
	double size = 0;
	size_t unit = 0;

	for (; *digits; digits++)
		size = size * 10 + (*digits - '0');
	while (size >= KILO && unit + 1 < COUNT_OF(units)) {
		size /= KILO;
		unit++;
	}
	buf_printf(out, unit ? "%.1f %s" : "%.0f %s", size, units[unit]);
}

/* The columns beside the name, the last at the right edge: what each says and its room. */
struct beside {
	char text[3][40];
	int cols[3];
	int n;
};

static void put(struct beside *out, int cols, const char *text, size_t n)
{
	struct buf safe;

	buf_init(&safe, TEXT_LIMIT);
	text_safe(&safe, text);
	snprintf(out->text[out->n], sizeof(out->text[0]), "%.*s", (int)n, buf_text(&safe));
	out->cols[out->n++] = cols;
	buf_release(&safe);
}

static void beside_of(const struct live_list *self, size_t n, int cols, struct beside *out)
{
	enum { ALL = 39, SHORT = 7, MINUTES = 16 };
	char when[MINUTES + 1];
	struct buf size;

	out->n = 0;
	if (self->wish.kind == &check_list_refs) {
		put(out, KIND, live_rows_cell(self, n, "kind"), ALL);
		put(out, COMMIT, live_rows_cell(self, n, "commit"), SHORT);
	} else if (self->wish.kind == &check_list_repos) {
		if (cols >= NARROW)
			put(out, BRANCH, live_rows_cell(self, n, "default_branch"), ALL);
		put(out, PRIVATE, strcmp(live_rows_cell(self, n, "private"), "true") == 0 ?
		    "private" : "", ALL);
	} else {
		buf_init(&size, TEXT_LIMIT);
		if (!live_rows_folder(self, n) && *live_rows_cell(self, n, "size"))
			add_size(live_rows_cell(self, n, "size"), &size);
		put(out, SIZE, live_rows_folder(self, n) ? "folder" : buf_text(&size), ALL);
		buf_release(&size);
		snprintf(when, sizeof(when), "%s", live_rows_cell(self, n, "modified"));
		if (strlen(when) > 10)
			when[10] = ' ';
		if (cols >= NARROW)
			put(out, WHEN, when, MINUTES);
	}
}

static void draw_row(const struct live_list *self, struct canvas *canvas,
		     const struct area *area, int row, size_t n)
{
	struct beside beside;
	int col = area->col + area->cols, name, i;
	struct buf text;

	beside_of(self, n, area->cols, &beside);
	for (i = beside.n - 1; i >= 0; i--) {
		col -= beside.cols[i];
		canvas_text(canvas, row, col, beside.cols[i], 0, beside.text[i]);
		col -= GAP;
	}
	name = col - area->col - LINES_MARK;
	buf_init(&text, TEXT_LIMIT);
	text_cut_told(&text, live_rows_name(self, n), (size_t)cells_most(name, 0));
	canvas_text(canvas, row, area->col + LINES_MARK, name, 0, buf_text(&text));
	if (n == self->at)
		canvas_focus(canvas, row, area->col, LINES_MARK - 1 +
			     cells_least((int)text_width(buf_text(&text)), name), true);
	buf_release(&text);
}

/* In words, where there are no rows: it is asked for, there is none, it failed. */
static void say(struct live_list *self)
{
	struct lines *lines = &self->told;
	bool broken = self->why.text[0];

	lines_clear(lines);
	if (self->wish.kind == &check_list_files)
		(void)lines_pair(lines, FIND, "In", "%s", *self->prefix ? self->prefix :
				 "/");
	if (self->is_test)
		(void)lines_add(lines, "A test endpoint is asked, not the real host.");
	if (broken) {
		lines_add(lines, "Not listed: %s", self->why.text)->style = STYLE_RED;
		if (self->why.remedy[0])
			(void)lines_add(lines, "Do this: %s", self->why.remedy);
		(void)lines_add(lines, self->wish.chosen && !self->wish.stays ?
				"Enter tries again; Esc goes back, where it can be typed by hand." :
				"Enter tries again.");
	} else if (self->n_found == 0) {
		(void)lines_add(lines, self->under_way ? "Asked for, nothing is there yet..." :
				self->listing.list.n ? "No match: Backspace edits." :
				"There is nothing of that.");
	}
}

static void draw_rows(struct live_list *self, struct canvas *canvas, struct area *area)
{
	int i, used;

	say(self);
	used = cells_least(self->told.n ? lines_rows(&self->told, area->cols) : 0, area->rows);
	if (used) {
		lines_draw(&self->told, canvas, &(struct area){ area->row, area->col, used,
								area->cols }, false);
		area->row += used;
		area->rows -= used;
	}
	self->rows = area->rows;
	if (self->at < self->top)
		self->top = self->at;
	if (area->rows > 0 && self->at >= self->top + (size_t)area->rows)
		self->top = self->at + 1 - (size_t)area->rows;
	for (i = 0; i < area->rows && self->top + (size_t)i < self->n_found; i++)
		draw_row(self, canvas, area, area->row + i, self->top + (size_t)i);
}

static void count(const struct live_list *self, char out[RIGHT])
{
	size_t all = self->listing.list.n;

	if (self->under_way)
		snprintf(out, RIGHT, "%zu so far, %lld s (Esc cancels)", all,
			 (long long)((loop_now() - self->began) / SECOND));
	else
		snprintf(out, RIGHT, self->why.text[0] && !all ? "not listed" : "%zu of %zu%s",
			 self->n_found, all, self->why.text[0] ? ", not all" : "");
}

static const struct hint *hints_of(const struct live_list *self, struct hint hints[8])
{
	bool files = self->wish.kind == &check_list_files;
	size_t n = 0;

	if (self->why.text[0] && !self->n_found)
		hints[n++] = (struct hint){ "Enter", "try again" };
	else if (self->n_found && files && live_rows_folder(self, self->at))
		hints[n++] = (struct hint){ "Enter", "go in" };
	else if (self->n_found)
		hints[n++] = (struct hint){ "Enter", self->wish.deed };
	hints[n++] = (struct hint){ "letters", "filter" };
	if (files && *self->prefix)
		hints[n++] = (struct hint){ "Backspace", "up" };
	hints[n++] = (struct hint){ "Esc", self->input.n ? "clear" : self->under_way ?
				    "cancel and back" : "back" };
	hints[n] = (struct hint){ NULL, NULL };
	return hints;
}

void live_list_draw(struct page *page, struct canvas *canvas)
{
	struct live_list *self = (struct live_list *)page;
	struct hint hints[8];
	struct area area;
	char right[RIGHT];
	int row;

	count(self, right);
	if (!chrome_page(self->screen, canvas, hints_of(self, hints), self->wish.title, right,
			 &area) || area.rows < 1)
		return;
	row = area.row;
	canvas_text(canvas, row, area.col + LINES_MARK, FIND, STYLE_BOLD, "Find");
	area.row++;
	area.rows--;
	draw_rows(self, canvas, &area);
	input_draw(&self->input, canvas, row, area.col + LINES_MARK + FIND,
		   area.cols - LINES_MARK - FIND, true);
}
