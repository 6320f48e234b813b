/* canary_cli_test.c: the canary walk on the command line: every verb, with
 * arguments by lot, in text, JSON and CSV, and completion, for actors of every role
 * and level, by --as and by login: no canary that the actor may not see is told.
 * CANARY_SEED, CANARY_SEEDS, CANARY_TURNS: where the dice begin, how many
 * workspaces, how many lines a verb and actor; CANARY_REPORT: a file for what was
 * found (`make canary`). */
#include "tests/canary/canary.h"

#include "action/core/action.h"
#include "action/run/app_open.h"

static unsigned long total_outputs, total_leaks, total_pairs, total_birds,
	total_actors, total_worlds;

/* The audit log and whole files tell an Admin all that is. */
static bool is_log(const struct action *action)
{
	return action->noun && (strcmp(action->noun, "audit") == 0 ||
		(strcmp(action->noun, "workspace") == 0 &&
		 strcmp(action->verb, "export") == 0));
}

static void one_line(struct walk *walk, const char *store, const char *as,
		     const struct action *action, struct line *line,
		     struct said *said)
{
	char where[LINE_ROOM + 100], name[80], who[LINE_ROOM + 200];
	const char *typed;

	run_line(said, store, as, line);
	line_text(line, where, sizeof(where));
	snprintf(name, sizeof(name), "%s%s%s", action->noun ? action->noun : "",
		 action->noun ? " " : "", action->verb);
	if (getenv("CANARY_SHOW"))
		print_message("$ %s --as %s: %d\n%s\n", where, as ? as : "-",
			      said->status, said->text);
	walk->log = is_log(action);
	snprintf(who, sizeof(who), "%s %s", where, as ? as : "");
	typed = who;
	/* who sits there is told who sits there */
	if (as && strcmp(name, "workspace show") == 0) {
		snprintf(who, sizeof(who), "%s %s", where,
			 user_mail(walk->w, 0));
		typed = who;
	}
	walk_check(walk, said->text, said->n, typed, name, where);
	if (said->status == 70 || said->status > 8)
		fail_msg("%s: status %d: %s", where, said->status, said->text);
}

/* Who does this sees more than before. */
static bool widens(const struct action *action)
{
	return strcmp(action->verb, "take-access") == 0 ||
		strcmp(action->verb, "duplicate") == 0;
}

static void one_verb(struct walk *walk, struct world *w, const char *store,
		     const char *as, const struct action *action,
		     struct said *said, unsigned long turns)
{
	struct line line;

	while (turns-- > 0 && line_whole(w, action, &line))
		one_line(walk, store, as, action, &line, said);
	if (!(action->flags & ACTION_WRITES) || widens(action))
		return;
	memset(&line, 0, sizeof(line));
	if (!line_make(w, action, &line))
		return;
	line_add(&line, "--yes");
	one_line(walk, store, as, action, &line, said);
	if (said->status == 0)
		file_put(store, &walk->store);
}

/* Half typed lines: all that could come next. */
static void complete(struct walk *walk, struct world *w, const char *store,
		     const char *as, const struct action *action,
		     struct said *said)
{
	struct line full, line;
	char where[LINE_ROOM + 100];
	int n, i;

	memset(&full, 0, sizeof(full));
	if (!line_make(w, action, &full))
		return;
	for (n = 1; n <= full.n; n++) {
		memset(&line, 0, sizeof(line));
		line_add(&line, "completion");
		line_add(&line, "words");
		line_add(&line, "--");
		for (i = 0; i < n; i++)
			line_add(&line, full.v[i]);
		line_add(&line, throw(&w->dice, 3) ? "" : "q");
		run_line(said, store, as, &line);
		line_text(&line, where, sizeof(where));
		walk->log = false;
		walk_check(walk, said->text, said->n, where, "completion", where);
	}
}

/* Trying to be somebody: whoever is there or not. */
static void as_others(struct walk *walk, struct world *w, const char *store,
		      struct said *said)
{
	const struct action *action = action_find("project", "list");
	struct line line;
	char mail[40];
	int i;

	for (i = 0; i < w->n_users; i++) {
		memset(&line, 0, sizeof(line));
		line_add(&line, "project");
		line_add(&line, "list");
		snprintf(mail, sizeof(mail), "%s", i % 2 ? user_mail(w, i) :
			 bird_text(w, w->users[i].name));
		if (w->users[walk->actor].role != ROLE_ADMIN)
			one_line(walk, store, mail, action, &line, said);
	}
}

