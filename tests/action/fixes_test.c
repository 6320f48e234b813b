/* fixes_test.c: every fix that is offered is run, as whoever reads it: it is one
 * event, reaches the level for the person it names, moves exactly the others it says,
 * and one undo takes it back.  What the reader may not do says whom to ask. */
#include "tests/action/undo_world.h"

#include "action/run/fix_list.h"
#include "action/run/run.h"
#include "action/run/what_if.h"

enum { WORLDS = 80, CHANGES = 14, ASKED = 60, LINE = 512 };

static const char *const people[] = { "u-ada", "u-ben", "u-ed", "u-eve", "u-out",
	"u-max", "u-exp", "u-vic", "u-vin", "u-gus", "u-off" };

static const char *const editors[] = { "u-ada", "u-ben", "u-ed", "u-eve", "u-max" };

static void read_as(struct world *w, const char *reader)
{
	uint32_t user = facts_user(&w->app.facts, reader);

	assert_true(user != NOBODY);
	w->app.acting_as = user == w->app.actor ? NOBODY : user;
}

static void find_fixes(struct world *w, const char *reader, const char *user,
		       const char *project, enum level want,
		       struct arena *arena, struct fix_list *out)
{
	struct answer answer;

	read_as(w, reader);
	access_decide(&w->app.facts, facts_user(&w->app.facts, user),
		      facts_project(&w->app.facts, project), arena, &answer);
	fix_list_find(&w->app, &answer, want, NULL, arena, out);
}

static void apply_line(char *line, const char *user, const char *project,
		       enum level want, const char *key)
{
	snprintf(line, LINE, "access fixes %s %s --level %s --apply %s", user,
		 project, level_code(want), key);
}

/* ---- by chance ----------------------------------------------------------------------- */

static unsigned char *levels_now(const struct facts *f)
{
	size_t n = (size_t)f->n_users * f->n_projects;
	unsigned char *list = malloc(n + 1);
	struct arena arena = { 0 };
	struct answer answer;
	uint32_t u, p;

	assert_non_null(list);
	for (p = 0; p < f->n_projects; p++)
		for (u = 0; u < f->n_users; u++) {
			list[p * f->n_users + u] = 0;
			if (f->users[u].gone || f->projects[p].gone)
				continue;
			access_decide(f, u, p, &arena, &answer);
			list[p * f->n_users + u] =
				(unsigned char)answer.effective;
		}
	arena_release(&arena);
	return list;
}

/* What the reader sees of the pairs, as 0 or 1. */
static unsigned char *sight_now(const struct app *app)
{
	const struct facts *f = &app->facts;
	unsigned char *list = malloc((size_t)f->n_users * f->n_projects + 1);
	uint32_t u, p;

	assert_non_null(list);
	for (p = 0; p < f->n_projects; p++)
		for (u = 0; u < f->n_users; u++)
			list[p * f->n_users + u] =
				sees_user(app_seen(app), u) &&
				sees_project(app_seen(app), p);
	return list;
}

static void count_others(const struct facts *f, const unsigned char *before,
			 const unsigned char *after, const unsigned char *seen,
			 uint32_t user, uint32_t project, uint64_t *up,
			 uint64_t *down)
{
	size_t i, n = (size_t)f->n_users * f->n_projects;

	*up = *down = 0;
	for (i = 0; i < n; i++) {
		if (i == (size_t)project * f->n_users + user || !seen[i])
			continue;
		*up += after[i] > before[i];
		*down += after[i] < before[i];
	}
}

struct tally { unsigned run, taken, asked, undone, several; };

/* Whose pairs they are: people but for the user, and but for who takes Full Access on
 * the way; and the user's other projects. */
