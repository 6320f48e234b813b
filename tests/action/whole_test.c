/* whole_test.c: import, restore and what they say of the difference. */
#include "tests/action/verbs_world.h"

#include <fcntl.h>
#include <sys/stat.h>

#include "action/facts_diff.h"
#include "model/workspace_file.h"
#include "store/store.h"

#define HEAD "{\"format\":\"gatehouse-workspace\",\"version\":1," \
	"\"workspace\":{\"name\":\"T\"},"
#define ADA "{\"id\":\"u-ada\",\"email\":\"ada@t.example\",\"role\":\"admin\"}"
#define ED "{\"id\":\"u-ed\",\"email\":\"ed@t.example\",\"role\":\"editor\"}"

static void read_text(const char *text, struct facts *facts)
{
	struct file_notes notes = { 0 };
	struct error err;

	facts_init(facts);
	if (!workspace_read_json("t", text, strlen(text), facts, &notes, &err))
		fail_msg("%s", err.text);
}

static void diff_of(const char *a, const char *b, struct facts_diff *out)
{
	struct facts before, after;

	read_text(a, &before);
	read_text(b, &after);
	facts_diff(&before, &after, out);
	facts_release(&before);
	facts_release(&after);
}

TEST(the_difference_counts_things_and_levels)
{
	static const char one[] = HEAD "\"users\":[" ADA "," ED "],"
		"\"groups\":[{\"id\":\"g\",\"name\":\"G\",\"members\":[\"u-ed\"]}],"
		"\"projects\":[{\"id\":\"p\",\"title\":\"P\",\"owner\":\"u-ada\","
		"\"grants\":[{\"group\":\"g\",\"level\":\"can_edit\"}]}]}";
	static const char two[] = HEAD "\"users\":[" ED "," ADA ","
		"{\"id\":\"u-x\",\"email\":\"x@t.example\",\"role\":\"viewer\"}],"
		"\"groups\":[{\"id\":\"g\",\"name\":\"G\",\"members\":[]}],"
		"\"projects\":[{\"id\":\"p\",\"title\":\"P\",\"owner\":\"u-ada\","
		"\"grants\":[{\"group\":\"g\",\"level\":\"can_edit\"},"
		"{\"user\":\"u-x\",\"level\":\"can_view\"}]}]}";
	struct facts_diff diff;

	(void)state;
	diff_of(one, one, &diff);
	assert_false(facts_diff_any(&diff));
	assert_int_equal(diff.up + diff.down, 0);
	diff_of(one, two, &diff);
	assert_true(facts_diff_any(&diff));
	assert_int_equal(diff.of[DIFF_USERS].added, 1);
	assert_int_equal(diff.of[DIFF_USERS].changed, 0);	/* order is none */
	assert_int_equal(diff.of[DIFF_GROUPS].changed, 1);
	assert_int_equal(diff.of[DIFF_PROJECTS].changed, 1);
	assert_int_equal(diff.up, 1);
	assert_int_equal(diff.down, 1);
	diff_of(two, one, &diff);
	assert_int_equal(diff.of[DIFF_USERS].removed, 1);
	assert_int_equal(diff.up, 1);
	assert_int_equal(diff.down, 1);
}

static const char *put_file(struct world *w, const char *text)
{
	const char *path = arena_printf(&w->app.arena, "%s.in",
					w->app.store_path);
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
	return path;
}

static int import(struct world *w, const char *text, const char *options)
{
	char line[400];

	snprintf(line, sizeof(line), "workspace import %s%s",
		 put_file(w, text), options);
	return world_do(w, "u-ada", line);
}

static const char smaller[] = HEAD "\"users\":[" ADA "," ED "],"
	"\"projects\":[{\"id\":\"p\",\"title\":\"Renamed\",\"owner\":\"u-ed\"}]}";

