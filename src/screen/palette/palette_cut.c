/* palette_cut.c: see palette_cut.h. */
#include "screen/palette/palette_cut.h"

#include <string.h>

#include "base/text.h"

enum { NAME_LEAST = 4 };	/* cells of the target's name, where the title is cut */

const char *palette_cut(struct arena *arena, const char *text, int cells)
{
	struct buf out;
	const char *s, *end = NULL, *done;
	size_t room = cells > 0 ? (size_t)cells : 0;

	if (text_width(text) <= room)
		return text;
	for (s = text; (s = strchr(s, ' ')); s++) {
		done = arena_strndup(arena, text, (size_t)(s - text));
		if (text_width(done) + 2 > room)
			break;
		end = s;
	}
	if (!end && room < 12)
		return "";
	buf_init(&out, 4096);
	if (end)
		text_cut(&out, arena_printf(arena, "%.*s %s", (int)(end - text),
					    text, text_ascii() ? "~" : "\u2026"),
			 room);
	else
		text_cut(&out, text, room);
	done = arena_strdup(arena, buf_text(&out));
	buf_release(&out);
	return done;
}

size_t palette_ends_open(const char *title)
{
	size_t n = strlen(title);

	return n > 3 && strcmp(title + n - 3, "...") == 0 ? 3 : 0;
}

const char *palette_title_cut(struct palette *palette, const struct entry *entry,
			      int cells)
{
	const char *title = entry->title, *name, *at;
	int over = (int)text_width(title) - cells, room;
	struct buf out;

	if (over <= 0 || entry->thing.kind == THING_NONE)
		return palette_cut(&palette->arena, title, cells);
	title = arena_strndup(&palette->arena, title, strlen(title) -
			      palette_ends_open(title));
	over = (int)text_width(title) - cells;
	name = thing_name(palette->screen->app, &entry->thing);
	at = strstr(title, name);
	room = (int)text_width(name) - over;
	if (over <= 0 || !at || !*name || room < NAME_LEAST)
		return palette_cut(&palette->arena, title, cells);
	buf_init(&out, 4096);
	buf_add(&out, title, (size_t)(at - title));
	text_cut(&out, name, (size_t)room);
	buf_adds(&out, at + strlen(name));
	name = arena_strdup(&palette->arena, buf_text(&out));
	buf_release(&out);
	return name;
}
