/* file_csv.c: a folder of CSV files as a workspace (INTERFACES 4).  Rows are
 * streamed; relations are sorted once at the end. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/csv.h"
#include "base/text.h"
#include "model/facts_priv.h"
#include "model/file_priv.h"
#include "model/kind.h"

enum { COLUMNS = 8, HEADER_MOST = 256 };

struct folder {
	const char *dir;
	struct reader reader;
	struct csv csv;
	size_t at[COLUMNS];	/* where each column of the table stands */
	const char *const *columns;
	struct grant_rows grants;
	size_t files;
};

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

	if (strcmp(text, "true") == 0)
		*out = true;
	else if (strcmp(text, "false") == 0)
		*out = false;
	else if (*text)
		return refuse_text(&folder->reader, &at, text,
				   "is neither true nor false",
				   "true or false");
	return true;
}

/* ---- the rows of each table ------------------------------------------------------ */

static bool user_row(struct folder *folder)
{
	struct reader *reader = &folder->reader;
	struct place id = column(folder, 0), email = column(folder, 1);
	struct place name = column(folder, 2), role = column(folder, 3);
	struct facts *facts = reader->facts;
	enum role one;
	uint32_t user;

	if (!check_id(reader, &id, cell(folder, 0), &facts->user_ids) ||
	    !check_email(reader, &email, cell(folder, 1)) ||
	    !check_length(reader, &name, cell(folder, 2), LENGTH_NAME) ||
	    !take_role(reader, &role, cell(folder, 3), &one))
		return false;
	user = facts_add_user(facts, cell(folder, 0), cell(folder, 1),
			      cell(folder, 2), one);
	return take_flag(folder, 4, &facts->users[user].active);
}

static bool group_row(struct folder *folder)
{
	struct reader *reader = &folder->reader;
	struct place id = column(folder, 0), name = column(folder, 1);

	if (!check_id(reader, &id, cell(folder, 0),
		      &reader->facts->group_ids) ||
	    !check_group_name(reader, &name, cell(folder, 1)))
		return false;
	facts_add_group(reader->facts, cell(folder, 0), cell(folder, 1));
	return true;
}

static bool member_row(struct folder *folder)
{
	struct reader *reader = &folder->reader;
	struct place group_at = column(folder, 0), user_at = column(folder, 1);
	uint32_t group, user;

	if (!take_group(reader, &group_at, cell(folder, 0), &group) ||
	    !take_user(reader, &user_at, cell(folder, 1), &user))
		return false;
	append_both(&reader->facts->groups[group].members, user,
		    &reader->facts->users[user].groups, group);
	return true;
}

static bool asset_row(struct folder *folder)
{
	struct reader *reader = &folder->reader;
	struct place id = column(folder, 0), code = column(folder, 1);
	struct place name = column(folder, 2), type = column(folder, 3);
	struct facts *facts = reader->facts;
	uint32_t asset;
	size_t kind;

	if (!check_id(reader, &id, cell(folder, 0), &facts->asset_ids) ||
	    !take_kind(reader, &code, cell(folder, 1), &kind) ||
	    !check_asset_name(reader, &name, kind, cell(folder, 2)) ||
	    !check_type(reader, &type, kind, cell(folder, 3)))
		return false;
	asset = facts_add_asset(facts, cell(folder, 0), (uint32_t)kind,
				cell(folder, 2));
	if (*cell(folder, 3))
		facts->assets[asset].type = arena_strdup(&facts->text,
							 cell(folder, 3));
	return !kind_at(kind)->secret_name || check_secret_unique(reader, &name,
		facts->assets[asset].name);
}

static bool access_row(struct folder *folder)
{
	struct place asset_at = column(folder, 0), group_at = column(folder, 1);
	uint32_t asset;

	return take_asset(&folder->reader, &asset_at, cell(folder, 0),
			  &asset) &&
		take_access(&folder->reader, &group_at, asset, cell(folder, 1));
}

static bool project_row(struct folder *folder)
{
	struct reader *reader = &folder->reader;
	struct place id = column(folder, 0), title = column(folder, 1);
	struct place owner = column(folder, 2), state = column(folder, 3);
	struct place workspace = column(folder, 4), web = column(folder, 5);
	struct facts *facts = reader->facts;
	struct fact_project *project;
	uint32_t user, number;

	if (!check_id(reader, &id, cell(folder, 0), &facts->project_ids) ||
	    !check_name(reader, &title, cell(folder, 1)) ||
	    !take_user(reader, &owner, cell(folder, 2), &user))
		return false;
	number = facts_add_project(facts, cell(folder, 0), cell(folder, 1),
				   user);
	project = &facts->projects[number];
	if (*cell(folder, 3) &&
	    !take_state(reader, &state, cell(folder, 3), &project->state))
		return false;
	if (*cell(folder, 4) && !take_level(reader, &workspace, cell(folder, 4),
					    &project->workspace))
		return false;
	if (*cell(folder, 5) && !take_public(reader, &web, cell(folder, 5),
					     &project->public_web))
		return false;
	return take_flag(folder, 6, &project->editors_may_share);
}

