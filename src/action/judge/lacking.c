/* lacking.c: see lacking.h. */
#include "action/judge/lacking.h"

#include "access/rights.h"
#include "action/core/word_list.h"

enum { ASSETS_NAMED = 3, LACKING_NAMED = 4 };

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
	lacking->plan->blocked = arena_alloc(arena, sizeof(struct blocked));
	*lacking->plan->blocked = (struct blocked){
		.user = lacking->first, .project = lacking->project,
		.level = lacking->level, .owning = lacking->owning,
		.first = lacking->plan->n == 0,
	};
	buf_release(&lacking->text);
	return false;
}
