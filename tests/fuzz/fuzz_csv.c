/* fuzz_csv.c: records of CSV: refused with file and line, or read, and written they read
 * the same. */
#include "tests/fuzz/fuzz.h"

#include "base/csv.h"
#include "base/text.h"

enum { LIMIT = 1 << 22 };

static void same_record(const struct csv *csv)
{
	struct buf line;
	struct csv again;
	struct error err;
	FILE *file;
	size_t i;

	buf_init(&line, LIMIT);
	buf_adds(&line, "head\n");	/* a byte order mark is skipped only before it */
	for (i = 0; i < csv->n; i++)
		csv_put(&line, csv_field(csv, i), i == 0, false);
	buf_adds(&line, "\n");
	file = fmemopen(line.data, line.len, "r");
	HOLDS(file);
	csv_init(&again, file, "again");
	HOLDS(csv_next(&again, &err) == 1);
	/* A record of one empty field is a blank line. */
	if (csv_next(&again, &err) == 1) {
		HOLDS(again.n == csv->n);
		for (i = 0; i < csv->n; i++)
			HOLDS(strcmp(csv_field(csv, i), csv_field(&again, i)) == 0);
	} else {
		HOLDS(csv->n == 1 && !*csv_field(csv, 0));
	}
	csv_release(&again);
	fclose(file);
	buf_release(&line);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	char *copy = fuzz_string(data, n);
	FILE *file = n ? fmemopen(copy, n, "r") : NULL;
	struct error err = { 0 };
	struct csv csv;
	int got;

	if (file) {
		csv_init(&csv, file, "file.csv");
		while ((got = csv_next(&csv, &err)) == 1)
			same_record(&csv);
		HOLDS(got == 0 || strstr(err.text, "file.csv"));
		HOLDS(got == 0 || text_is_safe(err.text));
		csv_release(&csv);
		fclose(file);
	}
	free(copy);
	return 0;
}
