/* edit_past_read.c: the edits of an audit event, from JSON.  What was damaged, or is of
 * another version, is read as unknown and never turned. */
#include <jansson.h>
#include <string.h>

#include "model/edit_past_priv.h"
#include "model/kind.h"

/* config.c: the bytes that facts hold for a value. */
char *config_text(struct arena *arena, const json_t *value) MUST_CHECK;

const struct edit_field *past_edit_row(const struct past_edit *one)
{
	return edit_field(one->kind, one->setting);
}

const char *past_id(const struct past_edit *one, enum whose whose)
{
	const char *const ids[] = { [OF_USER] = one->user,
		[OF_GROUP] = one->group, [OF_ASSET] = one->asset,
		[OF_PROVIDER] = one->provider, [OF_TOKEN] = one->token,
		[OF_REQUEST] = one->request,
		[OF_PROJECT] = one->project, [OF_OWN] = one->own };

	return ids[whose];
}

enum whose past_other(const struct past_link *link, enum whose whose)
{
	const struct edit_field *field = edit_field(link->kind, NULL);

	return field->whose == whose ? field->other : field->whose;
}

bool past_is_whole(const struct past_edit *one)
{
	enum edit_shape shape = past_edit_row(one)->shape;

	return shape == EDITS_ADD || shape == EDITS_DELETE;
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

/* ---- what a field holds ------------------------------------------------------------ */

/* Of a code that nobody knows: what a thing starts with, or least. */
static int value_of(const struct edit_field *field, const json_t *value)
{
	static const int least[] = {
		[HOLDS_PLAN] = PLAN_ENTERPRISE, [HOLDS_ROLE] = ROLE_GUEST,
		[HOLDS_STATE] = STATE_ACTIVE, [HOLDS_LEVEL] = LEVEL_NONE };
	const char *text = json_string_value(value);
	int code;

	switch (field->holds) {
	case HOLDS_PLAN: case HOLDS_ROLE: case HOLDS_STATE: case HOLDS_LEVEL:
		code = least[field->holds];
		if (text)
			(void)field_from_code(field, text, &code);
		return code;
	case HOLDS_BUILTINS:
		return builtins_of(value);
	default:
		return json_is_integer(value) ? (int)json_integer_value(value) :
			json_is_true(value);
	}
}

static const char *image_of(const struct edit_field *field, const json_t *value,
			    struct arena *arena)
{
	if (field->holds == HOLDS_CONFIG)
		return json_is_object(value) ? config_text(arena, value) : "{}";
	return json_is_string(value) ?
		arena_strdup(arena, json_string_value(value)) : NULL;
}

static void read_images(const json_t *object, struct arena *arena,
			struct past_edit *one)
{
	const struct edit_field *field = past_edit_row(one);
	const json_t *before = json_object_get(object, "before");
	const json_t *after = json_object_get(object, "after");

	one->before = value_of(field, before);
	one->after = value_of(field, after);
	one->before_text = image_of(field, before, arena);
	one->after_text = image_of(field, after, arena);
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
			.value = value_of(edit_field(EDIT_GRANT_GROUP, NULL),
					  json_object_get(grant, "level")) };
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

static void read_field(const json_t *object, const struct edit_field *field,
		       struct arena *arena, void *was)
{
	const json_t *value = json_object_get(object, field->column);
	const char *text;

	if (field_is_text(field)) {
		text = image_of(field, value, arena);
		field_set_text(field, was, text || field->may_be_null ? text :
			       "");
	} else if (field->holds == HOLDS_SWITCH) {
		field_set_value(field, was, !json_is_false(value)); /* the start */
	} else if (field->holds != HOLDS_THING) {
		field_set_value(field, was, value_of(field, value));
	}
	if (!field->stamp)
		return;
	field_set_stamp(field->stamp, was,
			int_at(object, field->stamp->when_column),
			field->stamp->by_column ? text_or(object,
			field->stamp->by_column, "", arena) : "");
}

/* False if a value may not be. */
static bool read_fields(const json_t *object, enum whose whose,
			struct arena *arena, void *was)
{
	const struct edit_field *field = NULL;

	while ((field = edit_field_next(whose, field))) {
		if (field->most && value_of(field, json_object_get(object,
				field->column)) > field->most)
			return false;
		read_field(object, field, arena, was);
	}
	return true;
}

static bool read_thing(const json_t *object, struct arena *arena,
		       struct past_edit *one);

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
		thing->n_own += read_thing(own, arena, one) && one->own;
	}
}

static void read_parts(const json_t *object, struct arena *arena,
		       struct past_edit *one)
{
	struct past_thing *thing = &one->thing;

