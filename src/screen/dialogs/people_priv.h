/* people_priv.h: the dialog of a file of people: what it read (people_columns.c), and the
 * page (people_file.c). */
#ifndef SCREEN_DIALOGS_PEOPLE_PRIV_H
#define SCREEN_DIALOGS_PEOPLE_PRIV_H

#include "action/roster/roster_file.h"
#include "screen/dialog/dialog.h"
#include "screen/dialog/roles.h"

enum { PEOPLE_COLUMNS = 64, PEOPLE_PATH = 4096, PEOPLE_NAME = 32,
       PEOPLE_WISHES = PEOPLE_COLUMNS + ROSTER_FIELDS };

struct people_file {
	struct app *app;
	bool members;			/* into a group: addresses and status alone are taken */
	char folder[PEOPLE_PATH];	/* in which one looks; "" or with a / at its end */
	char path[PEOPLE_PATH];		/* of what was read; "": nothing yet */
	struct buf data;		/* as it was read */
	uint64_t hash;
	bool open;
	struct roster list;
	struct roster_row *rows;
	size_t n;
	struct file_faults faults;
	struct error error;		/* why nothing was read */
	/* The choosers, those first that are taken: which column each is, what it is taken
	 * for (0: nothing; else an enum roster_field and 1), and what the last look saw. */
	size_t n_columns, column[PEOPLE_COLUMNS];
	int taken[PEOPLE_COLUMNS];
	struct roles roles;
	struct arena found;		/* texts of what the line offers */
};

/* Read the file; false: it cannot be read, self->error says why, what was read before
 * stays. */
bool people_read(struct people_file *self, const char *path) MUST_CHECK;
/* The people again, after a chooser says otherwise. */
void people_again(struct people_file *self);
/* "email=Mail" for each field, "name=" where none is taken; of a status several. */
size_t people_wishes(const struct people_file *self, const char *out[PEOPLE_WISHES],
		     struct arena *arena);
void people_release(struct people_file *self);

/* The choosers, hidden where there is no such column. */
void people_columns_add(struct people_file *self, struct form *form);
/* ... as they are now; what was chosen by hand counts: a field has one column, a status
 * any number. */
void people_columns_show(const struct people_file *self, struct form *form);
/* True if a chooser says otherwise than before. */
bool people_columns_take(struct people_file *self, const struct form *form);

#endif
