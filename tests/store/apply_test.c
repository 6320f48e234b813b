/* apply_test.c: every kind of edit, written and loaded again, reads like the
 * facts with that edit; imports; what stays with an import. */
#include "model/workspace_file.h"
#include "tests/store/world.h"

/* The facts know neither time nor actor of an edit; the store does. */
static void forget_stamps(struct store *store)
{
	struct error err;

	GOOD(commit_sql(store, "UPDATE assets SET updated = 0, updated_by = '', "
		"created = 0, created_by = '', refresh_asked = 0, "
		"refresh_asked_by = '';"
		"UPDATE projects SET trashed = 0", &err));
}

static void expect_kept(struct world *world)
{
	forget_stamps(world->store);
	assert_same(world->store, &world->facts);
}

static struct edit edit_text(enum edit_kind kind, const char *text)
{
	struct edit edit = edit_of(kind);

	edit.text = text;
	return edit;
}

static struct edit edit_value(enum edit_kind kind, int value)
{
	struct edit edit = edit_of(kind);

	edit.value = value;
	return edit;
}

/* Fill in whom and what the sample has for this kind. */
static struct edit sample_edit(const struct facts *facts, enum edit_kind kind)
{
	struct edit edit = edit_text(kind, "new");

	edit.user = facts_user(facts, "u-ben");
	edit.group = facts_group(facts, "g-land");
	edit.asset = facts_asset(facts, "a-tide");
	edit.provider = edit.token = 0;
	edit.request = facts->n_requests ? 0 : NOBODY;
	edit.project = facts_project(facts, "p-port");
	edit.text2 = "Second";
	edit.value = 1;
	return edit;
}

static struct edit one_of(const struct facts *facts, enum edit_kind kind)
{
	struct edit edit = sample_edit(facts, kind);

	switch (kind) {
	case EDIT_PLAN:
		edit.value = PLAN_PROFESSIONAL;
		break;
	case EDIT_SETTING:
		edit.text = "token_max_days";
		edit.value = 14;
		break;
	case EDIT_DEFAULT_ASSET:
		edit.asset = NOBODY;
		break;
	case EDIT_USER_ADD:
		edit.text2 = "New@Harbour.example";
		edit.text3 = "Somebody new";
		edit.value = ROLE_EXPLORER;
		break;
	case EDIT_USER_ROLE:
		edit.value = ROLE_GUEST;
		break;
	case EDIT_USER_DELETE:
		edit.user = facts_user(facts, "u-old");	/* in nothing */
		break;
	case EDIT_USER_ACTIVE:
	case EDIT_PROJECT_EDITORS:
		edit.value = 0;
		break;
	case EDIT_ASSET_ADD:
		edit.text3 = "mysql";
		edit.text4 = "{\"host\":\"x.example\"}";
		edit.value = 0;
		break;
	case EDIT_PROVIDER_ADD:
		edit.text3 = "github";
		break;
	case EDIT_TOKEN_ADD:
		edit.text3 = "workspace";
		break;
	case EDIT_REQUEST_ADD:
		edit.text3 = "open";
		break;
	case EDIT_REQUEST_TYPE:
		edit.text = "declined";
		break;
	case EDIT_TOKEN_TYPE:
		edit.text = "workspace";
		break;
	case EDIT_PROVIDER_CONFIG:
	case EDIT_TOKEN_CONFIG:
	case EDIT_REQUEST_CONFIG:
	case EDIT_ASSET_CONFIG:
		edit.text = "{\"host\":\"other.example\"}";
		break;
	case EDIT_ASSET_STATUS:
		edit.text = "error";
		break;
	case EDIT_OWN_ADD:
		edit.text3 = "mysql";
		edit.text4 = "{\"host\":\"x.example\"}";
		edit.value = 0;
		break;
	case EDIT_OWN_NAME:
	case EDIT_OWN_TYPE:
	case EDIT_OWN_DELETE:
		edit.text = "o-1";
		break;
	case EDIT_OWN_CONFIG:
		edit.text = "o-1";
		edit.text2 = "{\"host\":\"x.example\"}";
		break;
	case EDIT_ASSET_GROUP:
		edit.group = facts_group(facts, "g-land");
		break;
	case EDIT_ASSET_BUILTIN:
		edit.value = BUILTIN_GUESTS | BUILTIN_PUBLIC;
		break;
	case EDIT_PROJECT_STATE:
		edit.value = STATE_TRASHED;
		break;
	case EDIT_PROJECT_WORKSPACE:
	case EDIT_GRANT_USER:
	case EDIT_GRANT_GROUP:
		edit.value = LEVEL_FULL_ACCESS;
		break;
	case EDIT_PROJECT_PUBLIC:
		edit.value = LEVEL_APP_ONLY;
		break;
	case EDIT_IMPORT:
		edit.asset = facts_asset(facts, "a-bare");
		break;
	default:
		break;
	}
	return edit;
}

