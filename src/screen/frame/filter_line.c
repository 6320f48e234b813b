/* filter_line.c: see filter_line.h. */
#include "screen/frame/filter_line.h"

#include "screen/frame/keys.h"

static void clear(struct filter_line *line, struct list *list)
{
	line->typing = false;
	input_set(&line->input, "");
	list_filter_whole(list, "");
}

static void typed(struct filter_line *line, struct list *list,
		  const struct key *key)
{
	if (keys_command(key) == CMD_ESC ||
	    (key->code == KEY_BACKSPACE && !line->input.n))
		clear(line, list);
	else if (key->code == KEY_ENTER || key->code == KEY_TAB)
		line->typing = false;
	else if (key->code == KEY_UP || key->code == KEY_DOWN)
		(void)list_key(list, key);
	else if (input_key(&line->input, key))
		list_filter_whole(list, line->input.text);
}

bool filter_line_key(struct filter_line *line, struct list *list,
		     const struct key *key)
{
	enum command command = keys_command(key);

	if (line->typing || key->code == KEY_PASTE) {
		line->typing = true;
		typed(line, list, key);
	} else if (command == CMD_FILTER) {
		line->typing = true;
	} else if (command == CMD_ESC && line->input.n) {
		clear(line, list);
	} else {
		return false;
	}
	return true;
}

void filter_line_draw(struct filter_line *line, const struct list *list,
		      struct canvas *canvas, struct area *area, int cols,
		      int count, size_t n, bool focused)
{
	if (!line->typing && !line->input.n)
		return;
	canvas_text(canvas, area->row, area->col + 1, 1, STYLE_BOLD, "/");
	input_draw(&line->input, canvas, area->row, area->col + 3, cols,
		   focused && line->typing);
	canvas_printf(canvas, area->row, area->col + count, area->cols - count,
		      0, "%zu of %zu", list->n_shown, n);
	area->row++;
	area->rows--;
}
