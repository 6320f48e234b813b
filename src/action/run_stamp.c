/* run_stamp.c: when and by whom, in the facts as the store has written it. */
#include "action/run_priv.h"
#include "store/store.h"

static void stamp_asset(struct facts *facts, uint32_t asset,
			const struct event *event)
{
	facts->assets[asset].updated = event->time;
	facts->assets[asset].updated_by = arena_strdup(&facts->text,
						       event->actor);
}

static void stamp(struct facts *facts, const struct edit *edit,
		  const struct event *event)
{
	struct fact_project *project;

	switch (edit->kind) {
	case EDIT_PROJECT_STATE:
		project = &facts->projects[edit->project];
		project->trashed = project->state == STATE_TRASHED ?
			event->time : 0;
		break;
	case EDIT_PROJECT_EDITORS:
		project = &facts->projects[edit->project];
		project->share_switched = event->time;
		project->share_switched_by = arena_strdup(&facts->text,
							  event->actor);
		break;
	case EDIT_ASSET_ADD:
	case EDIT_ASSET_NAME:
	case EDIT_ASSET_CONFIG:
		stamp_asset(facts, edit->asset, event);
		break;
	default:
		break;
	}
}

void run_stamp(struct edit_plan *plan, const struct event *event)
{
	size_t i;

	for (i = 0; i < plan->n; i++)
		stamp(&plan->app->facts, &plan->edits[i], event);
}
