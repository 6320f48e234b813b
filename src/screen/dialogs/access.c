/* access.c: "Groups with access" of an asset of any kind: the three built-in groups
 * and the custom ones, who would gain the use of it and who would lose it. */
#include "screen/dialog.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "model/kind.h"
#include "screen/chrome.h"

extern const struct dialog dialog_access;

struct access {
	char sum[200];		/* texts of the lines below the groups */
	char guests[200];
	bool *before, *after;	/* by user: may use it */
	uint32_t n;
};

static const struct { enum builtin one; const char *who; } builtins[] = {
	{ BUILTIN_WORKSPACE, "Viewers, Editors, Admins" },
	{ BUILTIN_GUESTS, "only Guests" },
	{ BUILTIN_PUBLIC, "everyone, web visitors" },
};

/* ---- loading -------------------------------------------------------------------- */

/* A group as a row, before the rows are put in order. */
struct candidate {
	const struct fact_group *group;
	bool shared, twin;	/* twin: another one has the same name */
};

static int by_name(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;
	int order = text_natcmp(x->group->name, y->group->name);

	return order ? order : strcmp(x->group->id, y->group->id);
}

static struct candidate *candidates(const struct facts *facts, uint32_t asset,
				    size_t *n)
{
	struct candidate *list = mem_alloc((facts->n_groups + 1) *
					   sizeof(*list));
	size_t i;
	uint32_t g;

	*n = 0;
	for (g = 0; g < facts->n_groups; g++)
		if (!facts->groups[g].gone)
			list[(*n)++] = (struct candidate){
				.group = &facts->groups[g],
				.shared = numbers_has(
					&facts->assets[asset].groups, g) };
	qsort(list, *n, sizeof(*list), by_name);
	for (i = 1; i < *n; i++)
		if (strcmp(list[i].group->name, list[i - 1].group->name) == 0)
			list[i].twin = list[i - 1].twin = true;
	return list;
}

/* Those that have access now come first. */
static void add_groups(struct form *form, struct field *field,
		       const struct facts *facts, uint32_t asset)
{
	size_t n, i;
	struct candidate *list = candidates(facts, asset, &n);
	struct form_row *row;
	int shared;

	for (shared = 1; shared >= 0; shared--)
		for (i = 0; i < n; i++) {
			if (list[i].shared != (shared == 1))
				continue;
			row = form_row_add(form, field, list[i].group->id,
					   list[i].group->name, list[i].shared,
					   FORM_NONE);
			row->detail = list[i].twin ?
				form_printf(form, "group %s",
					    list[i].group->id) :
				"custom group";
		}
	free(list);
}

static void add_rows(struct form *form, const struct facts *facts,
		     uint32_t asset)
{
	struct field *field = form_add(form, FIELD_ROWS, "groups", "");
	struct form_row *row;
	size_t i;

	field->marks = true;
	field->searchable = true;
	field->max_rows = 14;
	field->help = "Space ticks and unticks, / finds a group. Workspace is "
		"everybody but Guests; Workspace guests are the Guests; Public "
		"covers all of them. Admins always have access and cannot be "
		"taken off. Who lacks access cannot edit a project that imports "
		"it and is held at Can View there; what it delivered stays to "
		"be seen by whoever can view the project.";
	for (i = 0; i < COUNT_OF(builtins); i++) {
		row = form_row_add(form, field, builtin_code(builtins[i].one),
				   builtin_label(builtins[i].one),
				   (facts->assets[asset].builtin &
				    builtins[i].one) != 0, FORM_NONE);
		row->detail = builtins[i].who;
	}
	add_groups(form, field, facts, asset);
}

/* D15: what a lower plan locks stays as it is. */
static const char *plan_lock(struct form *form, const struct facts *facts,
			     const struct asset_kind *kind)
{
	if (facts->plan >= kind->plan)
		return NULL;
	return form_printf(form, "%s need the plan %s; this workspace has %s. "
			   "What is shared stays shared.", kind->plural,
			   plan_label(kind->plan), plan_label(facts->plan));
}

