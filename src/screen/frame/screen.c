/* screen.c: the shared state of the pages, and counts made once per age. */
#include "screen/frame/screen.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "access/request_seen.h"
#include "access/rights.h"
#include "action/run/app_open.h"
#include "action/undo/as_of_facts.h"
#include "base/mem.h"
#include "base/rank.h"
#include "base/text.h"
#include "ui/layout.h"

/* Of names read at a time: about a millisecond. */
enum { NAMES_A_TIME = 2000 };

void screen_init(struct screen *screen, struct app *app, struct pages *pages)
{
	*screen = (struct screen){ .app = app, .pages = pages };
	pages->app = screen;
	counts_init(&screen->counting, app, pages);
}

const struct name_index *screen_names(const struct screen *screen)
{
	return &screen->names;
}

bool screen_names_read(struct screen *screen)
{
	return name_index_build(&screen->names, app_seen(screen->app), NAMES_A_TIME);
}

static void forget(struct screen *screen)
{
	name_index_release(&screen->names);
	free(screen->people);
	free(screen->titles);
	screen->people = NULL;
	screen->titles = NULL;
	screen->ordered = false;
	screen->asking_known = false;
}

void screen_release(struct screen *screen)
{
	forget(screen);
	answered_release(&screen->answered);
	counts_release(&screen->counting);
	free(screen->verdicts);
	arena_release(&screen->scratch);
}

void screen_aged(struct screen *screen)
{
	forget(screen);
	counts_forget(&screen->counting);
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
		if (moved || (looking && !as_of_on(screen->app)))
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

/* Those that are seen, by their names; equal names by their text ids. */
static size_t by_name(const struct seen *seen, enum whose sort, uint32_t *out)
{
	uint32_t n = sort == OF_USER ? seen_n_users(seen) : seen_n_projects(seen), i;
	const uint32_t *known = seen_order(seen, sort);
	struct rank rank;
	size_t count = 0;

	if (known) {
		memcpy(out, known, n * sizeof(*out));
		return n;
	}
	rank_init(&rank);
	for (i = 0; i < n; i++) {
		bool sees = sort == OF_USER ? sees_user(seen, i) :
			sees_project(seen, i) != SIGHT_NOTHING;

		rank_add(&rank, sees ? seen_name(seen, sort, i) : "");
		if (!sees)
			continue;
		rank_tie(&rank, sort == OF_USER ? seen_user(seen, i)->id :
			 seen_project(seen, i)->id);
		out[count++] = i;
	}
	rank_texts(&rank, out, count, false);
	rank_release(&rank);
	return count;
}

void screen_order(struct screen *screen)
{
	const struct seen *seen = app_seen(screen->app);

	if (screen->ordered)
		return;
	screen->people = mem_array((size_t)seen_n_users(seen) + 1,
				   sizeof(*screen->people));
	screen->titles = mem_array((size_t)seen_n_projects(seen) + 1,
				   sizeof(*screen->titles));
	screen->n_people = by_name(seen, OF_USER, screen->people);
	screen->n_titles = by_name(seen, OF_PROJECT, screen->titles);
	screen->ordered = true;
}

void screen_order_anew(struct screen *screen)
{
	free(screen->people);
	free(screen->titles);
	screen->ordered = false;
	screen_order(screen);
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

/* Counted once for these facts. */
void screen_asking_words(struct screen *screen, bool brief, char *out, size_t size)
{
	char ask[24] = "", answered[32] = "";

	if (!screen->asking_known) {
		screen->asking = request_count_open(app_seen(screen->app));
		screen->new_answers = answered_count(&screen->answered, screen->app);
	}
	screen->asking_known = true;
	if (screen->asking)
		snprintf(ask, sizeof(ask), "%u ask", (unsigned)screen->asking);
	if (screen->new_answers)
		snprintf(answered, sizeof(answered), "%u answered",
			 (unsigned)screen->new_answers);
	out[0] = '\0';
	if (*ask || *answered)
		snprintf(out, size, " %s%s%s%s ", ask, *ask && *answered ? ", " : "",
			 answered, brief ? "" : ": W");
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

void screen_passing(struct screen *screen, const char *fmt, ...)
{
	char text[TOAST_MAX];
	va_list list;

	if (screen->pages->toast[0])
		return;
	va_start(list, fmt);
	vsnprintf(text, sizeof(text), fmt, list);
	va_end(list);
	pages_hint(screen->pages, "%s", text);
	screen->passing = screen->pages->toasts;
}

void screen_unknown(struct screen *screen, const struct key *key)
{
	uint32_t place = screen->place.typed || key->mods & KEY_ALT ? 0 :
		layout_place(key->code);
	const char *help = binding_of(CMD_HELP)->keys[0];
	char name[KEY_NAME], typed[8], words[48] = "";

	if (help)
		snprintf(words, sizeof(words), " %s shows the keys.", help);
	if (place) {
		screen->place.key = (struct key){ .code = place, .mods = key->mods };
		screen->place.typed = key->code;
		return;
	}
	if (!key_name(key, name))
		return;
	if (screen->place.typed) {
		typed[text_encode(screen->place.typed, typed)] = '\0';
		screen_passing(screen, "No key \"%s\" here, nor %s in its place.%s",
			       typed, name, words);
	} else if (key->code > ' ' && key->code < KEY_NONE && !key->mods)
		screen_passing(screen, "No key \"%s\" here.%s", name, words);
	else
		screen_passing(screen, "No key %s here.%s", name, words);
}

bool screen_place(struct screen *screen, struct key *out)
{
	*out = screen->place.key;
	screen->place.key = (struct key){ .code = 0 };
	return out->code != 0;
}

void screen_placed(struct screen *screen)
{
	char typed[8], name[KEY_NAME];
	const struct key key = { .code = layout_place(screen->place.typed) };

	typed[text_encode(screen->place.typed, typed)] = '\0';
	screen->place.typed = 0;
	if (screen->place.told || screen->pages->toast[0] || !key_name(&key, name))
		return;
	screen->place.told = true;
	screen_passing(screen, "%s taken as %s: another keyboard layout is on.", typed,
		       name);
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
		       const struct preview *preview, const struct result *of)
{
	screen->go = (struct go){ .kind = GO_CHANGES, .preview = preview, .of = of };
	snprintf(screen->go.text, sizeof(screen->go.text), "%s", title);
}

struct arena *screen_scratch(struct screen *screen)
{
	arena_release(&screen->scratch);
	return &screen->scratch;
}
