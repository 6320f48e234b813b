/* config.h: the fields of an asset, which facts keep as the text of one JSON
 * object.  All answers are kept in the arena; texts that hold no object count
 * as the empty one. */
#ifndef MODEL_CONFIG_H
#define MODEL_CONFIG_H

#include <stdbool.h>

#include "base/arena.h"

struct kind_field;

/* A field as text (true, false and numbers as JSON writes them, a list of texts
 * line by line); NULL if it is not there. */
const char *config_get(const char *config, const char *name,
		       struct arena *arena) MUST_CHECK;
/* A config in which the field has this text; NULL takes it out. */
const char *config_set(const char *config, const char *name, const char *text,
		       struct arena *arena) MUST_CHECK;

/* The same, and as its type keeps it: a text, true or false, a number. */
const char *config_put(const char *config, const struct kind_field *field,
		       const char *text, struct arena *arena) MUST_CHECK;

/* A field as JSON, or NULL. */
const char *config_json(const char *config, const char *name,
			struct arena *arena) MUST_CHECK;
/* The same object in the one form that files hold: members in order, no blanks,
 * invisible characters escaped; without the top fields of a kind (which stand
 * beside it in files) unless fields is NULL. */
const char *config_rest(const char *config, const struct kind_field *fields,
			struct arena *arena) MUST_CHECK;

/* Where the secret ones of these fields may be sent, and how they get there, by the
 * others: "postgres host=db port=5432 via ssh_host=gate ssl=require", "... via defaults";
 * "": nowhere, or one place alone.  Fields that differ never read the same. */
const char *config_origin(const struct kind_field *fields, const char *type,
			  const char *config, struct arena *arena);
/* The same without the way, which values of before were not bound to: "postgres host=db
 * port=5432". */
const char *config_place(const struct kind_field *fields, const char *type,
			 const char *config, struct arena *arena);

#endif
