/* write_file.c: atomic exports. */
#include "action/write_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

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

bool write_file(const char *path, const struct buf *data, bool over,
		struct error *err)
{
	struct buf name;
	struct stat st;
	bool good;
	int fd;

	if (!over && lstat(path, &st) == 0) {
		error_set(err, ERROR_CONFLICT, "FILE_EXISTS",
			  "%.200s exists already", path);
		error_field(err, "file");
		return error_remedy(err, "name another file, or say --yes to "
				    "replace it");
	}
	buf_init(&name, 8192);
	buf_printf(&name, "%s.XXXXXX", path);
	fd = name.overflow ? -1 : mkstemp(name.data);
	if (fd < 0) {
		buf_release(&name);
		return refused(path, err);
	}
	good = put_all(fd, data);
	good = close(fd) == 0 && good;
	good = good && place(name.data, path, over);
	if (!good) {
		refused(path, err);
		unlink(name.data);
	}
	buf_release(&name);
	return good;
}
