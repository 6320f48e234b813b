/* demo_folder.c: see demo_folder.h.  What is called from a handler is safe there: no
 * memory, no stdio; readdir is neither, so that the kernel is asked. */
#include "action/scenario/demo_folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/attr.h"

enum { PATH = 512, SLOTS = 8, BLOCK = 4096 };

/* What was made, and by whom: a name proves nothing. */
struct demo_folder {
	char path[PATH];
	pid_t maker;			/* 0: there is none */
	dev_t device;
	ino_t inode;
	int held;			/* locked as long as its maker lives */
};

static const char start[] = "gatehouse-demo-";
static const char mark[] = ".gatehouse-demo";	/* in it: it is one of ours */

static struct demo_folder slots[SLOTS];
static const int ends[] = {
	SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL
};

/* As the kernel gives it. */
struct entry {
	uint64_t inode;
	int64_t offset;
	unsigned short size;
	unsigned char type;
	char name[];
};

static void unlink_all(int fd)
{
	_Alignas(8) char block[BLOCK];
	const struct entry *entry;
	long n, at;

	while ((n = syscall(SYS_getdents64, fd, block, sizeof(block))) > 0)
		for (at = 0; at < n; at += entry->size) {
			entry = (const struct entry *)(const void *)(block + at);
			if (strcmp(entry->name, ".") != 0 && strcmp(entry->name, "..") != 0)
				unlinkat(fd, entry->name, 0);
		}
}

/* Emptied through the descriptor that was looked at, not through the name. */
static void sweep(struct demo_folder *folder)
{
	struct stat st;
	int fd;

	if (folder->maker != getpid())
		return;
	folder->maker = 0;
	close(folder->held);
	fd = open(folder->path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (fd < 0)
		return;
	if (fstat(fd, &st) == 0 && st.st_dev == folder->device &&
	    st.st_ino == folder->inode) {
		unlink_all(fd);
		rmdir(folder->path);
	}
	close(fd);
}

void demo_folder_sweep(void)
{
	size_t i;

	for (i = 0; i < SLOTS; i++)
		sweep(&slots[i]);
}

static void on_end(int sig)
{
	struct sigaction plain = { .sa_handler = SIG_DFL };
	sigset_t only;

	demo_folder_sweep();
	sigaction(sig, &plain, NULL);
	raise(sig);
	sigemptyset(&only);
	sigaddset(&only, sig);
	sigprocmask(SIG_UNBLOCK, &only, NULL);
}

/* Where the program has a handler of its own, that one calls demo_folder_sweep. */
static void watch(void)
{
	struct sigaction ours = { .sa_handler = on_end, .sa_flags = SA_ONSTACK }, now;
	size_t i;

	for (i = 0; i < COUNT_OF(ends); i++)
		if (sigaction(ends[i], NULL, &now) == 0 && now.sa_handler == SIG_DFL)
			sigaction(ends[i], &ours, NULL);
}

static struct demo_folder *free_slot(struct app *app)
{
	size_t i = 0;

	while (i < SLOTS && slots[i].maker)
		i++;
	return i < SLOTS ? &slots[i] : arena_alloc(&app->arena, sizeof(slots[0]));
}

/* ---- of those that were killed --------------------------------------------------------- */

/* The name proves nothing, but with the mark. */
static bool is_marked(int fd)
{
	struct stat st;

	return fstatat(fd, mark, &st, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(st.st_mode) &&
		st.st_size == 0 && st.st_uid == geteuid();
}

/* One's own, and nobody holds it any more. */
static void sweep_stale(int base, const char *name)
{
	int fd = openat(base, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	struct stat st;

	if (fd < 0)
		return;
	if (fstat(fd, &st) == 0 && st.st_uid == geteuid() && (st.st_mode & 07777) == 0700 &&
	    is_marked(fd) && flock(fd, LOCK_EX | LOCK_NB) == 0) {
		unlink_all(fd);
		unlinkat(base, name, AT_REMOVEDIR);
	}
	close(fd);
}

/* SIGKILL and the loss of power leave theirs. */
static void sweep_all_stale(const char *base)
{
	DIR *dir = opendir(base);
	const struct dirent *entry;

	while (dir && (entry = readdir(dir)))
		if (strlen(entry->d_name) == sizeof(start) - 1 + 6 &&
		    strncmp(entry->d_name, start, sizeof(start) - 1) == 0)
			sweep_stale(dirfd(dir), entry->d_name);
	if (dir)
		closedir(dir);
}

/* Marked once it is held: nobody sweeps it in between. */
static bool hold(struct demo_folder *folder)
{
	struct stat st;
	int fd;

	folder->held = open(folder->path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (folder->held < 0)
		return false;
	if (flock(folder->held, LOCK_EX) == 0 && fstat(folder->held, &st) == 0 &&
	    (fd = openat(folder->held, mark, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
			 0600)) >= 0) {
		close(fd);
		folder->device = st.st_dev;
		folder->inode = st.st_ino;
		return true;
	}
	close(folder->held);
	return false;
}

static bool make(struct demo_folder *folder, const char *base)
{
	snprintf(folder->path, sizeof(folder->path), "%s/%sXXXXXX", base, start);
	if (!mkdtemp(folder->path))
		return false;
	if (hold(folder))
		return true;
	rmdir(folder->path);
	return false;
}

const char *demo_folder_make(struct app *app, struct error *err)
{
	const char *base = getenv("TMPDIR");
	struct demo_folder *folder = free_slot(app);

	if (!base || *base != '/' || strlen(base) >= PATH / 2)
		base = "/tmp";
	sweep_all_stale(base);
	if (!make(folder, base)) {
		error_set(err, ERROR_STORE, "STORE_BUSY",
			  "no temporary folder can be made: %s", strerror(errno));
		error_remedy(err, "set TMPDIR to a folder that can be written");
		return NULL;
	}
	folder->maker = getpid();
	app->folder = folder;
	watch();
	return folder->path;
}

void demo_folder_remove(struct app *app)
{
	if (app->folder)
		sweep(app->folder);
	app->folder = NULL;
}
