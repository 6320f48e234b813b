/* preview_test.c: what the preview says is what then happens, and the facts
 * are untouched by asking. */
#include "tests/expect.h"

#include "access/preview.h"
#include "tests/access/lab.h"

enum { ROUNDS = 10000, PER_WORKSPACE = 25, COMPOUND = 4 };

/* All answers before and after, by brute force. */
struct truth {
	struct facts *facts;
	struct arena arena;
	struct answer *before, *after;
	uint32_t users_before, projects_before;
};

static const struct answer *at(const struct answer *all, uint32_t n_users,
			       uint32_t user, uint32_t project)
{
	uint32_t column = user == ANYONE ? n_users : user;

	return &all[(size_t)project * (n_users + 1) + column];
}

/* Before, where the pair was there; else no access. */
static const struct answer *before_of(const struct truth *t, uint32_t user,
				      uint32_t project)
{
	static const struct answer none;

	if (project >= t->projects_before ||
	    (user != ANYONE && user >= t->users_before))
		return &none;
	return at(t->before, t->users_before, user, project);
}

static void check_change(const struct truth *t, const struct change *c,
			 uint32_t user, uint32_t project)
{
	assert_int_equal(c->project, project);
	assert_int_equal(c->user, user);
	assert_true(lab_same(&c->before, before_of(t, user, project)));
	assert_true(lab_same(&c->after, at(t->after, t->facts->n_users, user,
					   project)));
}

static void check(const struct truth *t, const struct preview *p)
{
	uint32_t n = 0, n_users = t->facts->n_users;
	uint64_t up = 0, down = 0, held = 0;

	for (uint32_t project = 0; project < t->facts->n_projects; project++)
		for (uint32_t i = 0; i <= n_users; i++) {
			uint32_t user = i < n_users ? i : ANYONE;
			const struct answer *a = at(t->after, n_users, user,
						    project);
			const struct answer *b = before_of(t, user, project);

			if (lab_same(a, b))
				continue;
			assert_true(n < p->n);
			check_change(t, &p->changes[n++], user, project);
			if (user == ANYONE)
				continue;
			up += a->effective > b->effective;
			down += a->effective < b->effective;
			held += a->granted > b->granted &&
				a->effective <= b->effective;
		}
	assert_int_equal(n, p->n);
	assert_int_equal(up, p->up);
	assert_int_equal(down, p->down);
	assert_int_equal(held, p->held);
}

/* Generate edits that are valid one after the other. */
static size_t random_edits(struct facts *f, struct chance *chance,
			   struct arena *arena, uint32_t *serial,
			   struct edit *edits, unsigned *kinds)
{
	size_t n = chance_one_in(chance, 2) ? 1 :
		   2 + chance_below(chance, COMPOUND - 1);

	for (size_t i = 0; i < n; i++) {
		edits[i] = lab_edit(f, chance, arena, serial);
		kinds[edits[i].kind]++;
		edit_apply(f, &edits[i]);
	}
	for (size_t i = n; i--;)
		edit_revert(f, &edits[i]);
	return n;
}

/* Told one by one, in both states, and only the first ones listed. */
struct told { const struct preview *all; uint32_t n[2]; };

static void is_next(struct told *told, int state, const struct change *change)
{
	const struct change *c = &told->all->changes[told->n[state]++];

	assert_true(told->n[state] <= told->all->n);
	assert_int_equal(change->user, c->user);
	assert_int_equal(change->project, c->project);
	assert_int_equal(change->before.effective, c->before.effective);
	assert_int_equal(change->before.granted, c->before.granted);
	assert_int_equal(change->before.n_limits, c->before.n_limits);
	assert_int_equal(change->after.effective, c->after.effective);
	assert_int_equal(change->after.granted, c->after.granted);
	assert_int_equal(change->after.n_limits, c->after.n_limits);
}

static void told_after(void *ctx, const struct change *change, bool seen)
{
	assert_true(seen);
	is_next(ctx, 0, change);
}

static void told_before(void *ctx, const struct change *change, bool seen)
{
	assert_true(seen);
	is_next(ctx, 1, change);
}

static void pass_is_the_same(struct facts *f, struct edit *edits, size_t n,
			     const struct preview *all)
{
	struct told told = { .all = all };
	struct preview_pass pass = { .most = 3, .each_after = told_after,
				     .each_before = told_before, .ctx = &told };
	struct arena arena = { .head = NULL };
	struct preview few;

	preview_pass(f, edits, n, &pass, &arena, &few);
	assert_int_equal(told.n[0], all->n);
	assert_int_equal(told.n[1], all->n);
	assert_int_equal(few.total, all->n);
	assert_int_equal(few.n, all->n < 3 ? all->n : 3);
	assert_memory_equal(few.sums, all->sums, sizeof(few.sums));
	assert_int_equal(few.up, all->up);
	assert_int_equal(few.held, all->held);
	arena_release(&arena);
}

