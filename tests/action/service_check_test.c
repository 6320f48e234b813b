/* service_check_test.c: Git providers, packages and buckets are checked and listed, by a
 * courier that says what the test has laid ready. */
#include "tests/action/stand_in.h"
#include "tests/action/vault_world.h"

#include <poll.h>

#include "action/check/checking.h"
#include "action/core/accounts.h"
#include "base/clock.h"

#define COMMIT_A "4ed7209aa04d2c2a6d0c5b3f3a3d3b1f0c1e2d3a"
#define COMMIT_B "90b6f1de04d2c2a6d0c5b3f3a3d3b1f0c1e2d3a0"
#define REF(kind, name, commit) "{\"ref\":{\"kind\":\"" kind "\",\"name\":\"" name \
	"\",\"commit\":\"" commit "\"}}\n"

static struct stand_in stand;

static const char good[] = "{\"plan\":[\"connect\",\"auth\",\"account\",\"repositories\"]}\n"
	STAND_OK("connect") STAND_OK("auth") STAND_WHO("583231", "octocat")
	STAND_OK("account") STAND_OK("repositories") STAND_DONE;

static void open_with(struct vault_world *w)
{
	stand_in_open(&stand);
	stand_in_says(&stand, "verify", good);
	vault_world_open(w);
	setenv("XDG_STATE_HOME", stand.folder, 1);
	vault_world_as(w, "ada");
	TYPES(w, ada_words, ada_words);
	VAULT(w, "vault init --memory 64", 0, "");
	TYPES(w, ada_words);
	VAULT(w, "vault unlock", 0, "");
	TYPES(w, "canary-token");
	VAULT(w, "provider connect github --name hub --auth token --ask token", 0, "");
	VAULT(w, "package add utils --provider hub --repository acme/utils", 0, "");
	TYPES(w, "canary-key");
	VAULT(w, "files connect Lake --type s3 --field bucket=acme-lake --field region="
	      "eu-central-1 --field access_key_id=AKIAIOSFODNN7EXAMPLE --ask "
	      "secret_access_key", 0, "");
}

static uint32_t package(struct vault_world *w)
{
	uint32_t asset;

	assert_true(app_find_asset(&w->app, "package", "utils", &asset, &w->err));
	return asset;
}

static void over(struct vault_world *w)
{
	vault_world_close(w);
	stand_in_close(&stand);
}

static const char *json(const struct vault_world *w)
{
	return buf_text(&w->result.json);
}

#define SAYS(w, text) do { \
	if (!strstr(json(w), text)) \
		fail_msg("%s\nis not in\n%s", text, json(w)); \
} while (0)

static const char *hub_state(struct vault_world *w)
{
	return app_provider_state(&w->app, &w->app.facts.providers[0]);
}

TEST(a_provider_is_told_to_its_courier_and_kept)
{
	struct vault_world w;
	const char *letter;
	int64_t before;

	open_with(&w);
	before = w.app.facts.revision;
	assert_string_equal(hub_state(&w), "not_verified");
	VAULT(&w, "provider verify hub", 0, "");
	letter = stand_in_letter(&stand, "verify");
	assert_non_null(strstr(letter, "{\"type\":\"github\",\"timeout_ms\":30000,\"job\":\"verify\","
			       "\"ask\":{},\"fields\":{\"account\":\"hub\",\"auth\":\"token\"},"
			       "\"secrets\":{\"token\":\"canary-token\"}}"));
	SAYS(&w, "\"kind\":\"git_provider\",\"type\":\"github\",\"status\":\"ok\"");
	SAYS(&w, "\"identity\":\"octocat\"");
	SAYS(&w, "\"account\":{\"id\":\"583231\",\"login\":\"octocat\",\"of\":\"github.com/hub\"}");
	assert_false(w.result.unreached);
	assert_string_equal(hub_state(&w), "connected");
	assert_true(store_revision(w.app.store, &before, &w.err));
	assert_int_equal(before, w.app.facts.revision);
	assert_null(strstr(w.app.checks[0].answer, "canary"));
	/* What an administrator there has said is no matter for a sign-in. */
	VAULT(&w, "provider edit hub --approval approved", 0, "");
	assert_string_equal(hub_state(&w), "connected");
	VAULT(&w, "provider edit hub --field account=other", 0, "");
	assert_string_equal(hub_state(&w), "stale");
	stand_in_says(&stand, "verify", STAND_OK("connect") STAND_FAIL("auth", "auth-expired")
		      STAND_DONE);
	assert_int_equal(vault_world_do(&w, "provider verify --all"), 1);
	assert_true(w.result.failed && !w.result.unreached);
	VAULT(&w, "provider verify --all", 0, "");
	assert_true(!w.result.failed && w.result.unreached);
	assert_string_equal(hub_state(&w), "broken");
	over(&w);
}

