/* asking_fields.c: a field of a form from its parameter, with what is now; and what is
 * said beside it. */
#include "screen/dialog/asking.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "action/judge/people.h"
#include "action/run/run.h"
#include "screen/dialog/marked.h"
#include "screen/dialog/members.h"
#include "screen/dialog/roles.h"
#include "screen/frame/verb.h"

static struct field *add_text(const struct asking_field *self, struct form *form,
			      const struct arg *now)
{
	const struct param *param = self->param;
	const char *text = now->n ? now->v[0] : "";
	struct field *field;
	size_t i;

	for (i = 1; i < now->n; i++)
		text = form_printf(form, "%s,%s", text, now->v[i]);
	field = form_add_text(form, param->name, param->required && !self->closed ?
			      form_printf(form, "%s *", param->label) :
			      self->asking->page->marked && param->each ?
			      param->each : param->label, text);
	if (strchr(text, '\n')) {
		field->fixed = true;
		field->note = "(several lines: on the command line)";
	}
	return field;
}

static const char *meaning(const struct param *param, const char *code)
{
	enum level level;
	enum plan plan;
	enum role role;

	if (param->type == PARAM_ROLE && role_parse(code, &role))
		return role_meaning(role);
	if (param->type == PARAM_PLAN && plan_parse(code, &plan))
		return plan_meaning(plan);
	if (param->type >= PARAM_LEVEL && param->type <= PARAM_LEVEL_CAN &&
	    level_parse(code, &level))
		return level_meaning(level);
	return "";
}

/* A role that the workspace does not have is not there (D10); what else cannot be had
 * says why. */
static void offer(struct asking_field *self, const struct asked *asked,
		  const char *label, const char *code)
{
	const struct param *param = self->param;
	const char *why = param->greyed ? param->greyed(asked, code) : NULL;
	enum role role;

	if (self->n_choices == ASKING_CHOICES ||
	    (why && param->type == PARAM_ROLE && role_parse(code, &role) &&
	     !people_has_role(asked_seen(asked), role)))
		return;
	self->labels[self->n_choices] = label;
	self->means[self->n_choices] = meaning(param, code);
	self->shut[self->n_choices] = why;
	self->codes[self->n_choices++] = code;
}

/* What is now stands there, be it offered or not.  Codes of choices are constants: they
 * outlast the form that asked. */
static int offer_now(struct asking_field *self, const char *code)
{
	enum role role;

	assert(self->n_choices < ASKING_CHOICES);
	self->labels[self->n_choices] = role_parse(code, &role) ?
		role_label(role) : code;
	self->means[self->n_choices] = meaning(self->param, code);
	self->shut[self->n_choices] = NULL;
	self->codes[self->n_choices] = code;
	return self->n_choices++;
}

static void offer_all(struct asking_field *self, const struct asked *asked)
{
	const struct param *param = self->param;
	int i;

	switch (param->type) {
	case PARAM_ONOFF:
		offer(self, asked, "off", "off");
		offer(self, asked, "on", "on");
		break;
	case PARAM_ROLE:
		for (i = ROLES - 1; i >= 0; i--)
			offer(self, asked, role_label((enum role)i),
			      role_code((enum role)i));
		break;
	case PARAM_PLAN:
		for (i = 0; i < PLANS; i++)
			offer(self, asked, plan_label((enum plan)i),
			      plan_code((enum plan)i));
		break;
	case PARAM_CHOICE:
		for (i = 0; param->choices[i]; i++)
			offer(self, asked, param->labels ? param->labels[i] :
			      param->choices[i], param->choices[i]);
		break;
	default:
		for (i = param->type == PARAM_LEVEL; i < LEVELS; i++)
			offer(self, asked, level_label((enum level)i),
			      level_code((enum level)i));
		break;
	}
}

