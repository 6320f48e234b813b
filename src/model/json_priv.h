/* json_priv.h: members of JSON objects, taken with their path: what is not of
 * the form wanted is refused.
 *
 * base/json_write.h has functions of the same names as jansson (json_object,
 * json_array, json_string, json_null): never include both, and make new values
 * with json_pack. */
#ifndef MODEL_JSON_PRIV_H
#define MODEL_JSON_PRIV_H

#include <jansson.h>

#include "model/file_priv.h"

/* The document at data, or NULL: line and column in *err. */
json_t *json_document(const char *name, const char *data, size_t n,
		      struct error *err) MUST_CHECK;

/* Is it an object with no members but the known ones (NULL-ended) and the top
 * fields of a kind (fields may be NULL)? */
bool json_check_object(struct reader *reader, const struct place *at,
		       json_t *object, const char *const *known,
		       const struct kind_field *fields) MUST_CHECK;

/* A member.  Not there or null: true, *out as it was.  need_: not there is
 * refused as well, and so is null. */
bool take_text(struct reader *reader, const struct place *at, json_t *object,
	       const char *key, const char **out) MUST_CHECK;
bool need_text(struct reader *reader, const struct place *at, json_t *object,
	       const char *key, const char **out) MUST_CHECK;
bool take_bool(struct reader *reader, const struct place *at, json_t *object,
	       const char *key, bool *out) MUST_CHECK;
bool take_int(struct reader *reader, const struct place *at, json_t *object,
	      const char *key, int least, int most, int *out) MUST_CHECK;
bool take_time(struct reader *reader, const struct place *at, json_t *object,
	       const char *key, int64_t *out) MUST_CHECK;
/* A list, NULL if there is none. */
bool take_list(struct reader *reader, const struct place *at, json_t *object,
	       const char *key, json_t **out) MUST_CHECK;
/* An item of a list that must be text. */
bool item_text(struct reader *reader, const struct place *item, json_t *value,
	       const char **out) MUST_CHECK;

/* ---- the parts of the document ------------------------------------------------- */

bool read_assets(struct reader *reader, json_t *root) MUST_CHECK;
bool read_projects(struct reader *reader, json_t *root) MUST_CHECK;
/* The fields of a thing, from its "config" and (top ones) itself, as one JSON
 * object text kept in the facts.  Secret values are counted and dropped. */
bool read_fields(struct reader *reader, const struct place *at, json_t *object,
		 const struct kind_field *fields, const char **config) MUST_CHECK;
/* The bytes files and facts hold for a value (config.c). */
char *config_text(struct arena *arena, const json_t *value) MUST_CHECK;

#endif