	switch (past_edit_row(one)->whose) {
	case OF_USER:
		thing->was.user.email = text_or(object, "email", "", arena);
		thing->title = thing->was.user.email;
		break;
	case OF_GROUP:
		read_links(object, "members", EDIT_MEMBER, arena, thing);
		read_grants(object, arena, thing);
		read_links(object, "assets", EDIT_ASSET_GROUP, arena, thing);
		break;
	case OF_ASSET:
		thing->was.asset.kind = (uint32_t)kind_of(object);
		thing->was.asset.refreshed = int_at(object, "refreshed");
		thing->was.asset.created = int_at(object, "created");
		thing->was.asset.created_by = text_or(object, "created_by", "",
						      arena);
		read_links(object, "groups", EDIT_ASSET_GROUP, arena, thing);
		read_links(object, "projects", EDIT_IMPORT, arena, thing);
		break;
	case OF_PROVIDER:
	case OF_TOKEN:
	case OF_REQUEST:
		break;
	case OF_PROJECT:
		thing->title = thing->was.project.title;
		thing->owner = text_or(object, "owner", "", arena);
		read_grants(object, arena, thing);
		read_links(object, "assets", EDIT_IMPORT, arena, thing);
		read_owns(object, one->project, arena, thing);
		break;
	default:
		thing->was.own.kind = (uint32_t)kind_of(object);
	}
}

static bool read_thing(const json_t *object, struct arena *arena,
		       struct past_edit *one)
{
	one->thing.title = text_or(object, "name", "", arena);
	if (!read_fields(object, past_edit_row(one)->whose, arena, &one->thing.was))
		return false;
	read_parts(object, arena, one);
	return true;
}

/* ---- edits ----------------------------------------------------------------------- */

/* The things that an edit of this kind speaks of are named. */
static bool names_all(const struct past_edit *one)
{
	const struct edit_field *field = past_edit_row(one);

	if (field->whose == OF_WORKSPACE)
		return field->column != NULL;
	if (field->whose == OF_OWN && !one->project)
		return false;
	return past_id(one, field->whose) &&
		(field->shape != EDITS_TIE || past_id(one, field->other));
}

/* Texts that may not be missing are there, and no level is one that may not be. */
static bool says_all(const struct past_edit *one)
{
	const struct edit_field *field = past_edit_row(one);

	if (field->shape != EDITS_FIELD || field->whose == OF_OWN)
		return true;
	if (field->most && (one->before > field->most || one->after > field->most))
		return false;
	return field->may_be_null ||
		(!field_is_text(field) && field->holds != HOLDS_THING) ||
		(one->before_text && one->after_text);
}

static bool read_images_or_thing(const json_t *object, struct arena *arena,
				 struct past_edit *one)
{
	if (past_is_whole(one))
		return read_thing(object, arena, one) && names_all(one);
	if (one->kind == EDIT_KINDS)
		return false;
	read_images(object, arena, one);
	return names_all(one) && says_all(one);
}

static void read_edit(const json_t *object, struct arena *arena,
		      struct past_edit *one)
{
	*one = (struct past_edit){ .kind = EDIT_KINDS };
	one->name = text_or(object, "edit", "", arena);
	one->kind = edit_kind_find(one->name);
	one->user = text_at(object, "user", arena);
	one->group = text_at(object, "group", arena);
	one->asset = text_at(object, "asset", arena);
	one->provider = text_at(object, "provider", arena);
	one->token = text_at(object, "token", arena);
	one->request = text_at(object, "request", arena);
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
	if (!read_images_or_thing(object, arena, one))
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

/* Which value was revealed: nothing was changed. */
static bool is_opened(const json_t *object)
{
	const char *name = json_string_value(json_object_get(object, "edit"));

	return name && strcmp(name, "opened") == 0;
}

static bool read_value(const json_t *object, struct arena *arena, struct past_value *out)
{
	const char *name = json_string_value(json_object_get(object, "edit"));
	const json_t *hash = json_object_get(object, "value_hash");

	if (!name || strcmp(name, "value") != 0)
		return false;
	*out = (struct past_value){
		.kind = text_or(object, "kind", "", arena),
		.project = text_or(object, "project", "", arena),
		.thing = text_or(object, "thing", "", arena),
		.field = text_or(object, "field", "", arena),
		.epoch = int_at(hash, "epoch"),
		.before = text_at(hash, "before", arena),
		.after = text_or(hash, "after", "", arena) };
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
	out->values = arena_array(arena, n + 1, sizeof(*out->values));
	for (size_t i = 0; i < n; i++) {
		const json_t *object = json_array_get(list, i);

		if (is_opened(object))
			continue;
		if (read_mark(object, &out->marks[out->n_marks]))
			out->n_marks++;
		else if (read_value(object, arena, &out->values[out->n_values]))
			out->n_values++;
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
	const struct past_edit *one;

	if (past->n == 0 && past->n_values)
		return "gave a secret value, and the one before is not kept";
	if (past->n == 0)
		return "changed nothing that could be taken back";
	for (size_t i = 0; i < past->n; i++) {
		one = &past->edits[i];
		if (one->kind == EDIT_KINDS)
			return strcmp(one->name, "replace") == 0 ?
				"replaced the whole workspace" :
				"holds a change that this version does not know";
		if (past_edit_row(one)->whose == OF_OWN &&	/* a file is there still */
		    kind_has_files(kind_at(one->thing.was.own.kind)))
			continue;
		if (past_edit_row(one)->for_good)
			return past_edit_row(one)->for_good;
	}
	return NULL;
}
