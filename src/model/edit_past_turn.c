/* edit_past_turn.c: the edits that take an edit back, or do it once more. */
#include <assert.h>
#include <string.h>

#include "model/edit_past_priv.h"
#include "model/edit_priv.h"

static void put(const struct past_turn *turn, struct edit edit)
{
	turn->put(turn->ctx, edit);
}

/* ---- who changed it, and when -------------------------------------------------------- */

static int64_t said(int64_t when)
{
	return when == EDIT_NEVER ? 0 : when;
}

/* The stamp comes back with the rest, unless somebody else changed the thing in
 * between: then it is changed now. */
static void bring_stamp(const struct past_turn *turn, const struct past_edit *one,
			struct edit *edit)
{
	const struct edit_field *field = past_edit_row(one);
	int64_t left = one->when ? one->when : turn->past->time, now;
	const char *left_by = one->when ? one->by : turn->past->actor, *by;
	const void *thing;

	if (!field->stamp)
		return;
	thing = edit_thing_now(turn->facts, edit);
	now = field_when(field->stamp, thing);
	by = field_by(field->stamp, thing);
	if (field->holds == HOLDS_STATE) {
		left_by = "";
		if ((turn->back ? one->after : one->before) != STATE_TRASHED)
			now = turn->back ? said(left) : one->old_when;
	}
	if ((now != said(left) || strcmp(by, left_by ? left_by : "") != 0) &&
	    (now != said(one->old_when) || strcmp(by, one->old_by) != 0))
		return;
	edit->when = turn->back ? one->old_when : left;
	edit->by = turn->back ? one->old_by : left_by;
	if (!edit->when)
		edit->when = EDIT_NEVER;
}

static int64_t or_never(int64_t when)
{
	return when ? when : EDIT_NEVER;
}

/* ---- whole things -------------------------------------------------------------------- */

static void put_links(const struct past_turn *turn, enum whose whose, uint32_t n,
		      const struct past_thing *thing)
{
	for (size_t i = 0; i < thing->n_links; i++) {
		const struct past_link *link = &thing->links[i];
		enum whose other = past_other(link, whose);
		struct edit edit = edit_for(link->kind, whose, n);

		edit_about(&edit, other, whose_find(turn->facts, other, link->id));
		edit.value = link->value;
		if (edit_number(&edit, other) != NOBODY)
			put(turn, edit);
		else if (turn->lost)
			turn->lost(turn->ctx, link);
	}
}

/* Switched on is how it starts: what was switched back on has its stamp alone. */
static void put_switch(const struct past_turn *turn, struct edit edit)
{
	bool on = edit.value;

	if (on && edit.when == EDIT_NEVER)
		return;
	edit.value = 0;
	put(turn, edit);
	edit.value = 1;
	if (on)
		put(turn, edit);
}

/* add: as it was added, with the stamp that it has by that. */
static void put_field(const struct past_turn *turn, const struct edit_field *field,
		      const struct past_thing *thing, const struct edit *add)
{
	struct edit edit = edit_for(field->kind, field->whose,
				    edit_number(add, field->whose));
	bool born = add->when && field->stamp == edit_row(add)->stamp;

	if (field->stamp) {
		edit.when = born ? add->when :
			or_never(field_when(field->stamp, &thing->was));
		edit.by = born ? add->by : field_by(field->stamp, &thing->was);
	}
	if (field_is_text(field)) {
		edit.text = field_text(field, &thing->was);
		if (edit.text && *edit.text)
			put(turn, edit);
		return;
	}
	edit.value = field_value(field, &thing->was);
	if (field->holds == HOLDS_SWITCH && field->stamp)
		put_switch(turn, edit);
	else
		put(turn, edit);
}

/* Those that the addition does not say: the state after all others. */
static void put_fields(const struct past_turn *turn, const struct past_thing *thing,
		       const struct edit *add, enum whose whose, bool state)
{
	const struct edit_field *field = NULL;

	while ((field = edit_field_next(whose, field)))
		if (!field->with_add && (field->holds == HOLDS_STATE) == state)
			put_field(turn, field, thing, add);
}

