/* checkpoint_check.c: do the checkpoints and the chain tell the same? */
#include "store/checkpoint_file.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/open_file.h"
#include "store/beside.h"

enum { LINE_MOST = 1 << 16 };

/* A line, and where it stood. */
struct line {
	struct checkpoint point;
	size_t number;
};

struct checking {
	struct store *store;
	struct arena *arena;
	const char *file;
	struct line *v;
	size_t n, cap;
	size_t torn, foreign, given_up, of_chain, is_signed;
	int64_t newest;			/* event of the store */
	char first[STORE_HASH_HEX];
	int64_t most;			/* that a line tells of */
	const char *fault, *restored, *signer, *why;
	const struct line *bad;		/* or NULL */
};

static const char lost[] = "it was acknowledged";

/* ---- reading -------------------------------------------------------------------- */

static FILE *open_lines(struct checking *all, int flags)
{
	const char *why;
	int fd = open_file(all->file, flags, &why);
	FILE *file = fd < 0 ? NULL : fdopen(fd, "r");

	if (file)
		return file;
	all->fault = fd < 0 && errno == ENOENT ? arena_printf(all->arena,
		"there is no file %s: nothing tells whether changes were cut off "
		"(gatehouse audit checkpoint begins one)", all->file) :
		arena_printf(all->arena, "%s: %s", all->file, fd < 0 ? why : strerror(errno));
	if (fd >= 0)
		close(fd);
	return NULL;
}

/* Of a line that is longer than any of ours only the beginning. */
static bool next_line(FILE *file, struct buf *line)
{
	int c;

	buf_reset(line);
	while ((c = getc_unlocked(file)) != EOF && c != '\n')
		buf_addc(line, (char)c);
	return c != EOF || line->len;
}

/* flags: as for open_file(). */
static bool read_lines(struct checking *all, int flags)
{
	FILE *file = open_lines(all, flags);
	struct line one = { .number = 0 };
	struct buf text;

	if (!file)
		return false;
	buf_init(&text, LINE_MOST);
	while (next_line(file, &text)) {
		one.number++;
		if (!strstr(buf_text(&text), CHECKPOINT_MARK)) {
			continue;
		} else if (text.overflow ||
			   !checkpoint_read(buf_text(&text), all->arena, &one.point)) {
			bool torn = !text.overflow && checkpoint_torn(buf_text(&text));

			all->torn += torn;
			if (!torn && !all->fault)
				all->fault = arena_printf(all->arena, "line %zu of %s is no "
					"line that this program writes: it was changed by "
					"hand", one.number, all->file);
			continue;
		}
		all->v = mem_grow(all->v, all->n, &all->cap, sizeof(*all->v));
		all->v[all->n++] = one;
	}
	buf_release(&text);
	fclose(file);
	return true;
}

/* ---- against the store ------------------------------------------------------------- */

static bool hash_at(struct store *store, int64_t seq, char out[STORE_HASH_HEX])
{
	struct error ignored;
	sqlite3_stmt *stmt = sql_prepare(store, &ignored,
					 "SELECT hash FROM events WHERE seq = ?1");
	const unsigned char *hash = NULL;

	*out = '\0';
	if (stmt && sqlite3_bind_int64(stmt, 1, seq) == SQLITE_OK &&
	    sql_next(store, &ignored, stmt) > 0)
		hash = sql_hash(stmt, 0);
	if (hash)
		sodium_bin2hex(out, STORE_HASH_HEX, hash, STORE_HASH);
	sqlite3_finalize(stmt);
	return hash != NULL;
}

/* The earliest counts. */
static void wrong(struct checking *all, const struct line *line, const char *what)
{
	all->bad = line;
	all->why = what;
}

/* A key of this store, which held at that revision. */
bool checkpoint_key_known(struct store *store, const struct checkpoint *point)
{
	unsigned char key[STORE_HASH];
	struct error ignored;
	sqlite3_stmt *stmt = sql_prepare(store, &ignored, "SELECT 1 FROM vault_keys "
		"WHERE public_sign = ?1 AND who = ?2 AND since <= ?3 + 1 AND "
		"(until IS NULL OR until >= ?3)");
	bool known;

	if (sodium_hex2bin(key, sizeof(key), point->key, 2 * STORE_HASH, NULL, NULL,
			   NULL) != 0 || !stmt) {
		sqlite3_finalize(stmt);
		return false;
	}
	known = sqlite3_bind_blob(stmt, 1, key, sizeof(key), SQLITE_STATIC) == SQLITE_OK &&
		sqlite3_bind_text(stmt, 2, point->signer, -1, SQLITE_STATIC) == SQLITE_OK &&
		sqlite3_bind_int64(stmt, 3, point->seq) == SQLITE_OK &&
		sql_next(store, &ignored, stmt) > 0;
	sqlite3_finalize(stmt);
	return known;
}

