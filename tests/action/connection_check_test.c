/* connection_check_test.c: connection test, from the vault to what is kept of it. */
#include "tests/action/vault_world.h"
#include "tests/courier/server.h"

#include "base/clock.h"
#include "post/post.h"
#include "store/check/check_rows.h"

static struct server server;

static void make(struct vault_world *w, const char *name, int port, bool password)
{
	char line[256];

	snprintf(line, sizeof(line), "connection create %s --type postgres --field host="
		 "127.0.0.1 --field port=%d --field database=orders --field username=reader%s",
		 name, port, password ? " --ask password" : "");
	if (password)
		TYPES(w, SERVER_PASSWORD);
	VAULT(w, line, 0, "");
}

static void open_with_two(struct vault_world *w)
{
	char path[4096];

	snprintf(path, sizeof(path), "%s/src", getenv("builddir_abs") ?
		 getenv("builddir_abs") : ".");
	post_folder(path);
	server = (struct server){ .manner = POSTGRES };
	server_start(&server);
	vault_world_open(w);
	vault_world_as(w, "ada");
	TYPES(w, ada_words, ada_words);
	VAULT(w, "vault init --memory 64", 0, "");
	TYPES(w, ada_words);
	VAULT(w, "vault unlock", 0, "");
	make(w, "Good", server.port, true);
	make(w, "Nobody", server_nobody(), false);
}

static void over(struct vault_world *w)
{
	server_stop(&server);
	vault_world_close(w);
}

static const struct fact_asset *called(struct vault_world *w, const char *name)
{
	struct error err;
	uint32_t n;

	if (!app_find_asset(&w->app, "connection", name, &n, &err))
		fail_msg("%s", err.text);
	return &w->app.facts.assets[n];
}

static void has_status(struct vault_world *w, const char *name, const char *status)
{
	assert_string_equal(app_asset_status(&w->app, called(w, name)), status);
}

static int64_t revision(struct vault_world *w)
{
	int64_t n;

	assert_true(store_revision(w->app.store, &n, &w->err));
	return n;
}

TEST(it_is_checked_kept_and_no_event)
{
	struct vault_world w;
	int64_t before;

	open_with_two(&w);
	before = revision(&w);
	has_status(&w, "Good", "untested");
	VAULT(&w, "connection test Good", 0, "");
	assert_false(w.result.unreached);
	assert_non_null(strstr(buf_text(&w.result.json), "\"server\":\"PostgreSQL 15.99\""));
	assert_null(strstr(buf_text(&w.result.json), SERVER_PASSWORD));
	has_status(&w, "Good", "ok");
	VAULT(&w, "connection test Nobody Good", 0, "");
	assert_true(w.result.unreached);
	has_status(&w, "Nobody", "error");
	assert_int_equal(revision(&w), before);
	vault_world_as(&w, "eve");
	VAULT(&w, "connection list", 0, "");
	assert_int_equal(w.result.n_rows, 2);
	assert_null(w.result.cells[3]);		/* no setting is hers to see */
	assert_null(w.result.cells[w.result.n_columns + 3]);
	/* As another Admin finds it. */
	vault_world_as(&w, "ben");
	has_status(&w, "Good", "ok");
	has_status(&w, "Nobody", "error");
	over(&w);
}

TEST(all_tells_what_is_new_from_what_was_so)
{
	struct vault_world w;

	open_with_two(&w);
	VAULT(&w, "connection test --all", 0, "");
	assert_true(w.result.unreached && !w.result.failed);	/* Nobody, as ever */
	server_stop(&server);
	assert_int_equal(vault_world_do(&w, "connection test --all"), 1);
	assert_true(w.result.failed && !w.result.unreached);	/* Good fell */
	VAULT(&w, "connection test --all", 0, "");
	assert_true(w.result.unreached && !w.result.failed);
	VAULT(&w, "connection delete Good --yes", 0, "");
	VAULT(&w, "connection delete Nobody --yes", 0, "");
	assert_true(app_checks_read(&w.app, NULL, &w.err));
	assert_int_equal(w.app.n_checks, 0);			/* it goes with them */
	VAULT(&w, "connection test --all", 0, "");
	assert_false(w.result.unreached || w.result.failed);
	vault_world_close(&w);
}

