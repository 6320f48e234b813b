/* edit_field.h: every kind of edit, described once: whose field it is, what it holds,
 * where it stands in the facts and in the store, and in which words it is told of.
 * Applying, JSON, undo, previews, statements and history follow from the row.  A plain
 * new field is its column, its member, its row here and a line of a form. */
#ifndef MODEL_EDIT_FIELD_H
#define MODEL_EDIT_FIELD_H

#include <stddef.h>

#include "model/edit.h"
#include "model/whose.h"

enum edit_shape {
	EDITS_FIELD,		/* sets a text or a value, or points elsewhere */
	EDITS_TIE,		/* ties a thing to another one, or unties them */
	EDITS_ADD,
	EDITS_DELETE,
	EDITS_UNKNOWN		/* EDIT_KINDS: none that this program knows */
};

enum holds {
	HOLDS_TEXT,
	HOLDS_CONFIG,		/* text of a JSON object */
	HOLDS_THING,		/* the number of one of `other`, or NOBODY */
	HOLDS_SWITCH,		/* bool; ties: there or not */
	HOLDS_NUMBER,		/* int */
	HOLDS_PLAN, HOLDS_ROLE, HOLDS_STATE,
	HOLDS_LEVEL,		/* uint8_t; ties: NONE unties */
	HOLDS_BUILTINS		/* unsigned: bits */
};

/* Who changed it last and when, in the facts and in the store. */
struct field_stamp {
	size_t when, by;
	const char *when_column, *by_column;	/* by: NULL, only the time is kept */
};

/* How history says that it has its value again. */
enum says {
	SAYS_FIELD,		/* "The status of Churn is Completed again" */
	SAYS_NAME,		/* "Churn is called Churn model again" */
	SAYS_THING		/* "Ana is active again" */
};

struct edit_field {
	enum edit_kind kind;
	const char *name;		/* in events: "project_title" */
	enum edit_shape shape;
	enum whose whose;
	enum whose other;		/* of a tie or a pointer: the other side */
	enum holds holds;
	size_t at;			/* of a field: in the struct of the thing */
	const char *column;		/* of the store, and of a deleted thing's JSON;
					 * of a tie: the table */
	const char *said;		/* '*' is the thing, '+' the other side or what
					 * the thing was called */
	enum says says;
	const char *on, *off;		/* words of a switch; NULL: yes, no */
	const char *for_good;		/* of a delete that nothing takes back */
	int most;			/* of a level, where not every one may be */
	bool may_be_null;		/* of a text */
	bool with_add;			/* the addition of the thing says it */
	bool moves;			/* somebody's level or limits may hang on it */
	const struct field_stamp *stamp;
	const struct field_stamp *born;	/* of an addition: stamped by no other edit */
};

/* setting: which one, for EDIT_SETTING, else not looked at.  Never NULL; of a setting
 * that nobody knows the column is. */
const struct edit_field *edit_field(enum edit_kind kind, const char *setting);
const struct edit_field *edit_row(const struct edit *edit);
/* By the name in events; EDIT_KINDS if there is none. */
enum edit_kind edit_kind_find(const char *name);
/* That adds or deletes one of the sort. */
enum edit_kind edit_kind_of(enum edit_shape shape, enum whose whose);
/* Is it for whoever may change the project?  All others are for Admins.  What nobody
 * knows is taken for a project's: its event tells nothing else of it. */
bool edit_of_project(enum edit_kind kind);
/* The fields of a sort of thing, in the order in which they are told of: the one after
 * `last` (NULL: the first), or NULL. */
const struct edit_field *edit_field_next(enum whose whose,
					 const struct edit_field *last);

/* Of them only those that no code names, which are texts: every list of fields ends with
 * them. */
const struct edit_field *edit_field_plain(enum whose whose,
					  const struct edit_field *last);

/* The one that such an edit is about, NOBODY where it is unused, and setting it. */
uint32_t edit_number(const struct edit *edit, enum whose whose);
void edit_about(struct edit *edit, enum whose whose, uint32_t n);
/* A new edit of the thing. */
struct edit edit_for(enum edit_kind kind, enum whose whose, uint32_t n);
/* The text that it sets. */
const char *edit_said(const struct edit *edit);

bool field_is_text(const struct edit_field *field);	/* HOLDS_CONFIG, too */
/* In the struct of the thing, which is of the sort.  Texts are "" for NULL, unless it
 * may be that; numbers of things are read as they are. */
const char *field_text(const struct edit_field *field, const void *thing);
int field_value(const struct edit_field *field, const void *thing);
uint32_t field_number(const struct edit_field *field, const void *thing);
void field_set_text(const struct edit_field *field, void *thing, const char *text);
void field_set_value(const struct edit_field *field, void *thing, int value);
/* What the thing says of its last change; "" where nobody is kept. */
int64_t field_when(const struct field_stamp *stamp, const void *thing);
const char *field_by(const struct field_stamp *stamp, const void *thing);
void field_set_stamp(const struct field_stamp *stamp, void *thing, int64_t when,
		     const char *by);
/* The code of a plan, role, state or level; NULL for what has none. */
const char *field_code(const struct edit_field *field, int value);
/* The other way; false (*out as it was) for what is none. */
bool field_from_code(const struct edit_field *field, const char *text, int *out);
/* Every text of a thing that is not set yet is "". */
void field_clear_texts(enum whose whose, void *thing);

#endif
