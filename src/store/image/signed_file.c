/* signed_file.c: the file that holds a signed state, see signed_state.h. */
#include "store/image/signed_priv.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/clock.h"
#include "model/image/facts_image.h"
#include "store/beside.h"
#include "store/checkpoint_file.h"
#include "store/image/image_priv.h"

#define STATE_MAGIC "gatehouse state 1"
#define NEW ".new"
enum { WHO = 160, SIGN = crypto_sign_BYTES, FOLLOW = 100000 };

/* Fills the first page; the block of facts follows, then the rows of the vault. */
struct head {
	unsigned char signature[SIGN];		/* of the hash of the rest */
	char magic[32];
	uint64_t layout, base, size, rows;
	int64_t revision, time;
	unsigned char event[STORE_HASH];	/* its hash */
	unsigned char key[STORE_HASH];
	char who[WHO];
};

static void digest(const struct head *head, const void *block, const void *rows,
		   unsigned char out[STORE_HASH])
{
	crypto_generichash_state state;

	crypto_generichash_init(&state, NULL, 0, STORE_HASH);
	crypto_generichash_update(&state, (const unsigned char *)head + SIGN,
				  sizeof(*head) - SIGN);
	crypto_generichash_update(&state, block, head->size);
	if (head->rows)
		crypto_generichash_update(&state, rows, head->rows);
	crypto_generichash_final(&state, out, STORE_HASH);
}

bool signed_digest(const void *file, size_t n, char out[STORE_HASH_HEX])
{
	unsigned char hash[STORE_HASH];
	const char *block = (const char *)file + PAGE;
	struct head head;

	if (n <= PAGE)
		return false;
	memcpy(&head, file, sizeof(head));
	n -= PAGE;
	if (memcmp(head.magic, STATE_MAGIC, sizeof(STATE_MAGIC)) != 0 ||
	    head.size > n || head.rows != n - head.size)
		return false;
	digest(&head, block, block + head.size, hash);
	sodium_bin2hex(out, STORE_HASH_HEX, hash, sizeof(hash));
	return true;
}

static const char *name_of(struct store *store, struct arena *arena, const char *end)
{
	return arena_printf(arena, "%s" SIGNED_END "%s", store->file, end);
}

static bool event_at(struct store *store, int64_t seq, unsigned char out[STORE_HASH])
{
	struct error ignored;
	sqlite3_stmt *stmt = sql_prepare(store, &ignored,
					 "SELECT hash FROM events WHERE seq = ?1");
	const unsigned char *hash = NULL;

	if (stmt && sqlite3_bind_int64(stmt, 1, seq) == SQLITE_OK &&
	    sql_next(store, &ignored, stmt) > 0)
		hash = sql_hash(stmt, 0);
	if (hash)
		memcpy(out, hash, STORE_HASH);
	sqlite3_finalize(stmt);
	return hash != NULL;
}

/* ---- signing ------------------------------------------------------------------------- */

/* As .new: it takes its place once a line of the checkpoints tells of it, so that whatever
 * ends the program in between, one of the two is the one that the last line means. */
