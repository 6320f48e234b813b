/* cells.c: the cells of a row, each judged before it is believed. */
#include <string.h>

#include "base/mem.h"
#include "store/load.h"

/* Without deletions, row n is fact n - 1: the last one tells, for they rise. */
static uint32_t keys_find(const struct keys *keys, int64_t key)
{
	size_t low = 0, high = keys->n, mid;

	if (high && keys->v[high - 1] == (int64_t)high)
		return key > 0 && (uint64_t)key <= high ? (uint32_t)(key - 1) :
			NOBODY;
	while (low < high) {
		mid = low + (high - low) / 2;
		if (keys->v[mid] < key)
			low = mid + 1;
		else
			high = mid;
	}
	return low < keys->n && keys->v[low] == key ? (uint32_t)low : NOBODY;
}

/* Last of a microsecond that a date can show: the year 9999. */
#define TIME_MOST INT64_C(253402300799999999)

bool bad(struct load *load, sqlite3_stmt *stmt, int column, const char *why)
{
	if (!load->bad.why) {
		load->bad.column = sqlite3_column_name(stmt, column);
		load->bad.why = why;
		load->bad.number = sqlite3_column_int64(stmt, 0);
	}
	return false;
}

/* Whole, of the right type and in its range: the file may be of any origin. */
int64_t number_at(struct load *load, sqlite3_stmt *stmt, int column,
		  int64_t least, int64_t most)
{
	int64_t n;

	if (sqlite3_column_type(stmt, column) != SQLITE_INTEGER) {
		(void)bad(load, stmt, column, "is no number");
		return least;
	}
	n = sqlite3_column_int64(stmt, column);
	if (n >= least && n <= most)
		return n;
	(void)bad(load, stmt, column, "is out of its range");
	return least;
}

void keys_add(struct load *load, struct keys *keys, sqlite3_stmt *stmt)
{
	int64_t key = number_at(load, stmt, 0, 1, INT64_MAX);

	if (keys->n && key <= keys->v[keys->n - 1])
		(void)bad(load, stmt, 0, "is out of its order");
	keys->v = mem_grow(keys->v, keys->n, &keys->cap, sizeof(*keys->v));
	keys->v[keys->n++] = key;
}

bool flag_at(struct load *load, sqlite3_stmt *stmt, int column)
{
	return number_at(load, stmt, column, 0, 1) != 0;
}

int64_t time_at(struct load *load, sqlite3_stmt *stmt, int column)
{
	return number_at(load, stmt, column, 0, TIME_MOST);
}

uint32_t key_at(struct load *load, const struct keys *keys, sqlite3_stmt *stmt,
		int column)
{
	uint32_t found = keys_find(keys, number_at(load, stmt, column, 1,
						   INT64_MAX));

	if (found == NOBODY)
		(void)bad(load, stmt, column, "names something that is not there");
	return found;
}

/* Never NULL.  Where memory ran out SQLite answers nothing: that is an error
 * and never an empty text. */
static const char *text_of(struct load *load, sqlite3_stmt *stmt, int column,
			   size_t *n)
{
	bool is_text = sqlite3_column_type(stmt, column) == SQLITE_TEXT;
	const char *text = (const char *)sqlite3_column_text(stmt, column);

	*n = text ? (size_t)sqlite3_column_bytes(stmt, column) : 0;
	if (text && is_text && !memchr(text, 0, *n))
		return text;
	if (!text && is_text)
		load->bad.memory = true;
	(void)bad(load, stmt, column, is_text ? "holds a zero byte" :
		  "is no text");
	*n = 0;
	return "";
}

const char *text_at(struct load *load, sqlite3_stmt *stmt, int column)
{
	size_t n;

	return text_of(load, stmt, column, &n);
}

const char *keep(struct load *load, sqlite3_stmt *stmt, int column)
{
	size_t n;
	const char *text = text_of(load, stmt, column, &n);

	return n ? arena_strndup(&load->facts->text, text, n) : "";
}

const char *id_at(struct load *load, sqlite3_stmt *stmt, int column,
		  uint32_t (*find)(const struct facts *, const char *))
{
	const char *id = text_at(load, stmt, column);

	if (!*id)
		(void)bad(load, stmt, column, "is empty");
	else if (find(load->facts, id) != NOBODY)
		(void)bad(load, stmt, column, "is there twice");
	return id;
}

bool fine(struct load *load)
{
	if (!load->bad.why)
		return true;
	if (load->bad.memory)
		return sql_no_memory(load->store, load->err);
	return store_damaged(load->store, load->err, "table %s, row %lld: %s %s",
			     load->table, (long long)load->bad.number,
			     load->bad.column, load->bad.why);
}