static bool load(struct dialog_page *page, struct form *form, struct error *err)
{
	const struct facts *facts = dialog_facts(page);
	uint32_t asset;

	if (!dialog_subject(page, &asset, err))
		return false;
	if (!page->ctx)
		page->ctx = mem_alloc(sizeof(struct access));
	dialog_title(page, "Groups with access: %s", facts->assets[asset].name);
	add_rows(form, facts, asset);
	form_add(form, FIELD_HEAD, "sum", "");
	form_add(form, FIELD_HEAD, "guests", "")->hidden = true;
	form_add(form, FIELD_HEAD, "always", "Admins always have access. This "
		 "does not control who sees results.");
	page->readonly = plan_lock(form, facts,
				   kind_at(facts->assets[asset].kind));
	return true;
}

/* ---- saving --------------------------------------------------------------------- */

static struct arg *arg_of(struct batch_command *command, const char *name)
{
	size_t i = 0;

	while (strcmp(command->action->params[i].name, name) != 0)
		i++;
	return &command->args.of[i];
}

/* The ids of the rows that were ticked, or unticked. */
static void collect(struct batch *batch, const struct field *field, bool on,
		    struct arg *out)
{
	size_t i;

	out->v = arena_array(&batch->arena, field->n_rows + 1, sizeof(*out->v));
	for (i = 0; i < field->n_rows; i++)
		if (row_changed(&field->rows[i]) && field->rows[i].marked == on)
			out->v[out->n++] = field->rows[i].id;
}

static bool commands(struct dialog_page *page, struct form *form,
		     struct batch *batch, struct error *err)
{
	struct batch_command command = { .action = page->action };
	const struct field *field = form_field(form, "groups");
	const char *asset = page->subject.id;

	(void)err;
	if (!field_changed(field))
		return true;
	*arg_of(&command, "asset") = (struct arg){ .v = &asset, .n = 1 };
	collect(batch, field, true, arg_of(&command, "add"));
	collect(batch, field, false, arg_of(&command, "remove"));
	batch_copy(batch, &command, 1);
	return true;
}

/* ---- what comes of it ------------------------------------------------------------ */

/* Is this one of the people that the row stands for? */
static bool row_holds(const struct facts *facts, const struct form_row *row,
		      uint32_t user)
{
	enum builtin one;
	uint32_t group;

	if (builtin_parse(row->id, &one))
		return facts_in_builtin(&facts->users[user], one);
	group = facts_group(facts, row->id);
	return group != NOBODY && numbers_has(&facts->groups[group].members,
					      user);
}

static void judge(struct access *self, const struct facts *facts,
		  uint32_t asset, const struct field *field)
{
	uint32_t user;
	size_t i;

	free(self->before);
	free(self->after);
	self->n = facts->n_users;
	self->before = mem_alloc(self->n * sizeof(bool) + 1);
	self->after = mem_alloc(self->n * sizeof(bool) + 1);
	for (user = 0; user < self->n; user++) {
		if (facts->users[user].gone || !facts->users[user].active)
			continue;
		self->before[user] = access_asset(facts, user, asset);
		self->after[user] = facts->users[user].role == ROLE_ADMIN;
		for (i = 0; i < field->n_rows && !self->after[user]; i++)
			self->after[user] = field->rows[i].marked &&
				!field->rows[i].removed &&
				row_holds(facts, &field->rows[i], user);
	}
}

static void note_row(struct dialog_page *page, struct form_row *row,
		     bool public)
{
	const struct facts *facts = dialog_facts(page);
	const struct access *self = page->ctx;
	uint32_t user, people = 0, gain = 0, lose = 0;
	enum builtin one;

	for (user = 0; user < self->n; user++) {
		if (facts->users[user].gone || !row_holds(facts, row, user))
			continue;
		people++;
		gain += !self->before[user] && self->after[user];
		lose += self->before[user] && !self->after[user];
	}
	if (row_changed(row) && (gain || lose))
		dialog_note(page, row, gain ? STYLE_GREEN : STYLE_RED,
			    "%u %s, %u would %s", people, people == 1 ?
			    "person" : "people", gain ? gain : lose,
			    gain ? "gain" : "lose");
	else
		dialog_note(page, row, 0, "%u %s%s", people, people == 1 ?
			    "person" : "people", public &&
			    !(builtin_parse(row->id, &one) &&
			      one == BUILTIN_PUBLIC) ? ", by Public" : "");
}

