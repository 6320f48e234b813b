/* preview.c: the exact consequence of a list of edits, found before any of them is
 * saved.  Every pair that may change (preview_pairs.c) is decided before and after;
 * of those that are not listed only what the other state needs is kept. */
#include <stdlib.h>
#include <string.h>

#include "access/preview_priv.h"
#include "base/mem.h"

/* ---- counted ------------------------------------------------------------------ */

enum way change_way(const struct change *change)
{
	if (change->after.effective != change->before.effective)
		return change->after.effective < change->before.effective ?
			WAY_LOSES : WAY_GAINS;
	return change->after.granted > change->before.granted ? WAY_HELD :
		WAY_SAME;
}

void tally_init(struct tally *tally, uint32_t n_users)
{
	tally->ways = mem_alloc(n_users + 1u);
	tally->n_users = n_users;
	for (int way = 0; way <= WAYS; way++)
		tally->last[way] = NOBODY;
}

void tally_release(struct tally *tally)
{
	free(tally->ways);
}

static void sum_up(struct tally *tally, struct way_sum *sum, int way,
		   const struct change *change)
{
	uint8_t bit = (uint8_t)(1u << way);

	if (change->user == ANYONE) {
		sum->anyone = true;
		return;
	}
	sum->pairs++;
	sum->people += !(tally->ways[change->user] & bit);
	tally->ways[change->user] |= bit;
	sum->projects += change->project != tally->last[way];
	tally->last[way] = change->project;
}

void tally_add(struct tally *tally, const struct change *change,
	       struct preview *out)
{
	enum way way = change_way(change);

	out->total++;
	sum_up(tally, &out->sums[way], (int)way, change);
	if (way != WAY_SAME)
		sum_up(tally, &out->all, WAYS, change);
	if (change->user == ANYONE)
		return;			/* listed, but no user of the workspace */
	out->up += way == WAY_GAINS;
	out->down += way == WAY_LOSES;
	out->held += way != WAY_GAINS &&
		change->after.granted > change->before.granted;
}

/* ---- what is kept of a pair ----------------------------------------------------- */

/* An answer while the facts are in the other state: levels, and where its limits
 * stand. */
struct kept {
	size_t first;
	uint32_t n_limits;
	uint8_t granted, effective;	/* enum level */
};

/* One that is decided is as many steps as so many of a sweep. */
enum { PAIRS_A_TIME = 64, PAIR_STEPS = 30 };
enum { PAIR_SEEN = 1, PAIR_MOVES = 2 };

struct pass {
	struct flip *flip;
	const struct preview_pass *want;
	struct arena *arena;
	struct preview *out;
	struct kept *before, *after;	/* of each pair; after: for each_before */
	uint8_t *marks;			/* of each pair: PAIR_ */
	struct limit *limits;
	size_t n_limits, cap_limits;
	uint32_t cap_changes;
	struct tally tally;
};

static void keep(struct pass *pass, struct kept *kept, const struct answer *a)
{
	kept->granted = (uint8_t)a->granted;
	kept->effective = (uint8_t)a->effective;
	kept->first = pass->n_limits;
	kept->n_limits = a->n_limits;
	for (uint32_t k = 0; k < a->n_limits; k++) {
		pass->limits = mem_grow(pass->limits, pass->n_limits,
					&pass->cap_limits, sizeof(*pass->limits));
		pass->limits[pass->n_limits++] = a->limits[k];
	}
}

static struct answer recall(const struct pass *pass, const struct pair *pair,
			    const struct kept *kept)
{
	return (struct answer){
		.user = pair->user, .project = pair->project,
		.granted = (enum level)kept->granted,
		.effective = (enum level)kept->effective,
		.limits = pass->limits ? pass->limits + kept->first : NULL,
		.n_limits = kept->n_limits,
	};
}

static bool has_limit(const struct answer *a, const struct limit *limit)
{
	for (uint32_t i = 0; i < a->n_limits; i++)
		if (a->limits[i].code == limit->code &&
		    a->limits[i].asset == limit->asset)
			return true;
	return false;
}

static bool differ(const struct answer *a, const struct answer *b)
{
	if (a->granted != b->granted || a->effective != b->effective ||
	    a->n_limits != b->n_limits)
		return true;
	for (uint32_t i = 0; i < a->n_limits; i++)
		if (!has_limit(b, &a->limits[i]))
			return true;
	return false;
}

/* ---- the two states ------------------------------------------------------------- */

static bool is_there(const struct flip *flip, const struct pair *pair)
{
	return pair->project < flip->n_projects &&
	       (pair->user == ANYONE || pair->user < flip->n_users);
}

static bool sees(const struct pass *pass, const struct pair *pair)
{
	return !pass->want->sees ||
		pass->want->sees(pass->want->ctx, pair->user, pair->project);
}

static void *copied(struct arena *arena, const void *v, size_t n, size_t size)
{
	void *out = arena_array(arena, n + 1, size);

	if (n)
		memcpy(out, v, n * size);
	return out;
}

