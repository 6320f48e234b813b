/* input.c: see input.h. */
#include "ui/input.h"

#include <limits.h>
#include <string.h>

#include "base/buf.h"
#include "base/glyph.h"
#include "base/text.h"

enum { STARS = 8 };

void input_set(struct input *input, const char *text)
{
	size_t n = strlen(text);

	if (n >= INPUT_MAX)
		n = INPUT_MAX - 1;
	n = text_valid(text, n);
	explicit_bzero(input->text, sizeof(input->text));
	memcpy(input->text, text, n);
	input->n = input->at = n;
}

/* Width of the character at `at`, its bytes in *len. */
static int char_at(const struct input *input, size_t at, size_t *len)
{
	uint32_t point;
	bool valid;

	*len = text_decode(input->text + at, input->n - at, &point, &valid);
	return text_point_width(point);
}

/* One character with the marks that stand on it. */
static size_t after(const struct input *input, size_t at)
{
	size_t len;

	if (at >= input->n)
		return input->n;
	char_at(input, at, &len);
	at += len;
	while (at < input->n && char_at(input, at, &len) == 0)
		at += len;
	return at;
}

static size_t point_before(const struct input *input, size_t at)
{
	if (at == 0 || at >= INPUT_MAX)
		return 0;
	while (--at > 0 && ((unsigned char)input->text[at] & 0xc0) == 0x80)
		;
	return at;
}

static size_t before(const struct input *input, size_t at)
{
	size_t len;

	at = point_before(input, at);
	while (at > 0 && char_at(input, at, &len) == 0)
		at = point_before(input, at);
	return at;
}

static bool is_gap(char c)
{
	return c == ' ' || c == '\n';
}

/* Where the word before `at` begins, as Ctrl-W has it. */
static size_t word_before(const struct input *input, size_t at)
{
	while (at > 0 && is_gap(input->text[at - 1]))
		at--;
	while (at > 0 && !is_gap(input->text[at - 1]))
		at--;
	return at;
}

static size_t word_after(const struct input *input, size_t at)
{
	while (at < input->n && is_gap(input->text[at]))
		at++;
	while (at < input->n && !is_gap(input->text[at]))
		at++;
	return at;
}

/* Where the line of `at` begins, and where it ends. */
static size_t line_from(const struct input *input, size_t at)
{
	while (at > 0 && input->text[at - 1] != '\n')
		at--;
	return at;
}

static size_t line_to(const struct input *input, size_t at)
{
	while (at < input->n && input->text[at] != '\n')
		at++;
	return at;
}

size_t input_lines(const struct input *input, size_t *at)
{
	size_t i, n = 1;

	*at = 0;
	for (i = 0; i < input->n; i++)
		if (input->text[i] == '\n') {
			n++;
			*at += i < input->at;
		}
	return n;
}

void input_take_line(const struct input *input, size_t line, struct input *out)
{
	size_t from = 0, to = line_to(input, 0);

	*out = (struct input){ .n = 0 };
	for (; line && to < input->n; line--) {
		from = to + 1;
		to = line_to(input, from);
	}
	if (line)
		return;
	memcpy(out->text, input->text + from, to - from);
	out->n = out->at = to - from;
	if (input->at >= from && input->at <= to)
		out->at = input->at - from;
}

bool input_at_end(const struct input *input)
{
	return input->at == input->n && line_from(input, input->at) == input->n;
}

/* To the line above or below, as far along as it was; false: there is none. */
static bool go_line(struct input *input, bool down)
{
	size_t from = line_from(input, input->at), to = line_to(input, input->at);
	size_t along = input->at - from;

	if (down ? to == input->n : from == 0)
		return false;
	from = down ? to + 1 : line_from(input, from - 1);
	to = line_to(input, from);
	input->at = from + along < to ? from + along : to;
	while (input->at > from && input->at < to &&
	       ((unsigned char)input->text[input->at] & 0xc0) == 0x80)
		input->at--;
	return true;
}

static void cut_out(struct input *input, size_t from, size_t to)
{
	memmove(input->text + from, input->text + to, input->n - to);
	input->n -= to - from;
	explicit_bzero(input->text + input->n, to - from);
	input->at = from;
}

/* Whole characters only, no controls, as many as fit. */
static void put_in(struct input *input, const char *text, size_t n)
{
	size_t len, at = 0;
	uint32_t point;
	bool valid;

	while (at < n) {
		len = text_decode(text + at, n - at, &point, &valid);
		if (valid && ((point >= 0x20 && (point < 0x7f || point >= 0xa0)) ||
			      (point == '\n' && input->lines))) {
			if (input->n + len >= INPUT_MAX)
				return;
			memmove(input->text + input->at + len,
				input->text + input->at, input->n - input->at);
			memcpy(input->text + input->at, text + at, len);
			input->at += len;
			input->n += len;
		}
		at += len;
	}
	input->text[input->n] = '\0';
}

