/* asking.h: the form that is made from the parameters of actions (action/core/asked.h):
 * its fields, and the commands that they come to. */
#ifndef SCREEN_DIALOG_ASKING_H
#define SCREEN_DIALOG_ASKING_H

#include "action/core/asked.h"
#include "screen/dialog/picker.h"

enum { ASKING_FIELDS = 16, ASKING_CHOICES = 24 };

struct asking;

/* A field and what it asks for. */
struct asking_field {
	struct picker picker;		/* first; of things */
	struct asking *asking;
	const struct action *action;
	const struct param *param;	/* of whole: the subject's */
	bool whole;			/* a check box: is the action done? */
	bool several;			/* things: more than one */
	bool closed;			/* shown, not changed */
	const char *label;
	char rows[48];			/* name of the field of rows */
	const char *labels[ASKING_CHOICES], *codes[ASKING_CHOICES];
	const char *means[ASKING_CHOICES], *shut[ASKING_CHOICES];
	int n_choices;
	/* Of a PARAM_HEIR: who can be chosen for a row, the first being nobody. */
	struct arena heirs;
	const char **heir, **heir_ids;
	int n_heirs;
};

struct asking {
	struct dialog_page *page;
	const struct action *lead;
	const struct action *actions[FORM_ACTIONS];	/* in the order of running */
	size_t n_actions;
	struct asking_field fields[ASKING_FIELDS];	/* in that of the form */
	size_t n;
	bool opened;
	const struct action *way_out;
};

/* What the form of the page is about: kept in page->ctx. */
struct asking *asking_new(struct dialog_page *page);
void asking_free(struct asking *asking);
/* For param.now and its like; answers live in the arena. */
struct asked asking_asked(const struct dialog_page *page, struct arena *arena);
/* The parameter that the subject fills, ACTION_PARAMS: none. */
size_t asking_place(const struct action *action, const struct thing *subject);
/* Is this one asked for in a form about the subject? */
bool asking_is_asked(const struct action *action, size_t place,
		     const struct thing *subject);
struct asking_field *asking_field(struct asking *asking, const char *name);
/* Is it a search and rows? */
bool asking_finds(const struct param *param);
/* Put it into the form, with what is now. */
void asking_add(struct asking_field *self, struct form *form);
/* After each look: meanings, what to heed. */
void asking_notes(struct asking_field *self, struct form *form);

/* asking_things.c: the search and its rows, with what is now. */
void asking_things(struct asking_field *self, struct form *form,
		   const struct arg *now);
/* ... a row for each thing that any marked one has, ticked where all do. */
void asking_many_things(struct asking_field *self, struct form *form);
/* asking_heirs.c: a row for each project that the subject, or any marked one, owns, with
 * who takes it over; what is said of those of one; what comes of the others. */
void asking_heirs(struct asking_field *self, struct form *form);
void asking_heirs_said(const struct asking_field *self, const struct field *rows,
		       const struct thing *of, struct batch *batch, struct arg *out);
void asking_heirs_notes(struct asking_field *self, const struct form *form);
/* For F1; a line of a command's help is made a sentence. */
const char *asking_help(const struct param *param, struct form *form);

/* asking_many.c: is it asked of several things at once, not what each has of its own?
 * (asking.c) */
bool asking_many_asks(const struct param *param);
/* What the i-th marked thing has. */
void asking_many_one(const struct asking_field *self, size_t i,
		     struct arena *arena, struct arg *out);
/* The value that all of them have; *differ: they have several. */
void asking_many_now(const struct asking_field *self, struct arena *arena,
		     struct arg *out, bool *differ);
bool asking_many_commands(struct dialog_page *page, struct form *form,
			  struct batch *batch, struct error *err) MUST_CHECK;
/* What stands beside each of them. */
const char *asking_many_detail(struct dialog_page *page, struct form *form,
			       const struct thing *thing);

/* asking_batch.c: a dialog's commands; those of one action about one thing. */
bool asking_one(struct dialog_page *page, const struct action *action,
		const struct form *form, const struct thing *thing,
		struct batch *batch, struct error *err) MUST_CHECK;
/* False: a pasted address is nobody's. */
bool asking_known(struct dialog_page *page, const struct form *form,
		  struct error *err) MUST_CHECK;
bool asking_commands(struct dialog_page *page, struct form *form,
		     struct batch *batch, struct error *err) MUST_CHECK;

#endif
