/* file_projects.c: the projects of the workspace file. */
#include <string.h>

#include "base/buf.h"
#include "model/edit_field.h"
#include "model/facts_priv.h"
#include "model/json_priv.h"
#include "model/kind.h"

enum { CATEGORIES_MOST = 65536, MEMBERS_MOST = 64 };

static char *kept(struct reader *reader, const char *text)
{
	return arena_strdup(&reader->facts->text, text);
}

/* ---- grants -------------------------------------------------------------------- */

static bool read_grant(struct reader *reader, const struct place *at,
		       json_t *object, struct grant_row *row)
{
	static const char *const known[] = { "user", "group", "level", NULL };
	struct place user_at = place_of(at, "user");
	struct place group_at = place_of(at, "group");
	struct place level_at = place_of(at, "level");
	const char *user = NULL, *group = NULL, *level = NULL;
	bool good;

	good = json_check_object(reader, at, object, known, NULL);
	good = need_text(reader, at, object, "level", &level) &&
		take_grant_level(reader, &level_at, level, &row->level) && good;
	if (!take_text(reader, at, object, "user", &user) ||
	    !take_text(reader, at, object, "group", &group) ||
	    !json_is_object(object))
		return false;
	if (!user == !group)
		return refuse(reader, at, NULL, "names %s",
			      user ? "a user and a group; one is wanted" :
			      "neither a user nor a group");
	row->group = group != NULL;
	return (user ? take_user(reader, &user_at, user, &row->who) :
		take_group(reader, &group_at, group, &row->who)) && good;
}

static void refuse_double(struct reader *reader, const struct place *at,
			  const struct grant_row *row)
{
	struct place place = place_item(at, "grants", (size_t)row->at);
	const char *id = row->group ? reader->facts->groups[row->who].id :
		reader->facts->users[row->who].id;

	refuse_text(reader, &place, id, "is named twice in this project",
		    "one grant for each user and group");
}

/* project: NOBODY where it was refused; what it holds is looked at all the same. */
static void read_grants(struct reader *reader, const struct place *at,
			json_t *object, uint32_t project)
{
	struct grant_rows rows = { 0 };
	struct grant_row row = { .project = project };
	const struct grant_row *twice = NULL;
	bool doubles = false;
	struct place place;
	json_t *list, *one;
	size_t i;

	if (!take_list(reader, at, object, "grants", &list))
		return;
	json_array_foreach(list, i, one) {
		place = place_item(at, "grants", i);
		row.at = (long)i;
		if (read_grant(reader, &place, one, &row))
			grant_rows_add(&rows, row);
	}
	grant_rows_sort(&rows);
	while ((twice = grant_rows_twice(&rows, twice))) {
		refuse_double(reader, at, twice);
		doubles = true;
	}
	if (!doubles && project != NOBODY)
		grant_rows_settle(&rows, reader->facts);
	grant_rows_release(&rows);
}

/* ---- what it uses -------------------------------------------------------------- */

static void read_imports(struct reader *reader, const struct place *at,
			 json_t *object, uint32_t project)
{
	struct facts *facts = reader->facts;
	struct place place;
	json_t *list, *one;
	const char *id;
	uint32_t asset;
	size_t i;

	if (!take_list(reader, at, object, "assets", &list))
		return;
	json_array_foreach(list, i, one) {
		place = place_item(at, "assets", i);
		if (item_text(reader, &place, one, &id) &&
		    take_asset(reader, &place, id, &asset) && project != NOBODY)
			append_both(&facts->projects[project].assets, asset,
				    &facts->assets[asset].projects, project);
	}
}

/* D19: unique inside a project, across own and imported secrets. */
static bool check_own_name(struct reader *reader, const struct place *at,
			   uint32_t project, size_t kind, const char *name)
{
	const struct facts *facts = reader->facts;
	const struct fact_project *one;
	const struct fact_asset *asset;
	bool taken = false;

	if (!check_asset_name(reader, at, kind, name))
		return false;
	if (project == NOBODY || !kind_at(kind)->secret_name)
		return true;
	name = stored(reader, name);
	one = &facts->projects[project];
	for (uint32_t i = 0; i < one->assets.n; i++) {
		asset = &facts->assets[one->assets.v[i]];
		taken = taken || (asset->kind == kind &&
				  strcmp(asset->name, name) == 0);
	}
	for (uint32_t i = 0; i < one->n_own; i++)
		taken = taken || (one->own[i].kind == kind &&
				  strcmp(one->own[i].name, name) == 0);
	return !taken || refuse_text(reader, at, name,
		"is the name of another secret of this project",
		"secret names are unique in a project");
}

