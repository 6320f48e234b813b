/* console_play_test.c: a scenario in the console: a key a step, the caption, what is new
 * in the pinned panel, and back to exactly what was there. */
#include <glob.h>
#include <string.h>

#include "base/attr.h"
#include "tests/tty/console.h"

static const struct pty_options small = { .rows = 24, .cols = 80 };
static const struct pty_options large = { .rows = 40, .cols = 120 };
static const struct pty_options *const sizes[] = {
	&small, &large, &(struct pty_options){ .rows = 10, .cols = 40 },
	&(struct pty_options){ .rows = 16, .cols = 60 },
	&(struct pty_options){ .rows = 50, .cols = 160 }
};

static struct pty *play(const struct pty_options *options, const char *name)
{
	const char *argv[] = { program(), "demo", name, NULL };
	struct pty *pty;

	room();
	pty = pty_start(options, argv);
	assert_true(pty_frames(pty) > 0);
	return pty;
}

TEST(right_does_a_step_and_left_takes_it_back)
{
	struct pty *pty = play(&small, "interview");
	char *first, *again;

	row_shows(pty, 0, "DEMO step 0 of 5");
	shows(pty, "A candidate's exercise");
	keys(pty, "<Right>");
	row_shows(pty, 0, "DEMO step 1 of 5");
	assert_true(pty_style(pty, "DEMO step 1") & PTY_REVERSE);
	shows(pty, "Noor is a candidate, and so a Guest.");
	cursor_on(pty, "Noor Aziz");
	shows_not(pty, "->");
	row_shows(pty, pty_find(pty, "= Noor Aziz"), "lost: edit");
	first = pty_screen(pty);
	keys(pty, "<Right><Right>");
	shows(pty, "PINNED Interview exercise");
	row_shows(pty, pty_find(pty, "View -> Edit"), "Noor Aziz");
	assert_true(pty_style(pty, "View -> Edit") & PTY_BOLD);
	shows(pty, "by this step");
	row_shows(pty, pty_find(pty, "= Noor Aziz"), "Can Edit");
	shows(pty, "Maya does: Change Groups with access: Interview sandbox");
	keys(pty, "<Right>");		/* looks at what was seen: nothing is new */
	shows_not(pty, "->");
	keys(pty, "<Left><Left><Left>");
	again = pty_screen(pty);
	assert_string_equal(first, again);
	free(first);
	free(again);
	keys(pty, "<Left><Left>");
	shows(pty, "There is no step before.");
	row_shows(pty, 0, "step 0 of 5");
	leave(pty);
}

TEST(home_and_end_go_all_the_way)
{
	struct pty *pty = play(&large, "practice-sensitive");

	keys(pty, "<End>");
	row_shows(pty, 0, "DEMO step 11 of 11");
	shows(pty, "Orders study");
	keys(pty, "<Right>");
	shows(pty, "That was the last step.");
	keys(pty, "<Home>");
	row_shows(pty, 0, "DEMO step 0 of 11");
	shows_not(pty, "Orders study");
	leave(pty);
}

TEST(a_refused_step_stands_in_the_place_of_the_list)
{
	struct pty *pty = play(&small, "sensitive");

	keys(pty, "<Right><Right><Right><Right><Right><Right><Right><Right>");
	row_shows(pty, 0, "step 8 of 11");
	shows(pty, "! Refused. Nothing is changed.");
	assert_true(pty_style(pty, "Refused.") & PTY_BOLD);
	shows(pty, "Dana Ilves (Orders replica)");
	shows(pty, "Ravi does: Share Orders study with people and groups");
	shows_not(pty, "--");
	row_shows(pty, pty_find(pty, "= Dana Ilves"), "no access");
	keys(pty, "<Left>");
	shows(pty, "To add the connection by its name does not help");
	keys(pty, "<Left>");
	shows_not(pty, "Refused.");
	leave(pty);
}

/* A step that only looks is seen with the eyes of who looks. */
TEST(who_looks_is_who_sees)
{
	struct pty *pty = play(&large, "sensitive");

	keys(pty, "<Right><Right><Right><Right>");
	row_shows(pty, 0, "maya");
	keys(pty, "<Right>");
	row_shows(pty, 0, "AS DANA");
	shows(pty, "Data sources");
	shows(pty, "Analytics warehouse");
	shows_not(pty, "Orders replica");
	shows(pty, "Dana does: List the shared data connections");
	keys(pty, "<Right>");
	row_shows(pty, 0, "maya");
	shows(pty, "Dana's orders");
	leave(pty);
}

