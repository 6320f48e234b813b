/* check_hits.h: who is hit where an asset does not work. */
#ifndef ACTION_CHECK_CHECK_HITS_H
#define ACTION_CHECK_CHECK_HITS_H

#include "action/check/check_subject.h"

/* The projects that import it (of a Git provider: one of its packages), and the active
 * people who may open one of them: as many as the one who looks sees. */
void check_hits(const struct app *app, struct check_subject subject, struct check *check);

#endif
