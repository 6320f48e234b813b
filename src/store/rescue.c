/* rescue.c: the way out of a store that is damaged, foreign or gone. */
#include <dirent.h>
#include <string.h>
#include <sys/stat.h>

#include "store/store_priv.h"

enum { MOST_PATH = 36 };

/* NAME.backup- and a time, with nothing behind it: no -wal or .lock of a backup that
 * somebody looked at, and none that is only being made. */
static bool is_backup(const char *entry, const char *name)
{
	static const char mark[] = ".backup-";
	size_t n = strlen(name);

	if (strncmp(entry, name, n) != 0 ||
	    strncmp(entry + n, mark, sizeof(mark) - 1) != 0)
		return false;
	entry += n + sizeof(mark) - 1;
	return *entry && !entry[strspn(entry, "0123456789-TZ")];
}

/* Their names end in a time: the last in order is the newest. */
static const char *newest_backup(struct store *store)
{
	const char *name = strrchr(store->file, '/') + 1;
	const char *newest = NULL;
	struct dirent *entry;
	DIR *dir = opendir(store->folder);

	while (dir && (entry = readdir(dir)))
		if (is_backup(entry->d_name, name) &&
		    (!newest || strcmp(entry->d_name, newest) > 0))
			newest = arena_strdup(&store->text, entry->d_name);
	if (dir)
		closedir(dir);
	return newest;
}

/* Its changes go with it: beside a new store they would become its own. */
bool damaged_remedy(struct store *store, struct error *err)
{
	const char *slash, *dir = "", *file, *backup;
	struct stat st;

	if (!store->file)
		return error_remedy(err, "move it away and restore a backup");
	slash = strrchr(store->path, '/');
	file = slash ? slash + 1 : store->path;
	if (slash && strlen(store->path) < MOST_PATH) {
		dir = arena_strndup(&store->text, store->path,
				    (size_t)(slash + 1 - store->path));
		file = store->path;
	}
	backup = newest_backup(store);
	if (!backup)
		dir = "";
	return error_remedy(err, "%smv %s %s.bad; %sgatehouse --store %s "
		"workspace restore %s%s",
		slash && file != store->path ? "in its folder: " : "", file,
		file, lstat(store->wal, &st) == 0 && st.st_size > 0 ?
		arena_printf(&store->text, "mv %s-wal %s.bad-wal; ", file,
			     file) : "",
		file, dir, backup ? backup : "BACKUP");
}

/* Where backups of it lie beside it, it was a workspace once. */
bool foreign_remedy(struct store *store, struct error *err)
{
	if (store->file && newest_backup(store))
		return damaged_remedy(store, err);
	return error_remedy(err, "name another file with --store");
}

/* Moved away, as the way out of damage begins: the rest of that way. */
bool missing_remedy(struct store *store, struct error *err)
{
	const char *backup = store->file ? newest_backup(store) : NULL;
	const char *slash = strrchr(store->path, '/');

	if (!backup)
		return error_remedy(err, "gatehouse --store FILE workspace init "
				    "--name N --plan P --admin EMAIL makes one");
	return error_remedy(err, "%sgatehouse --store %s workspace restore %s",
			    slash ? "in its folder: " : "",
			    slash ? slash + 1 : store->path, backup);
}
