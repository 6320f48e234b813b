/* file_assets.c: the assets of the workspace file, and the fields of kinds. */
#include <limits.h>
#include <string.h>

#include "model/facts_priv.h"
#include "model/json_priv.h"
#include "model/kind.h"
#include "model/provider.h"
#include "model/token.h"

enum { CONFIG_MOST = 65536 };

static bool take_choice(struct reader *reader, const struct place *at,
			const struct kind_field *field, const char *text)
{
	char list[120] = "";

	if (!field->choices)
		return true;
	for (size_t i = 0; field->choices[i]; i++) {
		if (strcmp(field->choices[i], text) == 0)
			return true;
		list_add(list, sizeof(list), ", ", field->choices[i]);
	}
	refuse_text(reader, at, text, "is not allowed here", "");
	return error_remedy(reader->err, "one of %s", list);
}

/* What is kept as a number is one in files too, and good. */
static bool check_number(struct reader *reader, const struct place *at,
			 const struct value_type *type, json_t *value)
{
	const char *fault;
	char text[24];

	if (!json_is_integer(value))
		return refuse(reader, at, NULL, "is no whole number");
	snprintf(text, sizeof(text), "%lld",
		 (long long)json_integer_value(value));
	fault = type->fault ? type->fault(text) : NULL;
	return !fault || refuse_text(reader, at, text, "is not allowed here", fault);
}

/* A field's value is text, true or false, or a list of texts; or as its type has it. */
static bool check_value(struct reader *reader, const struct place *at,
			const struct kind_field *field, json_t *value)
{
	struct place item;
	const char *text;
	bool good = true;
	json_t *one;
	size_t i;

	if (value_type_of(field)->kept == KEPT_AS_NUMBER)
		return check_number(reader, at, value_type_of(field), value);
	if (json_is_boolean(value))
		return true;
	if (field->secret && json_is_object(value))
		return true;
	if (!json_is_array(value))
		return item_text(reader, at, value, &text) &&
			take_choice(reader, at, field, text);
	json_array_foreach(value, i, one) {
		item = place_item(at, NULL, i);
		good = item_text(reader, &item, one, &text) && good;
	}
	return good;
}

/* Take the top fields into the config. */
static bool read_top(struct reader *reader, const struct place *at,
		     json_t *object, const struct kind_field *fields,
		     json_t *config)
{
	struct place place;
	bool good = true;
	json_t *value;

	for (; fields->name; fields++) {
		value = fields->top ? json_object_get(object, fields->name) :
			NULL;
		if (!value || json_is_null(value))
			continue;
		place = place_of(at, fields->name);
		good = check_value(reader, &place, fields, value) && good;
		if (json_object_get(config, fields->name))
			good = refuse(reader, &place, NULL,
				      "stands here and in config as well");
		else
			json_object_set(config, fields->name, value);
	}
	return good;
}

static const char *kind_of(json_t *object, const struct kind_field *fields)
{
	const char *code = json_string_value(json_object_get(object, "kind"));

	return fields == provider_kind.fields ? "provider" :
		fields == token_fields ? "token" : code ? code : "";
}

static bool take_secret(struct reader *reader, const struct place *at, json_t *object,
			const struct kind_field *fields, const char *field, json_t *value)
{
	const char *id = json_string_value(json_object_get(object, "id"));
	const struct place place = place_of(at, field);
	const struct file_value one = {
		kind_of(object, fields), reader->own_of, id ? id : "", field,
		json_string_value(value), json_string_length(value)
	};

	if (json_is_null(value))
		return true;
	if (!json_is_string(value))
		return refuse(reader, &place, NULL, "is no text");
	reader->notes->secret_values++;
	if (reader->notes->value)
		reader->notes->value(reader->notes->ctx, &one);
	return true;
}

/* Given to whoever seals them; here no secret value is kept. */
static bool drop_secrets(struct reader *reader, const struct place *at, json_t *object,
			 json_t *config, const struct kind_field *all)
{
	const struct kind_field *field = all;
	bool good = true;
	json_t *value;

	for (; field->name; field++) {
		value = field->secret ? json_object_get(config, field->name) : NULL;
		if (!value)
			continue;
		good = take_secret(reader, at, object, all, field->name, value) && good;
		json_object_del(config, field->name);
	}
	return good;
}

static bool check_config(struct reader *reader, const struct place *at,
			 json_t *config, const struct kind_field *fields)
{
	const struct kind_field *field;
	struct place place;
	bool good = true;
	const char *key;
	json_t *value;

	json_object_foreach(config, key, value) {
		place = place_of(at, key);
		field = field_named(fields, key);
		if (field && field->top)
			good = check_value(reader, &place, field, value) &&
				good;
	}
	return good;
}

bool read_fields(struct reader *reader, const struct place *at, json_t *object,
		 const struct kind_field *fields, const char **config)
{
	struct place place = place_of(at, "config");
	json_t *given = json_object_get(object, "config");
	json_t *all;
	bool good;

	if (given && !json_is_null(given) && !json_is_object(given))
		return refuse(reader, &place, NULL, "is no object");
	all = json_is_object(given) ? json_copy(given) : json_pack("{}");
	good = check_config(reader, &place, all, fields);
	good = read_top(reader, at, object, fields, all) && good;
	if (good) {
		good = drop_secrets(reader, at, object, all, fields);
		*config = config_text(&reader->facts->text, all);
		if (strlen(*config) > CONFIG_MOST) {
			refuse(reader, &place, NULL, "is longer than 64 KiB");
			good = false;
		}
	}
	json_decref(all);
	return good;
}

