/* roster_header.c: which column is which, by the names that exports give them. */
#include <stdlib.h>
#include <string.h>

#include "base/nearest.h"
#include "base/text.h"
#include "model/roster/roster_priv.h"

enum { KEY_LIMIT = 4096, QUOTED_CELLS = 60, NAMES_MOST = 12 };

static const struct { const char *code, *label; } fields[ROSTER_FIELDS] = {
	[ROSTER_EMAIL] = { "email", "E-mail" },
	[ROSTER_NAME] = { "name", "Name" },
	[ROSTER_FIRST_NAME] = { "first_name", "First name" },
	[ROSTER_LAST_NAME] = { "last_name", "Last name" },
	[ROSTER_ROLE] = { "role", "Role" },
	[ROSTER_GROUPS] = { "groups", "Groups" },
};

/* Letters and digits alone, folded.  What is meant most stands first. */
static const struct { enum roster_field field; const char *key; } usual[] = {
	{ ROSTER_EMAIL, "email" }, { ROSTER_EMAIL, "emailaddress" },
	{ ROSTER_EMAIL, "mail" }, { ROSTER_EMAIL, "mailaddress" },
	{ ROSTER_EMAIL, "primaryemail" }, { ROSTER_EMAIL, "workemail" },
	{ ROSTER_EMAIL, "useremail" }, { ROSTER_EMAIL, "memberemail" },
	{ ROSTER_EMAIL, "emailadresse" }, { ROSTER_EMAIL, "userprincipalname" },
	{ ROSTER_EMAIL, "benutzerprinzipalname" }, { ROSTER_EMAIL, "upn" },
	{ ROSTER_EMAIL, "login" }, { ROSTER_EMAIL, "userlogin" },
	{ ROSTER_EMAIL, "username" }, { ROSTER_EMAIL, "signinname" },
	{ ROSTER_NAME, "displayname" }, { ROSTER_NAME, "fullname" },
	{ ROSTER_NAME, "name" }, { ROSTER_NAME, "anzeigename" },
	{ ROSTER_NAME, "membername" },
	{ ROSTER_FIRST_NAME, "firstname" }, { ROSTER_FIRST_NAME, "givenname" },
	{ ROSTER_FIRST_NAME, "forename" }, { ROSTER_FIRST_NAME, "vorname" },
	{ ROSTER_LAST_NAME, "lastname" }, { ROSTER_LAST_NAME, "surname" },
	{ ROSTER_LAST_NAME, "familyname" }, { ROSTER_LAST_NAME, "sn" },
	{ ROSTER_LAST_NAME, "nachname" },
	{ ROSTER_ROLE, "role" }, { ROSTER_ROLE, "workspacerole" },
	{ ROSTER_GROUPS, "groups" }, { ROSTER_GROUPS, "group" },
	{ ROSTER_GROUPS, "memberof" }, { ROSTER_GROUPS, "groupname" },
	{ ROSTER_GROUPS, "groupnames" },
};

const char *roster_field_code(enum roster_field field)
{
	return fields[field].code;
}

const char *roster_field_label(enum roster_field field)
{
	return fields[field].label;
}

static void add_key(struct buf *out, const char *text, size_t n)
{
	struct buf folded, part;
	const char *at;

	buf_init(&part, KEY_LIMIT);
	buf_init(&folded, 2 * KEY_LIMIT);
	buf_add(&part, text, n);
	text_fold(&folded, buf_text(&part));
	for (at = buf_text(&folded); *at; at++)
		if ((unsigned char)*at >= 0x80 || (*at >= 'a' && *at <= 'z') ||
		    (*at >= '0' && *at <= '9'))
			buf_addc(out, *at);
	buf_release(&folded);
	buf_release(&part);
}

static bool known(const struct buf *key, enum roster_field *field, size_t *rank)
{
	size_t i;

	for (i = 0; i < COUNT_OF(usual); i++)
		if (strcmp(buf_text(key), usual[i].key) == 0) {
			*field = usual[i].field;
			*rank = i;
			return true;
		}
	return false;
}

bool roster_field_parse(const char *text, enum roster_field *out)
{
	struct buf key, code;
	bool found = false;
	size_t i;

	buf_init(&key, KEY_LIMIT);
	buf_init(&code, KEY_LIMIT);
	add_key(&key, text, strlen(text));
	for (i = 0; i < ROSTER_FIELDS && !found; i++) {
		buf_reset(&code);
		add_key(&code, fields[i].code, strlen(fields[i].code));
		found = strcmp(buf_text(&key), buf_text(&code)) == 0;
		*out = (enum roster_field)i;
	}
	buf_release(&key);
	buf_release(&code);
	return found;
}

/* "Name [displayName] Required": a name, what a program calls it, and a remark. */
bool roster_header_field(const char *header, enum roster_field *field, size_t *rank)
{
	const char *open = strchr(header, '['), *close = open ? strchr(open, ']') : NULL;
	size_t n = close ? (size_t)(open - header) : strlen(header);
	struct buf key;
	bool found;

	if (strlen(header) > KEY_LIMIT / 4)
		return false;
	buf_init(&key, KEY_LIMIT);
	add_key(&key, header, n);
	found = known(&key, field, rank);
	if (!found && close) {
		buf_reset(&key);
		add_key(&key, open + 1, (size_t)(close - open - 1));
		found = known(&key, field, rank);
	}
	buf_release(&key);
	return found;
}

void roster_header_find(struct roster *list)
{
	size_t best[ROSTER_FIELDS], rank, i;
	enum roster_field field;

	for (i = 0; i < ROSTER_FIELDS; i++)
		list->column[i] = ROSTER_NO_COLUMN;
	for (i = 0; i < list->n_columns; i++) {
		if (!roster_header_field(list->header[i], &field, &rank) ||
		    (list->column[field] != ROSTER_NO_COLUMN && best[field] <= rank))
			continue;
		best[field] = rank;
		list->column[field] = (int)i;
	}
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
	size_t i, c, other;

	for (i = 0; i < n; i++) {
		const char *header = text_tidy(wishes[i].header, &list->arena);

		for (c = 0; *header && c < list->n_columns; c++)
			if (text_casecmp(list->header[c], header) == 0)
				break;
		if (*header && c == list->n_columns)
			c = numbered(list, header);
		if (*header && c == list->n_columns)
			return no_such(list, &wishes[i], err);
		/* It is no longer what it was taken for. */
		for (other = 0; *header && other < ROSTER_FIELDS; other++)
			if (list->column[other] == (int)c)
				list->column[other] = ROSTER_NO_COLUMN;
		list->column[wishes[i].field] = *header ? (int)c : ROSTER_NO_COLUMN;
	}
	return true;
}
