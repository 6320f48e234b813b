/* roster_header.c: which column is which, by the names that exports give them. */
#include <stdlib.h>
#include <string.h>

#include "base/nearest.h"
#include "base/text.h"
#include "model/roster/roster_priv.h"

enum { KEY_LIMIT = 4096, QUOTED_CELLS = 60, NAMES_MOST = 12 };

static const struct { const char *code, *label; } fields[ROSTER_FIELDS] = {
	[ROSTER_EMAIL] = { "email", "E-mail" },
	[ROSTER_STATUS] = { "status", "Status" },
	[ROSTER_NAME] = { "name", "Name" },
	[ROSTER_FIRST_NAME] = { "first_name", "First name" },
	[ROSTER_LAST_NAME] = { "last_name", "Last name" },
	[ROSTER_ROLE] = { "role", "Role" },
	[ROSTER_GROUPS] = { "groups", "Groups" },
};

/* Letters and digits alone, folded.  What is meant most stands first. */
static const struct usual {
	enum roster_field field;
	const char *key;
	enum roster_yes yes;		/* of a status */
} usual[] = {
	{ ROSTER_EMAIL, "email", YES_UNSAID },
	{ ROSTER_EMAIL, "emailaddress", YES_UNSAID },
	{ ROSTER_EMAIL, "mail", YES_UNSAID },
	{ ROSTER_EMAIL, "mailaddress", YES_UNSAID },
	{ ROSTER_EMAIL, "primaryemail", YES_UNSAID },
	{ ROSTER_EMAIL, "workemail", YES_UNSAID },
	{ ROSTER_EMAIL, "useremail", YES_UNSAID },
	{ ROSTER_EMAIL, "memberemail", YES_UNSAID },
	{ ROSTER_EMAIL, "emailadresse", YES_UNSAID },
	{ ROSTER_EMAIL, "userprincipalname", YES_UNSAID },
	{ ROSTER_EMAIL, "benutzerprinzipalname", YES_UNSAID },
	{ ROSTER_EMAIL, "upn", YES_UNSAID },
	{ ROSTER_EMAIL, "login", YES_UNSAID },
	{ ROSTER_EMAIL, "userlogin", YES_UNSAID },
	{ ROSTER_EMAIL, "username", YES_UNSAID },
	{ ROSTER_EMAIL, "signinname", YES_UNSAID },
	{ ROSTER_STATUS, "accountenabled", YES_ACTIVE },
	{ ROSTER_STATUS, "kontoaktiviert", YES_ACTIVE },
	{ ROSTER_STATUS, "blocksigninyesno", YES_SUSPENDED },
	{ ROSTER_STATUS, "blocksignin", YES_SUSPENDED },
	{ ROSTER_STATUS, "anmeldungblockierenjanein", YES_SUSPENDED },
	{ ROSTER_STATUS, "anmeldungblockieren", YES_SUSPENDED },
	{ ROSTER_STATUS, "blockcredential", YES_SUSPENDED },
	{ ROSTER_STATUS, "suspended", YES_SUSPENDED },
	{ ROSTER_STATUS, "issuspended", YES_SUSPENDED },
	{ ROSTER_STATUS, "deactivated", YES_SUSPENDED },
	{ ROSTER_STATUS, "isdeactivated", YES_SUSPENDED },
	{ ROSTER_STATUS, "disabled", YES_SUSPENDED },
	{ ROSTER_STATUS, "isdisabled", YES_SUSPENDED },
	{ ROSTER_STATUS, "inactive", YES_SUSPENDED },
	{ ROSTER_STATUS, "blocked", YES_SUSPENDED },
	{ ROSTER_STATUS, "archived", YES_SUSPENDED },
	{ ROSTER_STATUS, "isarchived", YES_SUSPENDED },
	{ ROSTER_STATUS, "deleted", YES_SUSPENDED },
	{ ROSTER_STATUS, "isdeleted", YES_SUSPENDED },
	{ ROSTER_STATUS, "terminated", YES_SUSPENDED },
	{ ROSTER_STATUS, "isterminated", YES_SUSPENDED },
	{ ROSTER_STATUS, "gesperrt", YES_SUSPENDED },
	{ ROSTER_STATUS, "deaktiviert", YES_SUSPENDED },
	{ ROSTER_STATUS, "userstatus", YES_UNSAID },
	{ ROSTER_STATUS, "accountstatus", YES_UNSAID },
	{ ROSTER_STATUS, "status", YES_UNSAID },
	{ ROSTER_STATUS, "enabled", YES_ACTIVE },
	{ ROSTER_STATUS, "isenabled", YES_ACTIVE },
	{ ROSTER_STATUS, "active", YES_ACTIVE },
	{ ROSTER_STATUS, "isactive", YES_ACTIVE },
	{ ROSTER_STATUS, "aktiv", YES_ACTIVE },
	{ ROSTER_STATUS, "aktiviert", YES_ACTIVE },
	{ ROSTER_NAME, "displayname", YES_UNSAID },
	{ ROSTER_NAME, "fullname", YES_UNSAID },
	{ ROSTER_NAME, "name", YES_UNSAID },
	{ ROSTER_NAME, "anzeigename", YES_UNSAID },
	{ ROSTER_NAME, "membername", YES_UNSAID },
	{ ROSTER_FIRST_NAME, "firstname", YES_UNSAID },
	{ ROSTER_FIRST_NAME, "givenname", YES_UNSAID },
	{ ROSTER_FIRST_NAME, "forename", YES_UNSAID },
	{ ROSTER_FIRST_NAME, "vorname", YES_UNSAID },
	{ ROSTER_LAST_NAME, "lastname", YES_UNSAID },
	{ ROSTER_LAST_NAME, "surname", YES_UNSAID },
	{ ROSTER_LAST_NAME, "familyname", YES_UNSAID },
	{ ROSTER_LAST_NAME, "sn", YES_UNSAID },
	{ ROSTER_LAST_NAME, "nachname", YES_UNSAID },
	{ ROSTER_ROLE, "role", YES_UNSAID },
	{ ROSTER_ROLE, "workspacerole", YES_UNSAID },
	{ ROSTER_GROUPS, "groups", YES_UNSAID },
	{ ROSTER_GROUPS, "group", YES_UNSAID },
	{ ROSTER_GROUPS, "memberof", YES_UNSAID },
	{ ROSTER_GROUPS, "groupname", YES_UNSAID },
	{ ROSTER_GROUPS, "groupnames", YES_UNSAID },
};

