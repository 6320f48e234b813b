/* fix_list.c: the ways to a level for whoever reads: what may be run, in order, then
 * what is to be asked for, and of whom. */
#include "action/run/fix_list.h"

#include <stdlib.h>
#include <string.h>

#include "access/preview.h"
#include "action/undo/as_of_facts.h"
#include "model/edit.h"

enum {
	ASKED_MAX = 8,			/* people tried before nobody is found */
	PLANNED = 1000			/* steps that planning a fix is worth */
};

#define KIND(kind) (UINT64_C(1) << (kind))

/* DOMAIN 6: what is not an Admin's alone. */
static const uint64_t of_projects = KIND(EDIT_GRANT_USER) |
	KIND(EDIT_GRANT_GROUP) | KIND(EDIT_IMPORT) | KIND(EDIT_PROJECT_STATE);

struct finding {
	struct app *app;
	struct arena *arena;
	const struct answer *answer;
	const struct edit *grant;
	uint32_t reader;
	struct patience *patience;	/* or NULL */
	const char *only;		/* no other than with this key; or NULL */
	struct fix_list *out;
	size_t cap;
};

static struct fix_try try_of(const struct finding *f, const struct fix *fix,
			     bool take)
{
	return (struct fix_try){
		.app = f->app, .answer = f->answer, .want = f->out->want,
		.grant = f->grant, .edits = fix ? fix->edits : NULL,
		.n_edits = fix ? fix->n_edits : 0, .take = take,
		.patience = f->patience, .only = f->only,
		.arena = f->arena };
}

static bool is_known(const struct fix_list *list, const struct fix_offer *offer)
{
	size_t i;

	for (i = 0; i < list->n; i++)
		if (offer->key ? list->v[i].key &&
			       strcmp(list->v[i].key, offer->key) == 0 :
		    strcmp(list->v[i].text, offer->text) == 0)
			return true;
	return false;
}

static void keep(struct finding *f, const struct fix_offer *offer)
{
	struct fix_list *list = f->out;
	struct fix_offer *more;

	if (is_known(list, offer))
		return;
	if (list->n == f->cap) {
		f->cap = f->cap ? f->cap * 2 : 16;
		more = arena_array(f->arena, f->cap, sizeof(*more));
		if (list->n)
			memcpy(more, list->v, list->n * sizeof(*more));
		list->v = more;
	}
	list->v[list->n++] = *offer;
	list->runnable += offer->key != NULL;
}

/* ---- what the reader may see ------------------------------------------------------ */

static bool lacks_an_asset(const struct finding *f)
{
	const struct facts *facts = &f->app->facts;
	const struct numbers *assets =
		&facts->projects[f->answer->project].assets;
	uint32_t i;

	for (i = 0; i < assets->n; i++)
		if (!facts->assets[assets->v[i]].gone &&
		    !access_asset(facts, f->answer->user, assets->v[i]))
			return true;
	return false;
}

/* To all but Admins it is hidden with whom an asset is shared: nothing they read may
 * depend on it.  What a group or an account would bring along is not looked at where
 * assets are lacking. */
static uint64_t kinds_seen(const struct finding *f)
{
	uint64_t kinds = FIX_EVERYTHING | FIX_BLIND;

	if (app_reads_all(f->app))
		return FIX_EVERYTHING;
	if (!app_seen(f->app)->people)
		kinds &= ~(KIND(EDIT_MEMBER) | KIND(EDIT_GRANT_GROUP));
	if (lacks_an_asset(f))
		kinds &= ~KIND(EDIT_MEMBER);
	return kinds & ~KIND(EDIT_USER_ACTIVE);
}

/* ---- whom to ask ------------------------------------------------------------------- */

static bool is_admins(const struct fix *fix)
{
	uint32_t i;

	for (i = 0; i < fix->n_edits; i++)
		if (!(KIND(fix->edits[i].kind) & of_projects))
			return true;
	return false;
}

/* Could this person do it?  An Admin may take the level first. */
static bool could(const struct finding *f, const struct fix *fix, uint32_t who)
{
	uint32_t acting = f->app->acting_as;
	const struct fact_user *user = &f->app->facts.users[who];
	struct fix_try one = try_of(f, fix, false);
	struct fix_offer offer;
	bool can;

	one.only_may = true;
	if (who == f->reader || user->gone || !user->active)
		return false;
	f->app->acting_as = who;
	can = fix_try(&one, &offer);
	if (!can && user->role == ROLE_ADMIN && who != f->answer->user) {
		one.take = true;
		can = fix_try(&one, &offer);
	}
	f->app->acting_as = acting;
	return can;
}