static bool write_new(struct store *store, const struct head *head, const void *block,
		      const struct buf *rows)
{
	struct arena arena = { 0 };
	const char *name = name_of(store, &arena, NEW);
	char page[PAGE] = "";
	bool good;
	int fd;

	unlink(name);
	fd = open(name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	memcpy(page, head, sizeof(*head));
	good = fd >= 0 && image_write_all(fd, page, sizeof(page)) &&
		image_write_all(fd, block, head->size) &&
		image_write_all(fd, rows->data, rows->len) && fsync(fd) == 0;
	if (fd >= 0 && close(fd) != 0)
		good = false;
	if (!good && fd >= 0)
		unlink(name);
	arena_release(&arena);
	return good;
}

static bool put_in_place(struct store *store)
{
	struct arena arena = { 0 };
	bool good = rename(name_of(store, &arena, NEW), name_of(store, &arena, "")) == 0;

	arena_release(&arena);
	return good;
}

static bool not_written(struct store *store, struct error *err)
{
	return place_full(store, errno, err) ? false :
		error_set(err, ERROR_STORE, "STORE_IO", "%s" SIGNED_END ": %s", store->path,
			 strerror(errno));
}

/* The head of what the tables hold now; its block, for free(). */
static void *freeze(struct store *store, struct facts *facts, const struct buf *rows,
		    struct head *head)
{
	size_t size;
	void *block;

	memset(head, 0, sizeof(*head));
	snprintf(head->magic, sizeof(head->magic), "%s", STATE_MAGIC);
	head->layout = facts_image_layout();
	head->base = image_base();
	block = facts_freeze(facts, head->base, &size);
	head->size = size;
	head->rows = rows->len;
	head->revision = facts->revision;
	head->time = clock_now();
	memcpy(head->key, store->signing.key, sizeof(head->key));
	snprintf(head->who, sizeof(head->who), "%s", store->signing.who);
	return block;
}

static bool sign_now(struct store *store, struct facts *facts, struct error *err)
{
	unsigned char hash[STORE_HASH];
	char hex[STORE_HASH_HEX];
	struct head head;
	struct buf rows;
	void *block = NULL;
	bool good = state_rows(store, &rows, err);

	if (good) {
		block = freeze(store, facts, &rows, &head);
		if (!event_at(store, head.revision, head.event))
			good = store_damaged(store, err, "its log has no last event");
	}
	if (good) {
		digest(&head, block, rows.data, hash);
		store->signing.sign(store->signing.ctx, hash, head.signature);
		sodium_bin2hex(hex, sizeof(hex), hash, sizeof(hash));
		good = write_new(store, &head, block, &rows) || not_written(store, err);
	}
	good = good && checkpoint_of_now(store, CHECKPOINT_STATE, hex, err) &&
		(put_in_place(store) || not_written(store, err));
	free(block);
	buf_release(&rows);
	return good;
}

static bool sign_moment(struct store *store, struct error *err)
{
	struct facts facts;
	bool began, good;

	if (!store_moment(store, &began, err))
		return false;
	facts_init(&facts);
	good = store_load(store, &facts, err) && (facts.revision == 0 ||
						  sign_now(store, &facts, err));
	facts_release(&facts);
	store_moment_end(store, began);
	return good;
}

/* One at a time: the last line and the file must be of the same. */
bool store_state_sign(struct store *store, struct error *err)
{
	bool mine = store->lock < 0, good;

	if (!store->signs || store->reading)
		return true;
	if (mine && !lock_take(store, STORE_WAIT, err))
		return false;
	good = sign_moment(store, err);
	if (mine)
		lock_drop(store);
	return good;
}

/* ---- reading ------------------------------------------------------------------------- */

struct reading {
	struct store *store;
	struct arena *arena;
	struct signed_state *state;
	struct head head;
	void *block;			/* mapped */
	char *rows;
	char digest[STORE_HASH_HEX];
};

static bool bad(struct reading *at, enum state_found found, const char *said)
{
	at->state->found = found;
	at->state->said = said;
	return false;
}

static bool read_file(struct reading *at, int fd)
{
	struct head *head = &at->head;
	int64_t size;
	off_t end;

	if (!image_is_ours(at->store, fd, &size) ||
	    pread(fd, head, sizeof(*head), 0) != (ssize_t)sizeof(*head) ||
	    memcmp(head->magic, STATE_MAGIC, sizeof(STATE_MAGIC)) != 0 ||
	    head->size > (uint64_t)size || head->rows != (uint64_t)size - head->size ||
	    head->base % PAGE || head->who[WHO - 1])
		return bad(at, STATE_BAD, "the signed state is no file of this program");
	at->block = image_room(head->base, head->size);
	at->rows = malloc(head->rows + 1);
	end = (off_t)(PAGE + head->size);
	if (!at->block || !at->rows || !image_read_all(fd, at->block, head->size) ||
	    pread(fd, at->rows, head->rows, end) != (ssize_t)head->rows)
		return bad(at, STATE_BAD, "the signed state cannot be read");
	return true;
}

/* A line of checkpoints says the same of its key as this: judged in one way. */
static bool is_signed(struct reading *at)
{
	struct head *head = &at->head;
	unsigned char hash[STORE_HASH];
	char key[STORE_HASH_HEX];
	struct checkpoint last, as = { .seq = head->revision, .signer = head->who, .key = key };

	digest(head, at->block, at->rows, hash);
	sodium_bin2hex(at->digest, sizeof(at->digest), hash, sizeof(hash));
	sodium_bin2hex(key, sizeof(key), head->key, sizeof(head->key));
	if (crypto_sign_verify_detached(head->signature, hash, sizeof(hash), head->key))
		return bad(at, STATE_BAD, "the signature of the signed state does not "
			   "hold: it was changed by hand");
	if (checkpoint_key_known(at->store, &as))
		return true;
	/* What a store left that was removed: nothing is told of one of this. */
	return checkpoint_last_state(at->store, at->arena, &last) ? bad(at, STATE_BAD,
		arena_printf(at->arena, "the signed state is signed by a key of %s that "
			"is none of this store", head->who)) :
		bad(at, STATE_NONE, "nobody has signed yet what the tables hold: vault "
		    "unlock does; the signed state that lies there is of another store");
}

static bool is_newest(struct reading *at)
{
	struct checkpoint last;
	unsigned char event[STORE_HASH];

	if (!event_at(at->store, at->head.revision, event) ||
	    memcmp(event, at->head.event, STORE_HASH) != 0)
		return bad(at, STATE_BAD, arena_printf(at->arena, "what %s signed at "
			"revision %lld is not in this history: it was cut off or written "
			"anew", at->head.who, (long long)at->head.revision));
	return !checkpoint_last_state(at->store, at->arena, &last) ||
		strcmp(last.state, at->digest) == 0 ||
		bad(at, STATE_BAD, arena_printf(at->arena, "the checkpoints tell of a state "
			"signed at revision %lld by %s; the one that is there is of "
			"revision %lld (brought back on purpose: gatehouse audit "
			"checkpoint --accept)", (long long)last.seq, last.signer,
			(long long)at->head.revision));
}

/* Whoever holds a key and has the vault open signs what is done then, and what was. */
static bool lost(struct reading *at, const char *since)
{
	long long stop = (long long)at->state->facts.revision;
	int64_t from, to;

	checkpoint_signed_span(at->store, &from, &to);
	if (stop <= to || stop < from)
		return bad(at, STATE_OTHER, arena_printf(at->arena, "%s, #%lld has replaced "
			"the workspace or cannot be followed: rows cannot be compared with "
			"it", since, stop));
	return bad(at, STATE_UNSIGNED, arena_printf(at->arena, "%s, #%lld has replaced the "
		"workspace or cannot be followed, and no key of the vault signed that: what "
		"the tables hold is to be looked at", since, stop));
}

static bool follow(struct reading *at)
{
	struct signed_state *state = at->state;
	const char *since = arena_printf(at->arena, "since %s signed what the tables held at "
		"revision %lld", at->head.who, (long long)at->head.revision);

	state->revision = at->head.revision;
	state->time = at->head.time;
	state->who = arena_strdup(at->arena, at->head.who);
	if (at->head.layout != facts_image_layout())
		return bad(at, STATE_OTHER, arena_printf(at->arena, "%s the program has "
			"changed: rows cannot be compared this once", since));
	facts_thaw(&state->facts, at->block, at->head.size, at->head.base, image_drop);
	at->block = NULL;
	state->facts.revision = at->head.revision;
	return facts_follow(at->store, &state->facts, FOLLOW) || lost(at, since);
}

static void none(struct reading *at)
{
	struct checkpoint last;

	if (checkpoint_last_state(at->store, at->arena, &last))
		(void)bad(at, STATE_BAD, arena_printf(at->arena, "the state that %s signed at "
			"revision %lld is gone", last.signer, (long long)last.seq));
	else
		(void)bad(at, STATE_NONE, "nobody has signed yet what the tables hold: "
			  "vault unlock does");
}

static void drop(struct reading *at)
{
	if (at->block)
		munmap(at->block, at->head.size);
	free(at->rows);
	at->block = at->rows = NULL;
}

/* The one that the last line means; the other name for what was ended in between, and the
 * first one again for who puts it in place just now. */
static bool find(struct reading *at)
{
	static const char *const ends[] = { "", NEW, "" };
	bool there = false, good = false;
	int fd;

	for (size_t i = 0; !good && i < COUNT_OF(ends); i++) {
		fd = open(name_of(at->store, at->arena, ends[i]), O_RDONLY | O_NOFOLLOW |
			  O_NONBLOCK | O_CLOEXEC);
		if (fd < 0)
			continue;
		there = true;
		drop(at);
		good = read_file(at, fd) && is_signed(at) && is_newest(at);
		close(fd);
	}
	if (!there)
		none(at);
	return good;
}

static bool read_state(struct reading *at, struct error *err)
{
	struct buf now;
	bool read;

	if (!find(at) || !follow(at))
		return true;
	read = state_rows(at->store, &now, err);
	if (read)
		state_compare(at->store, at->state, at->rows, at->head.rows, &now,
			      at->arena);
	buf_release(&now);
	at->state->found = STATE_THERE;
	return read;
}

bool store_signed_state(struct store *store, struct arena *arena, struct signed_state *out,
		 struct error *err)
{
	struct reading at = { .store = store, .arena = arena, .state = out };
	bool began, good;

	memset(out, 0, sizeof(*out));
	facts_init(&out->facts);
	if (!store_moment(store, &began, err))
		return false;
	good = store_revision(store, &out->newest, err) && read_state(&at, err);
	store_moment_end(store, began);
	drop(&at);
	return good;
}

void state_release(struct signed_state *state)
{
	facts_release(&state->facts);
}