static bool any_marked(const struct field *field)
{
	size_t i;

	for (i = 0; i < field->n_rows; i++)
		if (field->rows[i].marked && !field->rows[i].removed)
			return true;
	return false;
}

static void sum(struct access *self, const struct facts *facts,
		struct form *form)
{
	struct field *line = form_field(form, "sum");
	bool any = any_marked(form_field(form, "groups"));
	uint32_t user, all = 0, after = 0, gain = 0, lose = 0;
	size_t n;

	for (user = 0; user < self->n; user++) {
		all += !facts->users[user].gone;
		after += self->after[user];
		gain += !self->before[user] && self->after[user];
		lose += self->before[user] && !self->after[user];
	}
	snprintf(self->sum, sizeof(self->sum), "%s%u of %u people can use it",
		 any ? "" : "Admins only: no group is ticked. ", after, all);
	n = strlen(self->sum);
	if (gain || lose)
		snprintf(self->sum + n, sizeof(self->sum) - n, "; %u would gain "
			 "that, %u would lose it.", gain, lose);
	else
		snprintf(self->sum + n, sizeof(self->sum) - n, ".");
	line->label = self->sum;
	line->note_style = any ? 0 : STYLE_RED | STYLE_BOLD;
}

/* Guests who were granted Can Edit where it is imported and could not use it. */
static uint32_t held_guests(struct dialog_page *page, uint32_t asset)
{
	const struct facts *facts = dialog_facts(page);
	const struct numbers *projects = &facts->assets[asset].projects;
	struct verdict *v = screen_verdicts(page->screen, facts->n_users);
	const struct access *self = page->ctx;
	bool *held = mem_alloc(facts->n_users + 1);
	uint32_t i, user, n = 0;

	for (i = 0; i < projects->n; i++) {
		if (facts->projects[projects->v[i]].gone)
			continue;
		access_of_project(facts, projects->v[i], v);
		for (user = 0; user < self->n; user++)
			held[user] |= facts->users[user].active &&
				facts->users[user].role == ROLE_GUEST &&
				v[user].granted >= LEVEL_CAN_EDIT &&
				!self->after[user];
	}
	for (user = 0; user < self->n; user++)
		n += held[user];
	free(held);
	return n;
}

static void hint_at_guests(struct dialog_page *page, struct form *form,
			   uint32_t asset)
{
	struct field *line = form_field(form, "guests");
	struct access *self = page->ctx;
	uint32_t n = held_guests(page, asset);

	snprintf(self->guests, sizeof(self->guests), "%u Guest%s granted Can "
		 "Edit where it is imported may not use it: tick Workspace "
		 "guests to let Guests.", n, n == 1 ? "" : "s");
	line->label = self->guests;
	line->note_style = STYLE_MAGENTA;
	line->hidden = n == 0;
}

static void notes(struct dialog_page *page, struct form *form)
{
	struct field *field = form_field(form, "groups");
	const struct form_row *public = form_row(field, builtin_code(
						 BUILTIN_PUBLIC));
	struct error err;
	uint32_t asset;
	size_t i;

	if (!dialog_subject(page, &asset, &err))
		return;
	judge(page->ctx, dialog_facts(page), asset, field);
	for (i = 0; i < field->n_rows; i++)
		note_row(page, &field->rows[i], public && public->marked);
	sum(page->ctx, dialog_facts(page), form);
	hint_at_guests(page, form, asset);
}

static void release(struct dialog_page *page)
{
	struct access *self = page->ctx;

	if (self) {
		free(self->before);
		free(self->after);
	}
	free(self);
}

static const struct hint hints[] = {
	{ "Space", "tick" }, { "/", "find" }, { NULL, NULL }
};

const struct dialog dialog_access = {
	.actions = { "connection access", "secret access", "package access",
		     "files access", NULL },
	.load = load, .commands = commands, .notes = notes, .release = release,
	.hints = hints
};
