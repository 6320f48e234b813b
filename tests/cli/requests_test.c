/* requests_test.c: asking for more access and being answered (D32), of the built program
 * on a demo store, as several people. */
#include "tests/cli/program.h"

#define BOB "--as|bob@acme.example|"
#define NOOR "--as|noor@candidate.example|"
#define GUS "--as|gus@acme.example|"

static void open_demo_store(struct program *p)
{
	char line[200];

	program_open(p, NULL);
	snprintf(line, sizeof(line), "demo|--keep|%s", p->store);
	RUNS(p, line, 0);
}

/* The text of a field of a row; "" where it is null, NULL where there is no such row. */
static const char *field(struct program *p, const char *as, size_t row, const char *name)
{
	static char text[400];
	char line[200];
	json_t *json, *one;
	const char *value;

	snprintf(line, sizeof(line), "%saccess|requests|--format|json", as);
	json = program_json(p, line, 0);
	one = json_array_get(json_object_get(json, "rows"), row);
	value = json_string_value(json_object_get(one, name));
	snprintf(text, sizeof(text), "%s", value ? value : "");
	json_decref(json);
	return one ? text : NULL;
}

static void answers(struct program *p, const char *words, int status)
{
	char line[400], id[100];

	snprintf(id, sizeof(id), "%s", field(p, "", 0, "id"));
	snprintf(line, sizeof(line), "access|answer|%s|%s", id, words);
	RUNS(p, line, status);
}

static json_t *level_of(struct program *p, const char *line)
{
	return program_json(p, line, 0);
}

/* What bob can do on p-rev now. */
static bool bob_has(struct program *p, const char *level)
{
	json_t *json = level_of(p, "access|explain|bob@acme.example|p-nps|--format|json");
	char *text = json_dumps(json, JSON_COMPACT);
	char wanted[60];
	bool has;

	snprintf(wanted, sizeof(wanted), "\"effective\":\"%s\"", level);
	has = strstr(text, wanted) != NULL;
	free(text);
	json_decref(json);
	return has;
}

TEST(it_is_seen_by_who_could_grant_it_and_by_nobody_else)
{
	struct program p;

	open_demo_store(&p);
	RUNS(&p, BOB "access|request|p-nps|can_edit|--message|for the Q3 close", 0);
	assert_string_equal(field(&p, "", 0, "email"), "bob@acme.example");
	assert_string_equal(field(&p, "", 0, "message"), "for the Q3 close");
	assert_string_equal(field(&p, BOB, 0, "state"), "open");
	assert_null(field(&p, GUS, 0, "id"));		/* nothing of his */
	assert_null(field(&p, NOOR, 0, "id"));
	/* One open of each; not what is there already; not on what is not seen. */
	RUNS(&p, BOB "access|request|p-nps|full_access", 5);
	assert_non_null(strstr(p.err, "already"));
	RUNS(&p, BOB "access|request|p-rev|can_view", 5);
	RUNS(&p, BOB "access|request|p-churn|can_view", 4);
	RUNS(&p, BOB "access|request|p-there-is-none|can_view", 4);
	RUNS(&p, BOB "access|answer|rq-none|grant", 4);
	program_close(&p);
}

TEST(messages_are_short_and_harmless)
{
	struct program p;
	char line[600], many[160];

	open_demo_store(&p);
	memset(many, 'x', 151);
	many[151] = '\0';
	snprintf(line, sizeof(line), BOB "access|request|p-nps|can_edit|--message|%s", many);
	RUNS(&p, line, 2);
	many[150] = '\0';
	snprintf(line, sizeof(line), BOB "access|request|p-nps|can_edit|--message|%s", many);
	RUNS(&p, line, 0);
	RUNS(&p, "undo|2|--yes", 3);		/* another's is not taken back */
	RUNS(&p, BOB "undo|--yes", 0);
	assert_null(field(&p, "", 0, "id"));
	if (program_run(&p, BOB "access|request|p-nps|can_edit|--message|\033]0;x\007 and "
			"\xe2\x80\xae turned") == 0) {
		RUNS(&p, "access|requests", 0);
		assert_null(strchr(p.out, '\033'));
		assert_null(strstr(p.out, "\xe2\x80\xae"));
	}
	program_close(&p);
}

