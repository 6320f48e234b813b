/* roster_header.c: which column is which: the usual names, and what is wished by hand. */
#include <stdlib.h>
#include <string.h>

#include "base/nearest.h"
#include "base/text.h"
#include "model/roster/roster_priv.h"

enum { KEY_LIMIT = 4096, QUOTED_CELLS = 60, NAMES_MOST = 12 };

static const struct { const char *code, *label; } fields[ROSTER_FIELDS] = {
	[ROSTER_EMAIL] = { "email", "E-mail" },
	[ROSTER_LOGIN] = { "login", "Login" },
	[ROSTER_STATUS] = { "status", "Status" },
	[ROSTER_KIND] = { "kind", "Kind" },
	[ROSTER_NAME] = { "name", "Name" },
	[ROSTER_FIRST_NAME] = { "first_name", "First name" },
	[ROSTER_LAST_NAME] = { "last_name", "Last name" },
	[ROSTER_ROLE] = { "role", "Role" },
	[ROSTER_GROUPS] = { "groups", "Groups" },
};

const char *roster_field_code(enum roster_field field)
{
	return fields[field].code;
}

const char *roster_field_label(enum roster_field field)
{
	return fields[field].label;
}

bool roster_field_parse(const char *text, enum roster_field *out)
{
	struct buf key, code;
	bool found = false;
	size_t i;

	buf_init(&key, KEY_LIMIT);
	buf_init(&code, KEY_LIMIT);
	roster_key(&key, text, strlen(text));
	for (i = 0; i < ROSTER_FIELDS && !found; i++) {
		buf_reset(&code);
		roster_key(&code, fields[i].code, strlen(fields[i].code));
		found = strcmp(buf_text(&key), buf_text(&code)) == 0;
		*out = (enum roster_field)i;
	}
	buf_release(&key);
	buf_release(&code);
	return found;
}

int roster_column(const struct roster *list, enum roster_field field, size_t from)
{
	size_t i;

	for (i = from; i < list->n_columns; i++)
		if (list->taken[i] == (int)field)
			return (int)i;
	return ROSTER_NO_COLUMN;
}

/* Not in any column, so far. */
static void drop(struct roster *list, enum roster_field field)
{
	size_t i;

	for (i = 0; i < list->n_columns; i++)
		if (list->taken[i] == (int)field)
			list->taken[i] = ROSTER_NOT_USED;
}

/* A status or a kind may be in several columns; of the others the one that is meant most. */
static bool is_many(enum roster_field field)
{
	return field == ROSTER_STATUS || field == ROSTER_KIND;
}

static bool is_called(const struct roster *list, enum roster_field field, const char *name)
{
	int column = roster_column(list, field, 0);

	return column != ROSTER_NO_COLUMN && roster_same(list->header[column], name);
}

static void turn(struct roster *list, enum roster_field from, enum roster_field to)
{
	list->taken[roster_column(list, from, 0)] = (int)to;
}

void roster_header_find(struct roster *list)
{
	size_t best[ROSTER_FIELDS], rank, i;
	enum roster_field field;

	for (i = 0; i < ROSTER_FIELDS; i++)
		best[i] = SIZE_MAX;
	list->taken = arena_array(&list->arena, list->n_columns + 1, sizeof(*list->taken));
	for (i = 0; i < list->n_columns; i++) {
		list->taken[i] = ROSTER_NOT_USED;
		if (!roster_header_field(list->header[i], &field, &rank) ||
		    roster_is_place(list, i) ||
		    (!is_many(field) && best[field] <= rank))
			continue;
		if (!is_many(field))
			drop(list, field);
		best[field] = rank;
		list->taken[i] = (int)field;
	}
	if (best[ROSTER_EMAIL] == SIZE_MAX && best[ROSTER_LOGIN] != SIZE_MAX)
		turn(list, ROSTER_LOGIN, ROSTER_EMAIL);
	/* "Name;Vorname" */
	if (best[ROSTER_LAST_NAME] == SIZE_MAX && is_called(list, ROSTER_NAME, "Name") &&
	    is_called(list, ROSTER_FIRST_NAME, "Vorname"))
		turn(list, ROSTER_NAME, ROSTER_LAST_NAME);
}

/* ---- wishes ---------------------------------------------------------------------------- */

static bool no_such(const struct roster *list, const struct roster_wish *wish,
		    struct error *err)
{
	const char *meant = nearest(wish->header, list->header, list->n_columns);
	struct buf name, said;
	size_t i;

	buf_init(&said, sizeof(err->remedy));
	error_set(err, ERROR_INVALID, "NO_COLUMN", "%s: there is no column \"",
		  roster_called(list, &name));
	text_cut(&said, wish->header, QUOTED_CELLS);
	error_set(err, ERROR_INVALID, "NO_COLUMN", "%s: there is no column \"%s\"",
		  buf_text(&name), buf_text(&said));
	buf_reset(&said);
	for (i = 0; i < list->n_columns && i < NAMES_MOST && !meant; i++) {
		buf_adds(&said, i ? ", " : "");
		text_cut(&said, list->header[i], QUOTED_CELLS / 2);
	}
	if (meant)
		text_cut(&said, meant, QUOTED_CELLS);
	error_field(err, "column");
	error_remedy(err, meant ? "did you mean %s?" : "there are: %s", buf_text(&said));
	buf_release(&said);
	buf_release(&name);
	return false;
}

/* "#3": the third, where no header is called so. */
static size_t numbered(const struct roster *list, const char *header)
{
	char *end;
	unsigned long n;

	if (header[0] != '#' || header[1] < '1' || header[1] > '9')
		return list->n_columns;
	n = strtoul(header + 1, &end, 10);
	return *end || n > list->n_columns ? list->n_columns : n - 1;
}

bool roster_header_wishes(struct roster *list, const struct roster_wish *wishes, size_t n,
			struct error *err)
{
	bool many[ROSTER_FIELDS] = { false };	/* one of them was for it */
	bool parts = false, whole = false;	/* of a name */
	size_t i, c;

	for (i = 0; i < n; i++) {
		const char *header = text_tidy(wishes[i].header, &list->arena);

		for (c = 0; *header && c < list->n_columns; c++)
			if (text_casecmp(list->header[c], header) == 0)
				break;
		if (*header && c == list->n_columns)
			c = numbered(list, header);
		if (*header && c == list->n_columns)
			return no_such(list, &wishes[i], err);
		if (!many[wishes[i].field] || !*header)
			drop(list, wishes[i].field);
		many[wishes[i].field] = is_many(wishes[i].field);
		if (*header)	/* no longer what it was taken for */
			list->taken[c] = (int)wishes[i].field;
		whole = whole || wishes[i].field == ROSTER_NAME;
		parts = parts || (*header && (wishes[i].field == ROSTER_FIRST_NAME ||
					      wishes[i].field == ROSTER_LAST_NAME));
		list->kind_by_hand = list->kind_by_hand ||
			(*header && wishes[i].field == ROSTER_KIND);
	}
	if (parts && !whole)
		drop(list, ROSTER_NAME);
	return true;
}
