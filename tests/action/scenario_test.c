/* scenario_test.c: scenario files are read strictly; expectations can fail. */
#include "tests/action/verbs_world.h"

#include "action/scenario/embedded.h"
#include "action/scenario/scenario.h"

#define HEAD "{\"format\":\"gatehouse-scenario\",\"version\":1,\"title\":\"T\"," \
	"\"workspace\":\"demo\",\"steps\":["

static struct arena arena;
static struct scenario scenario;
static struct error err;

static bool reads(const char *text)
{
	return scenario_read("s.json", ".", text, strlen(text), &arena, &scenario,
			     &err);
}

static void refused(const char *text, const char *path)
{
	assert_false(reads(text));
	assert_int_equal(err.kind, ERROR_INVALID);
	assert_non_null(strstr(err.text, "s.json"));
	if (!strstr(err.text, path))
		print_error("%s: %s\n", path, err.text);
	assert_non_null(strstr(err.text, path));
	assert_true(*err.remedy);
}

TEST(what_is_wrong_is_named_by_its_path)
{
	refused("{", "line 1");
	refused("[]", "(document)");
	refused("{\"format\":\"x\"}", "format");
	refused("{\"format\":\"gatehouse-scenario\",\"version\":2}", "version");
	refused("{\"format\":\"gatehouse-scenario\",\"version\":1}", "steps");
	refused(HEAD "]}", "steps");
	refused(HEAD "{}]}", "steps[0]");
	refused(HEAD "{\"say\":1}]}", "steps[0].say");
	refused(HEAD "{\"say\":\"x\",\"lesson\":1}]}", "steps[0].lesson");
	refused(HEAD "{\"says\":\"x\"}]}", "steps[0].says");
	refused(HEAD "{\"do\":[]}]}", "steps[0].do");
	refused(HEAD "{\"do\":[\"a\",1]}]}", "steps[0].do[1]");
	refused(HEAD "{\"do\":[\"a\"],\"expect\":{\"exit\":9}}]}",
		"steps[0].expect.exit");
	refused(HEAD "{\"do\":[\"a\"],\"expect\":{\"exit\":\"0\"}}]}",
		"steps[0].expect.exit");
	refused(HEAD "{\"expect\":{\"exit\":0}}]}", "steps[0].expect");
	refused(HEAD "{\"expect\":{\"access\":[{\"user\":\"u\"}]}}]}",
		"steps[0].expect.access[0].project");
	refused(HEAD "{\"expect\":{\"access\":[{\"user\":\"u\",\"project\":\"p\","
		"\"effective\":\"all\"}]}}]}",
		"steps[0].expect.access[0].effective");
	refused(HEAD "{\"expect\":{\"access\":[{\"user\":\"u\",\"project\":\"p\","
		"\"limits\":[\"ROLE\"]}]}}]}",
		"steps[0].expect.access[0].limits[0]");
	refused(HEAD "{\"expect\":{\"access\":[{\"user\":\"u\",\"project\":\"p\","
		"\"can\":{\"fly\":true}}]}}]}",
		"steps[0].expect.access[0].can.fly");
	refused(HEAD "{\"expect\":{\"access\":[{\"user\":\"u\",\"project\":\"p\","
		"\"can\":{\"edit\":1}}]}}]}",
		"steps[0].expect.access[0].can.edit");
	refused(HEAD "{\"expect\":{\"defaults\":[]}}]}", "steps[0].expect.defaults");
	refused(HEAD "{\"expect\":{\"defaults\":{\"u\":1}}}]}",
		"steps[0].expect.defaults.u");
	refused(HEAD "{\"say\":\"x\"}],\"more\":1}", "more");
	refused(HEAD "{\"say\":\"x\",\"say\":\"y\"}]}", "line 1");
	arena_release(&arena);
}

