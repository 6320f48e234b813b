/* secret_values_test.c: secret values go in, are kept sealed and come out for those who
 * may, in their place and nowhere else; and what becomes of them with what has them. */
#include <fcntl.h>

#include "tests/action/vault_world.h"

static char revealed[256];
static int64_t events_then;

/* The event is there before the value is. */
static bool reveal(void *ctx, const char *name, const char *value, size_t n)
{
	struct vault_world *w = ctx;

	assert_non_null(name);
	assert_int_equal(strlen(value), n);
	assert_true(store_revision(w->app.store, &events_then, &w->err));
	snprintf(revealed, sizeof(revealed), "%s", value);
	return true;
}

static void open_with_ada(struct vault_world *w)
{
	vault_world_open(w);
	w->face.reveal = reveal;
	vault_world_as(w, "ada");
	TYPES(w, ada_words, ada_words);
	VAULT(w, "vault init --memory 64", 0, "");
	TYPES(w, ada_words);
	VAULT(w, "vault unlock", 0, "");
}

static void is_revealed(struct vault_world *w, const char *line, const char *value)
{
	*revealed = '\0';
	VAULT(w, line, 0, "");
	assert_string_equal(revealed, value);
	assert_int_equal(events_then, w->result.event);
}

static size_t kept(struct vault_world *w)
{
	return w->app.n_values;
}

/* In the files of the store, as they are at this moment. */
static bool is_in_files(struct vault_world *w, const char *text)
{
	static const char *const tails[] = { "", "-wal" };
	char path[96], *bytes = malloc(1 << 24);
	bool found = false;
	size_t i, n;
	FILE *file;

	for (i = 0; i < COUNT_OF(tails); i++) {
		snprintf(path, sizeof(path), "%s%s", w->path, tails[i]);
		file = fopen(path, "r");
		n = file ? fread(bytes, 1, 1 << 24, file) : 0;
		if (file)
			fclose(file);
		found = found || memmem(bytes, n, text, strlen(text));
	}
	free(bytes);
	return found;
}

TEST(a_value_is_set_and_revealed)
{
	struct vault_world w;

	open_with_ada(&w);
	VAULT(&w, "secret reveal API_KEY", 4, "NO_VALUE");
	TYPES(&w, "sk_live_1");
	VAULT(&w, "secret edit API_KEY --ask value", 0, "");
	assert_int_equal(kept(&w), 1);
	assert_string_equal(w.app.values[0].set_by, "ada@t.example");
	is_revealed(&w, "secret reveal API_KEY", "sk_live_1");
	assert_false(is_in_files(&w, "sk_live_1"));
	TYPES(&w, "sk_live_2");
	VAULT(&w, "secret edit API_KEY --name BETTER --ask value", 0, "");
	is_revealed(&w, "secret reveal BETTER", "sk_live_2");
	VAULT(&w, "vault rotate", 0, "");
	is_revealed(&w, "secret reveal BETTER", "sk_live_2");
	TYPES(&w, "new_one");
	VAULT(&w, "secret create THIRD --ask value", 0, "");
	assert_int_equal(w.result.n_warnings, 0);
	is_revealed(&w, "secret reveal THIRD", "new_one");
	assert_int_equal(kept(&w), 2);
	vault_world_close(&w);
}

TEST(values_are_no_arguments_and_need_the_vault)
{
	struct vault_world w;

	open_with_ada(&w);
	VAULT(&w, "secret edit API_KEY --ask nothing", 2, "UNKNOWN_FIELD");
	VAULT(&w, "secret edit API_KEY --field value=x", 2, "UNKNOWN_OPTION");
	TYPES(&w, "");
	VAULT(&w, "secret edit API_KEY --ask value", 2, "EMPTY");
	VAULT(&w, "secret edit API_KEY --ask value --ask value", 2, "TWICE");
	VAULT(&w, "secret edit API_KEY --value-fd value=99999", 2, "DESCRIPTOR");
	VAULT(&w, "secret edit API_KEY --value-fd x", 2, "BAD_VALUE");
	VAULT(&w, "secret edit API_KEY --ask value --dry-run", 0, "");
	assert_int_equal(kept(&w), 0);
	VAULT(&w, "vault lock", 0, "");
	w.there = false;
	VAULT(&w, "secret reveal API_KEY", 2, "NOBODY_THERE");
	VAULT(&w, "secret edit API_KEY --ask value", 2, "SECRET_NEEDED");
	w.there = true;
	TYPES(&w, "value", "not the passphrase");
	VAULT(&w, "secret edit API_KEY --ask value", 3, "PASSPHRASE");
	/* What was typed waits for the passphrase only. */
	TYPES(&w, ada_words);
	VAULT(&w, "secret edit API_KEY --ask value", 0, "");
	is_revealed(&w, "secret reveal API_KEY", "value");
	vault_world_close(&w);
}

