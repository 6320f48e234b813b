/* nearest.c: which word may have been meant. */
#include "base/nearest.h"

#include <string.h>

enum { LONGEST = 40 };

static char plain(char c)
{
	if (c >= 'A' && c <= 'Z')
		return (char)(c - 'A' + 'a');
	return c == '_' ? '-' : c;
}

static unsigned least(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

/* Insertions, deletions, changes and swaps of neighbours. */
static unsigned distance(const char *a, const char *b)
{
	unsigned row[3][LONGEST + 1];
	unsigned *before = row[0], *last = row[1], *now = row[2], *swap;
	size_t i, j, n = strlen(a), m = strlen(b);

	if (n > LONGEST || m > LONGEST)
		return LONGEST;
	for (j = 0; j <= m; j++)
		last[j] = (unsigned)j;
	for (i = 1; i <= n; i++) {
		now[0] = (unsigned)i;
		for (j = 1; j <= m; j++) {
			char x = plain(a[i - 1]), y = plain(b[j - 1]);

			now[j] = least(least(last[j], now[j - 1]) + 1,
				       last[j - 1] + (x != y));
			if (i > 1 && j > 1 && x == plain(b[j - 2]) &&
			    y == plain(a[i - 2]))
				now[j] = least(now[j], before[j - 2] + 1);
		}
		swap = before;
		before = last;
		last = now;
		now = swap;
	}
	return last[m];
}

const char *nearest(const char *word, const char *const *list, size_t n)
{
	unsigned best = (unsigned)(strlen(word) + 2) / 3 + 1;
	const char *found = NULL;
	size_t i;

	for (i = 0; i < n; i++) {
		unsigned d = distance(word, list[i]);

		if (strlen(word) > 2 && strlen(list[i]) > strlen(word) &&
		    strncmp(list[i], word, strlen(word)) == 0)
			d = 1;
		if (d < best) {
			best = d;
			found = list[i];
		}
	}
	return found;
}