/* Who acts as another looks and tries by hand; the scenario goes on when back. */
TEST(acting_as_somebody_waits_with_the_scenario)
{
	struct pty *pty = play(&large, "interview");

	keys(pty, "<Right>Anoor<Enter>");
	row_shows(pty, 0, "AS NOOR AZIZ");
	shows_not(pty, "Noor is a candidate");
	keys(pty, "<Right>");
	row_shows(pty, 0, "step 1 of 5");
	keys(pty, "<Left><Esc>");
	row_shows(pty, 0, "maya");
	shows(pty, "Noor is a candidate");
	keys(pty, "<Right>");
	row_shows(pty, 0, "step 2 of 5");
	leave(pty);
}

TEST(esc_leaves_the_scenario_and_keeps_the_demo)
{
	struct pty *pty = play(&small, "sensitive");

	keys(pty, "<Right><Right><Esc>");
	shows(pty, "Left after step 2 of 11.");
	shows_not(pty, "DEMO step");
	shows(pty, "Orders study");
	shows_not(pty, "PINNED");
	keys(pty, "<Right>");		/* the desk's own again */
	shows_not(pty, "DEMO step");
	keys(pty, "<Left>u");
	shows(pty, "Undo");
	keys(pty, "<Esc>");
	leave(pty);
}

/* What is tried in between is gone with the step before it. */
TEST(ones_own_changes_go_with_the_step)
{
	struct pty *pty = play(&large, "interview");

	keys(pty, "<Right><Right>:group add g-data u-dana<Enter>y");
	shows(pty, "Dana Ilves is in Data Team");
	keys(pty, "<Right>");
	row_shows(pty, 0, "step 3 of 5");
	keys(pty, "<Left>:access check u-dana p-fcst can_edit<Enter>");
	shows(pty, "Dana Ilves can edit");
	keys(pty, "<Esc><Left><Left>:access check u-dana p-fcst can_edit<Enter>");
	shows(pty, "Dana Ilves has no access");
	keys(pty, "<Esc>t<Right>");
	shows(pty, "Apply or drop the what-if first");
	keys(pty, "td");
	leave(pty);
}

/* ---- understood from the back of a room ------------------------------------------------ */

/* The next "say" of the file, as it is; NULL: no more. */
static const char *next_say(const char **at)
{
	static char say[400];
	const char *end;

	*at = strstr(*at, "\"say\": \"");
	if (!*at)
		return NULL;
	*at += strlen("\"say\": \"");
	end = strstr(*at, "\",\n");
	assert_non_null(end);
	snprintf(say, sizeof(say), "%.*s", (int)(end - *at), *at);
	return say;
}

/* What stands between the last rule and the hints, in one line. */
static const char *caption(struct pty *pty)
{
	static char text[800];
	size_t n = 0, len;
	int row;

	for (row = pty_rows(pty) - 2; row > 0; row--)
		if (strstr(pty_row(pty, row), "\342\224\200\342\224\200"))
			break;
	text[0] = '\0';
	for (row++; row < pty_rows(pty) - 1; row++) {
		const char *line = pty_row(pty, row);

		line += strspn(line, " ");
		for (len = strlen(line); len && line[len - 1] == ' '; len--)
			;
		if (len)
			n += (size_t)snprintf(text + n, sizeof(text) - n, "%s%.*s",
					      n ? " " : "", (int)len, line);
	}
	return text;
}

TEST(each_practice_is_played_with_one_key_a_step)
{
	static const char *const names[] = {
		"practice-analytics", "practice-sensitive", "practice-interview",
		"three-row-table"
	};
	char path[80];
	const char *at, *say;
	char *file;
	struct pty *pty;
	size_t i, n;

	for (i = 0; i < COUNT_OF(names); i++) {
		snprintf(path, sizeof(path), "data/scenarios/%s.json", names[i]);
		at = file = read_file(in_source(path), &n);
		pty = play(&small, names[i]);
		while ((say = next_say(&at))) {
			keys(pty, "<Right>");
			assert_string_equal(caption(pty), say);
			/* Apart from the rest of its row, which is in reverse
			 * where one looks as somebody. */
			assert_int_not_equal(pty_style(pty, "step ") & PTY_REVERSE,
					     pty_cell_style(pty, 0, 1) & PTY_REVERSE);
			shows_not(pty, "Not as the scenario");
		}
		keys(pty, "<Right>");
		shows(pty, "That was the last step.");
		leave(pty);
		free(file);
	}
}

