/* secrets_test.c: forty planted values and the passphrase, after all that a console and a
 * command line do with them: in no file but sealed, in nothing that a terminal got but a
 * reveal, in no memory once the vault is locked. */
#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/attr.h"
#include "tests/torture/torture.h"
#include "tests/tty/console.h"

#define WORDS "ada keeps seven goats"

enum { VALUES = 40, VALUE = 24, PASSPHRASE_AT = 7, VALUE_AT = 8 };

static char value[VALUES + 1][VALUE + 1];	/* and the passphrase */
static struct losses tally;
static const char *where;

/* ---- looking ------------------------------------------------------------------------- */

static bool is_at(const char *bytes, size_t n, size_t at, const char *word, size_t step)
{
	size_t i, len = strlen(word);

	if (at + (len - 1) * step >= n)
		return false;
	for (i = 0; i < len; i++)
		if (bytes[at + i * step] != word[i])
			return false;
	return true;
}

/* As text, and a letter in each cell of any size. */
static void look_in(const char *bytes, size_t n)
{
	static const size_t step[] = { 1, 2, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 48, 56, 64 };
	const char *at;
	size_t i, s;

	for (i = 0; i <= VALUES; i++)
		for (at = bytes; (at = memchr(at, value[i][0], n - (size_t)(at - bytes)));
		     at++)
			for (s = 0; s < COUNT_OF(step); s++)
				if (is_at(bytes, n, (size_t)(at - bytes), value[i], step[s]))
					loss(&tally, "%s holds %s, a letter in %zu bytes", where,
					     i == VALUES ? "the passphrase" : "a value",
					     step[s]);
	tally.rounds++;
}

static int look_in_file(const char *path, const struct stat *st, int kind, struct FTW *ftw)
{
	size_t n;
	char *bytes;

	(void)st;
	(void)ftw;
	/* Copies of the program are large and know nothing. */
	if (kind != FTW_F || strcmp(strrchr(path, '/'), "/gatehouse") == 0)
		return 0;
	bytes = read_file(path, &n);
	where = path;
	if (n)
		look_in(bytes, n);
	tally.faults++;
	free(bytes);
	return 0;
}

/* What the process has, written to or not.  Only root may look. */
static void look_in_memory(int pid, const char *what)
{
	char path[64], line[300];
	unsigned long from, to;
	FILE *maps;
	char *bytes;
	ssize_t n;
	int mem;

	snprintf(path, sizeof(path), "/proc/%d/maps", pid);
	maps = fopen(path, "r");
	snprintf(path, sizeof(path), "/proc/%d/mem", pid);
	mem = open(path, O_RDONLY | O_CLOEXEC);
	assert_true(maps && mem >= 0);
	where = what;
	while (fgets(line, sizeof(line), maps)) {
		if (sscanf(line, "%lx-%lx rw", &from, &to) != 2 || !strstr(line, " rw") ||
		    to - from > 1ul << 28)
			continue;
		bytes = malloc(to - from);
		assert_non_null(bytes);
		n = pread(mem, bytes, to - from, (off_t)from);
		if (n > 0)
			look_in(bytes, (size_t)n);
		free(bytes);
	}
	close(mem);
	fclose(maps);
}

/* ---- planting ------------------------------------------------------------------------- */

/* Text at this descriptor, from its start, on no disk. */
static void text_at(int fd, const char *text)
{
	int memory = memfd_create("planted", 0);

	assert_true(memory >= 0);
	assert_int_equal(write(memory, text, strlen(text)), (ssize_t)strlen(text));
	assert_int_equal(lseek(memory, 0, SEEK_SET), 0);
	assert_int_equal(dup2(memory, fd), fd);
	close(memory);
}

static void choose(void)
{
	struct lot lot = { torture_seed(700) };
	int i, k;

	snprintf(value[VALUES], VALUE + 1, "%s", WORDS);
	for (i = 0; i < VALUES; i++)
		for (k = 0; k < VALUE; k++)
			value[i][k] = (char)('a' + toss(&lot, 26));
}

static void plant(const char *store)
{
	char name[32], *said;
	int i;

	text_at(PASSPHRASE_AT, WORDS);
	MUST("--store", store, "vault", "init", "--new-passphrase-fd", "7", "--yes");
	for (i = 0; i < VALUES; i++) {
		snprintf(name, sizeof(name), "PLANTED_%d", i);
		text_at(PASSPHRASE_AT, WORDS);
		text_at(VALUE_AT, value[i]);
		if (run(&said, (const char *const[]){ "--store", store, "secret", "create", name,
			"--value-fd", "8", "--passphrase-fd", "7", NULL }) != 0)
			fail_msg("%s", said);
		where = "what the command line says";
		look_in(said, strlen(said));
		free(said);
	}
	close(PASSPHRASE_AT);
	close(VALUE_AT);
}

/* Also what is said; the file that it makes is looked at with the others. */
static void say_all(const char *store)
{
	static const char *const lines[][4] = {
		{ "workspace", "export" }, { "audit", "list" }, { "secret", "list" },
		{ "vault", "status" }, { "access", "report" }, { "workspace", "verify" },
	};
	char *said;
	size_t i;

	for (i = 0; i < COUNT_OF(lines); i++) {
		(void)run(&said, (const char *const[]){ "--store", store, lines[i][0],
			  lines[i][1], "--format", i == 3 ? "json" : "text", NULL });
		where = lines[i][1];
		look_in(said, strlen(said));
		free(said);
	}
	MUST("--store", store, "workspace", "backup", in_room("secrets.backup"));
	MUST("--store", store, "workspace", "export", in_room("secrets.json"));
}