static void is_counted_by_people(const struct world *w, const unsigned char *before,
				 const unsigned char *after, const unsigned char *seen,
				 uint32_t user, uint32_t project,
				 const struct fix_offer *fix, uint32_t taker)
{
	const struct facts *f = &w->app.facts;
	uint32_t up = 0, down = 0, own_up = 0, own_down = 0, u, p;

	for (u = 0; u < f->n_users; u++) {
		bool gains = false, loses = false;

		for (p = 0; p < f->n_projects; p++) {
			size_t i = (size_t)p * f->n_users + u;

			if (!seen[i] || (u == user && p == project))
				continue;
			gains = gains || after[i] > before[i];
			loses = loses || after[i] < before[i];
			own_up += u == user && after[i] > before[i];
			own_down += u == user && after[i] < before[i];
		}
		up += u != user && gains && u != taker;
		down += u != user && loses;
	}
	assert_int_equal(fix->people_up, up);
	assert_int_equal(fix->people_down, down);
	assert_int_equal(fix->own_up, own_up);
	assert_int_equal(fix->own_down, own_down);
}

/* Run as its reader.  False: undo is not the reader's to do, the state stays. */
static bool run_it(struct world *w, const char *reader, const char *user,
		   const char *project, enum level want, const char *key,
		   const struct fix_offer *fix, struct tally *tally)
{
	uint32_t u = facts_user(&w->app.facts, user);
	uint32_t p = facts_project(&w->app.facts, project);
	unsigned char *before = levels_now(&w->app.facts), *after, *seen;
	char *bytes = both_bytes("before a fix", w), line[LINE];
	int64_t was = revision(w);
	uint64_t up, down;
	int status;

	seen = sight_now(&w->app);
	apply_line(line, user, project, want, key);
	status = world_do(w, reader, line);
	if (status)
		fail_msg("%s runs \"%s\" (%s): %d %s %s", reader, line,
			 fix->text, status, w->err.code, w->err.text);
	assert_int_equal(revision(w), was + 1);
	assert_true(world_level(w, user, project, NULL) >= want);
	after = levels_now(&w->app.facts);
	count_others(&w->app.facts, before, after, seen, u, p, &up, &down);
	if (up != fix->also_up || down != fix->also_down)
		fail_msg("%s reads \"%s\": %u up %u down, not %u %u", reader,
			 fix->text, (unsigned)up, (unsigned)down,
			 (unsigned)fix->also_up, (unsigned)fix->also_down);
	is_counted_by_people(w, before, after, seen, u, p, fix,
			     strcmp(fix->steps[0].word[1], "take-access") == 0 ?
			     facts_user(&w->app.facts, reader) : NOBODY);
	tally->run++;
	tally->several += fix->n_steps > 1;
	tally->taken += strcmp(fix->steps[0].word[1], "take-access") == 0;
	snprintf(line, sizeof(line), "undo %d", (int)was + 1);
	status = world_do(w, reader, line);
	if (status == 0) {
		is_bytes(fix->text, w, bytes);
		tally->undone++;
	}
	free(before);
	free(after);
	free(seen);
	free(bytes);
	return status == 0;
}

/* Runnable ones first; un-importing last; then fewest others, then fewest steps. */
static void is_in_order(const struct fix_list *list)
{
	size_t i;

	for (i = 0; i < list->n; i++) {
		const struct fix_offer *a = &list->v[i], *b = a + 1;

		assert_int_equal(a->key != NULL, i < list->runnable);
		assert_int_equal(a->n_steps > 0, i < list->runnable);
		assert_int_equal(a->ask == NULL, i < list->runnable);
		if (i + 1 == list->n || !a->key != !b->key)
			continue;
		assert_true(a->unimports <= b->unimports);
		if (a->unimports != b->unimports)
			continue;
		assert_true(a->also_up + a->also_down <=
			    b->also_up + b->also_down);
		if (a->also_up + a->also_down == b->also_up + b->also_down)
			assert_true(a->n_steps <= b->n_steps);
	}
}

/* Only an Admin takes, never in another's name but as a first step. */
static void takes_rightly(struct world *w, const struct fix_offer *fix,
			  const char *reader, const char *user)
{
	const struct facts *f = &w->app.facts;
	size_t i;

	for (i = 0; i < fix->n_steps; i++) {
		if (strcmp(fix->steps[i].word[1], "take-access") != 0)
			continue;
		assert_int_equal(i, 0);
		assert_int_equal(f->users[facts_user(f, reader)].role,
				 ROLE_ADMIN);
		assert_non_null(strstr(fix->text, "(audited)"));
		if (strcmp(reader, user) != 0)
			assert_true(fix->n_steps > 1);
	}
}

