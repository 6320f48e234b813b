/* value_type.c: see value_type.h. */
#include "model/value_type.h"

#include <ctype.h>
#include <string.h>

#include "base/attr.h"

static const char *port_fault(const char *kept)
{
	size_t n = strlen(kept);

	if (n == 0 || n > 5 || strspn(kept, "0123456789") != n ||
	    (n == 5 && strcmp(kept, "65535") > 0) || kept[0] == '0')
		return "a port is a number from 1 to 65535";
	return NULL;
}

static const char *switch_read(const char *typed, struct arena *arena)
{
	(void)arena;
	return strcmp(typed, "on") == 0 ? "true" :
		strcmp(typed, "off") == 0 ? "false" : typed;
}

static const char *switch_fault(const char *kept)
{
	return strcmp(kept, "true") == 0 || strcmp(kept, "false") == 0 ? NULL :
		"it is true or false";
}

static const struct value_type line = { .widget = WIDGET_LINE };
const struct value_type value_lines = { .widget = WIDGET_LINES };
const struct value_type value_choice = { .widget = WIDGET_CHOICE };
const struct value_type value_provider = { .widget = WIDGET_PROVIDER };
const struct value_type value_port = { .fault = port_fault, .like = "5432" };

const struct value_type value_switch = {
	.widget = WIDGET_SWITCH, .kept = KEPT_AS_FLAG,
	.read = switch_read, .fault = switch_fault,
};

const struct value_type value_writeback = {
	.widget = WIDGET_SWITCH, .kept = KEPT_AS_FLAG,
	.read = switch_read, .fault = switch_fault,
	.help = "With it people with Can Edit may write; the keys of a bucket "
		"must allow PutObject then, beside ListBucket and GetObject.",
};

const struct value_type value_auth = {
	.widget = WIDGET_CHOICE, .decides = true,
	.help = "How one signs in there. OAuth needs the plan Enterprise.",
};

const struct kind_field *field_named(const struct kind_field *fields,
				     const char *name)
{
	for (; fields->name; fields++)
		if (strcmp(fields->name, name) == 0)
			return fields;
	return NULL;
}

const struct value_type *value_type_of(const struct kind_field *field)
{
	return field->type ? field->type : &line;
}

const char *kind_field_option(const struct kind_field *field,
			      struct arena *arena)
{
	char *name = arena_strdup(arena, field->name), *c;

	for (c = name; *c; c++)
		if (*c == '_')
			*c = '-';
	return name;
}

const char *value_read(const struct value_type *type, const char *typed,
		       struct arena *arena)
{
	return type->read ? type->read(typed, arena) : typed;
}

const char *value_show(const struct value_type *type, const char *kept,
		       struct arena *arena)
{
	return type->show ? type->show(kept, arena) : kept;
}

const char *choice_label(const char *code, struct arena *arena)
{
	static const struct { const char *code, *label; } names[] = {
		{ "oauth", "OAuth" }, { "iam_role", "IAM role" },
		{ "mysql", "MySQL" }, { "sql_server", "SQL Server" },
		{ "regex", "Regular expression" },
		{ "users_with_query_access", "Everybody with access" },
	};
	char *text, *s;

	for (size_t i = 0; i < COUNT_OF(names); i++)
		if (strcmp(names[i].code, code) == 0)
			return names[i].label;
	text = arena_strdup(arena, code);
	text[0] = (char)toupper((unsigned char)text[0]);
	for (s = text; *s; s++)
		if (*s == '_')
			*s = ' ';
	return text;
}
