/* signed_rows.c: the rows of the vault in a signed state, and what became of them. */
#include "store/image/signed_priv.h"

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/vault_rows.h"

enum { ROWS_LIMIT = 256 << 20, HEX = 2 * STORE_HASH + 1 };

/* ---- as text -------------------------------------------------------------------------
 * A record is five texts, each with its NUL: kind, name, thing, version, hash. */

struct record { const char *kind, *name, *thing; int64_t version; const char *hash; };

#define GIVEN "value given"

struct hashing { crypto_generichash_state of; };

static void text(struct hashing *at, const char *text)
{
	crypto_generichash_update(&at->of, (const unsigned char *)text, strlen(text) + 1);
}

static void number(struct hashing *at, int64_t n)
{
	char digits[32];

	snprintf(digits, sizeof(digits), "%lld", (long long)n);
	text(at, digits);
}

static void bytes(struct hashing *at, const void *data, size_t n)
{
	number(at, (int64_t)n);
	if (n)
		crypto_generichash_update(&at->of, data, n);
}

static void begin(struct hashing *at)
{
	crypto_generichash_init(&at->of, NULL, 0, STORE_HASH);
}

static void put(struct buf *out, const char *kind, const char *name, const char *thing,
		int64_t version, struct hashing *at)
{
	unsigned char hash[STORE_HASH];
	char hex[HEX], digits[32];

	crypto_generichash_final(&at->of, hash, sizeof(hash));
	sodium_bin2hex(hex, sizeof(hex), hash, sizeof(hash));
	snprintf(digits, sizeof(digits), "%lld", (long long)version);
	buf_add(out, kind, strlen(kind) + 1);
	buf_add(out, name, strlen(name) + 1);
	buf_add(out, thing, strlen(thing) + 1);
	buf_add(out, digits, strlen(digits) + 1);
	buf_add(out, hex, HEX);
}

static void put_keys(struct buf *out, const struct vault_rows *rows, struct arena *arena)
{
	struct hashing at;

	for (size_t i = 0; i < rows->n_keys; i++) {
		const struct vault_key_row *key = &rows->keys[i];

		if (!key->by)
			continue;	/* anybody may make one */
		begin(&at);
		bytes(&at, key->box, sizeof(key->box));
		bytes(&at, key->sign, sizeof(key->sign));
		number(&at, key->since);
		number(&at, key->by);
		put(out, "key", arena_printf(arena, "key %lld of %s", (long long)key->n,
					     key->who), key->who, key->until, &at);
	}
}

static void put_values(struct buf *out, const struct vault_rows *rows,
		       struct arena *arena)
{
	struct hashing at;

	for (size_t i = 0; i < rows->n_values; i++) {
		const struct vault_value_row *row = &rows->values[i];

		const char *name = state_value_name(arena, row->field, row->kind,
						    row->thing, row->project);
		const char *thing = *row->project ? row->project : row->thing;

		begin(&at);
		bytes(&at, row->value.at, row->value.n);
		text(&at, row->origin);
		text(&at, row->set_by);
		number(&at, row->set_at);
		put(out, "value", name, thing, row->version, &at);
		/* To seal it anew changes none of these. */
		begin(&at);
		text(&at, row->origin);
		text(&at, row->set_by);
		number(&at, row->set_at);
		put(out, GIVEN, name, thing, 0, &at);
	}
}

static void put_rest(struct store *store, struct buf *out, const struct vault_rows *rows)
{
	struct hashing at;

	for (size_t i = 0; i < rows->n_epochs; i++) {
		char name[40];

		begin(&at);
		bytes(&at, rows->epochs[i].signature, VAULT_ROW_SIGN);
		snprintf(name, sizeof(name), "epoch %lld",
			 (long long)rows->epochs[i].epoch);
		put(out, "epoch", name, "", rows->epochs[i].epoch, &at);
	}
	begin(&at);
	text(&at, rows->id ? rows->id : "");
	number(&at, rows->root);
	put(out, "vault", "vault", "", 0, &at);
	begin(&at);
	text(&at, store->operator_login);
	put(out, "operator", "operator", "", 0, &at);
}

bool state_rows(struct store *store, struct buf *out, struct error *err)
{
	struct arena arena = { 0 };
	struct vault_rows rows;
	bool good = store_vault(store, &arena, &rows, err);

	buf_init(out, ROWS_LIMIT);
	if (good) {
		put_rest(store, out, &rows);
		put_keys(out, &rows, &arena);
		put_values(out, &rows, &arena);
	}
	arena_release(&arena);
	return good;
}

/* ---- compared -------------------------------------------------------------------------- */

struct records {
	struct record *v;
	size_t n, cap;
};

/* The next text; NULL at the end. */
static const char *next(const char **at, const char *end)
{
	const char *text = *at, *nul = text < end ? memchr(text, 0, (size_t)(end - text)) :
		NULL;

	if (nul)
		*at = nul + 1;
	return nul ? text : NULL;
}

static int by_name(const void *a, const void *b)
{
	const struct record *x = a, *y = b;
	int order = strcmp(x->name, y->name);

	return order ? order : strcmp(x->kind, y->kind);
}