/* Of several things that have several values: left as they are. */
static int offer_different(struct asking_field *self)
{
	assert(self->n_choices < ASKING_CHOICES);
	self->labels[self->n_choices] = marked_different;
	self->means[self->n_choices] = "stays as it is";
	self->shut[self->n_choices] = NULL;
	self->codes[self->n_choices] = NULL;
	return self->n_choices++;
}

static struct field *add_choice(struct asking_field *self, struct form *form,
				const struct asked *asked, const struct arg *now,
				bool differ)
{
	struct field *field;
	int i, at = FORM_NONE;

	if (!self->n_choices)
		offer_all(self, asked);
	for (i = 0; i < self->n_choices; i++)
		self->shut[i] = self->param->greyed && self->codes[i] &&
			!self->asking->page->marked ?
			self->param->greyed(asked, self->codes[i]) : NULL;
	for (i = 0; i < self->n_choices && (now->n || differ); i++)
		if (self->codes[i] ? !differ && strcmp(self->codes[i],
						       now->v[0]) == 0 : differ)
			at = i;
	if (differ && at == FORM_NONE)
		at = offer_different(self);
	else if (now->n && at == FORM_NONE)
		at = offer_now(self, now->v[0]);
	field = form_add_choice(form, self->param->name, self->param->label,
				self->labels, self->n_choices, at);
	field->means = self->means;
	field->shut = self->shut;
	return field;
}

/* Several of the choices: a row for each, to be ticked. */
static struct field *add_ticks(const struct asking_field *self, struct form *form,
			       const struct arg *now)
{
	const struct param *param = self->param;
	struct field *field = form_add(form, FIELD_ROWS, param->name, param->label);
	size_t i, k;
	bool on;

	field->marks = true;
	for (i = 0; param->choices[i]; i++) {
		for (k = 0, on = false; k < now->n; k++)
			on |= strcmp(now->v[k], param->choices[i]) == 0;
		(void)form_row_add(form, field, param->choices[i], param->labels ?
				   param->labels[i] : choice_label(param->choices[i],
				   &form->arena), on, FORM_NONE);
	}
	return form_field(form, param->name);
}

/* Would it do anything?  Else it is not there. */
static bool does(const struct asking_field *self, const struct thing *thing)
{
	struct dialog_page *page = self->asking->page;
	const char *id = thing->id;
	struct args args = { .of[0] = { &id, 1 } };
	struct result result;
	struct error err;
	size_t edits = 0;
	bool yes;

	error_clear(&err);
	yes = action_check(page->screen->app, self->action, &args, &edits, &result,
			   &err) && edits;
	result_release(&result);
	return yes;
}

static bool would_do(const struct asking_field *self)
{
	const struct dialog_page *page = self->asking->page;
	size_t i;

	if (!page->marked)
		return does(self, &page->subject);
	for (i = 0; i < page->marked->n; i++)
		if (does(self, &page->marked->v[i]))
			return true;
	return false;
}

static void add_whole(struct asking_field *self, struct form *form,
		      const struct asked *asked)
{
	const char *verb = self->action->verb;
	struct field *field;

	if (!would_do(self))
		return;
	field = form_add_check(form, verb, form_printf(form, "%c%s",
			       verb[0] - 'a' + 'A', verb + 1), false);
	field->help = self->param->more ? self->param->more : self->action->summary;
	if (self->param->heed && !self->asking->page->marked)
		field->note = self->param->heed(asked, verb);
}

