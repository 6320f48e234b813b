/* edit_json.c: an edit as the audit event carries it: text ids, before and
 * after, and of what is deleted all that stood there. */
#include "model/edit_priv.h"
#include "model/kind.h"

/* ---- what a field holds --------------------------------------------------------- */

static void builtins_json(struct json *json, int bits)
{
	jsonw_array(json);
	for (size_t i = 0; i < BUILTINS; i++)
		if (bits & (int)builtin_all[i])
			jsonw_string(json, builtin_code(builtin_all[i]));
	jsonw_array_end(json);
}

static void value_json(struct json *json, const struct edit_field *field,
		       int value)
{
	if (field->holds == HOLDS_BUILTINS)
		builtins_json(json, value);
	else if (field->holds == HOLDS_NUMBER)
		jsonw_int(json, value);
	else if (field->holds == HOLDS_SWITCH)
		jsonw_bool(json, value);
	else
		jsonw_string(json, field_code(field, value));
}

static void text_json(struct json *json, const struct edit_field *field,
		      const char *text)
{
	if (field->holds == HOLDS_CONFIG)
		jsonw_raw(json, text && *text ? text : "{}");
	else
		jsonw_string(json, text);
}

static void pointed_json(struct json *json, const struct facts *facts,
			 const struct edit_field *field, uint32_t number)
{
	jsonw_string(json, number == NOBODY ? NULL :
		     whose_id(facts, field->other, number));
}

/* ---- before and after ----------------------------------------------------------- */

static void before_json(struct json *json, const struct facts *facts,
			const struct edit_field *field, const struct edit *edit)
{
	jsonw_key(json, "before");
	if (field_is_text(field))
		text_json(json, field, edit->old_text);
	else if (field->holds == HOLDS_THING)
		pointed_json(json, facts, field, edit->old_number);
	else
		value_json(json, field, edit->old_value);
}

static void after_json(struct json *json, const struct facts *facts,
		       const struct edit_field *field, const struct edit *edit)
{
	jsonw_key(json, "after");
	if (field_is_text(field))
		text_json(json, field, edit_said(edit));
	else if (field->holds == HOLDS_THING)
		pointed_json(json, facts, field,
			     edit_number(edit, field->other));
	else
		value_json(json, field, edit->value);
}

/* Who had changed it last, and when; and now, unless it is the event's own. */
static void stamp_json(struct json *json, const struct edit *edit)
{
	if (!edit_row(edit)->stamp)
		return;
	if (edit->old_when)
		jsonw_kint(json, "old_when", edit->old_when);
	if (edit->old_by && *edit->old_by)
		jsonw_kstring(json, "old_by", edit->old_by);
	if (!edit->when)
		return;
	jsonw_kint(json, "when", edit->when == EDIT_NEVER ? 0 : edit->when);
	if (edit->by && *edit->by)
		jsonw_kstring(json, "by", edit->by);
}

/* ---- a whole thing --------------------------------------------------------------- */

static void left_stamp_json(struct json *json, const struct field_stamp *stamp,
			    const void *thing)
{
	if (field_when(stamp, thing))
		jsonw_kint(json, stamp->when_column, field_when(stamp, thing));
	if (*field_by(stamp, thing))
		jsonw_kstring(json, stamp->by_column, field_by(stamp, thing));
}

/* A plain field came later than others: empty, it is as if it were not there. */
static void field_json(struct json *json, const struct facts *facts,
		       const struct edit_field *field, const void *thing)
{
	if (field->kind > EDIT_KINDS && field_is_text(field) &&
	    !*field_text(field, thing))
		return;
	jsonw_key(json, field->holds == HOLDS_THING ? "owner" : field->column);
	if (field_is_text(field))
		text_json(json, field, field_text(field, thing));
	else if (field->holds == HOLDS_THING)
		pointed_json(json, facts, field, field_number(field, thing));
	else
		value_json(json, field, field_value(field, thing));
}

