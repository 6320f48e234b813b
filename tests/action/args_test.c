/* args_test.c: words of a command line become an action and its arguments. */
#include "tests/expect.h"

#include "action/core/action.h"

enum { WORDS = 24 };

struct parsed {
	struct arena arena;
	const struct action *action;
	struct args args;
	struct options opts;
	struct error err;
	char copy[512];
};

/* Words parted by '|'. */
static bool parse(struct parsed *p, const char *line)
{
	const char *words[WORDS];
	char *rest = p->copy, *word;
	int n = 0;

	memset(p, 0, sizeof(*p));
	assert_true(strlen(line) < sizeof(p->copy));
	memcpy(p->copy, line, strlen(line) + 1);
	while ((word = strsep(&rest, "|")) && n < WORDS)
		words[n++] = word;
	return args_parse(n, words, &p->arena, &p->action, &p->args, &p->opts,
			  &p->err);
}

static void good(struct parsed *p, const char *line)
{
	if (!parse(p, line))
		fail_msg("%s: %s", line, p->err.text);
}

static void bad(const char *line, const char *code, const char *field)
{
	struct parsed p;

	if (parse(&p, line))
		fail_msg("%s was taken", line);
	assert_int_equal(p.err.kind, ERROR_INVALID);
	assert_string_equal(p.err.code, code);
	assert_string_equal(p.err.field, field);
	arena_release(&p.arena);
}

static const char *text(const struct parsed *p, const char *name)
{
	return arg_text(p->action, &p->args, name);
}

TEST(names_options_and_places)
{
	struct parsed p;

	good(&p, "project|share|p-rev|--user|bob@x|--level|Can Edit|--user=eve");
	assert_string_equal(p.action->noun, "project");
	assert_string_equal(p.action->verb, "share");
	assert_string_equal(text(&p, "project"), "p-rev");
	assert_int_equal(arg_count(p.action, &p.args, "user"), 2);
	assert_string_equal(arg_at(p.action, &p.args, "user", 1), "eve");
	assert_string_equal(text(&p, "level"), "can_edit");
	assert_null(text(&p, "group"));
	assert_null(text(&p, "nothing of the kind"));
	arena_release(&p.arena);
	good(&p, "group|add|g|u1|u2|u3|u4|u5");
	assert_int_equal(arg_count(p.action, &p.args, "user"), 5);
	assert_string_equal(arg_at(p.action, &p.args, "user", 4), "u5");
	assert_null(arg_at(p.action, &p.args, "user", 5));
	arena_release(&p.arena);
}

TEST(levels_roles_switches_in_all_their_forms)
{
	static const char *const level[] = { "full_access", "full-access",
		"Full Access", "FULL_ACCESS" };
	static const char *const on[] = { "on", "yes", "true", "ON" };
	struct parsed p;
	char line[200];
	size_t i;

	for (i = 0; i < COUNT_OF(level); i++) {
		snprintf(line, sizeof(line), "project|share|p|--user|u|"
			 "--level|%s", level[i]);
		good(&p, line);
		assert_string_equal(text(&p, "level"), "full_access");
		arena_release(&p.arena);
	}
	for (i = 0; i < COUNT_OF(on); i++) {
		snprintf(line, sizeof(line), "project|editors-may-share|p|%s",
			 on[i]);
		good(&p, line);
		assert_string_equal(p.args.of[1].v[0], "on");
		arena_release(&p.arena);
	}
	good(&p, "user|role|u|Author");
	assert_string_equal(text(&p, "role"), "editor");
	arena_release(&p.arena);
	good(&p, "access|check|u|p|allow-editors-to-share");
	assert_string_equal(text(&p, "level"), "allow_editors_to_share");
	arena_release(&p.arena);
	good(&p, "workspace|set|--share-to-web|off");
	assert_string_equal(text(&p, "share_to_web"), "off");
	arena_release(&p.arena);
}

TEST(global_options_stand_anywhere)
{
	struct parsed p;

	good(&p, "--format|json|project|--yes|rename|p|--dry-run|New title");
	assert_int_equal(p.opts.format, FORMAT_JSON);
	assert_true(p.opts.yes);
	assert_true(p.opts.dry_run);
	assert_false(p.opts.help);
	assert_string_equal(text(&p, "title"), "New title");
	arena_release(&p.arena);
	good(&p, "project|rename|p|--|--yes");
	assert_false(p.opts.yes);
	assert_string_equal(text(&p, "title"), "--yes");
	arena_release(&p.arena);
	good(&p, "project|share|--help");
	assert_true(p.opts.help);
	arena_release(&p.arena);
}

