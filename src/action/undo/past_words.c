/* past_words.c: see past_words.h.  Things that are gone go by their id. */
#include "action/undo/past_words.h"

#include <string.h>

#include "action/core/tense.h"
#include "action/core/word_list.h"
#include "model/kind.h"

static const char *user(struct arena *arena, const struct seen *seen,
			const char *id)
{
	uint32_t n = id ? facts_user(seen_judged(seen), id) : NOBODY;

	return n != NOBODY ? word_user(arena, seen, n) :
		word_cut(arena, id ? id : "nobody");
}

static const char *group(struct arena *arena, const struct seen *seen,
			 const char *id)
{
	uint32_t n = id ? facts_group(seen_judged(seen), id) : NOBODY;

	return n != NOBODY ? word_group(arena, seen, n) :
		word_cut(arena, id ? id : "no group");
}

static const char *asset(struct arena *arena, const struct seen *seen,
			 const char *id)
{
	uint32_t n = id ? facts_asset(seen_judged(seen), id) : NOBODY;

	return n != NOBODY ? word_asset(arena, seen, n) :
		word_cut(arena, id ? id : "none");
}

static const char *project(struct arena *arena, const struct seen *seen,
			   const char *id)
{
	uint32_t n = id ? facts_project(seen_judged(seen), id) : NOBODY;

	return n != NOBODY ? word_project(arena, seen, n) :
		word_cut(arena, id ? id : "no project");
}

static const char *of(struct arena *arena, const char *what, const char *name)
{
	return arena_printf(arena, "the %s of %s", what, name);
}

static const char *field_of_asset(struct arena *arena, const struct seen *seen,
				  const struct past_edit *one)
{
	const char *name = asset(arena, seen, one->asset);

	switch (one->kind) {
	case EDIT_ASSET_NAME:
		return of(arena, "name", name);
	case EDIT_ASSET_TYPE:
		return of(arena, "type", name);
	case EDIT_ASSET_CONFIG:
		return of(arena, "fields", name);
	case EDIT_ASSET_DESCRIPTION:
		return of(arena, "description", name);
	case EDIT_ASSET_STATUS:
		return of(arena, "status", name);
	case EDIT_ASSET_GROUP:
		return arena_printf(arena, "the access of %s to %s",
				    group(arena, seen, one->group), name);
	case EDIT_ASSET_BUILTIN:
		return of(arena, "built-in groups", name);
	default:
		return arena_printf(arena, "the asset %s", *one->thing.title ?
				    word_cut(arena, one->thing.title) : name);
	}
}

static const char *field_of_project(struct arena *arena,
				    const struct seen *seen,
				    const struct past_edit *one)
{
	const char *name = project(arena, seen, one->project);

	switch (one->kind) {
	case EDIT_PROJECT_TITLE:
		return of(arena, "title", name);
	case EDIT_PROJECT_DESCRIPTION:
		return of(arena, "description", name);
	case EDIT_PROJECT_STATUS:
		return of(arena, "status", name);
	case EDIT_PROJECT_CATEGORIES:
		return of(arena, "categories", name);
	case EDIT_PROJECT_STATE:
		return of(arena, "state", name);
	case EDIT_PROJECT_OWNER:
		return of(arena, "owner", name);
	case EDIT_PROJECT_EDITORS:
		return arena_printf(arena, "sharing of %s by Can Edit", name);
	case EDIT_PROJECT_WORKSPACE:
		return arena_printf(arena, "the level of the workspace on %s",
				    name);
	case EDIT_PROJECT_PUBLIC:
		return of(arena, "web link", name);
	case EDIT_GRANT_USER:
		return arena_printf(arena, "the level of %s on %s",
				    user(arena, seen, one->user), name);
	case EDIT_GRANT_GROUP:
		return arena_printf(arena, "the level of %s on %s",
				    group(arena, seen, one->group), name);
	case EDIT_IMPORT:
		return arena_printf(arena, "the import of %s into %s",
				    asset(arena, seen, one->asset), name);
	case EDIT_OWN_ADD: case EDIT_OWN_NAME: case EDIT_OWN_TYPE:
	case EDIT_OWN_CONFIG: case EDIT_OWN_DELETE:
		return arena_printf(arena, "%s of %s", one->thing.title &&
			*one->thing.title ? word_cut(arena, one->thing.title) :
			one->own ? one->own : "a thing", name);
	default:
		return arena_printf(arena, "the project %s", *one->thing.title ?
				    word_cut(arena, one->thing.title) : name);
	}
}

