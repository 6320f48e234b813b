/* as_of_test.c: the workspace as it was, exactly or not at all. */
#include "tests/action/undo_world.h"

#include <unistd.h>

#include "action/run/what_if.h"
#include "base/clock.h"

enum { STEPS = 120, SEEDS = 4 };

static void as_of(struct world *w, int64_t revision)
{
	char text[32];

	snprintf(text, sizeof(text), "#%lld", (long long)revision);
	w->app.acting_as = NOBODY;
	if (!as_of_begin(&w->app, text, &w->err))
		fail_msg("%s: %s", text, w->err.text);
	assert_int_equal(as_of_revision(&w->app), revision);
}

static void is_in_memory(const char *what, struct world *w, const char *bytes)
{
	char *now = world_bytes(&w->app.facts);

	same_bytes(what, bytes, now);
	free(now);
}

/* Deletions for good are known exactly, too. */
static void now_and_then_for_good(struct world *w)
{
	char line[64];

	if (pick(12) != 0)
		return;
	snprintf(line, sizeof(line), "project delete %s --yes", ONE(projects));
	if (pick(5) == 0)
		snprintf(line, sizeof(line), "%s --yes", pick(2) ?
			 "connection delete a-in" : "secret delete a-all");
	world_do(w, "u-ada", line);
	world_do(w, "u-ada", "undo");
}

TEST(each_revision_is_as_it_was)
{
	static char *was[8 * STEPS];
	int64_t first, last, r;
	struct world w;
	int i, round, n_aside;

	for (round = 1; round <= SEEDS; round++) {
		n_aside = 0;
		seed = (uint64_t)round * 104729;
		open_world(&w);
		take_all(&w);
		first = revision(&w);
		was[first] = both_bytes("first", &w);
		for (i = 0; i < STEPS; i++) {
			r = revision(&w);
			if (pick(4) == 0)
				world_do(&w, "u-ada", pick(3) ? "undo" : "redo");
			else if (pick(12) == 0)
				now_and_then_for_good(&w);
			else
				random_change(&w, i);
			/* (two events at once: the first is not looked at) */
			while (r < revision(&w))
				was[++r] = NULL;
			free(was[r]);
			was[r] = both_bytes("step", &w);
		}
		last = revision(&w);
		for (r = first; r <= last; r++) {
			if (!was[r])
				continue;
			as_of(&w, r);
			is_in_memory("as of", &w, was[r]);
			/* Where only looked at, it is the one before, and then it again. */
			if (!as_of_aside(&w.app))
				continue;
			if (was[r - 1])
				is_in_memory("aside", &w, was[r - 1]);
			as_of_return(&w.app);
			is_in_memory("returned", &w, was[r]);
			n_aside++;
		}
		assert_true(n_aside > STEPS / 2);
		as_of_end(&w.app);
		assert_false(as_of_aside(&w.app));
		assert_int_equal(w.app.facts.revision, last);
		is_bytes("now", &w, was[last]);
		for (r = first; r <= last; r++)
			free(was[r]);
		world_close(&w);
	}
}

TEST(it_only_reads)
{
	struct world w;

	open_world(&w);
	DO(&w, "u-ada", "group rename g-in A", 0, "");
	as_of(&w, 1);
	assert_true(app_is_admin(&w.app));
	DO(&w, "u-ada", "group rename g-in B", 3, "AS_OF");
	DO(&w, "u-ada", "undo", 3, "AS_OF");
	DO(&w, "u-ada", "group show g-in", 0, "");
	as_of_end(&w.app);
	assert_string_equal(w.app.facts.groups[0].name, "A");
	/* What-if and looking back do not mix. */
	what_if_begin(&w.app);
	assert_false(as_of_begin(&w.app, "1", &w.err));
	assert_string_equal(w.err.code, "WHAT_IF");
	what_if_drop(&w.app);
	w.app.acting_as = facts_user(&w.app.facts, "u-ed");
	assert_false(as_of_begin(&w.app, "1", &w.err));
	assert_string_equal(w.err.code, "ROLE_NEEDED");
	world_close(&w);
}

TEST(an_admin_looks_back_to_before_being_one)
{
	struct world w;
	struct event event;

	open_world(&w);
	DO(&w, "u-ada", "user role u-ed admin", 0, "");
	w.app.acting_as = facts_user(&w.app.facts, "u-ed");
	assert_true(as_of_begin(&w.app, "1", &w.err));
	assert_true(app_is_admin(&w.app));
	w.app.acting_as = facts_user(&w.app.facts, "u-eve");
	assert_false(app_is_admin(&w.app));
	as_of_end(&w.app);
	assert_true(store_event(w.app.store, 2, &w.app.arena, &event, &w.err));
	world_close(&w);
}

