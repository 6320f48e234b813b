/* fixes_test.c: every way found is applied: it reaches the level and needs each of
 * its edits; how many pairs the edits move is counted exactly.  Who may do them:
 * tests/action/fixes_test.c. */
#include "tests/expect.h"

#include <stdio.h>

#include "access/preview.h"
#include "access/fix_step.h"
#include "tests/access/lab.h"

enum { WORKSPACES = 250, ASKED = 12 };

static void apply(struct facts *f, struct edit *edits, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		edit_apply(f, &edits[i]);
}

static void revert(struct facts *f, struct edit *edits, uint32_t n)
{
	while (n--)
		edit_revert(f, &edits[n]);
}

/* Counts by brute force: pairs of people that move, never the web visitor. */
static void check_counts(struct facts *f, const struct fix *fix,
			 const struct answer *before, const struct answer *after)
{
	size_t n = (size_t)(f->n_users + 1) * f->n_projects;
	uint64_t up = 0, down = 0;
	uint32_t of_up = 0, of_down = 0, people_up = 0, people_down = 0, of;
	uint8_t *seen = calloc(f->n_users + 1u, 2);
	struct moves moves;

	assert_non_null(seen);
	of = f->n_users ? (uint32_t)(fix->n_edits * 7u) % f->n_users : NOBODY;
	for (size_t i = 0; i < n; i++) {
		bool gains = after[i].effective > before[i].effective;
		bool loses = after[i].effective < before[i].effective;

		if (after[i].user == ANYONE)
			continue;
		up += gains;
		down += loses;
		if (after[i].user == of) {
			of_up += gains;
			of_down += loses;
			continue;
		}
		people_up += gains && !(seen[after[i].user] & 1);
		people_down += loses && !(seen[after[i].user] & 2);
		seen[after[i].user] |= (uint8_t)(gains | loses << 1);
	}
	preview_count(f, fix->edits, fix->n_edits, of, &moves);
	assert_int_equal(up, moves.up);
	assert_int_equal(down, moves.down);
	assert_int_equal(of_up, moves.of_up);
	assert_int_equal(of_down, moves.of_down);
	assert_int_equal(people_up, moves.people_up);
	assert_int_equal(people_down, moves.people_down);
	free(seen);
}

static const char *text_of(const struct facts *f, const struct fix *fix,
			   struct arena *arena)
{
	const struct seen seen = seen_everything(f);
	const struct answer none = { .n_limits = 0 };
	const char *text = "";

	for (uint32_t i = 0; i < fix->n_edits; i++)
		text = arena_printf(arena, "%s%s%s", text, i ? " and " : "",
				    fix_step_text(&seen, &none, &fix->edits[i], false,
						arena));
	return text;
}

static bool grants(const struct fix *fix)
{
	for (uint32_t i = 0; i < fix->n_edits; i++)
		if (fix->edits[i].kind == EDIT_GRANT_USER ||
		    fix->edits[i].kind == EDIT_GRANT_GROUP)
			return true;
	return false;
}

/* Without any one of its edits a fix does not reach the level; a project that
 * is put away is brought back before anything is granted on it. */
static void check_needed(struct facts *f, const struct fix *fix, uint32_t user,
			 uint32_t project, enum level want)
{
	struct arena arena = { .head = NULL };

	for (uint32_t out = 0; out < fix->n_edits; out++) {
		struct edit less[FIX_EDITS];
		struct answer a;
		uint32_t n = 0;

		if (fix->edits[out].kind == EDIT_PROJECT_STATE && grants(fix))
			continue;
		for (uint32_t i = 0; i < fix->n_edits; i++)
			if (i != out)
				less[n++] = fix->edits[i];
		apply(f, less, n);
		access_decide(f, user, project, &arena, &a);
		revert(f, less, n);
		assert_true(a.effective < want);
	}
	arena_release(&arena);
}

static void check_fixes(struct facts *f, uint32_t user, uint32_t project,
			enum level want, uint32_t *offered)
{
	struct arena arena = { .head = NULL };
	struct answer *before = lab_answers(f, &arena), *after;
	size_t here = (size_t)project * (f->n_users + 1) + user;
	uint64_t digest = lab_digest(f);
	struct fix *fixes;
	uint32_t n;

	access_fixes(f, user, project, want, FIX_EVERYTHING, &arena, &fixes,
		     &n);
	assert_true(lab_digest(f) == digest);
	if (before[here].effective >= want)
		assert_int_equal(n, 0);
	for (uint32_t i = 0; i < n; i++) {
		assert_true(fixes[i].n_edits > 0);
		assert_true(*text_of(f, &fixes[i], &arena));
		check_needed(f, &fixes[i], user, project, want);
		apply(f, fixes[i].edits, fixes[i].n_edits);
		after = lab_answers(f, &arena);
		assert_true(after[here].effective >= want);
		revert(f, fixes[i].edits, fixes[i].n_edits);
		check_counts(f, &fixes[i], before, after);
		assert_true(!i || fixes[i].n_edits >= fixes[i - 1].n_edits);
	}
	*offered += n;
	arena_release(&arena);
}