/* By its key alone, whom it moves uncounted: the same steps; and no other key. */
static void is_found_by_key(struct world *w, const struct fix_list *list, enum level want)
{
	struct arena arena = { 0 };
	struct fix_offer found;
	struct answer answer;
	size_t i, k, n;

	access_decide(&w->app.facts, list->user, list->project, &arena, &answer);
	assert_false(fix_by_key(&w->app, &answer, want, "nonsense", &arena, &found));
	for (i = 0; i < list->runnable; i++) {
		assert_true(fix_by_key(&w->app, &answer, want, list->v[i].key, &arena,
				       &found));
		assert_string_equal(found.key, list->v[i].key);
		assert_string_equal(found.text, list->v[i].text);
		assert_int_equal(found.n_steps, list->v[i].n_steps);
		for (k = 0; k < found.n_steps; k++)
			for (n = 0; n < FIX_WORDS && found.steps[k].word[n]; n++)
				assert_string_equal(found.steps[k].word[n],
						    list->v[i].steps[k].word[n]);
	}
	arena_release(&arena);
}

static void one_question(struct world *w, struct tally *tally)
{
	const char *reader = pick(3) ? ONE(editors) : ONE(people), *user = ONE(people), *p = ONE(projects);
	enum level want = (enum level)(1 + pick(LEVELS - 1));
	struct arena arena = { 0 };
	struct fix_list list;
	size_t i;

	find_fixes(w, reader, user, p, want, &arena, &list);
	is_in_order(&list);
	if (world_level(w, user, p, NULL) >= want)
		assert_int_equal(list.n, 0);
	tally->asked += (unsigned)(list.n - list.runnable);
	for (i = 0; i < list.n; i++)
		takes_rightly(w, &list.v[i], reader, user);
	is_found_by_key(w, &list, want);
	for (i = 0; i < list.runnable; i++)
		if (!run_it(w, reader, user, p, want, list.v[i].key,
			    &list.v[i], tally))
			break;
	arena_release(&arena);
}

TEST(every_fix_offered_is_run_by_who_reads_it)
{
	struct tally tally = { 0 };
	struct world w;
	int round, i;

	for (round = 1; round <= WORLDS; round++) {
		seed = (uint64_t)round * 104729;
		open_world(&w);
		if (round % 2)			/* Ada with access, and without */
			take_all(&w);
		for (i = 0; i < CHANGES; i++)
			random_change(&w, i);
		for (i = 0; i < ASKED; i++)
			one_question(&w, &tally);
		world_close(&w);
	}
	print_message("# %u fixes run, %u of several steps, %u began with taking "
		      "access, %u undone, %u to be asked for\n", tally.run,
		      tally.several, tally.taken, tally.undone, tally.asked);
	assert_true(tally.run > 1200);
	assert_true(tally.several > 600);
	assert_true(tally.taken > 400);
	assert_true(tally.asked > 1000);
	assert_true(tally.undone * 10 > tally.run * 9);
}

/* ---- the ways of the share dialog ----------------------------------------------------- */

static void at_level(struct app *app, void *ctx)
{
	(void)app;
	*(bool *)ctx = true;
}

/* The commands of a way, then the grant: as the dialog saves them. */
static void way_is_saved(struct world *w, const struct fix_offer *fix,
			 const char *reader, const char *user, const char *p,
			 enum level want)
{
	struct batch batch;
	bool looked = false;

	batch_init(&batch);
	assert_true(fix_batch(fix, &batch, &w->err));
	batch_pairs(&batch, "project", "share", "project", p, "user", user,
		    "level", level_code(want), BATCH_END);
	if (!batch_look(&w->app, &batch, at_level, &looked, &w->err))
		fail_msg("%s: \"%s\" with a grant to %s on %s: %s", reader,
			 fix->text, user, p, w->err.text);
	assert_true(looked);
	batch_release(&batch);
}

