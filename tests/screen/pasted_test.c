/* pasted_test.c: addresses in what people paste. */
#include "tests/expect.h"

#include "screen/frame/pasted.h"

static struct arena arena;

/* "email|name email|name" */
static void splits(const char *text, const char *want)
{
	size_t i, n, at = 0;
	struct mail *mail = mails_split(&arena, text, &n);
	char got[400] = "";

	for (i = 0; i < n; i++)
		at += (size_t)snprintf(got + at, sizeof(got) - at, "%s%s|%s",
				       i ? " " : "", mail[i].email,
				       mail[i].name);
	assert_string_equal(got, want);
	arena_release(&arena);
}

TEST(words_and_lines)
{
	splits("", "");
	splits(" ,;\n\t ", "");
	splits("a@x", "a@x|");
	splits("a@x b@x\tc@x\nd@x\r\ne@x,f@x;g@x", "a@x| b@x| c@x| d@x| e@x| "
	       "f@x| g@x|");
	splits("  a@x ,, b@x;\n", "a@x| b@x|");
	splits("'a@x' \"b@x\"", "a@x| b@x|");
}

TEST(names)
{
	splits("Ana Bell <a@x>", "a@x|Ana Bell");
	splits("Ana <a@x>, <b@x>;Cy<c@x>", "a@x|Ana b@x| c@x|Cy");
	splits("\"Bell, Ana\" <a@x>, b@x", "a@x|Bell, Ana b@x|");
	splits("Ana <a@x> Ben <b@x>", "a@x|Ana b@x|Ben");
	splits("To: a@x", "To:| a@x|");		/* judged by who reads it */
}

TEST(none_twice)
{
	splits("a@x, A@X, Ana <a@x>", "a@x|");
}

TEST(what_is_open_is_closed_by_the_line)
{
	splits("Ana <a@x\nb@x", "Ana| <a@x| b@x|");
	splits("\"Ana, b@x", "Ana| b@x|");
	splits("<>", "");
}

TEST(a_cut_paste_loses_its_last_word)
{
	static char text[MAILS_MOST + 20];
	struct mail *mail;
	size_t n, at = 0;

	while (at < MAILS_MOST)
		at += (size_t)snprintf(text + at, sizeof(text) - at,
				       "%zu@x\n", at);
	mail = mails_split(&arena, text, &n);
	assert_true(n > 1000);
	assert_int_not_equal(strtoul(mail[n - 1].email, NULL, 10), at);
	text[strlen(text) - 1] = '\0';
	assert_null(strstr(mail[n - 1].email, strrchr(text, '\n') + 1));
	arena_release(&arena);
}

RUN(CASE(words_and_lines), CASE(names), CASE(none_twice),
    CASE(what_is_open_is_closed_by_the_line),
    CASE(a_cut_paste_loses_its_last_word))
