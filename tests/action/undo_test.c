/* undo_test.c: every change there and back again, and who may take it back. */
#include "tests/action/undo_world.h"

#include "action/run/run.h"
#include "action/run/what_if.h"
#include "action/undo/event_log.h"
#include "action/undo/past_words.h"

enum { LINES = 4 };

/* How each writing verb is tried.  A new verb without a line here fails. */
static const struct sample {
	const char *verb, *as;
	const char *before[LINES];	/* done first */
	const char *line;
	bool for_good;			/* says before that it cannot be undone */
} samples[] = {
	{ "connection access", "u-ada", { NULL },
	  "connection access a-in --add g-mix --add workspace --remove g-in", 0 },
	{ "connection clear-default", "u-ada", { "connection set-default a-in" },
	  "connection clear-default", 0 },
	{ "connection set-default", "u-ada", { NULL },
	  "connection set-default a-in", 0 },
	{ "connection create", "u-ada", { NULL }, "connection create Fresh "
	  "--type postgres --field host=h --field database=d "
	  "--field username=u --group g-in", 0 },
	{ "connection create", "u-ed", { NULL }, "connection create Fresh "
	  "--project q --type postgres --field host=h --field database=d "
	  "--field username=u", 0 },
	{ "connection edit", "u-ada", { NULL }, "connection edit a-in "
	  "--name Safe --field port=5433 --description Deep", 0 },
	{ "connection edit", "u-ada",
	  { "connection create Fresh --draft --type postgres" },
	  "connection edit Fresh --field host=h --field database=d "
	  "--field username=u", 0 },
	{ "connection delete", "u-ada", { NULL },
	  "connection delete a-in --yes", 1 },
	{ "connection refresh-schema", "u-ada", { NULL },
	  "connection refresh-schema a-in", 0 },
	{ "access copy", "u-ada", { NULL }, "access copy u-vin u-out --yes", 0 },
	{ "group add", "u-ada", { NULL }, "group add g-in u-out u-gus", 0 },
	{ "group create", "u-ada", { NULL }, "group create Fresh", 0 },
	{ "group delete", "u-ada",
	  { "project take-access q --yes",
	    "project share q --group g-in --level can_edit" },
	  "group delete g-in", 0 },
	{ "group remove", "u-ada", { NULL }, "group remove g-in u-ed u-vin", 0 },
	{ "group rename", "u-ada", { NULL }, "group rename g-in Inner", 0 },
	{ "package add", "u-ada", { NULL }, "package add fresh --provider pr-gh "
	  "--repository t/fresh --ref-kind branch --ref main", 0 },
	{ "package edit", "u-ada",
	  { "package add fresh --provider pr-gh --repository t/fresh "
	    "--ref-kind branch --ref main" },
	  "package edit fresh --ref-kind tag --ref v2", 0 },
	{ "package delete", "u-ada", { NULL }, "package delete a-pkg --yes", 1 },
	{ "package access", "u-ada", { NULL },
	  "package access a-pkg --add g-in --remove workspace", 0 },
	{ "provider connect", "u-ada", { NULL },
	  "provider connect gitlab --field group=acme", 0 },
	{ "provider edit", "u-ada", { NULL },
	  "provider edit pr-gh --name Hub --approval approved", 0 },
	{ "provider disconnect", "u-ada", { NULL },
	  "provider disconnect pr-gh --yes", 1 },
	{ "project archive", "u-ed", { NULL }, "project archive q", 0 },
	{ "project create", "u-ed", { NULL }, "project create Fresh", 0 },
	{ "project delete", "u-ed", { NULL }, "project delete q", 0 },
	{ "project delete", "u-ed", { NULL }, "project delete bin --yes", 1 },
	{ "project duplicate", "u-ed", { "project import q --asset a-all" },
	  "project duplicate q", 0 },
	{ "project editors-may-share", "u-ed", { NULL },
	  "project editors-may-share q off", 0 },
	{ "project import", "u-ed", { NULL },
	  "project import q --asset a-all --asset a-in", 0 },
	{ "project import-file", "u-ed", { NULL },
	  "project import-file q --files a-files --path raw/x.csv", 0 },
	{ "project remove-file", "u-ed",
	  { "project import-file q --files a-files --path raw/x.csv" },
	  "project remove-file q --path raw/x.csv", 0 },
	{ "project remove", "u-ed", { NULL }, "project remove p --asset a-in", 0 },
	{ "project rename", "u-ed", { NULL }, "project rename q Louder", 0 },
	{ "project restore", "u-ed", { NULL }, "project restore bin", 0 },
	{ "project set", "u-ed", { NULL }, "project set q --description Long "
	  "--status Completed --category A --category B", 0 },
	{ "project share", "u-ed", { NULL },
	  "project share q --user u-eve --group g-in --level can_view", 0 },
	{ "project share-web", "u-ed", { NULL }, "project share-web q can_view", 0 },
	{ "project share-workspace", "u-ed", { NULL },
	  "project share-workspace q can_view", 0 },
	{ "project take-access", "u-ada", { NULL },
	  "project take-access q --yes", 0 },
	{ "project transfer", "u-ed", { NULL }, "project transfer q u-eve", 0 },
	{ "project unarchive", "u-ed", { NULL }, "project unarchive arch", 0 },
	{ "project unshare", "u-ed", { NULL },
	  "project unshare q --user u-eve --user u-max", 0 },
	{ "files connect", "u-ada", { NULL }, "files connect Pond --type s3 "
	  "--field bucket=pond --field region=eu-west-1 "
	  "--field access_key_id=AKIA0", 0 },
	{ "files edit", "u-ada",
	  { "files connect Pond --type s3 --field bucket=pond "
	    "--field region=eu-west-1 "
	  "--field access_key_id=AKIA0" },
	  "files edit Pond --field writeback=on", 0 },
	{ "files delete", "u-ada", { NULL }, "files delete a-files --yes", 1 },
	{ "files access", "u-ada", { NULL },
	  "files access a-files --add g-in --remove workspace", 0 },
	{ "secret create", "u-ada", { NULL }, "secret create FRESH", 0 },
	{ "secret create", "u-ed", { NULL }, "secret create FRESH --project q",
	  0 },
	{ "secret edit", "u-ada", { NULL }, "secret edit a-all --name KEY", 0 },
	{ "secret edit", "u-ed", { NULL },
	  "secret edit OWN --project q --name MINE", 0 },
	{ "secret delete", "u-ada", { NULL }, "secret delete a-all --yes", 1 },
	{ "secret delete", "u-ed", { NULL },
	  "secret delete OWN --project q --yes", 1 },
	{ "secret access", "u-ada", { NULL },
	  "secret access a-all --add g-in --remove workspace", 0 },
	{ "token register", "u-ada", { NULL }, "token register Nightly --type "
	  "workspace --last-four 9f3c --scope users_read --expires 30", 0 },
	{ "token revoke", "u-ada", { "token register Nightly --type workspace "
	  "--last-four 9f3c --scope users_read --expires 30" },
	  "token revoke Nightly", 0 },
	{ "user add", "u-ada", { NULL },
	  "user add new@t.example other@t.example --role editor", 0 },
	{ "user deactivate", "u-ada", { NULL },
	  "user deactivate u-ed --transfer-to u-ben --yes", 0 },
	{ "user edit", "u-ada", { NULL },
	  "user edit u-vic --name Victor --unix-login victor", 0 },
	{ "user reactivate", "u-ada", { NULL }, "user reactivate u-off", 0 },
	{ "user role", "u-ada", { NULL }, "user role u-vic editor", 0 },
	{ "workspace plan", "u-ada", { NULL }, "workspace plan team", 0 },
	{ "workspace set", "u-ada", { NULL },
	  "workspace set --share-to-web off --api-access off "
	  "--token-max-days 30 --show-secret-values off", 0 },
};

