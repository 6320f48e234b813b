/* whose.h: what users, groups, assets, projects and the like have alike, said once: a number, an
 * id, whether they are gone. */
#ifndef MODEL_WHOSE_H
#define MODEL_WHOSE_H

#include "model/facts.h"

/* Of which sort a thing is; OF_OWN is what a project has of its own, which has no
 * number in the facts. */
enum whose { OF_NOTHING, OF_WORKSPACE, OF_USER, OF_GROUP, OF_ASSET, OF_PROVIDER,
	     OF_TOKEN, OF_REQUEST, OF_PROJECT, OF_OWN };

/* Is it one of those that are an id, a name, a type and a config (fact_record)? */
static inline bool whose_record(enum whose whose)
{
	return whose == OF_PROVIDER || whose == OF_TOKEN || whose == OF_REQUEST;
}

const char *whose_word(enum whose whose);	/* "user", as events name it */
const char *whose_table(enum whose whose);	/* "users", of the store */

/* How many numbers there are, gone ones too. */
uint32_t whose_n(const struct facts *facts, enum whose whose);
void whose_set_n(struct facts *facts, enum whose whose, uint32_t n);
/* struct fact_user and so on; the facts themselves for the workspace. */
void *whose_thing(const struct facts *facts, enum whose whose, uint32_t n);
const char *whose_id(const struct facts *facts, enum whose whose, uint32_t n);
/* The flag itself. */
bool *whose_gone(const struct facts *facts, enum whose whose, uint32_t n);
/* Text ids of them, also of what is gone. */
struct strmap *whose_ids(struct facts *facts, enum whose whose);
/* The sets of numbers that it has, by place: the first of a group (its members), an
 * asset (groups with access) and a project (imports) is the side that is stored; NULL
 * after the last. */
struct numbers *whose_set(const struct facts *facts, enum whose whose, uint32_t n,
			  size_t place);
/* By text id, not gone; NOBODY if there is none, or no id. */
uint32_t whose_find(const struct facts *facts, enum whose whose, const char *id);
/* A record more, with its own copy of these texts (NULL: none); the id is free. */
uint32_t facts_add_record(struct facts *facts, enum whose whose,
			  const struct fact_record *like);
/* Is there one that is not gone? */
bool whose_any(const struct facts *facts, enum whose whose);
/* How many of the set are not gone. */
uint32_t whose_live(const struct facts *facts, enum whose whose,
		    const struct numbers *set);

#endif