static void check_signature(struct checking *all, const struct line *line)
{
	if (!line->point.signature)
		return;
	if (!checkpoint_signed(&line->point)) {
		wrong(all, line, "its signature does not hold");
	} else if (!checkpoint_key_known(all->store, &line->point)) {
		wrong(all, line, "the key that signed it is none of this store");
	} else {
		all->is_signed++;
		if (!all->signer)
			all->signer = arena_printf(all->arena, "revision %lld by %s",
				(long long)line->point.seq, line->point.signer);
	}
}

static void check_line(struct checking *all, const struct line *line)
{
	char hash[STORE_HASH_HEX];

	check_signature(all, line);
	if (line->point.seq > all->most)
		all->most = line->point.seq;
	if (line->point.seq > all->newest)
		wrong(all, line, lost);
	else if (!hash_at(all->store, line->point.seq, hash))
		wrong(all, line, "that revision is not in the chain");
	else if (strcmp(hash, line->point.hash) != 0)
		wrong(all, line, "the chain has another event there: its history was "
		      "written anew");
	else
		all->of_chain++;
}

/* Whoever may write the file may write such a line, but for what a key signs. */
static const char *brought_back(struct checking *all, const struct line *line)
{
	const char *who = line->point.signature ? arena_printf(all->arena, ", signed by %s,",
		line->point.signer) : all->is_signed ? ", to which signed lines were added since,"
		: ", which nobody has signed,";

	return arena_printf(all->arena, "line %zu%s says that the store was brought back to "
			    "revision %lld", line->number, who, (long long)line->point.seq);
}

/* From the end: what a later line says was given up on purpose is not looked for. */
static void check_lines(struct checking *all)
{
	int64_t least = INT64_MAX;
	size_t i;

	for (i = all->n; i-- > 0;) {
		const struct line *line = &all->v[i];

		if (strcmp(line->point.store, all->first) != 0) {
			all->foreign++;
			continue;
		}
		if (line->point.seq > least) {
			all->given_up++;
			continue;
		}
		check_line(all, line);
		if (line->point.what != CHECKPOINT_RESTORED)
			continue;
		least = line->point.seq;
		if (!all->restored)
			all->restored = brought_back(all, line);
	}
}

/* Beside the store they begin with its first event, or with a line that was written on
 * purpose: a file that the next change has made anew tells nothing of what was before. */
static const struct line *late(const struct checking *all)
{
	const struct line *first = NULL;
	const struct checkpoint *point;

	for (size_t i = 0; i < all->n; i++) {
		point = &all->v[i].point;
		if (strcmp(point->store, all->first) != 0)
			continue;
		if (point->what == CHECKPOINT_RESTORED || (!first && (point->seq == 1 ||
				strcmp(point->verb, "audit checkpoint") == 0)))
			return NULL;
		first = first ? first : &all->v[i];
	}
	return first;
}

static const char *fault(const struct checking *all)
{
	const struct checkpoint *point = &all->bad->point;

	return arena_printf(all->arena, "line %zu of %s (revision %lld, %s, %s, %s): %s%s",
		all->bad->number, all->file, (long long)point->seq, point->time,
		point->by, point->verb, all->why, all->why != lost ? "" :
		arena_printf(all->arena, ", and the store ends with revision %lld: %lld "
			     "change%s cut off", (long long)all->newest,
			     (long long)(all->most - all->newest),
			     all->most - all->newest == 1 ? " was" : "s were"));
}

/* Events with no line of their own, from the first that has one on: a power cut may take
 * a line; so does whoever appends an event by hand. */
static void untold(struct checking *all, struct buf *out)
{
	int64_t least = INT64_MAX, n = 0, first = 0, seq;
	bool *has;
	size_t i;

	for (i = 0; i < all->n; i++)
		if (all->v[i].point.seq < least &&
		    strcmp(all->v[i].point.store, all->first) == 0)
			least = all->v[i].point.seq;
	if (least > all->newest)
		return;
	has = mem_array((size_t)(all->newest - least + 1), sizeof(*has));
	for (i = 0; i < all->n; i++) {
		seq = all->v[i].point.seq;
		if (seq >= least && seq <= all->newest)
			has[seq - least] = true;
	}
	for (seq = all->newest; seq >= least; seq--)
		if (!has[seq - least]) {
			n++;
			first = seq;
		}
	free(has);
	if (n)
		buf_printf(out, "; %lld event%s from #%lld on %s no line", (long long)n,
			   n == 1 ? "" : "s", (long long)first, n == 1 ? "has" : "have");
}

