/* json_priv.h: members of JSON objects, taken with their path: what is not of
 * the form wanted is refused.
 *
 * base/json_write.h has functions of the same names as jansson (json_object,
 * json_array, json_string, json_null): never include both, and make new values
 * with json_pack. */
#ifndef MODEL_JSON_PRIV_H
#define MODEL_JSON_PRIV_H

#include <jansson.h>

#include "model/file/file_priv.h"

/* The document at data, or NULL: line and column in *err. */
json_t *json_document(const char *name, const char *data, size_t n,
		      struct error *err) MUST_CHECK;

/* Is it an object with no members but the known ones (NULL-ended) and the top
 * fields of a kind (fields may be NULL)? */
bool json_check_object(struct reader *reader, const struct place *at,
		       json_t *object, const char *const *known,
		       const struct kind_field *fields);

/* A member.  Not there or null: true, *out as it was.  need_: not there is
 * refused as well, and so is null.  Refused: *out as it was. */
bool take_text(struct reader *reader, const struct place *at, json_t *object,
	       const char *key, const char **out);
bool need_text(struct reader *reader, const struct place *at, json_t *object,
	       const char *key, const char **out);
bool take_bool(struct reader *reader, const struct place *at, json_t *object,
	       const char *key, bool *out);
bool take_int(struct reader *reader, const struct place *at, json_t *object,
	      const char *key, int least, int most, int *out);
bool take_time(struct reader *reader, const struct place *at, json_t *object,
	       const char *key, int64_t *out);
/* A list, NULL if there is none. */
bool take_list(struct reader *reader, const struct place *at, json_t *object,
	       const char *key, json_t **out);
/* An item of a list that must be text. */
bool item_text(struct reader *reader, const struct place *item, json_t *value,
	       const char **out);

/* ---- the parts of the document ------------------------------------------------- */

/* An item of the list; what is refused in it is noted in the reader. */
void read_provider(struct reader *reader, const struct place *at,
		   json_t *object);
void read_token(struct reader *reader, const struct place *at, json_t *object);
void read_asset(struct reader *reader, const struct place *at, json_t *object);
void read_project(struct reader *reader, const struct place *at,
		  json_t *object);
/* The fields of a thing, from its "config" and (top ones) itself, as one JSON
 * object text kept in the facts.  Secret values are counted and dropped. */
bool read_fields(struct reader *reader, const struct place *at, json_t *object,
		 const struct kind_field *fields, const char **config);
/* The bytes files and facts hold for a value (config.c). */
char *config_text(struct arena *arena, const json_t *value) MUST_CHECK;

#endif
