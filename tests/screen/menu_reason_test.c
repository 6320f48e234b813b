/* menu_reason_test.c: what is greyed in the menu is refused when it is tried, and
 * what is not greyed is never refused for a right that is lacking. */
#include "tests/expect.h"

#include "action/run/app_open.h"
#include "action/run/run.h"
#include "action/scenario/demo.h"
#include "screen/console/menu.h"

static const char *const people[] = {
	"maya@acme.example", "dana@acme.example", "bob@acme.example",
	"elif@acme.example", "nina@acme.example", "kofi@contractor.example",
	"theo@acme.example",
};

/* Each verb of a project that asks for more, with arguments that would do. */
static struct {
	const char *verb, *param, *value, *level;
} tried[] = {
	{ "share", "group", "Partners", "app_only" },
	{ "share-workspace", NULL, NULL, "none" },
	{ "share-web", NULL, NULL, "none" },
	{ "unshare", "group", "Partners", NULL },
	{ "rename", "title", "Another", NULL },
	{ "transfer", "user", "oskar@acme.example", NULL },
	{ "editors-may-share", "on", "off", NULL },
	{ "import", "asset", "Analytics warehouse", NULL },
	{ "remove", "asset", "Analytics warehouse", NULL },
	{ "set", "description", "Another", NULL },
};

static void set(const struct action *action, struct args *args, const char *name,
		const char **value)
{
	size_t i;

	for (i = 0; i < ACTION_PARAMS && action->params[i].name; i++)
		if (strcmp(action->params[i].name, name) == 0) {
			args->of[i].v = value;
			args->of[i].n = 1;
			return;
		}
	fail_msg("%s has no %s", action->verb, name);
}

/* Is it about what somebody may, not about what was asked for? */
static bool is_right(const struct error *err)
{
	return strcmp(err->code, "LEVEL_NEEDED") == 0 ||
		strcmp(err->code, "SHARING_DISABLED_FOR_EDITORS") == 0 ||
		strcmp(err->code, "ROLE_NEEDED") == 0;
}

static void try_verb(struct screen *screen, const struct thing *thing, size_t t,
		     const char *why, unsigned *greyed, unsigned *open)
{
	const struct action *action = action_find("project", tried[t].verb);
	const char *id = thing->id;
	struct args args = { 0 };
	struct result result;
	struct error err;
	bool done;

	assert_non_null(action);
	set(action, &args, "project", &id);
	if (tried[t].param)
		set(action, &args, tried[t].param, &tried[t].value);
	if (tried[t].level)
		set(action, &args, "level", &tried[t].level);
	error_clear(&err);
	done = action_preview(screen->app, action, &args, &result, &err);
	result_release(&result);
	if (why)
		assert_false(done);
	else if (!done && is_right(&err) && !strstr(err.text, "you cannot"))
		fail_msg("%s on %s is not greyed: %s", action->verb, id, err.text);
	(*(why ? greyed : open))++;
}

static const char *why_of(const struct item *items, size_t n, const char *verb)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (items[i].action && strcmp(items[i].action->verb, verb) == 0)
			return items[i].why;
	fail_msg("%s is not in the menu", verb);
	return NULL;
}

TEST(greyed_is_what_would_be_refused)
{
	struct screen screen = { 0 };
	struct item items[MENU_ITEMS];
	struct arena arena = { 0 };
	unsigned greyed = 0, open = 0;
	struct thing thing;
	struct error err;
	struct app app;
	size_t p, t, n;
	uint32_t i;

	app_init(&app, NULL);
	assert_true(demo_open(&app, NULL, NULL, &err));
	screen.app = &app;
	for (p = 0; p < COUNT_OF(people); p++) {
		assert_true(app_find_user(&app, people[p], &app.acting_as, &err));
		for (i = 0; i < app.facts.n_projects; i++) {
			if (!sees_project(app_seen(&app), i))
				continue;
			thing = thing_of(&app, THING_PROJECT, i);
			n = menu_items(&screen, &thing, false, &arena, items);
			for (t = 0; t < COUNT_OF(tried); t++)
				try_verb(&screen, &thing, t,
					 why_of(items, n, tried[t].verb),
					 &greyed, &open);
		}
		app.acting_as = NOBODY;
	}
	assert_true(greyed > 500 && open > 50);
	arena_release(&arena);
	arena_release(&screen.scratch);
	demo_discard(&app);
	app_release(&app);
}

/* A reason is short in the row and whole below it. */
TEST(reasons_are_told_twice)
{
	struct screen screen = { 0 };
	struct item items[MENU_ITEMS];
	struct arena arena = { 0 };
	struct thing thing;
	struct error err;
	struct app app;
	uint32_t churn;
	size_t n, i;

	app_init(&app, NULL);
	assert_true(demo_open(&app, NULL, NULL, &err));
	screen.app = &app;
	assert_true(app_find_project(&app, "Churn model", &churn, &err));
	thing = thing_of(&app, THING_PROJECT, churn);
	n = menu_items(&screen, &thing, false, &arena, items);
	assert_string_equal(why_of(items, n, "rename"), "needs Full Access");
	assert_null(why_of(items, n, "take-access"));
	for (i = 0; i < n; i++)
		if (items[i].why)
			assert_true(strlen(items[i].whole) >=
				    strlen(items[i].why));
	for (i = 1; i < n; i++)		/* share first, delete last */
		assert_true(items[i - 1].order <= items[i].order);
	assert_string_equal(items[0].label, "Open");
	assert_string_equal(items[n - 1].label, "Delete");
	thing = thing_of(&app, THING_USER, ANYONE);
	assert_int_equal(menu_items(&screen, &thing, false, &arena, items), 0);
	arena_release(&arena);
	arena_release(&screen.scratch);
	demo_discard(&app);
	app_release(&app);
}

RUN(CASE(greyed_is_what_would_be_refused), CASE(reasons_are_told_twice))
