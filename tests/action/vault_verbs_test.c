/* vault_verbs_test.c: the vault by its verbs: who may, what opens for whom, and that
 * whoever writes to the file without keys is found out, by name. */
#include "store/page/page_sum.h"
#include "tests/action/vault_world.h"

static int64_t number_of(struct vault_world *w, const char *sql)
{
	sqlite3_stmt *stmt;
	sqlite3 *db;
	int64_t n;

	assert_int_equal(sqlite3_open_v2(w->path, &db, SQLITE_OPEN_READWRITE,
					 page_sum_vfs()), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &stmt, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
	n = sqlite3_column_int64(stmt, 0);
	sqlite3_finalize(stmt);
	sqlite3_close(db);
	return n;
}

static void says(const struct vault_world *w, const char *text)
{
	const char *message = w->has_result && w->result.message ? w->result.message : "";

	if (!strstr(message, text) && !strstr(w->err.text, text) &&
	    !strstr(w->err.remedy, text))
		fail_msg("not said: %s; but: %s / %s (%s)", text, message, w->err.text,
			 w->err.remedy);
}

static void ada_makes_it(struct vault_world *w)
{
	vault_world_open(w);
	vault_world_as(w, "ada");
	TYPES(w, ada_words, ada_words);
	VAULT(w, "vault init --memory 64", 0, "");
}

static void ben_comes_in(struct vault_world *w)
{
	vault_world_as(w, "ben");
	TYPES(w, ben_words, ben_words);
	VAULT(w, "vault passphrase --memory 64", 0, "");
	vault_world_as(w, "ada");
	w->yes = true;
	TYPES(w, ada_words);
	VAULT(w, "vault admin-add u-ben", 0, "");
	w->yes = false;
}

static void opens(struct vault_world *w, const char *login, const char *words, int status,
		  const char *code)
{
	vault_world_as(w, login);
	TYPES(w, words);
	VAULT(w, "vault unlock", status, code);
}

TEST(it_is_made_once_by_an_admin)
{
	struct vault_world w;
	struct event event;
	struct arena arena = { 0 };

	vault_world_open(&w);
	vault_world_as(&w, "eve");
	VAULT(&w, "vault init", 3, "ROLE_NEEDED");
	VAULT(&w, "vault status", 3, "ROLE_NEEDED");
	vault_world_as(&w, "ada");
	VAULT(&w, "vault status", 4, "NO_VAULT");
	VAULT(&w, "vault unlock", 4, "NO_VAULT");
	TYPES(&w, "short", "short");
	VAULT(&w, "vault init --memory 64", 2, "PASSPHRASE");
	TYPES(&w, ada_words, ben_words);
	VAULT(&w, "vault init --memory 64", 2, "NOT_CONFIRMED");
	VAULT(&w, "vault init --memory 63", 2, "BAD_VALUE");
	VAULT(&w, "vault init --dry-run", 2, "NO_PREVIEW");
	assert_int_equal(w.shows, 0);
	TYPES(&w, ada_words, ada_words);
	VAULT(&w, "vault init --memory 64", 0, "");
	assert_int_equal(w.shows, 1);
	assert_int_equal(strlen(w.shown), 56 + 13);
	assert_null(w.app.vault);
	TYPES(&w, ada_words, ada_words);
	VAULT(&w, "vault init --memory 64", 5, "VAULT_EXISTS");
	assert_int_equal(w.shows, 1);
	VAULT(&w, "vault status", 0, "");
	assert_int_equal(w.result.n_rows, 2);
	assert_string_equal(w.result.cells[0], "ada@t.example");
	assert_string_equal(w.result.cells[8], "recovery key");
	/* One event, in which nothing is that should not be. */
	assert_true(store_event(w.app.store, 2, &arena, &event, &w.err));
	assert_string_equal(event.verb, "vault init");
	assert_string_equal(event.edits, "[]");
	assert_string_equal(event.actor, "ada@t.example");
	assert_string_equal(event.summary, "Made the vault");
	VAULT(&w, "undo 2", 5, "IRREVERSIBLE");
	arena_release(&arena);
	vault_world_close(&w);
}

TEST(it_opens_for_its_passphrase_alone)
{
	struct vault_world w;

	ada_makes_it(&w);
	opens(&w, "ada", ben_words, 3, "PASSPHRASE");
	assert_null(w.app.vault);
	opens(&w, "ada", ada_words, 0, "");
	assert_non_null(w.app.vault);
	VAULT(&w, "vault lock", 0, "");
	assert_null(w.app.vault);
	w.there = false;		/* nobody to ask */
	VAULT(&w, "vault unlock", 6, "VAULT_LOCKED");
	VAULT(&w, "vault rotate", 6, "VAULT_LOCKED");
	VAULT(&w, "vault unlock --passphrase-fd 77777", 2, "DESCRIPTOR");
	w.there = true;
	opens(&w, "ben", ada_words, 3, "NO_KEY");
	/* Whoever has the id "recovery" is a person like others. */
	opens(&w, "rec", ada_words, 3, "NO_KEY");
	TYPES(&w, ben_words, ben_words);
	VAULT(&w, "vault passphrase --memory 64", 0, "");
	opens(&w, "rec", ben_words, 3, "NO_KEY");
	vault_world_close(&w);
}

TEST(an_admin_lets_another_in_and_out)
{
	struct vault_world w;

	ada_makes_it(&w);
	VAULT(&w, "vault admin-add u-ben", 5, "NO_KEY");
	VAULT(&w, "vault admin-add u-eve", 5, "ROLE_NEEDED");
	vault_world_as(&w, "ben");
	TYPES(&w, ben_words, ben_words);
	VAULT(&w, "vault passphrase --memory 64", 0, "");
	says(&w, "admin-add ben@t.example");
	opens(&w, "ben", ben_words, 3, "NO_KEY");
	says(&w, "waits");
	VAULT(&w, "vault admin-add u-ben", 3, "NO_KEY");	/* not by himself */
	vault_world_as(&w, "ada");
	VAULT(&w, "vault admin-add u-ben", 2, "YES_NEEDED");
	says(&w, "fingerprint");
	w.yes = true;
	TYPES(&w, ben_words);
	VAULT(&w, "vault admin-add u-ben", 3, "PASSPHRASE");
	TYPES(&w, ada_words);
	VAULT(&w, "vault admin-add u-ben", 0, "");
	VAULT(&w, "vault admin-add u-ben", 5, "HOLDS");
	opens(&w, "ben", ben_words, 0, "");
	VAULT(&w, "vault admin-revoke u-ben", 5, "OWN_KEY");
	VAULT(&w, "vault admin-revoke recovery", 5, "NO_KEY");
	opens(&w, "ada", ada_words, 0, "");
	VAULT(&w, "vault admin-revoke u-ben", 0, "");
	says(&w, "epoch 2");
	VAULT(&w, "vault admin-revoke u-ada", 5, "LAST_HOLDER");
	opens(&w, "ben", ben_words, 3, "NO_KEY");
	opens(&w, "ada", ada_words, 0, "");
	assert_int_equal(number_of(&w, "SELECT count(*) FROM vault_grants WHERE epoch <> 2"),
			 0);
	vault_world_close(&w);
}

TEST(a_passphrase_is_changed_by_who_knows_it)
{
	static const char new_words[] = "nine lazy herons";
	struct vault_world w;

	ada_makes_it(&w);
	TYPES(&w, ben_words, new_words, new_words);
	VAULT(&w, "vault passphrase --memory 64", 3, "PASSPHRASE");
	TYPES(&w, ada_words, new_words, new_words);
	VAULT(&w, "vault passphrase --memory 65", 0, "");
	opens(&w, "ada", ada_words, 3, "PASSPHRASE");
	opens(&w, "ada", new_words, 0, "");
	VAULT(&w, "vault status", 0, "");
	assert_string_equal(w.result.cells[6], "Argon2id, 3 passes over 65 MiB");
	vault_world_close(&w);
}

TEST(an_open_vault_follows_what_others_do)
{
	struct vault_world w, other;

	ada_makes_it(&w);
	ben_comes_in(&w);
	opens(&w, "ada", ada_words, 0, "");
	other = w;
	other.open = other.has_result = false;
	other.face.ctx = &other;
	opens(&other, "ben", ben_words, 0, "");
	VAULT(&other, "vault rotate", 0, "");
	VAULT(&w, "vault rotate", 0, "");	/* without another passphrase */
	says(&w, "epoch 3");
	VAULT(&other, "vault admin-revoke u-ada", 0, "");
	VAULT(&w, "vault rotate", 6, "VAULT_LOCKED");
	assert_null(w.app.vault);
	vault_world_leave(&other);
	vault_world_close(&w);
}

TEST(the_sheet_of_paper_leads_back_in)
{
	static const char new_words[] = "nine lazy herons";
	struct vault_world w;
	char sheet[VAULT_SHOWN], second[VAULT_SHOWN];

	ada_makes_it(&w);
	snprintf(sheet, sizeof(sheet), "%s", w.shown);
	vault_world_as(&w, "ben");
	TYPES(&w, "GAWS-1234");
	VAULT(&w, "vault recover --memory 64", 2, "RECOVERY_KEY");
	vault_world_as(&w, "ada");
	TYPES(&w, sheet, new_words, new_words);
	VAULT(&w, "vault recover --memory 64", 0, "");
	opens(&w, "ada", ada_words, 3, "PASSPHRASE");
	opens(&w, "ada", new_words, 0, "");
	VAULT(&w, "vault rotate --new-recovery", 0, "");
	snprintf(second, sizeof(second), "%s", w.shown);
	assert_string_not_equal(sheet, second);
	vault_world_as(&w, "ben");
	TYPES(&w, sheet, ben_words, ben_words);
	VAULT(&w, "vault recover --memory 64", 3, "RECOVERY_KEY");
	TYPES(&w, second, ben_words, ben_words);
	VAULT(&w, "vault recover --memory 64", 0, "");
	opens(&w, "ben", ben_words, 0, "");
	opens(&w, "ada", new_words, 0, "");
	vault_world_close(&w);
}

/* On a copy: the store has an event more, and nothing else is another. */
TEST(a_drill_proves_the_sheet_and_changes_nothing)
{
	struct vault_world w;
	char sheet[VAULT_SHOWN];
	int64_t keys, sums, before;
	static const char all[] = "SELECT count(*) || hex(group_concat(value)) <> '' FROM "
		"vault_grants", sum[] = "SELECT sum(length(value)) + sum(epoch) * 1000 + "
		"(SELECT sum(epoch * 7 + version) FROM vault_values) FROM vault_grants";

	ada_makes_it(&w);
	snprintf(sheet, sizeof(sheet), "%s", w.shown);
	TYPES(&w, "one", ada_words);
	VAULT(&w, "secret edit API_KEY --ask value", 0, "");
	TYPES(&w, "two");
	VAULT(&w, "secret edit TWO --ask value", 0, "");
	keys = number_of(&w, all);
	sums = number_of(&w, sum);
	before = number_of(&w, "SELECT count(*) FROM events");
	TYPES(&w, "GAWS-1234");
	VAULT(&w, "vault drill", 2, "RECOVERY_KEY");
	TYPES(&w, sheet);
	VAULT(&w, "vault drill", 0, "");
	says(&w, "The recovery key leads back in: 2 of 2 values open");
	assert_int_equal(w.result.n_rows, 0);
	assert_int_equal(number_of(&w, all), keys);
	assert_int_equal(number_of(&w, sum), sums);
	assert_int_equal(number_of(&w, "SELECT count(*) FROM events"), before + 1);
	opens(&w, "ada", ada_words, 0, "");
	/* Another Admin without a key may try it, too. */
	vault_world_as(&w, "ben");
	TYPES(&w, sheet);
	VAULT(&w, "vault drill", 0, "");
	vault_world_by_hand(&w, "UPDATE vault_values SET version = 9 WHERE thing = 'a-two'");
	vault_world_as(&w, "ada");
	TYPES(&w, sheet);
	VAULT(&w, "vault drill", 1, "");
	says(&w, "1 of 2 values open");
	assert_int_equal(w.result.n_rows, 1);
	assert_string_equal(w.result.cells[2], "TWO");
	vault_world_as(&w, "eve");
	VAULT(&w, "vault drill", 3, "ROLE_NEEDED");
	vault_world_close(&w);
}

/* ---- by hand --------------------------------------------------------------------------- */

#define OFF "PRAGMA foreign_keys=OFF;"
#define MALLORY "INSERT INTO vault_keys (n, who, public_box, public_sign, kept, made, since, " \
	"by_n, signature) SELECT 50, 'u-eve', public_box, public_sign, kept, made, since, by_n, " \
	"signature FROM vault_keys WHERE who = 'u-ben' ORDER BY n LIMIT 1"

static const struct hand { const char *what, *sql; } hands[] = {
	{ "Ben's public key is the recovery key's", "UPDATE vault_keys SET public_box = "
	  "(SELECT public_box FROM vault_keys WHERE kept IS NULL) WHERE who = 'u-ben'" },
	{ "one bit of a signing key", "UPDATE vault_keys SET public_sign = CAST("
	  "x'01' || substr(public_sign, 2) AS BLOB) WHERE who = 'u-ben'" },
	{ "one bit of a signature", "UPDATE vault_keys SET signature = CAST("
	  "x'01' || substr(signature, 2) AS BLOB) WHERE who = 'u-ben'" },
	{ "a key that nobody signed holds", "UPDATE vault_keys SET since = made, by_n = 1, "
	  "signature = zeroblob(64) WHERE who = 'recovery' AND kept NOTNULL" },
	{ "a key under another's name", MALLORY },
	{ "Ben held it sooner", "UPDATE vault_keys SET since = since - 1 WHERE who = 'u-ben'" },
	{ "Ben's key ends", "UPDATE vault_keys SET until = since + 1 WHERE who = 'u-ben'" },
	{ "Ben's key ended with the epoch", "UPDATE vault_keys SET until = "
	  "(SELECT max(made) FROM vault_epochs) WHERE who = 'u-ben'" },
	{ "the sheet's key comes back", "UPDATE vault_keys SET until = since + 1 WHERE "
	  "kept IS NULL AND until IS NULL; UPDATE vault_keys SET until = NULL WHERE n = 2" },
	{ "another root", "UPDATE vault SET root_n = (SELECT n FROM vault_keys WHERE "
	  "who = 'u-ben')" },
	{ "another vault", "UPDATE vault SET id = 'v-other'" },
	{ "the commitment of the epoch", "UPDATE vault_epochs SET commitment = CAST("
	  "x'01' || substr(commitment, 2) AS BLOB) WHERE epoch = 2" },
	{ "an epoch is taken out", OFF "DELETE FROM vault_epochs WHERE epoch = 1" },
	{ "the newest epoch is taken out", OFF "DELETE FROM vault_epochs WHERE epoch = 2" },
	{ "Ada's grant is Ben's", "UPDATE vault_grants SET value = (SELECT value FROM "
	  "vault_grants AS v JOIN vault_keys ON n = v.key_n WHERE who = 'u-ben') WHERE key_n "
	  "= 1" },
	{ "Ada's grant is said to be by the sheet", "UPDATE vault_grants SET by_n = 2 WHERE "
	  "key_n = 1" },
	{ "Ada's grant goes", "DELETE FROM vault_grants WHERE key_n = 1" },
	{ "one bit of a grant", "UPDATE vault_grants SET value = CAST(substr(value, 1, 60) "
	  "|| x'01' || substr(value, 62) AS BLOB) WHERE key_n = 1" },
	{ "one bit of Ada's kept seed", "UPDATE vault_keys SET kept = CAST(substr(kept, 1, "
	  "119) || x'01' || substr(kept, 121) AS BLOB) WHERE who = 'u-ada'" },
};

TEST(what_is_written_without_keys_is_refused_by_name)
{
	struct vault_world w;
	size_t i;

	ada_makes_it(&w);
	ben_comes_in(&w);
	vault_world_as(&w, "rec");
	TYPES(&w, ben_words, ben_words);
	VAULT(&w, "vault passphrase --memory 64", 0, "");
	opens(&w, "ada", ada_words, 0, "");
	VAULT(&w, "vault rotate --new-recovery", 0, "");
	vault_world_copy(&w, ".copy", false);
	for (i = 0; i < COUNT_OF(hands); i++) {
		int status;

		vault_world_copy(&w, ".copy", true);
		vault_world_by_hand(&w, hands[i].sql);
		vault_world_as(&w, "ada");
		TYPES(&w, ada_words);
		status = vault_world_do(&w, "vault unlock");
		if (status != 8 || strcmp(w.err.code, "VAULT_TAMPERED") != 0)
			fail_msg("%s: %d %s %s", hands[i].what, status, w.err.code,
				 w.err.text);
		assert_null(w.app.vault);
		assert_true(strlen(w.err.text) > 20);
	}
	vault_world_copy(&w, ".copy", true);
	opens(&w, "ada", ada_words, 0, "");
	vault_world_close(&w);
}

/* A key of Ben's from before he was revoked signs another one, in the past. */
TEST(who_was_revoked_signs_nobody_in)
{
	struct vault_world w;

	ada_makes_it(&w);
	ben_comes_in(&w);
	vault_world_copy(&w, ".old", false);
	opens(&w, "ada", ada_words, 0, "");
	VAULT(&w, "vault admin-revoke u-ben", 0, "");
	vault_world_by_hand(&w, "UPDATE vault_keys SET until = NULL WHERE who = 'u-ben'");
	opens(&w, "ada", ada_words, 8, "VAULT_TAMPERED");
	opens(&w, "ben", ben_words, 8, "VAULT_TAMPERED");
	/* His own old copy opens as it did, but for the lines about what came later. */
	vault_world_copy(&w, ".old", true);
	opens(&w, "ben", ben_words, 1, "");
	assert_non_null(strstr(w.result.message, "The vault opens with your passphrase"));
	assert_non_null(strstr(w.result.message, "was cut off"));
	vault_world_close(&w);
}

RUN(CASE(it_is_made_once_by_an_admin), CASE(it_opens_for_its_passphrase_alone),
    CASE(an_admin_lets_another_in_and_out), CASE(a_passphrase_is_changed_by_who_knows_it),
    CASE(an_open_vault_follows_what_others_do), CASE(the_sheet_of_paper_leads_back_in),
    CASE(a_drill_proves_the_sheet_and_changes_nothing),
    CASE(what_is_written_without_keys_is_refused_by_name),
    CASE(who_was_revoked_signs_nobody_in))
