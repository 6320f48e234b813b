/* help.h: help, man page and completion, all made from the action table. */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include "action/core/action.h"
#include "base/buf.h"

void help_overview(struct buf *out);
bool help_noun(struct buf *out, const char *noun);	/* false: no such noun */
void help_action(struct buf *out, const struct action *action);
/* Those of the actions, and of the console, which says its own. */
void help_keys(struct buf *out);
/* console: its table; key: of an action now, "": none.  Without them the usual ones. */
void help_keys_of(void (*console)(struct buf *out),
		  const char *(*key)(const struct action *action));
void help_man(struct buf *out);

/* "project share PROJECT [--user U]... --level L" */
void help_usage(struct buf *out, const struct action *action);

/* The nouns, each once, in the order of the table. */
enum { HELP_NOUNS = 64 };
size_t help_nouns(const char *nouns[HELP_NOUNS]);
const char *help_noun_says(const char *noun);

/* Words of a help request -> text; ERROR_INVALID if nothing of the kind. */
bool help_words(struct buf *out, int argc, const char *const *argv,
		struct error *err) MUST_CHECK;

/* What every verb takes, and the statuses: shared by help and man page. */
struct help_line { const char *name, *text; };
extern const struct help_line help_options[];	/* ends with name NULL */
extern const struct help_line help_statuses[];
extern const struct help_line help_environment[];
extern const struct help_line help_audit[];
extern const struct help_line help_checks[];	/* how they are made safe */
/* Lines; those between two empty ones are typed as they stand, every other part. */
extern const char *const help_bastion[];
extern const char *const help_tunnel[];		/* the same, of databases behind one */

#endif
