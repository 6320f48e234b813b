/* open_file_test.c: nothing that is opened to be read makes anybody wait. */
#include "tests/expect.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/open_file.h"

static char folder[64];

static const char *in(const char *name)
{
	static char path[128];

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	return path;
}

static void begin(void)
{
	snprintf(folder, sizeof(folder), "/tmp/gatehouse-open-XXXXXX");
	assert_non_null(mkdtemp(folder));
}

static void refused(const char *path, int flags, int number, const char *part)
{
	const char *why = "";
	int fd = open_file(path, flags, &why);

	assert_int_equal(fd, -1);
	assert_int_equal(errno, number);
	if (!strstr(why, part))
		fail_msg("%s: %s, not %s", path, why, part);
}

/* What a command would be waited for with, for ever. */
TEST(a_pipe_that_lies_there_is_not_waited_for)
{
	begin();
	assert_int_equal(mkfifo(in("pipe"), 0600), 0);
	refused(in("pipe"), 0, EINVAL, "is no plain file");
	unlink(in("pipe"));
	rmdir(folder);
}

TEST(what_has_no_end_is_not_begun)
{
	begin();
	refused("/dev/zero", 0, EINVAL, "is no plain file");
	assert_int_equal(symlink("/dev/zero", in("link")), 0);
	refused(in("link"), 0, EINVAL, "is no plain file");
	refused(in("link"), O_NOFOLLOW, ELOOP, "symbolic link");
	refused(folder, 0, EISDIR, "directory");
	refused(in("none"), 0, ENOENT, "No such file");
	unlink(in("link"));
	rmdir(folder);
}

TEST(a_socket_is_no_file)
{
	struct sockaddr_un at = { .sun_family = AF_UNIX };
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);

	begin();
	snprintf(at.sun_path, sizeof(at.sun_path), "%s/socket", folder);
	assert_int_equal(bind(fd, (struct sockaddr *)&at, sizeof(at)), 0);
	refused(at.sun_path, 0, EINVAL, "is no plain file");
	close(fd);
	unlink(at.sun_path);
	rmdir(folder);
}

TEST(a_plain_file_is_opened)
{
	char text[8] = "";
	const char *why;
	int fd;

	begin();
	fd = open(in("file"), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
	assert_int_equal(write(fd, "plain", 5), 5);
	close(fd);
	fd = open_file(in("file"), O_NOFOLLOW, &why);
	assert_true(fd >= 0);
	assert_int_equal(read(fd, text, sizeof(text)), 5);
	assert_int_equal(fcntl(fd, F_GETFD) & FD_CLOEXEC, FD_CLOEXEC);
	close(fd);
	unlink(in("file"));
	rmdir(folder);
}

/* As by the shell's <(command): read to its end, however slowly that comes. */
TEST(a_pipe_that_was_handed_over_is_read)
{
	char path[32], text[8] = "";
	const char *why;
	int ends[2], fd;

	assert_int_equal(pipe(ends), 0);
	snprintf(path, sizeof(path), "/dev/fd/%d", ends[0]);
	fd = open_file(path, 0, &why);
	assert_true(fd >= 0);
	assert_int_equal(fcntl(fd, F_GETFL) & O_NONBLOCK, 0);
	assert_int_equal(write(ends[1], "piped", 5), 5);
	close(ends[1]);
	assert_int_equal(read(fd, text, sizeof(text)), 5);
	assert_int_equal(read(fd, text, sizeof(text)), 0);
	close(fd);
	close(ends[0]);
}

RUN(CASE(a_pipe_that_lies_there_is_not_waited_for),
    CASE(what_has_no_end_is_not_begun),
    CASE(a_socket_is_no_file),
    CASE(a_plain_file_is_opened),
    CASE(a_pipe_that_was_handed_over_is_read))
