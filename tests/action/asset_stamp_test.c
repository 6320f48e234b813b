/* asset_stamp_test.c: who made an asset and who asked for its schema to be read anew,
 * and when; the public key of the workspace. */
#include "tests/action/verbs_world.h"

#define WHOLE "connection create New --type postgres --field host=db " \
	"--field database=d --field username=u"

static const struct fact_asset *named(struct world *w, const char *name)
{
	uint32_t i;

	for (i = 0; i < w->app.facts.n_assets; i++)
		if (!w->app.facts.assets[i].gone &&
		    strcmp(w->app.facts.assets[i].name, name) == 0)
			return &w->app.facts.assets[i];
	fail_msg("%s is not there", name);
	return NULL;
}

/* Who sits there from now on: acting as somebody else leaves that as it is. */
static void sits(struct world *w, const char *user)
{
	w->app.actor = facts_user(&w->app.facts, user);
}

/* What the store stamped is what the facts say. */
static void is_kept(struct world *w)
{
	const struct fact_asset *here, *there;
	struct facts stored;
	uint32_t i;

	world_is_stored(w);
	facts_init(&stored);
	assert_true(store_load(w->app.store, &stored, &w->err));
	for (i = 0; i < w->app.facts.n_assets; i++) {
		here = &w->app.facts.assets[i];
		if (here->gone)
			continue;
		there = &stored.assets[facts_asset(&stored, here->id)];
		assert_int_equal(here->created, there->created);
		assert_string_equal(here->created_by, there->created_by);
		assert_int_equal(here->refresh_asked, there->refresh_asked);
		assert_string_equal(here->refresh_asked_by,
				    there->refresh_asked_by);
	}
	facts_release(&stored);
}

static const char *cell(const struct result *result, size_t row, size_t column)
{
	const char *text = result->cells[row * result->n_columns + column];

	return text ? text : "";
}

static bool shows(struct world *w, const char *field, const char *value)
{
	size_t row;

	for (row = 0; row < w->result.n_rows; row++)
		if (strcmp(cell(&w->result, row, 0), field) == 0 &&
		    strstr(cell(&w->result, row, 1), value))
			return true;
	return false;
}

TEST(who_made_it_stays)
{
	struct world w;
	const struct fact_asset *asset;
	int64_t made;

	world_open(&w);
	DO(&w, "u-ada", "secret create KEY_2", 0, "");
	asset = named(&w, "KEY_2");
	made = asset->created;
	assert_true(made > 0);
	assert_string_equal(asset->created_by, "ada@t.example");
	assert_int_equal(asset->updated, made);
	is_kept(&w);
	sits(&w, "u-ben");
	DO(&w, "u-ben", "secret edit KEY_2 --description x", 0, "");
	asset = named(&w, "KEY_2");
	assert_int_equal(asset->created, made);
	assert_string_equal(asset->created_by, "ada@t.example");
	assert_string_equal(asset->updated_by, "ben@t.example");
	is_kept(&w);
	DO(&w, "u-ada", "secret show KEY_2", 0, "");
	assert_true(shows(&w, "created by", "ada@t.example"));
	assert_true(shows(&w, "updated by", "ben@t.example"));
	/* of what came without it nothing is said */
	DO(&w, "u-ada", "secret show TOKEN", 0, "");
	assert_false(shows(&w, "created by", ""));
	/* taken back and made again it is the same one */
	sits(&w, "u-ada");
	DO(&w, "u-ada", "secret create KEY_3", 0, "");
	DO(&w, "u-ada", "undo", 0, "");
	DO(&w, "u-ada", "redo", 0, "");
	assert_string_equal(named(&w, "KEY_3")->created_by, "ada@t.example");
	assert_true(named(&w, "KEY_3")->created > 0);
	assert_int_equal(named(&w, "KEY_3")->refresh_asked, 0);	/* by nobody */
	assert_string_equal(named(&w, "KEY_3")->refresh_asked_by, "");
	is_kept(&w);
	world_close(&w);
}