TEST(a_command_of_its_own_is_left_alone)
{
	struct parsed p;

	good(&p, "access|preview|project|share|p|--user|u|--level|can_edit|"
	     "--format|json");
	assert_int_equal(arg_count(p.action, &p.args, "command"), 7);
	assert_string_equal(arg_at(p.action, &p.args, "command", 3), "--user");
	assert_int_equal(p.opts.format, FORMAT_JSON);
	arena_release(&p.arena);
}

TEST(what_is_wrong_is_named)
{
	bad("projct|list", "UNKNOWN_COMMAND", "");
	bad("--all|project|list", "UNKNOWN_COMMAND", "");	/* of no verb yet */
	bad("project|--all", "UNKNOWN_VERB", "");
	bad("project|lst", "UNKNOWN_VERB", "");
	bad("project", "VERB_MISSING", "");
	bad("project|list|--nope", "UNKNOWN_OPTION", "");
	bad("project|list|-x", "UNKNOWN_OPTION", "");
	bad("project|list|extra", "TOO_MANY", "");
	bad("project|rename|p", "ARGUMENT_MISSING", "title");
	bad("project|share|p|--user|u", "ARGUMENT_MISSING", "level");
	bad("project|share|p|--level", "VALUE_MISSING", "level");
	bad("project|share|p|--level|a|--level|b", "BAD_VALUE", "level");
	bad("project|share|p|--level|can_edit|--level|can_view", "TWICE",
	    "level");
	bad("project|share|p|--user|u|--level|none", "BAD_VALUE", "level");
	bad("project|share-workspace|p|half", "BAD_VALUE", "level");
	bad("user|role|u|boss", "BAD_VALUE", "role");
	bad("audit|show|-1", "UNKNOWN_OPTION", "");
	bad("audit|show|1x", "BAD_VALUE", "event");
	bad("audit|show|99999999999999999999", "BAD_VALUE", "event");
	bad("workspace|import|f|--merge=yes", "BAD_VALUE", "merge");
	bad("project|list|--format|xml", "BAD_VALUE", "");
	bad("project|create|a\nb", "BAD_TEXT", "title");
	bad("project|create|a\x1b[31m", "BAD_TEXT", "title");
	bad("project|create|\xff", "BAD_TEXT", "title");
	bad("project|create|", "BAD_TEXT", "title");
}

TEST(slips_find_what_was_meant)
{
	static const char *const list[] = { "project", "provider", "user",
		"group", "take-access" };
	struct parsed p;

	assert_string_equal(nearest("projetc", list, COUNT_OF(list)), "project");
	assert_string_equal(nearest("gruop", list, COUNT_OF(list)), "group");
	assert_string_equal(nearest("take_acces", list, COUNT_OF(list)),
			    "take-access");
	assert_null(nearest("xyzzy", list, COUNT_OF(list)));
	assert_null(nearest("", list, COUNT_OF(list)));
	assert_false(parse(&p, "project|sahre"));
	assert_string_equal(p.err.remedy, "did you mean \"project share\"?");
	arena_release(&p.arena);
	assert_false(parse(&p, "project|share|p|--levle|x"));
	assert_string_equal(p.err.remedy, "did you mean --level?");
	arena_release(&p.arena);
}

/* Every action can be found, explained, and has well-formed parameters. */
TEST(the_table_is_sound)
{
	const struct action *const *all;
	size_t n, i, j;

	all = actions(&n);
	assert_true(n > 50);
	for (i = 0; i < n; i++) {
		const struct action *a = all[i];
		bool writes = a->flags & ACTION_WRITES, optional = false;

		assert_ptr_equal(action_find(a->noun, a->verb), a);
		assert_non_null(a->summary);
		assert_true(a->summary[strlen(a->summary) - 1] != '.');
		assert_int_equal(a->plan != NULL, writes);
		assert_int_equal(a->run != NULL, !writes);
		for (j = 0; j < ACTION_PARAMS && a->params[j].name; j++) {
			const struct param *param = &a->params[j];

			assert_int_equal(param->type == PARAM_CHOICE,
					 param->choices != NULL);
			if (param->type == PARAM_FLAG)
				assert_true(param->option);
			if (param->option)
				continue;
			/* required places stand before optional ones */
			assert_false(param->required && optional);
			optional = optional || !param->required;
		}
		assert_true(j < ACTION_PARAMS);
	}
}

RUN(CASE(names_options_and_places),
    CASE(levels_roles_switches_in_all_their_forms),
    CASE(global_options_stand_anywhere),
    CASE(a_command_of_its_own_is_left_alone),
    CASE(what_is_wrong_is_named),
    CASE(slips_find_what_was_meant),
    CASE(the_table_is_sound))