static const char *name_for(const struct finding *f, uint32_t who,
			    const char *what, const char *hidden)
{
	if (!sees_user(app_seen(f->app), who))
		return hidden;
	return arena_printf(f->arena, "%s, %s",
			    seen_user_label(app_seen(f->app), who), what);
}

/* Somebody whose grant of Full Access does it. */
static const char *ask_granted(const struct finding *f, const struct fix *fix)
{
	const struct fact_project *p =
		&f->app->facts.projects[f->answer->project];
	uint32_t i, tried = 0;

	for (i = 0; i < p->n_grants && tried < ASKED_MAX; i++) {
		if (p->grants[i].group ||
		    p->grants[i].level != LEVEL_FULL_ACCESS)
			continue;
		tried++;
		if (could(f, fix, p->grants[i].who))
			return name_for(f, p->grants[i].who,
					"who has Full Access",
					"somebody who has Full Access");
	}
	return NULL;
}

static const char *ask_admin(const struct finding *f, const struct fix *fix)
{
	const struct facts *facts = &f->app->facts;
	uint32_t i, tried = 0;

	for (i = 0; i < facts->n_users && tried < ASKED_MAX; i++) {
		if (facts->users[i].role != ROLE_ADMIN ||
		    facts->users[i].gone || !facts->users[i].active)
			continue;
		tried++;
		if (could(f, fix, i))
			return f->reader != NOBODY && app_is_admin(f->app) ?
				"another Admin" : "an Admin";
	}
	return NULL;
}

static const char *whom_to_ask(const struct finding *f, const struct fix *fix)
{
	uint32_t owner = f->app->facts.projects[f->answer->project].owner;
	const char *who = NULL;

	if (is_admins(fix))
		return ask_admin(f, fix);
	if (owner != NOBODY && could(f, fix, owner))
		return name_for(f, owner, "the owner", "the owner");
	who = ask_granted(f, fix);
	return who ? who : ask_admin(f, fix);
}

static struct fix_offer untold(struct fix_offer offer)
{
	offer.also_up = offer.also_down = 0;
	offer.people_up = offer.people_down = offer.own_up = offer.own_down = 0;
	offer.untold = true;
	return offer;
}

static void keep_asked(struct finding *f, const struct fix *fix)
{
	struct fix_offer offer = { .n_steps = 0 };
	struct fix_try one = try_of(f, fix, false);

	one.blind = !app_reads_all(f->app);
	offer.ask = whom_to_ask(f, fix);
	if (!offer.ask)
		return;
	offer.text = arena_printf(f->arena, "ask %s%s to %s", offer.ask,
				strchr(offer.ask, ',') ? "," : "", fix_text(&one));
	one.brief = true;
	offer.brief = arena_printf(f->arena, "ask %s: %s", offer.ask,
				   fix_text(&one));
	fix_try_counts(&one, &offer);
	if (one.blind && is_admins(fix))	/* how it is done is not said */
		offer = untold(offer);
	keep(f, &offer);
}

/* ---- looking ---------------------------------------------------------------------- */

static bool may_take(const struct finding *f)
{
	return f->reader != NOBODY &&
		f->app->facts.users[f->reader].role == ROLE_ADMIN;
}

/* The reader runs it; or after taking Full Access, which is no way to oneself: it
 * would do alone. */
static bool keep_runnable(struct finding *f, const struct fix *fix)
{
	struct fix_try one = try_of(f, fix, false), without = one;
	struct fix_offer offer, ignored;

	if (!fix_try(&one, &offer)) {
		if (!may_take(f) || f->reader == f->answer->user)
			return false;
		one.take = true;
		if (!fix_try(&one, &offer))
			return false;
		without.only = NULL;
		without.only_may = true;
		if (f->only && fix_try(&without, &ignored))
			return false;
	}
	keep(f, &offer);
	return true;
}

/* An Admin's way to more for oneself; a project that is put away is taken over and
 * brought back. */
static void take_for_oneself(struct finding *f)
{
	struct edit back = edit_of(EDIT_PROJECT_STATE);
	struct fix fix = { .edits = &back, .n_edits = 1 };
	struct fix_try one = try_of(f, NULL, true);
	struct fix_offer offer;

	if (!may_take(f) || f->reader != f->answer->user)
		return;
	if (fix_try(&one, &offer)) {
		keep(f, &offer);
		return;
	}
	back.project = f->answer->project;
	back.value = STATE_ACTIVE;
	one = try_of(f, &fix, true);
	if (fix_try(&one, &offer))
		keep(f, &offer);
}

