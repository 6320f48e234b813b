/* kind.h: the kinds of shared assets.  One file in kinds/ each; the registry
 * is made from local.mk.  A kind's number is its place in the registry. */
#ifndef MODEL_KIND_H
#define MODEL_KIND_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "model/level.h"
#include "model/value_type.h"
struct kind_said;
/* A field as one type asks for it. */
struct kind_need {
	const char *field;		/* name of a kind_field; NULL ends the list */
	bool required;			/* else it may stay empty */
	const char *initial;		/* what a new form holds: "5432"; or NULL */
	const char *const *choices;	/* of this type, or NULL: the field's */
	const struct value_type *value;	/* of this type, or NULL: the field's */
	const char *by;			/* the field that decides; NULL: the kind's */
	const char *when;		/* only if it has this value, "*": any; or NULL */
	int page;			/* of a form with several, from 1 */
	bool given;			/* by the other side: no form asks for it */
};

struct kind_type {
	const char *code;		/* "snowflake"; "": it has no types; NULL: the end */
	const char *label;		/* "Snowflake" */
	const char *courier, *package;	/* what checks it, and is built with; or NULL */
	const char *means;		/* beside it in the chooser: "tier 1"; or NULL */
	const struct kind_need *needs;	/* in the order of the form */
};

/* What comes with a field's turning to a value. */
struct kind_turn {
	const char *field, *value;
	const char *type;		/* only of this type of the kind; or NULL */
	enum plan plan;			/* least plan ... */
	const char *what;		/* ... of "OAuth connections"; NULL: any will do */
	const char *code, *warning;	/* or NULL */
};

/* A column of the kind's list that shows a field, where others have TYPE, BY, DEFAULT
 * and REFRESHED. */
struct kind_column {
	const char *name, *head, *field;
	const char *not;		/* true or false: is it not this? */
};
enum { KIND_COLUMNS = 4 };

/* The verbs that every kind has. */
enum kind_verb {
	KIND_NONE,			/* an action of no kind, or of one only */
	KIND_LIST, KIND_SHOW, KIND_USAGE,
	KIND_ACCESS, KIND_CREATE, KIND_EDIT, KIND_DELETE,
	KIND_VERBS
};

/* What one of them says beside what it says of every kind; each may be NULL. */
struct kind_words {
	const char *verb;		/* KIND_CREATE: "add" where not "create" */
	const char *lead;		/* of the help: behind its first words */
	const char *help;		/* of the help: more sentences */
	const char *example;		/* arguments of an example */
	const char *synonyms;		/* more words for the palette */
};

struct asset_kind {
	const char *code;		/* "data_connection" */
	const char *noun;		/* CLI noun: "connection" */
	const char *label;		/* "data connection" */
	const char *one;		/* "connection": where it is clear which */
	const char *title;		/* "Data connection" */
	const char *argument;		/* "Connection": of a form; NULL: the title */
	const char *plural;		/* "Data connections" */
	const char *about;		/* of the noun, in help: "shared data connections" */
	const char *home;		/* "Settings > Data sources" */
	enum plan plan;			/* least plan (A05 A11 A17 A41) */
	const struct kind_field *fields;
	const struct kind_type *forms;	/* what each type asks for; one of code ""
					 * where it has no types */
	bool secret_name;		/* code finds its value by the name, which is
					 * one alone of its kind (D19) */
	bool own, may_be_default;	/* of a project alone (6.12); of the workspace */
	bool schema;			/* it has one, which may be read anew */
	/* NULL if a name is good, else what is wrong; and what would be right.  NULL: any
	 * name of a thing is. */
	const char *(*name_fault)(const char *name);
	const char *name_rule, *name_help;	/* help: in a form; NULL: the usual */
	const struct kind_turn *turns;	/* field NULL ends the list; or NULL */
	const struct kind_column *columns;	/* KIND_COLUMNS of them, or NULL */
	/* What no field says by itself; err names the field.  NULL: all is good. */
	bool (*good)(const char *config, struct arena *arena, struct error *err);
	/* In a word what it is: "acme/ml-utils @ main"; and what it does in a project
	 * that imports it: "; installed at kernel start".  "" or NULL: nothing. */
	const char *(*detail)(const char *config, struct arena *arena);
	const char *(*in_project)(const char *config, struct arena *arena);
	const struct kind_said *said;	/* kind_said.h; or NULL */
	const char *sample;		/* an id for examples: "a-snow" */
	struct kind_words words[KIND_VERBS];
};

/* The registry itself (generated). */
const struct asset_kind *const *asset_kinds(size_t *n);
size_t kind_count(void);
const struct asset_kind *kind_at(size_t kind);
/* By code or noun; false if there is none. */
bool kind_find(const char *text, size_t *kind);
bool kind_has_files(const struct asset_kind *kind);	/* kind_said.files */
const char *kind_article(const struct asset_kind *kind);	/* "a", "an" */

/* NULL if there is none. */
const struct kind_field *kind_field(const struct asset_kind *kind,
				    const char *name);
bool kind_has_types(const struct asset_kind *kind);
const struct kind_type *kind_type(const struct asset_kind *kind,
				  const char *type);
/* The first field of this type; the one whose type decides.  NULL: there is none. */
const struct kind_field *kind_field_of(const struct asset_kind *kind,
				       const struct value_type *type);
const struct kind_field *kind_decider(const struct asset_kind *kind);

/* An asset as its fields stand: what is asked for hangs on some of them. */
struct kind_state {
	const struct asset_kind *kind;
	const struct kind_type *type;	/* NULL: none yet, which asks for nothing */
	const char *config;
	struct arena *arena;
};
/* The need for this field as things stand; NULL: it is not asked for. */
const struct kind_need *kind_need(const struct kind_state *state, const char *field);
/* Does this one of the type's needs count as things stand? */
bool kind_needs(const struct kind_state *state, const struct kind_need *need);
/* Any need of the type for it that a form may ask, however things stand; or NULL. */
const struct kind_need *kind_need_ever(const struct kind_type *type,
				       const char *field);
/* Which field decides on the need; NULL: none, it always counts. */
const char *kind_need_by(const struct asset_kind *kind,
			 const struct kind_need *need);
/* What the field counts as: what is stored, else what it starts with; a switch is on
 * where something is stored that it asks for.  NULL: nothing. */
const char *kind_value(const struct kind_state *state, const char *field);
/* NULL if the field may have this value, else what is wrong with it. */
const char *kind_value_fault(const struct kind_field *field,
			     const struct kind_need *need, const char *value);
/* Never NULL. */
const struct value_type *kind_value_type(const struct kind_field *field,
					 const struct kind_need *need);

#endif
