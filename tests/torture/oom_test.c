/* oom_test.c: every allocation of our own code fails while verbs read, judge and write:
 * the program stops cleanly or refuses, and the store is as before or as after.  What
 * SQLite itself asks for fails in tests/store/memory_test.c. */
#include <sys/mman.h>
#include <unistd.h>

#include "tests/torture/act.h"

/* The linker sends malloc, calloc and realloc of the archives here. */
void *__real_malloc(size_t n);
void *__real_calloc(size_t n, size_t size);
void *__real_realloc(void *old, size_t n);
void *__wrap_malloc(size_t n);
void *__wrap_calloc(size_t n, size_t size);
void *__wrap_realloc(void *old, size_t n);

enum { STOPPED = 70, TOO_MANY = 1000000 };

static struct { bool counting, planted; long calls, at; } memory;

/* Planted: somebody does not look at what was answered, and uses it. */
static void *nothing(void)
{
	void *at;

	if (!memory.planted)
		return NULL;
	at = mmap(NULL, 1 << 20, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	return at == MAP_FAILED ? NULL : at;
}

static bool fails(void)
{
	return memory.counting && ++memory.calls == memory.at;
}

void *__wrap_malloc(size_t n)
{
	return fails() ? nothing() : __real_malloc(n);
}

void *__wrap_calloc(size_t n, size_t size)
{
	return fails() ? nothing() : __real_calloc(n, size);
}

void *__wrap_realloc(void *old, size_t n)
{
	return fails() ? nothing() : __real_realloc(old, n);
}

/* None makes ids or stamps, so that a clean run says what must be there. */
static const char *const lines[] = {
	"workspace|set|share_to_web|off", "user|role|ed@t.example|viewer",
	"project|share|p|--user|u-out|--level|can_view",
	"project|share|q|--group|g-mix|--level|can_edit", "project|unshare|p|--user|u-eve",
	"group|add|g-in|u-out", "group|rename|g-mix|Mixed",
	"group|remove|g-mix|u-vic", "user|deactivate|u-vin", "project|transfer|q|u-max", "project|archive|p",
	"access|explain|u-eve|p", "access|report", "access|project|p", "access|fixes|u-vic|p|--level|can_edit",
	"user|list", "audit|list",
	"access|preview|user|deactivate|u-ed"
};

/* Child: how many allocations, or what came of the one at `at`. */
static int in_child(const char *store, const char *line, long at, bool planted, long *calls)
{
	struct error err;
	pid_t pid = torture_fork();
	int status;

	if (pid == 0) {
		if (!freopen("/dev/null", "w", stderr))
			_exit(1);
		memory.planted = planted;
		memory.at = at;
		memory.counting = true;
		status = act(store, line, &err) ? 0 : error_exit_status(err.kind);
		memory.counting = false;
		*calls = memory.calls;
		_exit(status);
	}
	return torture_wait(pid);
}

static void copy(const char *from, const char *to)
{
	char bytes[1 << 16];
	FILE *in = fopen(from, "r"), *out = fopen(to, "w");
	size_t n;

	assert_true(in && out);
	while ((n = fread(bytes, 1, sizeof(bytes), in)) > 0)
		assert_int_equal(fwrite(bytes, 1, n, out), n);
	fclose(in);
	assert_int_equal(fclose(out), 0);
}

struct walk {
	struct place place;
	char pattern[120], wal[120];
	struct losses tally;
	char *before, *after;		/* the workspace */
	long *calls;
};

static void again(struct walk *walk)
{
	unlink(walk->wal);
	copy(walk->pattern, walk->place.store);
}

static void one_point(struct walk *walk, const char *line, long at, int want)
{
	struct error err;
	const char *why;
	char *have;
	int status;

	again(walk);
	status = in_child(walk->place.store, line, at, walk->tally.planted, walk->calls);
	walk->tally.rounds++;
	walk->tally.faults++;
	walk->tally.refusals += status != 0;
	if (status != STOPPED && status != want)
		loss(&walk->tally, "%s: allocation %ld: ended with %d", line, at, status);
	have = workspace_of(walk->place.store, &err);
	why = unsound(walk->place.store);
	if (!have || why)
		loss(&walk->tally, "%s: allocation %ld: %s", line, at, why ? why : err.text);
	else if (strcmp(have, walk->before) != 0 && strcmp(have, walk->after) != 0)
		loss(&walk->tally, "%s: allocation %ld: half done", line, at);
	else if (status == 0 && strcmp(have, walk->after) != 0)
		loss(&walk->tally, "%s: allocation %ld: not done", line, at);
	free(have);
}

static void one_line(struct walk *walk, const char *line, long points)
{
	struct error err;
	long total, at, step;
	int want;

	again(walk);
	want = in_child(walk->place.store, line, 0, false, walk->calls);
	total = *walk->calls;
	if (want == 2 || want > 5)
		fail_msg("%s: %d", line, want);
	assert_in_range(total, 20, TOO_MANY);
	walk->after = workspace_of(walk->place.store, &err);
	step = points && points < total ? total / points : 1;
	for (at = 1; at <= total && !losses_done(&walk->tally);
	     at += 1 + (step > 1 ? (at * 7919) % (2 * step - 1) : 0))
		one_point(walk, line, at, want);
	free(walk->after);
}

static void run_dry(bool planted, long points)
{
	struct walk walk = { .tally = { .what = "out of memory", .planted = planted } };
	struct error err;
	size_t i;

	walk.calls = mmap(NULL, sizeof(long), PROT_READ | PROT_WRITE,
			  MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	assert_true(walk.calls != MAP_FAILED);
	place_begin(&walk.place);
	snprintf(walk.pattern, sizeof(walk.pattern), "%s/pattern", walk.place.folder);
	snprintf(walk.wal, sizeof(walk.wal), "%s-wal", walk.place.store);
	copy(walk.place.store, walk.pattern);
	walk.before = workspace_of(walk.place.store, &err);
	for (i = 0; i < sizeof(lines) / sizeof(*lines) && !losses_done(&walk.tally); i++)
		one_line(&walk, lines[i], points);
	free(walk.before);
	place_end(&walk.place);
	losses_judge(&walk.tally);
}

TEST(each_allocation_that_fails_is_a_clean_stop)
{
	run_dry(false, torture_number("OOM_POINTS", 16));
}

TEST(an_answer_nobody_looks_at_is_found_out)
{
	run_dry(true, 20);
}

RUN(CASE(each_allocation_that_fails_is_a_clean_stop),
    CASE(an_answer_nobody_looks_at_is_found_out))