/* Each field, and after the last of those with the same stamp that. */
static void fields_json(struct json *json, const struct facts *facts,
			enum whose whose, const void *thing)
{
	const struct edit_field *field = edit_field_next(whose, NULL), *next;

	for (; field; field = next) {
		field_json(json, facts, field, thing);
		next = edit_field_next(whose, field);
		if (!field->stamp || (next && next->stamp == field->stamp))
			continue;
		left_stamp_json(json, field->stamp, thing);
	}
	if (whose == OF_ASSET && ((const struct fact_asset *)thing)->refreshed)
		jsonw_kint(json, "refreshed",
			   ((const struct fact_asset *)thing)->refreshed);
	field = edit_field(edit_kind_of(EDITS_ADD, whose), NULL);
	if (field->born)
		left_stamp_json(json, field->born, thing);
}

static void live_json(struct json *json, const char *key,
		      const struct facts *facts, enum whose whose,
		      const struct numbers *set)
{
	jsonw_key(json, key);
	jsonw_array(json);
	for (uint32_t i = 0; i < set->n; i++)
		if (!*whose_gone(facts, whose, set->v[i]))
			jsonw_string(json, whose_id(facts, whose, set->v[i]));
	jsonw_array_end(json);
}

static void grant_json(struct json *json, const struct facts *facts,
		       enum whose whose, uint32_t number, int level)
{
	if (whose != OF_USER && *whose_gone(facts, whose, number))
		return;
	jsonw_object(json);
	jsonw_kstring(json, whose_word(whose), whose_id(facts, whose, number));
	jsonw_kstring(json, "level", level_code((enum level)level));
	jsonw_object_end(json);
}

static void user_json(struct json *json, const struct fact_user *user)
{
	jsonw_kstring(json, "email", user->email);
	jsonw_kstring(json, "name", user->name);
	jsonw_kstring(json, "role", role_code(user->role));
}

static void own_json(struct json *json, const struct fact_own *own)
{
	jsonw_kstring(json, "kind", kind_at(own->kind)->code);
	fields_json(json, NULL, OF_OWN, own);
}

static void owns_json(struct json *json, const struct fact_project *project)
{
	jsonw_key(json, "own");
	jsonw_array(json);
	for (uint32_t i = 0; i < project->n_own; i++) {
		jsonw_object(json);
		jsonw_kstring(json, "id", project->own[i].id);
		own_json(json, &project->own[i]);
		jsonw_object_end(json);
	}
	jsonw_array_end(json);
}

static void group_gone_json(struct json *json, const struct facts *facts,
			    uint32_t number)
{
	const struct fact_group *group = &facts->groups[number];

	jsonw_kstring(json, "name", group->name);
	jsonw_key(json, "members");
	jsonw_array(json);
	for (uint32_t i = 0; i < group->members.n; i++)
		jsonw_string(json, facts->users[group->members.v[i]].id);
	jsonw_array_end(json);
	jsonw_key(json, "grants");
	jsonw_array(json);
	for (uint32_t i = 0; i < group->projects.n; i++)
		grant_json(json, facts, OF_PROJECT, group->projects.v[i],
			   facts_grant(facts, group->projects.v[i], true,
				       number)->level);
	jsonw_array_end(json);
	live_json(json, "assets", facts, OF_ASSET, &group->assets);
}

static void asset_gone_json(struct json *json, const struct facts *facts,
			    const struct fact_asset *asset)
{
	jsonw_kstring(json, "kind", kind_at(asset->kind)->code);
	fields_json(json, facts, OF_ASSET, asset);
	live_json(json, "groups", facts, OF_GROUP, &asset->groups);
	live_json(json, "projects", facts, OF_PROJECT, &asset->projects);
}

