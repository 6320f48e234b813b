/* ask_read.c: what is asked: words and names put together.  See ask_read.h. */
#include "access/ask/ask_read.h"

#include <string.h>

#include "access/ask/ask_priv.h"
#include "base/attr.h"
#include "model/kind.h"

struct reading {
	const struct seen *seen;
	const struct ask_focus *focus;
	struct ask_tokens tokens;
	struct ask_name name[ASK_NAMES];
	size_t n_names;
	size_t place[W_SHOW + 1];	/* of the first word of each kind, from 1; 0 */
	struct ask *out;
};

static bool has(const struct reading *r, enum ask_word word)
{
	return r->place[word] != 0;
}

/* ---- what is to be done to it ------------------------------------------------------- */

static bool role_is_meant(const struct reading *r);

/* "edit", "full access", "see the app": the narrowest that was said. */
static void read_level(struct reading *r)
{
	struct ask *out = r->out;
	const struct ask_token *token;
	enum level level;
	int can;
	size_t i;

	out->can = ASK_NO_CAN;
	for (i = 0; i < r->tokens.n; i++) {
		token = &r->tokens.v[i];
		if (token->is == W_ROLE && role_is_meant(r) &&
		    token->value == ROLE_EDITOR)
			out->level = LEVEL_CAN_EDIT;
		else if (token->is == W_ROLE && role_is_meant(r) &&
			 token->value == ROLE_VIEWER)
			out->level = LEVEL_CAN_VIEW;
		if (token->is != W_DO)
			continue;
		level = (enum level)(token->value & 0xff);
		can = (token->value >> 8) - 1;
		if (level > out->level || out->level == LEVEL_NONE ||
		    level == LEVEL_APP_ONLY) {
			out->level = level;
			out->can = can;
		}
	}
	out->access = has(r, W_ACCESS);
	out->value = has(r, W_VALUE);
	out->held = has(r, W_HELD);
	out->denied = has(r, W_NOT);
}

/* ---- who, and on what ---------------------------------------------------------------- */

static bool wants_asset(const struct reading *r)
{
	return has(r, W_USE) || has(r, W_VALUE);
}

static bool is_who(const struct reading *r)
{
	return has(r, W_WHO) || (has(r, W_WHICH) && (has(r, W_PERSON) ||
						     has(r, W_GROUP)));
}

/* Both would do: by how well it fits, by what is missing yet, by where it stands. */
static bool goes_first(const struct reading *r, const struct ask_name *name)
{
	const struct ask *out = r->out;

	bool does = has(r, W_DO) || wants_asset(r);

	if (out->subject != SUBJECT_NONE || (is_who(r) && does))
		return false;
	if (out->object != OBJECT_NONE)
		return true;
	if (name->subject.rank != name->object.rank)
		return name->subject.rank < name->object.rank;
	return !is_who(r) && (!has(r, W_DO) || name->from + 1 < r->place[W_DO]);
}

static void choose(struct reading *r, const struct ask_name *name,
		   const struct ask_side *side, bool subject)
{
	struct ask *out = r->out;

	if (side->n < 2 || out->lack != LACK_NOTHING)
		return;
	out->lack = LACK_CHOICE;
	out->of_subject = subject;
	out->at = r->tokens.v[name->from].at;
	out->len = r->tokens.v[name->to - 1].at +
		r->tokens.v[name->to - 1].len - out->at;
	out->n_choices = side->n;
	memcpy(out->choice, side->hit, side->n * sizeof(side->hit[0]));
}

/* Of several that are called so, the one with the focus is meant. */
static void focus_first(const struct ask_focus *focus, struct ask_side *side)
{
	size_t i;

	for (i = 0; focus && i < side->n; i++) {
		const struct name_hit *hit = &side->hit[i];
		uint32_t at = hit->kind == NAME_USER ? focus->user :
			hit->kind == NAME_GROUP ? focus->group :
			hit->kind == NAME_PROJECT ? focus->project : focus->asset;

		if (hit->n != at)
			continue;
		side->hit[0] = *hit;
		side->n = 1;
	}
}

