/* json_write.h: JSON as a stream into a bounded buf; no tree is built.
 * Strings are escaped: controls, bidi and zero-width characters as \uXXXX,
 * invalid UTF-8 as U+FFFD.  Compact output, no trailing newline. */
#ifndef BASE_JSON_WRITE_H
#define BASE_JSON_WRITE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

struct json {
	struct buf *out;
	int depth;
	bool comma;		/* the next item needs one */
	bool keyed;		/* a key was written, its value comes */
	int indent;		/* 0: one line; else blanks a level */
};

void json_init(struct json *json, struct buf *out, int indent);
void json_object(struct json *json);		/* { */
void json_object_end(struct json *json);
void json_array(struct json *json);		/* [ */
void json_array_end(struct json *json);
void json_key(struct json *json, const char *key);
void json_string(struct json *json, const char *text);	/* NULL: null */
void json_int(struct json *json, int64_t value);
void json_bool(struct json *json, bool value);
void json_null(struct json *json);
void json_raw(struct json *json, const char *text);	/* valid JSON, as is */

/* key and value in one call */
void json_kstring(struct json *json, const char *key, const char *text);
void json_kint(struct json *json, const char *key, int64_t value);
void json_kbool(struct json *json, const char *key, bool value);

#endif
