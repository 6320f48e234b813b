/* kill_test.c: whatever makes a store, a copy of one, or a whole change of one is
 * killed at every call that changes a file: what is found afterwards is nothing
 * or whole, and doing it again works and leaves nothing behind. */
#include "tests/action/verbs_world.h"

#include <dirent.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "action/run/run.h"
#include "action/scenario/embedded.h"
#include "tests/action/kill_points.h"

static char folder[64];

/* Each call, or each nth in a build with sanitizers, which is ten times as slow. */
static long next_call(long at)
{
	const char *every = getenv("GATEHOUSE_KILL_EVERY");
	long step = every ? strtol(every, NULL, 10) : 1;

	return at + (step > 0 ? step : 1);
}

static const char *in(const char *name)
{
	static char path[4][128];
	static int next;

	next = (next + 1) % 4;
	snprintf(path[next], sizeof(path[next]), "%s/%s", folder, name);
	return path[next];
}

static void begin(void)
{
	snprintf(folder, sizeof(folder), "/tmp/gatehouse-kill-XXXXXX");
	assert_non_null(mkdtemp(folder));
}

/* Files whose names begin so; all of them removed where that is asked.  A cache (.image)
 * may lie there or not; what is told of a store outlives it (.checkpoints). */
static size_t count(const char *name, bool removing)
{
	DIR *dir = opendir(folder);
	struct dirent *entry;
	size_t n = 0;

	assert_non_null(dir);
	while ((entry = readdir(dir))) {
		if (*entry->d_name == '.' ||
		    strncmp(entry->d_name, name, strlen(name)) != 0)
			continue;
		n += !strstr(entry->d_name, ".image") &&
			!strstr(entry->d_name, ".checkpoints");
		if (removing)
			assert_int_equal(unlinkat(dirfd(dir), entry->d_name, 0),
					 0);
	}
	closedir(dir);
	return n;
}

static void end(void)
{
	count("", true);
	assert_int_equal(rmdir(folder), 0);
}

/* The words as on a command line, on the store. */
static bool act(const char *store, const char *const *words, struct error *err)
{
	const struct action *action;
	struct arena arena = { 0 };
	struct options opts = { .yes = true };
	struct result result;
	struct args args;
	struct app app;
	bool good;
	int n = 0;

	while (words[n])
		n++;
	if (!args_parse(n, words, &arena, &action, &args, &opts, err))
		return false;
	app_init(&app, store);
	good = (action->flags & ACTION_NO_STORE) ||
		app_open(&app, action->flags & ACTION_WRITES, NULL, err);
	if (good) {
		good = action_run(&app, action, &args, &opts, &result, err);
		result_release(&result);
	}
	app_release(&app);
	arena_release(&arena);
	return good;
}

/* In a child, killed at call `at`.  False: it came to its end. */
static bool killed(const char *store, const char *const *words, long at,
		   bool torn)
{
	struct error err;
	int status;
	pid_t pid;

	fflush(NULL);
	pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		kill_at(at, torn);
		if (!act(store, words, &err)) {
			fprintf(stderr, "# %s\n", err.text);
			_exit(1);
		}
		_exit(0);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status));
	if (WEXITSTATUS(status) != KILLED)
		assert_int_equal(WEXITSTATUS(status), 0);
	return WEXITSTATUS(status) == KILLED;
}

/* Sound in all that verify looks at; the revision. */
static int64_t sound(const char *path, uint32_t users)
{
	struct arena arena = { 0 };
	struct finding *all;
	struct facts facts;
	struct error err;
	struct store *store = store_open(path, STORE_READ, &err);
	int64_t revision;
	size_t n;

	if (!store)
		fail_msg("%s", err.text);
	facts_init(&facts);
	assert_true(store_load(store, &facts, &err));
	if (users)
		assert_int_equal(facts.n_users, users);
	revision = facts.revision;
	assert_true(store_verify(store, &arena, &all, &n, &err));
	for (size_t i = 0; i < n; i++)
		if (!all[i].good)
			fail_msg("%s: %s", all[i].what, all[i].detail);
	facts_release(&facts);
	arena_release(&arena);
	store_close(store);
	return revision;
}

