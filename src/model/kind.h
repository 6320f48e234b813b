/* kind.h: the kinds of shared assets.  One file in kinds/ each; the registry
 * is made from local.mk.  A kind's number is its place in the registry. */
#ifndef MODEL_KIND_H
#define MODEL_KIND_H

#include <stdbool.h>
#include <stddef.h>

#include "model/level.h"

enum { KIND_FIELDS = 40 };

/* How a field is typed in. */
enum field_form {
	FIELD_LINE,
	FIELD_LINES,			/* several lines */
	FIELD_YES_NO,			/* true or false in the config */
	FIELD_PORT			/* 1 to 65535 */
};

/* A field of an asset in files and forms, stored in the asset's config. */
struct kind_field {
	const char *name;		/* "account"; NULL ends the list */
	const char *label;		/* "Account identifier" */
	bool secret;			/* never exported, never in config */
	bool top;			/* stands in the asset object itself,
					 * not in its "config" (packages, files) */
	const char *const *choices;	/* allowed values, NULL-ended, or NULL */
	enum field_form form;
	bool aside;			/* no matter for reaching it: a test still
					 * says what it said */
};

/* A field as one type asks for it. */
struct kind_need {
	const char *field;		/* name of a kind_field; NULL ends the list */
	bool required;			/* else it may stay empty */
	const char *initial;		/* what a new form holds: "5432"; or NULL */
	const char *const *choices;	/* of this type, or NULL: the field's */
	const char *when;		/* only if the field "auth" has this value;
					 * NULL: always */
};

struct kind_type {
	const char *code;		/* "snowflake"; "" where a kind has no types;
					 * NULL ends the list */
	const char *label;		/* "Snowflake" */
	const struct kind_need *needs;	/* in the order of the form */
};

struct asset_kind {
	const char *code;		/* "data_connection" */
	const char *noun;		/* CLI noun: "connection" */
	const char *label;		/* "data connection" */
	const char *title;		/* "Data connection" */
	const char *plural;		/* "Data connections" */
	const char *home;		/* "Settings > Data sources" */
	enum plan plan;			/* least plan (A05 A11 A17 A41) */
	const char *const *types;	/* allowed "type" values, NULL-ended; or
					 * NULL: the kind has no type */
	const struct kind_field *fields;
	const struct kind_type *forms;	/* what each type asks for */
	bool secret_name;		/* the name obeys D19 */
	bool own;			/* a project may have one of its own (6.12) */
	bool may_be_default;		/* of the workspace (A09) */
};

/* The registry itself (generated). */
const struct asset_kind *const *asset_kinds(size_t *n);
size_t kind_count(void);
const struct asset_kind *kind_at(size_t kind);
/* By code or noun; false if there is none. */
bool kind_find(const char *text, size_t *kind);

/* NULL if there is none. */
const struct kind_field *kind_field(const struct asset_kind *kind,
				    const char *name);
const struct kind_type *kind_type(const struct asset_kind *kind,
				  const char *type);
/* The need of a type for this field; `auth` is the value of that field, or NULL. */
const struct kind_need *kind_need(const struct kind_type *type,
				  const char *field, const char *auth);
/* NULL if the field may have this value, else what is wrong with it. */
const char *kind_value_fault(const struct kind_field *field,
			     const struct kind_need *need, const char *value);

/* D19: a secret's name.  NULL if good, else what is wrong with it. */
const char *kind_secret_name_fault(const char *name);

#endif