TEST(whom_a_provider_hits)
{
	struct vault_world w;

	open_with(&w);
	VAULT(&w, "package add more --provider hub --repository acme/more", 0, "");
	vault_world_as(&w, "eve");
	VAULT(&w, "project import p --asset utils", 0, "");
	VAULT(&w, "project import p --asset more", 0, "");
	VAULT(&w, "provider verify hub", 3, "ROLE_NEEDED");
	vault_world_as(&w, "ada");
	TYPES(&w, ada_words);
	stand_in_says(&stand, "verify", STAND_FAIL("connect", "dns") STAND_DONE);
	VAULT(&w, "provider verify hub", 0, "");
	SAYS(&w, "\"hits\":{\"projects\":1,\"people\":1}");
	VAULT(&w, "provider disconnect hub --yes", 0, "");
	VAULT(&w, "package resolve more", 0, "");
	SAYS(&w, "\"reason\":\"config\"");
	SAYS(&w, "its Git provider is disconnected");
	over(&w);
}

TEST(an_account_is_known_by_its_number)
{
	struct vault_world w;

	open_with(&w);
	VAULT(&w, "provider verify hub", 0, "");
	stand_in_says(&stand, "verify", STAND_OK("connect") STAND_OK("auth")
		      STAND_WHO("99", "octocat") STAND_OK("account") STAND_DONE);
	VAULT(&w, "provider verify hub", 0, "");
	assert_true(w.result.unreached);
	SAYS(&w, "\"step\":\"account\",\"status\":\"fail\",\"reason\":\"wrong-account\"");
	SAYS(&w, "now octocat (99), before octocat (583231)");
	VAULT(&w, "provider verify hub", 0, "");	/* it does not get used to it */
	assert_true(w.result.unreached);
	stand_in_says(&stand, "verify", STAND_FAIL("connect", "dns") STAND_DONE);
	VAULT(&w, "provider verify hub", 0, "");
	SAYS(&w, "\"account\":{\"id\":\"583231\"");	/* nor does it forget */
	stand_in_says(&stand, "verify", good);
	VAULT(&w, "provider verify hub", 0, "");
	assert_false(w.result.unreached);
	over(&w);
}

/* D29: another workspace of this machine has it. */
TEST(an_account_has_one_workspace)
{
	struct vault_world w, other;

	open_with(&w);
	VAULT(&w, "provider verify hub", 0, "");
	vault_world_open(&other);
	vault_world_as(&other, "ada");
	VAULT(&other, "workspace set --name Other", 0, "");
	TYPES(&other, ada_words, ada_words);
	VAULT(&other, "vault init --memory 64", 0, "");
	TYPES(&other, "canary-token", ada_words);
	VAULT(&other, "provider connect github --name elsewhere --auth token --ask token", 0,
	      "");
	VAULT(&other, "provider verify elsewhere", 0, "");
	assert_true(other.result.unreached);
	SAYS(&other, "\"reason\":\"duplicate-account\"");
	SAYS(&other, "octocat (583231) is connected to the workspace T");
	VAULT(&w, "provider verify hub", 0, "");	/* whose it is keeps it */
	assert_false(w.result.unreached);
	VAULT(&w, "provider disconnect hub --yes", 0, "");
	VAULT(&other, "provider verify elsewhere", 0, "");
	assert_false(other.result.unreached);
	vault_world_close(&other);
	over(&w);
}

