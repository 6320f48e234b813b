/* desk_hints.c: which keys the desk shows below: by rank, and only those that would do
 * something here (SCREENS 4.1). */
#include "screen/console/desk_priv.h"

#include <stdio.h>
#include <string.h>

#include "action/run/allowed.h"
#include "action/run/what_if.h"
#include "screen/console/desk_play.h"
#include "screen/console/menu.h"
#include "screen/frame/as_of_mode.h"
#include "screen/frame/verb.h"
#include "screen/pages/bulk.h"

enum {
	VERBS_MOST = 16,
	FULL_WORDS = 130,	/* columns from which a row's verb has all its words, */
	ROOMY = 130		/* and from which the rarer keys are shown */
};

/* ---- what may be done here ------------------------------------------------------ */

/* Verbs with a key that go with it, as the menu orders them. */
static size_t key_verbs(struct desk *desk, const struct thing *thing,
			const struct action *out[VERBS_MOST])
{
	const struct action *const *all;
	size_t count, i, k, n = 0;

	all = actions(&count);
	for (i = 0; i < count && n < VERBS_MOST; i++) {
		if (!*verb_key_name(all[i]) || !verb_fits(desk->screen->app, all[i], thing))
			continue;
		for (k = n++; k > 0 && verb_order(out[k - 1]) >
		     verb_order(all[i]); k--)
			out[k] = out[k - 1];
		out[k] = all[i];
	}
	return n;
}

/* Would it be refused: role, plan, level, state, a store that is only read? */
static bool refused(struct desk *desk, const struct action *action,
		    const struct thing *thing, bool many)
{
	struct arena arena = { 0 };
	struct item item = { .action = action };

	menu_reason(desk->screen, thing, many, &arena, &item);
	arena_release(&arena);
	return item.why != NULL;
}

/* The first verbs that the row takes; marked: that all marked rows take. */
static void ask_verbs(struct desk *desk, const struct thing *thing, bool marked)
{
	const struct action *verb[VERBS_MOST];
	size_t n = key_verbs(desk, thing, verb), i;
	struct desk_may *may = &desk->may;
	size_t most = marked ? DESK_VERBS : 1;	/* of what is shown */

	for (i = 0; i < n && may->n_verbs < most; i++)
		if (!(marked && !bulk_fits(verb[i])) &&
		    !refused(desk, verb[i], thing, marked))
			may->verb[may->n_verbs++] = verb[i];
}

/* Asked once for each row and revision: some of it plans what it would do. */
static const struct desk_may *ask(struct desk *desk)
{
	struct screen *screen = desk->screen;
	bool marked = desk_view(desk)->list.n_marks > 0;
	struct thing thing = view_focus(desk_view(desk));
	const struct action *create = desk_creates(desk);
	struct desk_may *may = &desk->may;
	struct error err;

	error_clear(&err);
	if (may->known && may->marked == marked && may->create_of == create &&
	    thing_same(&may->thing, &thing))
		return may;
	if (!may->known) {
		may->write = action_allowed(screen->app, verb_called("undo"),
					    &err);
	}
	may->known = true;
	may->marked = marked;
	may->thing = thing;
	may->create_of = create;
	may->n_verbs = 0;
	ask_verbs(desk, &thing, marked);
	may->create = verb_may_create(screen->app, create, &err);
	return may;
}

/* ---- words ------------------------------------------------------------------------ */

/* Where bytes count it is as wide as "share": the line does not move with the row. */
static const char *word_of(const struct action *action, int cols)
{
	return cols < FULL_WORDS && strcmp(action->verb, "take-access") == 0 ?
		"take " : verb_word(action);
}

static size_t add_verbs(struct desk *desk, const struct desk_may *may,
			int cols, size_t most, struct hint *hints, size_t n)
{
	size_t marks = desk_view(desk)->list.n_marks, i;

	for (i = 0; i < may->n_verbs && i < most; i++) {
		char *words = desk->marked_words[i];
		size_t room = sizeof(desk->marked_words[0]);

		if (marks)
			snprintf(words, room, "%s %zu marked",
				 verb_word(may->verb[i]), marks);
		else
			snprintf(words, room, "%s", word_of(may->verb[i], cols));
		hints[n++] = (struct hint){ verb_key_name(may->verb[i]), words };
	}
	return n;
}