static bool take_own_kind(struct reader *reader, const struct place *at,
			  const char *code, size_t *kind)
{
	char list[160] = "";

	if (!take_kind(reader, at, code, kind))
		return false;
	if (kind_at(*kind)->own || kind_has_files(kind_at(*kind)))
		return true;
	for (size_t i = 0; i < kind_count(); i++)
		if (kind_at(i)->own)
			list_add(list, sizeof(list), " or ", kind_at(i)->code);
	return refuse_text(reader, at, code, "cannot be a project's own", list);
}

static void read_own(struct reader *reader, const struct place *at,
		     json_t *object, uint32_t project)
{
	static const char *const known[] = { "id", "kind", "name", "type",
					     "config", NULL };
	struct place id_at = place_of(at, "id");
	struct place name_at = place_of(at, "name");
	struct place type_at = place_of(at, "type");
	struct place code_at = place_of(at, "kind");
	struct fact_own one = { .type = "" };
	const char *code = NULL;
	size_t kind = 0;
	bool good;

	if (json_is_object(object) && (
	    !need_text(reader, at, object, "kind", &code) ||
	    !take_own_kind(reader, &code_at, code, &kind)))
		return;
	good = json_check_object(reader, at, object, known,
				 kind_at(kind)->fields);
	good = need_text(reader, at, object, "id", &one.id) &&
		check_id(reader, &id_at, one.id, &reader->own_ids) && good;
	good = need_text(reader, at, object, "name", &one.name) &&
		check_own_name(reader, &name_at, project, kind, one.name) &&
		good;
	good = take_text(reader, at, object, "type", &one.type) &&
		check_type(reader, &type_at, kind, one.type) && good;
	good = json_is_object(object) &&
		read_fields(reader, at, object, kind_at(kind)->fields,
			    &one.config) && good;
	if (!good || project == NOBODY)
		return;
	one.id = kept(reader, one.id);
	one.name = stored(reader, kept(reader, one.name));
	one.type = kept(reader, one.type);
	one.kind = (uint32_t)kind;
	strmap_set(&reader->own_ids, one.id, project);
	*facts_new_own(reader->facts, project) = one;
}

static void read_owns(struct reader *reader, const struct place *at,
		      json_t *object, uint32_t project)
{
	struct place place;
	json_t *list, *one;
	size_t i;

	if (!take_list(reader, at, object, "own", &list))
		return;
	if (project != NOBODY)
		reader->own_of = reader->facts->projects[project].id;
	json_array_foreach(list, i, one) {
		place = place_item(at, "own", i);
		read_own(reader, &place, one, project);
	}
	reader->own_of = "";
}

/* ---- the project itself ---------------------------------------------------------- */

static bool take_category(struct reader *reader, const struct place *at,
			  json_t *value, const char **text)
{
	if (!item_text(reader, at, value, text) ||
	    !check_name(reader, at, *text))
		return false;
	return !strchr(*text, ',') || refuse_text(reader, at, *text,
		"holds a comma", "one category an item");
}

/* A list of texts in the file, joined by commas in the facts. */
static bool read_categories(struct reader *reader, const struct place *at,
			    json_t *object, const char **out)
{
	struct place all = place_of(at, "categories"), place;
	struct buf joined;
	json_t *list, *one;
	const char *text;
	bool good = true;
	size_t i;

	if (!take_list(reader, at, object, "categories", &list))
		return false;
	buf_init(&joined, CATEGORIES_MOST);
	json_array_foreach(list, i, one) {
		place = place_item(at, "categories", i);
		if (take_category(reader, &place, one, &text))
			buf_printf(&joined, "%s%s", i ? "," : "", text);
		else
			good = false;
	}
	if (good && joined.overflow)
		good = refuse(reader, &all, NULL, "are over 64 KiB");
	*out = joined.len > 0 ? kept(reader, buf_text(&joined)) : "";
	buf_release(&joined);
	return good;
}

