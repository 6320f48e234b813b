/* checkpoint_file.c: the file of checkpoints: where it is, and a line more in it. */
#include "store/checkpoint_file.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/syslog_line.h"
#include "store/beside.h"

enum { LINE_LIMIT = 1 << 16 };

/* ---- which file ----------------------------------------------------------------- */

/* What another session has chosen since counts. */
static const char *chosen(struct store *store)
{
	struct error ignored;
	sqlite3_stmt *stmt = !store->db ? NULL : sql_prepare(store, &ignored,
		"SELECT checkpoints FROM origin");
	const char *path = NULL;

	if (stmt && (sql_next(store, &ignored, stmt) <= 0 ||
		     !sql_text(store, &ignored, stmt, 0, &path)))
		path = NULL;
	if (path && *path && (!store->checkpoints ||
			      strcmp(path, store->checkpoints) != 0))
		store->checkpoints = arena_strdup(&store->text, path);
	else if (!path || !*path)
		store->checkpoints = NULL;
	sqlite3_finalize(stmt);
	return store->checkpoints;
}

const char *checkpoint_path(struct store *store)
{
	const char *path = chosen(store);

	if (path)
		return path;
	if (!store->checkpoints_beside)
		store->checkpoints_beside = arena_printf(&store->text, "%s"
			CHECKPOINTS_END, store->file);
	return store->checkpoints_beside;
}

const char *store_checkpoints(struct store *store)
{
	return checkpoint_path(store);
}

bool store_checkpoints_to(struct store *store, const char *path, struct error *err)
{
	const char *was = store->checkpoints;
	int fd;

	if (!sql_do(store, err, "UPDATE origin SET checkpoints = ?1", "t",
		    path && *path ? path : NULL))
		return false;
	fd = checkpoint_open(store, err);
	if (fd >= 0)
		close(fd);
	else
		store->checkpoints = was;
	return fd >= 0;
}

void store_sign_with(struct store *store, const struct checkpoint_signing *signing)
{
	store->signs = signing != NULL;
	if (signing)
		store->signing = *signing;
}

const char *store_untold(const struct store *store)
{
	return store->untold;
}

/* ---- opening -------------------------------------------------------------------- */

static bool refused(struct store *store, const char *why, struct error *err)
{
	error_set(err, ERROR_STORE, "STORE_CHECKPOINT", "checkpoints cannot be written "
		  "to %.300s: %s", checkpoint_path(store), why);
	return error_remedy(err, "nothing is changed without one: see to that file, or "
			    "choose another: gatehouse audit checkpoint --file FILE");
}

/* Beside the store it is the store's; elsewhere whoever is trusted with it has made it,
 * and nobody else may write it. */
static const char *fault(const struct store *store, int fd)
{
	struct stat st;

	if (fstat(fd, &st) != 0)
		return strerror(errno);
	if (!S_ISREG(st.st_mode))
		return "it is no plain file";
	if (st.st_nlink > 1)
		return "it has a second name";
	if (st.st_mode & 02)
		return "everybody may write it";
	if (!store->checkpoints && st.st_uid != store->st.st_uid)
		return "it is not of the store's owner";
	return NULL;
}

int checkpoint_open(struct store *store, struct error *err)
{
	const char *path = checkpoint_path(store), *why;
	int how = O_WRONLY | O_APPEND | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;
	int fd = open(path, how);

	if (fd < 0 && errno == ENOENT) {
		fd = open(path, how | O_CREAT | O_EXCL, 0600);
		if (fd >= 0 && geteuid() == 0 && store->st.st_uid != 0 &&
		    fchown(fd, store->st.st_uid, store->st.st_gid) != 0) {
			close(fd);
			unlink(path);
			fd = -1;
		}
	}
	if (fd < 0) {
		(void)refused(store, errno == ELOOP ? "it is a symbolic link" :
			      strerror(errno), err);
		return -1;
	}
	why = fault(store, fd);
	if (!why)
		return fd;
	close(fd);
	(void)refused(store, why, err);
	return -1;
}

/* ---- appending ------------------------------------------------------------------- */

bool checkpoint_first(struct store *store, char out[STORE_HASH_HEX], struct error *err)
{
	sqlite3_stmt *stmt = sql_prepare(store, err,
					 "SELECT hash FROM events WHERE seq = 1");
	const unsigned char *hash = NULL;

	*out = '\0';
	if (stmt && sql_next(store, err, stmt) > 0)
		hash = sql_hash(stmt, 0);
	if (hash)
		sodium_bin2hex(out, STORE_HASH_HEX, hash, STORE_HASH);
	sqlite3_finalize(stmt);
	return hash != NULL;
}

