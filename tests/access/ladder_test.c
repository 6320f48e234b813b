/* ladder_test.c: the drawing of an answer says what the answer says, in any world, at
 * any width, and names nothing that the reader may not see. */
#include "tests/expect.h"

#include "access/ladder.h"
#include "base/glyph.h"
#include "base/text.h"
#include "tests/access/lab.h"

enum { WORLDS = 60, LINE_MOST = 4096 };

static const char *drawn(struct acme *w, uint32_t user, int cols)
{
	struct answer a = acme_ask(w, user);
	struct ladder ladder;
	struct buf out;
	const char *text;

	facts_moved(&w->facts);
	ladder_make(lab_all(&w->facts), &a, &w->arena, &ladder);
	buf_init(&out, 1 << 16);
	ladder_text(&ladder, cols, 0, &out);
	text = arena_strdup(&w->arena, buf_text(&out));
	buf_release(&out);
	return text;
}

TEST(two_things_hold)
{
	assert_string_equal(drawn(*state, ((struct acme *)*state)->bob, 79),
"                none    app     view    edit    full\n"
"group Finance    ·       ·       ·       ●               granted\n"
"role Viewer      ·       ·       ◄───────┤               holds\n"
"Snowflake prod   ·       ·       ◄───────┤               holds: only Data Team\n"
"STRIPE_KEY       ·       ·       ·       ✓               has access\n"
"= Bob Stein      ·       ·       ●                       lost: edit, run, share\n");
}

/* Such a role takes nothing from who was granted the most that it can have, or less. */
TEST(a_role_that_holds_nothing_back_passes)
{
	struct acme *w = *state;

	for (enum level level = LEVEL_APP_ONLY; level <= LEVEL_CAN_EDIT; level++) {
		facts_set_grant(&w->facts, w->revenue, true, w->finance, level);
		assert_int_equal(!!strstr(drawn(w, w->bob, 90), "at most Can View"),
				 level <= LEVEL_CAN_VIEW);
		assert_null(strstr(drawn(w, w->dana, 90), "at most Can View"));
	}
}

TEST(in_ascii_it_is_the_same)
{
	const char *text;

	text_set_ascii(true);
	text = drawn(*state, ((struct acme *)*state)->bob, 69);
	text_set_ascii(false);
	assert_true(text_is_ascii(text));
	assert_string_equal(text,
"                none  app   view  edit  full\n"
"group Finance    .     .     .     o           granted\n"
"role Viewer      .     .     <-----|           holds\n"
"Snowflake prod   .     .     <-----|           holds: only Data Team\n"
"STRIPE_KEY       .     .     .     *           has access\n"
"= Bob Stein      .     .     o                 lost: edit, run, share\n");
}

TEST(where_it_is_narrow_levels_are_words)
{
	assert_string_equal(drawn(*state, ((struct acme *)*state)->bob, 42),
"group Finance   ● edit    granted\n"
"role Viewer     ◄ view    holds\n"
"Snowflake prod  ◄ view    holds: only Dat\u2026\n"
"STRIPE_KEY      ✓ edit    has access\n"
"= Bob Stein     ● view    lost: edit, run\u2026\n");
}

