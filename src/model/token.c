/* token.c: see token.h. */
#include "model/token.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/clock.h"
#include "model/config.h"
#include "model/kind.h"

static const int64_t day = 86400ll * 1000000;

const struct kind_field token_fields[] = {
	{ .name = "owner", .label = "Owner" },
	{ .name = "last_four", .label = "Last four" },
	{ .name = "scopes", .label = "Scopes", .type = &value_lines },
	{ .name = "created", .label = "Made" },
	{ .name = "expires", .label = "Expires" },
	{ .name = "revoked", .label = "Revoked" },
	{ .name = "value", .label = "Value", .secret = true },
	{ .name = NULL }
};

const char *const token_types[] = { "personal", "workspace", NULL };

const char *const token_scopes[] = {
	"projects_read", "projects_write", "projects_run", "queried_tables_read",
	"users_read", "users_write", "groups_read", "groups_write",
	"collections_read", "collections_write", "connections_read",
	"connections_write", "cells_read", "cells_write", "guides_read",
	"guides_write", "semantic_sync", NULL
};

const int token_days[] = { 7, 30, 60, 90, TOKEN_DAYS_MOST, 0 };

int token_days_of(int setting)
{
	return setting ? setting : TOKEN_DAYS_MOST;
}

const char *token_prefix(const char *type)
{
	return strcmp(type, "personal") == 0 ? "hxtp_" :
		strcmp(type, "workspace") == 0 ? "hxtw_" : "";
}

bool token_last_four_good(const char *text)
{
	return strlen(text) == 4 && strspn(text, "abcdefghijklmnopqrstuvwxyz"
		"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-") == 4;
}

const char *token_get(const struct fact_record *one, const char *field,
		      struct arena *arena)
{
	const char *text = config_get(one->config, field, arena);

	return text ? text : "";
}

/* 0: it says none. */
static int64_t time_of(const struct fact_record *one, const char *field)
{
	struct arena arena = { 0 };
	int64_t time = 0;

	if (!clock_parse(token_get(one, field, &arena), &time))
		time = 0;
	arena_release(&arena);
	return time;
}

int token_days_left(const struct fact_record *one, int64_t now)
{
	int64_t end = time_of(one, "expires");

	if (!end)
		return INT_MAX;
	return end <= now ? 0 : (int)((end - now + day - 1) / day);
}

bool token_end(const char *text, int64_t now, int64_t *end, int *days)
{
	char *rest;
	long said = strtol(text, &rest, 10);

	*days = 0;
	*end = 0;
	if (strcasecmp(text, "never") == 0)
		return true;
	if (rest != text && (!*rest || strcasecmp(rest, " days") == 0 ||
			     strcasecmp(rest, "d") == 0)) {
		for (size_t i = 0; token_days[i]; i++)
			if (said == token_days[i])
				*days = token_days[i];
		*end = now + *days * day;
		return *days != 0;
	}
	return clock_parse(text, end) && *end > 0;
}

int token_life(const struct fact_record *one)
{
	int64_t from = time_of(one, "created"), to = time_of(one, "expires");

	if (!to)
		return INT_MAX;
	return !from || to < from ? 0 : (int)((to - from + day - 1) / day);
}

enum token_state token_state(const struct fact_record *one, int64_t now)
{
	int left = token_days_left(one, now);

	if (time_of(one, "revoked"))
		return TOKEN_REVOKED;
	return !left ? TOKEN_EXPIRED : left <= TOKEN_DAYS_SOON ? TOKEN_SOON :
		TOKEN_VALID;
}

const char *token_state_word(enum token_state state)
{
	static const char *const words[] = { "valid", "expires soon", "expired",
					     "revoked" };

	return words[state];
}