TEST(a_package_is_looked_for_where_its_provider_signs_in)
{
	struct vault_world w;
	const char *letter;

	open_with(&w);
	stand_in_says(&stand, "resolve", STAND_OK("connect") STAND_OK("auth")
		      STAND_OK("repository") STAND_OK("ref") REF("branch", "main", COMMIT_A)
		      STAND_OK("git") STAND_DONE);
	VAULT(&w, "package resolve utils --timeout 5", 0, "");
	letter = stand_in_letter(&stand, "resolve");
	assert_non_null(strstr(letter, "\"type\":\"github\",\"timeout_ms\":5000,\"job\":\"resolve\","
			       "\"ask\":{\"repository\":\"acme/utils\",\"kind\":\"branch\",\"ref\":"
			       "\"main\",\"was\":\"\"}"));
	assert_non_null(strstr(letter, "canary-token"));
	SAYS(&w, "\"ref\":{\"kind\":\"branch\",\"name\":\"main\",\"commit\":\"" COMMIT_A
	     "\",\"moved\":false");
	assert_non_null(strstr(buf_text(&w.result.text), "main @ 4ed7209"));
	/* A branch floats. */
	stand_in_says(&stand, "resolve", STAND_OK("ref") REF("branch", "main", COMMIT_B)
		      STAND_DONE);
	VAULT(&w, "package resolve utils", 0, "");
	assert_non_null(strstr(stand_in_letter(&stand, "resolve"), "\"was\":\"" COMMIT_A));
	SAYS(&w, "\"status\":\"ok\",\"reason\":null");
	stand_in_says(&stand, "resolve", STAND_FAIL("ref", "ref-not-found") STAND_DONE);
	assert_int_equal(vault_world_do(&w, "package resolve --all"), 1);
	SAYS(&w, "\"ref\":{\"kind\":\"branch\",\"name\":\"main\",\"commit\":null");
	over(&w);
}

TEST(a_tag_that_moved_warns_until_it_is_set_anew)
{
	struct vault_world w;

	open_with(&w);
	VAULT(&w, "package edit utils --ref-kind tag --ref v1", 0, "");
	stand_in_says(&stand, "resolve", STAND_OK("ref") REF("tag", "v1", COMMIT_A) STAND_DONE);
	VAULT(&w, "package resolve utils", 0, "");
	SAYS(&w, "\"moved\":false");
	stand_in_says(&stand, "resolve", STAND_OK("ref") REF("tag", "v1", COMMIT_B) STAND_DONE);
	VAULT(&w, "package resolve utils", 0, "");
	SAYS(&w, "\"status\":\"warn\",\"reason\":null");
	SAYS(&w, "\"commit\":\"" COMMIT_B "\",\"moved\":true,\"was\":\"" COMMIT_A "\"");
	assert_false(w.result.unreached || w.result.failed);
	VAULT(&w, "package resolve utils", 0, "");
	SAYS(&w, "\"moved\":true");
	VAULT(&w, "package edit utils --ref v2", 0, "");
	stand_in_says(&stand, "resolve", STAND_OK("ref") REF("tag", "v2", COMMIT_B) STAND_DONE);
	VAULT(&w, "package resolve utils", 0, "");
	SAYS(&w, "\"moved\":false");
	over(&w);
}

TEST(a_bucket_and_what_is_not_checked_yet)
{
	struct vault_world w;
	const char *letter;

	open_with(&w);
	stand_in_says(&stand, "verify", STAND_OK("connect") STAND_OK("region")
		      STAND_OK("ListBucket") STAND_OK("GetObject") STAND_DONE);
	VAULT(&w, "files verify Lake", 0, "");
	letter = stand_in_letter(&stand, "verify");
	assert_non_null(strstr(letter, "\"type\":\"s3\""));
	assert_non_null(strstr(letter, "\"writeback\":\"false\""));
	assert_non_null(strstr(letter, "\"secrets\":{\"secret_access_key\":\"canary-key\"}"));
	SAYS(&w, "\"kind\":\"file_integration\"");
	VAULT(&w, "files connect Old --type gcs --field bucket=acme-old", 0, "");
	VAULT(&w, "files verify Old", 0, "");
	SAYS(&w, "\"status\":\"skip\",\"reason\":\"no-driver\"");
	assert_false(w.result.unreached);
	VAULT(&w, "files connect New --type s3 --field bucket=acme-new --field region="
	      "eu-central-1 --field access_key_id=AKIAIOSFODNN7EXAMPLE", 0, "");
	VAULT(&w, "files verify New", 0, "");
	assert_true(w.result.unreached);
	SAYS(&w, "no value yet: Secret access key");
	over(&w);
}