/* A scenario that somebody sent may overwrite and read nothing (INTERFACES 5). */
TEST(no_step_reaches_outside)
{
	static const char *const steps[] = {
		"\"workspace\",\"export\",\"/tmp/x\"",
		"\"workspace\",\"export\",\"/tmp/x\",\"--yes\"",
		"\"workspace\",\"backup\",\"/tmp/x\"",
		"\"workspace\",\"import\",\"/etc/passwd\",\"--yes\"",
		"\"workspace\",\"restore\",\"/tmp/x\"",
		"\"as-of\",\"1\",\"workspace\",\"export\",\"/tmp/x\"",
		"\"access\",\"preview\",\"workspace\",\"import\",\"/tmp/x\"",
		"\"scenario\",\"check\",\"/tmp/x\"",
		"\"demo\",\"--keep\",\"/tmp/x\"",
		"\"connection\",\"test\",\"a\"",
		"\"provider\",\"verify\",\"--all\"",
		"\"files\",\"verify\",\"a\"",
		"\"package\",\"resolve\",\"a\"",
		"\"provider\",\"sign-in\",\"a\"",
		"\"provider\",\"repos\",\"a\"",
		"\"provider\",\"refs\",\"a\",\"b/c\"",
		"\"files\",\"browse\",\"a\"",
	};
	char text[700];
	size_t i;

	for (i = 0; i < COUNT_OF(steps); i++) {
		snprintf(text, sizeof(text), HEAD "{\"say\":\"x\"},{\"do\":[%s],"
			 "\"expect\":{\"exit\":0}}]}", steps[i]);
		refused(text, "steps[1].do: step 2, ");
		assert_int_equal(error_exit_status(err.kind), 2);
	}
	assert_true(reads(HEAD "{\"do\":[\"workspace\",\"export\"]},"
			  "{\"do\":[\"workspace\",\"nothing\"]}]}"));
	arena_release(&arena);
}

/* A new action that takes a file without saying so would be a hole. */
TEST(what_takes_a_file_says_so)
{
	const struct action *const *all;
	const struct param *param;
	size_t n, i, with = 0;

	all = actions(&n);
	for (i = 0; i < n; i++)
		for (param = all[i]->params; param->name; param++) {
			if (param->type != PARAM_FILE)
				continue;
			with++;
			if (!(all[i]->flags & ACTION_FILES))
				fail_msg("%s takes a file without ACTION_FILES",
					 all[i]->verb);
		}
	assert_true(with >= 8);
}

TEST(a_workspace_path_starts_at_the_file)
{
	assert_true(reads(HEAD "{\"say\":\"x\"}]}"));
	assert_null(scenario.workspace);
	assert_true(scenario_read("s", "dir",
		"{\"format\":\"gatehouse-scenario\",\"version\":1,"
		"\"workspace\":\"w.json\",\"steps\":[{\"say\":\"x\"}]}",
		strlen("{\"format\":\"gatehouse-scenario\",\"version\":1,"
		"\"workspace\":\"w.json\",\"steps\":[{\"say\":\"x\"}]}"),
		&arena, &scenario, &err));
	assert_string_equal(scenario.workspace, "dir/w.json");
	arena_release(&arena);
}

static const char *failure(const char *step)
{
	static char text[700];
	struct scenario_outcome outcome;
	struct arena own = { 0 };
	struct app app;
	bool good;

	assert_true(reads(step));
	app_init(&app, NULL);
	assert_true(demo_open(&app, NULL, NULL, &err));
	scenario_step_run(&app, &scenario.steps[0], &own, &outcome);
	good = outcome.good;
	snprintf(text, sizeof(text), "%s", good ? "" : outcome.failure);
	result_release(&outcome.result);
	demo_discard(&app);
	app_release(&app);
	arena_release(&own);
	arena_release(&arena);
	return text;
}

#define SHARE "\"as\":\"ravi@acme.example\",\"do\":[\"project\",\"share\"," \
	"\"p-rev\",\"--user\",\"dana@acme.example\",\"--level\",\"can_edit\"]"
#define VIEW "\"as\":\"ravi@acme.example\",\"do\":[\"project\",\"share\"," \
	"\"p-rev\",\"--group\",\"g-ops\",\"--level\",\"can_edit\"]"
#define DANA "\"user\":\"dana@acme.example\",\"project\":\"p-rev\""

