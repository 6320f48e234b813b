/* database_wish.h: what a letter wishes of a database, and the steps that this takes. */
#ifndef CONNECT_DATABASE_WISH_H
#define CONNECT_DATABASE_WISH_H

#include "connect/database.h"

/* False: config; nobody is asked. */
bool database_wish(struct database *database, const struct database_kind *kind,
		   struct net_fault *fault) MUST_CHECK;
void database_plan(const struct database *database);

#endif
