/* roster.h: people listed elsewhere: a CSV file that a directory or a spreadsheet wrote
 * (INTERFACES 4.1).  Parted by commas, semicolons or TABs, in UTF-8, or in UTF-16 with a
 * byte order mark.  Columns are found by the names that the exports of Entra, Google
 * and Okta give them, in four languages (roster_usual); all others are left alone. */
#ifndef MODEL_ROSTER_ROSTER_H
#define MODEL_ROSTER_ROSTER_H

#include <stdint.h>

#include "model/level.h"
#include "model/workspace_file.h"

enum roster_field {
	ROSTER_EMAIL,
	ROSTER_LOGIN,			/* the address of who has no other */
	ROSTER_STATUS,
	ROSTER_KIND,			/* a person, a guest, or no person */
	ROSTER_NAME, ROSTER_FIRST_NAME, ROSTER_LAST_NAME, ROSTER_ROLE, ROSTER_GROUPS,
	ROSTER_FIELDS,
	ROSTER_MEMBER_FIELDS = ROSTER_NAME	/* the first: all that a group needs */
};
enum { ROSTER_NO_COLUMN = -1, ROSTER_NOT_USED = -1 };

/* "email", "first_name": in --column; "E-mail", "First name": for people. */
const char *roster_field_code(enum roster_field field);
const char *roster_field_label(enum roster_field field);
/* In any case, with blanks, dashes or underscores. */
bool roster_field_parse(const char *text, enum roster_field *out);
/* The names by which a column of the field is known, the first ones meant most; NULL: there
 * are no more. */
const char *roster_usual(enum roster_field field, size_t n);

/* That a field is in this column, by its name, or by its place: "#3"; "": in none.  Of
 * several for one field the last holds; a status or a kind may be in several columns.  A
 * first or last name that is wished comes before a whole name that is not. */
struct roster_wish { enum roster_field field; const char *header; };

/* A row that is no person: a group, a device, the example of a template. */
struct roster_other { long line; const char *name, *what; };

struct roster {
	struct arena arena;		/* owns all texts */
	const char *name;		/* of the file, for errors */
	const char *encoding;		/* "UTF-8", "UTF-16" */
	char separator;
	const char *passed_over;	/* the line above the header; or NULL */
	const char **header;		/* as they stand, tidy; "" where there is none */
	const char **example;		/* of each column: the first that is filled; "" */
	size_t n_columns;
	int *taken;			/* each for which field, or ROSTER_NOT_USED */
	bool kind_by_hand;		/* the column of the kind was wished */
	/* The values ("Full-time", "On leave") of a column that is taken for a status, or by
	 * hand for a kind, and in which none is one: roster_rows refuses it.  Of one that is not taken, is called
	 * like a status, and has values of one.  NULL: all is well. */
	const char **unread, **like_status;
	struct roster_other *others;	/* of roster_rows, in the order of the file */
	size_t n_others;
	struct buf text;		/* all of it, in UTF-8 */
};

/* A person of the list. */
struct roster_row {
	long line;			/* the first on which it stands */
	const char *email, *name;	/* as stored; name "" */
	bool by_login;			/* the address is that of the login: there was no other */
	bool guest;			/* there */
	long again;			/* the second line on which it stands; 0: there is none */
	bool other_name;		/* with another name, which is left out */
	enum role role;
	bool has_role;
	const char *status;		/* what says so, as it stands; "": nothing does */
	bool suspended;			/* there: not active, blocked, gone; by any column */
	const char **group;		/* names as they stand */
	size_t n_groups;
};

/* data: the whole file, n bytes (may hold anything).  False: it is no such file, or a
 * wish cannot be had; *err says what would be right.  That no column holds addresses is
 * no error yet.  To be closed either way. */
bool roster_open(struct roster *list, const char *name, const char *data, size_t n,
	       const struct roster_wish *wishes, size_t n_wishes, struct error *err)
	MUST_CHECK;
void roster_close(struct roster *list);

/* The first column from this one on that is taken for the field, or ROSTER_NO_COLUMN. */
int roster_column(const struct roster *list, enum roster_field field, size_t from);

/* Everybody, in the order of the file, each address once: who stands in it again is in
 * the groups of both lines, in each once.  What is no person is in list->others.  All that
 * is wrong is noted in faults, each with line, value and what would be right; false where
 * anything is.  In the list's arena. */
bool roster_rows(struct roster *list, struct roster_row **rows, size_t *n,
	       struct file_faults *faults) MUST_CHECK;

/* "staff.csv:7: FIELD "VALUE" `wrong`", and the way out; for who finds more than that. */
void roster_fault(const struct roster *list, struct file_faults *faults, long line,
		enum roster_field field, const char *value, const char *wrong,
		const char *remedy);

/* A number that is another one where the file is. */
uint64_t roster_hash(const char *data, size_t n);

#endif
