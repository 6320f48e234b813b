/* error.c: see error.h. */
#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const struct {
	const char *name;
	int status;
} kinds[] = {
	[ERROR_NONE] = { "none", 0 },
	[ERROR_CHECK] = { "check", 1 },
	[ERROR_INVALID] = { "invalid", 2 },
	[ERROR_DENIED] = { "denied", 3 },
	[ERROR_NOT_FOUND] = { "not_found", 4 },
	[ERROR_CONFLICT] = { "conflict", 5 },
	[ERROR_LOCKED] = { "locked", 6 },
	[ERROR_NETWORK] = { "network", 7 },
	[ERROR_STORE] = { "store", 8 },
	[ERROR_BUG] = { "bug", 70 },
};

int error_exit_status(enum error_kind kind)
{
	return kinds[kind].status;
}

const char *error_kind_name(enum error_kind kind)
{
	return kinds[kind].name;
}

void error_clear(struct error *err)
{
	if (err)
		memset(err, 0, sizeof(*err));
}

bool error_set(struct error *err, enum error_kind kind, const char *code,
	       const char *fmt, ...)
{
	va_list ap;

	if (!err)
		return false;
	error_clear(err);
	err->kind = kind;
	if (code)
		snprintf(err->code, sizeof(err->code), "%s", code);
	va_start(ap, fmt);
	vsnprintf(err->text, sizeof(err->text), fmt, ap);
	va_end(ap);
	return false;
}

bool error_field(struct error *err, const char *fmt, ...)
{
	va_list ap;

	if (!err)
		return false;
	va_start(ap, fmt);
	vsnprintf(err->field, sizeof(err->field), fmt, ap);
	va_end(ap);
	return false;
}

bool error_needs(struct error *err, const char *fmt, ...)
{
	va_list ap;

	if (!err)
		return false;
	va_start(ap, fmt);
	vsnprintf(err->needs, sizeof(err->needs), fmt, ap);
	va_end(ap);
	return false;
}

bool error_remedy(struct error *err, const char *fmt, ...)
{
	va_list ap;

	if (!err)
		return false;
	va_start(ap, fmt);
	vsnprintf(err->remedy, sizeof(err->remedy), fmt, ap);
	va_end(ap);
	return false;
}
