/* session.h: who sits before the terminal (SECURITY 2). */
#ifndef ACTION_CORE_SESSION_H
#define ACTION_CORE_SESSION_H

#include <stdint.h>

#include "base/arena.h"

struct session {
	uint32_t uid;			/* login uid, else SUDO_UID where that may be
					 * believed, else the uid */
	const char *login;		/* its name, or the number as text */
	const char *client, *tty;	/* ssh client address, terminal; or NULL */
};

/* store: the path of the workspace.  Anybody can set SUDO_UID: it counts only where
 * the real uid is 0 or owns the store (its folder while there is none). */
void session_find(struct session *session, const char *store,
		  struct arena *arena);

#endif
