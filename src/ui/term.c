/* term.c: the only file that knows curses.  Curses writes into a memory file; what
 * it wrote for a frame goes to the terminal with one write. */
#include "ui/term.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <term.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/text.h"
#include "ui/term_state.h"

enum {
	SIZE_MAX_CELLS = 1000,	/* rows or columns anybody could have */
	SYNC_FROM = 400,	/* bytes: larger frames are shown at once */
	PAIR_HELD = 1, PAIR_FOCUS,
	GROUND_COLOURS = 256	/* what a theme with a ground of its own needs */
};

/* Curses believes in the rows of the terminal's description and scrolls only in
 * those: take all, the cursor stays. */
static const char all_rows[] = "\0337\033[r\0338";
static const char sync_on[] = "\033[?2026h", sync_off[] = "\033[?2026l";

static struct {
	SCREEN *screen;
	FILE *file;		/* what curses thinks is the terminal */
	int fd;
	struct term_facts facts;
	char name[64];
	bool mouse;
	short pairs;		/* before those of the theme */
	unsigned made;		/* pairs that curses has, a bit a theme */
	bool mono, focus;	/* of the theme: no colour; focus is no reverse */
	struct canvas last;	/* what curses was given last */
	bool whole;		/* the next frame starts from nothing */
	cchar_t *line;		/* one row for curses */
	char *bytes;		/* one frame */
	size_t cap;
} term;

static bool open_file(struct error *err)
{
	int fd = memfd_create("gatehouse-frame", MFD_CLOEXEC);

	term.file = fd < 0 ? NULL : fdopen(fd, "w+");
	if (!term.file) {
		if (fd >= 0)
			close(fd);
		return error_set(err, ERROR_INVALID, "TERMINAL",
				 "cannot prepare the terminal: %s",
				 strerror(errno));
	}
	term.fd = fd;
	return true;
}

static void close_curses(void)
{
	if (term.screen) {
		endwin();
		delscreen(term.screen);
	}
	if (term.file)
		fclose(term.file);
	free(term.line);
	free(term.bytes);
	canvas_release(&term.last);
	memset(&term, 0, sizeof(term));
}

static bool has(const char *capability)
{
	const char *text = tigetstr(capability);

	return text && text != (char *)-1;
}

/* Is it described here, and can it move the cursor? */
static bool look_up(const char *name, bool *moves)
{
	int status = 0;
	bool known = setupterm(name, term.fd, &status) == OK && status == 1;

	*moves = known && has("cup");
	if (known)
		del_curterm(cur_term);
	return known;
}

/* TERM, or what nearly every terminal understands when its description is not
 * installed here.  A known one that cannot move the cursor is not replaced. */
static bool open_screen(struct error *err)
{
	const char *name = getenv("TERM");
	const char *try[] = { name, "xterm-256color", "xterm", "vt100", NULL };
	bool moves = false;
	size_t i;

	if (!name || !*name)
		name = try[0] = "dumb";
	unsetenv("LINES");	/* the kernel knows; curses would believe these */
	unsetenv("COLUMNS");
	for (i = 0; try[i]; i++)
		if (look_up(try[i], &moves))
			break;
	if (!try[i]) {
		error_set(err, ERROR_INVALID, "TERMINAL",
			  "no description of the terminal %s is installed",
			  name);
		return error_remedy(err, "use --plain");
	}
	if (moves)
		term.screen = newterm(try[i], term.file, stdin);
	if (!term.screen) {
		error_set(err, ERROR_INVALID, "TERMINAL",
			  "the terminal %s cannot move its cursor", name);
		return error_remedy(err, "use --plain");
	}
	snprintf(term.name, sizeof(term.name), "%s", try[i]);
	term.facts.name = term.name;
	term.facts.fell_back = i > 0;
	return true;
}

static void open_colours(bool no_color)
{
	if (no_color || !has_colors() || start_color() == ERR)
		return;
	term.facts.colour = true;
	(void)term_theme(theme_find("default"));
}

