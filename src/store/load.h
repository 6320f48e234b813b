/* load.h: a row of the tables on its way to become facts. */
#ifndef STORE_LOAD_H
#define STORE_LOAD_H

#include "model/edit_field.h"
#include "store/store_priv.h"

/* The numbers of rows in the order in which they became facts. */
struct keys {
	int64_t *v;
	size_t n, cap;
};

/* Pairs in the order of a, then b. */
struct links {
	uint32_t *a, *b;
	size_t n, cap;
};

enum { LOAD_FIELDS = 32 };	/* of one sort of thing, at most */

struct load {
	struct store *store;
	struct facts *facts;
	struct error *err;
	struct keys users, groups, assets;
	struct links members;		/* group, user */
	struct {
		const struct edit_field *field;
		const struct field_stamp *stamp;
	} fields[LOAD_FIELDS];		/* of the sort of thing being read */
	size_t n_fields;
	const char *table;		/* of the row being read */
	int owner;			/* the column of a project's */
	size_t workspaces;
	struct {			/* the first thing that is wrong with it */
		const char *column, *why;
		int64_t number;
		bool memory;
	} bad;
};

/* Somebody else may have linked the first Admin. */
bool load_ended(struct store *store, struct error *err) MUST_CHECK;
/* The row's own number, which is above the last one's. */
void keys_add(struct load *load, struct keys *keys, sqlite3_stmt *stmt);

/* links.c */
/* False: it does not come after the last one. */
bool links_add(struct links *links, uint32_t a, uint32_t b);
/* Both lists of each membership, borrowed from the facts' own memory; true. */
bool links_members(const struct links *links, struct facts *facts);
void links_release(struct links *links);

/* Cells, judged: what does not fit is noted as the first thing that is wrong with
 * the row (bad.why), and something harmless is answered. */
bool bad(struct load *load, sqlite3_stmt *stmt, int column, const char *why);
int64_t number_at(struct load *load, sqlite3_stmt *stmt, int column,
		  int64_t least, int64_t most);
bool flag_at(struct load *load, sqlite3_stmt *stmt, int column);
int64_t time_at(struct load *load, sqlite3_stmt *stmt, int column);
uint32_t key_at(struct load *load, const struct keys *keys, sqlite3_stmt *stmt,
		int column);
/* Good until the next row; never NULL. */
const char *text_at(struct load *load, sqlite3_stmt *stmt, int column);
const char *keep(struct load *load, sqlite3_stmt *stmt, int column);
/* What nothing else may be called. */
const char *id_at(struct load *load, sqlite3_stmt *stmt, int column,
		  uint32_t (*find)(const struct facts *, const char *));
/* Says what is wrong with the row just read, if anything is. */
bool fine(struct load *load);

#endif
