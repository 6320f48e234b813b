/* ask_priv.h: the words of a question. */
#ifndef ACCESS_ASK_ASK_PRIV_H
#define ACCESS_ASK_ASK_PRIV_H

#include "access/ask/ask_read.h"

/* What a word is for. */
enum ask_word {
	W_UNKNOWN, W_NAME,	/* in none of the lists; part of a name */
	W_STOP,			/* says nothing by itself */
	W_AUX,			/* can, does, is, has */
	W_WHO, W_WHAT, W_WHICH, W_WHERE, W_WHY, W_HOW, W_WHEN,
	W_NOT,
	W_DO,			/* value: enum level | enum can << 8 */
	W_USE, W_VALUE, W_ACCESS, W_HELD, W_FIX, W_OWN, W_MEMBER,
	W_ROLE,			/* value: enum role */
	W_EVERY, W_ANY, W_PUBLIC, W_ME,
	W_THIS,			/* the one with the focus */
	W_PROJECT, W_PERSON, W_GROUP, W_ASSET,	/* what sort the name is of */
	W_SHOW			/* show me, tell me: before a question */
};

#define ASK_DO(level, can) ((level) | ((can) + 1) << 8)

struct ask_token {
	const char *text;	/* folded */
	size_t at, len;		/* where it was typed */
	bool quoted, open;	/* open: perhaps not at its end yet */
	enum ask_word is;
	int value;
};

enum { ASK_TOKENS = 40 };

struct ask_tokens {
	struct buf text;
	struct ask_token v[ASK_TOKENS];
	size_t n;
};

/* ask_split.c: parted, folded, "can't" as two words. */
void ask_split(const char *text, struct ask_tokens *out);
void ask_tokens_release(struct ask_tokens *tokens);

/* ask_words.c: what the word is for; open: by its beginning, too. */
enum ask_word ask_word_is(const char *word, bool open, int *value);

/* ask_names.c: a run of words that is a name, with those that have it. */
struct ask_side {
	struct name_hit hit[ASK_CHOICES];	/* all of one rank, the best */
	size_t n;
	enum name_rank rank;
};

struct ask_name {
	size_t from, to;	/* tokens [from, to) */
	struct ask_side subject, object;	/* people and groups; projects, assets */
	bool used;
};

enum { ASK_NAMES = 8 };

/* Marks their tokens W_NAME; kinds as the words beside it say. */
size_t ask_names(struct ask_tokens *tokens, const struct name_index *index,
		 struct ask_name out[ASK_NAMES]);

#endif