static bool grant_row(struct folder *folder)
{
	struct reader *reader = &folder->reader;
	struct place project_at = column(folder, 0);
	struct place user_at = column(folder, 1);
	struct place group_at = column(folder, 2);
	struct place level_at = column(folder, 3);
	const char *user = cell(folder, 1), *group = cell(folder, 2);
	struct grant_row row = { .at = reader->line, .group = *group != '\0' };

	if (!take_project(reader, &project_at, cell(folder, 0), &row.project))
		return false;
	if (!*user == !*group)
		return refuse(reader, NULL, NULL, "%s",
			      *user ? "user_id and group_id are both given; "
			      "one is wanted" :
			      "one of user_id and group_id is wanted");
	if (!(row.group ? take_group(reader, &group_at, group, &row.who) :
	      take_user(reader, &user_at, user, &row.who)) ||
	    !take_grant_level(reader, &level_at, cell(folder, 3), &row.level))
		return false;
	grant_rows_add(&folder->grants, row);
	return true;
}

static bool import_row(struct folder *folder)
{
	struct reader *reader = &folder->reader;
	struct place project_at = column(folder, 0);
	struct place asset_at = column(folder, 1);
	uint32_t project, asset;

	if (!take_project(reader, &project_at, cell(folder, 0), &project) ||
	    !take_asset(reader, &asset_at, cell(folder, 1), &asset))
		return false;
	append_both(&reader->facts->projects[project].assets, asset,
		    &reader->facts->assets[asset].projects, project);
	return true;
}

static bool grants_end(struct folder *folder)
{
	struct reader *reader = &folder->reader;
	const struct grant_row *twice;
	struct quote who, title;

	twice = grant_rows_settle(&folder->grants, reader->facts);
	if (!twice)
		return true;
	reader->line = twice->at;
	refuse(reader, NULL, NULL, "%s is named twice in project %s",
	       quote(&who, twice->group ? reader->facts->groups[twice->who].id :
		     reader->facts->users[twice->who].id),
	       quote(&title, reader->facts->projects[twice->project].id));
	return error_remedy(reader->err, "one grant for each user and group");
}

static const struct table {
	const char *file;
	const char *columns[COLUMNS + 1];
	bool (*row)(struct folder *folder);
	bool (*end)(struct folder *folder);
} tables[] = {
	{ "users.csv", { "id", "email", "name", "role", "active" },
	  user_row, NULL },
	{ "groups.csv", { "id", "name" }, group_row, NULL },
	{ "members.csv", { "group_id", "user_id" }, member_row, NULL },
	{ "assets.csv", { "id", "kind", "name", "type" }, asset_row, NULL },
	{ "asset_access.csv", { "asset_id", "group_id" }, access_row, NULL },
	{ "projects.csv", { "id", "title", "owner_id", "state", "workspace",
	  "public_web", "editors_may_share" }, project_row, NULL },
	{ "grants.csv", { "project_id", "user_id", "group_id", "level" },
	  grant_row, grants_end },
	{ "project_assets.csv", { "project_id", "asset_id" }, import_row, NULL }
};

/* ---- a file ------------------------------------------------------------------------ */

static size_t count_columns(const struct table *table)
{
	size_t n = 0;

	while (table->columns[n])
		n++;
	return n;
}

/* "id,email,name,role,active" */
static bool want_header(struct folder *folder, const struct table *table)
{
	char header[HEADER_MOST] = "";
	size_t n = 0;

	for (size_t i = 0; table->columns[i] && n < sizeof(header); i++)
		n += (size_t)snprintf(header + n, sizeof(header) - n, "%s%s",
				      i ? "," : "", table->columns[i]);
	return error_remedy(folder->reader.err,
			    "the first line is wanted as %s", header);
}

static bool find_column(struct folder *folder, const char *name, size_t *at)
{
	size_t found = 0;

	for (size_t i = 0; i < folder->csv.n; i++) {
		if (strcmp(csv_field(&folder->csv, i), name) != 0)
			continue;
		*at = i;
		found++;
	}
	if (found == 1)
		return true;
	return refuse(&folder->reader, NULL, NULL, "the column %s %s", name,
		      found ? "stands twice" : "is missing");
}

static bool read_header(struct folder *folder, const struct table *table)
{
	struct reader *reader = &folder->reader;
	int got = csv_next(&folder->csv, reader->err);
	size_t n = count_columns(table), known;
	struct quote cut;

	if (got < 0)
		return false;
	if (got == 0) {
		refuse(reader, NULL, NULL, "is empty; not even a header");
		return want_header(folder, table);
	}
	reader->line = folder->csv.line;
	for (size_t i = 0; i < folder->csv.n; i++) {
		for (known = 0; known < n; known++)
			if (strcmp(table->columns[known],
				   csv_field(&folder->csv, i)) == 0)
				break;
		if (known < n)
			continue;
		refuse(reader, NULL, NULL, "there is no column %s",
		       quote(&cut, csv_field(&folder->csv, i)));
		return want_header(folder, table);
	}
	for (size_t i = 0; i < n; i++)
		if (!find_column(folder, table->columns[i], &folder->at[i]))
			return want_header(folder, table);
	return true;
}