/* ---- the bottom line ---------------------------------------------------------------- */

static size_t typing_hints(struct hint *hints)
{
	hints[0] = (struct hint){ "Enter", "keep the filter" };
	hints[1] = (struct hint){ "Esc", "clear it" };
	hints[2] = (struct hint){ "Up Down", "move" };
	return 3;
}

/* The fixes of the person in the panel, as far as they are one's own to do, and are
 * there: finding them takes its time, which a hint is not worth. */
static bool has_fixes(struct desk *desk)
{
	struct panel *panel = &desk->panel;
	const struct detail *detail = NULL;

	if (desk->detail_seen && panel_has_rows(panel) && !panel->refused &&
	    panel->subject.kind != THING_ASSET)
		detail = panel_detail(panel);
	return detail && detail->fixes.runnable > 0 && ask(desk)->write;
}

static size_t list_hints(struct desk *desk, int cols, struct hint *hints)
{
	const struct desk_may *may = ask(desk);
	bool marks = desk_view(desk)->list.n_marks > 0;
	enum thing_kind kind = may->thing.kind;
	size_t n = 0;

	if (!marks && kind != THING_NONE)
		hints[n++] = chrome_hint(CMD_OPEN);
	n = add_verbs(desk, may, cols, marks ? DESK_VERBS : 1, hints, n);
	if (!marks && kind == THING_PROJECT && !may->n_verbs && may->write &&
	    app_is_admin(desk->screen->app) && cols < ROOMY)
		hints[n++] = chrome_key(CMD_WHY, "why  ");
	if (!marks && may->write && verb_asks_first(desk->screen->app, &may->thing)) {
		hints[n++] = chrome_key(CMD_SHARE, "ask for more");
		hints[n++] = chrome_hint(CMD_WHY);
	}
	if (may->create && !marks)
		hints[n++] = chrome_hint(CMD_NEW);
	if (kind == THING_USER && app_reads_all(desk->screen->app) &&
	    desk_view(desk)->list.n_marks == 2)
		hints[n++] = chrome_hint(CMD_COMPARE);
	if (marks) {
		hints[n++] = chrome_hint(CMD_MARK);
		hints[n++] = (struct hint){ "Esc", "unmark" };
	}
	if (kind != THING_NONE || !filter_empty(&desk_view(desk)->list.filter))
		hints[n++] = chrome_hint(CMD_FILTER);
	if (kind != THING_NONE)
		hints[n++] = (struct hint){ "Tab", "panel" };
	else if (!filter_empty(&desk_view(desk)->list.filter))
		hints[n++] = (struct hint){ "Esc", "clear the filter" };
	if (has_fixes(desk))
		hints[n++] = chrome_hint(CMD_FIX);
	return n;
}

/* What Enter does in the panel or the explanation; NULL: nothing leads on. */
static const char *panel_leads(struct desk *desk)
{
	struct panel *panel = &desk->panel;
	struct detail *detail = desk->zone == ZONE_DETAIL ?
		panel_detail(panel) : NULL;
	uint32_t user, project;

	if (desk->zone == ZONE_PANEL && panel_has_rows(panel))
		return panel->refused ? NULL :
			panel_pair(panel, &user, &project) ? "why" :
			panel_on_fold(panel) ? "open" : NULL;
	return lines_current(detail ? &detail->lines : &panel->card) ?
		"follow" : NULL;
}

static size_t panel_hints(struct desk *desk, struct hint *hints)
{
	const char *leads = panel_leads(desk);
	size_t n = 0;

	if (leads)
		hints[n++] = (struct hint){ "Enter", leads };
	if (has_fixes(desk))
		hints[n++] = chrome_hint(CMD_FIX);
	if (panel_has_rows(&desk->panel) && !desk->panel.refused) {
		hints[n++] = chrome_hint(CMD_DOWNGRADED);
		hints[n++] = chrome_hint(CMD_FILTER);
	}
	hints[n++] = (struct hint){ "Tab", "on" };
	hints[n++] = (struct hint){ "Esc", "list" };
	return n;
}

