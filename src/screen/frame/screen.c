/* screen.c: the shared state of the pages, and counts made once per age. */
#include "screen/frame/screen.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "access/rights.h"
#include "action/run/app_open.h"
#include "action/undo/as_of_facts.h"
#include "base/mem.h"
#include "base/text.h"

static bool click(struct pages *pages, const struct key *mouse, struct key *key)
{
	struct screen *screen = pages->app;

	return clicks_click(&screen->clicks, pages, mouse, key);
}

void screen_init(struct screen *screen, struct app *app, struct pages *pages)
{
	*screen = (struct screen){ .app = app, .pages = pages };
	pages->app = screen;
	pages->click = click;
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
	int64_t from = seen_workspace(app_seen(screen->app)).revision;
	const char *lost = screen->app->lost;
	struct error err;
	bool moved = false, looking = as_of_on(screen->app), good;

	error_clear(&err);
	good = app_refresh(screen->app, &moved, &err);
	if (screen->app->lost != lost)
		screen_lost(screen);
	if (!good) {
		if (looking && !as_of_on(screen->app))
			screen_aged(screen);	/* back to now, like it or not */
		pages_toast(screen->pages, "%s", err.text);
		return false;
	}
	if (moved) {
		screen_aged(screen);
		screen->news.fresh = true;
		screen->news.from = from;
		screen->news.toast = screen->pages->toasts;
	} else if (!quiet) {
		pages_toast(screen->pages, "Up to date at revision %lld.",
			    (long long)seen_workspace(app_seen(screen->app)).revision);
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
	const struct seen *seen = app_seen(screen->app);
	const struct facts *facts = seen_judged(seen);
	struct verdict *verdict;
	struct counts *counts;
	uint32_t u;

	if (!screen->counts)
		screen->counts = mem_array(seen_n_projects(seen),
					   sizeof(*screen->counts));
	counts = &screen->counts[project];
	if (counts->known)
		return counts;
	counts->known = true;
	if (sees_project(seen, project) != SIGHT_ALL)
		return counts;		/* title and state are all one sees */
	verdict = screen_verdicts(screen, seen_n_users(seen));
	access_of_project(facts, project, verdict);
	for (u = 0; u < seen_n_users(seen); u++) {
		if (!sees_user(seen, u))
			continue;
		counts->given_edit += level_edits((enum level)verdict[u].granted);
		counts->hold_edit += level_edits((enum level)verdict[u].effective);
		counts->people += level_opens((enum level)verdict[u].effective);
		counts->downgraded += verdict[u].effective < verdict[u].granted;
	}
	return counts;
}

static int by_name(const void *a, const void *b, void *ctx)
{
	const struct seen *seen = ctx;
	const uint32_t *x = a, *y = b;
	int order = text_natcmp(seen_user_name(seen, *x),
				seen_user_name(seen, *y));

	return order ? order : strcmp(seen_user(seen, *x)->id, seen_user(seen, *y)->id);
}

static int by_title(const void *a, const void *b, void *ctx)
{
	const struct seen *seen = ctx;
	const uint32_t *x = a, *y = b;
	int order = text_natcmp(seen_project(seen, *x)->title,
				seen_project(seen, *y)->title);

	return order ? order : strcmp(seen_project(seen, *x)->id,
				      seen_project(seen, *y)->id);
}

void screen_order(struct screen *screen)
{
	const struct seen *seen = app_seen(screen->app);
	uint32_t i;

	if (screen->ordered)
		return;
	screen->people = mem_array((size_t)seen_n_users(seen) + 1,
				   sizeof(*screen->people));
	screen->titles = mem_array((size_t)seen_n_projects(seen) + 1,
				   sizeof(*screen->titles));
	screen->n_people = screen->n_titles = 0;
	for (i = 0; i < seen_n_users(seen); i++)
		if (sees_user(seen, i))
			screen->people[screen->n_people++] = i;
	for (i = 0; i < seen_n_projects(seen); i++)
		if (sees_project(seen, i))
			screen->titles[screen->n_titles++] = i;
	qsort_r(screen->people, screen->n_people, sizeof(*screen->people),
		by_name, (void *)(uintptr_t)seen);
	qsort_r(screen->titles, screen->n_titles, sizeof(*screen->titles),
		by_title, (void *)(uintptr_t)seen);
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
	access_decide(seen_judged(app_seen(app)), subject, project, screen_scratch(screen),
		      &answer);
	return level_views(answer.effective) ? NULL :
		"Who can do what is shown from Can View up.";
}

void screen_refuse(struct screen *screen, const char *fmt, ...)
{
	char text[TOAST_MAX];
	va_list list;

	va_start(list, fmt);
	vsnprintf(text, sizeof(text), fmt, list);
	va_end(list);
	pages_toast(screen->pages, "%s", text);
	screen->refusal.fresh = true;
	screen->refusal.toast = screen->pages->toasts;
}

void screen_focused(struct screen *screen, const struct thing *focus)
{
	if (screen->refusal.fresh)
		screen->refusal.at = *focus;
	else if (screen->refusal.toast == screen->pages->toasts &&
		 screen->refusal.toast && !thing_same(&screen->refusal.at, focus))
		screen->pages->toast[0] = '\0';
	screen->refusal.fresh = false;
}

void screen_go_page(struct screen *screen, struct page *page)
{
	assert(!screen->go.page && !screen->go.request);
	screen->go = (struct go){ .kind = GO_OPEN, .page = page };
}

void screen_go_changes(struct screen *screen, const char *title,
		       const struct preview *preview)
{
	screen->go = (struct go){ .kind = GO_CHANGES, .preview = preview };
	snprintf(screen->go.text, sizeof(screen->go.text), "%s", title);
}

struct arena *screen_scratch(struct screen *screen)
{
	arena_release(&screen->scratch);
	return &screen->scratch;
}
