/* checkpoint_test.c: what is told of the log outside of the store, and what it shows. */
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "store/checkpoints.h"
#include "store/image/signed_state.h"
#include "tests/store/world.h"

static void expect(struct store *store, const char *file, bool good, const char *part)
{
	struct arena arena = { 0 };
	struct finding one;
	struct error err;

	GOOD(store_verify_checkpoints(store, file, &arena, &one, &err));
	if (one.good != good || !strstr(one.detail, part))
		fail_msg("%s, not %s: %s", good ? "bad" : "good", part, one.detail);
	arena_release(&arena);
}

static void commits(struct world *world, int n)
{
	struct error err;

	while (n-- > 0)
		GOOD(commit_sql(world->store, "", &err));
}

static void reopen(struct world *world)
{
	struct error err;

	store_close(world->store);
	world->store = store_open(world->path, STORE_WRITE, &err);
	if (!world->store)
		fail_msg("%s", err.text);
}

static size_t file_size(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 ? (size_t)st.st_size : 0;
}

/* Of the nth line; its offset. */
static size_t line_at(const char *path, int n, char *out, size_t room)
{
	FILE *file = fopen(path, "r");
	long at = 0;

	assert_non_null(file);
	for (*out = '\0'; n > 0; n--) {
		at = ftell(file);
		assert_non_null(fgets(out, (int)room, file));
	}
	fclose(file);
	return (size_t)at;
}

TEST(each_commit_appends_a_line)
{
	struct arena arena = { 0 };
	struct checkpoint point;
	struct world world;
	char line[2048];
	struct stat st;

	world_open(&world);
	commits(&world, 3);
	assert_int_equal(stat(beside(&world, ".checkpoints"), &st), 0);
	assert_int_equal(st.st_mode & 07777, 0600);
	(void)line_at(beside(&world, ".checkpoints"), 4, line, sizeof(line));
	assert_true(checkpoint_read(line, &arena, &point));
	assert_int_equal(point.seq, 4);
	assert_string_equal(point.by, "ada@harbour.example");
	assert_string_equal(point.verb, "test");
	assert_null(point.signature);
	expect(world.store, NULL, true, "4 lines");
	expect(world.store, NULL, true, "none is signed");
	arena_release(&arena);
	world_end(&world);
}

TEST(changes_that_were_cut_off_are_named)
{
	struct world world;

	world_open(&world);
	commits(&world, 1);
	store_close(world.store);
	world.store = NULL;
	reopen(&world);
	commits(&world, 2);
	copy_file(world.path, beside(&world, ".then"));
	store_close(world.store);
	world.store = NULL;
	/* The changes that waited in the -wal file are gone with it. */
	copy_file(beside(&world, ".then"), world.path);
	assert_int_not_equal(access(beside(&world, "-wal"), F_OK), 0);
	reopen(&world);
	assert_int_equal(revision_of(world.store), 2);
	expect(world.store, NULL, false, "the store ends with revision 2: 2 changes were "
	       "cut off");
	world_end(&world);
}

