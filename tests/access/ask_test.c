/* ask_test.c: questions in words. */
#include "access/ask/ask_read.h"
#include "tests/expect.h"
#include "model/workspace_file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FILE_MOST = 1 << 20 };

static struct facts facts;
static struct seen seen;
static struct name_index names;

static char *whole(const char *path, size_t *n)
{
	char *data = calloc(1, FILE_MOST);
	FILE *file = fopen(path, "r");

	if (!file || !data)
		fail_msg("%s cannot be read", path);
	*n = fread(data, 1, FILE_MOST, file);
	fclose(file);
	return data;
}

static int open_demo(void **state)
{
	const char *top = getenv("srcdir_abs");
	char path[4096], *data;
	struct error err;
	size_t n;

	(void)state;
	snprintf(path, sizeof(path), "%s/data/demo.json", top ? top : ".");
	data = whole(path, &n);
	facts_init(&facts);
	error_clear(&err);
	if (!workspace_read_json(path, data, n, &facts, NULL, &err))
		fail_msg("%s", err.text);
	free(data);
	seen_init(&seen, &facts, facts_user(&facts, "u-maya"), true);
	return !name_index_build(&names, &seen, 100000);
}

static int close_demo(void **state)
{
	(void)state;
	name_index_release(&names);
	seen_release(&seen);
	facts_release(&facts);
	return 0;
}

static const char *subject(const struct ask *ask)
{
	switch (ask->subject) {
	case SUBJECT_USER:
		return facts.users[ask->who].id;
	case SUBJECT_GROUP:
		return facts.groups[ask->who].id;
	case SUBJECT_ROLE:
		return role_code((enum role)ask->who);
	case SUBJECT_EVERYONE:
		return "everyone";
	case SUBJECT_ANYONE:
		return "anyone";
	case SUBJECT_PUBLIC:
		return "public";
	default:
		return "-";
	}
}

static const char *said(const char *text, const struct ask_focus *focus)
{
	static const char *const kinds[] = { "nothing", "can", "why", "who", "what",
		"used", "members", "owner" };
	static char out[400];
	struct ask ask;
	int n;

	(void)ask_read(text, &seen, &names, focus, &ask);
	n = snprintf(out, sizeof(out), "%s %s %s %s%s%s", kinds[ask.kind],
		     subject(&ask), ask.object == OBJECT_PROJECT ?
		     facts.projects[ask.of].id : ask.object == OBJECT_ASSET ?
		     facts.assets[ask.of].id : "-", ask.level ?
		     level_code(ask.level) : "-", ask.value ? " value" : "",
		     ask.held ? " held" : "");
	if (ask.kind == ASK_NOTHING)
		return out;
	if (ask.lack == LACK_WORD)
		snprintf(out + n, sizeof(out) - (size_t)n, " ?%.*s",
			 (int)ask.len, text + ask.at);
	else if (ask.lack == LACK_CHOICE)
		snprintf(out + n, sizeof(out) - (size_t)n, " %zu of %.*s",
			 ask.n_choices, (int)ask.len, text + ask.at);
	else if (ask.lack != LACK_NOTHING)
		snprintf(out + n, sizeof(out) - (size_t)n, " %s", ask.lack ==
			 LACK_SUBJECT ? "who?" : "on what?");
	return out;
}

static void means(const char *text, const char *want)
{
	const char *got = said(text, NULL);

	if (strcmp(got, want) != 0)
		fail_msg("%s: %s, not %s", text, got, want);
}

TEST(may_somebody_do_it)
{
	means("can bob edit revenue model", "can u-bob p-rev can_edit");
	means("Can Bob Stein edit the revenue model?", "can u-bob p-rev can_edit");
	means("can bob@acme.example see p-rev", "can u-bob p-rev can_view");
	means("does emil have full access to churn", "can u-emil p-churn full_access");
	means("can finance edit revenue model", "can g-fin p-rev can_edit");
	means("can viewers edit churn", "can viewer p-churn can_edit");
	means("can guests see the app of revenue model", "can guest p-rev app_only");
	means("is churn public", "can public p-churn -");
	means("can everyone view board pack", "can everyone p-board can_view");
	means("can i delete churn", "can u-maya p-churn full_access");
	means("can dana use snowflake", "can u-dana a-snow -");
	means("can dana see the value of stripe key", "can u-dana a-key can_view value");
}

