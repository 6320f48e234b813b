/* vault_world.h: a store that is no demo, whose people come one after the other, each
 * with a login, and type what the test has laid ready. */
#ifndef TESTS_VAULT_WORLD_H
#define TESTS_VAULT_WORLD_H

#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/page/page_sum.h"
#include "tests/expect.h"

#include "action/core/action.h"
#include "action/run/app_open.h"
#include "action/run/run.h"
#include "base/newid.h"
#include "model/workspace_file.h"
#include "store/store.h"

enum { VAULT_TYPED = 4, VAULT_SHOWN = 100 };

static const char ada_words[] = "ada has seven goats", ben_words[] = "ben likes wet stones";

struct vault_world {
	char path[64];			/* of the store, in a folder of its own */
	struct app app;
	struct result result;
	struct error err;
	bool open, has_result;
	bool yes, there;		/* --yes; somebody sits before it */
	const char *typed[VAULT_TYPED];	/* what is typed next */
	size_t at;
	char shown[VAULT_SHOWN];	/* what was shown once */
	size_t shows;
	struct secret_face face;
	const struct device_face *device;	/* or NULL */
};

static inline bool vault_world_type(void *ctx, const char *name, const char *what,
				    char *at, size_t most, size_t *n, struct error *err)
{
	struct vault_world *w = ctx;
	const char *typed = w->at < VAULT_TYPED ? w->typed[w->at] : NULL;

	assert_true(*name);
	if (!typed)
		return error_set(err, ERROR_INVALID, "NOT_CONFIRMED", "nothing for %s", what);
	w->at++;
	*n = strlen(typed);
	assert_true(*n <= most);
	memcpy(at, typed, *n + 1);
	return true;
}

static inline bool vault_world_show(void *ctx, const char *name, const char *title,
				    const char *text, struct error *err)
{
	struct vault_world *w = ctx;

	(void)err;
	assert_true(*name && *title);
	snprintf(w->shown, sizeof(w->shown), "%s", text);
	w->shows++;
	return true;
}

static inline void vault_world_leave(struct vault_world *w)
{
	if (w->has_result)
		result_release(&w->result);
	w->has_result = false;
	if (w->open)
		app_release(&w->app);
	w->open = false;
}

/* This login comes, and nobody has unlocked anything. */
static inline void vault_world_as(struct vault_world *w, const char *login)
{
	vault_world_leave(w);
	app_init(&w->app, w->path);
	w->app.login = login;
	if (!app_open(&w->app, true, NULL, &w->err))
		fail_msg("%s: %s", login, w->err.text);
	w->open = true;
}

static inline void vault_world_open(struct vault_world *w)
{
	static const char text[] = "{\"format\":\"gatehouse-workspace\",\"version\":1,"
		"\"workspace\":{\"name\":\"T\",\"plan\":\"enterprise\"},\"users\":["
		"{\"id\":\"u-ada\",\"email\":\"ada@t.example\",\"role\":\"admin\","
		"\"unix_login\":\"ada\"},"
		"{\"id\":\"u-ben\",\"email\":\"ben@t.example\",\"role\":\"admin\","
		"\"unix_login\":\"ben\"},"
		"{\"id\":\"u-eve\",\"email\":\"eve@t.example\",\"role\":\"editor\","
		"\"unix_login\":\"eve\"},"
		"{\"id\":\"recovery\",\"email\":\"rec@t.example\",\"role\":\"admin\","
		"\"unix_login\":\"rec\"}],"
		"\"assets\":[{\"id\":\"a-key\",\"kind\":\"secret\",\"name\":\"API_KEY\"},"
		"{\"id\":\"a-two\",\"kind\":\"secret\",\"name\":\"TWO\"}],"
		"\"projects\":[{\"id\":\"p\",\"title\":\"Paper\",\"owner\":\"u-eve\","
		"\"assets\":[\"a-key\"]}]}";
	char folder[] = "/tmp/gatehouse-vault-XXXXXX", op_id[NEWID_TEXT];
	struct event event = { .time = 1, .op_id = op_id, .actor = "operator:ada",
			       .verb = "workspace import", .targets = "", .summary = "made",
			       .edits = "[]" };
	struct file_notes notes = { 0 };
	struct facts facts;

	memset(w, 0, sizeof(*w));
	w->there = true;
	w->face = (struct secret_face){ .ask = vault_world_type, .show = vault_world_show,
					.ctx = w };
	assert_non_null(mkdtemp(folder));
	snprintf(w->path, sizeof(w->path), "%s/w.db", folder);
	newid(op_id, "op");
	facts_init(&facts);
	assert_true(workspace_read_json("t", text, strlen(text), &facts, &notes, &w->err));
	assert_true(store_make(w->path, "ada", false, &facts, &event, &w->err));
	facts_release(&facts);
}

