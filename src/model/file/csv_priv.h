/* csv_priv.h: a CSV folder while it is read: its tables (file_csv.c) and the files
 * (file_folder.c). */
#ifndef MODEL_FILE_CSV_PRIV_H
#define MODEL_FILE_CSV_PRIV_H

#include "base/csv.h"
#include "model/file/file_priv.h"

enum { CSV_TABLES = 8, CSV_COLUMNS = 8 };

struct folder {
	const char *dir;
	struct reader reader;
	struct csv csv;
	size_t at[CSV_COLUMNS];	/* where each column of the table stands */
	const char *const *columns;
	struct grant_rows grants;
	size_t files;
};

struct csv_table {
	const char *file;
	const char *columns[CSV_COLUMNS + 1];
	/* One record; what is wrong with it is noted in the reader. */
	void (*row)(struct folder *folder);
	void (*end)(struct folder *folder);	/* of the file; or NULL */
	int holds;	/* enum lost: the things of its rows; LOST_KINDS: none */
};

/* In the order in which they are read. */
extern const struct csv_table csv_tables[CSV_TABLES];

#endif
