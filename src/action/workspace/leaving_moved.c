/* leaving_moved.c: what moved while somebody left: the account, grants that were made,
 * the levels of whoever left and of whoever took over. */
#include "action/workspace/leaving_priv.h"

#include <stdlib.h>
#include <string.h>

#include "access/edit_granted.h"
#include "access/rights.h"
#include "base/mem.h"

/* Of one person on one project. */
struct leaving_pair { uint8_t granted, effective; };

/* By project: as it was. */
struct leaving_then {
	struct leaving_pair own, heir;
	uint8_t direct;
	bool owned;
};

static struct leaving_pair pair_in(const struct verdict *verdict)
{
	return (struct leaving_pair){ (uint8_t)verdict->granted,
				      (uint8_t)verdict->effective };
}

static struct leaving_pair pair_of(const struct leaving *self, uint32_t user, uint32_t p)
{
	struct arena arena = { 0 };
	struct leaving_pair pair;
	struct answer answer;

	access_decide(&self->app->facts, user, p, &arena, &answer);
	pair = (struct leaving_pair){ (uint8_t)answer.granted, (uint8_t)answer.effective };
	arena_release(&arena);
	return pair;
}

void leaving_note(struct leaving *self)
{
	const struct facts *facts = &self->app->facts;
	struct verdict *v = mem_array(facts->n_projects + 1u, sizeof(*v));
	struct leaving_then *then;
	uint32_t p;

	access_of_user(facts, self->user, v);
	self->then = mem_array(facts->n_projects + 1u, sizeof(*self->then));
	self->was_active = facts->users[self->user].active;
	self->n_then = facts->n_projects;
	for (p = 0; p < facts->n_projects; p++) {
		if (facts->projects[p].gone)
			continue;
		then = &self->then[p];
		then->own = pair_in(&v[p]);
		then->direct = (uint8_t)leaving_direct(self, p);
		then->owned = facts->projects[p].owner == self->user;
		if (then->owned && self->heir[p] != NOBODY)
			then->heir = pair_of(self, self->heir[p], p);
	}
	free(v);
}

/* ---- after it -------------------------------------------------------------------------- */

static bool anybody(void *ctx, uint32_t user)
{
	(void)ctx;
	(void)user;
	return true;
}

static void add_uneditable(struct leaving *self)
{
	const struct facts *facts = &self->app->facts;
	uint32_t p;

	for (p = 0; p < self->n_then; p++)
		if (level_edits((enum level)self->then[p].own.effective) &&
		    facts->projects[p].state == STATE_ACTIVE &&
		    !editors_any(facts, p, anybody, NULL))
			leaving_add(self, (struct plan_row){ .what = "project",
				.change = "no_editor", .id = facts->projects[p].id,
				.name = facts->projects[p].title,
				.told = arena_printf(self->arena, "%s: nobody can edit it "
					"any more", leaving_title(self, p)) });
}

static void add_account(struct leaving *self)
{
	const struct fact_user *user = &self->app->facts.users[self->user];

	if (self->was_active && !user->active)
		leaving_add(self, (struct plan_row){ .what = "user", .change = "deactivate",
			.id = user->id, .name = user->name, .field = "active",
			.before = "true", .after = "false", .beside = true,
			.told = arena_printf(self->arena, "%s is deactivated",
					     leaving_person(self, self->user)) });
}

/* What the handover made: who owned it keeps Full Access for a reactivation. */
static void add_made(struct leaving *self)
{
	const struct facts *facts = &self->app->facts;
	enum level was, now;
	uint32_t p;

	for (p = 0; p < self->n_then; p++) {
		was = (enum level)self->then[p].direct;
		now = facts->projects[p].gone ? was : leaving_direct(self, p);
		if (was != now)
			leaving_add(self, (struct plan_row){ .what = "grant",
				.change = was == LEVEL_NONE ? "add" : "change",
				.id = facts->projects[p].id,
				.name = facts->projects[p].title, .field = "level",
				.before = level_code(was), .after = level_code(now),
				.told = arena_printf(self->arena, "%s: %s, as the owner "
					"before, for a reactivation", leaving_title(self, p),
					level_label(now)) });
	}
}

static const char *levels_told(struct leaving *self, struct leaving_pair was,
			       struct leaving_pair now)
{
	if (was.effective != now.effective)
		return arena_printf(self->arena, "%s -> %s",
				    level_label((enum level)was.effective),
				    level_label((enum level)now.effective));
	return arena_printf(self->arena, "still %s; granted %s -> %s",
			    level_label((enum level)now.effective),
			    level_label((enum level)was.granted),
			    level_label((enum level)now.granted));
}

static void add_moved(struct leaving *self, uint32_t user, uint32_t p,
		      struct leaving_pair was, struct leaving_pair now)
{
	const struct facts *facts = &self->app->facts;

	if (was.effective == now.effective && was.granted == now.granted)
		return;
	leaving_add(self, (struct plan_row){ .what = "access",
		.change = now.effective < was.effective ? "lose" :
			  now.effective > was.effective ? "gain" : "keep",
		.id = facts->projects[p].id, .name = facts->projects[p].title,
		.field = arena_strdup(self->arena, facts->users[user].id),
		.before = level_code((enum level)was.effective),
		.after = level_code((enum level)now.effective), .beside = true,
		.told = arena_printf(self->arena, "%s on %s: %s",
			leaving_person(self, user), leaving_title(self, p),
			levels_told(self, was, now)) });
}

/* By project; of each, who left comes first. */
static void add_all_moved(struct leaving *self)
{
	const struct facts *facts = &self->app->facts;
	struct verdict *v = mem_array(facts->n_projects + 1u, sizeof(*v));
	uint32_t p, heir;

	access_of_user(facts, self->user, v);
	for (p = 0; p < self->n_then; p++) {
		if (facts->projects[p].gone)
			continue;
		add_moved(self, self->user, p, self->then[p].own, pair_in(&v[p]));
		heir = self->then[p].owned ? self->heir[p] : NOBODY;
		if (heir != NOBODY)
			add_moved(self, heir, p, self->then[p].heir,
				  pair_of(self, heir, p));
	}
	free(v);
}

size_t leaving_moved(struct leaving *self)
{
	size_t before = self->n, first;

	add_uneditable(self);
	first = self->n - before;
	add_made(self);
	if (self->whole) {
		add_account(self);
		add_all_moved(self);
	}
	return first;
}
