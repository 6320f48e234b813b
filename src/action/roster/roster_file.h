/* roster_file.h: a file of people of the outside, read for a verb that takes one. */
#ifndef ACTION_ROSTER_ROSTER_FILE_H
#define ACTION_ROSTER_ROSTER_FILE_H

#include "action/core/action.h"
#include "action/core/plan.h"
#include "model/roster/roster.h"

/* The parameters of a verb that takes a list. */
#define ROSTER_PARAM_FILE \
	{ .name = "file", .label = "File", .type = PARAM_FILE, .option = true, .typed = true, \
	  .help = "a CSV file that a directory or a spreadsheet wrote; - is standard input" }
#define ROSTER_PARAM_COLUMN \
	{ .name = "column", .label = "Column", .type = PARAM_TEXT, .option = true, \
	  .many = true, .typed = true, \
	  .help = "FIELD=HEADER: email, login, status, kind, name, first_name, last_name, " \
		  "role or groups is in this column, #3 being the third; FIELD= in none " \
		  "(repeatable: a status and a kind may be in several)" }

/* All of the file at path; "-": of standard input, which is read once.  data is initialised
 * here; release it after success only. */
bool roster_file_read(struct app *app, const char *path, struct buf *data,
		    struct error *err) MUST_CHECK;

/* "email=User principal name" */
bool roster_wish_parse(const char *text, struct arena *arena, struct roster_wish *out,
		     struct error *err) MUST_CHECK;

/* The file of a plan, by its arguments; *list is to be closed after success only. */
bool roster_file_open(struct edit_plan *plan, struct roster *list, struct error *err)
	MUST_CHECK;

#endif
