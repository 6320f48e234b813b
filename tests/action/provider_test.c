/* provider_test.c: Git providers are connected, changed and disconnected; one account
 * a workspace, one workspace an account. */
#include "tests/action/verbs_world.h"

#include "action/core/accounts.h"
#include "model/provider.h"
#include "model/whose.h"

#define WRONG_AT(w, line, status, code_, field_) do { \
	DO(w, "u-ada", line, status, code_); \
	assert_string_equal((w)->err.field, field_); \
	assert_true((w)->err.remedy[0]); \
} while (0)

static const struct fact_record *named(const struct world *w, const char *name)
{
	uint32_t i;

	for (i = 0; i < w->app.facts.n_providers; i++)
		if (!w->app.facts.providers[i].gone &&
		    strcmp(w->app.facts.providers[i].name, name) == 0)
			return &w->app.facts.providers[i];
	return NULL;
}

TEST(each_state_has_its_words)
{
	static const struct { const char *state, *label; } v[] = {
		{ "connected", "connected" }, { "broken", "broken" },
		{ "waiting", "waiting for the other side" },
		{ "stale", "stale: checked more than a day ago, or changed since" },
		{ "", "not connected: never checked" },
	};
	size_t i;

	for (i = 0; i < sizeof(v) / sizeof(v[0]); i++)
		assert_string_equal(provider_state_label(v[i].state), v[i].label);
}

TEST(each_type_asks_for_its_fields)
{
	struct world w;

	world_open(&w);
	WRONG_AT(&w, "provider connect github --field account=a--b", 2, "BAD_VALUE",
	      "account");
	WRONG_AT(&w, "provider connect github --field account=acme --field url=x", 2,
	      "UNKNOWN_FIELD", "field");
	WRONG_AT(&w, "provider connect github_enterprise --field organization=d", 2,
	      "FIELD_MISSING", "url");
	WRONG_AT(&w, "provider connect github_enterprise --field url=http://g.x.example",
	      2, "BAD_VALUE", "url");
	WRONG_AT(&w, "provider connect bitbucket --field workspace_id=w", 2,
	      "FIELD_MISSING", "username");
	WRONG_AT(&w, "provider connect bitbucket --auth api_token --field "
	      "workspace_id=w --field email=nobody", 2, "BAD_VALUE", "email");
	WRONG_AT(&w, "provider connect gitlab --field group=/x", 2, "BAD_VALUE", "group");
	WRONG_AT(&w, "provider connect github --auth app --field account=acme", 2,
	      "FIELD_MISSING", "app_id");
	WRONG_AT(&w, "provider connect github --field token=x", 2, "SECRET_ARGUMENT", "token");
	WRONG_AT(&w, "provider connect github --field endpoint=https://api.github.com", 2,
		 "BAD_VALUE", "endpoint");
	assert_false(whose_any(&w.app.facts, OF_PROVIDER));
	/* Whose account it is may be left to the sign-in. */
	DO(&w, "u-ada", "provider connect github --auth token", 0, "");
	assert_non_null(named(&w, "GitHub"));
	DO(&w, "u-ada", "provider disconnect GitHub --yes", 0, "");
	DO(&w, "u-ada", "provider connect github --field account=acme", 0, "");
	assert_string_equal(named(&w, "acme")->config, "{\"account\":\"acme\","
			    "\"approval\":\"pending\",\"auth\":\"device\"}");
	assert_non_null(world_warning(&w, "NOT_VERIFIED"));
	assert_non_null(world_warning(&w, "APPROVAL_PENDING"));
	DO(&w, "u-ada", "provider connect github_enterprise --field "
	   "url=GIT.acme.example/x/y --field organization=data --field "
	   "client_id=Iv1.8a", 0, "");
	assert_non_null(strstr(named(&w, "data")->config,
			       "\"url\":\"https://git.acme.example\""));
	assert_non_null(world_warning(&w, "NO_VALUE"));
	DO(&w, "u-ada", "provider connect bitbucket --auth api_token --field "
	   "workspace_id=w --field email=r@x.example", 0, "");
	DO(&w, "u-ada", "provider connect gitlab --name acme/data", 0, "");
	assert_non_null(strstr(named(&w, "acme/data")->config,
			       "\"group\":\"acme/data\""));
	world_is_stored(&w);
	world_close(&w);
}

