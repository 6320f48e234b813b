/* panel_why.c: why a row of the panel is what it is. */
#include "access/rights.h"
#include "access/words.h"
#include "screen/panel/card.h"
#include "screen/panel/panel_priv.h"

void card_through(struct screen *screen, uint32_t a, uint32_t u, struct buf *out)
{
	const struct seen *seen = app_seen(screen->app);
	const struct fact_asset *asset = seen_asset(seen, a);
	const char *comma = "";
	uint32_t i;

	if (u != ANYONE && !seen_user(seen, u)->active) {
		buf_adds(out, "deactivated: uses nothing");
		return;
	}
	if (u != ANYONE && role_has_all_assets(seen_user(seen, u)->role)) {
		buf_adds(out, "Admin: inherits all assets");
		comma = "; ";
	}
	for (i = 0; i < BUILTINS; i++) {
		bool in = u == ANYONE ? builtin_all[i] == BUILTIN_PUBLIC :
			facts_in_builtin(seen_user(seen, u), builtin_all[i]);

		if (!in || !(asset->builtin & (unsigned)builtin_all[i]))
			continue;
		buf_printf(out, "%s%s", comma, builtin_label(builtin_all[i]));
		comma = ", ";
	}
	for (i = 0; u != ANYONE && i < asset->groups.n; i++) {
		uint32_t g = asset->groups.v[i];

		if (!sees_group(seen, g) ||
		    !numbers_has(&seen_group(seen, g)->members, u))
			continue;
		buf_printf(out, "%s%s", comma, seen_group_label(seen, g));
		comma = ", ";
	}
	if (!*comma)
		buf_printf(out, asset_is_for_admins(seen_judged(seen), a) ?
			   "%s" : "not in %s", access_shared_with(seen, a,
			   screen_scratch(screen)));
}

void panel_asset_why(struct panel *panel, const struct panel_row *row, struct buf *out)
{
	const struct seen *seen = app_seen(panel->screen->app);
	uint32_t a = thing_number(panel->screen->app, &panel->subject);

	if (row->who != ANYONE && !seen_user(seen, row->who)->active)
		buf_adds(out, "deactivated");
	else if (row->who != ANYONE && role_has_all_assets(seen_user(seen, row->who)->role))
		buf_adds(out, "Admin");
	else if (a != NOBODY)
		card_through(panel->screen, a, row->who, out);
}

void panel_pair_of(const struct panel *panel, const struct panel_row *row,
		   uint32_t *user, uint32_t *project)
{
	uint32_t n = thing_number(panel->screen->app, &panel->subject);
	uint32_t who = row->who;

	*user = panel->subject.kind == THING_PROJECT ? who : n;
	*project = panel->subject.kind == THING_PROJECT ? n : who;
	if (panel->subject.kind == THING_ASSET) {
		*user = who;
		*project = NOBODY;
	}
}

void panel_why(struct panel *panel, size_t row, struct buf *out)
{
	const struct panel_row made = panel_row(panel, row), *r = &made;
	struct arena arena = { 0 };
	struct answer answer;
	uint32_t user, project;

	if (panel->subject.kind == THING_ASSET) {
		panel_asset_why(panel, r, out);
		return;
	}
	panel_pair_of(panel, r, &user, &project);
	access_decide(seen_judged(app_seen(panel->screen->app)), user, project, &arena,
		      &answer);
	if (r->changed && r->was == r->effective)
		buf_printf(out, "granted %s -> %s; ",
			   level_brief((enum level)r->was_granted),
			   level_brief((enum level)r->granted));
	buf_adds(out, access_why(app_seen(panel->screen->app), &answer, &arena));
	arena_release(&arena);
}