/* ---- assets -------------------------------------------------------------------- */

/* asset: NOBODY where it was refused. */
static void read_access(struct reader *reader, const struct place *at,
			json_t *object, uint32_t asset)
{
	struct place place;
	json_t *list, *one;
	const char *id;
	size_t i;

	if (!take_list(reader, at, object, "access", &list))
		return;
	if (!list)			/* A45 */
		take_access(reader, at, asset, "workspace");
	json_array_foreach(list, i, one) {
		place = place_item(at, "access", i);
		if (item_text(reader, &place, one, &id))
			take_access(reader, &place, asset, id);
	}
}

static bool take_status(struct reader *reader, const struct place *at,
			const char *text, const char **out)
{
	static const char *const all[] = { "draft", "untested", "ok", "error" };

	for (size_t i = 0; i < COUNT_OF(all); i++) {
		if (strcmp(all[i], text) != 0)
			continue;
		*out = all[i];
		return true;
	}
	return refuse_text(reader, at, text, "is no status",
			   "one of draft, untested, ok, error");
}

/* All but id, kind and name; its texts are not kept yet. */
static bool read_asset_rest(struct reader *reader, const struct place *at,
			    json_t *object, struct fact_asset *asset)
{
	struct place status_at = place_of(at, "status");
	struct place type_at = place_of(at, "type");
	const char *status = NULL;
	bool good;

	good = take_text(reader, at, object, "type", &asset->type) &&
		check_type(reader, &type_at, asset->kind, asset->type);
	good = read_fields(reader, at, object, kind_at(asset->kind)->fields,
			   &asset->config) && good;
	good = take_text(reader, at, object, "description",
			 &asset->description) && good;
	good = take_text(reader, at, object, "updated_by",
			 &asset->updated_by) && good;
	good = take_time(reader, at, object, "updated_at",
			 &asset->updated) && good;
	good = take_time(reader, at, object, "refreshed_at",
			 &asset->refreshed) && good;
	good = take_text(reader, at, object, "created_by",
			 &asset->created_by) && good;
	good = take_time(reader, at, object, "created_at",
			 &asset->created) && good;
	good = take_int(reader, at, object, "refresh_asks", 0, INT_MAX,
			&asset->refresh_asks) && good;
	good = take_text(reader, at, object, "refresh_asked_by",
			 &asset->refresh_asked_by) && good;
	good = take_time(reader, at, object, "refresh_asked_at",
			 &asset->refresh_asked) && good;
	if (!take_text(reader, at, object, "status", &status))
		return false;
	return (!status || take_status(reader, &status_at, status,
				       &asset->status)) && good;
}

static uint32_t add_asset(struct reader *reader, const struct fact_asset *one)
{
	struct facts *facts = reader->facts;
	uint32_t number = facts_add_asset(facts, one->id, one->kind,
					  stored(reader, one->name));
	struct fact_asset *asset = &facts->assets[number];

	asset->type = arena_strdup(&facts->text, one->type);
	asset->config = one->config;
	asset->description = arena_strdup(&facts->text, one->description);
	asset->updated_by = arena_strdup(&facts->text, one->updated_by);
	asset->created_by = arena_strdup(&facts->text, one->created_by);
	asset->created = one->created;
	asset->refresh_asks = one->refresh_asks;
	asset->refresh_asked_by = arena_strdup(&facts->text, one->refresh_asked_by);
	asset->refresh_asked = one->refresh_asked;
	asset->updated = one->updated;
	asset->refreshed = one->refreshed;
	asset->status = one->status ? one->status : facts_asset_status(asset);
	return number;
}

void read_asset(struct reader *reader, const struct place *at, json_t *object)
{
	static const char *const known[] = { "id", "kind", "name", "type",
		"config", "access", "description", "status", "updated_at",
		"updated_by", "refreshed_at", "created_at", "created_by",
		"refresh_asks", "refresh_asked_at", "refresh_asked_by", NULL };
	struct place id_at = place_of(at, "id");
	struct place code_at = place_of(at, "kind");
	struct place name_at = place_of(at, "name");
	struct fact_asset one = { .type = "", .description = "",
				  .updated_by = "", .created_by = "",
				  .refresh_asked_by = "" };
	const char *code = NULL;
	uint32_t asset = NOBODY;
	size_t kind = 0;
	bool good;

	/* The kind says what else may stand there. */
	good = !json_is_object(object) ||
		(need_text(reader, at, object, "kind", &code) &&
		 take_kind(reader, &code_at, code, &kind));
	if (!good) {
		reader_lose(reader, LOST_ASSET, json_string_value(
			    json_object_get(object, "id")));
		return;
	}
	one.kind = (uint32_t)kind;
	good = json_check_object(reader, at, object, known,
				 code ? kind_at(kind)->fields : NULL);
	good = need_text(reader, at, object, "id", &one.id) &&
		check_id(reader, &id_at, one.id, &reader->facts->asset_ids) &&
		good;
	good = need_text(reader, at, object, "name", &one.name) &&
		check_asset_name(reader, &name_at, kind, one.name) && good;
	good = json_is_object(object) &&
		read_asset_rest(reader, at, object, &one) && good;
	if (good)
		asset = add_asset(reader, &one);
	else
		reader_lose(reader, LOST_ASSET, one.id);
	if (good && kind_at(kind)->secret_name)
		check_secret_unique(reader, &name_at,
					  reader->facts->assets[asset].name);
	read_access(reader, at, object, asset);
}
