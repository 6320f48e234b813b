/* past_words.c: see past_words.h.  Things that are gone go by their id. */
#include "action/undo/past_words.h"

#include <string.h>

#include "action/core/tense.h"
#include "action/core/word_list.h"
#include "action/undo/past_config.h"
#include "model/kind.h"

static const char *thing(struct arena *arena, const struct seen *seen,
			 enum whose whose, const char *id)
{
	static const char *const none[] = { [OF_USER] = "nobody",
		[OF_GROUP] = "no group", [OF_ASSET] = "none",
		[OF_PROVIDER] = "no Git provider", [OF_TOKEN] = "no API token",
		[OF_REQUEST] = "no request",
		[OF_PROJECT] = "no project" };
	uint32_t n = whose_find(seen_judged(seen), whose, id);

	return n != NOBODY ? word_thing(arena, seen, whose, n) :
		word_cut(arena, id ? id : none[whose]);
}

static const char *about(struct arena *arena, const struct seen *seen,
			 const struct past_edit *one, enum whose whose)
{
	return thing(arena, seen, whose, past_id(one, whose));
}

/* The thing, of a project's own: the project. */
static const char *itself(struct arena *arena, const struct seen *seen,
			  const struct past_edit *one)
{
	enum whose whose = past_edit_row(one)->whose;

	return about(arena, seen, one, whose == OF_OWN ? OF_PROJECT : whose);
}

/* What a thing was called, or the other side of a tie. */
static const char *second(struct arena *arena, const struct seen *seen,
			  const struct past_edit *one)
{
	const struct edit_field *field = past_edit_row(one);

	if (field->shape == EDITS_TIE)
		return about(arena, seen, one, field->other);
	if (one->thing.title && *one->thing.title)
		return word_cut(arena, one->thing.title);
	if (field->whose == OF_OWN)
		return past_own(seen, one) ? word_cut(arena, past_own(seen, one)->name) :
			"a thing";
	return itself(arena, seen, one);
}

const char *past_field(struct arena *arena, const struct seen *seen,
		       const struct past_edit *one)
{
	const char *said = past_edit_row(one)->said, *text = "", *name;
	size_t n;

	if (one->kind == EDIT_KINDS)
		return word_cut(arena, one->name);
	for (; *said; said += n + (said[n] != '\0')) {
		n = strcspn(said, "*+");
		name = said[n] == '*' ? itself(arena, seen, one) :
			said[n] == '+' ? second(arena, seen, one) : "";
		text = arena_printf(arena, "%s%.*s%s", text, (int)n, said, name);
	}
	return text;
}

/* ---- values ------------------------------------------------------------------------- */

static const char *builtins(struct arena *arena, int bits)
{
	const char *text = "";
	size_t i;

	for (i = 0; i < BUILTINS; i++)
		if (bits & (int)builtin_all[i])
			text = arena_printf(arena, "%s%s%s", text,
					    *text ? ", " : "",
					    builtin_label(builtin_all[i]));
	return *text ? text : "none";
}

static const char *value(struct arena *arena, const struct past_edit *one, int v)
{
	const struct edit_field *field = past_edit_row(one);

	switch (field->holds) {
	case HOLDS_PLAN:
		return plan_label((enum plan)v);
	case HOLDS_ROLE:
		return role_label((enum role)v);
	case HOLDS_STATE:
		return v == STATE_TRASHED ? "in the trash" :
			state_code((enum state)v);
	case HOLDS_LEVEL:
		return v == LEVEL_NONE ? "none" : level_label((enum level)v);
	case HOLDS_BUILTINS:
		return builtins(arena, v);
	case HOLDS_NUMBER:
		if (one->kind != EDIT_SETTING)
			return arena_printf(arena, "%d", v);
		return v ? arena_printf(arena, "%d days", v) : "the plan's";
	default:
		return v ? field->on ? field->on : "yes" :
			field->off ? field->off : "no";
	}
}

const char *past_image(struct arena *arena, const struct seen *seen,
		       const struct past_edit *one, bool before)
{
	const struct edit_field *field = past_edit_row(one);
	const char *text = before ? one->before_text : one->after_text;

	if (field->holds == HOLDS_THING)
		return thing(arena, seen, field->other, text);
	if (field->holds == HOLDS_CONFIG)
		return past_config(arena, seen, one, before);
	if (field_is_text(field))
		return text && *text ? word_cut(arena, text) : "none";
	return value(arena, one, before ? one->before : one->after);
}

/* By the name, which what nobody knows has, too. */
static bool adds(const struct past_edit *one)
{
	return strstr(one->name, "_add") != NULL;
}

static bool deletes(const struct past_edit *one)
{
	return strstr(one->name, "_delete") != NULL;
}

/* Where it points now, whatever became of where it was to point. */
static const char *pointed(struct arena *arena, const struct seen *seen,
			   const struct past_edit *one)
{
	const struct edit_field *field = past_edit_row(one);
	const struct facts *facts = seen_judged(seen);
	const char *id = past_id(one, field->whose);
	uint32_t n = whose_find(facts, field->whose, id);
	const void *from = id ? NULL : facts;

	if (n != NOBODY)
		from = whose_thing(facts, field->whose, n);
	n = from ? field_number(field, from) : NOBODY;
	return thing(arena, seen, field->other, n == NOBODY ? NULL :
		     whose_id(facts, field->other, n));
}