TEST(grant_less_decline_and_the_way_back)
{
	struct program p;

	open_demo_store(&p);
	RUNS(&p, BOB "access|request|p-nps|can_edit", 0);
	answers(&p, "decline", 2);			/* why? */
	answers(&p, "full_access", 2);		/* more than asked */
	answers(&p, "decline|--message|Viewers cannot edit", 0);
	assert_null(field(&p, "", 0, "id"));
	assert_string_equal(field(&p, BOB, 0, "state"), "declined");
	assert_string_equal(field(&p, BOB, 0, "reason"), "Viewers cannot edit");
	RUNS(&p, "undo|--yes", 0);
	assert_string_equal(field(&p, BOB, 0, "state"), "open");
	RUNS(&p, "redo|--yes", 0);
	assert_string_equal(field(&p, BOB, 0, "state"), "declined");
	program_close(&p);
}

/* Which the demo's facts allow: somebody without a level on what is not held. */
TEST(a_grant_and_its_answer_are_one_event)
{
	struct program p;

	open_demo_store(&p);
	RUNS(&p, "project|create|Handover|--yes", 0);
	RUNS(&p, "project|share|Handover|--user|amir@acme.example|--level|app_only|--yes", 0);
	RUNS(&p, "--as|amir@acme.example|access|request|Handover|can_edit", 0);
	answers(&p, "can_view|--yes", 0);
	assert_string_equal(field(&p, "--as|amir@acme.example|", 0, "state"), "less");
	assert_string_equal(field(&p, "--as|amir@acme.example|", 0, "given"), "can_view");
	RUNS(&p, "undo|--yes", 0);
	assert_string_equal(field(&p, "--as|amir@acme.example|", 0, "state"), "open");
	answers(&p, "grant|--yes", 0);
	assert_string_equal(field(&p, "--as|amir@acme.example|", 0, "state"), "granted");
	assert_string_equal(field(&p, "--as|amir@acme.example|", 0, "now"), "can_edit");
	program_close(&p);
}

TEST(it_closes_where_the_level_is_reached_or_the_project_goes)
{
	struct program p;

	open_demo_store(&p);
	RUNS(&p, "project|create|Handover|--yes", 0);
	RUNS(&p, "project|share|Handover|--user|amir@acme.example|--level|app_only|--yes", 0);
	RUNS(&p, "--as|amir@acme.example|access|request|Handover|can_edit", 0);
	RUNS(&p, "project|share|Handover|--group|Data Team|--level|can_edit|--yes", 0);
	assert_string_equal(field(&p, "--as|amir@acme.example|", 0, "state"), "reached");
	RUNS(&p, "undo|--yes", 0);
	assert_string_equal(field(&p, "--as|amir@acme.example|", 0, "state"), "open");
	RUNS(&p, "project|delete|Handover|--yes", 0);
	assert_null(field(&p, "", 0, "id"));
	RUNS(&p, BOB "access|request|p-nps|can_edit", 0);
	RUNS(&p, "user|deactivate|bob@acme.example|--yes", 0);
	assert_null(field(&p, "", 0, "id"));
	program_close(&p);
}

TEST(it_is_in_the_backup_and_the_audit_not_in_the_file)
{
	struct program p;
	char line[400];

	open_demo_store(&p);
	RUNS(&p, BOB "access|request|p-nps|can_edit|--message|a marker to find", 0);
	RUNS(&p, "workspace|export", 0);
	assert_null(strstr(p.out, "a marker to find"));
	RUNS(&p, "audit|list|--limit|1|--format|csv", 0);
	assert_non_null(strstr(p.out, "access request"));
	snprintf(line, sizeof(line), "workspace|backup|%s", program_file(&p, "b.db"));
	RUNS(&p, line, 0);
	/* A file that replaces everything does not end what it does not hold. */
	snprintf(line, sizeof(line), "workspace|export|%s", program_file(&p, "w.json"));
	RUNS(&p, line, 0);
	snprintf(line, sizeof(line), "workspace|import|%s|--yes|--admin|maya@acme.example",
		 program_file(&p, "w.json"));
	RUNS(&p, line, 0);
	assert_string_equal(field(&p, "", 0, "message"), "a marker to find");
	answers(&p, "decline|--message|not now", 0);
	assert_null(field(&p, "", 0, "id"));
	snprintf(p.store, sizeof(p.store), "%s", program_file(&p, "b.db"));
	RUNS(&p, "access|requests", 0);
	assert_non_null(strstr(p.out, "a marker to find"));
	program_close(&p);
}

