/* lock.c: rule W1: the lock file beside the store, held by every writer for its
 * transaction and by every checkpoint.  SQLite's own locks do not close the
 * window in which a checkpoint and a writer may spoil the -wal file. */
#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "store/store_priv.h"

enum { LOCK_PAUSE = 5 /* ms */ };

/* The person behind this process, also where all share one Unix user. */
static uid_t login_uid(const struct store *store)
{
	const char *sudo = getenv("SUDO_UID");
	unsigned long uid = UINT32_MAX;
	FILE *file = fopen("/proc/self/loginuid", "re");

	if (file) {
		if (fscanf(file, "%lu", &uid) != 1)
			uid = UINT32_MAX;
		fclose(file);
	}
	if (uid == UINT32_MAX && sudo && *sudo &&
	    (getuid() == 0 || getuid() == store->st.st_uid))
		uid = strtoul(sudo, NULL, 10);
	return uid == UINT32_MAX ? getuid() : (uid_t)uid;
}

static void make_holder(struct store *store)
{
	uid_t uid = login_uid(store);
	const struct passwd *who = getpwuid(uid);

	if (who)
		snprintf(store->holder, sizeof(store->holder), "%ld %.64s\n",
			 (long)getpid(), who->pw_name);
	else
		snprintf(store->holder, sizeof(store->holder), "%ld uid %lu\n",
			 (long)getpid(), (unsigned long)uid);
}

/* Only a help for people: that it fails changes nothing. */
static void write_holder(struct store *store, int fd)
{
	ssize_t n;

	if (!*store->holder)
		make_holder(store);
	n = (ssize_t)strlen(store->holder);
	if (pwrite(fd, store->holder, (size_t)n, 0) == n &&
	    ftruncate(fd, n) != 0)
		return;
}

static bool busy(struct store *store, int fd, struct error *err)
{
	char line[STORE_HOLDER];
	ssize_t n = pread(fd, line, sizeof(line) - 1, 0);
	size_t len = 0, pid;

	while (n > 0 && len < (size_t)n && line[len] >= ' ' && line[len] <= '~')
		len++;
	line[len] = '\0';
	pid = strspn(line, "0123456789");
	if (pid > 0 && line[pid] == ' ')
		error_set(err, ERROR_STORE, "STORE_BUSY",
			  "busy: held by pid %.*s (%s)", (int)pid, line,
			  line + pid + 1);
	else
		error_set(err, ERROR_STORE, "STORE_BUSY",
			  "busy: %s is held by another process", store->path);
	return error_remedy(err, "try again in a moment");
}

/* Made by root it belongs to the store's owner, as SQLite does with its files. */
static int make_lock(struct store *store)
{
	int fd = open(store->lock_name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC |
		      O_NOFOLLOW, 0600);

	if (fd >= 0 && geteuid() == 0 && store->st.st_uid != 0 &&
	    fchown(fd, store->st.st_uid, store->st.st_gid) != 0) {
		unlink(store->lock_name);
		close(fd);
		return -1;
	}
	return fd;
}

static int open_lock(struct store *store, struct error *err)
{
	struct stat st;
	int fd;

	do {
		fd = open(store->lock_name, O_RDWR | O_CLOEXEC | O_NOFOLLOW |
			  O_NONBLOCK);
		if (fd < 0 && errno == ENOENT)
			fd = make_lock(store);
	} while (fd < 0 && errno == EEXIST);
	if (fd < 0) {
		if (!place_full(store, errno, err))
			error_set(err, ERROR_STORE, "STORE_IO", "%s.lock: %s",
				  store->path, strerror(errno));
		return fd;
	}
	if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_nlink <= 1 &&
	    st.st_uid == store->st.st_uid)
		return fd;
	close(fd);
	error_set(err, ERROR_STORE, "STORE_BESIDE",
		  "%s.lock is not of this store", store->path);
	error_remedy(err, "find out who put it there, then move it away");
	return -1;
}

/* A lock on a file that somebody has removed locks nothing. */
static bool is_in_place(struct store *store, int fd)
{
	struct stat ours, there;

	return fstat(fd, &ours) == 0 && stat(store->lock_name, &there) == 0 &&
		ours.st_dev == there.st_dev && ours.st_ino == there.st_ino;
}

static int64_t now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

bool lock_take(struct store *store, int wait, struct error *err)
{
	const struct timespec pause = { 0, LOCK_PAUSE * 1000000L };
	int64_t until = now_ms() + wait;
	int fd = open_lock(store, err);

	while (fd >= 0) {
		if (flock(fd, LOCK_EX | LOCK_NB) == 0) {
			if (is_in_place(store, fd))
				break;
			close(fd);
			fd = open_lock(store, err);
			continue;
		}
		if (errno != EWOULDBLOCK && errno != EINTR) {
			error_set(err, ERROR_STORE, "STORE_IO", "%s.lock: %s",
				  store->path, strerror(errno));
			close(fd);
			return false;
		}
		if (now_ms() >= until) {
			busy(store, fd, err);
			close(fd);
			return false;
		}
		nanosleep(&pause, NULL);
	}
	store->lock = fd;
	if (fd >= 0)
		write_holder(store, fd);
	return fd >= 0;
}

void lock_drop(struct store *store)
{
	if (store->lock >= 0)
		close(store->lock);
	store->lock = -1;
}
