/* say_json.c: an answer as the members of a JSON object (INTERFACES 3). */
#include "access/say.h"
#include "base/json_write.h"
#include "model/kind.h"

static void say_source(struct json *json, const struct facts *facts,
		       const struct source *source, bool reaches)
{
	json_object(json);
	json_kstring(json, "via", via_code(source->via));
	if (source->via == VIA_GROUP) {
		const struct fact_group *group = &facts->groups[source->group];

		json_kstring(json, "id", group->id);
		json_kstring(json, "name", group->name);
	}
	if (source->owner)
		json_kbool(json, "owner", true);
	json_kstring(json, "level", level_code(source->level));
	if (reaches)
		json_kbool(json, "wins", source->wins);
	else
		json_kstring(json, "code", reason_code(source->blocked));
	json_object_end(json);
}

static void say_sources(struct json *json, const struct facts *facts,
			const struct answer *a)
{
	json_key(json, "sources");
	json_array(json);
	for (uint32_t i = 0; i < a->n_sources; i++)
		say_source(json, facts, &a->sources[i], true);
	json_array_end(json);
	json_key(json, "blocked");
	json_array(json);
	for (uint32_t i = 0; i < a->n_blocked; i++)
		say_source(json, facts, &a->blocked[i], false);
	json_array_end(json);
}

static void say_missing(struct json *json, const struct facts *facts,
			uint32_t asset, struct arena *arena)
{
	const struct fact_asset *a = &facts->assets[asset];
	const char **names;
	uint32_t n = say_shared_with(facts, asset, arena, &names);

	json_kstring(json, "kind", kind_at(a->kind)->code);
	json_kstring(json, "id", a->id);
	json_kstring(json, "name", a->name);
	json_key(json, "shared_with");
	json_array(json);
	for (uint32_t i = 0; i < n; i++)
		json_string(json, names[i]);
	json_array_end(json);
}

static void say_limits(struct json *json, const struct facts *facts,
		       const struct answer *a, struct arena *arena)
{
	json_key(json, "limits");
	json_array(json);
	for (uint32_t i = 0; i < a->n_limits; i++) {
		const struct limit *limit = &a->limits[i];

		json_object(json);
		json_kstring(json, "code", reason_code(limit->code));
		json_kstring(json, "cap", level_code(limit->cap));
		if (limit->code == REASON_ASSET_MISSING)
			say_missing(json, facts, limit->asset, arena);
		json_object_end(json);
	}
	json_array_end(json);
}

static void say_can(struct json *json, const struct answer *a)
{
	json_key(json, "can");
	json_array(json);
	for (unsigned i = 0; i < CANS; i++)
		if (a->can & 1U << i)
			json_string(json, can_code((enum can)i));
	json_array_end(json);
}

static void say_who(struct json *json, const struct facts *facts,
		    const struct answer *a, bool by_project)
{
	const struct fact_user *user = NULL;

	if (a->user != ANYONE)
		user = &facts->users[a->user];
	if (by_project) {
		json_kstring(json, "id", facts->projects[a->project].id);
		json_kstring(json, "title", facts->projects[a->project].title);
	} else {
		json_kstring(json, "id", user ? user->id : NULL);
		json_kstring(json, "email", user ? user->email : NULL);
	}
	json_kstring(json, "role", role_code(a->role));
	json_kbool(json, "active", a->active);
}

void access_answer_json(struct json *json, const struct facts *facts,
			const struct answer *a, bool by_project,
			struct arena *arena)
{
	say_who(json, facts, a, by_project);
	json_kstring(json, "granted", level_code(a->granted));
	json_kstring(json, "effective", level_code(a->effective));
	json_kstring(json, "reason", reason_code(a->reason));
	say_sources(json, facts, a);
	say_limits(json, facts, a, arena);
	say_can(json, a);
	json_kstring(json, "sentence", access_sentence(facts, a, arena));
}
