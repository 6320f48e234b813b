/* pair_facts.h: the facts around one person and one project, small enough to be taken
 * back event by event: the two, the groups of either, the assets of the project and the
 * groups with access to them.  What an earlier event names comes in when it does, as it
 * is now: no later event spoke of it, or it would be there already. */
#ifndef ACTION_UNDO_PAIR_FACTS_H
#define ACTION_UNDO_PAIR_FACTS_H

#include "access/access.h"
#include "model/edit_past.h"

/* inverse: the edit is the other way round: applied it leads towards now.  What was
 * deleted and comes back is so, as only the last of its sort could be dropped again. */
struct pair_edit { struct edit edit; bool inverse; };

struct pair_facts {
	struct facts facts;
	const struct facts *now;	/* where they come from */
	const char *user_id, *project_id;	/* user_id NULL: the web visitor */
	char *user_said, *project_said;	/* as events quote them */
	struct pair_edit *edits;	/* that were taken back, newest first */
	size_t n, cap;
	size_t at;			/* so many of them are applied */
};

/* user may be ANYONE.  now must stay as it is, until the release. */
void pair_facts_init(struct pair_facts *self, const struct facts *now, uint32_t user,
		     uint32_t project);
void pair_facts_release(struct pair_facts *self);

/* May the event have to do with the two?  By its text alone, which is quick; what is not
 * understood may. */
bool pair_facts_meets(const struct pair_facts *self, const char *edits);
/* Is this one of its edits that has? */
bool pair_facts_concerns(const struct pair_facts *self, const struct past_edit *one);
/* Take it back, at the end of what was taken back; the arena must last as long.  False:
 * what it left is not what is there, so that nothing before it can be told. */
bool pair_facts_back(struct pair_facts *self, const struct past *past,
		     const struct past_edit *one, struct arena *arena) MUST_CHECK;
/* As they were with so many edits taken back; 0: now. */
void pair_facts_go(struct pair_facts *self, size_t n);

/* What was taken back after the first n is not so. */
void pair_facts_forget(struct pair_facts *self, size_t n);

/* Their numbers in self->facts, as it is; false: one of them is not there. */
bool pair_facts_there(const struct pair_facts *self, uint32_t *user, uint32_t *project);

#endif
