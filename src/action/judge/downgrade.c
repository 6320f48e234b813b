/* downgrade.c: who would be held below what is granted, were these edits made. */
#include "action/judge/downgrade.h"

#include <string.h>

#include "access/rights.h"
#include "action/core/word_list.h"
#include "action/run/fix_list.h"

enum { NAMED = 60, ASSETS_NAMED = 3, LACKING_NAMED = 4, WAYS = 2 };

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

static const char *person(const struct seen *seen, const struct change *change,
			  const char *assets, bool name_project,
			  struct arena *arena)
{
	const char *name = word_user(arena, seen, change->user);

	if (name_project)
		name = arena_printf(arena, "%s on %s", name,
				    word_project(arena, seen, change->project));
	if (*assets)
		name = arena_printf(arena, "%s (%s)", name, assets);
	return name;
}

static bool several_projects(const struct preview *preview)
{
	return preview->n && preview->changes[0].project !=
	       preview->changes[preview->n - 1].project;
}

/* People, not pairs: one person may be held in several projects. */
static size_t count_people(const struct preview *preview, enum reason code,
			   const struct seen *seen, struct arena *arena)
{
	unsigned char *counted = arena_alloc(arena,
				seen_judged(seen)->n_users + 1u);
	const struct change *change;
	size_t n = 0;
	uint32_t i;

	for (i = 0; i < preview->n; i++) {
		change = &preview->changes[i];
		if (!will_be_held(seen, change) || counted[change->user] ||
		    !held_by(seen, change, code, arena))
			continue;
		counted[change->user] = 1;
		n++;
	}
	return n;
}

static void warn_of(struct edit_plan *plan, const struct preview *preview,
		    enum reason code, struct arena *arena)
{
	const struct seen *seen = app_seen(plan->app);
	bool name_project = several_projects(preview);
	size_t people = count_people(preview, code, seen, arena);
	const struct change *change;
	const char *assets;
	struct words list;
	uint32_t i;

	if (!people)
		return;
	words_init(&list, NAMED);
	for (i = 0; i < preview->n; i++) {
		change = &preview->changes[i];
		if (!will_be_held(seen, change))
			continue;
		assets = held_by(seen, change, code, arena);
		if (assets)
			words_add(&list, list.n < NAMED ?
				  person(seen, change, assets, name_project,
					 arena) : "");
	}
	plan_warn(plan, reason_code(code), "%zu %s will be held at Can View %s: %s",
		  people, people == 1 ? "person" : "people", why(code),
		  words_done(&list, arena));
}

void downgrade_warn(struct edit_plan *plan, struct edit *edits, size_t n)
{
	struct arena arena = { 0 };
	struct preview preview;
	size_t i;

	if (plan->quiet)
		return;
	access_preview(&plan->app->facts, edits, n, &arena, &preview);
	for (i = 0; i < COUNT_OF(warned); i++)
		warn_of(plan, &preview, warned[i], &arena);
	arena_release(&arena);
}

void downgrade_edits(struct edit_plan *plan, struct edit *edits, size_t n)
{
	size_t i;

	downgrade_warn(plan, edits, n);
	for (i = 0; i < n; i++)
		plan_edit_warned(plan, edits[i]);
}

static bool is_warned(const char *code)
{
	size_t i;

	for (i = 0; i < COUNT_OF(warned); i++)
		if (strcmp(reason_code(warned[i]), code) == 0)
			return true;
	return false;
}

void downgrade_all(struct edit_plan *plan)
{
	struct facts *facts = &plan->app->facts;
	size_t i, n = 0, before = plan->n_warnings;

	for (i = 0; i < before; i++)
		if (!is_warned(plan->warnings[i].code))
			plan->warnings[n++] = plan->warnings[i];
	plan->n_warnings = n;
	if (n == before)
		return;
	for (i = plan->n; i > 0; i--)
		edit_revert(facts, &plan->edits[i - 1]);
	downgrade_warn(plan, plan->edits, plan->n);
	for (i = 0; i < plan->n; i++)
		edit_apply(facts, &plan->edits[i]);
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
			 asked.n > asked.runnable ? WAYS - 1 : WAYS, &out);
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
