/* session_test.c: who sits there, and what a visitor leaves behind. */
#include "tests/expect.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "action/core/app.h"
#include "action/core/session.h"
#include "action/run/app_open.h"
#include "store/store.h"
#include "tests/store/create.h"

enum { NOBODY_UID = 65534, CLAIMED = 4321 };

static char folder[64], path[96];

static void begin(void)
{
	snprintf(folder, sizeof(folder), "/tmp/gatehouse-session-XXXXXX");
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof(path), "%s/w.db", folder);
}

static size_t files(bool removing)
{
	DIR *dir = opendir(folder);
	struct dirent *entry;
	size_t n = 0;

	assert_non_null(dir);
	while ((entry = readdir(dir))) {
		if (*entry->d_name == '.')
			continue;
		n++;
		if (removing)
			unlinkat(dirfd(dir), entry->d_name, 0);
	}
	closedir(dir);
	return n;
}

static void end(void)
{
	files(true);
	assert_int_equal(rmdir(folder), 0);
}

/* What the kernel knows, nobody can claim. */
static bool kernel_knows(uint32_t *uid)
{
	FILE *file = fopen("/proc/self/loginuid", "r");
	bool knows = file && fscanf(file, "%u", uid) == 1 && *uid != UINT32_MAX;

	if (file)
		fclose(file);
	return knows;
}

static uint32_t uid_for(const char *store)
{
	struct arena arena = { 0 };
	struct session session;

	session_find(&session, store, &arena);
	arena_release(&arena);
	return session.uid;
}

/* In a child, as somebody who is not root. */
static int as_nobody(int (*work)(void))
{
	int status;
	pid_t pid;

	fflush(NULL);
	pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		if (geteuid() == 0 &&
		    (setgid(NOBODY_UID) != 0 || setuid(NOBODY_UID) != 0))
			_exit(90);
		_exit(work());
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static int claim_counts(void)
{
	return uid_for(path) == CLAIMED;
}

static int claim_elsewhere_counts(void)
{
	return uid_for("/etc/no-such-workspace.db") == CLAIMED ||
		uid_for("/etc/passwd") == CLAIMED;
}

TEST(sudo_is_believed_of_who_could_write_anyway)
{
	uint32_t login;
	bool known = kernel_knows(&login);
	int fd;

	begin();
	assert_int_equal(setenv("SUDO_UID", "4321", 1), 0);
	if (known)
		assert_int_equal(uid_for(path), login);
	else if (geteuid() == 0)
		assert_int_equal(uid_for(path), CLAIMED);
	/* The folder is of this uid, or is given to it. */
	if (geteuid() == 0)
		assert_int_equal(chown(folder, NOBODY_UID, NOBODY_UID), 0);
	assert_int_equal(as_nobody(claim_counts), !known);
	assert_int_equal(as_nobody(claim_elsewhere_counts), 0);
	/* The store counts more than its folder. */
	fd = open(path, O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
	assert_true(fd >= 0);
	close(fd);
	if (geteuid() == 0) {
		assert_int_equal(as_nobody(claim_counts), 0);
		assert_int_equal(chown(path, NOBODY_UID, NOBODY_UID), 0);
	}
	assert_int_equal(as_nobody(claim_counts), !known);
	assert_int_equal(unsetenv("SUDO_UID"), 0);
	assert_int_equal(as_nobody(claim_counts), 0);
	end();
}

/* ---- visitors -------------------------------------------------------------------- */

static void make_store(void)
{
	struct error err;
	struct store *store = store_create(path, "somebody-else", false, &err);

	assert_non_null(store);
	store_close(store);
	assert_int_equal(files(false), 1);
}

/* 0: let in; 1: refused with 3; 2: else. */
static int visit(void)
{
	struct error err = { 0 };
	struct app app;
	int what;

	app_init(&app, path);
	what = app_open(&app, true, NULL, &err) ? 0 :
		error_exit_status(err.kind) == 3 ? 1 : 2;
	app_release(&app);
	return what;
}

TEST(who_only_looks_leaves_nothing)
{
	begin();
	make_store();
	assert_int_equal(visit(), 0);	/* its owner may read */
	assert_int_equal(files(false), 1);
	end();
}

TEST(a_refused_visitor_leaves_nothing)
{
	if (geteuid() != 0) {
		print_message("# not root: nobody else's store can be made\n");
		return;
	}
	begin();
	make_store();
	/* Somebody who may read it, in a folder where all may write. */
	assert_int_equal(chmod(folder, 0777), 0);
	assert_int_equal(chmod(path, 0644), 0);
	assert_int_equal(as_nobody(visit), 1);
	assert_int_equal(files(false), 1);
	/* Root, on the store of another. */
	assert_int_equal(chown(folder, NOBODY_UID, NOBODY_UID), 0);
	assert_int_equal(chown(path, NOBODY_UID, NOBODY_UID), 0);
	assert_int_equal(chmod(folder, 0700), 0);
	assert_int_equal(chmod(path, 0600), 0);
	assert_int_equal(visit(), 1);
	assert_int_equal(files(false), 1);
	end();
}

/* What root makes beside the store of another is that other's. */
TEST(the_files_beside_belong_to_the_owner)
{
	struct error err;
	struct store *store;
	struct stat st;
	char name[128];

	begin();
	make_store();
	if (geteuid() == 0) {
		assert_int_equal(chown(folder, NOBODY_UID, NOBODY_UID), 0);
		assert_int_equal(chown(path, NOBODY_UID, NOBODY_UID), 0);
	}
	store = store_open(path, STORE_WRITE, &err);
	assert_non_null(store);
	assert_true(store_begin(store, &err));
	store_rollback(store);
	snprintf(name, sizeof(name), "%s.lock", path);
	assert_int_equal(stat(name, &st), 0);
	assert_int_equal(st.st_uid, geteuid() == 0 ? NOBODY_UID : geteuid());
	store_close(store);
	store = store_open(path, STORE_WRITE, &err);
	if (!store)
		fail_msg("%s", err.text);
	store_close(store);
	end();
}

RUN(CASE(sudo_is_believed_of_who_could_write_anyway),
    CASE(who_only_looks_leaves_nothing),
    CASE(a_refused_visitor_leaves_nothing),
    CASE(the_files_beside_belong_to_the_owner))
