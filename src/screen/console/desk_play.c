/* desk_play.c: see desk_play.h. */
#include "screen/console/desk_play.h"

#include <stdio.h>

#include "action/scenario/play.h"
#include "screen/console/desk_priv.h"
#include "screen/frame/request.h"

bool desk_play_on(const struct screen *screen)
{
	return play_on(screen->app) && !screen->acting;
}

/* ---- what a step is about ----------------------------------------------------------- */

struct thing desk_play_thing(const struct app *app, const struct play_things *about)
{
	if (about->project != NOBODY)
		return thing_of(app, THING_PROJECT, about->project);
	if (about->asset != NOBODY)
		return thing_of(app, THING_ASSET, about->asset);
	if (about->group != NOBODY)
		return thing_of(app, THING_GROUP, about->group);
	if (about->user != NOBODY)
		return thing_of(app, THING_USER, about->user);
	return (struct thing){ .kind = THING_NONE };
}

static bool goto_in(struct desk *desk, size_t tab, size_t v, const struct thing *thing)
{
	struct view *view = &desk->views[tab][v];

	if (!view->spec || !view_holds(view, thing))
		return false;
	desk_show_tab(desk, tab);
	desk->shown[tab] = v;
	if (view_goto(view, thing))
		return true;
	input_set(&view->filter, "");	/* a filter hid it */
	view_filter(view, "");
	return view_goto(view, thing);
}

/* Its row on its tab. */
static void goto_thing(struct desk *desk, const struct thing *thing)
{
	size_t t, v;

	for (t = 0; t < desk->n_tabs; t++)
		for (v = 0; v < TAB_VIEWS; v++)
			if (goto_in(desk, t, v, thing))
				return;
}

/* Pinned as it was before what is new. */
static void pin(struct desk *desk, const struct thing *subject)
{
	struct panel *panel = &desk->panel;
	struct screen *screen = desk->screen;
	bool news = play_aside(screen->app);

	if (news)
		screen_aged(screen);
	panel->pinned = false;
	panel_follow(panel, subject);
	panel->since = "by this step";
	panel_pin(panel);
	if (!news)
		return;
	play_return(screen->app);
	screen_aged(screen);
}

static void unpin(struct desk *desk)
{
	desk->panel.since = NULL;
	if (desk->panel.pinned)
		panel_pin(&desk->panel);
}

/* The person of the step under the cursor, if the panel has such a row. */
static bool goto_person(struct desk *desk, uint32_t user)
{
	struct panel *panel = &desk->panel;

	panel_ready(panel);
	panel_first(panel);
	return user != NOBODY && panel->subject.kind != THING_USER &&
		panel_goto(panel, THING_USER, user);
}

static void size_panel(struct desk *desk, bool wanted)
{
	if (desk->narrow)
		desk->panel.size = wanted ? PANEL_FULL : PANEL_OFF;
	else
		desk->panel.size = PANEL_SHOWN;
}

/* NOBODY: as oneself. */
static void look(struct screen *screen, uint32_t eyes)
{
	screen->app->acting_as = eyes;
	snprintf(screen->acted, sizeof(screen->acted), "%s", eyes == NOBODY ? "" :
		 seen_user(app_seen(screen->app), eyes)->id);
	screen_aged(screen);
}

void desk_play_show(struct desk *desk)
{
	struct app *app = desk->screen->app;
	struct play_about about;
	struct thing subject;
	bool looks;

	if (!desk_play_on(desk->screen))
		return;
	about = play_about(app, play_last(app));
	subject = desk_play_thing(app, &about.shown);
	looks = about.eyes != NOBODY;
	unpin(desk);
	if (desk->panel.filter.n)
		panel_filter(&desk->panel, "");
	input_set(&desk->panel.filter, "");
	look(desk->screen, about.eyes);
	desk->zone = ZONE_LIST;
	size_panel(desk, !looks && subject.kind != THING_NONE);
	if (subject.kind == THING_NONE)
		return;
	goto_thing(desk, &subject);
	if (looks) {
		desk_sync(desk);
		return;
	}
	pin(desk, &subject);
	if (goto_person(desk, about.shown.user))
		desk->zone = ZONE_PANEL;
}

/* ---- keys --------------------------------------------------------------------------- */

static void to(struct desk *desk, size_t step)
{
	struct screen *screen = desk->screen;
	struct error err;

	error_clear(&err);
	screen->pages->toast[0] = '\0';
	if (!play_to(screen->app, step, &err))
		request_toast(screen, "", &err);
	desk_play_show(desk);
}

static void forward(struct desk *desk)
{
	struct app *app = desk->screen->app;

	if (play_at(app) < play_steps(app))
		to(desk, play_at(app) + 1);
	else
		screen_passing(desk->screen, "That was the last step. Home goes to "
			       "the first, Esc leaves the scenario.");
}

static void back(struct desk *desk)
{
	struct app *app = desk->screen->app;

	if (play_at(app))
		to(desk, play_at(app) - 1);
	else
		screen_passing(desk->screen, "There is no step before. Right does "
			       "the first.");
}

static void leave(struct desk *desk)
{
	struct app *app = desk->screen->app;
	size_t at = play_at(app), n = play_steps(app);

	play_end(app);
	unpin(desk);
	desk->zone = ZONE_LIST;
	if (desk->panel.size == PANEL_FULL)
		desk->panel.size = PANEL_SHOWN;
	look(desk->screen, NOBODY);
	pages_toast(desk->screen->pages, "Left after step %zu of %zu. The demo stays "
		    "as it is: try what you like.", at, n);
}

bool desk_play_key(struct desk *desk, const struct key *key)
{
	struct app *app = desk->screen->app;

	if (!desk_play_on(desk->screen) || key->mods)
		return false;
	switch (key->code) {
	case KEY_RIGHT:
		forward(desk);
		return true;
	case KEY_LEFT:
		back(desk);
		return true;
	case KEY_HOME:
		to(desk, 0);
		return true;
	case KEY_END:
		to(desk, play_steps(app));
		return true;
	default:
		break;
	}
	if (keys_command(key) != CMD_ESC || desk_input(desk)->n)
		return false;
	leave(desk);
	return true;
}