/* The texts of "before" and "after" in the JSON of the edits; "" for null. */
static void hashes(const struct vault_world *w, char before[40], char after[40])
{
	const char *edits = NULL;
	size_t i;

	for (i = 0; i < w->result.n_rows; i++)
		if (strcmp(w->result.cells[2 * i], "edits") == 0)
			edits = w->result.cells[2 * i + 1];
	assert_non_null(edits);
	edits = strstr(edits, "\"value_hash\":{\"epoch\":");
	assert_non_null(edits);
	*before = *after = '\0';
	if (sscanf(edits, "%*[^,],\"before\":\"%39[0-9a-z]\",\"after\":\"%39[0-9a-z]\"",
		   before, after) != 2)
		assert_int_equal(sscanf(edits, "%*[^,],\"before\":null,\"after\":"
					"\"%39[0-9a-z]\"", after), 1);
	assert_int_equal(strlen(after), 32);
}

static void says_of_value(struct vault_world *w, const char *line)
{
	size_t i;

	VAULT(w, "audit list --limit 1", 0, "");
	{
		char show[40];

		snprintf(show, sizeof(show), "audit show %s", w->result.cells[0]);
		VAULT(w, show, 0, "");
	}
	for (i = 0; i < w->result.n_rows; i++)
		if (strcmp(w->result.cells[2 * i], "values") == 0) {
			assert_string_equal(w->result.cells[2 * i + 1], line);
			return;
		}
	fail_msg("nothing is said of %s", line);
}

TEST(an_event_tells_whether_the_value_is_another)
{
	char before[40], after[40], was[40], again[40];
	struct vault_world w;

	open_with_ada(&w);
	TYPES(&w, "1234");
	VAULT(&w, "secret edit API_KEY --ask value", 0, "");
	says_of_value(&w, "value of API_KEY: first value");
	hashes(&w, before, was);
	assert_string_equal(before, "");
	TYPES(&w, "1235");
	VAULT(&w, "secret edit API_KEY --ask value", 0, "");
	says_of_value(&w, "value of API_KEY: value changed");
	hashes(&w, before, after);
	assert_string_equal(before, was);
	assert_string_not_equal(before, after);
	TYPES(&w, "1235");
	VAULT(&w, "secret edit API_KEY --name KEY --ask value", 0, "");
	says_of_value(&w, "value of KEY: same value");
	hashes(&w, before, again);
	assert_string_equal(before, after);
	assert_string_equal(again, after);
	VAULT(&w, "undo", 0, "");	/* of what can be: the name */
	/* The same in another place, and under another key, looks like another. */
	TYPES(&w, "1235");
	VAULT(&w, "secret edit TWO --ask value", 0, "");
	says_of_value(&w, "value of TWO: first value");
	hashes(&w, before, again);
	assert_string_not_equal(again, after);
	VAULT(&w, "vault rotate", 0, "");
	TYPES(&w, "1235");
	VAULT(&w, "secret edit API_KEY --ask value", 0, "");
	says_of_value(&w, "value of API_KEY: same value");
	hashes(&w, before, again);
	assert_string_equal(before, again);
	assert_string_not_equal(again, after);
	assert_false(is_in_files(&w, "1235"));
	VAULT(&w, "audit verify", 0, "");
	vault_world_close(&w);
}

static bool copy(void *ctx, const char *name, const char *value, size_t n)
{
	return reveal(ctx, name, value, n);
}

TEST(a_value_is_copied_where_there_is_a_clipboard)
{
	struct vault_world w;
	struct event event;
	struct arena arena = { 0 };

	open_with_ada(&w);
	TYPES(&w, "sk_live_1");
	VAULT(&w, "secret edit API_KEY --ask value", 0, "");
	VAULT(&w, "secret copy API_KEY", 2, "NO_CLIPBOARD");
	w.face.copy = copy;
	w.face.copies_to = "the clipboard";
	*revealed = '\0';
	VAULT(&w, "secret copy API_KEY", 2, "YES_NEEDED");
	assert_string_equal(revealed, "");
	w.face.copy_known = true;
	is_revealed(&w, "secret copy API_KEY", "sk_live_1");
	assert_true(store_event(w.app.store, w.result.event, &arena, &event, &w.err));
	assert_string_equal(event.verb, "secret copy");
	assert_string_equal(event.summary, "Copied the value of API_KEY");
	assert_string_equal(event.targets, "a-key");
	vault_world_as(&w, "eve");
	VAULT(&w, "secret copy API_KEY", 3, "ROLE_NEEDED");
	assert_non_null(strstr(w.err.text, "visible to you in the project"));
	arena_release(&arena);
	vault_world_close(&w);
}

TEST(a_value_is_opened_for_admins_only_and_says_why)
{
	struct vault_world w;

	open_with_ada(&w);
	TYPES(&w, "sk_live_1");
	VAULT(&w, "secret edit API_KEY --ask value", 0, "");
	vault_world_as(&w, "eve");		/* owns a project that imports it */
	VAULT(&w, "secret reveal API_KEY", 3, "ROLE_NEEDED");
	assert_non_null(strstr(w.err.text, "visible to you in the project; this console "
			       "opens values for Admins only"));
	VAULT(&w, "secret reveal TWO", 3, "ROLE_NEEDED");
	assert_non_null(strstr(w.err.text, "no project shows it to you"));
	vault_world_as(&w, "ben");		/* an Admin without a key */
	VAULT(&w, "secret reveal API_KEY", 3, "NO_KEY");
	VAULT(&w, "audit list", 0, "");
	assert_int_equal(w.result.n_rows, 3);	/* no event of what was refused */
	w.face.pipe = true;
	VAULT(&w, "secret reveal API_KEY", 2, "YES_NEEDED");
	vault_world_close(&w);
}