/* As many as are told, each in the place of the one before. */
TEST(rows_are_put_by_their_number)
{
	struct check_row rows[] = {
		{ "data_connection", NULL, 1, 0, "warn", "{}" },
		{ "data_connection", NULL, 1, 0, "warn", "{}" },
	}, *all;
	struct arena arena = { 0 };
	struct vault_world w;
	struct error err;
	size_t n, i, warned = 0;

	open_with_two(&w);
	rows[0].thing = called(&w, "Good")->id;
	rows[1].thing = called(&w, "Nobody")->id;
	assert_true(store_checks_put(w.app.store, rows, 1, &err));
	assert_true(store_checks(w.app.store, &arena, &all, &n, &err));
	for (i = 0; i < n; i++)
		if (strcmp(all[i].status, "warn") == 0) {
			assert_string_equal(all[i].thing, rows[0].thing);
			warned++;
		}
	assert_int_equal(warned, 1);
	arena_release(&arena);
	over(&w);
}

TEST(what_is_edited_or_old_is_stale)
{
	struct vault_world w;

	open_with_two(&w);
	VAULT(&w, "connection test Good", 0, "");
	VAULT(&w, "connection edit Good --name Better", 0, "");
	has_status(&w, "Better", "ok");
	VAULT(&w, "connection edit Better --field username=other", 0, "");
	has_status(&w, "Better", "stale");
	VAULT(&w, "connection edit Better --field username=reader", 0, "");
	has_status(&w, "Better", "ok");
	TYPES(&w, "new");
	VAULT(&w, "connection edit Better --ask password", 0, "");
	has_status(&w, "Better", "stale");
	w.app.checks[0].checked = clock_now();
	has_status(&w, "Better", "ok");
	w.app.checks[0].checked -= (int64_t)25 * 3600 * 1000000;
	has_status(&w, "Better", "stale");
	over(&w);
}

/* What is there now, `this` being `that`, is brought in anew. */
static void import(struct vault_world *w, const char *this, const char *that)
{
	char path[96], line[200], *at;
	FILE *file;
	struct buf out;

	buf_init(&out, 1 << 20);
	workspace_write_json(&out, &w->app.facts);
	at = strstr(buf_text(&out), this);
	assert_non_null(at);
	snprintf(path, sizeof(path), "%s.import", w->path);
	file = fopen(path, "w");
	assert_non_null(file);
	fprintf(file, "%.*s%s%s", (int)(at - buf_text(&out)), buf_text(&out), that,
		at + strlen(this));
	assert_int_equal(fclose(file), 0);
	buf_release(&out);
	snprintf(line, sizeof(line), "workspace import %s --yes", path);
	VAULT(w, line, 0, "");
	unlink(path);
	assert_true(app_checks_read(&w->app, NULL, &w->err));
}

TEST(an_import_keeps_the_checks_of_what_stays_as_it_is)
{
	struct vault_world w;

	open_with_two(&w);
	VAULT(&w, "connection test --all", 0, "");
	has_status(&w, "Good", "ok");
	import(&w, "\"Good\"", "\"Well\"");		/* another name is no other place */
	assert_int_equal(w.app.n_checks, 2);
	has_status(&w, "Well", "ok");
	has_status(&w, "Nobody", "error");
	VAULT(&w, "connection test --all", 0, "");
	import(&w, "\"127.0.0.1\"", "\"127.0.0.2\"");
	assert_int_equal(w.app.n_checks, 1);
	over(&w);
}

TEST(the_password_goes_only_where_it_was_given_for)
{
	struct server other = { .manner = POSTGRES };
	struct vault_world w;
	char line[96];

	open_with_two(&w);
	server_start(&other);
	snprintf(line, sizeof(line), "connection edit Good --field port=%d", other.port);
	VAULT(&w, line, 0, "");
	VAULT(&w, "connection test Good", 0, "");
	assert_true(w.result.unreached);
	assert_non_null(strstr(buf_text(&w.result.json), "the value was given for"));
	server_stop(&other);
	over(&w);
}

