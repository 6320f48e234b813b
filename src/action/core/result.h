/* result.h: what an action answers: rows, or a document of its own form, a
 * message, warnings, the preview. */
#ifndef ACTION_CORE_RESULT_H
#define ACTION_CORE_RESULT_H

#include "access/access.h"
#include "base/arena.h"
#include "base/attr.h"
#include "base/buf.h"

enum { RESULT_COLUMNS = 16 };

enum cell_type { CELL_TEXT, CELL_CODE, CELL_NUMBER, CELL_BOOL, CELL_JSON };

struct warning {
	const char *code, *text;
	bool held;		/* of whom it speaks the preview has a line each */
};

enum moved_right { MOVED_SHARE, MOVED_SECRETS, MOVED_DEFAULT };

/* Of a person whose level on the project stays; the default's project is NOBODY. */
struct moved_one {
	enum moved_right right;
	uint32_t user, project;
	uint32_t asset;			/* the secret, or the default that is usable
					 * before or after; NOBODY: several, own */
	bool gains;			/* else: loses */
};

struct moved {
	struct moved_one *v;
	size_t n, up, down;
};

struct batch_command;

struct result {
	struct arena arena;
	/* Rows: text, JSON ({"rows":[{column:value}],"complete":true}) and CSV are
	 * made from them by the face. */
	const char *column[RESULT_COLUMNS];	/* "title"; n_columns 0: no rows */
	const char *heading[RESULT_COLUMNS];	/* "TITLE" */
	enum cell_type type[RESULT_COLUMNS];
	size_t n_columns;
	const char **cells;			/* n_rows * n_columns; NULL: null */
	size_t n_rows, cap_rows;
	/* A form of its own, where filled; wins over rows. */
	struct buf json, csv, text;
	struct buf rows;			/* of a plan: what a file does, and who is
						 * skipped: members in JSON */
	struct buf checks, check_text;		/* of what was saved: a list in JSON, and
						 * the same as text */
	const char *message;			/* before the deed what would be, after
						 * it what is (tense.h) */
	const char *done;			/* of a write: what is then, for the log */
	const char *urgent;			/* of the message: what a line that ends
						 * soon says in any case; or NULL */
	const char *confirm;			/* to be typed before it is done, or NULL */
	bool nothing;				/* of a write: it is so already */
	bool irreversible;			/* nothing undoes it */
	bool ask;				/* it wants a yes */
	const char *question;			/* ... because of this; or NULL */
	struct warning *warnings;
	size_t n_warnings;
	bool has_preview;
	struct preview preview;			/* facts of the app name its numbers */
	struct moved moved;			/* what moves that is no level */
	struct buf changes;			/* the preview in the format asked for,
						 * written while its numbers hold */
	bool has_plan;				/* a dry run of the whole: `changes` and
						 * `text` have it, also on failure */
	uint64_t plan;				/* what it says, as a number */
	const struct batch_command *instead;	/* of a plan: the same without a file */
	size_t n_instead;
	bool told;				/* the face has told all there is */
	bool more;				/* rows are not all there is: "complete"
						 * is false, the message says how on */
	/* What was wrong with a file: the error is the first; all_faults may be more
	 * than are listed. */
	const struct error *faults;
	size_t n_faults, all_faults;
	bool failed;				/* exit status 1: a check did not hold */
	bool unreached;				/* exit status 7: a service failed its check */
	bool conflict;				/* (import) */
	const char *targets;			/* of a write: ids, as its event has them */
	int64_t event;				/* seq of the audit event, 0: none */
	bool undid;				/* it was an undo: redo does it again */
	int64_t *turned;			/* seqs of the events that an undo or a */
	size_t n_turned;			/* redo turned */
	/* People of a preview who are not there yet, from this number on: their names. */
	const char **made;
	uint32_t made_from, n_made;
	uint32_t project;			/* made or meant, for the cursor; NOBODY */
	uint32_t user, group, asset;		/* the first made; NOBODY */
};

void result_init(struct result *result);
void result_release(struct result *result);
void result_columns(struct result *result, size_t n, ...);	/* n times:
				 * const char *column, const char *heading, enum cell_type */
/* Two columns, and a row of a field and its value, none where there is no value. */
void result_fields(struct result *result);
void result_field(struct result *result, const char *field, const char *value);
/* Start a row; then set its cells (strings are copied). */
void result_row(struct result *result);
void result_cell(struct result *result, size_t column, const char *text);
/* A row and its first cells in one call: result_cells(out, id, name). */
#define result_cells(result, ...) \
	result_cells_of(result, COUNT_OF(((const char *[]){ __VA_ARGS__ })), \
			(const char *[]){ __VA_ARGS__ })
void result_cells_of(struct result *result, size_t n, const char *const *cells);
void result_cellf(struct result *result, size_t column, const char *fmt, ...)
	PRINTF_LIKE(3, 4);

#endif