TEST(every_expectation_can_fail_and_hold)
{
	static const struct { const char *step, *failure; } cases[] = {
		{ SHARE ",\"expect\":{\"exit\":5,\"code\":\"ASSET_MISSING\"}",
		  "" },
		{ SHARE ",\"expect\":{\"code\":\"ASSET_MISSING\"}",
		  "" },
		{ SHARE ",\"expect\":{\"exit\":0}",
		  "exit: expected 0, got 5" },
		{ SHARE,
		  "exit: expected 0, got 5" },
		{ SHARE ",\"expect\":{\"exit\":5,\"code\":\"STALE\"}",
		  "code:" },
		{ VIEW ",\"expect\":{\"code\":\"STALE\"}",
		  "exit: expected a" },
		{ VIEW ",\"expect\":{\"warns\":[\"ASSET_MISSING\"]}",
		  "" },
		{ VIEW ",\"expect\":{\"warns\":[]}",
		  "warns: expected none" },
		{ VIEW ",\"expect\":{\"warns\":[\"STILL_OWNER\"]}",
		  "warns:" },
		{ VIEW ",\"expect\":{\"access\":[{\"user\":\"u-kira\",\"project\":"
		  "\"p-rev\",\"granted\":\"can_edit\",\"effective\":"
		  "\"can_view\"}]}",
		  "" },
		{ "\"expect\":{\"access\":[{" DANA ",\"effective\":\"can_edit\"}]}",
		  "effective: expected can_edit, got can_view" },
		{ "\"expect\":{\"access\":[{" DANA ",\"granted\":\"none\"}]}",
		  "granted: expected none" },
		{ "\"expect\":{\"access\":[{" DANA
		  ",\"limits\":[\"ASSET_MISSING\"]}]}",
		  "" },
		{ "\"expect\":{\"access\":[{" DANA
		  ",\"limits\":[\"ASSET_MISSING\",\"ASSET_MISSING\"]}]}",
		  "limits:" },
		{ "\"expect\":{\"access\":[{" DANA ",\"limits\":[]}]}",
		  "limits: expected none, got ASSET_MISSING" },
		{ "\"expect\":{\"access\":[{" DANA ",\"can\":{\"edit\":false,"
		  "\"view_logic\":true}}]}",
		  "" },
		{ "\"expect\":{\"access\":[{" DANA ",\"can\":{\"edit\":true}}]}",
		  "edit: expected true" },
		{ "\"expect\":{\"access\":[{\"user\":\"anonymous\",\"project\":"
		  "\"p-rev\",\"effective\":\"app_only\"}]}",
		  "" },
		{ "\"expect\":{\"access\":[{\"user\":\"x\",\"project\":\"p-rev\""
		  "}]}",
		  "there is no user" },
		{ "\"as\":\"x\",\"do\":[\"user\",\"list\"]",
		  "exit: expected 0" },
		{ "\"do\":[\"scenario\",\"list\"]",
		  "exit: expected 0, got 2" },
		{ "\"do\":[\"user\",\"list\"],\"expect\":{\"listed\":[\"u-bob\"],"
		  "\"not_listed\":[\"p-rev\"]}",
		  "" },
		{ "\"do\":[\"user\",\"list\"],\"expect\":{\"listed\":[\"p-rev\"]}",
		  "listed: p-rev is not" },
		{ "\"do\":[\"user\",\"list\"],\"expect\":{\"not_listed\":"
		  "[\"u-bob\"]}",
		  "not_listed: u-bob is listed" },
		{ "\"expect\":{\"defaults\":{\"u-ravi\":\"a-snow\",\"u-dana\":null}}",
		  "" },
		{ "\"expect\":{\"defaults\":{\"u-ravi\":null}}",
		  "default of u-ravi: expected none, got a-snow" },
		{ "\"expect\":{\"defaults\":{\"u-dana\":\"a-snow\"}}",
		  "default of u-dana: expected a-snow, got none" },
		{ "\"expect\":{\"defaults\":{\"x\":null}}",
		  "there is no user" },
	};
	char text[700];
	const char *got;
	size_t i;

	for (i = 0; i < COUNT_OF(cases); i++) {
		snprintf(text, sizeof(text), HEAD "{%s}]}", cases[i].step);
		got = failure(text);
		if (*cases[i].failure ? !strstr(got, cases[i].failure) : *got)
			print_error("%s: %s\n", cases[i].step, got);
		if (*cases[i].failure)
			assert_non_null(strstr(got, cases[i].failure));
		else
			assert_string_equal(got, "");
	}
}

static size_t failed;

static void seen(void *ctx, const struct scenario_step *step, size_t number,
		 const struct scenario_outcome *outcome)
{
	(void)step;
	if (!outcome->good)
		print_error("%s, step %zu: %s\n", (const char *)ctx, number,
			    outcome->failure);
	failed += !outcome->good;
}

