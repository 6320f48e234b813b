/* dialog_start.c: from an action and the thing in focus to what asks for the rest. */
#include "screen/dialog/dialog.h"

#include <string.h>

#include "action/core/asked.h"
#include "screen/console/palette.h"
#include "screen/pages/confirm.h"

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

const struct dialog *dialog_of(const struct action *action,
			       const struct thing *subject)
{
	const struct dialog *const *all;
	size_t n, i;

	all = dialogs(&n);
	for (i = 0; i < n; i++)
		if (is_of(all[i], action))
			return all[i];
	return dialog_generic_asks(action, subject) ? &dialog_generic : NULL;
}

/* The first parameter is a thing and must be there. */
static bool wants_subject(const struct action *action)
{
	const struct param *param = &action->params[0];
	static const struct thing kinds[] = {
		{ .kind = THING_PROJECT }, { .kind = THING_USER },
		{ .kind = THING_GROUP }, { .kind = THING_ASSET },
	};
	size_t i;

	if (!param->name || param->option || !param->required)
		return false;
	for (i = 0; i < COUNT_OF(kinds); i++)
		if (dialog_takes(param, &kinds[i]))
			return true;
	return false;
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
	return request_open(&request, screen, err);
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

bool dialog_start(struct screen *screen, const struct action *action,
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
		if (palette_applies(screen, action, focus) &&
		    dialog_takes(&action->params[0], focus)) {
			subject = *focus;
		} else if (!dialog || !dialog->alone) {
			choose_push(screen, action);
			return true;
		}
	}
	dialog = dialog_of(action, &subject);
	if (!(action->flags & ACTION_WRITES) || !dialog)
		return start_bare(screen, action, &subject, err);
	return dialog_push(screen, dialog, action, &subject, err);
}
