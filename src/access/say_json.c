/* say_json.c: an answer as the members of a JSON object (INTERFACES 3). */
#include "access/say.h"
#include "base/json_write.h"
#include "model/kind.h"

static void say_source(struct json *json, const struct facts *facts,
		       const struct source *source, bool reaches)
{
	jsonw_object(json);
	jsonw_kstring(json, "via", via_code(source->via));
	if (source->via == VIA_GROUP) {
		const struct fact_group *group = &facts->groups[source->group];

		jsonw_kstring(json, "id", group->id);
		jsonw_kstring(json, "name", group->name);
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

static void say_sources(struct json *json, const struct facts *facts,
			const struct answer *a)
{
	jsonw_key(json, "sources");
	jsonw_array(json);
	for (uint32_t i = 0; i < a->n_sources; i++)
		say_source(json, facts, &a->sources[i], true);
	jsonw_array_end(json);
	jsonw_key(json, "blocked");
	jsonw_array(json);
	for (uint32_t i = 0; i < a->n_blocked; i++)
		say_source(json, facts, &a->blocked[i], false);
	jsonw_array_end(json);
}

static void say_missing(struct json *json, const struct facts *facts,
			uint32_t asset, struct arena *arena)
{
	const struct fact_asset *a = &facts->assets[asset];
	const char **names;
	uint32_t n = say_shared_with(facts, asset, arena, &names);

	jsonw_kstring(json, "kind", kind_at(a->kind)->code);
	jsonw_kstring(json, "id", a->id);
	jsonw_kstring(json, "name", a->name);
	jsonw_key(json, "shared_with");
	jsonw_array(json);
	for (uint32_t i = 0; i < n; i++)
		jsonw_string(json, names[i]);
	jsonw_array_end(json);
}

static void say_limits(struct json *json, const struct facts *facts,
		       const struct answer *a, struct arena *arena)
{
	jsonw_key(json, "limits");
	jsonw_array(json);
	for (uint32_t i = 0; i < a->n_limits; i++) {
		const struct limit *limit = &a->limits[i];

		jsonw_object(json);
		jsonw_kstring(json, "code", reason_code(limit->code));
		jsonw_kstring(json, "cap", level_code(limit->cap));
		if (limit->code == REASON_ASSET_MISSING)
			say_missing(json, facts, limit->asset, arena);
		jsonw_object_end(json);
	}
	jsonw_array_end(json);
}

static void say_can(struct json *json, const struct answer *a)
{
	jsonw_key(json, "can");
	jsonw_array(json);
	for (unsigned i = 0; i < CANS; i++)
		if (a->can & 1U << i)
			jsonw_string(json, can_code((enum can)i));
	jsonw_array_end(json);
}

static void say_who(struct json *json, const struct facts *facts,
		    const struct answer *a, bool by_project)
{
	const struct fact_user *user = NULL;

	if (a->user != ANYONE)
		user = &facts->users[a->user];
	if (by_project) {
		jsonw_kstring(json, "id", facts->projects[a->project].id);
		jsonw_kstring(json, "title", facts->projects[a->project].title);
	} else {
		jsonw_kstring(json, "id", user ? user->id : NULL);
		jsonw_kstring(json, "email", user ? user->email : NULL);
	}
	jsonw_kstring(json, "role", role_code(a->role));
	jsonw_kbool(json, "active", a->active);
}

void access_answer_json(struct json *json, const struct facts *facts,
			const struct answer *a, bool by_project,
			struct arena *arena)
{
	say_who(json, facts, a, by_project);
	jsonw_kstring(json, "granted", level_code(a->granted));
	jsonw_kstring(json, "effective", level_code(a->effective));
	jsonw_kstring(json, "reason", reason_code(a->reason));
	say_sources(json, facts, a);
	say_limits(json, facts, a, arena);
	say_can(json, a);
	jsonw_kstring(json, "sentence", access_sentence(facts, a, arena));
}
