/* list_marks.c: which rows are marked: their ids, sorted. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "ui/list_priv.h"

static int by_id(const void *a, const void *b)
{
	const uint64_t *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

static uint64_t id_of(const struct list *list, size_t row)
{
	return list->source.id(list->source.ctx, row);
}

bool list_is_marked(const struct list *list, size_t row)
{
	uint64_t id;

	if (!list->n_marks)
		return false;
	id = id_of(list, row);
	return bsearch(&id, list->marks, list->n_marks, sizeof(id), by_id) !=
		NULL;
}

static bool markable(const struct list *list, size_t row)
{
	return !list->source.markable ||
		list->source.markable(list->source.ctx, row);
}

static void add(struct list *list, uint64_t id)
{
	list->marks = mem_grow(list->marks, list->n_marks, &list->cap_marks,
			       sizeof(*list->marks));
	list->marks[list->n_marks++] = id;
}

/* After ids were added at the end. */
static void order(struct list *list)
{
	if (list->n_marks)
		qsort(list->marks, list->n_marks, sizeof(*list->marks), by_id);
	list_marks_count(list);
}

void list_marks_count(struct list *list)
{
	size_t i;

	list->marks_shown = 0;
	for (i = 0; list->n_marks && i < list->n_shown; i++)
		list->marks_shown += list_is_marked(list, list->shown[i]);
}

void list_marks_settle(struct list *list)
{
	uint64_t *there;
	size_t row, n = 0;

	if (!list->n_marks)
		return;
	there = mem_array(list->n_marks, sizeof(*there));
	for (row = 0; row < list->total && n < list->n_marks; row++)
		if (list_is_marked(list, row))
			there[n++] = id_of(list, row);
	free(list->marks);
	list->marks = there;
	list->cap_marks = list->n_marks;
	list->n_marks = n;
	order(list);
}

static void take_away(struct list *list, uint64_t id)
{
	uint64_t *at = bsearch(&id, list->marks, list->n_marks, sizeof(id),
			       by_id);

	if (!at)
		return;
	list->n_marks--;
	memmove(at, at + 1, (size_t)(list->marks + list->n_marks - at) *
		sizeof(*at));
}

void list_mark(struct list *list)
{
	struct key down = { .code = KEY_DOWN };
	size_t row;

	if (!list_current(list, &row))
		return;
	if (list_is_marked(list, row))
		take_away(list, id_of(list, row));
	else if (markable(list, row))
		add(list, id_of(list, row));
	order(list);
	(void)list_key(list, &down);
}

void list_mark_others(struct list *list)
{
	uint64_t *old = list->marks;
	size_t n_old = list->n_marks, i;
	struct list before = *list;

	list->marks = NULL;
	list->n_marks = list->cap_marks = 0;
	for (i = 0; i < list->n_shown; i++)
		if (markable(list, list->shown[i]) &&
		    !list_is_marked(&before, list->shown[i]))
			add(list, id_of(list, list->shown[i]));
	if (before.marks_shown < n_old) {	/* those not shown stay marked */
		for (i = 0; i < before.n_shown; i++)
			take_away(&before, id_of(list, before.shown[i]));
		for (i = 0; i < before.n_marks; i++)
			add(list, before.marks[i]);
	}
	free(old);
	order(list);
}

/* The source rows of those shown that match; how many. */
static size_t match(struct list *list, const char *words, uint32_t *out)
{
	struct filter filter;
	struct wanted wanted;
	size_t i, n = 0;

	filter_parse(&filter, words);
	if (filter_empty(&filter))
		return 0;
	wanted_init(&wanted, list, &filter);
	for (i = 0; i < list->n_shown; i++) {
		if (!markable(list, list->shown[i]) ||
		    !wanted_match(list, &filter, &wanted, list->shown[i]))
			continue;
		if (out)
			out[n] = list->shown[i];
		n++;
	}
	wanted_release(&wanted, list);
	return n;
}

size_t list_matches(struct list *list, const char *words)
{
	return match(list, words, NULL);
}

size_t list_mark_by(struct list *list, const char *words, bool on)
{
	uint32_t *found = mem_array(list->n_shown + 1, sizeof(*found));
	size_t n = match(list, words, found), i, had = list->n_marks;
	struct list before = *list;

	for (i = 0; i < n; i++) {
		before.marks = list->marks;	/* add may move them; only the
						 * first had are sorted */
		before.n_marks = had;
		if (!on)
			take_away(list, id_of(list, found[i]));
		else if (!list_is_marked(&before, found[i]))
			add(list, id_of(list, found[i]));
	}
	free(found);
	order(list);
	return n;
}

void list_unmark(struct list *list)
{
	list->n_marks = 0;
	list->marks_shown = 0;
}
