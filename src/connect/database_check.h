/* database_check.h: the steps of a check that are alike for all databases: look the host up
 * or make a tunnel, connect, see how TLS ends; then the database's own library signs in
 * and reads. */
#ifndef CONNECT_DATABASE_CHECK_H
#define CONNECT_DATABASE_CHECK_H

#include "connect/database.h"

/* All of it, reported; what main() returns. */
int database_check(const struct database_kind *kind);

#endif
