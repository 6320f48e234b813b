/* run_preview.c: what a plan would move, as its subject may see it. */
#include "action/judge/changes.h"
#include "action/judge/warn.h"
#include "action/run/run_priv.h"

static void put_preview(struct edit_plan *plan, const struct options *opts,
			struct result *out)
{
	if (opts)
		changes_write(&out->changes, opts->format,
			      opts->dry_run || opts->preview,
			      app_seen(plan->app), &out->preview, &out->moved,
			      &out->arena);
}

/* Mark what the subject sees as the facts stand: the changes, then what else moves. */
static void mark_seen(struct edit_plan *plan, const struct result *out, bool *kept)
{
	const struct seen *seen = app_seen(plan->app);
	bool *also = kept + out->preview.n;
	size_t i;

	for (i = 0; i < out->preview.n; i++)
		kept[i] = kept[i] || sees_change(seen, &out->preview.changes[i]);
	for (i = 0; i < out->moved.n; i++)
		also[i] = also[i] || sees_moved(seen, &out->moved.v[i]);
}

static bool deletes(const struct edit_plan *plan)
{
	size_t i;

	for (i = 0; i < plan->n; i++)
		if (edit_deletes(&plan->edits[i]))
			return true;
	return false;
}

/* Of the changes those that the subject sees before or after; said with the facts in
 * which all that they name is there. */
void run_preview(struct edit_plan *plan, const struct options *opts,
		 struct result *out)
{
	struct facts *facts = &plan->app->facts;
	bool before = deletes(plan), *kept;
	size_t i;

	for (i = plan->n; i > 0; i--)
		edit_revert(facts, &plan->edits[i - 1]);
	access_preview(facts, plan->edits, plan->n, &out->arena, &out->preview);
	warn_no_editor(plan, &out->preview);
	moved_find(facts, plan->edits, plan->n, &out->arena, &out->moved);
	kept = arena_array(&out->arena, out->preview.n + out->moved.n + 1u,
			   sizeof(*kept));
	mark_seen(plan, out, kept);
	for (i = 0; i < plan->n; i++)
		edit_apply(facts, &plan->edits[i]);
	mark_seen(plan, out, kept);
	moved_keep(&out->moved, kept + out->preview.n);
	preview_keep(&out->preview, kept);
	if (!before)
		put_preview(plan, opts, out);
	for (i = plan->n; before && i > 0; i--)
		edit_revert(facts, &plan->edits[i - 1]);
	if (before)
		put_preview(plan, opts, out);
	for (i = 0; before && i < plan->n; i++)
		edit_apply(facts, &plan->edits[i]);
	out->has_preview = true;
}
