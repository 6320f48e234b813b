/* roster_reading.c: the text of a list, record by record. */
#include <string.h>

#include "base/text.h"
#include "model/roster/roster_priv.h"

enum { NAME_CELLS = 60 };

const char *roster_called(const struct roster *list, struct buf *out)
{
	buf_init(out, 4096);
	text_cut(out, list->name, NAME_CELLS);
	return buf_text(out);
}

void roster_begin(const struct roster *list, struct roster_reading *reading)
{
	reading->file = list->text.len ?
		fmemopen(list->text.data, list->text.len, "r") : NULL;
	csv_init(&reading->csv, reading->file, list->name);
	reading->csv.separator = list->separator;
}

static bool is_filled(const struct csv *csv)
{
	size_t i;

	for (i = 0; i < csv->n; i++)
		if (csv_field(csv, i)[strspn(csv_field(csv, i), " ")])
			return true;
	return false;
}

int roster_next(struct roster_reading *reading, struct error *err)
{
	int got = 1;

	if (!reading->file)
		return 0;
	while (got == 1) {
		got = csv_next(&reading->csv, err);
		if (got == 1 && is_filled(&reading->csv))
			break;
	}
	return got;
}

void roster_end(struct roster_reading *reading)
{
	csv_release(&reading->csv);
	if (reading->file)
		fclose(reading->file);
}

/* FNV-1a */
uint64_t roster_hash(const char *data, size_t n)
{
	uint64_t hash = 14695981039346656037u;
	size_t i;

	for (i = 0; i < n; i++)
		hash = (hash ^ (unsigned char)data[i]) * 1099511628211u;
	return hash ? hash : 1;
}
