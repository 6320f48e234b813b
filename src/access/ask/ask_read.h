/* ask_read.h: a question in words, as it is asked of a colleague: "can bob edit revenue",
 * "who sees the value of stripe key", "why not dana".
 *
 * Words are of a list (ask_words.c) or names of what is seen, by the beginnings of
 * their words, the e-mail, the initials.  What is missing may come from what has the
 * focus.  Nothing is judged here: the question is told, its answer is the engine's. */
#ifndef ACCESS_ASK_ASK_READ_H
#define ACCESS_ASK_ASK_READ_H

#include "access/ask/name_index.h"

enum ask_kind {
	ASK_NOTHING,	/* no question */
	ASK_CAN,	/* may the subject do it to the object? */
	ASK_WHY,	/* what it has there, through what, what holds it, what helps */
	ASK_WHO,	/* ... may do it to the object */
	ASK_WHAT,	/* ... the subject may do, where */
	ASK_USED,	/* where an asset is used */
	ASK_MEMBERS,	/* of a group, of a role */
	ASK_OWNER	/* of a project */
};

enum ask_subject { SUBJECT_NONE, SUBJECT_USER, SUBJECT_GROUP, SUBJECT_ROLE,
		   SUBJECT_EVERYONE, SUBJECT_ANYONE,
		   SUBJECT_PUBLIC };
enum ask_object { OBJECT_NONE, OBJECT_PROJECT, OBJECT_ASSET };

/* Why it cannot be answered as it stands. */
enum ask_lack {
	LACK_NOTHING,
	LACK_WORD,	/* at, len: it is not understood */
	LACK_CHOICE,	/* at, len: several are called so */
	LACK_SUBJECT,	/* who? */
	LACK_OBJECT	/* on what? */
};

enum { ASK_CHOICES = 8, ASK_NO_CAN = -1 };

struct ask {
	enum ask_kind kind;
	enum ask_subject subject;
	uint32_t who;		/* user, group, enum role */
	enum ask_object object;
	uint32_t of;		/* project, asset */
	enum level level;	/* at least; LEVEL_NONE: any access */
	int can;		/* enum can, where more than a level is meant */
	bool access;		/* any access, with this word */
	bool value;		/* of a secret */
	bool held;		/* ... by something is what is asked for */
	bool denied;		/* "can't": the no is known */
	bool whole;		/* begins as a question does: what is not understood is
				 * to be said */
	enum ask_lack lack;
	size_t at, len;		/* bytes of the text */
	bool of_subject;	/* LACK_CHOICE: else of the object */
	struct name_hit choice[ASK_CHOICES];
	size_t n_choices;	/* those that fit best; at most ASK_CHOICES */
};

/* What has the focus: NOBODY where nothing of the sort. */
struct ask_focus { uint32_t user, group, project, asset; };

/* False: it is none.  index: done, of the same `seen`.  focus may be NULL. */
bool ask_read(const char *text, const struct seen *seen,
	      const struct name_index *index, const struct ask_focus *focus,
	      struct ask *out);

#endif
