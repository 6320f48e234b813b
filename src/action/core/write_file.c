/* write_file.c: atomic exports. */
#include "action/core/write_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/store.h"

enum { HEAD_MOST = 2048 };	/* bytes of the two lines: they may name a file */

static bool put_all(int fd, const struct buf *data)
{
	size_t at = 0;

	while (at < data->len) {
		ssize_t n = write(fd, data->data + at, data->len - at);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		at += (size_t)n;
	}
	return fsync(fd) == 0;
}

static bool refused(const char *path, struct error *err)
{
	const char *why = strerror(errno);

	error_set(err, ERROR_INVALID, "FILE", "%.200s cannot be written: %s",
		  path, why);
	return error_field(err, "file");
}

/* link() refuses to replace, rename() does not. */
static bool place(const char *from, const char *path, bool over)
{
	if (over)
		return rename(from, path) == 0;
	if (link(from, path) != 0)
		return false;
	unlink(from);
	return true;
}

static bool not_ours(const char *path, const char *why, struct error *err)
{
	error_set(err, ERROR_CONFLICT, "FILE_NOT_OURS", "%.200s %s", path, why);
	error_field(err, "file");
	return error_remedy(err, "name another file");
}

/* The first two lines of an export name its format. */
static size_t head_of(const struct buf *data)
{
	size_t i, lines = 0;

	for (i = 0; i < data->len && lines < 2; i++)
		lines += data->data[i] == '\n';
	return i;
}

static bool begins_alike(const char *path, const struct buf *data)
{
	int fd = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	char part[HEAD_MOST];
	size_t head = head_of(data);
	ssize_t n;

	if (fd < 0)
		return false;
	n = read(fd, part, sizeof(part));
	close(fd);
	return head > 0 && head <= sizeof(part) && n >= (ssize_t)head &&
		memcmp(part, data->data, head) == 0;
}

/* May the name be taken, and what stands there be replaced?  Whoever asks. */
static bool may_stand(const char *path, const struct buf *data,
		      enum write_over over, struct error *err)
{
	struct stat st;

	if (store_place(path))
		return not_ours(path, "is a store, or belongs to one", err);
	if (lstat(path, &st) != 0)
		return true;
	if (!S_ISREG(st.st_mode))
		return not_ours(path, S_ISLNK(st.st_mode) ?
				"is a symbolic link" : "is no plain file", err);
	if (st.st_uid != geteuid())
		return not_ours(path, "belongs to somebody else", err);
	if (st.st_nlink > 1)
		return not_ours(path, "has further names (hard links)", err);
	if (over == WRITE_AGAIN && !begins_alike(path, data))
		return not_ours(path, "is no earlier export: it is kept", err);
	if (over != WRITE_NEW)
		return true;
	error_set(err, ERROR_CONFLICT, "FILE_EXISTS", "%.200s exists already",
		  path);
	error_field(err, "file");
	return error_remedy(err, "name another file, or say --yes to replace "
			    "an earlier export");
}

bool write_file_may(const char *path, const struct buf *data, enum write_over over,
		    struct error *err)
{
	const char *slash = strrchr(path, '/');
	struct buf folder;
	bool good;

	if (!may_stand(path, data, over, err))
		return false;
	buf_init(&folder, 8192);
	if (slash)
		buf_add(&folder, path, (size_t)(slash - path) + 1);
	good = faccessat(AT_FDCWD, slash ? buf_text(&folder) : ".", W_OK | X_OK,
			 AT_EACCESS) == 0 || refused(path, err);
	buf_release(&folder);
	return good;
}

bool write_file_new(const char *path, struct error *err)
{
	return write_file_may(path, NULL, WRITE_NEW, err);
}

bool write_file_beside(const char *path, const struct buf *data, enum write_over over,
		       struct buf *beside, struct error *err)
{
	bool good;
	int fd;

	if (!may_stand(path, data, over, err))
		return false;
	buf_printf(beside, "%s.XXXXXX", path);
	fd = beside->overflow ? -1 : mkstemp(beside->data);
	if (fd < 0)
		return refused(path, err);
	good = put_all(fd, data);
	good = close(fd) == 0 && good;
	if (!good) {
		refused(path, err);
		unlink(beside->data);
	}
	return good;
}

bool write_file_place(const char *beside, const char *path, enum write_over over,
		      struct error *err)
{
	return place(beside, path, over != WRITE_NEW) || refused(path, err);
}

bool write_file(const char *path, const struct buf *data, enum write_over over,
		struct error *err)
{
	struct buf beside;
	bool good;

	buf_init(&beside, 8192);
	good = write_file_beside(path, data, over, &beside, err);
	if (good && !write_file_place(beside.data, path, over, err)) {
		unlink(beside.data);
		good = false;
	}
	buf_release(&beside);
	return good;
}
