/* audit_test.c: the log by its verbs: what is asked of it, why things were done, and what
 * tells that it was cut or written anew. */
#include "store/vault_rows.h"
#include "tests/action/vault_world.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>

/* The numbers in the first column, newest first: "5 4 2". */
static void lists(struct vault_world *w, const char *line, const char *numbers)
{
	char got[256] = "";
	size_t i;

	VAULT(w, line, 0, "");
	for (i = 0; i < w->result.n_rows; i++)
		snprintf(got + strlen(got), sizeof(got) - strlen(got), "%s%s",
			 i ? " " : "", w->result.cells[i * w->result.n_columns]);
	if (strcmp(got, numbers) != 0)
		fail_msg("%s: %s and not %s", line, got, numbers);
}

static const char *cell(const struct vault_world *w, size_t row, const char *column)
{
	size_t i = 0;

	while (i < w->result.n_columns && strcmp(w->result.column[i], column) != 0)
		i++;
	assert_true(i < w->result.n_columns && row < w->result.n_rows);
	return w->result.cells[row * w->result.n_columns + i];
}

static void found(struct vault_world *w, const char *line, bool good, const char *what,
		  const char *part)
{
	size_t i;

	VAULT(w, line, good ? 0 : 1, "");
	for (i = 0; i < w->result.n_rows; i++)
		if (strcmp(cell(w, i, "check"), what) == 0) {
			if (!strstr(cell(w, i, "detail"), part))
				fail_msg("%s: %s", what, cell(w, i, "detail"));
			return;
		}
	fail_msg("%s: nothing about %s", line, what);
}

/* 1 made, 2 and 3 by ada, 4 by ben, 5 by eve. */
static void things_happen(struct vault_world *w)
{
	vault_world_open(w);
	vault_world_as(w, "ada");
	VAULT(w, "group create Sea", 0, "");
	VAULT(w, "user add new@t.example --role editor --reason Ticket", 0, "");
	vault_world_as(w, "ben");
	VAULT(w, "group create Lake", 0, "");
	vault_world_as(w, "eve");
	VAULT(w, "project share p --group Sea --level app_only", 0, "");
	vault_world_as(w, "ada");
}

TEST(filters_ask_by_whom_which_what_and_when)
{
	struct vault_world w;

	things_happen(&w);
	lists(&w, "audit list", "5 4 3 2 1");
	lists(&w, "audit list --by ada@t.example", "3 2");
	lists(&w, "audit list --by ADA", "3 2");
	lists(&w, "audit list --by u-ben", "4");
	lists(&w, "audit list --by operator:ada", "1");
	lists(&w, "audit list --by nobody", "");
	lists(&w, "audit list --verb project", "5");
	lists(&w, "audit list --verb share", "5");
	lists(&w, "audit list --verb hare", "");
	lists(&w, "audit list --thing Paper", "5");
	lists(&w, "audit list --thing Sea", "5 2");
	lists(&w, "audit list --since 3", "5 4 3");
	lists(&w, "audit list --since 2 --until 4 --by ada", "3 2");
	lists(&w, "audit list --until 1970-01-01", "1");
	lists(&w, "audit list --since 1970-01-02", "5 4 3 2");
	lists(&w, "audit list --since 1970-01-01T00:00:00Z --until 2", "2 1");
	lists(&w, "audit list --limit 2 --until 4", "4 3");
	assert_true(w.result.more);
	lists(&w, "audit list --limit 2 --before 3", "2 1");
	assert_false(w.result.more);
	VAULT(&w, "audit list --since yesterday", 2, "BAD_VALUE");
	assert_string_equal(w.err.field, "since");
	lists(&w, "audit export --verb group", "2 4");
	VAULT(&w, "audit show 3", 0, "");
	vault_world_as(&w, "eve");
	VAULT(&w, "audit list", 3, "ROLE_NEEDED");
	vault_world_close(&w);
}

TEST(why_it_was_done_is_kept_and_chained)
{
	struct vault_world w;

	things_happen(&w);
	lists(&w, "audit list --by ada", "3 2");
	assert_string_equal(cell(&w, 0, "reason"), "Ticket");
	assert_null(cell(&w, 1, "reason"));
	VAULT(&w, "audit export", 0, "");
	assert_string_equal(cell(&w, 3, "prev"), cell(&w, 2, "hash"));
	assert_non_null(strstr(cell(&w, 2, "edits"), "new@t.example"));
	found(&w, "audit verify", true, "events", "5 events");
	VAULT(&w, "group create G --reason", 2, "VALUE_MISSING");
	vault_world_by_hand(&w, "DROP TRIGGER events_stay; UPDATE events SET reason = 'None' "
			    "WHERE seq = 3; CREATE TRIGGER events_stay BEFORE UPDATE ON "
			    "events\nBEGIN\n\tSELECT RAISE(ABORT, 'events are only ever "
			    "appended');\nEND");
	vault_world_as(&w, "ada");
	found(&w, "audit verify", false, "events", "event 3 was altered");
	vault_world_close(&w);
}