static void put_subject(struct reading *r, struct ask_name *name)
{
	struct ask_side *side = &name->subject;

	focus_first(r->focus, side);
	r->out->subject = side->hit[0].kind == NAME_USER ? SUBJECT_USER :
		SUBJECT_GROUP;
	r->out->who = side->hit[0].n;
	name->used = true;
	choose(r, name, side, true);
}

/* Of those that fit equally the projects, or the assets, as the verb has it. */
static void put_object(struct reading *r, struct ask_name *name)
{
	struct ask_side *side = &name->object;
	enum name_kind want = wants_asset(r) ? NAME_ASSET : NAME_PROJECT;
	size_t i, n = 0;

	for (i = 0; i < side->n; i++)
		n += side->hit[i].kind == want;
	if (n && n < side->n) {
		for (i = n = 0; i < side->n; i++)
			if (side->hit[i].kind == want)
				side->hit[n++] = side->hit[i];
		side->n = n;
	}
	focus_first(r->focus, side);
	r->out->object = side->hit[0].kind == NAME_PROJECT ? OBJECT_PROJECT :
		OBJECT_ASSET;
	r->out->of = side->hit[0].n;
	name->used = true;
	choose(r, name, side, false);
}

/* Those that can be one thing only come before those that can be two. */
static void put_names(struct reading *r)
{
	struct ask *out = r->out;
	struct ask_name *name;
	bool both;
	size_t i, round;

	for (round = 0; round < 2; round++)
		for (i = 0; i < r->n_names; i++) {
			name = &r->name[i];
			both = name->subject.n && name->object.n;
			if (name->used || both != (round == 1))
				continue;
			if (name->subject.n && out->subject == SUBJECT_NONE &&
			    (!both || goes_first(r, name)))
				put_subject(r, name);
			else if (name->object.n && out->object == OBJECT_NONE)
				put_object(r, name);
			else if (name->subject.n && out->subject == SUBJECT_NONE)
				put_subject(r, name);
		}
}

/* "the editors of revenue" are those who can edit; "can editors share" is the role. */
static bool role_is_meant(const struct reading *r)
{
	return !has(r, W_AUX) || is_who(r);
}

/* Words that are somebody, where nobody is named. */
static void put_others(struct reading *r)
{
	struct ask *out = r->out;
	size_t i;

	if (out->subject != SUBJECT_NONE)
		return;
	if (has(r, W_PUBLIC)) {
		out->subject = SUBJECT_PUBLIC;
	} else if (has(r, W_ME)) {
		out->subject = SUBJECT_USER;
		out->who = r->seen->subject;
		if (out->who == NOBODY)
			out->subject = SUBJECT_NONE;
	} else if (has(r, W_ROLE) &&
		   (!role_is_meant(r) || out->object == OBJECT_NONE)) {
		for (i = 0; r->tokens.v[i].is != W_ROLE; i++)
			;
		out->subject = SUBJECT_ROLE;
		out->who = (uint32_t)r->tokens.v[i].value;
	} else if (has(r, W_EVERY) && !is_who(r)) {
		out->subject = SUBJECT_EVERYONE;
	} else if (has(r, W_ANY) && !is_who(r)) {
		out->subject = SUBJECT_ANYONE;
	}
}

/* ---- what kind of question ------------------------------------------------------------- */

static enum ask_kind kind_of_what(const struct reading *r)
{
	const struct ask *out = r->out;

	if (out->subject != SUBJECT_NONE)
		return out->held && out->object != OBJECT_NONE ? ASK_WHY :
			ASK_WHAT;
	if (out->object == OBJECT_ASSET)
		return ASK_USED;
	return out->object == OBJECT_PROJECT ? ASK_WHO : ASK_WHAT;
}

static enum ask_kind kind_of_who(const struct reading *r)
{
	const struct ask *out = r->out;

	if (has(r, W_OWN) && out->subject == SUBJECT_NONE)
		return ASK_OWNER;
	if (out->object == OBJECT_NONE && !has(r, W_DO) && !has(r, W_USE) &&
	    !has(r, W_VALUE) && !has(r, W_HELD) &&
	    (out->subject == SUBJECT_GROUP || out->subject == SUBJECT_ROLE))
		return ASK_MEMBERS;
	if (out->object == OBJECT_NONE && out->subject == SUBJECT_USER)
		return ASK_WHAT;
	return ASK_WHO;
}

