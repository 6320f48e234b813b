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

void jsonw_init(struct json *json, struct buf *out, int indent);
/* All on one line, and its object opened. */
void jsonw_begin(struct json *json, struct buf *out);
/* Go on within an object that was opened elsewhere; members: it has some. */
void jsonw_resume(struct json *json, bool members);
void jsonw_object(struct json *json);		/* { */
void jsonw_object_end(struct json *json);
void jsonw_array(struct json *json);		/* [ */
void jsonw_array_end(struct json *json);
void jsonw_key(struct json *json, const char *key);
void jsonw_string(struct json *json, const char *text);	/* NULL: null */
void jsonw_int(struct json *json, int64_t value);
void jsonw_bool(struct json *json, bool value);
void jsonw_null(struct json *json);
void jsonw_raw(struct json *json, const char *text);	/* valid JSON, as is */
/* n bytes: what stands between the braces of another object, which is not empty. */
void jsonw_raw_members(struct json *json, const char *text, size_t n);

/* key and value in one call; of an array or object: up to its opening */
void jsonw_karray(struct json *json, const char *key);
void jsonw_kobject(struct json *json, const char *key);
void jsonw_kstring(struct json *json, const char *key, const char *text);
void jsonw_kint(struct json *json, const char *key, int64_t value);
void jsonw_kbool(struct json *json, const char *key, bool value);

#endif