static unsigned ways_for(struct world *w, const char *reader, const char *user,
			 const char *p, enum level want)
{
	struct facts *f = &w->app.facts;
	struct edit grant = edit_of(EDIT_GRANT_USER);
	struct arena arena = { 0 };
	struct answer answer;
	struct fix_list list;
	unsigned n;
	size_t i;

	grant.project = facts_project(f, p);
	grant.user = facts_user(f, user);
	grant.value = (int)want;
	read_as(w, reader);
	access_decide(f, grant.user, grant.project, &arena, &answer);
	fix_list_find(&w->app, &answer, want, &grant, &arena, &list);
	is_in_order(&list);
	for (i = 0; i < list.runnable; i++)
		way_is_saved(w, &list.v[i], reader, user, p, want);
	n = (unsigned)list.runnable;
	arena_release(&arena);
	return n;
}

TEST(every_way_round_a_blocked_grant_is_saved_with_it)
{
	struct world w;
	unsigned n = 0;
	int round, i;

	for (round = 1; round <= WORLDS / 2; round++) {
		seed = (uint64_t)round * 15485863;
		open_world(&w);
		take_all(&w);
		for (i = 0; i < CHANGES; i++)
			random_change(&w, i);
		for (i = 0; i < ASKED; i++)
			n += ways_for(&w, ONE(editors), ONE(people), ONE(projects),
				      pick(2) ? LEVEL_CAN_EDIT :
				      LEVEL_FULL_ACCESS);
		world_close(&w);
	}
	print_message("# %u ways saved with their grant\n", n);
	assert_true(n > 200);
}

/* ---- one by one ---------------------------------------------------------------------- */

static const struct fix_offer *with_text(const struct fix_list *list,
					 const char *text)
{
	size_t i;

	for (i = 0; i < list->n; i++)
		if (strcmp(list->v[i].text, text) == 0)
			return &list->v[i];
	for (i = 0; i < list->n; i++)
		print_error("%s\n", list->v[i].text);
	fail_msg("not offered: %s", text);
	return NULL;
}

static void none_with(const struct fix_list *list, const char *part)
{
	size_t i;

	for (i = 0; i < list->n; i++)
		if (strstr(list->v[i].text, part))
			fail_msg("offered: %s", list->v[i].text);
}

TEST(taking_full_access_is_the_first_step_and_said)
{
	struct arena arena = { 0 };
	const struct fix_offer *fix;
	struct fix_list list;
	struct event event;
	char line[LINE], *was;
	struct world w;

	open_world(&w);
	find_fixes(&w, "u-ada", "u-out", "p", LEVEL_CAN_EDIT, &arena, &list);
	fix = with_text(&list, "take Full Access (audited), then add Otto to In "
			"and grant Otto Can Edit on Paper");
	assert_string_equal(fix->steps[0].word[1], "take-access");
	assert_int_equal(fix->n_steps, 3);
	assert_int_equal(fix->also_up, 1);	/* Ada */
	was = both_bytes("before", &w);
	apply_line(line, "u-out", "p", LEVEL_CAN_EDIT, fix->key);
	DO(&w, "u-ada", line, 0, "");
	assert_true(store_event(w.app.store, 2, &arena, &event, &w.err));
	assert_string_equal(event.verb, "access fixes");
	assert_string_equal(event.summary, "Fix for Otto on Paper, Can Edit: You "
			    "have Full Access to Paper; the audit log says so. "
			    "Otto is in In. Otto can edit Paper.");
	assert_int_equal(world_level(&w, "u-out", "p", NULL), LEVEL_CAN_EDIT);
	DO(&w, "u-ada", "undo", 0, "");
	is_bytes("undo", &w, was);
	free(was);
	world_close(&w);
	arena_release(&arena);
}

TEST(taking_access_is_a_way_to_oneself_alone)
{
	struct arena arena = { 0 };
	const struct fix_offer *fix;
	struct fix_list list;
	struct world w;
	size_t i;

	open_world(&w);
	find_fixes(&w, "u-ada", "u-ada", "p", LEVEL_CAN_EDIT, &arena, &list);
	fix = with_text(&list, "take Full Access to Paper (audited)");
	assert_int_equal(fix->n_steps, 1);
	assert_string_equal(fix->steps[0].word[2], "p");
	none_with(&list, "grant Ada");
	find_fixes(&w, "u-ada", "u-ben", "p", LEVEL_CAN_EDIT, &arena, &list);
	with_text(&list, "take Full Access (audited), then grant Ben Can Edit on "
		  "Paper");
	for (i = 0; i < list.n; i++)
		assert_true(list.v[i].n_steps != 1 ||
			    strcmp(list.v[i].steps[0].word[1], "take-access"));
	find_fixes(&w, "u-ed", "u-ben", "p", LEVEL_CAN_EDIT, &arena, &list);
	with_text(&list, "grant Ben Can Edit on Paper");
	none_with(&list, "take");
	world_close(&w);
	arena_release(&arena);
}

