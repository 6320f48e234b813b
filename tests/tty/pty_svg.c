/* pty_svg.c: the screen as SVG: one text element for each run of equal cells, put
 * on the grid whatever the reader's font is. */
#include "tests/tty/pty_priv.h"

#include <string.h>

enum { CELL_W = 9, CELL_H = 19, PAD = 14, BAR = 34, FONT = 15 };	/* px */

struct look {
	char fg[8], bg[8];
	bool bold, underline, own_bg;
};

/* What a terminal's own ground and colours look like: on a dark and a light one. */
static const struct theme {
	const char *fg, *bg, *bar, *title;
	const char *palette[16];
} dark = {
	"#d8dee9", "#1b1f27", "#2a303c", "#9aa5b8", {
		"#3b4252", "#e5707a", "#8fc77b", "#e3c078", "#6ea8e8",
		"#c592d8", "#6fc7d0", "#d8dee9", "#5b6478", "#f0858e",
		"#a5d98f", "#f0d090", "#88bbf2", "#d8a8e8", "#88dce4",
		"#eceff4" }
}, light = {
	"#24292f", "#fdfdfb", "#e4e6ea", "#57606a", {
		"#24292f", "#b3202c", "#236b2e", "#7a5200", "#0b57b0",
		"#7b2f97", "#0f6a72", "#6e7781", "#57606a", "#c1323e",
		"#2b7d38", "#8a5f00", "#1c68c4", "#8d3fab", "#17797f",
		"#8c959f" }
}, *theme = &dark;

static void colour_of(struct pty *pty, VTermColor colour, char out[8])
{
	if (VTERM_COLOR_IS_INDEXED(&colour) && colour.indexed.idx < 16) {
		snprintf(out, 8, "%s", theme->palette[colour.indexed.idx]);
		return;
	}
	vterm_screen_convert_color_to_rgb(pty->screen, &colour);
	snprintf(out, 8, "#%02x%02x%02x", colour.rgb.red, colour.rgb.green,
		 colour.rgb.blue);
}

static struct look look_of(struct pty *pty, const VTermScreenCell *cell)
{
	struct look look = { .bold = cell->attrs.bold,
			     .underline = cell->attrs.underline };

	memcpy(look.fg, theme->fg, 8);
	memcpy(look.bg, theme->bg, 8);
	if (!VTERM_COLOR_IS_DEFAULT_FG(&cell->fg))
		colour_of(pty, cell->fg, look.fg);
	if (!VTERM_COLOR_IS_DEFAULT_BG(&cell->bg))
		colour_of(pty, cell->bg, look.bg);
	if (cell->attrs.reverse) {
		char swap[8];

		memcpy(swap, look.fg, 8);
		memcpy(look.fg, look.bg, 8);
		memcpy(look.bg, swap, 8);
	}
	look.own_bg = strcmp(look.bg, theme->bg) != 0;
	return look;
}

static bool same(const struct look *a, const struct look *b)
{
	return a->bold == b->bold && a->underline == b->underline &&
	       strcmp(a->fg, b->fg) == 0 && strcmp(a->bg, b->bg) == 0;
}

static void escaped(FILE *out, const char *text, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		switch (text[i]) {
		case '<': fputs("&lt;", out); break;
		case '>': fputs("&gt;", out); break;
		case '&': fputs("&amp;", out); break;
		default: fputc(text[i], out);
		}
	}
}

static int x_of(int col)
{
	return PAD + col * CELL_W;
}

static int y_of(int row)
{
	return BAR + PAD / 2 + row * CELL_H;
}