/* Also where the panel has so few lines that those held are folded. */
TEST(who_a_step_is_about_has_the_first_line)
{
	struct pty *pty = play(&small, "three-row");

	keys(pty, "<Right><Right><Right>");
	shows(pty, "Row 2: Dana");
	cursor_on(pty, "Dana Ilves");
	row_shows(pty, pty_find(pty, "= Dana Ilves"), "lost: edit");
	keys(pty, "<Right><Right><Right>");
	shows(pty, "Beside the table: Bob is a Viewer.");
	cursor_on(pty, "Bob Stein");
	row_shows(pty, pty_find(pty, "= Bob Stein"), "lost: edit");
	leave(pty);
}

TEST(every_size_shows_each_step_whole)
{
	struct pty *pty;
	size_t i;
	int step;

	for (i = 0; i < COUNT_OF(sizes); i++) {
		pty = play(sizes[i], "two-limits");
		for (step = 1; step <= 5; step++) {
			keys(pty, "<Right>");
			row_shows(pty, 0, "of 5");
			shows(pty, "Bob");
			is_fresh(pty);
		}
		leave(pty);
	}
}

TEST(a_terminal_that_shrinks_keeps_the_step)
{
	struct pty *pty = play(&large, "two-limits");

	keys(pty, "<Right><Right><Right>");
	assert_true(pty_resize(pty, 24, 80));
	row_shows(pty, 0, "step 3 of 5");
	row_shows(pty, pty_find(pty, "View -> Edit"), "Bob Stein");
	assert_true(pty_resize(pty, 12, 50));
	row_shows(pty, 0, "step 3 of 5");
	keys(pty, "<Left>");
	row_shows(pty, 0, "step 2 of 5");
	is_fresh(pty);
	leave(pty);
}

/* ---- from the console --------------------------------------------------------------- */

static size_t copies(void)
{
	char pattern[4096];
	size_t n = 0;
	glob_t found;

	snprintf(pattern, sizeof(pattern), "%s/gatehouse-demo-*", room());
	if (glob(pattern, 0, NULL, &found) == 0)
		n = found.gl_pathc;
	globfree(&found);
	return n;
}

TEST(the_palette_plays_one_over_what_one_has)
{
	const char *store = import_store("mine", in_source("data/demo.json"));
	struct pty *pty = open_store(&small, store);
	char *before = dump(store);

	keys(pty, "/revenue m<Enter>t:group add g-data u-dana<Enter>y<C-l>");
	row_shows(pty, 0, "WHAT-IF 1 step");
	keys(pty, ":scenario play interview<Enter>");
	row_shows(pty, 0, "DEMO step 0 of 5");
	shows_not(pty, "WHAT-IF");
	assert_int_equal(copies(), 1);
	keys(pty, "<Right><Right><Right>");
	row_shows(pty, pty_find(pty, "View -> Edit"), "Noor Aziz");
	keys(pty, ":scenario play two-limits<Enter>");	/* instead of it */
	row_shows(pty, 0, "DEMO step 0 of 5");
	shows(pty, "Two limits, and both must be lifted");
	assert_int_equal(copies(), 1);
	keys(pty, "<Right>q");
	shows(pty, "Back in Acme Analytics.");
	assert_int_equal(copies(), 0);
	row_shows(pty, 0, "WHAT-IF 1 step");
	shows_not(pty, "DEMO");
	shows(pty, "Revenue model");
	shows(pty, "revenue m");		/* the filter */
	is_fresh(pty);
	keys(pty, "tdy");
	shows_not(pty, "WHAT-IF");
	is_unchanged(store, before);
	leave(pty);
}

TEST(the_palette_lists_them_by_their_titles)
{
	struct pty *pty = open_demo(&large);

	keys(pty, ":scenario play");
	shows(pty, "A candidate's exercise");
	shows(pty, "practice-interview, 5 steps");
	shows(pty, "Two limits, and both must be lifted");
	keys(pty, " two");
	shows_not(pty, "A candidate's exercise");
	shows(pty, "In two groups: the most counts");
	keys(pty, "<Esc>:scenario play nothing");
	shows(pty, "A candidate's exercise");	/* what there is */
	keys(pty, "<Enter>");
	shows(pty, "neither a scenario nor a file");
	shows(pty, "practice-interview");
	keys(pty, "<Esc>:scenario play two-g<Enter>");
	row_shows(pty, 0, "DEMO step 0 of 5");
	shows(pty, "In two groups: the most counts");
	keys(pty, "<Right><Esc>");
	shows(pty, "Left after step 1 of 5.");
	keys(pty, "q");
	shows(pty, "Back in Acme Analytics.");
	leave(pty);
}