/* A line has no lines: the ends of what was pasted part its words. */
static void put_paste(struct input *input, const char *text)
{
	const char *ends = input->lines ? "\r\t" : "\r\n\t";
	size_t n;

	text += strspn(text, ends);
	while (*text) {
		n = strcspn(text, ends);
		put_in(input, text, n);
		text += n;
		text += strspn(text, ends);
		if (*text && *text != '\n')
			put_in(input, " ", 1);
	}
}

static bool control_key(struct input *input, uint32_t code)
{
	switch (code) {
	case 'a':
		input->at = line_from(input, input->at);
		return true;
	case 'e':
		input->at = line_to(input, input->at);
		return true;
	case 'u':
		cut_out(input, line_from(input, input->at), input->at);
		return true;
	case 'k':
		cut_out(input, input->at, line_to(input, input->at));
		return true;
	case 'w':
		cut_out(input, word_before(input, input->at), input->at);
		return true;
	case KEY_LEFT:
		input->at = word_before(input, input->at);
		return true;
	case KEY_RIGHT:
		input->at = word_after(input, input->at);
		return true;
	default:
		return false;
	}
}

/* False: it is a line, or the last one and empty: one goes on. */
static bool next_line(struct input *input)
{
	if (!input->lines || input_at_end(input))
		return false;
	put_in(input, "\n", 1);
	return true;
}

static bool plain_key(struct input *input, uint32_t code)
{
	char bytes[4];

	switch (code) {
	case KEY_LEFT:
		input->at = before(input, input->at);
		return true;
	case KEY_RIGHT:
		input->at = after(input, input->at);
		return true;
	case KEY_HOME:
		input->at = line_from(input, input->at);
		return true;
	case KEY_END:
		input->at = line_to(input, input->at);
		return true;
	case KEY_UP:
	case KEY_DOWN:
		return input->lines && go_line(input, code == KEY_DOWN);
	case KEY_ENTER:
		return next_line(input);
	case KEY_BACKSPACE:
		cut_out(input, point_before(input, input->at), input->at);
		return true;
	case KEY_DELETE: {
		size_t from = input->at;

		cut_out(input, from, after(input, from));
		return true;
	}
	default:
		if (code >= KEY_NONE)
			return false;
		put_in(input, bytes, text_encode(code, bytes));
		return true;
	}
}

bool input_key(struct input *input, const struct key *key)
{
	if (key->code == KEY_PASTE) {
		put_paste(input, key->text);
		return true;
	}
	if (key->mods == KEY_CTRL)
		return control_key(input, key->code);
	if (key->mods & (KEY_CTRL | KEY_ALT))
		return false;
	return plain_key(input, key->code);
}

/* Cells of the first n bytes, as they are drawn. */
static int cells(const char *text, size_t n)
{
	struct buf raw, safe;
	int width;

	buf_init(&raw, INPUT_MAX);
	buf_init(&safe, 16 * INPUT_MAX);
	buf_add(&raw, text, n);
	text_safe(&safe, buf_text(&raw));
	width = (int)text_width(buf_text(&safe));
	buf_release(&raw);
	buf_release(&safe);
	return width;
}

/* The first cell shown: in steps of half the width, so that the text does not
 * shift under every key; the cursor never comes to stand on a mark. */
static int first_cell(int cursor, int total, int width)
{
	int half = width > 3 ? width / 2 : 1;

	if (total < width || cursor < width - 1)
		return 0;
	if (width == 1)
		return cursor;
	return ((cursor - (width - 1)) / half + 1) * half;
}

void input_draw(const struct input *input, struct canvas *canvas, int row,
		int col, int width, bool focused)
{
	int cursor, total, first;

	if (width <= 0)
		return;
	canvas_fill(canvas, row, col, 1, width, STYLE_PLAIN);
	if (input->secret) {
		cursor = input->n ? STARS : 0;
		if (input->n)
			canvas_clip(canvas, row, col, width, STYLE_PLAIN,
				    "********", 0);
		if (focused)
			canvas_cursor(canvas, row, col + (cursor < width ?
							  cursor : width - 1));
		return;
	}
	cursor = cells(input->text, input->at);
	total = cells(input->text, input->n);
	first = focused ? first_cell(cursor, total, width) : 0;
	canvas_clip(canvas, row, col, width, STYLE_PLAIN, input->text, first);
	if (first > 0 && width > 2)
		canvas_text(canvas, row, col, 1, STYLE_BOLD, glyph(GLYPH_CUT));
	if (total - first > width && width > 2)
		canvas_text(canvas, row, col + width - 1, 1, STYLE_BOLD, glyph(GLYPH_CUT));
	if (focused)
		canvas_cursor(canvas, row, col + cursor - first);
}
