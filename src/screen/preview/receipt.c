/* receipt.c: see receipt.h. */
#include "screen/preview/receipt.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/strmap.h"

enum { RANGES_SHOWN = 4 };

/* A person on a project, or a right of theirs that is no level: up or down by this
 * session's changes. */
struct pair {
	const char *user;		/* id; "": anyone on the web */
	int sum;
};

struct receipt {
	struct arena arena;
	struct strmap at;		/* "user project right asset" -> pair */
	struct pair *pair;
	size_t n, cap;
	bool uncounted;
	size_t changes;
	int64_t *undo;			/* events that can be undone, in order */
	size_t n_undo, cap_undo;
};

static void add(struct receipt *receipt, const char *key, const char *user, int by)
{
	uint32_t i;

	if (!strmap_get(&receipt->at, key, &i)) {
		if (receipt->n == RECEIPT_PAIRS) {
			receipt->uncounted = true;
			return;
		}
		if (receipt->n == receipt->cap) {
			receipt->cap = receipt->cap ? 2 * receipt->cap : 64;
			receipt->pair = mem_resize(receipt->pair, receipt->cap,
						   sizeof(*receipt->pair));
		}
		i = (uint32_t)receipt->n++;
		receipt->pair[i] = (struct pair){
			.user = arena_strdup(&receipt->arena, user) };
		strmap_set(&receipt->at, arena_strdup(&receipt->arena, key), i);
	}
	receipt->pair[i].sum += by;
}

static const char *project_id(const struct seen *seen, uint32_t project)
{
	return project == NOBODY ? "" : seen_project(seen, project)->id;
}

static void count(struct screen *screen, struct receipt *receipt,
		  const struct result *result)
{
	const struct seen *seen = app_seen(screen->app);
	const struct preview *preview = &result->preview;
	struct arena scratch = { 0 };
	size_t i;

	receipt->uncounted = receipt->uncounted || preview->n < preview->total ||
		preview->n > RECEIPT_PAIRS || result->moved.n > RECEIPT_PAIRS;
	for (i = 0; i < preview->n && !receipt->uncounted; i++) {
		const struct change *c = &preview->changes[i];
		const char *user = c->user == ANYONE ? "" : seen_user(seen, c->user)->id;
		int by = (int)c->after.effective - (int)c->before.effective;

		if (by)
			add(receipt, arena_printf(&scratch, "%s\t%s", user,
						  project_id(seen, c->project)), user, by);
	}
	for (i = 0; i < result->moved.n && !receipt->uncounted; i++) {
		const struct moved_one *one = &result->moved.v[i];
		const char *user = one->user == ANYONE ? "" :
			seen_user(seen, one->user)->id;

		add(receipt, arena_printf(&scratch, "%s\t%s\t%d", user,
					  project_id(seen, one->project), (int)one->right),
		    user, one->gains ? 1 : -1);
	}
	arena_release(&scratch);
}

/* In order; once. */
static void may_undo(struct receipt *receipt, int64_t event)
{
	size_t i = receipt->n_undo;

	while (i > 0 && receipt->undo[i - 1] > event)
		i--;
	if (i > 0 && receipt->undo[i - 1] == event)
		return;
	if (receipt->n_undo == receipt->cap_undo) {
		receipt->cap_undo = receipt->cap_undo ? 2 * receipt->cap_undo : 16;
		receipt->undo = mem_resize(receipt->undo, receipt->cap_undo,
					   sizeof(*receipt->undo));
	}
	memmove(receipt->undo + i + 1, receipt->undo + i,
		(receipt->n_undo++ - i) * sizeof(*receipt->undo));
	receipt->undo[i] = event;
}

static void undone(struct receipt *receipt, int64_t event)
{
	size_t i, n = 0;

	for (i = 0; i < receipt->n_undo; i++)
		if (receipt->undo[i] != event)
			receipt->undo[n++] = receipt->undo[i];
	receipt->n_undo = n;
}

