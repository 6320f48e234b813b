/* edit_past_read.c: the edits of an audit event, from JSON. */
#include <jansson.h>
#include <string.h>

#include "model/edit_past_priv.h"
#include "model/kind.h"

/* config.c: the bytes that facts hold for a value. */
char *config_text(struct arena *arena, const json_t *value) MUST_CHECK;

bool past_adds(enum edit_kind kind)
{
	return kind == EDIT_USER_ADD || kind == EDIT_GROUP_ADD ||
		kind == EDIT_ASSET_ADD || kind == EDIT_PROJECT_ADD ||
		kind == EDIT_OWN_ADD;
}

bool past_deletes(enum edit_kind kind)
{
	return kind == EDIT_USER_DELETE || kind == EDIT_GROUP_DELETE ||
		kind == EDIT_ASSET_DELETE || kind == EDIT_PROJECT_DELETE ||
		kind == EDIT_OWN_DELETE;
}

/* ---- members --------------------------------------------------------------------- */

static const char *text_at(const json_t *object, const char *key,
			   struct arena *arena)
{
	const char *text = json_string_value(json_object_get(object, key));

	return text ? arena_strdup(arena, text) : NULL;
}

static const char *text_or(const json_t *object, const char *key,
			   const char *fallback, struct arena *arena)
{
	const char *text = text_at(object, key, arena);

	return text ? text : fallback;
}

static int64_t int_at(const json_t *object, const char *key)
{
	return json_integer_value(json_object_get(object, key));
}

static int level_of(const json_t *value)
{
	enum level level = LEVEL_NONE;
	const char *text = json_string_value(value);

	return text && level_from_code(text, &level) ? (int)level : LEVEL_NONE;
}

static int role_of(const json_t *value)
{
	enum role role = ROLE_GUEST;
	const char *text = json_string_value(value);

	return text && role_from_code(text, &role) ? (int)role : ROLE_GUEST;
}

static int state_of(const json_t *value)
{
	enum state state = STATE_ACTIVE;
	const char *text = json_string_value(value);

	return text && state_from_code(text, &state) ? (int)state : STATE_ACTIVE;
}

static int plan_of(const json_t *value)
{
	enum plan plan = PLAN_ENTERPRISE;
	const char *text = json_string_value(value);

	return text && plan_from_code(text, &plan) ? (int)plan : PLAN_ENTERPRISE;
}

static int builtins_of(const json_t *list)
{
	enum builtin one;
	int bits = 0;

	for (size_t i = 0; i < json_array_size(list); i++) {
		const char *text = json_string_value(json_array_get(list, i));

		if (text && builtin_parse(text, &one))
			bits |= (int)one;
	}
	return bits;
}

static int kind_of(const json_t *object)
{
	const char *text = json_string_value(json_object_get(object, "kind"));
	size_t kind = 0;

	return text && kind_find(text, &kind) ? (int)kind : 0;
}

/* ---- what was there before, and after ---------------------------------------------- */

static int value_of(const struct past_edit *one, const json_t *value)
{
	switch (one->kind) {
	case EDIT_PLAN:
		return plan_of(value);
	case EDIT_USER_ROLE:
		return role_of(value);
	case EDIT_PROJECT_STATE:
		return state_of(value);
	case EDIT_PROJECT_WORKSPACE:
	case EDIT_PROJECT_PUBLIC:
	case EDIT_GRANT_USER:
	case EDIT_GRANT_GROUP:
		return level_of(value);
	case EDIT_ASSET_BUILTIN:
		return builtins_of(value);
	default:
		return json_is_integer(value) ? (int)json_integer_value(value) :
			json_is_true(value);
	}
}

static const char *image_of(const struct past_edit *one, const json_t *value,
			    struct arena *arena)
{
	if (one->kind == EDIT_ASSET_CONFIG || one->kind == EDIT_OWN_CONFIG)
		return json_is_object(value) ? config_text(arena, value) : "{}";
	return json_is_string(value) ?
		arena_strdup(arena, json_string_value(value)) : NULL;
}

static void read_images(const json_t *object, struct arena *arena,
			struct past_edit *one)
{
	const json_t *before = json_object_get(object, "before");
	const json_t *after = json_object_get(object, "after");

	one->before = value_of(one, before);
	one->after = value_of(one, after);
	one->before_text = image_of(one, before, arena);
	one->after_text = image_of(one, after, arena);
}

/* ---- things --------------------------------------------------------------------- */

static struct past_link *more_links(struct past_thing *thing, size_t n,
				    struct arena *arena)
{
	struct past_link *grown = arena_array(arena, thing->n_links + n + 1,
					      sizeof(*grown));