TEST(who_may_not_is_told_whom_to_ask)
{
	struct arena arena = { 0 };
	const struct fix_offer *fix;
	struct fix_list list;
	struct world w;

	open_world(&w);
	/* Max views: the owner grants, an Admin adds to groups. */
	find_fixes(&w, "u-max", "u-max", "p", LEVEL_CAN_EDIT, &arena, &list);
	assert_int_equal(list.runnable, 0);
	none_with(&list, "Vault");		/* not shared with Max, */
	none_with(&list, " In");		/* nor is with whom it is */
	with_text(&list, "ask Ed, the owner, to remove a data connection not "
		  "shared with you from Paper (cells that use it break) and "
		  "grant Max Can Edit on Paper");
	fix = with_text(&list, "ask an Admin to give Max access to a data "
			"connection not shared with you and grant Max Can Edit "
			"on Paper");
	assert_string_equal(fix->ask, "an Admin");
	assert_null(fix->key);
	/* Not "nothing else moves": who else would is not told. */
	assert_true(fix->untold);
	assert_string_equal(fix_side_effects(fix, &arena), "others may move too");
	find_fixes(&w, "u-max", "u-max", "q", LEVEL_FULL_ACCESS, &arena, &list);
	assert_int_equal(list.n, 0);		/* Max has it */
	/* Eve edits and shares, but no more than she has. */
	find_fixes(&w, "u-eve", "u-vin", "q", LEVEL_CAN_VIEW, &arena, &list);
	assert_non_null(with_text(&list, "grant Vin Can View on Quiet")->key);
	find_fixes(&w, "u-eve", "u-ben", "q", LEVEL_FULL_ACCESS, &arena, &list);
	assert_string_equal(with_text(&list, "ask Ed, the owner, to grant Ben "
				      "Full Access on Quiet")->ask,
			    "Ed, the owner");
	/* A Guest sees neither people nor groups. */
	DO(&w, "u-ed", "project share q --user u-gus --level app_only", 0, "");
	find_fixes(&w, "u-gus", "u-gus", "q", LEVEL_CAN_EDIT, &arena, &list);
	assert_int_equal(list.n, 1);
	with_text(&list, "ask its owner or an Admin for Can Edit on Quiet");
	DO(&w, "u-ed", "project share q --user u-gus --level can_view", 0, "");
	find_fixes(&w, "u-gus", "u-gus", "q", LEVEL_CAN_EDIT, &arena, &list);
	with_text(&list, "ask the owner to grant Gus Can Edit on Quiet");
	none_with(&list, "Ed,");
	none_with(&list, "Mix");
	world_close(&w);
	arena_release(&arena);
}

/* Everything that anybody but an Admin reads, as one text. */
static char *all_read(struct world *w)
{
	struct buf out;
	struct json json;
	size_t r, p;
	int want;
	char *text;

	buf_init(&out, 1 << 22);
	jsonw_init(&json, &out, 0);
	jsonw_object(&json);
	for (r = 2; r < COUNT_OF(people); r++)
		for (p = 0; p < COUNT_OF(projects); p++)
			for (want = LEVEL_APP_ONLY; want < LEVELS; want++) {
				struct arena arena = { 0 };
				struct fix_list list;

				if (strcmp(people[r], "u-ed") == 0 ||
				    strcmp(people[r], "u-eve") == 0 ||
				    strcmp(people[r], "u-vin") == 0)
					continue;	/* a-in is theirs */
				find_fixes(w, people[r], people[r], projects[p],
					   (enum level)want, &arena, &list);
				fix_list_json(&json, &w->app.facts, &list);
				arena_release(&arena);
			}
	jsonw_object_end(&json);
	assert_false(out.overflow);
	text = strdup(buf_text(&out));
	buf_release(&out);
	return text;
}

