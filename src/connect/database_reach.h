/* database_reach.h: the steps up to where a database asks who one is: the name looked
 * up or a tunnel made, a connection, and how TLS ends. */
#ifndef CONNECT_DATABASE_REACH_H
#define CONNECT_DATABASE_REACH_H

#include "connect/database.h"

/* The steps are reported, but for the one that fails: *fault. */
bool database_reach(const struct database_kind *kind, struct database *database,
		    struct net_fault *fault) MUST_CHECK;
/* Behind it: no tunnel is left. */
void database_leave(void);
/* The SSH server did not go on to the database, found out later: then *fault says so. */
bool database_cut(struct net_fault *fault);

#endif
