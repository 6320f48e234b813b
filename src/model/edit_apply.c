/* edit_apply.c: see edit.h.  An edit sets a field, ties two things, adds or deletes; each
 * has one way forth and one way back, whatever it is about (edit_field.h). */
#include "model/edit.h"

#include <assert.h>
#include <string.h>

#include "model/edit_priv.h"
#include "model/facts_priv.h"

/* What it names must be there. */
static void check_numbers(const struct facts *facts, const struct edit *edit)
{
	for (enum whose whose = OF_USER; whose <= OF_PROJECT; whose++)
		assert(edit_number(edit, whose) == NOBODY ||
		       edit_number(edit, whose) < whose_n(facts, whose));
	(void)facts;
	(void)edit;
}

/* The struct in which the field stands, of an edit that is applied. */
static void *thing_of(struct facts *facts, const struct edit *edit)
{
	enum whose whose = edit_row(edit)->whose;

	if (whose == OF_WORKSPACE)
		return facts;
	if (whose != OF_OWN)
		return whose_thing(facts, whose, edit_number(edit, whose));
	assert(edit->old_number != NOBODY);
	return &facts->projects[edit->project].own[edit->old_number];
}

/* ---- fields ----------------------------------------------------------------------- */

static const char *kept(struct facts *facts, const char *text)
{
	return text && *text ? arena_strdup(&facts->text, text) : "";
}

/* Where it is to point. */
static uint32_t aim(const struct edit_field *field, const struct edit *edit)
{
	return edit_number(edit, field->other);
}

/* Whom a project belongs to stands on both sides. */
static void point(struct facts *facts, const struct edit *edit, uint32_t to)
{
	const struct edit_field *field = edit_row(edit);

	if (field->whose == OF_PROJECT)
		facts_set_owner(facts, edit->project, to);
	else
		field_set_value(field, facts, (int)to);
}

static void set_field(struct facts *facts, struct edit *edit)
{
	const struct edit_field *field = edit_row(edit);
	const char *text;
	void *thing;

	if (field->whose == OF_OWN)
		edit->old_number = facts_own(facts, edit->project, edit->text);
	thing = thing_of(facts, edit);
	if (field_is_text(field)) {
		text = edit_said(edit);
		edit->old_text = field_text(field, thing);
		field_set_text(field, thing, text || !field->may_be_null ?
			       kept(facts, text) : NULL);
	} else if (field->holds == HOLDS_THING) {
		edit->old_number = field_number(field, thing);
		point(facts, edit, aim(field, edit));
	} else {
		edit->old_value = field_value(field, thing);
		field_set_value(field, thing, edit->value);
	}
}

static void unset_field(struct facts *facts, const struct edit *edit)
{
	const struct edit_field *field = edit_row(edit);

	if (field_is_text(field))
		field_set_text(field, thing_of(facts, edit), edit->old_text);
	else if (field->holds == HOLDS_THING)
		point(facts, edit, edit->old_number);
	else
		field_set_value(field, thing_of(facts, edit), edit->old_value);
}