/* Two workspaces that differ in what Admins alone see: with whom an asset is shared. */
TEST(what_is_hidden_changes_no_fix)
{
	struct world a, b;
	uint32_t group;
	char line[LINE], *x, *y;

	open_world(&a);
	open_world(&b);
	DO(&a, "u-ada", "group create New", 0, "");
	DO(&b, "u-ada", "group create New", 0, "");
	group = b.app.facts.n_groups - 1;
	snprintf(line, sizeof(line), "connection access a-in --add %s",
		 b.app.facts.groups[group].id);
	DO(&b, "u-ada", line, 0, "");
	DO(&b, "u-ada", "files access a-files --remove workspace", 0, "");
	x = all_read(&a);
	y = all_read(&b);
	assert_non_null(strstr(x, "not shared with you"));
	same_bytes("what is read", x, y);
	free(x);
	free(y);
	world_close(&a);
	world_close(&b);
}

TEST(unimporting_comes_last_and_says_what_it_costs)
{
	struct arena arena = { 0 };
	const struct fix_offer *fix;
	struct fix_list list;
	struct world w;

	open_world(&w);
	DO(&w, "u-ada", "group remove g-in u-eve", 0, "");
	find_fixes(&w, "u-ed", "u-eve", "p", LEVEL_CAN_EDIT, &arena, &list);
	assert_int_equal(list.runnable, 1);
	assert_string_equal(list.v[0].text, "remove Vault from Paper (cells that "
			    "use it break)");
	find_fixes(&w, "u-ada", "u-eve", "p", LEVEL_CAN_EDIT, &arena, &list);
	fix = &list.v[list.n - 1];
	assert_true(list.n > 3 && list.n == list.runnable);
	assert_true(fix->unimports);
	assert_string_equal(fix->text, "take Full Access (audited), then remove "
			    "Vault from Paper (cells that use it break)");
	world_close(&w);
	arena_release(&arena);
}

/* The link comes back with the project: its visitors are nobody's pair. */
TEST(the_web_visitor_is_not_counted)
{
	struct arena arena = { 0 };
	struct fix_list list;
	struct world w;

	open_world(&w);
	DO(&w, "u-ed", "project share-web q app_only", 0, "");
	DO(&w, "u-ed", "project delete q --yes", 0, "");
	find_fixes(&w, "u-ed", "u-ed", "q", LEVEL_CAN_EDIT, &arena, &list);
	assert_int_equal(list.runnable, 1);
	assert_string_equal(list.v[0].text, "restore Quiet");
	/* All but Ed: by their grants, or by the link. */
	assert_int_equal(list.v[0].also_up, 10);
	world_close(&w);
	arena_release(&arena);
}

TEST(a_key_that_is_no_longer_offered_is_stale)
{
	struct arena arena = { 0 };
	struct fix_list list;
	char line[LINE], *was;
	struct world w;

	open_world(&w);
	find_fixes(&w, "u-ada", "u-out", "p", LEVEL_CAN_EDIT, &arena, &list);
	was = both_bytes("before", &w);
	DO(&w, "u-ada", "access fixes u-out p --level can_edit --apply nonsense",
	   5, "STALE");
	apply_line(line, "u-out", "p", LEVEL_CAN_EDIT, list.v[0].key);
	DO(&w, "u-vic", line, 4, "NOT_FOUND");	/* Vic does not see it */
	DO(&w, "u-max", line, 5, "STALE");	/* Max does, and may not */
	snprintf(line, sizeof(line), "access fixes u-out p --level can_edit "
		 "--apply %s --dry-run", list.v[0].key);
	DO(&w, "u-ada", line, 0, "");
	assert_true(w.result.has_preview);
	is_bytes("nothing was done", &w, was);
	apply_line(line, "u-out", "p", LEVEL_CAN_EDIT, list.v[0].key);
	DO(&w, "u-ada", line, 0, "");
	DO(&w, "u-ada", line, 5, "STALE");
	assert_non_null(strstr(w.err.text, "Otto can edit Paper"));
	free(was);
	world_close(&w);
	arena_release(&arena);
}

