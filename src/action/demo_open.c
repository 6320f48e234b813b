/* demo_open.c: built-in files, and stores made from them for a while. */
#include "action/demo.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "action/scenario.h"
#include "action/slurp.h"
#include "base/clock.h"
#include "base/newid.h"
#include "model/workspace_file.h"
#include "store/store.h"

#include "action/demo_data.inc"

#define FOLDER "gatehouse-demo-"
#define STORE_NAME "workspace.db"

size_t embedded_count(void)
{
	return COUNT_OF(demo_data);
}

const char *embedded_name(size_t i)
{
	return demo_data[i].name;
}

const char *embedded_text(const char *name)
{
	size_t i;

	for (i = 0; i < COUNT_OF(demo_data); i++)
		if (strcmp(demo_data[i].name, name) == 0)
			return (const char *)demo_data[i].text;
	return NULL;
}

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
					  err);
	if (!slurp(path, &data, err))
		return false;
	ok = workspace_read_json(path, buf_text(&data), data.len, facts, &notes,
				 err);
	buf_release(&data);
	return ok;
}

static bool fill(struct store *store, const struct facts *facts,
		 const struct app *app, struct error *err)
{
	char id[NEWID_TEXT];
	char actor[300];
	struct event event = { .op_id = id, .actor = actor };

	newid(id, "op");
	snprintf(actor, sizeof(actor), "operator:%s",
		 app->login ? app->login : "demo");
	event.time = clock_now();
	event.login = app->login;
	event.client = app->client;
	event.tty = app->tty;
	event.verb = "demo";
	event.targets = "";
	event.summary = "Opened a copy of a workspace for a demo";
	event.edits = "[]";
	if (!store_begin(store, err))
		return false;
	if (store_replace(store, facts, err))
		return store_commit(store, &event, err);
	store_rollback(store);
	return false;
}

static const char *temporary_path(struct app *app, struct error *err)
{
	const char *base = getenv("TMPDIR");
	char *folder;

	folder = arena_printf(&app->arena, "%s/" FOLDER "XXXXXX",
			      base && *base == '/' ? base : "/tmp");
	if (!mkdtemp(folder)) {
		error_set(err, ERROR_STORE, "STORE_BUSY",
			  "no temporary folder can be made: %s", strerror(errno));
		error_remedy(err, "set TMPDIR to a folder that can be written");
		return NULL;
	}
	return arena_printf(&app->arena, "%s/" STORE_NAME, folder);
}

static bool make_store(struct app *app, const char *workspace,
		       struct error *err)
{
	struct store *store;
	struct facts facts;
	bool ok;

	facts_init(&facts);
	ok = read_workspace(workspace, &facts, err);
	if (ok && facts_active_admins(&facts) == 0) {
		error_set(err, ERROR_CONFLICT, "LAST_ADMIN",
			  "the workspace has no active Admin to act as");
		ok = error_remedy(err, "give one of its users the role admin");
	}
	if (ok) {
		store = store_create(app->store_path,
				     app->login ? app->login : "demo", true, err);
		ok = store && fill(store, &facts, app, err);
		store_close(store);
	}
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
	return scenario_load(scenario, &app->arena, &read, err) &&
	       demo_open_workspace(app, read.workspace, keep, err);
}

/* Only what mkdtemp made above is ever removed. */
static bool is_temporary(const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *folder = slash;

	if (!slash || strcmp(slash + 1, STORE_NAME) != 0)
		return false;
	while (folder > path && folder[-1] != '/')
		folder--;
	return strncmp(folder, FOLDER, strlen(FOLDER)) == 0 &&
	       (size_t)(slash - folder) == strlen(FOLDER) + 6;
}

static void remove_folder(const char *folder)
{
	DIR *dir = opendir(folder);
	struct dirent *entry;

	if (!dir)
		return;
	while ((entry = readdir(dir)))
		if (strcmp(entry->d_name, ".") && strcmp(entry->d_name, ".."))
			unlinkat(dirfd(dir), entry->d_name, 0);
	closedir(dir);
	rmdir(folder);
}

void demo_discard(struct app *app)
{
	struct arena arena = { 0 };
	const char *path = app->store_path;

	store_close(app->store);
	app->store = NULL;
	if (path && is_temporary(path))
		remove_folder(arena_strndup(&arena, path, strlen(path) -
					    strlen("/" STORE_NAME)));
	arena_release(&arena);
}