/* What was looked at stays so, whatever stood in the file that remembers it. */
TEST(a_damaged_file_of_what_was_looked_at_begins_anew)
{
	enum { LARGE = 70000, FULL = 65500 };
	static const struct { size_t n; const char *text; } files[] = {
		{ 10, "rq-a 1\0rq\n" }, { 7, "half a " }, { LARGE, NULL }, { FULL, NULL }
	};
	char *large = malloc(LARGE);

	assert_non_null(large);
	memset(large, 'x', LARGE);
	for (size_t i = 0; i < COUNT_OF(files); i++) {
		struct program p;
		FILE *file;

		open_demo_store(&p);
		RUNS(&p, BOB "access|request|p-nps|can_edit", 0);
		answers(&p, "decline|--message|no", 0);
		assert_true(mkdir(program_file(&p, ".local"), 0700) == 0 || errno == EEXIST);
		assert_true(mkdir(program_file(&p, ".local/state"), 0700) == 0 ||
			    errno == EEXIST);
		assert_true(mkdir(program_file(&p, ".local/state/gatehouse"), 0700) == 0 ||
			    errno == EEXIST);
		file = fopen(program_file(&p, ".local/state/gatehouse/answers"), "w");
		assert_non_null(file);
		assert_int_equal(fwrite(files[i].text ? files[i].text : large, 1,
					files[i].n, file), files[i].n);
		assert_int_equal(fclose(file), 0);
		RUNS(&p, BOB "access|requests", 0);
		assert_non_null(strstr(p.out, "declined, new"));
		RUNS(&p, BOB "access|requests", 0);
		assert_null(strstr(p.out, "declined, new"));
		program_close(&p);
	}
	free(large);
}

/* "Bob Stein can edit NPS survey" was said of a Viewer. */
TEST(a_grant_that_is_held_is_not_said_to_be_had)
{
	struct program p;

	open_demo_store(&p);
	RUNS(&p, BOB "access|request|p-nps|can_edit", 0);
	RUNS(&p, "--as|ivan@acme.example|access|answer|bob@acme.example/p-nps|grant", 0);
	assert_non_null(strstr(p.out, "Bob Stein has been granted Can Edit on NPS survey."));
	RUNS(&p, "--as|ivan@acme.example|project|share|p-nps|--group|Finance|--level|can_edit",
	     0);
	assert_non_null(strstr(p.out, "has been granted Can Edit"));
	RUNS(&p, "--as|ivan@acme.example|project|share|p-nps|--user|gus@acme.example|--level|"
	     "can_edit", 0);
	assert_non_null(strstr(p.out, "Gus Novak can edit NPS survey."));
	program_close(&p);
}

/* The key of a fix that has this in its words. */
static const char *way_key(struct program *p, const char *line, const char *words)
{
	static char key[40];
	json_t *json = program_json(p, line, 0), *one;
	size_t i;

	key[0] = '\0';
	json_array_foreach(json_object_get(json, "fixes"), i, one)
		if (!key[0] && strstr(json_string_value(json_object_get(one, "text")), words))
			snprintf(key, sizeof(key), "%s",
				 json_string_value(json_object_get(one, "key")));
	json_decref(json);
	assert_true(key[0] != '\0');
	return key;
}

/* The last line of `access user` of somebody has this. */
static bool rows_say(struct program *p, const char *line, const char *text)
{
	RUNS(p, line, 0);
	return strstr(p->out, text) != NULL;
}

/* What keeps the person from the level is lifted in the same event. */
TEST(it_is_given_by_another_way_as_one_event)
{
	struct program p;
	char words[200], key[40];

	open_demo_store(&p);
	RUNS(&p, BOB "access|request|p-rev|can_edit", 0);
	/* Granted already, and held: the refusal has the ways, as answers. */
	answers(&p, "grant", 5);
	assert_non_null(strstr(p.err, "ASSET_MISSING") ? p.err :
			strstr(p.err, " grant --way "));
	assert_null(strstr(p.err, "access fixes"));
	assert_null(strstr(p.err, "grant Can View"));
	snprintf(key, sizeof(key), "%s", way_key(&p, "access|fixes|u-bob|p-rev|--level|"
		 "can_edit|--format|json", "share Snowflake prod with Finance"));
	answers(&p, "grant|--way|nonsense|--yes", 5);
	assert_non_null(strstr(p.err, "no longer"));
	snprintf(words, sizeof(words), "app_only|--way|%s|--yes", key);
	answers(&p, words, 2);
	snprintf(words, sizeof(words), "decline|--message|no|--way|%s|--yes", key);
	answers(&p, words, 2);
	assert_string_equal(field(&p, BOB, 0, "state"), "open");
	snprintf(words, sizeof(words), "grant|--way|%s|--yes", key);
	answers(&p, words, 0);
	assert_string_equal(field(&p, BOB, 0, "state"), "granted");
	assert_string_equal(field(&p, BOB, 0, "given"), "can_edit");
	assert_string_equal(field(&p, BOB, 0, "by"), "maya@acme.example");
	RUNS(&p, "access|check|bob@acme.example|p-rev|can_edit", 0);
	RUNS(&p, "audit|list|--limit|1|--format|csv", 0);
	assert_non_null(strstr(p.out, "access answer"));
	assert_true(rows_say(&p, "user|show|u-bob", "Editor"));
	RUNS(&p, "undo|--yes", 0);
	assert_string_equal(field(&p, BOB, 0, "state"), "open");
	assert_true(rows_say(&p, "user|show|u-bob", "Viewer"));
	RUNS(&p, "access|check|bob@acme.example|p-rev|can_edit", 1);
	RUNS(&p, "redo|--yes", 0);
	RUNS(&p, "access|check|bob@acme.example|p-rev|can_edit", 0);
	answers(&p, words, 4);		/* it is no longer there to answer */
	program_close(&p);
}

