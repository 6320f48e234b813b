/* file_test.c: the workspace file: what is read, written, refused, merged. */
#include "tests/expect.h"

#include "base/attr.h"
#include "base/buf.h"
#include "base/text.h"
#include "model/config.h"
#include "model/workspace_file.h"

/* Documents are written with ' for " so that they can be read here. */
static char *quoted(const char *text)
{
	char *copy = strdup(text);

	for (char *c = copy; *c; c++)
		if (*c == '\'')
			*c = '"';
	return copy;
}

static bool read_text(const char *text, size_t n, struct facts *facts,
		      struct file_notes *notes, struct error *err)
{
	facts_init(facts);
	error_clear(err);
	memset(notes, 0, sizeof(*notes));
	return workspace_read_json("demo.json", text, n, facts, notes, err);
}

static void read_good(const char *single, struct facts *facts,
		      struct file_notes *notes)
{
	struct error err;
	char *text = quoted(single);

	if (!read_text(text, strlen(text), facts, notes, &err))
		fail_msg("%s", err.text);
	free(text);
}

static char *written(const struct facts *facts)
{
	struct buf out;
	char *text;

	buf_init(&out, 16 << 20);
	workspace_write_json(&out, facts);
	text = strdup(buf_text(&out));
	buf_release(&out);
	return text;
}

#define HEAD "{'format':'gatehouse-workspace','version':1,"
#define ADA "{'id':'ada','email':'ada@x.example','role':'admin'}"
#define USERS "'users':[" ADA ",{'id':'bob','email':'bob@x.example'," \
	"'role':'viewer'}]"
#define GROUPS "'groups':[{'id':'g1','name':'One','members':['bob']}]"
#define ASSETS "'assets':[{'id':'a1','kind':'data_connection','name':'DB'}," \
	"{'id':'s1','kind':'secret','name':'KEY'}]"
#define FULL HEAD USERS "," GROUPS "," ASSETS
#define PROJECT(rest) FULL ",'projects':[{'id':'p1','title':'P'," \
	"'owner':'ada'" rest "}]}"
#define USER(rest) HEAD "'users':[" ADA ",{" rest "}]}"
#define GROUP(rest) HEAD USERS ",'groups':[{" rest "}]}"
#define ASSET(rest) HEAD USERS "," GROUPS ",'assets':[{" rest "}]}"

