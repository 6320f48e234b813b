/* forms_test.c: the JSON and CSV of INTERFACES 3, member by member. */
#include "tests/cli/program.h"
#include "tests/cli/small_workspace.h"

/* The members of an object are these and no others, in any order. */
static void members(const json_t *object, const char *names)
{
	char copy[400], *rest = copy, *name;
	const char *key;
	json_t *value;
	size_t n = 0;

	assert_true(json_is_object(object));
	snprintf(copy, sizeof(copy), "%s", names);
	while ((name = strsep(&rest, " "))) {
		if (!json_object_get(object, name))
			fail_msg("%s is missing", name);
		n++;
	}
	json_object_foreach((json_t *)(uintptr_t)object, key, value) {
		if (!strstr(names, key))
			fail_msg("%s is not in the form", key);
	}
	assert_int_equal(json_object_size(object), n);
}

static const char *text(const json_t *object, const char *key)
{
	const char *found = json_string_value(json_object_get(object, key));

	if (!found)
		fail_msg("%s is no text", key);
	return found;
}

static json_int_t number(const json_t *object, const char *key)
{
	if (!json_is_integer(json_object_get(object, key)))
		fail_msg("%s is no number", key);
	return json_integer_value(json_object_get(object, key));
}

static const json_t *row_of(const json_t *rows, const char *key,
			    const char *value)
{
	json_t *row;
	size_t i;

	json_array_foreach(rows, i, row)
		if (json_is_string(json_object_get(row, key)) &&
		    strcmp(text(row, key), value) == 0)
			return row;
	fail_msg("%s %s is not listed", key, value);
	return NULL;
}

TEST(access_project)
{
	struct program p;
	const json_t *users, *bob, *one;
	json_t *json;

	program_open(&p, small_workspace);
	json = program_json(&p, "access|project|Revenue model|--format|json", 0);
	members(json, "project revision complete counts downgraded users");
	members(json_object_get(json, "project"), "id title");
	members(json_object_get(json, "counts"),
		"none app_only can_view can_edit full_access");
	assert_true(json_is_true(json_object_get(json, "complete")));
	assert_int_equal(number(json, "revision"), 1);
	assert_int_equal(number(json, "downgraded"), 1);
	one = json_object_get(json, "counts");
	assert_int_equal(number(one, "full_access"), 1);
	assert_int_equal(number(one, "can_edit"), 1);
	assert_int_equal(number(one, "can_view"), 1);
	assert_int_equal(number(one, "app_only"), 2);	/* Dee and Gil, by link */
	assert_int_equal(number(one, "none"), 0);
	users = json_object_get(json, "users");
	assert_int_equal(json_array_size(users), 6);
	bob = row_of(users, "id", "u-bob");
	members(bob, "id email role active granted effective reason sources "
		"blocked limits can sentence");
	assert_string_equal(text(bob, "granted"), "can_edit");
	assert_string_equal(text(bob, "effective"), "can_view");
	assert_string_equal(text(bob, "reason"), "ROLE_CAP_VIEWER");
	one = json_array_get(json_object_get(bob, "sources"), 0);
	members(one, "via id name level wins");
	assert_string_equal(text(one, "via"), "group");
	one = json_array_get(json_object_get(bob, "limits"), 0);
	members(one, "code cap");
	one = json_array_get(json_object_get(bob, "limits"), 1);
	members(one, "code cap kind id name shared_with");
	assert_string_equal(text(one, "code"), "ASSET_MISSING");
	one = row_of(users, "id", "u-gil");
	one = json_array_get(json_object_get(one, "blocked"), 0);
	members(one, "via level code");
	assert_string_equal(text(one, "code"), "WORKSPACE_EXCLUDES_GUEST");
	one = json_array_get(users, 5);
	assert_true(json_is_null(json_object_get(one, "id")));
	assert_string_equal(text(one, "role"), "anonymous");
	json_decref(json);
	program_close(&p);
}

TEST(access_project_as_csv)
{
	struct program p;

	program_open(&p, small_workspace);
	RUNS(&p, "access|project|p-rev|--format|csv", 0);
	assert_string_equal(p.out,
		"project_id,user_id,email,role,granted,effective,limits\n"
		"p-rev,u-ada,ada@a.example,admin,full_access,full_access,\n"
		"p-rev,u-bob,bob@a.example,viewer,can_edit,can_view,"
		"ROLE_CAP_VIEWER+ASSET_MISSING:50%25%2B Snow\n"
		"p-rev,u-dee,dee@a.example,editor,app_only,app_only,\n"
		"p-rev,u-eve,eve@a.example,editor,can_edit,can_edit,\n"
		"p-rev,u-gil,gil@g.example,guest,app_only,app_only,\n"
		"p-rev,,,anonymous,app_only,app_only,\n");
	program_close(&p);
}

TEST(access_explain_adds_fixes_and_near_misses)
{
	struct program p;
	const json_t *one;
	json_t *json;

	program_open(&p, small_workspace);
	json = program_json(&p, "access|explain|bob@a.example|p-rev|"
			    "--format=json", 0);
	assert_string_equal(text(json, "id"), "u-bob");
	one = json_object_get(json, "default_connection");
	members(one, "id usable");
	assert_true(json_is_false(json_object_get(one, "usable")));
	one = json_array_get(json_object_get(json, "near_misses"), 0);
	assert_string_equal(text(one, "id"), "g-data");
	assert_true(json_array_size(json_object_get(json, "fixes")) > 0);
	one = json_array_get(json_object_get(json, "fixes"), 0);
	members(one, "for do text also_up also_down key steps");
	assert_true(json_array_size(json_object_get(one, "steps")) == 2);
	assert_true(json_array_size(json_object_get(one, "for")) > 0);
	assert_true(json_array_size(json_object_get(one, "do")) >= 3);
	json_decref(json);
	program_close(&p);
}

