/* asset_write_test.c: shared assets are made, changed and deleted. */
#include "tests/action/verbs_world.h"

#include "model/config.h"
#include "model/kind_types.h"

#define POSTGRES "connection create New --type postgres"
#define WHOLE POSTGRES " --field host=db --field database=d --field username=u"

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

static void open_with_providers(struct world *w, const char *plan)
{
	struct buf text;

	buf_init(&text, 1 << 20);
	buf_printf(&text, "{\"format\":\"gatehouse-workspace\",\"version\":1,"
		   "\"workspace\":{\"name\":\"T\",\"plan\":\"%s\"},"
		   "\"providers\":[{\"id\":\"pr-a\",\"type\":\"github\",\"name\":\"acme\"},"
		   "{\"id\":\"pr-b\",\"type\":\"gitlab\",\"name\":\"twin\"},"
		   "{\"id\":\"pr-c\",\"type\":\"bitbucket\",\"name\":\"twin\"},"
		   "{\"id\":\"pr-e\",\"type\":\"github_enterprise\",\"name\":\"corp\"}],"
		   WORLD_USERS "," WORLD_REST "}", plan);
	world_open_text(w, buf_text(&text));
	buf_release(&text);
}

/* ---- connections ------------------------------------------------------------- */

TEST(a_connection_is_made_with_its_fields_and_shared_with_the_workspace)
{
	struct world w;
	const struct fact_asset *asset;

	world_open(&w);
	DO(&w, "u-ada", WHOLE " --field writeback=on --description Orders", 0, "");
	asset = named(&w, "New");
	assert_string_equal(asset->type, "postgres");
	assert_string_equal(asset->config,
			    "{\"auth\":\"password\",\"database\":\"d\","
			    "\"host\":\"db\",\"port\":\"5432\","
			    "\"username\":\"u\",\"writeback\":true}");
	assert_string_equal(asset->status, "untested");
	assert_string_equal(asset->description, "Orders");
	assert_int_equal(asset->builtin, BUILTIN_WORKSPACE);	/* A45 */
	assert_int_equal(asset->groups.n, 0);
	assert_non_null(strstr(world_warning(&w, "NO_VALUE"), "Password"));
	world_is_stored(&w);
	world_close(&w);
}

TEST(it_is_shared_with_the_groups_named_or_nobody)
{
	struct world w;
	const struct fact_asset *asset;

	world_open(&w);
	DO(&w, "u-ada", WHOLE " --group In --group workspace_guests", 0, "");
	asset = named(&w, "New");
	assert_int_equal(asset->builtin, BUILTIN_GUESTS);
	assert_int_equal(asset->groups.n, 1);
	DO(&w, "u-ada", "secret create S --nobody", 0, "");	/* D20 */
	assert_int_equal(named(&w, "S")->builtin, 0);
	assert_non_null(strstr(w.result.message, "Admins only"));
	WRONG(&w, "u-ada", "secret create R --nobody --group In", 2, "BOTH",
	      "nobody");
	WRONG(&w, "u-ada", "secret create R --group Out", 4, "NOT_FOUND",
	      "group");
	world_is_stored(&w);
	world_close(&w);
}