static const char *name_at(size_t i)
{
	static char name[80];

	snprintf(name, sizeof(name), "%s", embedded_name(i));
	name[strlen(name) - strlen(".json")] = '\0';
	return name;
}

static bool next_scenario(size_t *i)
{
	while (*i < embedded_count() && strcmp(embedded_name(*i), "demo.json") == 0)
		++*i;
	return *i < embedded_count();
}

static size_t failures(const char *name)
{
	char shown[80];

	snprintf(shown, sizeof(shown), "%s", name);
	failed = 0;
	assert_true(scenario_through(&scenario, seen, shown, &err));
	return failed;
}

TEST(the_built_in_scenarios_hold)
{
	size_t i, n = 0;

	for (i = 0; next_scenario(&i); i++, n++) {
		assert_true(scenario_load(name_at(i), &arena, &scenario, &err));
		assert_int_equal(failures(name_at(i)), 0);
		assert_true(scenario.n >= 4);
	}
	assert_true(n >= 8);
	arena_release(&arena);
}

static void count_failed(void *ctx, const struct scenario_step *step, size_t number,
			 const struct scenario_outcome *outcome)
{
	(void)step;
	(void)number;
	*(size_t *)ctx += !outcome->good;
}

/* Each teaches one thing: without the step that is its lesson something that it expects
 * does not hold; without any other the rest of what the lesson says may. */
TEST(each_scenario_fails_without_its_lesson)
{
	size_t i, k, lesson, lessons, broken;

	for (i = 0; next_scenario(&i); i++) {
		assert_true(scenario_load(name_at(i), &arena, &scenario, &err));
		for (k = lessons = lesson = 0; k < scenario.n; k++)
			if (scenario.steps[k].lesson) {
				lesson = k;
				lessons++;
			}
		if (lessons != 1)
			fail_msg("%s has %zu lessons", name_at(i), lessons);
		assert_true(scenario.steps[lesson].n_words > 0);
		memmove(&scenario.steps[lesson], &scenario.steps[lesson + 1],
			(scenario.n - lesson - 1) * sizeof(scenario.steps[0]));
		scenario.n--;
		broken = 0;
		assert_true(scenario_through(&scenario, count_failed, &broken, &err));
		if (!broken)
			fail_msg("%s holds without its lesson", name_at(i));
		arena_release(&arena);
	}
}

/* A room reads a caption of three lines at 80 columns, and each step has one. */
TEST(every_step_says_one_short_thing)
{
	size_t i, k;

	for (i = 0; next_scenario(&i); i++) {
		assert_true(scenario_load(name_at(i), &arena, &scenario, &err));
		for (k = 0; k < scenario.n; k++) {
			assert_non_null(scenario.steps[k].say);
			if (strlen(scenario.steps[k].say) > 156)
				fail_msg("%s, step %zu is long", name_at(i), k + 1);
		}
		arena_release(&arena);
	}
}

TEST(a_scenario_is_found_by_a_word_of_its_name)
{
	assert_true(scenario_load("practice-interview", &arena, &scenario, &err));
	assert_true(scenario_load("interview", &arena, &scenario, &err));
	assert_string_equal(scenario.title, "A candidate's exercise");
	assert_false(scenario_load("inter", &arena, &scenario, &err));
	assert_int_equal(err.kind, ERROR_NOT_FOUND);
	assert_non_null(strstr(err.remedy, "practice-interview, "));
	assert_non_null(strstr(err.remedy, "two-limits"));
	assert_null(strstr(err.remedy, "demo"));
	assert_false(scenario_load("practice", &arena, &scenario, &err));
	assert_int_equal(err.kind, ERROR_INVALID);
	assert_string_equal(err.code, "NAME_AMBIGUOUS");
	assert_false(scenario_load("demo", &arena, &scenario, &err));
	assert_false(scenario_load("", &arena, &scenario, &err));
	arena_release(&arena);
}

RUN(CASE(what_is_wrong_is_named_by_its_path),
    CASE(no_step_reaches_outside),
    CASE(what_takes_a_file_says_so),
    CASE(a_workspace_path_starts_at_the_file),
    CASE(every_expectation_can_fail_and_hold),
    CASE(the_built_in_scenarios_hold),
    CASE(each_scenario_fails_without_its_lesson),
    CASE(every_step_says_one_short_thing),
    CASE(a_scenario_is_found_by_a_word_of_its_name))
