/* edit_past_test.c: edits of an event read back: whole or not at all. */
#include "tests/expect.h"

#include "base/buf.h"
#include "model/edit_past.h"
#include "model/workspace_file.h"

static const char world[] =
	"{\"format\":\"gatehouse-workspace\",\"version\":1,"
	"\"workspace\":{\"name\":\"W\",\"plan\":\"team\"},\"users\":["
	"{\"id\":\"u1\",\"email\":\"a@x.example\",\"role\":\"admin\"},"
	"{\"id\":\"u2\",\"email\":\"b@x.example\",\"role\":\"viewer\"}],"
	"\"groups\":[{\"id\":\"g1\",\"name\":\"G\",\"members\":[\"u2\"]}],"
	"\"assets\":[{\"id\":\"a1\",\"kind\":\"data_connection\",\"name\":\"A\","
	"\"type\":\"postgres\",\"config\":{\"port\":\"1\",\"host\":\"h\"}}],"
	"\"projects\":[{\"id\":\"p1\",\"title\":\"P\",\"owner\":\"u1\"}]}";

struct fixture {
	struct facts facts;
	struct arena arena;
	struct past past;
};

static void open(struct fixture *f, const char *edits)
{
	struct file_notes notes = { 0 };
	struct error err;

	memset(f, 0, sizeof(*f));
	facts_init(&f->facts);
	assert_true(workspace_read_json("world", world, strlen(world),
					&f->facts, &notes, &err));
	assert_true(past_read(edits, &f->arena, &f->past));
}

static void close(struct fixture *f)
{
	facts_release(&f->facts);
	arena_release(&f->arena);
}

static void put(void *ctx, struct edit edit)
{
	struct fixture *f = ctx;

	edit_apply(&f->facts, &edit);
}

static enum past_state state_back(struct fixture *f)
{
	return past_state(&f->facts, &f->past.edits[0], true, &f->arena);
}