/* It begins with what is to be done: "share revenue", "delete churn". */
static bool is_command(const struct reading *r)
{
	size_t i = 0;

	while (i < r->tokens.n && (r->tokens.v[i].is == W_STOP ||
				   r->tokens.v[i].is == W_SHOW))
		i++;
	return i < r->tokens.n && (r->tokens.v[i].is == W_DO ||
				   r->tokens.v[i].is == W_USE);
}

/* Without a word that asks: "bob on revenue", "editors of revenue", "bob's access". */
static enum ask_kind kind_of_bare(const struct reading *r)
{
	const struct ask *out = r->out;
	bool says = has(r, W_DO) || has(r, W_USE) || has(r, W_VALUE) ||
		has(r, W_ACCESS) || has(r, W_ROLE) || has(r, W_HELD);

	if (is_command(r))
		return ASK_NOTHING;
	if (out->subject != SUBJECT_NONE && out->object != OBJECT_NONE)
		return has(r, W_DO) && !out->held && !has(r, W_FIX) ? ASK_CAN :
			ASK_WHY;
	if (has(r, W_FIX) && out->subject != SUBJECT_NONE)
		return ASK_WHY;
	if (out->object != OBJECT_NONE)
		return has(r, W_OWN) ? ASK_OWNER : says || has(r, W_PERSON) ?
			ASK_WHO : ASK_NOTHING;
	if (out->subject == SUBJECT_GROUP && has(r, W_MEMBER))
		return ASK_MEMBERS;
	return out->subject == SUBJECT_USER && (says || has(r, W_PROJECT)) ?
		ASK_WHAT : ASK_NOTHING;
}

static enum ask_kind kind_of(const struct reading *r)
{
	const struct ask *out = r->out;

	if (has(r, W_WHY))
		return ASK_WHY;
	if (is_who(r))
		return kind_of_who(r);
	if (has(r, W_HOW) && out->subject == SUBJECT_NONE && has(r, W_PERSON))
		return ASK_WHO;			/* how many people */
	if (has(r, W_HOW))
		return ASK_WHY;
	if (has(r, W_WHAT) || has(r, W_WHICH) || has(r, W_WHERE))
		return has(r, W_FIX) && out->subject != SUBJECT_NONE ? ASK_WHY :
			kind_of_what(r);
	if (!has(r, W_AUX))
		return kind_of_bare(r);
	if (out->held && out->subject != SUBJECT_NONE)
		return ASK_WHY;
	if (has(r, W_OWN) && out->subject == SUBJECT_NONE)
		return ASK_OWNER;
	return ASK_CAN;
}

/* ---- what is missing --------------------------------------------------------------------- */

static void from_focus(struct reading *r)
{
	const struct ask_focus *focus = r->focus;
	struct ask *out = r->out;

	if (!focus)
		return;
	if (out->subject == SUBJECT_NONE && (out->kind == ASK_CAN ||
	    out->kind == ASK_WHY || out->kind == ASK_WHAT)) {
		out->who = focus->user != NOBODY ? focus->user : focus->group;
		if (out->who != NOBODY)
			out->subject = focus->user != NOBODY ? SUBJECT_USER :
				SUBJECT_GROUP;
	}
	if (out->kind == ASK_MEMBERS && out->subject == SUBJECT_NONE &&
	    focus->group != NOBODY) {
		out->subject = SUBJECT_GROUP;
		out->who = focus->group;
	}
	if (out->object != OBJECT_NONE || out->kind == ASK_WHAT ||
	    out->kind == ASK_MEMBERS)
		return;
	if (focus->project != NOBODY && !wants_asset(r)) {
		out->object = OBJECT_PROJECT;
		out->of = focus->project;
	} else if (focus->asset != NOBODY) {
		out->object = OBJECT_ASSET;
		out->of = focus->asset;
	} else if (focus->project != NOBODY) {
		out->object = OBJECT_PROJECT;
		out->of = focus->project;
	}
}

/* To read a secret is to see its value; why is asked of all that there is. */
static void settle(struct reading *r)
{
	struct ask *out = r->out;

	if (out->object == OBJECT_ASSET && out->level == LEVEL_CAN_VIEW &&
	    kind_at(seen_asset(r->seen, out->of)->kind)->secret_name)
		out->value = true;
	if (out->kind == ASK_WHY)
		out->access = false;
}