void receipt_note(struct screen *screen, const struct result *result)
{
	struct receipt *receipt = screen->receipt;
	size_t i;

	if (!result->event)
		return;
	if (!receipt)
		receipt = screen->receipt = mem_alloc(sizeof(*receipt));
	receipt->changes++;
	count(screen, receipt, result);
	for (i = 0; i < result->n_turned; i++) {
		if (result->undid)
			undone(receipt, result->turned[i]);
		else
			may_undo(receipt, result->turned[i]);
	}
	if (!result->n_turned && result->has_preview && !result->irreversible)
		may_undo(receipt, result->event);
}

/* ---- the line ------------------------------------------------------------------- */

enum { GAINED = 1, LOST = 2 };

struct who { size_t gained, lost; unsigned web; };

/* People, each once whatever the number of projects. */
static struct who who_moved(const struct receipt *receipt)
{
	struct strmap seen = { .n = 0 };
	uint8_t *ways = mem_alloc(receipt->n + 1);
	struct who who = { .web = 0 };
	uint32_t at;
	size_t i;

	for (i = 0; i < receipt->n; i++) {
		const struct pair *pair = &receipt->pair[i];
		unsigned way = pair->sum > 0 ? GAINED : pair->sum < 0 ? LOST : 0;

		if (!pair->user[0])
			who.web |= way;
		if (!pair->user[0] || !way)
			continue;
		if (!strmap_get(&seen, pair->user, &at))
			strmap_set(&seen, pair->user, at = (uint32_t)i);
		who.gained += way == GAINED && !(ways[at] & GAINED);
		who.lost += way == LOST && !(ways[at] & LOST);
		ways[at] = (uint8_t)(ways[at] | way);
	}
	strmap_release(&seen);
	free(ways);
	return who;
}

static void say_who(const struct receipt *receipt, struct buf *out)
{
	struct who who = who_moved(receipt);
	size_t first = who.gained ? who.gained : who.lost;

	if (first)
		buf_printf(out, ": %zu %s %s", first, first == 1 ? "person" : "people",
			   who.gained ? "gained" : "lost");
	if (who.gained && who.lost)
		buf_printf(out, ", %zu lost", who.lost);
	if (who.web)
		buf_printf(out, "%s the web visitor %s", first ? "," : ":",
			   who.web & LOST ? "lost" : "gained");
	if (!first && !who.web)
		buf_adds(out, ", nobody gained or lost");
}

/* "12..15, 18" */
static void say_events(const struct receipt *receipt, struct buf *out)
{
	size_t i, k, ranges = 0, n = receipt->n_undo;

	for (i = 0; i < n; i = k, ranges++) {
		for (k = i + 1; k < n && receipt->undo[k] == receipt->undo[k - 1] + 1; k++)
			;
		if (ranges == RANGES_SHOWN) {
			buf_printf(out, " and %zu more", n - i);
			break;
		}
		buf_printf(out, "%s%lld", i ? ", " : " undo ",
			   (long long)receipt->undo[i]);
		if (k > i + 1)
			buf_printf(out, "..%lld", (long long)receipt->undo[k - 1]);
	}
	if (n)
		buf_addc(out, '.');
}

void receipt_changes(const struct screen *screen, bool thrown_away, struct buf *out)
{
	const struct receipt *receipt = screen->receipt;

	if (!receipt)
		return;
	buf_printf(out, "%zu change%s %s", receipt->changes, receipt->changes == 1 ? "" : "s",
		   !thrown_away ? "saved" : screen->app->witness ? "tried in a copy" :
		   "tried in the demo");
	if (receipt->uncounted)
		buf_adds(out, ", who gained and lost was not counted: they are too many");
	else
		say_who(receipt, out);
	buf_addc(out, '.');
	if (!thrown_away)
		say_events(receipt, out);
}

void receipt_release(struct screen *screen)
{
	struct receipt *receipt = screen->receipt;

	if (!receipt)
		return;
	strmap_release(&receipt->at);
	arena_release(&receipt->arena);
	free(receipt->pair);
	free(receipt->undo);
	free(receipt);
	screen->receipt = NULL;
}