TEST(a_workspace_has_one_account)
{
	struct world w;

	world_open(&w);
	DO(&w, "u-ada", "provider connect github --field account=acme", 0, "");
	WRONG_AT(&w, "provider connect github --field account=other", 5,
	      "ACCOUNT_TAKEN", "type");
	DO(&w, "u-ada", "provider connect bitbucket --field workspace_id=a --field "
	   "username=robot", 0, "");
	WRONG_AT(&w, "provider connect bitbucket --field workspace_id=A --field "
	      "username=x", 5, "ACCOUNT_TAKEN", "type");
	DO(&w, "u-ada", "provider connect bitbucket --field workspace_id=b --field "
	   "username=robot", 0, "");
	WRONG_AT(&w, "provider edit b --field workspace_id=a", 5, "ACCOUNT_TAKEN",
	      "type");
	DO(&w, "u-ada", "provider connect gitlab --field group=acme/x", 0, "");
	WRONG_AT(&w, "provider connect gitlab --field group=y", 5, "ACCOUNT_TAKEN",
		 "type");
	DO(&w, "u-ada", "provider disconnect acme --yes", 0, "");
	DO(&w, "u-ada", "provider connect github --field account=other", 0, "");
	world_is_stored(&w);
	world_close(&w);
}

TEST(plans_and_roles_lock_it)
{
	struct world w;

	world_open_with(&w, "professional", "");
	DO(&w, "u-ada", "provider connect github --field account=a", 3, "PLAN_LOCKED");
	assert_string_equal(w.err.needs, "team");
	DO(&w, "u-ada", "workspace plan team", 0, "");
	DO(&w, "u-ed", "provider connect github --field account=a", 3, "ROLE_NEEDED");
	DO(&w, "u-ada", "provider connect github_enterprise --field url=g.x.example "
	   "--field organization=d --field client_id=c", 3, "PLAN_LOCKED");
	assert_string_equal(w.err.needs, "enterprise");
	DO(&w, "u-ada", "provider connect github --field account=a", 0, "");
	DO(&w, "u-ada", "workspace plan community --yes", 0, "");
	DO(&w, "u-ada", "provider edit a --approval approved", 3, "PLAN_LOCKED");
	DO(&w, "u-ada", "provider disconnect a --yes", 0, "");	/* D15 */
	world_is_stored(&w);
	world_close(&w);
}

TEST(approval_is_noted_and_taken_back)
{
	struct arena arena = { 0 };
	struct world w;

	world_open(&w);
	DO(&w, "u-ada", "provider connect gitlab --field group=acme", 0, "");
	assert_false(provider_approved(named(&w, "acme")->config, &arena));
	WRONG_AT(&w, "provider edit acme", 2, "", "");
	DO(&w, "u-ada", "provider edit acme --approval approved", 0, "");
	assert_true(provider_approved(named(&w, "acme")->config, &arena));
	DO(&w, "u-ada", "undo", 0, "");
	assert_false(provider_approved(named(&w, "acme")->config, &arena));
	DO(&w, "u-ada", "redo", 0, "");
	DO(&w, "u-ada", "undo", 0, "");
	DO(&w, "u-ada", "undo", 0, "");
	assert_null(named(&w, "acme"));
	DO(&w, "u-ada", "redo", 0, "");
	assert_non_null(named(&w, "acme"));
	world_is_stored(&w);
	arena_release(&arena);
	world_close(&w);
}

TEST(a_disconnection_names_what_it_hits)
{
	struct world w;

	world_open(&w);
	DO(&w, "u-ada", "provider connect github --field account=acme", 0, "");
	DO(&w, "u-ada", "package add utils --provider acme --repository acme/utils",
	   0, "");
	DO(&w, "u-eve", "project import q --asset utils", 0, "");
	DO(&w, "u-ada", "provider disconnect acme", 2, "YES_NEEDED");
	DO(&w, "u-ada", "provider disconnect acme --yes", 0, "");
	assert_non_null(strstr(world_warning(&w, "PROVIDER_USED"), "utils (1 project)"));
	assert_null(named(&w, "acme"));
	WRONG_AT(&w, "package add more --provider acme --repository a/b", 4, "NOT_FOUND",
	      "provider");
	DO(&w, "u-ada", "undo", 5, "IRREVERSIBLE");
	world_is_stored(&w);
	world_close(&w);
}

