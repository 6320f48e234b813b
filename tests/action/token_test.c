/* token_test.c: API tokens are registered, listed by their end and marked revoked; a
 * shorter longest life revokes what lives longer. */
#include "tests/action/verbs_world.h"

#include "action/asset/token_rows.h"
#include "base/clock.h"
#include "model/whose.h"

#define REGISTER "token register "
#define PERSONAL " --type personal --last-four 9f3c --owner u-ed --expires "
#define WORKSPACE " --type workspace --last-four ab12 --scope projects_read --expires "

static const struct fact_record *named(const struct world *w, const char *name)
{
	uint32_t i;

	for (i = 0; i < w->app.facts.n_tokens; i++)
		if (!w->app.facts.tokens[i].gone &&
		    strcmp(w->app.facts.tokens[i].name, name) == 0)
			return &w->app.facts.tokens[i];
	return NULL;
}

static const char *date_in(int days)
{
	static char text[CLOCK_TEXT];

	clock_rfc3339(clock_now() + days * 86400ll * 1000000, text);
	return text;
}

TEST(each_wrong_value_is_refused_where_it_stands)
{
	static const struct { const char *line; int status; const char *code, *field; }
	all[] = {
		{ "N --type personal --last-four 9f3c --owner u-ed", 2,
		  "ARGUMENT_MISSING", "expires" },
		{ "N --type both --last-four 9f3c --expires 7", 2, "BAD_VALUE", "type" },
		{ "N --type personal --last-four 9f3cc --owner u-ed --expires 7", 2,
		  "BAD_VALUE", "last-four" },
		{ "N --type personal --last-four 9f.c --owner u-ed --expires 7", 2,
		  "BAD_VALUE", "last-four" },
		{ "hxtp_0123456789 --type personal --last-four 9f3c --owner u-ed "
		  "--expires 7", 2, "BAD_VALUE", "name" },
		{ "N --type personal --last-four 9f3c --expires 7", 2, "BAD_VALUE",
		  "owner" },
		{ "N --type personal --last-four 9f3c --owner u-vic --expires 7", 5,
		  "ROLE_NEEDED", "owner" },
		{ "N --type personal --last-four 9f3c --owner nobody --expires 7", 4,
		  "NOT_FOUND", "owner" },
		{ "N" PERSONAL "8", 2, "BAD_VALUE", "expires" },
		{ "N" PERSONAL "soon", 2, "BAD_VALUE", "expires" },
		{ "N" PERSONAL "2001-01-31", 2, "BAD_VALUE", "expires" },
		{ "N" PERSONAL "never", 2, "BAD_VALUE", "expires" },
		{ "N" PERSONAL "2999-01-31", 5, "TOKEN_TOO_LONG", "expires" },
		{ "N" WORKSPACE "2999-01-31", 2, "BAD_VALUE", "expires" },
		{ "N" PERSONAL "7 --scope users_read", 2, "BAD_VALUE", "scope" },
		{ "N --type workspace --last-four ab12 --expires 7", 2, "BAD_VALUE",
		  "scope" },
		{ "N" WORKSPACE "7 --scope everything", 2, "BAD_VALUE", "scope" },
	};
	char line[200];
	struct world w;
	size_t i;

	world_open(&w);
	for (i = 0; i < COUNT_OF(all); i++) {
		snprintf(line, sizeof(line), REGISTER "%s", all[i].line);
		DO(&w, "u-ada", line, all[i].status, all[i].code);
		if (strcmp(w.err.field, all[i].field) != 0)
			fail_msg("%s: names %s", line, w.err.field);
		assert_true(w.err.remedy[0]);
		/* what was pasted by mistake is not said again */
		assert_null(strstr(w.err.text, "0123456789"));
	}
	assert_false(whose_any(&w.app.facts, OF_TOKEN));
	world_close(&w);
}

TEST(who_may_and_where)
{
	struct world w;

	world_open_with(&w, "professional", "");
	DO(&w, "u-ada", REGISTER "N" PERSONAL "7", 3, "PLAN_LOCKED");
	assert_string_equal(w.err.needs, "team");
	DO(&w, "u-ada", "workspace plan team", 0, "");
	DO(&w, "u-ed", REGISTER "N" PERSONAL "7", 3, "ROLE_NEEDED");
	DO(&w, "u-ed", "token list", 3, "ROLE_NEEDED");
	DO(&w, "u-ada", "workspace set api_access off", 0, "");
	DO(&w, "u-ada", REGISTER "N" PERSONAL "7", 5, "API_OFF");
	DO(&w, "u-ada", "workspace set api_access on", 0, "");
	DO(&w, "u-ada", REGISTER "N" PERSONAL "7", 0, "");
	assert_non_null(world_warning(&w, "NOT_KEPT"));
	DO(&w, "u-ada", REGISTER "M" PERSONAL "7", 5, "TOKEN_KNOWN");
	DO(&w, "u-ada", "workspace plan community --yes", 0, "");
	DO(&w, "u-ada", "token revoke N", 0, "");		/* D15 */
	world_is_stored(&w);
	world_close(&w);
}