static const struct bad {
	const char *document;
	const char *field, *text, *remedy;
	enum error_kind kind;		/* 0: invalid */
	const char *code;
} bad[] = {
	/* no JSON */
	{ "", "line 1", "no JSON", "JSON document", 0, "" },
	{ "{'users':[}", "line 1, column 11", "demo.json: line 1, column 11: no JSON",
	  "", 0, "" },
	{ "{\n 'a':1,\n 'a':2}", "line 3", "duplicate", "", 0, "" },
	{ HEAD USERS "} x", "line 1", "end of file expected", "", 0, "" },
	{ "{'format':'\x01'}", "line 1", "control character", "", 0, "" },
	{ "{'format':'\\u0000'}", "line 1", "\\u0000", "", 0, "" },
	{ "{'format':'\xff'}", "line 1", "0xff", "", 0, "" },
	{ "{'format':'\xc0\xaf'}", "line 1", "unable to decode", "", 0, "" },
	{ "{'format':'\\ud800'}", "line 1", "invalid Unicode", "", 0, "" },
	/* the head */
	{ "[]", "", "is a list, but an object", "", 0, "" },
	{ "{'version':1}", "format", "is missing", "", 0, "" },
	{ "{'format':'gatehouse-scenario','steps':[]}", "format",
	  "\"gatehouse-scenario\" is not the format", "gatehouse-workspace",
	  0, "" },
	{ "{'format':'gatehouse-workspace'}", "version", "is missing", "", 0,
	  "" },
	{ "{'format':'gatehouse-workspace','version':2}", "version",
	  "version 2 is not known", "newer", 0, "" },
	{ "{'format':'gatehouse-workspace','version':'1'}", "version",
	  "is text, but a whole number", "", 0, "" },
	{ HEAD "'user':[]}", "user", "no such member", "users", 0, "" },
	{ HEAD "'workspace':{'plan':'gold'}}", "workspace.plan",
	  "\"gold\" is no plan", "enterprise", 0, "" },
	{ HEAD "'workspace':{'settings':{'share':true}}}",
	  "workspace.settings.share", "no such member", "share_to_web", 0, "" },
	{ HEAD "'workspace':{'settings':{'share_to_web':'often'}}}",
	  "workspace.settings.share_to_web", "\"often\" is neither", "true or",
	  0, "" },
	{ HEAD "'workspace':{'settings':{'token_max_days':-1}}}",
	  "workspace.settings.token_max_days", "is -1, but 0 to", "", 0, "" },
	{ HEAD "'workspace':{'settings':{'token_max_days':366}}}",
	  "workspace.settings.token_max_days", "is 366, but 0 to", "", 0, "" },
	/* users */
	{ HEAD "'users':{}}", "users", "is an object, but a list", "", 0, "" },
	{ HEAD "'users':[7]}", "users[0]", "is a number, but an object", "", 0,
	  "" },
	{ HEAD "'users':[]}", "users", "active Admin", "role admin",
	  ERROR_CONFLICT, "LAST_ADMIN" },
	{ HEAD "'users':[{'id':'a','email':'a@x','role':'admin',"
	  "'active':false}]}", "users", "active Admin", "", ERROR_CONFLICT,
	  "LAST_ADMIN" },
	{ USER("'id':'b','email':'b@x','role':'boss'"), "users[1].role",
	  "demo.json: users[1].role: \"boss\" is no role",
	  "one of admin, manager, editor, explorer, viewer, guest", 0, "" },
	{ USER("'id':'b','email':'b@x','role':'Admins'"), "users[1].role",
	  "\"Admins\" is no role", "", 0, "" },
	{ USER("'id':'b','email':'b@x','rolle':'guest'"), "users[1].rolle",
	  "no such member", "one of id, email", 0, "" },
	{ USER("'id':'b','role':'guest'"), "users[1].email", "is missing", "",
	  0, "" },
	{ USER("'id':7,'email':'b@x','role':'guest'"), "users[1].id",
	  "is a number, but text", "", 0, "" },
	{ USER("'id':'','email':'b@x','role':'guest'"), "users[1].id",
	  "may not be empty", "", 0, "" },
	{ USER("'id':'ada','email':'b@x','role':'guest'"), "users[1].id",
	  "stands twice", "", 0, "" },
	{ USER("'id':'operator','email':'b@x','role':'guest'"), "users[1].id",
	  "reserved", "", 0, "" },
	{ USER("'id':'b','email':'ADA@x.example','role':'guest'"),
	  "users[1].email", "is the e-mail of \"ada\"", "case", 0, "" },
	{ USER("'id':'b','email':'bob','role':'guest'"), "users[1].email",
	  "is not of the form name@domain", "ana@", 0, "" },
	{ USER("'id':'b','email':'b b@x','role':'guest'"), "users[1].email",
	  "holds a blank", "ana@", 0, "" },
	{ USER("'id':'b','email':'b@x','role':'guest','active':'nope'"),
	  "users[1].active", "\"nope\" is neither", "", 0, "" },
	{ USER("'id':'b','email':'b@x','role':'guest','last_login':'today'"),
	  "users[1].last_login", "is no time", "2026-", 0, "" },
	/* groups */
	{ GROUP("'id':'g'"), "groups[0].name", "is missing", "", 0, "" },
	{ GROUP("'id':'public','name':'x'"), "groups[0].id", "reserved", "", 0,
	  "" },
	{ GROUP("'id':'g','name':'WORKSPACE guests'"), "groups[0].name",
	  "built-in", "", 0, "" },
	{ GROUP("'id':'g','name':'x','members':['ada','eve']"),
	  "groups[0].members[1]", "\"eve\" is no user", "", 0, "" },
	{ GROUP("'id':'g','name':'x','members':[null]"),
	  "groups[0].members[0]", "is null, but text", "", 0, "" },
	{ HEAD USERS ",'providers':[{'id':'x','type':'svn'}]}",
	  "providers[0].type", "\"svn\" is no type", "github", 0, "" },
	/* assets */
	{ ASSET("'id':'a','name':'x'"), "assets[0].kind", "is missing", "", 0,
	  "" },
	{ ASSET("'id':'a','kind':'connection','name':'x'"), "assets[0].kind",
	  "is no kind", "data_connection, secret", 0, "" },
	{ ASSET("'id':'a','kind':'data_connection','name':'x','type':'oracle'"),
	  "assets[0].type", "\"oracle\" is no type of data connection",
	  "snowflake", 0, "" },
	{ ASSET("'id':'a','kind':'secret','name':'X','type':'s3'"),
	  "assets[0].type", "a secret has no type", "", 0, "" },
	{ ASSET("'id':'a','kind':'secret','name':'my-key'"), "assets[0].name",
	  "is no name for a secret", "letters, digits", 0, "" },
	{ ASSET("'id':'a','kind':'secret','name':'lambda'"), "assets[0].name",
	  "is no name for a secret", "Python", 0, "" },
	{ ASSET("'id':'a','kind':'secret','name':'X'},"
	  "{'id':'b','kind':'secret','name':'X'"), "assets[1].name",
	  "another secret", "unique", 0, "" },
	{ ASSET("'id':'a','kind':'secret','name':'X','value':7"),
	  "assets[0].value", "is a number, but text", "", 0, "" },
	{ ASSET("'id':'a','kind':'data_connection','name':'x','bucket':'b'"),
	  "assets[0].bucket", "no such member", "", 0, "" },
	{ ASSET("'id':'a','kind':'data_connection','name':'x','config':[]"),
	  "assets[0].config", "is no object", "", 0, "" },
	{ ASSET("'id':'a','kind':'git_package','name':'x','ref_kind':'head'"),
	  "assets[0].ref_kind", "\"head\" is not allowed",
	  "branch, tag, commit", 0, "" },
	{ ASSET("'id':'a','kind':'data_connection','name':'x',"
	  "'access':['workspace','g2']"), "assets[0].access[1]",
	  "\"g2\" is no group", "workspace_guests", 0, "" },
	{ ASSET("'id':'a','kind':'data_connection','name':'x','status':'new'"),
	  "assets[0].status", "is no status", "untested", 0, "" },
	{ FULL ",'default_connection':'a2'}", "default_connection",
	  "is no asset", "", 0, "" },
	{ FULL ",'default_connection':'s1'}", "default_connection",
	  "is no data connection", "", 0, "" },
	/* projects */
	{ FULL ",'projects':[{'id':'p','title':'P'}]}", "projects[0].owner",
	  "is missing", "", 0, "" },
	{ FULL ",'projects':[{'id':'p','title':'P','owner':'eve'}]}",
	  "projects[0].owner", "\"eve\" is no user", "", 0, "" },
	{ PROJECT(",'state':'gone'"), "projects[0].state", "is no state",
	  "trashed", 0, "" },
	{ PROJECT(",'workspace':'edit'"), "projects[0].workspace",
	  "is no level", "can_edit", 0, "" },
	{ PROJECT(",'public_web':'can_edit'"), "projects[0].public_web",
	  "above can_view", "none, app_only, can_view", 0,
	  "PUBLIC_LEVEL_INVALID" },
	{ PROJECT(",'grants':[{'user':'bob','level':'none'}]"),
	  "projects[0].grants[0].level", "is no level to grant", "app_only", 0,
	  "" },
	{ PROJECT(",'grants':[{'level':'can_view'}]"), "projects[0].grants[0]",
	  "neither a user nor a group", "", 0, "" },
	{ PROJECT(",'grants':[{'user':'bob','group':'g1','level':'can_view'}]"),
	  "projects[0].grants[0]", "a user and a group", "", 0, "" },
	{ PROJECT(",'grants':[{'group':'g7','level':'can_view'}]"),
	  "projects[0].grants[0].group", "\"g7\" is no group", "", 0, "" },
	{ PROJECT(",'grants':[{'user':'bob','level':'can_view'},"
	  "{'group':'g1','level':'can_view'},{'user':'bob','level':'can_edit'}]"),
	  "projects[0].grants[2]", "\"bob\" is named twice", "one grant", 0,
	  "" },
	{ PROJECT(",'assets':['a1','a9']"), "projects[0].assets[1]",
	  "\"a9\" is no asset", "", 0, "" },
	{ PROJECT(",'own':[{'id':'o','kind':'git_package','name':'x'}]"),
	  "projects[0].own[0].kind", "cannot be a project's own", "", 0, "" },
	{ PROJECT(",'assets':['s1'],"
	  "'own':[{'id':'o','kind':'secret','name':'KEY'}]"),
	  "projects[0].own[0].name", "another secret of this project", "", 0,
	  "" },
	{ PROJECT(",'own':[{'id':'o','kind':'secret','name':'K'},"
	  "{'id':'o','kind':'secret','name':'L'}]"), "projects[0].own[1].id",
	  "stands twice", "", 0, "" },
	{ PROJECT(",'categories':['a,b']"), "projects[0].categories[0]",
	  "holds a comma", "", 0, "" },
	{ PROJECT("},{'id':'p1','title':'Q','owner':'ada'"), "projects[1].id",
	  "stands twice", "", 0, "" },
};