TEST(an_open_vault_signs_and_a_cut_store_is_found)
{
	struct vault_world w;

	things_happen(&w);
	TYPES(&w, ada_words, ada_words);
	VAULT(&w, "vault init --memory 64", 0, "");
	found(&w, "audit verify", true, "keys", "keys of the vault");
	vault_world_copy(&w, ".copy", false);
	vault_world_as(&w, "ada");
	VAULT(&w, "group create Unsigned", 0, "");
	TYPES(&w, ada_words);
	VAULT(&w, "vault unlock", 0, "");
	VAULT(&w, "group create Signed", 0, "");
	found(&w, "audit verify", true, "checkpoints", "by u-ada");
	VAULT(&w, "audit checkpoint", 0, "");
	assert_non_null(strstr(w.result.message, "signed with your key"));
	VAULT(&w, "vault lock", 0, "");
	VAULT(&w, "audit checkpoint", 0, "");
	assert_non_null(strstr(w.result.message, "unsigned"));
	vault_world_copy(&w, ".copy", true);
	vault_world_as(&w, "ada");
	found(&w, "audit verify", false, "checkpoints", "2 changes were cut off");
	found(&w, "workspace verify", false, "checkpoints", "2 changes were cut off");
	vault_world_close(&w);
}

TEST(where_checkpoints_go_is_an_event_of_an_admin)
{
	struct vault_world w;
	char line[160], file[96];

	things_happen(&w);
	snprintf(file, sizeof(file), "%s.old", w.path);
	snprintf(line, sizeof(line), "audit checkpoint --file %s", file);
	VAULT(&w, line, 0, "");
	VAULT(&w, "group create Next", 0, "");
	snprintf(line, sizeof(line), "audit verify --checkpoint %s", file);
	found(&w, line, true, "checkpoints", "2 lines of");
	found(&w, "audit verify", true, "checkpoints", "2 lines of");
	snprintf(line, sizeof(line), "audit verify --checkpoint %s.checkpoints", w.path);
	found(&w, line, true, "checkpoints", "5 lines of");
	lists(&w, "audit list --verb checkpoint", "6");
	VAULT(&w, "audit checkpoint --file /nowhere/at/all", 8, "STORE_CHECKPOINT");
	VAULT(&w, "audit checkpoint --file beside", 0, "");
	found(&w, "audit verify", true, "checkpoints", "6 lines of");
	vault_world_as(&w, "eve");
	VAULT(&w, "audit checkpoint --file beside", 3, "ROLE_NEEDED");
	vault_world_close(&w);
}

/* ---- rows written by hand --------------------------------------------------------------- */

static void unlocks(struct vault_world *w, int status)
{
	vault_world_as(w, "ada");
	TYPES(w, ada_words);
	VAULT(w, "vault unlock", status, "");
}

static void says(const struct vault_world *w, const char *part)
{
	if (!w->result.message || !strstr(w->result.message, part))
		fail_msg("not said: %s; but: %s", part, w->result.message);
}

static const struct { const char *sql, *row; } by_hand[] = {
	{ "UPDATE users SET role = 'admin' WHERE id = 'u-eve'", "u-eve" },
	{ "UPDATE users SET unix_login = 'mallory' WHERE id = 'u-ben'", "mallory" },
	{ "INSERT INTO members SELECT g.n, u.n FROM groups g, users u WHERE g.name = 'Sea' "
	  "AND u.id = 'u-eve'", "u-eve" },
	{ "DELETE FROM grant_groups", "p" },
	{ "INSERT INTO grant_users SELECT p.n, u.n, 4 FROM projects p, users u WHERE "
	  "u.id = 'u-ben'", "u-ben" },
	{ "UPDATE projects SET public_web = 2", "p" },
	{ "UPDATE workspace SET show_secret_values = NOT show_secret_values",
	  "show_secret_values" },
	{ "UPDATE assets SET name = 'OTHER' WHERE id = 'a-two'", "a-two" },
	{ "UPDATE assets SET builtin = 4 WHERE id = 'a-key'",
	  "a-key" },
	{ "UPDATE users SET name = 'X' WHERE id = 'u-ben'", "u-ben" },
	{ "UPDATE origin SET operator = 'mallory'", "operator: it was changed" },
	{ "DELETE FROM vault_values", "value of secret a-key: it is gone" },
	{ "UPDATE vault_values SET set_by = 'mallory'", "value of secret a-key: it was "
	  "changed" },
};