/* The first cell that has this. */
static const char *row_with(struct vault_world *w, const char *text)
{
	size_t i;

	for (i = 0; i < w->result.n_rows * w->result.n_columns; i++)
		if (w->result.cells[i] && strstr(w->result.cells[i], text))
			return w->result.cells[i];
	fail_msg("no %s", text);
	return "";
}

/* A value sealed for one host never goes to another. */
TEST(a_changed_host_is_another_place)
{
	struct vault_world w;

	open_with_ada(&w);
	TYPES(&w, "pg-password");
	VAULT(&w, "connection create pg --type postgres --field host=db --field database=d "
	      "--field username=u --ask password", 0, "");
	assert_string_equal(w.app.values[0].origin, "postgres host=db port=5432 via defaults");
	VAULT(&w, "connection edit pg --name pg2", 0, "");
	assert_int_equal(w.result.n_warnings, 0);
	VAULT(&w, "connection edit pg2 --name pg --field host=evil --dry-run", 0, "");
	assert_string_equal(w.result.warnings[0].code, "VAULT_ORIGIN");
	VAULT(&w, "connection edit pg2 --name pg --field host=evil", 0, "");
	assert_int_equal(w.result.n_warnings, 1);
	assert_non_null(strstr(w.result.warnings[0].text, "Password: not used any more until "
			       "entered again, as it was given for postgres host=db port=5432 via defaults"));
	VAULT(&w, "connection show pg", 0, "");
	assert_non_null(strstr(row_with(&w, "********"), "; not used: it was given for "
			       "another host or way"));
	assert_string_equal(w.app.values[0].origin, "postgres host=db port=5432 via defaults");
	TYPES(&w, "other");
	VAULT(&w, "connection edit pg --ask password", 0, "");
	assert_int_equal(w.result.n_warnings, 0);
	VAULT(&w, "connection show pg", 0, "");
	assert_null(strstr(row_with(&w, "********"), "not used"));
	assert_string_equal(w.app.values[0].origin, "postgres host=evil port=5432 via defaults");
	TYPES(&w, "app-password");
	VAULT(&w, "provider connect bitbucket --field workspace_id=acme --field username=u "
	      "--ask app_password", 0, "");
	assert_int_equal(kept(&w), 2);
	assert_false(is_in_files(&w, "app-password"));
	vault_world_close(&w);
}

/* Passwords and keys of what is no secret come out as secrets do: the event first, named
 * by its field, where they were given for, to Admins. */
TEST(passwords_and_keys_come_out_too)
{
	struct vault_world w;
	struct arena arena = { 0 };
	struct event event;

	open_with_ada(&w);
	w.face.copy = copy;
	w.face.copies_to = "the clipboard";
	w.face.copy_known = true;
	TYPES(&w, "pg-password");
	VAULT(&w, "connection create pg --type postgres --field host=db --field database=d "
	      "--field username=u --ask password", 0, "");
	is_revealed(&w, "connection reveal pg --field password", "pg-password");
	assert_true(store_event(w.app.store, w.result.event, &arena, &event, &w.err));
	assert_string_equal(event.summary, "Revealed the value of pg (Password)");
	assert_string_equal(event.verb, "connection reveal");
	is_revealed(&w, "connection reveal pg", "pg-password");		/* the only one */
	is_revealed(&w, "connection copy pg", "pg-password");
	VAULT(&w, "vault list", 0, "");
	assert_non_null(strstr(buf_text(&w.result.text), "copied"));
	VAULT(&w, "connection reveal pg --field host", 2, "UNKNOWN_FIELD");
	VAULT(&w, "connection reveal pg --field token", 4, "NO_VALUE");
	VAULT(&w, "connection edit pg --field host=evil", 0, "");
	*revealed = '\0';
	VAULT(&w, "connection reveal pg", 5, "VAULT_ORIGIN");
	VAULT(&w, "connection copy pg", 5, "VAULT_ORIGIN");
	assert_string_equal(revealed, "");
	TYPES(&w, "app-password");
	VAULT(&w, "provider connect bitbucket --field workspace_id=acme --field username=u "
	      "--ask app_password", 0, "");
	is_revealed(&w, "provider reveal acme", "app-password");
	is_revealed(&w, "provider copy acme --field app_password", "app-password");
	TYPES(&w, "lake-key");
	VAULT(&w, "files connect Lake --type s3 --field bucket=acme-lake --field "
	      "region=eu-central-1 --field access_key_id=AKIAAAAAAAAAAAAAAAAA --ask "
	      "secret_access_key", 0, "");
	is_revealed(&w, "files reveal Lake", "lake-key");
	is_revealed(&w, "files copy Lake", "lake-key");
	/* Of a thing with two values each has its own readers. */
	TYPES(&w, "pem", "words");
	VAULT(&w, "connection create snow --type snowflake --field account=acme-eu1 --field "
	      "warehouse=w --field auth=key_pair --field username=u --ask private_key "
	      "--ask passphrase", 0, "");
	is_revealed(&w, "connection reveal snow --field passphrase", "words");
	VAULT(&w, "vault list", 0, "");
	{
		const char *text = buf_text(&w.result.text);
		const char *one = strstr(text, "private_key"), *two = strstr(text,
								 ", passphrase)");

		assert_non_null(one);
		assert_non_null(two);
		one = strstr(one, "opened by");
		two = strstr(two, "opened by");
		assert_int_equal(strncmp(one, "opened by nobody", 16), 0);
		assert_int_equal(strncmp(two, "opened by ada@t.example revealed", 32), 0);
	}
	VAULT(&w, "connection create none --type postgres --field host=db --field database=d "
	      "--field username=u", 0, "");
	VAULT(&w, "connection reveal none", 4, "NO_VALUE");
	VAULT(&w, "connection reveal none --field password", 4, "NO_VALUE");
	vault_world_as(&w, "eve");
	VAULT(&w, "connection reveal pg", 3, "ROLE_NEEDED");
	VAULT(&w, "provider reveal acme", 3, "ROLE_NEEDED");
	arena_release(&arena);
	vault_world_close(&w);
}

