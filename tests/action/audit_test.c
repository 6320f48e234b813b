/* audit_test.c: the log by its verbs: what is asked of it, why things were done, and what
 * tells that it was cut or written anew. */
#include "tests/action/vault_world.h"

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

RUN(CASE(filters_ask_by_whom_which_what_and_when),
    CASE(why_it_was_done_is_kept_and_chained),
    CASE(an_open_vault_signs_and_a_cut_store_is_found),
    CASE(where_checkpoints_go_is_an_event_of_an_admin))
