/* pty_screen.c: what is on the screen: text, styles, cursor. */
#include "tests/tty/pty_priv.h"

#include <stdlib.h>
#include <string.h>

static size_t encode(uint32_t p, char *out)
{
	if (p < 0x80) {
		out[0] = (char)p;
		return 1;
	}
	if (p < 0x800) {
		out[0] = (char)(0xc0 | p >> 6);
		out[1] = (char)(0x80 | (p & 63));
		return 2;
	}
	if (p < 0x10000) {
		out[0] = (char)(0xe0 | p >> 12);
		out[1] = (char)(0x80 | (p >> 6 & 63));
		out[2] = (char)(0x80 | (p & 63));
		return 3;
	}
	out[0] = (char)(0xf0 | (p >> 18 & 7));
	out[1] = (char)(0x80 | (p >> 12 & 63));
	out[2] = (char)(0x80 | (p >> 6 & 63));
	out[3] = (char)(0x80 | (p & 63));
	return 4;
}

bool pty_cell(struct pty *pty, int row, int col, VTermScreenCell *cell)
{
	VTermPos pos = { .row = row, .col = col };

	memset(cell, 0, sizeof(*cell));
	return row >= 0 && row < pty->rows && col >= 0 && col < pty->cols &&
	       vterm_screen_get_cell(pty->screen, pos, cell);
}

size_t pty_cell_text(const VTermScreenCell *cell, char out[32])
{
	size_t i, n = 0;

	for (i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell->chars[i]; i++)
		if (cell->chars[i] != (uint32_t)-1)
			n += encode(cell->chars[i], out + n);
	if (n == 0)
		out[n++] = ' ';
	return n;
}

int pty_rows(const struct pty *pty)
{
	return pty->rows;
}

int pty_cols(const struct pty *pty)
{
	return pty->cols;
}

const char *pty_row(struct pty *pty, int row)
{
	VTermScreenCell cell;
	size_t n = 0;
	int col;

	for (col = 0; col < pty->cols; col += cell.width > 1 ? cell.width : 1) {
		pty_cell(pty, row, col, &cell);
		n += pty_cell_text(&cell, pty->row + n);
	}
	while (n > 0 && pty->row[n - 1] == ' ')
		n--;
	pty->row[n] = '\0';
	return pty->row;
}

int pty_find(struct pty *pty, const char *text)
{
	int row;

	for (row = 0; row < pty->rows; row++)
		if (strstr(pty_row(pty, row), text))
			return row;
	return -1;
}

bool pty_has(struct pty *pty, const char *text)
{
	return pty_find(pty, text) >= 0;
}

char *pty_screen(struct pty *pty)
{
	char *text = malloc((size_t)pty->rows * ((size_t)pty->cols * 32 + 1) + 1);
	size_t n = 0;
	int row;

	if (!text)
		abort();
	for (row = 0; row < pty->rows; row++) {
		const char *line = pty_row(pty, row);

		memcpy(text + n, line, strlen(line));
		n += strlen(line);
		text[n++] = '\n';
	}
	text[n] = '\0';
	return text;
}

unsigned pty_cell_style(struct pty *pty, int row, int col)
{
	VTermScreenCell cell;

	if (!pty_cell(pty, row, col, &cell))
		return 0;
	return (cell.attrs.bold ? PTY_BOLD : 0u) |
	       (cell.attrs.underline ? PTY_UNDERLINE : 0u) |
	       (cell.attrs.reverse ? PTY_REVERSE : 0u) |
	       (VTERM_COLOR_IS_DEFAULT_FG(&cell.fg) ? 0u : PTY_COLOUR);
}

unsigned pty_style(struct pty *pty, const char *text)
{
	int row = pty_find(pty, text), col;
	size_t bytes, at = 0;
	VTermScreenCell cell;
	char out[32];

	if (row < 0)
		return 0;
	bytes = (size_t)(strstr(pty_row(pty, row), text) - pty->row);
	for (col = 0; col < pty->cols && at < bytes;
	     col += cell.width > 1 ? cell.width : 1) {
		pty_cell(pty, row, col, &cell);
		at += pty_cell_text(&cell, out);
	}
	return pty_cell_style(pty, row, col);
}

void pty_cursor(const struct pty *pty, int *row, int *col, bool *visible)
{
	*row = pty->cursor_row;
	*col = pty->cursor_col;
	*visible = pty->cursor_visible;
}

bool pty_on_alternate_screen(const struct pty *pty)
{
	return pty->alternate;
}
