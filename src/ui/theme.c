/* theme.c: see theme.h. */
#include "ui/theme.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#include "ui/theme_data.inc"

enum { THEMES = sizeof(theme_data) / sizeof(theme_data[0]), LINE = 160 };

/* ---- colours --------------------------------------------------------------- */

void theme_rgb(short colour, unsigned char rgb[3])
{
	/* As xterm draws them; those below 16 are each terminal's own business. */
	static const unsigned char first[16][3] = {
		{ 0, 0, 0 }, { 205, 0, 0 }, { 0, 205, 0 }, { 205, 205, 0 },
		{ 0, 0, 238 }, { 205, 0, 205 }, { 0, 205, 205 }, { 229, 229, 229 },
		{ 127, 127, 127 }, { 255, 0, 0 }, { 0, 255, 0 }, { 255, 255, 0 },
		{ 92, 92, 255 }, { 255, 0, 255 }, { 0, 255, 255 }, { 255, 255, 255 },
	};
	static const unsigned char step[6] = { 0, 95, 135, 175, 215, 255 };
	int at = colour < 0 ? 0 : colour > 255 ? 255 : colour;

	if (at < 16) {
		memcpy(rgb, first[at], 3);
	} else if (at < 232) {
		rgb[0] = step[(at - 16) / 36];
		rgb[1] = step[(at - 16) / 6 % 6];
		rgb[2] = step[(at - 16) % 6];
	} else {
		rgb[0] = rgb[1] = rgb[2] = (unsigned char)(8 + (at - 232) * 10);
	}
}

static double luminance(const unsigned char rgb[3])
{
	static const double weight[3] = { 0.2126, 0.7152, 0.0722 };
	double sum = 0;
	int i;

	for (i = 0; i < 3; i++) {
		double part = rgb[i] / 255.0;

		sum += weight[i] * (part <= 0.04045 ? part / 12.92 :
				    pow((part + 0.055) / 1.055, 2.4));
	}
	return sum;
}

double theme_contrast(const unsigned char one[3], const unsigned char other[3])
{
	double a = luminance(one), b = luminance(other);

	return a > b ? (a + 0.05) / (b + 0.05) : (b + 0.05) / (a + 0.05);
}

static double between(short one, short other)
{
	unsigned char a[3], b[3];

	theme_rgb(one, a);
	theme_rgb(other, b);
	return theme_contrast(a, b);
}

/* ---- reading --------------------------------------------------------------- */

static bool number(const char *text, const char **end, short *out)
{
	char *after;
	long n = strtol(text, &after, 10);

	*end = after;
	*out = (short)n;
	return after != text && (n == 1 || (n >= 16 && n <= 255));
}

/* The value of one word. */
static bool take(struct theme *theme, const char *word, const char *value)
{
	const char *end = value;
	bool good = false;

	if (strcmp(word, "about") == 0) {
		snprintf(theme->about, sizeof(theme->about), "%s", value);
		return *value && strlen(value) < sizeof(theme->about);
	}
	if (strcmp(word, "mono") == 0) {
		theme->mono = true;
		return !*value;
	}
	if (strcmp(word, "ground") == 0)
		good = number(value, &end, &theme->ground);
	else if (strcmp(word, "text") == 0)
		good = number(value, &end, &theme->text);
	else if (strcmp(word, "held") == 0)
		good = number(value, &end, &theme->held);
	else if (strcmp(word, "focus") == 0)
		good = number(value, &end, &theme->focus_text) &&
			strncmp(end, " on ", 4) == 0 &&
			number(end + 4, &end, &theme->focus_ground);
	return good && !*end;
}

static bool bad(struct error *err, const struct theme *theme, int line,
		const char *what)
{
	error_set(err, ERROR_INVALID, "THEME", "the theme %s: %s", theme->name, what);
	if (line)
		error_field(err, "line %d", line);
	return false;
}

/* Is everything there that stands on its ground, and can it be read? */
static bool judge(const struct theme *theme, struct error *err)
{
	if (!theme->about[0])
		return bad(err, theme, 0, "the line about is missing");
	if (theme->ground == THEME_OWN) {
		if (theme->text != THEME_OWN || theme->focus_ground != THEME_OWN)
			return bad(err, theme, 0, "text and focus need a ground");
		if (theme->held > 1)
			return bad(err, theme, 0, "without a ground of its own, held "
				   "is 1, the terminal's red");
		return true;
	}
	if (theme->mono)
		return bad(err, theme, 0, "mono has no ground");
	if (theme->text == THEME_OWN || theme->held == THEME_OWN ||
	    theme->focus_ground == THEME_OWN)
		return bad(err, theme, 0, "a ground needs text, held and focus");
	if (between(theme->text, theme->ground) < THEME_CONTRAST ||
	    between(theme->held, theme->ground) < THEME_CONTRAST ||
	    between(theme->focus_text, theme->focus_ground) < THEME_CONTRAST)
		return bad(err, theme, 0, "a colour has less than 4.5 to 1 on its ground");
	return true;
}

bool theme_read(const char *name, const char *text, struct theme *out,
		struct error *err)
{
	struct theme theme = { .ground = THEME_OWN, .text = THEME_OWN,
			       .held = THEME_OWN, .focus_text = THEME_OWN,
			       .focus_ground = THEME_OWN, .mono = false };
	int line = 0;

	snprintf(theme.name, sizeof(theme.name), "%s", name);
	while (*text) {
		char copy[LINE], *value;
		size_t n = strcspn(text, "\n");

		line++;
		if (n >= sizeof(copy))
			return bad(err, &theme, line, "the line is too long");
		memcpy(copy, text, n);
		copy[n] = '\0';
		text += n + (text[n] == '\n');
		if (!copy[0] || copy[0] == '#')
			continue;
		value = copy + strcspn(copy, " ");
		if (*value)
			*value++ = '\0';
		if (!take(&theme, copy, value + strspn(value, " ")))
			return bad(err, &theme, line, "about TEXT, ground N, text N, held N, "
				   "focus N on N or mono; N is 16 .. 255");
	}
	if (!judge(&theme, err))
		return false;
	*out = theme;
	return true;
}

/* ---- those that are built in ------------------------------------------------ */

static const struct theme *built_in(void)
{
	static struct theme themes[THEMES];
	struct error err;
	size_t i;

	for (i = 0; !themes[THEMES - 1].name[0] && i < THEMES; i++) {
		char name[24];

		snprintf(name, sizeof(name), "%.*s",
			 (int)strcspn(theme_data[i].name, "."), theme_data[i].name);
		if (!theme_read(name, (const char *)theme_data[i].text, &themes[i], &err))
			abort();		/* tests/ui/theme_test reads them all */
	}
	return themes;
}

size_t theme_count(void)
{
	return THEMES;
}

const struct theme *theme_at(size_t i)
{
	return i < THEMES ? &built_in()[i] : NULL;
}

/* The last number of "15;0" or "12;default;8". */
static const char *by_ground(void)
{
	const char *all = getenv("COLORFGBG"), *last = all ? strrchr(all, ';') : NULL;
	int n = last && last[1] >= '0' && last[1] <= '9' ? (int)strtol(last + 1, NULL, 10) : -1;

	return n < 0 ? "default" : n == 7 || n == 15 ? "light" : "dark";
}

const struct theme *theme_find(const char *name)
{
	size_t i;

	if (strcmp(name, "auto") == 0)
		name = by_ground();
	for (i = 0; i < THEMES; i++)
		if (strcmp(built_in()[i].name, name) == 0)
			return &built_in()[i];
	return NULL;
}