/* It writes: previewed, tried in what-if and undone there, as any other. */
TEST(a_fix_is_a_write_like_any_other)
{
	struct arena arena = { 0 };
	struct fix_list list;
	char line[LINE], preview[LINE + 16], *was;
	struct world w;

	open_world(&w);
	find_fixes(&w, "u-ada", "u-out", "p", LEVEL_CAN_EDIT, &arena, &list);
	assert_true(list.v[0].n_steps > 1);
	was = both_bytes("before", &w);
	apply_line(line, "u-out", "p", LEVEL_CAN_EDIT, list.v[0].key);
	snprintf(preview, sizeof(preview), "access preview %s", line);
	DO(&w, "u-ada", preview, 0, "");
	assert_int_equal(w.result.preview.up, list.v[0].also_up + 1);
	is_bytes("a preview", &w, was);
	DO(&w, "u-ada", "access preview access fixes u-out p", 2, "NO_PREVIEW");
	what_if_begin(&w.app);
	DO(&w, "u-ada", line, 0, "");
	assert_int_equal(world_level(&w, "u-out", "p", NULL), LEVEL_CAN_EDIT);
	assert_int_equal(what_if_steps(&w.app), 1);
	assert_int_equal(what_if_count(&w.app), 1);
	assert_true(what_if_undo(&w.app));
	what_if_drop(&w.app);
	is_bytes("what-if", &w, was);
	free(was);
	world_close(&w);
	arena_release(&arena);
}

/* ---- what is put away ---------------------------------------------------------------- */

TEST(a_project_that_nobody_brings_back_is_taken_over)
{
	struct arena arena = { 0 };
	struct fix_list list;
	char line[LINE], *was;
	struct world w;

	open_world(&w);
	/* Ed and Max can bring it back: nobody takes it over. */
	DO(&w, "u-ada", "project take-access arch", 3, "STATE_READ_ONLY");
	find_fixes(&w, "u-ada", "u-ada", "arch", LEVEL_CAN_EDIT, &arena, &list);
	assert_int_equal(list.runnable, 0);
	assert_string_equal(list.v[0].ask, "Ed, the owner");
	DO(&w, "u-ada", "user deactivate u-ed", 0, "");
	DO(&w, "u-ada", "project unarchive arch", 3, "LEVEL_NEEDED");
	assert_non_null(strstr(w.err.remedy, "project take-access arch"));
	find_fixes(&w, "u-ada", "u-eve", "arch", LEVEL_CAN_EDIT, &arena, &list);
	assert_int_equal(list.runnable, 1);
	assert_string_equal(list.v[0].text, "take Archive over from Ed, who is "
			    "deactivated (audited), then unarchive Archive");
	was = both_bytes("before", &w);
	apply_line(line, "u-eve", "arch", LEVEL_CAN_EDIT, list.v[0].key);
	DO(&w, "u-ada", line, 0, "");
	assert_int_equal(world_level(&w, "u-eve", "arch", NULL), LEVEL_CAN_EDIT);
	assert_int_equal(world_level(&w, "u-ada", "arch", NULL),
			 LEVEL_FULL_ACCESS);
	assert_int_equal(world_grant(&w, "u-ed", "arch"), LEVEL_FULL_ACCESS);
	/* A transfer to somebody deactivated is refused, so this is too (D30). */
	free(was);
	was = both_bytes("taken", &w);
	DO(&w, "u-ada", "undo", 5, "DEACTIVATED");
	is_bytes("undo", &w, was);
	free(was);
	world_close(&w);
	/* The same by hand; in the trash too. */
	open_world(&w);
	DO(&w, "u-ada", "user deactivate u-ed", 0, "");
	DO(&w, "u-ada", "project take-access arch", 0, "");
	DO(&w, "u-ada", "project take-access arch", 3, "STATE_READ_ONLY");
	assert_non_null(strstr(w.err.remedy, "project unarchive arch"));
	DO(&w, "u-ada", "project unarchive arch", 0, "");
	find_fixes(&w, "u-ben", "u-ben", "bin", LEVEL_CAN_EDIT, &arena, &list);
	assert_string_equal(list.v[0].text, "take Bin over from Ed, who is "
			    "deactivated (audited), then restore Bin");
	DO(&w, "u-ben", "project take-access bin", 0, "");
	DO(&w, "u-ben", "project restore bin", 0, "");
	world_close(&w);
	arena_release(&arena);
}

