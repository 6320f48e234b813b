/* load.h: a row of the tables on its way to become facts. */
#ifndef STORE_LOAD_H
#define STORE_LOAD_H

#include "store/store_priv.h"

/* The numbers of rows in the order in which they became facts. */
struct keys {
	int64_t *v;
	size_t n, cap;
};

struct load {
	struct store *store;
	struct facts *facts;
	struct error *err;
	struct keys users, groups, assets;
	const char *table;		/* of the row being read */
	int owner;			/* the column of a project's */
	size_t workspaces;
	struct {			/* the first thing that is wrong with it */
		const char *column, *why;
		int64_t number;
		bool memory;
	} bad;
};

void keys_add(struct keys *keys, int64_t key);

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