static void expect_bad(const struct bad *one)
{
	char *text = quoted(one->document);
	struct file_notes notes = { 0 };
	struct facts facts;
	struct error err;

	if (read_text(text, strlen(text), &facts, &notes, &err))
		fail_msg("was taken: %s", one->document);
	if (err.kind != (one->kind ? one->kind : ERROR_INVALID) ||
	    strcmp(err.code, one->code) != 0 ||
	    !strstr(err.text, one->text) || !strstr(err.remedy, one->remedy) ||
	    strncmp(err.field, one->field, strlen(one->field)) != 0 ||
	    strchr(err.text, '\n'))
		fail_msg("%s\ngives kind %d code %s field %s\n%s\n(%s)",
			 one->document, (int)err.kind, err.code, err.field,
			 err.text, err.remedy);
	facts_release(&facts);
	free(text);
}

TEST(bad_files_are_refused_by_path)
{
	for (size_t i = 0; i < COUNT_OF(bad); i++)
		expect_bad(&bad[i]);
}

TEST(a_nul_byte_is_refused)
{
	static const char text[] = "{\"format\":\"gate\0house\"}";
	struct file_notes notes = { 0 };
	struct facts facts;
	struct error err;

	assert_false(read_text(text, sizeof(text) - 1, &facts, &notes, &err));
	assert_int_equal(err.kind, ERROR_INVALID);
	assert_non_null(strstr(err.text, "line 1"));
	facts_release(&facts);
}

