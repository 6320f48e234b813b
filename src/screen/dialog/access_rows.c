/* access_rows.c: see access_rows.h. */
#include "screen/dialog/access_rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "access/edit_granted.h"
#include "access/rights.h"
#include "base/mem.h"
#include "base/text.h"
#include "screen/dialog/dialog.h"

#define UNCOUNTED UINT32_MAX

static const struct { enum builtin one; const char *who; } builtins[] = {
	{ BUILTIN_WORKSPACE, "Viewers, Editors, Admins" },
	{ BUILTIN_GUESTS, "Guests" },
	{ BUILTIN_PUBLIC, "everyone, also the web" },
};

/* ---- rows ------------------------------------------------------------------------ */

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

static struct candidate *candidates(const struct seen *seen, uint32_t asset,
				    size_t *n)
{
	struct candidate *list = mem_alloc((seen_n_groups(seen) + 1) *
					   sizeof(*list));
	uint32_t g;

	*n = 0;
	for (g = 0; g < seen_n_groups(seen); g++)
		if (sees_group(seen, g))
			list[(*n)++] = (struct candidate){
				.group = seen_group(seen, g),
				.twin = seen_twin(seen, OF_GROUP, g) != NULL,
				.shared = asset != NOBODY && numbers_has(
					&seen_asset(seen, asset)->groups, g) };
	qsort(list, *n, sizeof(*list), by_name);
	return list;
}

/* Those that have access now come first. */
static void add_groups(struct form *form, struct field *field,
		       const struct seen *seen, uint32_t asset)
{
	size_t n, i;
	struct candidate *list = candidates(seen, asset, &n);
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
					    list[i].group->id) : "";
		}
	free(list);
}

void access_rows_add(struct form *form, const struct seen *seen,
		     uint32_t asset)
{
	struct field *field = form_add(form, FIELD_ROWS, "groups", "");
	unsigned builtin = asset == NOBODY ? BUILTIN_WORKSPACE :
		seen_asset(seen, asset)->builtin;
	struct form_row *row;
	size_t i;

	field->marks = true;
	field->searchable = true;
	field->max_rows = 14;
	field->help = "Space ticks and unticks, / finds a group. Workspace is "
		"everybody but Guests, a good start; Workspace guests are the "
		"Guests; Public covers all of them. Admins always have access and cannot be "
		"taken off. Who lacks access cannot edit a project that imports "
		"it and is held at Can View there; what it delivered stays to "
		"be seen by whoever can view the project.";
	for (i = 0; i < COUNT_OF(builtins); i++) {
		row = form_row_add(form, field, builtin_code(builtins[i].one),
				   builtin_label(builtins[i].one),
				   (builtin & builtins[i].one) != 0, FORM_NONE);
		row->detail = builtins[i].who;
	}
	add_groups(form, field, seen, asset);
	form_add(form, FIELD_HEAD, "sum", "");
	form_head(form, "Tip: start with Workspace, the default sharing; narrow it where "
		  "data is sensitive.");
}

/* ---- saving ----------------------------------------------------------------------- */

struct arg *access_arg(struct batch_command *command, const char *name)
{
	size_t i = 0;

	while (strcmp(command->action->params[i].name, name) != 0)
		i++;
	return &command->args.of[i];
}

void access_rows_collect(struct batch *batch, const struct field *field,
			 bool changed, bool on, struct arg *out)
{
	size_t i;

	out->v = arena_array(&batch->arena, field->n_rows + 1, sizeof(*out->v));
	for (i = 0; i < field->n_rows; i++)
		if ((!changed || row_changed(&field->rows[i])) &&
		    !field->rows[i].removed && field->rows[i].marked == on)
			out->v[out->n++] = field->rows[i].id;
}

void access_rows_command(struct batch *batch, const struct form *form,
			 const struct action *access, const char *asset)
{
	struct batch_command command = { .action = access };
	const struct field *field = form_field(form, "groups");

	if (!field_changed(field))
		return;
	*access_arg(&command, "asset") = (struct arg){ .v = &asset, .n = 1 };
	access_rows_collect(batch, field, true, true, access_arg(&command, "add"));
	access_rows_collect(batch, field, true, false,
			    access_arg(&command, "remove"));
	batch_copy(batch, &command, 1);
}

const char *access_plan_lock(struct form *form, const struct seen *seen, size_t number,
			     const char *more)
{
	const struct asset_kind *kind = kind_at(number);
	enum plan plan = seen_workspace(seen).plan;

	return plan >= kind->plan ? NULL : form_printf(form,
		"%s need the plan %s; this workspace has %s.%s", kind->plural,
		plan_label(kind->plan), plan_label(plan), more);
}

/* ---- what comes of it ------------------------------------------------------------- */

/* The people that a row stands for, of whom the subject knows: all are looked at for
 * a built-in group, the members for another one. */
struct crowd {
	const struct seen *seen;
	const struct numbers *members;	/* NULL: of those built in */
	enum builtin one;
	uint32_t at, n;
};

static struct crowd crowd_of(const struct seen *seen, const struct form_row *row)
{
	struct crowd crowd = { .seen = seen };
	uint32_t group;

	if (builtin_parse(row->id, &crowd.one)) {
		crowd.n = seen_n_users(seen);
		return crowd;
	}
	group = facts_group(seen_judged(seen), row->id);
	if (group != NOBODY) {
		crowd.members = &seen_group(seen, group)->members;
		crowd.n = crowd.members->n;
	}
	return crowd;
}