static void before(struct world *w, const struct sample *sample)
{
	size_t i;

	for (i = 0; i < LINES && sample->before[i]; i++)
		DO(w, sample->as, sample->before[i], 0, "");
}

/* Sentences, for people: no JSON, no name of a field. */
static void in_words(const char *what, const char *text)
{
	if (strpbrk(text, "{}_") || strstr(text, "trashed") ||
	    strstr(text, "undefined") || strstr(text, "(null)"))
		fail_msg("%s says: %s", what, text);
}

/* What an event changed, as its page lists it. */
static void lines_in_words(struct world *w)
{
	struct arena arena = { 0 };
	struct event_log log;
	struct past past;
	size_t i, k;

	assert_true(event_log_load(&w->app, &arena, &log, &w->err));
	for (i = 0; i < log.n; i++) {
		if (!event_log_read(&log.v[i], &arena, &past))
			continue;
		for (k = 0; k < past.n; k++)
			in_words(log.v[i].verb, past_line(&arena, app_seen(&w->app),
							  &past.edits[k]));
	}
	arena_release(&arena);
}

static void there_and_back(const struct sample *sample)
{
	char line[32], *was, *is;
	struct world w;
	int64_t seq;

	open_world(&w);
	before(&w, sample);
	was = both_bytes(sample->line, &w);
	DO(&w, sample->as, sample->line, 0, "");
	seq = revision(&w);
	is = both_bytes(sample->line, &w);
	if (strcmp(was, is) == 0)
		fail_msg("%s changes nothing", sample->line);
	DO(&w, sample->as, "undo --dry-run", 0, "");
	is_bytes("undo --dry-run", &w, is);
	DO(&w, sample->as, "undo", 0, "");
	in_words(sample->line, w.result.message);
	is_bytes(sample->line, &w, was);
	DO(&w, sample->as, "redo", 0, "");
	in_words(sample->line, w.result.message);
	lines_in_words(&w);
	is_bytes(sample->line, &w, is);
	snprintf(line, sizeof(line), "undo %lld", (long long)seq);
	DO(&w, sample->as, line, 0, "");
	is_bytes(sample->line, &w, was);
	DO(&w, sample->as, line, 5, "STALE");
	DO(&w, "u-ada", "audit verify", 0, "");
	world_close(&w);
	free(was);
	free(is);
}

