/* console.c: terminal, pages and the one loop. */
#include "action/scenario/demo_folder.h"
#include "screen/console/console.h"

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "action/core/app.h"
#include "base/text.h"
#include "screen/console/acting.h"
#include "screen/console/carry_out.h"
#include "screen/console/desk.h"
#include "screen/console/farewell.h"
#include "screen/console/others.h"
#include "screen/console/vault_watch.h"
#include "screen/console/visit.h"
#include "screen/dialog/drafts.h"
#include "screen/frame/bars.h"
#include "screen/frame/keymap.h"
#include "screen/frame/settings.h"
#include "screen/palette/palette.h"
#include "screen/preview/change_news.h"
#include "screen/preview/receipt.h"
#include "ui/loop.h"
#include "ui/term.h"

enum { WORDS_LIMIT = 8192 };

/* Somebody committed. */
static void moved(struct pages *pages, void *ctx)
{
	struct screen *screen = pages->app;

	(void)ctx;
	app_watch_drain(screen->app);
	(void)screen_reload(screen, true);
	acting_check(screen);
	others_tell(screen);
}

static void poll_store(struct pages *pages, void *ctx)
{
	struct screen *screen = pages->app;

	(void)ctx;
	(void)screen_reload(screen, true);
	acting_check(screen);
	others_tell(screen);
}

/* Work that was done meanwhile may lead somewhere. */
static void woken(struct pages *pages)
{
	struct screen *screen = pages->app;

	if (screen->go.kind != GO_NOTHING)
		carry_out(pages);
	vault_watch_wake(pages);
}

/* Whoever may write there can put another file in its place (SECURITY 2): said at each
 * start, and by workspace verify. */
static bool tell_exposed(struct screen *screen)
{
	const char *folder = app_exposed(screen->app);
	struct buf safe;

	if (!folder)
		return false;
	buf_init(&safe, WORDS_LIMIT);
	text_safe(&safe, folder);
	pages_toast(screen->pages, "Others may write where the store lies: chmod go-w %s",
		    buf_text(&safe));
	buf_release(&safe);
	return true;
}

/* What hides what was said before it stands in :messages with it. */
static void first_words(struct screen *screen)
{
	bool exposed = tell_exposed(screen);
	const struct term_facts *about = term_about();
	const struct seen *seen = app_seen(screen->app);

	if (about->fell_back)
		pages_toast(screen->pages, "This terminal is not known here; "
			    "using %s.", about->name);
	else if (drafts_offer(screen) || exposed)
		return;
	else if (screen->app->actor_kind == ACTOR_OPERATOR)
		pages_toast(screen->pages, "You act as the store's operator, with "
			    "an Admin's rights, until a user carries your login.");
	else if (!seen_n_users(seen))
		pages_toast(screen->pages, "An empty workspace. : opens the "
			    "palette, ? shows keys.");
}

/* GATEHOUSE_TEST: 1, or 2: also while something is being counted. */
static enum loop_marks marks_wanted(void)
{
	const char *test = getenv("GATEHOUSE_TEST");

	if (!test || !test[0] || test[1])
		return LOOP_NO_MARKS;
	return test[0] == '1' ? LOOP_SETTLED : test[0] == '2' ? LOOP_FRAMES :
		LOOP_NO_MARKS;
}

/* Somebody is there, and the line is not stuck: leaving waits for nobody. */
static bool reads(void)
{
	struct pollfd out = { STDOUT_FILENO, POLLOUT, 0 };

	return poll(&out, 1, 0) == 1 && out.revents == POLLOUT;
}

int console_run(struct app *app, bool no_color)
{
	const char *mono = getenv("NO_COLOR");
	struct pages pages = { .n = 0 };
	struct loop_watch watch = { .ready = moved, .poll = poll_store };
	struct leaving leaving;
	struct screen screen;
	struct error err;
	struct buf words;
	enum loop_end end;
	int sig;

	error_clear(&err);
	term_at_death(demo_folder_sweep);
	if (!term_open(no_color || (mono && *mono), &err)) {
		fprintf(stderr, "gatehouse: %s%s%s\n", err.text,
			err.remedy[0] ? "; " : "", err.remedy);
		return error_exit_status(err.kind);
	}
	screen_init(&screen, app, &pages);
	bars_watch(&pages);
	pages.after = carry_out;
	pages.wake = woken;
	pages.aside = vault_watch_aside;
	acting_started(&screen);
	desk_push(&screen);
	watch.fd = app_watch(app);
	screen.watched = &watch;
	screen.polled = watch.fd < 0;
	first_words(&screen);
	keymap_load(&screen);
	settings_load(&screen);
	end = loop_run(&pages, &watch, marks_wanted());
	sig = end == LOOP_SIGNAL ? term_take_signal() : 0;
	(void)visit_end(&pages);
	leaving_look(&screen, &leaving);
	vault_watch_end(&screen);
	pages_release(&pages);
	acting_release(&screen);
	buf_init(&words, WORDS_LIMIT);
	leaving_words(&screen, &leaving, &words);
	change_news_release(&screen);
	receipt_release(&screen);
	drafts_release(&screen);
	recent_release(&screen);
	screen_release(&screen);
	term_close();
	if (end != LOOP_LOST && reads())
		fputs(buf_text(&words), stdout);
	buf_release(&words);
	return sig > 0 ? 128 + sig : 0;
}