TEST(each_wrong_field_is_named)
{
	struct world w;
	char line[400];

	world_open(&w);
	WRONG(&w, "u-ada", "connection create New", 2, "FIELD_MISSING", "type");
	WRONG(&w, "u-ada", POSTGRES, 2, "FIELD_MISSING", "host");
	WRONG(&w, "u-ada", POSTGRES " --field host=db --field username=u", 2,
	      "FIELD_MISSING", "database");
	WRONG(&w, "u-ada", WHOLE " --field auth=certificate", 2, "FIELD_MISSING",
	      "certificate");
	WRONG(&w, "u-ada", WHOLE " --field auth=iam_role", 2, "BAD_VALUE", "auth");
	WRONG(&w, "u-ada", WHOLE " --field port=65536", 2, "BAD_VALUE", "port");
	WRONG(&w, "u-ada", WHOLE " --field ssh_port=0", 2, "BAD_VALUE", "ssh_port");
	WRONG(&w, "u-ada", WHOLE " --field writeback=maybe", 2, "BAD_VALUE",
	      "writeback");
	WRONG(&w, "u-ada", WHOLE " --field account=x", 2, "UNKNOWN_FIELD", "field");
	WRONG(&w, "u-ada", WHOLE " --field nonsense=x", 2, "UNKNOWN_FIELD",
	      "field");
	assert_non_null(strstr(w.err.remedy, "host, port, database"));
	WRONG(&w, "u-ada", WHOLE " --field host", 2, "BAD_VALUE", "field");
	WRONG(&w, "u-ada", WHOLE " --field password=x", 2, "SECRET_ARGUMENT", "password");
	WRONG(&w, "u-ada", WHOLE " --name x", 2, "UNKNOWN_OPTION", "");
	snprintf(line, sizeof(line), "connection create %0201d --draft", 0);
	WRONG(&w, "u-ada", line, 2, "NAME_INVALID", "name");
	assert_int_equal(w.app.facts.n_assets, 3);
	world_close(&w);
}

TEST(a_draft_needs_little_and_is_finished_later)
{
	struct world w;

	world_open(&w);
	DO(&w, "u-ada", "connection create New --draft", 0, "");
	assert_string_equal(named(&w, "New")->status, "draft");
	assert_non_null(strstr(world_warning(&w, "DRAFT"), "Type"));
	DO(&w, "u-ada", "connection set-default New", 5, "ASSET_DRAFT");
	DO(&w, "u-ada", "connection edit New --type mysql --field host=h", 0, "");
	assert_string_equal(named(&w, "New")->status, "draft");
	assert_string_equal(world_warning(&w, "DRAFT"),
			    "a draft: still missing Database and Username");
	/* A draft changes its type; what the new one lacks goes. */
	DO(&w, "u-ada", "connection edit New --type motherduck", 0, "");
	assert_null(strstr(named(&w, "New")->config, "host"));
	assert_string_equal(named(&w, "New")->status, "untested");
	WRONG(&w, "u-ada", "connection edit New --type mysql", 5, "TYPE_FIXED",
	      "type");
	DO(&w, "u-ada", "connection edit New --type mysql --draft", 0, "");
	assert_string_equal(named(&w, "New")->status, "draft");
	DO(&w, "u-ada", "connection edit New --field host=h --field database=d "
	   "--field username=u", 0, "");
	assert_string_equal(named(&w, "New")->status, "untested");
	assert_non_null(strstr(named(&w, "New")->config, "\"port\":\"3306\""));
	world_is_stored(&w);
	world_close(&w);
}

TEST(an_edit_changes_what_is_named)
{
	struct world w;
	const struct fact_asset *vault;

	world_open(&w);
	vault = named(&w, "Vault");
	DO(&w, "u-ada", "connection edit Vault --field writeback=on", 0, "");
	assert_string_equal(vault->config, "{\"host\":\"h\",\"writeback\":true}");
	assert_string_equal(vault->status, "ok");
	DO(&w, "u-ada", "connection edit a-in --name Safe --field host=i "
	   "--description New", 0, "");
	vault = named(&w, "Safe");
	assert_string_equal(vault->status, "untested");
	assert_string_equal(vault->description, "New");
	/* What it came without it goes on without; what it had stays. */
	WRONG(&w, "u-ada", "connection edit a-in --field host=", 2,
	      "FIELD_MISSING", "host");
	assert_string_equal(w.err.text, "missing: Host");
	DO(&w, "u-ada", "connection edit a-in --field port=1 --field port=", 0, "");
	DO(&w, "u-ada", "connection edit a-in --field port=77", 0, "");
	DO(&w, "u-ada", "connection edit a-in --field port=", 0, "");
	assert_non_null(strstr(named(&w, "Safe")->config, "\"5432\""));
	DO(&w, "u-ada", "connection edit a-in --name Safe", 0, "");
	assert_int_equal(w.result.event, 0);
	assert_string_equal(w.result.message, "Nothing had to change.");
	DO(&w, "u-ada", "connection edit a-in", 2, "");
	DO(&w, "u-ada", "connection edit a-all --name x", 4, "NOT_FOUND");
	world_is_stored(&w);
	world_close(&w);
}

