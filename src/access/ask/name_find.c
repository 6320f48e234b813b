/* name_find.c: see name_index.h; the search. */
#include "access/ask/name_index.h"

#include <string.h>

#include "access/ask/name_priv.h"
#include "base/text.h"

enum { WORDS = 12, TYPED_LIMIT = 4096 };

struct query {
	const struct name_index *index;
	unsigned kinds;
	struct buf text;	/* what is typed: folded, one blank between words */
	const char *word[WORDS];
	size_t len[WORDS], n;
	struct name_hit *hits;
	size_t max, kept, total;
};

/* False: there is nothing to look for. */
static bool begin(struct query *q, const char *typed)
{
	struct buf folded;
	const char *s;
	size_t n, i = 0;

	buf_init(&folded, TYPED_LIMIT);
	buf_init(&q->text, TYPED_LIMIT);
	text_fold(&folded, typed);
	for (s = buf_text(&folded); *s; s += n) {
		s += strspn(s, " \t\"");
		n = strcspn(s, " \t\"");
		if (!n)
			break;
		if (q->text.len)
			buf_addc(&q->text, ' ');
		buf_add(&q->text, s, n);
	}
	buf_release(&folded);
	for (s = buf_text(&q->text); *s && i < WORDS; s += n + (s[n] == ' ')) {
		n = strcspn(s, " ");
		q->word[i] = s;
		q->len[i++] = n;
	}
	q->n = i;
	return i && q->index->done && !q->text.overflow;
}

/* ---- how well it fits -------------------------------------------------------------- */

/* The word begins a word of the text: 2 where it is the whole of it, 1 where it begins
 * it, 0.  stop: where the text ends, beside NUL. */
static int in_text(const char *text, char stop, const char *word, size_t len)
{
	const char *s = text;
	int best = 0;

	for (; *s && *s != stop && best < 2; s++) {
		if (*s != word[0] || (s > text && name_in_word(s[-1])) ||
		    strncmp(s, word, len) != 0)
			continue;
		best = name_in_word(s[len]) ? 1 : 2;
	}
	return best;
}

static const char *next_text(const char *text)
{
	return text + strlen(text) + 1;
}

/* A blank stands for whatever parts words, too: "stripe key" begins STRIPE_KEY. */
static bool begins_so(const char *name, const char *typed)
{
	for (; *typed; name++, typed++)
		if (*name != *typed &&
		    (*typed != ' ' || !*name || name_in_word(*name)))
			return false;
	return true;
}

/* False: not all words are found. */
static bool fits(const struct query *q, const char *name, enum name_rank *rank)
{
	const char *initials = next_text(name), *id = next_text(initials);
	const char *mail = next_text(id), *typed = buf_text(&q->text);
	bool whole = true;
	size_t i, len = q->text.len;
	int got;

	*rank = NAME_WORDS;
	for (i = 0; i < q->n; i++) {
		got = in_text(name, '\0', q->word[i], q->len[i]);
		whole = whole && got == 2;
		if (got)
			continue;
		if (strncmp(id, q->word[i], q->len[i]) == 0 ||
		    in_text(mail, '@', q->word[i], q->len[i])) {
			*rank = NAME_ID;
		} else if (q->n == 1 && strcmp(initials, typed) == 0) {
			*rank = NAME_INITIALS;
			return true;
		} else {
			return false;
		}
	}
	if (*rank == NAME_ID) {
		if (q->n == 1 && (strcmp(id, typed) == 0 ||
				  strcmp(mail, typed) == 0))
			*rank = NAME_WHOLE;
		return true;
	}
	if (begins_so(name, typed))
		*rank = !name[len] ? NAME_WHOLE : name_in_word(name[len]) ?
			NAME_PREFIX : NAME_BEGINS;
	else
		*rank = whole ? NAME_WORDS : NAME_WORD_PREFIX;
	return true;
}

/* ---- the best of them -------------------------------------------------------------- */

static bool before(const struct name_hit *a, const struct name_hit *b)
{
	int order;

	if (a->rank != b->rank)
		return a->rank < b->rank;
	order = strcmp(a->folded, b->folded);
	if (order)
		return order < 0;
	return a->kind != b->kind ? a->kind < b->kind : a->n < b->n;
}

static void keep(struct query *q, const struct name_entry *entry,
		 enum name_rank rank)
{
	struct name_hit hit = { (enum name_kind)entry->kind, entry->n, rank,
				q->index->text.data + entry->text };
	size_t i;