static const char *field_of_people(struct arena *arena, const struct seen *seen,
				   const struct past_edit *one)
{
	const char *name = user(arena, seen, one->user);

	switch (one->kind) {
	case EDIT_USER_ADD:
	case EDIT_USER_DELETE:
		return arena_printf(arena, "the person %s",
				    word_cut(arena, one->thing.title));
	case EDIT_USER_NAME:
		return of(arena, "name", name);
	case EDIT_USER_LOGIN:
		return of(arena, "Unix login", name);
	case EDIT_USER_ROLE:
		return of(arena, "role", name);
	case EDIT_USER_ACTIVE:
		return of(arena, "activity", name);
	case EDIT_MEMBER:
		return arena_printf(arena, "the membership of %s in %s", name,
				    group(arena, seen, one->group));
	case EDIT_GROUP_NAME:
		return of(arena, "name", group(arena, seen, one->group));
	default:
		return arena_printf(arena, "the group %s",
				    word_cut(arena, one->thing.title));
	}
}

const char *past_field(struct arena *arena, const struct seen *seen,
		       const struct past_edit *one)
{
	switch (one->kind) {
	case EDIT_WORKSPACE_NAME:
		return "the name of the workspace";
	case EDIT_PLAN:
		return "the plan of the workspace";
	case EDIT_SETTING:
		return of(arena, "setting", one->setting ? one->setting : "");
	case EDIT_DEFAULT_ASSET:
		return "the default connection";
	case EDIT_KINDS:
		return word_cut(arena, one->name);
	default:
		break;
	}
	if (one->kind <= EDIT_MEMBER)
		return field_of_people(arena, seen, one);
	if (one->kind <= EDIT_ASSET_BUILTIN)
		return field_of_asset(arena, seen, one);
	return field_of_project(arena, seen, one);
}

/* ---- values ------------------------------------------------------------------------- */

static const char *builtins(struct arena *arena, int bits)
{
	static const enum builtin all[] = {
		BUILTIN_WORKSPACE, BUILTIN_GUESTS, BUILTIN_PUBLIC };
	const char *text = "";
	size_t i;

	for (i = 0; i < COUNT_OF(all); i++)
		if (bits & (int)all[i])
			text = arena_printf(arena, "%s%s%s", text,
					    *text ? ", " : "",
					    builtin_label(all[i]));
	return *text ? text : "none";
}

static const char *value(struct arena *arena, const struct past_edit *one, int v)
{
	switch (one->kind) {
	case EDIT_PLAN:
		return plan_label((enum plan)v);
	case EDIT_USER_ROLE:
		return role_label((enum role)v);
	case EDIT_PROJECT_STATE:
		return state_code((enum state)v);
	case EDIT_PROJECT_WORKSPACE:
	case EDIT_PROJECT_PUBLIC:
	case EDIT_GRANT_USER:
	case EDIT_GRANT_GROUP:
		return v == LEVEL_NONE ? "none" : level_label((enum level)v);
	case EDIT_ASSET_BUILTIN:
		return builtins(arena, v);
	case EDIT_SETTING:
		if (one->setting && strcmp(one->setting, "token_max_days") == 0)
			return arena_printf(arena, "%d", v);
		return v ? "on" : "off";
	case EDIT_USER_ACTIVE:
		return v ? "active" : "deactivated";
	case EDIT_PROJECT_EDITORS:
		return v ? "on" : "off";
	default:
		return v ? "yes" : "no";
	}
}

static const char *words(struct arena *arena, const struct seen *seen,
			 const struct past_edit *one, const char *text)
{
	if (one->kind == EDIT_DEFAULT_ASSET)
		return asset(arena, seen, text);
	if (one->kind == EDIT_PROJECT_OWNER)
		return user(arena, seen, text);
	return text && *text ? word_cut(arena, text) : "none";
}

static bool is_text(enum edit_kind kind)
{
	switch (kind) {
	case EDIT_WORKSPACE_NAME: case EDIT_DEFAULT_ASSET: case EDIT_USER_NAME:
	case EDIT_USER_LOGIN: case EDIT_GROUP_NAME: case EDIT_ASSET_NAME:
	case EDIT_ASSET_TYPE: case EDIT_ASSET_CONFIG:
	case EDIT_ASSET_DESCRIPTION: case EDIT_ASSET_STATUS:
	case EDIT_PROJECT_TITLE: case EDIT_PROJECT_DESCRIPTION:
	case EDIT_PROJECT_STATUS: case EDIT_PROJECT_CATEGORIES:
	case EDIT_PROJECT_OWNER: case EDIT_OWN_NAME: case EDIT_OWN_TYPE:
	case EDIT_OWN_CONFIG:
		return true;
	default:
		return false;
	}
}

const char *past_image(struct arena *arena, const struct seen *seen,
		       const struct past_edit *one, bool before)
{
	if (is_text(one->kind))
		return words(arena, seen, one, before ? one->before_text :
			     one->after_text);
	return value(arena, one, before ? one->before : one->after);
}

static const char *is_there(const struct past_edit *one)
{
	return strstr(one->name, "_add") ? "is there" : "is gone";
}