TEST(the_default_is_no_draft_and_names_may_be_double)
{
	struct world w;

	world_open(&w);
	DO(&w, "u-ada", "connection set-default Vault", 0, "");
	WRONG(&w, "u-ada", "connection edit Vault --draft", 5, "ASSET_DEFAULT",
	      "draft");
	DO(&w, "u-ada", "connection create vault --draft", 0, "");
	assert_non_null(strstr(world_warning(&w, "NAME_DUPLICATE"), "a-in"));
	DO(&w, "u-ada", "connection edit a-in --description x", 0, "");
	assert_null(world_warning(&w, "NAME_DUPLICATE"));
	world_close(&w);
}

/* Every type: with all it requires it is made; without any one of that it is not,
 * and the error names it. */
static void walk(struct world *w, const struct kind_type *type, const char *verb,
		 const char *auth, const char *without)
{
	const struct kind_need *need;
	char line[500];
	int n;

	n = snprintf(line, sizeof(line), "%s T --type %s", verb, type->code);
	if (auth)
		n += snprintf(line + n, sizeof(line) - (size_t)n,
			      " --field auth=%s", auth);
	for (need = type->needs; need->field; need++) {
		const struct kind_field *field = kind_field(
			kind_at(strncmp(verb, "files", 5) == 0 ? 3 : 0),
			need->field);

		if (!need->required || need->initial || field->secret || need->by ||
		    (need->when && (!auth || strcmp(need->when, auth) != 0)) ||
		    (without && strcmp(without, need->field) == 0))
			continue;
		n += snprintf(line + n, sizeof(line) - (size_t)n,
			      " --field %s=%s", need->field,
			      kind_value_type(field, need)->like ?
			      kind_value_type(field, need)->like : "x");
	}
	if (without) {
		WRONG(w, "u-ada", line, 2, "FIELD_MISSING", without);
		return;
	}
	DO(w, "u-ada", line, 0, "");
	assert_string_equal(named(w, "T")->type, type->code);
	assert_string_equal(named(w, "T")->status, "untested");
	for (need = type->needs; need->field; need++)
		if (need->required && need->initial && !need->by &&
		    strcmp(need->field, "auth"))
			assert_non_null(strstr(named(w, "T")->config,
					       need->initial));
	world_is_stored(w);
	DO(w, "u-ada", strncmp(verb, "files", 5) == 0 ?
	   "files delete T --yes" : "connection delete T --yes", 0, "");
}

static void walk_type(struct world *w, const struct asset_kind *kind,
		      const struct kind_type *type, const char *verb)
{
	const struct kind_need *auths = kind_need_ever(type, "auth"), *need;
	static const char *const none[] = { NULL, NULL };
	const char *const *auth = auths ? auths->choices : none;

	do {
		walk(w, type, verb, *auth, NULL);
		for (need = type->needs; need->field; need++)
			if (need->required && !need->initial && !need->by &&
			    !kind_field(kind, need->field)->secret &&
			    (!need->when || (*auth &&
					     strcmp(need->when, *auth) == 0)))
				walk(w, type, verb, *auth, need->field);
	} while (*auth && *++auth);
}