/* Borders as lines: those of a font leave gaps between rows. */
static bool border(FILE *out, uint32_t point, const char *colour, int row,
		   int col)
{
	static const struct { uint32_t point; char arms; } known[] = {
		{ 0x2500, 3 }, { 0x2502, 12 }, { 0x250c, 10 }, { 0x2510, 9 },
		{ 0x2514, 6 }, { 0x2518, 5 }, { 0x251c, 14 }, { 0x2524, 13 },
		{ 0x252c, 11 }, { 0x2534, 7 }, { 0x253c, 15 }
	};
	int x = x_of(col), y = y_of(row), arms = 0;
	size_t i;

	for (i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (known[i].point == point)
			arms = known[i].arms;
	if (!arms)
		return false;
	fprintf(out, "<path d=\"");
	if (arms & 3)
		fprintf(out, "M%g %gH%g", x + (arms & 1 ? 0 : CELL_W / 2.0),
			y + CELL_H / 2.0, x + (arms & 2 ? CELL_W : CELL_W / 2.0));
	if (arms & 12)
		fprintf(out, "M%g %gV%g", x + CELL_W / 2.0,
			y + (arms & 4 ? 0 : CELL_H / 2.0),
			y + (arms & 8 ? CELL_H : CELL_H / 2.0));
	fprintf(out, "\" stroke=\"%s\"/>\n", colour);
	return true;
}

static void background(FILE *out, const struct look *look, int row, int col,
		       int cells)
{
	if (look->own_bg)
		fprintf(out, "<rect x=\"%d\" y=\"%d\" width=\"%d\" "
			"height=\"%d\" fill=\"%s\"/>\n", x_of(col), y_of(row),
			cells * CELL_W, CELL_H, look->bg);
	if (look->underline)
		fprintf(out, "<path d=\"M%d %d.5h%d\" stroke=\"%s\"/>\n",
			x_of(col), y_of(row) + CELL_H - 2, cells * CELL_W,
			look->fg);
}

static void words(FILE *out, const struct look *look, int row, int col,
		  int cells, const char *text, size_t n)
{
	fprintf(out, "<text x=\"%d\" y=\"%d\" textLength=\"%d\"", x_of(col),
		y_of(row) + CELL_H - 5, cells * CELL_W);
	if (strcmp(look->fg, theme->fg) != 0)
		fprintf(out, " fill=\"%s\"", look->fg);
	if (look->bold)
		fputs(" font-weight=\"bold\"", out);
	fputc('>', out);
	escaped(out, text, n);
	fputs("</text>\n", out);
}

/* Cells of one look.  Two blanks part the text, so that each column stands on the
 * grid also where a reader does not know textLength. */
static void run(struct pty *pty, FILE *out, const struct look *look, int row,
		int from, int to)
{
	char text[8192];
	size_t n = 0, ink = 0;		/* ink: without the blanks at the end */
	int col, width, start = from, end = from;
	VTermScreenCell cell;

	background(out, look, row, from, to - from);
	for (col = from; col < to; col += width) {
		bool blank;

		pty_cell(pty, row, col, &cell);
		width = cell.width > 1 ? cell.width : 1;
		blank = cell.chars[0] == 0 || cell.chars[0] == ' ' ||
			border(out, cell.chars[0], look->fg, row, col);
		if (!blank && ink > 0 && (col - end > 1 || n > sizeof(text) - 40)) {
			words(out, look, row, start, end - start, text, ink);
			n = ink = 0;
		}
		if (!blank && ink == 0) {
			start = col;
			n = 0;
		}
		if (blank)
			text[n++] = ' ';
		else
			ink = n += pty_cell_text(&cell, text + n);
		if (!blank)
			end = col + width;
		if (n > sizeof(text) - 40)
			n = ink;
	}
	if (ink > 0)
		words(out, look, row, start, end - start, text, ink);
}

static void draw_row(struct pty *pty, FILE *out, int row)
{
	struct look look = { .bold = false }, now;
	int col, from = 0, width;
	VTermScreenCell cell;

	for (col = 0; col < pty->cols; col += width) {
		pty_cell(pty, row, col, &cell);
		width = cell.width > 1 ? cell.width : 1;
		now = look_of(pty, &cell);
		if (col > from && !same(&look, &now)) {
			run(pty, out, &look, row, from, col);
			from = col;
		}
		look = now;
	}
	run(pty, out, &look, row, from, pty->cols);
}

static void draw_frame(FILE *out, int width, int height, const char *title)
{
	static const char *const lamp[] = { "#e5707a", "#e3c078", "#8fc77b" };
	int i;

	fprintf(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" "
		"height=\"%d\" viewBox=\"0 0 %d %d\">\n", width, height, width,
		height);
	fprintf(out, "<rect width=\"%d\" height=\"%d\" rx=\"8\" fill=\"%s\"/>\n",
		width, height, theme->bg);
	fprintf(out, "<path d=\"M0 %dV8a8 8 0 0 1 8-8h%da8 8 0 0 1 8 8v%dz\" "
		"fill=\"%s\"/>\n", BAR - 8, width - 16, BAR - 16, theme->bar);
	for (i = 0; i < 3; i++)
		fprintf(out, "<circle cx=\"%d\" cy=\"%d\" r=\"6\" fill=\"%s\"/>\n",
			18 + 20 * i, BAR / 2 - 4, lamp[i]);
	fprintf(out, "<g font-family=\"ui-monospace,'DejaVu Sans Mono',Menlo,"
		"Consolas,monospace\" font-size=\"%d\" fill=\"%s\" "
		"xml:space=\"preserve\">\n", FONT, theme->fg);
	fprintf(out, "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" "
		"fill=\"%s\">", width / 2, BAR / 2 + 1, theme->title);
	escaped(out, title, strlen(title));
	fputs("</text>\n", out);
}

void pty_svg(struct pty *pty, FILE *out, const char *title, bool on_light)
{
	int row;

	theme = on_light ? &light : &dark;
	draw_frame(out, pty->cols * CELL_W + 2 * PAD,
		   pty->rows * CELL_H + BAR + PAD, title);
	if (pty->cursor_visible)
		fprintf(out, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" "
			"fill=\"%s\" opacity=\"0.35\"/>\n",
			PAD + pty->cursor_col * CELL_W,
			BAR + PAD / 2 + pty->cursor_row * CELL_H, CELL_W, CELL_H,
			theme->fg);
	for (row = 0; row < pty->rows; row++)
		draw_row(pty, out, row);
	fputs("</g>\n</svg>\n", out);
}