TEST(what_failed_and_since_when)
{
	struct vault_world w;

	open_with(&w);
	VAULT(&w, "provider verify hub --since yesterday", 2, "VALUE_MISSING");
	VAULT(&w, "provider verify --failed", 0, "");
	SAYS(&w, "{\"checks\":[]}");
	stand_in_says(&stand, "verify", STAND_FAIL("connect", "dns") STAND_DONE);
	clock_fix(1764352800000000);			/* 2025-11-28T18:00:00Z */
	VAULT(&w, "provider verify hub", 0, "");
	clock_fix(1764439200000000);
	VAULT(&w, "provider verify hub", 0, "");
	SAYS(&w, "\"since\":\"2025-11-28T18:00:00");
	stand_in_says(&stand, "verify", "");
	(void)stand_in_letter(&stand, "verify");
	VAULT(&w, "provider verify --failed --since 2025-11-28T17:00:00Z", 0, "");
	SAYS(&w, "\"reason\":\"dns\"");
	assert_false(w.result.unreached || w.result.failed);
	assert_string_equal(stand_in_letter(&stand, "verify"), "");	/* nobody was asked */
	VAULT(&w, "provider verify --failed --since 2025-11-28T19:00:00Z", 0, "");
	SAYS(&w, "{\"checks\":[]}");
	VAULT(&w, "provider verify hub --failed --since soon", 2, "BAD_VALUE");
	stand_in_says(&stand, "verify", good);
	VAULT(&w, "provider verify hub", 0, "");
	SAYS(&w, "\"since\":null");
	clock_fix(0);
	over(&w);
}

/* ---- lists -------------------------------------------------------------------------- */

TEST(lists_are_asked_for_and_not_kept)
{
	struct vault_world w;
	const char *letter;

	open_with(&w);
	stand_in_says(&stand, "repos", STAND_OK("connect") STAND_OK("auth")
		"{\"row\":{\"id\":\"7\",\"name\":\"acme/utils\",\"default_branch\":\"main\","
		"\"private\":true}}\n" STAND_OK("list") STAND_DONE);
	VAULT(&w, "provider repos hub --filter ut", 0, "");
	assert_string_equal(json(&w), "{\"repos\":[{\"id\":\"7\",\"name\":\"acme/utils\","
			    "\"default_branch\":\"main\",\"private\":true}]}\n");
	assert_int_equal(w.result.n_rows, 1);
	assert_non_null(strstr(stand_in_letter(&stand, "repos"),
			       "\"job\":\"repos\",\"ask\":{\"filter\":\"ut\"}"));
	stand_in_says(&stand, "refs", "{\"row\":{\"kind\":\"tag\",\"name\":\"v1\",\"commit\":\""
		      COMMIT_A "\"}}\n" STAND_OK("list") STAND_DONE);
	VAULT(&w, "provider refs hub acme/utils --kind tag", 0, "");
	assert_string_equal(json(&w), "{\"refs\":[{\"kind\":\"tag\",\"name\":\"v1\",\"commit\":\""
			    COMMIT_A "\"}]}\n");
	letter = stand_in_letter(&stand, "refs");
	assert_non_null(strstr(letter, "\"ask\":{\"repository\":\"acme/utils\",\"kind\":\"tag\"}"));
	stand_in_says(&stand, "browse", "{\"row\":{\"key\":\"raw/\",\"size\":null,\"modified\":"
		      "null,\"folder\":true}}\n{\"row\":{\"key\":\"raw/x.csv\",\"size\":\"12\","
		      "\"modified\":\"2026-11-28T18:00:00Z\",\"folder\":false}}\n"
		      STAND_OK("list") STAND_DONE);
	VAULT(&w, "files browse Lake raw/", 0, "");
	assert_string_equal(json(&w), "{\"files\":[{\"key\":\"raw/\",\"size\":null,\"modified\":"
		"null,\"folder\":true},{\"key\":\"raw/x.csv\",\"size\":12,\"modified\":"
		"\"2026-11-28T18:00:00Z\",\"folder\":false}]}\n");
	assert_non_null(strstr(stand_in_letter(&stand, "browse"),
			       "\"ask\":{\"prefix\":\"raw/\"}"));
	assert_int_equal(w.app.n_checks, 0);
	over(&w);
}

TEST(a_list_that_fails_says_what_to_do)
{
	struct vault_world w;

	open_with(&w);
	stand_in_says(&stand, "repos", STAND_OK("connect") "{\"step\":\"auth\",\"status\":\"fail\","
		      "\"reason\":\"scope-missing\",\"detail\":\"repo\",\"fix\":\"Ask Maya.\"}\n"
		      STAND_DONE);
	VAULT(&w, "provider repos hub", 7, "scope-missing");
	assert_string_equal(w.err.text, "hub: The token lacks a right: repo");
	assert_string_equal(w.err.remedy, "Ask Maya.");
	stand_in_says(&stand, "repos", "");
	VAULT(&w, "provider repos hub", 7, "internal");
	/* A row that is none is no list of others. */
	stand_in_says(&stand, "repos", "{\"row\":{\"name\":\"x\"}}\n" STAND_DONE);
	VAULT(&w, "provider repos hub", 7, "internal");
	VAULT(&w, "provider refs hub acme", 2, "BAD_VALUE");
	VAULT(&w, "provider repos nowhere", 4, "NOT_FOUND");
	VAULT(&w, "provider repos hub --timeout 0", 2, "BAD_VALUE");
	VAULT(&w, "vault lock", 0, "");
	w.there = false;
	VAULT(&w, "provider repos hub", 6, "VAULT_LOCKED");
	w.there = true;
	VAULT(&w, "workspace plan professional --yes", 0, "");
	VAULT(&w, "provider repos hub", 3, "PLAN_LOCKED");
	over(&w);
}

