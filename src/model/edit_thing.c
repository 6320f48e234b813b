/* edit_thing.c: edits that add a thing or delete it.  Until it is taken back an edit of
 * a project's own remembers the place in the project's list. */
#include <assert.h>
#include <string.h>

#include "model/edit_priv.h"
#include "model/facts_priv.h"

static const char *kept(struct facts *facts, const char *text)
{
	return text && *text ? arena_strdup(&facts->text, text) : "";
}

static const char *kept_config(struct facts *facts, const char *config)
{
	return config && *config ? kept(facts, config) : "{}";
}

static void own_add(struct facts *facts, struct edit *edit)
{
	struct fact_own *own;

	assert(facts_own(facts, edit->project, edit->text) == NOBODY);
	own = facts_new_own(facts, edit->project);
	*own = (struct fact_own){
		.id = kept(facts, edit->text), .name = kept(facts, edit->text2),
		.type = kept(facts, edit->text3),
		.config = kept_config(facts, edit->text4),
		.kind = (uint32_t)edit->value
	};
	edit->old_number = facts->projects[edit->project].n_own - 1;
}

static void asset_add(struct facts *facts, struct edit *edit)
{
	struct fact_asset *asset;

	edit->asset = facts_add_asset(facts, edit->text, (uint32_t)edit->value,
				      edit->text2);
	asset = &facts->assets[edit->asset];
	asset->type = kept(facts, edit->text3);
	asset->config = kept_config(facts, edit->text4);
	asset->status = facts_asset_status(asset);
}

void edit_add(struct facts *facts, struct edit *edit)
{
	switch (edit_row(edit)->whose) {
	case OF_USER:
		edit->user = facts_add_user(facts, edit->text, edit->text2,
			edit->text3 ? edit->text3 : "", (enum role)edit->value);
		break;
	case OF_GROUP:
		edit->group = facts_add_group(facts, edit->text, edit->text2);
		break;
	case OF_ASSET:
		asset_add(facts, edit);
		break;
	case OF_PROVIDER:
	case OF_TOKEN:
	case OF_REQUEST:
		edit_about(edit, edit_row(edit)->whose, facts_add_record(facts,
			edit_row(edit)->whose, &(struct fact_record){
				.id = edit->text, .name = edit->text2,
				.type = edit->text3, .config = edit->text4 }));
		break;
	case OF_PROJECT:
		edit->project = facts_add_project(facts, edit->text,
						  edit->text2, edit->user);
		break;
	default:
		own_add(facts, edit);
	}
}

void edit_drop(struct facts *facts, const struct edit *edit)
{
	enum whose whose = edit_row(edit)->whose;

	if (whose == OF_OWN) {
		assert(edit->old_number ==
		       facts->projects[edit->project].n_own - 1);
		facts->projects[edit->project].n_own--;
		return;
	}
	assert(edit_number(edit, whose) == whose_n(facts, whose) - 1);
	facts_drop(facts, whose);
}

static void own_delete(struct facts *facts, struct edit *edit)
{
	struct fact_project *project = &facts->projects[edit->project];
	uint32_t n = facts_own(facts, edit->project, edit->text);

	edit->old_number = n;
	edit->old_value = n == NOBODY;
	if (edit->old_value)
		return;
	edit->old_own = project->own[n];
	project->n_own--;
	memmove(&project->own[n], &project->own[n + 1],
		(project->n_own - n) * sizeof(*project->own));
}

static void own_put_back(struct facts *facts, const struct edit *edit)
{
	const struct fact_project *project = &facts->projects[edit->project];
	struct fact_own *own, *last;

	last = facts_new_own(facts, edit->project);
	own = &project->own[edit->old_number];
	memmove(own + 1, own, (size_t)(last - own) * sizeof(*own));
	*own = edit->old_own;
}

void edit_delete(struct facts *facts, struct edit *edit)
{
	enum whose whose = edit_row(edit)->whose;

	if (whose == OF_OWN) {
		own_delete(facts, edit);
		return;
	}
	edit->old_value = *whose_gone(facts, whose, edit_number(edit, whose));
	if (!edit->old_value)
		facts_hide(facts, whose, edit_number(edit, whose), true);
}

void edit_put_back(struct facts *facts, const struct edit *edit)
{
	enum whose whose = edit_row(edit)->whose;

	if (edit->old_value)
		return;
	if (whose == OF_OWN)
		own_put_back(facts, edit);
	else
		facts_hide(facts, whose, edit_number(edit, whose), false);
}

bool edit_finds(const struct facts *facts, const struct edit *edit)
{
	enum whose whose = edit_row(edit)->whose;

	if (whose == OF_OWN)
		return facts_own(facts, edit->project, edit->text) != NOBODY;
	return !*whose_gone(facts, whose, edit_number(edit, whose));
}