/* Without a yes it says so; done, it cannot be taken back. */
static void for_good(const struct sample *sample)
{
	char line[96], *is;
	struct world w;
	size_t n = strlen(sample->line) - strlen(" --yes");

	open_world(&w);
	before(&w, sample);
	assert_string_equal(sample->line + n, " --yes");
	snprintf(line, sizeof(line), "%.*s", (int)n, sample->line);
	DO(&w, sample->as, line, 2, "YES_NEEDED");
	assert_non_null(strstr(w.err.text, "cannot be undone"));
	DO(&w, sample->as, sample->line, 0, "");
	is = both_bytes(sample->line, &w);
	snprintf(line, sizeof(line), "undo %lld", (long long)revision(&w));
	DO(&w, sample->as, line, 5, "IRREVERSIBLE");
	/* Nothing older is taken instead. */
	DO(&w, sample->as, "undo", 5, "IRREVERSIBLE");
	is_bytes(sample->line, &w, is);
	world_close(&w);
	free(is);
}

static bool has_sample(const char *name)
{
	size_t i;

	for (i = 0; i < COUNT_OF(samples); i++)
		if (strcmp(samples[i].verb, name) == 0)
			return true;
	/* What is in no workspace file has its way back in tests/cli/requests_test. */
	return strcmp(name, "undo") == 0 || strcmp(name, "redo") == 0 ||
		strcmp(name, "access request") == 0 || strcmp(name, "access answer") == 0;
}

TEST(every_write_has_its_way_back)
{
	struct arena arena = { 0 };
	size_t n, i, missing = 0;
	const struct action *const *all = actions(&n);

	for (i = 0; i < n; i++) {
		const char *name = action_name(all[i], &arena);

		if (!(all[i]->flags & ACTION_WRITES) || has_sample(name))
			continue;
		print_error("%s: no sample in undo_test.c\n", name);
		missing++;
	}
	assert_int_equal(missing, 0);
	for (i = 0; i < COUNT_OF(samples); i++)
		if (samples[i].for_good)
			for_good(&samples[i]);
		else
			there_and_back(&samples[i]);
	arena_release(&arena);
}

/* ---- by chance ------------------------------------------------------------------------ */

enum { STEPS = 100, SEEDS = 4 };

/* What a rule refuses by hand stays (D30); nothing else may stand in the way. */
static bool is_rule(const struct world *w)
{
	static const char *const codes[] = { "ASSET_MISSING", "STATE_READ_ONLY",
		"PUBLIC_SWITCH_OFF", "LEVEL_NEEDED", "ROLE_CAP_VIEWER",
		"ROLE_CAP_EXPLORER", "DEACTIVATED", "OWNER" };
	size_t i;

	for (i = 0; i < COUNT_OF(codes); i++)
		if (strcmp(w->err.code, codes[i]) == 0)
			return true;
	print_error("undo: %s %s\n", w->err.code, w->err.text);
	return false;
}

/* Back until a rule says no; how far. */
static int back_to(struct world *w, char **was)
{
	int i = STEPS;

	while (i > 0) {
		if (world_do(w, "u-ada", "undo") != 0) {
			assert_true(is_rule(w));
			is_bytes("undo", w, was[i]);
			break;
		}
		is_bytes("undo", w, was[--i]);
	}
	return i;
}

TEST(a_hundred_changes_and_as_many_undos_as_the_rules_let)
{
	char *was[STEPS + 1];
	int i, round, undone = 0;
	struct world w;

	for (round = 1; round <= SEEDS; round++) {
		seed = (uint64_t)round * 7919;
		open_world(&w);
		take_all(&w);
		for (i = 0; i < STEPS; i++) {
			was[i] = both_bytes("before", &w);
			random_change(&w, i);
		}
		was[STEPS] = both_bytes("after", &w);
		i = back_to(&w, was);
		undone += STEPS - i;
		while (++i <= STEPS) {
			DO(&w, "u-ada", "redo", 0, "");
			is_bytes("redo", &w, was[i]);
		}
		DO(&w, "u-ada", "audit verify", 0, "");
		for (i = 0; i <= STEPS; i++)
			free(was[i]);
		world_close(&w);
	}
	print_message("%d undos and redos\n", undone);
	assert_true(undone >= STEPS / 2);
}