const char *past_now(struct arena *arena, const struct seen *seen,
		     struct facts *facts, const struct past_edit *one)
{
	struct past_edit now = *one;
	struct edit edit;

	if (adds(one) || deletes(one))
		return adds(one) ? "is there" : "is gone";
	if (past_edit_row(one)->holds == HOLDS_THING)
		return pointed(arena, seen, one);
	if (!past_edit_of(facts, one, &edit))
		return "gone";
	edit_apply(facts, &edit);
	now.after = edit.old_value;
	now.after_text = edit.old_text;
	edit_revert(facts, &edit);
	return past_image(arena, seen, &now, false);
}

const char *past_line(struct arena *arena, const struct seen *seen,
		      const struct past_edit *one)
{
	const char *what = past_field(arena, seen, one);

	if (adds(one) || deletes(one))
		return arena_printf(arena, "%s: %s", what,
				    adds(one) ? "added" : "deleted");
	if (one->kind == EDIT_KINDS)
		return what;
	if (past_edit_row(one)->whose == OF_OWN &&
	    past_edit_row(one)->holds == HOLDS_CONFIG)
		return arena_printf(arena, "%s: another %s", what,
				    past_config(arena, seen, one, false));
	return arena_printf(arena, "%s: %s -> %s", what,
			    past_image(arena, seen, one, true),
			    past_image(arena, seen, one, false));
}

/* ---- what it makes of it --------------------------------------------------------------- */

#define IS TENSE("is", "would be")
#define IS_NO_LONGER TENSE("is no longer", "would no longer be")

static const char *granted(struct arena *arena, const struct seen *seen,
			   const struct past_edit *one, bool back)
{
	const char *on = about(arena, seen, one, OF_PROJECT), *who;
	int level = back ? one->before : one->after;

	if (past_edit_row(one)->shape == EDITS_TIE)
		who = second(arena, seen, one);
	else
		who = one->kind == EDIT_PROJECT_WORKSPACE ? "The workspace" :
			"Anyone with the link";
	if (level != LEVEL_NONE)
		return arena_printf(arena, "%s " IS " granted %s on %s again", who,
				    level_label((enum level)level), on);
	return arena_printf(arena, "%s " IS_NO_LONGER " granted %s on %s", who,
			    level_label((enum level)(back ? one->after :
						     one->before)), on);
}

/* in, else out of it: "Ana is in Data Team again". */
static const char *linked(struct arena *arena, const struct seen *seen,
			  const struct past_edit *one, bool back)
{
	bool in = back ? one->before : one->after;
	const char *one_side = itself(arena, seen, one);
	const char *other = second(arena, seen, one);

	if (one->kind == EDIT_MEMBER)
		return arena_printf(arena, in ? "%s " IS " in %s again" :
				    "%s " IS_NO_LONGER " in %s", other, one_side);
	if (one->kind == EDIT_ASSET_GROUP)
		return arena_printf(arena, in ? "%s " IS " shared with %s again" :
				    "%s " IS_NO_LONGER " shared with %s",
				    one_side, other);
	if (one->kind == EDIT_IMPORT)
		return arena_printf(arena, in ? "%s " TENSE("imports",
				    "would import") " %s again" : "%s "
				    TENSE("no longer imports",
					  "would no longer import") " %s",
				    one_side, other);
	return arena_printf(arena, in ? "People with Can Edit " TENSE("may",
			    "could") " share %s again" : "People with Can Edit "
			    TENSE("may", "could") " no longer share %s",
			    one_side);
}

/* What begins with a word of ours, not with a name. */
static const char *capital(struct arena *arena, const struct past_edit *one,
			   const char *text)
{
	const char *said = past_edit_row(one)->said;

	return *said >= 'a' && *said <= 'z' && *text == *said ?
		arena_printf(arena, "%c%s", *text - 'a' + 'A', text + 1) : text;
}

/* "Snowflake prod has Port 443 and no Proxy again". */
static const char *configured(struct arena *arena, const struct seen *seen,
			      const struct past_edit *one, bool back)
{
	const char *now = past_config(arena, seen, one, back);
	bool there;

	if (past_edit_row(one)->whose == OF_OWN)
		return arena_printf(arena, "%s of %s of %s " TENSE("is", "would be")
				    " as before", now, second(arena, seen, one),
				    itself(arena, seen, one));
	if (one->kind == EDIT_TOKEN_CONFIG &&
	    past_config_sets(one, "revoked", back, &there))
		return arena_printf(arena, there ? "%s " IS " marked as revoked again" :
				    "%s " IS_NO_LONGER " marked as revoked",
				    itself(arena, seen, one));
	return arena_printf(arena, "%s " TENSE("has", "would have") " %s again",
			    itself(arena, seen, one), now);
}

