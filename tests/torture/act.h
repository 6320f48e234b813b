/* act.h: verbs as on a command line, on a small workspace in a folder of its own. */
#ifndef TESTS_TORTURE_ACT_H
#define TESTS_TORTURE_ACT_H

#include "tests/torture/torture.h"

#include "base/error.h"

struct place { char folder[64], store[96]; };

void place_begin(struct place *place);		/* with the workspace of verbs_world.h */
void place_end(struct place *place);
/* Words parted by '|'.  False: err. */
bool act(const char *store, const char *line, struct error *err);
/* The whole workspace as a file; NULL: err.  Free it. */
char *workspace_of(const char *store, struct error *err);
/* What verify finds wrong, in a buffer of the function; NULL: nothing. */
const char *unsound(const char *store);

#endif
