/* palette_match.h: how well typed words fit the words of an entry: its title's
 * beginning, the beginnings of its words, its other words, words of the same meaning,
 * anywhere. */
#ifndef SCREEN_PALETTE_PALETTE_MATCH_H
#define SCREEN_PALETTE_PALETTE_MATCH_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

enum { TYPED_WORDS = 16 };

enum fit {
	FIT_PREFIX,		/* the title begins so */
	FIT_FIRST,		/* ... its first word with the first, others with the rest */
	FIT_WHOLE,		/* its words are typed to their ends */
	FIT_WORDS, FIT_SYNONYM, FIT_MEANING, FIT_WITHIN, FIT_NONE
};

/* What is typed: folded, parted at blanks; quotes hold words together. */
struct typed {
	struct buf text;	/* one blank between words */
	const char *word[TYPED_WORDS];
	bool quoted[TYPED_WORDS];
	unsigned sets[TYPED_WORDS];	/* of meanings: bits */
	size_t n;
};

void typed_read(struct typed *typed, const char *line);
void typed_release(struct typed *typed);

/* The worst of all words; title and more (synonyms, keys, the command) in any case.
 * rest: the words (bits) that fit at most within; may be NULL. */
enum fit typed_fit(const struct typed *typed, const char *title,
		   const char *more, unsigned *rest);
/* The words of these bits, as a text; false: there are none. */
bool typed_words(const struct typed *typed, unsigned bits, struct buf *out);

#endif
