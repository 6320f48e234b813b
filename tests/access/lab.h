/* lab.h: workspaces to try the engine on: a small one with names, random ones
 * from a seed, random edits, and ways to compare. */
#ifndef TESTS_ACCESS_LAB_H
#define TESTS_ACCESS_LAB_H

#include "access/access.h"
#include "access/seen.h"
#include "model/edit.h"
#include "model/facts.h"

/* ---- chance, from a seed ---- */
struct chance { uint64_t state; };

uint32_t chance_below(struct chance *chance, uint32_t n);
bool chance_one_in(struct chance *chance, uint32_t n);

/* ---- a workspace with names ---- */

/* Maya (Admin) owns Revenue model, which imports Snowflake prod (shared with
 * Data Team) and STRIPE_KEY (Workspace).  Finance has Can Edit; Bob (Viewer) and
 * Dana (Editor) are in Finance, Ravi (Editor) in Data Team and Finance; Gus is
 * a Guest, Tom deactivated, Ada another Admin, Ella an Explorer. */
struct acme {
	struct facts facts;
	struct arena arena;
	uint32_t maya, ada, bob, dana, ravi, gus, tom, ella, mo;
	uint32_t finance, data;
	uint32_t snow, key;
	uint32_t revenue;
};

void acme_init(struct acme *acme);
void acme_release(struct acme *acme);
/* A test whose *state is an acme of its own. */
int acme_begin(void **state);
int acme_end(void **state);
#define ACME(name) cmocka_unit_test_setup_teardown(name, acme_begin, acme_end)
struct answer acme_ask(struct acme *acme, uint32_t user);
/* The sentence of a user on Revenue model. */
const char *acme_say(struct acme *acme, uint32_t user);
bool answer_limited(const struct answer *a, enum reason code);
bool answer_blocked(const struct answer *a, enum reason code);
bool answer_can(const struct answer *a, enum can can);

/* ---- random workspaces ---- */

void lab_workspace(struct facts *facts, struct chance *chance);
/* Make it what a workspace file can hold: the first user an active Admin, nothing of a
 * project's own, no asset with another's name. */
void lab_as_file(struct facts *facts);
/* One random edit of any kind that is valid on these facts; texts live in the
 * arena.  serial makes new ids unique. */
struct edit lab_edit(const struct facts *facts, struct chance *chance,
		     struct arena *arena, uint32_t *serial);
/* The same workspace, everything numbered in another order. */
void lab_renumber(const struct facts *from, struct chance *chance,
		  struct facts *to);
/* Eyes for everything; good until the call after next. */
const struct seen *lab_all(const struct facts *facts);
/* A number that changes if anything in the facts does. */
uint64_t lab_digest(const struct facts *facts);

/* All answers: [project * (n_users + 1) + user], the anonymous visitor last. */
struct answer *lab_answers(const struct facts *facts, struct arena *arena);
bool lab_same_level(const struct answer *a, const struct answer *b);
/* Same granted, effective and set of limits. */
bool lab_same(const struct answer *a, const struct answer *b);

#endif
