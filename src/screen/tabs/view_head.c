/* view_head.c: the line over a tab's list: where we are or the filter, how many rows, and
 * what they are sorted by. */
#include "screen/tabs/view.h"

#include <stdio.h>
#include <string.h>

#include "base/glyph.h"
#include "base/text.h"
#include "model/kind.h"
#include "screen/frame/keymap.h"

enum { PATH_LIMIT = 1024, HEADER_GAPS = 3 };

void view_count(struct view *view, size_t *shown, size_t *total)
{
	size_t i;

	*shown = *total = 0;
	for (i = 0; i < view->rows.n; i++)
		*total += view->rows.v[i].kind != THING_HEADING;
	for (i = 0; i < view->list.n_shown; i++)
		*shown += view->rows.v[view->list.shown[i]].kind !=
			THING_HEADING;
}

bool view_wants_plan(const struct view *view, enum plan *wanted)
{
	enum plan plan = seen_workspace(app_seen(view->screen->app)).plan;
	size_t kind;

	for (kind = 0; kind < kind_count(); kind++) {
		*wanted = kind_at(kind)->plan;
		if (strcmp(kind_at(kind)->home, view->tab->path) == 0 &&
		    plan < *wanted)
			return true;
	}
	return false;
}

/* Where we are, with the workspace and its plan in front, "Acme . Team > Settings >
 * Secrets", and without; then the plan follows, where the first row of the screen does
 * not say it (F003). */
enum { WHOLE, PATH, PATHS };

static void make_paths(struct view *view, struct buf paths[PATHS])
{
	const struct seen *seen = app_seen(view->screen->app);
	const char *plan = plan_label(seen_workspace(seen).plan);
	struct buf *path = &paths[PATH];
	enum plan wanted;
	int i;

	for (i = 0; i < PATHS; i++)
		buf_init(&paths[i], PATH_LIMIT);
	glyph_path(path, view->tab->path);
	if (view->tab->views[1] && strcmp(view->spec->title, view->tab->title) != 0)
		buf_printf(path, " %s %s", glyph(GLYPH_PATH), view->spec->title);
	buf_printf(&paths[WHOLE], "%.160s %s %s %s %s", seen_workspace(seen).name,
		   glyph(GLYPH_BETWEEN), plan, glyph(GLYPH_PATH), buf_text(path));
	if (!view->screen->plan_on_top)
		buf_printf(path, " %s %s", glyph(GLYPH_BETWEEN), plan);
	for (i = 0; i < PATHS && view_wants_plan(view, &wanted); i++)
		buf_printf(&paths[i], " %s needs %s", glyph(GLYPH_BETWEEN),
			   plan_label(wanted));
}

static void release_paths(struct buf paths[PATHS])
{
	int i;

	for (i = 0; i < PATHS; i++)
		buf_release(&paths[i]);
}

static const char *after(const char *path, const char *sign)
{
	const char *at = strstr(path, sign);

	return at ? at + strlen(sign) + 1 : NULL;
}

/* As much of where we are as has room: its end says the most, the plan stays.  on_top:
 * the first row of the screen has the workspace and its plan already. */
static const char *fitting(const struct buf paths[PATHS], int room, bool on_top)
{
	const char *path = buf_text(&paths[PATH]), *shorter;

	if (!on_top && (int)text_width(buf_text(&paths[WHOLE])) <= room)
		return buf_text(&paths[WHOLE]);
	while ((int)text_width(path) > room &&
	       ((shorter = after(path, glyph(GLYPH_PATH))) ||
		(shorter = after(path, glyph(GLYPH_BETWEEN)))))
		path = shorter;
	return path;
}

int view_head_cols(struct view *view)
{
	struct buf paths[PATHS];
	const char *path, *shorter, *end;
	size_t shown, total;
	char right[80];
	int cols;

	make_paths(view, paths);
	path = buf_text(&paths[PATH]);
	while ((shorter = after(path, glyph(GLYPH_PATH))) &&
	       (end = after(shorter, glyph(GLYPH_PATH))) && *end)
		path = shorter;
	view_count(view, &shown, &total);
	snprintf(right, sizeof(right), "%zu of %zu", total, total);
	cols = (int)(text_width(path) + text_width(right)) + HEADER_GAPS + 1;
	release_paths(paths);
	return cols;
}

/* "3 marked, 1 marked row hidden   ": marks on rows that the filter leaves out. */
static void say_marks(const struct list *list, bool wide, char *out, size_t size)
{
	size_t hidden = list->n_marks - list->marks_shown;

	if (!hidden)
		snprintf(out, size, "%zu marked   ", list->n_marks);
	else if (wide)
		snprintf(out, size, "%zu marked, %zu marked row%s hidden   ",
			 list->n_marks, hidden, hidden == 1 ? "" : "s");
	else
		snprintf(out, size, "%zu marked, %zu hidden   ", list->n_marks,
			 hidden);
}

/* What the header does when it is pressed: the path filters, its right end sorts. */
static void add_clicks(struct view *view, const struct area *area, int path,
		       const char *sort)
{
	struct clicks *clicks = &view->screen->clicks;
	int cells = sort ? (int)text_width(sort) : 0;

	clicks_add(clicks, area->row, area->col + 1, path, "/");
	if (sort)
		clicks_add(clicks, area->row, area->col + area->cols - 1 - cells,
			   cells, "s");
}

/* "   sort can edit v": a filter's name of several words is written with dashes. */
static void say_sort(const struct list *list, char *out, size_t size)
{
	char *at;

	snprintf(out, size, "   sort %s %s", list->columns[list->sort].name,
		 glyph(list->descending ? GLYPH_FALLING : GLYPH_RISING));
	while ((at = strchr(out, '-')))
		*at = ' ';
}

void view_head_draw(struct view *view, struct canvas *canvas,
		    const struct area *area, bool typing)
{
	const struct list *list = &view->list;
	char right[300], sort[80] = "", marks[80] = "", work[40] = "", stops[48] = "";
	struct pages *pages = view->screen->pages;
	struct buf paths[PATHS];
	size_t shown, total;
	int room;

	make_paths(view, paths);
	view_count(view, &shown, &total);
	work_words(&pages->work, work, sizeof(work));
	if (list->sorted)
		say_sort(list, sort, sizeof(sort));
	if (list->n_marks)
		say_marks(list, area->cols >= 60, marks, sizeof(marks));
	if (*work)
		snprintf(stops, sizeof(stops), "   %s stops   ", key_said(CMD_CANCEL));
	snprintf(right, sizeof(right), "%s%s%s%zu%s of %zu", work, stops, marks, shown, list_is_left(list) ? "+" : "",
		 total);
	room = area->cols - (int)text_width(right) - HEADER_GAPS;
	if (!*work && list->n_marks == list->marks_shown &&
	    (int)(text_width(sort) + text_width(buf_text(&paths[PATH]))) <= room) {
		room -= (int)text_width(sort);
		snprintf(right + strlen(right), sizeof(right) - strlen(right), "%s",
			 sort);
	}
	canvas_right(canvas, area->row, area->col + area->cols - 1, area->cols,
		     0, right);
	if (typing || view->filter.n) {
		canvas_text(canvas, area->row, area->col + 1, 1, STYLE_BOLD, "/");
		input_draw(&view->filter, canvas, area->row, area->col + 3,
			   room > 40 ? 40 : room - 2, typing);
	} else {
		add_clicks(view, area, canvas_text(canvas, area->row,
			   area->col + 1, room, 0, fitting(paths, room,
					 view->screen->plan_on_top)),
			   strstr(right, "sort"));
	}
	release_paths(paths);
}
