/* split_words.h: a typed line -> the words of a command line.  The palette, plain mode
 * and the scenario captions speak the same language. */
#ifndef ACTION_CORE_SPLIT_WORDS_H
#define ACTION_CORE_SPLIT_WORDS_H

#include "base/arena.h"
#include "base/error.h"

/* Blanks part, quotes (' or ") hold together; words live in the arena.
 * ERROR_INVALID: an open quote, or more than `max` words. */
bool split_words(const char *text, struct arena *arena, const char **word,
		 size_t max, size_t *n, struct error *err) MUST_CHECK;

#endif