	if (thing->n_links)
		memcpy(grown, thing->links, thing->n_links * sizeof(*grown));
	thing->links = grown;
	return grown + thing->n_links;
}

static void read_links(const json_t *object, const char *key,
		       enum edit_kind kind, struct arena *arena,
		       struct past_thing *thing)
{
	const json_t *list = json_object_get(object, key);
	size_t n = json_array_size(list);
	struct past_link *link = more_links(thing, n, arena);

	for (size_t i = 0; i < n; i++) {
		const char *id = json_string_value(json_array_get(list, i));

		if (!id)
			continue;
		*link++ = (struct past_link){ .kind = kind, .value = 1,
			.id = arena_strdup(arena, id) };
		thing->n_links++;
	}
}

/* {"project":id,"level":L} of a group, {"user"|"group":id,"level":L} of a project */
static void read_grants(const json_t *object, struct arena *arena,
			struct past_thing *thing)
{
	const json_t *list = json_object_get(object, "grants"), *grant;
	size_t n = json_array_size(list);
	struct past_link *link = more_links(thing, n, arena);
	const char *id;

	for (size_t i = 0; i < n; i++) {
		grant = json_array_get(list, i);
		*link = (struct past_link){ .kind = EDIT_GRANT_GROUP,
			.value = level_of(json_object_get(grant, "level")) };
		id = text_at(grant, "group", arena);
		if (!id)
			id = text_at(grant, "project", arena);
		if (!id) {
			link->kind = EDIT_GRANT_USER;
			id = text_at(grant, "user", arena);
		}
		link->id = id;
		link += id != NULL;
		thing->n_links += id != NULL;
	}
}

static void read_thing_name(const json_t *object, struct arena *arena,
			    struct past_thing *thing)
{
	const json_t *config = json_object_get(object, "config");

	thing->name = text_or(object, "name", "", arena);
	thing->type = text_or(object, "type", "", arena);
	thing->config = json_is_object(config) ? config_text(arena, config) :
		"{}";
	thing->value = kind_of(object);
}

static void read_owns(const json_t *object, const char *project,
		      struct arena *arena, struct past_thing *thing)
{
	const json_t *list = json_object_get(object, "own"), *own;
	size_t n = json_array_size(list);

	thing->own = arena_array(arena, n + 1, sizeof(*thing->own));
	for (size_t i = 0; i < n; i++) {
		struct past_edit *one = &thing->own[thing->n_own];

		own = json_array_get(list, i);
		*one = (struct past_edit){ .kind = EDIT_OWN_ADD,
			.name = edit_kind_name(EDIT_OWN_ADD),
			.project = project, .own = text_at(own, "id", arena) };
		read_thing_name(own, arena, &one->thing);
		thing->n_own += one->own != NULL;
	}
}

static void read_project(const json_t *object, const char *id,
			 struct arena *arena, struct past_thing *thing)
{
	thing->name = text_or(object, "title", "", arena);
	thing->description = text_or(object, "description", "", arena);
	thing->status = text_or(object, "status", "", arena);
	thing->categories = text_or(object, "categories", "", arena);
	thing->owner = text_or(object, "owner", "", arena);
	thing->state = state_of(json_object_get(object, "state"));
	thing->editors = !json_is_false(json_object_get(object,
							"editors_may_share"));
	thing->workspace = level_of(json_object_get(object, "workspace"));
	thing->public_web = level_of(json_object_get(object, "public_web"));
	thing->when = int_at(object, "trashed");
	thing->switched = int_at(object, "share_switched");
	thing->switched_by = text_or(object, "share_switched_by", "", arena);
	read_grants(object, arena, thing);
	read_links(object, "assets", EDIT_IMPORT, arena, thing);
	read_owns(object, id, arena, thing);
}

static void read_asset(const json_t *object, struct arena *arena,
		       struct past_thing *thing)
{
	read_thing_name(object, arena, thing);
	thing->description = text_or(object, "description", "", arena);
	thing->status = text_at(object, "status", arena);
	thing->builtin = builtins_of(json_object_get(object, "builtin"));
	thing->when = int_at(object, "updated");
	thing->by = text_or(object, "updated_by", "", arena);
	thing->refreshed = int_at(object, "refreshed");
	read_links(object, "groups", EDIT_ASSET_GROUP, arena, thing);
	read_links(object, "projects", EDIT_IMPORT, arena, thing);
}

static void read_thing(const json_t *object, struct arena *arena,
		       struct past_edit *one)
{
	struct past_thing *thing = &one->thing;