static bool revealed(void *ctx, const char *name, const char *value, size_t n)
{
	(void)ctx;
	return *name && strlen(value) == n;
}

TEST(rows_written_by_hand_are_named_at_unlock)
{
	struct vault_world w;
	char line[160];
	size_t i;
	int fd;

	things_happen(&w);
	w.face.reveal = revealed;
	TYPES(&w, ada_words, ada_words);
	VAULT(&w, "vault init --memory 64", 0, "");
	snprintf(line, sizeof(line), "%s.old", w.path);
	fd = open(line, O_RDWR | O_CREAT | O_TRUNC, 0600);
	assert_int_equal(write(fd, "hunter2", 7), 7);
	assert_int_equal(lseek(fd, 0, SEEK_SET), 0);
	TYPES(&w, ada_words);
	snprintf(line, sizeof(line), "secret edit API_KEY --value-fd %d", fd);
	VAULT(&w, line, 0, "");
	found(&w, "audit verify", true, "state", "nobody has signed");
	unlocks(&w, 0);
	found(&w, "audit verify", true, "state", "ada@t.example signed at revision");
	found(&w, "audit verify", true, "state", "the 0 events since");
	VAULT(&w, "group add Sea u-ben", 0, "");
	VAULT(&w, "group rename Lake Pond", 0, "");
	found(&w, "audit verify", true, "state", "the 2 events since");
	vault_world_copy(&w, ".copy", false);
	for (i = 0; i < COUNT_OF(by_hand); i++) {
		vault_world_by_hand(&w, by_hand[i].sql);
		unlocks(&w, 1);
		says(&w, "somebody wrote to the file by hand");
		says(&w, by_hand[i].row);
		TYPES(&w, "new");
		VAULT(&w, "secret edit a-two --ask value", 8, "STATE_BY_HAND");
		VAULT(&w, "vault rotate", 8, "STATE_BY_HAND");
		vault_world_as(&w, "ada");
		TYPES(&w, ada_words);
		VAULT(&w, "secret reveal API_KEY", 8, "STATE_BY_HAND");
		found(&w, "audit verify", false, "by hand", "");
		found(&w, "workspace verify", false, "state", "by hand");
		vault_world_copy(&w, ".copy", true);
	}
	vault_world_as(&w, "ada");
	TYPES(&w, ada_words);
	VAULT(&w, "secret reveal API_KEY", 0, "");
	/* That it was revealed since tells nothing of a change of it. */
	vault_world_by_hand(&w, "UPDATE vault_values SET set_by = 'mallory'");
	unlocks(&w, 1);
	says(&w, "value of secret a-key: it was changed");
	vault_world_copy(&w, ".copy", true);
	vault_world_as(&w, "ada");
	VAULT(&w, "audit checkpoint", 0, "");
	unlocks(&w, 1);			/* the reveal was cut off */
	VAULT(&w, "audit checkpoint --accept", 0, "");
	unlocks(&w, 0);
	found(&w, "audit verify", true, "state", "the 0 events since");
	/* The file of it, too; and what was accepted aloud is used. */
	vault_world_leave(&w);
	snprintf(line, sizeof(line), "%s.signed", w.path);
	assert_int_equal(unlink(line), 0);
	vault_world_as(&w, "ada");
	TYPES(&w, ada_words);
	VAULT(&w, "vault passphrase", 8, "STATE_BY_HAND");
	assert_non_null(strstr(w.err.text, "is gone"));
	VAULT(&w, "secret reveal API_KEY", 8, "STATE_BY_HAND");
	VAULT(&w, "audit checkpoint --accept", 0, "");
	VAULT(&w, "secret reveal API_KEY", 0, "");
	vault_world_close(&w);
}

/* ---- what an event excuses ---------------------------------------------------------------- */

