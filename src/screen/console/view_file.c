/* view_file.c: see view_file.h.  A line each:
 *	mouse off
 *	projects project sort title down
 *	projects project hide owner state */
#include "screen/console/view_file.h"

#include <string.h>

#include "screen/console/desk_priv.h"
#include "action/core/state_file.h"
#include "ui/term.h"

enum { FILE_LIMIT = 64 * 1024 };

static const char file_name[] = "view";

static void view_lines(const struct view *view, struct buf *out)
{
	const struct list *list = &view->list;
	bool usual = list->sorted == !view->spec->unsorted && list->sort == 0 &&
		!list->descending;
	size_t c, n = 0;

	if (!usual && list->sorted)
		buf_printf(out, "%s %s sort %s %s\n", view->tab->name,
			   view->spec->one, list->columns[list->sort].name,
			   list->descending ? "down" : "up");
	for (c = 0; c < list_columns(list); c++) {
		if (!list->hidden[c])
			continue;
		if (!n++)
			buf_printf(out, "%s %s hide", view->tab->name,
				   view->spec->one);
		buf_printf(out, " %s", list->columns[c].name);
	}
	if (n)
		buf_addc(out, '\n');
}

static void all_lines(struct desk *desk, struct buf *out)
{
	size_t t, v;

	if (desk->screen->mouse)
		buf_printf(out, "mouse %s\n",
			   desk->screen->mouse == MOUSE_ON ? "on" : "off");
	for (t = 0; t < desk->n_tabs; t++)
		for (v = 0; v < TAB_VIEWS; v++)
			if (desk->views[t][v].spec)
				view_lines(&desk->views[t][v], out);
}

static struct view *find_view(struct desk *desk, const char *tab,
			      const char *one)
{
	size_t t, v;

	for (t = 0; t < desk->n_tabs; t++)
		for (v = 0; v < TAB_VIEWS; v++) {
			struct view *view = &desk->views[t][v];

			if (view->spec && strcmp(view->tab->name, tab) == 0 &&
			    strcmp(view->spec->one, one) == 0)
				return view;
		}
	return NULL;
}

static size_t find_column(const struct list *list, const char *name)
{
	size_t c;

	for (c = 0; c < list->n_columns; c++)
		if (strcmp(list->columns[c].name, name) == 0)
			break;
	return c;
}

static bool take_mouse(struct desk *desk, const char *line)
{
	size_t n = strcspn(line, "\n");
	bool on = n == 8 && strncmp(line, "mouse on", n) == 0;
	bool asked = desk->screen->mouse != MOUSE_USUAL;

	if (!on && (n != 9 || strncmp(line, "mouse off", n) != 0))
		return false;
	if (asked)		/* since the start, at another desk */
		return true;
	desk->screen->mouse = on ? MOUSE_ON : MOUSE_OFF;
	term_mouse(on);
	return true;
}

/* Words of other versions are passed by. */
static void take_line(struct desk *desk, char *line)
{
	char *rest = NULL, *word[3], *name;
	struct view *view;
	size_t i, c;

	if (take_mouse(desk, line))
		return;
	for (i = 0; i < 3; i++) {
		word[i] = strtok_r(i ? NULL : line, " \n", &rest);
		if (!word[i])
			return;
	}
	view = find_view(desk, word[0], word[1]);
	if (!view)
		return;
	while ((name = strtok_r(NULL, " \n", &rest))) {
		c = find_column(&view->list, name);
		if (c == view->list.n_columns)
			continue;
		if (strcmp(word[2], "hide") == 0)
			list_hide(&view->list, c, true);
		if (strcmp(word[2], "sort") != 0)
			continue;
		name = strtok_r(NULL, " \n", &rest);
		view->list.sort = c;
		view->list.sorted = true;
		view->list.descending = name && strcmp(name, "down") == 0;
		return;
	}
}

void viewfile_load(struct desk *desk)
{
	char *line, *rest = NULL;
	struct buf text;

	if (desk->screen->app->demo)
		return;
	buf_init(&text, FILE_LIMIT);
	statefile_read(file_name, &text);
	line = text.len ? strtok_r(text.data, "\n", &rest) : NULL;
	for (; line; line = strtok_r(NULL, "\n", &rest))
		take_line(desk, line);
	buf_release(&text);
	buf_init(&desk->remembered, FILE_LIMIT);
	all_lines(desk, &desk->remembered);
}

void viewfile_save(struct desk *desk)
{
	struct buf text;

	if (desk->screen->app->demo)
		return;
	buf_init(&text, FILE_LIMIT);
	all_lines(desk, &text);
	if (!desk->acted && strcmp(buf_text(&text), buf_text(&desk->remembered)) != 0)
		(void)statefile_write(file_name, &text);
	buf_release(&text);
	buf_release(&desk->remembered);
}
