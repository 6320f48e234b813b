/* token_rows.c: see token_rows.h. */
#include "action/asset/token_rows.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

struct place { uint32_t n; int rank, left; const char *name; };

static int compare(const void *a, const void *b)
{
	const struct place *x = a, *y = b;

	if (x->rank != y->rank)
		return x->rank - y->rank;
	if (x->left != y->left)
		return x->left < y->left ? -1 : 1;
	return strcmp(x->name, y->name);
}

const uint32_t *token_order(const struct seen *seen, int64_t now, struct arena *arena,
			    size_t *n)
{
	size_t most = seen_n_records(seen, OF_TOKEN), i;
	struct place *all = arena_array(arena, most + 1, sizeof(*all));
	uint32_t *numbers = arena_array(arena, most + 1, sizeof(*numbers));
	const struct fact_record *one;

	*n = 0;
	for (i = 0; i < most; i++) {
		if (!sees_record(seen, OF_TOKEN, (uint32_t)i))
			continue;
		one = seen_record(seen, OF_TOKEN, (uint32_t)i);
		all[(*n)++] = (struct place){ (uint32_t)i, (int)token_state(one, now) <=
			(int)TOKEN_SOON ? 0 : 1, token_days_left(one, now), one->name };
	}
	if (*n > 1)
		qsort(all, *n, sizeof(*all), compare);
	for (i = 0; i < *n; i++)
		numbers[i] = all[i].n;
	return numbers;
}

uint32_t token_owner(const struct seen *seen, uint32_t token)
{
	struct arena arena = { 0 };
	uint32_t owner = facts_user(seen_judged(seen), token_get(seen_record(seen,
				    OF_TOKEN, token), "owner", &arena));

	arena_release(&arena);
	return owner;
}

const char *token_badge(const struct seen *seen, uint32_t token, int64_t now,
			struct arena *arena)
{
	const struct fact_record *one = seen_record(seen, OF_TOKEN, token);
	uint32_t owner = token_owner(seen, token);
	enum token_state state = token_state(one, now);
	int left = token_days_left(one, now);

	if (state == TOKEN_EXPIRED || state == TOKEN_REVOKED)
		return token_state_word(state);
	if (!seen_workspace(seen).api_access || (strcmp(one->type, token_types[0]) == 0 &&
			owner != NOBODY && !seen_user(seen, owner)->active))
		return "stopped";
	return left == INT_MAX ? "never ends" : arena_printf(arena, "%d day%s left", left,
							     left == 1 ? "" : "s");
}

size_t token_ending(const struct seen *seen, int64_t now)
{
	size_t n = 0;
	uint32_t i;

	for (i = 0; i < seen_n_records(seen, OF_TOKEN); i++)
		n += sees_record(seen, OF_TOKEN, i) &&
			token_state(seen_record(seen, OF_TOKEN, i), now) == TOKEN_SOON;
	return n;
}

const char *token_short(const struct fact_record *one, struct arena *arena)
{
	return arena_printf(arena, "%s...%s", token_prefix(one->type),
			    token_get(one, "last_four", arena));
}
