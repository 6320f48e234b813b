/* file_projects.c: the projects of the workspace file. */
#include <string.h>

#include "base/buf.h"
#include "model/facts_priv.h"
#include "model/json_priv.h"
#include "model/kind.h"

enum { CATEGORIES_MOST = 65536 };

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
	const char *user = NULL, *group = NULL, *level;

	if (!json_check_object(reader, at, object, known, NULL) ||
	    !take_text(reader, at, object, "user", &user) ||
	    !take_text(reader, at, object, "group", &group) ||
	    !need_text(reader, at, object, "level", &level) ||
	    !take_grant_level(reader, &level_at, level, &row->level))
		return false;
	if (!user == !group)
		return refuse(reader, at, NULL, "names %s",
			      user ? "a user and a group; one is wanted" :
			      "neither a user nor a group");
	row->group = group != NULL;
	return user ? take_user(reader, &user_at, user, &row->who) :
		take_group(reader, &group_at, group, &row->who);
}

static bool refuse_double(struct reader *reader, const struct place *at,
			  const struct grant_row *row)
{
	struct place place = place_item(at, "grants", (size_t)row->at);
	const char *id = row->group ? reader->facts->groups[row->who].id :
		reader->facts->users[row->who].id;

	return refuse_text(reader, &place, id, "is named twice in this project",
			   "one grant for each user and group");
}

static bool read_grants(struct reader *reader, const struct place *at,
			json_t *object, uint32_t project)
{
	struct grant_rows rows = { 0 };
	struct grant_row row = { .project = project };
	const struct grant_row *twice;
	struct place place;
	json_t *list, *one;
	bool good = true;
	size_t i;

	if (!take_list(reader, at, object, "grants", &list))
		return false;
	json_array_foreach(list, i, one) {
		place = place_item(at, "grants", i);
		good = read_grant(reader, &place, one, &row);
		if (!good)
			break;
		row.at = (long)i;
		grant_rows_add(&rows, row);
	}
	if (good) {
		twice = grant_rows_settle(&rows, reader->facts);
		good = !twice || refuse_double(reader, at, twice);
	}
	grant_rows_release(&rows);
	return good;
}

/* ---- what it uses -------------------------------------------------------------- */

static bool read_imports(struct reader *reader, const struct place *at,
			 json_t *object, uint32_t project)
{
	struct facts *facts = reader->facts;
	struct place place;
	json_t *list, *one;
	const char *id;
	uint32_t asset;
	size_t i;

	if (!take_list(reader, at, object, "assets", &list))
		return false;
	json_array_foreach(list, i, one) {
		place = place_item(at, "assets", i);
		if (!item_text(reader, &place, one, &id) ||
		    !take_asset(reader, &place, id, &asset))
			return false;
		append_both(&facts->projects[project].assets, asset,
			    &facts->assets[asset].projects, project);
	}
	return true;
}

/* D19: unique inside a project, across own and imported secrets. */
static bool check_own_name(struct reader *reader, const struct place *at,
			   uint32_t project, size_t kind, const char *name)
{
	const struct facts *facts = reader->facts;
	const struct fact_project *one = &facts->projects[project];
	const struct fact_asset *asset;
	bool taken = false;

	if (!check_asset_name(reader, at, kind, name))
		return false;
	if (!kind_at(kind)->secret_name)
		return true;
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
	if (!take_kind(reader, at, code, kind))
		return false;
	return kind_at(*kind)->own || refuse_text(reader, at, code,
		"cannot be a project's own", "data_connection or secret");
}

static bool read_own(struct reader *reader, const struct place *at,
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

	if (json_is_object(object) && (
	    !need_text(reader, at, object, "kind", &code) ||
	    !take_own_kind(reader, &code_at, code, &kind)))
		return false;
	if (!json_check_object(reader, at, object, known,
			       kind_at(kind)->fields) ||
	    !need_text(reader, at, object, "id", &one.id) ||
	    !need_text(reader, at, object, "name", &one.name) ||
	    !take_text(reader, at, object, "type", &one.type) ||
	    !check_id(reader, &id_at, one.id, &reader->own_ids) ||
	    !check_own_name(reader, &name_at, project, kind, one.name) ||
	    !check_type(reader, &type_at, kind, one.type) ||
	    !read_fields(reader, at, object, kind_at(kind)->fields,
			 &one.config))
		return false;
	one.id = kept(reader, one.id);
	one.name = kept(reader, one.name);
	one.type = kept(reader, one.type);
	one.kind = (uint32_t)kind;
	strmap_set(&reader->own_ids, one.id, project);
	*facts_new_own(reader->facts, project) = one;
	return true;
}