TEST(every_type_asks_for_its_fields)
{
	static const char *const nouns[][2] = {
		{ "connection", "connection create" },
		{ "files", "files connect" }
	};
	const struct asset_kind *kind;
	struct world w;
	size_t i, at, n = 0;
	const struct kind_type *type;

	world_open(&w);
	for (i = 0; i < COUNT_OF(nouns); i++) {
		assert_true(kind_find(nouns[i][0], &at));
		kind = kind_at(at);
		for (type = kind->forms; type->code; type++, n++)
			walk_type(&w, kind, type, nouns[i][1]);
	}
	assert_int_equal(n, 22);
	world_close(&w);
}

/* ---- secrets ------------------------------------------------------------------- */

TEST(secrets_obey_the_rule_of_names)
{
	static const char *const bad[] = { "1A", "A-B", "hex_x", "while", "A.B" };
	char line[200];
	struct world w;
	size_t i;

	world_open(&w);
	DO(&w, "u-ada", "secret create KEY_2 --description x", 0, "");
	assert_non_null(strstr(world_warning(&w, "NO_VALUE"), "Value"));
	for (i = 0; i < COUNT_OF(bad); i++) {
		snprintf(line, sizeof(line), "secret create %s", bad[i]);
		WRONG(&w, "u-ada", line, 2, "NAME_INVALID", "name");
		snprintf(line, sizeof(line), "secret edit KEY_2 --name %s", bad[i]);
		WRONG(&w, "u-ada", line, 2, "NAME_INVALID", "name");
	}
	WRONG(&w, "u-ada", "secret create TOKEN", 5, "NAME_TAKEN", "name");
	DO(&w, "u-ada", "secret create Token", 0, "");	/* case counts */
	WRONG(&w, "u-ada", "secret edit KEY_2 --name TOKEN", 5, "NAME_TAKEN",
	      "name");
	/* Also among what an importing project has of its own. */
	DO(&w, "u-ed", "project import q --asset KEY_2", 0, "");
	WRONG(&w, "u-ada", "secret edit KEY_2 --name OWN", 5, "NAME_TAKEN", "name");
	assert_non_null(strstr(w.err.text, "Quiet"));
	DO(&w, "u-ada", "secret edit KEY_2 --name KEY_3", 0, "");
	assert_string_equal(named(&w, "KEY_3")->description, "x");
	world_is_stored(&w);
	world_close(&w);
}

/* As a file of PEM is pasted; and not where a name stands. */
TEST(a_field_of_lines_takes_them_whole)
{
	struct world w;

	world_open(&w);
	DO(&w, "u-ada", "connection create R --type redshift --field host=h --field "
	   "database=d --field auth=certificate --field username=u --field "
	   "certificate=one\r\ntwo\n --field certificate=three", 0, "");
	assert_non_null(strstr(named(&w, "R")->config,
			       "\"certificate\":\"one\\ntwo\\nthree\""));
	WRONG(&w, "u-ada", "connection edit R --field host=a\nb", 2, "BAD_TEXT", "host");
	WRONG(&w, "u-ada", "connection edit R --field certificate=a\vb", 2, "BAD_TEXT",
	      "field");
	world_is_stored(&w);
	world_close(&w);
}

/* ---- packages -------------------------------------------------------------------- */