static bool read_levels(struct reader *reader, const struct place *at,
			json_t *object, struct fact_project *project)
{
	struct place workspace_at = place_of(at, "workspace");
	struct place public_at = place_of(at, "public_web");
	const char *workspace = "none", *public_web = "none";
	bool good;

	good = take_text(reader, at, object, "workspace", &workspace) &&
		take_level(reader, &workspace_at, workspace,
			   &project->workspace);
	return take_text(reader, at, object, "public_web", &public_web) &&
		take_public(reader, &public_at, public_web,
			    &project->public_web) && good;
}

/* A text that stands in the file as it does in the facts. */
static bool is_plain_text(const struct edit_field *field)
{
	return field_is_text(field) && !field->with_add &&
		field->kind != EDIT_PROJECT_CATEGORIES;
}

static bool read_texts(struct reader *reader, const struct place *at,
		       json_t *object, struct fact_project *project)
{
	const struct edit_field *field = NULL;
	bool good = true;
	const char *text;

	while ((field = edit_field_next(OF_PROJECT, field))) {
		struct place text_at = place_of(at, field->column);

		if (!is_plain_text(field))
			continue;
		text = "";
		good = take_text(reader, at, object, field->column, &text) &&
			(field->kind != EDIT_PROJECT_STATUS ||
			 check_length(reader, &text_at, text, LENGTH_NAME)) &&
			good;
		field_set_text(field, project, text);
	}
	return good;
}

/* All but id, title and owner; its texts are not kept yet. */
static bool read_project_rest(struct reader *reader, const struct place *at,
			      json_t *object, struct fact_project *project)
{
	struct place state_at = place_of(at, "state");
	const char *state = "active";
	bool good;

	good = take_text(reader, at, object, "state", &state) &&
		take_state(reader, &state_at, state, &project->state);
	good = take_bool(reader, at, object, "editors_may_share",
			 &project->editors_may_share) && good;
	good = take_time(reader, at, object, "trashed_at",
			 &project->trashed) && good;
	good = read_texts(reader, at, object, project) && good;
	good = read_levels(reader, at, object, project) && good;
	return read_categories(reader, at, object, &project->categories) &&
		good;
}

static uint32_t add_project(struct reader *reader,
			    const struct fact_project *one)
{
	uint32_t number = facts_add_project(reader->facts, one->id,
					    stored(reader, one->title),
					    one->owner);
	struct fact_project *project = &reader->facts->projects[number];
	const struct edit_field *field = NULL;

	project->state = one->state;
	project->editors_may_share = one->editors_may_share;
	project->trashed = one->trashed;
	project->workspace = one->workspace;
	project->public_web = one->public_web;
	project->categories = one->categories;
	while ((field = edit_field_next(OF_PROJECT, field)))
		if (is_plain_text(field))
			field_set_text(field, project,
				       kept(reader, field_text(field, one)));
	return number;
}

static bool check_members(struct reader *reader, const struct place *at,
			  json_t *object)
{
	const char *known[MEMBERS_MOST] = { "id", "title", "owner", "state",
		"editors_may_share", "grants", "workspace", "public_web",
		"assets", "own", "description", "status", "categories",
		"trashed_at" };
	const struct edit_field *field = NULL;
	size_t n = 0;

	while (known[n])
		n++;
	while ((field = edit_field_plain(OF_PROJECT, field)) &&
	       n < MEMBERS_MOST - 1)
		known[n++] = field->column;
	return json_check_object(reader, at, object, known, NULL);
}

void read_project(struct reader *reader, const struct place *at,
		  json_t *object)
{
	struct place id_at = place_of(at, "id");
	struct place title_at = place_of(at, "title");
	struct place owner_at = place_of(at, "owner");
	struct fact_project one = { .editors_may_share = true };
	const char *owner = NULL;
	uint32_t project = NOBODY;
	bool good;

	good = check_members(reader, at, object);
	if (!json_is_object(object))
		return;
	good = need_text(reader, at, object, "id", &one.id) &&
		check_id(reader, &id_at, one.id, &reader->facts->project_ids) &&
		good;
	good = need_text(reader, at, object, "title", &one.title) &&
		check_name(reader, &title_at, one.title) && good;
	good = need_text(reader, at, object, "owner", &owner) &&
		take_user(reader, &owner_at, owner, &one.owner) && good;
	good = read_project_rest(reader, at, object, &one) && good;
	if (good)
		project = add_project(reader, &one);
	else
		reader_lose(reader, LOST_PROJECT, one.id);
	read_grants(reader, at, object, project);
	read_imports(reader, at, object, project);
	read_owns(reader, at, object, project);
}