static bool read_owns(struct reader *reader, const struct place *at,
		      json_t *object, uint32_t project)
{
	struct place place;
	json_t *list, *one;
	size_t i;

	if (!take_list(reader, at, object, "own", &list))
		return false;
	json_array_foreach(list, i, one) {
		place = place_item(at, "own", i);
		if (!read_own(reader, &place, one, project))
			return false;
	}
	return true;
}

/* ---- the project itself ---------------------------------------------------------- */

/* A list of texts in the file, joined by commas in the facts. */
static bool read_categories(struct reader *reader, const struct place *at,
			    json_t *object, uint32_t project)
{
	struct buf joined;
	struct place place;
	json_t *list, *one;
	const char *text;
	bool good = true;
	size_t i;

	if (!take_list(reader, at, object, "categories", &list))
		return false;
	buf_init(&joined, CATEGORIES_MOST);
	json_array_foreach(list, i, one) {
		place = place_item(at, "categories", i);
		good = item_text(reader, &place, one, &text) &&
			check_name(reader, &place, text);
		if (good && strchr(text, ','))
			good = refuse_text(reader, &place, text,
					   "holds a comma",
					   "one category an item");
		if (!good)
			break;
		buf_printf(&joined, "%s%s", i ? "," : "", text);
	}
	place = place_of(at, "categories");
	if (good && joined.overflow)
		good = refuse(reader, &place, NULL, "are over 64 KiB");
	if (good && joined.len > 0)
		reader->facts->projects[project].categories =
			kept(reader, buf_text(&joined));
	buf_release(&joined);
	return good;
}

static bool read_levels(struct reader *reader, const struct place *at,
			json_t *object, struct fact_project *project)
{
	struct place workspace_at = place_of(at, "workspace");
	struct place public_at = place_of(at, "public_web");
	const char *workspace = "none", *public_web = "none";

	return take_text(reader, at, object, "workspace", &workspace) &&
		take_text(reader, at, object, "public_web", &public_web) &&
		take_level(reader, &workspace_at, workspace,
			   &project->workspace) &&
		take_public(reader, &public_at, public_web,
			    &project->public_web);
}

static bool read_project_rest(struct reader *reader, const struct place *at,
			      json_t *object, uint32_t number)
{
	struct fact_project *project = &reader->facts->projects[number];
	struct place state_at = place_of(at, "state");
	struct place status_at = place_of(at, "status");
	const char *state = "active", *status = "", *description = "";

	if (!take_text(reader, at, object, "state", &state) ||
	    !take_state(reader, &state_at, state, &project->state) ||
	    !take_bool(reader, at, object, "editors_may_share",
		       &project->editors_may_share) ||
	    !take_time(reader, at, object, "trashed_at", &project->trashed) ||
	    !take_text(reader, at, object, "description", &description) ||
	    !take_text(reader, at, object, "status", &status) ||
	    !check_length(reader, &status_at, status, LENGTH_NAME) ||
	    !read_levels(reader, at, object, project))
		return false;
	project->description = kept(reader, description);
	project->status = kept(reader, status);
	return read_categories(reader, at, object, number) &&
		read_grants(reader, at, object, number) &&
		read_imports(reader, at, object, number) &&
		read_owns(reader, at, object, number);
}

static bool read_project(struct reader *reader, const struct place *at,
			 json_t *object)
{
	static const char *const known[] = { "id", "title", "owner", "state",
		"editors_may_share", "grants", "workspace", "public_web",
		"assets", "own", "description", "status", "categories",
		"trashed_at", NULL };
	struct place id_at = place_of(at, "id");
	struct place title_at = place_of(at, "title");
	struct place owner_at = place_of(at, "owner");
	const char *id, *title, *owner;
	uint32_t user;

	if (!json_check_object(reader, at, object, known, NULL) ||
	    !need_text(reader, at, object, "id", &id) ||
	    !need_text(reader, at, object, "title", &title) ||
	    !need_text(reader, at, object, "owner", &owner) ||
	    !check_id(reader, &id_at, id, &reader->facts->project_ids) ||
	    !check_name(reader, &title_at, title) ||
	    !take_user(reader, &owner_at, owner, &user))
		return false;
	return read_project_rest(reader, at, object,
		facts_add_project(reader->facts, id, title, user));
}

bool read_projects(struct reader *reader, json_t *root)
{
	struct place at;
	json_t *list, *one;
	size_t i;

	if (!take_list(reader, NULL, root, "projects", &list))
		return false;
	json_array_foreach(list, i, one) {
		at = place_item(NULL, "projects", i);
		if (!read_project(reader, &at, one))
			return false;
	}
	return true;
}
