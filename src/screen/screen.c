/* screen.c: the shared state of the pages, and counts made once per age. */
#include "screen/screen.h"

#include <stdlib.h>
#include <string.h>

#include "access/rights.h"
#include "base/mem.h"
#include "base/text.h"
#include "screen/dialog.h"
#include "screen/lookback.h"
#include "screen/movelist.h"

void screen_init(struct screen *screen, struct app *app, struct pages *pages)
{
	*screen = (struct screen){ .app = app, .pages = pages };
	pages->app = screen;
	pages->click = hits_click;
}

static void forget(struct screen *screen)
{
	free(screen->counts);
	free(screen->people);
	free(screen->titles);
	screen->counts = NULL;
	screen->people = NULL;
	screen->titles = NULL;
	screen->ordered = false;
}

void screen_release(struct screen *screen)
{
	forget(screen);
	free(screen->verdicts);
	if (screen->last)
		movelist_release(screen->last);
	free(screen->last);
	drafts_release(screen);
	arena_release(&screen->scratch);
}

void screen_aged(struct screen *screen)
{
	forget(screen);
	pages_changed(screen->pages);
	screen->pages->dirty = true;
}

/* The header says so as long as it lasts. */
static void screen_lost(struct screen *screen)
{
	screen->pages->dirty = true;
	if (screen->app->lost)
		pages_toast(screen->pages, "The store was %s: what is shown may "
			    "be read, nothing can be saved.", screen->app->lost);
	else
		pages_toast(screen->pages, "The store is back in its place.");
}

bool screen_reload(struct screen *screen, bool quiet)
{
	int64_t from = screen->app->facts.revision;
	const char *lost = screen->app->lost;
	struct error err;
	bool moved = false, looking = lookback_on(screen), good;

	error_clear(&err);
	good = app_refresh(screen->app, &moved, &err);
	if (screen->app->lost != lost)
		screen_lost(screen);
	if (!good) {
		if (looking && !lookback_on(screen))
			screen_aged(screen);	/* back to now, like it or not */
		pages_toast(screen->pages, "%s", err.text);
		return false;
	}
	if (moved) {
		screen_aged(screen);
		screen_told(screen, from);
	} else if (!quiet) {
		pages_toast(screen->pages, "Up to date at revision %lld.",
			    (long long)screen->app->facts.revision);
	}
	return true;
}

struct verdict *screen_verdicts(struct screen *screen, size_t n)
{
	if (n > screen->n_verdicts) {
		screen->verdicts = mem_resize(screen->verdicts, n,
					      sizeof(*screen->verdicts));
		screen->n_verdicts = n;
	}
	return screen->verdicts;
}

const struct counts *screen_counts(struct screen *screen, uint32_t project)
{
	const struct facts *facts = &screen->app->facts;
	struct verdict *verdict;
	struct counts *counts;
	uint32_t u;

	if (!screen->counts)
		screen->counts = mem_array(facts->n_projects,
					   sizeof(*screen->counts));
	counts = &screen->counts[project];
	if (counts->known)
		return counts;
	verdict = screen_verdicts(screen, facts->n_users);
	access_of_project(facts, project, verdict);
	for (u = 0; u < facts->n_users; u++) {
		counts->given_edit += level_edits((enum level)verdict[u].granted);
		counts->hold_edit += level_edits((enum level)verdict[u].effective);
		counts->people += level_opens((enum level)verdict[u].effective);
		counts->downgraded += verdict[u].effective < verdict[u].granted;
	}
	counts->known = true;
	return counts;
}

static int by_name(const void *a, const void *b, void *ctx)
{
	const struct facts *facts = ctx;
	const uint32_t *x = a, *y = b;
	int order = text_natcmp(facts_user_name(facts, *x),
				facts_user_name(facts, *y));

	return order ? order : strcmp(facts->users[*x].id, facts->users[*y].id);
}

static int by_title(const void *a, const void *b, void *ctx)
{
	const struct facts *facts = ctx;
	const uint32_t *x = a, *y = b;
	int order = text_natcmp(facts->projects[*x].title,
				facts->projects[*y].title);

	return order ? order : strcmp(facts->projects[*x].id,
				      facts->projects[*y].id);
}

void screen_order(struct screen *screen)
{
	struct facts *facts = &screen->app->facts;
	uint32_t i;

	if (screen->ordered)
		return;
	screen->people = mem_array((size_t)facts->n_users + 1,
				   sizeof(*screen->people));
	screen->titles = mem_array((size_t)facts->n_projects + 1,
				   sizeof(*screen->titles));
	screen->n_people = screen->n_titles = 0;
	for (i = 0; i < facts->n_users; i++)
		if (!facts->users[i].gone && sees_user(app_seen(screen->app), i))
			screen->people[screen->n_people++] = i;
	for (i = 0; i < facts->n_projects; i++)
		if (!facts->projects[i].gone && sees_project(app_seen(screen->app), i))
			screen->titles[screen->n_titles++] = i;
	qsort_r(screen->people, screen->n_people, sizeof(*screen->people),
		by_name, facts);
	qsort_r(screen->titles, screen->n_titles, sizeof(*screen->titles),
		by_title, facts);
	screen->ordered = true;
}

const char *screen_may_ask(struct screen *screen, uint32_t user,
			   uint32_t project)
{
	struct app *app = screen->app;
	uint32_t subject = app_subject(app);
	struct answer answer;

	if (app_is_admin(app) || subject == NOBODY)
		return NULL;
	if (user != NOBODY && user != subject)
		return "Only an Admin may see what other people can do.";
	if (project == NOBODY || user == subject)
		return NULL;
	access_decide(&app->facts, subject, project, screen_scratch(screen),
		      &answer);
	return level_views(answer.effective) ? NULL :
		"Who can do what is shown from Can View up.";
}

struct arena *screen_scratch(struct screen *screen)
{
	arena_release(&screen->scratch);
	return &screen->scratch;
}