TEST(every_fix_offered_does_what_it_says)
{
	struct chance chance = { 99 };
	uint32_t offered = 0;

	for (int i = 0; i < WORKSPACES; i++) {
		struct facts facts;

		lab_workspace(&facts, &chance);
		for (int k = 0; k < ASKED; k++) {
			uint32_t project = chance_below(&chance,
							facts.n_projects);
			uint32_t user = chance_below(&chance, facts.n_users);
			enum level want = (enum level)(1 + chance_below(&chance, 4));

			if (!facts.projects[project].gone)
				check_fixes(&facts, user, project, want,
					    &offered);
		}
		facts_release(&facts);
	}
	print_message("# %u fixes\n", (unsigned)offered);
	assert_true(offered > 1000);
}

/* Wherever some level is missing to a person there is a way. */
TEST(there_is_a_way_for_everybody_within_four_edits)
{
	struct chance chance = { 5 };

	for (int i = 0; i < 100; i++) {
		struct arena arena = { .head = NULL };
		struct facts facts;
		struct answer a;
		struct fix *fixes;
		uint32_t n;

		lab_workspace(&facts, &chance);
		facts.projects[0].state = STATE_ACTIVE;
		access_decide(&facts, 0, 0, &arena, &a);
		access_fixes(&facts, 0, 0, LEVEL_CAN_VIEW, FIX_EVERYTHING,
			     &arena, &fixes, &n);
		assert_int_equal(n > 0, a.effective < LEVEL_CAN_VIEW);
		facts_release(&facts);
		arena_release(&arena);
	}
}

TEST(numbering_does_not_change_the_fixes)
{
	struct chance chance = { 55 };

	for (int i = 0; i < 150; i++) {
		struct arena arena = { .head = NULL };
		struct facts f, g;
		struct fix *a, *b;
		uint32_t n, m;

		lab_workspace(&f, &chance);
		lab_renumber(&f, &chance, &g);
		access_fixes(&f, 0, 0, LEVEL_CAN_EDIT, FIX_EVERYTHING, &arena,
			     &a, &n);
		access_fixes(&g, facts_user(&g, "u0"), facts_project(&g, "p0"),
			     LEVEL_CAN_EDIT, FIX_EVERYTHING, &arena, &b, &m);
		assert_int_equal(n, m);
		for (uint32_t k = 0; k < n; k++) {
			struct moves x, y;

			preview_count(&f, a[k].edits, a[k].n_edits, NOBODY, &x);
			preview_count(&g, b[k].edits, b[k].n_edits, NOBODY, &y);
			assert_string_equal(text_of(&f, &a[k], &arena),
					    text_of(&g, &b[k], &arena));
			assert_int_equal(x.up, y.up);
			assert_int_equal(x.down, y.down);
		}
		facts_release(&f);
		facts_release(&g);
		arena_release(&arena);
	}
}

static const struct fix *find(struct acme *w, const struct fix *fixes,
			      uint32_t n, const char *text)
{
	for (uint32_t i = 0; i < n; i++)
		if (strcmp(text_of(&w->facts, &fixes[i], &w->arena), text) == 0)
			return &fixes[i];
	for (uint32_t i = 0; i < n; i++)
		print_error("%s\n", text_of(&w->facts, &fixes[i], &w->arena));
	fail_msg("not offered: %s", text);
	return NULL;
}

static void expect_words(struct acme *w, const struct fix *fix,
			 const char *const *words)
{
	const char *got[FIX_WORDS];

	fix_step_words(&w->facts, &fix->edits[0], &w->arena, got);
	for (int i = 0; words[i]; i++) {
		assert_non_null(got[i]);
		assert_string_equal(got[i], words[i]);
		assert_true(i + 1 == FIX_WORDS || words[i + 1] || !got[i + 1]);
	}
}

/* What a way lifts, and the pairs of people that it moves. */
static struct limit *lifts(struct acme *w, const struct fix *fix, uint32_t user,
			   enum level want, uint32_t *n)
{
	struct limit *list;

	access_lifts(&w->facts, fix->edits, fix->n_edits, user, w->revenue, want,
		     &w->arena, &list, n);
	return list;
}

static struct moves moves_of(struct acme *w, const struct fix *fix)
{
	struct moves moves;

	preview_count(&w->facts, fix->edits, fix->n_edits, NOBODY, &moves);
	return moves;
}

#define WORDS(...) (const char *const[]){ __VA_ARGS__, NULL }

