/* form_values_test.c: each form's required, wrong and right values (form_table.h), said
 * on the command line. */
#include "tests/cli/form_table.h"
#include "tests/cli/line_table.h"
#include "tests/cli/program.h"
#include "tests/cli/small_workspace.h"

static const char *verb_of(const char *noun)
{
	return strcmp(noun, "files") == 0 ? "connect" : "create";
}

/* "|--field|a=b|--field|c=d" of "a=b|c=d", without the one numbered `without`. */
static void add_fields(char *line, size_t size, const char *fields, int without)
{
	char copy[400], *rest = copy, *one;
	int i = 0;

	snprintf(copy, sizeof(copy), "%s", fields);
	while (*fields && (one = strsep(&rest, "|"))) {
		size_t n = strlen(line);

		if (i++ != without)
			snprintf(line + n, size - n, "|--field|%s", one);
	}
}

static const char *part(const char *list, int i)
{
	static char copy[400];
	char *rest = copy, *one;

	snprintf(copy, sizeof(copy), "%s", list);
	while ((one = strsep(&rest, "|")) && i-- > 0)
		;
	return one;
}

static void says(const struct program *p, const char *line, const char *text)
{
	if (!strstr(p->err, text))
		fail_msg("%s\nsays %snot: %s", line, p->err, text);
}

static int count(const char *list)
{
	int n = *list != '\0';

	for (; *list; list++)
		n += *list == '|';
	return n;
}

TEST(each_type_asks_for_what_it_requires)
{
	const struct whole_form *whole;
	char line[2000], missing[100];
	struct program p;
	int i;

	program_open(&p, small_workspace);
	for (whole = whole_forms; whole < whole_forms + COUNT_OF(whole_forms); whole++) {
		for (i = 0; i <= count(whole->fields); i++) {
			snprintf(line, sizeof(line), "%s|%s|T|--type|%s", whole->noun,
				 verb_of(whole->noun), whole->type);
			add_fields(line, sizeof(line), whole->also, -1);
			add_fields(line, sizeof(line), whole->fields, i);
			if (i == count(whole->fields))
				break;
			RUNS(&p, line, 2);
			snprintf(missing, sizeof(missing), "missing: %s",
				 part(whole->labels, i));
			says(&p, line, missing);
			says(&p, line, "--draft");
		}
		RUNS(&p, line, 0);
		snprintf(line, sizeof(line), "%s|delete|T|--yes", whole->noun);
		RUNS(&p, line, 0);
	}
	program_close(&p);
}

/* A draft with what the field hangs on takes the right value and not the wrong one. */
TEST(each_wrong_value_is_refused_with_what_would_be_right)
{
	const struct form_value *value;
	char line[2000], said[300];
	struct program p;
	size_t n;

	program_open(&p, small_workspace);
	for (value = form_values; value < form_values + COUNT_OF(form_values); value++) {
		snprintf(line, sizeof(line), "%s|%s|T|--draft|--type|%s", value->noun,
			 verb_of(value->noun), value->type);
		add_fields(line, sizeof(line), value->set, -1);
		n = strlen(line);
		snprintf(line + n, sizeof(line) - n, "|--field|%s=%s", value->field,
			 value->wrong);
		RUNS(&p, line, 2);
		snprintf(said, sizeof(said), "%s: ", value->label);
		says(&p, line, said);
		says(&p, line, value->words);
		says(&p, line, value->way);
		snprintf(line + n, sizeof(line) - n, "|--field|%s=%s", value->field,
			 value->right);
		RUNS(&p, line, 0);
		snprintf(line, sizeof(line), "%s|show|T", value->noun);
		RUNS(&p, line, 0);
		if (!strstr(p.out, value->right))
			fail_msg("%s: %s is not kept: %s", value->field, value->right,
				 p.out);
		snprintf(line, sizeof(line), "%s|delete|T|--yes", value->noun);
		RUNS(&p, line, 0);
	}
	program_close(&p);
}

/* The form's line without the field numbered `without`, or with another text for it. */
static void line_of(char *line, size_t size, const struct line_form *form, int without,
		    const char *instead)
{
	char copy[200], *at;
	const char *said;
	size_t n;
	int i;

	n = (size_t)snprintf(line, size, "%s", form->command);
	for (i = 0; i < LINE_FIELDS && form->field[i].said; i++) {
		if (i == without && !instead)
			continue;
		said = i == without ? instead : form->field[i].said;
		snprintf(copy, sizeof(copy), "%s", said);
		at = strstr(copy, "ADMIN");
		if (at)
			snprintf(at, sizeof(copy) - (size_t)(at - copy),
				 "ada@a.example");
		n += (size_t)snprintf(line + n, size - n, "|%s", copy);
	}
}

static void with_provider(struct program *p, const struct line_form *form)
{
	if (strncmp(form->command, "package", 7) == 0)
		RUNS(p, "provider|connect|github|--name|hub|--field|account=acme", 0);
}

static void without_provider(struct program *p, const struct line_form *form)
{
	if (strncmp(form->command, "package", 7) == 0)
		RUNS(p, "provider|disconnect|hub|--yes", 0);
}

TEST(providers_packages_and_tokens_ask_for_what_they_require)
{
	const struct line_form *form;
	struct program p;
	char line[600];
	int i;

	program_open(&p, small_workspace);
	for (form = line_forms; form < line_forms + COUNT_OF(line_forms); form++) {
		with_provider(&p, form);
		for (i = 0; i < LINE_FIELDS && form->field[i].said; i++) {
			if (!form->field[i].lacks)
				continue;
			line_of(line, sizeof(line), form, i, NULL);
			RUNS(&p, line, 2);
			says(&p, line, form->field[i].lacks);
		}
		line_of(line, sizeof(line), form, -1, NULL);
		RUNS(&p, line, 0);
		RUNS(&p, "undo", 0);
		without_provider(&p, form);
	}
	program_close(&p);
}

