/* file_csv.c: the tables of a CSV folder (INTERFACES 4): a row of each into the
 * facts.  Relations are sorted once at the end. */

#include "model/facts_priv.h"
#include "model/file/csv_priv.h"
#include "model/kind.h"
#include "model/value.h"

/* The text in the record's column. */
static const char *cell(const struct folder *folder, size_t column)
{
	return csv_field(&folder->csv, folder->at[column]);
}

static struct place column(const struct folder *folder, size_t n)
{
	return place_of(NULL, folder->columns[n]);
}

/* Empty: as it was. */
static bool take_flag(struct folder *folder, size_t n, bool *out)
{
	struct place at = column(folder, n);
	const char *text = cell(folder, n);

	return !*text || switch_parse(text, out) ||
		refuse_text(&folder->reader, &at, text,
			    "is neither true nor false", "true or false");
}

/* ---- the rows of each table ------------------------------------------------------ */

static void user_row(struct folder *folder)
{
	struct reader *reader = &folder->reader;
	struct place id = column(folder, 0), email = column(folder, 1);
	struct place name = column(folder, 2), role = column(folder, 3);
	struct facts *facts = reader->facts;
	enum role one = ROLE_VIEWER;
	bool active = true, good;
	uint32_t user;

	good = check_id(reader, &id, cell(folder, 0), &facts->user_ids);
	good = check_email(reader, &email, cell(folder, 1)) && good;
	good = check_length(reader, &name, cell(folder, 2), LENGTH_NAME) &&
		good;
	good = take_role(reader, &role, cell(folder, 3), &one) && good;
	good = take_flag(folder, 4, &active) && good;
	if (!good) {
		reader_lose(reader, LOST_USER, cell(folder, 0));
		return;
	}
	user = facts_add_user(facts, cell(folder, 0),
			      stored(reader, cell(folder, 1)),
			      stored(reader, cell(folder, 2)), one);
	facts->users[user].active = active;
}

static void group_row(struct folder *folder)
{
	struct reader *reader = &folder->reader;
	struct place id = column(folder, 0), name = column(folder, 1);
	bool good;

	good = check_id(reader, &id, cell(folder, 0),
			&reader->facts->group_ids);
	good = check_group_name(reader, &name, cell(folder, 1)) && good;
	if (good)
		facts_add_group(reader->facts, cell(folder, 0),
				stored(reader, cell(folder, 1)));
	else
		reader_lose(reader, LOST_GROUP, cell(folder, 0));
}

static void member_row(struct folder *folder)
{
	struct reader *reader = &folder->reader;
	struct place group_at = column(folder, 0), user_at = column(folder, 1);
	uint32_t group, user;
	bool good;

	good = take_group(reader, &group_at, cell(folder, 0), &group);
	good = take_user(reader, &user_at, cell(folder, 1), &user) && good;
	if (good)
		append_both(&reader->facts->groups[group].members, user,
			    &reader->facts->users[user].groups, group);
}

static void asset_row(struct folder *folder)
{
	struct reader *reader = &folder->reader;
	struct place id = column(folder, 0), code = column(folder, 1);
	struct place name = column(folder, 2), type = column(folder, 3);
	struct facts *facts = reader->facts;
	uint32_t asset;
	size_t kind = 0;
	bool good, known;

	good = check_id(reader, &id, cell(folder, 0), &facts->asset_ids);
	known = take_kind(reader, &code, cell(folder, 1), &kind);
	if (known) {
		good = check_asset_name(reader, &name, kind,
					cell(folder, 2)) && good;
		good = check_type(reader, &type, kind, cell(folder, 3)) && good;
	}
	if (!known || !good) {
		reader_lose(reader, LOST_ASSET, cell(folder, 0));
		return;
	}
	asset = facts_add_asset(facts, cell(folder, 0), (uint32_t)kind,
				stored(reader, cell(folder, 2)));
	if (*cell(folder, 3))
		facts->assets[asset].type = arena_strdup(&facts->text,
							 cell(folder, 3));
	if (kind_at(kind)->secret_name)
		check_secret_unique(reader, &name,
					  facts->assets[asset].name);
}

static void access_row(struct folder *folder)
{
	struct place asset_at = column(folder, 0), group_at = column(folder, 1);
	uint32_t asset;

	take_asset(&folder->reader, &asset_at, cell(folder, 0), &asset);
	take_access(&folder->reader, &group_at, asset, cell(folder, 1));
}