const char *roster_field_code(enum roster_field field)
{
	return fields[field].code;
}

const char *roster_field_label(enum roster_field field)
{
	return fields[field].label;
}

void roster_key(struct buf *out, const char *text, size_t n)
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
	roster_key(&key, header, n);
	found = known(&key, field, rank);
	if (!found && close) {
		buf_reset(&key);
		roster_key(&key, open + 1, (size_t)(close - open - 1));
		found = known(&key, field, rank);
	}
	buf_release(&key);
	return found;
}

/* Called so by itself, not by what a program calls it: a program may call a column by the
 * opposite of its name (Entra: "Block sign in [accountEnabled]"). */
enum roster_yes roster_header_yes(const char *header)
{
	size_t i, n = strcspn(header, "[");
	enum roster_yes yes = YES_UNSAID;
	struct buf key;

	if (strlen(header) > KEY_LIMIT / 4)
		return YES_UNSAID;
	buf_init(&key, KEY_LIMIT);
	roster_key(&key, header, n);
	for (i = 0; i < COUNT_OF(usual); i++)
		if (strcmp(buf_text(&key), usual[i].key) == 0)
			yes = usual[i].yes;
	buf_release(&key);
	return yes;
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
		    (field != ROSTER_STATUS && best[field] <= rank))
			continue;
		if (field != ROSTER_STATUS)
			drop(list, field);
		best[field] = rank;
		list->taken[i] = (int)field;
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
	bool status = false;		/* one of them was for it */
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
		if (wishes[i].field != ROSTER_STATUS || !status || !*header)
			drop(list, wishes[i].field);
		status = status || wishes[i].field == ROSTER_STATUS;
		if (*header)	/* no longer what it was taken for */
			list->taken[c] = (int)wishes[i].field;
	}
	return true;
}