/* An owner whose role holds him cannot bring it back either. */
TEST(an_owner_who_is_held_is_no_way_back)
{
	struct world w;

	open_world(&w);
	DO(&w, "u-ada", "user role u-ed viewer", 0, "");
	DO(&w, "u-ada", "project take-access arch", 3, "STATE_READ_ONLY");
	DO(&w, "u-max", "project unshare arch --user u-max", 0, "");
	DO(&w, "u-max", "project take-access arch", 3, "ROLE_NEEDED");
	DO(&w, "u-ada", "project take-access arch", 0, "");
	DO(&w, "u-ada", "project unarchive arch", 0, "");
	world_close(&w);
}

/* ---- a grant that is refused ---------------------------------------------------------- */

/* The first command in the remedy, without "gatehouse " and what it does. */
static bool command_of(const char *remedy, char *line)
{
	const char *at = strstr(remedy, "gatehouse ");

	if (!at)
		return false;
	at += strlen("gatehouse ");
	snprintf(line, LINE, "%.*s", (int)strcspn(at, ";("), at);
	while (line[strlen(line) - 1] == ' ')
		line[strlen(line) - 1] = '\0';
	return true;
}

TEST(the_way_round_a_refused_grant_can_be_run)
{
	static const char *const readers[] = { "u-ada", "u-ed", "u-eve" };
	struct world w;
	char line[LINE];
	size_t i;

	for (i = 0; i < COUNT_OF(readers); i++) {
		open_world(&w);
		if (i == 0)
			DO(&w, "u-ada", "project take-access p", 0, "");
		DO(&w, readers[i], "project share p --user u-out --level can_edit",
		   5, "ASSET_MISSING");
		assert_true(command_of(w.err.remedy, line));
		DO(&w, readers[i], line, 0, "");
		assert_int_equal(world_level(&w, "u-out", "p", NULL),
				 LEVEL_CAN_EDIT);
		world_close(&w);
	}
}

/* "5 others gain" was said of five projects of the same person, too. */
TEST(others_are_people_and_ones_other_projects_are_said_apart)
{
	static const struct { struct fix_offer fix; const char *said; } all[] = {
		{ { .also_up = 0 }, "" },
		{ { .people_up = 1 }, "1 other gains" },
		{ { .people_up = 3, .people_down = 1 }, "1 other loses, 3 others gain" },
		{ { .own_up = 5 }, "Bob also gains on 5 other projects" },
		{ { .own_up = 1, .people_up = 2 },
		  "2 others gain; Bob also gains on 1 other project" },
		{ { .own_up = 1, .own_down = 2 },
		  "Bob also loses on 2 other projects and gains on 1" },
	};
	struct arena arena = { 0 };
	struct fix_offer fix;
	size_t i;

	for (i = 0; i < COUNT_OF(all); i++) {
		fix = all[i].fix;
		fix.who = "Bob";
		assert_string_equal(fix_side_effects(&fix, &arena), all[i].said);
	}
	arena_release(&arena);
}

RUN(CASE(others_are_people_and_ones_other_projects_are_said_apart),
    CASE(every_fix_offered_is_run_by_who_reads_it),
    CASE(every_way_round_a_blocked_grant_is_saved_with_it),
    CASE(taking_full_access_is_the_first_step_and_said),
    CASE(taking_access_is_a_way_to_oneself_alone),
    CASE(who_may_not_is_told_whom_to_ask),
    CASE(what_is_hidden_changes_no_fix),
    CASE(unimporting_comes_last_and_says_what_it_costs),
    CASE(the_web_visitor_is_not_counted),
    CASE(a_key_that_is_no_longer_offered_is_stale),
    CASE(a_fix_is_a_write_like_any_other),
    CASE(a_project_that_nobody_brings_back_is_taken_over),
    CASE(an_owner_who_is_held_is_no_way_back),
    CASE(the_way_round_a_refused_grant_can_be_run))
