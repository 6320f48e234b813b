/* list_marks.c: which rows are marked: their ids, sorted. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "ui/list/list_priv.h"

static int by_id(const void *a, const void *b)
{
	const struct list_mark *x = a, *y = b;

	return x->id < y->id ? -1 : x->id > y->id;
}

static uint64_t id_of(const struct list *list, size_t row)
{
	return list->source.id(list->source.ctx, row);
}

/* Where the id stands among the marks, or would. */
static size_t place(const struct list *list, uint64_t id)
{
	size_t low = 0, high = list->n_marks, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (list->marks[middle].id < id)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static bool is_at(const struct list *list, size_t at, uint64_t id)
{
	return at < list->n_marks && list->marks[at].id == id;
}

size_t list_mark_turn(const struct list *list, size_t row)
{
	uint64_t id;
	size_t at;

	if (!list->n_marks)
		return 0;
	id = id_of(list, row);
	at = place(list, id);
	return is_at(list, at, id) ? list->marks[at].turn : 0;
}

bool list_is_marked(const struct list *list, size_t row)
{
	return list_mark_turn(list, row) > 0;
}

static bool markable(const struct list *list, size_t row)
{
	return !list->source.markable ||
		list->source.markable(list->source.ctx, row);
}

void list_marks_count(struct list *list)
{
	size_t i;

	list->marks_shown = 0;
	for (i = 0; list->n_marks && i < list->n_shown; i++)
		list->marks_shown += list_is_marked(list, list->shown[i]);
}

/* These are the marks now. */
static void replace(struct list *list, struct list_mark *marks, size_t n)
{
	if (n)
		qsort(marks, n, sizeof(*marks), by_id);
	free(list->marks);
	list->marks = marks;
	list->n_marks = list->cap_marks = n;
	list_marks_count(list);
}

void list_marks_settle(struct list *list)
{
	struct list_mark *there;
	size_t row, n = 0, turn;

	if (!list->n_marks)
		return;
	there = mem_array(list->n_marks, sizeof(*there));
	for (row = 0; row < list->total && n < list->n_marks; row++)
		if ((turn = list_mark_turn(list, row)))
			there[n++] = (struct list_mark){ id_of(list, row), turn };
	replace(list, there, n);
}

void list_marks_turn(struct list *list, size_t row)
{
	uint64_t id = id_of(list, row);
	size_t at = place(list, id);

	if (is_at(list, at, id)) {
		list->n_marks--;
		list->marks_shown--;
		memmove(list->marks + at, list->marks + at + 1,
			(list->n_marks - at) * sizeof(*list->marks));
	} else if (markable(list, row)) {
		list->marks = mem_grow(list->marks, list->n_marks,
				       &list->cap_marks, sizeof(*list->marks));
		memmove(list->marks + at + 1, list->marks + at,
			(list->n_marks - at) * sizeof(*list->marks));
		list->marks[at] = (struct list_mark){ id, ++list->mark_turn };
		list->n_marks++;
		list->marks_shown++;
	}
}

/* These rows lose their marks; on: those that had none get one. */
static void change(struct list *list, const uint32_t *row, size_t n, bool on)
{
	struct list_mark *marks = mem_array(list->n_marks + n + 1, sizeof(*marks));
	uint64_t id;
	bool *gone = mem_array(list->n_marks + 1, sizeof(*gone));
	size_t i, at, kept = 0;

	list->mark_turn++;
	for (i = 0; i < n; i++) {
		id = id_of(list, row[i]);
		at = place(list, id);
		if (is_at(list, at, id))
			gone[at] = true;
		else if (on && markable(list, row[i]))
			marks[kept++] = (struct list_mark){ id, list->mark_turn };
	}
	for (i = 0; i < list->n_marks; i++)
		if (!gone[i])
			marks[kept++] = list->marks[i];
	free(gone);
	replace(list, marks, kept);
}

void list_mark_others(struct list *list)
{
	change(list, list->shown, list->n_shown, true);
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
	wanted_init(&wanted, list);
	for (i = 0; i < list->n_shown; i++) {
		if (!markable(list, list->shown[i]) ||
		    !wanted_match(&wanted, &filter, list->shown[i]))
			continue;
		if (out)
			out[n] = list->shown[i];
		n++;
	}
	wanted_release(&wanted);
	return n;
}

size_t list_matches(struct list *list, const char *words)
{
	return match(list, words, NULL);
}

size_t list_mark_by(struct list *list, const char *words, bool on)
{
	uint32_t *found = mem_array(list->n_shown + 1, sizeof(*found));
	size_t n = match(list, words, found), i, fresh = 0;

	for (i = 0; i < n; i++)		/* those it is about: the others are so already */
		if (list_is_marked(list, found[i]) != on)
			found[fresh++] = found[i];
	change(list, found, fresh, on);
	free(found);
	return n;
}

void list_unmark(struct list *list)
{
	list->n_marks = 0;
	list->marks_shown = 0;
}
