/* roster_members.c: people of a list into a group. */
#include <stdlib.h>

#include "action/core/word_list.h"
#include "action/judge/downgrade.h"
#include "action/roster/roster_instead.h"
#include "action/roster/roster_plan.h"

enum { USES = (1u << ROSTER_MEMBER_FIELDS) - 1 };

struct members {
	struct roster_job job;
	uint32_t group;
	struct edit *edits;
	size_t n, inactive;
};

static void check(struct roster_job *job)
{
	const struct facts *facts = &job->plan->app->facts;
	size_t i;

	for (i = 0; i < job->n; i++)
		if (!job->rows[i].suspended &&
		    facts_user_by_email(facts, job->rows[i].email) == NOBODY)
			roster_fault(&job->list, job->faults, job->rows[i].line, ROSTER_EMAIL,
				   job->rows[i].email, "is nobody here",
				   "add who is new first: gatehouse user add --file");
}

static void take(struct members *self, const struct roster_row *row)
{
	struct edit_plan *plan = self->job.plan;
	const struct facts *facts = &plan->app->facts;
	uint32_t user = facts_user_by_email(facts, row->email);
	const struct fact_group *group = &facts->groups[self->group];

	if (roster_job_suspended(&self->job, row, user))
		return;
	if (numbers_has(&group->members, user)) {
		roster_job_skip(&self->job, row, user, "in the group");
		return;
	}
	self->edits[self->n] = edit_of(EDIT_MEMBER);
	self->edits[self->n].group = self->group;
	self->edits[self->n].user = user;
	self->edits[self->n++].value = 1;
	self->inactive += !facts->users[user].active;
	words_add(&self->job.names, plan_word(plan, OF_USER, user));
	if (row->by_login) {
		words_add(&self->job.by_login, plan_word(plan, OF_USER, user));
		self->job.n_by_login++;
	}
	self->job.added++;
	roster_job_row(&self->job, (struct plan_row){ .what = "member", .id = group->id,
		.name = group->name, .field = facts->users[user].id, .after = "member",
		.told = arena_printf(plan->arena, "%s%s", plan_word(plan, OF_USER, user),
				     facts->users[user].active ? "" : " (deactivated)"),
		.line = row->line });
}

static void say(struct members *self, const char *first)
{
	struct edit_plan *plan = self->job.plan;
	const char *group = plan_word(plan, OF_GROUP, self->group);
	const char *file = word_cut(plan->arena, self->job.list.name);
	const char *list = words_done(&self->job.names, plan->arena);

	words_init(&self->job.names, 0);
	roster_job_say(&self->job, USES);
	if (self->inactive)
		plan_warn(plan, "DEACTIVATED", "%zu of them %s deactivated: being in the "
			  "group gives nothing while that is so", self->inactive,
			  self->inactive == 1 ? "is" : "are");
	if (self->n)
		plan_message(plan, "%s%zu %s from %s " TENSE("%s", "would be") " in %s: %s.",
			     first, self->n, self->n == 1 ? "person" : "people", file,
			     self->n == 1 ? "is" : "are", group, list);
	else if (self->job.n_left + self->job.n_here + self->job.n_both || !self->job.n)
		plan_message(plan, "%sNobody in %s is to be put into %s.", first, file, group);
	else
		plan_message(plan, "%sEverybody in %s is in %s already.", first, file, group);
	plan->ask_there = true;
}

bool roster_plan_members(struct edit_plan *plan, struct error *err)
{
	struct members self = { .n = 0 };
	const char *first;
	bool good;
	size_t i;

	if (!plan_group_at(plan, "group", 0, &self.group, err))
		return false;
	good = roster_job_begin(&self.job, plan, err);
	if (good) {
		check(&self.job);
		good = roster_job_good(&self.job, err);
	}
	if (good) {
		self.edits = arena_array(plan->arena, self.job.n + 1, sizeof(*self.edits));
		for (i = 0; i < self.job.n; i++)
			take(&self, &self.job.rows[i]);
		first = roster_job_say_people(&self.job);
		downgrade_edits(plan, self.edits, self.n);
		say(&self, first);
		roster_instead(plan, NULL, 0, self.edits, self.n);
		plan_target(plan, plan->app->facts.groups[self.group].id);
	}
	roster_job_end(&self.job);
	return good;
}
