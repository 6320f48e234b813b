/* read_only.c: see read_only.h. */
#include "screen/dialog/read_only.h"

#include "access/rights.h"
#include "action/judge/may.h"
#include "model/asked/level_request.h"
#include "screen/frame/keymap.h"

bool read_only_answer(struct dialog_page *page, struct form *form, uint32_t project,
		const char *does, struct answer *me, const char **why)
{
	const struct app *app = page->screen->app;
	uint32_t subject = app_subject(app);
	struct arena arena = { 0 };

	if (subject == NOBODY) {
		*why = form_printf(form, "The operator belongs to no project; a "
				   "person with enough access %s.", does);
		return false;
	}
	access_decide(seen_judged(app_seen(app)), subject, project, &arena, me);
	me->sources = me->blocked = NULL;
	me->limits = NULL;
	me->n_sources = me->n_blocked = me->n_limits = 0;
	arena_release(&arena);
	*why = NULL;
	return true;
}

const char *read_only_lacks(struct dialog_page *page, struct form *form,
		      const struct answer *me, const char *needs)
{
	const struct app *app = page->screen->app;
	const struct fact_project *project = seen_project(app_seen(app),
							  me->project);
	const char *title = seen_project_label(app_seen(app), me->project);
	const char *has = level_opens(me->effective) ?
		form_printf(form, "%s on", level_label(me->effective)) :
		"no access to", *way;

	page->way_key = command_key_name(CMD_TAKE_ACCESS);
	page->way_word = "take access";
	way = page->way_key ? page->way_key : ":project take-access";
	if (app_is_admin(app) && project->state == STATE_ACTIVE)
		return form_printf(form, "You have %s %s. %s takes Full Access "
				   "(audited).", has, title, way);
	if (app_is_admin(app) && !level_is_full(me->manages) &&
	    may_be_taken_over(app, me->project))
		return form_printf(form, "You have %s %s, and nobody can bring "
				   "it back. %s takes it over (audited).", has,
				   title, way);
	page->way_key = project->state == STATE_ACTIVE ?
		command_key_name(CMD_ASK_MORE) : NULL;
	page->way_word = "ask for more";
	if (access_request_of(seen_judged(app_seen(app)), me->user, me->project, false) !=
	    NOBODY) {
		page->way_key = NULL;
		return form_printf(form, "You have %s %s; %s. You asked for more: %s shows "
				   "it.", has, title, needs, key_said(CMD_REQUESTS));
	}
	return form_printf(form, "You have %s %s; %s. %s%s", has, title, needs,
			   page->way_key ? page->way_key : "Ask its owner.",
			   page->way_key ? " asks for it." : "");
}

bool read_only_key(struct dialog_page *page, const struct key *key)
{
	struct thing subject = page->subject;
	uint32_t number;
	struct error err;

	bool takes = app_is_admin(page->screen->app);

	if (!page->readonly || !key_does(key, takes ? CMD_TAKE_ACCESS : CMD_ASK_MORE) ||
	    (!takes && !page->way_key) || subject.kind != THING_PROJECT ||
	    !dialog_subject(page, &number, &err))
		return false;
	if (takes)
		dialog_over(page, "project", "take-access", &subject);
	else
		dialog_over(page, "access", "request", &subject);
	return true;
}