static void project_row(struct folder *folder)
{
	struct reader *reader = &folder->reader;
	struct place id = column(folder, 0), title = column(folder, 1);
	struct place owner = column(folder, 2), state = column(folder, 3);
	struct place workspace = column(folder, 4), web = column(folder, 5);
	struct facts *facts = reader->facts;
	struct fact_project one = { .editors_may_share = true };
	struct fact_project *project;
	uint32_t number;
	bool good;

	good = check_id(reader, &id, cell(folder, 0), &facts->project_ids);
	good = check_name(reader, &title, cell(folder, 1)) && good;
	good = take_user(reader, &owner, cell(folder, 2), &one.owner) && good;
	good = (!*cell(folder, 3) || take_state(reader, &state,
		cell(folder, 3), &one.state)) && good;
	good = (!*cell(folder, 4) || take_level(reader, &workspace,
		cell(folder, 4), &one.workspace)) && good;
	good = (!*cell(folder, 5) || take_public(reader, &web,
		cell(folder, 5), &one.public_web)) && good;
	good = take_flag(folder, 6, &one.editors_may_share) && good;
	if (!good) {
		reader_lose(reader, LOST_PROJECT, cell(folder, 0));
		return;
	}
	number = facts_add_project(facts, cell(folder, 0),
				   stored(reader, cell(folder, 1)), one.owner);
	project = &facts->projects[number];
	project->state = one.state;
	project->workspace = one.workspace;
	project->public_web = one.public_web;
	project->editors_may_share = one.editors_may_share;
}

static void grant_row(struct folder *folder)
{
	struct reader *reader = &folder->reader;
	struct place project_at = column(folder, 0);
	struct place user_at = column(folder, 1);
	struct place group_at = column(folder, 2);
	struct place level_at = column(folder, 3);
	const char *user = cell(folder, 1), *group = cell(folder, 2);
	struct grant_row row = { .at = reader->line, .group = *group != '\0' };
	bool good;

	good = take_project(reader, &project_at, cell(folder, 0), &row.project);
	if (!*user == !*group) {
		refuse(reader, NULL, NULL, "%s",
		       *user ? "user_id and group_id are both given" :
		       "one of user_id and group_id is wanted");
		good = error_remedy(reader->err, "fill in one, leave the other "
				    "empty");
	} else {
		good = (row.group ?
			take_group(reader, &group_at, group, &row.who) :
			take_user(reader, &user_at, user, &row.who)) && good;
	}
	good = take_grant_level(reader, &level_at, cell(folder, 3),
				&row.level) && good;
	if (good)
		grant_rows_add(&folder->grants, row);
}

static void import_row(struct folder *folder)
{
	struct reader *reader = &folder->reader;
	struct place project_at = column(folder, 0);
	struct place asset_at = column(folder, 1);
	uint32_t project, asset;
	bool good;

	good = take_project(reader, &project_at, cell(folder, 0), &project);
	good = take_asset(reader, &asset_at, cell(folder, 1), &asset) && good;
	if (good)
		append_both(&reader->facts->projects[project].assets, asset,
			    &reader->facts->assets[asset].projects, project);
}

static void refuse_double(struct folder *folder, const struct grant_row *twice)
{
	struct reader *reader = &folder->reader;
	struct quote who, title;

	reader->line = twice->at;
	refuse(reader, NULL, NULL, "%s is named twice in project %s",
	       quote(&who, twice->group ? reader->facts->groups[twice->who].id :
		     reader->facts->users[twice->who].id),
	       quote(&title, reader->facts->projects[twice->project].id));
	error_remedy(reader->err, "one grant for each user and group");
}

static void grants_end(struct folder *folder)
{
	const struct grant_row *twice = NULL;
	bool doubles = false;

	grant_rows_sort(&folder->grants);
	while ((twice = grant_rows_twice(&folder->grants, twice))) {
		refuse_double(folder, twice);
		doubles = true;
	}
	if (!doubles)
		grant_rows_settle(&folder->grants, folder->reader.facts);
}

const struct csv_table csv_tables[CSV_TABLES] = {
	{ "users.csv", { "id", "email", "name", "role", "active" },
	  user_row, NULL, LOST_USER },
	{ "groups.csv", { "id", "name" }, group_row, NULL, LOST_GROUP },
	{ "members.csv", { "group_id", "user_id" }, member_row, NULL,
	  LOST_KINDS },
	{ "assets.csv", { "id", "kind", "name", "type" }, asset_row, NULL,
	  LOST_ASSET },
	{ "asset_access.csv", { "asset_id", "group_id" }, access_row, NULL,
	  LOST_KINDS },
	{ "projects.csv", { "id", "title", "owner_id", "state", "workspace",
	  "public_web", "editors_may_share" }, project_row, NULL,
	  LOST_PROJECT },
	{ "grants.csv", { "project_id", "user_id", "group_id", "level" },
	  grant_row, grants_end, LOST_KINDS },
	{ "project_assets.csv", { "project_id", "asset_id" }, import_row, NULL,
	  LOST_KINDS }
};