TEST(a_line_that_is_lost_leaves_no_copy)
{
	struct pty *pty = open_demo(&small);

	keys(pty, ":scenario play interview<Enter><Right>");
	assert_int_equal(copies(), 2);
	pty_hangup(pty);
	(void)pty_end(pty, SOON);
	pty_stop(pty);
	assert_int_equal(copies(), 0);
}

/* ---- from a shell ---------------------------------------------------------------------- */

TEST(without_a_terminal_it_is_told)
{
	const char *const played[] = { "scenario", "play", "interview", NULL };
	const char *const demo[] = { "demo", "interview", NULL };
	const char *const unknown[] = { "scenario", "play", "nothing", NULL };
	char *out, *same;

	assert_int_equal(run(&out, played), 0);
	assert_non_null(strstr(out, "3. Maya, an Admin, adds"));
	assert_non_null(strstr(out, "refused: this is for Admins"));
	assert_int_equal(run(&same, demo), 0);
	assert_string_equal(out, same);
	free(out);
	free(same);
	assert_int_equal(run(&out, unknown), 4);
	assert_non_null(strstr(out, "practice-interview"));
	free(out);
}

TEST(a_terminal_that_cannot_show_it_is_told)
{
	const struct pty_options dumb = { .rows = 50, .cols = 100, .term = "dumb",
					  .no_marker = true };
	const char *argv[] = { program(), "demo", "two-groups", NULL };
	struct pty *pty;

	room();
	pty = pty_start(&dumb, argv);
	assert_true(pty_await(pty, "5. Only when Beth leaves Operations"));
	assert_int_equal(pty_end(pty, SOON), 0);
	pty_stop(pty);
}

TEST(a_file_is_played_as_well)
{
	const char *argv[] = { program(), "scenario", "play", NULL, NULL };
	struct pty *pty;

	room();
	argv[3] = in_source("data/scenarios/two-groups.json");
	pty = pty_start(&small, argv);
	row_shows(pty, 0, "DEMO step 0 of 5");
	keys(pty, "<Right>");
	row_shows(pty, pty_find(pty, "None -> View"), "Beth Young");
	leave(pty);
}

/* Several commands that are one change are told, all of them. */
TEST(what_is_done_with_it_is_told)
{
	static const char steps[] = "{\"format\":\"gatehouse-scenario\",\"version\":1,\n"
		"\"title\":\"T\",\"steps\":[{\"do\":[\"group\",\"create\",\"Fresh\"],"
		"\"and\":[[\"group\",\"add\",\"Fresh\",\"bob@acme.example\"]],"
		"\"expect\":{\"exit\":0}}]}\n";
	const char *file = in_room("several.json");
	struct pty *pty;

	put_file(file, steps, strlen(steps));
	pty = play(&large, file);
	keys(pty, "<Right>");
	row_shows(pty, 0, "DEMO step 1 of 1");
	shows(pty, ", and: Add");
	leave(pty);
}

RUN(CASE(what_is_done_with_it_is_told),
    CASE(right_does_a_step_and_left_takes_it_back),
    CASE(home_and_end_go_all_the_way),
    CASE(a_refused_step_stands_in_the_place_of_the_list),
    CASE(who_looks_is_who_sees),
    CASE(acting_as_somebody_waits_with_the_scenario),
    CASE(esc_leaves_the_scenario_and_keeps_the_demo),
    CASE(ones_own_changes_go_with_the_step),
    CASE(each_practice_is_played_with_one_key_a_step),
    CASE(who_a_step_is_about_has_the_first_line),
    CASE(every_size_shows_each_step_whole),
    CASE(a_terminal_that_shrinks_keeps_the_step),
    CASE(the_palette_plays_one_over_what_one_has),
    CASE(the_palette_lists_them_by_their_titles),
    CASE(a_line_that_is_lost_leaves_no_copy),
    CASE(without_a_terminal_it_is_told),
    CASE(a_terminal_that_cannot_show_it_is_told),
    CASE(a_file_is_played_as_well))
