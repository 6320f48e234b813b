/* judge_test.c: several changes judged by where they end, and what every change is
 * warned of that leaves a project without anybody who can edit it (D3, D30). */
#include "tests/action/undo_world.h"

#include "action/run/run.h"
#include "action/run/what_if.h"

/* ---- by the end ------------------------------------------------------------------- */

TEST(what_if_is_judged_as_a_whole)
{
	struct result result;
	struct world w;
	char *was;

	world_open(&w);
	DO(&w, "u-ada", "project take-access q", 0, "");
	was = both_bytes("before", &w);
	w.app.acting_as = NOBODY;
	what_if_begin(&w.app);
	DO(&w, "u-ada", "group create Other", 0, "");
	DO(&w, "u-ada", "project share q --user u-vic --level can_view", 0, "");
	/* Each step is fine by itself: Otto may be granted, and be held after it. */
	DO(&w, "u-ada", "project unshare q --user u-out", 0, "");
	DO(&w, "u-ada", "project share q --user u-out --level full_access", 0, "");
	DO(&w, "u-ada", "project import q --asset a-in", 0, "");
	assert_false(what_if_commit(&w.app, &result, &w.err));
	assert_int_equal(w.err.kind, ERROR_CONFLICT);
	assert_string_equal(w.err.code, "ASSET_MISSING");
	if (!strstr(w.err.text, "steps 4, 5 together") &&
	    !strstr(w.err.text, "steps 4 and 5 together"))
		fail_msg("%s", w.err.text);
	assert_non_null(strstr(w.err.text, "Otto (Vault)"));
	result_release(&result);
	/* It stays; without the step that does it, it is written. */
	assert_int_equal(what_if_steps(&w.app), 5);
	assert_true(what_if_undo(&w.app));
	assert_true(what_if_commit(&w.app, &result, &w.err));
	result_release(&result);
	assert_int_equal(world_grant(&w, "u-out", "q"), LEVEL_FULL_ACCESS);
	DO(&w, "u-ada", "undo", 0, "");
	is_bytes("after", &w, was);
	world_close(&w);
	free(was);
}

/* Each way to take the asset from somebody who is granted in the same go. */
TEST(every_way_to_a_blocked_end_is_found)
{
	static const char *const ways[][3] = {
		{ "project share q --user u-eve --level full_access",
		  "project import q --asset a-in", "group remove g-in u-eve" },
		{ "project share q --user u-eve --level full_access",
		  "project import q --asset a-in",
		  "connection access a-in --remove g-in" },
		{ "project share q --user u-eve --level full_access",
		  "project import q --asset a-in", "group delete g-in" },
		{ "project transfer q u-eve",
		  "project import q --asset a-in", "group remove g-in u-eve" },
		{ "user role u-eve admin",
		  "project share p --user u-out --level can_view",
		  "connection access a-in --add workspace" },	/* a good one */
	};
	struct result result;
	struct world w;
	size_t i, k;

	for (i = 0; i < COUNT_OF(ways); i++) {
		bool good = i + 1 == COUNT_OF(ways), done;

		world_open(&w);
		DO(&w, "u-ada", "project take-access q", 0, "");
		DO(&w, "u-ada", "project take-access p", 0, "");
		w.app.acting_as = NOBODY;
		what_if_begin(&w.app);
		for (k = 0; k < 3; k++)
			DO(&w, "u-ada", ways[i][k], 0, "");
		done = what_if_commit(&w.app, &result, &w.err);
		result_release(&result);
		if (done != good)
			fail_msg("%s ...: %s", ways[i][0], w.err.text);
		if (!good)
			assert_string_equal(w.err.code, "ASSET_MISSING");
		what_if_drop(&w.app);
		world_close(&w);
	}
}

/* ---- nobody is left ---------------------------------------------------------------- */

/* Solo is edited by Eve alone, through the level and the asset that each takes. */
#define SOLO_WORLD \
	"{\"format\":\"gatehouse-workspace\",\"version\":1," \
	"\"workspace\":{\"name\":\"T\",\"plan\":\"enterprise\",\"settings\":{}}," \
	WORLD_USERS "," \
	"\"groups\":[{\"id\":\"g-in\",\"name\":\"In\",\"members\":[\"u-eve\"]}," \
	"{\"id\":\"g-ed\",\"name\":\"Eds\",\"members\":[\"u-eve\"]}]," \
	"\"assets\":[{\"id\":\"a-in\",\"kind\":\"data_connection\",\"name\":\"Vault\"," \
	"\"type\":\"postgres\",\"access\":[\"g-in\"]}," \
	"{\"id\":\"a-no\",\"kind\":\"secret\",\"name\":\"NO\",\"access\":[]}]," \
	"\"projects\":[{\"id\":\"s\",\"title\":\"Solo\",\"owner\":\"u-off\"," \
	"\"assets\":[\"a-in\"],\"grants\":[{\"group\":\"g-ed\",\"level\":\"can_edit\"}]}," \
	"{\"id\":\"t\",\"title\":\"Tandem\",\"owner\":\"u-ed\"," \
	"\"grants\":[{\"user\":\"u-vic\",\"level\":\"can_view\"}]}," \
	"{\"id\":\"z\",\"title\":\"Empty\",\"owner\":\"u-off\"}]}"

