/* look_page.c: see look_page.h. */
#include "screen/pages/look_page.h"

#include <stdlib.h>
#include <string.h>

#include "access/access.h"
#include "access/rights.h"
#include "base/mem.h"
#include "model/kind.h"
#include "model/provider.h"
#include "screen/frame/copy.h"
#include "screen/frame/finder.h"
#include "screen/live/live_list.h"
#include "screen/pages/choose.h"
#include "screen/pages/secret_page.h"

static bool is(const struct action *action, const char *noun, const char *verb)
{
	return action->noun && strcmp(action->noun, noun) == 0 &&
		strcmp(action->verb, verb) == 0;
}

static enum plan plan_of_files(void)
{
	size_t i;

	for (i = 0; i < kind_count(); i++)
		if (kind_has_files(kind_at(i)))
			return kind_at(i)->plan;
	return PLAN_ENTERPRISE;
}

bool look_page_is(const struct app *app, const struct action *action)
{
	bool files = is(action, "files", "browse");

	if (!files && !is(action, "provider", "repos") && !is(action, "provider", "refs"))
		return false;
	return app_is_admin(app) && seen_workspace(app_seen(app)).plan >=
		(files ? plan_of_files() : provider_kind.plan);
}

/* ---- what Enter does ------------------------------------------------------------------- */

static void to_refs(void *ctx, const struct live_choice *choice)
{
	const char *const words[] = { "provider", "refs", choice->of, choice->name };

	(void)ctx;
	request_go(choice->screen, words, COUNT_OF(words));
}

static void copy_ref(void *ctx, const struct live_choice *choice)
{
	(void)ctx;
	copy_text(choice->screen, "the commit", choice->commit);
}

/* Into which project?  Only where one may (DOMAIN 6, row 17). */
static const char *greyed(struct screen *screen, const struct thing *thing)
{
	const struct seen *seen = app_seen(screen->app);
	uint32_t n = thing_number(screen->app, thing), subject = app_subject(screen->app);
	struct arena arena = { 0 };
	struct answer answer;

	if (n == NOBODY || sees_project(seen, n) != SIGHT_ALL)
		return "you have no access to it";
	if (seen_project(seen, n)->state != STATE_ACTIVE)
		return "it is archived or in the trash";
	if (subject == NOBODY)
		return NULL;			/* the operator */
	access_decide(seen_judged(seen), subject, n, &arena, &answer);
	arena_release(&arena);
	return answer.can & 1u << CAN_IMPORT_ASSET ? NULL : "importing needs Can Edit";
}

static void import_file(void *ctx, const struct live_choice *choice)
{
	const char *const words[] = { "project", "import-file", "", "--files", choice->of,
				      "--path", choice->name };
	struct choice of = { .title = "Import the file", .label = "Into project",
		.what = FIND_PROJECTS, .greyed = greyed, .slot = 2 };

	(void)ctx;
	of.request = mem_alloc(sizeof(*of.request));
	request_words(of.request, words, COUNT_OF(words));
	choose_one_go(choice->screen, &of);
}

/* ---- the page --------------------------------------------------------------------------- */

static void fill(const struct screen *screen, const struct request *request,
		 struct arena *arena, struct live_wish *wish)
{
	const char *name = check_about(screen->app, wish->subject).name;

	wish->repository = NULL;
	if (is(request->action, "files", "browse")) {
		wish->kind = &check_list_files;
		wish->prefix = arg_text(request->action, &request->args, "prefix");
		wish->title = arena_printf(arena, "Files of %.120s", name);
		wish->deed = "import it";
		wish->chosen = import_file;
		return;
	}
	wish->filter = arg_text(request->action, &request->args, "filter");
	if (is(request->action, "provider", "repos")) {
		wish->kind = &check_list_repos;
		wish->title = arena_printf(arena, "Repositories of %.120s", name);
		wish->deed = "its branches and tags";
		wish->chosen = to_refs;
		return;
	}
	wish->kind = &check_list_refs;
	wish->repository = arg_text(request->action, &request->args, "repository");
	wish->title = arena_printf(arena, "Branches and tags of %.120s", wish->repository);
	wish->deed = "copy its commit";
	wish->chosen = copy_ref;
}

bool look_page_push(struct screen *screen, struct request *request, struct error *err)
{
	bool files = is(request->action, "files", "browse"), done;
	struct live_wish wish = { .stays = true };
	const char *named = arg_text(request->action, &request->args,
				     request->action->params[0].name);
	struct arena arena = { 0 };

	wish.subject.whose = files ? OF_ASSET : OF_PROVIDER;
	if (files ? !app_find_asset(screen->app, request->action->noun, named, &wish.subject.n, err) :
	    !app_find_record(screen->app, OF_PROVIDER, named, &wish.subject.n, err))
		return false;
	fill(screen, request, &arena, &wish);
	done = live_list_push(screen, &wish, err);
	arena_release(&arena);
	if (done || strcmp(err->code, "VAULT_LOCKED") != 0)
		return done;
	return secret_page_unlock(screen, request, err);
}