TEST(a_hundred_thousand_brackets_are_refused)
{
	enum { DEEP = 100000 };
	char *text = malloc(DEEP);
	struct file_notes notes = { 0 };
	struct facts facts;
	struct error err;

	memset(text, '[', DEEP);
	assert_false(read_text(text, DEEP, &facts, &notes, &err));
	assert_int_equal(err.kind, ERROR_INVALID);
	assert_non_null(strstr(err.text, "depth"));
	facts_release(&facts);
	free(text);
}

/* A document with a text of n times c at one place. */
static char *with_text(const char *before, const char *c, size_t n,
		       const char *after)
{
	size_t len = strlen(c);
	char *head = quoted(before), *tail = quoted(after);
	char *text = malloc(strlen(head) + n * len + strlen(tail) + 1);
	char *at = stpcpy(text, head);

	for (size_t i = 0; i < n; i++, at += len)
		memcpy(at, c, len);
	stpcpy(at, tail);
	free(head);
	free(tail);
	return text;
}

TEST(lengths_have_limits)
{
	static const struct {
		const char *before, *c, *after;
		size_t most;
		const char *field;
	} cases[] = {
		{ HEAD "'users':[" ADA ",{'id':'", "x",
		  "','email':'b@x','role':'guest'}]}", 128, "users[1].id" },
		{ HEAD "'users':[" ADA ",{'id':'b','email':'b@", "x",
		  "','role':'guest'}]}", 252, "users[1].email" },
		{ HEAD "'users':[" ADA ",{'id':'b','email':'b@x','name':'",
		  "\xc3\xa9", "','role':'guest'}]}", 200, "users[1].name" },
		{ FULL ",'projects':[{'id':'p','owner':'ada','title':'",
		  "\xe2\x82\xac", "'}]}", 200, "projects[0].title" },
		{ FULL ",'projects':[{'id':'p','owner':'ada','title':'T',"
		  "'description':'", "x", "'}]}", 65536,
		  "projects[0].description" },
	};
	struct file_notes notes = { 0 };
	struct facts facts;
	struct error err;
	char *text;

	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		for (size_t over = 0; over < 2; over++) {
			text = with_text(cases[i].before, cases[i].c,
					 cases[i].most + over, cases[i].after);
			assert_int_equal(read_text(text, strlen(text), &facts,
						   &notes, &err), !over);
			facts_release(&facts);
			free(text);
		}
		assert_string_equal(err.field, cases[i].field);
		assert_non_null(strstr(err.text, "too long"));
	}
}