static inline void vault_world_close(struct vault_world *w)
{
	static const char *const tails[] = { "", "-wal", "-shm", ".lock", ".copy", ".old",
		".checkpoints", ".signed" };
	char path[96];
	size_t i;

	vault_world_leave(w);
	for (i = 0; i < COUNT_OF(tails); i++) {
		snprintf(path, sizeof(path), "%s%s", w->path, tails[i]);
		unlink(path);
	}
	*strrchr(w->path, '/') = '\0';
	rmdir(w->path);
}

/* Words are parted by single blanks; typed: what the person types, NULL at the end. */
static inline int vault_world_do(struct vault_world *w, const char *line)
{
	char copy[512], *word, *rest = copy;
	struct options opts = { .format = FORMAT_TEXT };
	struct arena arena = { 0 };
	const struct action *action;
	const char *words[32];
	struct args args;
	int n = 0;
	bool ok;

	if (w->has_result)
		result_release(&w->result);
	w->has_result = false;
	assert_true(strlen(line) < sizeof(copy));
	memcpy(copy, line, strlen(line) + 1);
	while ((word = strsep(&rest, " ")))
		words[n++] = word;
	error_clear(&w->err);
	w->at = 0;
	ok = args_parse(n, words, &arena, &action, &args, &opts, &w->err);
	opts.yes = opts.yes || w->yes;
	opts.secrets = w->there ? &w->face : NULL;
	opts.device = w->device;
	if (ok) {
		ok = action_run(&w->app, action, &args, &opts, &w->result, &w->err);
		w->has_result = true;
	}
	arena_release(&arena);
	memset(w->typed, 0, sizeof(w->typed));
	return ok ? w->result.failed : error_exit_status(w->err.kind);
}

#define TYPES(w, ...) do { \
	const char *const all_[] = { __VA_ARGS__ }; \
	memcpy((w)->typed, all_, sizeof(all_)); \
} while (0)
/* Status and code of a line, before which this is typed. */
#define VAULT(w, line, status, code_) do { \
	int got_ = vault_world_do(w, line); \
	if (got_ != (status)) \
		print_error("%s: %s %s\n", line, (w)->err.code, (w)->err.text); \
	assert_int_equal(got_, status); \
	if (status) \
		assert_string_equal((w)->err.code, code_); \
} while (0)

/* A writer without keys: at the file itself, past every rule of this program. */
static inline void vault_world_by_hand(struct vault_world *w, const char *sql)
{
	char *message = NULL, image[96];
	sqlite3 *db;

	vault_world_leave(w);
	assert_int_equal(sqlite3_open_v2(w->path, &db, SQLITE_OPEN_READWRITE,
					 page_sum_vfs()), SQLITE_OK);
	if (sqlite3_exec(db, sql, NULL, NULL, &message) != SQLITE_OK)
		fail_msg("%s: %s", sql, message);
	assert_true(sqlite3_total_changes(db) > 0);
	assert_int_equal(sqlite3_close(db), SQLITE_OK);
	snprintf(image, sizeof(image), "%s.image", w->path);
	unlink(image);		/* a cache: it would be found to differ */
}

/* The store as it is, beside it; and back. */
static inline void vault_world_copy(struct vault_world *w, const char *tail, bool back)
{
	char from[96], to[96], wal[96], command[256];

	vault_world_leave(w);
	snprintf(from, sizeof(from), "%s%s", w->path, back ? tail : "");
	snprintf(to, sizeof(to), "%s%s", w->path, back ? "" : tail);
	snprintf(wal, sizeof(wal), "%s-wal", w->path);
	snprintf(command, sizeof(command), "PRAGMA wal_checkpoint(TRUNCATE)");
	if (!back) {
		sqlite3 *db;

		assert_int_equal(sqlite3_open_v2(w->path, &db, SQLITE_OPEN_READWRITE,
					 page_sum_vfs()), SQLITE_OK);
		assert_int_equal(sqlite3_exec(db, command, NULL, NULL, NULL), SQLITE_OK);
		assert_int_equal(sqlite3_close(db), SQLITE_OK);
	}
	unlink(wal);
	snprintf(command, sizeof(command), "cp %s %s", from, to);
	assert_int_equal(system(command), 0);
}

#endif
