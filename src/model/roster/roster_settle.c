/* roster_settle.c: columns that are only called like a status or a kind, by what is in
 * them. */
#include <string.h>

#include "base/text.h"
#include "model/roster/roster_priv.h"

enum { VALUES = 3, VALUE_CELLS = 24, TEXT_LIMIT = 4096 };

struct column {
	bool looked, filled, known, suspends;
	const char *value[VALUES];		/* the first, each once */
	size_t n, more;
};

static bool ends_in_status(const char *header)
{
	static const char *const ends[] = { "status", "statut", "estado" };
	struct buf key;
	bool is = false;
	size_t i, len;

	if (strlen(header) > TEXT_LIMIT / 4)
		return false;
	buf_init(&key, TEXT_LIMIT);
	roster_key(&key, header, strcspn(header, "["));
	for (i = 0; i < COUNT_OF(ends); i++) {
		len = strlen(ends[i]);
		is = is || (key.len >= len &&
			    strcmp(buf_text(&key) + key.len - len, ends[i]) == 0);
	}
	buf_release(&key);
	return is;
}

static void note_value(struct roster *list, struct column *column, const char *text)
{
	size_t i;

	for (i = 0; i < column->n; i++)
		if (text_casecmp(column->value[i], text) == 0)
			return;
	if (column->n == VALUES)
		column->more++;
	else
		column->value[column->n++] = arena_strdup(&list->arena, text);
}

static void look_at(struct roster *list, const struct csv *csv, struct column *columns,
		    struct arena *arena)
{
	enum roster_is is;
	const char *text;
	bool suspended;
	size_t i;

	for (i = 0; i < list->n_columns && i < csv->n; i++) {
		if (!columns[i].looked || (columns[i].known && list->taken[i] != ROSTER_NOT_USED))
			continue;
		text = text_tidy(arena_strdup(arena, csv_field(csv, i)), arena);
		if (!*text)
			continue;
		columns[i].filled = true;
		note_value(list, &columns[i], text);
		if (list->taken[i] == ROSTER_KIND) {
			columns[i].known = roster_kind(text, &is);
		} else if (roster_status_says(text, &suspended)) {
			columns[i].known = true;
			columns[i].suspends = columns[i].suspends || suspended;
		}
	}
}

static const char *values_of(struct roster *list, const struct column *column)
{
	const char *text;
	struct buf out;
	size_t i;

	buf_init(&out, TEXT_LIMIT);
	for (i = 0; i < column->n; i++) {
		buf_adds(&out, i ? ", \"" : "\"");
		text_cut(&out, column->value[i], VALUE_CELLS);
		buf_addc(&out, '"');
	}
	if (column->more)
		buf_adds(&out, " and others");
	text = arena_strdup(&list->arena, buf_text(&out));
	buf_release(&out);
	return text;
}

static bool to_look_at(const struct roster *list, size_t column)
{
	switch (list->taken[column]) {
	case ROSTER_STATUS:
		return roster_header_yes(list->header[column]) == YES_UNSAID;
	case ROSTER_KIND:
		return true;
	case ROSTER_NOT_USED:
		return ends_in_status(list->header[column]);
	default:
		return false;
	}
}

static void judge(struct roster *list, size_t i, const struct column *column)
{
	if (list->taken[i] == ROSTER_NOT_USED) {
		if (column->suspends)
			list->like_status[i] = values_of(list, column);
	} else if (!column->filled || column->known) {
		return;
	} else if (list->taken[i] == ROSTER_KIND && !list->kind_by_hand) {
		list->taken[i] = ROSTER_NOT_USED;
	} else {
		list->unread[i] = values_of(list, column);
	}
}

void roster_settle(struct roster *list)
{
	struct column *columns = arena_array(&list->arena, list->n_columns + 1,
					     sizeof(*columns));
	size_t i, at = 0, skip = 1 + (list->passed_over != NULL);
	struct roster_reading reading;
	struct arena arena = { 0 };
	bool any = false;
	struct error err;

	list->unread = arena_array(&list->arena, list->n_columns + 1, sizeof(*list->unread));
	list->like_status = arena_array(&list->arena, list->n_columns + 1,
					sizeof(*list->like_status));
	for (i = 0; i < list->n_columns; i++) {
		columns[i].looked = to_look_at(list, i);
		any = any || columns[i].looked;
	}
	if (!any)
		return;
	roster_begin(list, &reading);
	while (roster_next(&reading, &err) == 1)
		if (at++ >= skip) {
			look_at(list, &reading.csv, columns, &arena);
			arena_release(&arena);
		}
	roster_end(&reading);
	for (i = 0; i < list->n_columns; i++)
		if (columns[i].looked)
			judge(list, i, &columns[i]);
}
