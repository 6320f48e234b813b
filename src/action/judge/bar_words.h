/* bar_words.h: why a person cannot own or be given something, in few words. */
#ifndef ACTION_JUDGE_BAR_WORDS_H
#define ACTION_JUDGE_BAR_WORDS_H

#include "access/rights.h"
#include "access/seen.h"

/* "has no access to Vault": what a chooser says beside the person. */
const char *bar_words(const struct seen *seen, uint32_t user, const struct bar *bar,
		      struct arena *arena);

#endif