static void one_actor(struct world *w, int actor, const char *store,
		      const char *how, unsigned long turns)
{
	struct walk walk = { .w = w, .actor = actor, .how = how };
	const char *as = strcmp(how, "login") == 0 ? NULL : user_mail(w, actor);
	struct said said = { 0 };
	char mail[40];
	size_t n, i;
	const struct action *const *all = actions(&n);

	walk.report = report_file();
	walk.birds = (unsigned long)forbidden(&walk);
	file_get(store, &walk.store);
	if (as) {
		snprintf(mail, sizeof(mail), "%s", as);
		as = mail;
	}
	for (i = 0; i < n; i++) {
		one_verb(&walk, w, store, as, all[i], &said, turns);
		if (turns > 3 || throw(&w->dice, 3) == 0)
			complete(&walk, w, store, as, all[i], &said);
	}
	if (!as)
		as_others(&walk, w, store, &said);
	free(said.text);
	free(walk.store.text);
	total_outputs += walk.outputs;
	total_pairs += walk.pairs;
	total_leaks += walk.leaks;
	total_actors++;
}

static void walk_world(uint64_t seed, unsigned long turns)
{
	struct world *w = malloc(sizeof(*w));
	char demo[200], login[200];
	int i;

	assert_non_null(w);
	snprintf(demo, sizeof(demo), "%s", nest("demo.db"));
	snprintf(login, sizeof(login), "%s", nest("login.db"));
	world_make(w, seed);
	world_store(w, demo, true);
	for (i = 0; i < w->n_users; i++)
		one_actor(w, i, demo, "--as", turns);
	for (i = (int)(seed % 3); i < w->n_users; i += 3) {
		if (!w->users[i].active)
			continue;
		world_make(w, seed);
		w->linked = i;
		world_store(w, login, false);
		one_actor(w, i, login, "login", turns);
	}
	total_birds += (unsigned long)w->n_birds;
	total_worlds++;
	free(w);
}

TEST(no_verb_tells_what_one_may_not_see)
{
	unsigned long seeds = number_of("CANARY_SEEDS", 1), i;
	unsigned long first = number_of("CANARY_SEED", 1);
	unsigned long turns = number_of("CANARY_TURNS", 1);

	for (i = 0; i < seeds; i++)
		walk_world(first + i, turns);
	print_message("# %lu workspaces, %lu actors, %lu outputs, %lu canaries, "
		      "%lu forbidden pairs, %lu leaks\n", total_worlds,
		      total_actors, total_outputs, total_birds, total_pairs,
		      total_leaks);
	assert_int_equal(total_leaks, 0);
}

/* The walk can say no. */
TEST(a_planted_leak_is_found)
{
	struct world *w = malloc(sizeof(*w));
	struct walk walk = { .actor = 8 };
	char text[200];
	int cut;

	assert_non_null(w);
	world_make(w, 7);
	walk.w = w;
	assert_int_equal(w->users[8].role, ROLE_GUEST);
	for (cut = 0; cut < 3; cut++) {
		snprintf(text, sizeof(text), "shared with %.*s, me %s",
			 7 - cut, bird_text(w, w->groups[0].name),
			 bird_text(w, w->users[8].name));
		assert_int_equal(walk_check(&walk, text, strlen(text), NULL,
					    "", ""), 1);
		assert_int_equal(walk_check(&walk, text, strlen(text), text,
					    "", ""), cut ? 1 : 0);
	}
	walk.actor = 0;
	assert_int_equal(walk_check(&walk, text, strlen(text), NULL, "", ""), 0);
	free(w);
}

/* Two judgements of the same pages. */
TEST(the_oracle_and_the_engine_agree)
{
	struct world *w = malloc(sizeof(*w));
	struct arena arena = { 0 };
	char path[200];
	int seed, i, k;

	assert_non_null(w);
	snprintf(path, sizeof(path), "%s", nest("agree.db"));
	for (seed = 1; seed <= 5; seed++) {
		struct answer answer;
		struct error err;
		struct app app;

		world_make(w, (uint64_t)seed);
		world_store(w, path, true);
		app_init(&app, path);
		assert_true(app_open(&app, false, NULL, &err));
		for (i = 0; i < w->n_users; i++) {
			uint32_t user = facts_user(&app.facts,
				bird_text(w, w->users[i].id));

			for (k = 0; k < w->n_projects; k++) {
				access_decide(&app.facts, user,
					      facts_project(&app.facts,
					bird_text(w, w->projects[k].id)),
					      &arena, &answer);
				assert_int_equal(answer.granted,
						 oracle_granted(w, i, k));
				assert_int_equal(answer.effective,
						 oracle_effective(w, i, k));
			}
			for (k = 0; w->users[i].active && k < w->n_assets; k++)
				assert_int_equal(access_asset(&app.facts, user,
					facts_asset(&app.facts,
					bird_text(w, w->assets[k].id))),
					oracle_access(w, i, k));
		}
		app_release(&app);
	}
	arena_release(&arena);
	free(w);
}

RUN(CASE(a_planted_leak_is_found),
    CASE(the_oracle_and_the_engine_agree),
    CASE(no_verb_tells_what_one_may_not_see))
