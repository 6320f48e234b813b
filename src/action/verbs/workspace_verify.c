/* workspace_verify.c: is the store sound, and do two engines agree? */
#include <stdlib.h>
#include <string.h>

#include "action/core/action.h"
#include "action/judge/people.h"
#include "action/run/what_if.h"
#include "action/undo/as_of_facts.h"
#include "action/workspace/state_check.h"
#include "base/mem.h"
#include "model/image/facts_differ.h"
#include "store/checkpoints.h"

/* The engine's answers of the project whose pairs are coming. */
struct second {
	const struct facts *facts;
	struct verdict *verdicts;
	uint32_t project, user;
	uint64_t pairs, different;
	void (*progress)(const char *what, size_t done, size_t all);
	size_t begun;
};

/* Users come in the order of the facts. */
static uint32_t next_user(struct second *second, const char *id)
{
	const struct facts *facts = second->facts;
	uint32_t next = second->user + 1;

	if (next >= facts->n_users || strcmp(facts->users[next].id, id) != 0)
		next = facts_user(facts, id);
	second->user = next;
	return next;
}

static bool pair(void *ctx, const char *user_id, const char *project_id,
		 int granted, int effective)
{
	struct second *second = ctx;
	const struct facts *facts = second->facts;
	uint32_t user = next_user(second, user_id), project = second->project;

	second->pairs++;
	if (project == NOBODY ||
	    strcmp(facts->projects[project].id, project_id) != 0) {
		if (second->progress && second->begun < facts->n_projects)
			second->progress("project", second->begun++,
					 facts->n_projects);
		project = second->project = facts_project(facts, project_id);
		if (project != NOBODY)
			access_of_project(facts, project, second->verdicts);
	}
	second->different += user == NOBODY || project == NOBODY ||
		second->verdicts[user].granted != granted ||
		second->verdicts[user].effective != effective;
	return true;
}

static void row(struct result *out, const char *what, bool good,
		const char *detail)
{
	result_cells(out, what, good ? "true" : "false", detail);
	out->failed = out->failed || !good;
}

static bool second_opinion(struct app *app, const struct facts *facts,
			   struct result *out, struct error *err)
{
	struct second second = { .facts = facts, .project = NOBODY,
		.user = NOBODY,
		.progress = app->opts ? app->opts->progress : NULL };
	bool done;

	second.verdicts = mem_array(facts->n_users + 1u,
				    sizeof(*second.verdicts));
	done = store_second_opinion(app->store, pair, &second, err);
	if (second.begun > 0)
		second.progress("project", facts->n_projects,
				facts->n_projects);
	free(second.verdicts);
	if (done)
		row(out, "second opinion", second.different == 0,
		    arena_printf(&out->arena, "%llu pairs, %llu judged "
				 "differently", (unsigned long long)second.pairs,
				 (unsigned long long)second.different));
	return done;
}

/* What sessions go by came from an image and the events. */
static void read_alike(struct app *app, const struct facts *tables,
		       struct result *out)
{
	const char *differs;

	if (app->facts.revision != tables->revision || what_if_on(app) ||
	    as_of_on(app))
		return;
	differs = facts_differ(tables, &app->facts, &out->arena);
	if (!differs)
		differs = facts_differ(&app->facts, tables, &out->arena);
	row(out, "facts", !differs, differs ?
	    arena_printf(&out->arena, "%s: differs from what sessions read; "
			 "rows were changed by hand: remove %s.image", differs,
			 store_path(app->store)) :
	    "what sessions read is what the tables hold");
}

enum { ALIKE = 20 };

/* Nothing is wrong with it; who signs keys, or gives roles, is to know. */
static void alike(const struct facts *facts, struct result *out)
{
	struct look_alike *list;
	size_t n, i;

	list = look_alike_admins(facts, &out->arena, &n);
	for (i = 0; i < n && i < ALIKE; i++)
		row(out, "alike", true, arena_printf(&out->arena, "%s looks like %s and is "
			"another address", facts->users[list[i].user].email,
			facts->users[list[i].other].email));
	if (!n)
		row(out, "alike", true, "no address looks like an Admin's");
	else if (n > ALIKE)
		row(out, "alike", true, arena_printf(&out->arena, "and %zu more",
						     n - ALIKE));
}

/* What the store holds now, not what the session has read before. */
static bool look(struct app *app, const struct finding *points, struct result *out,
		 struct error *err)
{
	struct finding *findings;
	struct facts facts;
	bool done;
	size_t n, i;

	if (!store_verify(app->store, &out->arena, &findings, &n, err))
		return false;
	result_columns(out, 3, "check", "CHECK", CELL_CODE,
		       "good", "GOOD", CELL_BOOL,
		       "detail", "DETAIL", CELL_TEXT);
	for (i = 0; i < n; i++)
		row(out, findings[i].what, findings[i].good,
		    findings[i].detail);
	row(out, points->what, points->good, points->detail);
	facts_init(&facts);
	done = store_load(app->store, &facts, err);
	if (done)
		read_alike(app, &facts, out);
	if (done)
		alike(&facts, out);
	done = done && state_check_rows(app, out, err);
	done = done && second_opinion(app, &facts, out, err);
	facts_release(&facts);
	return done;
}

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	struct finding points;
	bool began, done;

	(void)self;
	(void)args;
	if (!store_verify_checkpoints(app->store, NULL, &out->arena, &points, err) ||
	    !store_moment(app->store, &began, err))
		return false;
	done = look(app, &points, out, err);
	store_moment_end(app->store, began);
	if (done)
		out->message = out->failed ? "Something is wrong: see above." :
			"All is well.";
	return done;
}

const struct action action_workspace_verify = {
	.noun = "workspace", .verb = "verify",
	.summary = "Check the store, its files, its history and the engine",
	.help = "Integrity, schema, owner and modes, the chain of events; and "
		"the permission rules once more in SQL, pair by pair.",
	.example = "workspace verify",
	.synonyms = "check integrity audit",
	.flags = ACTION_ADMIN | ACTION_ROWS,
	.run = run,
};
