/* say_json.c: an answer as the members of a JSON object (INTERFACES 3). */
#include "access/say.h"
#include "access/words.h"
#include "base/json_write.h"
#include "model/kind.h"

static void put_id(struct json *json, const char *id, const char *name)
{
	jsonw_kstring(json, "id", *id ? id : NULL);
	jsonw_kstring(json, "name", *id ? name : NULL);
}

static void say_source(struct json *json, const struct seen *seen,
		       const struct source *source, bool reaches)
{
	jsonw_object(json);
	jsonw_kstring(json, "via", via_code(source->via));
	if (source->via == VIA_GROUP) {
		const struct fact_group *group = seen_group(seen, source->group);

		put_id(json, group->id, group->name);
	}
	if (source->owner)
		jsonw_kbool(json, "owner", true);
	jsonw_kstring(json, "level", level_code(source->level));
	if (reaches)
		jsonw_kbool(json, "wins", source->wins);
	else
		jsonw_kstring(json, "code", reason_code(source->blocked));
	jsonw_object_end(json);
}

static void say_sources(struct json *json, const struct seen *seen,
			const struct answer *a)
{
	jsonw_karray(json, "sources");
	for (uint32_t i = 0; i < a->n_sources; i++)
		say_source(json, seen, &a->sources[i], true);
	jsonw_array_end(json);
	jsonw_karray(json, "blocked");
	for (uint32_t i = 0; i < a->n_blocked; i++)
		say_source(json, seen, &a->blocked[i], false);
	jsonw_array_end(json);
}

static void say_missing(struct json *json, const struct seen *seen,
			const struct answer *answer, const struct limit *limit,
			struct arena *arena)
{
	const struct fact_asset *a = seen_limit_asset(seen, answer, limit);
	const char **names;
	uint32_t n;

	jsonw_kstring(json, "kind", kind_at(a->kind)->code);
	put_id(json, a->id, a->name);
	if (sees_asset(seen, limit->asset) < SIGHT_ALL)
		return;
	n = say_shared_with(seen, limit->asset, arena, &names);
	jsonw_karray(json, "shared_with");
	for (uint32_t i = 0; i < n; i++)
		jsonw_string(json, names[i]);
	jsonw_array_end(json);
}

static void say_limits(struct json *json, const struct seen *seen,
		       const struct answer *a, struct arena *arena)
{
	jsonw_karray(json, "limits");
	for (uint32_t i = 0; i < a->n_limits; i++) {
		const struct limit *limit = &a->limits[i];

		jsonw_object(json);
		jsonw_kstring(json, "code", reason_code(limit->code));
		jsonw_kstring(json, "cap", level_code(limit->cap));
		if (limit->code == REASON_ASSET_MISSING)
			say_missing(json, seen, a, limit, arena);
		jsonw_object_end(json);
	}
	jsonw_array_end(json);
}

static void say_can(struct json *json, const struct answer *a)
{
	jsonw_karray(json, "can");
	for (unsigned i = 0; i < CANS; i++)
		if (a->can & 1U << i)
			jsonw_string(json, can_code((enum can)i));
	jsonw_array_end(json);
}

static void say_who(struct json *json, const struct seen *seen,
		    const struct answer *a, bool by_project)
{
	const struct fact_project *project = seen_project(seen, a->project);
	const struct fact_user *user = NULL;

	if (sees_user(seen, a->user))
		user = seen_user(seen, a->user);
	if (by_project) {
		jsonw_kstring(json, "id", project->id);
		jsonw_kstring(json, "title", project->title);
	} else {
		jsonw_kstring(json, "id", user ? user->id : NULL);
		jsonw_kstring(json, "email", user ? user->email : NULL);
	}
	jsonw_kstring(json, "role", role_code(a->role));
	jsonw_kbool(json, "active", a->active);
}

void access_answer_json(struct json *json, const struct seen *seen,
			const struct answer *a, bool by_project,
			struct arena *arena)
{
	say_who(json, seen, a, by_project);
	jsonw_kstring(json, "granted", level_code(a->granted));
	jsonw_kstring(json, "effective", level_code(a->effective));
	jsonw_kstring(json, "reason", reason_code(a->reason));
	say_sources(json, seen, a);
	say_limits(json, seen, a, arena);
	say_can(json, a);
	jsonw_kstring(json, "sentence", access_sentence(seen, a, arena));
}