/* Whose a request is, which stands beside it. */
static void about_whose(const struct past_turn *turn, const struct past_edit *one,
			struct edit *edit)
{
	edit->user = facts_user(turn->facts, one->user);
	edit->project = one->project ? facts_project(turn->facts, one->project) :
		NOBODY;
}

/* The addition itself, as the texts of an edit say it. */
static struct edit addition(const struct past_turn *turn,
			    const struct past_edit *one)
{
	const struct past_thing *thing = &one->thing;
	enum whose whose = past_edit_row(one)->whose;
	struct edit edit = edit_of(edit_kind_of(EDITS_ADD, whose));

	edit.text = past_id(one, whose);
	edit.text2 = thing->title;
	if (whose == OF_REQUEST)
		about_whose(turn, one, &edit);
	switch (whose) {
	case OF_USER:
		edit.text3 = thing->was.user.name;
		edit.value = (int)thing->was.user.role;
		break;
	case OF_PROJECT:
		edit.user = facts_user(turn->facts, thing->owner);
		break;
	case OF_ASSET:
		edit.text3 = thing->was.asset.type;
		edit.text4 = thing->was.asset.config;
		edit.value = (int)thing->was.asset.kind;
		break;
	case OF_PROVIDER:
	case OF_TOKEN:
	case OF_REQUEST:
		edit.text3 = thing->was.record.type;
		edit.text4 = thing->was.record.config;
		break;
	case OF_OWN:
		edit.project = facts_project(turn->facts, one->project);
		edit.text3 = thing->was.own.type;
		edit.text4 = thing->was.own.config;
		edit.value = (int)thing->was.own.kind;
		break;
	default:
		break;
	}
	return edit;
}

/* When it changed last, as it says; or, where it was just made, as the event does. */
static void add_stamp(const struct past_turn *turn, const struct past_edit *one,
		      struct edit *edit)
{
	const struct field_stamp *stamp = edit_row(edit)->stamp;
	int64_t when = one->when ? one->when : turn->past->time;
	const char *by = one->when ? one->by : turn->past->actor;

	if (!stamp)
		return;
	if (past_edit_row(one)->shape == EDITS_DELETE) {
		when = field_when(stamp, &one->thing.was);
		by = field_by(stamp, &one->thing.was);
	}
	edit->when = or_never(when);
	edit->by = by;
}

static void add_thing(const struct past_turn *turn, const struct past_edit *one)
{
	struct edit edit = addition(turn, one);
	enum whose whose = past_edit_row(one)->whose;

	add_stamp(turn, one, &edit);
	put(turn, edit);
	if (whose == OF_OWN)
		return;
	edit_about(&edit, whose, whose_find(turn->facts, whose, edit.text));
	put_fields(turn, &one->thing, &edit, whose, false);
	put_links(turn, whose, edit_number(&edit, whose), &one->thing);
	for (size_t i = 0; i < one->thing.n_own; i++)
		put(turn, addition(turn, &one->thing.own[i]));
	put_fields(turn, &one->thing, &edit, whose, true);
}

static void delete_thing(const struct past_turn *turn, const struct past_edit *one)
{
	enum whose whose = past_edit_row(one)->whose;
	enum whose named = whose == OF_OWN ? OF_PROJECT : whose;
	struct edit edit = edit_for(edit_kind_of(EDITS_DELETE, whose), named,
		whose_find(turn->facts, named, past_id(one, named)));

	if (whose == OF_OWN)
		edit.text = one->own;
	if (whose == OF_REQUEST)
		about_whose(turn, one, &edit);
	put(turn, edit);
}

void past_turn(const struct past_turn *turn, const struct past_edit *one)
{
	struct edit edit;

	if (past_is_whole(one)) {
		if ((past_edit_row(one)->shape == EDITS_ADD) == turn->back)
			delete_thing(turn, one);
		else
			add_thing(turn, one);
		return;
	}
	if (!past_probe(turn->facts, one, turn->back, &edit)) {
		assert(false && "an edit whose things are there");
		return;
	}
	bring_stamp(turn, one, &edit);
	put(turn, edit);
}
