/* memory_test.c: each allocation of SQLite fails once, or all from one on: what is
 * answered is the right answer or an error, never a shorter one. */
#include "model/workspace_file.h"
#include "tests/store/world.h"

enum { NEAR = 600 };

static struct {
	sqlite3_mem_methods real;
	long calls, fail_at;		/* 0: never */
	bool for_ever;
	long failed;
} memory;

static bool fails(void)
{
	memory.calls++;
	if (!memory.fail_at || memory.calls < memory.fail_at ||
	    (!memory.for_ever && memory.calls > memory.fail_at))
		return false;
	memory.failed++;
	return true;
}

static void *take(int n)
{
	return fails() ? NULL : memory.real.xMalloc(n);
}

static void *take_more(void *old, int n)
{
	return fails() ? NULL : memory.real.xRealloc(old, n);
}

/* Before anything else in the process asks SQLite for anything. */
static void install(void)
{
	sqlite3_mem_methods ours;

	if (memory.real.xMalloc)
		return;
	assert_int_equal(sqlite3_shutdown(), SQLITE_OK);
	assert_int_equal(sqlite3_config(SQLITE_CONFIG_GETMALLOC, &memory.real),
			 SQLITE_OK);
	ours = memory.real;
	ours.xMalloc = take;
	ours.xRealloc = take_more;
	assert_int_equal(sqlite3_config(SQLITE_CONFIG_MALLOC, &ours), SQLITE_OK);
	/* Without a reserve of its own every request comes here. */
	assert_int_equal(sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 0, 0),
			 SQLITE_OK);
	assert_int_equal(sqlite3_initialize(), SQLITE_OK);
}

static void start_failing(long at, bool for_ever)
{
	memory.calls = memory.failed = 0;
	memory.fail_at = at;
	memory.for_ever = for_ever;
}

static bool count_pair(void *ctx, const char *user, const char *project,
		       int granted, int effective)
{
	struct buf *out = ctx;

	buf_printf(out, "%s %s %d %d\n", user, project, granted, effective);
	return true;
}

/* All that can be asked of a store, as one text. */
static bool ask(const char *path, struct buf *out, struct error *err)
{
	struct store *store = store_open(path, STORE_WRITE, err);
	struct arena arena = { 0 };
	struct finding *found;
	struct event *events;
	struct facts facts;
	size_t n = 0;
	bool more, good;

	if (!store)
		return false;
	facts_init(&facts);
	good = store_load(store, &facts, err) &&
		store_events(store, 0, 0, &arena, &events, &n, &more, err);
	if (good)
		workspace_write_json(out, &facts);
	for (size_t i = 0; good && i < n; i++)
		buf_printf(out, "%lld %s %s %s %s %s %s\n",
			   (long long)events[i].seq, events[i].op_id,
			   events[i].actor, events[i].login ? events[i].login :
			   "none", events[i].verb, events[i].edits,
			   events[i].hash);
	good = good && store_second_opinion(store, count_pair, out, err) &&
		store_verify(store, &arena, &found, &n, err);
	for (size_t i = 0; good && i < n; i++)
		buf_printf(out, "%s %d %s\n", found[i].what, found[i].good,
			   found[i].detail);
	buf_printf(out, "%s %d\n", store_operator(store),
		   store_operator_ended(store));
	facts_release(&facts);
	arena_release(&arena);
	store_close(store);
	return good;
}

static void right_or_refused(bool for_ever)
{
	struct world world;
	struct error err;
	struct buf want, got;
	long at, refused = 0;

	install();
	world_open(&world);
	for (int i = 0; i < 2; i++)
		GOOD(commit_sql(world.store, "UPDATE workspace SET "
				"token_max_days = token_max_days + 1", &err));
	/* The -wal file stays, so that it is judged at each opening. */
	buf_init(&want, 1 << 20);
	buf_init(&got, 1 << 20);
	start_failing(0, false);
	GOOD(ask(world.path, &want, &err));
	/* Each of the first, then one of some. */
	for (at = 1; ; at += at < NEAR ? 1 : for_ever ? 83 : 13) {
		error_clear(&err);
		buf_reset(&got);
		start_failing(at, for_ever);
		if (ask(world.path, &got, &err)) {
			if (strcmp(buf_text(&got), buf_text(&want)) != 0)
				fail_msg("another answer at call %ld: %s", at,
					 buf_text(&got));
		} else {
			refused++;
			if (err.kind != ERROR_STORE || !*err.text ||
			    strcmp(err.code, "STORE_DAMAGED") == 0 ||
			    strcmp(err.code, "STORE_BESIDE") == 0 ||
			    strcmp(err.code, "STORE_FOREIGN") == 0)
				fail_msg("call %ld: %s %s", at, err.code,
					 err.text);
		}
		if (!memory.failed)
			break;
		assert_in_range(at, 1, 100000);
	}
	start_failing(0, false);
	print_message("%ld allocations, %ld refusals\n", at, refused);
	assert_true(refused > 100);
	buf_release(&want);
	buf_release(&got);
	world_end(&world);
}

TEST(one_allocation_fails)
{
	right_or_refused(false);
}

TEST(all_allocations_fail_from_one_on)
{
	right_or_refused(true);
}

RUN(CASE(one_allocation_fails),
    CASE(all_allocations_fail_from_one_on))