/* Kill `words`, which make the file, at every point. */
static void walk(const char *store, const char *const *words, const char *made,
		 uint32_t users, bool torn)
{
	struct error err;
	size_t whole = 0;
	long at;

	for (at = 1; killed(store, words, at, torn); at = next_call(at)) {
		assert_in_range(at, 1, 5000);
		if (access(in(made), F_OK) == 0) {
			sound(in(made), users);
			whole++;
			count(made, true);
		}
		if (!act(store, words, &err))
			fail_msg("again after call %ld: %s", at, err.text);
		sound(in(made), users);
		if (count("", false) != 1 + count("from", false) ||
		    access(in(made), F_OK) != 0)
			fail_msg("something is left after call %ld", at);
		count(made, true);
	}
	assert_in_range(at, 20, 5000);
	assert_true(whole >= 1);
	sound(in(made), users);
	count(made, true);
	print_message("%s %s: %ld points, whole after %zu\n", words[0], words[1],
		      at - 1, whole);
}

static void put(const char *path, const char *text)
{
	FILE *out = fopen(path, "w");

	assert_non_null(out);
	fputs(text, out);
	assert_int_equal(fclose(out), 0);
}

#define FILE_HEAD "{\"format\":\"gatehouse-workspace\",\"version\":1," \
	"\"workspace\":{\"name\":\"From\"},\"users\":[" \
	"{\"id\":\"u-ada\",\"email\":\"ada@t.example\",\"role\":\"admin\"}"

static void make_from(void)
{
	char file[128];
	const char *words[] = { "workspace", "import", file, NULL };
	struct error err;

	snprintf(file, sizeof(file), "%s", in("from.json"));
	put(file, FILE_HEAD "]}");
	assert_true(act(in("from.db"), words, &err));
}

TEST(a_new_workspace_is_whole_or_not_there)
{
	const char *const init[] = { "workspace", "init", "--name", "New",
		"--plan", "team", "--admin", "ada@t.example", NULL };

	begin();
	walk(in("new.db"), init, "new.db", 1, false);
	walk(in("new.db"), init, "new.db", 1, true);
	end();
}

TEST(an_import_into_a_new_store_is_whole_or_not_there)
{
	const char *words[] = { "workspace", "import", NULL, NULL };
	char file[128];

	begin();
	snprintf(file, sizeof(file), "%s", in("from.json"));
	put(file, embedded_text("demo.json"));
	words[2] = file;
	walk(in("new.db"), words, "new.db", 40, false);
	end();
}

TEST(a_backup_and_its_restoring_are_whole_or_not_there)
{
	const char *words[] = { "workspace", "backup", NULL, NULL };
	char file[128], from[128];

	begin();
	make_from();
	snprintf(file, sizeof(file), "%s", in("copy.db"));
	snprintf(from, sizeof(from), "%s", in("from.db"));
	words[2] = file;
	walk(from, words, "copy.db", 1, false);
	walk(from, words, "copy.db", 1, true);
	words[1] = "restore";
	words[2] = from;
	walk(file, words, "copy.db", 1, false);
	end();
}

/* Its name stands only where the deed is done; what is done is told beside it at least.
 * True: it is done. */
static bool report_is_true(const char *store, const char *report)
{
	struct facts facts;
	struct error err;
	struct store *opened = store_open(store, STORE_READ, &err);
	uint32_t ravi;
	bool done;

	assert_non_null(opened);
	facts_init(&facts);
	assert_true(store_load(opened, &facts, &err));
	ravi = facts_user(&facts, "u-ravi");
	done = !facts.users[ravi].active;
	if (access(report, F_OK) == 0)
		assert_true(done);
	if (done)
		assert_true(count("gone.txt", false) >= 1);
	facts_release(&facts);
	store_close(opened);
	return done;
}

TEST(a_report_says_no_deed_that_was_not_done)
{
	const char *demo[] = { "demo", "--keep", NULL, NULL };
	const char *leave[] = { "user", "deactivate", "u-ravi", "--transfer-to", "u-amir",
				"--report", NULL, NULL };
	char store[128], report[128];
	struct error err;
	size_t done = 0, not_yet = 0;
	long at;

	begin();
	snprintf(store, sizeof(store), "%s", in("from.db"));
	snprintf(report, sizeof(report), "%s", in("gone.txt"));
	demo[2] = store;
	leave[6] = report;
	assert_true(act(store, demo, &err));
	for (at = 1; killed(store, leave, at, false); at = next_call(at)) {
		const char *const undo[] = { "undo", NULL };

		assert_in_range(at, 1, 5000);
		if (report_is_true(store, report)) {
			done++;
		} else {
			not_yet++;
			if (!act(store, leave, &err))
				fail_msg("again after call %ld: %s", at, err.text);
			assert_true(report_is_true(store, report));
		}
		sound(store, 40);
		if (!act(store, undo, &err))
			fail_msg("back after call %ld: %s", at, err.text);
		count("gone.txt", true);
	}
	assert_true(done >= 1 && not_yet * (size_t)(next_call(1) - 1) >= 10);
	print_message("deactivate: %ld points, done after %zu\n", at - 1, done);
	end();
}

