/* moved_test.c: what a change gives or takes that is no level is part of its preview. */
#include "tests/action/undo_world.h"

static const struct tried {
	const char *before, *as, *line, *says[4];	/* lines of the text */
	size_t up, down;
} tries[] = {
	{ NULL, "u-ed", "project editors-may-share q off",
	  { "Eve may no longer share Quiet", "Otto may no longer share Quiet" },
	  0, 2 },
	{ "u-ed project editors-may-share q off", "u-ed",
	  "project editors-may-share q on",
	  { "Eve may share Quiet", "Otto may share Quiet" }, 2, 0 },
	{ NULL, "u-ada", "workspace set show_secret_values off",
	  { "Ed no longer sees the values of secrets in Quiet",
	    "Max no longer sees the values of secrets in Quiet" }, 0, 4 },
	{ NULL, "u-ed", "project import q --asset a-all",
	  { "Eve sees the value of TOKEN in Quiet" }, 4, 0 },
	{ "u-ed project import q --asset a-all", "u-ed",
	  "project remove q --asset a-all",
	  { "Eve no longer sees the value of TOKEN in Quiet" }, 0, 4 },
	{ "u-ed project import q --asset a-all", "u-ada",
	  "secret delete a-all --yes",
	  { "Eve no longer sees the value of TOKEN in Quiet" }, 0, 4 },
	{ NULL, "u-ada", "connection set-default a-in",
	  { "Eve starts SQL cells with Vault" }, 2, 0 },
	{ "u-ada connection set-default a-in", "u-ada",
	  "connection clear-default",
	  { "Ed has no default connection (Vault before)" }, 0, 2 },
	{ "u-ada connection set-default a-in", "u-ada",
	  "group remove g-in u-eve",
	  { "Eve has no default connection (Vault before)" }, 0, 1 },
	{ "u-ada connection set-default a-in", "u-ada",
	  "connection access a-in --add workspace",
	  { "Otto starts SQL cells with Vault" }, 2, 0 },
	{ NULL, "u-ed", "project rename q Loud", { NULL }, 0, 0 },
	{ NULL, "u-ed", "project share q --user u-vic --level can_view",
	  { NULL }, 0, 0 },
};

TEST(who_loses_what_is_no_level_is_told)
{
	char line[160];
	struct world w;
	size_t i, k, n;

	for (i = 0; i < COUNT_OF(tries); i++) {
		const struct tried *one = &tries[i];
		const char *text;

		world_open(&w);
		if (one->before) {
			n = strcspn(one->before, " ");
			snprintf(line, sizeof(line), "%.*s", (int)n, one->before);
			DO(&w, line, one->before + n + 1, 0, "");
		}
		snprintf(line, sizeof(line), "%s --dry-run", one->line);
		DO(&w, one->as, line, 0, "");
		text = buf_text(&w.result.changes);
		if (w.result.moved.up != one->up ||
		    w.result.moved.down != one->down)
			fail_msg("%s: %zu up, %zu down:\n%s", line,
				 w.result.moved.up, w.result.moved.down, text);
		for (k = 0; k < COUNT_OF(one->says) && one->says[k]; k++)
			if (!strstr(text, one->says[k]))
				fail_msg("%s: no \"%s\" in:\n%s", line,
					 one->says[k], text);
		snprintf(line, sizeof(line), "%s --dry-run --format json",
			 one->line);
		DO(&w, one->as, line, 0, "");
		text = buf_text(&w.result.changes);
		assert_non_null(strstr(text, "\"rights\":["));
		assert_non_null(strstr(text, "\"rights_down\":"));
		world_close(&w);
	}
}

/* ---- by chance: every bit that moves where the level stays is told ------------------- */

enum { CHANGES = 120 };

static unsigned *bits(const struct facts *facts, uint8_t *level)
{
	unsigned *out = calloc((size_t)facts->n_users * facts->n_projects + 1,
			       sizeof(*out));
	struct arena arena = { 0 };
	struct answer a;
	uint32_t u, p;

	assert_non_null(out);
	for (u = 0; u < facts->n_users; u++)
		for (p = 0; p < facts->n_projects; p++) {
			if (facts->users[u].gone || facts->projects[p].gone)
				continue;
			access_decide(facts, u, p, &arena, &a);
			out[u * facts->n_projects + p] = a.can;
			level[u * facts->n_projects + p] = (uint8_t)a.effective;
		}
	arena_release(&arena);
	return out;
}

static bool told(const struct moved *moved, enum moved_right right, uint32_t u,
		 uint32_t p)
{
	size_t i;

	for (i = 0; i < moved->n; i++)
		if (moved->v[i].right == right && moved->v[i].user == u &&
		    moved->v[i].project == p)
			return true;
	return false;
}

TEST(every_right_that_moves_without_its_level_is_told)
{
	static uint8_t before_level[1 << 16], after_level[1 << 16];
	uint32_t u, p, n_users, n_projects;
	unsigned *before, *after, moved;
	size_t said = 0;
	struct world w;
	int i;

	seed = 41;
	open_world(&w);
	take_all(&w);
	for (i = 0; i < CHANGES; i++) {
		const struct facts *facts = &w.app.facts;

		n_users = facts->n_users;
		n_projects = facts->n_projects;
		before = bits(facts, before_level);
		if (i % 5 == 0) {
			world_do(&w, "u-ada", i % 2 ?
				 "project editors-may-share q on" :
				 "project editors-may-share q off");
		} else {
			random_change(&w, i);
		}
		after = bits(facts, after_level);
		for (u = 0; u < n_users; u++)
			for (p = 0; p < n_projects; p++) {
				size_t was = (size_t)u * n_projects + p;
				size_t is = (size_t)u * facts->n_projects + p;

				if (facts->projects[p].gone || facts->users[u].gone ||
				    before_level[was] != after_level[is])
					continue;
				moved = before[was] ^ after[is];
				if (moved & 1U << CAN_SHARE) {
					assert_true(told(&w.result.moved,
							 MOVED_SHARE, u, p));
					said++;
				} else {
					assert_false(told(&w.result.moved,
							  MOVED_SHARE, u, p));
				}
			}
		free(before);
		free(after);
	}
	print_message("%zu rights to share moved\n", said);
	assert_true(said > 5);
	world_close(&w);
}

RUN(CASE(who_loses_what_is_no_level_is_told),
    CASE(every_right_that_moves_without_its_level_is_told))