TEST(what_is_no_list_is_refused)
{
	static const char *const bad[] = { "{}", "[", "x", "[1]]", "null" };
	struct arena arena = { 0 };
	struct past past;
	size_t i;

	for (i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		assert_false(past_read(bad[i], &arena, &past));
	assert_true(past_read("", &arena, &past));
	assert_true(past_read("[]", &arena, &past));
	assert_non_null(past_irreversible(&past));
	arena_release(&arena);
}

/* Damaged, or of another version: known as what it is, and never turned. */
TEST(what_lacks_a_part_is_not_turned)
{
	static const char *const bad[] = {
		"[1]", "[{}]", "[{\"edit\":7}]", "[{\"edit\":\"later\"}]",
		"[{\"edit\":\"replace\"}]",
		"[{\"edit\":\"member\",\"group\":\"g1\",\"before\":true}]",
		"[{\"edit\":\"user_role\",\"before\":\"admin\"}]",
		"[{\"edit\":\"setting\",\"setting\":\"colour\"}]",
		"[{\"edit\":\"setting\"}]",
		"[{\"edit\":\"project_title\",\"project\":\"p1\"}]",
		"[{\"edit\":\"project_owner\",\"project\":\"p1\",\"after\":\"u1\"}]",
		("[{\"edit\":\"project_public\",\"project\":\"p1\","
		 "\"before\":\"full_access\",\"after\":\"none\"}]"),
		"[{\"edit\":\"group_add\",\"name\":\"G\"}]",
		"[{\"edit\":\"own_name\",\"project\":\"p1\"}]",
		"[{\"edit\":\"project_delete\",\"project\":\"p1\"}]",
		"[{\"edit\":\"asset_delete\",\"asset\":\"a1\"}]",
	};
	struct fixture f;
	size_t i;

	for (i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		open(&f, bad[i]);
		if (!past_irreversible(&f.past))
			fail_msg("%s", bad[i]);
		(void)state_back(&f);
		close(&f);
	}
}

TEST(things_that_are_not_there_are_gone)
{
	static const char *const gone[] = {
		"[{\"edit\":\"member\",\"group\":\"g9\",\"user\":\"u1\","
			"\"before\":false,\"after\":true}]",
		"[{\"edit\":\"grant_user\",\"project\":\"p1\",\"user\":\"u9\","
			"\"before\":\"none\",\"after\":\"can_edit\"}]",
		"[{\"edit\":\"own_name\",\"project\":\"p1\",\"own\":\"o\","
			"\"before\":\"a\",\"after\":\"b\"}]",
		"[{\"edit\":\"user_add\",\"user\":\"u9\",\"email\":\"c@x\","
			"\"name\":\"\",\"role\":\"viewer\"}]",
		/* The other way round: its place is taken. */
		"[{\"edit\":\"group_delete\",\"group\":\"g1\",\"name\":\"G\"}]",
	};
	struct fixture f;
	size_t i;

	for (i = 0; i < sizeof(gone) / sizeof(*gone); i++) {
		open(&f, gone[i]);
		assert_null(past_irreversible(&f.past));
		assert_int_equal(state_back(&f), PAST_GONE);
		close(&f);
	}
}

TEST(fields_are_compared_as_what_they_mean)
{
	struct fixture f;

	/* The order of members says nothing. */
	open(&f, "[{\"edit\":\"asset_config\",\"asset\":\"a1\","
	     "\"before\":{\"host\":\"old\"},"
	     "\"after\":{\"port\":\"1\",\"host\":\"h\"}}]");
	assert_int_equal(state_back(&f), PAST_STANDS);
	past_turn(&(struct past_turn){ .facts = &f.facts, .arena = &f.arena,
		  .past = &f.past, .back = true, .put = put, .ctx = &f },
		  &f.past.edits[0]);
	assert_string_equal(f.facts.assets[0].config, "{\"host\":\"old\"}");
	assert_int_equal(state_back(&f), PAST_MOVED);
	assert_int_equal(past_state(&f.facts, &f.past.edits[0], false, &f.arena),
			 PAST_STANDS);
	close(&f);
}

TEST(a_deleted_group_comes_back_with_all_it_had)
{
	struct fixture f;
	uint32_t group, asset, project, user;

	open(&f, "[{\"edit\":\"group_delete\",\"group\":\"g2\",\"name\":\"Two\","
	     "\"members\":[\"u1\",\"u9\"],\"grants\":[{\"project\":\"p1\","
	     "\"level\":\"can_edit\"}],\"assets\":[\"a1\"]}]");
	assert_int_equal(state_back(&f), PAST_STANDS);
	past_turn(&(struct past_turn){ .facts = &f.facts, .arena = &f.arena,
		  .past = &f.past, .back = true, .put = put, .ctx = &f },
		  &f.past.edits[0]);
	group = facts_group(&f.facts, "g2");
	user = facts_user(&f.facts, "u1");
	asset = facts_asset(&f.facts, "a1");
	project = facts_project(&f.facts, "p1");
	assert_true(numbers_has(&f.facts.groups[group].members, user));
	assert_int_equal(f.facts.groups[group].members.n, 1);
	assert_true(numbers_has(&f.facts.assets[asset].groups, group));
	assert_int_equal(facts_grant(&f.facts, project, true, group)->level,
			 LEVEL_CAN_EDIT);
	close(&f);
}

TEST(marks_stand_first_and_are_read_alone)
{
	static const char text[] = "[{\"edit\":\"undoes\",\"event\":7,\"edits\":1},"
		"{\"edit\":\"redoes\",\"event\":3,\"edits\":0},"
		"{\"edit\":\"plan\",\"before\":\"team\",\"after\":\"enterprise\"}]";
	struct arena arena = { 0 };
	struct past_mark *marks;
	struct past past;

	assert_int_equal(past_marks(text, &arena, &marks), 2);
	assert_int_equal(marks[0].event, 7);
	assert_false(marks[0].redo);
	assert_true(marks[1].redo);
	assert_true(past_read(text, &arena, &past));
	assert_int_equal(past.n, 1);
	assert_int_equal(past_marks("[]", &arena, &marks), 0);
	assert_int_equal(past_marks("[{\"edit\":\"undoes\"", &arena, &marks), 0);
	arena_release(&arena);
}

RUN(CASE(what_is_no_list_is_refused),
    CASE(what_lacks_a_part_is_not_turned),
    CASE(things_that_are_not_there_are_gone),
    CASE(fields_are_compared_as_what_they_mean),
    CASE(a_deleted_group_comes_back_with_all_it_had),
    CASE(marks_stand_first_and_are_read_alone))
