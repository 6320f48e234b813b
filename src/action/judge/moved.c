/* moved.c: see moved.h. */
#include "action/judge/moved.h"

#include <stdlib.h>
#include <string.h>

#include "access/rights.h"
#include "action/core/word_list.h"
#include "action/judge/editors.h"
#include "base/mem.h"
#include "model/kind.h"

/* A project on which a right may move. */
struct place {
	enum moved_right right;
	uint32_t project, asset;
};

struct search {
	struct facts *facts;
	struct edit *edits;
	size_t n_edits;
	struct place *places;
	size_t n_places, cap_places;
	bool defaults;			/* the default of somebody may move */
	struct moved_one *v;
	size_t n, cap;
};

static void forth(struct search *search)
{
	for (size_t i = 0; i < search->n_edits; i++)
		edit_apply(search->facts, &search->edits[i]);
}

static void back(struct search *search)
{
	for (size_t i = search->n_edits; i-- > 0;)
		edit_revert(search->facts, &search->edits[i]);
}

/* ---- where ------------------------------------------------------------------------- */

static void place(struct search *search, enum moved_right right, uint32_t project,
		  uint32_t asset)
{
	size_t i;

	for (i = 0; i < search->n_places; i++)
		if (search->places[i].right == right &&
		    search->places[i].project == project &&
		    search->places[i].asset == asset)
			return;
	search->places = mem_grow(search->places, search->n_places,
				  &search->cap_places, sizeof(*search->places));
	search->places[search->n_places++] =
		(struct place){ right, project, asset };
}

static bool is_secret(const struct facts *facts, uint32_t asset)
{
	return asset < facts->n_assets &&
		kind_at(facts->assets[asset].kind)->secret_name;
}

static bool has_secret(const struct facts *facts, uint32_t project,
		       uint32_t asset)
{
	const struct fact_project *p = &facts->projects[project];
	uint32_t i;

	for (i = 0; i < p->assets.n; i++)
		if (!facts->assets[p->assets.v[i]].gone &&
		    is_secret(facts, p->assets.v[i]) &&
		    (asset == NOBODY || asset == p->assets.v[i]))
			return true;
	for (i = 0; asset == NOBODY && i < p->n_own; i++)
		if (kind_at(p->own[i].kind)->secret_name)
			return true;
	return false;
}

/* Every project with a secret: one place each, none twice. */
static void all_secrets(struct search *search)
{
	const struct facts *facts = search->facts;
	uint32_t i;

	for (i = 0; i < facts->n_projects; i++) {
		if (facts->projects[i].gone || !has_secret(facts, i, NOBODY))
			continue;
		search->places = mem_grow(search->places, search->n_places,
					  &search->cap_places,
					  sizeof(*search->places));
		search->places[search->n_places++] =
			(struct place){ MOVED_SECRETS, i, NOBODY };
	}
}

static void of_asset(struct search *search, uint32_t asset)
{
	const struct numbers *used = &search->facts->assets[asset].projects;
	uint32_t i;

	for (i = 0; is_secret(search->facts, asset) && i < used->n; i++)
		place(search, MOVED_SECRETS, used->v[i], asset);
}

static void look_at(struct search *search, const struct edit *edit)
{
	switch (edit->kind) {
	case EDIT_PROJECT_EDITORS:
		place(search, MOVED_SHARE, edit->project, NOBODY);
		break;
	case EDIT_SETTING:
		if (strcmp(edit->text, "show_secret_values") == 0)
			all_secrets(search);
		break;
	case EDIT_IMPORT:
		if (is_secret(search->facts, edit->asset))
			place(search, MOVED_SECRETS, edit->project, edit->asset);
		break;
	case EDIT_OWN_ADD: case EDIT_OWN_DELETE:
		place(search, MOVED_SECRETS, edit->project, NOBODY);
		break;
	case EDIT_ASSET_DELETE:
		of_asset(search, edit->asset);
		break;
	case EDIT_DEFAULT_ASSET: case EDIT_ASSET_GROUP: case EDIT_ASSET_BUILTIN:
	case EDIT_GROUP_DELETE: case EDIT_MEMBER: case EDIT_USER_ROLE:
		search->defaults = true;
		break;
	default:
		break;
	}
}

/* ---- who --------------------------------------------------------------------------- */

static void add(struct search *search, struct moved_one one)
{
	search->v = mem_grow(search->v, search->n, &search->cap,
			     sizeof(*search->v));
	search->v[search->n++] = one;
}

static bool holds(const struct facts *facts, const struct place *at,
		  enum level effective)
{
	if (at->right == MOVED_SHARE)
		return level_is_full(effective) || (level_edits(effective) &&
			facts->projects[at->project].editors_may_share);
	return right_sees_values(facts, effective) &&
		has_secret(facts, at->project, at->asset);
}

static void compare(struct search *search, const struct place *at,
		    struct verdict *before, struct verdict *after)
{
	struct facts *facts = search->facts;
	uint32_t i, n = facts->n_users;
	bool *held = mem_array(n + 1u, sizeof(*held));

	access_of_project(facts, at->project, before);
	for (i = 0; i < n; i++)
		held[i] = holds(facts, at, (enum level)before[i].effective);
	forth(search);
	access_of_project(facts, at->project, after);
	for (i = 0; i < n && !facts->projects[at->project].gone; i++) {
		enum level now = (enum level)after[i].effective;

		if (now != before[i].effective ||
		    holds(facts, at, now) == held[i])
			continue;
		add(search, (struct moved_one){ at->right, i, at->project,
						at->asset, !held[i] });
	}
	back(search);
	free(held);
}

