/* split_words.c: see split_words.h. */
#include "action/core/split_words.h"

#include <string.h>

bool split_words(const char *text, struct arena *arena, const char **word,
		 size_t max, size_t *n, struct error *err)
{
	char *out = arena_alloc(arena, 2 * strlen(text) + 2);
	const char *s = text;

	for (*n = 0;; (*n)++) {
		char quote = '\0';

		s += strspn(s, " \t");
		if (!*s)
			return true;
		if (*n >= max)
			return error_set(err, ERROR_INVALID, NULL,
					 "more than %zu words", max);
		word[*n] = out;
		for (; *s && (quote || (*s != ' ' && *s != '\t')); s++) {
			if (quote ? *s == quote : *s == '"' || *s == '\'')
				quote = quote ? '\0' : *s;
			else
				*out++ = *s;
		}
		if (quote)
			return error_set(err, ERROR_INVALID, NULL,
					 "a quote %c is open", quote);
		*out++ = '\0';
	}
}
