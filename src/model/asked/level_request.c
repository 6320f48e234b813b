/* level_request.c: see level_request.h. */
#include "model/asked/level_request.h"

#include <string.h>

#include "base/clock.h"
#include "model/config.h"
#include "model/whose.h"

static const char *const codes[ACCESS_REQUEST_STATES] = {
	"open", "granted", "less", "declined", "reached", "closed"
};

const char *access_request_state_code(enum access_request_state state)
{
	return codes[state];
}

static enum access_request_state state_of(const char *code)
{
	int state = 0;

	while (state < ACCESS_REQUEST_STATES - 1 && strcmp(codes[state], code) != 0)
		state++;
	return (enum access_request_state)state;
}

static const char *get(const struct fact_record *one, const char *field,
		       struct arena *arena)
{
	const char *text = config_get(one->config, field, arena);

	return text ? text : "";
}

static enum level level_of(const struct fact_record *one, const char *field,
			   struct arena *arena)
{
	enum level level;

	return level_from_code(get(one, field, arena), &level) ? level : LEVEL_NONE;
}

static enum role role_of(const struct fact_record *one, const char *field,
			 struct arena *arena)
{
	enum role role;

	return role_from_code(get(one, field, arena), &role) ? role : ROLES;
}

static int64_t time_of(const struct fact_record *one, const char *field,
		       struct arena *arena)
{
	int64_t time = 0;

	return clock_parse(get(one, field, arena), &time) ? time : 0;
}

bool access_request_is_open(const struct facts *facts, uint32_t n)
{
	return !facts->requests[n].gone &&
		strcmp(facts->requests[n].type, codes[ACCESS_REQUEST_OPEN]) == 0;
}

bool access_request_read(const struct facts *facts, uint32_t n, struct arena *arena,
			 struct access_request *out)
{
	const struct fact_record *one;

	if (n >= facts->n_requests || facts->requests[n].gone)
		return false;
	one = &facts->requests[n];
	*out = (struct access_request){
		.n = n, .id = one->id, .message = one->name,
		.user = facts_user(facts, get(one, "user", arena)),
		.project = facts_project(facts, get(one, "project", arena)),
		.state = state_of(one->type),
		.level = level_of(one, "level", arena),
		.now = level_of(one, "now", arena),
		.given = level_of(one, "given", arena),
		.role = role_of(one, "role", arena), .had = role_of(one, "had", arena),
		.got = role_of(one, "got", arena),
		.at = time_of(one, "at", arena),
		.ended = time_of(one, "ended", arena),
		.reason = get(one, "reason", arena),
		.by = facts_user(facts, get(one, "by", arena)),
	};
	out->of_role = out->role != ROLES;
	return true;
}

static const char *with(const char *config, const char *field, const char *text,
			struct arena *arena)
{
	return text && *text ? config_set(config, field, text, arena) : config;
}

static const char *with_time(const char *config, const char *field, int64_t time,
			     struct arena *arena)
{
	char text[CLOCK_TEXT];

	if (!time)
		return config;
	clock_rfc3339(time, text);
	return config_set(config, field, text, arena);
}

static const char *with_user(const char *config, const char *field,
			     const struct facts *facts, uint32_t user,
			     struct arena *arena)
{
	return user == NOBODY ? config :
		config_set(config, field, facts->users[user].id, arena);
}

const char *access_request_config(const struct facts *facts,
				  const struct access_request *request,
				  struct arena *arena)
{
	const char *config = with_user("{}", "user", facts, request->user, arena);

	if (request->project != NOBODY)
		config = config_set(config, "project",
				    facts->projects[request->project].id, arena);
	if (request->of_role) {
		config = config_set(config, "role", role_code(request->role), arena);
		config = config_set(config, "had", role_code(request->had), arena);
	} else {
		config = config_set(config, "level", level_code(request->level), arena);
		config = config_set(config, "now", level_code(request->now), arena);
	}
	config = with_time(config, "at", request->at, arena);
	config = with_time(config, "ended", request->ended, arena);
	if (request->given != LEVEL_NONE)
		config = config_set(config, "given", level_code(request->given), arena);
	if (request->of_role && request->got != ROLES)
		config = config_set(config, "got", role_code(request->got), arena);
	config = with(config, "reason", request->reason, arena);
	return with_user(config, "by", facts, request->by, arena);
}

uint32_t access_request_of(const struct facts *facts, uint32_t user, uint32_t project,
			   bool ended)
{
	struct arena arena = { 0 };
	struct access_request one;
	uint32_t found = NOBODY, i;

	for (i = 0; i < facts->n_requests && found == NOBODY; i++)
		if (!facts->requests[i].gone &&
		    access_request_is_open(facts, i) != ended &&
		    access_request_read(facts, i, &arena, &one) &&
		    one.user == user && one.project == project &&
		    one.of_role == (project == NOBODY))
			found = i;
	arena_release(&arena);
	return found;
}