TEST(it_goes_with_what_has_it)
{
	struct vault_world w;

	open_with_ada(&w);
	TYPES(&w, "one");
	VAULT(&w, "secret create FIRST --ask value", 0, "");
	VAULT(&w, "undo --dry-run", 0, "");
	assert_string_equal(w.result.warnings[0].code, "VALUE_LOST");
	VAULT(&w, "undo", 0, "");
	assert_int_equal(w.result.n_warnings, 1);
	assert_non_null(strstr(w.result.warnings[0].text, "FIRST"));
	assert_int_equal(kept(&w), 0);
	VAULT(&w, "redo", 0, "");		/* the secret, not its value */
	assert_int_equal(w.result.n_warnings, 1);
	assert_string_equal(w.result.warnings[0].code, "NO_VALUE");
	assert_non_null(strstr(w.result.warnings[0].text, "FIRST"));
	VAULT(&w, "secret reveal FIRST", 4, "NO_VALUE");
	TYPES(&w, "two");
	VAULT(&w, "secret edit FIRST --ask value", 0, "");
	VAULT(&w, "undo", 0, "");		/* not what only set a value */
	w.yes = true;
	VAULT(&w, "project take-access p", 0, "");
	TYPES(&w, "mine");
	VAULT(&w, "secret create OWN --project p --ask value", 0, "");
	assert_int_equal(kept(&w), 1);
	is_revealed(&w, "secret reveal OWN --project p", "mine");
	TYPES(&w, "shared");
	VAULT(&w, "secret edit API_KEY --ask value", 0, "");
	VAULT(&w, "project delete p", 0, "");
	assert_int_equal(kept(&w), 2);		/* in the trash it stays */
	VAULT(&w, "project restore p", 0, "");
	is_revealed(&w, "secret reveal OWN --project p", "mine");
	VAULT(&w, "secret delete OWN --project p", 0, "");
	VAULT(&w, "secret delete API_KEY", 0, "");
	assert_int_equal(kept(&w), 0);
	vault_world_close(&w);
}

/* Whoever holds a key, since it was signed or the value set; until it ended. */
TEST(each_value_says_who_opens_it_and_who_did)
{
	struct vault_world w;
	const char *opens, *opened;

	open_with_ada(&w);
	TYPES(&w, "sk_live_1");
	VAULT(&w, "secret edit API_KEY --ask value", 0, "");
	vault_world_as(&w, "ben");
	TYPES(&w, ben_words, ben_words);
	VAULT(&w, "vault passphrase --memory 64", 0, "");
	vault_world_as(&w, "ada");
	w.yes = true;
	TYPES(&w, ada_words);
	VAULT(&w, "vault admin-add u-ben", 0, "");
	is_revealed(&w, "secret reveal API_KEY", "sk_live_1");
	VAULT(&w, "vault admin-revoke u-ben", 0, "");
	VAULT(&w, "vault list", 0, "");
	assert_int_equal(w.result.n_rows, 1);
	assert_string_equal(w.result.cells[2], "API_KEY");
	assert_string_equal(w.result.cells[7], "0");
	assert_string_equal(w.result.cells[8], "2");
	opens = w.result.cells[9];
	opened = w.result.cells[10];
	assert_non_null(strstr(opens, "ada@t.example since "));
	assert_non_null(strstr(opens, "the recovery key since "));
	assert_non_null(strstr(opens, "ben@t.example from "));
	assert_null(strstr(opened, "ben@"));
	assert_non_null(strstr(opened, "ada@t.example revealed "));
	assert_non_null(strstr(buf_text(&w.result.json), "\"opened_by\":[{\"user\":"
			       "\"ada@t.example\",\"how\":\"revealed\""));
	assert_null(strstr(buf_text(&w.result.text), "sk_live"));
	/* A new value: nobody opened it, and Ben never could. */
	TYPES(&w, "sk_live_2");
	VAULT(&w, "secret edit API_KEY --ask value", 0, "");
	VAULT(&w, "vault list", 0, "");
	assert_null(strstr(w.result.cells[9], "ben@"));
	assert_string_equal(w.result.cells[10], "nobody");
	vault_world_as(&w, "eve");
	VAULT(&w, "vault list", 3, "ROLE_NEEDED");
	vault_world_close(&w);
}

static const char *cell(struct vault_world *w, size_t row, size_t column)
{
	return w->result.cells[row * w->result.n_columns + column];
}