	switch (one->kind) {
	case EDIT_USER_ADD:
	case EDIT_USER_DELETE:
		thing->name = text_or(object, "name", "", arena);
		thing->email = text_or(object, "email", "", arena);
		thing->value = role_of(json_object_get(object, "role"));
		break;
	case EDIT_GROUP_ADD:
	case EDIT_GROUP_DELETE:
		thing->name = text_or(object, "name", "", arena);
		read_links(object, "members", EDIT_MEMBER, arena, thing);
		read_grants(object, arena, thing);
		read_links(object, "assets", EDIT_ASSET_GROUP, arena, thing);
		break;
	case EDIT_ASSET_ADD:
	case EDIT_ASSET_DELETE:
		read_asset(object, arena, thing);
		break;
	case EDIT_OWN_ADD:
	case EDIT_OWN_DELETE:
		read_thing_name(object, arena, thing);
		break;
	default:
		read_project(object, one->project, arena, thing);
	}
}

/* ---- edits ----------------------------------------------------------------------- */

static void read_edit(const json_t *object, struct arena *arena,
		      struct past_edit *one)
{
	int kind = 0;

	*one = (struct past_edit){ .kind = EDIT_KINDS };
	one->name = text_or(object, "edit", "", arena);
	while (kind < EDIT_KINDS &&
	       strcmp(edit_kind_name((enum edit_kind)kind), one->name) != 0)
		kind++;
	one->kind = (enum edit_kind)kind;
	one->user = text_at(object, "user", arena);
	one->group = text_at(object, "group", arena);
	one->asset = text_at(object, "asset", arena);
	one->project = text_at(object, "project", arena);
	one->own = text_at(object, "own", arena);
	one->setting = text_at(object, "setting", arena);
	one->backup = text_at(object, "backup", arena);
	one->old_when = int_at(object, "old_when");
	one->old_by = text_or(object, "old_by", "", arena);
	one->when = json_object_get(object, "when") ? int_at(object, "when") : 0;
	if (json_object_get(object, "when") && !one->when)
		one->when = EDIT_NEVER;
	one->by = text_or(object, "by", "", arena);
	if (past_adds(one->kind) || past_deletes(one->kind))
		read_thing(object, arena, one);
	else if (one->kind < EDIT_KINDS)
		read_images(object, arena, one);
	if (one->kind < EDIT_KINDS && !past_is_whole(one))
		one->kind = EDIT_KINDS;
}

static bool read_mark(const json_t *object, struct past_mark *mark)
{
	const char *name = json_string_value(json_object_get(object, "edit"));

	if (!name || (strcmp(name, "undoes") != 0 && strcmp(name, "redoes") != 0))
		return false;
	*mark = (struct past_mark){ .redo = *name == 'r',
				    .event = int_at(object, "event"),
				    .edits = (size_t)int_at(object, "edits") };
	return true;
}

bool past_read(const char *text, struct arena *arena, struct past *out)
{
	json_t *list = json_loads(text && *text ? text : "[]", 0, NULL);
	size_t n = json_array_size(list);
	bool good = json_is_array(list);

	*out = (struct past){ .n = 0 };
	out->edits = arena_array(arena, n + 1, sizeof(*out->edits));
	out->marks = arena_array(arena, n + 1, sizeof(*out->marks));
	for (size_t i = 0; i < n; i++) {
		const json_t *object = json_array_get(list, i);

		if (read_mark(object, &out->marks[out->n_marks]))
			out->n_marks++;
		else
			read_edit(object, arena, &out->edits[out->n++]);
	}
	json_decref(list);
	return good;
}

size_t past_marks(const char *text, struct arena *arena, struct past_mark **out)
{
	static const char undoes[] = "[{\"edit\":\"undoes\"";
	static const char redoes[] = "[{\"edit\":\"redoes\"";
	struct past past;

	*out = NULL;
	if (!text || (strncmp(text, undoes, sizeof(undoes) - 1) != 0 &&
		      strncmp(text, redoes, sizeof(redoes) - 1) != 0))
		return 0;
	if (!past_read(text, arena, &past))
		return 0;
	*out = past.marks;
	return past.n_marks;
}

const char *past_backup(const struct past *past)
{
	for (size_t i = 0; i < past->n; i++)
		if (past->edits[i].backup)
			return past->edits[i].backup;
	return NULL;
}

const char *past_irreversible(const struct past *past)
{
	if (past->n == 0)
		return "changed nothing that could be taken back";
	for (size_t i = 0; i < past->n; i++)
		switch (past->edits[i].kind) {
		case EDIT_ASSET_DELETE:
			return "deleted an asset for good";
		case EDIT_PROJECT_DELETE:
			return "deleted a project for good";
		case EDIT_OWN_DELETE:
			return "deleted for good what a project had of its own";
		case EDIT_KINDS:
			return strcmp(past->edits[i].name, "replace") == 0 ?
				"replaced the whole workspace" :
				"holds a change that this version does not know";
		default:
			break;
		}
	return NULL;
}
