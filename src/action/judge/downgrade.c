/* downgrade.c: who would be held below what is granted, were these edits made. */
#include "action/judge/downgrade.h"

#include <stdlib.h>
#include <string.h>

#include "access/rights.h"
#include "action/core/word_list.h"
#include "action/run/fix_list.h"
#include "base/mem.h"

enum { NAMED = 60, ASSETS_NAMED = 3, LACKING_NAMED = 4, FIXES_NAMED = 2 };

/* Limits that D4 warns of; a project's state holds everybody alike. */
static const enum reason warned[] = {
	REASON_ROLE_CAP_VIEWER, REASON_ROLE_CAP_EXPLORER, REASON_ASSET_MISSING,
};

static bool will_be_held(const struct seen *seen, const struct change *change)
{
	return change->user != ANYONE &&
	       (seen->people || sees_user(seen, change->user)) &&
	       change->after.effective < change->after.granted &&
	       (change->after.granted > change->before.granted ||
		change->after.effective < change->before.effective);
}

static bool bound_before(const struct answer *before, const struct limit *limit)
{
	uint32_t i;

	for (i = 0; i < before->n_limits; i++)
		if (before->limits[i].code == limit->code &&
		    before->limits[i].asset == limit->asset)
			return true;
	return false;
}

/* The limits of one code that hold this person; NULL if none does. */
static const char *held_by(const struct seen *seen, const struct change *change,
			   enum reason code, struct arena *arena)
{
	bool rose = change->after.granted > change->before.granted, any = false;
	const struct limit *limit;
	struct words assets;
	const char *text;
	uint32_t i;

	words_init(&assets, ASSETS_NAMED);
	for (i = 0; i < change->after.n_limits; i++) {
		limit = &change->after.limits[i];
		if (limit->code != code ||
		    (!rose && bound_before(&change->before, limit)))
			continue;
		any = true;
		if (limit->asset != NOBODY)
			words_add(&assets, word_cut(arena, seen_limit_label(seen, &change->after, limit)));
	}
	text = words_done(&assets, arena);
	return any ? text : NULL;
}

static const char *why(enum reason code)
{
	switch (code) {
	case REASON_ROLE_CAP_VIEWER:
		return "by the role Viewer";
	case REASON_ROLE_CAP_EXPLORER:
		return "by the role Explorer";
	default:
		return "for lack of access to an asset";
	}
}

/* Those held by one limit, in order; the first ones by name. */
struct held_by {
	size_t people, pairs;
	struct { const char *name, *project, *assets; } named[NAMED];
};

struct downgraded {
	struct edit_plan *plan;
	struct arena arena;
	struct held_by of[COUNT_OF(warned)];
	uint8_t *counted;		/* by user: bits of `warned` */
	uint32_t n_users, project;	/* of the first change */
	bool several;			/* projects */
};

void downgrade_edits(struct edit_plan *plan, struct edit *edits, size_t n)
{
	size_t i;

	if (!plan->asks_held) {
		plan->asks_held = true;
		plan->held_at = plan->n_warnings;
	}
	for (i = 0; i < n; i++)
		plan_edit_warned(plan, edits[i]);
}

struct downgraded *downgraded_new(struct edit_plan *plan)
{
	struct downgraded *self;

	if (plan->quiet || !plan->asks_held)
		return NULL;
	self = mem_alloc(sizeof(*self));
	self->plan = plan;
	self->project = NOBODY;
	/* the plan's own additions are among them */
	self->n_users = plan->app->facts.n_users + (uint32_t)plan->n;
	self->counted = mem_alloc(self->n_users + 1u);
	return self;
}

/* People, not pairs, are counted: one person may be held in several projects. */
static void take_one(struct downgraded *self, size_t which,
		     const struct change *change, const char *assets)
{
	const struct seen *seen = app_seen(self->plan->app);
	struct held_by *held = &self->of[which];
	uint8_t bit = (uint8_t)(1u << which);

	held->people += !(self->counted[change->user] & bit);
	self->counted[change->user] |= bit;
	if (held->pairs < NAMED) {
		held->named[held->pairs].name = word_user(&self->arena, seen,
							  change->user);
		held->named[held->pairs].project =
			word_project(&self->arena, seen, change->project);
		held->named[held->pairs].assets = assets;
	}
	held->pairs++;
}

void downgraded_take(struct downgraded *self, const struct change *change)
{
	const struct seen *seen = app_seen(self->plan->app);
	const char *assets;
	size_t i;

	if (self->project == NOBODY)
		self->project = change->project;
	self->several = self->several || self->project != change->project;
	if (!will_be_held(seen, change))
		return;
	for (i = 0; i < COUNT_OF(warned); i++) {
		assets = held_by(seen, change, warned[i], &self->arena);
		if (assets)
			take_one(self, i, change, assets);
	}
}

/* "Dana Ilves on Revenue model (Snowflake prod)" */
static const char *person(const struct downgraded *self,
			  const struct held_by *held, size_t i)
{
	struct arena *arena = self->plan->arena;
	const char *name = held->named[i].name;

	if (self->several)
		name = arena_printf(arena, "%s on %s", name,
				    held->named[i].project);
	if (*held->named[i].assets)
		name = arena_printf(arena, "%s (%s)", name,
				    held->named[i].assets);
	return name;
}

static void warn_of(const struct downgraded *self, size_t which)
{
	const struct held_by *held = &self->of[which];
	struct words list;
	size_t i;

	if (!held->people)
		return;
	words_init(&list, NAMED);
	for (i = 0; i < held->pairs; i++)
		words_add(&list, i < NAMED ? person(self, held, i) : "");
	plan_warn(self->plan, reason_code(warned[which]),
		  "%zu %s will be held at Can View %s: %s", held->people,
		  held->people == 1 ? "person" : "people", why(warned[which]),
		  words_done(&list, self->plan->arena));
}