TEST(errors_quote_little_and_nothing_raw)
{
	char *text = with_text(HEAD "'users':[" ADA ",{'id':'b','email':'b@x',"
			       "'role':'", "\xe2\x80\xae", 500, "'}]}");
	struct file_notes notes = { 0 };
	struct facts facts;
	struct error err;

	assert_false(read_text(text, strlen(text), &facts, &notes, &err));
	assert_null(strstr(err.text, "\xe2\x80\xae"));
	assert_true(text_width(err.text) < 60 + 50);
	facts_release(&facts);
	free(text);
}

/* ---- what is good ---------------------------------------------------------------- */

TEST(what_is_left_out_has_its_default)
{
	struct file_notes notes = { 0 };
	struct facts facts;

	read_good(PROJECT(""), &facts, &notes);
	assert_int_equal(facts.plan, PLAN_ENTERPRISE);
	assert_true(facts.share_to_web);
	assert_true(facts.users[1].active);
	assert_int_equal(facts.assets[0].builtin, BUILTIN_WORKSPACE);	/* A45 */
	assert_string_equal(facts.assets[0].status, "draft");
	assert_int_equal(facts.projects[0].state, STATE_ACTIVE);
	assert_true(facts.projects[0].editors_may_share);
	assert_int_equal(facts.projects[0].workspace, LEVEL_NONE);
	assert_int_equal(facts.projects[0].public_web, LEVEL_NONE);
	assert_int_equal(facts.default_asset, NOBODY);
	facts_release(&facts);
}

TEST(an_empty_access_list_is_for_admins)
{
	struct file_notes notes = { 0 };
	struct facts facts;

	read_good(ASSET("'id':'a','kind':'secret','name':'K','access':[]"),
		  &facts, &notes);
	assert_int_equal(facts.assets[0].builtin, 0);
	facts_release(&facts);
}

TEST(secret_values_are_counted_and_never_kept)
{
	struct file_notes notes = { 0 };
	struct facts facts;
	char *text;

	read_good(ASSET("'id':'a','kind':'secret','name':'K','value':'hush1'},"
			"{'id':'b','kind':'data_connection','name':'D',"
			"'config':{'host':'h','password':'hush2'}},"
			"{'id':'c','kind':'file_integration','name':'F',"
			"'bucket':'b','secret_access_key':'hush3'"),
		  &facts, &notes);
	assert_int_equal(notes.secret_values, 3);
	text = written(&facts);
	assert_null(strstr(text, "hush"));
	assert_string_equal(facts.assets[1].config, "{\"host\":\"h\"}");
	free(text);
	facts_release(&facts);
}

