/* session.h: who sits before the terminal (SECURITY 2). */
#ifndef ACTION_SESSION_H
#define ACTION_SESSION_H

#include <stdint.h>

#include "base/arena.h"

struct session {
	uint32_t uid;			/* login uid, else SUDO_UID, else the uid */
	const char *login;		/* its name, or the number as text */
	const char *client, *tty;	/* ssh client address, terminal; or NULL */
};

void session_find(struct session *session, struct arena *arena);

#endif
