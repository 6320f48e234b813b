/* kind.h: the kinds of shared assets.  One file in kinds/ each; the registry
 * is made from local.mk.  A kind's number is its place in the registry. */
#ifndef MODEL_KIND_H
#define MODEL_KIND_H

#include <stdbool.h>
#include <stddef.h>

#include "model/level.h"

enum { KIND_FIELDS = 40 };

/* A field of an asset in files and forms, stored in the asset's config. */
struct kind_field {
	const char *name;		/* "account"; NULL ends the list */
	const char *label;		/* "Account identifier" */
	bool secret;			/* never exported, never in config */
	bool top;			/* stands in the asset object itself,
					 * not in its "config" (packages, files) */
	const char *const *choices;	/* allowed values, NULL-ended, or NULL */
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
	bool secret_name;		/* the name obeys D19 */
	bool own;			/* a project may have one of its own (6.12) */
	bool may_be_default;		/* of the workspace (A09) */
};

size_t kind_count(void);
const struct asset_kind *kind_at(size_t kind);
/* By code or noun; false if there is none. */
bool kind_find(const char *text, size_t *kind);

/* D19: a secret's name.  NULL if good, else what is wrong with it. */
const char *kind_secret_name_fault(const char *name);

#endif