/* As one who can write the file does: all hashes made anew. */
static void rewrite(const char *path)
{
	static const char columns[] = "SELECT " EVENT_COLUMNS " FROM events ORDER BY seq";
	unsigned char prev[STORE_HASH] = { 0 }, hash[STORE_HASH];
	struct store raw = { .lock = -1 };
	struct error err;
	struct event event;
	sqlite3_stmt *stmt, *put;

	raw_sql(path, "DROP TRIGGER events_stay; UPDATE events SET actor = 'eve' "
		"WHERE seq = 2");
	assert_int_equal(sqlite3_open(path, &raw.db), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(raw.db, columns, -1, &stmt, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(raw.db, "UPDATE events SET prev = ?2, "
		"hash = ?3 WHERE seq = ?1", -1, &put, NULL), SQLITE_OK);
	while (sqlite3_step(stmt) == SQLITE_ROW) {
		GOOD(event_row(&raw, &err, stmt, NULL, &event));
		event_hash(prev, &event, hash);
		sqlite3_bind_int64(put, 1, event.seq);
		sqlite3_bind_blob(put, 2, prev, STORE_HASH, SQLITE_STATIC);
		sqlite3_bind_blob(put, 3, hash, STORE_HASH, SQLITE_STATIC);
		assert_int_equal(sqlite3_step(put), SQLITE_DONE);
		sqlite3_reset(put);
		memcpy(prev, hash, sizeof(prev));
	}
	sqlite3_finalize(stmt);
	sqlite3_finalize(put);
	sqlite3_close(raw.db);
}

TEST(a_history_written_anew_is_caught_though_its_chain_holds)
{
	struct arena arena = { 0 };
	struct finding chain;
	struct world world;
	struct error err;

	world_open(&world);
	commits(&world, 3);
	rewrite(world.path);
	GOOD(store_verify_chain(world.store, &arena, &chain, &err));
	assert_true(chain.good);
	expect(world.store, NULL, false, "written anew");
	expect(world.store, NULL, false, "revision 2");
	arena_release(&arena);
	world_end(&world);
}

/* ---- signatures ----------------------------------------------------------------------- */

static void sign(void *ctx, const unsigned char hash[32], unsigned char out[64])
{
	crypto_sign_detached(out, NULL, hash, 32, ctx);
}

static void keys(unsigned char public[32], unsigned char secret[64], int n)
{
	unsigned char seed[32] = { (unsigned char)n };

	crypto_sign_seed_keypair(public, secret, seed);
}

static void hold(struct world *world, const unsigned char public[32])
{
	char hex[65], sql[512];

	sodium_bin2hex(hex, sizeof(hex), public, 32);
	snprintf(sql, sizeof(sql), "INSERT INTO vault_keys VALUES (1, 'u-ada', "
		 "zeroblob(32), x'%s', x'00', 1, 1, NULL, 1, zeroblob(64))", hex);
	raw_sql(world->path, sql);
}

TEST(signed_lines_are_held_against_the_keys)
{
	unsigned char public[32], secret[64], other[32], theirs[64];
	struct checkpoint_signing signing = { sign, public, "u-ada", secret };
	char line[2048], *at;
	struct world world;
	size_t offset;
	int fd;

	world_open(&world);
	keys(public, secret, 1);
	keys(other, theirs, 2);
	hold(&world, public);
	store_sign_with(world.store, &signing);
	commits(&world, 2);
	store_sign_with(world.store, NULL);
	commits(&world, 1);
	expect(world.store, NULL, true, "2 signed, last revision 3 by u-ada");
	/* Of what is signed, one letter. */
	offset = line_at(beside(&world, ".checkpoints"), 2, line, sizeof(line));
	at = strstr(line, "verb=");
	assert_non_null(at);
	fd = open(beside(&world, ".checkpoints"), O_WRONLY);
	assert_int_equal(pwrite(fd, "x", 1, (off_t)(offset + (size_t)(at - line) + 5)), 1);
	expect(world.store, NULL, false, "line 2 ");
	expect(world.store, NULL, false, "its signature does not hold");
	assert_int_equal(pwrite(fd, "t", 1, (off_t)(offset + (size_t)(at - line) + 5)), 1);
	expect(world.store, NULL, true, "2 signed");
	close(fd);
	signing.key = other;
	signing.ctx = theirs;
	store_sign_with(world.store, &signing);
	commits(&world, 1);
	expect(world.store, NULL, false, "is none of this store");
	world_end(&world);
}

static void state_is(struct world *world, enum state_found found)
{
	struct arena arena = { 0 };
	struct signed_state state;
	struct error err;

	GOOD(store_signed_state(world->store, &arena, &state, &err));
	if (state.found != found)
		fail_msg("%d, not %d: %s", state.found, found, state.said);
	state_release(&state);
	arena_release(&arena);
}

/* Between the line about a state and its taking the place of the one before. */
TEST(a_signing_that_was_ended_half_way_is_no_alarm)
{
	unsigned char public[32], secret[64];
	struct checkpoint_signing signing = { sign, public, "u-ada", secret };
	struct world world;
	struct error err;

	world_open(&world);
	keys(public, secret, 1);
	hold(&world, public);
	store_sign_with(world.store, &signing);
	commits(&world, 1);
	state_is(&world, STATE_NONE);
	GOOD(store_state_sign(world.store, &err));
	state_is(&world, STATE_THERE);
	copy_file(beside(&world, ".signed"), beside(&world, ".then"));
	commits(&world, 1);
	GOOD(store_state_sign(world.store, &err));
	assert_int_not_equal(access(beside(&world, ".signed.new"), F_OK), 0);
	/* The line is there, the file still the one before. */
	assert_int_equal(rename(beside(&world, ".signed"), beside(&world, ".signed.new")), 0);
	state_is(&world, STATE_THERE);
	copy_file(beside(&world, ".then"), beside(&world, ".signed"));
	state_is(&world, STATE_THERE);
	/* Only the one before is an alarm, whatever lies beside it. */
	copy_file(beside(&world, ".then"), beside(&world, ".signed.new"));
	state_is(&world, STATE_BAD);
	unlink(beside(&world, ".signed.new"));
	state_is(&world, STATE_BAD);
	GOOD(store_state_sign(world.store, &err));
	/* And what was ended before its line is not looked at. */
	copy_file(world.path, beside(&world, ".signed.new"));
	state_is(&world, STATE_THERE);
	world_end(&world);
}

/* ---- the file -------------------------------------------------------------------------- */

TEST(without_a_place_to_tell_it_nothing_is_changed)
{
	char path[160], *name = path;
	struct world world;
	struct error err;

	world_open(&world);
	assert_int_equal(unlink(beside(&world, ".checkpoints")), 0);
	expect(world.store, NULL, false, "there is no file");
	assert_int_equal(symlink("/dev/null", beside(&world, ".checkpoints")), 0);
	assert_false(commit_sql(world.store, "UPDATE workspace SET name = 'X'", &err));
	assert_string_equal(err.code, "STORE_CHECKPOINT");
	assert_int_equal(revision_of(world.store), 1);
	assert_same(world.store, &world.facts);
	assert_int_equal(unlink(beside(&world, ".checkpoints")), 0);
	/* Another place, that is there and nobody else may write. */
	snprintf(path, sizeof(path), "%s/elsewhere", world.folder);
	GOOD(store_begin(world.store, &err));
	assert_false(store_checkpoints_to(world.store, "/nowhere/at/all", &err));
	store_rollback(world.store);
	GOOD(store_begin(world.store, &err));
	GOOD(store_checkpoints_to(world.store, path, &err));
	GOOD(store_commit(world.store, &(struct event){ .time = 1, .op_id = "op-a",
		.actor = "a", .verb = "v", .targets = "", .summary = "",
		.edits = "[]" }, &err));
	assert_int_not_equal(access(beside(&world, ".checkpoints"), F_OK), 0);
	reopen(&world);
	commits(&world, 1);
	expect(world.store, NULL, true, "2 lines");
	assert_string_equal(store_checkpoints(world.store), name);
	assert_int_equal(chmod(path, 0666), 0);
	assert_false(commit_sql(world.store, "", &err));
	assert_string_equal(err.code, "STORE_CHECKPOINT");
	world_end(&world);
}

TEST(torn_and_missing_lines_are_no_alarm)
{
	struct world world;
	char line[2048];
	size_t offset;

	world_open(&world);
	commits(&world, 2);
	offset = line_at(beside(&world, ".checkpoints"), 3, line, sizeof(line));
	assert_int_equal(truncate(beside(&world, ".checkpoints"),
				  (off_t)offset + 40), 0);
	expect(world.store, NULL, true, "1 line was torn off, as a full disk or a kill does");
	expect(world.store, NULL, true, "1 event from #3 on has no line");
	commits(&world, 1);
	expect(world.store, NULL, true, "3 lines of ");
	expect(world.store, NULL, true, "1 line was torn off");
	/* The next one stands in a line of its own. */
	(void)line_at(beside(&world, ".checkpoints"), 4, line, sizeof(line));
	assert_int_equal(strncmp(line, CHECKPOINT_MARK, strlen(CHECKPOINT_MARK)), 0);
	world_end(&world);
}

/* Cut anywhere it is torn, or whole; with a letter changed it is neither. */
TEST(a_torn_line_is_told_from_one_that_was_changed)
{
	struct arena arena = { 0 };
	unsigned char public[32], secret[64];
	struct checkpoint_signing signing = { sign, public, "u-ada", secret };
	struct checkpoint point;
	struct world world;
	char line[2048], cut[2048];
	size_t n, at, offset;
	int fd;

	world_open(&world);
	commits(&world, 1);
	keys(public, secret, 1);
	hold(&world, public);
	store_sign_with(world.store, &signing);
	commits(&world, 1);
	store_sign_with(world.store, NULL);
	for (int i = 2; i <= 3; i++) {
		offset = line_at(beside(&world, ".checkpoints"), i, line, sizeof(line));
		n = strcspn(line, "\n");
		for (at = strlen(CHECKPOINT_MARK); at < n; at++) {
			snprintf(cut, sizeof(cut), "%.*s", (int)at, line);
			assert_true(checkpoint_torn(cut));
			assert_false(checkpoint_read(cut, &arena, &point));
			snprintf(cut, sizeof(cut), "%.*s\n", (int)at, line);
			assert_true(checkpoint_torn(cut));
		}
		assert_true(checkpoint_read(line, &arena, &point));
		assert_false(checkpoint_torn(line));
	}
	snprintf(cut, sizeof(cut), "%.60s", line);
	cut[50] = 'x';
	assert_false(checkpoint_torn(cut));
	arena_release(&arena);
	offset = line_at(beside(&world, ".checkpoints"), 2, line, sizeof(line));
	fd = open(beside(&world, ".checkpoints"), O_WRONLY);
	assert_int_equal(pwrite(fd, "x", 1, (off_t)offset + 50), 1);
	close(fd);
	expect(world.store, NULL, false, "line 2 of ");
	expect(world.store, NULL, false, "changed by hand");
	world_end(&world);
}

TEST(what_was_brought_back_on_purpose_is_said)
{
	struct world world;
	struct error err;

	world_open(&world);
	commits(&world, 1);
	GOOD(store_backup(world.store, beside(&world, ".backup"), &err));
	commits(&world, 3);
	store_close(world.store);
	world.store = NULL;
	copy_file(beside(&world, ".backup"), world.path);
	reopen(&world);
	expect(world.store, NULL, false, "3 changes were cut off");
	GOOD(store_checkpoint(world.store, true, &err));
	expect(world.store, NULL, true, "brought back to revision 2, 3 lines before tell "
	       "of more");
	expect(world.store, NULL, true, "line 6, which nobody has signed, says");
	commits(&world, 2);
	expect(world.store, NULL, true, "brought back to revision 2");
	world_end(&world);
}

TEST(another_file_and_lines_of_a_log_are_read)
{
	struct world world;
	char line[2048];
	FILE *log;

	world_open(&world);
	commits(&world, 2);
	log = fopen(beside(&world, ".log"), "w");
	assert_non_null(log);
	fputs("Nov 29 15:00:01 harbour sshd[1]: hello\n", log);
	(void)line_at(beside(&world, ".checkpoints"), 2, line, sizeof(line));
	fprintf(log, "Nov 29 15:00:02 harbour gatehouse[7]: %s", line);
	fclose(log);
	expect(world.store, beside(&world, ".log"), true, "1 lines");
	log = fopen(beside(&world, ".log"), "w");
	assert_non_null(log);
	fclose(log);
	expect(world.store, beside(&world, ".log"), false, "no line of ");
	world_end(&world);
}

/* ---- copies ----------------------------------------------------------------------------- */

static struct store *open_copy(const char *path)
{
	struct error err;
	struct store *copy = store_open(path, STORE_WRITE, &err);

	if (!copy)
		fail_msg("%s", err.text);
	return copy;
}

TEST(a_copy_has_the_lines_beside_it)
{
	struct world world;
	struct error err;
	struct store *copy;
	struct stat st;
	size_t size;

	world_open(&world);
	commits(&world, 2);
	GOOD(store_backup(world.store, beside(&world, ".bak"), &err));
	assert_int_equal(stat(beside(&world, ".bak.checkpoints"), &st), 0);
	assert_int_equal(st.st_mode & 07777, 0600);
	copy = open_copy(beside(&world, ".bak"));
	expect(copy, NULL, true, "3 lines of ");
	store_close(copy);
	/* Over what an older one left: all of it is kept, and no line twice. */
	size = (size_t)st.st_size;
	commits(&world, 1);
	assert_int_equal(unlink(beside(&world, ".bak")), 0);
	GOOD(store_backup(world.store, beside(&world, ".bak"), &err));
	assert_int_equal(stat(beside(&world, ".bak.checkpoints"), &st), 0);
	assert_true((size_t)st.st_size > size && (size_t)st.st_size < 2 * size);
	copy = open_copy(beside(&world, ".bak"));
	expect(copy, NULL, true, "4 lines of ");
	store_close(copy);
	/* What is refused has touched nothing. */
	commits(&world, 1);
	assert_false(store_backup(world.store, beside(&world, ".bak"), &err));
	assert_int_equal(file_size(beside(&world, ".bak.checkpoints")), st.st_size);
	world_end(&world);
}

TEST(a_copy_is_no_better_than_its_store)
{
	struct world world;
	struct error err;
	struct store *copy;

	world_open(&world);
	commits(&world, 1);
	store_close(world.store);
	world.store = NULL;
	copy_file(world.path, beside(&world, ".then"));
	reopen(&world);
	commits(&world, 2);
	store_close(world.store);
	world.store = NULL;
	copy_file(beside(&world, ".then"), world.path);
	reopen(&world);
	GOOD(store_backup(world.store, beside(&world, ".bak"), &err));
	copy = open_copy(beside(&world, ".bak"));
	expect(copy, NULL, false, "cut off");
	store_close(copy);
	/* Without lines: the copy has none, and the next change makes it no better. */
	assert_int_equal(unlink(beside(&world, ".checkpoints")), 0);
	GOOD(store_backup(world.store, beside(&world, ".two"), &err));
	assert_int_not_equal(access(beside(&world, ".two.checkpoints"), F_OK), 0);
	commits(&world, 1);
	expect(world.store, NULL, false, "nothing tells whether changes were cut off");
	assert_true(store_checkpoints_missed(world.store));
	GOOD(store_checkpoint(world.store, true, &err));
	expect(world.store, NULL, true, "line 2, which nobody has signed, says");
	commits(&world, 1);
	expect(world.store, NULL, true, "3 lines of ");
	world_end(&world);
}

TEST(of_a_chosen_file_a_copy_has_its_own_lines)
{
	struct world world, other;
	struct error err;
	struct store *copy;
	char path[160];

	world_open(&world);
	world_open(&other);
	snprintf(path, sizeof(path), "%s/elsewhere", world.folder);
	for (int i = 0; i < 2; i++) {
		struct store *store = i ? other.store : world.store;

		GOOD(store_begin(store, &err));
		GOOD(store_checkpoints_to(store, path, &err));
		GOOD(store_commit(store, &(struct event){ .time = 1, .op_id = "op-a",
			.actor = "a", .verb = "audit checkpoint", .targets = "",
			.summary = "", .edits = "[]" }, &err));
	}
	commits(&world, 1);
	commits(&other, 1);
	GOOD(store_backup(world.store, beside(&world, ".bak"), &err));
	copy = open_copy(beside(&world, ".bak"));
	expect(copy, NULL, true, "2 lines of ");
	expect(copy, beside(&world, ".bak.checkpoints"), true, "2 lines of ");
	commits(&world, 1);
	expect(copy, NULL, false, "cut off");
	expect(copy, beside(&world, ".bak.checkpoints"), true, "2 lines of ");
	store_close(copy);
	world_end(&other);
	world_end(&world);
}

/* ---- syslog ------------------------------------------------------------------------------ */

TEST(syslog_has_the_line_too)
{
	struct sockaddr_un at = { .sun_family = AF_UNIX };
	struct world world;
	char line[4096];
	ssize_t n;
	int fd;

	world_open(&world);
	snprintf(at.sun_path, sizeof(at.sun_path), "%s/log", world.folder);
	fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK, 0);
	assert_int_equal(bind(fd, (struct sockaddr *)&at, sizeof(at)), 0);
	setenv("GATEHOUSE_SYSLOG", at.sun_path, 1);
	commits(&world, 1);
	n = recv(fd, line, sizeof(line) - 1, 0);
	assert_true(n > 0);
	line[n] = '\0';
	assert_int_equal(strncmp(line, "<86>", 4), 0);
	assert_non_null(strstr(line, ": gatehouse checkpoint 1 store="));
	assert_non_null(strstr(line, " seq=2 "));
	/* A log that nobody reads holds nobody up. */
	commits(&world, 400);
	assert_int_equal(revision_of(world.store), 402);
	setenv("GATEHOUSE_SYSLOG", "none", 1);
	close(fd);
	assert_true(file_size(beside(&world, ".checkpoints")) > 402 * 200);
	world_end(&world);
}

RUN(CASE(each_commit_appends_a_line),
    CASE(changes_that_were_cut_off_are_named),
    CASE(a_history_written_anew_is_caught_though_its_chain_holds),
    CASE(signed_lines_are_held_against_the_keys),
    CASE(a_signing_that_was_ended_half_way_is_no_alarm),
    CASE(without_a_place_to_tell_it_nothing_is_changed),
    CASE(torn_and_missing_lines_are_no_alarm),
    CASE(a_torn_line_is_told_from_one_that_was_changed),
    CASE(what_was_brought_back_on_purpose_is_said),
    CASE(another_file_and_lines_of_a_log_are_read),
    CASE(a_copy_has_the_lines_beside_it),
    CASE(a_copy_is_no_better_than_its_store),
    CASE(of_a_chosen_file_a_copy_has_its_own_lines),
    CASE(syslog_has_the_line_too))