/* Does the file end within a line, which a full disk or a kill has left?  Where it may not
 * be read, as far as is known. */
static bool is_torn(struct store *store)
{
	int fd = open(checkpoint_path(store), O_RDONLY | O_NOFOLLOW | O_NONBLOCK |
		      O_CLOEXEC);
	bool torn = store->untold != NULL;
	struct stat st;
	char last;

	if (fd < 0)
		return torn;
	if (fstat(fd, &st) == 0 && st.st_size == 0)
		torn = false;
	else if (pread(fd, &last, 1, st.st_size - 1) == 1)
		torn = last != '\n';
	close(fd);
	return torn;
}

static void write_line(struct store *store, int fd, const struct buf *line)
{
	struct buf out;
	ssize_t n;

	if (!store->demo)
		syslog_line(buf_text(line));
	buf_init(&out, 2 * LINE_LIMIT);
	if (is_torn(store))
		buf_addc(&out, '\n');
	buf_adds(&out, buf_text(line));
	buf_addc(&out, '\n');
	do
		n = write(fd, out.data, out.len);
	while (n < 0 && errno == EINTR);
	store->untold = n == (ssize_t)out.len ? NULL :
		arena_printf(&store->text, "%s: %s", checkpoint_path(store),
			     n >= 0 ? "the disk is full" : place_no_room(errno) ?
			     place_no_room(errno) : strerror(errno));
	buf_release(&out);
}

void checkpoint_append(struct store *store, int fd, enum checkpoint_what what,
		       const char *state, const struct event *event)
{
	char first[STORE_HASH_HEX], time[CLOCK_TEXT];
	struct checkpoint point = { .what = what, .seq = event->seq,
		.store = event->seq == 1 ? event->hash : first, .hash = event->hash,
		.state = state, .time = time, .by = event->actor,
		.verb = event->verb };
	struct error ignored;
	struct buf line;

	clock_rfc3339(event->time, time);
	if (event->seq == 1 || checkpoint_first(store, first, &ignored)) {
		buf_init(&line, LINE_LIMIT);
		checkpoint_write(&line, &point, store->signs ? &store->signing : NULL);
		write_line(store, fd, &line);
		if (what == CHECKPOINT_STATE)	/* before the file it tells of is in place */
			(void)!fsync(fd);
		buf_release(&line);
	}
	close(fd);
}

/* 1: there; 0: nothing was ever changed; -1: *err. */
static int newest(struct store *store, struct arena *arena, struct event *out,
		  struct error *err)
{
	sqlite3_stmt *stmt = sql_prepare(store, err, "SELECT seq, time, hash, actor, verb "
		"FROM events ORDER BY seq DESC LIMIT 1");
	int more = stmt ? sql_next(store, err, stmt) : -1;
	char *hash = arena_alloc(arena, STORE_HASH_HEX);

	*out = (struct event){ .hash = hash };
	if (more > 0 && (!sql_text(store, err, stmt, 3, &out->actor) ||
			 !sql_text(store, err, stmt, 4, &out->verb) ||
			 !sql_hash(stmt, 2)))
		more = -1;
	if (more > 0) {
		out->seq = sqlite3_column_int64(stmt, 0);
		out->time = sqlite3_column_int64(stmt, 1);
		sodium_bin2hex(hash, STORE_HASH_HEX, sql_hash(stmt, 2), STORE_HASH);
		out->actor = arena_strdup(arena, out->actor);
		out->verb = arena_strdup(arena, out->verb);
	}
	sqlite3_finalize(stmt);
	return more;
}

bool checkpoint_of_now(struct store *store, enum checkpoint_what what,
		       const char *state, struct error *err)
{
	struct arena arena = { 0 };
	struct event event;
	int more = newest(store, &arena, &event, err), fd = -1;

	if (more > 0)
		fd = checkpoint_open(store, err);
	if (fd >= 0)
		checkpoint_append(store, fd, what, state, &event);
	arena_release(&arena);
	return fd >= 0 || more == 0;
}

bool store_checkpoint(struct store *store, bool restored, struct error *err)
{
	if (store->reading)
		return true;
	return checkpoint_of_now(store, restored ? CHECKPOINT_RESTORED :
				 CHECKPOINT_COMMIT, NULL, err);
}