/* Everything a file may hold, lists out of order. */
static const char everything[] = HEAD
	"'workspace':{'name':'W','plan':'team','settings':{'share_to_web':false,"
	"'api_access':false,'token_max_days':30,'show_secret_values':false}},"
	"'users':[{'id':'u2','email':'B@x.example','role':'guest','active':false,"
	"'name':'B\\u202e'},{'id':'u1','email':'a@x.example','name':'\\u0001',"
	"'role':'admin','unix_login':'root','last_login':'2026-11-25T03:18:00Z'}],"
	"'groups':[{'id':'g2','name':'Two','members':['u2','u1','u2']},"
	"{'id':'g1','name':'One'}],"
	"'providers':[{'id':'v','type':'gitlab','name':'V',"
	"'config':{'host':'git.x.example'}}],"
	"'assets':[{'id':'b','kind':'git_package','name':'lib','provider':'v',"
	"'repository':'r','ref':'main','ref_kind':'branch',"
	"'install_commands':['a','b'],'access':['g2','public','workspace','g1']},"
	"{'id':'a','kind':'data_connection','name':'DB','type':'postgres',"
	"'config':{'port':5432,'host':'h\\u200b','deep':{'b':[1,2.5,null],'a':true}},"
	"'description':'d','status':'ok','updated_at':'2026-01-01T00:00:00Z',"
	"'updated_by':'Ann','refreshed_at':'2026-01-02T00:00:00Z','access':[]}],"
	"'default_connection':'a',"
	"'projects':[{'id':'p2','title':'Two','owner':'u2','state':'trashed',"
	"'trashed_at':'2026-11-01T00:00:00Z','editors_may_share':false,"
	"'grants':[{'group':'g2','level':'can_edit'},{'user':'u2','level':"
	"'app_only'},{'group':'g1','level':'full_access'},{'user':'u1','level':"
	"'can_view'}],'workspace':'full_access','public_web':'can_view',"
	"'assets':['b','a'],'own':[{'id':'o2','kind':'secret','name':'S'},"
	"{'id':'o1','kind':'data_connection','name':'O','type':'mysql',"
	"'config':{'host':'x'}}],'description':'D','status':'Done',"
	"'categories':['x','y']},{'id':'p1','title':'One','owner':'u1'}]}";

TEST(write_read_write_gives_the_same_bytes)
{
	struct file_notes notes = { 0 };
	struct facts facts, again;
	struct error err;
	char *first, *second;

	read_good(everything, &facts, &notes);
	first = written(&facts);
	assert_true(read_text(first, strlen(first), &again, &notes, &err));
	second = written(&again);
	assert_string_equal(first, second);
	assert_string_equal(first + strlen(first) - 2, "}\n");
	free(first);
	free(second);
	facts_release(&facts);
	facts_release(&again);
}

TEST(lists_are_written_in_order_and_nothing_is_lost)
{
	static const char *const order[] = {
		"\"name\": \"W\"", "\"plan\": \"team\"",
		"\"share_to_web\": false", "\"token_max_days\": 30",
		"\"id\": \"u1\"", "\\u0001", "\"unix_login\": \"root\"",
		"\"last_login\": \"2026-11-25T03:18:00Z\"",
		"\"id\": \"u2\"", "B\\u202e", "\"active\": false",
		"\"id\": \"g1\"", "\"id\": \"g2\"", "\"u1\"", "\"u2\"",
		"\"type\": \"gitlab\"", "git.x.example", "\"id\": \"a\"",
		("{\"deep\":{\"a\":true,\"b\":[1,2.5,null]},"
		 "\"host\":\"h\\u200b\",\"port\":5432}"),
		"\"status\": \"ok\"", "\"updated_at\": \"2026-01-01T00:00:00Z\"",
		"\"updated_by\": \"Ann\"", "\"access\": []", "\"id\": \"b\"",
		"\"provider\": \"v\"", "[\"a\",\"b\"]", "\"workspace\"",
		"\"public\"", "\"g1\"", "\"g2\"",
		"\"default_connection\": \"a\"", "\"id\": \"p1\"",
		"\"id\": \"p2\"", "\"trashed_at\"", "\"status\": \"Done\"",
		"\"x\"", "\"y\"", "\"editors_may_share\": false",
		"\"user\": \"u1\"", "\"user\": \"u2\"", "\"group\": \"g1\"",
		"\"group\": \"g2\"", "\"workspace\": \"full_access\"",
		"\"public_web\": \"can_view\"", "\"a\"", "\"b\"",
		"\"id\": \"o1\"", "\"id\": \"o2\"" };
	struct file_notes notes = { 0 };
	struct facts facts;
	const char *at;
	char *text;

	read_good(everything, &facts, &notes);
	text = written(&facts);
	at = text;
	for (size_t i = 0; i < COUNT_OF(order); i++) {
		at = strstr(at, order[i]);
		if (!at)
			fail_msg("%s is not there in its place in\n%s",
				 order[i], text);
		at += strlen(order[i]);
	}
	free(text);
	facts_release(&facts);
}