TEST(who_asked_for_a_refresh_is_kept)
{
	struct world w;
	const struct fact_asset *asset;

	world_open(&w);
	DO(&w, "u-ada", "connection refresh-schema Vault", 0, "");
	asset = named(&w, "Vault");
	assert_int_equal(asset->refresh_asks, 1);
	assert_true(asset->refresh_asked > 0);
	assert_string_equal(asset->refresh_asked_by, "ada@t.example");
	assert_int_equal(asset->refreshed, 0);		/* nothing was read */
	assert_string_equal(asset->status, "ok");
	is_kept(&w);
	sits(&w, "u-ben");
	DO(&w, "u-ben", "connection refresh-schema Vault", 0, "");
	assert_int_equal(named(&w, "Vault")->refresh_asks, 2);
	assert_string_equal(named(&w, "Vault")->refresh_asked_by, "ben@t.example");
	DO(&w, "u-ada", "connection show Vault", 0, "");
	assert_true(shows(&w, "refresh asked by", "ben@t.example"));
	assert_false(shows(&w, "refreshed", ""));
	DO(&w, "u-ben", "undo", 0, "");
	assert_int_equal(named(&w, "Vault")->refresh_asks, 1);
	assert_string_equal(named(&w, "Vault")->refresh_asked_by, "ada@t.example");
	is_kept(&w);
	DO(&w, "u-ada", "connection create Half --draft", 0, "");
	DO(&w, "u-ada", "connection refresh-schema Half", 5, "ASSET_DRAFT");
	world_close(&w);
}

TEST(who_may_ask_is_said_by_the_connection)
{
	struct world w;

	world_open(&w);
	DO(&w, "u-ed", "connection refresh-schema Vault", 3, "ROLE_NEEDED");
	DO(&w, "u-out", "connection refresh-schema Vault", 4, "NOT_FOUND");
	DO(&w, "u-ada", "connection edit Vault --field "
	   "schema_refresh_access=users_with_query_access", 0, "");
	sits(&w, "u-ed");
	DO(&w, "u-ed", "connection refresh-schema Vault", 0, "");
	assert_string_equal(named(&w, "Vault")->refresh_asked_by, "ed@t.example");
	DO(&w, "u-out", "connection refresh-schema Vault", 4, "NOT_FOUND");
	is_kept(&w);
	sits(&w, "u-ada");
	DO(&w, "u-ada", "workspace plan community", 0, "");
	DO(&w, "u-ada", "connection refresh-schema Vault", 3, "PLAN_LOCKED");
	world_close(&w);
}

TEST(the_public_key_is_one_and_not_the_private_one)
{
	struct world w;

	world_open(&w);
	DO(&w, "u-ada", "workspace set ssh_public_key banana", 2, "BAD_VALUE");
	DO(&w, "u-ada", "workspace set ssh_public_key ssh-rsa", 2, "BAD_VALUE");
	assert_string_equal(w.app.facts.ssh_public_key, "");
	world_close(&w);
	world_open_with(&w, "team", "\"ssh_public_key\":\"ssh-ed25519 "
			"AAAAC3NzaC1lZDI1NTE5AAAAIFdvcmtzcGFjZUtleQ hex\"");
	assert_non_null(strstr(w.app.facts.ssh_public_key, "ssh-ed25519 AAAA"));
	is_kept(&w);
	DO(&w, "u-ada", "workspace show", 0, "");
	assert_true(shows(&w, "ssh_public_key", "ssh-ed25519 AAAA"));
	DO(&w, "u-ed", "workspace show", 0, "");
	assert_false(shows(&w, "ssh_public_key", ""));
	DO(&w, "u-ada", "workspace set --ssh_public_key=", 0, "");
	assert_string_equal(w.app.facts.ssh_public_key, "");
	is_kept(&w);
	DO(&w, "u-ada", "undo", 0, "");
	assert_non_null(strstr(w.app.facts.ssh_public_key, "ssh-ed25519 AAAA"));
	is_kept(&w);
	world_close(&w);
}

/* An Editor who can edit an importing project sees the value in the product. */
TEST(who_sees_the_value_elsewhere_is_told_so)
{
	struct world w;

	world_open(&w);
	DO(&w, "u-ed", "secret show TOKEN", 0, "");
	assert_false(shows(&w, "value", ""));
	DO(&w, "u-ed", "project import q --asset TOKEN", 0, "");
	DO(&w, "u-ed", "secret show TOKEN", 0, "");
	assert_true(shows(&w, "value", "visible to you in the project"));
	DO(&w, "u-vic", "secret show TOKEN", 0, "");
	assert_false(shows(&w, "value", ""));
	DO(&w, "u-ada", "secret show TOKEN", 0, "");
	assert_true(shows(&w, "value", "no value yet"));
	assert_true(shows(&w, "seen by", "Quiet: "));
	assert_true(shows(&w, "seen by", "Ed"));
	DO(&w, "u-ada", "workspace set show_secret_values off", 0, "");
	DO(&w, "u-ed", "secret show TOKEN", 0, "");
	assert_false(shows(&w, "value", ""));
	world_close(&w);
}

RUN(CASE(who_made_it_stays), CASE(who_asked_for_a_refresh_is_kept),
    CASE(who_may_ask_is_said_by_the_connection),
    CASE(the_public_key_is_one_and_not_the_private_one),
    CASE(who_sees_the_value_elsewhere_is_told_so))
