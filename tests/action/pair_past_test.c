/* pair_past_test.c: since when a level is what it is: the answer is what the whole
 * workspace, looked at as of each event, says. */
#include "tests/action/undo_world.h"

#include <unistd.h>

#include "action/run/what_if.h"
#include "action/undo/pair_past.h"

enum { STEPS = 110, SEEDS = 4, MOST = 8 * STEPS };

struct had { bool there; enum level granted, effective; enum reason reason; };

/* ---- the plain way --------------------------------------------------------------------- */

static struct had plainly(const struct app *app, const char *user, const char *project)
{
	uint32_t u = user ? facts_user(&app->facts, user) : ANYONE;
	uint32_t p = facts_project(&app->facts, project);
	struct had level = { .there = false };
	struct arena arena = { 0 };
	struct answer answer;

	if (u == NOBODY || p == NOBODY)
		return level;
	access_decide(&app->facts, u, p, &arena, &answer);
	level = (struct had){ true, answer.granted, answer.effective, answer.reason };
	arena_release(&arena);
	return level;
}

static void as_of(struct world *w, int64_t revision)
{
	char text[32];

	snprintf(text, sizeof(text), "#%lld", (long long)revision);
	w->app.acting_as = NOBODY;
	if (!as_of_begin(&w->app, text, &w->err))
		fail_msg("%s: %s", text, w->err.text);
}

/* ---- against it ------------------------------------------------------------------------ */

static void is_level(const struct pair_level *is, const struct had *want, const char *what,
		     int64_t at)
{
	if (is->there != want->there || (want->there &&
	    (is->granted != want->granted || is->effective != want->effective ||
	     is->reason != want->reason)))
		fail_msg("%s at #%lld: there %d, granted %d, effective %d, reason %d, "
			 "not %d, %d, %d, %d", what, (long long)at, is->there,
			 (int)is->granted, (int)is->effective, (int)is->reason,
			 want->there, (int)want->granted, (int)want->effective,
			 (int)want->reason);
}

/* The state that this event left, by the changes. */
static const struct pair_level *at(const struct pair_past *past, int64_t seq)
{
	size_t n = pair_past_n(past), i;

	for (i = 0; i < n; i++)
		if (pair_past_at(past, i)->seq <= seq)
			return &pair_past_at(past, i)->after;
	return n ? &pair_past_at(past, n - 1)->before : NULL;
}

static int64_t since_plainly(const struct had *history, int64_t last)
{
	for (int64_t r = last; r > 1; r--)
		if (history[r].there != history[r - 1].there ||
		    history[r].effective != history[r - 1].effective)
			return r;
	return 0;
}

static void shown_is(struct pair_past *past, size_t i, const struct had *want)
{
	const struct seen *seen;
	struct answer answer;
	bool there = pair_past_show(past, i, &answer, &seen);

	assert_int_equal(there, want->there);
	if (!there)
		return;
	assert_int_equal(answer.granted, want->granted);
	assert_int_equal(answer.effective, want->effective);
	assert_int_equal(answer.reason, want->reason);
}

static size_t check_pair(struct world *w, const char *user, const char *project,
			 const struct had *history, int64_t last)
{
	uint32_t u = user ? facts_user(&w->app.facts, user) : ANYONE;
	uint32_t p = facts_project(&w->app.facts, project);
	const struct pair_change *since, *one;
	struct pair_past *past;
	int64_t want = since_plainly(history, last);
	char what[64];
	size_t n, i;

	snprintf(what, sizeof(what), "%s on %s", user ? user : "anyone", project);
	past = pair_past_begin(&w->app, u, p);
	assert_true(pair_past_find(past, &w->err));
	since = pair_past_since(past);
	if ((since ? since->seq : 0) != want)
		fail_msg("%s: since #%lld, not #%lld", what,
			 (long long)(since ? since->seq : 0), (long long)want);
	assert_true(pair_past_all(past, &w->err));
	assert_int_equal(pair_past_where(past), PAIR_START);
	assert_int_equal(pair_past_last(past)->seq, 1);
	assert_int_equal(pair_past_looked(past), last);
	for (int64_t r = 1; r <= last && pair_past_n(past); r++)
		is_level(at(past, r), &history[r], what, r);
	n = pair_past_n(past);
	/* Back and forth, and from one end to the other. */
	for (i = 0; i < n; i++) {
		one = pair_past_at(past, i);
		assert_true(one->told && one->words && one->cause && one->by);
		assert_non_null(strstr(one->words, one->cause));
		is_level(pair_past_level(past, i), &history[one->seq], what, one->seq);
		shown_is(past, i + 1, &history[one->seq - 1]);
		shown_is(past, i, &history[one->seq]);
	}
	is_level(pair_past_level(past, n), &history[1], what, 1);
	shown_is(past, n, &history[1]);
	shown_is(past, 0, &history[last]);
	pair_past_end(past);
	return n;
}