/* As whoever may write the file would, with an event about it. */
static void forged(struct vault_world *w, const char *edits, bool line)
{
	struct event event = { .time = 1, .op_id = "op-forged", .actor = "ada@t.example",
		.verb = "secret edit", .targets = "a-key", .summary = "Set", .edits = edits };
	char path[96];
	struct arena arena = { 0 };
	struct vault_rows rows;
	struct store *store;
	struct stat st;

	vault_world_leave(w);
	snprintf(path, sizeof(path), "%s.checkpoints", w->path);
	assert_int_equal(stat(path, &st), 0);
	store = store_open(w->path, STORE_WRITE, &w->err);
	assert_non_null(store);
	assert_true(store_begin(store, &w->err));
	assert_true(store_vault(store, &arena, &rows, &w->err));
	rows.values[0].version++;
	rows.values[0].set_by = "mallory";
	assert_true(store_vault_put(store, &rows.values[0], &w->err));
	assert_true(store_commit(store, &event, &w->err));
	store_close(store);
	if (!line)
		assert_int_equal(truncate(path, st.st_size), 0);
	arena_release(&arena);
}

static void value_world(struct vault_world *w)
{
	things_happen(w);
	w->face.reveal = revealed;
	TYPES(w, ada_words, ada_words);
	VAULT(w, "vault init --memory 64", 0, "");
	TYPES(w, "hunter2", ada_words);
	VAULT(w, "secret edit API_KEY --ask value", 0, "");
	TYPES(w, "other");
	VAULT(w, "secret edit a-two --ask value", 0, "");
	unlocks(w, 0);
}

static void is_found(struct vault_world *w, const char *row)
{
	unlocks(w, 1);
	says(w, row);
	VAULT(w, "secret reveal API_KEY", 8, "STATE_BY_HAND");
	vault_world_copy(w, ".copy", true);
}

TEST(an_event_excuses_what_it_names_and_no_more)
{
	static const char named[] = "[{\"edit\":\"value\",\"kind\":\"secret\","
		"\"thing\":\"a-key\",\"field\":\"value\",\"value_hash\":{\"epoch\":1,"
		"\"before\":null,\"after\":\"00\"}}]";
	struct vault_world w;

	value_world(&w);
	VAULT(&w, "vault rotate", 0, "");
	VAULT(&w, "secret edit a-two --name THREE", 0, "");
	vault_world_copy(&w, ".copy", false);
	vault_world_as(&w, "ada");
	TYPES(&w, ada_words);
	VAULT(&w, "secret reveal API_KEY", 0, "");
	vault_world_copy(&w, ".copy", true);
	vault_world_by_hand(&w, "UPDATE vault_values SET set_by = 'mallory' "
			    "WHERE thing = 'a-key'");
	is_found(&w, "value of secret a-key: it was changed");
	vault_world_by_hand(&w, "UPDATE vault_values SET set_at = 7 WHERE thing = 'a-two'");
	is_found(&w, "value of secret a-two: it was changed");
	vault_world_by_hand(&w, "UPDATE vault_values SET version = version + 1 "
			    "WHERE thing = 'a-two'");
	is_found(&w, "value of secret a-two: it was changed");
	vault_world_by_hand(&w, "UPDATE origin SET operator = 'mallory'");
	is_found(&w, "operator: it was changed");
	forged(&w, "[]", true);
	is_found(&w, "value of secret a-key: it was changed, and no event");
	forged(&w, named, true);
	is_found(&w, "which tells of it, is signed by no key of the vault");
	forged(&w, named, false);
	is_found(&w, "which tells of it, is signed by no key of the vault");
	vault_world_close(&w);
}

/* Given by who has the vault open: the line about it is signed, or a later one is. */
TEST(what_was_given_rightly_is_no_finding)
{
	struct vault_world w;
	char line[160];

	value_world(&w);
	TYPES(&w, "third");
	VAULT(&w, "secret edit API_KEY --ask value", 0, "");
	VAULT(&w, "vault rotate", 0, "");
	TYPES(&w, "new");
	VAULT(&w, "secret create FOURTH --ask value", 0, "");
	vault_world_as(&w, "ben");		/* an Admin without a key */
	VAULT(&w, "group create Unsigned", 0, "");
	w.yes = true;
	VAULT(&w, "secret delete a-two", 0, "");
	w.yes = false;
	vault_world_as(&w, "ada");
	TYPES(&w, ada_words);
	VAULT(&w, "secret reveal API_KEY", 0, "");
	TYPES(&w, "fifth");
	VAULT(&w, "secret edit API_KEY --ask value", 0, "");
	/* Lines go elsewhere: those about what was before are not asked for. */
	VAULT(&w, "vault lock", 0, "");
	snprintf(line, sizeof(line), "audit checkpoint --file %s.old", w.path);
	VAULT(&w, line, 0, "");
	VAULT(&w, "group create Elsewhere", 0, "");
	vault_world_as(&w, "ada");
	TYPES(&w, ada_words);
	VAULT(&w, "secret reveal API_KEY", 0, "");
	vault_world_as(&w, "ben");
	VAULT(&w, "group create Lone", 0, "");
	found(&w, "audit verify", true, "state", "(no key of the vault signed the last 1)");
	unlocks(&w, 0);
	says(&w, "The last change was made without the vault open");
	unlocks(&w, 0);
	assert_null(strstr(w.result.message, "without the vault open"));
	vault_world_close(&w);
}

