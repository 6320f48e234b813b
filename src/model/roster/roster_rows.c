/* roster_rows.c: the people of a list, and all that is wrong with it. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/strmap.h"
#include "base/text.h"
#include "model/roster/roster_priv.h"
#include "model/mails.h"
#include "model/value.h"

enum { HEADER_CELLS = 30, NAME_POINTS = 200, FOLDED = 4096 };

struct rows {
	struct roster *list;
	struct file_faults *faults;
	struct roster_reading reading;
	struct strmap by_email;		/* folded address -> number */
	struct strmap in_groups;	/* "number name": whom which group has already */
	struct roster_row *v;
	size_t n, cap, cap_others;
	struct buf folded;
};

static const char *cell(const struct rows *rows, enum roster_field field)
{
	int column = roster_column(rows->list, field, 0);

	return column == ROSTER_NO_COLUMN ? "" :
		csv_field(&rows->reading.csv, (size_t)column);
}

static const char *tidied(struct rows *rows, const char *text)
{
	struct arena *arena = &rows->list->arena;

	return *text ? text_tidy(arena_strdup(arena, text), arena) : "";
}

static const char *tidy(struct rows *rows, enum roster_field field)
{
	return tidied(rows, cell(rows, field));
}

static bool refuse(struct rows *rows, enum roster_field field, const char *value,
		   const char *wrong, const char *remedy)
{
	roster_fault(rows->list, rows->faults, rows->reading.csv.line, field, value, wrong,
		   remedy);
	return false;
}

static bool width_good(struct rows *rows)
{
	const struct csv *csv = &rows->reading.csv;
	size_t i;
	struct error spare, *err;
	struct buf name;
	bool good = true;

	for (i = rows->list->n_columns; i < csv->n; i++)
		good = good && !*csv_field(csv, i);
	for (i = csv->n; i < rows->list->n_columns; i++)
		good = good && rows->list->taken[i] == ROSTER_NOT_USED;
	if (good)
		return true;
	err = roster_room(rows->faults, &spare);
	error_set(err, ERROR_INVALID, "LIST_ROW", "%s:%ld: has %zu cells where the header "
		  "has %zu", roster_called(rows->list, &name), csv->line, csv->n,
		  rows->list->n_columns);
	buf_release(&name);
	error_field(err, "line %ld", csv->line);
	return error_remedy(err, csv->n > rows->list->n_columns ?
			    "put quotes around a cell that holds what parts cells" :
			    "the line was cut: export the file again");
}

/* Ana Bell <ana@acme.example> gives the name, too. */
static void unfold(struct rows *rows, struct roster_row *row)
{
	struct mail *mail;
	size_t n;

	if (!strchr(row->email, '<'))
		return;
	mail = mails_read(&rows->list->arena, row->email, &n);
	if (n != 1)
		return;
	row->email = mail->email;
	if (!*row->name)
		row->name = mail->name;
}

/* Who has no address has that of the login, if it is one. */
static void by_login(struct rows *rows, struct roster_row *row, const char *login)
{
	const char *email = row->email;

	if (*email || !*login)
		return;
	row->email = login;
	unfold(rows, row);
	row->by_login = roster_is_address(row->email);
	if (!row->by_login)
		row->email = email;
}

static bool email_good(struct rows *rows, const struct roster_row *row, const char *login)
{
	struct roster_wrong is;

	return roster_email_good(row->email, login, &is) ||
		refuse(rows, ROSTER_EMAIL, is.value, is.wrong, is.remedy);
}

static bool name_good(struct rows *rows, const char *name)
{
	const char *fault = text_has_control(name) ? "holds a control character" :
		roster_is_formula(name) ? "begins like a formula" :
		text_points(name) > NAME_POINTS ? "is longer than 200 characters" : NULL;

	return !fault || refuse(rows, ROSTER_NAME, name, fault,
				"1 to 200 visible characters, or none");
}

static const char *name_of(struct rows *rows)
{
	const char *name = tidy(rows, ROSTER_NAME), *first, *last;

	if (*name)
		return name;
	first = tidy(rows, ROSTER_FIRST_NAME);
	last = tidy(rows, ROSTER_LAST_NAME);
	return *first && *last ? arena_printf(&rows->list->arena, "%s %s", first, last) :
		*first ? first : last;
}

static bool role_good(struct rows *rows, struct roster_row *row)
{
	const char *text = tidy(rows, ROSTER_ROLE);

	row->has_role = *text != '\0';
	return !row->has_role || role_parse(text, &row->role) ||
		refuse(rows, ROSTER_ROLE, text, "is no role", "admin, manager, editor, "
		       "explorer, viewer or guest; or take no column for the role (role=)");
}

