/* numbers.c: see numbers.h. */
#include "model/numbers.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* Place of v, or the place where it belongs. */
static uint32_t place(const struct numbers *set, uint32_t v)
{
	uint32_t low = 0, high = set->n, mid;

	if (high > 0 && set->v[high - 1] < v)
		return high;
	while (low < high) {
		mid = low + (high - low) / 2;
		if (set->v[mid] < v)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static void make_room(struct numbers *set)
{
	const uint32_t *borrowed = set->cap ? NULL : set->v;

	if (set->n < set->cap)
		return;
	set->cap = set->cap ? set->cap * 2 : set->n + 4;
	set->v = mem_resize(borrowed ? NULL : set->v, set->cap, sizeof(*set->v));
	if (borrowed && set->n)
		memcpy(set->v, borrowed, set->n * sizeof(*set->v));
}

void numbers_release(struct numbers *set)
{
	if (set->cap)
		free(set->v);
	*set = (struct numbers){ .n = 0 };
}

bool numbers_add(struct numbers *set, uint32_t v)
{
	uint32_t at = place(set, v);

	if (at < set->n && set->v[at] == v)
		return false;
	make_room(set);
	memmove(set->v + at + 1, set->v + at,
		(set->n - at) * sizeof(*set->v));
	set->v[at] = v;
	set->n++;
	return true;
}

bool numbers_remove(struct numbers *set, uint32_t v)
{
	uint32_t at = place(set, v);

	if (at == set->n || set->v[at] != v)
		return false;
	set->n--;
	memmove(set->v + at, set->v + at + 1,
		(set->n - at) * sizeof(*set->v));
	return true;
}

bool numbers_has(const struct numbers *set, uint32_t v)
{
	uint32_t at = place(set, v);

	return at < set->n && set->v[at] == v;
}

void numbers_append(struct numbers *set, uint32_t v)
{
	make_room(set);
	set->v[set->n++] = v;
}

static int compare(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return (x > y) - (x < y);
}

void numbers_settle(struct numbers *set)
{
	uint32_t i = 1, kept = 1;

	while (i < set->n && set->v[i - 1] < set->v[i])
		i++;
	if (i >= set->n)
		return;
	qsort(set->v, set->n, sizeof(*set->v), compare);
	for (i = 1; i < set->n; i++)
		if (set->v[i] != set->v[kept - 1])
			set->v[kept++] = set->v[i];
	set->n = kept;
}
