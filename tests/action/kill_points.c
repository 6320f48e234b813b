/* kill_points.c: the calls of libc by which files change, taken over for this
 * program and the libraries it loads.  No libc header declares them here: their
 * own wrappers must not come in between. */
#include "tests/action/kill_points.h"

#include <stddef.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <sys/types.h>

#define TAKEN __attribute__((visibility("default"), used))

long syscall(long number, ...);
void _exit(int status) __attribute__((noreturn));

ssize_t write(int fd, const void *data, size_t n);
ssize_t pwrite(int fd, const void *data, size_t n, off_t at);
ssize_t pwrite64(int fd, const void *data, size_t n, off_t at);
int ftruncate(int fd, off_t size);
int ftruncate64(int fd, off_t size);
int fsync(int fd);
int fdatasync(int fd);
int unlink(const char *path);
int unlinkat(int fd, const char *path, int flags);
int link(const char *from, const char *to);
int rename(const char *from, const char *to);
int renameat2(int from_fd, const char *from, int to_fd, const char *to,
	      unsigned flags);

static struct {
	long calls, at;
	bool counting, torn;
	long lost_at;
} points;

void lose_disk_at(long at)
{
	points.calls = 0;
	points.at = 0;
	points.lost_at = at;
	points.counting = true;
}

/* The calls are counted already. */
static int confirm(void)
{
	return points.lost_at && points.calls >= points.lost_at ? -1 : 0;
}

void kill_at(long at, bool torn)
{
	points.calls = 0;
	points.at = at;
	points.torn = torn;
	points.counting = true;
}

long kill_points(void)
{
	return points.calls;
}

static bool now(void)
{
	return points.counting && ++points.calls == points.at;
}

static void point(void)
{
	if (now())
		_exit(KILLED);
}

static ssize_t put(long call, int fd, const void *data, size_t n, off_t at)
{
	if (fd > 2 && now()) {
		if (points.torn)
			syscall(call, fd, data, n / 2, at);
		_exit(KILLED);
	}
	return syscall(call, fd, data, n, at);
}

TAKEN ssize_t write(int fd, const void *data, size_t n)
{
	return put(SYS_write, fd, data, n, 0);
}

TAKEN ssize_t pwrite(int fd, const void *data, size_t n, off_t at)
{
	return put(SYS_pwrite64, fd, data, n, at);
}

TAKEN ssize_t pwrite64(int fd, const void *data, size_t n, off_t at)
{
	return put(SYS_pwrite64, fd, data, n, at);
}

TAKEN int ftruncate(int fd, off_t size)
{
	point();
	return (int)syscall(SYS_ftruncate, fd, size);
}

TAKEN int ftruncate64(int fd, off_t size)
{
	point();
	return (int)syscall(SYS_ftruncate, fd, size);
}

/* A killed process loses nothing that was written: no need to wait for disks. */
TAKEN int fsync(int fd)
{
	(void)fd;
	point();
	return confirm();
}

TAKEN int fdatasync(int fd)
{
	(void)fd;
	point();
	return confirm();
}

TAKEN int unlink(const char *path)
{
	point();
	return (int)syscall(SYS_unlinkat, -100, path, 0);
}

TAKEN int unlinkat(int fd, const char *path, int flags)
{
	point();
	return (int)syscall(SYS_unlinkat, fd, path, flags);
}

TAKEN int link(const char *from, const char *to)
{
	point();
	return (int)syscall(SYS_linkat, -100, from, -100, to, 0);
}

TAKEN int rename(const char *from, const char *to)
{
	point();
	return (int)syscall(SYS_renameat2, -100, from, -100, to, 0);
}

TAKEN int renameat2(int from_fd, const char *from, int to_fd, const char *to,
		    unsigned flags)
{
	point();
	return (int)syscall(SYS_renameat2, from_fd, from, to_fd, to, flags);
}