static void only_runnable(struct fix_list *list)
{
	size_t i, n = 0;

	for (i = 0; i < list->n && list->runnable; i++)
		if (list->v[i].key)
			list->v[n++] = list->v[i];
	if (list->runnable)
		list->n = n;
}

/* Where what would help is hidden from the reader. */
static void ask_at_least(struct finding *f)
{
	struct fix_offer offer = { .ask = "its owner or an Admin" };

	offer.text = arena_printf(f->arena, "ask %s for %s on %s", offer.ask,
		level_label(f->out->want),
		seen_project_label(app_seen(f->app), f->answer->project));
	offer.brief = arena_printf(f->arena, "ask %s", offer.ask);
	offer = untold(offer);
	keep(f, &offer);
}

static void look(struct finding *f, uint64_t kinds)
{
	struct facts *facts = &f->app->facts;
	struct edit grant;
	struct fix *fixes;
	uint32_t i, n;

	if (f->grant) {
		grant = *f->grant;
		edit_apply(facts, &grant);
	}
	access_fixes(facts, f->answer->user, f->answer->project, f->out->want,
		     kinds, f->arena, &fixes, &n);
	if (f->grant)
		edit_revert(facts, &grant);
	for (i = 0; i < n && patience_takes(f->patience, PLANNED); i++)
		if (!keep_runnable(f, &fixes[i]) && !f->only)
			keep_asked(f, &fixes[i]);
}

/* What the reader can run first; un-importing last, what it breaks is in no count;
 * fewest others, fewest steps; then by what they say. */
static int by_rank(const void *a, const void *b)
{
	const struct fix_offer *x = a, *y = b;
	uint64_t others_x = x->also_up + x->also_down;
	uint64_t others_y = y->also_up + y->also_down;

	if (!x->key != !y->key)
		return x->key ? -1 : 1;
	if (x->unimports != y->unimports)
		return x->unimports ? 1 : -1;
	if (others_x != others_y)
		return others_x < others_y ? -1 : 1;
	if (x->n_steps != y->n_steps)
		return x->n_steps < y->n_steps ? -1 : 1;
	return strcmp(x->text, y->text);
}

void fix_list_find(struct app *app, const struct answer *answer,
		   enum level want, const struct edit *grant,
		   struct arena *arena, struct fix_list *out)
{
	fix_list_within(app, answer, want, grant, NULL, arena, out);
}

static void find(struct finding *f)
{
	struct app *app = f->app;
	struct fix_list *out = f->out;

	f->reader = app_subject(app);
	*out = (struct fix_list){ .user = f->answer->user,
				  .project = f->answer->project, .want = out->want };
	if (out->want == LEVEL_NONE && f->answer->effective < f->answer->granted)
		out->want = f->answer->granted;
	if (out->want <= f->answer->effective || f->answer->user == ANYONE ||
	    as_of_on(app))		/* the past is not mended */
		return;
	if (sees_project(app_seen(app), f->answer->project) == SIGHT_ALL) {
		take_for_oneself(f);
		if (!app_is_admin(app))	/* the own ones are not crowded out */
			look(f, (of_projects | FIX_BLIND) & kinds_seen(f));
		look(f, kinds_seen(f));
	}
	if (!out->n && !app_is_admin(app) && !f->only)
		ask_at_least(f);
	if (app_is_admin(app))		/* an Admin who can asks nobody */
		only_runnable(out);
	if (out->n)
		qsort(out->v, out->n, sizeof(*out->v), by_rank);
}

void fix_list_within(struct app *app, const struct answer *answer,
		     enum level want, const struct edit *grant,
		     struct patience *patience, struct arena *arena,
		     struct fix_list *out)
{
	struct finding f = { .app = app, .arena = arena, .answer = answer,
			     .grant = grant, .patience = patience, .out = out };

	out->want = want;
	find(&f);
}

bool fix_by_key(struct app *app, const struct answer *answer, enum level want,
		const char *key, struct arena *arena, struct fix_offer *out)
{
	struct fix_list list = { .want = want };
	struct finding f = { .app = app, .arena = arena, .answer = answer,
			     .only = key, .out = &list };

	find(&f);
	if (list.n)
		*out = list.v[0];
	return list.n > 0;
}

enum level fix_wanted(const struct answer *answer)
{
	if (answer->effective < answer->granted)
		return answer->granted;
	return answer->effective < LEVEL_CAN_EDIT ? LEVEL_CAN_EDIT :
		LEVEL_FULL_ACCESS;
}
