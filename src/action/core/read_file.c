/* read_file.c: a whole file in memory, up to a limit. */
#include "action/core/read_file.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

enum { SLURP_MOST = 1 << 30 };

static bool cannot(const char *path, const char *why, int number,
		   struct error *err)
{
	error_set(err, number == ENOENT ? ERROR_NOT_FOUND : ERROR_INVALID, NULL,
		  "%.120s: %s", path, why);
	return error_remedy(err, "name a file that can be read");
}

bool slurp(const char *path, struct buf *data, struct error *err)
{
	char block[64 * 1024];
	FILE *file = fopen(path, "rb");
	struct stat st;
	size_t n;
	int failed;

	if (!file)
		return cannot(path, strerror(errno), errno, err);
	buf_init(data, SLURP_MOST);
	/* It may hold secret values, which whoever asks wipes from data: no copy is left in
	 * stdio, here, or where data grew. */
	setvbuf(file, NULL, _IONBF, 0);
	if (fstat(fileno(file), &st) == 0 && st.st_size > 0 && st.st_size < SLURP_MOST) {
		buf_pad(data, '\0', (size_t)st.st_size + 1);
		buf_reset(data);
	}
	while ((n = fread(block, 1, sizeof(block), file)))
		buf_add(data, block, n);
	failed = ferror(file) ? errno : 0;
	explicit_bzero(block, sizeof(block));
	fclose(file);
	if (!failed && !data->overflow)
		return true;
	buf_release(data);
	return cannot(path, failed ? strerror(failed) : "is larger than 1 GiB",
		      failed, err);
}
