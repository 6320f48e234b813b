/* preview_pairs.c: the pairs that edits may move.  They are collected while the edits
 * are applied to the facts one by one; whole rows are narrowed down by the fast
 * sweep.  The facts are flipped back and forth and end as they began. */
#include <stdlib.h>
#include <string.h>

#include "access/decide.h"
#include "access/preview_priv.h"
#include "base/mem.h"
#include "model/edit.h"

enum {
	MANY_PAIRS = 512, PAIRS_A_STEP = 2,	/* put in order by counting */
	BATCH_BYTES = 1 << 24,		/* packed verdicts held at one time */
	PACKED_LEVEL = 7,
	PACKED_VIEWER = 8, PACKED_EXPLORER = 16, PACKED_ASSET = 32,
	PACKED_STATE = 64
};

void flip_forth(struct flip *flip)
{
	for (size_t i = 0; i < flip->n; i++)
		edit_apply(flip->facts, &flip->edits[i]);
}

void flip_back(struct flip *flip)
{
	for (size_t i = flip->n; i--;)
		edit_revert(flip->facts, &flip->edits[i]);
}

static bool is_over(const struct flip *flip)
{
	return flip->patience && flip->patience->over;
}

/* Where the patience is over the edits are applied all the same. */
static void collect(struct flip *flip)
{
	struct touched *t = &flip->touched;

	for (size_t i = 0; i < flip->n; i++) {
		size_t before = t->n;

		if (!is_over(flip))
			touch_edit(t, flip->facts, &flip->edits[i]);
		edit_apply(flip->facts, &flip->edits[i]);
		if (!is_over(flip))
			touch_edit(t, flip->facts, &flip->edits[i]);
		(void)patience_takes(flip->patience, t->n - before);
	}
}

/* ---- whole rows: all users of a project, all projects of a user ------------- */

struct row {
	bool of_project;
	uint32_t number, width;
};

/* A role that caps may become the other one that does. */
static uint8_t pack(const struct verdict *v, enum role role)
{
	unsigned capped = role == ROLE_VIEWER ? PACKED_VIEWER : PACKED_EXPLORER;

	return (uint8_t)(v->granted | (v->role_cap ? capped : 0) |
			 (v->asset_cap ? PACKED_ASSET : 0) |
			 (v->state_cap ? PACKED_STATE : 0));
}

/* The row as the facts stand; what is not there has no access. */
static void pack_row(const struct facts *facts, const struct row *row,
		     struct verdict *verdicts, uint8_t *out)
{
	uint32_t n = row->of_project ? facts->n_users : facts->n_projects;
	uint32_t among = row->of_project ? facts->n_projects : facts->n_users;

	memset(out, 0, row->width);
	if (row->number >= among)
		return;
	if (row->of_project)
		access_of_project(facts, row->number, verdicts);
	else
		access_of_user(facts, row->number, verdicts);
	for (uint32_t i = 0; i < n && i < row->width; i++) {
		uint32_t user = row->of_project ? i : row->number;

		out[i] = pack(&verdicts[i], facts->users[user].role);
	}
}

static uint8_t packed_level(uint8_t packed)
{
	uint8_t level = packed & PACKED_LEVEL;

	return level > LEVEL_CAN_VIEW && packed & ~PACKED_LEVEL ?
	       LEVEL_CAN_VIEW : level;
}

void moves_begin(struct moves_count *count, struct moves *moves, uint32_t of,
		 uint32_t n_users)
{
	*moves = (struct moves){ .of = of };
	*count = (struct moves_count){ .moves = moves, .n_users = n_users,
				       .ways = mem_alloc(n_users + 1u) };
}

void moves_end(struct moves_count *count)
{
	free(count->ways);
	count->ways = NULL;
}

void moves_add(struct moves_count *count, uint32_t user, unsigned before,
	       unsigned after)
{
	struct moves *moves = count->moves;
	uint8_t bit = after > before ? 1 : 2;

	if (after == before)
		return;
	moves->up += after > before;
	moves->down += after < before;
	if (user == moves->of) {
		moves->of_up += after > before;
		moves->of_down += after < before;
	} else if (user < count->n_users && !(count->ways[user] & bit)) {
		count->ways[user] |= bit;
		moves->people_up += after > before;
		moves->people_down += after < before;
	}
}

