/* roster_priv.h: what the parts of the reader of lists share. */
#ifndef MODEL_ROSTER_ROSTER_PRIV_H
#define MODEL_ROSTER_ROSTER_PRIV_H

#include "base/csv.h"
#include "model/roster/roster.h"

/* roster_decode.c: the bytes as UTF-8, with line ends of LF or CRLF, into list->text. */
bool roster_decode(struct roster *list, const char *data, size_t n, struct error *err)
	MUST_CHECK;

/* roster_usual.c: letters and digits alone, folded. */
void roster_key(struct buf *out, const char *text, size_t n);
/* Which field has a column of this name; rank: the smaller the more it
 * is meant.  False: none. */
bool roster_header_field(const char *header, enum roster_field *field, size_t *rank);
/* Is the header this name, but for case and what is no letter? */
bool roster_same(const char *header, const char *name);
/* "State", beside a city or a country: part of an address, and no status. */
bool roster_is_place(const struct roster *list, size_t column);
/* What a bare yes means under this header: suspended, active, or it does not say. */
enum roster_yes { YES_UNSAID, YES_ACTIVE, YES_SUSPENDED };
enum roster_yes roster_header_yes(const char *header);

/* roster_header.c: fill taken[] by the names in header[]: the column that means a field
 * most; of a status and a kind all. */
void roster_header_find(struct roster *list);
bool roster_header_wishes(struct roster *list, const struct roster_wish *wishes, size_t n,
			struct error *err) MUST_CHECK;

/* roster_status.c: is who has this status suspended there?  "" says nothing: no.  False:
 * it cannot be told; *wrong and *remedy say why, and what would be right. */
bool roster_status(const char *header, const char *text, bool *suspended,
		   const char **wrong, const char **remedy) MUST_CHECK;

/* Does the text say anything that a status says?  *suspended: that. */
bool roster_status_says(const char *text, bool *suspended);
/* Is who has this status let in there as a guest alone?  (Slack) */
bool roster_status_guest(const char *text);

/* roster_kind.c: what is who has this kind?  "" says nothing: a person.  False: it is none
 * that is known. */
enum roster_is { IS_PERSON,
	IS_MEMBER,		/* a person, and said to be no guest */
	IS_GUEST, IS_OTHER };
bool roster_kind(const char *text, enum roster_is *is) MUST_CHECK;

/* roster_email.c: an address that somebody has?  Of one that is not there the login, which
 * is none, says more.  False: *out says what is wrong with which value. */
struct roster_wrong { const char *value, *wrong, *remedy; };
bool roster_email_good(const char *email, const char *login, struct roster_wrong *out)
	MUST_CHECK;
bool roster_is_address(const char *text);
/* The login of a guest, by Entra's spelling of it. */
bool roster_is_elsewhere(const char *text);
/* What a spreadsheet would run: nobody is called so. */
bool roster_is_formula(const char *text);

/* roster_faults.c: one fault more; spare: where there is room for no more. */
struct error *roster_room(struct file_faults *faults, struct error *spare);
/* A header that is an address, and columns that look like a status and are none. */
void roster_refuse_columns(struct roster *list, struct file_faults *faults);
void roster_no_addresses(struct roster *list, struct file_faults *faults);
void roster_nobody(struct roster *list, struct file_faults *faults);

/* roster_settle.c: a column that is only called a kind and in which no cell is one is taken
 * for none; of a status, and of a kind that is wished by hand, that is an error to be told
 * (unread).  After what is wished by hand. */
void roster_settle(struct roster *list);

/* roster_reading.c: the text from its start, read in a row; file may be NULL (there is nothing).  To be
 * ended either way. */
struct roster_reading { FILE *file; struct csv csv; };
void roster_begin(const struct roster *list, struct roster_reading *reading);
/* As csv_next; lines without any text are passed. */
int roster_next(struct roster_reading *reading, struct error *err) MUST_CHECK;
void roster_end(struct roster_reading *reading);

/* The name of the file, safe and short. */
const char *roster_called(const struct roster *list, struct buf *out);

#endif
