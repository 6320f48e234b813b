/* detail.c: one answer of the engine, as the lines of the panel (F113). */
#include "screen/panel/detail.h"

#include <stdio.h>
#include <string.h>

#include "access/rights.h"
#include "access/words.h"
#include "action/core/action.h"
#include "action/undo/as_of_facts.h"
#include "model/kind.h"

enum { LABEL = 12, FIXES_SHOWN = 9, ASKED_SHOWN = 3 };

struct detail_job {
	struct lines *lines;
	struct screen *screen;
	struct app *app;
	const struct answer *a;
	struct arena arena;
};

void detail_release(struct detail *detail)
{
	lines_release(&detail->lines);
	arena_release(&detail->arena);
	detail_lose(detail);
	detail->made = false;
}

void detail_stale(struct detail *detail)
{
	detail_lose(detail);
	detail->made = false;
}

static void list_cans(unsigned cans, struct buf *out)
{
	bool any = false;
	int can;

	for (can = 0; can < CANS; can++)
		if (cans & 1u << can) {
			buf_printf(out, "%s%s", any ? ", " : "",
				   can_label((enum can)can));
			any = true;
		}
}

static const char *source_name(const struct seen *seen,
			       const struct source *source, struct arena *arena)
{
	switch (source->via) {
	case VIA_DIRECT:
		return source->owner ? "owner" : "direct";
	case VIA_GROUP:
		return arena_printf(arena, "group %s",
				    seen_group_label(seen, source->group));
	case VIA_WORKSPACE:
		return "workspace";
	default:
		return "web link";
	}
}

/* Where a source is set: its group, else the project. */
static struct thing source_home(const struct detail_job *job,
				const struct source *source)
{
	if (source->via == VIA_GROUP)
		return thing_of(job->app, THING_GROUP, source->group);
	return thing_of(job->app, THING_PROJECT, job->a->project);
}

static const char *blocked_why(enum reason reason)
{
	switch (reason) {
	case REASON_WORKSPACE_EXCLUDES_GUEST:
		return "workspace sharing does not include Guests";
	case REASON_PUBLIC_SWITCH_OFF:
		return "sharing to the web is switched off for the workspace";
	case REASON_TRASHED_LINK_SUSPENDED:
		return "the project is in the trash, its link is suspended";
	case REASON_DEACTIVATED:
		return "the person is deactivated";
	case REASON_NO_ACCOUNT:
		return "a web visitor has no account";
	default:
		return reason_code(reason);
	}
}

static void step_granted(struct detail_job *job)
{
	const struct answer *a = job->a;
	const struct seen *seen = app_seen(job->app);
	const struct source *s;
	struct line *line;
	uint32_t i;

	if (!a->n_sources)
		(void)lines_pair(job->lines, LABEL, "1 granted", "%s",
				 level_label(LEVEL_NONE));
	for (i = 0; i < a->n_sources; i++) {
		s = &a->sources[i];
		line = lines_pair(job->lines, LABEL, i ? "" : "1 granted",
				  "%-11s %s%s", level_label(s->level),
				  source_name(seen, s, &job->arena),
				  s->wins && a->n_sources > 1 ? " (wins)" : "");
		line->link = source_home(job, s);
	}
	for (i = 0; i < a->n_blocked; i++) {
		s = &a->blocked[i];
		line = lines_pair(job->lines, LABEL, "", "%-11s %s does not "
				  "count: %s", level_label(s->level),
				  source_name(seen, s, &job->arena),
				  blocked_why(s->blocked));
		line->link = source_home(job, s);
	}
}

static void step_role(struct detail_job *job)
{
	const struct answer *a = job->a;
	bool caps = role_is_held(a->role);
	struct line *line;

	if (a->user == ANYONE) {
		(void)lines_pair(job->lines, LABEL, "2 role",
				 "none: a web visitor");
		return;
	}
	line = lines_pair(job->lines, LABEL, "2 role", "%s: %s%s",
			  role_label(a->role),
			  caps ? "at most Can View" : "no limit",
			  a->active ? "" : ", deactivated");
	if (caps && level_edits(a->granted))
		line->style = STYLE_RED;
	line->link = thing_of(job->app, THING_USER, a->user);
}

/* By its name where it may be seen, or holds the one who looks. */
static const char *asset_name(const struct detail_job *job, uint32_t a)
{
	const struct seen *seen = app_seen(job->app);
	uint32_t i;

	for (i = 0; i < job->a->n_limits; i++)
		if (job->a->limits[i].asset == a)
			return seen_limit_label(seen, job->a,
						&job->a->limits[i]);
	return seen_asset_label(seen, a);
}

static void step_assets(struct detail_job *job)
{
	const struct answer *a = job->a;
	const struct seen *seen = app_seen(job->app);
	const struct facts *facts = seen_judged(seen);
	const struct fact_project *project = seen_project(seen, a->project);
	const struct fact_asset *asset;
	struct line *line;
	uint32_t i, n = 0;
	bool has;

	for (i = 0; i < project->assets.n; i++) {
		asset = seen_asset(seen, project->assets.v[i]);
		if (asset->gone)
			continue;
		has = access_asset(facts, a->user, project->assets.v[i]);
		line = lines_pair(job->lines, LABEL, n++ ? "" : "3 assets",
				  sees_asset(seen, project->assets.v[i]) ==
				  SIGHT_ALL ? "%s: %s (%s)" : "%s: %s",
				  asset_name(job, project->assets.v[i]),
				  has ? "yes" : "no",
				  role_has_all_assets(a->role) && has ?
				  "Admins inherit all" :
				  access_shared_with(seen,
						     project->assets.v[i],
						     &job->arena));
		line->link = thing_of(job->app, THING_ASSET,
				      project->assets.v[i]);
		if (!has && level_edits(a->granted) && a->user != ANYONE)
			line->style = STYLE_RED;
	}
	if (!n)
		(void)lines_pair(job->lines, LABEL, "3 assets", "%s",
				 sees_project(seen, a->project) == SIGHT_ALL ?
				 "none imported: no limit" :
				 "shown from Can View up");
	if (project->state != STATE_ACTIVE) {
		line = lines_pair(job->lines, LABEL, "4 state",
				  "%s: at most Can View",
				  state_code(project->state));
		line->link = thing_of(job->app, THING_PROJECT, a->project);
	}
}

