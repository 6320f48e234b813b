/* package_test.c: a Git package has a repository of its provider and a ref that floats or
 * pins; what is hardly meant is asked about; who may imports it. */
#include "tests/action/verbs_world.h"

#include "model/config.h"
#include "model/provider.h"
#include "model/value_web.h"

#define ADD "package add x --provider "

static void connect(struct world *w)
{
	DO(w, "u-ada", "provider connect github --field account=acme", 0, "");
	DO(w, "u-ada", "provider connect gitlab --field group=team/data", 0, "");
	DO(w, "u-ada", "provider connect bitbucket --field workspace_id=bb --field "
	   "username=robot", 0, "");
}

static const char *set(const struct world *w, const char *name, const char *field)
{
	static char text[200];
	struct arena arena = { 0 };
	const char *value;
	uint32_t i;

	text[0] = '\0';
	for (i = 0; i < w->app.facts.n_assets; i++) {
		if (w->app.facts.assets[i].gone ||
		    strcmp(w->app.facts.assets[i].name, name) != 0)
			continue;
		value = config_get(w->app.facts.assets[i].config, field, &arena);
		snprintf(text, sizeof(text), "%s", value ? value : "");
	}
	arena_release(&arena);
	return text;
}

TEST(a_repository_is_named_as_its_provider_does)
{
	static const struct { const char *provider, *typed, *kept; } all[] = {
		{ "acme", "acme/utils", "acme/utils" },
		{ "acme", "https://github.com/acme/utils.git", "acme/utils" },
		{ "acme", "git@github.com:acme/utils.git", "acme/utils" },
		{ "acme", "github.com/acme/utils/", "acme/utils" },
		{ "acme", "utils", NULL }, { "acme", "acme/data/utils", NULL },
		{ "acme", "ac_me/utils", NULL }, { "acme", "acme//utils", NULL },
		{ "acme", "/utils", NULL }, { "acme", "acme/", NULL },
		{ "acme", "acme/ut*ls", NULL }, { "acme", "acme/../x", NULL },
		{ "team/data", "team/data/more/utils", "team/data/more/utils" },
		{ "team/data", "utils", NULL },
		{ "bb", "bb/utils", "bb/utils" }, { "bb", "bb/Utils", NULL },
		{ "bb", "bb/more/utils", NULL },
	};
	char line[200];
	struct world w;
	int status;
	size_t i;

	world_open(&w);
	connect(&w);
	for (i = 0; i < COUNT_OF(all); i++) {
		snprintf(line, sizeof(line), ADD "%s --repository %s", all[i].provider,
			 all[i].typed);
		status = all[i].kept ? 0 : 2;
		DO(&w, "u-ada", line, status, "BAD_VALUE");
		if (!all[i].kept) {
			assert_string_equal(w.err.field, "repository");
			assert_non_null(strstr(w.err.remedy, "acme/ml-utils"));
			continue;
		}
		assert_string_equal(set(&w, "x", "repository"), all[i].kept);
		assert_non_null(world_warning(&w, "NOT_VERIFIED"));
		assert_null(world_warning(&w, "OTHER_ACCOUNT"));
		DO(&w, "u-ada", "package delete x --yes", 0, "");
	}
	DO(&w, "u-ada", ADD "acme --repository other/utils", 0, "");
	assert_non_null(world_warning(&w, "OTHER_ACCOUNT"));
	DO(&w, "u-ada", "package edit x --repository a/b/c", 2, "BAD_VALUE");
	DO(&w, "u-ada", "package edit x --provider team/data", 0, "");
	DO(&w, "u-ada", "package edit x --repository team/data/utils", 0, "");
	assert_null(world_warning(&w, "OTHER_ACCOUNT"));
	/* it would be no repository of the other one */
	DO(&w, "u-ada", "package edit x --provider acme", 2, "BAD_VALUE");
	world_is_stored(&w);
	world_close(&w);
}

