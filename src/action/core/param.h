/* param.h: a parameter of an action: how it is typed, asked in a form, and what its
 * arguments are. */
#ifndef ACTION_CORE_PARAM_H
#define ACTION_CORE_PARAM_H

#include <stdbool.h>
#include <stddef.h>

enum { ACTION_PARAMS = 14 };

enum param_type {
	PARAM_TEXT,
	PARAM_NAME,		/* of a thing: tidy (D33) */
	PARAM_EMAIL,		/* one address */
	PARAM_EMAILS,		/* mails.h: any number of them, with names */
	PARAM_PROJECT, PARAM_USER, PARAM_GROUP,
	PARAM_ASSET,		/* of any kind; of the noun's kind where the
				 * noun is a kind's noun */
	PARAM_PROVIDER, PARAM_TOKEN,
	PARAM_PRINCIPAL,	/* custom group or workspace, workspace_guests, public */
	PARAM_LEVEL,		/* one of four */
	PARAM_LEVEL_NONE,	/* ... or none */
	PARAM_LEVEL_CAN,	/* level or capability (access check) */
	PARAM_ROLE, PARAM_PLAN,
	PARAM_CHOICE,		/* one of choices[] */
	PARAM_ONOFF,
	PARAM_FLAG,		/* --by-itself, takes no value */
	PARAM_NUMBER,
	PARAM_FD,		/* a descriptor to read from: to be treated as a file */
	PARAM_FILE,
	PARAM_HEIR,		/* PROJECT=PERSON: who takes over one that the subject owns */
	PARAM_WORDS		/* the rest of the line, a command of its own */
};

struct arg { const char **v; size_t n; };
struct args { struct arg of[ACTION_PARAMS]; };

struct asked;			/* asked.h */
struct shown;

struct param {
	const char *name;	/* "project", "user": field and option name */
	const char *label;	/* "Project": in forms */
	const char *help;	/* one line */
	enum param_type type;
	bool option;		/* --name VALUE; else by place */
	bool required;
	const char *unless;	/* ... but where this one is given; or NULL */
	bool many;		/* may be repeated */
	bool lines;		/* may have several lines: who takes it says where not */
	const char *const *choices;	/* PARAM_CHOICE: NULL-ended */
	const char *const *labels;	/* ... for people; NULL: as they are */

	/* In a form (asked.h); each may be left out. */
	const char *more;	/* sentences for F1; NULL: help */
	const char *missing;	/* what to do where it is not given */
	bool typed;		/* on a command line only */
	bool out;		/* many: those of `now` that are taken out */
	bool own;		/* each thing has its own: not asked for several at once */
	const char *each;	/* a file: for several at once this label asks for the
				 * folder in which each has its own; NULL: not asked */
	bool fresh;		/* `now` proposes: the thing is yet to be made */
	/* What is now: the stored field of this name (model/edit_field.h); or, as it
	 * would be typed, people and groups by their ids: */
	const char *field;	/* "project_status" */
	void (*now)(const struct asked *asked, struct arg *out);
	/* Why this value cannot be had, or (NULL) why it is closed; NULL: it can. */
	const char *(*greyed)(const struct asked *asked, const char *value);
	/* What to heed of the value that was chosen; NULL: nothing. */
	const char *(*heed)(const struct asked *asked, const char *value);
};

/* What a verb is about, the first by its place. */
#define PARAM_THE_(what, called, of, words) \
	{ .name = what, .label = called, .type = of, .help = words, .required = true }
#define PARAM_THE_PROJECT(words) \
	PARAM_THE_("project", "Project", PARAM_PROJECT, words)
#define PARAM_THE_USER(words) PARAM_THE_("user", "Person", PARAM_USER, words)
#define PARAM_THE_GROUP(words) PARAM_THE_("group", "Group", PARAM_GROUP, words)
#define PARAM_THE_PROVIDER(words) \
	PARAM_THE_("provider", "Provider", PARAM_PROVIDER, words)
#define PARAM_THE_TOKEN(words) PARAM_THE_("token", "Token", PARAM_TOKEN, words)

#endif