TEST(a_url_says_which_it_is)
{
	static const struct { const char *url, *code; } all[] = {
		{ "https://github.com/acme/x", "github" },
		{ "github.com/acme", "github" }, { "www.github.com", "github" },
		{ "git@github.com:acme/x.git", "github" },
		{ "https://GITHUB.com", "github" },
		{ "https://gitlab.com/acme", "gitlab" },
		{ "bitbucket.org/a/b", "bitbucket" },
		{ "https://git.acme.example/a", "github_enterprise" },
		{ "https://github.com.evil.example/a", "github_enterprise" },
		{ "nothing", NULL }, { "", NULL }, { "https://", NULL },
		{ "a b.c", NULL },
	};
	struct arena arena = { 0 };
	const struct provider_type *type;
	size_t i;

	for (i = 0; i < COUNT_OF(all); i++) {
		type = provider_of_url(all[i].url, &arena);
		assert_int_equal(type != NULL, all[i].code != NULL);
		if (type)
			assert_string_equal(type->code, all[i].code);
	}
	arena_release(&arena);
}

/* A store of the path is called so and has the account. */
static bool may_note(struct app *app, const char *path, const char *name,
		     const char *account, struct error *err)
{
	char config[100];
	struct facts facts;
	bool good;

	snprintf(config, sizeof(config), "{\"account\":\"%s\"}", account);
	app->store_path = path;
	facts_init(&facts);
	facts.name = arena_strdup(&facts.text, name);
	facts.providers = calloc(1, sizeof(*facts.providers));
	assert_non_null(facts.providers);
	facts.cap_providers = 1;
	facts.providers[facts.n_providers++] = (struct fact_record){ .id = "p",
		.name = account, .type = "github", .config = config };
	good = accounts_all_free(app, &facts, err);
	if (good)
		accounts_note(app, &facts);
	facts_release(&facts);
	return good;
}

TEST(an_account_has_one_workspace_of_this_machine)
{
	char room[] = "/tmp/gatehouse-test-XXXXXX", one[64], two[64], three[64];
	struct app app = { .store_path = NULL };
	struct error err;
	FILE *file;

	assert_non_null(mkdtemp(room));
	setenv("XDG_STATE_HOME", room, 1);
	snprintf(one, sizeof(one), "%s/one", room);
	snprintf(two, sizeof(two), "%s/two", room);
	snprintf(three, sizeof(three), "%s/three", room);
	file = fopen(one, "w");
	assert_non_null(file);
	fclose(file);
	error_clear(&err);
	assert_true(may_note(&app, one, "One", "acme", &err));
	assert_true(may_note(&app, one, "One", "acme", &err));	/* its own */
	assert_false(may_note(&app, two, "Two", "ACME", &err));
	assert_string_equal(err.code, "ACCOUNT_TAKEN");
	assert_int_equal(err.kind, ERROR_CONFLICT);
	assert_non_null(strstr(err.text, "One"));
	assert_true(may_note(&app, two, "One", "acme", &err));	/* a copy of it */
	assert_true(may_note(&app, one, "One", "other", &err));	/* free again, but */
	assert_true(unlink(one) == 0);			/* for the copy, which is */
	assert_true(may_note(&app, three, "Three", "acme", &err));	/* no more */
	app.demo = true;
	assert_true(may_note(&app, two, "Demo", "acme", &err));
	snprintf(two, sizeof(two), "%s/gatehouse/accounts.json", room);
	assert_int_equal(unlink(two), 0);
	snprintf(two, sizeof(two), "%s/gatehouse", room);
	assert_int_equal(rmdir(two), 0);
	assert_int_equal(rmdir(room), 0);
}

RUN(
    CASE(each_state_has_its_words), CASE(each_type_asks_for_its_fields),
    CASE(a_workspace_has_one_account),
    CASE(plans_and_roles_lock_it), CASE(approval_is_noted_and_taken_back),
    CASE(a_disconnection_names_what_it_hits), CASE(a_url_says_which_it_is),
    CASE(an_account_has_one_workspace_of_this_machine))
