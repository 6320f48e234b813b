/* state_file.c: see state_file.h. */
#include "action/core/state_file.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "action/core/write_file.h"
#include "base/open_file.h"

enum { PATH_LIMIT = 4096 };

struct folder { const char *variable, *under; };

static const struct folder state = { "XDG_STATE_HOME", ".local/state" };
static const struct folder config = { "XDG_CONFIG_HOME", ".config" };
static const struct folder machine = { NULL, "/var/lib" };

/* False: there is no home for it. */
static bool path_of(const struct folder *folder, const char *name, struct buf *out)
{
	const char *own = folder->variable ? getenv(folder->variable) : folder->under;
	const char *home = getenv("HOME");

	if (own && own[0] == '/')
		buf_adds(out, own);
	else if (home && home[0] == '/')
		buf_printf(out, "%s/%s", home, folder->under);
	else
		return false;
	buf_printf(out, "/gatehouse/%s", name);
	return !out->overflow;
}

static bool make_folders(struct buf *path)
{
	char *s;
	bool good = true;

	for (s = path->data + 1; good && (s = strchr(s, '/')); s++) {
		*s = '\0';
		good = mkdir(path->data, 0700) == 0 || errno == EEXIST;
		*s = '/';
	}
	return good;
}

/* Plain files alone, and in one's own folders only what is one's own: another may have
 * made the folder that a variable names. */
static int open_own(const struct folder *folder, const char *path)
{
	const char *why;
	struct stat st;
	int fd = open_file(path, 0, &why);

	if (fd < 0 || !folder->variable ||
	    (fstat(fd, &st) == 0 && (st.st_uid == geteuid() || st.st_uid == 0)))
		return fd;
	close(fd);
	return -1;
}

static void read_on(int fd, struct buf *out)
{
	char part[4096];
	ssize_t n = 1;

	while (n > 0 && !out->overflow) {
		n = read(fd, part, sizeof(part));
		if (n > 0)
			buf_add(out, part, (size_t)n);
	}
}

static void read_all(const struct folder *folder, const char *name,
		     struct buf *out)
{
	struct buf path;
	int fd = -1;

	buf_init(&path, PATH_LIMIT);
	if (path_of(folder, name, &path))
		fd = open_own(folder, buf_text(&path));
	if (fd >= 0) {
		read_on(fd, out);
		close(fd);
	}
	buf_release(&path);
}

static bool write_all(const struct folder *folder, const char *name,
		      const struct buf *text)
{
	struct buf path;
	struct error err;
	bool done;

	buf_init(&path, PATH_LIMIT);
	error_clear(&err);
	done = path_of(folder, name, &path) && make_folders(&path) &&
		write_file(buf_text(&path), text, WRITE_OWN, &err);
	buf_release(&path);
	return done;
}

void statefile_read(const char *name, struct buf *out)
{
	read_all(&state, name, out);
}

bool statefile_write(const char *name, const struct buf *text)
{
	return write_all(&state, name, text);
}

void configfile_read(const char *name, struct buf *out)
{
	read_all(&config, name, out);
}

/* NULL: it may be read. */
static const char *not_mine(int fd)
{
	struct stat st;

	if (fstat(fd, &st) != 0)
		return strerror(errno);
	if (st.st_uid != geteuid() && st.st_uid != 0)
		return "is somebody else's; make it your own";
	if (st.st_mode & (S_IWGRP | S_IWOTH))
		return "may be written to by others; take that from them";
	return NULL;
}

bool configfile_by_hand(const char *name, struct buf *out, const char **why)
{
	struct buf path;
	int fd = -1;

	*why = NULL;
	buf_init(&path, PATH_LIMIT);
	if (path_of(&config, name, &path)) {
		fd = open_file(buf_text(&path), 0, why);
		if (fd < 0 && (errno == ENOENT || errno == ENOTDIR))
			*why = NULL;
	}
	buf_release(&path);
	if (fd >= 0) {
		*why = not_mine(fd);
		if (!*why)
			read_on(fd, out);
		close(fd);
	}
	if (!*why && out->overflow)
		*why = "is too large";
	else if (!*why && out->len && memchr(out->data, '\0', out->len))
		*why = "is no text";
	return !*why;
}

bool configfile_write(const char *name, const struct buf *text)
{
	return write_all(&config, name, text);
}

static const struct folder *shared(void)
{
	return access("/var/lib/gatehouse", W_OK | X_OK) == 0 ? &machine : &state;
}

void statefile_read_shared(const char *name, struct buf *out)
{
	read_all(shared(), name, out);
}

bool statefile_write_shared(const char *name, const struct buf *text)
{
	return write_all(shared(), name, text);
}