static bool crowd_next(struct crowd *crowd, uint32_t *user)
{
	while (crowd->at < crowd->n) {
		*user = crowd->members ? crowd->members->v[crowd->at] : crowd->at;
		crowd->at++;
		if (sees_user(crowd->seen, *user) &&
		    (crowd->members || facts_in_builtin(
				seen_user(crowd->seen, *user), crowd->one)))
			return true;
	}
	return false;
}

static void add_row(struct access_rows *self, const struct seen *seen,
		    const struct form_row *row)
{
	struct crowd crowd = crowd_of(seen, row);
	uint32_t user;

	while (crowd_next(&crowd, &user))
		self->after[user] = self->after[user] ||
			seen_user(seen, user)->active;
}

static void judge(struct access_rows *self, const struct seen *seen,
		  uint32_t asset, const struct field *field)
{
	bool *has = mem_alloc((size_t)seen_n_users(seen) + 1);
	uint32_t user;
	size_t i;

	free(self->before);
	free(self->after);
	self->n = seen_n_users(seen);
	self->before = mem_alloc(self->n * sizeof(bool) + 1);
	self->after = mem_alloc(self->n * sizeof(bool) + 1);
	for (i = 0; i < field->n_rows; i++)
		if (field->rows[i].marked && !field->rows[i].removed)
			add_row(self, seen, &field->rows[i]);
	if (asset != NOBODY)
		access_of_asset(seen_judged(seen), asset, has);
	for (user = 0; user < self->n; user++) {
		if (!sees_user(seen, user) || !seen_user(seen, user)->active)
			continue;
		self->after[user] = self->after[user] || role_has_all_assets(
					seen_user(seen, user)->role);
		/* of a new one nobody gains or loses anything */
		self->before[user] = asset == NOBODY ? self->after[user] :
			has[user];
	}
	free(has);
}

/* How many there are, counted once for as long as the facts stay. */
static uint32_t count_people(struct access_rows *self, const struct seen *seen,
			     size_t at, const struct form_row *row)
{
	struct crowd crowd;
	uint32_t user, n = 0;

	if (self->people[at] != UNCOUNTED)
		return self->people[at];
	crowd = crowd_of(seen, row);
	while (crowd_next(&crowd, &user))
		n++;
	return self->people[at] = n;
}

static void forget_people(struct access_rows *self, const struct seen *seen,
			  size_t n_rows)
{
	size_t i;

	if (self->people && self->n_rows == n_rows &&
	    self->changes == seen_judged(seen)->changes)
		return;
	free(self->people);
	self->people = mem_array(n_rows + 1, sizeof(*self->people));
	self->n_rows = n_rows;
	self->changes = seen_judged(seen)->changes;
	for (i = 0; i < n_rows; i++)
		self->people[i] = UNCOUNTED;
}

static void note_row(struct dialog_page *page, const struct access_rows *self,
		     struct form_row *row, uint32_t people, bool public)
{
	struct crowd crowd = crowd_of(dialog_seen(page), row);
	uint32_t user, gain = 0, lose = 0;

	while (row_changed(row) && crowd_next(&crowd, &user)) {
		gain += !self->before[user] && self->after[user];
		lose += self->before[user] && !self->after[user];
	}
	if (gain || lose)
		dialog_note(page, row, lose ? STYLE_RED | STYLE_BOLD : 0,
			    "%3u  %c%u", people, gain ? '+' : '-', gain ? gain :
			    lose);
	else
		dialog_note(page, row, 0, "%3u%s", people,
			    public && crowd.one != BUILTIN_PUBLIC ?
			    "  by Public" : "");
}

static bool any_marked(const struct field *field)
{
	size_t i;

	for (i = 0; i < field->n_rows; i++)
		if (field->rows[i].marked && !field->rows[i].removed)
			return true;
	return false;
}

static void sum(struct access_rows *self, const struct seen *seen,
		struct form *form)
{
	struct field *line = form_field(form, "sum");
	bool any = any_marked(form_field(form, "groups"));
	uint32_t user, all, before, after;
	size_t n;

	before = all = after = 0;
	for (user = 0; user < self->n; user++) {
		all += sees_user(seen, user);
		before += self->before[user];
		after += self->after[user];
	}
	n = (size_t)snprintf(self->sum, sizeof(self->sum), "%sHave access: ",
			     any ? "" : "Admins only: no group is ticked. ");
	if (before != after)
		n += (size_t)snprintf(self->sum + n, sizeof(self->sum) - n,
				      "%u -> ", before);
	snprintf(self->sum + n, sizeof(self->sum) - n, "%u of %u.   Admins always "
		 "have. Results are not hidden.", after, all);
	line->label = self->sum;
	line->note_style = any ? 0 : STYLE_RED | STYLE_BOLD;
}

void access_rows_notes(struct dialog_page *page, struct access_rows *self,
		       struct form *form, uint32_t asset)
{
	struct field *field = form_field(form, "groups");
	const struct form_row *public = form_row(field, builtin_code(
						 BUILTIN_PUBLIC));
	size_t i;

	judge(self, dialog_seen(page), asset, field);
	forget_people(self, dialog_seen(page), field->n_rows);
	for (i = 0; i < field->n_rows; i++)
		note_row(page, self, &field->rows[i],
			 count_people(self, dialog_seen(page), i, &field->rows[i]),
			 public && public->marked);
	sum(self, dialog_seen(page), form);
}

void access_rows_release(struct access_rows *self)
{
	free(self->before);
	free(self->after);
	free(self->people);
	self->before = self->after = NULL;
	self->people = NULL;
}
