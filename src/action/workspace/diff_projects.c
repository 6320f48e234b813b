/* diff_projects.c: projects compared, and what is a project's own. */
#include "action/workspace/diff_priv.h"

#include "base/attr.h"
#include "model/edit_field.h"
#include "model/kind.h"

/* What is not as it is by default. */
static const char *project_says(struct facts_diff *diff,
				const struct facts *facts,
				const struct fact_project *project)
{
	struct arena *arena = &diff->arena;
	const char *text = arena_printf(arena, "owner %s",
					facts->users[project->owner].id);

	if (project->state != STATE_ACTIVE)
		text = arena_printf(arena, "%s, %s", text,
				    state_code(project->state));
	if (project->workspace != LEVEL_NONE)
		text = arena_printf(arena, "%s, workspace %s", text,
			level_code((enum level)project->workspace));
	if (project->public_web != LEVEL_NONE)
		text = arena_printf(arena, "%s, public_web %s", text,
			level_code((enum level)project->public_web));
	return text;
}

static void project_fields(struct facts_diff *diff,
			   const struct diff_thing *thing)
{
	const struct fact_project *a = &diff->before->projects[thing->before];
	const struct fact_project *b = &diff->after->projects[thing->after];
	const struct { const char *field, *before, *after; } fields[] = {
		{ "title", a->title, b->title },
		{ "description", diff_text(a->description),
		  diff_text(b->description) },
		{ "owner", diff->before->users[a->owner].id,
		  diff->after->users[b->owner].id },
		{ "state", state_code(a->state), state_code(b->state) },
		{ "status", diff_text(a->status), diff_text(b->status) },
		{ "categories", diff_text(a->categories),
		  diff_text(b->categories) },
		{ "editors_may_share", diff_flag(a->editors_may_share),
		  diff_flag(b->editors_may_share) },
		{ "workspace", level_code((enum level)a->workspace),
		  level_code((enum level)b->workspace) },
		{ "public_web", level_code((enum level)a->public_web),
		  level_code((enum level)b->public_web) },
	};
	const struct edit_field *field = NULL;
	size_t rows = diff->n_rows;

	for (size_t i = 0; i < COUNT_OF(fields); i++)
		(void)diff_field(diff, DIFF_PROJECTS, thing, b->title,
				 fields[i].field, fields[i].before,
				 fields[i].after);
	while ((field = edit_field_plain(OF_PROJECT, field)))
		(void)diff_field(diff, DIFF_PROJECTS, thing, b->title,
				 field->column, diff_text(field_text(field, a)),
				 diff_text(field_text(field, b)));
	if (a->state == STATE_TRASHED && b->state == STATE_TRASHED)
		diff_time(diff, DIFF_PROJECTS, thing, b->title, "trashed_at",
		      a->trashed, b->trashed);
	diff_changed(diff, DIFF_PROJECTS, rows);
}

void diff_projects(struct facts_diff *diff)
{
	for (uint32_t i = 0; i < diff->projects.n; i++) {
		const struct diff_thing *one = &diff->projects.v[i];
		bool gone = one->after == NOBODY;
		const struct facts *side = gone ? diff->before : diff->after;
		const struct fact_project *project =
			&side->projects[gone ? one->before : one->after];

		diff->projects_all += one->before != NOBODY;
		diff->projects_gone += gone;
		if (diff_both(one))
			project_fields(diff, one);
		else
			diff_one_sided(diff, DIFF_PROJECTS, one, project->title,
				  project_says(diff, side, project));
	}
}

/* A project's own things, of which an Admin sees no content (D1): that there are
 * some, of what kind, and that they change. */
static void own_things(struct facts_diff *diff, const struct facts *facts,
		       uint32_t project, const struct facts *others,
		       uint32_t other, bool added)
{
	const struct fact_project *one = &facts->projects[project], *two;
	const struct fact_own *own, *its;

	for (uint32_t i = 0; i < one->n_own; i++) {
		uint32_t there = other == NOBODY ? NOBODY :
			facts_own(others, other, one->own[i].id);
		enum diff_how how = added ? DIFF_ADD : DIFF_REMOVE;

		own = &one->own[i];
		if (there != NOBODY) {
			two = &others->projects[other];
			its = &two->own[there];
			if (!added || (own->kind == its->kind &&
			    diff_same(own->name, its->name) &&
			    diff_same(own->type, its->type) &&
			    diff_same(own->config, its->config)))
				continue;
			how = DIFF_CHANGE;
		}
		diff_add(diff, DIFF_OWN, how, own->id, one->title)->field =
			kind_at(own->kind)->code;
		diff->count[DIFF_OWN][how]++;
	}
}

void diff_own(struct facts_diff *diff)
{
	for (uint32_t i = 0; i < diff->projects.n; i++) {
		const struct diff_thing *one = &diff->projects.v[i];

		if (one->before != NOBODY)
			own_things(diff, diff->before, one->before, diff->after,
				   one->after, false);
		if (one->after != NOBODY)
			own_things(diff, diff->after, one->after, diff->before,
				   one->before, true);
	}
}