TEST(every_kind_of_source_and_end_has_its_line)
{
	struct acme *w = *state;
	struct fact_project *p = &w->facts.projects[w->revenue];

	p->workspace = LEVEL_CAN_VIEW;
	p->public_web = LEVEL_APP_ONLY;
	assert_non_null(strstr(drawn(w, w->maya, 70), "owner  "));
	assert_non_null(strstr(drawn(w, w->maya, 70), "has access to all"));
	assert_non_null(strstr(drawn(w, w->mo, 70), "workspace  "));
	assert_non_null(strstr(drawn(w, w->mo, 70), "web link  "));
	assert_non_null(strstr(drawn(w, w->mo, 90),
			       "no access: would hold"));
	assert_non_null(strstr(drawn(w, w->gus, 90),
			       "does not count: excludes"));
	assert_non_null(strstr(drawn(w, w->tom, 90),
			       "does not count: deactiv"));
	assert_non_null(strstr(drawn(w, ANYONE, 70), "= anyone (web)"));
	p->state = STATE_TRASHED;
	assert_non_null(strstr(drawn(w, w->ravi, 70), "in the trash"));
	assert_non_null(strstr(drawn(w, ANYONE, 90),
			       "does not count: in the"));
	p->state = STATE_ARCHIVED;
	assert_non_null(strstr(drawn(w, w->ravi, 70), "archived "));
	p->state = STATE_ACTIVE;
	p->workspace = p->public_web = LEVEL_NONE;
	assert_non_null(strstr(drawn(w, w->mo, 70), "nothing granted"));
	assert_non_null(strstr(drawn(w, w->mo, 70), "not shared"));
	assert_non_null(strstr(drawn(w, w->mo, 70), "(●)"));
	assert_non_null(strstr(drawn(w, w->mo, 70), "not a member"));
	assert_non_null(strstr(drawn(w, w->ada, 70), "may take Full Access"));
}

TEST(a_picture_escapes_names_and_has_the_shapes)
{
	struct acme *w = *state;
	struct answer a;
	struct ladder ladder;
	struct buf svg;

	w->facts.groups[w->finance].name = "<Fin> & \"Co\"\x1b";
	a = acme_ask(w, w->bob);
	facts_moved(&w->facts);
	ladder_make(lab_all(&w->facts), &a, &w->arena, &ladder);
	buf_init(&svg, 1 << 16);
	ladder_svg(&ladder, "Bob <on> it", "He & she.", &svg);
	assert_non_null(strstr(buf_text(&svg), "group &lt;Fin&gt; &amp; \"Co\"\\x1b<"));
	assert_non_null(strstr(buf_text(&svg), ">Bob &lt;on&gt; it<"));
	assert_non_null(strstr(buf_text(&svg), ">He &amp; she.<"));
	assert_null(strstr(buf_text(&svg), "<Fin>"));
	assert_non_null(strstr(buf_text(&svg), "<path class=\"f\""));
	assert_non_null(strstr(buf_text(&svg), "r=\"6\" class=\"f\""));
	buf_release(&svg);
}

/* ---- in any world ----------------------------------------------------------------- */

static void agrees(const struct ladder *ladder, const struct answer *a)
{
	struct ladder_form form = ladder_fit(ladder, 80);
	enum level best = LEVEL_NONE;
	uint32_t limits = 0;
	struct buf track;
	int plain;

	buf_init(&track, LINE_MOST);
	for (uint32_t i = 0; i < ladder->n; i++) {
		const struct rung *rung = &ladder->v[i];
		const char *text;

		buf_reset(&track);
		ladder_track(&form, rung, &track, &plain);
		text = buf_text(&track);
		if (rung->kind == RUNG_SOURCE && rung->at > best)
			best = rung->at;
		assert_true(text_is_safe(rung->name) && *rung->name);
		assert_true((int)text_width(text) < form.track);
		assert_int_equal(rung->kind == RUNG_LIMIT,
				 strstr(text, glyph(GLYPH_DOWN_TO)) &&
				 strstr(text, glyph(GLYPH_DOWN_FROM)));
		assert_int_equal(strstr(text, glyph(GLYPH_DOT)) != NULL,
				 rung->kind <= RUNG_NEAR ||
				 rung->kind == RUNG_END);
		if (rung->kind != RUNG_LIMIT)
			continue;
		assert_int_equal(rung->at, LEVEL_CAN_VIEW);
		assert_int_equal(rung->from, a->granted);
		limits++;
	}
	assert_int_equal(best, a->granted);
	assert_int_equal(limits, a->n_limits);
	assert_int_equal(ladder->v[ladder->n - 1].kind, RUNG_END);
	assert_int_equal(ladder->v[ladder->n - 1].at, a->effective);
	buf_release(&track);
}