static bool same_text(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

const void *edit_thing_now(const struct facts *facts, const struct edit *edit)
{
	enum whose whose = edit_row(edit)->whose;

	if (whose == OF_WORKSPACE)
		return facts;
	if (whose != OF_OWN)
		return whose_thing(facts, whose, edit_number(edit, whose));
	return &facts->projects[edit->project].own[
		facts_own(facts, edit->project, edit->text)];
}

static bool field_changes(const struct facts *facts, const struct edit *edit)
{
	const struct edit_field *field = edit_row(edit);
	const void *thing = edit_thing_now(facts, edit);

	if (field_is_text(field))
		return !same_text(field_text(field, thing), edit_said(edit));
	if (field->holds == HOLDS_THING)
		return field_number(field, thing) != aim(field, edit);
	return field_value(field, thing) != edit->value;
}

/* ---- ties ------------------------------------------------------------------------- */

static int tied(const struct facts *facts, const struct edit *edit)
{
	const struct edit_field *field = edit_row(edit);
	uint32_t n = edit_number(edit, field->whose);
	uint32_t other = edit_number(edit, field->other);
	const struct fact_grant *grant;

	if (field->holds == HOLDS_LEVEL) {
		grant = facts_grant(facts, n, field->other == OF_GROUP, other);
		return grant ? grant->level : LEVEL_NONE;
	}
	return numbers_has(field->whose == OF_GROUP ? &facts->groups[n].members :
			   field->whose == OF_ASSET ? &facts->assets[n].groups :
			   &facts->projects[n].assets, other);
}

static void tie(struct facts *facts, const struct edit *edit, int value)
{
	const struct edit_field *field = edit_row(edit);
	uint32_t n = edit_number(edit, field->whose);
	uint32_t other = edit_number(edit, field->other);

	if (field->holds == HOLDS_LEVEL)
		facts_set_grant(facts, n, field->other == OF_GROUP, other,
				(enum level)value);
	else if (field->whose == OF_GROUP)
		facts_set_member(facts, n, other, value);
	else if (field->whose == OF_ASSET)
		facts_set_access(facts, n, other, value);
	else
		facts_set_import(facts, n, other, value);
}

/* ---- who changed it, and when ----------------------------------------------------- */

static void stamp(struct facts *facts, const struct edit *edit, int64_t when,
		  const char *by)
{
	/* When it was trashed is of no meaning elsewhere. */
	if (edit_row(edit)->holds == HOLDS_STATE && edit->value != STATE_TRASHED)
		when = 0;
	by = kept(facts, by ? by : "");
	field_set_stamp(edit_row(edit)->stamp, thing_of(facts, edit), when, by);
	if (edit_row(edit)->born)
		field_set_stamp(edit_row(edit)->born, thing_of(facts, edit), when, by);
}

static void set_stamp(struct facts *facts, struct edit *edit)
{
	const struct edit_field *field = edit_row(edit);
	void *thing;

	if (!field->stamp)
		return;
	thing = thing_of(facts, edit);
	edit->old_when = field_when(field->stamp, thing);
	edit->old_by = field_by(field->stamp, thing);
	if (edit->when)
		stamp(facts, edit, edit->when == EDIT_NEVER ? 0 : edit->when,
		      edit->by);
	else if (field->holds == HOLDS_STATE)
		stamp(facts, edit, 0, NULL);
}

static void unset_stamp(struct facts *facts, const struct edit *edit)
{
	const struct edit_field *field = edit_row(edit);

	if (field->stamp && field->shape != EDITS_ADD)
		field_set_stamp(field->stamp, thing_of(facts, edit),
				edit->old_when, edit->old_by);
}

void edit_stamp(struct facts *facts, const struct edit *edits, size_t n,
		int64_t time, const char *by)
{
	for (size_t i = 0; i < n; i++)
		if (edit_row(&edits[i])->stamp && !edits[i].when)
			stamp(facts, &edits[i], time, by);
}

/* ---- forth and back --------------------------------------------------------------- */

static void moved(struct facts *facts, const struct edit_field *field)
{
	uint64_t named = facts->named;

	facts_moved(facts);
	if (field->shape == EDITS_TIE ||
	    (field->shape == EDITS_FIELD && !field_is_text(field)))
		facts->named = named;
}

void edit_apply(struct facts *facts, struct edit *edit)
{
	const struct edit_field *field = edit_row(edit);

	moved(facts, field);
	if (field->shape != EDITS_ADD)
		check_numbers(facts, edit);
	switch (field->shape) {
	case EDITS_FIELD:
		set_field(facts, edit);
		break;
	case EDITS_TIE:
		edit->old_value = tied(facts, edit);
		tie(facts, edit, edit->value);
		break;
	case EDITS_ADD:
		edit_add(facts, edit);
		break;
	case EDITS_DELETE:
		edit_delete(facts, edit);
		break;
	case EDITS_UNKNOWN:
		assert(false && "a kind of edit");
	}
	set_stamp(facts, edit);
}

void edit_revert(struct facts *facts, struct edit *edit)
{
	moved(facts, edit_row(edit));
	check_numbers(facts, edit);
	unset_stamp(facts, edit);
	switch (edit_row(edit)->shape) {
	case EDITS_FIELD:
		unset_field(facts, edit);
		break;
	case EDITS_TIE:
		tie(facts, edit, edit->old_value);
		break;
	case EDITS_ADD:
		edit_drop(facts, edit);
		break;
	case EDITS_DELETE:
		edit_put_back(facts, edit);
		break;
	case EDITS_UNKNOWN:
		assert(false && "a kind of edit");
	}
}

bool edit_deletes(const struct edit *edit)
{
	const struct edit_field *field = edit_row(edit);

	return field->shape == EDITS_DELETE && field->whose != OF_OWN;
}

bool edit_changes(const struct facts *facts, const struct edit *edit)
{
	switch (edit_row(edit)->shape) {
	case EDITS_FIELD:
		return field_changes(facts, edit);
	case EDITS_TIE:
		return tied(facts, edit) != edit->value;
	case EDITS_DELETE:
		return edit_finds(facts, edit);
	default:
		return true;
	}
}
