/* action.h: everything the program can do, each thing once.
 *
 * A key, a palette entry, a command line, a scenario step all end here.  One
 * file in verbs/ per action defines `const struct action action_NOUN_VERB`; the
 * registry is made from local.mk, and from the kinds of assets (kind_verbs.h).  Options, dialogs, palette, help, completion
 * and man page are made from this table. */
#ifndef ACTION_CORE_ACTION_H
#define ACTION_CORE_ACTION_H

#include "action/core/app.h"
#include "action/core/options.h"
#include "action/core/param.h"
#include "action/core/result.h"
#include "base/nearest.h"
#include "model/kind.h"

struct edit_plan;

enum { FORM_ACTIONS = 8 };

enum action_flags {
	ACTION_WRITES = 1,	/* has plan, not run */
	ACTION_ADMIN = 2,	/* only an Admin (or the operator) may */
	ACTION_IRREVERSIBLE = 4,/* asks: needs --yes without a terminal */
	ACTION_NO_STORE = 8,	/* works without an open store */
	ACTION_ROWS = 16,	/* answers rows: --format text|json|csv */
	ACTION_FILES = 32,	/* reads or writes files other than the store: has a
				 * PARAM_FILE; no step of a scenario (file_reach.h) */
	ACTION_WHOLE = 64,	/* changes the workspace as a whole: has run, which
				 * looks in a dry run and asks (replace_workspace.h); it has
				 * a preview, and a page in the console */
	ACTION_BUILTIN = 128,	/* its form shows built-in groups, too */
	ACTION_CHECK = 512,	/* asks a service of the outside: has run, which keeps
				 * what it found and changes nothing else */
	ACTION_ASKS = 1024,	/* asks a service of the outside, too, and keeps nothing
				 * of the answer: no step of a scenario */
	ACTION_VAULT = 256	/* of the vault: has run, which writes an event and no
				 * edits, so that it has no preview and no undo */
};

/* How a form of an action looks and what else it does; all may be left out. */
struct action_form {
	const char *title;	/* "Group"; NULL: the action's summary */
	const char *save;	/* word on the button; NULL: "Save" */
	size_t about;		/* the parameter of whom it moves; mostly the first */
	bool deed;		/* takes something from people: a key of its own does it */
	bool many;		/* asked for several at once, though it needs nothing */
	/* Of a noun's settings: the actions ("group add") that the form is about, in
	 * the order in which they run, each where something of it changed; it opens
	 * for those of the same noun.  Where another noun's stands there, it is seen
	 * from its other end: `group add` in a person's form. */
	const char *actions[FORM_ACTIONS];
	const char *first[FORM_ACTIONS];	/* parameters that come before others */
	const char *needs;	/* "renaming needs Full Access" */
	const char *made;	/* "Created the group" (tense.h), without its id */
	/* What stands beside the parameters. */
	void (*show)(const struct asked *asked, struct shown *out);
};

struct action {
	const char *noun, *verb;	/* "project", "share"; noun NULL: undo .. */
	const char *summary;		/* "Share a project with people and groups" */
	const char *help;		/* a few sentences, or NULL */
	const char *example;		/* a command line without "gatehouse ", or NULL */
	const char *synonyms;		/* words for the palette, or NULL */
	const char *key;		/* "S": shown and bound in the console, or NULL */
	const char *on;			/* the things it applies to in the console:
					 * "project", "user", "group", "asset", kind nouns; or NULL */
	struct param params[ACTION_PARAMS];	/* ends with name NULL */
	unsigned flags;
	struct action_form form;
	/* A reading verb that with one of its options writes ("apply"): the action of
	 * the same name and parameters that args_parse answers where it is given. */
	const char *writes_with;
	const struct action *writing;
	/* A verb that all kinds of assets have (kind_verbs.h), and the kind. */
	enum kind_verb does;
	size_t kind;
	/* Writes: decide and list the edits (plan.h); touch nothing else. */
	bool (*plan)(struct edit_plan *plan, struct error *err);
	/* Reads, and what is no list of edits (init, import, demo). */
	bool (*run)(const struct action *self, struct app *app,
		    const struct args *args, struct result *out,
		    struct error *err);
};

const struct action *const *actions(size_t *n);
/* noun may be NULL.  NULL if there is none. */
const struct action *action_find(const char *noun, const char *verb);

/* Words (after the program's own options) -> action and arguments, checked for
 * form only: known verb and options, required ones there, none twice, level,
 * role, on/off readable.  Global options that stand among them (--format, --yes,
 * --dry-run, --no-color) are put into *opts.  Strings are borrowed. */
bool args_parse(int argc, const char *const *argv, struct arena *arena,
		const struct action **action, struct args *args,
		struct options *opts, struct error *err) MUST_CHECK;

/* Argument of a parameter by name; NULL / 0 if not given. */
const char *arg_text(const struct action *action, const struct args *args,
		     const char *name);
size_t arg_count(const struct action *action, const struct args *args,
		 const char *name);
const char *arg_at(const struct action *action, const struct args *args,
		   const char *name, size_t i);

/* "project share"; "undo" where there is no noun. */
const char *action_name(const struct action *action, struct arena *arena);

#endif
