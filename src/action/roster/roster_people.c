/* roster_people.c: new people by a list, with their roles and groups. */
#include <stdlib.h>
#include <string.h>

#include "action/core/word_list.h"
#include "action/judge/downgrade.h"
#include "action/judge/may_workspace.h"
#include "action/judge/people.h"
#include "action/roster/roster_instead.h"
#include "action/roster/roster_plan.h"
#include "base/mem.h"
#include "base/newid.h"
#include "base/strmap.h"

enum { SAID = 20, TARGETS_LIMIT = 64 * 1024 };

struct people {
	struct roster_job job;
	struct strmap groups;		/* name as it stands -> number; NOBODY: there is none */
	const char *role_text;		/* for who has none in the list, or NULL */
	enum role role;
	enum role first_role;
	bool one_role;			/* of all who are added */
	struct edit *members;
	size_t n_members, cap_members;
	const struct roster_row **added;	/* job.added of them */
	struct buf targets;
};

/* Each name is looked for once. */
static uint32_t group_of(struct people *self, const char *name, struct error *err)
{
	uint32_t group;

	error_clear(err);
	if (strmap_get(&self->groups, name, &group) && group != NOBODY)
		return group;
	if (!app_find_group(self->job.plan->app, name, &group, err))
		group = NOBODY;
	strmap_set(&self->groups, name, group);
	return group;
}

static void check_groups(struct people *self, const struct roster_row *row)
{
	struct roster_job *job = &self->job;
	struct error err;
	size_t i;

	for (i = 0; i < row->n_groups; i++) {
		if (group_of(self, row->group[i], &err) != NOBODY)
			continue;
		roster_fault(&job->list, job->faults, row->line, ROSTER_GROUPS, row->group[i],
			   strcmp(err.code, "NAME_AMBIGUOUS") == 0 ?
			   "names several groups" : "is no group here",
			   strcmp(err.code, "NAME_AMBIGUOUS") == 0 ? err.remedy :
			   "make it first, take it out, or take no column for groups "
			   "(groups=)");
	}
}

static void check_role(struct people *self, const struct roster_row *row)
{
	struct roster_job *job = &self->job;

	if (!row->has_role && !row->guest && !self->role_text)
		roster_fault(&job->list, job->faults, row->line, ROSTER_ROLE, row->email,
			   "has none", "give --role for who has none in the file");
}

static bool is_there(const struct people *self, const struct roster_row *row, uint32_t *user)
{
	*user = facts_user_by_email(&self->job.plan->app->facts, row->email);
	return *user != NOBODY;
}

/* Before anything is planned: all that is wrong at once. */
static void check(struct people *self)
{
	uint32_t user;
	size_t i;

	for (i = 0; i < self->job.n; i++) {
		if (is_there(self, &self->job.rows[i], &user) ||
		    self->job.rows[i].suspended)
			continue;
		check_role(self, &self->job.rows[i]);
		check_groups(self, &self->job.rows[i]);
	}
}

static bool roles_allowed(struct people *self, struct error *err)
{
	bool asked[ROLES] = { false }, any = false;
	uint32_t user;
	size_t i;

	self->one_role = true;
	for (i = 0; i < self->job.n; i++) {
		struct roster_row *row = &self->job.rows[i];

		if (!row->has_role)
			row->role = row->guest ? ROLE_GUEST : self->role;
		if (is_there(self, row, &user) || row->suspended)
			continue;
		if (!any)
			self->first_role = row->role;
		any = true;
		self->one_role = self->one_role && row->role == self->first_role;
		if (asked[row->role])
			continue;
		asked[row->role] = true;
		if (!may_give_role(self->job.plan, row->role, err))
			return false;
	}
	return true;
}

/* ---- the deed ------------------------------------------------------------------------- */

static void target(struct people *self, const char *id)
{
	if (self->targets.len + strlen(id) + 1 < TARGETS_LIMIT)
		buf_printf(&self->targets, "%s%s", self->targets.len ? "," : "", id);
}

static const char *told(struct people *self, const struct roster_row *row)
{
	struct arena *arena = self->job.plan->arena;

	return *row->name ? arena_printf(arena, "%s <%s>: %s", row->name, row->email,
					 role_label(row->role)) :
		arena_printf(arena, "%s: %s", row->email, role_label(row->role));
}

static void add_members(struct people *self, const struct roster_row *row, uint32_t user)
{
	const struct facts *facts = &self->job.plan->app->facts;
	struct arena *arena = self->job.plan->arena;
	struct edit edit;
	struct error err;
	size_t i, k;

	for (i = 0; i < row->n_groups; i++) {
		edit = edit_of(EDIT_MEMBER);
		edit.group = group_of(self, row->group[i], &err);
		edit.user = user;
		edit.value = 1;
		for (k = 0; k < i; k++)
			if (group_of(self, row->group[k], &err) == edit.group)
				break;
		if (k < i)
			continue;
		self->members = mem_grow(self->members, self->n_members,
					 &self->cap_members, sizeof(*self->members));
		self->members[self->n_members++] = edit;
		roster_job_row(&self->job, (struct plan_row){ .what = "member",
			.id = facts->groups[edit.group].id,
			.name = facts->groups[edit.group].name,
			.field = facts->users[user].id, .after = "member",
			.told = arena_printf(arena, "%s into %s", row->email,
					     word_group(arena, app_seen(self->job.plan->app),
							edit.group)),
			.line = row->line });
	}
}

