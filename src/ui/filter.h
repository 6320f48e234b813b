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
/* Text of a cell, asked when it is needed; NULL: this term does not look there. */
typedef const char *filter_cell(void *ctx, size_t column,
				const struct filter_term *term);
bool filter_asks(const struct filter *filter, const char *const *columns, size_t n,
		 filter_cell *cell, void *ctx);
/* The same where all are there: cells[i] is of the column named columns[i]. */
bool filter_match(const struct filter *filter, const char *const *columns,
		  const char *const *cells, size_t n);
/* Does the term ask this column?  eff: asks "effective". */
bool filter_has_column(const struct filter_term *term, const char *column);
/* Has its word a digit? */
bool filter_has_digit(const struct filter_term *term);
/* True only if all that passes `now` passed `before`: then rows that failed need
 * not be looked at again. */
bool filter_narrows(const struct filter *now, const struct filter *before);

#endif
