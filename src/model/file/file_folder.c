/* file_folder.c: a folder of CSV files as a workspace: its files, streamed, and
 * what stands beside them. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/nearest.h"
#include "base/text.h"
#include "model/file/csv_priv.h"

enum { HEADER_MOST = 256 };

#define ALL_FILES "users.csv, groups.csv, members.csv, assets.csv, " \
	"asset_access.csv, projects.csv, grants.csv, project_assets.csv"

/* ---- a file ------------------------------------------------------------------------ */

static size_t count_columns(const struct csv_table *table)
{
	size_t n = 0;

	while (table->columns[n])
		n++;
	return n;
}

/* "id,email,name,role,active" */
static bool want_header(struct folder *folder, const struct csv_table *table)
{
	char header[HEADER_MOST] = "";

	for (size_t i = 0; table->columns[i]; i++)
		list_add(header, sizeof(header), ",", table->columns[i]);
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

/* A record, or not: what is no CSV is one more fault. */
static int next_record(struct folder *folder)
{
	struct error fault;
	int got = csv_next(&folder->csv, &fault);

	if (got < 0)
		*reader_fault(&folder->reader) = fault;
	return got;
}

static bool read_header(struct folder *folder, const struct csv_table *table)
{
	struct reader *reader = &folder->reader;
	int got = next_record(folder);
	size_t n = count_columns(table), known;
	struct quote cut;
	bool good = true;

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
		good = want_header(folder, table);
	}
	for (size_t i = 0; i < n; i++)
		if (!find_column(folder, table->columns[i], &folder->at[i]))
			good = want_header(folder, table);
	return good;
}

/* False: not to its end. */
static bool read_rows(struct folder *folder, const struct csv_table *table)
{
	struct reader *reader = &folder->reader;
	size_t n = count_columns(table);
	int got;

	while ((got = next_record(folder)) > 0) {
		reader->line = folder->csv.line;
		if (folder->csv.n == n) {
			table->row(folder);
			continue;
		}
		refuse(reader, NULL, NULL, "%zu fields, but %zu are wanted",
		       folder->csv.n, n);
		want_header(folder, table);
		if (table->holds != LOST_KINDS)
			reader_lose(reader, (enum lost)table->holds,
				    csv_field(&folder->csv, folder->at[0]));
	}
	if (got < 0)
		return false;
	if (ferror(folder->csv.file))
		return refuse(reader, NULL, NULL, "cannot be read to its end");
	if (table->end)
		table->end(folder);
	return true;
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

static void read_table(struct folder *folder, const struct csv_table *table)
{
	struct arena arena = { 0 };
	char *path = arena_printf(&arena, "%s/%s", folder->dir, table->file);
	bool good;
	FILE *file;

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
	if (!good && table->holds != LOST_KINDS)
		folder->reader.lost_all[table->holds] = true;
	arena_release(&arena);
}

/* ---- what is not read ------------------------------------------------------------ */

/* Names beside the files that are read; in order, in the arena. */
struct names {
	const char **v;
	size_t n, cap;
};

static bool is_read(const char *name)
{
	for (size_t i = 0; i < CSV_TABLES; i++)
		if (strcmp(csv_tables[i].file, name) == 0)
			return true;
	return false;
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool list_unread(struct folder *folder, struct arena *arena,
			struct names *out)
{
	DIR *dir = opendir(folder->dir);
	const struct dirent *entry;

	if (!dir)
		return refuse(&folder->reader, NULL, NULL,
			      "cannot be listed: %s", strerror(errno));
	while ((entry = readdir(dir))) {
		const char *name = entry->d_name;

		if (*name == '.' || is_read(name) ||
		    strncmp(name, "README", strlen("README")) == 0)
			continue;
		out->v = mem_grow(out->v, out->n, &out->cap, sizeof(*out->v));
		out->v[out->n++] = arena_strdup(arena, name);
	}
	closedir(dir);
	if (out->n > 1)
		qsort(out->v, out->n, sizeof(*out->v), by_name);
	return true;
}

/* What may stand in it may be what others refer to. */
static void lose_rows(struct folder *folder, const char *meant)
{
	struct arena arena = { 0 };
	struct stat st;

	for (size_t i = 0; i < CSV_TABLES; i++)
		if (strcmp(csv_tables[i].file, meant) == 0 &&
		    csv_tables[i].holds != LOST_KINDS &&
		    stat(arena_printf(&arena, "%s/%s", folder->dir, meant),
			 &st) != 0)
			folder->reader.lost_all[csv_tables[i].holds] = true;
	arena_release(&arena);
}

static void refuse_unread(struct folder *folder, const char *name,
			  struct arena *arena)
{
	const char *files[CSV_TABLES], *meant;

	for (size_t i = 0; i < CSV_TABLES; i++)
		files[i] = csv_tables[i].file;
	meant = nearest(name, files, CSV_TABLES);
	folder->reader.name = arena_printf(arena, "%s/%s", folder->dir, name);
	if (!meant) {
		refuse(&folder->reader, NULL, NULL, "is none of the files that "
		       "are read");
		error_remedy(folder->reader.err, "move it out of the folder; "
			     ALL_FILES " are read");
		return;
	}
	refuse(&folder->reader, NULL, NULL, "is not read; %s would be", meant);
	error_remedy(folder->reader.err, "call it %s, or move it out of the "
		     "folder", meant);
	lose_rows(folder, meant);
}

static void name_unread(struct folder *folder)
{
	struct arena arena = { 0 };
	struct names names = { 0 };

	if (list_unread(folder, &arena, &names))
		for (size_t i = 0; i < names.n; i++)
			refuse_unread(folder, names.v[i], &arena);
	free(names.v);
	folder->reader.name = folder->dir;
	arena_release(&arena);
}

/* ---- the folder ------------------------------------------------------------------ */

static void read_tables(struct folder *folder)
{
	name_unread(folder);
	for (size_t i = 0; i < CSV_TABLES; i++)
		read_table(folder, &csv_tables[i]);
	folder->reader.name = folder->dir;
	folder->reader.line = 0;
	if (folder->files > 0 || folder->reader.notes->faults.n > 0)
		return;
	refuse(&folder->reader, NULL, NULL, "holds none of the CSV files");
	error_remedy(folder->reader.err, ALL_FILES);
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
	facts->name = stored(&folder->reader, arena_strdup(&facts->text, name));
	free(real);
	good = text_valid(facts->name, strlen(facts->name)) ==
		strlen(facts->name);
	if (!good)
		return refuse(&folder->reader, &at, NULL,
			      "the folder's name is no valid UTF-8");
	return check_length(&folder->reader, &at, facts->name, LENGTH_NAME);
}

bool workspace_read_csv(const char *dir, const char *title, enum plan plan,
			struct facts *facts, struct file_notes *notes,
			struct error *err)
{
	struct folder folder = { .dir = dir };
	struct file_notes none = { 0 };
	bool good;

	reader_init(&folder.reader, dir, facts, notes ? notes : &none);
	facts->plan = plan;
	if (check_folder(&folder) && name_workspace(&folder, title)) {
		read_tables(&folder);
		check_admins(&folder.reader);
	}
	good = reader_good(&folder.reader, err);
	if (good)
		settle_relations(facts);
	grant_rows_release(&folder.grants);
	reader_release(&folder.reader);
	return good;
}