/* A42, SECURITY 4. */
TEST(keys_open_for_admins_alone)
{
	struct vault_world w;

	open_with(&w);
	vault_world_as(&w, "eve");
	VAULT(&w, "provider repos hub", 3, "ROLE_NEEDED");
	VAULT(&w, "files browse Lake", 3, "NO_KEY");
	assert_non_null(strstr(w.err.text, "open for Admins only"));
	vault_world_as(&w, "ada");
	VAULT(&w, "project transfer p ben@t.example --yes", 3, "LEVEL_NEEDED");
	VAULT(&w, "files access Lake --remove workspace", 0, "");
	vault_world_as(&w, "eve");
	VAULT(&w, "files browse Lake", 4, "NOT_FOUND");
	over(&w);
}

/* ---- credentials that come ------------------------------------------------------------- */

/* The newest event has this. */
static void tells_of(struct vault_world *w, const char *part)
{
	int64_t newest;
	char line[64];
	size_t i;

	assert_true(store_revision(w->app.store, &newest, &w->err));
	snprintf(line, sizeof(line), "audit show %lld", (long long)newest);
	VAULT(w, line, 0, "");
	for (i = 0; i < w->result.n_rows; i++)
		if (strstr(w->result.cells[2 * i + 1], part))
			return;
	fail_msg("the newest event has no %s", part);
}

TEST(a_credential_in_the_place_of_another_is_sealed_at_once)
{
	struct vault_world w;

	open_with(&w);
	TYPES(&w, "canary-token");
	VAULT(&w, "provider connect gitlab --name lab --auth device --field client_id=c --ask "
	      "token", 0, "");
	TYPES(&w, "refresh-1");
	VAULT(&w, "provider edit lab --ask refresh_token", 0, "");
	stand_in_says(&stand, "verify", STAND_OK("connect")
		"{\"secret\":{\"field\":\"token\",\"value\":\"canary-new\"}}\n"
		"{\"secret\":{\"field\":\"refresh_token\",\"value\":\"canary-next\"}}\n"
		STAND_OK("auth") STAND_WHO("5", "lab") STAND_OK("account") STAND_DONE);
	VAULT(&w, "provider verify lab", 0, "");
	assert_false(w.result.unreached);
	assert_null(strstr(json(&w), "canary"));
	assert_null(strstr(w.app.checks[0].answer, "canary"));
	assert_string_equal(app_provider_state(&w.app, &w.app.facts.providers[1]),
			    "connected");
	(void)stand_in_letter(&stand, "verify");
	VAULT(&w, "provider verify lab", 0, "");
	assert_non_null(strstr(stand_in_letter(&stand, "verify"),
			       "\"token\":\"canary-new\",\"refresh_token\":\"canary-next\""));
	vault_world_as(&w, "ada");			/* in the store, too */
	TYPES(&w, ada_words);
	VAULT(&w, "provider verify lab", 0, "");
	assert_non_null(strstr(stand_in_letter(&stand, "verify"), "canary-new"));
	VAULT(&w, "audit verify", 0, "");
	/* The event tells which ones are others now, and nothing more. */
	tells_of(&w, "\"edit\":\"value\",\"kind\":\"provider\"");
	tells_of(&w, "\"field\":\"refresh_token\",\"value_hash\":{\"epoch\":1,\"before\":\"");
	/* No other field is there for it. */
	stand_in_says(&stand, "verify", "{\"secret\":{\"field\":\"account\",\"value\":\"x\"}}\n"
		      STAND_OK("auth") STAND_DONE);
	VAULT(&w, "provider verify lab", 0, "");
	SAYS(&w, "\"reason\":\"internal\"");
	over(&w);
}