static bool says(const struct ladder *ladder, const char *name)
{
	for (uint32_t i = 0; i < ladder->n; i++)
		if (strstr(ladder->v[i].name, name) ||
		    strstr(ladder->v[i].note, name))
			return true;
	return false;
}

/* Does a limit name it: it holds the reader. */
static bool told(const struct seen *seen, const struct answer *a, uint32_t asset)
{
	for (uint32_t i = 0; i < a->n_limits; i++)
		if (a->limits[i].asset == asset)
			return sees_limit(seen, a, &a->limits[i]);
	return false;
}

static void names_what_is_seen(const struct seen *seen,
			       const struct ladder *ladder,
			       const struct answer *a)
{
	const struct facts *f = seen_judged(seen);

	for (uint32_t g = 0; g < f->n_groups; g++)
		if (!sees_group(seen, g))
			assert_false(says(ladder, f->groups[g].name));
	for (uint32_t n = 0; n < f->n_assets; n++)
		if (!sees_asset(seen, n) && !told(seen, a, n))
			assert_false(says(ladder, f->assets[n].name));
	for (uint32_t u = 0; u < f->n_users; u++)
		if (!sees_user(seen, u))
			assert_false(says(ladder, f->users[u].name));
}

/* Names that are found nowhere but where they stand. */
static void rename_all(struct facts *f, struct arena *arena)
{
	for (uint32_t g = 0; g < f->n_groups; g++)
		f->groups[g].name = arena_printf(arena, "<G%u>", g);
	for (uint32_t a = 0; a < f->n_assets; a++)
		f->assets[a].name = arena_printf(arena, "<A%u>", a);
	for (uint32_t u = 0; u < f->n_users; u++)
		f->users[u].name = arena_printf(arena, "<U%u>", u);
	facts_moved(f);
}

static void lines_fit(const struct ladder *ladder, int cols)
{
	struct buf out, line;
	const char *at, *end;

	buf_init(&out, 1 << 20);
	buf_init(&line, 1 << 20);
	ladder_text(ladder, cols, 1, &out);
	for (at = buf_text(&out); *at; at = end + 1) {
		end = strchr(at, '\n');
		buf_reset(&line);
		buf_add(&line, at, (size_t)(end - at));
		assert_true((int)text_width(buf_text(&line)) <= cols);
	}
	buf_release(&line);
	buf_release(&out);
}

static void one_world(uint64_t seed)
{
	struct chance chance = { seed };
	struct arena arena = { 0 };
	struct facts f;

	facts_init(&f);
	lab_workspace(&f, &chance);
	rename_all(&f, &arena);
	for (uint32_t p = 0; p < f.n_projects; p++)
		for (uint32_t i = 0; i <= f.n_users; i++) {
			uint32_t user = i < f.n_users ? i : ANYONE;
			uint32_t reader = chance_below(&chance, f.n_users);
			struct ladder ladder;
			struct answer a;
			struct seen seen;

			access_decide(&f, user, p, &arena, &a);
			ladder_make(lab_all(&f), &a, &arena, &ladder);
			agrees(&ladder, &a);
			lines_fit(&ladder, 34 + (int)chance_below(&chance, 90));
			seen_init(&seen, &f, reader, false);
			ladder_make(&seen, &a, &arena, &ladder);
			agrees(&ladder, &a);
			names_what_is_seen(&seen, &ladder, &a);
			seen_release(&seen);
		}
	arena_release(&arena);
	facts_release(&f);
}

TEST(in_any_world_it_is_the_answer_and_names_what_is_seen)
{
	for (uint64_t seed = 1; seed <= WORLDS; seed++)
		one_world(seed);
}

RUN(ACME(two_things_hold), ACME(a_role_that_holds_nothing_back_passes),
    ACME(in_ascii_it_is_the_same),
    ACME(where_it_is_narrow_levels_are_words),
    ACME(every_kind_of_source_and_end_has_its_line),
    ACME(a_picture_escapes_names_and_has_the_shapes),
    CASE(in_any_world_it_is_the_answer_and_names_what_is_seen))