/* ---- what moved on ----------------------------------------------------------------------- */

TEST(what_moved_on_is_named)
{
	struct world w;

	open_world(&w);				/* event 1 */
	DO(&w, "u-ada", "user role u-vic editor", 0, "");
	DO(&w, "u-ben", "user role u-vic guest", 0, "");
	DO(&w, "u-ada", "undo", 5, "STALE");
	assert_non_null(strstr(w.err.text, "role of Vic"));
	assert_non_null(strstr(w.err.text, "Guest now, not Editor"));
	assert_non_null(strstr(w.err.text, "ben@t.example in #3"));
	assert_non_null(strstr(w.err.remedy, "undo 3"));
	/* The way out. */
	DO(&w, "u-ada", "undo 3", 0, "");
	DO(&w, "u-ada", "undo 2", 0, "");
	/* And the other way round. */
	DO(&w, "u-ben", "user role u-vic guest", 0, "");
	DO(&w, "u-ada", "redo 2", 5, "STALE");
	assert_non_null(strstr(w.err.text, "in #6"));
	world_close(&w);
}

TEST(things_that_others_use_are_not_unmade)
{
	struct world w;
	char line[96], id[64];
	uint32_t user;

	open_world(&w);
	DO(&w, "u-ada", "user add new@t.example --role editor", 0, "");
	user = facts_user_by_email(&w.app.facts, "new@t.example");
	snprintf(id, sizeof(id), "%s", w.app.facts.users[user].id);
	snprintf(line, sizeof(line), "group add g-in %s", id);
	DO(&w, "u-ben", line, 0, "");
	DO(&w, "u-ada", "undo 2", 5, "STALE");
	assert_non_null(strstr(w.err.text, "group add"));
	DO(&w, "u-ben", "undo", 0, "");
	DO(&w, "u-ada", "undo 2", 0, "");
	assert_int_equal(facts_user(&w.app.facts, id), NOBODY);
	/* The address is free, and taken when it is to come back. */
	DO(&w, "u-ben", "user add NEW@t.example --role viewer", 0, "");
	DO(&w, "u-ada", "redo 2", 5, "STALE");
	world_close(&w);
}

TEST(what_is_gone_does_not_come_back_and_is_named)
{
	struct world w;
	uint32_t group;

	open_world(&w);
	DO(&w, "u-ada", "project take-access q --yes", 0, "");
	DO(&w, "u-ed", "project share bin --user u-eve --level can_view", 3,
	   "STATE_READ_ONLY");
	DO(&w, "u-ada", "group add g-in u-max", 0, "");
	DO(&w, "u-ada", "project share q --group g-in --level can_view", 0, "");
	DO(&w, "u-ada", "group delete g-in", 0, "");
	DO(&w, "u-ada", "project delete q", 0, "");
	DO(&w, "u-ada", "project delete q --yes", 0, "");
	DO(&w, "u-ada", "undo", 5, "IRREVERSIBLE");
	assert_non_null(strstr(w.err.text, "for good"));
	DO(&w, "u-ada", "undo 5", 0, "");
	assert_non_null(strstr(world_warning(&w, "GONE"), "q"));
	group = facts_group(&w.app.facts, "g-in");
	assert_true(group != NOBODY);
	assert_int_equal(w.app.facts.groups[group].members.n, 4);
	assert_true(numbers_has(&w.app.facts.assets[facts_asset(&w.app.facts,
		"a-in")].groups, group));
	free(both_bytes("undo", &w));
	world_close(&w);
}

