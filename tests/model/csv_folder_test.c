/* csv_folder_test.c: a folder of CSV files as a workspace. */
#include "tests/expect.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/attr.h"
#include "base/buf.h"
#include "model/workspace_file.h"

static char dir[256];

#define ALL "users.csv, groups.csv, members.csv, assets.csv, " \
	"asset_access.csv, projects.csv, grants.csv, project_assets.csv"

static const char *in_dir(const char *file)
{
	static char path[512];

	snprintf(path, sizeof(path), "%s/%s", dir, file);
	return path;
}

static void put(const char *file, const char *text)
{
	FILE *out = fopen(in_dir(file), "w");

	assert_non_null(out);
	assert_true(fputs(text, out) >= 0);
	assert_int_equal(fclose(out), 0);
}

static void make_dir(void)
{
	const char *tmp = getenv("TMPDIR");

	snprintf(dir, sizeof(dir), "%s/acme-XXXXXX", tmp ? tmp : "/tmp");
	assert_non_null(mkdtemp(dir));
}

static void remove_dir(void)
{
	struct dirent *entry;
	DIR *list = opendir(dir);

	while ((entry = readdir(list)))
		unlinkat(dirfd(list), entry->d_name, 0);
	closedir(list);
	assert_int_equal(rmdir(dir), 0);
}

#define USERS "id,email,name,role,active\nada,ada@x.example,Ada,admin,true\n" \
	"bob,bob@x.example,\"Stein, \"\"Bob\"\"\",viewer,false\n"
#define GROUPS "id,name\ng1,One\ng2,Two\n"
#define ASSETS "id,kind,name,type\na1,data_connection,DB,postgres\n" \
	"s1,secret,KEY,\n"
#define PROJECTS "id,title,owner_id,state,workspace,public_web," \
	"editors_may_share\np1,One,ada,active,can_view,none,true\n" \
	"p2,Two,bob,archived,none,app_only,false\n"

static void put_good(void)
{
	put("users.csv", USERS);
	put("groups.csv", GROUPS);
	put("members.csv", "group_id,user_id\ng2,bob\ng1,bob\ng1,ada\ng1,bob\n");
	put("assets.csv", ASSETS);
	put("asset_access.csv", "asset_id,group_id\na1,g2\na1,workspace\n"
	    "a1,g1\n");
	put("projects.csv", PROJECTS);
	put("grants.csv", "project_id,user_id,group_id,level\n"
	    "p2,,g2,can_edit\np1,bob,,can_edit\np2,ada,,app_only\n"
	    "p2,,g1,can_view\n");
	put("project_assets.csv", "project_id,asset_id\np1,s1\np1,a1\n");
}

TEST(a_folder_becomes_a_workspace)
{
	struct facts facts;
	struct error err;
	const struct fact_project *two;

	make_dir();
	put_good();
	facts_init(&facts);
	if (!workspace_read_csv(dir, NULL, PLAN_TEAM, &facts, NULL, &err))
		fail_msg("%s", err.text);
	assert_string_equal(facts.name, strrchr(dir, '/') + 1);
	assert_int_equal(facts.plan, PLAN_TEAM);
	assert_string_equal(facts.users[1].name, "Stein, \"Bob\"");
	assert_false(facts.users[1].active);
	assert_int_equal(facts.groups[0].members.n, 2);	/* doubles are one */
	assert_int_equal(facts.users[1].groups.n, 2);
	assert_int_equal(facts.users[1].groups.v[0], 0);
	assert_int_equal(facts.assets[0].builtin, BUILTIN_WORKSPACE);
	assert_int_equal(facts.assets[0].groups.n, 2);
	assert_int_equal(facts.assets[1].builtin, 0);	/* Admins only */
	assert_int_equal(facts.projects[0].assets.n, 2);
	two = &facts.projects[1];
	assert_int_equal(two->state, STATE_ARCHIVED);
	assert_int_equal(two->public_web, LEVEL_APP_ONLY);
	assert_false(two->editors_may_share);
	assert_int_equal(two->n_grants, 3);
	assert_false(two->grants[0].group);
	assert_int_equal(two->grants[1].who, 0);
	assert_int_equal(facts_grant(&facts, 1, true, 1)->level,
			 LEVEL_CAN_EDIT);
	assert_int_equal(facts.users[0].projects.n, 2);
	facts_release(&facts);
	remove_dir();
}

