/* term.h: the terminal.  The only file that knows curses.  One write a frame. */
#ifndef UI_TERM_H
#define UI_TERM_H

#include "base/error.h"
#include "ui/canvas.h"
#include "ui/theme.h"

struct term_facts {
	const char *name;	/* the terminal description in use */
	bool fell_back;		/* TERM was unknown */
	bool colour, mouse;
};

/* Take the terminal: alternate screen, raw, bracketed paste; handlers that restore
 * it in every death.  ERROR_INVALID when it has no cursor addressing (plain mode)
 * or an end is no terminal.  no_color: NO_COLOR or --no-color. */
bool term_open(bool no_color, struct error *err) MUST_CHECK;
void term_close(void);
const struct term_facts *term_about(void);
void term_size(int *rows, int *cols);		/* asks the kernel */
void term_resized(void);			/* after SIGWINCH: curses learns it */
/* False while an earlier frame is still unsent: skip this one, wait for POLLOUT. */
bool term_ready(void);
/* False if the frame could not be written (line lost). */
bool term_show(const struct canvas *canvas);
void term_repaint(void);			/* next frame is whole (Ctrl-L) */
void term_mouse(bool on);
/* Draw in this theme from the next frame on; term_open begins with default.  False: it
 * cannot be here (fewer than 256 colours, or none at all), nothing changed. */
bool term_theme(const struct theme *theme);
void term_suspend(void);			/* Ctrl-Z: leave, stop, come back */
/* Raw bytes to the terminal (OSC 52, test marker). */
bool term_send(const char *bytes, size_t n);
/* True once after a stop, whoever stopped us. */
bool term_came_back(void);
/* True once after SIGWINCH (or when we come back from a stop). */
bool term_take_winch(void);
/* SIGTERM or SIGHUP once it came, else 0; a second after it, if term_close was not
 * called, we die of it. */
int term_take_signal(void);
/* Becomes readable when a signal came. */
/* Called in the handler of a signal that ends us: safe there.  NULL: nothing. */
void term_at_death(void (*call)(void));
int term_wake_fd(void);
void term_wake(void);		/* from any thread: the loop looks up */
void term_wake_drain(void);

#endif