TEST(why_has_somebody_what)
{
	means("why can't emil edit ad spend", "why u-emil p-ads can_edit");
	means("why not dana", "why u-dana - - on what?");
	means("why is dana held on revenue model", "why u-dana p-rev - held");
	means("what holds bob on revenue model", "why u-bob p-rev - held");
	means("how can bob edit revenue model", "why u-bob p-rev can_edit");
	means("bob on revenue model", "why u-bob p-rev -");
	means("why can\xe2\x80\x99t theo see churn", "why u-theo p-churn can_view");
}

TEST(who_may_do_it)
{
	means("who can edit churn", "who - p-churn can_edit");
	means("who has access to board pack", "who - p-board -");
	means("can anyone edit churn", "can anyone p-churn can_edit");
	means("who can use snowflake", "who - a-snow -");
	means("who sees the value of stripe key", "who - a-key can_view value");
	means("editors of churn", "who - p-churn can_edit");
	means("who is held on revenue model", "who - p-rev - held");
	means("who owns churn", "owner - p-churn -");
	means("who is in finance", "members g-fin - -");
	means("which people can run churn", "who - p-churn can_edit");
}

TEST(what_somebody_may_do)
{
	means("what can bob do", "what u-bob - -");
	means("which projects can bob edit", "what u-bob - can_edit");
	means("what does finance have access to", "what g-fin - -");
	means("where is bob held", "what u-bob - - held");
	means("which projects use snowflake", "used - a-snow -");
}

TEST(what_is_not_understood_is_told)
{
	means("can bob frobnicate churn", "can u-bob p-churn - ?frobnicate");
	means("can zaphod edit churn", "can - p-churn can_edit ?zaphod");
	means("can bob dana edit churn", "can u-bob p-churn can_edit ?dana");
	means("can bob edit revenue", "can u-bob p-fcst can_edit 2 of revenue");
	means("zaphod", "nothing - - -");
	means("frobnicate bob", "nothing u-bob - -");
	means("share revenue model", "nothing - p-rev can_edit");
	means("who", "nothing - - -");
	means("why edit churn", "why - p-churn can_edit who?");
}

/* The focus is what is not said, and one of several that are called so. */
TEST(the_focus_fills_in)
{
	struct ask_focus on = { NOBODY, NOBODY, facts_project(&facts, "p-rev"),
				NOBODY };

	assert_string_equal(said("why not dana", &on), "why u-dana p-rev -");
	assert_string_equal(said("who can edit", &on), "who - p-rev can_edit");
	assert_string_equal(said("can bob edit revenue", &on),
			    "can u-bob p-rev can_edit");
	on.user = facts_user(&facts, "u-bob");
	assert_string_equal(said("can he edit churn", &on),
			    "can u-bob p-churn can_edit");
}

/* ---- as others would ask ------------------------------------------------------------ */

static const char *ability_of(const struct ask *ask)
{
	static const char *const levels[LEVELS] = {
		[LEVEL_NONE] = "-", [LEVEL_APP_ONLY] = "app",
		[LEVEL_CAN_VIEW] = "view", [LEVEL_CAN_EDIT] = "edit",
		[LEVEL_FULL_ACCESS] = "full"
	};
	static const struct { int can; const char *word; } cans[] = {
		{ CAN_RUN, "run" }, { CAN_SHARE, "share" }, { CAN_DELETE, "delete" },
		{ CAN_COMMENT_LOGIC, "comment" }, { CAN_MANAGE, "manage" }
	};
	size_t i;

	if (ask->kind == ASK_USED || ask->kind == ASK_OWNER)
		return "-";
	if (ask->object == OBJECT_ASSET)
		return ask->value ? "value" : "use";
	for (i = 0; i < sizeof(cans) / sizeof(cans[0]); i++)
		if (cans[i].can == ask->can)
			return cans[i].word;
	return ask->level == LEVEL_NONE && ask->access ? "view" :
		levels[ask->level];
}

