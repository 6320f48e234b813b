/* facts_diff.h: what one workspace has that another has not, row by row, and whom
 * that moves: the plan of an import (INTERFACES 4.1).  Things are the same by id; a
 * pair that is not there has no access. */
#ifndef ACTION_WORKSPACE_FACTS_DIFF_H
#define ACTION_WORKSPACE_FACTS_DIFF_H

#include "access/access.h"
#include "base/json_write.h"
#include "model/facts.h"

/* Also the order of the rows, but for the default connection, which stands after
 * the assets. */
enum diff_kind {
	DIFF_SETTINGS, DIFF_USERS, DIFF_GROUPS, DIFF_MEMBERS, DIFF_PROVIDERS,
	DIFF_TOKENS, DIFF_ASSETS, DIFF_ACCESS, DIFF_PROJECTS, DIFF_GRANTS, DIFF_IMPORTS,
	DIFF_OWN, DIFF_KINDS
};

enum diff_how { DIFF_ADD, DIFF_CHANGE, DIFF_REMOVE, DIFF_HOWS };

struct diff_row {
	enum diff_kind kind;
	enum diff_how how;
	const char *id, *name;
	const char *field;		/* of a change; of a tie: the id of the other
					 * end; or NULL */
	const char *other;		/* of a tie: the name of its other end */
	const char *what;		/* "user", "group", "asset": what that is */
	const char *before, *after;	/* NULL: not there, or not said */
};

/* A person and a project, by their places in `users` and `projects`. */
struct diff_pair {
	uint32_t project, user;		/* ANYONE: the web visitor */
	uint8_t was, now;		/* effective */
};

/* A thing of either side: its number there, or NOBODY. */
struct diff_thing {
	const char *id;
	uint32_t before, after;
};

struct diff_things {
	struct diff_thing *v;		/* in order of id */
	uint32_t n;
};

enum { DIFF_PAIRS_MOST = 1000000 };	/* beyond, they are counted only */

struct facts_diff {
	const struct facts *before, *after;	/* outlive it */
	struct arena arena;
	struct diff_row *rows;
	size_t n_rows, cap_rows;
	uint64_t count[DIFF_KINDS][DIFF_HOWS];	/* of things and ties */
	struct diff_things users, groups, assets, projects;
	struct diff_pair *pairs;
	size_t n_pairs, cap_pairs;
	uint64_t up, down, held;	/* of people; held: granted more, no more can */
	bool complete;			/* all pairs are listed */
	/* Who and what goes, for the question. */
	uint64_t people, people_gone, projects_gone, projects_all;	/* active people */
};

void facts_diff(const struct facts *before, const struct facts *after,
		struct facts_diff *out);
/* Against nothing, and nobody is asked whom it moves: no pairs. */
void facts_diff_new(const struct facts *nothing, const struct facts *after,
		    struct facts_diff *out);
void facts_diff_release(struct facts_diff *diff);
bool facts_diff_any(const struct facts_diff *diff);

/* ---- diff_write.c -------------------------------------------------------------- */

/* "users: 2 added, 1 changed, 0 removed; ...; permissions: 0 lost, 5 gained, 0 held"; a
 * section where nothing differs is left out. */
const char *facts_diff_text(const struct facts_diff *diff,
			    struct arena *arena);
/* A line a row, then a line a pair, `most` of each (0: all), and how many more:
 * "and 7 more rows", and then `how` to see them, or "". */
void facts_diff_lines(const struct facts_diff *diff, size_t most,
		      const char *how, struct buf *out);
/* "40 users, 8 groups, 34 memberships, ...": of a workspace that is made. */
const char *facts_diff_holds(const struct facts_diff *diff,
			     struct arena *arena);
/* The members of the object of INTERFACES 4.1; the last of them alone. */
void facts_diff_json(const struct facts_diff *diff, struct json *json);
void facts_diff_counts_json(const struct facts_diff *diff, struct json *json);
/* With a header; a pair is a row of what "pair": the project, and the person in
 * `field`. */
void facts_diff_csv(const struct facts_diff *diff, struct buf *out);

#endif
