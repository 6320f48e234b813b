/* numbers.h: a sorted set of numbers.  A zeroed struct is the empty set; who
 * owns it releases it.  With cap 0 its numbers are borrowed: they are copied when one
 * is added, and never freed. */
#ifndef MODEL_NUMBERS_H
#define MODEL_NUMBERS_H

#include <stdbool.h>
#include <stdint.h>

struct numbers {
	uint32_t *v;
	uint32_t n, cap;
};

bool numbers_add(struct numbers *set, uint32_t v);	/* false: was there */
bool numbers_remove(struct numbers *set, uint32_t v);	/* false: was not */
bool numbers_has(const struct numbers *set, uint32_t v);
/* Append v, larger than all before it (fast path of loading). */
void numbers_append(struct numbers *set, uint32_t v);
void numbers_release(struct numbers *set);
/* After appends out of order: sort and drop doubles. */
void numbers_settle(struct numbers *set);

#endif
