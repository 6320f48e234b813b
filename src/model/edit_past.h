/* edit_past.h: the edits of an audit event, read back from what edit_json wrote,
 * and turned into edits that take them back or do them once more. */
#ifndef MODEL_EDIT_PAST_H
#define MODEL_EDIT_PAST_H

#include "model/edit_field.h"

/* Something that a thing had when it was deleted. */
struct past_link {
	enum edit_kind kind;		/* MEMBER, GRANT_USER, GRANT_GROUP, IMPORT,
					 * ASSET_GROUP */
	const char *id;			/* of the other side */
	int value;
};

/* A thing that was added or deleted, with all it had.  Texts that the event does not
 * say are "". */
struct past_thing {
	union {
		struct fact_user user;
		struct fact_group group;
		struct fact_asset asset;
		struct fact_record record;
		struct fact_project project;	/* but the owner */
		struct fact_own own;
	} was;
	const char *title;		/* what it is called; the e-mail of a user */
	const char *owner;
	struct past_link *links;
	size_t n_links;
	struct past_edit *own;		/* as own_add edits */
	size_t n_own;
};

struct past_edit {
	enum edit_kind kind;		/* EDIT_KINDS: none that this program knows */
	const char *name;		/* "grant_group" */
	/* ids or NULL */
	const char *user, *group, *asset, *provider, *token, *request, *project,
		   *own;
	const char *setting;
	const char *backup;		/* of a whole replacement: the file */
	int before, after;		/* what sets a value */
	const char *before_text, *after_text;	/* texts; ids of what is pointed at */
	int64_t old_when, when;		/* stamps; when 0: the event's own */
	const char *old_by, *by;
	struct past_thing thing;	/* what adds and deletes */
};

/* That the event takes another one back, or does it again. */
struct past_mark {
	bool redo;			/* "redoes", else "undoes" */
	int64_t event;
	size_t edits;			/* how many of the event's it made */
};

/* That a secret value was given; hashes that compare within an epoch. */
struct past_value {
	const char *kind, *project, *thing, *field;	/* project: of its own, or "" */
	int64_t epoch;
	const char *before, *after;	/* before NULL: there was none; "unreadable" */
};

struct past {
	struct past_edit *edits;
	size_t n;
	struct past_mark *marks;
	size_t n_marks;
	struct past_value *values;
	size_t n_values;
	int64_t time;			/* of the event: the caller's to fill */
	const char *actor;
};

const struct edit_field *past_edit_row(const struct past_edit *one);
/* The id of such a thing that it is about, or NULL. */
const char *past_id(const struct past_edit *one, enum whose whose);
/* Of a link of a thing of this sort: what is on the other side. */
enum whose past_other(const struct past_link *link, enum whose whose);

/* From the text of event.edits; everything lives in the arena.  False if it is no
 * list of edits. */
bool past_read(const char *text, struct arena *arena, struct past *out) MUST_CHECK;
/* The marks alone, which stand first: quick. */
size_t past_marks(const char *text, struct arena *arena, struct past_mark **out);

/* NULL if it can be undone, else why not, for "#12 ...": "deleted a thing for
 * good". */
const char *past_irreversible(const struct past *past);
/* The file that holds what stood before the whole was replaced, or NULL. */
const char *past_backup(const struct past *past);

enum past_state {
	PAST_STANDS,			/* what it left (or, to redo, found) is there */
	PAST_MOVED,			/* it is another now */
	PAST_GONE			/* one of the things it is about is gone, or
					 * is there again */
};
/* back: is the after image there?  else: the before image? */
enum past_state past_state(const struct facts *facts, const struct past_edit *one,
			   bool back, struct arena *arena);

/* The edits that take one back (or do it again), given to `put` one by one, which
 * must apply them to the facts.  What cannot come back because the other side is
 * gone is left out and told to `lost` (NULL: nobody cares).  Things of it are
 * there: past_state is PAST_STANDS. */
struct past_turn {
	struct facts *facts;
	struct arena *arena;
	const struct past *past;
	bool back;
	void (*put)(void *ctx, struct edit edit);
	void (*lost)(void *ctx, const struct past_link *link);
	void *ctx;
};
void past_turn(const struct past_turn *turn, const struct past_edit *one);

/* The edit that does it again, for what is neither added nor deleted; false where
 * a thing that it is about is gone. */
bool past_edit_of(const struct facts *facts, const struct past_edit *one,
		  struct edit *out) MUST_CHECK;

/* Do both speak of the same field of the same thing, or one of a whole thing that
 * the other is about? */
bool past_meets(const struct past_edit *a, const struct past_edit *b);

#endif