static void now_and_then(struct world *w)
{
	char line[64];

	if (pick(10) != 0)
		return;
	snprintf(line, sizeof(line), pick(3) ? "project delete %s --yes" :
		 "%s --yes", pick(2) ? ONE(projects) : "connection delete a-in");
	world_do(w, "u-ada", line);
	world_do(w, "u-ada", "undo");
	if (pick(2))
		world_do(w, "u-ada", "redo");
	world_do(w, "u-ada", "undo");
}

TEST(it_is_what_each_revision_says)
{
	static struct had history[COUNT_OF(users) + 1][COUNT_OF(projects)][MOST];
	size_t u, p, changes = 0;
	struct world w;
	int64_t last, r;
	int i, round;

	for (round = 1; round <= SEEDS; round++) {
		seed = (uint64_t)round * 7919;
		open_world(&w);
		for (i = 0; i < STEPS; i++) {
			now_and_then(&w);
			random_change(&w, i);
		}
		last = revision(&w);
		assert_in_range(last, STEPS, MOST - 1);
		for (r = last; r >= 1; r--) {
			as_of(&w, r);
			for (u = 0; u <= COUNT_OF(users); u++)
				for (p = 0; p < COUNT_OF(projects); p++)
					history[u][p][r] = plainly(&w.app, u ?
						users[u - 1] : NULL, projects[p]);
		}
		as_of_end(&w.app);
		w.app.acting_as = NOBODY;
		for (u = 0; u <= COUNT_OF(users); u++)
			for (p = 0; p < COUNT_OF(projects); p++)
				if (history[u][p][last].there)
					changes += check_pair(&w, u ? users[u - 1] :
						NULL, projects[p], history[u][p], last);
		world_close(&w);
	}
	assert_in_range(changes, 200, 1 << 20);	/* or it proves little */
}

/* ---- in words -------------------------------------------------------------------------- */

static struct arena words_arena;

static const char *words(struct world *w, const char *as, const char *user, const char *project)
{
	struct pair_past *past;
	const char *text;
	int64_t seq;

	w->app.acting_as = strcmp(as, "u-ada") == 0 ? NOBODY :
		facts_user(&w->app.facts, as);
	past = pair_past_begin(&w->app, facts_user(&w->app.facts, user),
			       facts_project(&w->app.facts, project));
	assert_true(pair_past_find(past, &w->err));
	text = pair_past_words(past, &words_arena, &seq);
	pair_past_end(past);
	return text;
}

#define SAYS(text, part) do { \
	const char *text_ = text; \
	if (!text_ || !strstr(text_, part)) \
		fail_msg("\"%s\" lacks \"%s\"", text_ ? text_ : "(nothing)", part); \
} while (0)

TEST(it_says_by_what_and_by_whom)
{
	struct world w;

	open_world(&w);
	SAYS(words(&w, "u-ada", "u-eve", "p"), "Since at least");
	SAYS(words(&w, "u-ada", "u-eve", "p"), "(event 1, which made the workspace");
	DO(&w, "u-ada", "connection access a-in --remove g-in --yes", 0, "");	/* 2 */
	DO(&w, "u-ada", "group rename g-mix Mixed", 0, "");
	SAYS(words(&w, "u-ada", "u-eve", "p"),
	     "(event 2): Eve lost Can Edit and has Can View: Vault is no longer shared with "
	     "In, by Ada");
	DO(&w, "u-ben", "connection access a-in --add workspace --yes", 0, "");	/* 4 */
	SAYS(words(&w, "u-ada", "u-eve", "p"),
	     "(event 4): Eve gained Can Edit: Vault is shared with Workspace, by Ada as Ben");
	DO(&w, "u-ada", "user role u-eve viewer", 0, "");			/* 5 */
	SAYS(words(&w, "u-ada", "u-eve", "p"), "(event 5): Eve lost Can Edit and has Can View: ");
	SAYS(words(&w, "u-ada", "u-eve", "p"), "Eve is Viewer");
	DO(&w, "u-ada", "undo", 0, "");						/* 6 */
	SAYS(words(&w, "u-ada", "u-eve", "p"), "(event 6): Eve gained Can Edit: Eve is Editor");
	DO(&w, "u-ada", "user deactivate u-eve --yes", 0, "");			/* 7 */
	SAYS(words(&w, "u-ada", "u-eve", "p"), "(event 7): Eve lost Can Edit: ");
	/* Who is not reached by the same workspace share any more. */
	DO(&w, "u-ada", "group delete g-mix --yes", 0, "");			/* 8 */
	SAYS(words(&w, "u-ada", "u-vic", "q"), "Since at least");
	DO(&w, "u-ada", "project create Fresh", 0, "");				/* 9 */
	SAYS(words(&w, "u-ada", "u-vic", w.app.facts.projects[
		   w.app.facts.n_projects - 1].id), "(event 9): Vic has no access: ");
	world_close(&w);
}