/* A writer who takes away what would tell of it. */
TEST(a_store_that_nothing_tells_of_opens_no_value)
{
	struct vault_world w;
	char line[160];
	size_t i;

	things_happen(&w);
	w.face.reveal = revealed;
	TYPES(&w, ada_words, ada_words);
	VAULT(&w, "vault init --memory 64", 0, "");
	TYPES(&w, "hunter2", ada_words);
	VAULT(&w, "secret edit API_KEY --ask value", 0, "");
	VAULT(&w, "secret reveal API_KEY", 0, "");	/* nobody has signed yet */
	unlocks(&w, 0);
	vault_world_by_hand(&w, by_hand[0].sql);
	for (i = 0; i < 2; i++) {
		snprintf(line, sizeof(line), "%s%s", w.path, i ? ".signed" : ".checkpoints");
		assert_int_equal(unlink(line), 0);
	}
	for (i = 0; i < 2; i++) {
		vault_world_as(&w, "ada");
		TYPES(&w, ada_words);
		VAULT(&w, "secret reveal API_KEY", 8, "STATE_UNTOLD");
		unlocks(&w, 1);
		VAULT(&w, "secret reveal API_KEY", 8, "STATE_UNTOLD");
		/* The next change makes the lines anew, from there on. */
		VAULT(&w, i ? "group create Later" : "group create Soon", 0, "");
	}
	VAULT(&w, "audit checkpoint", 0, "");
	VAULT(&w, "secret reveal API_KEY", 0, "");
	vault_world_close(&w);
}

/* The tables are as they were signed; only the lines outside know of more. */
TEST(a_store_put_back_is_said_to_be_at_unlock)
{
	struct vault_world w;

	things_happen(&w);
	TYPES(&w, ada_words, ada_words);
	VAULT(&w, "vault init --memory 64", 0, "");
	unlocks(&w, 0);
	vault_world_copy(&w, ".copy", false);
	vault_world_as(&w, "ada");
	VAULT(&w, "group add Sea u-ben", 0, "");
	vault_world_copy(&w, ".copy", true);
	unlocks(&w, 1);
	says(&w, "1 change was cut off");
	says(&w, "It is not signed");
	unlocks(&w, 1);
	VAULT(&w, "audit checkpoint --accept", 0, "");
	unlocks(&w, 0);
	vault_world_close(&w);
}

TEST(what_was_found_is_accepted_aloud)
{
	struct vault_world w;
	char path[96];
	int fd;

	things_happen(&w);
	TYPES(&w, ada_words, ada_words);
	VAULT(&w, "vault init --memory 64", 0, "");
	unlocks(&w, 0);
	vault_world_by_hand(&w, "UPDATE users SET name = 'X' WHERE id = 'u-ben'");
	unlocks(&w, 1);
	unlocks(&w, 1);		/* looking twice makes it no better */
	VAULT(&w, "audit checkpoint", 1, "");
	says(&w, "u-ben");
	VAULT(&w, "audit checkpoint --accept", 0, "");
	found(&w, "audit verify", true, "state", "the 0 events since");
	lists(&w, "audit list --verb checkpoint", "7");
	VAULT(&w, "vault lock", 0, "");
	VAULT(&w, "audit checkpoint --accept", 6, "VAULT_LOCKED");
	/* The file itself: gone, another's, an older one. */
	snprintf(path, sizeof(path), "%s.signed", w.path);
	fd = open(path, O_RDWR);
	assert_true(fd >= 0);
	assert_int_equal(pwrite(fd, "x", 1, 5000), 1);
	found(&w, "audit verify", false, "state", "does not hold");
	close(fd);
	assert_int_equal(unlink(path), 0);
	found(&w, "audit verify", false, "state", "is gone");
	unlocks(&w, 1);
	says(&w, "is gone");
	vault_world_close(&w);
}

