/* file_json.c: a JSON document and its members, see json_priv.h. */
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "model/json_priv.h"
#include "model/kind.h"
#include "model/value.h"

enum { NAME_CELLS = 100, PARSE_ERROR_MOST = 600 };

/* What stands between the quotes of " near '...'", in the room of `to`. */
static const char *unquote(char to[JSON_ERROR_TEXT_LENGTH], const char *near)
{
	size_t n;

	snprintf(to, JSON_ERROR_TEXT_LENGTH, "%s", near + strlen(" near '"));
	n = strlen(to);
	if (n > 0 && to[n - 1] == '\'')
		to[n - 1] = '\0';
	return to;
}

/* jansson ends its message with the text at fault: near '...'. */
static void say_parse_error(const char *name, const json_error_t *fault,
			    struct error *err)
{
	const char *tail = strstr(fault->text, " near ");
	char said[JSON_ERROR_TEXT_LENGTH];
	struct buf text;
	struct quote cut;

	snprintf(said, sizeof(said), "%.*s", tail ? (int)(tail - fault->text) :
		 (int)sizeof(said) - 1, fault->text);
	buf_init(&text, PARSE_ERROR_MOST);
	text_cut(&text, name, NAME_CELLS);
	buf_printf(&text, ": line %d, column %d: no JSON: ", fault->line,
		   fault->column);
	text_safe(&text, said);
	if (tail && strcmp(tail, " near end of file") == 0)
		buf_adds(&text, ", at the end of the file");
	else if (tail)
		buf_printf(&text, " near %s", quote(&cut, unquote(said, tail)));
	error_set(err, ERROR_INVALID, NULL, "%s", buf_text(&text));
	error_field(err, "line %d, column %d", fault->line, fault->column);
	error_remedy(err, "a JSON document as `workspace export` writes it");
	buf_release(&text);
}

json_t *json_document(const char *name, const char *data, size_t n,
		      struct error *err)
{
	static const char mark[] = "\xef\xbb\xbf";
	json_error_t fault;
	json_t *root;

	if (n >= 3 && memcmp(data, mark, 3) == 0) {
		data += 3;
		n -= 3;
	}
	root = json_loadb(data, n, JSON_REJECT_DUPLICATES, &fault);
	if (!root)
		say_parse_error(name, &fault, err);
	return root;
}

static const char *type_name(const json_t *value)
{
	switch (json_typeof(value)) {
	case JSON_OBJECT:
		return "an object";
	case JSON_ARRAY:
		return "a list";
	case JSON_STRING:
		return "text";
	case JSON_INTEGER:
	case JSON_REAL:
		return "a number";
	case JSON_TRUE:
	case JSON_FALSE:
		return "true or false";
	case JSON_NULL:
		return "null";
	}
	return "something else";
}

static bool refuse_type(struct reader *reader, const struct place *place,
			const json_t *value, const char *wanted)
{
	return refuse(reader, place, NULL, "is %s, but %s is wanted",
		      type_name(value), wanted);
}

static bool is_known(const char *key, const char *const *known,
		     const struct kind_field *fields)
{
	for (; *known; known++)
		if (strcmp(*known, key) == 0)
			return true;
	for (; fields && fields->name; fields++)
		if (fields->top && strcmp(fields->name, key) == 0)
			return true;
	return false;
}

static bool refuse_member(struct reader *reader, const struct place *at,
			  const char *key, const char *const *known,
			  const struct kind_field *fields)
{
	struct place place = place_of(at, key);
	char list[240] = "";

	for (; *known; known++)
		list_add(list, sizeof(list), ", ", *known);
	for (; fields && fields->name; fields++)
		if (fields->top)
			list_add(list, sizeof(list), ", ", fields->name);
	refuse(reader, &place, NULL, "there is no such member");
	return error_remedy(reader->err, "one of %s", list);
}

bool json_check_object(struct reader *reader, const struct place *at,
		       json_t *object, const char *const *known,
		       const struct kind_field *fields)
{
	bool good = true;
	const char *key;
	json_t *value;

	if (!json_is_object(object))
		return refuse_type(reader, at, object, "an object");
	json_object_foreach(object, key, value)
		if (!is_known(key, known, fields))
			good = refuse_member(reader, at, key, known, fields);
	return good;
}

bool item_text(struct reader *reader, const struct place *item, json_t *value,
	       const char **out)
{
	if (!json_is_string(value))
		return refuse_type(reader, item, value, "text");
	*out = json_string_value(value);
	return check_length(reader, item, *out, LENGTH_TEXT);
}

bool take_text(struct reader *reader, const struct place *at, json_t *object,
	       const char *key, const char **out)
{
	struct place place = place_of(at, key);
	json_t *value = json_object_get(object, key);

	if (!value || json_is_null(value))
		return true;
	return item_text(reader, &place, value, out);
}

bool need_text(struct reader *reader, const struct place *at, json_t *object,
	       const char *key, const char **out)
{
	struct place place = place_of(at, key);
	json_t *value = json_object_get(object, key);

	if (!json_is_object(object))
		return false;		/* which was refused */
	if (!value) {
		refuse(reader, &place, NULL, "is missing");
		return error_remedy(reader->err, "add \"%s\"", key);
	}
	return item_text(reader, &place, value, out);
}

bool take_bool(struct reader *reader, const struct place *at, json_t *object,
	       const char *key, bool *out)
{
	struct place place = place_of(at, key);
	json_t *value = json_object_get(object, key);

	if (!value)
		return true;
	if (json_is_boolean(value))
		*out = json_is_true(value);
	else if (json_is_integer(value) && json_integer_value(value) >> 1 == 0)
		*out = json_integer_value(value);
	else if (!json_is_string(value))
		return refuse_type(reader, &place, value, "true or false");
	else if (!switch_parse(json_string_value(value), out))
		return refuse_text(reader, &place, json_string_value(value),
				   "is neither true nor false", "true or false");
	return true;
}

bool take_int(struct reader *reader, const struct place *at, json_t *object,
	      const char *key, int least, int most, int *out)
{
	struct place place = place_of(at, key);
	json_t *value = json_object_get(object, key);
	json_int_t number;

	if (!value)
		return true;
	if (!json_is_integer(value))
		return refuse_type(reader, &place, value, "a whole number");
	number = json_integer_value(value);
	if (number < least || number > most)
		return refuse(reader, &place, NULL, "is %" JSON_INTEGER_FORMAT
			      ", but %d to %d is wanted", number, least, most);
	*out = (int)number;
	return true;
}

bool take_time(struct reader *reader, const struct place *at, json_t *object,
	       const char *key, int64_t *out)
{
	struct place place = place_of(at, key);
	const char *text = NULL;

	if (!take_text(reader, at, object, key, &text))
		return false;
	if (!text || clock_parse(text, out))
		return true;
	return refuse_text(reader, &place, text, "is no time",
			   "as 2026-11-25T03:18:00Z");
}

bool take_list(struct reader *reader, const struct place *at, json_t *object,
	       const char *key, json_t **out)
{
	struct place place = place_of(at, key);

	*out = json_object_get(object, key);
	if (!*out || json_is_array(*out))
		return true;
	return refuse_type(reader, &place, *out, "a list");
}
