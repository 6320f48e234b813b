/* value_test.c: one reader for each kind of value (ARCHITECTURE 8.8). */
#include "tests/expect.h"

#include "model/level.h"
#include "model/mails.h"
#include "model/value.h"
#include "model/value_web.h"

TEST(switches_in_every_form)
{
	static const char *const on[] = { "on", "ON", "true", "TRUE", "True",
		"yes", "Yes", "1", " true ", "true\xc2\xa0" };
	static const char *const off[] = { "off", "false", "FALSE", "no", "No",
		"0", "\tfalse" };
	static const char *const none[] = { "", " ", "2", "o", "truth", "onoff",
		"y" };
	bool is = false;
	size_t i;

	for (i = 0; i < COUNT_OF(on); i++)
		assert_true(switch_parse(on[i], &is) && is);
	for (i = 0; i < COUNT_OF(off); i++)
		assert_true(switch_parse(off[i], &is) && !is);
	for (i = 0; i < COUNT_OF(none); i++)
		assert_false(switch_parse(none[i], &is));
}

/* What is kept reads as itself, however often a host stands before it. */
TEST(a_repository_is_read_once_and_for_all)
{
	static const char *const forms[] = { "acme/ml-utils",
		"https://github.com/acme/ml-utils.git", "git@github.com:acme/ml-utils.git",
		"git@github.com:github.com/acme/ml-utils", "acme/ml-utils.git.git/",
		"https://github.com/git@github.com:acme/ml-utils/" };
	struct arena arena = { 0 };
	size_t i;

	for (i = 0; i < COUNT_OF(forms); i++)
		assert_string_equal(value_read(&value_repository, forms[i], &arena),
				    "acme/ml-utils");
	arena_release(&arena);
}

TEST(roles_and_levels_in_every_form)
{
	static const char *const editors[] = { "editor", "Editor", "EDITOR",
		"author", "Author", " AUTHOR ", "\302\240editor" };
	enum role role;
	size_t i;

	for (i = 0; i < COUNT_OF(editors); i++) {
		assert_true(role_parse(editors[i], &role));
		assert_int_equal(role, ROLE_EDITOR);
	}
	assert_false(role_parse("authors", &role));
}

TEST(what_cannot_be_an_address)
{
	static const char *const good[] = { "a@b", "o'neil+x@acme.example",
		"jos\xc3\xa9@acme.example", "a.b-c_d@x.y" };
	static const char *const bad[] = { "", "a", "@", "a@", "@b", "a@b@c",
		"a b@c", "a@b c", "a\xc2\xa0@b", "a@b\342\200\211c", "a,b@c",
		"a;b@c", "<a@b>", "\"a\"@b", "a@b.", "a@.b", "a@b..c", "a@-b",
		"a\xe2\x80\x8b@b", "a\xe2\x80\xae@b", "a@b\n", "a@b\x1b[2J",
		"a@\xff", "mailto:a@b", "a\\b@c" };
	char text[300];
	size_t i;

	for (i = 0; i < COUNT_OF(good); i++)
		if (email_fault(good[i]))
			fail_msg("%s: %s", good[i], email_fault(good[i]));
	for (i = 0; i < COUNT_OF(bad); i++)
		if (!email_fault(bad[i]))
			fail_msg("\"%s\" was taken", bad[i]);
	memset(text, 'x', 254);
	text[1] = '@';
	text[254] = '\0';
	assert_null(email_fault(text));
	text[254] = 'x';
	text[255] = '\0';
	assert_non_null(email_fault(text));
}

static struct arena arena;

/* "email|name email|name" */
static void reads(const char *text, const char *want)
{
	size_t i, n, at = 0;
	struct mail *mail = mails_read(&arena, text, &n);
	char got[400] = "";

	for (i = 0; i < n; i++)
		at += (size_t)snprintf(got + at, sizeof(got) - at, "%s%s|%s",
				       i ? " " : "", mail[i].email,
				       mail[i].name);
	assert_string_equal(got, want);
	arena_release(&arena);
}

TEST(lists_of_addresses)
{
	/* as Outlook, Gmail and spreadsheets write them */
	reads("h1@x\nh2@x", "h1@x| h2@x|");
	reads("a@x;b@x\tc@x,d@x\r\ne@x", "a@x| b@x| c@x| d@x| e@x|");
	reads("Eva Lind <eva@x>", "eva@x|Eva Lind");
	reads("\"Lind, Eva\" <eva@x>", "eva@x|Lind, Eva");
	reads("Lind, Eva <eva@x>;", "eva@x|Lind, Eva");
	reads("Lind, Eva <eva@x>; Berg, Bo <bo@x>; c@x",
	      "eva@x|Lind, Eva bo@x|Berg, Bo c@x|");
	reads("a@x, Lind, Eva <eva@x>, b@x", "a@x| eva@x|Lind, Eva b@x|");
	reads("a@x, Eva <eva@x>", "a@x| eva@x|Eva");
	reads("nobody, a@x", "nobody| a@x|");	/* judged by who asked */
	/* blanks of any kind, what has no ink at the ends, one form */
	reads("a@x\xc2\xa0" "b@x\xe2\x80\xa8" "c@x", "a@x| b@x| c@x|");
	reads("\xef\xbb\xbf" "a@x\xe2\x80\x8b;b@x", "a@x| b@x|");
	reads("jose\xcc\x81@x, JOS\xc3\x89@x", "jos\xc3\xa9@x|");
	reads("\xc2\xa0" "Eva\xc2\xa0Lind <eva@x>", "eva@x|Eva Lind");
}

TEST(a_server_of_this_machine_by_its_address)
{
	static const char *const forms[][2] = {
		{ "http://localhost:8080/", "http://127.0.0.1:8080" },
		{ "HTTP://LOCALHOST", "http://127.0.0.1" },
		{ "https://localhost:8443", "https://localhost:8443" },
		{ "http://localhost.evil.example", "http://localhost.evil.example" },
	};
	struct arena own = { 0 };
	size_t i;

	for (i = 0; i < COUNT_OF(forms); i++)
		assert_string_equal(value_read(&value_test_endpoint, forms[i][0], &own),
				    forms[i][1]);
	assert_string_equal(value_read(&value_server, "http://127.0.0.1:80/api/v3", &own),
			    "http://127.0.0.1:80");
	arena_release(&own);
}

TEST(what_is_no_e_mail)
{
	static const char *const wrong[] = {
		"", "robot", "@acme.example", "robot@", "a@b@acme.example",
		"my robot@acme.example", "<robot@acme.example>", "a@acme.example,b",
		"robot@acme example",
	};

	assert_null(value_email.fault(value_email.like));
	for (size_t i = 0; i < COUNT_OF(wrong); i++)
		assert_string_equal(value_email.fault(wrong[i]), "it is no e-mail address");
}

RUN(CASE(what_is_no_e_mail),
    CASE(a_server_of_this_machine_by_its_address),
    CASE(a_repository_is_read_once_and_for_all), CASE(switches_in_every_form),
    CASE(roles_and_levels_in_every_form), CASE(what_cannot_be_an_address), CASE(lists_of_addresses))
