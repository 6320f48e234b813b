/* theme_test.c: themes are read whole or refused by line, and can be read (SCREENS
 * 4.1): 4.5 to 1 on a ground of their own; the default's red, in bold, 3 to 1 on what
 * xterm and the VGA console call black and white. */
#include "ui/theme.h"

#include <stdlib.h>
#include <string.h>

#include "tests/expect.h"

static double on(short one, short other)
{
	unsigned char a[3], b[3];

	theme_rgb(one, a);
	theme_rgb(other, b);
	return theme_contrast(a, b);
}

TEST(each_theme_can_be_read)
{
	static const char *const names[] = { "contrast", "dark", "default", "light", "mono" };
	size_t i, grounds = 0;

	assert_int_equal(theme_count(), sizeof(names) / sizeof(names[0]));
	for (i = 0; i < theme_count(); i++) {
		const struct theme *theme = theme_at(i);

		assert_string_equal(theme->name, names[i]);
		assert_ptr_equal(theme_find(names[i]), theme);
		if (theme->ground == THEME_OWN)
			continue;
		grounds++;
		assert_true(on(theme->text, theme->ground) >= THEME_CONTRAST);
		assert_true(on(theme->held, theme->ground) >= THEME_CONTRAST);
		assert_true(on(theme->focus_text, theme->focus_ground) >= THEME_CONTRAST);
		/* The focus is seen as such: its ground is another one. */
		assert_true(on(theme->focus_ground, theme->ground) >= 3);
	}
	assert_int_equal(grounds, 3);
	assert_null(theme_find("dusk"));
	assert_null(theme_at(theme_count()));
}

/* Its every pair: 7 to 1, which WCAG 2.1 calls enhanced; and the focus is no shade. */
TEST(high_contrast_is_7_to_1)
{
	const struct theme *theme = theme_find("contrast");

	assert_non_null(theme);
	assert_false(theme->mono);
	assert_true(on(theme->text, theme->ground) >= 7);
	assert_true(on(theme->held, theme->ground) >= 7);
	assert_true(on(theme->focus_text, theme->focus_ground) >= 7);
	assert_true(on(theme->focus_ground, theme->ground) >= 7);
}

TEST(the_red_of_the_default_is_seen_on_black_and_white)
{
	static const unsigned char ground[4][3] = {
		{ 0, 0, 0 }, { 255, 255, 255 },		/* xterm */
		{ 0, 0, 0 }, { 170, 170, 170 },		/* VGA; its white is grey */
	};
	/* Bold red is bright red on both. */
	static const unsigned char red[4][3] = {
		{ 255, 0, 0 }, { 255, 0, 0 }, { 255, 85, 85 }, { 255, 85, 85 },
	};
	/* xterm with bold colours off, where it stays what it is. */
	static const unsigned char still[3] = { 205, 0, 0 };
	static const unsigned char bright[3] = { 255, 255, 255 };
	size_t i;

	assert_int_equal(theme_find("default")->held, 1);
	for (i = 0; i < 3; i++)
		assert_true(theme_contrast(red[i], ground[i]) >= 3);
	assert_true(theme_contrast(red[3], bright) >= 3);	/* VGA's bright white */
	assert_true(theme_contrast(still, ground[0]) >= 3);
	assert_true(theme_contrast(still, ground[1]) >= 3);
}

TEST(contrast_is_the_published_one)
{
	static const unsigned char black[3], white[3] = { 255, 255, 255 },
		grey[3] = { 118, 118, 118 };
	double half = theme_contrast(grey, white);

	assert_true(theme_contrast(black, white) > 20.99 &&
		    theme_contrast(black, white) < 21.01);
	assert_true(half > 4.53 && half < 4.55);	/* #767676 on white */
	assert_true(theme_contrast(white, black) == theme_contrast(black, white));
}

TEST(a_bad_theme_is_refused_by_its_line)
{
	static const struct { const char *text, *field, *says; } bad[] = {
		{ "about x\nground 300\n", "line 2", "16 .. 255" },
		{ "about x\nground 4\n", "line 2", "16 .. 255" },
		{ "about x\nfocus 20\n", "line 2", "focus N on N" },
		{ "about x\n\nblink 20\n", "line 3", "about TEXT" },
		{ "about x\nmono yes\n", "line 2", "mono" },
		{ "about\nheld 1\n", "line 1", "about TEXT" },
		{ "held 1\n", "", "about is missing" },
		{ "about x\nground 255\ntext 16\nheld 124\n", "", "needs text" },
		{ "about x\nground 255\ntext 253\nheld 124\nfocus 16 on 231\n", "",
		  "4.5 to 1" },
		{ "about x\nground 255\ntext 16\nheld 217\nfocus 16 on 231\n", "",
		  "4.5 to 1" },
		{ "about x\nground 255\ntext 16\nheld 124\nfocus 230 on 231\n", "",
		  "4.5 to 1" },
		{ "about x\ntext 16\n", "", "need a ground" },
		{ "about x\nheld 124\n", "", "terminal's red" },
	};
	struct theme theme;
	struct error err;
	size_t i;

	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		error_clear(&err);
		assert_false(theme_read("x", bad[i].text, &theme, &err));
		assert_int_equal(err.kind, ERROR_INVALID);
		assert_string_equal(err.field, bad[i].field);
		assert_non_null(strstr(err.text, bad[i].says));
	}
	assert_true(theme_read("x", "# so\nabout x\nground 255\ntext 16\nheld 124\n"
			       "focus 16 on 231", &theme, &err));
}

TEST(auto_asks_COLORFGBG)
{
	unsetenv("COLORFGBG");
	assert_string_equal(theme_find("auto")->name, "default");
	setenv("COLORFGBG", "15;0", 1);
	assert_string_equal(theme_find("auto")->name, "dark");
	setenv("COLORFGBG", "0;default;15", 1);
	assert_string_equal(theme_find("auto")->name, "light");
	setenv("COLORFGBG", "0;default", 1);
	assert_string_equal(theme_find("auto")->name, "default");
	unsetenv("COLORFGBG");
}

RUN(CASE(each_theme_can_be_read),
    CASE(high_contrast_is_7_to_1),
    CASE(the_red_of_the_default_is_seen_on_black_and_white),
    CASE(contrast_is_the_published_one),
    CASE(a_bad_theme_is_refused_by_its_line),
    CASE(auto_asks_COLORFGBG))