TEST(the_first_to_end_stands_first)
{
	struct arena arena = { 0 };
	char line[200];
	const uint32_t *order;
	struct world w;
	size_t n;

	world_open(&w);
	DO(&w, "u-ada", REGISTER "Never" WORKSPACE "never --scope users_read", 0, "");
	DO(&w, "u-ada", REGISTER "Long" PERSONAL "90", 0, "");
	snprintf(line, sizeof(line), REGISTER "Soon --type personal --last-four 1234 "
		 "--owner u-eve --expires %s", date_in(2));
	DO(&w, "u-ada", line, 0, "");
	assert_non_null(world_warning(&w, "TOKEN_SOON"));
	DO(&w, "u-ada", "token list", 0, "");
	assert_int_equal(w.result.n_rows, 3);
	assert_string_equal(w.result.cells[1], "Soon");
	assert_string_equal(w.result.message, "1 token ends within 3 days.");
	assert_string_equal(w.result.cells[9 + 1], "Long");
	assert_string_equal(w.result.cells[18 + 1], "Never");
	assert_string_equal(w.result.cells[18 + 3], "hxtw_");
	assert_string_equal(w.result.cells[18 + 6], "projects_read users_read");
	assert_string_equal(w.result.cells[18 + 8], "never ends");
	DO(&w, "u-ada", "token revoke Soon", 0, "");
	order = token_order(app_seen(&w.app), clock_now(), &arena, &n);
	assert_int_equal(n, 3);
	assert_string_equal(w.app.facts.tokens[order[2]].name, "Soon");
	/* whoever is deactivated has no token that works */
	DO(&w, "u-ada", "user deactivate u-ed --transfer-to u-eve --yes", 0, "");
	assert_string_equal(token_badge(app_seen(&w.app), order[0], clock_now(),
					&arena), "stopped");
	world_is_stored(&w);
	arena_release(&arena);
	world_close(&w);
}

TEST(revoking_is_noted_and_taken_back)
{
	struct arena arena = { 0 };
	struct world w;

	world_open(&w);
	DO(&w, "u-ada", REGISTER "N" PERSONAL "30", 0, "");
	assert_int_equal(token_life(named(&w, "N")), 30);
	DO(&w, "u-ada", "token revoke N", 0, "");
	assert_non_null(world_warning(&w, "REVOKE_IN_HEX"));
	assert_int_equal(token_state(named(&w, "N"), clock_now()), TOKEN_REVOKED);
	DO(&w, "u-ada", "token revoke N", 0, "");
	assert_int_equal(w.result.event, 0);
	DO(&w, "u-ada", "undo", 0, "");
	assert_int_equal(token_state(named(&w, "N"), clock_now()), TOKEN_VALID);
	DO(&w, "u-ada", "redo", 0, "");
	DO(&w, "u-ada", "undo", 0, "");
	DO(&w, "u-ada", "undo", 0, "");
	assert_null(named(&w, "N"));
	DO(&w, "u-ada", "redo", 0, "");
	assert_non_null(named(&w, "N"));
	world_is_stored(&w);
	arena_release(&arena);
	world_close(&w);
}

TEST(a_shorter_life_revokes_what_lives_longer)
{
	struct world w;

	world_open(&w);
	DO(&w, "u-ada", REGISTER "Long" PERSONAL "90", 0, "");
	DO(&w, "u-ada", REGISTER "Team" WORKSPACE "90", 0, "");
	DO(&w, "u-ada", REGISTER "Short --type personal --last-four 1111 --owner u-ed "
	   "--expires 7", 0, "");
	DO(&w, "u-ada", "workspace set token_max_days 30", 0, "");
	assert_non_null(strstr(world_warning(&w, "TOKENS_REVOKED"), "Long"));
	assert_null(strstr(world_warning(&w, "TOKENS_REVOKED"), "Short"));
	assert_int_equal(token_state(named(&w, "Long"), clock_now()), TOKEN_REVOKED);
	assert_int_equal(token_state(named(&w, "Team"), clock_now()), TOKEN_VALID);
	assert_int_equal(token_state(named(&w, "Short"), clock_now()), TOKEN_VALID);
	DO(&w, "u-ada", REGISTER "X" PERSONAL "60", 5, "TOKEN_TOO_LONG");
	DO(&w, "u-ada", "undo", 0, "");
	assert_int_equal(token_state(named(&w, "Long"), clock_now()), TOKEN_VALID);
	DO(&w, "u-ada", "workspace set token_max_days 45", 2, "BAD_VALUE");
	DO(&w, "u-ada", "workspace set --token_max_days 365", 2, "BAD_VALUE");
	DO(&w, "u-ada", "workspace set --token_max_days plan", 0, "");
	assert_int_equal(w.app.facts.token_max_days, 0);
	assert_null(world_warning(&w, "TOKENS_REVOKED"));
	world_is_stored(&w);
	world_close(&w);
}

RUN(
    CASE(each_wrong_value_is_refused_where_it_stands), CASE(who_may_and_where),
    CASE(the_first_to_end_stands_first), CASE(revoking_is_noted_and_taken_back),
    CASE(a_shorter_life_revokes_what_lives_longer))
