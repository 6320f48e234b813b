/* modes.c: see modes.h. */
#include "screen/console/modes.h"

#include <time.h>

#include "action/run/what_if.h"
#include "screen/console/acting.h"
#include "screen/dialog/drafts.h"
#include "screen/frame/as_of_mode.h"
#include "screen/frame/keymap.h"
#include "screen/frame/request.h"
#include "screen/frame/text_page.h"
#include "screen/console/vault_watch.h"
#include "screen/pages/changes_page.h"
#include "screen/pages/failed_page.h"
#include "screen/pages/history_page.h"
#include "screen/pages/theme_menu.h"
#include "screen/pages/what_if_mode.h"

enum { MESSAGES_LIMIT = PAGES_SAID * (TOAST_MAX + 16) };

/* In what-if a step is taken back for good: it is done again by hand. */
static void redo(struct screen *screen)
{
	if (screen->app->what_if)
		pages_toast(screen->pages, "What-if does not redo: try it again.");
	else
		request_go(screen, (const char *const []){ "redo" }, 1);
}

/* Of the last change, or of what-if. */
static void all_changes(struct screen *screen)
{
	const struct preview *preview = what_if_changes(screen->app);

	if (preview)
		changes_push(screen, "What-if against what is saved", preview, NULL,
			     false);
	else if (screen->last)
		changes_push_list(screen, screen->last_title, screen->last);
	else
		pages_toast(screen->pages, "Nothing was changed yet; %s lists "
			    "whom the last change moved.", key_said(CMD_FULL_LIST));
}

/* Newest first, with the time of day. */
static void messages(struct screen *screen)
{
	const struct pages *pages = screen->pages;
	size_t n = pages->n_said < PAGES_SAID ? pages->n_said : PAGES_SAID, i;
	struct buf text;
	struct tm day;
	time_t when;

	if (!n) {
		pages_toast(screen->pages, "Nothing was said yet.");
		return;
	}
	buf_init(&text, MESSAGES_LIMIT);
	for (i = 1; i <= n; i++) {
		size_t at = (pages->n_said - i) % PAGES_SAID;

		when = (time_t)pages->said[at].time;
		localtime_r(&when, &day);
		buf_printf(&text, "%02d:%02d:%02d  %s\n", day.tm_hour, day.tm_min,
			   day.tm_sec, pages->said[at].text);
	}
	text_page_prose(screen, "Messages of this session, newest first",
			buf_text(&text));
	buf_release(&text);
}

/* Nothing is open that it could close. */
static void escape(struct screen *screen)
{
	if (as_of_mode_end(screen) || acting_leave(screen))
		return;
	if (screen->pages->toast[0])
		screen->pages->toast[0] = '\0';
	else
		screen_passing(screen, "q quits.");
}

static const char *const vault_words[] = { "vault", "list" };
static const char *const requests_words[] = { "access", "requests" };
static const char *const findings_words[] = { "access", "report", "--findings" };

void modes_command(struct screen *screen, enum command command)
{
	switch (command) {
	case CMD_WHATIF:
		if (as_of_mode_refuses(screen))
			break;
		if (screen->app->what_if)
			what_if_mode_push(screen);
		else
			what_if_mode_start(screen);
		break;
	case CMD_FULL_LIST:
		all_changes(screen);
		break;
	case CMD_UNDO:
		what_if_mode_undo(screen);
		break;
	case CMD_REDO:
		redo(screen);
		break;
	case CMD_HISTORY:
		history_push(screen);
		break;
	case CMD_DRAFT:
		drafts_resume(screen);
		break;
	case CMD_VAULT:
		request_go(screen, vault_words, COUNT_OF(vault_words));
		break;
	case CMD_FAILED:
		failed_page_push(screen);
		break;
	case CMD_FINDINGS:
		request_go(screen, findings_words, COUNT_OF(findings_words));
		break;
	case CMD_REQUESTS:
		request_go(screen, requests_words, COUNT_OF(requests_words));
		break;
	case CMD_DRAFTS:
		drafts_list(screen);
		break;
	case CMD_MESSAGES:
		messages(screen);
		break;
	case CMD_THEME:
		theme_menu_go(screen);
		break;
	case CMD_ACT_AS:
		acting_command(screen);
		break;
	case CMD_CLEAR:
		vault_watch_clear(screen);
		break;
	case CMD_RELOAD:
		(void)screen_reload(screen, false);
		break;
	case CMD_ESC:
		escape(screen);
		break;
	case CMD_QUIT:
		if (!as_of_mode_end(screen) && !acting_leave(screen))
			what_if_mode_quit(screen);
		break;
	default:
		break;			/* repainting is the loop's business */
	}
}
