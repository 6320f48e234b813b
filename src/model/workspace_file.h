/* workspace_file.h: the workspace as a JSON document and as a CSV folder
 * (INTERFACES 4).  Reading fills empty facts and checks form, references,
 * uniqueness, lengths, D19 and D24; an error names file, line or path, what is
 * wrong and what would be right.  It goes on after a fault, so that all are found
 * at once: *err is the first, notes->faults has more.  What only follows from
 * another fault (a member of a group that was refused) is none.  On failure the
 * facts are to be released. */
#ifndef MODEL_WORKSPACE_FILE_H
#define MODEL_WORKSPACE_FILE_H

#include <stdio.h>

#include "base/buf.h"
#include "base/error.h"
#include "model/facts.h"

/* What is wrong with a file: the first of it, and how much there is. */
enum { FILE_FAULTS = 20 };

struct file_faults {
	struct error v[FILE_FAULTS];
	size_t n;			/* may be more than are listed */
};

/* What is read beside the facts: values to seal, and all that is wrong. */
struct file_value {
	const char *kind;		/* as it stands there; "provider", "token" */
	const char *project;		/* id of the one whose own it is, or "" */
	const char *thing, *field;	/* id, and what of it */
	const char *text;
	size_t n;			/* bytes of the text */
};

struct file_notes {
	/* Set by the caller: gets each secret value, which is kept nowhere else, while
	 * it is read; or NULL. */
	void (*value)(void *ctx, const struct file_value *value);
	void *ctx;
	size_t secret_values;		/* how many there were */
	struct file_faults faults;
};

/* name: for errors.  data: the whole file, n bytes (may hold anything).  notes is
 * set anew but for what gets values, and may be NULL. */
bool workspace_read_json(const char *name, const char *data, size_t n,
			 struct facts *facts, struct file_notes *notes,
			 struct error *err) MUST_CHECK;

/* dir: a folder; title and plan override the folder's name and enterprise
 * (title may be NULL).  Rows are streamed; only the facts are kept.  What stands
 * in the folder and is not read is a fault, but for names that start with a dot
 * or README. */
bool workspace_read_csv(const char *dir, const char *title, enum plan plan,
			struct facts *facts, struct file_notes *notes,
			struct error *err) MUST_CHECK;

/* Byte-identical for equal content: lists in order of id, defaults written
 * out, two blanks a level, a newline at the end. */
void workspace_write_json(struct buf *out, const struct facts *facts);

/* Make facts `into` hold what `from` adds and changes (import --merge). */
bool workspace_merge(struct facts *into, const struct facts *from,
		     struct error *err) MUST_CHECK;

#endif
