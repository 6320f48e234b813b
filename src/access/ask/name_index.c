/* name_index.c: see name_index.h; the making of it. */
#include "access/ask/name_index.h"

#include <stdlib.h>
#include <string.h>

#include "access/ask/name_priv.h"
#include "base/mem.h"
#include "base/text.h"

enum { TEXT_LIMIT = 1 << 30, LETTERS = 38, INITIALS = 16 };

void name_index_release(struct name_index *index)
{
	buf_release(&index->text);
	free(index->entry);
	free(index->found);
	free(index->word);
	*index = (struct name_index){ .n = 0 };
}

bool name_in_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c & 0x80;
}

static unsigned letter(char c)
{
	if (c >= 'a' && c <= 'z')
		return (unsigned)(c - 'a') + 2;
	if (c >= '0' && c <= '9')
		return (unsigned)(c - '0') + 28;
	return c != '\0';
}

unsigned name_bucket(const char *word)
{
	return letter(word[0]) * LETTERS + (word[0] ? letter(word[1]) : 0);
}

/* ---- a name and its words --------------------------------------------------------- */

static void add_word(struct name_index *index, size_t text)
{
	index->found = mem_grow(index->found, index->n_words,
				&index->cap_words, sizeof(*index->found));
	index->found[index->n_words++] = (struct name_word){
		(uint32_t)text, (uint32_t)(index->n - 1) };
	index->first[name_bucket(index->text.data + text) + 1]++;
}

/* The text, folded; returns where. */
static size_t add_text(struct name_index *index, const char *text)
{
	size_t at = index->text.len;

	text_fold(&index->text, text);
	buf_addc(&index->text, '\0');
	return at;
}

/* Its words become places; with initials: they come behind it. */
static void add_words(struct name_index *index, size_t from, char stop,
		      bool initials)
{
	char first[INITIALS];
	const char *text;
	size_t at, n = 0;

	for (at = from; (text = index->text.data)[at] && text[at] != stop; at++)
		if (name_in_word(text[at]) &&
		    (at == from || !name_in_word(text[at - 1]))) {
			if (n < sizeof(first) - 1)
				first[n++] = text[at];
			add_word(index, at);
		}
	if (!initials)
		return;
	at = index->text.len;
	if (n > 1)
		buf_add(&index->text, first, n);
	buf_addc(&index->text, '\0');
	if (n > 1)
		add_word(index, at);
}

static void add(struct name_index *index, enum name_kind kind, uint32_t n,
		const char *name, const char *id, const char *mail)
{
	size_t at;

	index->entry = mem_grow(index->entry, index->n, &index->cap,
				sizeof(*index->entry));
	index->entry[index->n++] = (struct name_entry){
		(uint32_t)index->text.len, n, (uint8_t)kind };
	add_words(index, add_text(index, *name ? name : mail), '\0', true);
	at = add_text(index, id);
	add_word(index, at);
	at = add_text(index, mail);
	if (*mail && *name)
		add_words(index, at, '@', false);
}

/* ---- a part at a time ------------------------------------------------------------- */

static uint32_t end_of(const struct seen *seen, enum name_kind kind)
{
	switch (kind) {
	case NAME_PROJECT:
		return seen_n_projects(seen);
	case NAME_USER:
		return seen_n_users(seen);
	case NAME_GROUP:
		return seen_n_groups(seen);
	default:
		return seen_n_assets(seen);
	}
}

static void add_one(struct name_index *index, const struct seen *seen,
		    enum name_kind kind, uint32_t n)
{
	switch (kind) {
	case NAME_PROJECT:
		if (sees_project(seen, n))
			add(index, kind, n, seen_project(seen, n)->title,
			    seen_project(seen, n)->id, "");
		break;
	case NAME_USER:
		if (sees_user(seen, n))
			add(index, kind, n, seen_user(seen, n)->name,
			    seen_user(seen, n)->id, seen_user(seen, n)->email);
		break;
	case NAME_GROUP:
		if (sees_group(seen, n))
			add(index, kind, n, seen_group(seen, n)->name,
			    seen_group(seen, n)->id, "");
		break;
	default:
		if (sees_asset(seen, n))
			add(index, kind, n, seen_asset(seen, n)->name,
			    seen_asset(seen, n)->id, "");
		break;
	}
}

static void begin_places(struct name_index *index)
{
	size_t i;

	for (i = 1; i <= NAME_BUCKETS; i++)
		index->first[i] += index->first[i - 1];
	index->word = mem_array(index->n_words + 1, sizeof(*index->word));
}

/* first[] of a bucket walks over it while it is filled, and is put back at the end. */
static void place(struct name_index *index, size_t most)
{
	size_t end = index->n_words - index->placed > most ?
		index->placed + most : index->n_words;

	for (; index->placed < end; index->placed++) {
		const struct name_word *word = &index->found[index->placed];
		unsigned b = name_bucket(index->text.data + word->text);

		index->word[index->first[b]++] = *word;
	}
	if (index->placed < index->n_words)
		return;
	memmove(index->first + 1, index->first,
		NAME_BUCKETS * sizeof(index->first[0]));
	index->first[0] = 0;
	free(index->found);
	index->found = NULL;
	index->done = true;
}

bool name_index_build(struct name_index *index, const struct seen *seen,
		      size_t most)
{
	if (!index->text.limit)
		buf_init(&index->text, TEXT_LIMIT);
	while (most && !index->word) {
		if (index->kind == NAME_KINDS) {
			begin_places(index);
		} else if (index->next >= end_of(seen, index->kind)) {
			index->kind++;
			index->next = 0;
		} else {
			add_one(index, seen, index->kind, index->next++);
			most--;
		}
	}
	if (index->word && !index->done && (most || !index->n_words))
		place(index, most * 8);
	return index->done;
}
