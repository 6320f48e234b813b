/* whole_test.c: import, restore and what they say of the difference. */
#include "tests/action/verbs_world.h"

#include <fcntl.h>
#include <sys/stat.h>

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

/* Of ten active people eight go, and of four projects three. */
#define GOING " --removing 11"
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

	world_open(&w);
	assert_true(store_revision(w.app.store, &was, &w.err));
	assert_int_equal(import(&w, smaller, ""), 2);
	assert_string_equal(w.err.code, "COUNT_NEEDED");
	assert_non_null(strstr(w.result.message, "9 removed"));
	assert_true(store_revision(w.app.store, &is, &w.err));
	assert_int_equal(was, is);
	assert_int_equal(import(&w, smaller, GOING), 0);
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

/* What everybody keeps but the one that leaves: more than a tenth asks for the
 * number, a tenth does not. */
TEST(mass_removal_wants_its_number)
{
	struct world w;
	int64_t was, is;

	world_open(&w);
	assert_true(store_revision(w.app.store, &was, &w.err));
	assert_int_equal(import(&w, smaller, " --yes"), 2);
	assert_string_equal(w.err.code, "COUNT_NEEDED");
	assert_non_null(strstr(w.err.text, "8 of 10 active people and 3 of 4 "
			       "projects would go"));
	assert_non_null(strstr(w.err.remedy, "--removing 11"));
	assert_int_equal(import(&w, smaller, " --yes --removing 9"), 2);
	assert_string_equal(w.err.code, "COUNT_WRONG");
	assert_non_null(strstr(w.err.remedy, "--removing 11"));
	assert_int_equal(import(&w, smaller, " --dry-run"), 2);
	assert_true(w.result.has_plan);
	assert_int_equal(import(&w, smaller, " --dry-run" GOING), 0);
	assert_true(store_revision(w.app.store, &is, &w.err));
	assert_int_equal(was, is);
	/* merged, nothing goes */
	assert_int_equal(import(&w, smaller, " --merge --dry-run"), 0);
	assert_int_equal(import(&w, smaller, " --merge"), 2);
	assert_string_equal(w.err.code, "YES_NEEDED");
	world_close(&w);
}

static const char *without(struct world *w, const char *user)
{
	const char *start, *end, *all;
	struct buf text;

	world_write(&w->app.facts, &text);
	all = buf_text(&text);
	start = strstr(all, user);
	while (*start != '{')
		start--;
	end = strchr(start, '}');
	end += end[1] == ',' ? 2 : 1;
	all = arena_printf(&w->app.arena, "%.*s%s", (int)(start - all), all,
			   end);
	buf_release(&text);
	return all;
}

TEST(a_tenth_of_the_people_is_no_mass)
{
	struct world w;

	world_open(&w);
	DO(&w, "u-ada", "group remove g-mix u-vic@t.example", 4, "NOT_FOUND");
	DO(&w, "u-ada", "group remove g-mix vic@t.example", 0, "");
	assert_int_equal(import(&w, without(&w, "\"u-vic\""), ""), 2);
	assert_string_equal(w.err.code, "YES_NEEDED");
	assert_int_equal(import(&w, without(&w, "\"u-vic\""), " --yes"), 0);
	world_close(&w);
}

static int preview(struct world *w, const char *text)
{
	char line[400];

	snprintf(line, sizeof(line), "access preview workspace import %s",
		 put_file(w, text));
	return world_do(w, "u-ada", line);
}

/* The dry run, the preview and what is asked about are one plan. */
TEST(all_who_look_see_the_same_plan)
{
	static const char text[] = HEAD "\"users\":[" ADA "," ED "],"
		"\"projects\":[{\"id\":\"new\",\"title\":\"New\","
		"\"owner\":\"u-ed\"}]}";
	struct world w;
	char *plan, *asked;

	world_open(&w);
	assert_int_equal(import(&w, text, " --merge --dry-run"), 0);
	plan = strdup(buf_text(&w.result.text));
	assert_non_null(strstr(plan, "project  add    New (new): owner u-ed\n"));
	assert_int_equal(import(&w, text, " --merge"), 2);
	asked = strdup(buf_text(&w.result.text));
	assert_string_equal(plan, asked);
	free(plan);
	free(asked);
	assert_int_equal(import(&w, text, " --dry-run"), 2);
	plan = strdup(buf_text(&w.result.text));
	assert_int_equal(preview(&w, text), 2);
	assert_string_equal(buf_text(&w.result.text), plan);
	free(plan);
	world_close(&w);
}

/* Of many rows text shows the first forty, and says so. */
TEST(text_shows_forty_rows_or_all)
{
	struct world w;
	size_t lines = 0;

	world_open(&w);
	assert_int_equal(import(&w, smaller, " --dry-run"), 2);
	for (const char *p = buf_text(&w.result.text); *p; p++)
		lines += *p == '\n';
	assert_true(lines <= 2 * (40 + 1));
	assert_non_null(strstr(buf_text(&w.result.text), " more rows (--all "));
	assert_int_equal(import(&w, smaller, " --dry-run --all"), 2);
	assert_null(strstr(buf_text(&w.result.text), "more row"));
	assert_non_null(strstr(buf_text(&w.result.text),
			       "\nown      remove Quiet (o-1): secret\n"));
	world_close(&w);
}

TEST(merge_takes_nothing_away)
{
	struct world w;

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

TEST(secret_values_are_not_dropped_unasked)
{
	static const char text[] = HEAD "\"users\":[" ADA "],\"assets\":["
		"{\"id\":\"s\",\"kind\":\"secret\",\"name\":\"K\","
		"\"value\":\"hunter2\"}]}";
	struct world w;
	struct buf out;

	world_open(&w);
	assert_int_equal(import(&w, text, " --removing 13"), 6);
	assert_string_equal(w.err.code, "VALUES_NO_VAULT");
	assert_non_null(strstr(w.err.remedy, "--without-values"));
	assert_int_equal(import(&w, text, " --dry-run"), 6);
	assert_int_equal(import(&w, text, " --without-values --removing 13"), 0);
	assert_non_null(world_warning(&w, "SECRET_VALUES"));
	buf_init(&out, 1 << 20);
	workspace_write_json(&out, &w.app.facts);
	assert_null(strstr(buf_text(&out), "hunter2"));
	buf_release(&out);
	world_close(&w);
}

RUN(CASE(import_asks_then_makes_equal_with_one_event_and_a_backup),
    CASE(mass_removal_wants_its_number), CASE(a_tenth_of_the_people_is_no_mass),
    CASE(all_who_look_see_the_same_plan), CASE(text_shows_forty_rows_or_all),
    CASE(merge_takes_nothing_away),
    CASE(a_bad_file_or_person_changes_nothing),
    CASE(secret_values_are_not_dropped_unasked))