static void note(struct roster_job *job, const struct roster_row *row)
{
	const char *email = word_cut(job->plan->arena, row->email);

	words_add(&job->names, email);
	job->added++;
	if (row->guest && !row->has_role) {
		words_add(&job->guests, email);
		job->n_guests++;
	}
	if (row->by_login) {
		words_add(&job->by_login, email);
		job->n_by_login++;
	}
}

static void add_one(struct people *self, const struct roster_row *row)
{
	struct edit_plan *plan = self->job.plan;
	struct edit edit = edit_of(EDIT_USER_ADD);
	char id[NEWID_TEXT];

	newid(id, "u");
	edit.text = arena_strdup(plan->arena, id);
	edit.text2 = arena_strdup(plan->arena, row->email);
	edit.text3 = arena_strdup(plan->arena, row->name);
	edit.value = (int)row->role;
	plan_edit(plan, edit);
	target(self, id);
	self->added[self->job.added] = row;
	note(&self->job, row);
	roster_job_row(&self->job, (struct plan_row){ .what = "user", .id = edit.text,
		.name = *edit.text3 ? edit.text3 : edit.text2,
		.after = role_code(row->role), .told = told(self, row), .line = row->line });
	add_members(self, row, plan->edits[plan->n - 1].user);
}

static void warn_alike(struct edit_plan *plan, uint32_t first, bool admins)
{
	const struct facts *facts = &plan->app->facts;
	struct look_alike *alike;
	size_t i, n, said = 0;

	alike = admins ? look_alike_admins(facts, plan->arena, &n) :
		look_alikes(facts, plan->arena, &n);
	for (i = 0; i < n && said < SAID; i++) {
		if (alike[i].user < first && alike[i].other < first)
			continue;
		said++;
		plan_warn(plan, "LOOK_ALIKE", "%s looks like %s and is another address",
			  word_cut(plan->arena, facts->users[alike[i].user].email),
			  word_cut(plan->arena, facts->users[alike[i].other].email));
	}
}

static void say(struct people *self, const char *first)
{
	struct roster_job *job = &self->job;
	struct edit_plan *plan = job->plan;
	const char *list = words_done(&job->names, plan->arena);
	const char *file = word_cut(plan->arena, job->list.name);

	words_init(&job->names, 0);
	roster_job_say(job, (1u << ROSTER_FIELDS) - 1);
	if (!job->added && (job->n_left || !job->n))
		plan_message(plan, "%sNobody in %s is to be added.", first, file);
	else if (!job->added)
		plan_message(plan, "%sEverybody in %s is there already.", first, file);
	else
		plan_message(plan, "%s" TENSE("Added", "Would add") " %zu %s from %s%s%s: %s.",
			     first, job->added, job->added == 1 ? "person" : "people", file,
			     self->one_role ? " as " : "",
			     self->one_role ? role_label(self->first_role) : "", list);
	plan->ask_there = true;
}

static void do_all(struct people *self)
{
	struct edit_plan *plan = self->job.plan;
	const struct facts *facts = &plan->app->facts;
	uint32_t first = facts->n_users, user;
	const char *first_words;
	bool admins = false;
	size_t i;

	self->added = arena_array(plan->arena, self->job.n + 1, sizeof(*self->added));
	buf_init(&self->targets, TARGETS_LIMIT);
	for (i = 0; i < self->job.n; i++) {
		const struct roster_row *row = &self->job.rows[i];

		if (is_there(self, row, &user) || row->suspended) {
			if (roster_job_suspended(&self->job, row, user))
				continue;
			roster_job_skip(&self->job, row, user, facts->users[user].active ?
				      role_label(facts->users[user].role) : "deactivated");
			continue;
		}
		admins = admins || row->role == ROLE_ADMIN;
		add_one(self, row);
	}
	if (self->targets.len)
		plan_target(plan, buf_text(&self->targets));
	buf_release(&self->targets);
	first_words = roster_job_say_people(&self->job);
	if (self->n_members)
		downgrade_edits(plan, self->members, self->n_members);
	warn_alike(plan, first, admins);
	say(self, first_words);
	roster_instead(plan, self->added, self->job.added, self->members, self->n_members);
}

bool roster_plan_people(struct edit_plan *plan, struct error *err)
{
	struct people self = { .role_text = plan_text(plan, "role") };
	bool good;

	if (self.role_text && !people_role(plan, "role", &self.role, err))
		return false;
	good = roster_job_begin(&self.job, plan, err);
	if (good) {
		check(&self);
		good = roster_job_good(&self.job, err) && roles_allowed(&self, err);
	}
	if (good)
		do_all(&self);
	strmap_release(&self.groups);
	free(self.members);
	roster_job_end(&self.job);
	return good;
}