/* No workspace file brings a request. */
static void ask(struct world *world, enum edit_kind kind)
{
	if (kind > EDIT_REQUEST_ADD && kind <= EDIT_REQUEST_DELETE)
		commit_edit(world, one_of(&world->facts, EDIT_REQUEST_ADD));
}

TEST(every_kind_of_edit_is_kept)
{
	struct world world;
	struct edit edit;

	for (int kind = 0; kind < EDIT_KINDS; kind++) {
		world_open(&world);
		ask(&world, (enum edit_kind)kind);
		edit = one_of(&world.facts, (enum edit_kind)kind);
		if (!edit_changes(&world.facts, &edit))
			fail_msg("%s changes nothing", edit_kind_name(edit.kind));
		commit_edit(&world, edit);
		expect_kept(&world);
		/* Once more, where that means something: no harm is done. */
		if (edit_changes(&world.facts, &edit) == false) {
			commit_edit(&world, edit);
			expect_kept(&world);
		}
		world_end(&world);
	}
}

TEST(what_was_put_in_can_be_taken_out)
{
	static const enum edit_kind kinds[] = {
		EDIT_MEMBER, EDIT_ASSET_GROUP, EDIT_GRANT_USER,
		EDIT_GRANT_GROUP, EDIT_IMPORT
	};
	struct world world;
	struct edit edit;

	world_open(&world);
	for (size_t i = 0; i < COUNT_OF(kinds); i++) {
		edit = one_of(&world.facts, kinds[i]);
		commit_edit(&world, edit);
		edit.value = 0;
		commit_edit(&world, edit);
		assert_same(world.store, &world.facts);
	}
	edit = edit_of(EDIT_DEFAULT_ASSET);
	commit_edit(&world, edit);
	edit.asset = facts_asset(&world.facts, "a-tide");
	commit_edit(&world, edit);
	edit = edit_text(EDIT_USER_LOGIN, "ben");
	edit.user = facts_user(&world.facts, "u-ben");
	commit_edit(&world, edit);
	edit.text = NULL;
	commit_edit(&world, edit);
	assert_same(world.store, &world.facts);
	world_end(&world);
}

TEST(all_settings_are_kept)
{
	static const char *const names[] = { "share_to_web", "api_access",
		"show_secret_values" };
	struct world world;
	struct edit edit;

	world_open(&world);
	for (size_t i = 0; i < COUNT_OF(names); i++)
		for (int on = 0; on < 2; on++) {
			edit = edit_text(EDIT_SETTING, names[i]);
			edit.value = on;
			commit_edit(&world, edit);
			assert_same(world.store, &world.facts);
		}
	world_end(&world);
}

/* A45 is the file's default; an asset made here starts with no access, and a
 * default connection goes with its asset (D18). */
TEST(a_deleted_thing_takes_what_hangs_on_it)
{
	struct world world;
	struct error err;
	struct edit edit;

	world_open(&world);
	GOOD(commit_sql(world.store, "INSERT INTO vault_values SELECT kind, '', "
			"id, 'value', 1, 1, '', 0, '', x'00' FROM assets", &err));
	edit = edit_of(EDIT_ASSET_DELETE);
	edit.asset = facts_asset(&world.facts, "a-tide");
	commit_edit(&world, edit);
	edit = edit_of(EDIT_GROUP_DELETE);
	edit.group = facts_group(&world.facts, "g-sea");
	commit_edit(&world, edit);
	edit = edit_of(EDIT_PROJECT_DELETE);
	edit.project = facts_project(&world.facts, "p-port");
	commit_edit(&world, edit);
	assert_same(world.store, &world.facts);
	assert_int_equal(number_of(world.store, "SELECT count(*) FROM workspace "
				   "WHERE default_n IS NULL"), 1);
	assert_int_equal(number_of(world.store, "SELECT count(*) FROM vault_values"),
			 2);
	assert_int_equal(number_of(world.store, "SELECT (SELECT count(*) FROM "
		"grant_users) + (SELECT count(*) FROM own_assets) + "
		"(SELECT count(*) FROM imports)"), 0);
	/* The id is free again. */
	edit = edit_text(EDIT_GROUP_ADD, "g-sea");
	edit.text2 = "Another sea";
	commit_edit(&world, edit);
	assert_same(world.store, &world.facts);
	world_end(&world);
}

