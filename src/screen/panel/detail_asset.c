/* detail_asset.c: one person and one asset, as lines: through what it may be used,
 * what the person has in each project that imports it, and for a secret who sees
 * the value there. */
#include "access/rights.h"
#include "model/kind.h"
#include "screen/panel/card.h"
#include "screen/panel/detail.h"

enum { PROJECTS_SHOWN = 200, TEXT_LIMIT = 8192 };

static void sentence(struct lines *lines, struct screen *screen, uint32_t u,
		     uint32_t a)
{
	const struct seen *seen = app_seen(screen->app);
	bool has = access_asset(seen_judged(seen), u, a);
	bool admin = u != ANYONE &&
		role_has_all_assets(seen_user(seen, u)->role);
	struct buf through;

	buf_init(&through, TEXT_LIMIT);
	card_through(screen, a, u, &through);
	lines_add(lines, "%s %s %s%s%s.", u == ANYONE ? "A web visitor" :
		  seen_user_label(seen, u), has ? "has access to" :
		  "has no access to", seen_asset_label(seen, a),
		  has && !admin ? " through " : ": ",
		  buf_text(&through))->link =
		thing_of(screen->app, u == ANYONE ? THING_NONE : THING_USER, u);
	buf_release(&through);
}

static bool caps(const struct answer *answer, uint32_t a)
{
	uint32_t i;

	for (i = 0; i < answer->n_limits; i++)
		if (answer->limits[i].code == REASON_ASSET_MISSING &&
		    answer->limits[i].asset == a)
			return true;
	return false;
}

static void project_line(struct lines *lines, struct screen *screen,
			 const struct answer *answer, uint32_t a)
{
	const struct seen *seen = app_seen(screen->app);
	bool secret = kind_at(seen_asset(seen, a)->kind)->secret_name;
	bool held = answer->effective != answer->granted;
	bool capped = caps(answer, a);
	struct line *line;

	line = lines_add(lines, "%s: %s%s%s%s%s",
			 seen_project_label(seen, answer->project),
			 held ? level_label(answer->granted) : "",
			 held ? ", held at " : "",
			 level_label(answer->effective),
			 !capped ? "" : answer->n_limits > 1 ?
			 " by this among others" : " by this",
			 !secret ? "" : answer->can & 1u << CAN_SEE_SECRETS ?
			 "; sees the value" : "; does not see the value");
	line->link = thing_of(screen->app, THING_PROJECT, answer->project);
	line->style = capped ? STYLE_RED : 0;
}

/* pass 0: where it caps; 1: the others.  Returns lines made. */
static uint32_t project_lines(struct lines *lines, struct screen *screen,
			      uint32_t u, uint32_t a, int pass, uint32_t room)
{
	const struct seen *seen = app_seen(screen->app);
	const struct facts *facts = seen_judged(seen);
	const struct numbers *used = &seen_asset(seen, a)->projects;
	struct arena arena = { 0 };
	struct answer answer;
	uint32_t i, n = 0;

	for (i = 0; i < used->n; i++) {
		if (!sees_project(seen, used->v[i]))
			continue;
		access_decide(facts, u, used->v[i], &arena, &answer);
		if (caps(&answer, a) == (pass == 0) && n++ < room)
			project_line(lines, screen, &answer, a);
		arena_release(&arena);
	}
	return n;
}

void detail_make_asset(struct detail *detail, struct screen *screen,
		       uint32_t user, uint32_t asset)
{
	const struct seen *seen = app_seen(screen->app);
	struct thing who = thing_of(screen->app, THING_USER, user);
	struct lines *lines = &detail->lines;
	uint32_t n, used = seen_count_uses(seen, asset);

	if (!detail_begin(detail, who.id, seen_asset(seen, asset)->id))
		return;
	detail->fixes = (struct fix_list){ .n = 0 };
	sentence(lines, screen, user, asset);
	lines_head(lines, "Used by %u project%s", used, used == 1 ? "" : "s");
	n = project_lines(lines, screen, user, asset, 0, PROJECTS_SHOWN);
	n += project_lines(lines, screen, user, asset, 1, PROJECTS_SHOWN > n ?
			   PROJECTS_SHOWN - n : 0);
	if (n > PROJECTS_SHOWN)
		(void)lines_add(lines, "and %u more: access user lists all",
				n - PROJECTS_SHOWN);
	card_access(lines, screen, asset);
	detail->made = true;
}
