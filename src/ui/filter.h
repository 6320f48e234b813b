/* filter.h: the filter language of every list: words AND-ed in any order, smart
 * case, !no, column:word, %fuzzy, "two words". */
#ifndef UI_FILTER_H
#define UI_FILTER_H

#include <stdbool.h>
#include <stddef.h>

enum { FILTER_TERMS = 16 };

struct filter {
	struct filter_term {
		char word[128];
		char column[32];	/* "" for any column */
		bool not, fuzzy, exact_case;
	} term[FILTER_TERMS];
	size_t n;
};

void filter_parse(struct filter *filter, const char *text);
bool filter_empty(const struct filter *filter);
/* cells[i] is the text of the column named columns[i]. */
bool filter_match(const struct filter *filter, const char *const *columns,
		  const char *const *cells, size_t n);
/* Does the term ask this column?  eff: asks "effective". */
bool filter_has_column(const struct filter_term *term, const char *column);
/* True only if all that passes `now` passed `before`: then rows that failed need
 * not be looked at again. */
bool filter_narrows(const struct filter *now, const struct filter *before);

#endif