/* "Snowflake prod is shared with Workspace again". */
static const char *shared(struct arena *arena, const struct seen *seen,
			  const struct past_edit *one, bool back)
{
	int to = back ? one->before : one->after, from = back ? one->after : one->before;
	const char *name = itself(arena, seen, one), *text = "";

	if (to & ~from)
		text = arena_printf(arena, "%s " IS " shared with %s again", name,
				    builtins(arena, to & ~from));
	if (from & ~to)
		text = arena_printf(arena, "%s%s%s " IS_NO_LONGER " shared with %s",
				    text, *text ? ", and " : "", *text ? "it" : name,
				    builtins(arena, from & ~to));
	return text;
}

static const char *valued(struct arena *arena, const struct seen *seen,
			  const struct past_edit *one, bool back)
{
	const struct edit_field *field = past_edit_row(one);
	const char *now = past_image(arena, seen, one, back);

	if (field->says == SAYS_THING)
		return arena_printf(arena, "%s " IS " %s again",
				    itself(arena, seen, one), now);
	if (field->says == SAYS_NAME)
		return arena_printf(arena, "%s " IS " called %s again",
				    past_image(arena, seen, one, !back), now);
	if (one->kind == EDIT_PROJECT_OWNER)
		return arena_printf(arena, "%s " TENSE("owns", "would own")
				    " %s again", now,
				    itself(arena, seen, one));
	return capital(arena, one, arena_printf(arena, one->kind ==
		       EDIT_PROJECT_CATEGORIES ? "%s " TENSE("are", "would be") " %s again" :
		       "%s " IS " %s again", past_field(arena, seen, one), now));
}

static const char *again(struct arena *arena, const struct seen *seen,
			 const struct past_edit *one, bool back)
{
	const struct edit_field *field = past_edit_row(one);

	if (adds(one) || deletes(one))
		return arena_printf(arena, adds(one) == back ?
				    "%s " IS " gone again" : "%s " IS " back",
				    capital(arena, one, past_field(arena, seen, one)));
	if (field->holds == HOLDS_CONFIG)
		return configured(arena, seen, one, back);
	if (field->holds == HOLDS_BUILTINS)
		return shared(arena, seen, one, back);
	if (field->holds == HOLDS_LEVEL)
		return granted(arena, seen, one, back);
	if (field->shape == EDITS_TIE || one->kind == EDIT_PROJECT_EDITORS)
		return linked(arena, seen, one, back);
	return valued(arena, seen, one, back);
}

const char *past_did(struct arena *arena, const struct seen *seen,
		     const struct past_edit *one)
{
	static const char end[] = " again";
	const char *text;
	size_t n;

	if (adds(one) || deletes(one))
		return arena_printf(arena, "%s " TENSE("was", "would be") " %s",
				    past_field(arena, seen, one),
				    adds(one) ? "added" : "deleted");
	text = again(arena, seen, one, false);
	n = strlen(text);
	if (n > sizeof(end) && strcmp(text + n - (sizeof(end) - 1), end) == 0)
		n -= sizeof(end) - 1;
	return arena_printf(arena, "%.*s", (int)n, text);
}

/* Of several edits the one that the others go with. */
static bool leads(const struct past_edit *one)
{
	return adds(one) || deletes(one) || one->kind == EDIT_PROJECT_OWNER ||
		one->kind == EDIT_PROJECT_STATE || one->kind == EDIT_USER_ACTIVE;
}

const char *past_again(struct arena *arena, const struct seen *seen,
		       const struct past *past, bool back)
{
	const struct past_edit *one = past->edits;
	const char *text;
	size_t i;

	if (!past->n)
		return TENSE("It is", "It would be") " as it was";
	for (i = 0; i < past->n && !leads(one); i++)
		if (leads(&past->edits[i]))
			one = &past->edits[i];
	text = again(arena, seen, one, back);
	return past->n == 1 ? text :
		arena_printf(arena, "%s, and %zu change%s more", text,
			     past->n - 1, past->n == 2 ? "" : "s");
}

/* ---- secret values ------------------------------------------------------------------ */

static const char *value_thing(struct arena *arena, const struct seen *seen,
			       const struct past_value *one)
{
	const struct past_edit edit = { .project = one->project, .own = one->thing };
	const struct fact_own *own = *one->project ? past_own(seen, &edit) : NULL;

	if (*one->project)
		return word_cut(arena, own ? own->name : one->thing);
	return thing(arena, seen, strcmp(one->kind, "provider") == 0 ? OF_PROVIDER :
		     strcmp(one->kind, "token") == 0 ? OF_TOKEN : OF_ASSET, one->thing);
}

const char *past_value_line(struct arena *arena, const struct seen *seen,
			    const struct past_value *one)
{
	const char *what = !one->before ? "first value" :
		strcmp(one->before, "unreadable") == 0 ?
		"a value; the one before could not be opened" :
		strcmp(one->before, one->after) == 0 ? "same value" : "value changed";

	return arena_printf(arena, "%s of %s: %s", word_cut(arena, one->field),
			    value_thing(arena, seen, one), what);
}