TEST(columns_may_stand_in_any_order_and_files_may_be_missing)
{
	struct facts facts;
	struct error err;

	make_dir();
	put("users.csv", "\xef\xbb\xbf" "role,id,active,email,name\r\n"
	    "admin,ada,,ada@x.example,\"A\nB\"\r\n");
	facts_init(&facts);
	if (!workspace_read_csv(dir, "Acme", PLAN_ENTERPRISE, &facts, NULL,
				&err))
		fail_msg("%s", err.text);
	assert_string_equal(facts.name, "Acme");
	assert_string_equal(facts.users[0].name, "A\nB");
	assert_true(facts.users[0].active);
	facts_release(&facts);
	remove_dir();
}

static const struct bad {
	const char *file, *content;
	const char *text, *remedy;
	enum error_kind kind;		/* 0: invalid */
} bad[] = {
	{ "users.csv", "", "users.csv: is empty", "id,email,name,role,active",
	  0 },
	{ "users.csv", "id,email,name,role\n", "users.csv:1: the column active",
	  "id,email,name,role,active", 0 },
	{ "users.csv", "id,mail,name,role,active\n",
	  "users.csv:1: there is no column \"mail\"", "id,email", 0 },
	{ "users.csv", "id,id,email,name,role,active\n",
	  "the column id stands twice", "id,email", 0 },
	{ "users.csv", USERS "c,c@x,C,viewer\n",
	  "users.csv:4: 4 fields, but 5", "id,email", 0 },
	{ "users.csv", USERS "c,c@x,C,viewer,true,\n",
	  "users.csv:4: 6 fields, but 5", "", 0 },
	{ "users.csv", USERS "c,c@x,C,boss,true\n",
	  "users.csv:4: role: \"boss\" is no role", "one of admin", 0 },
	{ "users.csv", USERS "c,c@x,C,guest,maybe\n",
	  "users.csv:4: active: \"maybe\" is neither", "true or false", 0 },
	{ "users.csv", USERS "c,c@x@y,C,guest,true\n",
	  "users.csv:4: email: \"c@x@y\" is not of", "ana@", 0 },
	{ "users.csv", USERS "ada,c@x,C,guest,true\n",
	  "users.csv:4: id: \"ada\" stands twice", "", 0 },
	{ "users.csv", USERS "public,c@x,C,guest,true\n", "reserved", "", 0 },
	{ "users.csv", USERS "c,ADA@X.example,C,guest,true\n",
	  "users.csv:4: email: \"ADA@X.example\" is the e-mail", "", 0 },
	{ "users.csv", USERS "c,c@x,\"C,guest,true\n", "users.csv:4: ", "", 0 },
	{ "users.csv", USERS "c,c@x,\xff,guest,true\n", "UTF-8", "", 0 },
	{ "users.csv", "id,email,name,role,active\nada,a@x,A,admin,false\n"
	  "bob,b@x,B,viewer,true\n",
	  "active Admin", "role admin", ERROR_CONFLICT },
	{ "groups.csv", GROUPS "g3,PUBLIC\n", "groups.csv:4: name: \"PUBLIC\"",
	  "", 0 },
	{ "members.csv", "group_id,user_id\ng1,eve\n",
	  "members.csv:2: user_id: \"eve\" is no user", "", 0 },
	{ "members.csv", "group_id,user_id\ng9,ada\n",
	  "members.csv:2: group_id: \"g9\" is no group", "", 0 },
	{ "assets.csv", ASSETS "a3,table,T,\n", "assets.csv:4: kind: \"table\"",
	  "data_connection", 0 },
	{ "assets.csv", ASSETS "a3,data_connection,T,oracle\n",
	  "assets.csv:4: type: \"oracle\"", "snowflake", 0 },
	{ "assets.csv", ASSETS "s2,secret,KEY,\n", "another secret", "", 0 },
	{ "asset_access.csv", "asset_id,group_id\na1,everyone\n",
	  "\"everyone\" is no group", "workspace_guests", 0 },
	{ "asset_access.csv", "asset_id,group_id\na9,public\n",
	  "asset_id: \"a9\" is no asset", "", 0 },
	{ "projects.csv", PROJECTS "p3,T,eve,active,none,none,true\n",
	  "projects.csv:4: owner_id: \"eve\"", "", 0 },
	{ "projects.csv", PROJECTS "p3,T,ada,active,none,can_edit,true\n",
	  "above can_view", "app_only", 0 },
	{ "projects.csv", PROJECTS "p3,,ada,active,none,none,true\n",
	  "projects.csv:4: title: may not be empty", "", 0 },
	{ "grants.csv", "project_id,user_id,group_id,level\np1,,,can_view\n",
	  "grants.csv:2: one of user_id and group_id", "", 0 },
	{ "grants.csv", "project_id,user_id,group_id,level\n"
	  "p1,ada,g1,can_view\n", "both given", "", 0 },
	{ "grants.csv", "project_id,user_id,group_id,level\np1,ada,,none\n",
	  "grants.csv:2: level: \"none\"", "app_only", 0 },
	{ "grants.csv", "project_id,user_id,group_id,level\n"
	  "p1,ada,,can_view\np2,ada,,can_view\np1,bob,,can_view\n"
	  "p1,ada,,can_edit\n",
	  "grants.csv:5: \"ada\" is named twice in project \"p1\"", "", 0 },
	{ "project_assets.csv", "project_id,asset_id\np1,a9\n",
	  "project_assets.csv:2: asset_id: \"a9\"", "", 0 },
};