TEST(a_commit_stamps_what_was_changed)
{
	struct world world;
	struct facts facts;
	struct error err;
	struct edit edit;
	const struct fact_project *project;

	world_open(&world);
	edit = edit_text(EDIT_ASSET_NAME, "Currents");
	edit.asset = facts_asset(&world.facts, "a-tide");
	commit_edit(&world, edit);
	edit = edit_value(EDIT_PROJECT_STATE, STATE_TRASHED);
	edit.project = facts_project(&world.facts, "p-port");
	commit_edit(&world, edit);
	edit = edit_value(EDIT_PROJECT_EDITORS, 0);
	edit.project = facts_project(&world.facts, "p-port");
	commit_edit(&world, edit);
	facts_init(&facts);
	GOOD(store_load(world.store, &facts, &err));
	assert_int_equal(facts.assets[0].updated, 1700000000000000);
	assert_string_equal(facts.assets[0].updated_by, "ada@harbour.example");
	assert_int_equal(facts.assets[1].updated, 0);
	project = &facts.projects[0];
	assert_int_equal(project->trashed, 1700000000000000);
	assert_int_equal(project->share_switched, 1700000000000000);
	assert_string_equal(project->share_switched_by, "ada@harbour.example");
	facts_release(&facts);
	edit = edit_value(EDIT_PROJECT_STATE, STATE_ACTIVE);
	edit.project = facts_project(&world.facts, "p-port");
	commit_edit(&world, edit);
	assert_int_equal(number_of(world.store, "SELECT sum(trashed) "
				   "FROM projects"), 0);
	world_end(&world);
}

/* Two consoles: what an edit names was deleted by the other one. */
TEST(what_is_gone_is_a_conflict)
{
	static const enum edit_kind kinds[] = {
		EDIT_PROJECT_TITLE, EDIT_PROJECT_STATE, EDIT_GRANT_USER,
		EDIT_GRANT_GROUP, EDIT_IMPORT, EDIT_OWN_ADD, EDIT_OWN_NAME,
		EDIT_OWN_CONFIG, EDIT_OWN_DELETE, EDIT_PROJECT_DELETE
	};
	struct world world;
	struct error err;
	struct edit edit;

	world_open(&world);
	GOOD(commit_sql(world.store, "DELETE FROM projects WHERE id = 'p-port'",
			&err));
	for (size_t i = 0; i < COUNT_OF(kinds); i++) {
		edit = one_of(&world.facts, kinds[i]);
		GOOD(store_begin(world.store, &err));
		assert_false(store_apply(world.store, &world.facts, &edit, &err));
		assert_int_equal(err.kind, ERROR_CONFLICT);
		assert_string_equal(err.code, "STALE");
		store_rollback(world.store);
	}
	world_end(&world);
}

