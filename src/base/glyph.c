/* glyph.c: the table of signs. */
#include "base/glyph.h"

#include <string.h>

#include "base/text.h"

static const struct { const char *sign, *ascii; } table[GLYPHS] = {
	[GLYPH_FOCUS] = { "\u258c", ">" },
	[GLYPH_FOCUS_END] = { "\u2590", " " },
	[GLYPH_HELD] = { "\u25bc", "v" },
	[GLYPH_PATH] = { "\u203a", ">" },
	[GLYPH_RISING] = { "\u25b2", "^" },
	[GLYPH_FALLING] = { "\u25bc", "v" },
	[GLYPH_BETWEEN] = { "\u00b7", "." },
	[GLYPH_MORE_BELOW] = { "\u2193", "v" },
	[GLYPH_MORE_ABOVE] = { "\u2191", "^" },
	[GLYPH_CHOICE] = { "\u2039", "<" },
	[GLYPH_CHOICE_END] = { "\u203a", ">" },
	[GLYPH_MENU] = { "\u22ef", "..." },
	[GLYPH_MARKED] = { "\u2713", "*" },
	[GLYPH_BAR] = { "\u2588", "#" },
	[GLYPH_BAR_REST] = { "\u2591", "-" },
	[GLYPH_DOT] = { "\u25cf", "o" },
	[GLYPH_DOWN_TO] = { "\u25c4", "<" },
	[GLYPH_LINE] = { "\u2500", "-" },
	[GLYPH_DOWN_FROM] = { "\u2524", "|" },
	[GLYPH_PASSES] = { "\u2713", "*" },
	[GLYPH_DEFAULT] = { "\u2022", "+" },
	[GLYPH_CUT] = { "\u2026", "~" },
};

const char *glyph(enum glyph glyph)
{
	return text_ascii() ? table[glyph].ascii : table[glyph].sign;
}

void glyph_path(struct buf *out, const char *path)
{
	const char *at;

	for (; (at = strstr(path, " > ")); path = at + 3) {
		buf_add(out, path, (size_t)(at - path));
		buf_printf(out, " %s ", glyph(GLYPH_PATH));
	}
	buf_adds(out, path);
}