TEST(their_wrong_values_are_refused_with_what_would_be_right)
{
	const struct line_value *value;
	const struct line_form *form;
	struct program p;
	char line[600];

	program_open(&p, small_workspace);
	for (value = line_values; value < line_values + COUNT_OF(line_values); value++) {
		form = &line_forms[value->form];
		with_provider(&p, form);
		line_of(line, sizeof(line), form, value->field, value->wrong);
		RUNS(&p, line, 2);
		says(&p, line, value->words);
		says(&p, line, value->way);
		line_of(line, sizeof(line), form, value->field, value->right);
		RUNS(&p, line, 0);
		RUNS(&p, "undo", 0);
		without_provider(&p, form);
	}
	program_close(&p);
}

#define MAKE(more) "connection|create|T|--type|" more
#define CLOUD MAKE("cloudsql|--field|host=h|--field|database=d|--field|username=u")

TEST(the_port_of_Cloud_SQL_follows_its_type)
{
	struct program p;

	program_open(&p, small_workspace);
	RUNS(&p, CLOUD "|--field|database_type=mysql", 0);
	RUNS(&p, "connection|show|T", 0);
	assert_non_null(strstr(p.out, "3306"));
	RUNS(&p, "connection|edit|T|--field|database_type=sql_server", 0);
	RUNS(&p, "connection|show|T", 0);
	assert_non_null(strstr(p.out, "1433"));
	/* what was chosen stays */
	RUNS(&p, "connection|edit|T|--field|port=7000", 0);
	RUNS(&p, "connection|edit|T|--field|database_type=postgres", 0);
	RUNS(&p, "connection|show|T", 0);
	assert_non_null(strstr(p.out, "7000"));
	/* what is said counts, though it is what it starts with elsewhere */
	RUNS(&p, "connection|edit|T|--field|port=5432", 0);
	RUNS(&p, "connection|edit|T|--field|database_type=mysql|--field|port=5432", 0);
	RUNS(&p, "connection|show|T", 0);
	assert_non_null(strstr(p.out, "5432"));
	program_close(&p);
}

#define PG MAKE("postgres|--field|host=h|--field|database=d|--field|username=u")

/* The tunnel is on where its host is named; off takes its fields away. */
TEST(a_field_is_there_with_what_asks_for_it)
{
	struct program p;

	program_open(&p, small_workspace);
	RUNS(&p, PG "|--field|ssh_host=gate", 2);
	says(&p, "ssh_host alone", "missing: SSH username");
	RUNS(&p, PG "|--field|ssh_host=gate|--field|ssh_username=hex", 0);
	RUNS(&p, "connection|show|T", 0);
	assert_non_null(strstr(p.out, "ssh_port"));
	assert_non_null(strstr(p.out, "22"));
	RUNS(&p, "connection|edit|T|--field|connect_via_ssh=off", 0);
	RUNS(&p, "connection|show|T", 0);
	assert_null(strstr(p.out, "ssh_host"));
	RUNS(&p, "connection|edit|T|--field|refresh_hour=3", 2);
	says(&p, "an hour alone", "Hour of the refresh: only where Schema refresh is "
	     "daily or weekly or monthly");
	says(&p, "an hour alone", "schema_refresh=daily");
	RUNS(&p, "connection|edit|T|--field|schema_refresh=weekly", 0);
	RUNS(&p, "connection|show|T", 0);
	assert_non_null(strstr(p.out, "monday"));
	assert_non_null(strstr(p.out, "UTC"));
	RUNS(&p, "connection|edit|T|--field|schema_refresh=off", 0);
	RUNS(&p, "connection|show|T", 0);
	assert_null(strstr(p.out, "monday"));
	RUNS(&p, "connection|edit|T|--field|include_tables_match=prefix", 2);
	says(&p, "a match alone", "only where Only tables is set");
	RUNS(&p, "connection|edit|T|--field|include_tables=stg_|--field|"
	     "include_tables=raw_|--field|include_tables_match=prefix", 0);
	RUNS(&p, "connection|show|T", 0);
	assert_non_null(strstr(p.out, "raw_"));
	assert_non_null(strstr(p.out, "prefix"));
	program_close(&p);
}

/* F010: how one signs in is in the list. */
TEST(the_list_says_how_one_signs_in)
{
	struct program p;
	json_t *json, *row;
	size_t i, n = 0;

	program_open(&p, small_workspace);
	RUNS(&p, PG "|--field|auth=certificate|--field|certificate=PEM", 0);
	json = program_json(&p, "connection|list|--format|json", 0);
	json_array_foreach(json_object_get(json, "rows"), i, row) {
		if (strcmp(json_string_value(json_object_get(row, "name")), "T"))
			continue;
		n++;
		assert_string_equal(json_string_value(
			json_object_get(row, "auth")), "certificate");
	}
	assert_int_equal(n, 1);
	json_decref(json);
	json = program_json(&p, "secret|list|--format|json", 0);
	row = json_array_get(json_object_get(json, "rows"), 0);
	assert_null(json_object_get(row, "auth"));
	json_decref(json);
	program_close(&p);
}

RUN(CASE(providers_packages_and_tokens_ask_for_what_they_require),
    CASE(their_wrong_values_are_refused_with_what_would_be_right),
    CASE(the_list_says_how_one_signs_in), CASE(each_type_asks_for_what_it_requires),
    CASE(each_wrong_value_is_refused_with_what_would_be_right),
    CASE(the_port_of_Cloud_SQL_follows_its_type),
    CASE(a_field_is_there_with_what_asks_for_it))