TEST(after_an_import_rows_are_said_not_to_be_compared)
{
	struct vault_world w;
	char line[160];

	things_happen(&w);
	TYPES(&w, ada_words, ada_words);
	VAULT(&w, "vault init --memory 64", 0, "");
	unlocks(&w, 0);
	snprintf(line, sizeof(line), "workspace backup %s.old", w.path);
	VAULT(&w, line, 0, "");
	VAULT(&w, "group create More", 0, "");
	w.yes = true;
	snprintf(line, sizeof(line), "workspace restore %s.old", w.path);
	VAULT(&w, line, 0, "");
	w.yes = false;
	vault_world_as(&w, "ada");
	found(&w, "audit verify", true, "state", "cannot be compared");
	unlocks(&w, 0);
	found(&w, "audit verify", true, "state", "the 0 events since");
	/* By an Admin without a key: whoever opens the vault is to look at it. */
	vault_world_as(&w, "ben");
	VAULT(&w, "group create Most", 0, "");
	w.yes = true;
	snprintf(line, sizeof(line), "workspace restore %s.old", w.path);
	VAULT(&w, line, 0, "");
	w.yes = false;
	vault_world_as(&w, "ada");
	found(&w, "audit verify", false, "state", "no key of the vault signed that");
	TYPES(&w, ada_words);
	VAULT(&w, "vault rotate", 8, "STATE_UNSIGNED");
	unlocks(&w, 1);
	says(&w, "no key of the vault signed that");
	VAULT(&w, "vault rotate", 8, "STATE_UNSIGNED");
	VAULT(&w, "audit checkpoint --accept", 0, "");
	VAULT(&w, "vault rotate", 0, "");
	unlocks(&w, 0);
	snprintf(line, sizeof(line), "rm -f %.*s/*",
		 (int)(strrchr(w.path, '/') - w.path), w.path);
	vault_world_leave(&w);
	assert_int_equal(system(line), 0);
	vault_world_close(&w);
}

/* ---- copies ----------------------------------------------------------------------------- */

static void other_file(struct vault_world *w, const char *path)
{
	vault_world_leave(w);
	assert_in_range(strlen(path), 1, sizeof(w->path) - 1);
	snprintf(w->path, sizeof(w->path), "%.*s", (int)sizeof(w->path) - 1, path);
}

static void all_is_well(struct vault_world *w)
{
	vault_world_as(w, "ada");
	found(w, "audit verify", true, "checkpoints", "signed, last revision");
	found(w, "audit verify", true, "state", "ada@t.example signed at revision");
	found(w, "workspace verify", true, "checkpoints", "");
	unlocks(w, 0);
}

