/* write_file_test.c: an export replaces an earlier export, and nothing else. */
#include "tests/expect.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "action/core/write_file.h"
#include "tests/store/create.h"

#define EXPORT "{\n  \"format\": \"gatehouse-workspace\",\n  \"version\": 1,\n"

static char folder[64];

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
	snprintf(folder, sizeof(folder), "/tmp/gatehouse-write-XXXXXX");
	assert_non_null(mkdtemp(folder));
}

static void put(const char *name, const char *text)
{
	int fd = open(in(name), O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0644);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, strlen(text)), strlen(text));
	close(fd);
}

static void holds(const char *name, const char *text)
{
	char got[256] = "";
	int fd = open(in(name), O_RDONLY | O_CLOEXEC);
	ssize_t n;

	assert_true(fd >= 0);
	n = read(fd, got, sizeof(got) - 1);
	close(fd);
	assert_int_equal(n, strlen(text));
	assert_string_equal(got, text);
}

static bool writes(const char *path, const char *text, enum write_over over,
		   struct error *err)
{
	struct buf data;
	bool done;

	buf_init(&data, 4096);
	buf_adds(&data, text);
	done = write_file(path, &data, over, err);
	buf_release(&data);
	return done;
}

static void refused(const char *name, const char *code)
{
	static const enum write_over ways[] = { WRITE_NEW, WRITE_AGAIN };
	struct error err;

	for (size_t i = 0; i < COUNT_OF(ways); i++) {
		error_clear(&err);
		if (writes(in(name), EXPORT "new}\n", ways[i], &err))
			fail_msg("%s was written", name);
		assert_int_equal(err.kind, ERROR_CONFLICT);
		if (ways[i] == WRITE_AGAIN || strcmp(err.code, "FILE_EXISTS") != 0)
			assert_string_equal(err.code, code);
		assert_true(*err.remedy);
	}
}

TEST(an_earlier_export_is_replaced_where_that_was_said)
{
	struct error err;
	struct stat st;

	begin();
	assert_true(writes(in("x.json"), EXPORT "one}\n", WRITE_NEW, &err));
	assert_int_equal(stat(in("x.json"), &st), 0);
	assert_int_equal(st.st_mode & 07777, 0600);
	assert_false(writes(in("x.json"), EXPORT "two}\n", WRITE_NEW, &err));
	assert_string_equal(err.code, "FILE_EXISTS");
	holds("x.json", EXPORT "one}\n");
	assert_true(writes(in("x.json"), EXPORT "two}\n", WRITE_AGAIN, &err));
	holds("x.json", EXPORT "two}\n");
	assert_int_equal(unlink(in("x.json")), 0);
	assert_int_equal(rmdir(folder), 0);
}

TEST(what_is_no_export_is_kept)
{
	begin();
	put("letter", "Dear Ada,\nyours\n");
	put("empty", "");
	refused("letter", "FILE_NOT_OURS");
	refused("empty", "FILE_NOT_OURS");
	holds("letter", "Dear Ada,\nyours\n");
	holds("empty", "");
	put("export", EXPORT "one}\n");
	assert_int_equal(symlink("export", in("link")), 0);
	refused("link", "FILE_NOT_OURS");
	holds("export", EXPORT "one}\n");
	assert_int_equal(symlink("nowhere", in("loose")), 0);
	refused("loose", "FILE_NOT_OURS");
	assert_int_equal(link(in("export"), in("second")), 0);
	refused("export", "FILE_NOT_OURS");
	assert_int_equal(mkfifo(in("pipe"), 0600), 0);
	refused("pipe", "FILE_NOT_OURS");
	assert_int_equal(mkdir(in("folder"), 0700), 0);
	refused("folder", "FILE_NOT_OURS");
	if (geteuid() == 0) {
		assert_int_equal(unlink(in("second")), 0);
		assert_int_equal(chown(in("export"), 65534, 65534), 0);
		refused("export", "FILE_NOT_OURS");
	}
	unlink(in("second"));
	unlink(in("letter"));
	unlink(in("empty"));
	unlink(in("export"));
	unlink(in("link"));
	unlink(in("loose"));
	unlink(in("pipe"));
	rmdir(in("folder"));
	assert_int_equal(rmdir(folder), 0);
}

/* The store, and the names that its files have or will have. */
TEST(no_store_is_written_over)
{
	static const char *const names[] = {
		"w.db", "w.db-wal", "w.db-shm", "w.db-journal", "w.db.lock",
	};
	struct error err;
	struct store *store;
	size_t i;

	begin();
	store = store_create(in("w.db"), "ada", false, &err);
	assert_non_null(store);
	for (i = 0; i < COUNT_OF(names); i++)
		refused(names[i], "FILE_NOT_OURS");
	for (i = 1; i < COUNT_OF(names); i++) {
		assert_false(store_backup(store, in(names[i]), &err));
		assert_int_equal(err.kind, ERROR_CONFLICT);
		assert_null(store_create(in(names[i]), "ada", false, &err));
		assert_int_equal(err.kind, ERROR_CONFLICT);
	}
	store_close(store);
	for (i = 0; i < COUNT_OF(names); i++) {
		refused(names[i], "FILE_NOT_OURS");
		assert_true(store_place(in(names[i])));
	}
	assert_false(store_place(in("other.lock")));
	assert_false(store_place(in("w.db.json")));
	store = store_open(in("w.db"), STORE_WRITE, &err);
	assert_non_null(store);
	store_close(store);
	for (i = 0; i < COUNT_OF(names); i++)
		unlink(in(names[i]));
	assert_int_equal(rmdir(folder), 0);
}

RUN(CASE(an_earlier_export_is_replaced_where_that_was_said),
    CASE(what_is_no_export_is_kept),
    CASE(no_store_is_written_over))