TEST(one_missing_asset_has_its_ways)
{
	struct acme w;
	struct fix *fixes;
	const struct fix *fix;
	struct limit *list;
	uint32_t n, n_lifts;

	acme_init(&w);
	access_fixes(&w.facts, w.dana, w.revenue, LEVEL_CAN_EDIT,
		     FIX_EVERYTHING, &w.arena, &fixes, &n);
	assert_int_equal(n, 4);
	fix = find(&w, fixes, n, "add Dana Ilves to Data Team");
	expect_words(&w, fix, WORDS("group", "add", "g-data", "u-dana"));
	assert_int_equal(moves_of(&w, fix).up, 1);
	list = lifts(&w, fix, w.dana, LEVEL_CAN_EDIT, &n_lifts);
	assert_int_equal(n_lifts, 1);
	assert_int_equal(list[0].code, REASON_ASSET_MISSING);
	assert_int_equal(list[0].asset, w.snow);
	fix = find(&w, fixes, n, "share Snowflake prod with Finance");
	expect_words(&w, fix, WORDS("connection", "access", "a-snow", "--add",
				"g-fin"));
	fix = find(&w, fixes, n, "share Snowflake prod with Workspace");
	expect_words(&w, fix, WORDS("connection", "access", "a-snow", "--add",
				"workspace"));
	fix = find(&w, fixes, n, "remove Snowflake prod from Revenue model");
	expect_words(&w, fix, WORDS("project", "remove", "p-rev", "--asset",
				"a-snow"));
	acme_release(&w);
}

TEST(two_causes_take_two_edits)
{
	struct acme w;
	struct fix *fixes;
	const struct fix *fix;
	struct limit *list;
	uint32_t n, n_lifts;

	acme_init(&w);
	access_fixes(&w.facts, w.bob, w.revenue, LEVEL_CAN_EDIT,
		     FIX_EVERYTHING, &w.arena, &fixes, &n);
	for (uint32_t i = 0; i < n; i++)
		assert_int_equal(fixes[i].n_edits, 2);
	fix = find(&w, fixes, n, "make Bob Stein an Editor and "
		   "add Bob Stein to Data Team");
	expect_words(&w, fix, WORDS("user", "role", "u-bob", "editor"));
	list = lifts(&w, fix, w.bob, LEVEL_CAN_EDIT, &n_lifts);
	assert_int_equal(n_lifts, 2);
	assert_int_equal(list[0].code, REASON_ROLE_CAP_VIEWER);
	/* Bob is shut out of Snowflake beside Dana: sharing it raises both. */
	fix = find(&w, fixes, n, "make Bob Stein an Editor and "
		   "share Snowflake prod with Finance");
	assert_int_equal(moves_of(&w, fix).up, 2);
	acme_release(&w);
}

/* A role and five assets: one after the other. */
TEST(five_limits_and_more_still_have_their_way)
{
	struct acme w;
	struct fix *fixes;
	struct limit *list;
	uint32_t n, n_lifts, i, asset;
	char id[16];

	acme_init(&w);
	for (i = 0; i < 5; i++) {
		snprintf(id, sizeof(id), "a-more%u", i);
		asset = facts_add_asset(&w.facts, id, w.facts.assets[w.snow].kind,
					id);
		facts_set_import(&w.facts, w.revenue, asset, true);
	}
	access_fixes(&w.facts, w.bob, w.revenue, LEVEL_CAN_EDIT,
		     FIX_EVERYTHING, &w.arena, &fixes, &n);
	assert_int_equal(n, 1);
	assert_in_range(fixes[0].n_edits, 5, FIX_EDITS);
	list = lifts(&w, &fixes[0], w.bob, LEVEL_CAN_EDIT, &n_lifts);
	assert_int_equal(n_lifts, 7);
	assert_int_equal(list[0].code, REASON_ROLE_CAP_VIEWER);
	for (i = 0; i < fixes[0].n_edits; i++)
		edit_apply(&w.facts, &fixes[0].edits[i]);
	assert_int_equal(acme_ask(&w, w.bob).effective, LEVEL_CAN_EDIT);
	acme_release(&w);
}

TEST(an_admin_is_granted_no_more_than_is_wanted)
{
	struct acme w;
	struct fix *fixes;
	const struct fix *fix;
	struct limit *list;
	uint32_t n, n_lifts;

	acme_init(&w);
	access_fixes(&w.facts, w.ada, w.revenue, LEVEL_CAN_EDIT,
		     FIX_EVERYTHING, &w.arena, &fixes, &n);
	fix = find(&w, fixes, n, "grant Ada Byron Can Edit on Revenue model");
	list = lifts(&w, fix, w.ada, LEVEL_CAN_EDIT, &n_lifts);
	assert_int_equal(list[0].code, REASON_ADMIN_NOT_SHARED);
	expect_words(&w, fix, WORDS("project", "share", "p-rev", "--user", "u-ada",
				"--level", "can_edit"));
	find(&w, fixes, n, "add Ada Byron to Finance");
	for (uint32_t i = 0; i < n; i++)
		for (uint32_t k = 0; k < fixes[i].n_edits; k++)
			assert_true(fixes[i].edits[k].kind != EDIT_GRANT_USER ||
				    fixes[i].edits[k].value == LEVEL_CAN_EDIT);
	acme_release(&w);
}