/* What Ben could open is to be changed; a new value, or a hand, ticks it off. */
TEST(who_leaves_leaves_a_list)
{
	struct vault_world w;
	int64_t left_at;
	char show[40];

	open_with_ada(&w);
	TYPES(&w, "sk_live_1");
	VAULT(&w, "secret edit API_KEY --ask value", 0, "");
	TYPES(&w, "sk_live_2");
	VAULT(&w, "secret edit TWO --ask value", 0, "");
	VAULT(&w, "vault worklist", 0, "");
	assert_int_equal(w.result.n_rows, 0);
	vault_world_as(&w, "ben");
	TYPES(&w, ben_words, ben_words);
	VAULT(&w, "vault passphrase --memory 64", 0, "");
	vault_world_as(&w, "ada");
	w.yes = true;
	TYPES(&w, ada_words);
	VAULT(&w, "vault admin-add u-ben", 0, "");
	vault_world_as(&w, "ben");
	TYPES(&w, ben_words);
	is_revealed(&w, "secret reveal TWO", "sk_live_2");
	vault_world_as(&w, "ada");
	VAULT(&w, "user role u-ben editor --dry-run", 0, "");
	assert_string_equal(w.result.warnings[0].code, "VAULT_HOLDER");
	VAULT(&w, "user deactivate u-ben --dry-run", 0, "");
	assert_non_null(strstr(buf_text(&w.result.text), "value    renew       TWO (secret), "
			       "seen 1 time, last "));
	assert_non_null(strstr(buf_text(&w.result.text), "key      revoke      opens the vault, "
			       "with 2 values: vault admin-revoke ends it"));
	assert_non_null(strstr(buf_text(&w.result.text), ": change it where it is used"));
	assert_null(strstr(buf_text(&w.result.text), "API_KEY"));
	VAULT(&w, "user deactivate u-ben", 0, "");
	left_at = w.result.event;
	assert_non_null(strstr(w.result.warnings[0].text, "opens 2 values"));
	assert_string_equal(w.result.warnings[1].code, "VAULT_OPENED");
	assert_non_null(strstr(w.result.warnings[1].text, "revealed or copied: TWO"));
	TYPES(&w, ada_words);
	VAULT(&w, "vault admin-revoke u-ben", 0, "");
	assert_non_null(strstr(w.result.message, "To be changed where used: 2 values, 1 of "
			       "them opened"));
	VAULT(&w, "secret delete TWO", 0, "");	/* the key upstream lives on */
	VAULT(&w, "vault worklist --user u-ben", 0, "");
	assert_int_equal(w.result.n_rows, 2);
	assert_string_equal(cell(&w, 0, 2), "API_KEY");
	assert_string_equal(cell(&w, 0, 7), "0");
	assert_string_equal(cell(&w, 1, 2), "TWO");
	assert_string_equal(cell(&w, 1, 7), "1");
	VAULT(&w, "vault worklist --user u-eve", 0, "");
	assert_int_equal(w.result.n_rows, 0);
	VAULT(&w, "vault done NOTHING", 4, "NOT_FOUND");
	snprintf(show, sizeof(show), "audit show %lld", (long long)left_at);
	VAULT(&w, show, 0, "");		/* deleted since, its name then is known */
	TYPES(&w, "sk_live_3");
	VAULT(&w, "secret edit API_KEY --ask value", 0, "");
	VAULT(&w, "vault worklist --open", 0, "");
	assert_int_equal(w.result.n_rows, 1);
	VAULT(&w, "vault done TWO", 0, "");
	VAULT(&w, "vault done TWO", 4, "NOT_FOUND");
	VAULT(&w, "vault worklist", 0, "");
	assert_string_equal(w.result.message, "All of it is changed.");
	assert_string_equal(cell(&w, 0, 10), "new value");
	assert_string_equal(cell(&w, 1, 10), "ticked");
	assert_string_equal(cell(&w, 1, 9), "ada@t.example");
	vault_world_as(&w, "eve");
	VAULT(&w, "vault worklist", 3, "ROLE_NEEDED");
	VAULT(&w, "vault done TWO", 3, "ROLE_NEEDED");
	vault_world_close(&w);
}

TEST(a_token_is_kept_with_its_value)
{
	struct vault_world w;

	open_with_ada(&w);
	TYPES(&w, "hxtw_sesame_9f3d");		/* another than is said */
	VAULT(&w, "token register Nightly --type workspace --last-four 9f3c --expires never "
	      "--scope projects_read --ask value", 2, "BAD_VALUE");
	assert_null(strstr(w.err.text, "9f3d"));
	TYPES(&w, "f3c");
	VAULT(&w, "token register Nightly --type workspace --last-four 9f3c --expires never "
	      "--scope projects_read --ask value", 2, "BAD_VALUE");
	assert_int_equal(kept(&w), 0);
	TYPES(&w, "hxtw_sesame_9f3c");
	VAULT(&w, "token register Nightly --type workspace --last-four 9f3c --expires never "
	      "--scope projects_read --ask value", 0, "");
	assert_int_equal(w.result.n_warnings, 0);
	assert_int_equal(kept(&w), 1);
	assert_false(is_in_files(&w, "sesame"));
	is_revealed(&w, "token reveal Nightly", "hxtw_sesame_9f3c");
	VAULT(&w, "token register Other --type workspace --last-four 1111 --expires never "
	      "--scope projects_read", 0, "");
	assert_string_equal(w.result.warnings[0].code, "NOT_KEPT");
	VAULT(&w, "token reveal Other", 4, "NO_VALUE");
	vault_world_as(&w, "eve");
	VAULT(&w, "token reveal Nightly", 3, "ROLE_NEEDED");
	vault_world_close(&w);
}

