/* completion_sets.h: the candidates for a half typed word. */
#ifndef CLI_COMPLETION_SETS_H
#define CLI_COMPLETION_SETS_H

#include "action/core/action.h"

struct offers {
	struct buf *out;
	const char *start;	/* what is typed of the word, or of its value */
	const char *lead;	/* --name= before it, or "" */
	bool place;		/* by place: what begins with - would be an option */
	bool open;		/* there is a workspace */
	struct app app;
	struct arena arena;
};

/* A line of `out`, if it begins as the word does and comes through a shell. */
void offer(struct offers *offers, const char *word);
void offer_list(struct offers *offers, const char *a, const char *b,
		const char *c);
/* E-mail addresses, and names where a name is begun. */
void offer_people(struct offers *offers);
/* All that a parameter may be; argv: the whole words behind the verb. */
void offer_values(struct offers *offers, const struct action *action,
		  const struct param *param, int argc, const char *const *argv);

#endif