/* A courier of a bucket or of a database is given none, whatever it says. */
TEST(only_a_git_provider_is_given_another_credential)
{
	int64_t before, after;
	struct vault_world w;

	open_with(&w);
	assert_true(store_revision(w.app.store, &before, &w.err));
	stand_in_says(&stand, "verify", STAND_OK("connect")
		"{\"secret\":{\"field\":\"token\",\"value\":\"canary-none\"}}\n" STAND_DONE);
	VAULT(&w, "files verify Lake", 0, "");
	SAYS(&w, "\"reason\":\"internal\"");
	assert_true(store_revision(w.app.store, &after, &w.err));
	assert_int_equal(after, before);
	over(&w);
}

/* Started, and not read yet. */
static void under_way(struct vault_world *w, struct checking *checking,
		      struct check_subject subject)
{
	assert_true(checking_begin(checking, &w->app, &subject, 1, false, 20000, &w->err));
	(void)checking_step(checking);
	assert_false(checking_over(checking));
}

static void to_its_end(struct vault_world *w, struct checking *checking)
{
	while (!checking_over(checking))
		if (!checking_step(checking))
			checking_wait(checking);
	assert_true(checking_keep(checking, &w->err));
	checking_release(checking);
}

/* What an old address gave is for that one, also where the answer came later than the
 * edit; and what a provider gave is that one's. */
TEST(a_credential_that_comes_late_goes_nowhere_else)
{
	struct check_subject subject;
	struct checking checking;
	struct vault_world w;

	open_with(&w);
	TYPES(&w, "canary-secret");
	VAULT(&w, "provider connect github_enterprise --name own --field url=https://git.t."
	      "example --field organization=data --field client_id=Iv1.8a --ask client_secret",
	      0, "");
	stand_in_says(&stand, "verify", STAND_OK("connect")
		"{\"secret\":{\"field\":\"token\",\"value\":\"canary-late\"}}\n"
		STAND_OK("auth") STAND_WHO("5", "own") STAND_OK("account") STAND_DONE);
	under_way(&w, &checking, (struct check_subject){ OF_PROVIDER, 1 });
	VAULT(&w, "provider edit own --field url=https://git.evil.example", 0, "");
	TYPES(&w, "canary-secret");
	VAULT(&w, "provider edit own --ask client_secret", 0, "");
	to_its_end(&w, &checking);
	(void)stand_in_letter(&stand, "verify");
	VAULT(&w, "provider verify own", 0, "");
	assert_true(w.result.unreached);
	SAYS(&w, "given for");
	assert_string_equal(stand_in_letter(&stand, "verify"), "");
	/* A package that is looked for elsewhere meanwhile. */
	stand_in_says(&stand, "resolve", STAND_OK("connect")
		"{\"secret\":{\"field\":\"token\",\"value\":\"canary-hub\"}}\n"
		STAND_OK("auth") STAND_DONE);
	subject = check_present(&w.app, OF_ASSET, seen_asset(app_seen(&w.app), package(&w))->id);
	under_way(&w, &checking, subject);
	VAULT(&w, "package edit utils --provider own", 0, "");
	to_its_end(&w, &checking);
	VAULT(&w, "provider verify hub", 0, "");
	assert_non_null(strstr(stand_in_letter(&stand, "verify"), "canary-hub"));
	over(&w);
}

/* SECURITY 3: opened on a screen, too, no value goes out. */
TEST(no_check_takes_a_value_where_rows_were_written_by_hand)
{
	struct check_subject subject = { OF_PROVIDER, 0 };
	struct checking checking;
	struct vault_world w;

	open_with(&w);
	VAULT(&w, "vault unlock", 0, "");
	vault_world_by_hand(&w, "UPDATE users SET role = 'admin' WHERE id = 'u-eve'");
	vault_world_as(&w, "ada");
	TYPES(&w, ada_words);
	VAULT(&w, "vault unlock", 1, "");
	assert_non_null(w.app.vault);
	(void)stand_in_letter(&stand, "verify");
	assert_false(checking_begin(&checking, &w.app, &subject, 1, false, 20000, &w.err));
	assert_string_equal(w.err.code, "STATE_BY_HAND");
	checking_release(&checking);
	assert_string_equal(stand_in_letter(&stand, "verify"), "");
	over(&w);
}

/* ---- signing in ------------------------------------------------------------------------- */

#define DEVICE "{\"device\":{\"user_code\":\"WDJB-MJHT\",\"verification_uri\":" \
	"\"https://github.com/login/device\",\"expires_in\":899}}\n"

static struct { char code[32]; int64_t seconds; int waits, gives_up; } seat;