static void find_lack(struct reading *r)
{
	struct ask *out = r->out;
	size_t i;

	for (i = 0; i < r->tokens.n && out->lack != LACK_WORD; i++) {
		const struct ask_token *token = &r->tokens.v[i];

		if (token->is != W_UNKNOWN && token->is != W_WHEN)
			continue;
		out->lack = LACK_WORD;
		out->at = token->at;
		while (i + 1 < r->tokens.n && r->tokens.v[i + 1].is == W_UNKNOWN)
			i++;		/* a name of two words, perhaps */
		out->len = r->tokens.v[i].at + r->tokens.v[i].len - out->at;
	}
	for (i = 0; i < r->n_names && out->lack == LACK_NOTHING; i++) {
		if (r->name[i].used)
			continue;
		out->lack = LACK_WORD;		/* one name more than there is place */
		out->at = r->tokens.v[r->name[i].from].at;
		out->len = r->tokens.v[r->name[i].to - 1].at +
			r->tokens.v[r->name[i].to - 1].len - out->at;
	}
	if (out->lack != LACK_NOTHING)
		return;
	if (out->subject == SUBJECT_NONE && (out->kind == ASK_CAN ||
	    out->kind == ASK_WHY || out->kind == ASK_WHAT ||
	    out->kind == ASK_MEMBERS))
		out->lack = LACK_SUBJECT;
	else if (out->object == OBJECT_NONE && out->kind != ASK_WHAT &&
		 out->kind != ASK_MEMBERS)
		out->lack = LACK_OBJECT;
}

/* The first word that says something asks: then it is a question, understood or
 * not. */
static bool begins_as_one(const struct reading *r)
{
	size_t i = 0;

	while (i < r->tokens.n && r->tokens.v[i].is == W_STOP)
		i++;
	if (i == r->tokens.n)
		return false;
	return r->tokens.v[i].is == W_AUX ||
		(r->tokens.v[i].is >= W_WHO && r->tokens.v[i].is <= W_WHEN);
}

/* Two letters may be the initials of somebody: where nothing asks they are not. */
static bool by_chance(const struct reading *r)
{
	size_t i;

	for (i = 0; i < r->n_names; i++)
		if ((!r->name[i].subject.n ||
		     r->name[i].subject.rank == NAME_INITIALS) &&
		    (!r->name[i].object.n ||
		     r->name[i].object.rank == NAME_INITIALS))
			return true;
	return false;
}

bool ask_read(const char *text, const struct seen *seen,
	      const struct name_index *index, const struct ask_focus *focus,
	      struct ask *out)
{
	struct reading r = { .seen = seen, .focus = focus, .out = out };
	size_t i;

	*out = (struct ask){ .who = NOBODY, .of = NOBODY, .can = ASK_NO_CAN };
	ask_split(text, &r.tokens);
	for (i = 0; i < r.tokens.n; i++)
		r.tokens.v[i].is = r.tokens.v[i].quoted ? W_UNKNOWN :
			ask_word_is(r.tokens.v[i].text, r.tokens.v[i].open,
				    &r.tokens.v[i].value);
	r.n_names = ask_names(&r.tokens, index, r.name);
	for (i = r.tokens.n; i-- > 0; )
		r.place[r.tokens.v[i].is] = i + 1;
	out->whole = begins_as_one(&r);
	read_level(&r);
	put_names(&r);
	put_others(&r);
	out->kind = r.tokens.n > 1 ? kind_of(&r) : ASK_NOTHING;
	from_focus(&r);
	settle(&r);
	find_lack(&r);
	if (out->kind == ASK_CAN && out->lack == LACK_SUBJECT &&
	    out->object != OBJECT_NONE) {
		out->kind = ASK_WHO;		/* "is revenue shared?" */
		out->lack = LACK_NOTHING;
	}
	if (!out->whole && ((out->lack != LACK_NOTHING &&
			     out->lack != LACK_CHOICE) || by_chance(&r)))
		out->kind = ASK_NOTHING;
	ask_tokens_release(&r.tokens);
	return out->kind != ASK_NOTHING;
}
