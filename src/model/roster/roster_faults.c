/* roster_faults.c: what is wrong with a list: with a line, a column, or all of it. */
#include <string.h>

#include "base/text.h"
#include "model/roster/roster_priv.h"

enum { QUOTED_CELLS = 60, FOLDED = 4096, NAMES_MOST = 8 };

struct error *roster_room(struct file_faults *faults, struct error *spare)
{
	size_t at = faults->n++;

	return at < FILE_FAULTS ? &faults->v[at] : spare;
}

void roster_fault(const struct roster *list, struct file_faults *faults, long line,
		enum roster_field field, const char *value, const char *wrong,
		const char *remedy)
{
	struct error spare, *err = roster_room(faults, &spare);
	struct buf name, said;

	buf_init(&said, FOLDED);
	if (*value) {
		buf_adds(&said, " \"");
		text_cut(&said, value, QUOTED_CELLS);
		buf_addc(&said, '"');
	}
	error_set(err, ERROR_INVALID, "LIST_ROW", "%s:%ld: %s%s %s",
		  roster_called(list, &name), line, roster_field_label(field),
		  buf_text(&said), wrong);
	error_field(err, "line %ld", line);
	error_remedy(err, "%s", remedy);
	buf_release(&said);
	buf_release(&name);
}

/* A column that looks like a status and is none: it may say who has left.  One that was to
 * be the kind: it may say who is a guest. */
static void refuse_unread(struct roster *list, struct file_faults *faults)
{
	struct error spare, *err;
	struct buf name, header;
	bool kind;
	size_t i;

	for (i = 0; i < list->n_columns; i++) {
		kind = list->taken[i] == ROSTER_KIND;
		if (!list->unread[i] || (!kind && list->taken[i] != ROSTER_STATUS))
			continue;
		err = roster_room(faults, &spare);
		buf_init(&header, FOLDED);
		text_cut(&header, list->header[i], QUOTED_CELLS / 2);
		error_set(err, ERROR_INVALID, kind ? "KIND_UNKNOWN" : "STATUS_UNKNOWN",
			  "%s: column \"%s\" %s, and none of its values is known: %s",
			  roster_called(list, &name), buf_text(&header), kind ?
			  "is to be the kind" : "looks like a status", list->unread[i]);
		buf_release(&header);
		buf_release(&name);
		error_field(err, "column");
		error_remedy(err, "%s", kind ? "write user, guest, group or device there; or "
			     "take no column for the kind (kind=)" :
			     "write active or suspended there; or, where it says nothing "
			     "of who has left, take no column for the status (status=)");
	}
}

/* Somebody stands where the names of the columns should: they would be lost. */
static bool refuse_header(struct roster *list, struct file_faults *faults)
{
	struct error spare, *err;
	struct buf name, said;
	size_t i;

	for (i = 0; i < list->n_columns && !roster_is_address(list->header[i]); i++)
		;
	if (i == list->n_columns)
		return false;
	err = roster_room(faults, &spare);
	buf_init(&said, FOLDED);
	text_cut(&said, list->header[i], QUOTED_CELLS);
	error_set(err, ERROR_INVALID, "NO_HEADER", "%s: the first line has no names of columns, "
		  "but an address (%s)", roster_called(list, &name), buf_text(&said));
	error_remedy(err, "put a line above it that names the columns, such as email,name");
	buf_release(&said);
	buf_release(&name);
	return true;
}

void roster_refuse_columns(struct roster *list, struct file_faults *faults)
{
	(void)refuse_header(list, faults);
	refuse_unread(list, faults);
}

void roster_no_addresses(struct roster *list, struct file_faults *faults)
{
	struct error spare, *err;
	struct buf name, said;
	size_t i;

	if (refuse_header(list, faults))
		return;
	err = roster_room(faults, &spare);
	buf_init(&said, FOLDED);
	for (i = 0; i < list->n_columns && i < NAMES_MOST; i++) {
		buf_adds(&said, i ? ", " : "");
		text_cut(&said, *list->header[i] ? list->header[i] : "(no name)",
			 QUOTED_CELLS / 2);
	}
	error_set(err, ERROR_INVALID, "NO_COLUMN", "%s: no column is called like e-mail "
		  "addresses; there are: %s%s", roster_called(list, &name), buf_text(&said),
		  i < list->n_columns ? ", ..." : "");
	buf_release(&said);
	buf_release(&name);
	error_field(err, "column");
	error_remedy(err, "name the column that holds them, as email=HEADER");
}

void roster_nobody(struct roster *list, struct file_faults *faults)
{
	struct error spare, *err = roster_room(faults, &spare);
	struct buf name;

	error_set(err, ERROR_INVALID, "NOT_CSV", "%s: nobody stands below the header",
		  roster_called(list, &name));
	buf_release(&name);
	error_remedy(err, "a line for each person");
}