static const char *pointed_id(const struct seen *seen,
			      const struct past_edit *one)
{
	const struct facts *facts = seen_judged(seen);
	uint32_t n = one->project ? facts_project(facts, one->project) : NOBODY;

	if (one->kind == EDIT_DEFAULT_ASSET)
		return facts->default_asset == NOBODY ? NULL :
			facts->assets[facts->default_asset].id;
	return n == NOBODY ? NULL : facts->users[facts->projects[n].owner].id;
}

const char *past_now(struct arena *arena, const struct seen *seen,
		     struct facts *facts, const struct past_edit *one)
{
	struct past_edit now = *one;
	struct edit edit;

	if (strstr(one->name, "_add") || strstr(one->name, "_delete"))
		return is_there(one);
	if (one->kind == EDIT_DEFAULT_ASSET || one->kind == EDIT_PROJECT_OWNER)
		return words(arena, seen, one, pointed_id(seen, one));
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

	if (strstr(one->name, "_add"))
		return arena_printf(arena, "%s: added", what);
	if (strstr(one->name, "_delete"))
		return arena_printf(arena, "%s: deleted", what);
	if (one->kind == EDIT_KINDS)
		return arena_printf(arena, "%s", what);
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
	const char *on = project(arena, seen, one->project), *who;
	int level = back ? one->before : one->after;

	if (one->kind == EDIT_GRANT_USER)
		who = user(arena, seen, one->user);
	else if (one->kind == EDIT_GRANT_GROUP)
		who = group(arena, seen, one->group);
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

	if (one->kind == EDIT_MEMBER)
		return arena_printf(arena, in ? "%s " IS " in %s again" :
				    "%s " IS_NO_LONGER " in %s",
				    user(arena, seen, one->user),
				    group(arena, seen, one->group));
	if (one->kind == EDIT_ASSET_GROUP)
		return arena_printf(arena, in ? "%s " IS " shared with %s again" :
				    "%s " IS_NO_LONGER " shared with %s",
				    asset(arena, seen, one->asset),
				    group(arena, seen, one->group));
	if (one->kind == EDIT_IMPORT)
		return arena_printf(arena, in ? "%s " TENSE("imports",
				    "would import") " %s again" : "%s "
				    TENSE("no longer imports",
					  "would no longer import") " %s",
				    project(arena, seen, one->project),
				    asset(arena, seen, one->asset));
	return arena_printf(arena, in ? "People with Can Edit " TENSE("may",
			    "could") " share %s again" : "People with Can Edit "
			    TENSE("may", "could") " no longer share %s",
			    project(arena, seen, one->project));
}

static const char *valued(struct arena *arena, const struct seen *seen,
			  const struct past_edit *one, bool back)
{
	const char *now = past_image(arena, seen, one, back);

	switch (one->kind) {
	case EDIT_USER_ROLE:
	case EDIT_USER_ACTIVE:
		return arena_printf(arena, "%s " IS " %s again",
				    user(arena, seen, one->user), now);
	case EDIT_PROJECT_STATE:
		return arena_printf(arena, "%s " IS " %s again",
				    project(arena, seen, one->project), now);
	case EDIT_PROJECT_OWNER:
		return arena_printf(arena, "%s " TENSE("owns", "would own")
				    " %s again", now,
				    project(arena, seen, one->project));
	case EDIT_USER_NAME: case EDIT_GROUP_NAME: case EDIT_ASSET_NAME:
	case EDIT_PROJECT_TITLE: case EDIT_WORKSPACE_NAME:
		return arena_printf(arena, "%s " IS " called %s again",
				    past_image(arena, seen, one, !back), now);
	default:
		break;
	}
	now = arena_printf(arena, "%s " IS " %s again",
			   past_field(arena, seen, one), now);
	return strncmp(now, "the ", 4) == 0 ?
		arena_printf(arena, "T%s", now + 1) : now;
}

static const char *again(struct arena *arena, const struct seen *seen,
			 const struct past_edit *one, bool back)
{
	bool added = strstr(one->name, "_add") != NULL;
	const char *what;

	if (added || strstr(one->name, "_delete")) {
		what = past_field(arena, seen, one);
		if (strncmp(what, "the ", 4) == 0)
			what = arena_printf(arena, "T%s", what + 1);
		return arena_printf(arena, added == back ?
				    "%s " IS " gone again" : "%s " IS " back",
				    what);
	}
	switch (one->kind) {
	case EDIT_GRANT_USER: case EDIT_GRANT_GROUP:
	case EDIT_PROJECT_WORKSPACE: case EDIT_PROJECT_PUBLIC:
		return granted(arena, seen, one, back);
	case EDIT_MEMBER: case EDIT_ASSET_GROUP: case EDIT_IMPORT:
	case EDIT_PROJECT_EDITORS:
		return linked(arena, seen, one, back);
	default:
		return valued(arena, seen, one, back);
	}
}

/* Of several edits the one that the others go with. */
static bool leads(const struct past_edit *one)
{
	return strstr(one->name, "_add") || strstr(one->name, "_delete") ||
		one->kind == EDIT_PROJECT_OWNER ||
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