TEST(bad_rows_are_refused_by_file_and_line)
{
	struct facts facts;
	struct error err;

	for (size_t i = 0; i < COUNT_OF(bad); i++) {
		make_dir();
		put_good();
		put(bad[i].file, bad[i].content);
		facts_init(&facts);
		error_clear(&err);
		if (workspace_read_csv(dir, NULL, PLAN_TEAM, &facts, NULL, &err))
			fail_msg("was taken: %s", bad[i].content);
		if (err.kind != (bad[i].kind ? bad[i].kind : ERROR_INVALID) ||
		    !strstr(err.text, bad[i].text) ||
		    !strstr(err.remedy, bad[i].remedy))
			fail_msg("%s gives kind %d\n%s\n(%s)", bad[i].content,
				 (int)err.kind, err.text, err.remedy);
		facts_release(&facts);
		remove_dir();
	}
}

static void expect_folder_error(const char *path, enum error_kind kind,
				const char *text)
{
	struct facts facts;
	struct error err;

	facts_init(&facts);
	assert_false(workspace_read_csv(path, NULL, PLAN_TEAM, &facts, NULL,
					&err));
	assert_int_equal(err.kind, kind);
	assert_non_null(strstr(err.text, text));
	facts_release(&facts);
}

TEST(what_is_no_csv_folder_is_refused)
{
	char path[512];

	make_dir();
	expect_folder_error(dir, ERROR_INVALID, "none of the CSV files");
	snprintf(path, sizeof(path), "%s/none", dir);
	expect_folder_error(path, ERROR_NOT_FOUND, "No such file");
	put("file", "x");
	snprintf(path, sizeof(path), "%s/file", dir);
	expect_folder_error(path, ERROR_INVALID, "is not a folder");
	assert_int_equal(unlink(path), 0);
	/* nothing waits on a pipe */
	snprintf(path, sizeof(path), "%s/users.csv", dir);
	assert_int_equal(mkfifo(path, 0600), 0);
	expect_folder_error(dir, ERROR_INVALID, "not a regular file");
	remove_dir();
}