TEST(a_locked_vault_is_opened_or_it_ends_with_6)
{
	struct vault_world w;

	open_with_two(&w);
	VAULT(&w, "vault lock", 0, "");
	TYPES(&w, ada_words);
	VAULT(&w, "connection test Good", 0, "");
	assert_false(w.result.unreached);
	VAULT(&w, "vault lock", 0, "");
	w.there = false;
	VAULT(&w, "connection test Good", 6, "VAULT_LOCKED");
	VAULT(&w, "connection test --all", 6, "VAULT_LOCKED");
	VAULT(&w, "connection test Nobody", 0, "");	/* it has none */
	assert_true(w.result.unreached);
	over(&w);
}

TEST(what_no_courier_checks_is_passed_over_and_says_why)
{
	struct vault_world w;

	open_with_two(&w);
	VAULT(&w, "connection create Lake --type dremio --field host=h --field "
	      "username=u", 0, "");
	VAULT(&w, "connection create Far --type redshift --field host=h --field database=d "
	      "--field auth=iam_role --field role_arn=arn:aws:iam::123456789012:role/hex", 0,
	      "");
	VAULT(&w, "connection create Early --type postgres --draft", 0, "");
	VAULT(&w, "connection test Lake Far", 0, "");
	assert_false(w.result.unreached);
	assert_non_null(strstr(buf_text(&w.result.json), "\"status\":\"skip\",\"reason\":"
			       "\"no-driver\""));
	assert_non_null(strstr(buf_text(&w.result.text), "IAM role"));
	has_status(&w, "Lake", "untested");
	VAULT(&w, "connection test Early", 0, "");
	assert_true(w.result.unreached);
	assert_non_null(strstr(buf_text(&w.result.text), "Host is missing"));
	has_status(&w, "Early", "draft");
	VAULT(&w, "connection create Whole --type postgres --field host=127.0.0.1 --field "
	      "port=1 --field database=d --field username=u --draft", 0, "");
	VAULT(&w, "connection test Whole", 0, "");
	assert_non_null(strstr(buf_text(&w.result.json), "\"reason\":\"refused\""));
	post_folder("/nowhere");
	VAULT(&w, "connection test Good", 0, "");
	assert_non_null(strstr(buf_text(&w.result.text), "libpq-dev"));
	VAULT(&w, "connection test --all", 0, "");	/* a draft is none of all */
	assert_false(w.result.unreached);
	assert_false(w.result.failed);
	assert_non_null(strstr(buf_text(&w.result.text), "draft: not checked; Host is missing"));
	has_status(&w, "Early", "draft");
	over(&w);
}

TEST(who_may_and_what_is_wrong)
{
	struct vault_world w;

	open_with_two(&w);
	VAULT(&w, "connection test", 2, "VALUE_MISSING");
	VAULT(&w, "connection test Good --all", 2, "VALUE_MISSING");
	VAULT(&w, "connection test Good --timeout 0", 2, "BAD_VALUE");
	VAULT(&w, "connection test Good --timeout 601", 2, "BAD_VALUE");
	VAULT(&w, "connection test Nowhere", 4, "NOT_FOUND");
	VAULT(&w, "connection test Good --dry-run", 0, "");
	assert_int_equal(w.app.n_checks, 0);
	vault_world_as(&w, "eve");
	VAULT(&w, "connection test Good", 3, "ROLE_NEEDED");
	over(&w);
}

TEST(more_than_run_at_once_all_come_to_an_end)
{
	struct vault_world w;
	char name[16];
	size_t i;

	open_with_two(&w);
	for (i = 0; i < 30; i++) {
		snprintf(name, sizeof(name), "C%zu", i);
		make(&w, name, server.port, false);
	}
	VAULT(&w, "connection test --all", 0, "");
	assert_int_equal(w.app.n_checks, 32);
	for (i = 0; i < w.app.n_checks; i++)
		assert_string_not_equal(w.app.checks[i].status, "skip");
	over(&w);
}

RUN(CASE(it_is_checked_kept_and_no_event), CASE(all_tells_what_is_new_from_what_was_so),
    CASE(rows_are_put_by_their_number), CASE(what_is_edited_or_old_is_stale),
    CASE(an_import_keeps_the_checks_of_what_stays_as_it_is),
    CASE(the_password_goes_only_where_it_was_given_for),
    CASE(a_locked_vault_is_opened_or_it_ends_with_6),
    CASE(what_no_courier_checks_is_passed_over_and_says_why),
    CASE(who_may_and_what_is_wrong), CASE(more_than_run_at_once_all_come_to_an_end))
