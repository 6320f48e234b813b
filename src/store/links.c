/* links.c: who is in which group, all at once: each person's list and each group's are
 * made in their whole length, where to append one by one is a grain of memory for each
 * person and a walk through all of them for each group. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/load.h"

bool links_add(struct links *links, uint32_t a, uint32_t b)
{
	size_t n = links->n;

	if (n && (a < links->a[n - 1] ||
		  (a == links->a[n - 1] && b <= links->b[n - 1])))
		return false;
	if (n == links->cap) {
		links->cap = links->cap ? links->cap * 2 : 64;
		links->a = mem_resize(links->a, links->cap, sizeof(*links->a));
		links->b = mem_resize(links->b, links->cap, sizeof(*links->b));
	}
	links->a[n] = a;
	links->b[n] = b;
	links->n++;
	return true;
}

void links_release(struct links *links)
{
	free(links->a);
	free(links->b);
	*links = (struct links){ .n = 0 };
}

/* The pairs are in the order of groups: a run of them is the group's list. */
static void fill_groups(const struct links *links, struct facts *facts)
{
	uint32_t *v = arena_array(&facts->text, links->n, sizeof(*v));
	size_t i, last;

	memcpy(v, links->b, links->n * sizeof(*v));
	for (i = 0; i < links->n; i = last) {
		for (last = i + 1; last < links->n &&
		     links->a[last] == links->a[i]; last++)
			;
		facts->groups[links->a[i]].members = (struct numbers){
			.v = v + i, .n = (uint32_t)(last - i) };
	}
}

/* Counted, then dealt out in the order of the pairs. */
static void fill_users(const struct links *links, struct facts *facts)
{
	uint32_t *v = arena_array(&facts->text, links->n, sizeof(*v));
	size_t *end = mem_array((size_t)facts->n_users + 1, sizeof(*end)), at = 0, n;

	for (size_t i = 0; i < links->n; i++)
		end[links->b[i]]++;
	for (uint32_t u = 0; u < facts->n_users; u++) {
		n = end[u];
		end[u] = at;
		if (n)
			facts->users[u].groups = (struct numbers){
				.v = v + at, .n = (uint32_t)n };
		at += n;
	}
	for (size_t i = 0; i < links->n; i++)
		v[end[links->b[i]]++] = links->a[i];
	free(end);
}

bool links_members(const struct links *links, struct facts *facts)
{
	if (links->n) {
		fill_groups(links, facts);
		fill_users(links, facts);
	}
	return true;
}