TEST(a_byte_order_mark_is_skipped)
{
	char *text = with_text("\xef\xbb\xbf", " ", 1, HEAD USERS "}");
	struct file_notes notes = { 0 };
	struct facts facts;
	struct error err;

	assert_true(read_text(text, strlen(text), &facts, &notes, &err));
	facts_release(&facts);
	free(text);
}

TEST(fields_of_a_config)
{
	static const char config[] =
		"{\"b\":true,\"list\":[\"x\",\"y\"],\"host\":\"h\",\"n\":5}";
	struct arena arena = { 0 };
	const char *set;

	assert_string_equal(config_get(config, "host", &arena), "h");
	assert_string_equal(config_get(config, "b", &arena), "true");
	assert_string_equal(config_get(config, "n", &arena), "5");
	assert_string_equal(config_get(config, "list", &arena), "x\ny");
	assert_null(config_get(config, "user", &arena));
	set = config_set(config, "host", NULL, &arena);
	set = config_set(set, "list", NULL, &arena);
	set = config_set(set, "user", "a\"b", &arena);
	assert_string_equal(set, "{\"b\":true,\"n\":5,\"user\":\"a\\\"b\"}");
	assert_string_equal(config_set("", "a", "1", &arena), "{\"a\":\"1\"}");
	arena_release(&arena);
}

/* ---- merge ----------------------------------------------------------------------- */

static bool merge(const char *base, const char *more, struct facts *into,
		  struct error *err)
{
	struct file_notes notes = { 0 };
	struct facts from;
	bool good;

	read_good(base, into, &notes);
	read_good(more, &from, &notes);
	error_clear(err);
	good = workspace_merge(into, &from, err);
	facts_release(&from);
	return good;
}

TEST(merge_adds_and_changes_and_nothing_goes)
{
	struct facts facts;
	struct error err;
	uint32_t eve, group;

	assert_true(merge(PROJECT(",'grants':[{'user':'bob','level':'can_view'}]"),
		HEAD "'users':[" ADA ",{'id':'eve','email':'eve@x.example',"
		"'role':'editor'}],'groups':[{'id':'g1','name':'Eins',"
		"'members':['eve']}],'projects':[{'id':'p1','title':'New',"
		"'owner':'eve','grants':[{'group':'g1','level':'can_edit'}]}]}",
		&facts, &err));
	eve = facts_user(&facts, "eve");
	group = facts_group(&facts, "g1");
	assert_int_equal(facts.n_users, 3);
	assert_string_equal(facts.groups[group].name, "Eins");
	assert_int_equal(facts.groups[group].members.n, 2);
	assert_string_equal(facts.projects[0].title, "New");
	assert_int_equal(facts.projects[0].owner, eve);
	assert_int_equal(facts.projects[0].n_grants, 2);
	assert_int_equal(facts.n_assets, 2);
	assert_int_equal(facts_user(&facts, "bob"), 1);
	facts_release(&facts);
}

TEST(merge_keeps_the_rules)
{
	struct facts facts;
	struct error err;

	assert_false(merge(FULL "}", HEAD "'users':[{'id':'new','email':"
		"'BOB@x.example','role':'admin'}]}", &facts, &err));
	assert_int_equal(err.kind, ERROR_CONFLICT);
	facts_release(&facts);
	assert_false(merge(FULL "}", HEAD "'users':[" ADA "],'assets':[{"
		"'id':'s2','kind':'secret','name':'KEY'}]}", &facts, &err));
	assert_int_equal(err.kind, ERROR_CONFLICT);
	assert_non_null(strstr(err.text, "another secret"));
	facts_release(&facts);
	assert_false(merge(FULL "}", HEAD "'users':[" ADA "],'assets':[{"
		"'id':'s1','kind':'data_connection','name':'KEY'}]}", &facts,
		&err));
	assert_int_equal(err.kind, ERROR_CONFLICT);
	facts_release(&facts);
}