TEST(the_history_says_what_became_of_it)
{
	struct arena arena = { 0 };
	struct event_log log;
	struct world w;

	open_world(&w);
	DO(&w, "u-ada", "group rename g-in A", 0, "");		/* 2 */
	DO(&w, "u-ada", "undo", 0, "");				/* 3 */
	DO(&w, "u-ada", "redo", 0, "");				/* 4 */
	DO(&w, "u-ada", "undo 4", 0, "");			/* 5: of 2 */
	DO(&w, "u-ada", "undo 5", 0, "");			/* 6: a redo */
	DO(&w, "u-ada", "redo", 4, "NOTHING_TO_REDO");
	DO(&w, "u-ada", "redo 6", 5, "STALE");
	DO(&w, "u-ada", "redo 2", 5, "STALE");
	DO(&w, "u-ada", "undo", 0, "");				/* 7 */
	DO(&w, "u-ada", "undo", 4, "NOTHING_TO_UNDO");
	DO(&w, "u-ada", "undo 1", 5, "IRREVERSIBLE");
	DO(&w, "u-ada", "undo 99", 4, "");
	assert_true(event_log_load(&w.app, &arena, &log, &w.err));
	assert_string_equal(event_log_state(event_log_at(&log, 2), &arena),
			    "undone by #7");
	assert_string_equal(event_log_state(event_log_at(&log, 7), &arena),
			    "undoes #2");
	assert_string_equal(event_log_state(event_log_at(&log, 6), &arena),
			    "redoes #2");
	assert_string_equal(event_log_state(event_log_at(&log, 1), &arena),
			    "irreversible");
	DO(&w, "u-ada", "history", 0, "");
	assert_int_equal(w.result.n_rows, 7);
	assert_string_equal(w.result.cells[8], "undoes #2");
	DO(&w, "u-ada", "history --format json", 0, "");
	assert_non_null(strstr(buf_text(&w.result.json), "\"undone_by\":7"));
	assert_non_null(strstr(buf_text(&w.result.json), "\"undoes\":[2]"));
	arena_release(&arena);
	world_close(&w);
}

/* ---- who may ------------------------------------------------------------------------------- */

TEST(each_change_needs_its_right)
{
	struct world w;

	open_world(&w);
	DO(&w, "u-ada", "group rename g-in A", 0, "");			/* 2 */
	DO(&w, "u-ed", "undo 2", 4, "");		/* not for his eyes */
	DO(&w, "u-ed", "project rename q Loud", 0, "");			/* 3 */
	DO(&w, "u-vic", "undo 3", 4, "");
	DO(&w, "u-eve", "undo 3", 3, "LEVEL_NEEDED");	/* Can Edit only */
	DO(&w, "u-max", "undo 3", 0, "");		/* Full Access */
	DO(&w, "u-ed", "project share q --user u-vic --level can_view", 0, "");
	DO(&w, "u-max", "project editors-may-share q off", 0, "");
	DO(&w, "u-eve", "undo 5", 3, "SHARING_DISABLED_FOR_EDITORS");
	DO(&w, "u-ada", "undo 5", 3, "LEVEL_NEEDED");	/* takes access first */
	DO(&w, "u-off", "undo", 3, "DEACTIVATED");
	DO(&w, "u-max", "project set q --status Certified", 0, "");	/* 7 */
	DO(&w, "u-max", "project set q --status Completed", 0, "");	/* 8 */
	DO(&w, "u-ed", "undo 8", 3, "ROLE_NEEDED");	/* an endorsed one */
	world_close(&w);
}

/* D30: nobody's own change is exempt. */
TEST(ones_own_last_change_needs_its_right_too)
{
	struct world w;

	open_world(&w);
	DO(&w, "u-ben", "user role u-ben editor --yes", 0, "");	/* 2 */
	DO(&w, "u-ben", "undo", 3, "ROLE_NEEDED");
	DO(&w, "u-ada", "undo 2", 0, "");
	DO(&w, "u-eve", "project unshare q --user u-eve", 0, "");	/* 4 */
	DO(&w, "u-eve", "undo", 4, "NOT_FOUND");
	/* The last Admin stays. */
	DO(&w, "u-ada", "user role u-ben editor", 0, "");		/* 5 */
	DO(&w, "u-ada", "user role u-ben admin", 0, "");
	DO(&w, "u-ada", "user role u-ada editor --yes", 0, "");
	DO(&w, "u-ben", "undo 6", 5, "LAST_ADMIN");
	world_close(&w);
}

/* What the verb that makes the same change would refuse now, with the same code; what
 * it would warn of, warned. */