/* Pairs that may have changed.  Equal verdicts may still differ in which
 * assets are missing.  A pair that lies in two rows counts in the project's. */
static void compare_row(struct flip *flip, const struct row *row,
			const uint8_t *before, const uint8_t *after)
{
	struct touched *t = &flip->touched;

	for (uint32_t i = 0; i < row->width; i++) {
		uint32_t user = row->of_project ? i : row->number;
		uint32_t project = row->of_project ? row->number : i;

		if (before[i] == after[i] &&
		    (!(after[i] & PACKED_ASSET) || flip->moves ||
		     !(t->all_move || t->movers[user])))
			continue;
		if (!flip->moves)
			touch_pair(t, project, user);
		else if (row->of_project || !t->projects[project])
			moves_add(flip->moves, user, packed_level(before[i]),
				  packed_level(after[i]));
	}
}

static bool takes(const struct flip *flip, const struct row *row)
{
	return patience_takes(flip->patience, row->width);
}

/* Rows first .. last - 1; the facts stand after the edits, and do again. */
static void sweep_batch(struct flip *flip, const struct row *rows, size_t n,
			size_t bytes, struct verdict *verdicts)
{
	uint8_t *before = mem_alloc(bytes + 1), *after = mem_alloc(bytes + 1);
	size_t at = 0;

	for (size_t i = 0; i < n && takes(flip, &rows[i]); at += rows[i++].width)
		pack_row(flip->facts, &rows[i], verdicts, after + at);
	flip_back(flip);
	at = 0;
	for (size_t i = 0; i < n && takes(flip, &rows[i]); at += rows[i++].width)
		pack_row(flip->facts, &rows[i], verdicts, before + at);
	flip_forth(flip);
	at = 0;
	for (size_t i = 0; i < n && !is_over(flip); at += rows[i++].width)
		compare_row(flip, &rows[i], before + at, after + at);
	free(before);
	free(after);
}

static size_t list_rows(const struct flip *flip, struct row *rows)
{
	const struct touched *t = &flip->touched;
	const struct facts *facts = flip->facts;
	size_t n = 0;

	for (uint32_t i = 0; i < facts->n_projects; i++)
		if (t->projects[i])
			rows[n++] = (struct row){ .of_project = true,
				.number = i, .width = facts->n_users };
	for (uint32_t i = 0; i < facts->n_users; i++)
		if (t->users[i])
			rows[n++] = (struct row){ .of_project = false,
				.number = i, .width = facts->n_projects };
	return n;
}

static void sweep_rows(struct flip *flip)
{
	const struct facts *facts = flip->facts;
	size_t most = facts->n_users > facts->n_projects ? facts->n_users :
							   facts->n_projects;
	struct row *rows = mem_array((size_t)facts->n_users +
				     facts->n_projects + 1, sizeof(*rows));
	struct verdict *verdicts = mem_array(most + 1, sizeof(*verdicts));
	size_t n = list_rows(flip, rows), first = 0;

	while (first < n && !is_over(flip)) {
		size_t last = first, bytes = 0;

		do
			bytes += rows[last++].width;
		while (last < n && bytes < BATCH_BYTES);
		sweep_batch(flip, rows + first, last - first, bytes, verdicts);
		first = last;
	}
	for (size_t i = 0; i < n && !is_over(flip); i++)
		if (rows[i].of_project)
			touch_pair(&flip->touched, rows[i].number, ANYONE);
	free(verdicts);
	free(rows);
}

/* ---- single pairs ------------------------------------------------------------ */

static uint64_t order_of(const struct pair *pair)
{
	return (uint64_t)pair->project << 32 | pair->user;
}

static int by_project_then_user(const void *a, const void *b)
{
	uint64_t x = order_of(a), y = order_of(b);

	return (x > y) - (x < y);
}