static void write_beside(struct vault_world *w, const char *tail, const char *text, char *path,
			 size_t size)
{
	FILE *file;

	snprintf(path, size, "%s%s", w->path, tail);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
}

/* Values of a file are sealed in their places, of all that has secret fields. */
TEST(values_of_a_file_are_sealed)
{
	static const char text[] = "{\"format\":\"gatehouse-workspace\",\"version\":1,"
		"\"users\":[{\"id\":\"u-ada\",\"email\":\"ada@t.example\",\"role\":\"admin\","
		"\"unix_login\":\"ada\"},{\"id\":\"u-eve\",\"email\":\"eve@t.example\","
		"\"role\":\"editor\",\"unix_login\":\"eve\"}],\"assets\":[{\"id\":\"a-key\",\"kind\":\"secret\",\"name\":"
		"\"API_KEY\",\"value\":\"from_file_1\"},{\"id\":\"a-pg\",\"kind\":"
		"\"data_connection\",\"name\":\"PG\",\"type\":\"postgres\",\"config\":"
		"{\"host\":\"db\",\"password\":\"from_file_2\"}}],"
		"\"projects\":[{\"id\":\"p\",\"title\":\"Paper\",\"owner\":\"u-eve\","
		"\"assets\":[\"a-key\"],\"own\":[{\"id\":\"o-1\",\"kind\":\"secret\","
		"\"name\":\"OWN\",\"value\":\"from_file_3\"}]}]}";
	struct vault_world w;
	char path[96], line[200];

	open_with_ada(&w);
	write_beside(&w, ".old", text, path, sizeof(path));
	snprintf(line, sizeof(line), "workspace import %s --merge --yes", path);
	VAULT(&w, "vault lock", 0, "");
	w.there = false;
	VAULT(&w, line, 6, "VAULT_LOCKED");
	assert_int_equal(kept(&w), 0);
	w.there = true;
	TYPES(&w, ada_words);
	VAULT(&w, line, 0, "");
	assert_non_null(strstr(w.result.message, "3 secret values are sealed in the vault"));
	assert_int_equal(kept(&w), 3);
	says_of_value(&w, "value of API_KEY: first value; password of PG: first value; "
		      "value of o-1: first value");
	is_revealed(&w, "secret reveal API_KEY", "from_file_1");
	w.yes = true;
	VAULT(&w, "project take-access p", 0, "");
	w.yes = false;
	is_revealed(&w, "secret reveal OWN --project p", "from_file_3");
	assert_string_equal(app_value(&w.app, "data_connection", "", "a-pg",
				      "password")->origin, "postgres host=db via defaults");
	assert_false(is_in_files(&w, "from_file"));
	VAULT(&w, line, 0, "");			/* again: nothing else differs */
	assert_int_equal(kept(&w), 3);
	snprintf(line, sizeof(line), "rm -f %s.backup-*", w.path);
	assert_int_equal(system(line), 0);
	vault_world_close(&w);
}

/* A form asks for the last four of a token, and so does a file. */
TEST(a_token_of_a_file_is_the_one_that_is_said)
{
	static const char text[] = "{\"format\":\"gatehouse-workspace\",\"version\":1,"
		"\"users\":[{\"id\":\"u-ada\",\"email\":\"ada@t.example\",\"role\":"
		"\"admin\",\"unix_login\":\"ada\"}],\"tokens\":[{\"id\":\"t-1\",\"name\":\"Nightly\",\"type\":"
		"\"workspace\",\"config\":{\"last_four\":\"9f3c\",\"scopes\":"
		"\"projects_read\",\"value\":\"hxtw_sesame_%s\"}}]}";
	struct vault_world w;
	char path[96], line[200], file[sizeof(text) + 8];

	open_with_ada(&w);
	snprintf(line, sizeof(line), "workspace import %s.old --merge --yes", w.path);
	snprintf(file, sizeof(file), text, "9f3d");
	write_beside(&w, ".old", file, path, sizeof(path));
	VAULT(&w, line, 2, "BAD_VALUE");
	assert_non_null(strstr(w.err.text, "Nightly does not end with 9f3c"));
	assert_null(strstr(w.err.text, "9f3d"));
	assert_int_equal(kept(&w), 0);
	assert_int_equal(w.app.facts.n_tokens, 0);
	snprintf(file, sizeof(file), text, "9f3c");
	write_beside(&w, ".old", file, path, sizeof(path));
	VAULT(&w, line, 0, "");
	is_revealed(&w, "token reveal Nightly", "hxtw_sesame_9f3c");
	snprintf(line, sizeof(line), "rm -f %s.backup-*", w.path);
	assert_int_equal(system(line), 0);
	vault_world_close(&w);
}