/* A backup, what is restored from it, and what an import wrote before it. */
TEST(copies_are_well_at_once)
{
	struct vault_world w;
	char line[512], folder[96], path[128], home[64];

	things_happen(&w);
	snprintf(home, sizeof(home), "%s", w.path);
	snprintf(folder, sizeof(folder), "%.*s", (int)(strrchr(w.path, '/') - w.path), w.path);
	TYPES(&w, ada_words, ada_words);
	VAULT(&w, "vault init --memory 64", 0, "");
	unlocks(&w, 0);
	VAULT(&w, "group create More", 0, "");
	snprintf(path, sizeof(path), "%s/b", folder);
	snprintf(line, sizeof(line), "workspace backup %s", path);
	VAULT(&w, line, 0, "");
	other_file(&w, path);
	all_is_well(&w);
	snprintf(line, sizeof(line), "workspace restore %s", path);
	snprintf(path, sizeof(path), "%s/new", folder);
	other_file(&w, path);
	app_init(&w.app, w.path);
	w.app.login = "ada";
	w.open = true;
	VAULT(&w, line, 0, "");
	all_is_well(&w);
	found(&w, "audit verify", true, "checkpoints", "which nobody has signed, says");
	VAULT(&w, "group create Less", 0, "");
	found(&w, "audit verify", true, "checkpoints", "to which signed lines were added");
	/* Into a filled one: the state before, and after. */
	w.yes = true;
	VAULT(&w, line, 0, "");
	w.yes = false;
	snprintf(line, sizeof(line), "cd %s && mv new.backup-*Z-? was && mv "
		 "new.backup-*.checkpoints was.checkpoints && mv new.backup-*.signed was.signed",
		 folder);
	assert_int_equal(system(line), 0);
	vault_world_as(&w, "ada");
	found(&w, "workspace verify", true, "checkpoints", "");
	unlocks(&w, 0);
	snprintf(path, sizeof(path), "%s/was", folder);
	other_file(&w, path);
	all_is_well(&w);
	/* Without what was beside it: by name, until somebody says so. */
	snprintf(line, sizeof(line), "rm %s/was.checkpoints %s/was.signed", folder, folder);
	vault_world_leave(&w);
	assert_int_equal(system(line), 0);
	vault_world_as(&w, "ada");
	found(&w, "audit verify", false, "checkpoints", "gatehouse audit checkpoint");
	VAULT(&w, "group create Healed", 0, "");
	found(&w, "audit verify", false, "checkpoints", "gatehouse audit checkpoint");
	VAULT(&w, "audit checkpoint", 0, "");
	found(&w, "audit verify", true, "checkpoints", "which nobody has signed");
	unlocks(&w, 0);
	/* A new store where one was: what it left is of another. */
	snprintf(line, sizeof(line), "cd %s && rm was && cp b.signed was.signed", folder);
	vault_world_leave(&w);
	assert_int_equal(system(line), 0);
	app_init(&w.app, w.path);
	w.app.login = "ada";
	w.open = true;
	VAULT(&w, "workspace init --name New --admin ada@t.example", 0, "");
	vault_world_as(&w, "ada");
	found(&w, "workspace verify", true, "state", "is of another store");
	found(&w, "audit verify", true, "checkpoints", "are of another store");
	other_file(&w, home);
	snprintf(line, sizeof(line), "rm -f %s/*", folder);
	assert_int_equal(system(line), 0);
	vault_world_close(&w);
}

/* ---- for an access review -------------------------------------------------------------- */

/* Of the person on the project: "via name since by". */
static void stands(struct vault_world *w, const char *email, const char *title,
		   const char *want)
{
	char got[160];
	size_t i;

	VAULT(w, "audit review", 0, "");
	for (i = 0; i < w->result.n_rows; i++)
		if (strcmp(cell(w, i, "email"), email) == 0 &&
		    strcmp(cell(w, i, "title"), title) == 0)
			break;
	if (i == w->result.n_rows) {
		assert_string_equal(want, "");
		return;
	}
	snprintf(got, sizeof(got), "%s %s %s %s", cell(w, i, "via"),
		 cell(w, i, "via_name"), cell(w, i, "since_revision"),
		 cell(w, i, "since_by"));
	assert_string_equal(got, want);
}

TEST(a_review_says_who_has_what_why_and_since_when)
{
	struct vault_world w;
	struct options csv = { .format = FORMAT_CSV };
	const struct action *action = action_find("audit", "review");
	struct args args = { .of = { { NULL, 0 } } };

	things_happen(&w);
	stands(&w, "eve@t.example", "Paper", "direct owner 1 operator:ada");
	stands(&w, "ben@t.example", "Paper", "");
	VAULT(&w, "group add Sea u-ben", 0, "");	/* 6; the grant is of 5 */
	stands(&w, "ben@t.example", "Paper", "group Sea 6 ada@t.example");
	vault_world_as(&w, "eve");
	VAULT(&w, "project share p --user u-ben --level can_view", 0, "");
	VAULT(&w, "project share-workspace p app_only", 0, "");
	VAULT(&w, "project create =Formula", 0, "");
	VAULT(&w, "audit review", 3, "ROLE_NEEDED");
	vault_world_as(&w, "ada");
	stands(&w, "ben@t.example", "Paper", "direct  7 eve@t.example");
	stands(&w, "everybody", "Paper", "workspace  8 eve@t.example");
	stands(&w, "eve@t.example", "=Formula", "direct owner 9 eve@t.example");
	vault_world_as(&w, "eve");
	VAULT(&w, "project unshare p --user u-ben", 0, "");
	vault_world_as(&w, "ada");
	stands(&w, "ben@t.example", "Paper", "group Sea 6 ada@t.example");
	VAULT(&w, "audit review --user u-rec", 4, "NOT_FOUND");
	VAULT(&w, "audit review --user ben@t.example", 0, "");
	assert_int_equal(w.result.n_rows, 1);
	result_release(&w.result);
	assert_true(action_run(&w.app, action, &args, &csv, &w.result, &w.err));
	assert_int_equal(strncmp(buf_text(&w.result.csv), "# What", 6), 0);
	assert_non_null(strstr(buf_text(&w.result.csv), "no claim of compliance"));
	assert_non_null(strstr(buf_text(&w.result.csv), ",'=Formula,"));
	assert_non_null(strstr(buf_text(&w.result.csv), ",1,1970-01-01T00:00:00Z,"
			       "operator:ada,false"));
	vault_world_close(&w);
}