static void sits(void *ctx, const char *code, const char *address, int64_t seconds)
{
	(void)ctx;
	assert_string_equal(address, "https://github.com/login/device");
	snprintf(seat.code, sizeof(seat.code), "%s", code);
	seat.seconds = seconds;
}

static bool waits(void *ctx, int fd, int64_t ms)
{
	struct pollfd polled = { fd, POLLIN, 0 };

	(void)ctx;
	if (*seat.code && seat.gives_up)
		return false;
	(void)poll(&polled, 1, (int)ms);
	return true;
}

static const struct device_face sofa = { .show = sits, .wait = waits };

TEST(a_code_is_shown_and_what_comes_is_sealed)
{
	int64_t before, revision;
	struct vault_world w;

	open_with(&w);
	memset(&seat, 0, sizeof(seat));
	w.device = &sofa;
	VAULT(&w, "provider sign-in hub", 5, "NO_SIGN_IN");
	VAULT(&w, "provider edit hub --auth device", 0, "");
	VAULT(&w, "provider sign-in hub", 5, "FIELD_MISSING");
	VAULT(&w, "provider edit hub --field client_id=Iv1.8a", 0, "");
	stand_in_says(&stand, "sign_in", STAND_OK("connect") DEVICE STAND_OK("code")
		"{\"secret\":{\"field\":\"token\",\"value\":\"canary-signed\"}}\n"
		"{\"secret\":{\"field\":\"refresh_token\",\"value\":\"canary-again\"}}\n"
		STAND_OK("wait") STAND_WHO("583231", "octocat") STAND_OK("account") STAND_DONE);
	assert_true(store_revision(w.app.store, &before, &w.err));
	VAULT(&w, "provider sign-in hub", 0, "");
	assert_string_equal(seat.code, "WDJB-MJHT");
	assert_int_equal(seat.seconds, 899);
	assert_non_null(strstr(stand_in_letter(&stand, "sign_in"),
			       "\"timeout_ms\":900000,\"job\":\"sign_in\""));
	assert_non_null(strstr(stand_in_letter(&stand, "verify"), "\"token\":\"canary-signed\","
			       "\"refresh_token\":\"canary-again\""));
	assert_non_null(strstr(buf_text(&w.result.checks), "\"login\":\"octocat\""));
	assert_string_equal(hub_state(&w), "connected");
	/* It has an event of its own. */
	assert_true(store_revision(w.app.store, &revision, &w.err));
	assert_int_equal(revision, before + 1);
	over(&w);
}

/* Two consoles renew one refresh token: whoever came second goes on with what the first
 * has kept, once. */
TEST(who_comes_second_takes_the_newer_token)
{
	struct check_subject subject = { OF_PROVIDER, 1 };
	struct checking checking;
	struct vault_world w;
	int i;

	open_with(&w);
	TYPES(&w, "canary-token");
	VAULT(&w, "provider connect gitlab --name lab --auth device --field client_id=c --ask "
	      "token", 0, "");
	TYPES(&w, "refresh-1");
	VAULT(&w, "provider edit lab --ask refresh_token", 0, "");
	stand_in_says(&stand, "verify", STAND_OK("connect") STAND_FAIL("auth", "auth-expired")
		      STAND_DONE);
	for (i = 0; i < 2; i++) {
		(void)stand_in_letter(&stand, "verify");
		assert_true(checking_begin(&checking, &w.app, &subject, 1, false, 20000, &w.err));
		assert_true(checking_step(&checking));
		if (!i) {
			TYPES(&w, "refresh-2");
			VAULT(&w, "provider edit lab --ask refresh_token", 0, "");
		}
		while (!checking_over(&checking))
			if (!checking_step(&checking))
				checking_wait(&checking);
		assert_int_equal(checking.v[0].again, !i);
		assert_string_equal(checking.v[0].check.reason, "auth-expired");
		assert_int_equal(checking.ended, 1);
		assert_non_null(strstr(stand_in_letter(&stand, "verify"),
				       "\"refresh_token\":\"refresh-2\""));
		checking_release(&checking);
	}
	over(&w);
}

static const char signed_in[] = STAND_OK("connect") DEVICE STAND_OK("code")
	"{\"secret\":{\"field\":\"token\",\"value\":\"canary-signed\"}}\n" STAND_OK("wait")
	STAND_DONE;