TEST(an_import_replaces_all_and_keeps_sealed_values)
{
	static const char other[] =
		"{\"format\":\"gatehouse-workspace\",\"version\":1,"
		"\"workspace\":{\"name\":\"Other\",\"plan\":\"enterprise\"},"
		"\"users\":["
		/* e-mails have changed hands, the old Admin is none any more */
		"{\"id\":\"u-eve\",\"email\":\"ada@harbour.example\","
		"\"role\":\"admin\",\"unix_login\":\"eve\"},"
		"{\"id\":\"u-ada\",\"email\":\"eve@harbour.example\","
		"\"role\":\"viewer\"}],"
		"\"assets\":[{\"id\":\"a-key\",\"kind\":\"secret\","
		"\"name\":\"RENAMED\"},{\"id\":\"a-tide\",\"kind\":\"secret\","
		"\"name\":\"BUOY_KEY\"}]}";
	struct world world;
	struct file_notes notes = { 0 };
	struct event event = small_event("workspace import");
	struct error err;

	world_open(&world);
	GOOD(commit_sql(world.store, "INSERT INTO vault_values SELECT kind, '', "
			"id, 'value', 3, 1, '', 0, '', x'0102' FROM assets", &err));
	facts_release(&world.facts);
	facts_init(&world.facts);
	GOOD(workspace_read_json("other", other, strlen(other), &world.facts,
				 &notes, &err));
	GOOD(store_begin(world.store, &err));
	GOOD(store_replace(world.store, &world.facts, &err));
	GOOD(store_commit(world.store, &event, &err));
	assert_same(world.store, &world.facts);
	/* a-tide is another thing now: its value is not a secret's. */
	assert_int_equal(number_of(world.store, "SELECT count(*) FROM vault_values "
		"WHERE thing = 'a-key' AND version = 3 "
		"AND value = x'0102'"), 1);
	assert_int_equal(number_of(world.store, "SELECT count(*) FROM vault_values"),
			 1);
	assert_int_equal(revision_of(world.store), 3);
	world_end(&world);
}

TEST(an_import_leaves_out_what_is_gone)
{
	struct world world;
	struct event event = small_event("workspace import");
	struct edit edit;
	struct error err;

	world_open(&world);
	edit = edit_of(EDIT_GROUP_DELETE);
	edit.group = facts_group(&world.facts, "g-sea");
	edit_apply(&world.facts, &edit);
	edit = edit_of(EDIT_PROJECT_DELETE);
	edit.project = facts_project(&world.facts, "p-port");
	edit_apply(&world.facts, &edit);
	edit = edit_of(EDIT_ASSET_DELETE);
	edit.asset = facts_asset(&world.facts, "a-key");
	edit_apply(&world.facts, &edit);
	GOOD(store_begin(world.store, &err));
	GOOD(store_replace(world.store, &world.facts, &err));
	GOOD(store_commit(world.store, &event, &err));
	assert_same(world.store, &world.facts);
	world_end(&world);
}

TEST(a_rollback_leaves_no_trace)
{
	struct world world;
	struct facts facts;
	struct edit edit;
	struct error err;

	world_open(&world);
	read_sample(&facts);
	edit = one_of(&facts, EDIT_PROJECT_TITLE);
	edit_apply(&facts, &edit);
	GOOD(store_begin(world.store, &err));
	GOOD(store_apply(world.store, &facts, &edit, &err));
	assert_same(world.store, &facts);	/* seen from inside */
	store_rollback(world.store);
	assert_same(world.store, &world.facts);
	assert_int_equal(revision_of(world.store), 1);
	facts_release(&facts);
	world_end(&world);
}

/* Any text comes back as it was. */
TEST(strange_texts_are_kept)
{
	static const char *const texts[] = {
		"", "'; DROP TABLE users; --", "\x1b[2J\x07", "a\xcc\x81\xe2\x80\xae",
		"\xf0\x9f\x9a\xa2", "%s%n", "\r\n\t"
	};
	struct world world;
	struct facts facts;
	struct error err;
	struct edit edit;

	world_open(&world);
	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		edit = edit_text(EDIT_PROJECT_TITLE, texts[i]);
		edit.project = facts_project(&world.facts, "p-port");
		commit_edit(&world, edit);
		facts_init(&facts);
		GOOD(store_load(world.store, &facts, &err));
		assert_string_equal(facts.projects[0].title, texts[i]);
		facts_release(&facts);
	}
	world_end(&world);
}

RUN(CASE(every_kind_of_edit_is_kept),
    CASE(what_was_put_in_can_be_taken_out),
    CASE(all_settings_are_kept),
    CASE(a_deleted_thing_takes_what_hangs_on_it),
    CASE(a_commit_stamps_what_was_changed),
    CASE(what_is_gone_is_a_conflict),
    CASE(an_import_replaces_all_and_keeps_sealed_values),
    CASE(an_import_leaves_out_what_is_gone),
    CASE(a_rollback_leaves_no_trace),
    CASE(strange_texts_are_kept))
