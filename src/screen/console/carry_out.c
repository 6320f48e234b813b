/* carry_out.c: where keys lead: pages answer with screen->go, here it is done. */
#include "screen/console/carry_out.h"

#include <ctype.h>
#include <stdlib.h>

#include "action/check/check_letter.h"
#include "action/check/saved_check.h"
#include "action/run/allowed.h"
#include "base/text.h"
#include "screen/console/acting.h"
#include "screen/console/desk.h"
#include "screen/console/menu.h"
#include "screen/console/modes.h"
#include "screen/console/others.h"
#include "screen/palette/palette.h"
#include "screen/console/start.h"
#include "screen/console/vault_watch.h"
#include "screen/console/visit.h"
#include "screen/dialog/dialog_top.h"
#include "screen/pages/changes_page.h"
#include "screen/pages/history_page.h"
#include "screen/pages/thing_page.h"
#include "screen/pages/usage.h"
#include "screen/pages/why.h"
#include "screen/panel/card.h"
#include "screen/frame/verb.h"

enum { LINE_MAX_BYTES = 2048 };

/* ---- verbs and commands ------------------------------------------------------------ */

/* Words to a page; false: *err says why not, of *deed, NULL where they say none. */
static bool run_words(struct screen *screen, struct request *request,
		      const char **deed, struct error *err)
{
	bool good = request_parse(request, screen, err);

	*deed = request->action ? request->action->summary : NULL;
	if (good)
		return start_request(screen, request, err);
	request_release(request);
	return false;
}

static void run_request(struct screen *screen, struct request *request)
{
	struct pages *pages = screen->pages;
	const char *deed;
	struct error err;
	struct buf text;

	error_clear(&err);
	if (run_words(screen, request, &deed, &err)) {
		palette_done(pages);	/* the screen may be gone: another demo */
	} else if (!palette_refuse(screen, &err)) {
		buf_init(&text, TOAST_ROOM);
		request_error(&err, &text);
		/* "this" is the deed, which is what may be cut at the end */
		if (deed && err.kind == ERROR_DENIED)
			screen_refuse(screen, "%s (%s)", buf_text(&text), deed);
		else
			screen_refuse(screen, "%s", buf_text(&text));
		buf_release(&text);
	}
	free(request);
}

/* What is complete is run; what is not, or fails, is in the palette to go on with. */
static void run_line(struct screen *screen, const struct thing *focus,
		     const char *line, bool complete)
{
	struct request request = { .n = 0 };
	const char *deed;
	struct error err;

	error_clear(&err);
	if (complete && request_split(&request, line, &err) &&
	    run_words(screen, &request, &deed, &err))
		return;
	request_release(&request);
	palette_offer(screen, focus, line);
	if (complete)
		(void)palette_refuse(screen, &err);
}

/* The key that was pressed says what it was about, where the reason has no room beside
 * it. */
static void refuse(struct screen *screen, const char *what, const char *why)
{
	if ((int)(text_width(what) + text_width(why)) + 4 > screen->pages->cols)
		screen_refuse(screen, "%c%s.", (char)toupper((unsigned char)why[0]), why + 1);
	else
		screen_refuse(screen, "%s: %s", what, why);
}

static void verb(struct screen *screen, const struct go *go)
{
	bool marked, complete, reads = !(go->action->flags & ACTION_WRITES);
	struct error err;
	struct buf line;

	error_clear(&err);
	buf_init(&line, LINE_MAX_BYTES);
	marked = start_marked(screen, go->action, &line, &complete);
	if (action_allowed(screen->app, go->action, &err) &&
	    start_marked_form(screen, go->action, &err)) {
		buf_release(&line);
		return;
	}
	if (err.text[0] ||
	    (!marked && !reads &&
	     !start_verb(screen, go->action, &go->thing, &err))) {
		if (!palette_refuse(screen, &err))
			refuse(screen, go->action->summary, err.text);
	} else if (marked || reads) {
		if (!marked)
			complete = palette_start(screen, go->action, &go->thing,
						 &line);
		run_line(screen, &go->thing, buf_text(&line), complete);
	}
	buf_release(&line);
}

static void verb_on(struct screen *screen, const struct go *go)
{
	struct error err;
	bool done;

	error_clear(&err);
	done = go->kind == GO_VERB_SET ?
		start_set(screen, go->action, go->marked, &err) :
		start_verb(screen, go->action, &go->thing, &err);
	if (!done)
		screen_refuse(screen, "%s%s", go->text, err.text);
}

/* Where it is set, the line in focus. */
static void spot(struct screen *screen, const struct spot *spot)
{
	struct error err;

	error_clear(&err);
	if (!spot->action || !spot->thing.id[0] ||
	    !action_allowed(screen->app, spot->action, &err)) {
		desk_jump(screen->desk, &spot->thing);
	} else if (start_verb(screen, spot->action, &spot->thing, &err)) {
		dialog_focus(screen->pages, spot->field, spot->row);
		pages_toast(screen->pages, "Backspace comes back.");
	} else {
		screen_refuse(screen, "%s", err.text);
	}
}

