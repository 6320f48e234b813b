/* arg_value.c: levels, roles, switches, numbers as people write them. */
#include "action/core/arg_value.h"

#include <stdlib.h>
#include <string.h>
#include <errno.h>

#include "access/words.h"
#include "base/text.h"
#include "model/value.h"

enum { QUOTED_CELLS = 60 };

static bool bad(const struct param *param, const char *value,
		const char *good, struct error *err)
{
	struct buf quoted;

	buf_init(&quoted, 1024);
	text_cut(&quoted, value, QUOTED_CELLS);
	error_set(err, ERROR_INVALID, "BAD_VALUE", "%s cannot be \"%s\"",
		  param->label ? param->label : param->name, buf_text(&quoted));
	buf_release(&quoted);
	error_field(err, "%s", param->name);
	return error_remedy(err, "say one of: %s", good);
}

/* Lower case, blanks and dashes as '_'. */
static const char *coded(const char *text, struct arena *arena)
{
	char *copy = arena_strdup(arena, text), *p;

	for (p = copy; *p; p++)
		if (*p >= 'A' && *p <= 'Z')
			*p = (char)(*p - 'A' + 'a');
		else if (*p == ' ' || *p == '-')
			*p = '_';
	return copy;
}

static bool level_value(const struct param *param, const char **value,
			struct arena *arena, struct error *err)
{
	const char *levels = "app_only, can_view, can_edit, full_access";
	const char *code = coded(*value, arena);
	enum level level;
	enum can can;

	if (level_parse(*value, &level) &&
	    (level != LEVEL_NONE || param->type == PARAM_LEVEL_NONE)) {
		*value = level_code(level);
		return true;
	}
	if (param->type == PARAM_LEVEL)
		return bad(param, *value, levels, err);
	if (param->type == PARAM_LEVEL_CAN && can_find(code, &can)) {
		*value = can_code(can);
		return true;
	}
	return bad(param, *value, param->type == PARAM_LEVEL_NONE ?
		   "app_only, can_view, can_edit, full_access, none" :
		   "app_only, can_view, can_edit, full_access, or a capability "
		   "such as edit, share, duplicate", err);
}

static bool choice_value(const struct param *param, const char **value,
			 struct arena *arena, struct error *err)
{
	const char *code = coded(*value, arena);
	struct buf list;
	size_t i;

	for (i = 0; param->choices[i]; i++)
		if (strcmp(coded(param->choices[i], arena), code) == 0) {
			*value = param->choices[i];
			return true;
		}
	buf_init(&list, 240);
	for (i = 0; param->choices[i]; i++)
		buf_printf(&list, "%s%s", i ? ", " : "", param->choices[i]);
	bad(param, *value, buf_text(&list), err);
	buf_release(&list);
	return false;
}

static bool text_form(const struct param *param, const char *value,
		      struct error *err)
{
	size_t n = strlen(value);

	if (text_valid(value, n) != n)
		error_set(err, ERROR_INVALID, "BAD_TEXT",
			  "%s is not valid UTF-8", param->name);
	else if (text_has_control(value))
		error_set(err, ERROR_INVALID, "BAD_TEXT",
			  "%s holds a control character", param->name);
	else if (!*value && param->required)
		error_set(err, ERROR_INVALID, "BAD_TEXT", "%s is empty",
			  param->name);
	else
		return true;
	return error_field(err, "%s", param->name);
}

static bool onoff_value(const struct param *param, const char **value,
			struct error *err)
{
	bool on;

	if (!switch_parse(*value, &on))
		return bad(param, *value, "on, off", err);
	*value = on ? "on" : "off";
	return true;
}

static bool email_value(const struct param *param, const char *value,
			struct error *err)
{
	const char *fault = email_fault(value);
	struct buf quoted;

	if (!fault || (!*value && !param->required))
		return true;
	buf_init(&quoted, 1024);
	text_cut(&quoted, value, QUOTED_CELLS);
	error_set(err, ERROR_INVALID, "EMAIL_INVALID",
		  "the e-mail address %s %s", buf_text(&quoted), fault);
	buf_release(&quoted);
	error_field(err, "%s", param->name);
	return error_remedy(err, "give an address like ana@acme.example");
}

/* What names a thing, as it is stored: also what is looked for. */
static bool is_name(enum param_type type)
{
	return type == PARAM_NAME || type == PARAM_EMAIL ||
		type == PARAM_PROJECT || type == PARAM_USER ||
		type == PARAM_GROUP || type == PARAM_ASSET ||
		type == PARAM_PROVIDER || type == PARAM_TOKEN ||
		type == PARAM_PRINCIPAL;
}

/* Line ends and tabs part addresses, or lines. */
static bool lines_form(const struct param *param, const char *value,
		       struct arena *arena, struct error *err)
{
	char *one_line = arena_strdup(arena, value), *at;

	for (at = one_line; (at = strpbrk(at, "\t\r\n")); at++)
		*at = ' ';
	return text_form(param, one_line, err);
}

static bool number_value(const struct param *param, const char *value,
			 struct error *err)
{
	char *end;

	if (*value >= '0' && *value <= '9') {
		errno = 0;
		strtoll(value, &end, 10);
		if (!*end && !errno)
			return true;
	}
	return bad(param, value, "a whole number from 0 up", err);
}

/* "3", or of which field: "password=3". */
static bool fd_value(const struct param *param, const char *value, struct error *err)
{
	const char *number = strrchr(value, '=');

	number = number ? number + 1 : value;
	if (*number && strspn(number, "0123456789") == strlen(number))
		return true;
	error_set(err, ERROR_INVALID, "BAD_VALUE", "\"%.40s\" names no descriptor", value);
	error_field(err, "%s", param->name);
	return error_remedy(err, "a descriptor is a number, such as 3");
}

bool arg_value(const struct param *param, const char **value,
	       struct arena *arena, struct error *err)
{
	enum role role;
	enum plan plan;

	if (is_name(param->type) && text_valid(*value, strlen(*value)) ==
	    strlen(*value))
		*value = text_tidy(*value, arena);
	if (param->type == PARAM_EMAILS)
		return lines_form(param, *value, arena, err);
	if (!(param->lines ? lines_form(param, *value, arena, err) :
	      text_form(param, *value, err)))
		return false;
	switch (param->type) {
	case PARAM_LEVEL:
	case PARAM_LEVEL_NONE:
	case PARAM_LEVEL_CAN:
		return level_value(param, value, arena, err);
	case PARAM_ROLE:
		if (!role_parse(*value, &role))
			return bad(param, *value, "admin, manager, editor, "
				   "explorer, viewer, guest", err);
		*value = role_code(role);
		return true;
	case PARAM_PLAN:
		if (!plan_parse(*value, &plan))
			return bad(param, *value, "community, professional, "
				   "team, enterprise", err);
		*value = plan_code(plan);
		return true;
	case PARAM_CHOICE:
		return choice_value(param, value, arena, err);
	case PARAM_ONOFF:
		return onoff_value(param, value, err);
	case PARAM_EMAIL:
		return email_value(param, *value, err);
	case PARAM_NUMBER:
		return number_value(param, *value, err);
	case PARAM_FD:
		return fd_value(param, *value, err);
	default:
		return true;
	}
}