TEST(import_asks_then_makes_equal_with_one_event_and_a_backup)
{
	struct world w;
	int64_t was, is;
	struct buf now;
	struct facts facts;
	struct stat st;
	const char *backup;

	(void)state;
	world_open(&w);
	assert_true(store_revision(w.app.store, &was, &w.err));
	assert_int_equal(import(&w, smaller, ""), 2);
	assert_string_equal(w.err.code, "YES_NEEDED");
	assert_non_null(strstr(w.err.text, "9 removed"));
	assert_true(store_revision(w.app.store, &is, &w.err));
	assert_int_equal(was, is);
	assert_int_equal(import(&w, smaller, " --yes"), 0);
	assert_true(store_revision(w.app.store, &is, &w.err));
	assert_int_equal(is, was + 1);
	read_text(smaller, &facts);
	buf_init(&now, 1 << 20);
	workspace_write_json(&now, &facts);
	facts_release(&facts);
	{
		struct buf memory;

		buf_init(&memory, 1 << 20);
		workspace_write_json(&memory, &w.app.facts);
		assert_string_equal(buf_text(&memory), buf_text(&now));
		buf_release(&memory);
	}
	buf_release(&now);
	backup = strstr(w.result.message, "is in ");
	assert_non_null(backup);
	backup = arena_strndup(&w.app.arena, backup + 6,
			       strlen(backup + 6) - 1);
	assert_int_equal(stat(backup, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	/* and back again */
	{
		char line[400];

		snprintf(line, sizeof(line), "workspace restore %s --yes",
			 backup);
		DO(&w, "u-ada", line, 0, "");
	}
	assert_true(facts_user(&w.app.facts, "u-gus") != NOBODY);
	assert_string_equal(w.app.facts.projects[facts_project(&w.app.facts,
			    "p")].title, "Paper");
	world_close(&w);
}

TEST(merge_takes_nothing_away)
{
	struct world w;

	(void)state;
	world_open(&w);
	assert_int_equal(import(&w, smaller, " --merge --yes"), 0);
	assert_true(facts_user(&w.app.facts, "u-gus") != NOBODY);
	assert_string_equal(w.app.facts.projects[facts_project(&w.app.facts,
			    "p")].title, "Renamed");
	assert_int_equal(import(&w, smaller, " --merge --yes"), 0);
	assert_non_null(strstr(w.result.message, "Nothing had to change"));
	world_close(&w);
}

TEST(a_bad_file_or_person_changes_nothing)
{
	struct world w;
	int64_t was, is;

	(void)state;
	world_open(&w);
	assert_true(store_revision(w.app.store, &was, &w.err));
	assert_int_equal(import(&w, "{", " --yes"), 2);
	assert_int_equal(import(&w, HEAD "\"users\":[" ED "]}", " --yes"), 5);
	assert_string_equal(w.err.code, "LAST_ADMIN");
	assert_int_equal(import(&w, HEAD "\"users\":[" ADA "],\"extra\":1}",
				" --yes"), 2);
	assert_non_null(strstr(w.err.text, "extra"));
	assert_int_equal(import(&w, smaller, " --yes --admin no@t.example"), 4);
	w.app.actor = facts_user(&w.app.facts, "u-ed");
	{
		char line[400];

		snprintf(line, sizeof(line), "workspace import %s --yes",
			 put_file(&w, smaller));
		DO(&w, "u-ed", line, 3, "ROLE_NEEDED");
	}
	assert_true(store_revision(w.app.store, &is, &w.err));
	assert_int_equal(was, is);
	world_close(&w);
}

TEST(secret_values_are_not_kept_and_that_is_said)
{
	static const char text[] = HEAD "\"users\":[" ADA "],\"assets\":["
		"{\"id\":\"s\",\"kind\":\"secret\",\"name\":\"K\","
		"\"value\":\"hunter2\"}]}";
	struct world w;
	struct buf out;

	(void)state;
	world_open(&w);
	assert_int_equal(import(&w, text, " --yes"), 0);
	assert_non_null(world_warning(&w, "SECRET_VALUES"));
	buf_init(&out, 1 << 20);
	workspace_write_json(&out, &w.app.facts);
	assert_null(strstr(buf_text(&out), "hunter2"));
	buf_release(&out);
	world_close(&w);
}

RUN(CASE(the_difference_counts_things_and_levels),
    CASE(import_asks_then_makes_equal_with_one_event_and_a_backup),
    CASE(merge_takes_nothing_away),
    CASE(a_bad_file_or_person_changes_nothing),
    CASE(secret_values_are_not_kept_and_that_is_said))