static const struct same {
	const char *plan;
	const char *steps[8];	/* "u-ed project ..."; the first is event 2 */
	const char *as, *undo, *verb;
	int status;
	const char *code;
} sames[] = {
	/* A blocked grant. */
	{ "enterprise", { "u-ed project remove p --asset a-in",
	    "u-ed project share p --user u-out --level can_edit",
	    "u-ed project unshare p --user u-out",
	    "u-ed project import p --asset a-in" },
	  "u-ed", "undo 4", "project share p --user u-out --level can_edit",
	  5, "ASSET_MISSING" },
	{ "enterprise", { "u-ed project remove p --asset a-in",
	    "u-ed project share p --user u-out --level can_edit",
	    "u-ed undo 3", "u-ed project import p --asset a-in" },
	  "u-ed", "redo 3", "project share p --user u-out --level can_edit",
	  5, "ASSET_MISSING" },
	/* A project for somebody without its asset. */
	{ "enterprise", { "u-ada project take-access p",
	    "u-ed project transfer p u-eve", "u-ada group remove g-in u-ed" },
	  "u-ada", "undo 3", "project transfer p u-ed", 5, "ASSET_MISSING" },
	{ "enterprise", { "u-ada project take-access p",
	    "u-ed project transfer p u-eve", "u-ada user role u-ed viewer" },
	  "u-ada", "undo 3", "project transfer p u-ed", 5, "ROLE_CAP_VIEWER" },
	{ "enterprise", { "u-ada project take-access p",
	    "u-ed project transfer p u-eve", "u-ada user deactivate u-ed" },
	  "u-ada", "undo 3", "project transfer p u-ed", 5, "DEACTIVATED" },
	{ "enterprise", { "u-ed project share q --user u-vic --level can_view",
	    "u-ed project unshare q --user u-vic",
	    "u-ed project transfer q u-eve", "u-eve project unshare q --user u-ed" },
	  "u-ed", "undo 3", "project share q --user u-vic --level can_view",
	  4, "NOT_FOUND" },
	/* What is put aside. */
	{ "enterprise", { "u-ed project share-workspace q can_view",
	    "u-ed project share-workspace q none", "u-ed project archive q" },
	  "u-ed", "undo 3", "project share-workspace q can_view",
	  3, "STATE_READ_ONLY" },
	{ "enterprise", { "u-ed project share q --group g-in --level can_view",
	    "u-ed project unshare q --group g-in", "u-ed project delete q" },
	  "u-max", "undo 3", "project share q --group g-in --level can_view",
	  3, "STATE_READ_ONLY" },
	{ "enterprise", { "u-ed project import q --asset a-all",
	    "u-ed project remove q --asset a-all", "u-ed project archive q" },
	  "u-ed", "undo 3", "project import q --asset a-all",
	  3, "STATE_READ_ONLY" },
	{ "enterprise", { "u-ada project take-access q", "u-ada undo 2",
	    "u-ed project archive q" },
	  "u-ada", "redo 2", "project take-access q", 3, "*" },
	/* Switches and plans. */
	{ "enterprise", { "u-ed project share-web q can_view",
	    "u-ed project share-web q none",
	    "u-ada workspace set share_to_web off" },
	  "u-ed", "undo 3", "project share-web q can_view",
	  3, "PUBLIC_SWITCH_OFF" },
	{ "enterprise", { "u-ada workspace set show_secret_values off",
	    "u-ada undo 2", "u-ada workspace plan team" },
	  "u-ada", "redo 2", "workspace set show_secret_values off",
	  3, "PLAN_LOCKED" },
	{ "enterprise", { "u-ada workspace set share_to_web off",
	    "u-ada workspace plan professional" },
	  "u-ada", "undo 2", "workspace set share_to_web on",
	  3, "PLAN_LOCKED" },
	{ "enterprise", { "u-ada connection access a-in --add g-mix",
	    "u-ada workspace plan community" },
	  "u-ada", "undo 2", "connection access a-in --remove g-mix",
	  3, "PLAN_LOCKED" },
	{ "enterprise", { "u-ada package access a-pkg --remove workspace",
	    "u-ada workspace plan professional" },
	  "u-ada", "undo 2", "package access a-pkg --add workspace",
	  3, "PLAN_LOCKED" },
	{ "enterprise", { "u-ada connection set-default a-in",
	    "u-ada workspace plan community" },
	  "u-ada", "undo 2", "connection clear-default", 3, "PLAN_LOCKED" },
	{ "enterprise", { "u-ada user role u-exp editor",
	    "u-ada workspace plan professional" },
	  "u-ada", "undo 2", "user role u-exp explorer", 3, "PLAN_LOCKED" },
	{ "enterprise", { "u-ada project take-access q",
	    "u-ada project import q --asset a-pkg",
	    "u-ada project remove q --asset a-pkg",
	    "u-ada workspace plan professional" },
	  "u-ada", "undo 4", "project import q --asset a-pkg",
	  3, "PLAN_LOCKED" },
	/* Names and logins that are taken meanwhile. */
	{ "enterprise", { "u-ada user edit u-vic --unix-login vic",
	    "u-ada user edit u-vic --unix-login vincent",
	    "u-ada user edit u-vin --unix-login vic" },
	  "u-ada", "undo 3", "user edit u-vic --unix-login vic",
	  5, "LOGIN_TAKEN" },
	{ "enterprise", { "u-ada secret edit a-all --name KEY",
	    "u-ada secret create TOKEN" },
	  "u-ada", "undo 2", "secret edit a-all --name TOKEN", 5, "NAME_TAKEN" },
	/* Who may. */
	{ "enterprise", { "u-ed project share q --user u-vic --level can_view",
	    "u-ed project editors-may-share q off" },
	  "u-eve", "undo 2", "project unshare q --user u-vic",
	  3, "SHARING_DISABLED_FOR_EDITORS" },
	{ "enterprise", { "u-ed project share q --user u-vic --level full_access" },
	  "u-eve", "undo 2", "project unshare q --user u-vic",
	  3, "LEVEL_NEEDED" },
	/* Warned of. */
	{ "enterprise", { "u-ada user role u-out viewer", "u-ada undo 2",
	    "u-ed project share q --user u-out --level full_access" },
	  "u-ada", "redo 2", "user role u-out viewer", 0, "ROLE_CAP_VIEWER" },
	{ "enterprise", { "u-ed project share q --user u-vic --level can_edit",
	    "u-ed undo 2" },
	  "u-ed", "redo 2", "project share q --user u-vic --level can_edit",
	  0, "ROLE_CAP_VIEWER" },
	{ "enterprise", { "u-ed project share q --user u-out --level can_view",
	    "u-ada user deactivate u-out" },
	  "u-ed", "undo 2", "project share q --user u-out --level can_edit",
	  0, "DEACTIVATED" },
	{ "enterprise", { "u-ada user deactivate u-ed", "u-ada undo 2" },
	  "u-ada", "redo 2", "user deactivate u-ed", 0, "STILL_OWNER" },
	{ "enterprise", { "u-ada connection set-default a-in", "u-ada undo 2" },
	  "u-ada", "redo 2", "connection set-default a-in",
	  0, "DEFAULT_NO_ACCESS" },
	{ "team", { "u-ada workspace plan enterprise" },
	  "u-ada", "undo 2", "workspace plan team", 0, "" },
	{ "professional", { "u-ada workspace plan enterprise" },
	  "u-ada", "undo 2", "workspace plan professional", 0, "PLAN_LOCKED" },
};