static void step_result(struct detail_job *job)
{
	const struct answer *a = job->a;
	unsigned lost = access_lost(seen_judged(app_seen(job->app)), a);
	struct line *line;
	struct buf text;

	buf_init(&text, 1024);
	if (lost) {
		buf_adds(&text, "  loses: ");
		list_cans(lost, &text);
	}
	line = lines_pair(job->lines, LABEL, "= result", "%s%s",
			  level_label(a->effective), buf_text(&text));
	line->style = STYLE_BOLD;
	line->label_style = STYLE_BOLD;
	buf_release(&text);
	if (seen_project(app_seen(job->app), a->project)->assets.n)
		(void)lines_pair(job->lines, LABEL, "",
				 "Asset permissions do not hide results.");
}

static void add_near(struct detail_job *job)
{
	struct source *near;
	struct line *line;
	uint32_t n, i;

	if (job->a->user == ANYONE || level_opens(job->a->effective))
		return;
	access_near_misses(seen_judged(app_seen(job->app)), job->a->user, job->a->project,
			   &job->arena, &near, &n);
	for (i = 0; i < n; i++) {
		if (!sees_group(app_seen(job->app), near[i].group))
			continue;
		line = lines_pair(job->lines, LABEL, i ? "" : "near",
				  "group %s has %s; not a member",
				  seen_group_label(app_seen(job->app), near[i].group),
				  level_label(near[i].level));
		line->link = thing_of(job->app, THING_GROUP, near[i].group);
	}
}

static void fix_line(struct detail_job *job, const struct fix_offer *fix,
		     uint32_t number)
{
	const char *also = fix_side_effects(fix, &job->arena);
	struct line *line;
	char label[16] = "";

	if (number)
		snprintf(label, sizeof(label), "f %u", number);
	line = lines_pair(job->lines, 4, label, "%s: %s", fix->text,
			  *also ? also : "nothing else moves");
	line->fix = (int)number;
}

/* Those that f and a number do, then whom to ask. */
static void add_fixes(struct detail *detail, struct detail_job *job)
{
	const struct answer *a = job->a;
	const struct fix_list *list = &detail->fixes;
	enum level want = a->effective < a->granted ? a->granted :
		LEVEL_CAN_VIEW;
	size_t i, shown, asked;

	if (a->user == ANYONE || a->effective >= want || as_of_on(job->app))
		return;
	lines_blank(job->lines);
	if (!detail_find(detail, job->screen, a, want)) {
		(void)lines_pair(job->lines, LABEL, "Fixes", "counting...");
		return;
	}
	if (!list->n) {
		(void)lines_pair(job->lines, LABEL, "Fixes",
				 "none: no single change gives %s",
				 level_label(want));
		return;
	}
	shown = list->runnable < FIXES_SHOWN ? list->runnable : FIXES_SHOWN;
	asked = list->n - list->runnable;
	if (shown)
		lines_head(job->lines, "Fixes that give %s (f and the number)",
			   level_label(want));
	else
		lines_head(job->lines, "What would give %s",
			   level_label(want));
	for (i = 0; i < shown; i++)
		fix_line(job, &list->v[i], (uint32_t)i + 1);
	if (list->runnable > shown)
		(void)lines_pair(job->lines, 4, "", "%zu more: access fixes",
				 list->runnable - shown);
	for (i = 0; i < asked && i < ASKED_SHOWN; i++)
		fix_line(job, &list->v[list->runnable + i], 0);
	if (asked > ASKED_SHOWN)
		(void)lines_pair(job->lines, 4, "", "%zu more to ask for",
				 asked - ASKED_SHOWN);
}

bool detail_begin(struct detail *detail, const char *user, const char *other)
{
	bool same = strcmp(detail->user, user) == 0 &&
		strcmp(detail->project, other) == 0;

	if (detail->made && same)
		return false;
	if (!same)
		detail->lines.cursor = detail->lines.top = 0;
	if (!same)
		detail_lose(detail);
	snprintf(detail->user, sizeof(detail->user), "%s", user);
	snprintf(detail->project, sizeof(detail->project), "%s", other);
	lines_clear(&detail->lines);
	arena_release(&detail->arena);
	return true;
}

void detail_make(struct detail *detail, struct screen *screen, uint32_t user,
		 uint32_t project)
{
	struct app *app = screen->app;
	struct thing who = thing_of(app, THING_USER, user);
	struct answer answer;
	struct detail_job job = {
		.lines = &detail->lines, .screen = screen, .app = app,
		.a = &answer
	};

	if (!detail_begin(detail, who.id,
			  seen_project(app_seen(app), project)->id))
		return;
	access_decide(seen_judged(app_seen(app)), user, project, &job.arena, &answer);
	(void)lines_add(&detail->lines, "%s",
			access_sentence(app_seen(app), &answer, &job.arena));
	step_granted(&job);
	step_role(&job);
	step_assets(&job);
	step_result(&job);
	add_near(&job);
	add_fixes(detail, &job);
	detail->made = true;
	arena_release(&job.arena);
}
