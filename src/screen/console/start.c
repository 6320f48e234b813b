/* start.c: see start.h. */
#include "screen/console/start.h"

#include <string.h>

#include "action/core/asked.h"
#include "action/run/allowed.h"
#include "action/run/run.h"
#include "action/scenario/play.h"
#include "screen/console/desk.h"
#include "screen/console/visit.h"
#include "screen/dialog/marked.h"
#include "screen/frame/text_page.h"
#include "screen/frame/verb.h"
#include "screen/pages/bulk.h"
#include "screen/pages/check_page.h"
#include "screen/pages/choose.h"
#include "screen/pages/compare_page.h"
#include "screen/pages/confirm.h"
#include "screen/pages/findings_page.h"
#include "screen/pages/look_page.h"
#include "screen/asking/requests_page.h"
#include "screen/past/pair_page.h"
#include "screen/pages/secret_page.h"
#include "screen/pages/sign_in_page.h"
#include "screen/pages/worklist_page.h"

enum { TEXT_LIMIT = 16 * 1024 * 1024 };

/* What only looks may still bring the facts up to date: what was made from the old ones
 * is made anew. */
static bool run_looking(struct screen *screen, const struct request *request,
			struct result *result, struct error *err)
{
	int64_t from = seen_workspace(app_seen(screen->app)).revision;
	bool ok = action_run(screen->app, request->action, &request->args, &request->opts,
			     result, err);

	if (seen_workspace(app_seen(screen->app)).revision != from)
		screen_aged(screen);
	return ok;
}

bool start_request(struct screen *screen, struct request *request,
		   struct error *err)
{
	const struct action *action = request->action;
	struct result result;
	struct buf text, title;
	bool ok;

	if (play_opens(action)) {
		ok = visit_begin(screen, action, &request->args, err);
		request_release(request);
		return ok;
	}
	if (action->flags & (ACTION_WRITES | ACTION_WHOLE)) {
		ok = bulk_is(request) ?
			bulk_push(screen, desk_marks(screen->desk), request, err) :
			confirm_push(screen, request, err);
		request_release(request);
		return ok;
	}
	if (findings_page_is(request)) {
		ok = findings_page_go(screen, request, err);
		request_release(request);
		return ok;
	}
	if (requests_page_is(action)) {
		requests_page_go(screen);
		request_release(request);
		return true;
	}
	if (compare_page_is(request)) {
		ok = compare_page_go(screen, request, err);
		request_release(request);
		return ok;
	}
	if (pair_page_is(request)) {
		ok = pair_page_answer(screen, request, err);
		request_release(request);
		return ok;
	}
	if (worklist_page_is(action)) {
		ok = worklist_page_push(screen, request, err);
		request_release(request);
		return ok;
	}
	if (look_page_is(screen->app, action)) {
		ok = look_page_push(screen, request, err);
		request_release(request);
		return ok;
	}
	if (sign_in_page_is(action)) {
		ok = sign_in_page_push(screen, request, err);
		request_release(request);
		return ok;
	}
	if ((action->flags & ACTION_CHECK) && !arg_count(action, &request->args, "failed")) {
		ok = check_page_push(screen, request, err);
		request_release(request);
		return ok;
	}
	if (secret_page_is(action)) {
		ok = secret_page_push(screen, request, err);
		request_release(request);
		return ok;
	}
	ok = run_looking(screen, request, &result, err);
	if (ok || result.has_plan) {
		buf_init(&text, TEXT_LIMIT);
		buf_init(&title, 4096);
		request_text(&result, (size_t)screen->pages->cols, &text);
		if (!ok)
			buf_printf(&text, "%s\n", err->text);
		ok = true;
		request_line(request, &title);
		text_page_go(screen, buf_text(&title), buf_text(&text));
		buf_release(&text);
		buf_release(&title);
	}
	result_release(&result);
	request_release(request);
	return ok;
}

/* A page over the list is about its own thing. */
static bool on_the_list(const struct pages *pages)
{
	int i;

	for (i = 1; i < pages->n; i++)
		if (!pages->stack[i]->ops->overlay)
			return false;
	return true;
}

/* The view whose marks the action is about; NULL: none. */
static struct view *marks_for(struct screen *screen, const struct action *action)
{
	struct view *view = desk_marks(screen->desk);
	struct thing thing;

	return view && bulk_fits(action) && on_the_list(screen->pages) &&
		view_marked(view, &thing, NULL, 1) &&
		verb_fits(screen->app, action, &thing) ? view : NULL;
}

bool start_marked(struct screen *screen, const struct action *action,
		  struct buf *line, bool *complete)
{
	const struct param *param = action->params + 1;

	if (!marks_for(screen, action))
		return false;
	buf_printf(line, "%s %s %s ", action->noun, action->verb,
		   BULK_MARKED);
	*complete = true;
	for (; param < action->params + ACTION_PARAMS && param->name; param++)
		*complete = *complete && !param->required;
	return true;
}

static bool is_of(const struct dialog *dialog, const struct action *action)
{
	struct arena arena = { 0 };
	const char *name = action_name(action, &arena);
	size_t i;
	bool yes = false;

	for (i = 0; i < DIALOG_ACTIONS && dialog->actions[i]; i++)
		yes |= strcmp(dialog->actions[i], name) == 0;
	for (i = 0; i < DIALOG_VERBS && dialog->does[i]; i++)
		yes |= dialog->does[i] == action->does;
	arena_release(&arena);
	return yes;
}

