/* list_header.c: which column is which, by the names that exports give them. */
#include <string.h>

#include "base/nearest.h"
#include "base/text.h"
#include "model/list/list_priv.h"

enum { KEY_LIMIT = 4096, QUOTED_CELLS = 60, NAMES_MOST = 12 };

static const struct { const char *code, *label; } fields[LIST_FIELDS] = {
	[LIST_EMAIL] = { "email", "E-mail" },
	[LIST_NAME] = { "name", "Name" },
	[LIST_FIRST_NAME] = { "first_name", "First name" },
	[LIST_LAST_NAME] = { "last_name", "Last name" },
	[LIST_ROLE] = { "role", "Role" },
	[LIST_GROUPS] = { "groups", "Groups" },
};

/* Letters and digits alone, folded.  What is meant most stands first. */
static const struct { enum list_field field; const char *key; } usual[] = {
	{ LIST_EMAIL, "email" }, { LIST_EMAIL, "emailaddress" },
	{ LIST_EMAIL, "mail" }, { LIST_EMAIL, "mailaddress" },
	{ LIST_EMAIL, "primaryemail" }, { LIST_EMAIL, "workemail" },
	{ LIST_EMAIL, "useremail" }, { LIST_EMAIL, "memberemail" },
	{ LIST_EMAIL, "emailadresse" }, { LIST_EMAIL, "userprincipalname" },
	{ LIST_EMAIL, "benutzerprinzipalname" }, { LIST_EMAIL, "upn" },
	{ LIST_EMAIL, "login" }, { LIST_EMAIL, "userlogin" },
	{ LIST_EMAIL, "username" }, { LIST_EMAIL, "signinname" },
	{ LIST_NAME, "displayname" }, { LIST_NAME, "fullname" },
	{ LIST_NAME, "name" }, { LIST_NAME, "anzeigename" },
	{ LIST_NAME, "membername" },
	{ LIST_FIRST_NAME, "firstname" }, { LIST_FIRST_NAME, "givenname" },
	{ LIST_FIRST_NAME, "forename" }, { LIST_FIRST_NAME, "vorname" },
	{ LIST_LAST_NAME, "lastname" }, { LIST_LAST_NAME, "surname" },
	{ LIST_LAST_NAME, "familyname" }, { LIST_LAST_NAME, "sn" },
	{ LIST_LAST_NAME, "nachname" },
	{ LIST_ROLE, "role" }, { LIST_ROLE, "workspacerole" },
	{ LIST_GROUPS, "groups" }, { LIST_GROUPS, "group" },
	{ LIST_GROUPS, "memberof" }, { LIST_GROUPS, "groupname" },
	{ LIST_GROUPS, "groupnames" },
};

const char *list_field_code(enum list_field field)
{
	return fields[field].code;
}

const char *list_field_label(enum list_field field)
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

static bool known(const struct buf *key, enum list_field *field, size_t *rank)
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

bool list_field_parse(const char *text, enum list_field *out)
{
	struct buf key, code;
	bool found = false;
	size_t i;

	buf_init(&key, KEY_LIMIT);
	buf_init(&code, KEY_LIMIT);
	add_key(&key, text, strlen(text));
	for (i = 0; i < LIST_FIELDS && !found; i++) {
		buf_reset(&code);
		add_key(&code, fields[i].code, strlen(fields[i].code));
		found = strcmp(buf_text(&key), buf_text(&code)) == 0;
		*out = (enum list_field)i;
	}
	buf_release(&key);
	buf_release(&code);
	return found;
}

/* "Name [displayName] Required": a name, what a program calls it, and a remark. */
bool list_header_field(const char *header, enum list_field *field, size_t *rank)
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

void list_header_find(struct list *list)
{
	size_t best[LIST_FIELDS], rank, i;
	enum list_field field;

	for (i = 0; i < LIST_FIELDS; i++)
		list->column[i] = LIST_NO_COLUMN;
	for (i = 0; i < list->n_columns; i++) {
		if (!list_header_field(list->header[i], &field, &rank) ||
		    (list->column[field] != LIST_NO_COLUMN && best[field] <= rank))
			continue;
		best[field] = rank;
		list->column[field] = (int)i;
	}
}

/* ---- wishes ---------------------------------------------------------------------------- */

static bool no_such(const struct list *list, const struct list_wish *wish,
		    struct error *err)
{
	const char *meant = nearest(wish->header, list->header, list->n_columns);
	struct buf name, said;
	size_t i;

	buf_init(&said, sizeof(err->remedy));
	error_set(err, ERROR_INVALID, "NO_COLUMN", "%s: there is no column \"",
		  list_called(list, &name));
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

bool list_header_wishes(struct list *list, const struct list_wish *wishes, size_t n,
			struct error *err)
{
	size_t i, c, other;

	for (i = 0; i < n; i++) {
		const char *header = text_tidy(wishes[i].header, &list->arena);

		for (c = 0; *header && c < list->n_columns; c++)
			if (text_casecmp(list->header[c], header) == 0)
				break;
		if (*header && c == list->n_columns)
			return no_such(list, &wishes[i], err);
		/* It is no longer what it was taken for. */
		for (other = 0; *header && other < LIST_FIELDS; other++)
			if (list->column[other] == (int)c)
				list->column[other] = LIST_NO_COLUMN;
		list->column[wishes[i].field] = *header ? (int)c : LIST_NO_COLUMN;
	}
	return true;
}
