/* pty_priv.h: shared by the files of the driver. */
#ifndef TESTS_TTY_PTY_PRIV_H
#define TESTS_TTY_PTY_PRIV_H

#include <stdbool.h>
#include <sys/types.h>

#ifdef NO_VTERM
#error "make check needs libvterm: install the Debian package libvterm-dev and run configure again"
#endif
#include <vterm.h>

#include "tests/tty/pty.h"
#include "tests/tty/tally.h"

enum { PTY_MARKER_MAX = 64, PTY_DEADLINE = 30000 };	/* ms; generous */

struct pty {
	VTerm *vt;
	VTermScreen *screen;
	int fd;
	pid_t pid;
	int rows, cols;
	bool ended;		/* the program's end of the line is closed */
	bool reaped;
	int status;
	char home[64];
	/* the cursor, as libvterm tells */
	int cursor_row, cursor_col;
	bool cursor_visible, alternate;
	/* markers */
	char held[PTY_MARKER_MAX];	/* the begin of one, perhaps */
	size_t n_held;
	size_t sent, consumed;
	unsigned long frames, markers;
	/* what came */
	char *stream;
	size_t n_stream, cap_stream, bytes;
	size_t taken;		/* bytes, with the markers */
	char *row;		/* of pty_row */
	struct tally *tally;	/* NULL: writes are not counted */
	int tally_fd;		/* between its making and the program's start */
};

/* Before the program starts; in the child, its environment; at the end. */
void pty_tally_open(struct pty *pty);
void pty_tally_load(const struct pty *pty);
void pty_tally_close(struct pty *pty);

/* UTF-8 of a cell, at most 6 points; returns the bytes. */
size_t pty_cell_text(const VTermScreenCell *cell, char out[32]);
bool pty_cell(struct pty *pty, int row, int col, VTermScreenCell *cell);

#endif
