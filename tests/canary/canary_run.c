/* canary_run.c: the program's command line run in this process, and what it says. */
#include "tests/canary/canary.h"

#include <fcntl.h>
#include <ftw.h>
#include <sys/mman.h>
#include <unistd.h>

#include "cli/cli.h"

static char nest_path[64];
static pid_t nest_owner;

static int remove_one(const char *path, const struct stat *info, int type,
		      struct FTW *ftw)
{
	(void)info;
	(void)type;
	(void)ftw;
	return remove(path);
}

static void remove_nest(void)
{
	if (getpid() == nest_owner)
		nftw(nest_path, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

FILE *report_file(void)
{
	static FILE *file;
	const char *path = getenv("CANARY_REPORT");

	if (!file)
		file = path ? fopen(path, "a") : stderr;
	return file;
}

const char *nest(const char *name)
{
	static char path[8][200];
	static unsigned at;

	if (!nest_path[0]) {
		snprintf(nest_path, sizeof(nest_path), "/tmp/canary-XXXXXX");
		assert_non_null(mkdtemp(nest_path));
		nest_owner = getpid();
		atexit(remove_nest);
		setenv("HOME", nest_path, 1);
		setenv("TMPDIR", nest_path, 1);
		setenv("TZ", "UTC", 1);
		setenv("LC_ALL", "C.UTF-8", 1);
		unsetenv("XDG_DATA_HOME");
		unsetenv("XDG_STATE_HOME");
		unsetenv("GATEHOUSE_STORE");
	}
	at = (at + 1) % 8;
	snprintf(path[at], sizeof(path[at]), "%s/%s", nest_path, name);
	return path[at];
}

static int keep_fd = -1, keep_out, keep_err;

static void listen_begin(void)
{
	static bool nothing_typed;
	int null;

	fflush(stdout);
	fflush(stderr);
	if (!nothing_typed) {
		null = open("/dev/null", O_RDONLY);
		dup2(null, 0);
		close(null);
		nothing_typed = true;
	}
	if (keep_fd < 0)
		keep_fd = memfd_create("canary", MFD_CLOEXEC);
	assert_true(keep_fd >= 0);
	assert_int_equal(ftruncate(keep_fd, 0), 0);
	lseek(keep_fd, 0, SEEK_SET);
	keep_out = fcntl(1, F_DUPFD_CLOEXEC, 10);
	keep_err = fcntl(2, F_DUPFD_CLOEXEC, 10);
	dup2(keep_fd, 1);
	dup2(keep_fd, 2);
}

static void listen_end(struct said *said)
{
	ssize_t got;

	fflush(stdout);
	fflush(stderr);
	dup2(keep_out, 1);
	dup2(keep_err, 2);
	close(keep_out);
	close(keep_err);
	said->n = (size_t)lseek(keep_fd, 0, SEEK_END);
	if (said->n + 1 > said->cap) {
		said->cap = said->n + 65536;
		said->text = realloc(said->text, said->cap);
		assert_non_null(said->text);
	}
	got = pread(keep_fd, said->text, said->n, 0);
	assert_int_equal(got, said->n);
	said->text[said->n] = '\0';
}

void run_line(struct said *said, const char *store, const char *as,
	      const struct line *line)
{
	char *argv[LINE_WORDS + 8];
	int argc = 0, i;

	assert_true(nest_path[0]);
#define WORD(text) (argv[argc++] = (char *)(uintptr_t)(text))
	WORD("gatehouse");
	WORD("--store");
	WORD(store);
	if (as) {
		WORD("--as");
		WORD(as);
	}
	for (i = 0; i < line->n; i++)
		WORD(line->v[i]);
	argv[argc] = NULL;
	listen_begin();
	said->status = cli_run(argc, argv, NULL);
	listen_end(said);
}

void file_get(const char *path, struct said *bytes)
{
	FILE *file = fopen(path, "r");
	long n;

	assert_non_null(file);
	assert_int_equal(fseek(file, 0, SEEK_END), 0);
	n = ftell(file);
	assert_true(n > 0);
	rewind(file);
	bytes->n = (size_t)n;
	bytes->text = malloc(bytes->n);
	assert_non_null(bytes->text);
	assert_int_equal(fread(bytes->text, 1, bytes->n, file), bytes->n);
	fclose(file);
}

void file_put(const char *path, const struct said *bytes)
{
	static const char *const beside[] = { "-wal", "-shm", ".checkpoints" };
	char name[300];
	FILE *file;
	int i;

	for (i = 0; i < 3; i++) {
		snprintf(name, sizeof(name), "%s%s", path, beside[i]);
		unlink(name);
	}
	file = fopen(path, "w");
	assert_non_null(file);
	assert_int_equal(fwrite(bytes->text, 1, bytes->n, file), bytes->n);
	assert_int_equal(fclose(file), 0);
}