/* While it is shown it is there: or the look that follows would say nothing. */
static void is_seen_in(struct pty *pty)
{
	struct losses was = tally;
	bool seen;

	tally = (struct losses){ .what = "a value that is shown", .planted = true };
	look_in_memory(pty_pid(pty), "the memory of the console");
	seen = tally.losses > 0;
	tally = was;
	assert_true(seen);
}

static void in_the_console(const char *store)
{
	static char state_home[1300];
	static const char *env[] = { state_home, NULL };
	const struct pty_options options = { .rows = 40, .cols = 120, .env = env };
	struct pty *pty;
	size_t n;
	const char *bytes;

	snprintf(state_home, sizeof(state_home), "XDG_STATE_HOME=%s", in_room("state"));
	pty = open_store(&options, store);
	keys(pty, ":vault unlock<Enter>" WORDS "<Enter>");
	shows(pty, " UNLOCKED");
	keys(pty, "2n");
	keys(pty, "PLANTED_KEY<Tab>");
	keys(pty, value[0]);
	keys(pty, "<Esc>:secret reveal PLANTED_1<Enter>");
	bytes = pty_stream(pty, &n);
	shows(pty, value[1]);
	if (geteuid() == 0)
		is_seen_in(pty);
	keys(pty, "<Space>");
	shows_not(pty, value[1]);
	keys(pty, ":vault lock<Enter><Esc>");
	shows(pty, " locked ");
	/* A reveal is what it is for; all before and after it is not. */
	pty_forget(pty);
	keys(pty, "1234o5:history<Enter><Esc>2<Enter><Esc><C-l>");
	bytes = pty_stream(pty, &n);
	where = "what the terminal gets";
	look_in(bytes, n);
	if (geteuid() == 0)
		look_in_memory(pty_pid(pty), "the memory of the locked console");
	else
		print_message("# the memory is not looked at: only root may\n");
	leave(pty);
}

static void look_everywhere(void)
{
	assert_int_equal(nftw(room(), look_in_file, 16, FTW_PHYS), 0);
	assert_true(tally.faults >= 1);
}

TEST(what_is_secret_is_nowhere)
{
	char store[200];

	tally = (struct losses){ .what = "canary secrets" };
	choose();
	snprintf(store, sizeof(store), "%s", demo_store("secrets"));
	plant(store);
	say_all(store);
	in_the_console(store);
	look_everywhere();
	losses_judge(&tally);
}

/* What the memory of the console holds of them now: it was typed and given up. */
static void none_in(struct pty *pty, const char *what)
{
	if (geteuid() == 0)
		look_in_memory(pty_pid(pty), what);
}

/* As a terminal pastes it. */
static void paste(struct pty *pty, const char *text)
{
	pty_feed(pty, "\033[200~", 6);
	pty_feed(pty, text, strlen(text));
	pty_feed(pty, "\033[201~", 6);
	keys(pty, "");
}

/* Typed, or pasted, and not entered: given up by Esc, by nobody being there, by leaving
 * for the shell. */
TEST(what_is_half_typed_is_wiped)
{
	static const char *env[] = { "GATEHOUSE_LOCK_SECONDS=1", NULL };
	const struct pty_options patient = { .rows = 40, .cols = 120 };
	const struct pty_options hasty = { .rows = 40, .cols = 120, .env = env };
	char store[200];
	struct pty *pty;

	tally = (struct losses){ .what = "canary secrets" };
	choose();
	snprintf(store, sizeof(store), "%s", demo_store("half"));
	text_at(PASSPHRASE_AT, WORDS);
	MUST("--store", store, "vault", "init", "--new-passphrase-fd", "7", "--memory", "64",
	     "--yes");
	close(PASSPHRASE_AT);
	pty = open_store(&patient, store);
	keys(pty, ":vault unlock<Enter>");
	keys(pty, value[0]);
	if (geteuid() == 0)
		is_seen_in(pty);
	keys(pty, "<Esc>");
	none_in(pty, "a prompt that was left by Esc");
	keys(pty, ":vault unlock<Enter>");
	paste(pty, value[1]);
	keys(pty, "<Esc>");
	none_in(pty, "a prompt that was pasted into");
	keys(pty, "2nTHE_KEY<Tab>");
	paste(pty, value[2]);
	keys(pty, "<Esc>");
	none_in(pty, "a form that was left by Esc");
	leave(pty);
	pty = open_store(&hasty, store);
	keys(pty, ":vault unlock<Enter>");
	keys(pty, value[3]);
	assert_true(pty_await(pty, "that was typed is wiped: no key was pressed"));
	none_in(pty, "a prompt that nobody answered");
	shows(pty, "Your passphrase");
	keys(pty, "<Esc>");
	leave(pty);
	losses_judge(&tally);
}

/* A file with one of them, and a process with one of them in memory. */
TEST(a_leak_is_found_out)
{
	int ends[2];
	char byte;
	pid_t pid;

	tally = (struct losses){ .what = "canary secrets", .planted = true };
	choose();
	put_file(in_room("leak.log"), value[7], VALUE);
	look_everywhere();
	assert_int_equal(tally.losses, 1);
	assert_int_equal(unlink(in_room("leak.log")), 0);
	assert_int_equal(pipe2(ends, O_CLOEXEC), 0);
	pid = torture_fork();
	if (pid == 0) {
		if (write(ends[1], "x", 1) < 0)
			_exit(1);
		pause();
	}
	assert_int_equal(read(ends[0], &byte, 1), 1);
	look_in_memory(pid, "a process that knows them");
	kill(pid, SIGKILL);
	torture_wait(pid);
	assert_true(tally.losses > VALUES);
	losses_judge(&tally);
}

RUN(CASE(what_is_secret_is_nowhere), CASE(what_is_half_typed_is_wiped),
    CASE(a_leak_is_found_out))