/* The default connection, and which of the first n people may use it; NOBODY: none. */
static uint32_t usable(const struct facts *facts, struct arena *arena, uint32_t n,
		       bool **has)
{
	uint32_t asset = facts->default_asset;

	*has = arena_array(arena, (size_t)facts->n_users + n + 1, sizeof(**has));
	if (asset == NOBODY || facts->assets[asset].gone)
		return NOBODY;
	access_of_asset(facts, asset, *has);
	return asset;
}

/* Of those who can edit somewhere before and after (D18). */
static void defaults(struct search *search)
{
	struct facts *facts = search->facts;
	struct arena arena = { 0 };
	uint32_t n = facts->n_users, n_users = 0, i, was, now;
	uint32_t *users = arena_array(&arena, n + 1u, sizeof(*users));
	bool *had, *has;

	was = usable(facts, &arena, n, &had);
	forth(search);
	now = usable(facts, &arena, n, &has);
	for (i = 0; i < n; i++)
		if (had[i] != has[i] || (has[i] && was != now))
			users[n_users++] = i;
	n_users = editors_among(facts, &arena, users, n_users);
	back(search);
	n_users = editors_among(facts, &arena, users, n_users);
	for (i = 0; i < n_users; i++)
		add(search, (struct moved_one){ MOVED_DEFAULT, users[i], NOBODY,
			has[users[i]] ? now : was, has[users[i]] });
	arena_release(&arena);
}

static void count(struct moved *moved)
{
	size_t i;

	moved->up = moved->down = 0;
	for (i = 0; i < moved->n; i++)
		*(moved->v[i].gains ? &moved->up : &moved->down) += 1;
}

void moved_find(struct facts *facts, struct edit *edits, size_t n,
		struct arena *arena, struct moved *out)
{
	struct search search = { .facts = facts, .edits = edits, .n_edits = n };
	uint32_t projects = facts->n_projects;
	struct verdict *verdicts = NULL;
	size_t i, users;

	for (i = 0; i < n; i++)
		look_at(&search, &edits[i]);
	forth(&search);
	users = facts->n_users + 1u;
	back(&search);
	if (search.n_places)
		verdicts = mem_array(2 * users, sizeof(*verdicts));
	for (i = 0; i < search.n_places; i++)
		if (search.places[i].project < projects)
			compare(&search, &search.places[i], verdicts,
				verdicts + users);
	if (search.defaults)
		defaults(&search);
	out->n = search.n;
	out->v = arena_array(arena, search.n + 1, sizeof(*out->v));
	if (search.n)
		memcpy(out->v, search.v, search.n * sizeof(*out->v));
	count(out);
	free(verdicts);
	free(search.places);
	free(search.v);
}

void moved_keep(struct moved *moved, const bool *kept)
{
	size_t i, n = 0;

	for (i = 0; i < moved->n; i++)
		if (kept[i])
			moved->v[n++] = moved->v[i];
	moved->n = n;
	count(moved);
}

/* ---- in words ----------------------------------------------------------------------- */

bool sees_moved(const struct seen *seen, const struct moved_one *one)
{
	return sees_user(seen, one->user) && (one->project == NOBODY ||
		sees_project(seen, one->project) == SIGHT_ALL);
}

const char *moved_text(const struct seen *seen, const struct moved_one *one,
		       struct arena *arena)
{
	const char *who = word_user(arena, seen, one->user);
	const char *no = one->gains ? "" : "no longer ";
	const char *what = one->asset == NOBODY ? "secrets" :
		word_asset(arena, seen, one->asset);

	switch (one->right) {
	case MOVED_SHARE:
		return arena_printf(arena, "%s may %sshare %s", who, no,
				    word_project(arena, seen, one->project));
	case MOVED_SECRETS:
		return arena_printf(arena, "%s %s the value%s of %s in %s", who,
				    one->gains ? "sees" : "no longer sees",
				    one->asset == NOBODY ? "s" : "", what,
				    word_project(arena, seen, one->project));
	default:
		return one->gains ?
			arena_printf(arena, "%s starts SQL cells with %s", who,
				     what) :
			arena_printf(arena, "%s has no default connection (%s "
				     "before)", who, what);
	}
}

void moved_json(struct json *json, const struct seen *seen,
		const struct moved *moved)
{
	static const char *const names[] = { "share", "see_secrets",
					     "default_connection" };
	const struct moved_one *one;
	const char *id;
	size_t i;

	jsonw_karray(json, "rights");
	for (i = 0; i < moved->n; i++) {
		one = &moved->v[i];
		jsonw_object(json);
		jsonw_kstring(json, "user", seen_user(seen, one->user)->id);
		jsonw_kstring(json, "project", one->project == NOBODY ? NULL :
			      seen_project(seen, one->project)->id);
		jsonw_kstring(json, "right", names[one->right]);
		id = one->asset == NOBODY ? "" : seen_asset(seen, one->asset)->id;
		jsonw_kstring(json, "asset", *id ? id : NULL);
		jsonw_kbool(json, "before", !one->gains);
		jsonw_kbool(json, "after", one->gains);
		jsonw_object_end(json);
	}
	jsonw_array_end(json);
	jsonw_kint(json, "rights_up", (int64_t)moved->up);
	jsonw_kint(json, "rights_down", (int64_t)moved->down);
}