TEST(by_time_and_what_is_no_time)
{
	char line[96], time[CLOCK_TEXT];
	struct event event;
	struct world w;

	open_world(&w);
	DO(&w, "u-ada", "group rename g-in A", 0, "");
	DO(&w, "u-ada", "as-of 1 group show g-in", 0, "");
	assert_non_null(strstr(w.result.message, "#1"));
	assert_true(store_event(w.app.store, 2, &w.app.arena, &event, &w.err));
	clock_rfc3339(event.time + 2000000, time);
	snprintf(line, sizeof(line), "as-of %s group list", time);
	DO(&w, "u-ada", line, 0, "");
	assert_non_null(strstr(w.result.message, "#2"));
	DO(&w, "u-ada", "as-of 1999-12-31 group list", 4, "NOT_FOUND");
	DO(&w, "u-ada", "as-of 0 group list", 4, "NOT_FOUND");
	DO(&w, "u-ada", "as-of 3 group list", 4, "NOT_FOUND");
	DO(&w, "u-ada", "as-of yesterday group list", 2, "BAD_VALUE");
	DO(&w, "u-ada", "as-of 1 group rename g-in B", 2, "NO_LOOKING_BACK");
	DO(&w, "u-ada", "as-of 1 audit list", 2, "NO_LOOKING_BACK");
	DO(&w, "u-ada", "as-of 1 access user u-ed --format json", 0, "");
	DO(&w, "u-ed", "as-of 1 access user u-ed", 3, "ROLE_NEEDED");
	assert_false(as_of_on(&w.app));
	world_close(&w);
}

/* Import the present workspace under another name. */
static void import(struct world *w)
{
	char path[] = "/tmp/gatehouse-test-XXXXXX", line[64], *text, *name, *end;
	int fd = mkstemp(path);
	FILE *file;

	assert_true(fd >= 0);
	text = world_bytes(&w->app.facts);
	name = strstr(text, "\"T\"");
	assert_non_null(name);
	name[1] = 'U';
	file = fdopen(fd, "w");
	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
	snprintf(line, sizeof(line), "workspace import %s --yes", path);
	DO(w, "u-ada", line, 0, "");
	unlink(path);
	free(text);
	text = strdup(strstr(w->result.message, "is in ") + strlen("is in "));
	end = strrchr(text, '.');
	*end = '\0';
	assert_int_equal(unlink(text), 0);
	free(text);
}

TEST(before_an_import_nothing_is_guessed)
{
	struct world w;
	char *now;

	open_world(&w);
	DO(&w, "u-ada", "group rename g-in A", 0, "");
	import(&w);					/* 3 */
	DO(&w, "u-ada", "group rename g-in B", 0, "");
	now = both_bytes("now", &w);
	as_of(&w, 3);
	as_of_end(&w.app);
	DO(&w, "u-ada", "as-of 2 group list", 5, "IRREVERSIBLE");
	assert_non_null(strstr(w.err.text, "#3 (workspace import"));
	assert_non_null(strstr(w.err.remedy, "earliest is 3"));
	is_bytes("now", &w, now);
	DO(&w, "u-ada", "undo 3", 5, "IRREVERSIBLE");
	assert_non_null(strstr(w.err.remedy, ".backup-"));
	DO(&w, "u-ada", "undo 2", 5, "STALE");
	assert_non_null(strstr(w.err.text, "#4"));
	world_close(&w);
	free(now);
}

TEST(others_go_on_meanwhile)
{
	struct world w, other = { .has_result = false };
	bool moved;
	char *was;

	open_world(&w);
	was = both_bytes("start", &w);
	DO(&w, "u-ada", "group rename g-in A", 0, "");
	app_init(&other.app, w.app.store_path);
	assert_true(app_open(&other.app, true, NULL, &other.err));
	as_of(&w, 1);
	DO(&other, "u-ben", "group delete g-in", 0, "");
	assert_true(app_refresh(&w.app, &moved, &w.err));
	assert_true(moved);
	is_in_memory("still", &w, was);
	assert_true(app_refresh(&w.app, &moved, &w.err));
	assert_false(moved);
	as_of_end(&w.app);
	assert_int_equal(facts_group(&w.app.facts, "g-in"), NOBODY);
	assert_int_equal(w.app.facts.revision, 3);
	/* An import cuts the way back off: then it is now, and said. */
	as_of(&w, 1);
	import(&other);
	assert_false(app_refresh(&w.app, &moved, &w.err));
	assert_string_equal(w.err.code, "IRREVERSIBLE");
	assert_false(as_of_on(&w.app));
	assert_true(app_refresh(&w.app, &moved, &w.err));
	assert_string_equal(w.app.facts.name, "U");
	if (other.has_result)
		result_release(&other.result);
	app_release(&other.app);
	world_close(&w);
	free(was);
}

RUN(CASE(each_revision_is_as_it_was),
    CASE(it_only_reads),
    CASE(an_admin_looks_back_to_before_being_one),
    CASE(by_time_and_what_is_no_time),
    CASE(before_an_import_nothing_is_guessed),
    CASE(others_go_on_meanwhile))