static const struct lonely {
	const char *as, *line, *title;	/* NULL: nobody is to be warned */
} lonelies[] = {
	{ "u-ada", "connection access a-in --remove g-in", "Solo" },
	{ "u-ada", "group remove g-in u-eve", "Solo" },
	{ "u-ada", "group remove g-ed u-eve", "Solo" },
	{ "u-ada", "group delete g-ed", "Solo" },
	{ "u-ada", "user role u-eve viewer", "Solo" },
	{ "u-ada", "user role u-eve explorer", "Solo" },
	{ "u-ada", "user role u-eve manager", NULL },
	{ "u-ada", "user deactivate u-eve", "Solo" },
	{ "u-eve", "project unshare s --group g-ed", "Solo" },
	{ "u-eve", "project share s --group g-ed --level can_view", "Solo" },
	{ "u-ada", "user deactivate u-ed", "Tandem" },
	{ "u-ada", "user role u-ed guest", NULL },
	{ "u-ed", "project archive t", NULL },	/* for everybody, and said so */
	{ "u-ada", "connection delete a-in --yes", NULL },
	{ "u-ada", "user role u-vic editor", NULL },
};

static void is_lonely(struct world *w, const char *line, const char *title)
{
	const char *text = world_warning(w, "NO_EFFECTIVE_EDITOR");

	if ((text != NULL) != (title != NULL) || (text && !strstr(text, title)))
		fail_msg("%s: %s", line, text ? text : "no warning");
}

TEST(nobody_can_edit_it_any_more_is_said_before)
{
	char line[160];
	struct world w;
	size_t i;

	for (i = 0; i < COUNT_OF(lonelies); i++) {
		const struct lonely *one = &lonelies[i];

		world_open_text(&w, SOLO_WORLD);
		snprintf(line, sizeof(line), "%s --dry-run", one->line);
		DO(&w, one->as, line, 0, "");
		is_lonely(&w, line, one->title);
		DO(&w, one->as, one->line, 0, "");
		is_lonely(&w, one->line, one->title);
		world_close(&w);
	}
}

TEST(nobody_can_edit_it_any_more_by_import_transfer_and_undo)
{
	struct world w;

	world_open_text(&w, SOLO_WORLD);
	/* An asset for Admins only: who brings it in is Admin; Eve drops. */
	DO(&w, "u-ada", "project take-access s", 0, "");
	DO(&w, "u-ada", "project import s --asset a-no", 0, "");
	is_lonely(&w, "an Admin is left", NULL);
	DO(&w, "u-ada", "project unshare s --user u-ada", 0, "");
	is_lonely(&w, "unshare", "Solo");
	/* As taking Full Access is: her right as Admin. */
	DO(&w, "u-ada", "undo", 0, "");
	world_close(&w);

	world_open_text(&w, SOLO_WORLD);
	DO(&w, "u-ada", "group remove g-in u-eve", 0, "");		/* 2 */
	DO(&w, "u-ada", "undo", 0, "");
	is_lonely(&w, "undo", NULL);
	DO(&w, "u-ada", "redo", 0, "");
	is_lonely(&w, "redo", "Solo");
	DO(&w, "u-ada", "undo", 0, "");
	DO(&w, "u-ada", "user deactivate u-eve", 0, "");
	DO(&w, "u-ada", "undo", 0, "");
	w.app.acting_as = NOBODY;
	what_if_begin(&w.app);
	DO(&w, "u-ada", "user role u-eve viewer", 0, "");
	is_lonely(&w, "what-if", "Solo");
	what_if_drop(&w.app);
	world_close(&w);
}

RUN(CASE(what_if_is_judged_as_a_whole), CASE(every_way_to_a_blocked_end_is_found),
    CASE(nobody_can_edit_it_any_more_is_said_before),
    CASE(nobody_can_edit_it_any_more_by_import_transfer_and_undo))