TEST(a_package_has_a_provider_a_repository_and_a_ref)
{
	struct world w;
	const struct fact_asset *asset;

	open_with_providers(&w, "team");
	DO(&w, "u-ada", "package add utils --provider ACME --repository acme/utils "
	   "--install-commands a --install-commands b --group In", 0, "");
	asset = named(&w, "utils");
	assert_string_equal(asset->config, "{\"install_commands\":\"a\\nb\","
		"\"provider\":\"pr-a\",\"ref\":\"main\",\"ref_kind\":\"branch\","
		"\"repository\":\"acme/utils\"}");
	WRONG(&w, "u-ada", "package add x --repository a/b", 2, "FIELD_MISSING",
	      "provider");
	WRONG(&w, "u-ada", "package add x --provider acme", 2, "FIELD_MISSING",
	      "repository");
	WRONG(&w, "u-ada", "package add x --provider nope --repository a/b", 4,
	      "NOT_FOUND", "provider");
	WRONG(&w, "u-ada", "package add x --provider twin --repository a/b", 2,
	      "NAME_AMBIGUOUS", "provider");
	DO(&w, "u-ada", "package add x --provider pr-e --repository a/b", 3,
	   "PLAN_LOCKED");
	assert_string_equal(w.err.needs, "enterprise");	/* A25 */
	WRONG(&w, "u-ada", "package edit utils --ref-kind commit --ref main", 2,
	      "BAD_VALUE", "ref");
	WRONG(&w, "u-ada", "package edit utils --ref a:b", 2, "BAD_VALUE", "ref");
	DO(&w, "u-ada", "package edit utils --ref-kind commit --ref 0a1b2c3", 0, "");
	DO(&w, "u-ada", "package edit utils --provider pr-c --install-commands c",
	   0, "");
	assert_non_null(strstr(named(&w, "utils")->config,
			       "{\"install_commands\":\"c\",\"provider\":\"pr-c\""));
	WRONG(&w, "u-ada", "package edit utils --repository=", 2, "FIELD_MISSING",
	      "repository");
	DO(&w, "u-ada", "package delete utils --yes", 0, "");
	world_is_stored(&w);
	world_close(&w);
}

/* ---- files ------------------------------------------------------------------------ */

TEST(writeback_of_a_bucket_says_what_it_takes)
{
	struct world w;

	world_open_with(&w, "professional", "");
	DO(&w, "u-ada", "files connect Lake --type s3 --field bucket=lake "
	   "--field region=eu-west-1 --field access_key_id=k", 0, "");
	assert_null(world_warning(&w, "WRITEBACK"));
	assert_non_null(strstr(world_warning(&w, "NO_VALUE"),
			       "Secret access key"));
	DO(&w, "u-ada", "files edit Lake --field writeback=on", 0, "");	/* A44 */
	assert_non_null(strstr(world_warning(&w, "WRITEBACK"), "PutObject"));
	DO(&w, "u-ada", "files edit Lake --name Sea", 0, "");
	assert_null(world_warning(&w, "WRITEBACK"));
	WRONG(&w, "u-ada", "files edit Sea --field role_arn=x", 2,
	      "UNKNOWN_FIELD", "field");
	DO(&w, "u-ada", "files edit Sea --field auth=iam_role "
	   "--field role_arn=arn:aws:iam::123456789012:role/x",
	   0, "");
	assert_null(strstr(named(&w, "Sea")->config, "access_key_id"));
	world_is_stored(&w);
	world_close(&w);
}

/* ---- deletion ---------------------------------------------------------------------- */

TEST(a_deleted_connection_leaves_all_projects)
{
	struct world w;

	world_open(&w);
	DO(&w, "u-ed", "project import q --asset Vault", 0, "");
	DO(&w, "u-ada", "connection set-default Vault", 0, "");
	assert_int_equal(world_level(&w, "u-max", "q", NULL), LEVEL_CAN_VIEW);
	DO(&w, "u-ada", "connection delete Vault", 2, "YES_NEEDED");
	assert_string_equal(w.result.confirm, "Vault");		/* F007 */
	assert_string_equal(world_warning(&w, "ASSET_USED"),
			    "it is removed from all 2 projects that use it, and "
			    "this cannot be undone: Paper (Ed) and Quiet (Ed)");
	assert_non_null(world_warning(&w, "DEFAULT_CLEARED"));	/* D18 */
	assert_int_equal(w.result.preview.up, 2);	/* Max and Otto */
	assert_int_equal(w.app.facts.projects[0].assets.n, 1);
	assert_true(w.app.facts.default_asset != NOBODY);
	DO(&w, "u-ada", "connection delete Vault --yes", 0, "");
	assert_int_equal(w.app.facts.default_asset, NOBODY);
	assert_int_equal(world_level(&w, "u-max", "q", NULL), LEVEL_FULL_ACCESS);
	DO(&w, "u-ada", "connection show Vault", 4, "NOT_FOUND");
	world_is_stored(&w);
	DO(&w, "u-ada", "secret delete TOKEN --yes", 0, "");
	assert_null(world_warning(&w, "ASSET_USED"));
	assert_string_equal(w.result.message,
			    "Deleted the secret TOKEN, which no project used.");
	world_is_stored(&w);
	world_close(&w);
}

