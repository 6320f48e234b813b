/* name_index.h: the names of all that is seen, found by what is typed.
 *
 * Folded, in one piece, with a place for each word of them: a search looks at the
 * words that begin with the same two letters, so that it stays quick with a million
 * people.  It is built a part at a time, for whoever may not be kept waiting. */
#ifndef ACCESS_ASK_NAME_INDEX_H
#define ACCESS_ASK_NAME_INDEX_H

#include "access/seen.h"
#include "base/buf.h"

enum name_kind { NAME_PROJECT, NAME_USER, NAME_GROUP, NAME_ASSET, NAME_KINDS };

/* Bits 1 << enum name_kind. */
enum { NAMES_ALL = (1 << NAME_KINDS) - 1, NAME_BUCKETS = 38 * 38 };

/* How well typed words fit a name, the best first. */
enum name_rank {
	NAME_WHOLE,		/* it is the name */
	NAME_BEGINS,		/* whole words, from its first one on */
	NAME_PREFIX,		/* it begins with the text */
	NAME_WORDS,		/* whole words of it */
	NAME_WORD_PREFIX,	/* its words begin with the typed ones */
	NAME_ID,		/* the id or the e-mail does */
	NAME_INITIALS,
	NAME_WITHIN		/* somewhere in the name or the e-mail */
};

struct name_hit {
	enum name_kind kind;
	uint32_t n;		/* of the facts */
	enum name_rank rank;
	const char *folded;	/* of the index */
};

struct name_entry { uint32_t text, n; uint8_t kind; };
struct name_word { uint32_t text, entry; };

/* Zeroed: an empty index. */
struct name_index {
	struct buf text;	/* of each: name, initials, id, e-mail; NUL-ended */
	struct name_entry *entry;
	size_t n, cap;
	struct name_word *found;	/* in order of the entries, */
	struct name_word *word;		/* and of the first two letters */
	size_t n_words, cap_words;
	uint32_t first[NAME_BUCKETS + 1];
	enum name_kind kind;	/* what is being added, */
	uint32_t next;		/* and which one */
	size_t placed;
	bool done;
};

void name_index_release(struct name_index *index);
/* Add at most so many things; true when all are there.  The same `seen`, of the same
 * facts, until then. */
bool name_index_build(struct name_index *index, const struct seen *seen,
		      size_t most);

/* Things of these kinds (bits) of which each typed word begins a word of the name,
 * the id or the e-mail, or that have these initials; the best `max` into hits, in
 * order of rank, then of name.  Returns how many there are; counting ends at
 * NAME_COUNTED.  Of an index that is not done: nothing. */
enum { NAME_COUNTED = 20000 };
size_t name_find(const struct name_index *index, unsigned kinds,
		 const char *text, struct name_hit *hits, size_t max);
/* Those that have the words anywhere, and that name_find does not find. */
size_t name_find_within(const struct name_index *index, unsigned kinds,
			const char *text, struct name_hit *hits, size_t max);

#endif