	q->total++;
	if (!q->max || (q->kept == q->max &&
			!before(&hit, &q->hits[q->max - 1])))
		return;
	i = q->kept < q->max ? q->kept++ : q->max - 1;
	for (; i && before(&hit, &q->hits[i - 1]); i--)
		q->hits[i] = q->hits[i - 1];
	q->hits[i] = hit;
}

/* The places that can begin with this word: [*from, *to). */
static void places_of(const struct name_index *index, const char *word,
		      size_t len, uint32_t *from, uint32_t *to)
{
	char two[3] = { word[0], len > 1 ? word[1] : '\0', '\0' };
	unsigned b = name_bucket(two);

	*from = index->first[b];
	*to = index->first[b + 1];
	if (len > 1)
		return;
	two[1] = '\0';
	*to = index->first[name_bucket(two) + 38];
}

/* No place of the name before this one begins with its letter: those of one letter
 * stand in several buckets. */
static bool is_first(const char *name, const char *place)
{
	const char *id = next_text(next_text(name)), *s;

	for (s = name; s < place; s++)
		if (*s == *place && (s <= id || s > id + strlen(id)) &&
		    (s == name || !name_in_word(s[-1])))
			return false;
	return true;
}

static void look(struct query *q, uint32_t from, uint32_t to, bool spread)
{
	const struct name_index *index = q->index;
	const char *name;
	uint32_t last = UINT32_MAX, i;
	enum name_rank rank;

	for (i = from; i < to && q->total < NAME_COUNTED; i++) {
		const struct name_entry *entry = &index->entry[index->word[i].entry];

		if (index->word[i].entry == last ||
		    !(q->kinds & 1u << entry->kind))
			continue;
		last = index->word[i].entry;
		name = index->text.data + entry->text;
		if (spread && !is_first(name, index->text.data +
					index->word[i].text))
			continue;
		if (fits(q, name, &rank))
			keep(q, entry, rank);
	}
}

size_t name_find(const struct name_index *index, unsigned kinds,
		 const char *text, struct name_hit *hits, size_t max)
{
	struct query q = { .index = index, .kinds = kinds, .hits = hits,
			   .max = max };
	uint32_t from = 0, to = UINT32_MAX, a, b;
	bool spread = false;
	size_t i;

	if (begin(&q, text)) {
		for (i = 0; i < q.n; i++) {
			places_of(index, q.word[i], q.len[i], &a, &b);
			if (b - a >= to - from)
				continue;
			from = a;
			to = b;
			spread = q.len[i] == 1;
		}
		look(&q, from, to, spread);
	}
	buf_release(&q.text);
	return q.total;
}

/* ---- anywhere ---------------------------------------------------------------------- */

static bool has_all(const struct query *q, const char *name)
{
	const char *mail = next_text(next_text(next_text(name)));
	char word[256];
	size_t i;

	for (i = 0; i < q->n; i++) {
		if (q->len[i] >= sizeof(word))
			return false;
		memcpy(word, q->word[i], q->len[i]);
		word[q->len[i]] = '\0';
		if (!strstr(name, word) && !strstr(mail, word))
			return false;
	}
	return true;
}

/* The last entry at or before this place of the text. */
static size_t entry_at(const struct name_index *index, size_t text, size_t from)
{
	size_t to = index->n, middle;

	while (to - from > 1) {
		middle = from + (to - from) / 2;
		if (index->entry[middle].text <= text)
			from = middle;
		else
			to = middle;
	}
	return from;
}

size_t name_find_within(const struct name_index *index, unsigned kinds,
			const char *text, struct name_hit *hits, size_t max)
{
	struct query q = { .index = index, .kinds = kinds, .hits = hits,
			   .max = max };
	size_t at = 0, longest = 0, i, e = 0;
	const char *found;
	enum name_rank rank;

	if (!begin(&q, text) || !index->n) {
		buf_release(&q.text);
		return 0;
	}
	for (i = 1; i < q.n; i++)
		if (q.len[i] > q.len[longest])
			longest = i;
	while (q.total < NAME_COUNTED &&
	       (found = memmem(index->text.data + at, index->text.len - at,
			       q.word[longest], q.len[longest]))) {
		e = entry_at(index, (size_t)(found - index->text.data), e);
		if (kinds & 1u << index->entry[e].kind &&
		    has_all(&q, index->text.data + index->entry[e].text) &&
		    !fits(&q, index->text.data + index->entry[e].text, &rank))
			keep(&q, &index->entry[e], NAME_WITHIN);
		if (e + 1 == index->n)
			break;
		at = index->entry[e + 1].text;
	}
	buf_release(&q.text);
	return q.total;
}
