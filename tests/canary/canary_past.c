/* canary_past.c: a store of a world, with a past: renamed, shared and unshared,
 * made and deleted. */
#include "tests/canary/canary.h"

#include <unistd.h>

#include "action/core/action.h"
#include "action/core/session.h"
#include "action/run/app_open.h"
#include "action/run/run.h"
#include "action/scenario/demo.h"
#include "base/clock.h"

/* As this user, whoever sits here. */
static bool done(const struct world *w, const char *store, int who,
		 const char *const *word, size_t n)
{
	const struct action *action;
	struct arena arena = { 0 };
	struct options opts = { .yes = true };
	struct result result;
	struct error err;
	struct args args;
	struct app app;
	bool ok;

	app_init(&app, store);
	assert_true(app_open(&app, true, NULL, &err));
	app.actor = facts_user(&app.facts, bird_text(w, w->users[who].id));
	app.actor_kind = ACTOR_USER;
	app.demo = true;
	app.acting_as = NOBODY;
	assert_true(args_parse((int)n, word, &arena, &action, &args, &opts,
			       &err));
	ok = action_run(&app, action, &args, &opts, &result, &err);
	if (!ok && getenv("CANARY_SAY"))
		print_message("# past: %s: %s\n", word[0], err.text);
	result_release(&result);
	app_release(&app);
	arena_release(&arena);
	return ok;
}

#define DONE(who, ...) done(w, store, who, (const char *const[]){ __VA_ARGS__ }, \
	sizeof((const char *const[]){ __VA_ARGS__ }) / sizeof(const char *))
#define ID(thing) bird_text(w, w->thing.id)

static void admins_do(struct world *w, const char *store)
{
	const char *gone[8];
	int i;

	for (i = 0; i < 8; i++) {
		gone[i] = bird_text(w, w->gone[i]);
		w->birds[w->gone[i]].who = i < 4 ? 0 : 3;
	}
	if (DONE(0, "connection", "edit", ID(assets[1]), "--name",
		 bird_text(w, w->new_name[0])))
		w->assets[1].name = w->new_name[0];
	if (DONE(1, "group", "rename", ID(groups[3]),
		 bird_text(w, w->new_name[1])))
		w->groups[3].name = w->new_name[1];
	if (DONE(0, "user", "edit", ID(users[6]), "--name",
		 bird_text(w, w->new_name[2])))
		w->users[6].name = w->new_name[2];
	if (DONE(0, "secret", "edit", ID(assets[3]), "--name",
		 bird_text(w, w->new_name[3])))
		w->assets[3].name = w->new_name[3];
	DONE(0, "secret", "create", gone[0]);
	DONE(0, "secret", "delete", gone[0]);
	DONE(0, "group", "create", gone[1], "--user", ID(users[8]));
	DONE(0, "group", "delete", gone[1]);
	DONE(0, "connection", "create", gone[2], "--draft", "--type", "postgres",
	     "--field", "host=h");
	DONE(0, "connection", "delete", gone[2]);
	DONE(1, "user", "role", ID(users[6]), "editor");
	DONE(1, "user", "role", ID(users[6]), "viewer");
	if (!w->groups[0].members[9] && !w->groups[0].members[5] &&
	    DONE(0, "group", "add", ID(groups[0]), ID(users[9]), ID(users[5])))
		assert_true(DONE(0, "undo"));
}

static void people_do(struct world *w, const char *store)
{
	int i, p, owner, title;

	for (i = 0; i < 2; i++) {
		owner = w->projects[i].owner;
		title = w->new_title[i];
		/* where nothing stood: what undo brings back may be blocked (D30) */
		if (w->projects[i].users[8] == LEVEL_NONE && owner != 8 &&
		    DONE(owner, "project", "share", ID(projects[i]), "--user",
			 ID(users[8]), "--group", ID(groups[0]), "--level",
			 "app_only"))
			assert_true(DONE(owner, "undo"));
		if (DONE(owner, "project", "rename", ID(projects[i]),
			 bird_text(w, title)))
			w->projects[i].title = title;
	}
	owner = w->projects[2].owner;
	if (DONE(owner, "project", "set", ID(projects[2]), "--description",
		 bird_text(w, w->new_about)))
		w->projects[2].description = w->new_about;
	for (p = 5; p < 7; p++) {
		owner = w->projects[p].owner;
		if (w->projects[p].users[7] == LEVEL_NONE && owner != 7 &&
		    DONE(owner, "project", "share", ID(projects[p]), "--user",
			 ID(users[7]), "--level", "can_view"))
			assert_true(DONE(owner, "undo"));
	}
	for (i = 4; i < 6; i++) {
		DONE(3, "project", "create", bird_text(w, w->gone[i]));
		DONE(3, "project", "delete", bird_text(w, w->gone[i]));
		DONE(3, "project", "delete", bird_text(w, w->gone[i]));
	}
}

void past_make(struct world *w, const char *store)
{
	admins_do(w, store);
	people_do(w, store);
}

void past_more(struct world *w, const char *store)
{
	int i;

	for (i = 0; i < 3; i++)
		assert_true(DONE(i % 2, "secret", "edit", ID(assets[2]),
				 "--description", i == 1 ? "other" : "more"));
}

/* Each step of the past ends where it began, but for names. */
void world_store(struct world *w, const char *path, bool demo)
{
	struct arena arena = { 0 };
	struct session session;
	struct said said = { 0 };
	struct line line = { .n = 0 };
	struct error err;
	struct app app;
	char file[1200];

	unlink(path);
	snprintf(file, sizeof(file), "%s.checkpoints", path);
	unlink(file);			/* that of the store that was here */
	session_find(&session, path, &arena);
	snprintf(file, sizeof(file), "%s.json", path);
	world_write(w, file, session.login);
	clock_fix(1795800000000000);		/* 2026-11-27 */
	if (demo) {
		app_init(&app, NULL);
		assert_true(demo_open_workspace(&app, file, path, &err));
		app_release(&app);
	} else {
		line_add(&line, "workspace");
		line_add(&line, "import");
		line_add(&line, file);
		run_line(&said, path, NULL, &line);
		if (said.status)
			fail_msg("%s", said.text);
	}
	past_make(w, path);
	free(said.text);
	arena_release(&arena);
}
