/* place.c: where the store lies: its folder, what kind of file it is, and
 * whether it can be written. */
#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "store/beside.h"

/* Where locks and shared memory cannot be relied on. */
static const struct {
	unsigned long magic;
	const char *name;
} networks[] = {
	{ 0x6969, "NFS" }, { 0x517b, "SMB" }, { 0xfe534d42, "SMB" },
	{ 0xff534d42, "CIFS" }, { 0x65735546, "FUSE" }, { 0x564c, "NCP" },
	{ 0x5346414f, "AFS" }, { 0x6b414653, "AFS" }, { 0x73757245, "Coda" },
	{ 0x01021997, "9P" }, { 0x00c36400, "Ceph" }, { 0x0bd00bd0, "Lustre" },
	{ 0x01161970, "GFS2" }, { 0x7461636f, "OCFS2" },
};

const char *place_network(const char *folder)
{
	struct statfs fs;

	if (statfs(folder, &fs) != 0)
		return NULL;
	for (size_t i = 0; i < COUNT_OF(networks); i++)
		if (((unsigned long)fs.f_type & 0xffffffffUL) ==
		    networks[i].magic)
			return networks[i].name;
	return NULL;
}

static bool is_local(const struct store *store, struct error *err)
{
	const char *network = place_network(store->folder);

	return !network || error_set(err, ERROR_STORE, "STORE_NETWORK_FS",
		"%s lies on a network file system: %s", store->path, network);
}

static bool missing(struct store *store, struct error *err)
{
	error_set(err, ERROR_NOT_FOUND, "STORE_MISSING",
		  "there is no workspace at %s", store->path);
	return missing_remedy(store, err);
}

bool place_refused(const struct store *store, struct error *err)
{
	if (place_full(store, errno, err))
		return false;
	return error_set(err, ERROR_STORE, "STORE_IO", "%s: %s", store->path,
			 strerror(errno));
}

void place_name(struct store *store, const char *file)
{
	store->file = file;
	store->wal = arena_printf(&store->text, "%s-wal", file);
	store->lock_name = arena_printf(&store->text, "%s.lock", file);
}

/* The folder may be reached through links; the file itself may not be one. */
bool place_find(struct store *store, const char *path, struct error *err)
{
	char *copy, *folder, *name, real[PATH_MAX];

	store->path = arena_strdup(&store->text, path);
	copy = arena_strdup(&store->text, path);
	folder = arena_strdup(&store->text, dirname(copy));
	copy = arena_strdup(&store->text, path);
	name = basename(copy);
	if (!*path || strcmp(name, "/") == 0 || strcmp(name, ".") == 0 ||
	    strcmp(name, "..") == 0)
		return error_set(err, ERROR_INVALID, NULL,
				 "\"%s\" is not the name of a file", path);
	if (!realpath(folder, real))
		return errno == ENOENT || errno == ENOTDIR ?
			missing(store, err) : place_refused(store, err);
	store->folder = arena_strdup(&store->text, real);
	store->file = arena_printf(&store->text, "%s/%s",
				   strcmp(real, "/") == 0 ? "" : real, name);
	place_name(store, store->file);
	return true;
}

static bool check_kind(struct store *store, struct error *err)
{
	if (lstat(store->file, &store->st) != 0)
		return errno == ENOENT ? missing(store, err) :
			place_refused(store, err);
	if (S_ISLNK(store->st.st_mode)) {
		error_set(err, ERROR_STORE, "STORE_LINK",
			  "%s is a symbolic link", store->path);
		return error_remedy(err, "name the file itself");
	}
	if (!S_ISREG(store->st.st_mode))
		return error_set(err, ERROR_STORE, "STORE_FOREIGN",
				 "%s is not a file", store->path);
	return true;
}

bool place_waits(const struct store *store)
{
	struct stat st;

	return stat(store->wal, &st) == 0 && st.st_size > 0;
}

/* SQLite gives -wal and -shm the mode of the store.  Those left by a reader while
 * the store could not be written would keep every writer out. */
static void let_in(const char *name)
{
	int fd = open(name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	struct stat st;

	if (fd < 0)
		return;
	if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) &&
	    st.st_uid == geteuid() && !(st.st_mode & S_IWUSR))
		(void)!fchmod(fd, 0600);
	close(fd);
}

/* Under two names it would have two -wal files, each without the other's changes. */
static bool one_name(struct store *store, struct error *err)
{
	struct stat *st = &store->st;

	if (st->st_nlink > 1 && sweep(store, store->file) > 0 &&
	    lstat(store->file, st) != 0)
		return place_refused(store, err);
	if (st->st_nlink > 1) {
		error_set(err, ERROR_STORE, "STORE_LINKS",
			  "%s has a second name (a hard link)", store->path);
		return error_remedy(err, "remove the other name: find / -xdev "
				    "-samefile %.120s", store->path);
	}
	return beside_check(store, err);
}