/* A backup keeps the vault: in a new place all of it, here the values of what comes back. */
TEST(a_backup_keeps_the_vault)
{
	struct vault_world w;
	char path[96], line[200], backup[96];

	open_with_ada(&w);
	TYPES(&w, "sk_one");
	VAULT(&w, "secret edit API_KEY --ask value", 0, "");
	snprintf(path, sizeof(path), "%s.copy", w.path);
	snprintf(line, sizeof(line), "workspace backup %s", path);
	VAULT(&w, line, 0, "");
	w.yes = true;
	VAULT(&w, "secret delete API_KEY", 0, "");
	VAULT(&w, "undo", 5, "IRREVERSIBLE");
	assert_int_equal(kept(&w), 0);
	snprintf(line, sizeof(line), "workspace restore %s", path);
	VAULT(&w, line, 0, "");
	assert_non_null(strstr(w.result.message, "1 secret value came back"));
	is_revealed(&w, "secret reveal API_KEY", "sk_one");
	VAULT(&w, "secret delete API_KEY", 0, "");
	VAULT(&w, "vault rotate", 0, "");
	VAULT(&w, line, 0, "");
	assert_non_null(strstr(w.result.message, "1 secret value of the backup did not come "
			       "back: the vault has begun a new epoch since"));
	assert_int_equal(kept(&w), 0);
	/* Into a new place, for another login: keys, grants, values, history. */
	vault_world_leave(&w);
	snprintf(backup, sizeof(backup), "%s", w.path);
	snprintf(w.path, sizeof(w.path), "%.40s.old", backup);
	app_init(&w.app, w.path);
	w.app.login = "root";
	w.open = true;
	snprintf(line, sizeof(line), "workspace restore %s --admin ben@t.example", path);
	VAULT(&w, line, 0, "");
	assert_non_null(strstr(w.result.message, "Its vault, with 1 value, opens for "
			       "ada@t.example and with the recovery key."));
	vault_world_as(&w, "ada");
	TYPES(&w, ada_words);
	VAULT(&w, "vault unlock", 0, "");
	is_revealed(&w, "secret reveal API_KEY", "sk_one");
	vault_world_as(&w, "root");
	assert_string_equal(app_actor_text(&w.app), "ben@t.example");
	VAULT(&w, "workspace verify", 0, "");
	vault_world_leave(&w);
	snprintf(line, sizeof(line), "rm -f %s* %s.backup-*", w.path, backup);
	assert_int_equal(system(line), 0);
	memcpy(w.path, backup, sizeof(w.path));
	vault_world_close(&w);
}

/* A writer without keys moves, exchanges and brings back values. */
static const struct { const char *what, *sql; } hands[] = {
	{ "another's value", "UPDATE vault_values SET value = (SELECT value FROM vault_values "
	  "WHERE thing = 'a-two') WHERE thing = 'a-key'" },
	{ "another's row", "DELETE FROM vault_values WHERE thing = 'a-key'; UPDATE "
	  "vault_values SET thing = 'a-key'" },
	{ "another version", "UPDATE vault_values SET version = 7 WHERE thing = 'a-key'" },
	{ "another kind", "UPDATE vault_values SET project = 'p' WHERE thing = 'a-key'; INSERT "
	  "INTO vault_values SELECT kind, '', thing, field, version, epoch, origin, set_at, "
	  "set_by, value FROM vault_values WHERE project = 'p'" },
	{ "one bit", "UPDATE vault_values SET value = CAST(substr(value, 1, 90) || x'01' || "
	  "substr(value, 92) AS BLOB) WHERE thing = 'a-key'" },
};

/* What is told of the store, aside and back. */
static void told(const struct vault_world *w, bool back)
{
	char line[400];

	snprintf(line, sizeof(line), back ? "cd %.*s && mv lines w.db.checkpoints && "
		 "mv state w.db.signed && cp w.db.checkpoints lines && cp w.db.signed state" :
		 "cd %.*s && cp w.db.checkpoints lines && cp w.db.signed state",
		 (int)(strrchr(w->path, '/') - w->path), w->path);
	assert_int_equal(system(line), 0);
}