TEST(access_report)
{
	struct program p;
	json_t *json;

	program_open(&p, small_workspace);
	json = program_json(&p, "access|report|--format|json", 0);
	members(json, "users projects pairs counts downgraded complete");
	assert_int_equal(number(json, "users"), 5);
	assert_int_equal(number(json, "projects"), 3);
	assert_int_equal(number(json, "pairs"), 15);
	assert_int_equal(number(json, "downgraded"), 3);
	json_decref(json);
	RUNS(&p, "access|report|--by|project|--format|csv", 0);
	assert_string_equal(p.out,
		"project_id,none,app_only,can_view,can_edit,full_access,"
		"downgraded\n"
		"p-odd,4,0,0,0,1,0\n"
		"p-old,3,0,2,0,0,2\n"
		"p-rev,0,2,1,1,1,1\n");
	program_close(&p);
}

TEST(preview_and_dry_run_are_one_form)
{
	struct program p;
	json_t *preview, *dry;
	const json_t *one;
	char *before;

	program_open(&p, small_workspace);
	RUNS(&p, "workspace|export", 0);
	before = strdup(p.out);
	preview = program_json(&p, "access|preview|group|add|g-data|"
			       "gil@g.example|--format|json", 0);
	members(preview, "changes up down held complete rights rights_up "
		"rights_down message warnings");
	assert_int_equal(number(preview, "up"), 1);
	assert_int_equal(number(preview, "down"), 0);
	assert_int_equal(number(preview, "held"), 0);
	one = json_array_get(json_object_get(preview, "changes"), 0);
	members(one, "user project before after before_limits after_limits "
		"before_granted after_granted");
	assert_string_equal(text(one, "user"), "u-gil");
	assert_string_equal(text(one, "before"), "app_only");
	assert_string_equal(text(one, "after"), "can_edit");
	dry = program_json(&p, "group|add|g-data|gil@g.example|--dry-run|"
			   "--format|json", 0);
	assert_true(json_equal(preview, dry));
	json_decref(preview);
	json_decref(dry);
	RUNS(&p, "workspace|export", 0);
	assert_string_equal(p.out, before);
	free(before);
	program_close(&p);
}

TEST(rows_and_errors_as_json)
{
	struct program p;
	json_error_t error;
	const json_t *one;
	json_t *json;

	program_open(&p, small_workspace);
	json = program_json(&p, "user|list|--format|json", 0);
	members(json, "rows complete");
	one = row_of(json_object_get(json, "rows"), "email", "dee@a.example");
	assert_true(json_is_false(json_object_get(one, "active")));
	assert_string_equal(text(one, "role"), "editor");
	json_decref(json);
	RUNS(&p, "access|explain|bob@a.example|nowhere|--format|json", 4);
	assert_string_equal(p.out, "");
	json = json_loads(p.err, 0, &error);
	assert_non_null(json);
	members(json, "error");
	one = json_object_get(json, "error");
	members(one, "kind code field text needs remedy");
	assert_string_equal(text(one, "kind"), "not_found");
	json_decref(json);
	json = program_json(&p, "group|add|g-fin|u-eve|--format|json", 0);
	assert_int_equal(number(json, "event"), 2);
	json_decref(json);
	program_close(&p);
}

TEST(csv_guards_free_text_and_nothing_else)
{
	struct program p;

	program_open(&p, small_workspace);
	RUNS(&p, "group|list|--format|csv", 0);
	assert_non_null(strstr(p.out, "g-fin,'=Finance,"));
	assert_null(strchr(p.out, '\r'));
	RUNS(&p, "project|list|--format|csv", 0);
	assert_null(strchr(p.out, '\x1b'));
	assert_non_null(strstr(p.out, "Odd \\x1b[31m"));
	program_close(&p);
}

TEST(export_then_import_gives_the_same_bytes)
{
	struct program p, q;
	char line[300], *first;

	program_open(&p, small_workspace);
	RUNS(&p, "workspace|export", 0);
	first = strdup(p.out);
	program_open(&q, first);
	RUNS(&q, "workspace|export", 0);
	assert_string_equal(q.out, first);
	snprintf(line, sizeof(line), "workspace|export|%s",
		 program_file(&p, "out.json"));
	RUNS(&p, line, 0);
	free(p.out);
	p.out = program_slurp(program_file(&p, "out.json"));
	assert_string_equal(p.out, first);
	RUNS(&p, line, 5);	/* never over a file that is there */
	free(first);
	program_close(&p);
	program_close(&q);
}

RUN(CASE(access_project), CASE(access_project_as_csv),
    CASE(access_explain_adds_fixes_and_near_misses), CASE(access_report),
    CASE(preview_and_dry_run_are_one_form), CASE(rows_and_errors_as_json),
    CASE(csv_guards_free_text_and_nothing_else),
    CASE(export_then_import_gives_the_same_bytes))
