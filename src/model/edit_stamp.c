/* edit_stamp.c: who changed a thing last, and when: what edits say of it, or what
 * the commit says where they are silent. */
#include <string.h>

#include "model/edit_priv.h"

struct stamp {
	int64_t *when;
	const char **by;		/* NULL: only the time is kept */
};

static struct stamp stamp_of(struct facts *facts, const struct edit *edit)
{
	struct fact_project *project;
	struct fact_asset *asset;

	switch (edit->kind) {
	case EDIT_ASSET_ADD:
	case EDIT_ASSET_NAME:
	case EDIT_ASSET_TYPE:
	case EDIT_ASSET_CONFIG:
	case EDIT_ASSET_DESCRIPTION:
	case EDIT_ASSET_STATUS:
		asset = &facts->assets[edit->asset];
		return (struct stamp){ &asset->updated, &asset->updated_by };
	case EDIT_PROJECT_STATE:
		project = &facts->projects[edit->project];
		return (struct stamp){ &project->trashed, NULL };
	case EDIT_PROJECT_EDITORS:
		project = &facts->projects[edit->project];
		return (struct stamp){ &project->share_switched,
				       &project->share_switched_by };
	default:
		return (struct stamp){ NULL, NULL };
	}
}

bool edit_has_stamp(enum edit_kind kind)
{
	return (kind >= EDIT_ASSET_ADD && kind <= EDIT_ASSET_STATUS) ||
		kind == EDIT_PROJECT_STATE || kind == EDIT_PROJECT_EDITORS;
}

static void put(struct facts *facts, const struct edit *edit, int64_t when,
		const char *by)
{
	struct stamp stamp = stamp_of(facts, edit);

	if (edit->kind == EDIT_PROJECT_STATE && edit->value != STATE_TRASHED)
		when = 0;
	*stamp.when = when;
	if (stamp.by)
		*stamp.by = by && *by ? arena_strdup(&facts->text, by) : "";
}

void edit_stamp_set(struct facts *facts, struct edit *edit)
{
	struct stamp stamp;

	if (!edit_has_stamp(edit->kind))
		return;
	stamp = stamp_of(facts, edit);
	edit->old_when = *stamp.when;
	edit->old_by = stamp.by ? *stamp.by : NULL;
	if (edit->when)
		put(facts, edit, edit->when == EDIT_NEVER ? 0 : edit->when,
		    edit->by);
	else if (edit->kind == EDIT_PROJECT_STATE)
		*stamp.when = 0;
}

void edit_stamp_unset(struct facts *facts, const struct edit *edit)
{
	struct stamp stamp;

	if (!edit_has_stamp(edit->kind) || edit->kind == EDIT_ASSET_ADD)
		return;
	stamp = stamp_of(facts, edit);
	*stamp.when = edit->old_when;
	if (stamp.by)
		*stamp.by = edit->old_by;
}

void edit_stamp(struct facts *facts, const struct edit *edits, size_t n,
		int64_t time, const char *by)
{
	for (size_t i = 0; i < n; i++)
		if (edit_has_stamp(edits[i].kind) && !edits[i].when)
			put(facts, &edits[i], time, by);
}