/* The number before the theme's own pairs: one that is made anew is lost to curses. */
static short own_pairs(const struct theme *theme)
{
	short i = 0;

	while ((size_t)i + 1 < theme_count() && theme_at((size_t)i) != theme)
		i++;
	return (short)(2 * i);
}

bool term_theme(const struct theme *theme)
{
	if (!term.facts.colour)
		return theme->mono;
	if (theme->ground != THEME_OWN && COLORS < GROUND_COLOURS)
		return false;
	assume_default_colors(theme->text, theme->ground);
	term.pairs = own_pairs(theme);
	if (!(term.made & 1u << term.pairs)) {
		init_pair((short)(term.pairs + PAIR_HELD), theme->held, theme->ground);
		init_pair((short)(term.pairs + PAIR_FOCUS), theme->focus_text,
			  theme->focus_ground);
		term.made |= 1u << term.pairs;
	}
	term.mono = theme->mono;
	term.focus = theme->focus_ground != THEME_OWN;
	term_repaint();
	return true;
}

/* mosh and screen take the mouse but give no selection back. */
static bool mouse_by_default(void)
{
	char **e;

	for (e = environ; *e; e++)
		if (strncmp(*e, "MOSH_", 5) == 0 || strncmp(*e, "STY=", 4) == 0)
			return false;
	return true;
}

/* What curses wrote since the last time, after `head` free bytes. */
static size_t take_bytes(size_t head)
{
	off_t n = lseek(term.fd, 0, SEEK_CUR);
	size_t want = n > 0 ? (size_t)n : 0;
	ssize_t got;

	if (head + want + sizeof(sync_off) > term.cap) {
		term.cap = head + want + sizeof(sync_off) + 4096;
		term.bytes = mem_resize(term.bytes, term.cap, 1);
	}
	got = pread(term.fd, term.bytes + head, want, 0);
	if (lseek(term.fd, 0, SEEK_SET) < 0 || ftruncate(term.fd, 0) != 0)
		return 0;
	return got > 0 ? (size_t)got : 0;
}

bool term_open(bool no_color, struct error *err)
{
	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) {
		error_set(err, ERROR_INVALID, "TERMINAL",
			  "the console needs a terminal at both ends");
		return error_remedy(err, "use --plain, or the commands of "
				    "gatehouse --help");
	}
	if (!open_file(err))
		return false;
	if (!open_screen(err)) {
		close_curses();
		return false;
	}
	nonl();
	raw();
	noecho();
	typeahead(-1);
	leaveok(stdscr, FALSE);
	scrollok(stdscr, FALSE);
	open_colours(no_color);
	if (!state_take(has("smcup") ? tigetstr("smcup") : "")) {
		close_curses();
		return error_set(err, ERROR_INVALID, "TERMINAL",
				 "cannot read the modes of the terminal");
	}
	term.facts.mouse = term.mouse = mouse_by_default();
	state_enter(term.mouse, false);
	term_resized();
	return true;
}

void term_close(void)
{
	if (!term.screen)
		return;
	state_give_back();
	close_curses();
}

const struct term_facts *term_about(void)
{
	return &term.facts;
}

void term_size(int *rows, int *cols)
{
	struct winsize size = { 0, 0, 0, 0 };

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || !size.ws_row ||
	    !size.ws_col) {
		size.ws_row = 24;	/* a serial line does not say */
		size.ws_col = 80;
	}
	*rows = size.ws_row < SIZE_MAX_CELLS ? size.ws_row : SIZE_MAX_CELLS;
	*cols = size.ws_col < SIZE_MAX_CELLS ? size.ws_col : SIZE_MAX_CELLS;
}

void term_resized(void)
{
	int rows, cols;

	term_size(&rows, &cols);
	resizeterm(rows, cols);
	canvas_release(&term.last);
	canvas_init(&term.last, rows, cols);
	free(term.line);
	term.line = mem_array((size_t)cols + 1, sizeof(*term.line));
	term_repaint();
}

void term_repaint(void)
{
	term.whole = true;
}