TEST(a_promotion_that_lowers_elsewhere_is_counted)
{
	struct acme w;
	struct fix *fixes;
	const struct fix *fix;
	struct limit *list;
	uint32_t other, n, n_lifts;

	acme_init(&w);
	/* Gus edits another project by an asset for Guests only. */
	other = facts_add_project(&w.facts, "p-int", "Interview", w.maya);
	w.facts.assets[w.key].builtin = BUILTIN_GUESTS;
	facts_set_import(&w.facts, other, w.key, true);
	facts_set_import(&w.facts, w.revenue, w.key, false);
	facts_set_grant(&w.facts, other, false, w.gus, LEVEL_CAN_EDIT);
	w.facts.projects[w.revenue].workspace = LEVEL_CAN_VIEW;
	access_fixes(&w.facts, w.gus, w.revenue, LEVEL_CAN_VIEW,
		     FIX_EVERYTHING, &w.arena, &fixes, &n);
	fix = find(&w, fixes, n, "make Gus Oyelaran a Viewer");
	assert_int_equal(moves_of(&w, fix).down, 1);
	assert_int_equal(moves_of(&w, fix).up, 1);
	list = lifts(&w, fix, w.gus, LEVEL_CAN_VIEW, &n_lifts);
	assert_int_equal(list[0].code, REASON_WORKSPACE_EXCLUDES_GUEST);
	acme_release(&w);
}

TEST(a_project_is_brought_back_before_it_is_granted)
{
	struct acme w;
	struct fix *fixes;
	const struct fix *fix;
	uint32_t n;

	acme_init(&w);
	w.facts.projects[w.revenue].state = STATE_TRASHED;
	access_fixes(&w.facts, w.mo, w.revenue, LEVEL_CAN_VIEW,
		     FIX_EVERYTHING, &w.arena, &fixes, &n);
	fix = find(&w, fixes, n, "restore Revenue model and "
		   "grant mo@acme.example Can View on Revenue model");
	expect_words(&w, fix, WORDS("project", "restore", "p-rev"));
	acme_release(&w);
}

/* A grant is refused to who lacks an asset, so it comes last. */
TEST(what_a_grant_needs_comes_before_it)
{
	struct acme w;
	struct fix *fixes;
	const struct fix *fix;
	struct limit *list;
	uint32_t n, n_lifts;

	acme_init(&w);
	access_fixes(&w.facts, w.mo, w.revenue, LEVEL_CAN_EDIT,
		     FIX_EVERYTHING, &w.arena, &fixes, &n);
	fix = find(&w, fixes, n, "add mo@acme.example to Data Team and "
		   "grant mo@acme.example Can Edit on Revenue model");
	expect_words(&w, fix, WORDS("group", "add", "g-data", "u-mo"));
	list = lifts(&w, fix, w.mo, LEVEL_CAN_EDIT, &n_lifts);
	assert_int_equal(n_lifts, 2);
	assert_int_equal(list[0].code, REASON_NOT_SHARED);
	assert_int_equal(list[1].code, REASON_ASSET_MISSING);
	acme_release(&w);
}

TEST(nothing_is_offered_for_what_is_there_or_nobody)
{
	struct acme w;
	struct fix *fixes;
	uint32_t n;

	acme_init(&w);
	access_fixes(&w.facts, w.maya, w.revenue, LEVEL_FULL_ACCESS,
		     FIX_EVERYTHING, &w.arena, &fixes, &n);
	assert_int_equal(n, 0);
	access_fixes(&w.facts, ANYONE, w.revenue, LEVEL_CAN_VIEW,
		     FIX_EVERYTHING, &w.arena, &fixes, &n);
	assert_int_equal(n, 0);
	acme_release(&w);
}

RUN(CASE(every_fix_offered_does_what_it_says),
    CASE(there_is_a_way_for_everybody_within_four_edits),
    CASE(numbering_does_not_change_the_fixes),
    CASE(one_missing_asset_has_its_ways), CASE(two_causes_take_two_edits),
    CASE(five_limits_and_more_still_have_their_way),
    CASE(an_admin_is_granted_no_more_than_is_wanted),
    CASE(a_promotion_that_lowers_elsewhere_is_counted),
    CASE(a_project_is_brought_back_before_it_is_granted),
    CASE(what_a_grant_needs_comes_before_it),
    CASE(nothing_is_offered_for_what_is_there_or_nobody))