static void read_faults(struct file_notes *notes, size_t n)
{
	struct facts facts;
	struct error err;

	facts_init(&facts);
	assert_false(workspace_read_csv(dir, NULL, PLAN_TEAM, &facts, notes,
					&err));
	assert_string_equal(err.text, notes->faults.v[0].text);
	if (notes->faults.n != n)
		fail_msg("%zu faults, not %zu; the last listed: %s",
			 notes->faults.n, n, notes->faults.v[
			 (notes->faults.n < FILE_FAULTS ? notes->faults.n :
			  FILE_FAULTS) - 1].text);
	facts_release(&facts);
}

/* Each by its line; what only follows from another is none of its own. */
TEST(all_faults_are_found_at_once)
{
	static const char *const wanted[] = {
		"users.csv:4: role: \"boss\"", "users.csv:5: email: \"d\"",
		"users.csv:5: role: \"king\"", "users.csv:5: active: \"maybe\"",
		"users.csv:6: 2 fields", "groups.csv:4: name: \"Public\"",
		"members.csv:3: user_id: \"nobody\"",
		"projects.csv:4: owner_id: \"zoe\"",
		"projects.csv:4: state: \"asleep\"",
		"grants.csv:3: level: \"can_fly\"",
		"grants.csv:5: \"ada\" is named twice",
	};
	struct file_notes notes = { 0 };

	make_dir();
	put_good();
	put("users.csv", USERS "c,c@x.example,C,boss,true\nd,d,D,king,maybe\n"
	    "e,e@x.example\nf,f@x.example,F,guest,true\n");
	put("groups.csv", GROUPS "g3,Public\n");
	put("members.csv", "group_id,user_id\ng3,c\ng1,nobody\ng1,d\ng2,e\n"
	    "g2,f\n");
	put("projects.csv", PROJECTS "p3,T,zoe,asleep,none,none,true\n"
	    "p4,T,c,active,none,none,true\n");
	put("grants.csv", "project_id,user_id,group_id,level\np1,ada,,can_view\n"
	    "p3,d,,can_fly\np4,,g3,can_view\np1,ada,,can_edit\n");
	put("project_assets.csv", "project_id,asset_id\np3,a1\n");
	read_faults(&notes, COUNT_OF(wanted));
	for (size_t i = 0; i < COUNT_OF(wanted); i++) {
		if (!strstr(notes.faults.v[i].text, wanted[i]))
			fail_msg("%zu: %s, not %s", i, notes.faults.v[i].text,
				 wanted[i]);
		assert_true(notes.faults.v[i].remedy[0] != '\0');
		assert_true(notes.faults.v[i].field[0] != '\0');
	}
	remove_dir();
}

TEST(twenty_faults_are_listed_and_all_are_counted)
{
	struct file_notes notes = { 0 };
	struct buf rows;

	make_dir();
	buf_init(&rows, 1 << 16);
	buf_adds(&rows, USERS);
	for (int i = 0; i < 33; i++)
		buf_printf(&rows, "x%d,x%d@x.example,X,boss,true\n", i, i);
	put("users.csv", buf_text(&rows));
	buf_release(&rows);
	read_faults(&notes, 33);
	assert_non_null(strstr(notes.faults.v[FILE_FAULTS - 1].text,
			       "users.csv:23: "));
	remove_dir();
}