/* The dialog of an action, the generic one where it has none of its own; NULL: it
 * has no parameters to ask for. */
static const struct dialog *dialog_of(const struct action *action,
				      const struct thing *subject)
{
	const struct dialog *const *all;
	size_t n, i;

	all = dialogs(&n);
	for (i = 0; i < n; i++)
		if (!all[i]->many && !all[i]->file && is_of(all[i], action))
			return all[i];
	return dialog_generic_asks(action, subject) ? &dialog_generic : NULL;
}

bool start_shows(const struct action *action, const struct thing *thing)
{
	return (action->flags & ACTION_WRITES) && thing->kind != THING_NONE &&
		dialog_of(action, thing) != NULL;
}

/* The first parameter is a thing and must be there. */
static bool wants_subject(const struct action *action)
{
	const struct param *param = &action->params[0];

	return param->name && !param->option && param->required &&
		verb_kind(param) != THING_NONE;
}

/* Without parameters left to ask: "project archive p-rev". */
static bool start_bare(struct screen *screen, const struct action *action,
		       const struct thing *subject, struct error *err)
{
	struct request request = { .n = 0 };
	const char *words[3];
	size_t n = 0;

	if (action->noun)
		words[n++] = action->noun;
	words[n++] = action->verb;
	if (subject->kind != THING_NONE)
		words[n++] = subject->id;
	request_words(&request, words, n);
	if (!request_parse(&request, screen, err)) {
		request_release(&request);
		return false;
	}
	return start_request(screen, &request, err);
}

/* Built-in groups are no groups to the verbs: they may be looked at, or the reason
 * is said. */
static bool start_builtin(struct screen *screen, const struct action *action,
			  const struct thing *focus, struct error *err)
{
	const struct dialog *dialog = dialog_of(action, focus);

	if (dialog && (asked_lead(action)->flags & ACTION_BUILTIN))
		return dialog_push(screen, dialog, action, focus, err);
	error_set(err, ERROR_INVALID, NULL, "%s is built in: its members follow "
		  "from their roles", thing_name(screen->app, focus));
	return error_remedy(err, "change a person's role, or make a group");
}

bool start_verb(struct screen *screen, const struct action *action,
		const struct thing *focus, struct error *err)
{
	struct thing subject = { .kind = THING_NONE };
	const struct dialog *dialog;

	if (!action_allowed(screen->app, action, err))
		return false;
	if (focus->kind == THING_BUILTIN && action->on &&
	    strcmp(action->on, "group") == 0)
		return start_builtin(screen, action, focus, err);
	if (wants_subject(action)) {
		dialog = dialog_of(action, focus);
		if (verb_fits(screen->app, action, focus) &&
		    verb_takes(&action->params[0], focus)) {
			subject = *focus;
		} else if (!dialog || !dialog->alone) {
			choose_push(screen, action);
			return true;
		}
	}
	dialog = dialog_of(action, &subject);
	if (action == action_find("project", "share") &&
	    verb_asks_first(screen->app, &subject)) {
		action = action_find("access", "request");
		dialog = dialog_of(action, &subject);
		pages_toast(screen->pages, "Sharing needs Can Edit: here you ask for it.");
	}
	if (dialog && ((dialog->settings && focus->kind == THING_SETTING) ||
		       focus->kind == THING_REQUEST))
		subject = *focus;
	if (!(action->flags & ACTION_WRITES) || !dialog)
		return start_bare(screen, action, &subject, err);
	return dialog_push(screen, dialog, action, &subject, err);
}

/* The one for marked things of such a kind; NULL: there is none. */
static const struct dialog *dialog_of_many(const struct action *action,
					   const struct thing *first)
{
	const struct dialog *const *all;
	size_t n, i;

	all = dialogs(&n);
	for (i = 0; i < n; i++)
		if (all[i]->many && is_of(all[i], action))
			return all[i];
	return dialog_generic_asks_many(action, first) ? &dialog_generic : NULL;
}

bool start_marked_form(struct screen *screen, const struct action *action,
		       struct error *err)
{
	struct view *view = marks_for(screen, action);
	const struct dialog *dialog;
	struct marked *marked;

	if (!view)
		return false;
	marked = marked_new(MARKED_MOST + 1);
	marked->n = view_marked(view, marked->v, marked->is_hidden,
				MARKED_MOST + 1);
	dialog = dialog_of_many(action, &marked->v[0]);
	if (marked->n > MARKED_MOST)
		error_set(err, ERROR_INVALID, NULL, "more than %d rows are "
			  "marked: mark fewer", MARKED_MOST);
	if (dialog && marked->n <= MARKED_MOST)
		return dialog_push_marked(screen, dialog, action, marked, err);
	marked_free(marked);
	return false;
}

bool start_set(struct screen *screen, const struct action *action,
	       struct marked *marked, struct error *err)
{
	const struct dialog *dialog = marked->n ?
		dialog_of_many(action, &marked->v[0]) : NULL;

	if (dialog && action_allowed(screen->app, action, err))
		return dialog_push_marked(screen, dialog, action, marked, err);
	if (!dialog)
		error_set(err, ERROR_INVALID, NULL, "there is no form for them");
	marked_free(marked);
	return false;
}
