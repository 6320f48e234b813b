/* roster.c: what a list looks like: its separator, its header, an example of each column. */
#include "model/roster/roster.h"

#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "model/roster/roster_priv.h"

enum { EXAMPLE_ROWS = 50 };

/* The first lines, as one separator parts them. */
struct look {
	const char **cell[2];
	size_t n[2];
	size_t records;			/* 0 to 2 */
	bool above;			/* the first is no header, the second is */
	bool found;			/* a column holds addresses, or a wished one is there */
	struct error err;		/* why there are no more */
};

/* ---- the first lines --------------------------------------------------------------- */

static const char **keep(struct roster *list, const struct csv *csv)
{
	const char **cell = arena_array(&list->arena, csv->n + 1, sizeof(*cell));
	size_t i;

	for (i = 0; i < csv->n; i++)
		cell[i] = text_tidy(arena_strdup(&list->arena, csv_field(csv, i)),
				    &list->arena);
	return cell;
}

/* Does the line name a column that is looked for? */
static bool names_one(const struct look *look, size_t record,
		      const struct roster_wish *wishes, size_t n)
{
	enum roster_field field;
	size_t i, w, rank;

	for (i = 0; i < look->n[record]; i++) {
		const char *cell = look->cell[record][i];

		if (roster_header_field(cell, &field, &rank) &&
		    (field == ROSTER_EMAIL || field == ROSTER_LOGIN))
			return true;
		for (w = 0; w < n; w++)
			if (*cell && text_casecmp(cell, wishes[w].header) == 0)
				return true;
	}
	return false;
}

static size_t filled(const struct look *look, size_t record)
{
	size_t i, n = 0;

	for (i = 0; i < look->n[record]; i++)
		n += *look->cell[record][i] != '\0';
	return n;
}

/* Is the first line a remark: a version, a title, "sep=;"? */
static void judge(struct look *look, const struct roster_wish *wishes, size_t n)
{
	look->found = look->records && names_one(look, 0, wishes, n);
	if (look->found || look->records < 2)
		return;
	look->found = names_one(look, 1, wishes, n) &&
		(look->n[0] != look->n[1] || filled(look, 0) == 1);
	look->above = look->found || (filled(look, 0) == 1 && look->n[1] > 1);
}

static void look_at(struct roster *list, char separator, const struct roster_wish *wishes,
		    size_t n, struct look *look)
{
	struct roster_reading reading;

	*look = (struct look){ .records = 0 };
	list->separator = separator;
	roster_begin(list, &reading);
	while (look->records < 2 && roster_next(&reading, &look->err) == 1) {
		look->cell[look->records] = keep(list, &reading.csv);
		look->n[look->records++] = reading.csv.n;
	}
	roster_end(&reading);
	judge(look, wishes, n);
}

static size_t score(const struct look *look)
{
	size_t columns = look->records ? look->n[look->above] : 0;

	return columns + (look->found ? 1u << 20 : 0);
}

/* Some spreadsheets say it in a line of its own. */
static bool says_separator(const struct roster *list, char *out)
{
	const char *text = buf_text(&list->text);

	if (list->text.len < 5 || memcmp(text, "sep=", 4) != 0 ||
	    !strchr(",;\t", text[4]) || (text[5] != '\n' && text[5] != '\r'))
		return false;
	*out = text[4];
	return true;
}

static void choose(struct roster *list, const struct roster_wish *wishes, size_t n,
		   struct look *best)
{
	static const char all[] = { ',', ';', '\t' };
	char separator = ',';
	struct look look;
	size_t i;

	if (says_separator(list, &separator)) {
		look_at(list, separator, wishes, n, best);
		best->above = best->records == 2;
		return;
	}
	look_at(list, separator, wishes, n, best);
	for (i = 1; i < COUNT_OF(all); i++) {
		look_at(list, all[i], wishes, n, &look);
		if (score(&look) > score(best)) {
			*best = look;
			separator = all[i];
		}
	}
	list->separator = separator;
}

/* ---- examples ------------------------------------------------------------------------ */

static void examples(struct roster *list)
{
	struct roster_reading reading;
	size_t i, rows = 0, skip = 1 + (list->passed_over != NULL);
	struct error err;

	list->example = arena_array(&list->arena, list->n_columns + 1,
				    sizeof(*list->example));
	for (i = 0; i < list->n_columns; i++)
		list->example[i] = "";
	roster_begin(list, &reading);
	while (rows < skip + EXAMPLE_ROWS && roster_next(&reading, &err) == 1) {
		if (rows++ < skip)
			continue;
		for (i = 0; i < list->n_columns; i++)
			if (!*list->example[i])
				list->example[i] = text_tidy(arena_strdup(&list->arena,
					csv_field(&reading.csv, i)), &list->arena);
	}
	roster_end(&reading);
}

/* As it stands. */
static const char *first_line(struct roster *list)
{
	const char *text = buf_text(&list->text);

	text += strspn(text, "\r\n");
	return arena_strndup(&list->arena, text, strcspn(text, "\r\n"));
}

static bool is_empty(const struct roster *list, const struct look *look, struct error *err)
{
	struct buf name;

	if (look->records)
		return false;
	if (look->err.kind) {
		*err = look->err;
		return true;
	}
	error_set(err, ERROR_INVALID, "NOT_CSV", "%s: is empty", roster_called(list, &name));
	buf_release(&name);
	error_remedy(err, "the first line names the columns, such as email,name");
	return true;
}

bool roster_open(struct roster *list, const char *name, const char *data, size_t n,
	       const struct roster_wish *wishes, size_t n_wishes, struct error *err)
{
	struct look look;

	*list = (struct roster){ .n_columns = 0 };
	list->name = arena_strdup(&list->arena, name);
	buf_init(&list->text, SIZE_MAX / 2);
	if (!roster_decode(list, data, n, err))
		return false;
	choose(list, wishes, n_wishes, &look);
	if (is_empty(list, &look, err))
		return false;
	if (look.above)
		list->passed_over = first_line(list);
	list->header = look.cell[look.above];
	list->n_columns = look.n[look.above];
	roster_header_find(list);
	if (!roster_header_wishes(list, wishes, n_wishes, err))
		return false;
	roster_settle(list);
	examples(list);
	return true;
}

void roster_close(struct roster *list)
{
	buf_release(&list->text);
	arena_release(&list->arena);
	*list = (struct roster){ .n_columns = 0 };
}
