/* word_list.h: names and lists of names as they stand in one line of text. */
#ifndef ACTION_CORE_WORD_LIST_H
#define ACTION_CORE_WORD_LIST_H

#include "access/seen.h"
#include "base/arena.h"
#include "base/buf.h"
#include "model/whose.h"

/* Made safe and cut to 60 cells: what an error or message may quote; things by the
 * name that may be seen, and told apart (access/seen.h). */
const char *word_cut(struct arena *arena, const char *text);
const char *word_user(struct arena *arena, const struct seen *seen,
		      uint32_t user);
const char *word_group(struct arena *arena, const struct seen *seen,
		       uint32_t group);
const char *word_asset(struct arena *arena, const struct seen *seen,
		       uint32_t asset);
const char *word_project(struct arena *arena, const struct seen *seen,
			 uint32_t project);

/* By its sort: a user, group, asset or project. */
const char *word_thing(struct arena *arena, const struct seen *seen, enum whose whose,
		       uint32_t number);

/* A title that was told before, be it seen still or not. */
const char *word_title(struct arena *arena, const struct seen *seen,
		       uint32_t project, const char *title);

/* "Ana, Ben, Cleo and 12 more": at most `most` are named, all are counted. */
struct words {
	struct buf text;
	size_t n, most;
	const char *last;	/* held back until it is known what follows */
};

void words_init(struct words *words, size_t most);
void words_add(struct words *words, const char *word);
/* The finished list, in the arena; releases the rest. */
const char *words_done(struct words *words, struct arena *arena);

/* What a level lets one do, for "Finance %s Revenue model."; deed: in both tenses, for
 * plan_message. */
const char *word_level_verb(enum level level);
const char *word_level_deed(enum level level);

/* NULL if the text can be a name (1 to 200 characters, no control characters,
 * not blank), else what is wrong with it. */
const char *word_name_fault(const char *text);

#endif