static void is_same(const struct same *same)
{
	char as[16], line[128], *other;
	struct world w;
	size_t i, n;
	int got;

	world_open_with(&w, same->plan, "");
	for (i = 0; i < COUNT_OF(same->steps) && same->steps[i]; i++) {
		n = strcspn(same->steps[i], " ");
		snprintf(as, sizeof(as), "%.*s", (int)n, same->steps[i]);
		DO(&w, as, same->steps[i] + n + 1, 0, "");
	}
	other = both_bytes("before", &w);
	for (i = 0; i < 2; i++) {
		snprintf(line, sizeof(line), "%s --dry-run",
			 i ? same->verb : same->undo);
		got = world_do(&w, same->as, line);
		if (got != same->status)
			fail_msg("%s: %d %s %s", line, got, w.err.code,
				 w.err.text);
		if (got && *same->code != '*' && *w.err.code &&
		    strcmp(w.err.code, same->code) != 0)
			fail_msg("%s: %s %s", line, w.err.code, w.err.text);
		if (!got && *same->code && !world_warning(&w, same->code))
			fail_msg("%s: no warning %s", line, same->code);
	}
	is_bytes("after", &w, other);
	free(other);
	world_close(&w);
}

TEST(what_the_verb_refuses_and_warns_of_undo_does_too)
{
	size_t i;

	for (i = 0; i < COUNT_OF(sames); i++)
		is_same(&sames[i]);
}

/* Nothing of an event is told to who may not see it: not its summary, not by whom it
 * was undone. */
TEST(an_event_that_may_not_be_seen_is_not_told_of)
{
	static const char *const lines[] = { "undo 2", "redo 2", "undo 3", "redo 3",
		"undo 4", "redo 4", "undo 5", "redo 5", "undo 6", "redo 6" };
	static const char *const people[] = { "u-out", "u-vic", "u-gus", "u-exp" };
	struct world w;
	size_t i, p;

	world_open(&w);
	DO(&w, "u-ada", "group rename g-in Hushed", 0, "");		/* 2 */
	DO(&w, "u-ada", "undo", 0, "");					/* 3 */
	DO(&w, "u-ed", "project rename p Hushed", 0, "");		/* 4 */
	DO(&w, "u-ed", "undo", 0, "");					/* 5 */
	DO(&w, "u-ada", "connection delete a-in --yes", 0, "");		/* 6 */
	for (p = 0; p < COUNT_OF(people); p++)
		for (i = 0; i < COUNT_OF(lines); i++) {
			DO(&w, people[p], lines[i], 4, "");
			if (strstr(w.err.text, "Hushed") ||
			    strstr(w.err.text, "ada@") || strstr(w.err.text, "ed@") ||
			    strstr(w.err.text, "Vault") || strstr(w.err.text, "undone"))
				fail_msg("%s: %s", lines[i], w.err.text);
		}
	world_close(&w);
}