/* What is worth a place only where there is plenty of it. */
static size_t rarer_hints(struct desk *desk, struct hint *hints, size_t n)
{
	bool rows = panel_has_rows(&desk->panel) && !desk->panel.refused;

	if (desk->zone == ZONE_LIST) {
		if (rows)
			hints[n++] = chrome_hint(CMD_WHY);
		if (rows)
			hints[n++] = chrome_hint(CMD_DOWNGRADED);
		if (!desk_view(desk)->list.n_marks)
			hints[n++] = chrome_hint(CMD_MARK);
	}
	hints[n++] = chrome_key(CMD_PIN, desk->panel.pinned ? "unpin" : "pin");
	return n;
}

void desk_hints(struct desk *desk, int cols, struct hint hints[DESK_HINTS])
{
	size_t n = desk->typing ? 0 : desk_play_hints(desk->screen, hints);
	bool played = n > 0;

	panel_ready(&desk->panel);
	n = played ? n : desk->typing ? typing_hints(hints) :
		desk->zone == ZONE_LIST ? list_hints(desk, cols, hints) :
		panel_hints(desk, hints);
	if (!played && !desk->typing && desk->n_back)
		hints[n++] = chrome_hint(CMD_BACK);
	if (!played && !desk->typing && cols >= ROOMY)
		n = rarer_hints(desk, hints, n);
	if (!desk->typing) {
		hints[n++] = HINTS_KEPT;
		if (desk->zone != ZONE_LIST || ask(desk)->thing.kind != THING_NONE)
			hints[n++] = chrome_hint(CMD_MENU);
		hints[n++] = chrome_hint(CMD_PALETTE);
		hints[n++] = chrome_hint(CMD_HELP);
	}
	hints[n] = (struct hint){ NULL, NULL };
}

/* ---- the message line while it is empty ----------------------------------------------- */

/* On the tabs of what is checked, for who may see what checks found. */
static bool any_failed(const struct desk *desk)
{
	const struct app *app = desk->screen->app;
	const char *path = desk->screen->around.path;
	size_t i;

	if (!app_is_admin(app) || app->as_of ||
	    (strstr(path, "Data sources") == NULL && strstr(path, "Integrations") == NULL))
		return false;
	for (i = 0; i < app->n_checks; i++)
		if (strcmp(app->checks[i].status, "fail") == 0)
			return true;
	return false;
}

void desk_quiet_hints(struct desk *desk, struct hint hints[DESK_HINTS])
{
	const struct desk_may *may = ask(desk);
	struct screen *screen = desk->screen;
	const struct tab_view *other =
		desk->views[desk->tab][!desk->shown[desk->tab]].spec;
	size_t n = 0;

	if (!desk->typing && desk->acted && !screen->app->what_if &&
	    !as_of_mode_on(screen))
		hints[n++] = chrome_key(CMD_ACT_AS, "yourself again");
	if (!desk->typing && any_failed(desk))
		hints[n++] = chrome_hint(CMD_FAILED);
	if (!desk->typing && other) {
		snprintf(desk->other_word, sizeof(desk->other_word), "%ss",
			 other->one);
		hints[n++] = chrome_key(CMD_OTHER, desk->other_word);
	}
	if (!desk->typing && !as_of_mode_on(screen))
		hints[n++] = chrome_key(CMD_WHATIF, screen->app->what_if ?
				       "apply or drop" : "what-if");
	if (!desk->typing && may->write && desk_undoes(desk))
		hints[n++] = chrome_hint(CMD_UNDO);
	if (!desk->typing && may->write && desk_redoes(desk))
		hints[n++] = chrome_hint(CMD_REDO);
	if (!desk->typing &&
	    seen_workspace(app_seen(screen->app)).revision > 0)
		hints[n++] = chrome_hint(CMD_HISTORY);
	hints[n] = (struct hint){ NULL, NULL };
}