/* To the place where the plan asked for them. */
static void move_up(struct edit_plan *plan, size_t from)
{
	struct warning one;
	size_t to = plan->held_at, i;

	for (; to < from && from < plan->n_warnings; to++, from++) {
		one = plan->warnings[from];
		for (i = from; i > to; i--)
			plan->warnings[i] = plan->warnings[i - 1];
		plan->warnings[to] = one;
	}
}

void downgraded_warn(struct downgraded *self)
{
	size_t i, from;

	if (!self)
		return;
	from = self->plan->n_warnings;
	for (i = 0; i < COUNT_OF(warned); i++)
		warn_of(self, i);
	move_up(self->plan, from);
	arena_release(&self->arena);
	free(self->counted);
	free(self);
}

void lacking_init(struct lacking *lacking, struct edit_plan *plan, uint32_t project,
		  enum level level)
{
	lacking->plan = plan;
	lacking->project = project;
	lacking->level = level;
	lacking->owning = false;
	lacking->people = 0;
	lacking->first = NOBODY;
	buf_init(&lacking->text, 400);
}

void lacking_check(struct lacking *lacking, uint32_t user)
{
	const struct facts *facts = &lacking->plan->app->facts;
	const struct fact_project *project = &facts->projects[lacking->project];
	struct arena *arena = lacking->plan->arena;
	struct words assets;
	const char *text;
	uint32_t i, asset;

	if (right_to_be_granted(facts, lacking->project, user, lacking->level,
				NULL))
		return;
	words_init(&assets, ASSETS_NAMED);
	for (i = 0; i < project->assets.n; i++) {
		asset = project->assets.v[i];
		if (!facts->assets[asset].gone && !access_asset(facts, user, asset))
			words_add(&assets, word_asset(arena, app_seen(lacking->plan->app), asset));
	}
	if (!assets.n) {
		buf_release(&assets.text);
		return;
	}
	text = words_done(&assets, arena);
	if (!lacking->people)
		lacking->first = user;
	if (lacking->people++ < LACKING_NAMED)
		buf_printf(&lacking->text, "%s%s (%s)",
			   lacking->people > 1 ? ", " : "",
			   word_user(arena, app_seen(lacking->plan->app), user), text);
}

/* "run: gatehouse ...", with what it does where a key stands for it; or whom to ask. */
static const char *way(const struct facts *facts, const struct fix_list *list,
		       const struct fix_offer *fix, struct arena *arena)
{
	const char *command = fix_command(facts, list, fix, arena);

	if (!*command)
		return fix->text;
	return arena_printf(arena, fix->n_steps > 1 ? "run: %s (%s)" : "run: %s",
			    command, fix->text);
}

/* Those that fit, of one list. */
static void add_ways(struct lacking *lacking, const struct fix_list *list,
		     size_t first, size_t last, size_t most, const char **out)
{
	const struct facts *facts = &lacking->plan->app->facts;
	struct arena *arena = lacking->plan->arena;
	const char *next;
	size_t i;

	for (i = first; i < last && most; i++) {
		next = arena_printf(arena, "%s; or %s", *out,
				    way(facts, list, &list->v[i], arena));
		if (strlen(next) >= sizeof(((struct error *)0)->remedy))
			continue;
		*out = next;
		most--;
	}
}

/* Can View is always possible; beyond it what gives the first of the people the
 * level, as whoever is refused may run it, or ask for what the grant lacks.  Of
 * several commands the state that the others leave is none that a fix could be run
 * on. */
static void ways_out(struct lacking *lacking, struct error *err)
{
	const char *out = lacking->owning ? "choose another owner" :
					    "grant Can View";
	struct app *app = lacking->plan->app;
	struct edit grant = edit_of(EDIT_GRANT_USER);
	struct arena arena = { 0 };
	struct answer answer;
	struct fix_list own, asked;

	grant.user = lacking->first;
	grant.project = lacking->project;
	grant.value = (int)lacking->level;
	access_decide(&app->facts, grant.user, grant.project, &arena, &answer);
	fix_list_find(app, &answer, lacking->level, &grant, &arena, &asked);
	if (lacking->owning)
		own = asked;
	else
		fix_list_find(app, &answer, lacking->level, NULL, &arena, &own);
	if (!lacking->plan->n)
		add_ways(lacking, &own, 0, own.runnable,
			 asked.n > asked.runnable ? FIXES_NAMED - 1 : FIXES_NAMED, &out);
	add_ways(lacking, &asked, asked.runnable, asked.n, 1, &out);
	error_remedy(err, "%s", out);
	arena_release(&arena);
}

bool lacking_done(struct lacking *lacking, struct error *err)
{
	struct arena *arena = lacking->plan->arena;

	if (!lacking->people) {
		buf_release(&lacking->text);
		return true;
	}
	if (lacking->people > LACKING_NAMED)
		buf_printf(&lacking->text, " and %zu more",
			   lacking->people - LACKING_NAMED);
	error_set(err, ERROR_CONFLICT, "ASSET_MISSING",
		  "%s cannot be granted on %s to somebody without access to "
		  "what it imports: %s", level_label(lacking->level),
		  word_project(arena, app_seen(lacking->plan->app), lacking->project),
		  buf_text(&lacking->text));
	error_needs(err, "access to the imported assets");
	if (err && !lacking->plan->quiet)
		ways_out(lacking, err);
	buf_release(&lacking->text);
	return false;
}