static bool read_rows(struct folder *folder, const struct table *table)
{
	struct reader *reader = &folder->reader;
	size_t n = count_columns(table);
	int got;

	while ((got = csv_next(&folder->csv, reader->err)) > 0) {
		reader->line = folder->csv.line;
		if (folder->csv.n != n) {
			refuse(reader, NULL, NULL,
			       "%zu fields, but %zu are wanted",
			       folder->csv.n, n);
			return want_header(folder, table);
		}
		if (!table->row(folder))
			return false;
	}
	if (got < 0)
		return false;
	if (ferror(folder->csv.file))
		return refuse(reader, NULL, NULL, "cannot be read to its end");
	return !table->end || table->end(folder);
}

/* Regular files only: nothing waits on a pipe.  NULL with errno ENOENT: there is
 * none. */
static FILE *open_file(struct folder *folder, const char *path)
{
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	struct stat st;
	FILE *file = NULL;

	if (fd < 0 && errno == ENOENT)
		return NULL;
	if (fd < 0)
		refuse(&folder->reader, NULL, NULL, "cannot be opened: %s",
		       strerror(errno));
	else if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode))
		refuse(&folder->reader, NULL, NULL, "is not a regular file");
	else
		file = fdopen(fd, "r");
	if (fd >= 0 && !file)
		close(fd);
	errno = 0;
	return file;
}

static bool read_table(struct folder *folder, const struct table *table)
{
	size_t n = strlen(folder->dir) + strlen(table->file) + 2;
	struct arena arena = { 0 };
	char *path = arena_array(&arena, n, 1);
	bool good;
	FILE *file;

	snprintf(path, n, "%s/%s", folder->dir, table->file);
	folder->reader.name = path;
	folder->reader.line = 0;
	file = open_file(folder, path);
	good = !file && errno == ENOENT;	/* missing is empty */
	if (file) {
		folder->files++;
		folder->columns = table->columns;
		csv_init(&folder->csv, file, path);
		good = read_header(folder, table) && read_rows(folder, table);
		csv_release(&folder->csv);
		fclose(file);
	}
	arena_release(&arena);
	return good;
}

static bool read_tables(struct folder *folder)
{
	for (size_t i = 0; i < COUNT_OF(tables); i++)
		if (!read_table(folder, &tables[i]))
			return false;
	folder->reader.name = folder->dir;
	folder->reader.line = 0;
	if (folder->files > 0)
		return true;
	refuse(&folder->reader, NULL, NULL, "holds none of the CSV files");
	return error_remedy(folder->reader.err,
		"users.csv, groups.csv, members.csv, assets.csv, "
		"asset_access.csv, projects.csv, grants.csv, "
		"project_assets.csv");
}

static bool check_folder(struct folder *folder)
{
	struct stat st;
	int why;

	if (stat(folder->dir, &st) != 0) {
		why = errno;
		refuse(&folder->reader, NULL, NULL, "%s", strerror(why));
		if (why == ENOENT)
			folder->reader.err->kind = ERROR_NOT_FOUND;
		return false;
	}
	return S_ISDIR(st.st_mode) ||
		refuse(&folder->reader, NULL, NULL, "is not a folder");
}

/* The last part of the folder's real path, or the title given. */
static bool name_workspace(struct folder *folder, const char *title)
{
	struct place at = place_of(NULL, "name");
	struct facts *facts = folder->reader.facts;
	char *real = title ? NULL : realpath(folder->dir, NULL);
	const char *name = title, *slash;
	bool good;

	if (!title && real) {
		slash = strrchr(real, '/');
		name = slash && slash[1] ? slash + 1 : "workspace";
	}
	if (!name)
		name = folder->dir;
	facts->name = arena_strdup(&facts->text, name);
	free(real);
	good = text_valid(facts->name, strlen(facts->name)) ==
		strlen(facts->name);
	if (!good)
		return refuse(&folder->reader, &at, NULL,
			      "the folder's name is no valid UTF-8");
	return check_length(&folder->reader, &at, facts->name, LENGTH_NAME);
}

bool workspace_read_csv(const char *dir, const char *title, enum plan plan,
			struct facts *facts, struct error *err)
{
	struct folder folder = { .dir = dir };
	struct file_notes notes = { 0 };
	struct error own;
	bool good;

	reader_init(&folder.reader, dir, facts, err ? err : &own);
	folder.reader.notes = &notes;
	facts->plan = plan;
	good = check_folder(&folder) && name_workspace(&folder, title) &&
		read_tables(&folder) && check_admins(&folder.reader);
	if (good)
		settle_relations(facts);
	grant_rows_release(&folder.grants);
	reader_release(&folder.reader);
	return good;
}