/* Which of several columns of a status. */
static const char *of_column(struct rows *rows, size_t column, const char *wrong)
{
	int first = roster_column(rows->list, ROSTER_STATUS, 0);
	struct buf said;

	if (roster_column(rows->list, ROSTER_STATUS, (size_t)first + 1) == ROSTER_NO_COLUMN)
		return wrong;
	buf_init(&said, FOLDED);
	text_cut(&said, rows->list->header[column], HEADER_CELLS);
	wrong = arena_printf(&rows->list->arena, "%s, in \"%s\"", wrong, buf_text(&said));
	buf_release(&said);
	return wrong;
}

/* Suspended is who is so by any of the columns. */
static bool status_good(struct rows *rows, struct roster_row *row)
{
	const struct roster *list = rows->list;
	const char *text, *wrong, *remedy;
	bool good = true, suspended;
	int c = -1;

	row->status = "";
	while ((c = roster_column(list, ROSTER_STATUS, (size_t)(c + 1))) != ROSTER_NO_COLUMN) {
		if (list->unread[c])
			continue;	/* said of the column */
		text = tidied(rows, csv_field(&rows->reading.csv, (size_t)c));
		if (!roster_status(list->header[c], text, &suspended, &wrong, &remedy))
			good = refuse(rows, ROSTER_STATUS, text, of_column(rows, (size_t)c,
				      wrong), remedy);
		else if (*text && (!*row->status || (suspended && !row->suspended))) {
			row->status = text;
			row->suspended = suspended;
		}
		row->guest = row->guest || roster_status_guest(text);
	}
	return good;
}

/* No person by any of the columns, a guest by any; and by the login, unless a column says
 * that it is a member. */
static bool kind_good(struct rows *rows, struct roster_row *row, const char *login,
		      const char **other)
{
	const struct roster *list = rows->list;
	bool member = false;
	enum roster_is is;
	const char *text;
	int c = -1;

	*other = NULL;
	while ((c = roster_column(list, ROSTER_KIND, (size_t)(c + 1))) != ROSTER_NO_COLUMN) {
		if (list->unread[c])
			continue;	/* said of the column */
		text = tidied(rows, csv_field(&rows->reading.csv, (size_t)c));
		if (!roster_kind(text, &is))
			return refuse(rows, ROSTER_KIND, text, "is no kind that is known",
				      "user, member, guest, group or device; or take no column "
				      "for the kind (kind=)");
		if (is == IS_OTHER)
			*other = text;
		row->guest = row->guest || is == IS_GUEST;
		member = member || is == IS_MEMBER;
	}
	row->guest = row->guest || (!member && roster_is_elsewhere(login));
	return true;
}

/* The third line of Entra's templates. */
static bool is_example(const struct rows *rows, const struct roster_row *row)
{
	const char *above = rows->list->passed_over;

	return above && strncmp(above, "version:", 8) == 0 &&
		(strncmp(row->email, "Example:", 8) == 0 ||
		 strncmp(row->name, "Example:", 8) == 0);
}

static void leave_out(struct rows *rows, const struct roster_row *row, const char *what)
{
	struct roster *list = rows->list;

	list->others = mem_grow(list->others, list->n_others, &rows->cap_others,
				sizeof(*list->others));
	list->others[list->n_others++] = (struct roster_other){ row->line,
		*row->name ? row->name : row->email, what };
}

/* Twice the room whenever it is full: at 1, 2, 4, 8... */
static void add_group(struct arena *arena, struct roster_row *row, const char *name)
{
	size_t n = row->n_groups;
	const char **all;

	if ((n & (n - 1)) == 0) {
		all = arena_array(arena, n ? 2 * n : 1, sizeof(*all));
		if (n)
			memcpy(all, row->group, n * sizeof(*all));
		row->group = all;
	}
	row->group[row->n_groups++] = name;
}

/* Several in a cell: semicolons, or lines, part them.  Each once, of the person `who`: a
 * list of memberships has many lines of one. */
static void take_groups(struct rows *rows, struct roster_row *row, size_t who)
{
	struct arena *arena = &rows->list->arena;
	const char *text = cell(rows, ROSTER_GROUPS), *name, *key;
	uint32_t was;
	size_t len;

	for (; *text; text += *text != '\0') {
		len = strcspn(text, ";\r\n");
		name = text_tidy(arena_strndup(arena, text, len), arena);
		text += len;
		if (!*name)
			continue;
		key = arena_printf(arena, "%zu %s", who, name);
		if (strmap_get(&rows->in_groups, key, &was))
			continue;
		strmap_set(&rows->in_groups, key, 0);
		add_group(arena, row, name);
	}
}