/* A30: Client ID and Client Secret, then authorize. */
TEST(an_enterprise_server_is_authorized_with_a_code)
{
	struct vault_world w;
	const char *letter;

	open_with(&w);
	memset(&seat, 0, sizeof(seat));
	w.device = &sofa;
	TYPES(&w, "canary-secret");
	VAULT(&w, "provider connect github_enterprise --name own --field url=https://git.t."
	      "example --field organization=data --field client_id=Iv1.8a --ask client_secret",
	      0, "");
	VAULT(&w, "provider verify own", 0, "");	/* the two belong together */
	letter = stand_in_letter(&stand, "verify");
	assert_non_null(strstr(letter, "\"url\":\"https://git.t.example\""));
	assert_non_null(strstr(letter, "\"secrets\":{\"client_secret\":\"canary-secret\"}"));
	stand_in_says(&stand, "sign_in", signed_in);
	VAULT(&w, "provider sign-in own", 0, "");
	assert_string_equal(seat.code, "WDJB-MJHT");
	assert_non_null(strstr(stand_in_letter(&stand, "verify"), "\"secrets\":{"
		"\"client_secret\":\"canary-secret\",\"token\":\"canary-signed\"}"));
	/* What was given for this server goes to no other. */
	VAULT(&w, "provider edit own --field url=https://git.evil.example", 0, "");
	VAULT(&w, "provider verify own", 0, "");
	assert_true(w.result.unreached);
	assert_string_equal(stand_in_letter(&stand, "verify"), "");
	over(&w);
}

TEST(gitlab_is_signed_in_to_with_a_code)
{
	struct vault_world w;

	open_with(&w);
	memset(&seat, 0, sizeof(seat));
	w.device = &sofa;
	VAULT(&w, "provider connect gitlab --name lab --field client_id=c1", 0, "");
	VAULT(&w, "provider verify lab", 0, "");
	SAYS(&w, "nobody has signed in yet");
	SAYS(&w, "gatehouse provider sign-in ");
	stand_in_says(&stand, "sign_in", signed_in);
	VAULT(&w, "provider sign-in lab", 0, "");
	assert_non_null(strstr(stand_in_letter(&stand, "sign_in"), "\"type\":\"gitlab\""));
	assert_non_null(strstr(stand_in_letter(&stand, "verify"), "canary-signed"));
	over(&w);
}

TEST(a_sign_in_that_comes_to_nothing)
{
	struct vault_world w;

	open_with(&w);
	memset(&seat, 0, sizeof(seat));
	VAULT(&w, "provider edit hub --auth device --field client_id=Iv1.8a", 0, "");
	VAULT(&w, "provider sign-in hub", 2, "NOBODY_THERE");
	w.device = &sofa;
	stand_in_says(&stand, "sign_in", STAND_OK("connect") DEVICE STAND_OK("code")
		      STAND_FAIL("wait", "denied-by-user") STAND_DONE);
	VAULT(&w, "provider sign-in hub", 7, "denied-by-user");
	stand_in_says(&stand, "sign_in", DEVICE);
	stand_in_put(&stand, "slow", "", 0600);
	seat.gives_up = 1;
	VAULT(&w, "provider sign-in hub", 2, "CANCELLED");
	assert_string_equal(hub_state(&w), "not_verified");
	VAULT(&w, "provider sign-in hub --timeout 4000", 2, "BAD_VALUE");
	VAULT(&w, "vault lock", 0, "");
	w.there = false;
	VAULT(&w, "provider sign-in hub", 6, "VAULT_LOCKED");
	over(&w);
}

RUN(CASE(a_provider_is_told_to_its_courier_and_kept), CASE(whom_a_provider_hits),
    CASE(an_account_is_known_by_its_number), CASE(an_account_has_one_workspace),
    CASE(a_package_is_looked_for_where_its_provider_signs_in),
    CASE(a_tag_that_moved_warns_until_it_is_set_anew),
    CASE(a_bucket_and_what_is_not_checked_yet), CASE(what_failed_and_since_when),
    CASE(lists_are_asked_for_and_not_kept), CASE(a_list_that_fails_says_what_to_do),
    CASE(keys_open_for_admins_alone),
    CASE(a_credential_in_the_place_of_another_is_sealed_at_once),
    CASE(only_a_git_provider_is_given_another_credential),
    CASE(a_credential_that_comes_late_goes_nowhere_else),
    CASE(who_comes_second_takes_the_newer_token),
    CASE(no_check_takes_a_value_where_rows_were_written_by_hand),
    CASE(a_code_is_shown_and_what_comes_is_sealed),
    CASE(an_enterprise_server_is_authorized_with_a_code),
    CASE(gitlab_is_signed_in_to_with_a_code), CASE(a_sign_in_that_comes_to_nothing))
