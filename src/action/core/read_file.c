/* read_file.c: a whole file in memory, up to a limit. */
#include "action/core/read_file.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/open_file.h"

enum { SLURP_MOST = 1 << 30 };

static const char too_large[] = "is larger than 1 GiB";

static bool cannot(const char *path, const char *why, int number,
		   struct error *err)
{
	error_set(err, number == ENOENT ? ERROR_NOT_FOUND : ERROR_INVALID, NULL,
		  "%.120s: %s", path, why);
	return error_remedy(err, "name a file that can be read");
}

static FILE *open_plain(const char *path, int64_t *size, struct error *err)
{
	const char *why;
	int fd = open_file(path, 0, &why);
	FILE *file = fd < 0 ? NULL : fdopen(fd, "rb");
	struct stat st;

	if (!file) {
		cannot(path, fd < 0 ? why : strerror(errno), errno, err);
		if (fd >= 0)
			close(fd);
		return NULL;
	}
	*size = fstat(fd, &st) == 0 ? st.st_size : 0;
	if (*size < SLURP_MOST)
		return file;
	cannot(path, too_large, 0, err);
	fclose(file);
	return NULL;
}

bool slurp(const char *path, struct buf *data, struct error *err)
{
	char block[64 * 1024];
	int64_t size;
	FILE *file = open_plain(path, &size, err);
	size_t n;
	int failed;

	if (!file)
		return false;
	buf_init(data, SLURP_MOST);
	/* It may hold secret values, which whoever asks wipes from data: no copy is left in
	 * stdio, here, or where data grew. */
	setvbuf(file, NULL, _IONBF, 0);
	if (size > 0) {
		buf_pad(data, '\0', (size_t)size + 1);
		buf_reset(data);
	}
	/* It may grow meanwhile, without an end. */
	while (!data->overflow && (n = fread(block, 1, sizeof(block), file)))
		buf_add(data, block, n);
	failed = ferror(file) ? errno : 0;
	explicit_bzero(block, sizeof(block));
	fclose(file);
	if (!failed && !data->overflow)
		return true;
	buf_wipe(data);
	return cannot(path, failed ? strerror(failed) : too_large, failed, err);
}