/* It comes back with all its grants, or not: none is added to what is put aside. */
TEST(a_group_does_not_come_back_onto_an_archived_project)
{
	struct world w;
	char *was;

	world_open(&w);
	DO(&w, "u-ada", "group delete g-mix", 0, "");			/* 2 */
	was = both_bytes("deleted", &w);
	DO(&w, "u-ada", "undo", 3, "STATE_READ_ONLY");
	assert_non_null(strstr(w.err.text, "Archive"));
	is_bytes("undo", &w, was);
	DO(&w, "u-ed", "project unarchive arch", 0, "");
	DO(&w, "u-ada", "undo 2", 0, "");
	world_close(&w);
	free(was);
}

TEST(there_is_no_event_0)
{
	struct world w;

	world_open(&w);
	DO(&w, "u-ada", "group rename g-in A", 0, "");
	DO(&w, "u-ada", "undo 0", 4, "");
	DO(&w, "u-ada", "redo 0", 4, "");
	DO(&w, "u-ada", "undo", 0, "");
	DO(&w, "u-ada", "redo 0", 4, "");
	DO(&w, "u-ada", "redo", 0, "");
	world_close(&w);
}

/* ---- together ------------------------------------------------------------------------------- */

TEST(two_consoles_undo_each_other)
{
	struct world w, other = { .has_result = false };
	char *was;

	open_world(&w);
	app_init(&other.app, w.app.store_path);
	assert_true(app_open(&other.app, true, NULL, &other.err));
	was = both_bytes("start", &w);
	DO(&w, "u-ada", "user role u-vic editor", 0, "");		/* 2 */
	DO(&other, "u-ben", "group rename g-in A", 0, "");		/* 3 */
	/* Own ones only, although the other's is newer. */
	DO(&w, "u-ada", "undo", 0, "");
	DO(&w, "u-ada", "undo", 4, "NOTHING_TO_UNDO");
	DO(&w, "u-ada", "undo 3", 0, "");
	is_bytes("both", &w, was);
	DO(&other, "u-ben", "undo 3", 5, "STALE");
	is_bytes("both", &other, was);
	DO(&other, "u-ben", "redo 3", 0, "");
	DO(&w, "u-ada", "undo 3", 0, "");
	is_bytes("both", &w, was);
	if (other.has_result)
		result_release(&other.result);
	app_release(&other.app);
	world_close(&w);
	free(was);
}

TEST(undo_in_what_if)
{
	struct result result;
	struct world w;
	struct arena arena = { 0 };
	struct event_log log;
	char *was, *is, *now;

	open_world(&w);
	was = both_bytes("start", &w);
	DO(&w, "u-ada", "group delete g-in", 0, "");			/* 2 */
	is = both_bytes("deleted", &w);
	w.app.acting_as = NOBODY;
	what_if_begin(&w.app);
	DO(&w, "u-ada", "undo 2", 0, "");
	now = world_bytes(&w.app.facts);
	same_bytes("what-if", was, now);
	free(now);
	now = stored_bytes(&w);
	same_bytes("store", is, now);
	free(now);
	DO(&w, "u-ada", "user role u-vic editor", 0, "");
	assert_true(what_if_commit(&w.app, &result, &w.err));
	result_release(&result);
	assert_int_equal(revision(&w), 3);
	assert_true(event_log_load(&w.app, &arena, &log, &w.err));
	assert_int_equal(event_log_at(&log, 2)->undone_by, 3);
	assert_false(event_log_at(&log, 3)->turns);
	/* Both steps come back as one; what it undid is done again. */
	DO(&w, "u-ada", "undo", 0, "");
	is_bytes("undone", &w, is);
	arena_release(&arena);
	assert_true(event_log_load(&w.app, &arena, &log, &w.err));
	assert_int_equal(event_log_at(&log, 2)->undone_by, 0);
	assert_int_equal(event_log_at(&log, 3)->undone_by, 4);
	DO(&w, "u-ada", "redo", 0, "");
	assert_int_equal(revision(&w), 5);
	DO(&w, "u-ada", "user role u-vic viewer", 0, "");
	is_bytes("redone", &w, was);
	arena_release(&arena);
	world_close(&w);
	free(was);
	free(is);
}

RUN(CASE(every_write_has_its_way_back),
    CASE(a_hundred_changes_and_as_many_undos_as_the_rules_let),
    CASE(what_moved_on_is_named),
    CASE(things_that_others_use_are_not_unmade),
    CASE(what_is_gone_does_not_come_back_and_is_named),
    CASE(the_history_says_what_became_of_it),
    CASE(each_change_needs_its_right),
    CASE(ones_own_last_change_needs_its_right_too),
    CASE(what_the_verb_refuses_and_warns_of_undo_does_too),
    CASE(an_event_that_may_not_be_seen_is_not_told_of),
    CASE(a_group_does_not_come_back_onto_an_archived_project),
    CASE(there_is_no_event_0),
    CASE(two_consoles_undo_each_other),
    CASE(undo_in_what_if))
