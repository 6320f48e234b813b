/* json_write.c: see json_write.h. */
#include "base/json_write.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>

#include "base/text.h"
#include "base/text_priv.h"

void jsonw_init(struct json *json, struct buf *out, int indent)
{
	memset(json, 0, sizeof(*json));
	json->out = out;
	json->indent = indent;
}

static void new_line(struct json *json)
{
	if (!json->indent)
		return;
	buf_addc(json->out, '\n');
	buf_pad(json->out, ' ', (size_t)(json->indent * json->depth));
}

/* What stands between the item before and the next one. */
static void separate(struct json *json)
{
	if (json->keyed) {
		json->keyed = false;
		return;
	}
	if (json->comma)
		buf_addc(json->out, ',');
	if (json->depth)
		new_line(json);
}

static void open_with(struct json *json, char c)
{
	separate(json);
	buf_addc(json->out, c);
	json->depth++;
	json->comma = false;
}

static void close_with(struct json *json, char c)
{
	assert(json->depth > 0 && !json->keyed);
	json->depth--;
	if (json->comma)
		new_line(json);
	buf_addc(json->out, c);
	json->comma = true;
}

void jsonw_resume(struct json *json, bool members)
{
	json->depth = 1;
	json->comma = members;
}

void jsonw_object(struct json *json)
{
	open_with(json, '{');
}

void jsonw_object_end(struct json *json)
{
	close_with(json, '}');
}

void jsonw_begin(struct json *json, struct buf *out)
{
	jsonw_init(json, out, 0);
	jsonw_object(json);
}

void jsonw_array(struct json *json)
{
	open_with(json, '[');
}

void jsonw_array_end(struct json *json)
{
	close_with(json, ']');
}

static void escape_unit(struct buf *out, uint32_t unit)
{
	char text[6] = "\\u";
	int i;

	for (i = 5; i > 1; i--) {
		text[i] = "0123456789abcdef"[unit & 0xf];
		unit >>= 4;
	}
	buf_add(out, text, sizeof(text));
}

static void escape(struct buf *out, uint32_t point)
{
	static const char plain[] = "\b\f\n\r\t\"\\", letter[] = "bfnrt\"\\";
	const char *at = point < 0x80 ? strchr(plain, (int)point) : NULL;

	if (at && *at) {
		buf_addc(out, '\\');
		buf_addc(out, letter[at - plain]);
	} else if (point > 0xffff) {
		escape_unit(out, 0xd800 + ((point - 0x10000) >> 10));
		escape_unit(out, 0xdc00 + ((point - 0x10000) & 0x3ff));
	} else {
		escape_unit(out, point);
	}
}

static size_t plain_run(const char *s, size_t max)
{
	size_t i = 0;

	while (i < max && s[i] >= 0x20 && s[i] < 0x7f && s[i] != '"' &&
	       s[i] != '\\')
		i++;
	return i;
}

static void quote(struct buf *out, const char *text)
{
	size_t n = strlen(text), at = 0, used;
	uint32_t point;
	bool valid;

	buf_addc(out, '"');
	while (at < n) {
		used = plain_run(text + at, n - at);
		buf_add(out, text + at, used);
		at += used;
		if (at == n)
			break;
		used = text_decode(text + at, n - at, &point, &valid);
		if (!valid || point < 0x80 || text_point_control(point) ||
		    text_point_hidden(point))
			escape(out, point);
		else
			buf_add(out, text + at, used);
		at += used;
	}
	buf_addc(out, '"');
}

void jsonw_key(struct json *json, const char *key)
{
	assert(json->depth > 0 && !json->keyed);
	separate(json);
	quote(json->out, key);
	buf_adds(json->out, json->indent ? ": " : ":");
	json->keyed = true;
}

void jsonw_raw(struct json *json, const char *text)
{
	separate(json);
	buf_adds(json->out, text);
	json->comma = true;
}

void jsonw_raw_members(struct json *json, const char *text, size_t n)
{
	separate(json);
	buf_add(json->out, text, n);
	json->comma = true;
}

void jsonw_string(struct json *json, const char *text)
{
	if (!text) {
		jsonw_null(json);
		return;
	}
	separate(json);
	quote(json->out, text);
	json->comma = true;
}

void jsonw_int(struct json *json, int64_t value)
{
	separate(json);
	buf_printf(json->out, "%" PRId64, value);
	json->comma = true;
}

void jsonw_bool(struct json *json, bool value)
{
	jsonw_raw(json, value ? "true" : "false");
}

void jsonw_null(struct json *json)
{
	jsonw_raw(json, "null");
}

void jsonw_kstring(struct json *json, const char *key, const char *text)
{
	jsonw_key(json, key);
	jsonw_string(json, text);
}

void jsonw_karray(struct json *json, const char *key)
{
	jsonw_key(json, key);
	jsonw_array(json);
}

void jsonw_kobject(struct json *json, const char *key)
{
	jsonw_key(json, key);
	jsonw_object(json);
}

void jsonw_kint(struct json *json, const char *key, int64_t value)
{
	jsonw_key(json, key);
	jsonw_int(json, value);
}

void jsonw_kbool(struct json *json, const char *key, bool value)
{
	jsonw_key(json, key);
	jsonw_bool(json, value);
}