TEST(merge_into_nothing_is_the_file)
{
	struct file_notes notes = { 0 };
	struct facts from, into;
	struct error err;
	char *a, *b;

	read_good(everything, &from, &notes);
	facts_init(&into);
	assert_true(workspace_merge(&into, &from, &err));
	a = written(&from);
	b = written(&into);
	assert_string_equal(a, b);
	assert_true(workspace_merge(&into, &from, &err));
	free(b);
	b = written(&into);
	assert_string_equal(a, b);
	free(a);
	free(b);
	facts_release(&from);
	facts_release(&into);
}

/* Each by its path; what only follows from another is none of its own. */
TEST(all_faults_of_a_document_are_found_at_once)
{
	static const char *const wanted[] = {
		"colour: there is no such member",
		"workspace.plan: \"gold\"",
		"workspace.settings.share_to_web: \"x\"",
		"users[1].role: \"boss\"", "users[1].active: \"x\"",
		"users[2].email: is missing", "users[3]: is text",
		"groups[0].name: \"Public\"", "groups[0].members[1]: \"who\"",
		"assets[0].kind: \"spoon\"",
		"assets[1].access[0]: \"g9\"",
		"projects[0].state: \"asleep\"",
		"projects[0].grants[1].level: \"can_fly\"",
		"projects[0].grants[2]: \"ada\" is named twice",
		"projects[0].assets[1]: \"a9\"",
		"projects[1].owner: is missing",
	};
	char *text = quoted("{'format':'gatehouse-workspace','version':1,"
		"'colour':1,'workspace':{'plan':'gold',"
		"'settings':{'share_to_web':'x'}},'users':["
		"{'id':'ada','email':'a@x','role':'admin'},"
		"{'id':'bob','email':'b@x','role':'boss','active':'x'},"
		"{'id':'cy','role':'guest'},'x'],'groups':["
		"{'id':'g','name':'Public','members':['bob','who']}],"
		"'assets':[{'id':'a','kind':'spoon','name':'x'},"
		"{'id':'b','kind':'secret','name':'B','access':['g9','g']}],"
		"'default_connection':'a',"
		"'projects':[{'id':'p','title':'P','owner':'bob',"
		"'state':'asleep','grants':[{'user':'ada','level':'can_view'},"
		"{'user':'cy','level':'can_fly'},"
		"{'user':'ada','level':'can_edit'}],'assets':['a','a9']},"
		"{'id':'q','title':'Q'}]}");
	struct file_notes notes = { 0 };
	struct facts facts;
	struct error err;

	assert_false(read_text(text, strlen(text), &facts, &notes, &err));
	assert_string_equal(err.text, notes.faults.v[0].text);
	for (size_t i = 0; i < COUNT_OF(wanted); i++)
		if (i >= notes.faults.n ||
		    !strstr(notes.faults.v[i].text, wanted[i]))
			fail_msg("%zu of %zu: %s, not %s", i, notes.faults.n,
				 notes.faults.v[i].text, wanted[i]);
	assert_int_equal(notes.faults.n, COUNT_OF(wanted));
	facts_release(&facts);
	free(text);
}

RUN(CASE(bad_files_are_refused_by_path), CASE(a_nul_byte_is_refused),
    CASE(a_hundred_thousand_brackets_are_refused), CASE(lengths_have_limits),
    CASE(all_faults_of_a_document_are_found_at_once),
    CASE(errors_quote_little_and_nothing_raw),
    CASE(what_is_left_out_has_its_default),
    CASE(an_empty_access_list_is_for_admins),
    CASE(secret_values_are_counted_and_never_kept),
    CASE(write_read_write_gives_the_same_bytes),
    CASE(lists_are_written_in_order_and_nothing_is_lost),
    CASE(a_byte_order_mark_is_skipped), CASE(fields_of_a_config),
    CASE(merge_adds_and_changes_and_nothing_goes), CASE(merge_keeps_the_rules),
    CASE(merge_into_nothing_is_the_file))
