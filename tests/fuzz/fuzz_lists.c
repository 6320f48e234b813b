/* fuzz_lists.c: lists of people from elsewhere: refused with the name of the file, or
 * read, every address good and once. */
#include "tests/fuzz/fuzz.h"

#include <stdlib.h>

#include "base/text.h"
#include "model/roster/roster.h"
#include "model/value.h"

static void faults_hold(const struct file_faults *faults)
{
	size_t i;

	for (i = 0; i < faults->n && i < FILE_FAULTS; i++) {
		HOLDS(strstr(faults->v[i].text, "list.csv"));
		HOLDS(text_is_safe(faults->v[i].text));
		HOLDS(faults->v[i].kind == ERROR_INVALID);
	}
}

static void rows_hold(const struct roster_row *rows, size_t n)
{
	size_t i, k;

	for (i = 0; i < n; i++) {
		HOLDS(!email_fault(rows[i].email));
		HOLDS(!text_has_control(rows[i].name));
		HOLDS(rows[i].line > 0 && (!i || rows[i].line >= rows[i - 1].line));
		HOLDS(!i || text_casecmp(rows[i].email, rows[i - 1].email) != 0);
		for (k = 0; k < rows[i].n_groups; k++)
			HOLDS(*rows[i].group[k]);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	const struct roster_wish wish = { ROSTER_EMAIL, "kontakt" };
	char *copy = fuzz_string(data, n);
	struct file_faults faults;
	struct error err = { 0 };
	struct roster_row *rows;
	struct roster list;
	size_t found;

	/* An odd first byte: a column is named. */
	if (roster_open(&list, "list.csv", copy, n, &wish, n && data[0] & 1, &err)) {
		HOLDS(list.n_columns > 0);
		if (!roster_rows(&list, &rows, &found, &faults)) {
			HOLDS(faults.n > 0);
			faults_hold(&faults);
		}
		rows_hold(rows, found);
	} else {
		HOLDS(strstr(err.text, "list.csv"));
		HOLDS(text_is_safe(err.text));
	}
	roster_close(&list);
	free(copy);
	return 0;
}
