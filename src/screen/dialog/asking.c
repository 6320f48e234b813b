/* asking.c: see asking.h. */
#include "screen/dialog/asking.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "screen/dialog/marked.h"
#include "screen/frame/verb.h"

/* ---- which fields ----------------------------------------------------------------- */

size_t asking_place(const struct action *action, const struct thing *subject)
{
	size_t i;

	for (i = 0; i < ACTION_PARAMS && action->params[i].name; i++)
		if (!action->params[i].option &&
		    verb_takes(&action->params[i], subject))
			return i;
	return ACTION_PARAMS;
}

bool asking_many_asks(const struct param *param)
{
	return !param->own && param->type != PARAM_NAME &&
		param->type != PARAM_EMAIL && param->type != PARAM_EMAILS &&
		(param->type != PARAM_FILE || param->each);
}

bool asking_is_asked(const struct action *action, size_t place,
		     const struct thing *subject)
{
	const struct param *param = &action->params[place];

	return place != asking_place(action, subject) && !param->typed &&
		param->type != PARAM_WORDS;
}

struct asking_field *asking_field(struct asking *asking, const char *name)
{
	size_t i;

	for (i = 0; i < asking->n; i++)
		if (strcmp(asking->fields[i].param->name, name) == 0 &&
		    !asking->fields[i].whole)
			return &asking->fields[i];
	return NULL;
}

static unsigned finds(const struct param *param)
{
	static const unsigned what[] = {
		[PARAM_PROJECT] = FIND_PROJECTS, [PARAM_USER] = FIND_USERS,
		[PARAM_GROUP] = FIND_GROUPS, [PARAM_PRINCIPAL] = FIND_GROUPS,
		[PARAM_ASSET] = FIND_ASSETS
	};

	return (size_t)param->type < COUNT_OF(what) ? what[param->type] : 0;
}

bool asking_finds(const struct param *param)
{
	return finds(param) != 0;
}

/* Of the marked ones, what one of them closes is closed for all; what the thing itself is
 * of them comes first. */
static const char *greyed_many(struct asking_field *self, struct asked *asked,
			       const struct thing *thing)
{
	const struct marked *marked = self->asking->page->marked;
	const char *why = NULL;
	size_t i, k;

	for (k = 0; k < 2 && self->asking->lead->form.many; k++)
		for (i = 0; i < marked->n && !why; i++) {
			asked->number = thing_number(asked->app, &marked->v[i]);
			if (asked->number != NOBODY && (k > 0 ||
			    strcmp(marked->v[i].id, thing->id) == 0))
				why = self->param->greyed(asked, thing->id);
		}
	return why;
}

static const char *greyed(struct picker *picker, const struct thing *thing)
{
	struct asking_field *self = (struct asking_field *)picker;
	struct asked asked = asking_asked(picker->page, &picker->finder.arena);

	if (!self->param->greyed)
		return NULL;
	return picker->page->marked ? greyed_many(self, &asked, thing) :
		self->param->greyed(&asked, thing->id);
}

static void make_picker(struct asking_field *self)
{
	const struct action *action = self->action;
	struct dialog_page *page = self->asking->page;
	size_t place = asking_place(action, &page->subject);

	self->several = self->param->many || (place > 0 && place < ACTION_PARAMS);
	snprintf(self->rows, sizeof(self->rows), "%s.rows", self->param->name);
	picker_init(&self->picker, page, finds(self->param), self->rows,
		    !self->several ? "is chosen" : self->param->type == PARAM_USER ?
		    "is a member" : "is in it");
	self->picker.greyed = greyed;
	self->picker.one = !self->several;
	if (self->param->type == PARAM_ASSET && strcmp(action->noun, "project"))
		self->picker.finder.noun = action->noun;
}

static void make_field(struct asking *asking, const struct action *action,
		       const struct param *param, bool whole)
{
	struct asking_field *self = &asking->fields[asking->n++];

	assert(asking->n <= ASKING_FIELDS);
	*self = (struct asking_field){ .asking = asking, .action = action,
		.param = param, .whole = whole, .label = param->label };
	if (!whole && finds(param))
		make_picker(self);
}

/* Those of this name, or (NULL) all that are left. */
static void make_fields(struct asking *asking, const char *name)
{
	const struct thing *subject = &asking->page->subject;
	size_t a, i, asked;

	for (a = 0; a < asking->n_actions; a++) {
		const struct action *action = asking->actions[a];

		for (i = asked = 0; i < ACTION_PARAMS && action->params[i].name;
		     i++) {
			if (!asking_is_asked(action, i, subject))
				continue;
			asked++;
			if (asking->page->marked &&
			    !asking_many_asks(&action->params[i]))
				continue;
			if ((!name || strcmp(name, action->params[i].name) == 0) &&
			    !asking_field(asking, action->params[i].name))
				make_field(asking, action, &action->params[i],
					   false);
		}
		if (!asked && !name)
			make_field(asking, action, &action->params[0], true);
	}
}

struct asking *asking_new(struct dialog_page *page)
{
	struct asking *asking = mem_alloc(sizeof(*asking));
	const char *const *first;

	asking->page = page;
	asking->lead = asked_lead(page->action);
	asking->n_actions = asked_actions(asking->lead, asking->actions);
	if (page->subject.kind == THING_BUILTIN)
		return asking;		/* nothing of it is asked */
	for (first = asking->lead->form.first; *first; first++)
		make_fields(asking, *first);
	make_fields(asking, NULL);
	return asking;
}

void asking_free(struct asking *asking)
{
	size_t i;

	for (i = 0; asking && i < asking->n; i++) {
		picker_release(&asking->fields[i].picker);
		arena_release(&asking->fields[i].heirs);
	}
	free(asking);
}

struct asked asking_asked(const struct dialog_page *page, struct arena *arena)
{
	return (struct asked){ .app = page->screen->app, .arena = arena,
		.number = thing_number(page->screen->app, &page->subject),
		.builtin = page->subject.kind == THING_BUILTIN };
}