/* What was just saved is checked at once, where it can be; where one signs in with a
 * code, that comes first. */
static void check_saved(struct screen *screen, const struct thing *thing)
{
	struct check_subject subject = { thing->kind == THING_PROVIDER ? OF_PROVIDER :
					 OF_ASSET, thing_number(screen->app, thing) };
	const struct action *verb;
	const char *words[3];
	bool signs_in;

	if ((thing->kind != THING_PROVIDER && thing->kind != THING_ASSET) ||
	    !saved_check_due(screen->app, subject, &signs_in))
		return;
	if (!signs_in && !screen->app->vault && check_needs_vault(screen->app, subject))
		return;				/* nobody is asked only for a check */
	verb = signs_in ? action_find("provider", "sign-in") :
		verb_by(screen->app, thing, CMD_CHECK);
	if (!verb)
		return;
	words[0] = verb->noun;
	words[1] = verb->verb;
	words[2] = thing->id;
	request_go(screen, words, COUNT_OF(words));
	screen->go.request->after_save = true;
}

/* ---- all of it ------------------------------------------------------------------- */

static void go_there(struct screen *screen, const struct go *go)
{
	struct pages *pages = screen->pages;

	switch (go->kind) {
	case GO_OPEN:
		pages_push(pages, go->page);
		break;
	case GO_ROW:
		desk_jump(screen->desk, &go->thing);
		break;
	case GO_SPOT:
		spot(screen, &go->spot);
		break;
	case GO_PAGE:
		thing_page_push(screen, &go->thing, "", card_page);
		break;
	case GO_USAGE:
		usage_push(screen, &go->thing);
		break;
	case GO_WHY:
		why_push(screen, go->user, go->project, go->fix);
		break;
	case GO_EVENT:
		event_push(screen, go->event);
		break;
	case GO_CHANGES:
		changes_push(screen, go->text, go->preview, go->of,
			     go->filter);
		break;
	case GO_MADE:
		if (pages->n == 1)
			(void)view_goto(desk_view(screen->desk), &go->thing);
		if (go->saved)
			check_saved(screen, &go->thing);
		break;
	case GO_SAVE:
		dialog_save_waiting(pages);
		break;
	case GO_UNMARK:
		list_unmark(&desk_view(screen->desk)->list);
		break;
	case GO_VERB:
		verb(screen, go);
		break;
	case GO_VERB_ON:
	case GO_VERB_SET:
		verb_on(screen, go);
		break;
	case GO_REQUEST:
		run_request(screen, go->request);
		break;
	case GO_COMMAND:
		if (!desk_command(screen->desk, go->command))
			modes_command(screen, go->command);
		break;
	case GO_ACT_AS:
		acting_go(screen, &go->thing);
		break;
	case GO_PALETTE:
		palette_push(screen, &go->thing, go->text);
		break;
	case GO_HELP:
		palette_push_help(screen, &go->thing);
		break;
	case GO_MENU:
		menu_push(screen, &go->thing, go->row, go->col);
		break;
	case GO_NOTHING:
		break;
	}
}

/* tmux waits whether an escape sequence follows: said once. */
static void tell_slow_esc(struct screen *screen)
{
	if (!screen->slow_esc || screen->told_esc || screen->pages->toast[0])
		return;
	screen->told_esc = true;
	pages_toast(screen->pages, "tmux holds Esc back for a moment; Ctrl-G does "
		    "the same at once.");
}

/* It was no key, but a letter of another keyboard layout: once more, as the key in its
 * place. */
static bool in_its_place(struct pages *pages)
{
	struct screen *screen = pages->app;
	struct key key;

	if (!screen_place(screen, &key))
		return false;
	pages_key(pages, &key);
	if (pages->app == screen)	/* a copy may have been left */
		screen_placed(screen);
	return true;
}

void carry_out(struct pages *pages)
{
	struct screen *screen = pages->app;
	struct thing focus;
	struct go go;

	if (in_its_place(pages))
		return;
	while (screen->go.kind != GO_NOTHING) {
		go = screen->go;
		screen->go = (struct go){ .kind = GO_NOTHING };
		go_there(screen, &go);
		screen = pages->app;
		palette_leave(screen);
	}
	if (pages->quit && visit_end(pages)) {	/* of the copy alone */
		pages->quit = false;
		screen = pages->app;
		pages_toast(pages, "Back in %s.",
			    seen_workspace(app_seen(screen->app)).name);
	}
	vault_watch_key(screen);
	acting_check(screen);
	others_tell(screen);
	tell_slow_esc(screen);
	if (screen->refusal.fresh) {
		focus = desk_focus(screen->desk);
		screen_focused(screen, &focus);
	}
}