static const char *sum(struct checking *all)
{
	struct buf out;
	const char *text;

	buf_init(&out, 1 << 14);
	buf_printf(&out, "%zu lines of %s are in the chain of %lld events; ", all->of_chain,
		   all->file, (long long)all->newest);
	if (all->is_signed)
		buf_printf(&out, "%zu signed, last %s", all->is_signed, all->signer);
	else
		buf_adds(&out, "none is signed");
	untold(all, &out);
	if (all->restored)
		buf_printf(&out, "; %s, %zu lines before tell of more", all->restored,
			   all->given_up);
	if (all->foreign)
		buf_printf(&out, "; %zu lines are of another store", all->foreign);
	if (all->torn)
		buf_printf(&out, "; %zu line%s torn off, as a full disk or a kill does",
			   all->torn, all->torn == 1 ? " was" : "s were");
	text = arena_strdup(all->arena, buf_text(&out));
	buf_release(&out);
	return text;
}

/* The file first: what a line tells of is in the store before it. */
bool store_verify_checkpoints(struct store *store, const char *file,
			      struct arena *arena, struct finding *out,
			      struct error *err)
{
	struct checking all = { .store = store, .arena = arena,
		.file = file ? file : checkpoint_path(store) };
	bool began, there = read_lines(&all, file ? 0 : O_NOFOLLOW);
	const struct line *first;

	if (!store_moment(store, &began, err) ||
	    !store_revision(store, &all.newest, err)) {
		free(all.v);
		return false;
	}
	(void)hash_at(store, 1, all.first);
	if (there)
		check_lines(&all);
	store_moment_end(store, began);
	if (all.bad)
		all.fault = fault(&all);
	first = file || store->checkpoints ? NULL : late(&all);
	if (!all.fault && first)
		all.fault = arena_printf(arena, "line %zu of %s is the first about this store, "
			"and is of revision %lld: those before are gone, and nothing tells whether "
			"changes were cut off (gatehouse audit checkpoint takes it as it is)",
			first->number, all.file, (long long)first->point.seq);
	if (!all.fault && !all.of_chain)
		all.fault = arena_printf(arena, "no line of %s is of this store", all.file);
	if (all.newest == 0 && !file)
		all.fault = NULL;
	out->what = "checkpoints";
	/* A demo is copied about, and nobody's. */
	out->good = !all.fault || (store->demo && !file && !all.of_chain && !all.bad);
	out->detail = all.fault ? all.fault : all.newest ? sum(&all) :
		"nothing was ever changed";
	free(all.v);
	return true;
}

bool store_checkpoints_missed(struct store *store)
{
	struct arena arena = { 0 };
	struct checking all = { .store = store, .arena = &arena,
				.file = checkpoint_path(store) };
	bool missed;

	(void)hash_at(store, 1, all.first);
	missed = !store->checkpoints && (!read_lines(&all, O_NOFOLLOW) || late(&all));
	free(all.v);
	arena_release(&arena);
	return missed;
}

bool checkpoint_last_state(struct store *store, struct arena *arena,
			   struct checkpoint *out)
{
	struct checking all = { .store = store, .arena = arena,
				.file = checkpoint_path(store) };
	bool found = false;
	size_t i;

	(void)hash_at(store, 1, all.first);
	if (read_lines(&all, O_NOFOLLOW))
		for (i = all.n; i-- > 0 && !found;) {
			*out = all.v[i].point;
			found = out->what == CHECKPOINT_STATE &&
				strcmp(out->store, all.first) == 0 &&
				checkpoint_signed(out) && checkpoint_key_known(store, out);
		}
	free(all.v);
	return found;
}

void checkpoint_signed_span(struct store *store, int64_t *from, int64_t *to)
{
	struct arena arena = { 0 };
	struct checking all = { .store = store, .arena = &arena,
				.file = checkpoint_path(store) };
	const struct checkpoint *point;
	char hash[STORE_HASH_HEX];
	size_t i;

	*from = store->checkpoints ? INT64_MAX : 0;
	*to = 0;
	(void)hash_at(store, 1, all.first);
	(void)read_lines(&all, O_NOFOLLOW);
	for (i = all.n; i-- > 0;) {
		point = &all.v[i].point;
		if (strcmp(point->store, all.first) != 0)
			continue;
		if (point->seq < *from)
			*from = point->seq;
		if (point->signature && point->seq > *to &&
		    hash_at(store, point->seq, hash) && strcmp(hash, point->hash) == 0 &&
		    checkpoint_signed(point) && checkpoint_key_known(store, point))
			*to = point->seq;
	}
	free(all.v);
	arena_release(&arena);
}