/* ---- two addresses that look the same ---------------------------------------------------- */

static bool warned(const struct vault_world *w, const char *part)
{
	size_t i;

	for (i = 0; i < w->result.n_warnings; i++)
		if (strcmp(w->result.warnings[i].code, "LOOK_ALIKE") == 0 &&
		    strstr(w->result.warnings[i].text, part))
			return true;
	return false;
}

TEST(who_looks_like_an_admin_is_said_where_it_counts)
{
	struct vault_world w;

	things_happen(&w);
	TYPES(&w, ada_words, ada_words);
	VAULT(&w, "vault init --memory 64", 0, "");
	found(&w, "workspace verify", true, "alike", "no address looks like an Admin's");
	VAULT(&w, "user add bcn@t.example --role editor", 0, "");
	VAULT(&w, "user add burn@t.example --role editor", 0, "");
	assert_false(warned(&w, ""));
	VAULT(&w, "user role burn@t.example admin", 0, "");
	assert_false(warned(&w, ""));
	VAULT(&w, "user add bum@t.example --role admin", 0, "");
	assert_true(warned(&w, "looks like burn@t.example"));
	VAULT(&w, "user add b\xd0\xb5n@t.example --role editor", 0, "");
	assert_true(warned(&w, "looks like ben@t.example"));
	VAULT(&w, "user role b\xd0\xb5n@t.example admin", 0, "");
	assert_true(warned(&w, "looks like ben@t.example"));
	found(&w, "workspace verify", true, "alike", "looks like");
	VAULT(&w, "user edit b\xd0\xb5n@t.example --unix-login fake", 0, "");
	vault_world_as(&w, "fake");
	TYPES(&w, ben_words, ben_words);
	VAULT(&w, "vault passphrase --memory 64", 0, "");
	vault_world_as(&w, "ada");
	VAULT(&w, "vault admin-add b\xd0\xb5n@t.example", 2, "YES_NEEDED");
	assert_non_null(strstr(w.err.text, "This address looks like ben@t.example and is "
			       "another one."));
	assert_non_null(strstr(w.err.text, "fingerprint"));
	vault_world_close(&w);
}

/* ---- a checkpoint that could not be written ---------------------------------------------- */

TEST(what_is_stored_and_not_told_is_said)
{
	struct vault_world w;
	struct rlimit was, small;
	struct stat st;
	char path[96];

	things_happen(&w);
	/* The store has room in what it is; its -wal is short, the file of lines long. */
	snprintf(path, sizeof(path), "%s.checkpoints", w.path);
	assert_int_equal(truncate(path, 8 << 20), 0);
	assert_int_equal(stat(path, &st), 0);
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &was), 0);
	small = was;
	small.rlim_cur = 4 << 20;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
	VAULT(&w, "group create Told", 0, "");
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &was), 0);
	assert_int_equal(w.result.n_warnings, 1);
	assert_string_equal(w.result.warnings[0].code, "CHECKPOINT");
	assert_non_null(strstr(w.result.warnings[0].text, "it is stored"));
	VAULT(&w, "group create Next", 0, "");
	assert_int_equal(w.result.n_warnings, 0);
	vault_world_close(&w);
}

RUN(CASE(what_is_stored_and_not_told_is_said),
    CASE(who_looks_like_an_admin_is_said_where_it_counts),
    CASE(filters_ask_by_whom_which_what_and_when),
    CASE(why_it_was_done_is_kept_and_chained),
    CASE(an_open_vault_signs_and_a_cut_store_is_found),
    CASE(a_store_that_nothing_tells_of_opens_no_value),
		CASE(rows_written_by_hand_are_named_at_unlock),
		CASE(an_event_excuses_what_it_names_and_no_more),
		CASE(what_was_given_rightly_is_no_finding),
    CASE(a_store_put_back_is_said_to_be_at_unlock),
    CASE(what_was_found_is_accepted_aloud),
    CASE(after_an_import_rows_are_said_not_to_be_compared),
    CASE(a_review_says_who_has_what_why_and_since_when),
    CASE(copies_are_well_at_once),
    CASE(where_checkpoints_go_is_an_event_of_an_admin))