/* ---- who stands there twice -------------------------------------------------------- */

static bool join(struct rows *rows, struct roster_row *was, const struct roster_row *row)
{
	if (was->has_role && row->has_role && was->role != row->role)
		return refuse(rows, ROSTER_ROLE, role_label(row->role),
			      arena_printf(&rows->list->arena, "is another one than that "
					   "of %s in line %ld (%s)", row->email, was->line,
					   role_label(was->role)),
			      "one role for one person");
	if (*was->status && *row->status && was->suspended != row->suspended)
		return refuse(rows, ROSTER_STATUS, row->status,
			      arena_printf(&rows->list->arena, "is another one than that "
					   "of %s in line %ld", row->email, was->line),
			      "one status for one person");
	if (row->has_role) {
		was->role = row->role;
		was->has_role = true;
	}
	if (!*was->status) {
		was->status = row->status;
		was->suspended = row->suspended;
	}
	was->guest = was->guest || row->guest;
	was->again = was->again ? was->again : row->line;
	was->other_name = was->other_name || (*row->name && *was->name &&
					      strcmp(row->name, was->name) != 0);
	if (!*was->name)
		was->name = row->name;
	take_groups(rows, was, (size_t)(was - rows->v));
	return true;
}

static void add(struct rows *rows, struct roster_row row)
{
	uint32_t was;

	buf_reset(&rows->folded);
	text_fold(&rows->folded, row.email);
	if (strmap_get(&rows->by_email, buf_text(&rows->folded), &was)) {
		(void)join(rows, &rows->v[was], &row);
		return;
	}
	strmap_set(&rows->by_email, arena_strdup(&rows->list->arena,
		   buf_text(&rows->folded)), (uint32_t)rows->n);
	take_groups(rows, &row, rows->n);
	rows->v = mem_grow(rows->v, rows->n, &rows->cap, sizeof(*rows->v));
	rows->v[rows->n++] = row;
}

static void take(struct rows *rows)
{
	struct roster_row row = { .line = rows->reading.csv.line };
	const char *login, *other;
	bool good;

	if (!width_good(rows))
		return;
	row.name = name_of(rows);
	row.email = tidy(rows, ROSTER_EMAIL);
	login = tidy(rows, ROSTER_LOGIN);
	unfold(rows, &row);
	good = kind_good(rows, &row, login, &other);
	if (is_example(rows, &row))
		other = "the template's example";
	if (other) {
		if (!*row.email)
			row.email = login;
		leave_out(rows, &row, other);
		return;
	}
	by_login(rows, &row, login);
	good = email_good(rows, &row, login) && good;
	good = name_good(rows, row.name) && good;
	good = role_good(rows, &row) && good;
	good = status_good(rows, &row) && good;
	if (good)
		add(rows, row);
}

/* In the list's arena from now on. */
static void keep_others(struct rows *rows)
{
	struct roster *list = rows->list;
	struct roster_other *all = list->others;

	list->others = arena_array(&list->arena, list->n_others + 1, sizeof(*all));
	if (list->n_others)
		memcpy(list->others, all, list->n_others * sizeof(*all));
	free(all);
}

bool roster_rows(struct roster *list, struct roster_row **out, size_t *n,
	       struct file_faults *faults)
{
	struct rows rows = { .list = list, .faults = faults };
	size_t at = 0, skip = 1 + (list->passed_over != NULL);
	struct error err, spare;
	int got;

	faults->n = 0;
	*out = NULL;
	*n = 0;
	list->others = NULL;
	list->n_others = 0;
	if (roster_column(list, ROSTER_EMAIL, 0) == ROSTER_NO_COLUMN) {
		roster_no_addresses(list, faults);
		return false;
	}
	roster_refuse_columns(list, faults);
	buf_init(&rows.folded, FOLDED);
	roster_begin(list, &rows.reading);
	while ((got = roster_next(&rows.reading, &err)) == 1)
		if (at++ >= skip)
			take(&rows);
	if (got < 0)
		*roster_room(faults, &spare) = err;
	else if (!rows.n && !list->n_others && !faults->n)
		roster_nobody(list, faults);
	roster_end(&rows.reading);
	strmap_release(&rows.by_email);
	strmap_release(&rows.in_groups);
	buf_release(&rows.folded);
	if (rows.n) {
		*out = arena_array(&list->arena, rows.n, sizeof(**out));
		memcpy(*out, rows.v, rows.n * sizeof(**out));
	}
	free(rows.v);
	keep_others(&rows);
	*n = rows.n;
	return faults->n == 0;
}
