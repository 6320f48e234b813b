/* run_preview.c: what a plan would move, as its subject may see it. */
#include "access/preview.h"
#include "action/judge/changes.h"
#include "action/judge/downgrade.h"
#include "action/judge/moved.h"
#include "action/judge/no_editor.h"
#include "action/run/run_priv.h"

/* Who is told of each change. */
struct telling {
	struct edit_plan *plan;
	const struct options *opts;	/* NULL: no text of it */
	bool told_before;		/* as the facts name what is deleted */
	uint32_t users;			/* before: who is made by the plan has no name yet */
	struct changes changes;
	struct downgraded *downgraded;	/* or NULL */
	struct no_editor *no_editor;
};

static bool sees(void *ctx, uint32_t user, uint32_t project)
{
	return sees_pair(app_seen(((const struct telling *)ctx)->plan->app), user,
			 project);
}

static void tell(void *ctx, const struct change *change, bool seen)
{
	struct telling *telling = ctx;
	struct arena arena = { 0 };

	if (!seen || !telling->opts)
		return;
	changes_add(&telling->changes, app_seen(telling->plan->app), change,
		    &arena);
	arena_release(&arena);
}

static bool is_new(const struct telling *telling, const struct change *change)
{
	return change->user != ANYONE && change->user >= telling->users;
}

/* Warnings name what was seen before ... */
static void warn(void *ctx, const struct change *change, bool seen)
{
	struct telling *telling = ctx;

	if (telling->downgraded && !is_new(telling, change))
		downgraded_take(telling->downgraded, change);
	no_editor_take(telling->no_editor, change);
	if (telling->told_before)
		tell(ctx, change, seen);
}

/* ... and who is new as they are called then. */
static void after(void *ctx, const struct change *change, bool seen)
{
	struct telling *telling = ctx;

	if (telling->downgraded && is_new(telling, change))
		downgraded_take(telling->downgraded, change);
	if (!telling->told_before)
		tell(ctx, change, seen);
}

static bool deletes(const struct edit_plan *plan)
{
	size_t i;

	for (i = 0; i < plan->n; i++)
		if (edit_deletes(&plan->edits[i]))
			return true;
	return false;
}

/* Mark what the subject sees of the other rights that move, as the facts stand. */
static void mark_moved(const struct telling *telling, const struct moved *moved,
		       bool *kept)
{
	const struct seen *seen = app_seen(telling->plan->app);
	size_t i;

	for (i = 0; i < moved->n; i++)
		kept[i] = kept[i] || sees_moved(seen, &moved->v[i]);
}

static void end(struct telling *telling, struct result *out)
{
	if (telling->opts)
		changes_end(&telling->changes, app_seen(telling->plan->app),
			    &out->preview, &out->moved, &out->arena);
}

/* Whom the facts do not name once the plan is taken back. */
static void keep_made(const struct edit_plan *plan, uint32_t from, struct result *out)
{
	size_t i;

	out->made_from = from;
	out->made = arena_array(&out->arena, plan->n + 1, sizeof(*out->made));
	for (i = 0; i < plan->n; i++) {
		const struct edit *edit = &plan->edits[i];

		if (edit->kind == EDIT_USER_ADD && edit->user == from + out->n_made)
			out->made[out->n_made++] = arena_strdup(&out->arena,
				*edit->text3 ? edit->text3 : edit->text2);
	}
}

/* Said with the facts in which all that the changes name is there. */
void run_preview(struct edit_plan *plan, const struct options *opts,
		 struct result *out)
{
	struct facts *facts = &plan->app->facts;
	struct telling telling = { .plan = plan, .opts = opts,
				   .told_before = deletes(plan) };
	struct preview_pass pass = {
		.most = changes_listed(opts), .sees = sees, .ctx = &telling,
		.each_after = after, .each_before = warn, .patience = plan->patience,
	};
	bool *kept;

	telling.downgraded = downgraded_new(plan);
	telling.no_editor = no_editor_new(plan);
	plan_aside(plan, 0);
	telling.users = facts->n_users;
	moved_find(facts, plan->edits, plan->n, &out->arena, &out->moved);
	kept = arena_array(&out->arena, out->moved.n + 1u, sizeof(*kept));
	mark_moved(&telling, &out->moved, kept);
	if (opts)
		changes_begin(&telling.changes, &out->changes, opts,
			      facts->n_projects);
	preview_pass(facts, plan->edits, plan->n, &pass, &out->arena,
		     &out->preview);
	downgraded_warn(telling.downgraded);
	no_editor_warn(telling.no_editor);
	plan_back(plan, 0);
	mark_moved(&telling, &out->moved, kept);
	moved_keep(&out->moved, kept);
	if (telling.told_before)
		plan_aside(plan, 0);
	end(&telling, out);
	if (telling.told_before)
		plan_back(plan, 0);
	keep_made(plan, telling.users, out);
	out->has_preview = true;
}
