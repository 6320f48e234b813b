/* pty.h: drive a program in a pseudo terminal as a person would, and read its
 * screen.  The program tells in band when all it was sent is on the screen (OSC
 * 7777 ; bytes consumed ; frame ST), so nothing here sleeps. */
#ifndef TESTS_TTY_PTY_H
#define TESTS_TTY_PTY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct pty;

struct pty_options {
	int rows, cols;			/* 0: 24 x 80 */
	const char *term;		/* NULL: xterm-256color; "": unset */
	const char *locale;		/* NULL: C.UTF-8 */
	const char *const *env;		/* more NAME=VALUE, NULL-terminated */
	bool ignore_hup;		/* as under nohup */
	bool no_marker;			/* without GATEHOUSE_TEST=1: never settles */
	bool count_writes;		/* for pty_count_writes */
};

enum pty_style {
	PTY_BOLD = 1, PTY_UNDERLINE = 2, PTY_REVERSE = 4, PTY_COLOUR = 8
};

/* Starts argv[0] in a clean environment: HOME is an empty directory of its own
 * (removed by pty_stop), TZ=UTC.  Waits for the first frame; NULL options are the
 * defaults.  Never NULL. */
struct pty *pty_start(const struct pty_options *options,
		      const char *const argv[]);
void pty_stop(struct pty *pty);		/* kills it if it still lives */
const char *pty_home(const struct pty *pty);
int pty_pid(const struct pty *pty);
/* The number after this word in its /proc/PID/status; -1 if there is none. */
long pty_status(const struct pty *pty, const char *word);

/* Keys one by one, each settled before the next: "jj<Enter><Esc>/rev<C-p>".
 * <Enter> <Esc> <Tab> <S-Tab> <Backspace> <Del> <Ins> <Up> <Down> <Left> <Right>
 * <Home> <End> <PgUp> <PgDn> <Space> <F1>..<F12> <lt> <C-x> <A-x> <Resize:80x24>
 * <Paste:text> <Click:ROW,COL> <Raw:1b5b41>.  False if the program ended or did not
 * settle, with a note on stderr. */
bool pty_keys(struct pty *pty, const char *keys);
/* Bytes in one write; settled after it. */
bool pty_send(struct pty *pty, const char *bytes, size_t n);
/* The same without waiting; then pty_settle. */
void pty_feed(struct pty *pty, const char *bytes, size_t n);
bool pty_settle(struct pty *pty);
bool pty_resize(struct pty *pty, int rows, int cols);
/* Until this text is on the screen: for programs that do not mark. */
bool pty_await(struct pty *pty, const char *text);
/* Take what comes for so many milliseconds (to see that nothing comes). */
void pty_listen(struct pty *pty, int ms);
/* Read until the program ends; its exit status, 128 + signal, or -1 if it does not
 * end within so many milliseconds. */
int pty_end(struct pty *pty, int ms);
/* The same without reading what it writes, as behind a stuck line. */
int pty_end_unread(struct pty *pty, int ms);
void pty_hangup(struct pty *pty);	/* close our end */
bool pty_is_cooked(const struct pty *pty);	/* echo and lines, as for a shell */

int pty_rows(const struct pty *pty);
int pty_cols(const struct pty *pty);
/* A row as UTF-8, trailing blanks cut; valid until the next call. */
const char *pty_row(struct pty *pty, int row);
/* The first row with this text, or -1. */
int pty_find(struct pty *pty, const char *text);
bool pty_has(struct pty *pty, const char *text);
/* All rows, a line each, for messages and pictures; free it. */
char *pty_screen(struct pty *pty);
unsigned pty_cell_style(struct pty *pty, int row, int col);
/* Style of the first cell of this text, 0 if it is not there. */
unsigned pty_style(struct pty *pty, const char *text);
void pty_cursor(const struct pty *pty, int *row, int *col, bool *visible);
bool pty_on_alternate_screen(const struct pty *pty);

/* What the program sent, markers not counted. */
size_t pty_bytes(const struct pty *pty);
unsigned long pty_frames(const struct pty *pty);
/* The same as pty_send, and how often the program, started with count_writes, wrote
 * to its terminal meanwhile, the marker not counted.  -1, with a note on stderr, if
 * that cannot be told: it did not settle, it does not count (tests/tty/tally.so is
 * missing), or some of it was not written by write or writev. */
long pty_count_writes(struct pty *pty, const char *bytes, size_t n);
/* Everything since the start (or pty_forget), markers cut out. */
const char *pty_stream(const struct pty *pty, size_t *n);
void pty_forget(struct pty *pty);

/* The screen as a drawing with a title bar. */
void pty_svg(struct pty *pty, FILE *out, const char *title, bool on_light);

#endif