void asking_add(struct asking_field *self, struct form *form)
{
	const struct param *param = self->param;
	struct asked asked = asking_asked(self->asking->page, &form->arena);
	struct arg now = { NULL, 0 };
	const char *why = NULL;
	struct field *field;
	bool many = self->asking->page->marked, differ = false;

	if (self->whole) {
		add_whole(self, form, &asked);
		return;
	}
	if (param->greyed && !many)	/* else: each says so itself */
		why = param->greyed(&asked, NULL);
	self->closed = why != NULL;
	if (many)
		asking_many_now(self, &form->arena, &now, &differ);
	else
		(void)asked_now(&asked, param, &now);
	if (param->type == PARAM_HEIR) {
		asking_heirs(self, form);
		return;
	}
	if (asking_finds(param) && many && self->several) {
		asking_many_things(self, form);
		return;
	}
	if (asking_finds(param)) {
		asking_things(self, form, &now);
		return;
	}
	if (param->type == PARAM_FLAG || (param->type == PARAM_ONOFF && now.n &&
					  !differ))
		field = form_add_check(form, param->name, param->label, now.n &&
				       strcmp(now.v[0], "on") == 0);
	else if (param->type == PARAM_CHOICE && param->many)
		field = add_ticks(self, form, &now);
	else if (param->type >= PARAM_LEVEL && param->type <= PARAM_ONOFF)
		field = add_choice(self, form, &asked, &now, differ);
	else
		field = add_text(self, form, &now);
	field->help = many && param->each ? "The path of a folder that is there. Each has a "
		"file of its own in it, called by the e-mail. Empty: none is written; the "
		"event lists it all again." : asking_help(param, form);
	if (differ && field->type == FIELD_TEXT)
		field->note = "different; what is typed is set for all";
	if (why) {
		field->fixed = true;
		field->note = form_printf(form, "(%s)", why);
	}
}

/* ---- after a look -------------------------------------------------------------------- */

static bool is_gone(const struct dialog_page *page)
{
	return page->subject.kind != THING_NONE &&
		thing_number(page->screen->app, &page->subject) == NOBODY;
}

static const char *heeds(const struct asking_field *self, const char *value)
{
	struct dialog_page *page = self->asking->page;
	struct asked asked = asking_asked(page, &page->notes);

	return self->param->heed && !is_gone(page) && !page->marked ?
		self->param->heed(&asked, value) : NULL;
}

static void note_choice(const struct asking_field *self, struct field *field)
{
	struct dialog_page *page = self->asking->page;
	const char *what, *heed;

	if (field->fixed)
		return;
	field->note = "";		/* the last look's is no more */
	field->note_style = 0;
	if (field->choice == FORM_NONE || is_gone(page))
		return;
	if (!self->codes[field->choice]) {
		field->note = "stays as it is";
		return;
	}
	what = meaning(self->param, self->codes[field->choice]);
	heed = heeds(self, self->codes[field->choice]);
	if (heed) {
		field->note = heed;
		field->note_style = STYLE_RED;
	} else if (!field_changed(field) || field->base_choice == FORM_NONE) {
		field->note = what;
	} else {
		field->note = arena_printf(&page->notes, "was %s%s%s",
					   self->labels[field->base_choice],
					   *what ? "; " : "", what);
	}
}

static void note_things(struct asking_field *self, struct form *form)
{
	struct dialog_page *page = self->asking->page;
	struct field *rows = form_field(form, self->rows);
	struct thing thing;
	const char *heed;
	size_t i;

	form_field(form, self->param->name)->hidden = page->readonly ||
		self->closed;
	picker_details(&self->picker, form);
	if (self->param->type == PARAM_USER && self->param->many)
		members_notes(&self->picker, form);
	for (i = 0; i < rows->n_rows; i++) {
		heed = rows->rows[i].added &&
			finder_thing(rows->rows[i].id, &thing) ?
			heeds(self, thing.id) : NULL;
		if (heed)
			dialog_note(page, &rows->rows[i], STYLE_RED, "%s", heed);
	}
}

void asking_notes(struct asking_field *self, struct form *form)
{
	struct field *field = form_field(form, self->param->name);

	if (self->whole || !field)
		return;
	if (self->param->type == PARAM_HEIR)
		asking_heirs_notes(self, form);
	else if (field->type == FIELD_ADD)
		note_things(self, form);
	else if (field->type == FIELD_CHOICE)
		note_choice(self, field);
}