static const char *kind_of(const struct ask *ask)
{
	bool asset = ask->object == OBJECT_ASSET;

	switch (ask->kind) {
	case ASK_CAN:
		return asset ? "can use" : ask->subject == SUBJECT_GROUP ?
			"can group" : ask->subject == SUBJECT_ROLE ? "can role" :
			ask->subject == SUBJECT_ANYONE ? "can anyone" : "can";
	case ASK_WHY:
		return asset ? "why use" : "why";
	case ASK_WHO:
		return asset ? (ask->value ? "value" : "use") :
			ask->held ? "held" : ask->denied ? "who not" : "who";
	case ASK_WHAT:
		return ask->object != OBJECT_NONE ? "why" : ask->held ?
			"what held" : "what";
	case ASK_USED:
		return "imports";
	case ASK_OWNER:
		return "owner";
	default:
		return "nothing";
	}
}

static const char *whom_of(const struct ask *ask)
{
	switch (ask->subject) {
	case SUBJECT_USER:
		return facts.users[ask->who].name;
	case SUBJECT_GROUP:
		return facts.groups[ask->who].name;
	case SUBJECT_ROLE:
		return ask->who == ROLE_GUEST ? "Guests" : "Viewers";
	case SUBJECT_ANYONE:
		return "anyone";
	default:
		return "-";
	}
}

/* In the words of the list. */
static const char *told(const char *text, struct ask *ask)
{
	static char out[400];

	(void)ask_read(text, &seen, &names, NULL, ask);
	snprintf(out, sizeof(out), "%s; %s; %s; %s", kind_of(ask), whom_of(ask),
		 ask->object == OBJECT_PROJECT ? facts.projects[ask->of].title :
		 ask->object == OBJECT_ASSET ? facts.assets[ask->of].name : "-",
		 ability_of(ask));
	return out;
}

/* Where several are called so, the one that is meant is among them, and with its
 * whole name the question is understood. */
static bool understood(const char *text, const char *want)
{
	char whole[400];
	struct ask ask, again;
	size_t i;

	if (strcmp(told(text, &ask), want) == 0 && ask.lack == LACK_NOTHING)
		return true;
	for (i = 0; ask.lack == LACK_CHOICE && i < ask.n_choices; i++) {
		snprintf(whole, sizeof(whole), "%.*s\"%s\"%s", (int)ask.at, text,
			 ask.choice[i].folded, text + ask.at + ask.len);
		if (strcmp(told(whole, &again), want) == 0 &&
		    again.lack == LACK_NOTHING)
			return true;
	}
	return false;
}

/* Written by somebody who had not read the parser. */
TEST(as_others_would_ask)
{
	const char *top = getenv("srcdir_abs");
	char path[4096], *data, *line, *rest = NULL, *want;
	struct ask ask;
	int asked = 0, missed = 0;
	size_t n;

	snprintf(path, sizeof(path), "%s/tests/access/phrasings.tsv",
		 top ? top : ".");
	data = whole(path, &n);
	for (line = strtok_r(data, "\n", &rest); line;
	     line = strtok_r(NULL, "\n", &rest)) {
		want = strchr(line, '\t');
		if (line[0] == '#' || !want)
			continue;
		*want++ = '\0';
		asked++;
		if (understood(line, want))
			continue;
		missed++;
		fprintf(stderr, "%s: %s, not %s\n", line, told(line, &ask), want);
	}
	free(data);
	assert_in_range(asked, 60, 1000);
	assert_int_equal(missed, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(may_somebody_do_it), CASE(why_has_somebody_what),
		CASE(who_may_do_it), CASE(what_somebody_may_do),
		CASE(what_is_not_understood_is_told), CASE(the_focus_fills_in),
		CASE(as_others_would_ask)
	};

	return cmocka_run_group_tests(tests, open_demo, close_demo);
}
