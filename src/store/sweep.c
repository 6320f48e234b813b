/* sweep.c: what the makers of a store leave, or have left when they were killed. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "store/beside.h"

static void remove_all(int folder, const char *name)
{
	char path[PATH_MAX];

	unlinkat(folder, name, 0);
	for (size_t i = 0; i < COUNT_OF(beside_ends); i++)
		if (snprintf(path, sizeof(path), "%s%s", name, beside_ends[i]) <
		    (int)sizeof(path))
			unlinkat(folder, path, 0);
}

/* Its maker is gone, and holds it no more. */
static bool is_left(int folder, const char *name, long pid)
{
	int fd;
	bool left;

	if (pid <= 0 || kill((pid_t)pid, 0) == 0 || errno != ESRCH)
		return false;
	fd = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	if (fd < 0)
		return false;
	left = flock(fd, LOCK_EX | LOCK_NB) == 0;
	close(fd);
	return left;
}

/* The pid in NAME.new-PID-XXXXXX; 0: another name. */
static long maker_of(const char *entry, const char *name)
{
	size_t n = strlen(name);
	const char *rest;
	char *end;
	long pid;

	if (strncmp(entry, name, n) != 0 ||
	    strncmp(entry + n, MAKING, strlen(MAKING)) != 0)
		return 0;
	rest = entry + n + strlen(MAKING);
	pid = strtol(rest, &end, 10);
	return end != rest && *end == '-' && strlen(end) == 7 ? pid : 0;
}

size_t sweep(const struct store *store, const char *file)
{
	const char *name = strrchr(file, '/') + 1;
	DIR *dir = opendir(store->folder);
	struct dirent *entry;
	size_t n = 0;

	while (dir && (entry = readdir(dir))) {
		if (!is_left(dirfd(dir), entry->d_name,
			     maker_of(entry->d_name, name)))
			continue;
		remove_all(dirfd(dir), entry->d_name);
		n++;
	}
	if (dir)
		closedir(dir);
	return n;
}

void making_drop(struct store *store)
{
	if (store->making < 0)
		return;
	remove_all(AT_FDCWD, store->file);
	close(store->making);
	store->making = -1;
}