TEST(a_kept_demo_is_whole_or_not_there)
{
	const char *words[] = { "demo", "--keep", NULL, NULL };
	char file[128];

	begin();
	snprintf(file, sizeof(file), "%s", in("kept.db"));
	words[2] = file;
	walk(file, words, "kept.db", 40, false);
	end();
}

/* How many backups there are; each is whole. */
static size_t sound_backups(void)
{
	DIR *dir = opendir(folder);
	struct dirent *entry;
	char name[400];
	size_t n = 0;

	assert_non_null(dir);
	while ((entry = readdir(dir))) {
		if (!strstr(entry->d_name, ".backup-") ||
		    strstr(entry->d_name, ".checkpoints") ||
		    strstr(entry->d_name, ".new-"))
			continue;
		snprintf(name, sizeof(name), "%s/%s", folder, entry->d_name);
		sound(name, 1);
		n++;
	}
	closedir(dir);
	return n;
}

/* The backup that an import makes, and the change: each whole or not at all. */
TEST(an_import_into_a_filled_store_loses_nothing)
{
	char file[128], from[128];
	const char *words[] = { "workspace", "import", file, "--merge", NULL };
	size_t n, backups = 0, changed = 0;
	int64_t before, after;
	bool more = true;
	long at = 1;

	begin();
	snprintf(from, sizeof(from), "%s", in("from.db"));
	snprintf(file, sizeof(file), "%s", in("file.json"));
	put(file, FILE_HEAD ",{\"id\":\"u-x\",\"email\":\"x@t.example\","
	    "\"role\":\"viewer\"}]}");
	for (; more; at = next_call(at)) {
		make_from();
		before = sound(from, 1);
		more = killed(from, words, at, at % 2);
		after = sound(from, 0);
		n = sound_backups();
		if (after > before && !n)
			fail_msg("changed without a backup at call %ld", at);
		changed += after > before;
		backups += n;
		count("from.db", true);
	}
	assert_in_range(at, 20, 5000);
	assert_true(backups > changed && changed >= 1);
	end();
}

/* Where nobody knows whether the change was stored, the backup is there and named. */
TEST(a_commit_of_unknown_fate_keeps_its_backup)
{
	char file[128], from[128];
	const char *words[] = { "workspace", "import", file, "--merge", NULL };
	size_t unknown = 0, failed = 0;
	struct error err;
	bool good = false;
	long at;

	begin();
	snprintf(from, sizeof(from), "%s", in("from.db"));
	snprintf(file, sizeof(file), "%s", in("file.json"));
	put(file, FILE_HEAD ",{\"id\":\"u-x\",\"email\":\"x@t.example\","
	    "\"role\":\"viewer\"}]}");
	for (at = 1; !good; at = next_call(at)) {
		assert_in_range(at, 1, 5000);
		make_from();
		lose_disk_at(at);
		error_clear(&err);
		good = act(from, words, &err);
		lose_disk_at(0);
		failed += !good;
		if (strcmp(err.code, "STORE_UNKNOWN") == 0 && !good &&
		    strstr(err.remedy, ".backup-")) {
			unknown++;
			assert_int_equal(sound_backups(), 1);
		}
		count("from.db", true);
	}
	assert_true(failed > unknown);
	assert_true(unknown >= 1);
	end();
}

RUN(CASE(a_new_workspace_is_whole_or_not_there),
    CASE(an_import_into_a_new_store_is_whole_or_not_there),
    CASE(a_backup_and_its_restoring_are_whole_or_not_there),
    CASE(a_report_says_no_deed_that_was_not_done),
    CASE(a_kept_demo_is_whole_or_not_there),
    CASE(an_import_into_a_filled_store_loses_nothing),
    CASE(a_commit_of_unknown_fate_keeps_its_backup))