/* Lists that last as long as the arena. */
static void own_lists(struct arena *arena, struct answer *a)
{
	a->sources = copied(arena, a->sources, a->n_sources, sizeof(*a->sources));
	a->blocked = copied(arena, a->blocked, a->n_blocked, sizeof(*a->blocked));
	a->limits = copied(arena, a->limits, a->n_limits, sizeof(*a->limits));
}

static void list(struct pass *pass, const struct change *change)
{
	struct preview *out = pass->out;
	uint32_t more = pass->cap_changes ? pass->cap_changes * 2 : 64;
	struct change *mine;

	if (out->n == pass->cap_changes) {
		mine = arena_array(pass->arena, more, sizeof(*mine));
		if (out->n)
			memcpy(mine, out->changes, out->n * sizeof(*mine));
		out->changes = mine;
		pass->cap_changes = more;
	}
	mine = &out->changes[out->n++];
	*mine = *change;
	own_lists(pass->arena, &mine->before);
	own_lists(pass->arena, &mine->after);
}

/* Before each pair. */
static bool goes_on(const struct pass *pass, size_t i)
{
	struct patience *patience = pass->flip->patience;

	return i % PAIRS_A_TIME ? !patience || !patience->over :
		patience_takes(patience, PAIRS_A_TIME * PAIR_STEPS);
}

static void look_before(struct pass *pass)
{
	const struct touched *t = &pass->flip->touched;
	struct arena scratch = { 0 };
	struct answer answer;

	for (size_t i = 0; i < t->n && goes_on(pass, i); i++) {
		const struct pair *pair = &t->pairs[i];

		if (!is_there(pass->flip, pair))
			continue;
		access_decide(pass->flip->facts, pair->user, pair->project,
			      &scratch, &answer);
		keep(pass, &pass->before[i], &answer);
		pass->marks[i] = sees(pass, pair) ? PAIR_SEEN : 0;
		arena_release(&scratch);
	}
}

static void take(struct pass *pass, size_t i, const struct change *change)
{
	const struct preview_pass *want = pass->want;
	bool seen;

	pass->marks[i] |= PAIR_MOVES;
	if (sees(pass, &pass->flip->touched.pairs[i]))
		pass->marks[i] |= PAIR_SEEN;
	seen = pass->marks[i] & PAIR_SEEN;
	if (seen)
		tally_add(&pass->tally, change, pass->out);
	if (seen && pass->out->n < want->most)
		list(pass, change);
	if (want->each_after)
		want->each_after(want->ctx, change, seen);
	if (pass->after)
		keep(pass, &pass->after[i], &change->after);
}

static void look_after(struct pass *pass)
{
	const struct touched *t = &pass->flip->touched;
	struct arena scratch = { 0 };
	struct change change;

	for (size_t i = 0; i < t->n && goes_on(pass, i); i++) {
		change.user = t->pairs[i].user;
		change.project = t->pairs[i].project;
		access_decide(pass->flip->facts, change.user, change.project,
			      &scratch, &change.after);
		change.before = recall(pass, &t->pairs[i], &pass->before[i]);
		change.before.role = change.after.role;
		change.before.active = change.after.active;
		if (differ(&change.before, &change.after))
			take(pass, i, &change);
		arena_release(&scratch);
	}
}

static void tell_before(struct pass *pass)
{
	const struct touched *t = &pass->flip->touched;
	struct change change;

	for (size_t i = 0; i < t->n && goes_on(pass, i); i++) {
		if (!(pass->marks[i] & PAIR_MOVES))
			continue;
		change.user = t->pairs[i].user;
		change.project = t->pairs[i].project;
		change.before = recall(pass, &t->pairs[i], &pass->before[i]);
		change.after = recall(pass, &t->pairs[i], &pass->after[i]);
		pass->want->each_before(pass->want->ctx, &change,
					pass->marks[i] & PAIR_SEEN);
	}
}

void preview_pass(struct facts *facts, struct edit *edits, size_t n,
		  const struct preview_pass *want, struct arena *arena,
		  struct preview *out)
{
	struct flip flip = { .facts = facts, .edits = edits, .n = n,
			     .patience = want->patience };
	struct pass pass = { .flip = &flip, .want = want, .arena = arena,
			     .out = out };

	*out = (struct preview){ .made = facts->n_projects };
	flip_find(&flip);
	pass.before = mem_array(flip.touched.n + 1, sizeof(*pass.before));
	pass.marks = mem_alloc(flip.touched.n + 1);
	if (want->each_before)
		pass.after = mem_array(flip.touched.n + 1, sizeof(*pass.after));
	look_before(&pass);
	flip_forth(&flip);
	tally_init(&pass.tally, facts->n_users);
	look_after(&pass);
	tally_release(&pass.tally);
	flip_back(&flip);
	if (pass.after)
		tell_before(&pass);
	free(pass.before);
	free(pass.after);
	free(pass.marks);
	free(pass.limits);
	touch_release(&flip.touched);
}

void access_preview(struct facts *facts, struct edit *edits, size_t n,
		    struct arena *arena, struct preview *out)
{
	struct preview_pass all = { .most = PREVIEW_ALL };

	preview_pass(facts, edits, n, &all, arena, out);
}
