/* config.c: see config.h. */
#include "model/config.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "model/json_priv.h"
#include "model/value_type.h"

enum { TEXT_MOST = 1 << 20 };

/* Non-ASCII stands only within strings, where \uXXXX is the same. */
static void escape_point(struct buf *out, const char *s, size_t n,
			 uint32_t point)
{
	char one[8] = "";

	memcpy(one, s, n);
	if (point < 0x80 || text_is_safe(one))
		buf_add(out, s, n);
	else if (point < 0x10000)
		buf_printf(out, "\\u%04x", (unsigned)point);
	else
		buf_printf(out, "\\u%04x\\u%04x",
			   (unsigned)(0xd800 + ((point - 0x10000) >> 10)),
			   (unsigned)(0xdc00 + ((point - 0x10000) & 0x3ff)));
}

char *config_text(struct arena *arena, const json_t *value)
{
	char *text = json_dumps(value, JSON_COMPACT | JSON_SORT_KEYS |
				JSON_ENCODE_ANY);
	size_t n = text ? strlen(text) : 0, at = 0, used;
	struct buf out;
	uint32_t point;
	bool valid;
	char *kept;

	buf_init(&out, (size_t)-1);
	for (; at < n; at += used) {
		used = text_decode(text + at, n - at, &point, &valid);
		escape_point(&out, text + at, used, point);
	}
	kept = arena_strdup(arena, text ? buf_text(&out) : "{}");
	buf_release(&out);
	free(text);
	return kept;
}

static json_t *parse(const char *config)
{
	json_t *all = json_loads(config ? config : "{}", 0, NULL);

	if (json_is_object(all))
		return all;
	json_decref(all);
	return json_pack("{}");
}

static const char *list_text(const json_t *list, struct arena *arena)
{
	struct buf out;
	char *kept;

	buf_init(&out, TEXT_MOST);
	for (size_t i = 0; i < json_array_size(list); i++) {
		const char *one = json_string_value(json_array_get(list, i));

		buf_printf(&out, "%s%s", i ? "\n" : "", one ? one : "");
	}
	kept = arena_strdup(arena, buf_text(&out));
	buf_release(&out);
	return kept;
}

const char *config_get(const char *config, const char *name,
		       struct arena *arena)
{
	json_t *all = parse(config);
	const json_t *value = json_object_get(all, name);
	const char *text = NULL;

	if (json_is_string(value))
		text = arena_strdup(arena, json_string_value(value));
	else if (json_is_array(value))
		text = list_text(value, arena);
	else if (value)
		text = config_text(arena, value);
	json_decref(all);
	return text;
}

const char *config_set(const char *config, const char *name, const char *text,
		       struct arena *arena)
{
	json_t *all = parse(config);
	const char *kept;

	if (text)
		json_object_set_new(all, name, json_pack("s", text));
	else
		json_object_del(all, name);
	kept = config_text(arena, all);
	json_decref(all);
	return kept;
}

const char *config_put(const char *config, const struct kind_field *field,
		       const char *text, struct arena *arena)
{
	enum value_kept kept = value_type_of(field)->kept;
	bool word = text && (strcmp(text, "true") == 0 ||
			     strcmp(text, "false") == 0);
	json_t *all, *value = NULL;

	if (kept == KEPT_AS_FLAG && word)
		value = json_boolean(text[0] == 't');
	if (kept == KEPT_AS_NUMBER && text && *text &&
	    strlen(text) < 18 && strspn(text, "0123456789") == strlen(text))
		value = json_integer(strtoll(text, NULL, 10));
	if (!value)			/* also what cannot be kept so: a fault */
		return config_set(config, field->name, text, arena);
	all = parse(config);
	json_object_set_new(all, field->name, value);
	config = config_text(arena, all);
	json_decref(all);
	return config;
}

const char *config_json(const char *config, const char *name,
			struct arena *arena)
{
	json_t *all = parse(config);
	const json_t *value = json_object_get(all, name);
	const char *kept = value ? config_text(arena, value) : NULL;

	json_decref(all);
	return kept;
}

const char *config_rest(const char *config, const struct kind_field *fields,
			struct arena *arena)
{
	json_t *all = parse(config);
	const char *kept;

	for (; fields && fields->name; fields++)
		if (fields->top)
			json_object_del(all, fields->name);
	kept = config_text(arena, all);
	json_decref(all);
	return kept;
}

/* ---- where secret fields may be sent ---------------------------------------------- */

/* A value with a blank or a quote in it must not read as two fields. */
static const char *said_plainly(const char *value, struct arena *arena)
{
	json_t *text;

	if (*value && !strpbrk(value, " \"\\\t\r\n"))
		return value;
	text = json_string(value);
	value = config_text(arena, text);
	json_decref(text);
	return value;
}

const char *config_place(const struct kind_field *fields, const char *type,
			 const char *config, struct arena *arena)
{
	const char *text = type, *value;

	for (; fields->name; fields++) {
		value = fields->origin ? config_get(config, fields->name, arena) : NULL;
		if (value)
			text = arena_printf(arena, "%s%s%s=%s", text, *text ? " " : "",
					    fields->name, value);
	}
	return text;
}

const char *config_origin(const struct kind_field *fields, const char *type,
			  const char *config, struct arena *arena)
{
	const char *text = type, *way = "", *value;
	bool ways = false;

	for (; fields->name; fields++) {
		if (!fields->origin && !fields->way)
			continue;
		value = config_get(config, fields->name, arena);
		ways = ways || fields->way;
		if (!value || (fields->way && (!*value || strcmp(value, fields->way) == 0)))
			continue;
		value = arena_printf(arena, " %s=%s", fields->name,
				     said_plainly(value, arena));
		if (fields->way)
			way = arena_printf(arena, "%s%s", way, value);
		else
			text = arena_printf(arena, "%s%s", text, value + !*text);
	}
	return !ways ? text : arena_printf(arena, "%s via%s", text, *way ? way : " defaults");
}
