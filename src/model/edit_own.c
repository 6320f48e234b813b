/* edit_own.c: edits of a project's own connections and secrets.  Until it is
 * taken back an edit remembers the place in the project's list. */
#include <assert.h>
#include <string.h>

#include "model/edit_priv.h"
#include "model/facts_priv.h"

static const char **own_place(struct fact_own *own, const struct edit *edit)
{
	switch (edit->kind) {
	case EDIT_OWN_NAME:
		return &own->name;
	case EDIT_OWN_TYPE:
		return &own->type;
	default:
		assert(edit->kind == EDIT_OWN_CONFIG);
		return &own->config;
	}
}

static const char *kept(struct facts *facts, const char *text)
{
	return text && *text ? arena_strdup(&facts->text, text) : "";
}

static void own_add(struct facts *facts, struct edit *edit)
{
	struct fact_own *own;

	assert(facts_own(facts, edit->project, edit->text) == NOBODY);
	own = facts_new_own(facts, edit->project);
	own->id = kept(facts, edit->text);
	own->name = kept(facts, edit->text2);
	own->type = kept(facts, edit->text3);
	own->config = edit->text4 && *edit->text4 ?
		kept(facts, edit->text4) : "{}";
	own->kind = (uint32_t)edit->value;
	edit->old_number = facts->projects[edit->project].n_own - 1;
}

static void own_delete(struct facts *facts, struct edit *edit)
{
	struct fact_project *project = &facts->projects[edit->project];
	uint32_t n = edit->old_number;

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

	if (edit->old_value)
		return;
	last = facts_new_own(facts, edit->project);
	own = &project->own[edit->old_number];
	memmove(own + 1, own, (size_t)(last - own) * sizeof(*own));
	*own = edit->old_own;
}

void edit_own_apply(struct facts *facts, struct edit *edit)
{
	const char **place;

	edit->old_number = facts_own(facts, edit->project, edit->text);
	if (edit->kind == EDIT_OWN_ADD) {
		own_add(facts, edit);
		return;
	}
	if (edit->kind == EDIT_OWN_DELETE) {
		own_delete(facts, edit);
		return;
	}
	assert(edit->old_number != NOBODY);
	place = own_place(&facts->projects[edit->project].own[edit->old_number],
			  edit);
	edit->old_text = *place;
	*place = kept(facts, edit->text2);
}

void edit_own_revert(struct facts *facts, const struct edit *edit)
{
	struct fact_project *project = &facts->projects[edit->project];

	if (edit->kind == EDIT_OWN_ADD) {
		assert(edit->old_number == project->n_own - 1);
		project->n_own--;
	} else if (edit->kind == EDIT_OWN_DELETE) {
		own_put_back(facts, edit);
	} else {
		*own_place(&project->own[edit->old_number], edit) =
			edit->old_text;
	}
}

bool edit_own_changes(const struct facts *facts, const struct edit *edit)
{
	uint32_t n = facts_own(facts, edit->project, edit->text);
	struct fact_own own;

	if (edit->kind == EDIT_OWN_ADD)
		return true;
	if (edit->kind == EDIT_OWN_DELETE)
		return n != NOBODY;
	assert(n != NOBODY);
	own = facts->projects[edit->project].own[n];
	return strcmp(*own_place(&own, edit), edit->text2) != 0;
}