/* Of no project, for Admins alone. */
TEST(a_role_is_asked_for_and_answered)
{
	struct program p;

	open_demo_store(&p);
	RUNS(&p, BOB "access|request|--role|viewer", 5);		/* he is that */
	RUNS(&p, BOB "access|request|--role|guest", 5);
	RUNS(&p, BOB "access|request|p-nps|can_edit|--role|editor", 2);
	RUNS(&p, BOB "access|request", 2);
	RUNS(&p, BOB "access|request|--role|editor|--message|to edit the model", 0);
	RUNS(&p, BOB "access|request|--role|admin", 5);
	assert_non_null(strstr(p.err, "already"));
	assert_string_equal(field(&p, "", 0, "role"), "editor");
	assert_string_equal(field(&p, "", 0, "now"), "viewer");
	assert_string_equal(field(&p, "", 0, "level"), "");
	assert_string_equal(field(&p, "", 0, "project"), "");
	assert_null(field(&p, "--as|ivan@acme.example|", 0, "id"));
	assert_null(field(&p, NOOR, 0, "id"));
	RUNS(&p, "--as|ivan@acme.example|access|answer|bob@acme.example/role|grant", 4);
	RUNS(&p, BOB "access|answer|bob@acme.example/role|grant", 3);	/* his own */
	answers(&p, "admin", 2);
	answers(&p, "viewer", 2);
	answers(&p, "can_edit", 2);
	answers(&p, "grant|--way|x", 2);
	answers(&p, "explorer|--yes", 0);
	assert_string_equal(field(&p, BOB, 0, "state"), "less");
	assert_string_equal(field(&p, BOB, 0, "given"), "explorer");
	assert_true(rows_say(&p, "user|show|u-bob", "Explorer"));
	RUNS(&p, "undo|--yes", 0);		/* the answer and the role */
	assert_true(rows_say(&p, "user|show|u-bob", "Viewer"));
	assert_string_equal(field(&p, BOB, 0, "state"), "open");
	answers(&p, "grant|--yes", 0);
	assert_true(rows_say(&p, "user|show|u-bob", "Editor"));
	RUNS(&p, BOB "access|request|--role|admin", 0);
	answers(&p, "decline|--message|no", 0);
	assert_string_equal(field(&p, BOB, 0, "state"), "declined");
	assert_null(field(&p, BOB, 1, "state"));		/* the last one of a role */
	program_close(&p);
}

TEST(a_role_ends_by_itself_and_is_taken_back)
{
	struct program p;
	char line[400];

	open_demo_store(&p);
	RUNS(&p, BOB "access|request|--role|editor|--message|a marker to find", 0);
	RUNS(&p, "workspace|export", 0);
	assert_null(strstr(p.out, "a marker to find"));
	RUNS(&p, "audit|list|--limit|1|--format|csv", 0);
	assert_non_null(strstr(p.out, "access request"));
	snprintf(line, sizeof(line), "workspace|backup|%s", program_file(&p, "b.db"));
	RUNS(&p, line, 0);
	RUNS(&p, "undo|2|--yes", 3);		/* another's is not taken back */
	RUNS(&p, BOB "undo|--yes", 0);
	assert_null(field(&p, "", 0, "id"));
	RUNS(&p, BOB "redo|--yes", 0);
	assert_string_equal(field(&p, "", 0, "message"), "a marker to find");
	RUNS(&p, "user|role|u-bob|manager|--yes", 0);	/* that, and more */
	assert_string_equal(field(&p, BOB, 0, "state"), "reached");
	RUNS(&p, "undo|--yes", 0);
	assert_string_equal(field(&p, BOB, 0, "state"), "open");
	RUNS(&p, "user|deactivate|bob@acme.example|--yes", 0);
	assert_null(field(&p, "", 0, "id"));
	RUNS(&p, "undo|--yes", 0);
	assert_string_equal(field(&p, "", 0, "state"), "open");
	snprintf(line, sizeof(line), "workspace|export|%s", program_file(&p, "w.json"));
	RUNS(&p, line, 0);
	snprintf(line, sizeof(line), "workspace|import|%s|--yes|--admin|maya@acme.example",
		 program_file(&p, "w.json"));
	RUNS(&p, line, 0);
	assert_string_equal(field(&p, "", 0, "message"), "a marker to find");
	snprintf(p.store, sizeof(p.store), "%s", program_file(&p, "b.db"));
	assert_string_equal(field(&p, "", 0, "role"), "editor");
	program_close(&p);
}

