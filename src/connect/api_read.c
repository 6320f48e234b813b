/* api_read.c: what an object of JSON says, and what goes into paths and forms (api.h). */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "connect/api.h"

const char *api_text(const json_t *object, ...)
{
	const char *name, *text;
	va_list names;

	va_start(names, object);
	while ((name = va_arg(names, const char *)) != NULL)
		object = json_object_get(object, name);
	va_end(names);
	text = json_string_value(object);
	return text ? text : "";
}

int64_t api_number(const json_t *object, const char *name)
{
	const json_t *number = json_object_get(object, name);

	return json_is_integer(number) ? json_integer_value(number) : -1;
}

const char *api_id(const json_t *object, const char *name, char out[24])
{
	int64_t number = api_number(object, name);

	out[0] = '\0';
	if (number >= 0)
		snprintf(out, 24, "%lld", (long long)number);
	return out;
}

void api_escape(struct buf *out, const char *text)
{
	http_escape(out, text, strlen(text), true);
}

void api_escape_path(struct buf *out, const char *text, bool slashes)
{
	http_escape(out, text, strlen(text), slashes);
}

void api_form(struct buf *out, const char *name, const char *value)
{
	if (out->len)
		buf_addc(out, '&');
	buf_printf(out, "%s=", name);
	api_escape(out, value);
}