/* ---- rights ------------------------------------------------------------------------ */

TEST(shared_ones_are_for_admins)
{
	static const char *const lines[] = {
		WHOLE, "connection edit Vault --name x",
		"connection delete Vault --yes", "secret create K",
		"secret edit TOKEN --name K", "secret delete TOKEN --yes",
		"package add x --provider p --repository r",
		"package edit lib --name x", "package delete lib --yes",
		"files connect x --type gcs --field bucket=bbb",
		"files edit x --name y", "files delete x --yes"
	};
	static const char *const people[] = { "u-max", "u-ed", "u-exp", "u-vic",
					      "u-gus" };
	struct world w;
	size_t i, k;

	world_open(&w);
	for (i = 0; i < COUNT_OF(lines); i++)
		for (k = 0; k < COUNT_OF(people); k++)
			DO(&w, people[k], lines[i], 3, "ROLE_NEEDED");
	world_close(&w);
}

TEST(plans_lock_all_but_deletion)	/* D15 */
{
	struct world w;

	world_open_with(&w, "community", "");
	DO(&w, "u-ada", WHOLE, 3, "PLAN_LOCKED");
	assert_string_equal(w.err.needs, "professional");
	DO(&w, "u-ada", "connection edit Vault --name x", 3, "PLAN_LOCKED");
	DO(&w, "u-ada", "secret create K", 3, "PLAN_LOCKED");
	DO(&w, "u-ada", "secret edit TOKEN --name K", 3, "PLAN_LOCKED");
	DO(&w, "u-ada", "files connect x --type gcs", 3, "PLAN_LOCKED");
	DO(&w, "u-ada", "connection delete Vault --yes", 0, "");
	DO(&w, "u-ada", "package delete lib --yes", 0, "");
	world_close(&w);
	world_open_with(&w, "professional", "");
	DO(&w, "u-ada", "package add x --provider p --repository r", 3,
	   "PLAN_LOCKED");
	assert_string_equal(w.err.needs, "team");
	DO(&w, "u-ada", "package edit lib --name x", 3, "PLAN_LOCKED");
	DO(&w, "u-ada", "connection create B --type bigquery --field project_id=acme-x "
	   "--field auth=oauth", 3, "PLAN_LOCKED");
	assert_string_equal(w.err.needs, "enterprise");
	DO(&w, "u-ada", "connection create B --type bigquery --field project_id=acme-x",
	   0, "");
	world_close(&w);
}

RUN(CASE(a_field_of_lines_takes_them_whole), CASE(a_connection_is_made_with_its_fields_and_shared_with_the_workspace),
    CASE(it_is_shared_with_the_groups_named_or_nobody),
    CASE(each_wrong_field_is_named),
    CASE(a_draft_needs_little_and_is_finished_later),
    CASE(an_edit_changes_what_is_named),
    CASE(the_default_is_no_draft_and_names_may_be_double),
    CASE(every_type_asks_for_its_fields),
    CASE(secrets_obey_the_rule_of_names),
    CASE(a_package_has_a_provider_a_repository_and_a_ref),
    CASE(writeback_of_a_bucket_says_what_it_takes),
    CASE(a_deleted_connection_leaves_all_projects),
    CASE(shared_ones_are_for_admins),
    CASE(plans_lock_all_but_deletion))
