/* verb.h: which verbs go with which things. */
#ifndef SCREEN_FRAME_VERB_H
#define SCREEN_FRAME_VERB_H

#include "action/core/action.h"
#include "screen/frame/keys.h"
#include "screen/frame/thing.h"

/* "project create", "undo"; NULL: there is no such action. */
const struct action *verb_called(const char *name);
/* The way back from a deed, as it is said before it. */
const char *verb_way_back(const struct app *app);
/* A title, verb and thing: "Delete Finance", "New group".  name NULL: of none. */
void verb_title(const struct action *action, const char *name, struct buf *out);
/* Does it apply to such a thing? */
bool verb_fits(const struct app *app, const struct action *action,
	       const struct thing *thing);
/* May something new be made by it; false: it would be refused whatever is said of it
 * (role, plan, a store that is only read), *err says why, or there is no such action
 * (NULL). */
bool verb_may_create(struct app *app, const struct action *action,
		     struct error *err);
/* What the parameter takes: a project, user, group, asset; else THING_NONE. */
enum thing_kind verb_kind(const struct param *param);
/* Does the parameter take such a thing? */
bool verb_takes(const struct param *param, const struct thing *thing);
/* Where the action stands among others: share first, delete last; below VERB_ORDERS. */
enum { VERB_ORDERS = 100 };
int verb_order(const struct action *action);
/* A word or two of people for the line of hints. */
const char *verb_word(const struct action *action);
/* "Groups with access": what it is called in a menu, in a word or two. */
const char *verb_label(const struct action *action, struct arena *arena);
/* Whoever sees no more of a project than its title is not shown how it is shared: to
 * share it begins with asking for it (D32).  Is it so of this thing, for who sits here? */
bool verb_asks_first(const struct app *app, const struct thing *thing);
/* The command of the key map by which its key is called (SCREENS 5); CMD_NONE: it has
 * no key by itself. */
enum command verb_command(const struct action *action);
/* The key that is shown of it; "": none now. */
const char *verb_key_name(const struct action *action);
bool verb_has_key(const struct action *action, const struct key *key);
/* The action on this thing that is called by it; NULL: none. */
const struct action *verb_by(const struct app *app, const struct thing *thing,
			     enum command command);
/* The action on this thing that has this key; NULL: none. */
const struct action *verb_of_key(const struct app *app, const struct thing *thing,
				 const struct key *key);

#endif