TEST(a_tag_that_is_named_like_a_branch_is_asked_about)
{
	struct world w;

	world_open(&w);
	connect(&w);
	DO(&w, "u-ada", ADD "acme --repository acme/x --ref-kind tag --ref main", 2,
	   "YES_NEEDED");
	assert_non_null(strstr(w.err.text, "main is named like a branch"));
	DO(&w, "u-ada", ADD "acme --repository acme/x --ref-kind tag --ref HEAD", 2,
	   "YES_NEEDED");
	DO(&w, "u-ada", ADD "acme --repository acme/x --ref "
	   "4f0c2d9a7b1e8c3d5a6f9b0e2c4d6a8f1b3e5d70", 2, "YES_NEEDED");
	DO(&w, "u-ada", ADD "acme --repository acme/x --ref-kind tag --ref v1.2", 0, "");
	assert_string_equal(set(&w, "x", "install_commands"), "");
	DO(&w, "u-ada", "package edit x --ref master", 2, "YES_NEEDED");
	DO(&w, "u-ada", "package edit x --ref master --yes", 0, "");
	assert_non_null(world_warning(&w, "HARDLY_MEANT"));
	assert_string_equal(set(&w, "x", "ref"), "master");
	/* once it was said yes to, nobody asks again */
	DO(&w, "u-ada", "package edit x --description more", 0, "");
	DO(&w, "u-ada", "package edit x --ref-kind branch", 0, "");
	assert_null(world_warning(&w, "HARDLY_MEANT"));
	DO(&w, "u-ada", "package edit x --ref-kind commit --ref main", 2, "BAD_VALUE");
	world_is_stored(&w);
	world_close(&w);
}

/* They are kept as they are, and never run here. */
TEST(install_commands_that_a_shell_would_stumble_over_are_asked_about)
{
	static const struct { const char *commands; bool asked; } all[] = {
		{ "setup", false }, { "'setup'", false }, { "it\\'s", false },
		{ "'setup", true }, { "'a\\'", false }, { "setup\\", true },
		{ "\"it's\"", false }, { "it's", true },
	};
	char line[200];
	struct world w;
	int status;
	size_t i;

	world_open(&w);
	connect(&w);
	for (i = 0; i < COUNT_OF(all); i++) {
		snprintf(line, sizeof(line), ADD "acme --repository acme/x --ref-kind branch "
			 "--ref main --install-commands %s", all[i].commands);
		status = all[i].asked ? 2 : 0;
		DO(&w, "u-ada", line, status, status ? "YES_NEEDED" : "");
		if (all[i].asked)
			assert_non_null(strstr(w.err.text, "install command 1 ends within"));
		else
			DO(&w, "u-ada", "package delete x --yes", 0, "");
	}
	world_close(&w);
}

/* A16, A19, A20: access and Can Edit. */
TEST(who_may_imports_it_and_is_told_of_the_kernel)
{
	struct world w;

	world_open(&w);
	connect(&w);
	DO(&w, "u-ada", ADD "acme --repository acme/x --group In", 0, "");
	DO(&w, "u-max", "project import p --asset x", 3, "LEVEL_NEEDED");
	DO(&w, "u-vin", "project import arch --asset x", 3, "LEVEL_NEEDED");
	DO(&w, "u-out", "project import q --asset x", 4, "NOT_FOUND");
	DO(&w, "u-eve", "project import q --asset x", 0, "");
	assert_non_null(strstr(world_warning(&w, "AT_KERNEL_START"), "custom image"));
	DO(&w, "u-eve", "project import q --asset x", 0, "");	/* it is in there */
	assert_null(world_warning(&w, "AT_KERNEL_START"));
	DO(&w, "u-ed", "project import p --asset TOKEN", 0, "");
	assert_null(world_warning(&w, "AT_KERNEL_START"));
	DO(&w, "u-eve", "package add y --provider acme --repository acme/y", 3,
	   "ROLE_NEEDED");
	world_is_stored(&w);
	world_close(&w);
}

RUN(
    CASE(a_repository_is_named_as_its_provider_does),
    CASE(a_tag_that_is_named_like_a_branch_is_asked_about),
    CASE(install_commands_that_a_shell_would_stumble_over_are_asked_about),
    CASE(who_may_imports_it_and_is_told_of_the_kernel))
