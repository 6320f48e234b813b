/* term_state.h: the terminal's own state, and how it is given back in every
 * death.  Everything here but state_take may run in a signal handler. */
#ifndef UI_TERM_STATE_H
#define UI_TERM_STATE_H

#include <stdbool.h>
#include <stddef.h>

/* Save the modes, go raw, install the handlers.  enter: what puts this terminal
 * on its alternate screen, written again when we come back from a stop. */
bool state_take(const char *enter);
/* Raw modes, paste, mouse; again: also the alternate screen (at first curses does
 * that). */
void state_enter(bool mouse, bool again);
void state_give_back(void);		/* leave, and the old handlers */
void state_mouse(bool on);

void state_at_death(void (*call)(void));
void state_wake(void);		/* from any thread or handler */
int state_wake_fd(void);		/* readable after any signal */
void state_wake_drain(void);
bool state_winch(void);			/* once */
bool state_came_back(void);		/* once: from a stop */
bool state_resumed(void);		/* once: repaint all */
int state_signal(void);			/* TERM or HUP that asks us to leave */

/* All of it, unless the line is lost or a signal asks us to leave. */
bool state_write(const char *bytes, size_t n);
bool state_writable(void);

#endif
