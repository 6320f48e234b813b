/* list_sort.c: the order of all rows of a list: by the chosen column, ties by the
 * first, natural order, stable. */
#include <stdlib.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/text.h"
#include "ui/list/list_priv.h"

struct sort_key {
	size_t text;		/* offset of its text */
	uint32_t row, place;	/* place: before this pass */
};

struct pass {
	const struct list *list;
	const char *text;
	size_t column;
	bool descending;
};

static int compare_keys(const void *a_, const void *b_, void *pass_)
{
	const struct sort_key *a = a_, *b = b_;
	const struct pass *pass = pass_;
	const struct list_source *source = &pass->list->source;
	int order = 0;

	if (source->compare)
		order = source->compare(source->ctx, a->row, b->row,
					pass->column);
	if (order == 0)
		order = text_natcmp(pass->text + a->text, pass->text + b->text);
	if (order)
		return pass->descending ? -order : order;
	return a->place < b->place ? -1 : a->place > b->place;
}

static void sort_by(struct list *list, struct sort_key *key, size_t column,
		    bool descending)
{
	struct pass pass = { list, NULL, column, descending };
	unsigned style = STYLE_PLAIN;
	struct buf text;
	size_t i;

	buf_init(&text, SIZE_MAX / 2);
	for (i = 0; i < list->total; i++) {
		key[i].place = (uint32_t)i;
		key[i].text = text.len;
		list->source.cell(list->source.ctx, key[i].row, column, &text,
				  &style);
		buf_addc(&text, '\0');
	}
	pass.text = buf_text(&text);
	qsort_r(key, list->total, sizeof(*key), compare_keys, &pass);
	buf_release(&text);
}

void list_order(struct list *list)
{
	struct sort_key *key;
	size_t i;

	free(list->order);
	list->order = NULL;
	if (!list->sorted)
		return;
	key = mem_array(list->total, sizeof(*key));
	for (i = 0; i < list->total; i++)
		key[i].row = (uint32_t)i;
	if (list->sort != 0)
		sort_by(list, key, 0, false);
	sort_by(list, key, list->sort, list->descending);
	list->order = mem_array(list->total, sizeof(*list->order));
	for (i = 0; i < list->total; i++)
		list->order[i] = key[i].row;
	free(key);
}