bool place_check(struct store *store, struct error *err)
{
	if (!check_kind(store, err))
		return false;
	if (!is_local(store, err))
		return error_remedy(err, "keep the workspace on a local disk");
	store->waits = place_waits(store);
	if (!one_name(store, err))
		return false;
	if (faccessat(AT_FDCWD, store->file, R_OK, AT_EACCESS) != 0)
		return place_refused(store, err);
	store->fixed = faccessat(AT_FDCWD, store->file, W_OK, AT_EACCESS) != 0;
	if (faccessat(AT_FDCWD, store->folder, W_OK | X_OK, AT_EACCESS) == 0) {
		if (!store->fixed) {
			let_in(store->wal);
			let_in(arena_printf(&store->text, "%s-shm",
					    store->file));
		} else if (store->st.st_uid != geteuid() && !store->waits) {
			/* What a visitor would leave beside it keeps its owner
			 * out. */
			store->immutable = true;
		}
		return true;
	}
	store->fixed = store->immutable = true;
	if (!store->waits)
		return true;
	error_set(err, ERROR_STORE, "STORE_WAL",
		  "%s-wal holds changes, but its folder cannot be written",
		  store->path);
	return error_remedy(err, "open it once as its owner, or read a backup");
}

enum store_where store_where(const struct store *store)
{
	struct stat st;

	if (lstat(store->file, &st) != 0)
		return STORE_REMOVED;
	return st.st_dev == store->st.st_dev && st.st_ino == store->st.st_ino ?
		STORE_THERE : STORE_REPLACED;
}

/* Any database: what is not ours is not ours to write either. */
static bool is_database(const char *path)
{
	static const char magic[] = "SQLite format 3";
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	char head[sizeof(magic)];
	bool is;

	if (fd < 0)
		return false;
	is = read(fd, head, sizeof(head)) == (ssize_t)sizeof(head) &&
		memcmp(head, magic, sizeof(magic)) == 0;
	close(fd);
	return is;
}

bool store_place(const char *path)
{
	size_t n = strlen(path), end;
	char stem[PATH_MAX];

	if (is_database(path))
		return true;
	for (size_t i = 0; i < COUNT_OF(beside_ends); i++) {
		end = strlen(beside_ends[i]);
		if (n <= end || n >= sizeof(stem) ||
		    strcmp(path + n - end, beside_ends[i]) != 0)
			continue;
		memcpy(stem, path, n - end);
		stem[n - end] = '\0';
		if (is_database(stem))
			return true;
	}
	return false;
}

/* All folders of the path that are missing, for their owner only. */
static void make_folders(const char *path)
{
	char part[PATH_MAX];
	size_t n = strlen(path);

	if (n >= sizeof(part))
		return;
	for (size_t i = 1; i < n; i++) {
		if (path[i] != '/')
			continue;
		memcpy(part, path, i);
		part[i] = '\0';
		if (mkdir(part, 0700) != 0 && errno != EEXIST)
			return;
	}
}

/* Changes that wait beside a store that is not there would become its own. */
static bool nothing_waits(struct store *store, struct error *err)
{
	const char *const *ends = beside_ends;
	struct stat st;

	for (size_t i = 0; i < BESIDE_SQLITE; i++) {
		if (lstat(arena_printf(&store->text, "%s%s", store->file,
				       ends[i]), &st) != 0)
			continue;
		error_set(err, ERROR_STORE, "STORE_BESIDE",
			  "%s%s was left by another store", store->path,
			  ends[i]);
		return error_remedy(err, "move it away, or name another file");
	}
	return true;
}

bool place_new(struct store *store, const char *path, struct error *err)
{
	struct stat st;

	make_folders(path);
	if (!place_find(store, path, err)) {
		if (err && err->kind == ERROR_NOT_FOUND)
			error_set(err, ERROR_STORE, "STORE_IO",
				  "%s: its folder cannot be made", path);
		return false;
	}
	if (!is_local(store, err))
		return false;
	if (lstat(store->file, &st) == 0) {
		error_set(err, ERROR_CONFLICT, "STORE_EXISTS",
			  "%s exists already", path);
		return error_remedy(err, "name another file");
	}
	if (errno != ENOENT)
		return place_refused(store, err);
	if (!store_place(store->file))
		return nothing_waits(store, err);
	error_set(err, ERROR_CONFLICT, "FILE_NOT_OURS", "%s is the name of a "
		  "file that belongs to another store", path);
	return error_remedy(err, "name another file");
}

bool place_sync(const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	bool good;

	if (fd < 0)
		return false;
	good = fsync(fd) == 0;
	close(fd);
	return good;
}