/* One round: preview, check the facts, do it, compare; keep it or undo it. */
static void round_of(struct facts *f, struct chance *chance, uint32_t *serial,
		     unsigned *kinds)
{
	struct edit edits[COMPOUND];
	struct truth t = { .facts = f, .users_before = f->n_users,
			   .projects_before = f->n_projects };
	struct preview preview;
	uint64_t digest = lab_digest(f);
	size_t n = random_edits(f, chance, &t.arena, serial, edits, kinds);

	assert_true(lab_digest(f) == digest);
	t.before = lab_answers(f, &t.arena);
	access_preview(f, edits, n, &t.arena, &preview);
	pass_is_the_same(f, edits, n, &preview);
	assert_true(lab_digest(f) == digest);
	for (size_t i = 0; i < n; i++)
		edit_apply(f, &edits[i]);
	t.after = lab_answers(f, &t.arena);
	check(&t, &preview);
	if (chance_one_in(chance, 2))
		for (size_t i = n; i--;)
			edit_revert(f, &edits[i]);
	arena_release(&t.arena);
}

TEST(preview_equals_result)
{
	struct chance chance = { 2026 };
	unsigned kinds[EDIT_KINDS] = { 0 };
	uint32_t serial = 0;

	for (int i = 0; i < ROUNDS / PER_WORKSPACE; i++) {
		struct facts facts;

		lab_workspace(&facts, &chance);
		for (int k = 0; k < PER_WORKSPACE; k++)
			round_of(&facts, &chance, &serial, kinds);
		facts_release(&facts);
	}
	for (unsigned i = 0; i < EDIT_KINDS; i++)
		assert_true(kinds[i] > 100);
}

TEST(edit_and_undo_is_identity)
{
	struct chance chance = { 7 };
	uint32_t serial = 0;

	for (int i = 0; i < 2000; i++) {
		struct arena arena = { .head = NULL };
		struct facts facts;
		struct edit edit;
		uint64_t digest;

		lab_workspace(&facts, &chance);
		digest = lab_digest(&facts);
		edit = lab_edit(&facts, &chance, &arena, &serial);
		edit_apply(&facts, &edit);
		edit_revert(&facts, &edit);
		assert_true(lab_digest(&facts) == digest);
		facts_release(&facts);
		arena_release(&arena);
	}
}

TEST(a_raised_grant_that_changes_nothing_is_held)
{
	struct acme w;
	struct edit edit = edit_of(EDIT_GRANT_USER);
	struct preview p;

	acme_init(&w);
	edit.project = w.revenue;
	edit.user = w.bob;
	edit.value = LEVEL_FULL_ACCESS;
	access_preview(&w.facts, &edit, 1, &w.arena, &p);
	assert_int_equal(p.n, 1);
	assert_int_equal(p.held, 1);
	assert_int_equal(p.up + p.down, 0);
	assert_int_equal(p.changes[0].before.granted, LEVEL_CAN_EDIT);
	assert_int_equal(p.changes[0].after.granted, LEVEL_FULL_ACCESS);
	acme_release(&w);
}

TEST(no_edits_change_nothing)
{
	struct acme w;
	struct preview p;

	acme_init(&w);
	access_preview(&w.facts, NULL, 0, &w.arena, &p);
	assert_int_equal(p.n, 0);
	acme_release(&w);
}

TEST(the_visitor_has_a_row)
{
	struct acme w;
	struct edit edit = edit_of(EDIT_PROJECT_PUBLIC);
	struct preview p;

	acme_init(&w);
	edit.project = w.revenue;
	edit.value = LEVEL_APP_ONLY;
	access_preview(&w.facts, &edit, 1, &w.arena, &p);
	/* Ada, Gus, Tom, Ella, Mo and the visitor had nothing. */
	assert_int_equal(p.n, 6);
	assert_int_equal(p.up, 5);	/* INTERFACES 3: never the visitor */
	assert_int_equal(p.changes[5].user, ANYONE);
	acme_release(&w);
}

RUN(CASE(preview_equals_result), CASE(edit_and_undo_is_identity),
    CASE(a_raised_grant_that_changes_nothing_is_held),
    CASE(no_edits_change_nothing), CASE(the_visitor_has_a_row))
