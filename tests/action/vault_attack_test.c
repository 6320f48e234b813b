/* vault_attack_test.c: what was tried against the vault by who had a key once and may
 * write the file, and by who sat before it while it changed. */
#include "action/vault/vault_session.h"
#include "store/vault_rows.h"
#include "tests/action/vault_world.h"
#include "vault/grant.h"
#include "vault/locked.h"
#include "vault/sealed.h"

static void ada_and_ben(struct vault_world *w)
{
	vault_world_open(w);
	vault_world_as(w, "ada");
	TYPES(w, ada_words, ada_words);
	VAULT(w, "vault init --memory 64", 0, "");
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

/* The bytes as SQL has them. */
static const char *hex(struct arena *arena, const void *bytes, size_t n)
{
	const unsigned char *at = bytes;
	char *out = arena_array(arena, 2 * n + 1, 1);
	size_t i;

	for (i = 0; i < n; i++)
		snprintf(out + 2 * i, 3, "%02x", at[i]);
	return out;
}

/* An epoch of Ben's own making, dated to when he held a key, its key for Ada and him. */
static void forge(struct vault_world *w, const struct identity *ben, struct arena *arena)
{
	const struct vault_key_row *his = NULL;
	struct vault_epoch_row epoch;
	struct vault_key *key;
	struct vault_rows rows;
	uint8_t hash[FIELDS_HASH];
	struct buf grant;
	char *sql = NULL;
	size_t i;

	assert_true(store_vault(w->app.store, arena, &rows, &w->err));
	for (i = 0; i < rows.n_keys; i++)
		if (strcmp(rows.keys[i].who, "u-ben") == 0)
			his = &rows.keys[i];
	assert_non_null(his);
	assert_true(his->until > his->since);
	epoch = (struct vault_epoch_row){ .epoch = 3, .made = his->since, .by = his->n };
	key = vault_key_new(3);
	vault_key_commitment(key, epoch.commitment);
	roster_epoch_hash(&rows, &epoch, hash);
	identity_sign(ben, hash, epoch.signature);
	sql = arena_printf(arena, "INSERT INTO vault_epochs (epoch, commitment, made, by_n, "
		"signature) VALUES (3, x'%s', %lld, %lld, x'%s');",
		hex(arena, epoch.commitment, sizeof(epoch.commitment)),
		(long long)epoch.made, (long long)epoch.by,
		hex(arena, epoch.signature, sizeof(epoch.signature)));
	buf_init(&grant, 4096);
	for (i = 0; i < rows.n_keys; i++) {
		const struct identity_public to = roster_public(&rows.keys[i]);
		struct grant_ends ends = { rows.id, vault_end(&rows.keys[i], arena),
					   vault_end(his, arena) };

		grant_make(key, &ends, &to, ben, &grant);
		sql = arena_printf(arena, "%sINSERT INTO vault_grants (epoch, key_n, by_n, "
			"value) VALUES (3, %lld, %lld, x'%s');", sql,
			(long long)rows.keys[i].n, (long long)his->n,
			hex(arena, grant.data, grant.len));
	}
	buf_release(&grant);
	vault_key_free(key);
	vault_world_by_hand(w, sql);
}

/* Who was revoked keeps a key that signs, and could make the next key himself: dated to
 * when he held it, so that what is set from then on opens for him. */
TEST(who_was_revoked_begins_no_epoch)
{
	struct vault_world w;
	struct identity *ben;
	struct arena arena = { 0 };

	ada_and_ben(&w);
	opens(&w, "ben", ben_words, 0, "");
	ben = identity_of_seed(identity_seed(w.app.vault->identity));
	opens(&w, "ada", ada_words, 0, "");
	VAULT(&w, "vault admin-revoke u-ben", 0, "");
	forge(&w, ben, &arena);
	opens(&w, "ada", ada_words, 8, "VAULT_TAMPERED");
	assert_non_null(strstr(w.err.text, "epoch 3"));
	identity_free(ben);
	arena_release(&arena);
	vault_world_close(&w);
}

/* Without its seed Ben's key would pass for the sheet's, which a new one ends. */
TEST(a_key_without_its_seed_is_no_recovery_key)
{
	struct vault_world w;

	ada_and_ben(&w);
	vault_world_by_hand(&w, "UPDATE vault_keys SET kept = NULL WHERE who = 'u-ben'");
	opens(&w, "ada", ada_words, 8, "VAULT_TAMPERED");
	vault_world_close(&w);
}

/* In the file under an open vault: it is locked, and nothing of it is used any more. */
static void is_locked_by(struct vault_world *w, const char *sql)
{
	sqlite3 *db;

	opens(w, "ada", ada_words, 0, "");
	VAULT(w, "vault rotate", 0, "");
	TYPES(w, "a value");
	VAULT(w, "secret edit API_KEY --ask value", 0, "");
	assert_int_equal(sqlite3_open_v2(w->path, &db, SQLITE_OPEN_READWRITE,
					 page_sum_vfs()), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_close(db), SQLITE_OK);
	VAULT(w, "vault rotate", 8, "VAULT_TAMPERED");
	assert_null(w->app.vault);
	VAULT(w, "vault rotate", 2, "NOT_CONFIRMED");
	VAULT(w, "vault unlock", 2, "NOT_CONFIRMED");
}

TEST(an_open_vault_is_locked_where_its_file_is_changed)
{
	struct vault_world w;

	ada_and_ben(&w);
	is_locked_by(&w, "DELETE FROM vault_grants WHERE key_n = 1");
	vault_world_close(&w);
	ada_and_ben(&w);
	is_locked_by(&w, "UPDATE vault_grants SET value = CAST(substr(value, 1, 60) || "
		     "x'01' || substr(value, 62) AS BLOB)");
	vault_world_close(&w);
}

/* The vault of before a revocation, signed all through, under one that is open. */
TEST(an_open_vault_does_not_go_back)
{
	struct vault_world w;
	sqlite3 *db;
	char sql[640];

	ada_and_ben(&w);
	vault_world_copy(&w, ".old", false);
	opens(&w, "ada", ada_words, 0, "");
	VAULT(&w, "vault admin-revoke u-ben", 0, "");
	TYPES(&w, "a value");
	VAULT(&w, "secret edit API_KEY --ask value", 0, "");
	snprintf(sql, sizeof(sql), "PRAGMA foreign_keys=OFF; ATTACH '%s.old' AS o; BEGIN; "
		 "DELETE FROM vault_values; DELETE FROM vault_grants; DELETE FROM "
		 "vault_epochs; DELETE FROM vault_keys; INSERT INTO vault_keys SELECT * FROM "
		 "o.vault_keys; INSERT INTO vault_epochs SELECT * FROM o.vault_epochs; INSERT "
		 "INTO vault_grants SELECT * FROM o.vault_grants; COMMIT", w.path);
	assert_int_equal(sqlite3_open_v2(w.path, &db, SQLITE_OPEN_READWRITE,
					 page_sum_vfs()), SQLITE_OK);
	if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
		fail_msg("%s", sqlite3_errmsg(db));
	assert_int_equal(sqlite3_close(db), SQLITE_OK);
	TYPES(&w, "another");
	VAULT(&w, "secret edit API_KEY --ask value", 8, "VAULT_TAMPERED");
	assert_null(w.app.vault);
	vault_world_close(&w);
}

/* ---- who sits before it ---------------------------------------------------------------- */

static size_t reveals;
static bool reveal(void *ctx, const char *name, const char *value, size_t n)
{
	(void)ctx;
	(void)name;
	(void)value;
	(void)n;
	reveals++;
	return true;
}

static struct vault_world *other;
static const char *meanwhile;

/* Somebody else does something before the passphrase is typed. */
static bool slow(void *ctx, const char *name, const char *what, char *at, size_t most,
		 size_t *n, struct error *err)
{
	if (meanwhile)
		VAULT(other, meanwhile, 0, "");
	meanwhile = NULL;
	return vault_world_type(ctx, name, what, at, most, n, err);
}

TEST(who_is_demoted_at_the_prompt_sees_no_value)
{
	struct vault_world w, two;

	ada_and_ben(&w);
	vault_world_as(&w, "ada");
	TYPES(&w, "a value", ada_words);
	VAULT(&w, "secret edit API_KEY --ask value", 0, "");
	two = w;
	two.open = two.has_result = false;
	two.face.ctx = &two;
	other = &two;
	vault_world_as(&two, "ada");
	vault_world_as(&w, "ben");
	w.face.reveal = reveal;
	w.face.ask = slow;
	reveals = 0;
	meanwhile = "user role u-ben editor";
	TYPES(&w, ben_words);
	VAULT(&w, "secret reveal API_KEY", 3, "ROLE_NEEDED");
	assert_int_equal(reveals, 0);
	vault_world_leave(&two);
	vault_world_close(&w);
}

/* Ada's login becomes Ben's while her vault is open: it is hers. */
TEST(an_open_vault_is_of_who_opened_it)
{
	struct vault_world w, two;

	ada_and_ben(&w);
	opens(&w, "ada", ada_words, 0, "");
	TYPES(&w, "a value");
	VAULT(&w, "secret edit API_KEY --ask value", 0, "");
	two = w;
	two.open = two.has_result = false;
	two.face.ctx = &two;
	vault_world_as(&two, "ben");
	VAULT(&two, "user edit u-ada --unix-login adanew", 0, "");
	VAULT(&two, "user edit u-ben --unix-login ada", 0, "");
	w.face.reveal = reveal;
	reveals = 0;
	VAULT(&w, "secret reveal API_KEY", 6, "VAULT_LOCKED");
	assert_int_equal(reveals, 0);
	assert_null(w.app.vault);
	vault_world_leave(&two);
	vault_world_close(&w);
}

RUN(CASE(who_was_revoked_begins_no_epoch), CASE(a_key_without_its_seed_is_no_recovery_key),
    CASE(an_open_vault_is_locked_where_its_file_is_changed),
    CASE(an_open_vault_does_not_go_back), CASE(who_is_demoted_at_the_prompt_sees_no_value),
    CASE(an_open_vault_is_of_who_opened_it))