/* By counting, byte by byte, the last first; one that all have alike is passed over.
 * There may be millions. */
static void sort_many(struct touched *t, struct patience *patience)
{
	struct pair *from = t->pairs, *to = mem_array(t->n, sizeof(*to)), *swap;
	size_t count[256], sum, here, i;

	for (unsigned shift = 0; shift < 64; shift += 8) {
		memset(count, 0, sizeof(count));
		for (i = 0; i < t->n; i++)
			count[order_of(&from[i]) >> shift & 0xff]++;
		if (count[order_of(&from[0]) >> shift & 0xff] == t->n)
			continue;
		if (!patience_takes(patience, t->n / PAIRS_A_STEP))
			break;
		for (sum = 0, i = 0; i < 256; i++) {
			here = count[i];
			count[i] = sum;
			sum += here;
		}
		for (i = 0; i < t->n; i++)
			to[count[order_of(&from[i]) >> shift & 0xff]++] = from[i];
		swap = from;
		from = to;
		to = swap;
	}
	t->pairs = from;
	t->cap = t->n;
	free(to);
}

static void sort_pairs(struct touched *t, struct patience *patience)
{
	size_t n = 0;

	if (!t->n)
		return;
	if (t->n < MANY_PAIRS)
		qsort(t->pairs, t->n, sizeof(*t->pairs), by_project_then_user);
	else
		sort_many(t, patience);
	for (size_t i = 1; i < t->n; i++)
		if (order_of(&t->pairs[i]) != order_of(&t->pairs[n]))
			t->pairs[++n] = t->pairs[i];
	t->n = n + 1;
}

/* A row has counted it. */
static bool is_counted(const struct touched *t, const struct pair *pair)
{
	return t->projects[pair->project] || t->users[pair->user];
}

static void count_pairs(struct flip *flip)
{
	const struct touched *t = &flip->touched;
	uint8_t *before = mem_alloc(t->n + 1);

	for (size_t i = 0; i < t->n; i++) {
		const struct pair *pair = &t->pairs[i];

		if (pair->project < flip->n_projects &&
		    (pair->user == ANYONE || pair->user < flip->n_users))
			before[i] = (uint8_t)decide_effective(flip->facts,
						pair->user, pair->project);
	}
	flip_forth(flip);
	for (size_t i = 0; i < t->n; i++) {
		const struct pair *pair = &t->pairs[i];

		if (pair->user != ANYONE && !is_counted(t, pair))
			moves_add(flip->moves, pair->user, before[i],
				  decide_effective(flip->facts, pair->user,
						   pair->project));
	}
	flip_back(flip);
	free(before);
}

void flip_find(struct flip *flip)
{
	flip->n_users = flip->facts->n_users;
	flip->n_projects = flip->facts->n_projects;
	touch_init(&flip->touched, flip->facts, flip->n);
	collect(flip);
	sweep_rows(flip);
	flip_back(flip);
	if (!is_over(flip))
		sort_pairs(&flip->touched, flip->patience);
}

bool patience_takes(struct patience *patience, size_t steps)
{
	if (!patience)
		return true;
	patience->over = patience->over || patience->left < steps ||
		(patience->wanted && patience->wanted(patience->ctx));
	patience->left -= patience->over ? 0 : steps;
	return !patience->over;
}

void preview_count(struct facts *facts, struct edit *edits, size_t n,
		   uint32_t of, struct moves *out)
{
	preview_count_within(facts, edits, n, of, NULL, out);
}

/* An edit makes one user at most. */
void preview_count_within(struct facts *facts, struct edit *edits, size_t n,
			  uint32_t of, struct patience *patience, struct moves *out)
{
	struct moves_count count;
	struct flip flip = { .facts = facts, .edits = edits, .n = n,
			     .moves = &count, .patience = patience };

	moves_begin(&count, out, of, facts->n_users + (uint32_t)n);
	flip_find(&flip);
	if (patience_takes(patience, flip.touched.n))
		count_pairs(&flip);
	touch_release(&flip.touched);
	moves_end(&count);
}