TEST(a_moved_value_is_refused_by_name)
{
	struct vault_world w;
	char line[200];
	int64_t before;
	size_t i;

	open_with_ada(&w);
	TYPES(&w, "sk_one");
	VAULT(&w, "secret edit API_KEY --ask value", 0, "");
	TYPES(&w, "sk_two");
	VAULT(&w, "secret edit TWO --ask value", 0, "");
	vault_world_as(&w, "ada");
	TYPES(&w, ada_words);
	VAULT(&w, "vault unlock", 0, "");	/* what is there is signed */
	vault_world_copy(&w, ".copy", false);
	told(&w, false);
	for (i = 0; i < COUNT_OF(hands); i++) {
		vault_world_copy(&w, ".copy", true);
		told(&w, true);
		vault_world_by_hand(&w, hands[i].sql);
		vault_world_as(&w, "ada");
		TYPES(&w, ada_words);
		VAULT(&w, "vault unlock", 1, "");	/* it opens, and it is said */
		assert_non_null(strstr(w.result.message, "by hand"));
		*revealed = '\0';
		VAULT(&w, "secret reveal API_KEY", 8, "STATE_BY_HAND");
		VAULT(&w, "vault rotate", 8, "STATE_BY_HAND");
		assert_string_equal(revealed, "");
		/* Also where somebody has taken the rows as they are. */
		VAULT(&w, "audit checkpoint --accept", 0, "");
		assert_true(store_revision(w.app.store, &before, &w.err));
		if (i == 3) {	/* the same bytes in their own place, and a copy */
			is_revealed(&w, "secret reveal API_KEY", "sk_one");
			continue;
		}
		VAULT(&w, "secret reveal API_KEY", 8, "VAULT_TAMPERED");
		assert_string_equal(revealed, "");
		assert_int_equal(w.app.facts.revision, before);
		VAULT(&w, "vault rotate", 8, "VAULT_TAMPERED");
	}
	/* An older value, as of a copy, in a later store. */
	vault_world_copy(&w, ".copy", true);
	told(&w, true);
	vault_world_as(&w, "ada");
	TYPES(&w, ada_words);
	VAULT(&w, "vault rotate", 0, "");
	vault_world_by_hand(&w, "ATTACH (SELECT file || '.copy' FROM pragma_database_list "
			    "WHERE name = 'main') AS old; UPDATE vault_values SET value = "
			    "(SELECT o.value FROM old.vault_values AS o WHERE o.thing = "
			    "vault_values.thing), epoch = 1, version = 1");
	vault_world_as(&w, "ada");
	TYPES(&w, ada_words);
	VAULT(&w, "secret reveal API_KEY", 8, "VAULT_EPOCH");
	*strrchr(w.path, '/') = '\0';
	snprintf(line, sizeof(line), "rm %s/lines %s/state", w.path, w.path);
	assert_int_equal(system(line), 0);
	w.path[strlen(w.path)] = '/';
	vault_world_close(&w);
}

enum { PLANTED = 40 };

static void planted(char *out, size_t size, int i)
{
	snprintf(out, size, "PLANTED-%02d-%s", i, "3f9c1e7a5b");
}

static int found_in(const char *path)
{
	char *bytes = malloc(1 << 24), text[64];
	FILE *file = fopen(path, "r");
	int i, found = 0;
	size_t n;

	assert_non_null(file);
	n = fread(bytes, 1, 1 << 24, file);
	assert_true(n > 0 && n < 1 << 24);
	fclose(file);
	for (i = 0; i < PLANTED; i++) {
		planted(text, sizeof(text), i);
		found += memmem(bytes, n, text, strlen(text)) != NULL;
	}
	free(bytes);
	return found;
}

/* The look finds what it should: values in a file of the test. */
TEST(forty_values_stand_in_no_file)
{
	char line[256], text[64], path[128];
	struct vault_world w;
	FILE *file;
	int i;

	open_with_ada(&w);
	for (i = 0; i < PLANTED; i++) {
		planted(text, sizeof(text), i);
		TYPES(&w, text);
		snprintf(line, sizeof(line), i % 2 ? "connection create c%d --type postgres "
			 "--field host=h --field database=d --field username=u --ask password"
			 : "secret create S_%d --ask value", i);
		VAULT(&w, line, 0, "");
	}
	assert_int_equal(kept(&w), PLANTED);
	is_revealed(&w, "secret reveal S_38", "PLANTED-38-3f9c1e7a5b");
	VAULT(&w, "vault rotate", 0, "");
	VAULT(&w, "secret edit S_0 --name S_NULL", 0, "");
	VAULT(&w, "undo", 0, "");
	snprintf(path, sizeof(path), "%s.copy", w.path);
	snprintf(line, sizeof(line), "workspace backup %s", path);
	VAULT(&w, line, 0, "");
	assert_int_equal(found_in(path), 0);
	unlink(path);
	snprintf(line, sizeof(line), "workspace export %s", path);
	VAULT(&w, line, 0, "");
	assert_int_equal(found_in(path), 0);
	assert_int_equal(found_in(w.path), 0);
	snprintf(path, sizeof(path), "%s-wal", w.path);
	if (access(path, F_OK) == 0)
		assert_int_equal(found_in(path), 0);
	snprintf(path, sizeof(path), "%s.old", w.path);
	file = fopen(path, "w");
	for (i = 0; i < PLANTED; i++) {
		planted(text, sizeof(text), i);
		fprintf(file, "x%sx", text);
	}
	fclose(file);
	assert_int_equal(found_in(path), PLANTED);
	vault_world_close(&w);
}

RUN(CASE(forty_values_stand_in_no_file), CASE(a_value_is_set_and_revealed), CASE(values_are_no_arguments_and_need_the_vault),
    CASE(a_value_is_opened_for_admins_only_and_says_why),
    CASE(an_event_tells_whether_the_value_is_another),
    CASE(a_value_is_copied_where_there_is_a_clipboard),
    CASE(a_changed_host_is_another_place), CASE(passwords_and_keys_come_out_too),
    CASE(it_goes_with_what_has_it),
    CASE(each_value_says_who_opens_it_and_who_did),
    CASE(who_leaves_leaves_a_list),
    CASE(a_token_is_kept_with_its_value),
    CASE(values_of_a_file_are_sealed),
    CASE(a_token_of_a_file_is_the_one_that_is_said),
    CASE(a_backup_keeps_the_vault), CASE(a_moved_value_is_refused_by_name))
