/* verify_test.c: workspace verify judges one moment, whoever writes beside it. */
#include "tests/action/verbs_world.h"

#include <sys/wait.h>

#include "action/run/run.h"
#include "base/newid.h"

enum { COMMITS = 400, LOOKS = 60 };

/* Somebody else raises and lowers a level that the engine judges. */
static bool change(struct store *store, int number)
{
	struct edit edit = edit_of(EDIT_GRANT_USER);
	struct facts facts;
	struct error err;
	char id[NEWID_TEXT];
	struct event event = { .time = 1700000000000000, .op_id = id,
		.actor = "ada@t.example", .verb = "project share",
		.targets = "q", .summary = "test", .edits = "[]" };
	bool good;

	newid(id, "op");
	facts_init(&facts);
	good = store_begin(store, &err) && store_load(store, &facts, &err);
	if (good) {
		edit.project = facts_project(&facts, "q");
		edit.user = facts_user(&facts, "u-eve");
		edit.value = number % 2 ? LEVEL_CAN_EDIT : LEVEL_APP_ONLY;
		edit_apply(&facts, &edit);
		good = store_apply(store, &facts, &edit, &err) &&
			store_commit(store, &event, &err);
	}
	facts_release(&facts);
	return good;
}

static void all_is_well(struct world *w)
{
	const struct action *action = action_find("workspace", "verify");
	struct options opts = { .format = FORMAT_TEXT };
	struct args args;
	struct result result;
	struct error err;

	memset(&args, 0, sizeof(args));
	if (!action_run(&w->app, action, &args, &opts, &result, &err))
		fail_msg("%s", err.text);
	if (result.failed)
		fail_msg("it cried wolf: %s", result.message);
	result_release(&result);
}

/* The session has read the facts before: what counts is what is stored. */
TEST(a_change_since_the_session_began_is_no_fault)
{
	struct world w;
	struct store *other;
	struct error err;

	world_open_with(&w, "enterprise", "");
	other = store_open(w.app.store_path, STORE_WRITE, &err);
	assert_non_null(other);
	assert_true(change(other, 0));
	all_is_well(&w);
	assert_true(change(other, 1));
	all_is_well(&w);
	store_close(other);
	world_close(&w);
}

TEST(beside_a_writer_all_is_well)
{
	struct world w;
	struct error err;
	int status;
	pid_t pid;

	world_open_with(&w, "enterprise", "");
	fflush(NULL);
	pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		struct store *other = store_open(w.app.store_path, STORE_WRITE,
						 &err);

		for (int i = 0; other && i < COMMITS; i++)
			if (!change(other, i))
				_exit(1);
		_exit(other ? 0 : 2);
	}
	for (int i = 0; i < LOOKS; i++)
		all_is_well(&w);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
	all_is_well(&w);
	world_close(&w);
}

static struct { size_t calls, all; bool in_order; } said;

static void progress(const char *what, size_t done, size_t all)
{
	assert_string_equal(what, "project");
	said.in_order = said.in_order && done == said.calls;
	said.calls++;
	said.all = all;
}

TEST(it_says_how_far_it_is)
{
	const struct action *action = action_find("workspace", "verify");
	struct options opts = { .progress = progress };
	struct args args;
	struct result result;
	struct error err;
	struct world w;

	memset(&args, 0, sizeof(args));
	world_open_with(&w, "enterprise", "");
	said.in_order = true;
	if (!action_run(&w.app, action, &args, &opts, &result, &err))
		fail_msg("%s", err.text);
	result_release(&result);
	assert_true(said.in_order);
	assert_int_equal(said.all, w.app.facts.n_projects);
	assert_int_equal(said.calls, said.all + 1);
	world_close(&w);
}

RUN(CASE(it_says_how_far_it_is),
    CASE(a_change_since_the_session_began_is_no_fault),
    CASE(beside_a_writer_all_is_well))