static void project_gone_json(struct json *json, const struct facts *facts,
			      const struct fact_project *project)
{
	fields_json(json, facts, OF_PROJECT, project);
	jsonw_key(json, "grants");
	jsonw_array(json);
	for (uint32_t i = 0; i < project->n_grants; i++)
		grant_json(json, facts, project->grants[i].group ? OF_GROUP :
			   OF_USER, project->grants[i].who,
			   project->grants[i].level);
	jsonw_array_end(json);
	live_json(json, "assets", facts, OF_ASSET, &project->assets);
	owns_json(json, project);
}

static void gone_json(struct json *json, const struct facts *facts,
		      const struct edit *edit)
{
	switch (edit_row(edit)->whose) {
	case OF_USER:
		user_json(json, &facts->users[edit->user]);
		break;
	case OF_GROUP:
		group_gone_json(json, facts, edit->group);
		break;
	case OF_ASSET:
		asset_gone_json(json, facts, &facts->assets[edit->asset]);
		break;
	case OF_PROVIDER:
	case OF_TOKEN:
	case OF_REQUEST:
		fields_json(json, facts, edit_row(edit)->whose,
			    whose_thing(facts, edit_row(edit)->whose,
					edit_number(edit, edit_row(edit)->whose)));
		break;
	case OF_PROJECT:
		project_gone_json(json, facts, &facts->projects[edit->project]);
		break;
	default:
		if (!edit->old_value)
			own_json(json, &edit->old_own);
	}
}

static void added_json(struct json *json, const struct facts *facts,
		       const struct edit *edit)
{
	const char *third = edit->text3 ? edit->text3 : "";

	switch (edit_row(edit)->whose) {
	case OF_USER:
		user_json(json, &(struct fact_user){ .email = edit->text2,
			.name = third, .role = (enum role)edit->value });
		break;
	case OF_GROUP:
		jsonw_kstring(json, "name", edit->text2);
		break;
	case OF_PROVIDER:
	case OF_TOKEN:
	case OF_REQUEST:
		fields_json(json, facts, edit_row(edit)->whose,
			    &(struct fact_record){ .name = edit->text2,
				.type = third, .config = edit->text4 });
		break;
	case OF_PROJECT:
		jsonw_kstring(json, "title", edit->text2);
		jsonw_kstring(json, "owner", facts->users[edit->user].id);
		break;
	default:
		own_json(json, &(struct fact_own){ .name = edit->text2,
			.type = third, .config = edit->text4,
			.kind = (uint32_t)edit->value });
	}
}

/* ---- an edit ---------------------------------------------------------------------- */

/* The things it speaks of; what it points at (owner, default) comes apart. */
static void ids_json(struct json *json, const struct facts *facts,
		     const struct edit *edit)
{
	static const enum whose order[] = { OF_PROJECT, OF_ASSET, OF_PROVIDER,
					    OF_TOKEN, OF_REQUEST, OF_GROUP,
					    OF_USER };
	const struct edit_field *field = edit_row(edit);
	uint32_t number;

	for (size_t i = 0; i < COUNT_OF(order); i++) {
		number = edit_number(edit, order[i]);
		if (number != NOBODY && (field->shape == EDITS_TIE ||
					 field->other != order[i]))
			jsonw_kstring(json, whose_word(order[i]),
				      whose_id(facts, order[i], number));
	}
}

void edit_json(struct json *json, const struct facts *facts,
	       const struct edit *edit)
{
	const struct edit_field *field = edit_row(edit);

	jsonw_object(json);
	jsonw_kstring(json, "edit", field->name);
	ids_json(json, facts, edit);
	if (field->whose == OF_OWN)
		jsonw_kstring(json, "own", edit->text);
	if (edit->kind == EDIT_SETTING)
		jsonw_kstring(json, "setting", edit->text);
	if (field->shape == EDITS_ADD) {
		added_json(json, facts, edit);
	} else if (field->shape == EDITS_DELETE) {
		gone_json(json, facts, edit);
	} else {
		before_json(json, facts, field, edit);
		after_json(json, facts, field, edit);
	}
	stamp_json(json, edit);
	jsonw_object_end(json);
}
