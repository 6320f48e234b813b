/* demo_open.c: stores made for a while from built-in files and others. */
#include "action/scenario/demo.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "action/core/app_event.h"
#include "action/core/read_file.h"
#include "action/run/app_open.h"
#include "action/scenario/demo_folder.h"
#include "action/scenario/embedded.h"
#include "action/scenario/play.h"
#include "action/scenario/scenario.h"
#include "model/workspace_file.h"

static bool read_workspace(const char *path, struct facts *facts,
			   struct error *err)
{
	struct file_notes notes = { 0 };
	const char *text = embedded_text("demo.json");
	struct stat st;
	struct buf data;
	bool ok;

	if (!path)
		return workspace_read_json("demo.json", text, strlen(text),
					   facts, &notes, err);
	if (stat(path, &st) == 0 && S_ISDIR(st.st_mode))
		return workspace_read_csv(path, NULL, PLAN_ENTERPRISE, facts,
					  NULL, err);
	if (!slurp(path, &data, err))
		return false;
	ok = workspace_read_json(path, buf_text(&data), data.len, facts, &notes,
				 err);
	buf_release(&data);
	return ok;
}

static bool make(const struct app *app, const struct facts *facts,
		 struct error *err)
{
	const char *login = app->login ? app->login : "demo";
	char id[NEWID_TEXT];
	char actor[300];
	struct event event = app_event(app, id);

	snprintf(actor, sizeof(actor), "operator:%s", login);
	event.actor = actor;
	event.verb = "demo";
	event.summary = "Opened a copy of a workspace for a demo";
	return store_make(app->store_path, login, true, facts, &event, err);
}

static const char *temporary_path(struct app *app, struct error *err)
{
	const char *folder = demo_folder_make(app, err);

	return folder ? arena_printf(&app->arena, "%s/workspace.db", folder) : NULL;
}

static bool make_store(struct app *app, const char *workspace,
		       struct error *err)
{
	struct facts facts;
	bool ok;

	facts_init(&facts);
	ok = read_workspace(workspace, &facts, err);
	if (ok && facts_active_admins(&facts) == 0) {
		error_set(err, ERROR_CONFLICT, "LAST_ADMIN",
			  "the workspace has no active Admin to act as");
		ok = error_remedy(err, "give one of its users the role admin");
	}
	ok = ok && make(app, &facts, err);
	facts_release(&facts);
	return ok;
}

bool demo_open_workspace(struct app *app, const char *workspace,
			 const char *keep, struct error *err)
{
	const char *path;

	path = keep ? arena_strdup(&app->arena, keep) : temporary_path(app, err);
	if (!path)
		return false;
	app->store_path = path;
	if (make_store(app, workspace, err) && app_open(app, true, NULL, err))
		return true;
	demo_discard(app);
	return false;
}

bool demo_open(struct app *app, const char *scenario, const char *keep,
	       struct error *err)
{
	struct scenario read;

	if (!scenario)
		return demo_open_workspace(app, NULL, keep, err);
	if (!scenario_load(scenario, &app->arena, &read, err) ||
	    !demo_open_workspace(app, read.workspace, keep, err))
		return false;
	if (play_begin(app, scenario, err))
		return true;
	demo_discard(app);
	return false;
}

void demo_discard(struct app *app)
{
	play_end(app);
	store_close(app->store);
	app->store = NULL;
	demo_folder_remove(app);
}
