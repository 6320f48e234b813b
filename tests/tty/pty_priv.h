/* pty_priv.h: shared by pty.c, pty_keys.c and pty_svg.c. */
#ifndef TESTS_TTY_PTY_PRIV_H
#define TESTS_TTY_PTY_PRIV_H

#include <stdbool.h>
#include <sys/types.h>

#ifdef NO_VTERM
#error "make check needs libvterm: install the Debian package libvterm-dev and run configure again"
#endif
#include <vterm.h>

#include "tests/tty/pty.h"

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
	char *row;		/* of pty_row */
	bool traced;		/* its system calls are looked at */
	long writes;
};

/* Let a traced program go on to its next system call, if it stands at one. */
void pty_trace_step(struct pty *pty);

/* UTF-8 of a cell, at most 6 points; returns the bytes. */
size_t pty_cell_text(const VTermScreenCell *cell, char out[32]);
bool pty_cell(struct pty *pty, int row, int col, VTermScreenCell *cell);

#endif