/* Who may not ask about others is not sent there. */
TEST(a_stale_way_leads_to_where_one_may_look)
{
	struct program p;

	open_demo_store(&p);
	RUNS(&p, BOB "access|request|p-nps|can_edit", 0);
	RUNS(&p, "access|answer|bob@acme.example/p-nps|grant|--way|nonsense", 5);
	assert_non_null(strstr(p.err, "gatehouse access fixes u-bob p-nps"));
	RUNS(&p, "--as|ivan@acme.example|access|answer|bob@acme.example/p-nps|grant|--way|"
	     "nonsense", 5);
	assert_null(strstr(p.err, "access fixes"));
	assert_non_null(strstr(p.err, "in the console, which shows the ways"));
	program_close(&p);
}

/* Labels for people, codes for programs; and what is new is so until it was listed. */
TEST(the_list_is_of_one_form)
{
	struct program p;

	open_demo_store(&p);
	setenv("XDG_STATE_HOME", program_file(&p, "state"), 1);
	RUNS(&p, BOB "access|request|p-nps|can_edit", 0);
	RUNS(&p, BOB "access|request|--role|editor", 0);
	RUNS(&p, "access|requests", 0);
	assert_non_null(strstr(p.out, "Can Edit "));
	assert_non_null(strstr(p.out, "Can View"));
	assert_non_null(strstr(p.out, "role Editor"));
	assert_null(strstr(p.out, "can_view"));
	assert_null(strstr(p.out, "can_edit"));
	RUNS(&p, "access|requests|--format|csv", 0);
	assert_non_null(strstr(p.out, ",can_edit,,can_view,"));
	assert_non_null(strstr(p.out, ",,editor,viewer,"));
	RUNS(&p, "access|answer|bob@acme.example/p-nps|decline|--message|later", 0);
	RUNS(&p, BOB "access|requests|--format|json", 0);	/* nobody has looked */
	RUNS(&p, BOB "access|requests", 0);
	assert_non_null(strstr(p.out, "declined, new"));
	assert_non_null(strstr(p.out, "1 answered since you looked"));
	RUNS(&p, BOB "access|requests", 0);
	assert_null(strstr(p.out, "new"));
	assert_null(strstr(p.out, "since you looked"));
	unsetenv("XDG_STATE_HOME");
	program_close(&p);
}

/* What is refused says how to ask. */
TEST(a_blocked_grant_offers_it)
{
	struct program p;

	open_demo_store(&p);
	RUNS(&p, BOB "project|share|p-nps|--user|gus@acme.example|--level|can_edit", 3);
	assert_non_null(strstr(p.err, "send a request: gatehouse access request p-nps "));
	assert_false(bob_has(&p, "can_edit"));
	program_close(&p);
}

RUN(CASE(it_is_seen_by_who_could_grant_it_and_by_nobody_else),
    CASE(messages_are_short_and_harmless), CASE(grant_less_decline_and_the_way_back),
    CASE(a_grant_and_its_answer_are_one_event),
    CASE(a_grant_that_is_held_is_not_said_to_be_had),
    CASE(it_is_given_by_another_way_as_one_event),
    CASE(a_role_is_asked_for_and_answered), CASE(a_role_ends_by_itself_and_is_taken_back),
    CASE(a_stale_way_leads_to_where_one_may_look),
    CASE(the_list_is_of_one_form), CASE(a_damaged_file_of_what_was_looked_at_begins_anew),
    CASE(it_closes_where_the_level_is_reached_or_the_project_goes),
    CASE(it_is_in_the_backup_and_the_audit_not_in_the_file),
    CASE(a_blocked_grant_offers_it))