TEST(what_is_not_read_is_named_with_what_it_resembles)
{
	static const struct { const char *file, *meant; } strays[] = {
		{ "Groups.csv", "groups.csv" }, { "grants.csv.txt", "grants.csv" },
		{ "project-assets.csv", "project_assets.csv" },
		{ "quite something else", ALL }, { "user.csv", "users.csv" },
	};
	struct facts facts;
	struct file_notes notes = { 0 };
	struct error err;

	make_dir();
	put_good();
	put(".hidden", "");
	put("README.md", "");
	put("README", "");
	facts_init(&facts);
	assert_true(workspace_read_csv(dir, NULL, PLAN_TEAM, &facts, &notes,
				       &err));
	facts_release(&facts);
	for (size_t i = 0; i < COUNT_OF(strays); i++)
		put(strays[i].file, "id\n");
	read_faults(&notes, COUNT_OF(strays));
	for (size_t i = 0; i < COUNT_OF(strays); i++) {
		assert_non_null(strstr(notes.faults.v[i].text, strays[i].file));
		if (!strstr(notes.faults.v[i].remedy, strays[i].meant))
			fail_msg("%s: %s", strays[i].file,
				 notes.faults.v[i].remedy);
	}
	remove_dir();
	/* The members of users that nobody read are not told of one by one. */
	make_dir();
	put_good();
	put("user.csv", USERS);
	assert_int_equal(unlinkat(AT_FDCWD, in_dir("users.csv"), 0), 0);
	read_faults(&notes, 1);
	remove_dir();
	/* Where those were read, the stray file is no reason to be silent; nor is it for
	 * what another file refers to that is not there. */
	make_dir();
	put_good();
	put("user.csv", USERS);
	put("members.csv", "group_id,user_id\ng1,nobody\n");
	read_faults(&notes, 2);
	remove_dir();
	make_dir();
	put_good();
	put("user.csv", USERS);
	assert_int_equal(unlinkat(AT_FDCWD, in_dir("users.csv"), 0), 0);
	assert_int_equal(unlinkat(AT_FDCWD, in_dir("groups.csv"), 0), 0);
	put("members.csv", "group_id,user_id\ngone,u1\n");
	put("asset_access.csv", "asset_id,group_id\n");
	put("grants.csv", "project_id,user_id,group_id,level\n");
	read_faults(&notes, 2);
	remove_dir();
}

/* Twenty thousand rows in no order give the same as their sorted set. */
TEST(many_rows_in_any_order)
{
	enum { MANY = 20000, STEP = 7919 };
	struct buf users, members;
	struct facts facts;
	struct error err;

	make_dir();
	buf_init(&users, 4 << 20);
	buf_init(&members, 4 << 20);
	buf_adds(&users, "id,email,name,role,active\n");
	buf_adds(&members, "group_id,user_id\n");
	for (unsigned i = 0; i < MANY; i++) {
		buf_printf(&users, "u%u,u%u@x.example,,%s,true\n", i, i,
			   i ? "editor" : "admin");
		buf_printf(&members, "g1,u%u\n", i * STEP % MANY);
	}
	put("users.csv", buf_text(&users));
	put("groups.csv", GROUPS);
	put("members.csv", buf_text(&members));
	facts_init(&facts);
	if (!workspace_read_csv(dir, NULL, PLAN_TEAM, &facts, NULL, &err))
		fail_msg("%s", err.text);
	assert_int_equal(facts.n_users, MANY);
	assert_int_equal(facts.groups[0].members.n, MANY);
	for (uint32_t i = 0; i < MANY; i++)
		assert_int_equal(facts.groups[0].members.v[i], i);
	facts_release(&facts);
	buf_release(&users);
	buf_release(&members);
	remove_dir();
}

RUN(CASE(a_folder_becomes_a_workspace),
    CASE(columns_may_stand_in_any_order_and_files_may_be_missing),
    CASE(bad_rows_are_refused_by_file_and_line),
    CASE(what_is_no_csv_folder_is_refused),
    CASE(all_faults_are_found_at_once),
    CASE(twenty_faults_are_listed_and_all_are_counted),
    CASE(what_is_not_read_is_named_with_what_it_resembles),
    CASE(many_rows_in_any_order))
