/* compare.h: two people side by side: where they differ, why, and which steps would give
 * the second what the first has. */
#ifndef ACTION_REVIEW_COMPARE_H
#define ACTION_REVIEW_COMPARE_H

#include "access/seen.h"

struct compared {
	uint32_t project;
	struct answer of[2];		/* of the first, of the second */
	bool differ;			/* in what is granted, or what it comes to */
};

/* The answers of two people on a project; their lists live in the arena. */
void compare_project(const struct seen *seen, const uint32_t users[2], uint32_t project,
		     struct arena *arena, struct compared *out);
/* Why they differ, short: "Ann through Data Team, in which Bob is not"; "" where they
 * do not. */
const char *compare_why(const struct seen *seen, const struct compared *one,
			struct arena *arena);
/* Of so many projects: those where the two differ, or all, by id.  By the fast engine;
 * in the arena. */
uint32_t *compare_projects(const struct seen *seen, const uint32_t users[2], bool all,
			   struct arena *arena, uint32_t *n);
/* The groups that users[side] is in and the other is not, by number. */
uint32_t *compare_groups(const struct seen *seen, const uint32_t users[2], int side,
			 struct arena *arena, uint32_t *n);
/* A person as they stand beside the other: the name, with the e-mail where both have
 * one name. */
const char *compare_name(const struct seen *seen, uint32_t user, struct arena *arena);

/* ---- what the second would be given -------------------------------------------------- */

enum copy_kind { COPY_ROLE, COPY_GROUP, COPY_GRANT };

struct copy_step {
	enum copy_kind kind;
	uint32_t group, project;
	enum role role;
	enum level before, level;	/* of a grant */
	bool owned;			/* the first owns it: what that gives is granted */
};

struct copy_steps {
	struct copy_step *v;
	size_t n, groups, grants;
};

/* What users[0] has and users[1] has not: groups, then direct grants and ownership as a
 * grant, by the ids of the projects; the role only where it is wanted.  Nothing is
 * taken from users[1]: what is higher there stays. */
void copy_steps_find(const struct seen *seen, const uint32_t users[2], bool role,
		     struct arena *arena, struct copy_steps *out);
/* The step as the words of its own command, in the arena; returns how many. */
enum { COPY_WORDS = 8 };
size_t copy_step_words(const struct seen *seen, const struct copy_step *step,
		       uint32_t user, struct arena *arena,
		       const char *words[COPY_WORDS]);
/* "the group Data Team", "Can Edit on Revenue model", "the role Editor" */
const char *copy_step_name(const struct seen *seen, const struct copy_step *step,
			   struct arena *arena);

#endif