TEST(of_then_it_tells_what_was_before_then)
{
	struct world w;

	open_world(&w);
	DO(&w, "u-ed", "project share p --user u-out --level can_view", 0, "");
	DO(&w, "u-ed", "project unshare p --user u-out --yes", 0, "");
	as_of(&w, 2);
	SAYS(words(&w, "u-ada", "u-out", "p"), "(event 2): Otto gained Can View: ");
	as_of_end(&w.app);
	SAYS(words(&w, "u-ada", "u-out", "p"), "(event 3): Otto lost Can View: ");
	/* What-if has no past. */
	what_if_begin(&w.app);
	assert_null(pair_past_begin(&w.app, 0, 0));
	what_if_drop(&w.app);
	world_close(&w);
}

/* Nobody learns by the past what may not be seen: what others did is for Admins, and of
 * one's own deeds those that name what is still seen. */
TEST(the_past_tells_no_more_than_the_history)
{
	struct world w;

	open_world(&w);
	DO(&w, "u-ada", "connection access a-in --remove g-in --yes", 0, "");
	SAYS(words(&w, "u-ada", "u-eve", "p"), "Vault is no longer shared");
	assert_null(words(&w, "u-eve", "u-eve", "p"));
	DO(&w, "u-eve", "access explain u-eve p --format json", 0, "");
	assert_non_null(strstr(buf_text(&w.result.json), "\"since\":null"));
	assert_null(strstr(buf_text(&w.result.text), "Since"));
	/* By oneself. */
	DO(&w, "u-ed", "project share q --user u-vin --level can_view", 0, "");
	SAYS(words(&w, "u-ed", "u-vin", "q"), "Vin gained Can View: ");
	assert_null(words(&w, "u-out", "u-vin", "q"));
	world_close(&w);
}

/* The command lists it, newest first, and whoever may not look back is refused. */
TEST(the_command_lists_it)
{
	struct world w;

	open_world(&w);
	DO(&w, "u-ada", "access explain u-eve p --past --format csv", 0, "");
	assert_int_equal(w.result.n_rows, 1);
	assert_false(w.result.more);
	DO(&w, "u-ada", "connection access a-in --remove g-in --yes", 0, "");
	DO(&w, "u-ada", "group rename g-mix Mixed", 0, "");
	DO(&w, "u-ada", "user role u-eve viewer", 0, "");
	DO(&w, "u-ada", "access explain u-eve p --past", 0, "");
	assert_int_equal(w.result.n_rows, 3);
	assert_string_equal(w.result.cells[1], "4");
	assert_string_equal(w.result.cells[3], "can_view");
	assert_string_equal(w.result.cells[4], "ROLE_CAP_VIEWER");
	assert_string_equal(w.result.cells[6], "Eve is Viewer");
	assert_string_equal(w.result.cells[7 + 1], "2");
	assert_string_equal(w.result.cells[7 + 4], "ASSET_MISSING");
	assert_string_equal(w.result.cells[14 + 1], "1");
	assert_string_equal(w.result.cells[14 + 3], "can_edit");
	assert_string_equal(w.result.cells[14 + 6], "the workspace was made");
	DO(&w, "u-eve", "access explain u-eve p --past", 3, "ROLE_NEEDED");
	DO(&w, "u-ada", "access explain u-eve p --past --reply", 2, "");
	what_if_begin(&w.app);
	DO(&w, "u-ada", "access explain u-eve p --past", 2, "past");
	what_if_drop(&w.app);
	world_close(&w);
}

/* What is wrong in the log is not guessed over. */
TEST(before_a_replaced_workspace_nothing_is_guessed)
{
	char path[] = "/tmp/gatehouse-test-XXXXXX", line[64], *text;
	int fd = mkstemp(path);
	struct world w;
	FILE *file;

	open_world(&w);
	DO(&w, "u-ed", "project share p --user u-out --level can_view", 0, "");
	text = world_bytes(&w.app.facts);
	memcpy(strstr(text, "\"Quiet\""), "\"Loud!\"", 7);
	assert_true(fd >= 0);
	file = fdopen(fd, "w");
	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
	snprintf(line, sizeof(line), "workspace import %s --yes", path);
	DO(&w, "u-ada", line, 0, "");
	unlink(path);
	free(text);
	SAYS(words(&w, "u-ada", "u-out", "p"),
	     "(event 3, which replaced the whole workspace, by Ada)");
	DO(&w, "u-ada", "access explain u-out p --past", 0, "");
	assert_int_equal(w.result.n_rows, 1);
	assert_true(w.result.more);
	assert_string_equal(w.result.cells[6], "the whole workspace was replaced");
	DO(&w, "u-ed", "project unshare p --user u-out --yes", 0, "");
	SAYS(words(&w, "u-ada", "u-out", "p"), "(event 4): Otto lost Can View");
	world_close(&w);
	arena_release(&words_arena);
}

RUN(CASE(it_is_what_each_revision_says),
    CASE(it_says_by_what_and_by_whom),
    CASE(of_then_it_tells_what_was_before_then),
    CASE(the_past_tells_no_more_than_the_history),
    CASE(the_command_lists_it),
    CASE(before_a_replaced_workspace_nothing_is_guessed))