static attr_t attributes(unsigned style, short *pair)
{
	attr_t attr = A_NORMAL;

	if (style & (STYLE_BOLD | STYLE_RED))	/* red alone is too dark */
		attr |= A_BOLD;
	if (style & STYLE_UNDERLINE)
		attr |= A_UNDERLINE;
	*pair = 0;
	if (term.facts.colour && !term.mono && (style & STYLE_RED))
		*pair = (short)(term.pairs + PAIR_HELD);
	else if (term.focus && (style & STYLE_REVERSE))
		*pair = (short)(term.pairs + PAIR_FOCUS);
	if ((style & STYLE_REVERSE) && *pair != term.pairs + PAIR_FOCUS)
		attr |= A_REVERSE;
	return attr;
}

/* One cell; in a locale that is not UTF-8 nothing but ASCII goes out. */
static void to_curses(const struct cell *cell, cchar_t *out)
{
	wchar_t text[3] = { (wchar_t)cell->point[0], (wchar_t)cell->point[1], 0 };
	short pair;
	attr_t attr = attributes(cell->style, &pair);

	if (text_ascii()) {
		text[1] = 0;
		if (text[0] > 0x7e)
			text[0] = '?';
	}
	if (text[0] < ' ')
		text[0] = ' ';
	if (setcchar(out, text, attr, pair, NULL) == ERR) {
		text[0] = '?';
		text[1] = 0;
		setcchar(out, text, attr, pair, NULL);
	}
}

/* Give curses the rows that differ from the last canvas. */
static void give_rows(const struct canvas *canvas, int rows, int cols)
{
	size_t row_cells = (size_t)cols * sizeof(struct cell);
	int row, col, n;

	for (row = 0; row < rows; row++) {
		const struct cell *from = canvas->cell +
			(size_t)row * (size_t)canvas->cols;
		struct cell *last = term.last.cell +
			(size_t)row * (size_t)term.last.cols;

		if (!term.whole && memcmp(from, last, row_cells) == 0)
			continue;
		memcpy(last, from, row_cells);
		for (n = col = 0; col < cols; col++)
			if (from[col].point[0])
				to_curses(&from[col], &term.line[n++]);
		mvadd_wchnstr(row, 0, term.line, n);
	}
}

bool term_ready(void)
{
	return state_writable();
}

bool term_show(const struct canvas *canvas)
{
	const size_t head = sizeof(sync_on) - 1;
	int rows = canvas->rows < LINES ? canvas->rows : LINES;
	int cols = canvas->cols < COLS ? canvas->cols : COLS;
	bool seen = canvas->cursor_row >= 0 && canvas->cursor_row < rows &&
		    canvas->cursor_col < cols;
	size_t n;

	if (term.whole) {
		erase();
		clearok(curscr, TRUE);
	}
	give_rows(canvas, rows, cols);
	leaveok(stdscr, !seen);
	if (seen)
		move(canvas->cursor_row, canvas->cursor_col);
	curs_set(seen);
	wrefresh(stdscr);
	if (term.whole && has("csr"))
		fputs(all_rows, term.file);
	term.whole = false;
	fflush(term.file);
	n = take_bytes(head);
	if (n < SYNC_FROM)
		return state_write(term.bytes + head, n);
	memcpy(term.bytes, sync_on, head);
	memcpy(term.bytes + head + n, sync_off, sizeof(sync_off) - 1);
	return state_write(term.bytes, head + n + sizeof(sync_off) - 1);
}

void term_mouse(bool on)
{
	term.facts.mouse = term.mouse = on;
	state_mouse(on);
}

void term_suspend(void)
{
	kill(0, SIGTSTP);	/* all of us, as the terminal would do */
}

bool term_send(const char *bytes, size_t n)
{
	return state_write(bytes, n);
}

bool term_take_winch(void)
{
	if (state_resumed())
		term_repaint();
	return state_winch();
}

bool term_came_back(void)
{
	return state_came_back();
}

int term_take_signal(void)
{
	return state_signal();
}

void term_at_death(void (*call)(void))
{
	state_at_death(call);
}

void term_wake(void)
{
	state_wake();
}

int term_wake_fd(void)
{
	return state_wake_fd();
}

void term_wake_drain(void)
{
	state_wake_drain();
}
