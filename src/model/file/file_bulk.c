/* file_bulk.c: many relations at once: append, then sort, see rows_priv.h. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/file/rows_priv.h"
#include "model/whose.h"

void append_both(struct numbers *a, uint32_t in_a, struct numbers *b,
		 uint32_t in_b)
{
	numbers_append(a, in_a);
	numbers_append(b, in_b);
}

void settle_relations(struct facts *facts)
{
	struct numbers *set;

	for (enum whose whose = OF_USER; whose <= OF_PROJECT; whose++)
		for (uint32_t i = 0; i < whose_n(facts, whose); i++)
			for (size_t k = 0; (set = whose_set(facts, whose, i, k)); k++)
				numbers_settle(set);
}

void grant_rows_add(struct grant_rows *rows, struct grant_row row)
{
	rows->v = mem_grow(rows->v, rows->n, &rows->cap, sizeof(*rows->v));
	rows->v[rows->n++] = row;
}

void grant_rows_release(struct grant_rows *rows)
{
	free(rows->v);
	memset(rows, 0, sizeof(*rows));
}

/* Project, users before groups, number. */
static int by_grantee(const struct grant_row *a, const struct grant_row *b)
{
	if (a->project != b->project)
		return a->project < b->project ? -1 : 1;
	if (a->group != b->group)
		return a->group ? 1 : -1;
	return (a->who > b->who) - (a->who < b->who);
}

static int compare(const void *a, const void *b)
{
	const struct grant_row *x = a, *y = b;
	int order = by_grantee(x, y);

	return order ? order : (x->at > y->at) - (x->at < y->at);
}

/* The rows of one project, sorted. */
static void fill(struct facts *facts, const struct grant_row *row, size_t n)
{
	struct fact_project *project = &facts->projects[row->project];

	project->grants = mem_array(n, sizeof(*project->grants));
	project->n_grants = project->cap_grants = (uint32_t)n;
	for (size_t i = 0; i < n; i++) {
		project->grants[i] = (struct fact_grant){
			.who = row[i].who, .group = row[i].group,
			.level = row[i].level };
		numbers_append(row[i].group ?
			       &facts->groups[row[i].who].projects :
			       &facts->users[row[i].who].projects,
			       row[i].project);
	}
}

void grant_rows_sort(struct grant_rows *rows)
{
	if (rows->n > 1)
		qsort(rows->v, rows->n, sizeof(*rows->v), compare);
}

const struct grant_row *grant_rows_twice(const struct grant_rows *rows,
					 const struct grant_row *last)
{
	size_t i = last ? (size_t)(last - rows->v) + 1 : 1;

	for (; i < rows->n; i++)
		if (by_grantee(&rows->v[i - 1], &rows->v[i]) == 0)
			return &rows->v[i];
	return NULL;
}

void grant_rows_settle(struct grant_rows *rows, struct facts *facts)
{
	size_t start = 0;

	for (size_t i = 1; i <= rows->n; i++) {
		if (i < rows->n &&
		    rows->v[i].project == rows->v[start].project)
			continue;
		fill(facts, rows->v + start, i - start);
		start = i;
	}
	rows->n = 0;
}