static void take(struct records *all, const char *data, size_t n)
{
	const char *at = data, *end = data + n, *version;
	struct record one;

	while ((one.kind = next(&at, end)) && (one.name = next(&at, end)) &&
	       (one.thing = next(&at, end)) && (version = next(&at, end)) &&
	       (one.hash = next(&at, end))) {
		one.version = strtoll(version, NULL, 10);
		all->v = mem_grow(all->v, all->n, &all->cap, sizeof(*all->v));
		all->v[all->n++] = one;
	}
	if (all->n)
		qsort(all->v, all->n, sizeof(*all->v), by_name);
}

struct comparing {
	struct store *store;
	int64_t revision;		/* of the signing */
	struct state_told told;
	bool given;			/* older programs signed no such records */
	struct arena *arena;
};

/* Has an event since to do with the thing, or with the keys of the vault? */
static bool told(const struct comparing *at, const char *thing, bool keys)
{
	struct error ignored;
	sqlite3_stmt *stmt = sql_prepare(at->store, &ignored, "SELECT 1 FROM events "
		"WHERE seq > ?1 AND verb NOT LIKE '% reveal' AND verb NOT LIKE '% copy' AND "
		"(?2 <> '' AND (',' || targets || ',' LIKE '%,' || ?2 || ',%' "
		"OR instr(edits, '\"' || ?2 || '\"') > 0) OR ?3 AND verb IN ('vault init', "
		"'vault admin-add', 'vault admin-revoke', 'vault passphrase', "
		"'vault recover', 'vault rotate')) LIMIT 1");
	bool is = stmt && sqlite3_bind_int64(stmt, 1, at->revision) == SQLITE_OK &&
		sqlite3_bind_text(stmt, 2, thing, -1, SQLITE_STATIC) == SQLITE_OK &&
		sqlite3_bind_int(stmt, 3, keys) == SQLITE_OK &&
		sql_next(at->store, &ignored, stmt) > 0;

	sqlite3_finalize(stmt);
	return is;
}

static const char *uncovered(const struct comparing *at, int64_t event)
{
	return arena_printf(at->arena, "it was changed, and #%lld, which tells of it, is "
		"signed by no key of the vault", (long long)event);
}

/* What makes another value of it, or of who gave it. */
static const char *value_fault(const struct comparing *at, const struct record *was,
			       const struct record *is)
{
	const struct record *one = was ? was : is;
	const struct told_value *given = one ? state_told_of(&at->told, one->name) : NULL;
	bool sealed = one && strcmp(one->kind, "value") == 0;

	if (!is)
		return told(at, was->thing, false) ? NULL :
			"it is gone, and no event tells of it";
	if (given)
		return given->uncovered && sealed ? uncovered(at, given->uncovered) : NULL;
	if (!was)
		return "it was added, and no event tells of it";
	if (sealed && at->told.resealed &&
	    is->version - was->version == (int64_t)at->told.resealed)
		return at->told.reseal_uncovered ?
			uncovered(at, at->told.reseal_uncovered) : NULL;
	return "it was changed, and no event tells of it";
}

/* What an older row in the place of a newer one is: also where events tell of it.  Of the
 * operator nobody makes another. */
static const char *fault(const struct comparing *at, const struct record *was,
			 const struct record *is)
{
	const struct record *one = was ? was : is;
	bool value = one && strcmp(one->kind, "value") == 0;
	bool given = one && strcmp(one->kind, GIVEN) == 0;

	if (!one)
		return NULL;
	if ((was && is && strcmp(was->hash, is->hash) == 0 && was->version == is->version) ||
	    (given && !at->given))
		return NULL;
	if (was && is && value && is->version < was->version)
		return "an older one was put in its place";
	if (value || given)
		return value_fault(at, was, is);
	if (strcmp(one->kind, "operator") != 0 && told(at, one->thing, true))
		return NULL;
	return !is ? "it is gone, and no event tells of it" : !was ?
		"it was added, and no event tells of it" :
		"it was changed, and no event tells of it";
}

/* A row is named once. */
static bool said(const struct signed_state *state, const char *name)
{
	size_t n = strlen(name);

	return state->n_rows && strncmp(state->rows[state->n_rows - 1], name, n) == 0 &&
		state->rows[state->n_rows - 1][n] == ':';
}

void state_compare(struct store *store, struct signed_state *state, const char *data, size_t n,
		   const struct buf *now, struct arena *arena)
{
	struct records was = { NULL, 0, 0 }, is = { NULL, 0, 0 };
	struct comparing at = { .store = store, .revision = state->revision,
				.arena = arena };
	size_t a, b, values = 0, named = 0;

	take(&was, data, n);
	take(&is, now->data, now->len);
	for (a = 0; a < was.n; a++) {
		values += strcmp(was.v[a].kind, "value") == 0;
		named += strcmp(was.v[a].kind, GIVEN) == 0;
	}
	at.given = named == values;
	state_told_read(store, state->revision, arena, &at.told);
	a = b = 0;
	state->rows = arena_array(arena, was.n + is.n + 1, sizeof(*state->rows));
	while (a < was.n || b < is.n) {
		int order = a == was.n ? 1 : b == is.n ? -1 :
			by_name(&was.v[a], &is.v[b]);
		const struct record *old = order <= 0 ? &was.v[a++] : NULL;
		const struct record *new = order >= 0 ? &is.v[b++] : NULL;
		const char *what = fault(&at, old, new);

		if (what && !said(state, (old ? old : new)->name))
			state->rows[state->n_rows++] = arena_printf(arena, "%s: %s",
				(old ? old : new)->name, what);
	}
	free(at.told.v);
	free(was.v);
	free(is.v);
}
