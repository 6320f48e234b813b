/* no_driver_test.c: a build without the libraries of databases checks none of them, says
 * which package is missing, and fails nothing for it. */
#include "tests/action/vault_world.h"

#include "model/kind_types.h"
#include "post/post.h"

static const struct { const char *type, *program, *package; } all[] = {
	{ "postgres", "probe-postgres", "libpq-dev" },
	{ "redshift", "probe-postgres", "libpq-dev" },
	{ "mysql", "probe-mariadb", "libmariadb-dev" },
	{ "mariadb", "probe-mariadb", "libmariadb-dev" },
	{ "sql_server", "probe-sqlserver", "freetds-dev" },
};

static size_t count(const char *text, const char *what)
{
	size_t n = 0;

	for (; (text = strstr(text, what)); text++)
		n++;
	return n;
}

TEST(each_database_names_its_package)
{
	struct vault_world w;
	char line[160];
	size_t i;

	post_folder("/nowhere");
	vault_world_open(&w);
	vault_world_as(&w, "ada");
	for (i = 0; i < COUNT_OF(all); i++) {
		snprintf(line, sizeof(line), "connection create %s --type %s --field host=h "
			 "--field database=d --field username=u", all[i].type, all[i].type);
		VAULT(&w, line, 0, "");
	}
	for (i = 0; i < COUNT_OF(all); i++) {
		snprintf(line, sizeof(line), "connection test %s", all[i].type);
		VAULT(&w, line, 0, "");
		assert_false(w.result.failed || w.result.unreached);
		snprintf(line, sizeof(line), "%s is not there: it is built where %s is installed",
			 all[i].program, all[i].package);
		assert_non_null(strstr(buf_text(&w.result.text), line));
		assert_non_null(strstr(buf_text(&w.result.json), line));
		assert_non_null(strstr(buf_text(&w.result.json),
				       "\"status\":\"skip\",\"reason\":\"no-driver\""));
	}
	VAULT(&w, "connection test --all", 0, "");
	assert_false(w.result.failed || w.result.unreached);
	assert_int_equal(count(buf_text(&w.result.json), "libpq-dev"), 2);
	assert_int_equal(count(buf_text(&w.result.json), "libmariadb-dev"), 2);
	assert_int_equal(count(buf_text(&w.result.json), "freetds-dev"), 1);
	vault_world_close(&w);
}

/* What can be checked is said where it is looked for. */
TEST(the_help_names_each_type_that_is_checked)
{
	const struct action *verb = action_find("connection", "test");
	const struct kind_type *type = connection_types;

	assert_non_null(verb);
	for (; type->code; type++)
		assert_int_equal(strstr(verb->help, type->label) != NULL, type->courier != NULL);
}

RUN(CASE(each_database_names_its_package), CASE(the_help_names_each_type_that_is_checked))
